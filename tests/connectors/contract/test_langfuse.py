"""Langfuse, as its interface describes it, held to the contracts in both directions."""

from base64 import b64encode
from contextlib import contextmanager
from dataclasses import replace
from typing import ClassVar

import pytest
import stamina

from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.testing import SinkContract, SourceContract
from reviewer_app.testing.sources import read
from tests.connectors.langfuse_server import (
    OBSERVATIONS,
    PROJECTS,
    SCORES,
    Langfuse,
    observation,
    queue_item,
)
from tests.web_server import Answer, nobody, serving

KEYS = {"public_key": "pk-1", "secret_key": "sk-not-to-be-shown"}
SENT = b64encode(":".join(KEYS.values()).encode()).decode()
REFUSED = 999


def repeated(asked):
    """An answer of a platform that repeats what it was sent."""
    return Answer({"message": f"{asked.headers['authorization']} {KEYS['secret_key']}"}, 401)


class TestObservations(SourceContract):
    """One of them has not ended at first, and one comes in behind its time."""

    options: ClassVar[dict[str, str]] = {"page": "2", "overlap": "1m"}

    @pytest.fixture(autouse=True)
    def _project(self):
        going = observation(4, endTime=None, output=None)
        with serving() as self.server, stamina.set_testing(True, attempts=2):
            self.langfuse = Langfuse(self.server, map(observation, (1, 2, 3, 5, 6)))
            self.langfuse.observations.append(going)
            yield

    def source(self):
        return self.at(self.server.address)

    def at(self, url):
        return source_from("langfuse", "runs", {"url": url, **KEYS, **self.options})

    def more(self):
        late = observation(7, startTime="2026-11-20T08:05:30.000Z")
        ended = [o for o in self.langfuse.observations if o["id"] != "o4"]
        self.langfuse.observations = [*ended, observation(4), late, observation(8)]

    def faulty(self):
        self.langfuse.observations[2] |= {"output": "a\x00b"}
        return self.source()

    def unreachable(self):
        self.server.on("GET", OBSERVATIONS, repeated)
        return self.source()

    def secrets(self):
        return [KEYS["secret_key"], SENT]

    def test_what_was_read_long_before_is_not_asked_for_again(self):
        last = read(self.source())[-1].cursor
        assert {r.outcome.external_id for r in read(self.source(), last)} == {"o3", "o5", "o6"}


class TestObservationsOfAQueue(SourceContract):
    """What waits for a person is asked for as a whole, so no cursor is needed."""

    @pytest.fixture(autouse=True)
    def _queue(self):
        with serving() as self.server, stamina.set_testing(True, attempts=2):
            self.langfuse = Langfuse(self.server, map(observation, range(1, 7)))
            self.langfuse.items = [
                queue_item(1, "OBSERVATION", "o1"),
                queue_item(2, "TRACE", "t2"),
                queue_item(3, "OBSERVATION", "o3"),
            ]
            yield

    def source(self):
        return self.at(self.server.address)

    def at(self, url):
        return source_from("langfuse", "runs", {"url": url, "queue": "q-1", **KEYS})

    def more(self):
        self.langfuse.items.append(queue_item(4, "OBSERVATION", "o4"))

    def faulty(self):
        self.langfuse.items[1] |= {"objectType": "SESSION", "objectId": "s"}
        return self.source()

    def unreachable(self):
        return self.at(nobody())

    def secrets(self):
        return [KEYS["secret_key"], SENT]

    def test_the_last_reading_has_a_cursor_that_leads_on(self):
        assert {reading.cursor for reading in read(self.source())} == {None}


class TestScores(SinkContract):
    """Labels of observations; a correction that should not be there counts as one more label."""

    @pytest.fixture(autouse=True)
    def _project(self):
        with serving() as self.server, stamina.set_testing(True, attempts=2):
            self.langfuse = Langfuse(self.server)
            self.langfuse.refused.add(f"t{REFUSED}")
            yield

    def sink(self):
        return self.at(self.server.address)

    def at(self, url):
        return sink_from("langfuse", "back", {"url": url, **KEYS})

    def meta(self, number):
        known = {"trace_id": f"t{number}", "observation_id": self.external_id(number)}
        return {"langfuse": known | {"start_time": "2026-11-20T08:00:00.000Z"}}

    def labels_there(self):
        return [(self.target(s), s["value"]) for s in self.langfuse.kept.values() if self.counts(s)]

    def target(self, score):
        return score["observationId"]

    def counts(self, score):
        """Whether it is a verdict, or a correction of what was not corrected."""
        if score["dataType"] == "CATEGORICAL":
            return True
        own = [s for s in self.langfuse.kept.values() if s["traceId"] == score["traceId"]]
        return "correct" not in [s["value"] for s in own]

    def refused(self):
        return self.outgoing(REFUSED)

    def unreachable(self):
        self.server.on("POST", SCORES, repeated)
        self.server.on("GET", PROJECTS, repeated)
        return self.sink()

    @contextmanager
    def losing_replies(self):
        self.langfuse.is_losing = True
        yield
        self.langfuse.is_losing = False

    def secrets(self):
        return [KEYS["secret_key"], SENT]

    def test_a_correction_goes_with_the_verdict_that_it_belongs_to(self):
        self._push(self.outgoing(0, "correct"))
        assert len(self.langfuse.kept) == 2
        self._push(self.outgoing(0, "reject", 2))
        assert [score["value"] for score in self.langfuse.kept.values()] == ["reject"]


class TestScoresOfTraces(TestScores):
    """Labels of items of another source, which knows the trace alone; each on a day of its own."""

    @pytest.fixture(autouse=True)
    def _traces(self, _project):
        self.langfuse.observations = [observation(number) for number in range(3)]

    def meta(self, number):
        return {"langfuse": {"trace_id": f"t{number}"}}

    def outgoing(self, number, verdict="approve", version=1):
        made = super().outgoing(number, verdict, version)
        label = made.label and {**made.label, "decided_at": f"2026-12-0{version}T08:00:00+00:00"}
        return replace(made, label=label)

    def target(self, score):
        return f"run-{score['traceId'].removeprefix('t')}"


class TestScoresOfQueuedTraces(TestScores):
    """Labels of whole traces that waited in a queue."""

    def meta(self, number):
        known = super().meta(number)["langfuse"]
        queued = {"queue_id": "q-1", "queue_item_id": f"i{number}", "queued_as": "TRACE"}
        return {"langfuse": known | queued}

    def target(self, score):
        assert "observationId" not in score
        return f"run-{score['traceId'].removeprefix('t')}"

    def unreachable(self):
        return self.at(nobody())

    def test_the_item_of_the_queue_is_closed_and_opened_again(self):
        self._push(self.outgoing(0))
        self._push(self.outgoing(0, None, 2))
        assert self.langfuse.statuses == [("i0", "COMPLETED"), ("i0", "PENDING")]
