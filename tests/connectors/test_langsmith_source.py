"""Runs of LangSmith, in the shapes that its interface describes, come in as records."""

import json

import pytest

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.langsmith.connection import ProjectUnknown, ProjectUnnamed
from reviewer_app.connectors.langsmith.listing import ServerTooOld
from reviewer_app.connectors.protocols import Sampled, Source
from reviewer_app.connectors.registry import source_from
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.traces.shapes import trace_in
from tests.connectors.langsmith_server import PROJECT, QUERY, LangSmith, queue_item, run
from tests.web_server import Answer, serving


@pytest.fixture
def web():
    with serving() as server:
        yield server


def source(web, **more):
    options = {"url": web.address, "key": "ls-1", "project": "support"} | more
    return source_from("langsmith", "runs", {k: v for k, v in options.items() if v})


def ids(readings):
    return [reading.outcome.external_id for reading in readings]


def test_a_run_becomes_a_record(web):
    LangSmith(web, [run(1)])
    found = source(web, map="confidence=feedback_stats.confidence.avg")
    assert isinstance(found, Source)
    assert isinstance(found, Sampled)
    (reading,) = found.read()
    item = reading.outcome
    assert (item.external_id, item.workflow, item.step) == ("r1", "support", "reply")
    assert (item.model_version, item.confidence) == ("m-1", 0.25)
    assert (item.input, item.output) == ("how much?", "answer 1")
    meta = json.loads(item.meta)
    assert meta["tier"] == "gold"
    known = meta["langsmith"]
    assert (known["run_id"], known["project_id"], known["output_name"]) == ("r1", PROJECT, "answer")


def test_outputs_of_several_parts_come_in_whole(web):
    LangSmith(web, [run(1, outputs={"answer": "a", "sources": ["b"]})])
    (reading,) = source(web).read()
    assert json.loads(reading.outcome.output) == {"answer": "a", "sources": ["b"]}
    assert "output_name" not in json.loads(reading.outcome.meta)["langsmith"]


def test_key_and_workspace_are_sent_and_the_key_is_not_shown(web):
    LangSmith(web, [run(1)])
    found = source(web, url=f"{web.address}/api/v1", workspace="w-1")
    assert ids(found.read()) == ["r1"]
    assert {asked.headers["x-api-key"] for asked in web.asked} == {"ls-1"}
    assert {asked.headers["x-tenant-id"] for asked in web.asked} == {"w-1"}
    assert "ls-1" not in repr(found)


def test_every_page_is_read_and_the_last_reading_leads_on(web):
    langsmith = LangSmith(web, [run(n) for n in range(1, 6)])
    found = source(web, page="2", overlap="1m", project=PROJECT)
    readings = list(found.read())
    assert sorted(ids(readings)) == ["r1", "r2", "r3", "r4", "r5"]
    assert [bool(reading.cursor) for reading in readings] == [False] * 4 + [True]
    langsmith.runs.append(run(6))
    assert sorted(ids(found.read(readings[-1].cursor))) == ["r4", "r5", "r6"]


def test_a_run_that_has_not_ended_is_waited_for(web):
    slow = run(1, end_time=None, outputs=None, status="PENDING")
    langsmith = LangSmith(web, [slow, run(50)])
    found = source(web, overlap="1m")
    readings = list(found.read())
    assert ids(readings) == ["r50"]
    langsmith.runs = [run(1), run(50)]
    assert "r1" in ids(found.read(readings[-1].cursor))


def test_choices_of_a_person_are_asked_for(web):
    LangSmith(web, [run(1)])
    list(source(web, runs="all", filter='eq(run_type, "llm")', since="2026-01-31").read())
    (asked,) = web.calls("POST", QUERY)
    wanted = asked.json()
    assert wanted["filter"] == 'eq(run_type, "llm")'
    assert wanted["min_start_time"] == "2026-01-31T00:00:00.000000Z"
    assert "is_root" not in wanted


def test_the_steps_of_the_same_trace_come_along_where_wanted(web):
    tool = run(2, name="search", run_type="TOOL", trace_id="r1", parent_run_ids=["r1"])
    LangSmith(web, [run(1, end_time="2026-11-20T08:09:00Z"), tool])
    assert next(source(web).read()).outcome.trace is None
    (reading,) = source(web, trace="yes").read()
    steps = trace_in(reading.outcome.trace).steps
    assert [(step.name, step.depth) for step in steps] == [("reply", 0), ("search", 1)]


def test_a_queue_gives_the_runs_that_wait_in_it(web):
    langsmith = LangSmith(web, [run(1), run(2)])
    thread = {"id": "i3", "thread_id": "th", "project_id": PROJECT, "item_type": "THREAD"}
    langsmith.items = [queue_item(1), queue_item(2), thread, queue_item(4, run_id="r9")]
    first, second, third, fourth = source(web, queue="q-1", project="").read()
    assert (first.outcome.external_id, second.outcome.external_id) == ("r1", "r2")
    assert json.loads(second.outcome.meta)["langsmith"]["queue_item_id"] == "i2"
    assert isinstance(third.outcome, Problem)
    assert "whole thread" in third.outcome.reason
    assert "nothing of what it stands for" in fourth.outcome.reason
    assert fourth.cursor is None


def test_a_sample_shows_what_expressions_see(web):
    LangSmith(web, [run(n) for n in range(1, 4)])
    shown = source(web).sample(2)
    assert [one.outcome.external_id for one in shown] == ["r3", "r2"]
    assert shown[0].raw["outputs"] == {"answer": "answer 3"}


def test_what_is_not_there_is_told_apart(web):
    LangSmith(web, [])
    with pytest.raises(ProjectUnknown, match="no project “nope”"):
        list(source(web, project="nope").read())
    web.on("POST", QUERY, Answer({"detail": "Not Found"}, 404))
    with pytest.raises(ServerTooOld, match=r"0\.16\.14"):
        list(source(web).read())
    web.on("POST", QUERY, Answer({"detail": "Invalid token"}, 403))
    with pytest.raises(Unreachable, match="does not let this connection in"):
        list(source(web).read())


def test_neither_project_nor_queue_is_wrong_use(web):
    with pytest.raises(ProjectUnnamed):
        source(web, project="")
    with pytest.raises(UsageError):
        source(web, page="0")


def test_a_run_with_characters_that_cannot_be_kept_does_not_cost_the_others(web):
    LangSmith(web, [run(1), run(2, outputs={"answer": "a\x00b"}), run(3)])
    first, second, third = source(web).read()
    assert (first.outcome.external_id, third.outcome.external_id) == ("r3", "r1")
    assert isinstance(second.outcome, Problem)
    assert second.outcome.place == "run r2"
