"""The webhook sink: one signed call for each change of a label."""

from dataclasses import replace
from uuid import UUID

import pytest

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.registry import SecretMissing, sink_from
from reviewer_app.connectors.web.addresses import AddressUnusable
from reviewer_app.connectors.webhook.signature import SignatureInvalid, verify
from reviewer_app.connectors.webhook.sink import WebhookSink
from reviewer_app.domain.outgoing import Outgoing
from tests.web_server import Answer, nobody, serving

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of a public example
KEY = UUID("0198c0de-0000-8000-8000-000000000001")
LABEL = {"verdict": "correct", "expected_output": "größer: 12345678901234567890", "n": 10**30}
OUTGOING = Outgoing(KEY, 1, LABEL, "agents", "run-1", "sha256:ab", {"big": 10**30})
NOW = 1_790_000_000.25


@pytest.fixture
def server():
    with serving() as server:
        server.on("POST", "/labels", Answer(status=204))
        yield server


@pytest.fixture
def sink(server):
    options = {"url": f"{server.address}/labels?team=a", "secret": SECRET}
    sink = replace(WebhookSink.from_options("hook", options), clock=lambda: NOW)
    yield sink
    sink.close()


def test_a_label_is_one_document_that_the_receiver_verifies(server, sink):
    receipt = sink.push(OUTGOING)
    [asked] = server.calls("POST", "/labels")
    assert verify(SECRET, asked.headers, asked.body, NOW) == receipt == f"{KEY}-1"
    assert asked.param("team") == "a"
    assert asked.headers["content-type"] == "application/json"
    assert asked.json() == {
        "type": "label.updated",
        "id": str(KEY),
        "version": 1,
        "label": LABEL,
        "item": {"source": "agents", "external_id": "run-1", "digest": "sha256:ab"},
        "sent_at": "2026-09-21T14:13:20.250000Z",
    }


def test_a_label_taken_back_says_so(server, sink):
    sink.push(replace(OUTGOING, version=2, label=None))
    [asked] = server.asked
    assert (asked.json()["type"], asked.json()["label"]) == ("label.withdrawn", None)


def test_a_repeat_has_the_same_id_and_a_new_version_another(server, sink):
    for outgoing in (OUTGOING, OUTGOING, replace(OUTGOING, version=2)):
        sink.push(outgoing)
    ids = [asked.headers["webhook-id"] for asked in server.asked]
    assert ids == [f"{KEY}-1", f"{KEY}-1", f"{KEY}-2"]


def test_a_lost_reply_is_tried_again_later_under_the_same_id(server, sink):
    server.on("POST", "/labels", Answer(is_lost=True))
    with pytest.raises(Unreachable, match="cannot be reached"):
        sink.push(OUTGOING)
    server.on("POST", "/labels", Answer({}))
    sink.push(OUTGOING)
    assert len({asked.headers["webhook-id"] for asked in server.asked}) == 1
    assert len(server.asked) == 2  # the outbox repeats a call, not the sink


def test_a_repeat_much_later_is_signed_anew(server, sink):
    sink.push(OUTGOING)
    replace(sink, clock=lambda: NOW + 86_400).push(OUTGOING)
    first, later = server.asked
    assert verify(SECRET, later.headers, later.body, NOW + 86_400)
    with pytest.raises(SignatureInvalid):
        verify(SECRET, first.headers, first.body, NOW + 86_400)


@pytest.mark.parametrize("status", [400, 404, 409, 410, 413, 422])
def test_what_a_receiver_will_not_have_is_refused(server, sink, status):
    server.on("POST", "/labels", Answer("no thanks", status))
    with pytest.raises(PushRefused, match=f"{status}: no thanks"):
        sink.push(OUTGOING)


@pytest.mark.parametrize(
    ("status", "headers", "seconds"),
    [(429, {"Retry-After": "7"}, 7.0), (503, {"Retry-After": "9999999"}, 3600.0), (500, {}, None)],
)
def test_a_busy_receiver_is_asked_when_it_wants(server, sink, status, headers, seconds):
    server.on("POST", "/labels", Answer("busy", status, headers))
    with pytest.raises(Unreachable) as told:
        sink.push(OUTGOING)
    assert told.value.retry_after == seconds


@pytest.mark.parametrize("status", [301, 304, 401, 403, 502, 507, 599])
def test_other_answers_keep_the_label_for_later(server, sink, status):
    server.on("POST", "/labels", Answer("", status, {"Location": "https://elsewhere.example"}))
    with pytest.raises(Unreachable):
        sink.push(OUTGOING)
    assert len(server.asked) == 1


def test_a_check_pings_and_sends_no_label(server, sink):
    assert "204" in sink.check()
    [asked] = server.asked
    assert asked.json().keys() == {"type", "sent_at"}
    assert asked.json()["type"] == "ping"
    assert verify(SECRET, asked.headers, asked.body, NOW).startswith("ping-")


def test_a_check_tells_that_nobody_is_there():
    sink = sink_from("webhook", "hook", {"url": nobody(), "secret": SECRET})
    with pytest.raises(Unreachable, match="cannot be reached"):
        sink.check()
    sink.close()


def test_a_token_is_sent_beside_the_signature(server):
    told = {"url": f"{server.address}/labels", "secret": "any text", "token": " tok-123456\n"}
    sink = sink_from("webhook", "hook", told)
    sink.push(OUTGOING)
    sink.close()
    [asked] = server.asked
    assert asked.headers["authorization"] == "Bearer tok-123456"


def test_no_secret_is_shown(server):
    server.on("POST", "/labels", lambda asked: Answer(asked.headers["authorization"], 400))
    told = {"url": f"{server.address}/labels", "secret": SECRET, "token": "tok-123456"}
    sink = sink_from("webhook", "hook", told)
    with pytest.raises(PushRefused) as refused:
        sink.push(OUTGOING)
    sink.close()
    shown = f"{refused.value} {refused.value!r} {sink!r} {sink}"
    assert "tok-123456" not in shown
    assert SECRET not in shown
    assert "Bearer" in str(refused.value) or "…" in str(refused.value)


def test_an_address_without_tls_on_another_machine_must_be_meant():
    told = {"url": "http://hooks.example.com/x", "secret": SECRET}
    with pytest.raises(AddressUnusable, match="not encrypted"):
        sink_from("webhook", "hook", told)
    sink_from("webhook", "hook", {**told, "plain": "yes"}).close()


def test_a_sink_without_its_secret_says_so():
    with pytest.raises(SecretMissing, match="keyring"):
        sink_from("webhook", "hook", {"url": "https://hooks.example.com"})
