"""Waiting threads are all found, whatever moves while they are listed, and bound to their agent."""

import json
from dataclasses import replace

import pytest

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.langgraph import LangGraphSource
from reviewer_app.connectors.langgraph.options import PageUnusable
from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.connectors.web.addresses import AddressUnusable
from reviewer_app.connectors.web.fields import PairUnreadable
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.domain.traces.trace import StepKind
from reviewer_app.domain.validation import Limits
from reviewer_app.domain.waiting import waiting_in
from tests.connectors.langgraph_server import LangGraph, Thread, served, thread_id


@pytest.fixture
def graph():
    with served(LangGraph()) as made:
        yield made


def waiting(number, value="Shall I?", **more):
    at = f"2026-03-02T12:00:{number:02d}.000000+00:00"
    return Thread(thread_id(number), at, {f"i{number}": value}, **more)


def source(graph, **options):
    return LangGraphSource.from_options("agents", {"url": graph.url, **options}, Limits())


def taken(graph, **options):
    return [reading.outcome for reading in source(graph, **options).read()]


def test_a_record_has_what_was_asked_what_was_done_and_who_waits(graph):
    messages = [
        {"type": "human", "content": "an older request"},
        {"type": "human", "content": [{"type": "text", "text": "refund o1"}]},
        {
            "type": "ai",
            "content": "",
            "tool_calls": [{"name": "find_order", "args": {"id": "o1"}, "id": "c1"}],
        },
        {"type": "tool", "name": "find_order", "content": "found", "tool_call_id": "c1"},
    ]
    graph.threads = [waiting(1, "Shall I?", values={"messages": messages})]
    (one,) = taken(graph)
    assert one.external_id == f"{thread_id(1)}:i1"
    assert (one.workflow, one.step, one.input) == ("agent", "gate", "refund o1")
    assert one.created_at.isoformat() == "2026-03-02T12:00:00+00:00"
    assert one.confidence is None
    (step,) = [s for s in trace_in(one.trace).steps if s.kind is StepKind.TOOL]
    assert (step.name, step.result) == ("find_order", "found")
    back = json.loads(one.meta)["langgraph"]
    assert (back["thread_id"], back["interrupt_id"]) == (thread_id(1), "i1")
    assert back["assistant"] == "agent"
    assert waiting_in(one.meta).kind == "langgraph"


def test_every_question_of_a_thread_is_an_item(graph):
    thread = waiting(1)
    thread.questions["other"] = {"eur": 5}
    graph.threads = [thread]
    assert [one.output for one in taken(graph)] == ["Shall I?", '{"eur": 5}']


def test_fields_are_found_where_a_person_mapped_them(graph):
    value = {"draft": "Dear", "sure": 0.3}
    metadata = {"graph_id": "agent", "case": "C-9"}
    graph.threads = [waiting(1, value, metadata=metadata)]
    lines = "output=value.draft\nconfidence=value.sure\nstep=metadata.case"
    (one,) = taken(graph, map=lines)
    assert (one.output, one.confidence, one.step) == ("Dear", 0.3, "C-9")
    graph.threads = [waiting(1, {"other": 1}, metadata=metadata)]
    (one,) = taken(graph, map=lines)
    assert (one.output, one.confidence) == ('{"other": 1}', None)


def test_nothing_that_an_agent_says_leads_the_answer_elsewhere(graph):
    forged = {"thread_id": thread_id(9), "interrupt_id": "other", "value_digest": "x"}
    value = {"meta": {"langgraph": forged, "waiting": {"kind": "x", "id": "y", "allowed": []}}}
    metadata = {"graph_id": "agent", "langgraph": forged, "waiting": forged}
    graph.threads = [waiting(1, value, metadata=metadata)]
    (one,) = taken(graph, map="metadata=value.meta")
    meta = json.loads(one.meta)
    assert meta["langgraph"]["thread_id"] == thread_id(1)
    assert meta["waiting"]["id"] == one.external_id


def test_a_confidence_that_is_none_is_a_problem_and_the_others_go_in(graph):
    graph.threads = [waiting(1, {"sure": "very"}), waiting(2, {"sure": 0.5})]
    first, second = taken(graph, map="confidence=value.sure")
    assert isinstance(first, Problem)
    assert isinstance(second, Incoming)


@pytest.mark.parametrize("page", [1, 2, 3, 100])
def test_threads_that_are_answered_while_pages_are_read_hide_no_other(graph, page):
    graph.threads = [waiting(n) for n in range(1, 8)]
    searches = 0

    def answered_elsewhere(call):
        nonlocal searches
        searches += call == "POST /threads/search"
        if call == "POST /threads/search" and searches in {2, 3}:
            graph.threads.pop(0)

    graph.before = answered_elsewhere
    found = {one.external_id.split(":")[0] for one in taken(graph, page=str(page))}
    assert {thread.id for thread in graph.threads} <= found


def test_a_thread_that_goes_on_while_the_list_is_read_is_left_out(graph):
    graph.threads = [waiting(1), waiting(2)]

    def gone(call):
        if call == f"GET /threads/{thread_id(1)}/state":
            graph.threads[:] = [t for t in graph.threads if t.id != thread_id(1)]

    graph.before = gone
    assert [one.external_id for one in taken(graph)] == [f"{thread_id(2)}:i2"]


def test_only_what_changed_is_read_again_and_nothing_is_left_out(graph):
    graph.threads = [waiting(n) for n in (1, 2, 3)]
    *_, last = source(graph).read()
    graph.threads.append(replace(waiting(4), updated_at="2026-03-02T11:00:00+00:00"))
    graph.threads[1] = replace(waiting(2, "And now?"), updated_at="2026-03-02T12:00:02.5+00:00")
    found = [reading.outcome.output for reading in source(graph).read(last.cursor)]
    assert sorted(found) == ["And now?", "Shall I?"]


def test_only_the_last_reading_has_a_cursor(graph):
    graph.threads = [waiting(n) for n in (1, 2, 3)]
    cursors = [reading.cursor for reading in source(graph).read()]
    assert [cursor is None for cursor in cursors] == [True, True, False]


@pytest.mark.parametrize("cursor", ["", "{", "[]", '{"threads": 1}', '{"terms": null}'])
def test_a_cursor_that_is_none_reads_everything(graph, cursor):
    graph.threads = [waiting(1)]
    assert len(list(source(graph).read(cursor))) == 1


def test_another_mapping_reads_everything_again(graph):
    graph.threads = [waiting(1, {"sure": 0.5})]
    *_, last = source(graph).read()
    assert list(source(graph).read(last.cursor)) == []
    (again,) = source(graph, map="confidence=value.sure").read(last.cursor)
    assert again.outcome.confidence == 0.5


def test_only_threads_with_the_metadata_that_were_asked_for_come_in(graph):
    metadata = {"graph_id": "agent", "team": "refunds", "urgent": True}
    graph.threads = [waiting(1), waiting(2, metadata=metadata)]
    (one,) = taken(graph, metadata="team=refunds\nurgent=true")
    assert one.external_id.startswith(thread_id(2))


def test_a_question_over_whose_answer_the_agent_failed_does_not_come_in(graph):
    graph.threads = [waiting(1, task_error="RuntimeError('down')")]
    assert taken(graph) == []


def test_a_sample_shows_what_can_be_mapped(graph):
    graph.threads = [waiting(n) for n in range(1, 6)]
    samples = source(graph).sample(2)
    assert [sample.raw["value"] for sample in samples] == ["Shall I?"] * 2
    assert samples[0].outcome.output == "Shall I?"


def test_a_server_that_lets_nobody_in_is_asked_again_later(graph):
    wrong, right = {"token": "wrong-key"}, {"token": "right-key"}
    graph.token = right["token"]
    with pytest.raises(Unreachable) as refused:
        taken(graph, **wrong)
    assert wrong["token"] not in str(refused.value)
    assert taken(graph, **right) == []


def test_a_secret_is_not_shown():
    made = LangGraphSource.from_options(
        "agents", {"url": "https://agents.example", "token": "s3cret"}, Limits()
    )
    assert "s3cret" not in repr(made)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"url": "http://agents.example"}, AddressUnusable),
        ({"url": "https://agents.example", "page": "0"}, PageUnusable),
        ({"url": "https://agents.example", "page": "many"}, PageUnusable),
        ({"url": "https://agents.example", "metadata": "team"}, PairUnreadable),
        ({"url": "https://agents.example", "map": "output"}, PairUnreadable),
        ({"assistant": "agent"}, UsageError),
    ],
)
def test_options_that_make_no_sense_are_refused_in_both_directions(options, error):
    with pytest.raises(error):
        source_from("langgraph", "agents", options)
    with pytest.raises(error):
        sink_from("langgraph", "agents", options)
