"""Telemetry that grows: nothing is left out, and an output keeps its place."""

import gzip
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.connectors.otlp import traces
from reviewer_app.connectors.records.stream import FileUnreadable
from reviewer_app.connectors.registry import source_from
from reviewer_app.domain.incoming import Problem
from tests.connectors.otlp_requests import SECOND, START, agent, chat, lines, span, spans

DAY = 86_400


class Pulls:
    """Pulls of one source, each from where the last one left it."""

    def __init__(self, path: Path, **options: str) -> None:
        self.source = source_from("otlp", "telemetry", {"path": str(path), **options})
        self.cursor: str | None = None

    def outputs(self) -> list[str]:
        found = list(self.source.read(self.cursor))
        if found and found[-1].cursor:
            self.cursor = found[-1].cursor
        return [
            one.outcome.reason if isinstance(one.outcome, Problem) else one.outcome.output
            for one in found
        ]


def trace(number: int) -> str:
    return f"{number:032x}"


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_only_what_is_new_is_read_on(tmp_path):
    path = tmp_path / "t.jsonl"
    append(path, lines(spans(span(1, agent("a"), trace=trace(1)))))
    pulls = Pulls(path)
    assert pulls.outputs() == ["a"]
    assert pulls.outputs() == []
    append(path, lines(spans(span(1, agent("b"), trace=trace(2)))))
    assert pulls.outputs() == ["b"]


def test_a_trace_whose_first_span_is_missing_waits_for_it(tmp_path):
    path = tmp_path / "t.jsonl"
    done = span(1, agent("done"), trace=trace(2))
    append(path, lines(spans(span(2, chat("half"), parent=1, trace=trace(1))), spans(done)))
    pulls = Pulls(path)
    assert pulls.outputs() == ["done"]
    append(path, lines(spans(span(1, agent("whole"), trace=trace(1)))))
    (found,) = pulls.source.read(pulls.cursor)
    assert found.outcome.output == "whole"
    assert len(json.loads(found.outcome.trace)) == 2  # the half was read again with it


def test_a_trace_whose_first_span_never_comes_is_taken_when_it_is_quiet(tmp_path):
    path = tmp_path / "t.jsonl"
    append(path, lines(spans(span(2, chat("orphan"), parent=1, trace=trace(1)))))
    pulls = Pulls(path, quiet="1h")
    assert pulls.outputs() == []
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert pulls.outputs() == ["orphan"]
    assert pulls.outputs() == []


def test_later_telemetry_shows_that_a_trace_is_over(tmp_path):
    path = tmp_path / "t.jsonl"
    append(path, lines(spans(span(2, chat("orphan"), parent=1, trace=trace(1)))))
    append(path, lines(spans(span(1, agent("a"), trace=trace(2), at=DAY))))
    assert Pulls(path).outputs() == ["orphan", "a"]


def test_an_agent_that_comes_after_its_trace_was_taken_is_an_output_once(tmp_path):
    path = tmp_path / "t.jsonl"
    append(path, lines(spans(span(2, chat("early"), parent=1, trace=trace(1)))))
    pulls = Pulls(path, quiet="0s")
    assert pulls.outputs() == ["early"]
    append(path, lines(spans(span(3, chat("more"), parent=1, trace=trace(1)))))
    assert pulls.outputs() == []
    append(path, lines(spans(span(1, agent("late"), trace=trace(1)))))
    assert pulls.outputs() == ["late"]


def test_a_line_that_is_still_being_written_is_read_when_it_has_its_end(tmp_path):
    path = tmp_path / "t.jsonl"
    whole = lines(spans(span(1, agent("b"), trace=trace(2))))
    append(path, lines(spans(span(1, agent("a"), trace=trace(1)))) + whole[:50])
    pulls = Pulls(path)
    assert pulls.outputs() == ["a"]
    append(path, whole[50:])
    assert pulls.outputs() == ["b"]


def test_a_trace_goes_over_the_files_of_a_folder(tmp_path):
    first, second = tmp_path / "traces-old.json", tmp_path / "traces.json"
    first.write_text(lines(spans(span(2, chat("half"), parent=1, trace=trace(1)))))
    os.utime(first, (1_700_000_000, 1_700_000_000))
    second.write_text(lines(spans(span(1, agent("whole"), trace=trace(1)))))
    (tmp_path / "notes.txt").write_text("no telemetry")
    (tmp_path / ".hidden.json").write_text("no telemetry")
    assert Pulls(tmp_path).outputs() == ["whole"]


def test_a_file_that_was_replaced_is_read_from_its_start(tmp_path):
    path = tmp_path / "t.jsonl"
    append(path, lines(*(spans(span(1, agent("old"), trace=trace(n))) for n in range(1, 4))))
    pulls = Pulls(path)
    assert pulls.outputs() == ["old"] * 3
    path.write_text(lines(*(spans(span(1, agent(f"n{n}"), trace=trace(n + 9))) for n in range(6))))
    assert pulls.outputs() == [f"n{n}" for n in range(6)]


def test_a_compressed_file_is_unpacked(tmp_path):
    path = tmp_path / "t.jsonl.gz"
    content = lines(spans(span(1, agent("a"), trace=trace(1)))).encode()
    path.write_bytes(gzip.compress(content))
    pulls = Pulls(path)
    assert pulls.outputs() == ["a"]
    assert pulls.outputs() == []
    path.write_bytes(gzip.compress(content)[:-12])
    assert "damaged or cut off" in pulls.outputs()[0]


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FileUnreadable, match="does not exist"):
        Pulls(tmp_path / "none.json").outputs()


def test_where_there_is_no_room_the_oldest_trace_is_taken_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(traces, "HELD_TRACES", 3)
    path = tmp_path / "t.jsonl"
    halves = [spans(span(2, chat(f"h{n}"), parent=1, trace=trace(n))) for n in range(1, 7)]
    append(path, lines(*halves))
    pulls = Pulls(path)
    assert pulls.outputs() == ["h1", "h2", "h3"]
    append(path, lines(*(spans(span(1, agent(f"a{n}"), trace=trace(n))) for n in range(1, 7))))
    assert sorted(pulls.outputs()) == [f"a{n}" for n in range(1, 7)]


def test_a_trace_that_is_too_large_keeps_its_output_and_says_what_it_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(traces, "TRACE_CHARACTERS", 20_000)
    path = tmp_path / "t.jsonl"
    many = [span(n, chat("x" * 3000), parent=1, at=n) for n in range(2, 30)]
    append(path, lines(spans(*many), spans(span(1, agent("done")))))
    (found,) = Pulls(path).source.read()
    assert found.outcome.output == "done"
    assert json.loads(found.outcome.meta)["otlp"]["left_out"] > 20
    assert len(found.outcome.trace) < 60_000


def test_positions_are_bytes_and_the_last_reading_carries_the_cursor(tmp_path):
    path = tmp_path / "t.jsonl"
    append(path, lines(*(spans(span(1, agent("a"), trace=trace(n))) for n in range(1, 5))))
    found = list(Pulls(path).source.read())
    assert [reading.cursor is None for reading in found] == [True, True, True, False]
    assert found[-1].total == path.stat().st_size == found[-1].position


@settings(max_examples=40, deadline=None)
@given(
    order=st.permutations([(t, s) for t in range(1, 4) for s in (1, 2, 3)]),
    cuts=st.sets(st.integers(1, 8), max_size=4),
)
def test_however_spans_arrive_each_trace_is_its_agents_output_once(tmp_path_factory, order, cuts):
    path = tmp_path_factory.mktemp("t") / "t.jsonl"
    pulls, found = Pulls(path), list[str]()
    for count, (number, part) in enumerate(order, 1):
        values = agent(f"a{number}") if part == 1 else chat("c")
        append(path, lines(spans(span(part, values, parent=int(part > 1), trace=trace(number)))))
        if count in cuts:
            found += pulls.outputs()
    found += pulls.outputs()
    assert sorted(set(found)) == ["a1", "a2", "a3"]
    assert START % SECOND == 0
