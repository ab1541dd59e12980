"""LangSmith, as its interface describes it, held to the contracts in both directions."""

from contextlib import contextmanager
from typing import ClassVar

import pytest
import stamina

from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.testing import SinkContract, SourceContract
from reviewer_app.testing.sources import read
from tests.connectors.langsmith_server import (
    FEEDBACK,
    PROJECT,
    QUERY,
    SESSIONS,
    LangSmith,
    queue_item,
    run,
)
from tests.web_server import Answer, nobody, serving

KEY = "ls-not-to-be-shown"
GONE = 999


def repeated(asked):
    """An answer of a platform that repeats what it was sent."""
    return Answer({"detail": f"Invalid token {asked.headers['x-api-key']}"}, 403)


class TestRuns(SourceContract):
    """One of them has not ended at first, and one comes in behind its time."""

    options: ClassVar[dict[str, str]] = {"project": "support", "page": "2", "overlap": "1m"}

    @pytest.fixture(autouse=True)
    def _workspace(self):
        going = run(4, end_time=None, outputs=None, status="PENDING")
        with serving() as self.server, stamina.set_testing(True, attempts=2):
            self.langsmith = LangSmith(self.server, map(run, (1, 2, 3, 5, 6)))
            self.langsmith.runs.append(going)
            yield

    def source(self):
        return self.at(self.server.address)

    def at(self, url):
        return source_from("langsmith", "runs", {"url": url, "key": KEY, **self.options})

    def more(self):
        late = run(7, start_time="2026-11-20T08:05:30.000Z")
        ended = [r for r in self.langsmith.runs if r["id"] != "r4"]
        self.langsmith.runs = [*ended, run(4), late, run(8)]

    def faulty(self):
        self.langsmith.runs[2] |= {"outputs": {"answer": "a\x00b"}}
        return self.source()

    def unreachable(self):
        self.server.on("POST", QUERY, repeated)
        return self.source()

    def secrets(self):
        return [KEY]

    def test_what_was_read_long_before_is_not_asked_for_again(self):
        last = read(self.source())[-1].cursor
        assert {r.outcome.external_id for r in read(self.source(), last)} == {"r3", "r5", "r6"}


class TestRunsOfAQueue(SourceContract):
    """What waits for a person is asked for as a whole, so no cursor is needed."""

    @pytest.fixture(autouse=True)
    def _queue(self):
        with serving() as self.server, stamina.set_testing(True, attempts=2):
            self.langsmith = LangSmith(self.server, map(run, range(1, 7)))
            self.langsmith.items = [queue_item(number) for number in (1, 2, 3)]
            yield

    def source(self):
        return self.at(self.server.address)

    def at(self, url):
        return source_from("langsmith", "runs", {"url": url, "key": KEY, "queue": "q-1"})

    def more(self):
        self.langsmith.items.append(queue_item(4))

    def faulty(self):
        self.langsmith.items[1] = {"id": "i2", "thread_id": "th", "item_type": "THREAD"}
        return self.source()

    def unreachable(self):
        return self.at(nobody())

    def secrets(self):
        return [KEY]

    def test_the_last_reading_has_a_cursor_that_leads_on(self):
        assert {reading.cursor for reading in read(self.source())} == {None}


class TestFeedback(SinkContract):
    @pytest.fixture(autouse=True)
    def _workspace(self):
        with serving() as self.server, stamina.set_testing(True, attempts=2):
            self.langsmith = LangSmith(self.server)
            self.langsmith.gone.add(self.external_id(GONE))
            yield

    def sink(self):
        return self.at(self.server.address)

    def at(self, url):
        return sink_from("langsmith", "back", {"url": url, "key": KEY, "project": "support"})

    def meta(self, number):
        known = {"run_id": self.external_id(number), "trace_id": f"t{number}"}
        started = {"project_id": PROJECT, "start_time": "2026-11-20T08:00:00.000Z"}
        return {"langsmith": known | started | {"output_name": "answer"}}

    def labels_there(self):
        found = self.langsmith.kept.values()
        for one in found:
            is_whole = (one.get("correction") is not None) == (one["value"] == "correct")
            assert is_whole, "a correction goes with the verdict that it belongs to"
            assert one["score"] == int(one["value"] == "approve")
        return [(one["run_id"], one["value"]) for one in found]

    def refused(self):
        return self.outgoing(GONE)

    def unreachable(self):
        self.server.on("POST", FEEDBACK, repeated)
        self.server.on("GET", SESSIONS, repeated)
        return self.sink()

    @contextmanager
    def losing_replies(self):
        self.langsmith.is_losing = True
        yield
        self.langsmith.is_losing = False

    def secrets(self):
        return [KEY]


class TestFeedbackOnQueuedRuns(TestFeedback):
    def meta(self, number):
        known = super().meta(number)["langsmith"]
        return {"langsmith": known | {"queue_item_id": f"i{number}"}}

    def unreachable(self):
        return self.at(nobody())

    def test_the_item_of_the_queue_is_closed_and_opened_again(self):
        self._push(self.outgoing(0))
        self._push(self.outgoing(0, None, 2))
        assert self.langsmith.statuses == [("i0", "completed"), ("i0", None)]
