"""Traces of MLflow are read without leaving one out, whatever happens while pages are read."""

import json
import time
from itertools import islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewer_app.connectors.mlflow.mark import Mark
from reviewer_app.connectors.registry import source_from
from reviewer_app.domain.incoming import Incoming
from tests.connectors.mlflow_server import Mlflow
from tests.web_server import Answer, serving

LONG_AGO = 1_700_000_000_000


@pytest.fixture
def mlflow():
    with serving() as server:
        yield Mlflow(server)


class Reader:
    """Reads a source again and again, with the cursor of what it read last."""

    def __init__(self, mlflow, **options):
        self.source = source_from("mlflow", "mine", mlflow.options(**options))
        self.cursor = None

    def read(self, at_most=None):
        found = []
        for reading in islice(self.source.read(self.cursor), at_most):
            found.append(reading.outcome.external_id)
            self.cursor = reading.cursor
        return found


def test_a_run_that_ends_late_is_found_although_it_began_first(mlflow):
    reader = Reader(mlflow, overlap="0s")
    mlflow.add("short", LONG_AGO + 1000, 500)
    assert reader.read() == ["short"]
    mlflow.add("long", LONG_AGO, 3_600_000)
    assert "long" in reader.read()


def test_what_ended_within_the_overlap_is_read_again_and_nothing_before_it(mlflow):
    for hour in range(5):
        mlflow.add(f"t{hour}", LONG_AGO + hour * 3_600_000)
    reader = Reader(mlflow, overlap="90m")
    assert len(reader.read()) == 5
    assert reader.read() == ["t3", "t4"]


def test_a_clock_that_is_ahead_does_not_hide_what_comes_after(mlflow):
    now = int(time.time() * 1000)
    mlflow.add("from tomorrow", now + 86_400_000)
    reader = Reader(mlflow, overlap="0s")
    reader.read()
    now = int(time.time() * 1000)
    assert json.loads(reader.cursor)["end"] <= now
    mlflow.add("of today", now)
    assert "of today" in reader.read()


def test_a_reading_that_stopped_goes_on_where_it_was(mlflow):
    for number in range(9):
        mlflow.add(f"t{number}", LONG_AGO + number)
    reader = Reader(mlflow, page="2")
    assert reader.read(4) == ["t0", "t1", "t2", "t3"]
    assert reader.read() == ["t3", "t4", "t5", "t6", "t7", "t8"]


def test_more_traces_of_one_millisecond_than_a_page_holds_all_come(mlflow):
    ids = [f"t{number:02}" for number in range(12)]
    for name in ids:
        mlflow.add(name, LONG_AGO)
    mlflow.add("z", LONG_AGO + 1)
    assert Reader(mlflow, page="5").read() == [*ids, "z"]
    assert Reader(mlflow, page="1").read() == [*ids, "z"]


def test_a_trace_that_is_deleted_while_pages_are_read_hides_no_other(mlflow):
    for number in range(6):
        mlflow.add(f"t{number}", LONG_AGO + number)
    pages = []

    def forget():
        pages.append(None)
        if len(pages) == 2:
            del mlflow.traces["t0"], mlflow.traces["t1"]

    mlflow.before_page = forget
    assert Reader(mlflow, page="3").read() == ["t0", "t1", "t2", "t3", "t4", "t5"]


def test_more_of_one_millisecond_than_the_server_lists_at_a_time_all_come(mlflow):
    ids = [f"t{number:04}" for number in range(1_203)]
    for name in ids:
        mlflow.add(name, LONG_AGO)
    assert Reader(mlflow).read() == ids


def test_one_that_is_deleted_among_those_of_one_millisecond_hides_no_other(mlflow):
    for number in range(6):
        mlflow.add(f"t{number}", LONG_AGO)
    pages = iter([None, "t0", "t1"])
    mlflow.before_page = lambda: mlflow.traces.pop(next(pages, None), None)
    assert Reader(mlflow, page="2").read() == ["t0", "t1", "t2", "t3", "t4", "t5"]


def test_a_cursor_of_another_search_begins_anew(mlflow):
    mlflow.add("t", LONG_AGO)
    reader = Reader(mlflow, overlap="0s")
    reader.read()
    mlflow.add("older", LONG_AGO - 5_000)
    assert reader.read() == ["t"]
    reader.source = source_from("mlflow", "mine", mlflow.options(overlap="0s", errors="no"))
    assert reader.read() == ["older", "t"]


def test_a_first_pull_may_begin_at_a_date(mlflow):
    mlflow.add("before", 1_767_225_599_000)
    mlflow.add("after", 1_767_225_600_000)
    assert Reader(mlflow, since="2026-01-01").read() == ["after"]


def test_running_traces_and_those_of_judges_stay_out(mlflow):
    mlflow.add("runs", LONG_AGO, None, state="IN_PROGRESS")
    mlflow.add("judge", LONG_AGO, tags={"mlflow.trace.sourceScorer": "correctness"})
    mlflow.add("agent", LONG_AGO)
    reader = Reader(mlflow)
    assert reader.read() == ["agent"]
    mlflow.add("runs", LONG_AGO, 60_000)
    assert "runs" in reader.read()


def test_failed_traces_stay_out_where_a_person_wants_that(mlflow):
    mlflow.add("failed", LONG_AGO, state="ERROR")
    assert Reader(mlflow, errors="no").read() == []
    assert Reader(mlflow).read() == ["failed"]


def test_a_trace_that_the_server_fails_on_is_refused_alone(mlflow):
    mlflow.add("broken", LONG_AGO)
    mlflow.add("whole", LONG_AGO + 1)
    told = {"error_code": "INTERNAL_ERROR", "message": "the bucket is gone"}
    mlflow.recorded["broken"] = Answer(told, 500)
    source = source_from("mlflow", "mine", mlflow.options())
    problem, record = (reading.outcome for reading in source.read())
    assert problem.field == "output"
    assert "the bucket is gone" in problem.reason
    assert isinstance(record, Incoming)


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"search": "x", "end": "soon"}', "12"])
def test_a_cursor_that_holds_no_mark_reads_from_the_start(text):
    assert Mark.from_text(text, "x") == Mark("x")


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_mark_survives_its_text(end, start, began):
    mark = Mark("x", end, start, end, began)
    assert Mark.from_text(mark.text, "x") == mark


steps = st.lists(
    st.one_of(
        st.tuples(st.just("ends"), st.integers(0, 40)),
        st.tuples(st.just("deleted"), st.integers(0, 30)),
        st.tuples(st.just("read"), st.integers(1, 9)),
        st.tuples(st.just("read"), st.none()),
    ),
    max_size=12,
)


class Weather:
    """What happens to a server while its pages are read: one thing before each page."""

    def __init__(self, mlflow, begins, things):
        self.mlflow, self.begins, self.things = mlflow, begins, list(things)
        mlflow.before_page = self.happen

    def happen(self):
        if not self.things:
            return
        what, number = self.things.pop()
        if what == "ends":  # it ends now, and began at any time before
            start, now = self.begins + number, int(time.time() * 1000) + 1
            self.mlflow.add(f"late{len(self.things)}", start, now - start)
        elif self.mlflow.traces:
            self.mlflow.traces.pop(sorted(self.mlflow.traces)[number % len(self.mlflow.traces)])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 100)), max_size=15),
    steps,
    st.integers(1, 4),
)
@example([(0, 0), (0, 0)], [("deleted", 0), ("read", None), ("ends", 0), ("ends", 0)], 1)
@example([(1, 0)], [("ends", 0), ("ends", 1), ("read", 1)], 1)
def test_whatever_comes_goes_or_stops_while_pages_are_read_each_trace_is_seen(early, steps, page):
    with serving() as server:
        mlflow, begins = Mlflow(server), int(time.time() * 1000) - 10_000
        for number, (start, length) in enumerate(early):
            mlflow.add(f"early{number}", begins + start, length)
        weather = Weather(mlflow, begins, (step for step in steps if step[0] != "read"))
        reader, seen = Reader(mlflow, page=str(page), overlap="0s"), set()
        for count in (count for what, count in steps if what == "read"):
            seen.update(reader.read(count))
        while weather.things:
            weather.happen()
        for _ in range(2):  # the first one goes on with one that stopped, if any
            seen.update(reader.read())
        assert set(mlflow.traces) <= seen
