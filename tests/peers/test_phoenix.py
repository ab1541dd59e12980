"""Phoenix itself: spans are read in the order of arrival, verdicts go back as annotations."""

import json
import secrets
import time
from uuid import UUID

import pytest

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.phoenix import PhoenixSource
from reviewer_app.connectors.phoenix.connection import Connection
from reviewer_app.connectors.phoenix.listing import Listing, Wanted, known_parameters
from reviewer_app.connectors.phoenix.mark import number_in
from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.traces.shapes import trace_in
from tests.peers.phoenix_peer import phoenix_running, span

KEY = UUID(int=31)
LABEL = {
    "verdict": "correct",
    "expected_output": "Refund 5",
    "comment": "wrong amount",
    "reviewers": ["Ada"],
}
STORED = 30.0
"""Seconds that the server may take to store what it was sent."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with phoenix_running(tmp_path_factory.mktemp("phoenix")) as started:
        yield started


@pytest.fixture
def project(server):
    name = f"agents-{secrets.token_hex(4)}"
    server.post("/v1/projects", json={"name": name}).raise_for_status()
    return name


def store(server, project, *spans):
    """Sends spans, and waits until the server lists them."""
    sent = server.post(f"/v1/projects/{project}/spans", json={"data": list(spans)})
    sent.raise_for_status()
    wanted = [one["context"]["span_id"] for one in spans]
    ends = time.monotonic() + STORED
    while time.monotonic() < ends:
        found = server.get(f"/v1/projects/{project}/spans", params={"span_id": wanted}).json()
        if len(found["data"]) == len(spans):
            return wanted
        time.sleep(0.1)
    return pytest.fail("the server did not store the spans")


def options(server, project, **more):
    return {"url": str(server.base_url).rstrip("/"), "project": project, **more}


def source(server, project, **more):
    return source_from("phoenix", "spans", options(server, project, **more))


def annotations(server, project, span_id):
    path = f"/v1/projects/{project}/span_annotations"
    return server.get(path, params={"span_ids": span_id}).json()["data"]


def outgoing(span_id, label, version=1):
    meta = {"phoenix": {"span_id": span_id}}
    return Outgoing(KEY, version, label, "spans", span_id, "digest", meta)


@pytest.fixture
def sink(server, project):
    made = sink_from("phoenix", "back", options(server, project))
    yield made
    made.close()


def test_a_run_comes_in_with_its_steps(server, project):
    root = span(1)
    context = root["context"]
    tool = span(
        2,
        parent=context["span_id"],
        trace=context["trace_id"],
        **{"tool.name": "search", "openinference.span.kind": "TOOL"},
    ) | {"span_kind": "TOOL"}
    store(server, project, tool, root)
    found = source(server, project, map="confidence=attributes.metadata.confidence")
    (reading,) = found.read()
    item = reading.outcome
    assert (item.external_id, item.step, item.output) == (
        context["span_id"],
        "reply",
        '{"answer": 1}',
    )
    assert (item.confidence, item.model_version) == (0.4, "m-1")
    assert [(step.name, step.depth) for step in trace_in(item.trace).steps] == [
        ("reply", 0),
        ("search", 1),
    ]
    assert json.loads(item.meta)["phoenix"]["trace_id"] == context["trace_id"]


def test_a_run_that_began_long_ago_and_ended_now_is_not_left_out(server, project):
    store(server, project, span(1))
    made = source(server, project, page="1", trace="no")
    now = [0.0]
    found = PhoenixSource(
        "spans", made.connection, made.wanted, has_trace=False, clock=lambda: now[0]
    )
    cursor = None
    for minute in (0, 20, 40):
        now[0] = minute * 60.0
        cursor = list(found.read(cursor))[-1].cursor
    (late,) = store(server, project, span(2, hours=50))
    assert late in [reading.outcome.external_id for reading in found.read(cursor)]


def test_pages_give_every_span_once_and_in_order(server, project):
    stored = [one for n in range(5) for one in store(server, project, span(n, hours=9 - n))]
    readings = list(source(server, project, page="2").read())
    assert [reading.outcome.external_id for reading in readings] == stored
    middle = readings[2].cursor
    again = [r.outcome.external_id for r in source(server, project, page="2").read(middle)]
    assert set(stored[3:]) <= set(again)


def test_a_label_is_put_replaced_repeated_and_taken_back(server, project, sink):
    (span_id,) = store(server, project, span(1))
    assert "has the project" in sink.check()
    receipts = {sink.push(outgoing(span_id, LABEL)), sink.push(outgoing(span_id, LABEL))}
    assert len(receipts) == 1
    sink.push(outgoing(span_id, {"verdict": "approve", "reviewers": ["Ada"]}, 2))
    (one,) = annotations(server, project, span_id)
    assert (one["name"], one["annotator_kind"]) == ("review_verdict", "HUMAN")
    assert one["result"] == {"label": "approve", "score": 1.0, "explanation": None}
    assert (one["metadata"]["version"], one["metadata"]["reviewers"]) == (2, ["Ada"])
    sink.push(outgoing(span_id, None, 3))
    assert annotations(server, project, span_id) == []
    sink.push(outgoing(span_id, None, 3))


def test_annotations_of_others_stay(server, project, sink):
    (span_id,) = store(server, project, span(1))
    theirs = {
        "span_id": span_id,
        "name": "review_verdict",
        "annotator_kind": "HUMAN",
        "result": {"label": "good"},
        "identifier": "someone",
    }
    path = "/v1/span_annotations"
    server.post(path, params={"sync": "true"}, json={"data": [theirs]}).raise_for_status()
    sink.push(outgoing(span_id, LABEL))
    assert len(annotations(server, project, span_id)) == 2
    sink.push(outgoing(span_id, None, 2))
    (left,) = annotations(server, project, span_id)
    assert left["identifier"] == "someone"


def test_a_span_that_was_never_there_takes_no_label(server, project, sink):
    store(server, project, span(1))
    with pytest.raises(PushRefused, match="has no span deadbeefdeadbeef"):
        sink.push(outgoing("deadbeefdeadbeef", LABEL))
    assert not sink.push(outgoing("deadbeefdeadbeef", None))


def test_the_way_older_servers_are_read_comes_to_the_same(server, project):
    """Without the newer parameters the list is newest first, and what is not wanted is left out."""
    root = span(0)["context"]
    stored = [one for n in range(4) for one in store(server, project, span(n))]
    store(server, project, span(9, parent=root["span_id"]))
    connection = source(server, project).connection
    with connection.client() as client:
        older = Listing(client, connection.path(client), frozenset())
        pages = list(older.spans(Wanted(page=2), 0))
        assert [one["context"]["span_id"] for page in pages for one in page] == stored[::-1]
        after = number_in(pages[0][-1]["id"])
        again = [one for page in older.spans(Wanted(page=2), after) for one in page]
        assert [number_in(one["id"]) for one in again][-1] == after
    assert describes_what_is_used(server)


def describes_what_is_used(server):
    """Whether this server describes every parameter that is used where it is there."""
    address = str(server.base_url).rstrip("/")
    with Connection(address).client() as client:
        return known_parameters(client) >= {"sort", "order", "parent_id", "span_kind", "trace_id"}
