"""Observations of Langfuse, in the shapes that its interface describes, come in as records."""

import base64
import json

import pytest

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.protocols import Sampled, Source
from reviewer_app.connectors.registry import source_from
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.domain.vocabulary import OutputType
from tests.connectors.langfuse_server import OBSERVATIONS, Langfuse, observation, queue_item
from tests.web_server import Answer, serving


@pytest.fixture
def web():
    with serving() as server:
        yield server


def source(web, **more):
    keys = {"public_key": "pk-1", "secret_key": "sk-1"}
    return source_from("langfuse", "runs", {"url": web.address, **keys, **more})


def ids(readings):
    return [reading.outcome.external_id for reading in readings]


def test_an_observation_becomes_a_record(web):
    output = '[{"role": "assistant", "content": "hi"}]'
    Langfuse(web, [observation(1, output=output, type="AGENT", model="m-1")])
    found = source(web, map="confidence=metadata.scores.confidence")
    assert isinstance(found, Source)
    assert isinstance(found, Sampled)
    (reading,) = found.read()
    item = reading.outcome
    assert (item.external_id, item.workflow, item.step) == ("o1", "support", "reply")
    assert (item.agent, item.model_version, item.confidence) == ("reply", "m-1", 0.25)
    assert (item.input, item.output, item.output_type) == ("question", output, OutputType.MESSAGES)
    meta = json.loads(item.meta)
    assert (meta["tier"], meta["user"], meta["session"]) == ("gold", "u", "s")
    assert meta["langfuse"]["trace_id"] == "t1"
    assert meta["langfuse"]["observation_id"] == "o1"


def test_both_keys_are_sent_and_neither_is_shown(web):
    Langfuse(web, [observation(1)])
    found = source(web)
    list(found.read())
    sent = base64.b64encode(b"pk-1:sk-1").decode()
    assert {asked.headers["authorization"] for asked in web.asked} == {f"Basic {sent}"}
    assert "sk-1" not in repr(found)


def test_every_page_is_read_and_the_last_reading_leads_on(web):
    langfuse = Langfuse(web, [observation(n) for n in range(1, 6)])
    found = source(web, page="2", overlap="1m")
    readings = list(found.read())
    assert sorted(ids(readings)) == ["o1", "o2", "o3", "o4", "o5"]
    assert [bool(reading.cursor) for reading in readings] == [False] * 4 + [True]
    langfuse.observations.append(observation(6))
    assert sorted(ids(found.read(readings[-1].cursor))) == ["o4", "o5", "o6"]


def test_what_has_not_ended_is_waited_for(web):
    slow = observation(1, endTime=None, output=None)
    langfuse = Langfuse(web, [slow, observation(50)])
    found = source(web, overlap="1m")
    readings = list(found.read())
    assert ids(readings) == ["o50"]
    langfuse.observations = [observation(1), observation(50)]
    assert "o1" in ids(found.read(readings[-1].cursor))


def test_choices_of_a_person_are_asked_for(web):
    Langfuse(web, [observation(1)])
    options = {
        "environment": "production",
        "type": "agent",
        "expand": "a, b",
        "since": "2026-01-31",
    }
    list(source(web, observations="all", **options).read())
    (asked,) = web.calls("GET", OBSERVATIONS)
    assert (asked.param("environment"), asked.param("type")) == ("production", "AGENT")
    assert asked.param("expandMetadata") == "a,b"
    assert asked.param("fromStartTime") == "2026-01-31T00:00:00.000000Z"
    assert asked.param("isRootObservation") is None


def test_the_steps_of_the_same_trace_come_along_where_wanted(web):
    tool = observation(2, traceId="t1", type="TOOL", name="search", parentObservationId="o1") | {
        "isRootObservation": False
    }
    Langfuse(web, [observation(1, endTime="2026-11-20T08:09:00Z"), tool])
    assert next(source(web).read()).outcome.trace is None
    (reading,) = source(web, trace="yes").read()
    steps = trace_in(reading.outcome.trace).steps
    assert [(step.name, step.depth) for step in steps] == [("reply", 0), ("search", 1)]


def test_a_queue_gives_what_its_items_stand_for(web):
    langfuse = Langfuse(web, [observation(1), observation(2), observation(3)])
    kinds = [("OBSERVATION", "o1"), ("TRACE", "t2"), ("SESSION", "s"), ("TRACE", "t9")]
    langfuse.items = [queue_item(number, *named) for number, named in enumerate(kinds, 1)]
    langfuse.items.append(queue_item(5, "OBSERVATION", "o3") | {"status": "COMPLETED"})
    first, second, third, fourth = source(web, queue="q-1").read()
    assert (first.outcome.external_id, second.outcome.external_id) == ("o1", "o2")
    known = json.loads(second.outcome.meta)["langfuse"]
    assert (known["queue_id"], known["queue_item_id"], known["queued_as"]) == ("q-1", "i2", "TRACE")
    assert isinstance(third.outcome, Problem)
    assert "whole session" in third.outcome.reason
    assert "nothing of what it stands for" in fourth.outcome.reason
    assert fourth.cursor is None


def test_an_output_that_is_missing_is_refused_with_its_reason(web):
    Langfuse(web, [observation(1, output=None)])
    (reading,) = source(web).read()
    assert isinstance(reading.outcome, Problem)
    assert reading.outcome.field == "output"


def test_a_sample_shows_what_expressions_see(web):
    Langfuse(web, [observation(n) for n in range(1, 4)])
    shown = source(web).sample(2)
    assert [one.outcome.external_id for one in shown] == ["o3", "o2"]
    assert shown[0].raw["metadata"]["scores"] == {"confidence": 0.25}


def test_keys_that_do_not_fit_are_told(web):
    web.on("GET", OBSERVATIONS, Answer({"message": "Invalid credentials"}, 401))
    with pytest.raises(Unreachable, match="does not let this connection in"):
        list(source(web).read())


@pytest.mark.parametrize(
    "more", [{"page": "2000"}, {"since": "soon"}, {"map": "x"}, {"url": "ftp:"}]
)
def test_a_value_that_makes_no_sense_is_wrong_use(web, more):
    with pytest.raises(UsageError):
        source(web, **more)


def test_an_observation_with_characters_that_cannot_be_kept_does_not_cost_the_others(web):
    Langfuse(web, [observation(1), observation(2, output="a\x00b"), observation(3)])
    first, second, third = source(web).read()
    assert (first.outcome.external_id, third.outcome.external_id) == ("o3", "o1")
    assert isinstance(second.outcome, Problem)
    assert second.outcome.place == "observation o2"
