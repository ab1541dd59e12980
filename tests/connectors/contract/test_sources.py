"""The built-in sources that need no platform, held to the contract of sources."""

import json
from typing import ClassVar

import pytest
import stamina

from reviewer_app.connectors.registry import source_from
from reviewer_app.testing import SourceContract
from tests.web_server import Answer, nobody, serving

TOKEN = "tok-not-to-be-shown"  # noqa: S105 - what must not be shown
BAD = '{"output": nope}'


def record(number):
    return {"id": f"run-{number}", "input": "why?", "output": f"because {number}", "at": number}


def lines(*numbers, bad=""):
    texts = [json.dumps(record(number)) for number in numbers]
    return "\n".join([*texts[:2], *filter(None, [bad]), *texts[2:]]) + "\n"


class TestFile(SourceContract):
    @pytest.fixture(autouse=True)
    def _file(self, tmp_path):
        self.path = tmp_path / "runs.jsonl"
        self.path.write_text(lines(0, 1, 2, 3))

    def source(self):
        return source_from("file", "runs", {"path": str(self.path)})

    def more(self):
        with self.path.open("a") as file:
            file.write(lines(4, 5))

    def faulty(self):
        self.path.write_text(lines(0, 1, 2, bad=BAD))
        return self.source()

    def unreachable(self):
        return source_from("file", "runs", {"path": str(self.path.with_name("none.jsonl"))})


class TestFolder(SourceContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path):
        self.folder = tmp_path / "runs"
        self.folder.mkdir()
        (self.folder / "a.jsonl").write_text(lines(0, 1))
        (self.folder / "b.json").write_text(json.dumps([record(2), record(3)]))

    def source(self):
        return source_from("folder", "runs", {"path": str(self.folder)})

    def more(self):
        with (self.folder / "a.jsonl").open("a") as file:
            file.write(lines(4))
        (self.folder / "c.jsonl").write_text(lines(5))

    def faulty(self):
        (self.folder / "a.jsonl").write_text(lines(0, 1, 4, bad=BAD))
        return self.source()

    def unreachable(self):
        return source_from("folder", "runs", {"path": str(self.folder / "none")})


class _Feed(SourceContract):
    """A feed of pages of two records; how they are asked for is what its cases differ in."""

    options: ClassVar[dict[str, str]] = {}

    @pytest.fixture(autouse=True)
    def _server(self):
        self.there = [record(number) for number in range(5)]
        with serving() as self.server, stamina.set_testing(True, attempts=2):
            self.server.on("GET", "/feed", self.answer)
            self.server.on(
                "GET", "/bad", f"[{json.dumps(record(0))}, {BAD}, {json.dumps(record(1))}]"
            )
            yield

    def answer(self, asked):
        raise NotImplementedError

    def source(self):
        return self.at(f"{self.server.address}/feed")

    def at(self, url):
        return source_from("http", "feed", {"url": url, "token": TOKEN, **self.options})

    def more(self):
        self.there += [record(len(self.there)), record(len(self.there) + 1)]

    def faulty(self):
        return source_from("http", "feed", {"url": f"{self.server.address}/bad"})

    def unreachable(self):
        return self.at(nobody())

    def secrets(self):
        return [TOKEN]


class TestWholeFeed(_Feed):
    def answer(self, asked):
        mark = f'"{len(self.there)}"'
        if asked.headers.get("if-none-match") == mark:
            return Answer(status=304)
        return Answer(self.there, headers={"ETag": mark})


class TestFeedOfPages(_Feed):
    options: ClassVar = {"next": "next", "next_param": "page", "records": "data.items"}

    def answer(self, asked):
        at = int(asked.param("page") or 0)
        following = at + 2 if at + 2 < len(self.there) else None
        return {"data": {"items": self.there[at : at + 2]}, "next": following}


class TestFeedFromACursor(_Feed):
    options: ClassVar = {"cursor": "at", "cursor_param": "since"}

    def answer(self, asked):
        since = int(asked.param("since") or 0)
        return [r for r in self.there if r["at"] >= since][:2]

    def unreachable(self):
        self.server.on("GET", "/feed", lambda asked: Answer(asked.headers["authorization"], 401))
        return self.source()


class TestFeedNewestFirst(_Feed):
    options: ClassVar = {"page_param": "page", "cursor": "newest", "cursor_param": "since"}

    def answer(self, asked):
        at = 2 * (int(asked.param("page") or 1) - 1)
        since = int(asked.param("since") or 0)
        found = [r for r in reversed(self.there) if r["at"] >= since]
        return {"items": found[at : at + 2], "newest": self.there[-1]["at"]}
