"""Spans of Phoenix come in as records, from servers that can sort and from older ones."""

import json

import pytest

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.phoenix import PhoenixSource
from reviewer_app.connectors.phoenix.connection import ProjectUnknown
from reviewer_app.connectors.phoenix.span import nest, record_of
from reviewer_app.connectors.protocols import Sampled, Source
from reviewer_app.connectors.registry import source_from
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.domain.vocabulary import OutputType
from tests.connectors.phoenix_server import NEW, OLD, Spans, span
from tests.web_server import Answer, serving


@pytest.fixture
def web():
    with serving() as server:
        yield server


def source(web, **options):
    return source_from("phoenix", "spans", {"url": web.address, **options})


def ids(readings):
    return [reading.outcome.external_id for reading in readings]


def test_a_span_becomes_a_record(web):
    attributes = {
        "output.value": '{"amount": 5}',
        "output.mime_type": "application/json",
        "llm.model_name": "m-1",
        "agent.name": "helper",
        "session.id": "s",
        "user.id": "u",
        "metadata": '{"tier": "gold", "confidence": 0.25}',
    }
    Spans(web, NEW, [span(1, **attributes)])
    options = {"token": "k-1", "map": "confidence=attributes.metadata.confidence"}
    found = source(web, **options)
    assert isinstance(found, Source)
    assert isinstance(found, Sampled)
    (reading,) = found.read()
    item = reading.outcome
    assert isinstance(item, Incoming)
    assert (item.external_id, item.workflow, item.step) == ("s1", "default", "reply")
    assert (item.agent, item.model_version, item.confidence) == ("helper", "m-1", 0.25)
    assert (item.input, item.output) == ("question 1", '{"amount": 5}')
    assert item.output_type is OutputType.JSON
    assert item.created_at.isoformat() == "2026-11-20T08:00:02+00:00"
    meta = json.loads(item.meta)
    assert (meta["tier"], meta["session"], meta["user"]) == ("gold", "s", "u")
    assert meta["phoenix"]["span_id"] == "s1"
    assert meta["phoenix"]["trace_id"] == "t1"
    assert {asked.headers["authorization"] for asked in web.asked} == {"Bearer k-1"}


def test_without_a_mapping_nothing_is_taken_for_a_confidence(web):
    Spans(web, NEW, [span(1, metadata='{"confidence": 0.25}')])
    (reading,) = source(web).read()
    assert reading.outcome.confidence is None


@pytest.mark.parametrize("parameters", [NEW, OLD])
def test_only_outermost_spans_of_the_wanted_kinds_come_in(web, parameters):
    spans = [span(1), span(2, parent="s1"), span(3, kind="LLM"), span(4)]
    Spans(web, parameters, spans)
    assert sorted(ids(source(web, kinds="agent").read())) == ["s1", "s4"]
    assert sorted(ids(source(web, spans="all").read())) == ["s1", "s2", "s3", "s4"]


@pytest.mark.parametrize("parameters", [NEW, OLD])
def test_the_last_cursor_leads_to_what_arrived_later(web, parameters):
    phoenix = Spans(web, parameters, [span(n) for n in range(20_001, 20_008)])
    found = source(web, page="3")
    readings = list(found.read())
    assert sorted(ids(readings)) == [f"s{n}" for n in range(20_001, 20_008)]
    cursor = readings[-1].cursor
    phoenix.spans.append(span(20_008))
    assert "s20008" in ids(found.read(cursor))
    assert readings[-1].total == 7


@pytest.mark.parametrize("parameters", [NEW, OLD])
def test_what_has_settled_is_not_read_again(web, parameters):
    now = [0.0]
    phoenix = Spans(web, parameters, [span(n) for n in (1, 20_000)])
    made = source(web)
    found = PhoenixSource(made.name, made.connection, made.wanted, clock=lambda: now[0])
    cursor = None
    for minute in (0, 20, 40):
        now[0] = minute * 60.0
        cursor = list(found.read(cursor))[-1].cursor
    phoenix.spans.append(span(20_001))
    assert ids(found.read(cursor))[::1] in (["s20000", "s20001"], ["s20001", "s20000"])


def test_a_reading_that_breaks_off_can_go_on_from_any_of_its_cursors(web):
    everything = [f"s{n}" for n in range(30_000, 30_010)]
    Spans(web, NEW, [span(n) for n in range(30_000, 30_010)])
    found = source(web, page="4")
    for stop, reading in enumerate(found.read(), 1):
        if reading.cursor:
            rest = ids(found.read(reading.cursor))
            assert set(everything[stop:]) <= set(rest)


def test_an_older_server_gives_no_cursor_before_all_was_read(web):
    Spans(web, OLD, [span(n) for n in range(20_001, 20_006)])
    readings = list(source(web, page="2").read())
    assert [bool(reading.cursor) for reading in readings] == [False] * 4 + [True]


def test_a_server_that_began_anew_is_read_from_its_beginning(web):
    phoenix = Spans(web, NEW, [span(n) for n in (20_000, 20_001)])
    found = source(web)
    cursor = list(found.read())[-1].cursor
    phoenix.spans = [span(1), span(2)]
    assert ids(found.read(cursor)) == ["s1", "s2"]


def test_another_choice_of_spans_is_read_from_the_beginning(web):
    Spans(web, NEW, [span(1, kind="LLM"), span(20_000)])
    cursor = list(source(web, kinds="AGENT").read())[-1].cursor
    assert ids(source(web).read(cursor)) == ["s1", "s20000"]


def test_the_steps_of_the_same_trace_come_along(web):
    Spans(
        web,
        NEW,
        [
            span(1, parent="s3", trace="t", kind="TOOL", **{"tool.name": "search"}),
            span(2, parent="s3", trace="t", kind="LLM", **{"llm.model_name": "m-2"}),
            span(3, trace="t"),
            span(4, parent="other", trace="o"),
        ],
    )
    (reading,) = source(web).read()
    steps = trace_in(reading.outcome.trace).steps
    assert [(step.name, step.depth) for step in steps] == [
        ("reply", 0),
        ("search", 1),
        ("reply", 1),
    ]
    assert reading.outcome.model_version == "m-2"
    assert source(web, trace="no").read().__next__().outcome.trace is None


def test_a_span_without_output_is_refused_with_its_reason(web):
    broken = span(1)
    del broken["attributes"]["output.value"]
    Spans(web, NEW, [broken, span(2)])
    first, second = source(web).read()
    assert isinstance(first.outcome, Problem)
    assert first.outcome.field == "output"
    assert "span s1 of project default" in first.outcome.place
    assert second.outcome.external_id == "s2"


def test_messages_stand_in_for_a_value_that_is_missing():
    told = span(1, **{"llm.output_messages.0.message.role": "assistant"})
    told["attributes"]["llm.output_messages.0.message.content"] = "hello"
    del told["attributes"]["output.value"]
    assert record_of(told, "p")["output"] == "hello"
    told["attributes"]["llm.output_messages.1.message.content"] = "again"
    assert [part["content"] for part in record_of(told, "p")["output"]] == ["hello", "again"]


def test_attributes_nest_without_losing_any():
    assert nest({"a": 1, "a.b": 2, "c.0.x": 3, "c.1.x": 4}) == {
        "a": {"value": 1, "b": 2},
        "c": [{"x": 3}, {"x": 4}],
    }
    assert nest({"a.b": 2, "a": 1}) == {"a": {"value": 1, "b": 2}}


def test_metadata_that_the_server_gives_piece_by_piece_is_put_together(web):
    Spans(web, NEW, [span(1, **{"metadata.tier": "gold", "metadata.confidence": 0.5})])
    (reading,) = source(web, map="confidence=attributes.metadata.confidence").read()
    assert reading.outcome.confidence == 0.5
    assert json.loads(reading.outcome.meta)["tier"] == "gold"


def test_a_sample_shows_what_expressions_see(web):
    Spans(web, NEW, [span(n, metadata='{"x": 1}') for n in range(1, 5)])
    shown = source(web).sample(2)
    assert [one.outcome.external_id for one in shown] == ["s1", "s2"]
    assert shown[0].raw["attributes"]["metadata"] == {"x": 1}


def test_a_project_whose_name_has_a_slash_is_found_by_its_id(web):
    Spans(web, NEW, [span(1)])
    web.on("GET", "/v1/projects/UDoy/spans", {"data": [span(9)], "next_cursor": None})
    web.on("GET", "/v1/projects", {"data": [{"name": "a/b", "id": "UDoy"}], "next_cursor": None})
    assert ids(source(web, project="a/b", trace="no").read()) == ["s9"]
    with pytest.raises(ProjectUnknown, match="has no project “c/d”"):
        list(source(web, project="c/d").read())


def test_a_project_that_is_not_there_and_a_key_that_does_not_fit_are_told_apart(web):
    with pytest.raises(ProjectUnknown, match="has no project “nope”"):
        list(source(web, project="nope").read())
    web.on("GET", "/v1/projects/default/spans", Answer({"detail": "Invalid token"}, 401))
    with pytest.raises(Unreachable, match="does not let this connection in"):
        list(source(web).read())


@pytest.mark.parametrize(
    "options",
    [
        {"url": "http://phoenix.example"},
        {"page": "0"},
        {"page": "1001"},
        {"since": "yesterday"},
        {"overlap": "long"},
        {"map": "outcome=x"},
    ],
)
def test_a_value_that_makes_no_sense_is_wrong_use(web, options):
    with pytest.raises(UsageError):
        source_from("phoenix", "spans", {"url": web.address, **options})


def test_pulls_that_take_only_some_come_to_the_end(web):
    """Each goes on from the first cursor after a few records, as a bounded pull does."""
    Spans(web, NEW, [span(n * 1_000) for n in range(1, 61)])
    wanted = {f"s{n * 1_000}" for n in range(1, 61)}
    made = source(web, page="7", trace="no")
    now = [0.0]
    found = PhoenixSource(
        made.name, made.connection, made.wanted, has_trace=False, clock=lambda: now[0]
    )
    cursor, seen, pulls = None, set(), 0
    while not wanted <= seen and pulls < 60:
        for count, reading in enumerate(found.read(cursor), 1):
            seen.add(reading.outcome.external_id)
            if count >= 5 and reading.cursor not in {None, cursor}:
                break
        cursor = reading.cursor or cursor
        now[0] += 900.0
        pulls += 1
    assert wanted <= seen
    assert pulls > 2


def test_a_span_with_characters_that_cannot_be_kept_does_not_cost_the_others(web):
    spans = [span(1), span(2, **{"output.value": "a\x00b"}), span(3)]
    Spans(web, NEW, spans)
    first, second, third = source(web).read()
    assert (first.outcome.external_id, third.outcome.external_id) == ("s1", "s3")
    assert isinstance(second.outcome, Problem)
    assert "span s2" in second.outcome.place
    assert third.cursor


def test_what_is_no_list_of_spans_at_all_is_said(web):
    Spans(web, NEW, [])
    web.on("GET", "/v1/projects/default/spans", Answer("<html>sign in</html>"))
    with pytest.raises(Unreachable, match="not JSON"):
        list(source(web).read())
