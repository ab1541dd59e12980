"""Telemetry in files, held to the contract of sources."""

import gzip
import os

import pytest

from reviewer_app.connectors.registry import source_from
from reviewer_app.testing import SourceContract
from tests.connectors.otlp_requests import agent, chat, lines, span, spans

BAD = '{"resourceSpans": nope}\n'
DAY = 86_400


def trace(number):
    return f"{number:032x}"


def run(number, at=0):
    """A trace of an agent that called a model."""
    inner = span(2, chat(f"draft {number}"), parent=1, at=at, trace=trace(number))
    return spans(inner, span(1, agent(f"answer {number}"), at=at, trace=trace(number)))


def half(number):
    """A call of a model whose agent has not ended yet."""
    return spans(span(2, chat(f"draft {number}"), parent=1, at=1, trace=trace(number)))


def other_half(number):
    """The agent of a half."""
    return spans(span(1, agent(f"answer {number}"), trace=trace(number)))


class TestFile(SourceContract):
    """The agent of one trace is written only later."""

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path):
        self.path = tmp_path / "traces.jsonl"
        self.path.write_text(lines(run(1), half(2), run(3), run(4)))

    def source(self):
        return self.at(self.path)

    def at(self, path):
        return source_from("otlp", "telemetry", {"path": str(path)})

    def more(self):
        with self.path.open("a") as file:
            file.write(lines(run(5), other_half(2)))

    def faulty(self):
        sound = lines(run(1), run(2, at=DAY))  # by the second one the first is known to be over
        self.path.write_text(sound + BAD + lines(run(3, at=DAY)))
        return self.source()

    def unreachable(self):
        return self.at(self.path.with_name("none.jsonl"))


class TestCallsOfModels(TestFile):
    """Each call is an output, where its trace is complete."""

    def at(self, path):
        return source_from("otlp", "telemetry", {"path": str(path), "spans": "llm"})


class TestFolder(SourceContract):
    """Traces go over files, of which one is packed; what is written goes to a new one."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path):
        self.folder = tmp_path / "telemetry"
        self.folder.mkdir()
        old = self.folder / "traces-1.json.gz"
        old.write_bytes(gzip.compress(lines(run(1), half(2), half(3)).encode()))
        before = old.stat().st_mtime - 60
        os.utime(old, (before, before))
        (self.folder / "traces-2.json").write_text(lines(run(4), other_half(2), run(5)))

    def source(self):
        return self.at(self.folder)

    def at(self, path):
        return source_from("otlp", "telemetry", {"path": str(path)})

    def more(self):
        with (self.folder / "traces-2.json").open("a") as file:
            file.write(lines(run(6)))
        (self.folder / "traces-3.json").write_text(lines(other_half(3), run(7)))

    def faulty(self):
        with (self.folder / "traces-2.json").open("a") as file:
            file.write(lines(run(8, at=DAY)) + BAD + lines(run(9, at=DAY)))
        return self.source()

    def unreachable(self):
        return self.at(self.folder / "none")
