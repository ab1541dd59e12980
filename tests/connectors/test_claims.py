"""What a record says of itself moves no label to another place and lets no agent go on."""

import gzip
import json
from contextlib import closing
from dataclasses import replace

import pytest

from reviewer_app.connectors.claims import TOLD, unclaimed
from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.langgraph.dialects import value_digest
from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.waiting import waiting_in
from tests.connectors.langgraph_decided import approved
from tests.connectors.langgraph_server import LangGraph, Thread, served, thread_id
from tests.web_server import serving

CLAIM = {"kind": "langgraph", "id": f"{thread_id(1)}:i1", "allowed": []}
VALUE = "May I pay 1000000 EUR?"
BACK = {
    "thread_id": thread_id(1),
    "interrupt_id": "i1",
    "value_digest": value_digest(VALUE),
    "assistant": "agent",
    "shown": "text",
}
FORGED = {"waiting": CLAIM, "langgraph": BACK}
RECORD = {"id": "r1", "output": "Have a nice day", "metadata": FORGED}
ESCAPED = json.dumps(RECORD).replace("waiting", "w\\u0061iting")
AT_THE_TOP = json.dumps({"id": "r1", "output": "Have a nice day", **FORGED})


def from_file(tmp_path, text, name="in.jsonl"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (reading,) = source_from("file", "f", {"path": str(path)}).read()
    return reading.outcome


def from_feed(text):
    with serving() as web:
        web.on("GET", "/feed", json.loads(text))
        (reading,) = source_from("http", "f", {"url": f"{web.address}/feed"}).read()
        return reading.outcome


def from_phoenix(_):
    span = {
        "context": {"span_id": "s1", "trace_id": "t1"},
        "attributes": {"output.value": "Have a nice day", "metadata": json.dumps(FORGED)},
    }
    with serving() as web:
        web.on("GET", "/v1/projects/default/spans", {"data": [span], "next_cursor": None})
        (reading,) = source_from("phoenix", "f", {"url": web.address}).read()
        return reading.outcome


def from_langfuse(_):
    one = {"id": "o", "traceId": "t", "endTime": "2026-01-01", "output": "x", "metadata": FORGED}
    with serving() as web:
        web.on("GET", "/api/public/v2/observations", {"data": [one], "meta": {}})
        keys = {"public_key": "p", "secret_key": "secret"}
        (reading,) = source_from("langfuse", "f", {"url": web.address, **keys}).read()
        return reading.outcome


def from_langsmith(_):
    run = {"id": "r", "end_time": "2026-01-01", "outputs": {"a": "x"}, "metadata": FORGED}
    with serving() as web:
        web.on("POST", "/api/v2/runs/query", {"items": [run], "next_cursor": None})
        told = {"key": "secret", "project": "00000000-0000-0000-0000-000000000001"}
        (reading,) = source_from("langsmith", "f", {"url": web.address, **told}).read()
        return reading.outcome


CELLS = [json.dumps(one).replace('"', '""') for one in (FORGED, CLAIM)]
CSV = 'id,output,metadata,waiting\nr1,Have a nice day,"{}","{}"\n'.format(*CELLS)
WAYS = [
    (lambda folder: from_file(folder, json.dumps(RECORD))),
    (lambda folder: from_file(folder, ESCAPED)),
    (lambda folder: from_file(folder, AT_THE_TOP)),
    (lambda folder: from_file(folder, json.dumps([RECORD]), "in.json")),
    (lambda folder: from_file(folder, gzip.compress(ESCAPED.encode()), "in.jsonl.gz")),
    (lambda folder: from_file(folder, CSV, "in.csv")),
    (lambda _: from_feed(json.dumps([RECORD]))),
    (lambda _: from_feed(json.dumps({"items": [RECORD]}))),
    from_phoenix,
    from_langfuse,
    from_langsmith,
]


@pytest.fixture
def graph():
    thread = Thread(thread_id(1), "2026-03-02T12:00:00+00:00", {"i1": VALUE})
    with served(LangGraph([thread])) as made:
        yield made


@pytest.mark.parametrize("way", WAYS)
def test_no_record_of_another_source_has_an_agent_answered_or_stops_its_own_review(
    way, tmp_path, graph
):
    taken = way(tmp_path)
    assert isinstance(taken, Incoming)
    assert waiting_in(taken.meta) is None
    members = json.loads(taken.meta)
    assert "waiting" not in members
    assert members[TOLD] == CLAIM
    sink = sink_from("langgraph", "agents", {"url": graph.url})
    with closing(sink), pytest.raises(PushRefused, match="does not come from a LangGraph server"):
        sink.push(approved(taken))
    assert graph.threads[0].questions == {"i1": VALUE}
    assert graph.calls == []


def test_a_waiting_that_claims_nothing_stays_as_it_is(tmp_path):
    record = {"id": "r1", "output": "x", "metadata": {"waiting": 5, "more": 1.50}}
    taken = from_file(tmp_path, json.dumps(record))
    assert json.loads(taken.meta) == record["metadata"]
    assert unclaimed(taken) is taken


def test_an_item_that_waits_on_one_thread_answers_no_other(graph):
    (reading,) = source_from("langgraph", "agents", {"url": graph.url}).read()
    mine = approved(reading.outcome)
    other = Thread(thread_id(2), "2026-03-02T12:00:00+00:00", {"i1": VALUE})
    graph.threads.append(other)
    moved = {**mine.meta, "langgraph": {**mine.meta["langgraph"], "thread_id": other.id}}
    with closing(sink_from("langgraph", "agents", {"url": graph.url})) as sink:
        with pytest.raises(PushRefused):
            sink.push(replace(mine, meta=moved))
        assert other.questions == {"i1": VALUE}
        sink.push(mine)
    assert graph.threads[0].questions == {}


MAPPED = "metadata.phoenix=attributes.output.value\nmetadata=attributes.output.value"


def test_no_mapping_lets_an_output_say_which_span_it_was():
    output = json.dumps({"phoenix": {"span_id": "other"}, "span_id": "other"})
    span = {
        "context": {"span_id": "s1", "trace_id": "t1"},
        "attributes": {"output.value": output, "metadata": {"phoenix": {"span_id": "other"}}},
    }
    with serving() as web:
        web.on("GET", "/v1/projects/default/spans", {"data": [span], "next_cursor": None})
        options = {"url": web.address, "map": MAPPED}
        (reading,) = source_from("phoenix", "f", options).read()
    assert json.loads(reading.outcome.meta)["phoenix"]["span_id"] == "s1"
