"""The client of all HTTP connectors: bounded, patient, never led elsewhere."""

import gzip
import json
from itertools import count

import pytest
import stamina
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.web import client as web_client
from reviewer_app.connectors.web.client import (
    Client,
    Denied,
    Elsewhere,
    Refused,
    Reply,
    ReplyUnreadable,
    encoded,
    retry_after,
)
from tests.web_server import Answer, nobody, serving

TOKEN = "sk-not-to-be-shown"  # noqa: S105 - what must not be shown


@pytest.fixture(autouse=True)
def _no_waits():
    with stamina.set_testing(True, attempts=3):
        yield


@pytest.fixture
def server():
    with serving() as server:
        yield server


@pytest.fixture
def client(server):
    with Client(server.address, {"Authorization": f"Bearer {TOKEN}"}) as client:
        yield client


def test_an_answer_comes_as_it_was_sent(server, client):
    server.on("GET", "/runs", lambda asked: {"n": 10**30, "asked": asked.query})
    reply = client.get("/runs", {"a": "x y", "b": ["1", "2"]})
    assert reply.object() == {"n": 10**30, "asked": {"a": ["x y"], "b": ["1", "2"]}}
    assert server.asked[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert server.asked[0].headers["user-agent"] == "reviewer-app"


def test_a_question_is_asked_again_until_it_is_answered(server, client):
    tries = count(1)
    server.on("GET", "/", lambda _: Answer({}, 503) if next(tries) < 3 else {"ok": True})
    assert client.get("/").object() == {"ok": True}


def test_a_question_that_meets_no_answer_is_given_up_after_some_tries(server, client):
    server.on("GET", "/", Answer("busy", 500))
    with pytest.raises(Unreachable, match="cannot answer now") as error:
        client.get("/")
    assert len(server.asked) == 3
    assert error.value.__cause__ is None


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer("wrong key", 401), Denied),
        (Answer("not yours", 403), Denied),
        (Answer("", 302, {"Location": "https://elsewhere.example/"}), Elsewhere),
        (Answer("what?", 404), Refused),
        (Answer("wait", 429, {"Retry-After": "60"}), Unreachable),
    ],
)
def test_what_asking_again_would_not_change_is_asked_once(server, client, answer, error):
    server.on("GET", "/", answer)
    with pytest.raises(error):
        client.get("/")
    assert len(server.asked) == 1


def test_a_write_is_made_once(server, client):
    server.on("POST", "/", Answer("", 503))
    with pytest.raises(Unreachable):
        client.send("POST", "/", body={})
    assert len(server.asked) == 1


def test_a_redirect_is_not_followed_and_the_secret_stays_here(server, client):
    with serving() as other:
        server.on("GET", "/", Answer("", 307, {"Location": f"{other.address}/steal"}))
        with pytest.raises(Elsewhere, match="not followed"):
            client.get("/")
        assert other.asked == []


def test_a_refusal_knows_its_status(client):
    with pytest.raises(PushRefused) as refused:
        client.send("POST", "/nothing", body={})
    assert refused.value.status == 404
    assert "nothing is here" in str(refused.value)


def test_a_status_that_was_expected_is_an_answer(server, client):
    server.on("POST", "/", Answer("there is one", 409))
    assert client.send("POST", "/", body={}, taken=(409,)).status == 409


def test_unchanged_is_an_answer_to_a_question_only(server, client):
    server.on("GET", "/", Answer(status=304))
    server.on("POST", "/", Answer(status=304))
    assert client.get("/").status == 304
    with pytest.raises(Unreachable):
        client.send("POST", "/", body={})


def test_a_lost_connection_is_unreachable(server, client):
    server.on("GET", "/", Answer(is_lost=True))
    with pytest.raises(Unreachable, match="cannot be reached"):
        client.get("/")


def test_nobody_there_is_unreachable():
    with Client(nobody()) as client, pytest.raises(Unreachable, match="cannot be reached"):
        client.get("/")


def test_a_late_answer_is_not_waited_for_for_ever(server):
    server.on("GET", "/", Answer(is_late=True))
    with Client(server.address, seconds=0.1) as client, pytest.raises(Unreachable, match="in time"):
        client.send("GET", "/")


def test_an_answer_that_drips_for_ever_ends(server, client, monkeypatch):
    monkeypatch.setattr(web_client, "REPLY_SECONDS", -1.0)
    server.on("GET", "/", {"a": 1})
    with pytest.raises(Unreachable, match="in time"):
        client.send("GET", "/")


def test_a_huge_answer_is_not_held_even_where_it_was_packed(server, client, monkeypatch):
    monkeypatch.setattr(web_client, "REPLY_BYTES", 2**20)
    packed = gzip.compress(b"[" + b" " * 2**21 + b"]")
    assert len(packed) < 2**14
    server.on("GET", "/", Answer(packed, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(ReplyUnreadable, match="1 MiB"):
        client.get("/")
    assert len(server.asked) == 1


@pytest.mark.parametrize("body", [b"<html>", b"", b"\xff\xfe", b'{"a": 1, "a": 2}', b"NaN"])
def test_what_is_no_json_is_told(server, client, body):
    server.on("GET", "/", Answer(body))
    with pytest.raises(ReplyUnreadable, match="not JSON"):
        client.get("/").json()


def test_a_list_is_no_object(server, client):
    server.on("GET", "/", [])
    with pytest.raises(ReplyUnreadable, match="something else"):
        client.get("/").object()


def test_a_byte_order_mark_is_passed_over(server, client):
    server.on("GET", "/", Answer(b'\xef\xbb\xbf{"a": 1}'))
    assert client.get("/").object() == {"a": 1}


@pytest.mark.parametrize("status", [400, 401, 500, 302])
def test_a_secret_that_the_platform_repeats_is_not_passed_on(server, client, status):
    def echo(asked):
        told = asked.headers["authorization"]
        return Answer(f"bad token: {told}", status, {"Location": f"https://x.example/{TOKEN}"})

    server.on("POST", "/", echo)
    with pytest.raises((Unreachable, PushRefused)) as error:
        client.send("POST", "/", body={})
    assert TOKEN not in f"{error.value!s} {error.value!r} {error.value.told.values}"


def test_name_and_password_are_not_passed_on_either(server):
    server.on("GET", "/", lambda asked: Answer(asked.headers["authorization"], 400))
    with Client(server.address, auth=("public-key", "secret-key")) as client:
        with pytest.raises(Refused) as refused:
            client.get("/")
        assert "…" in str(refused.value)


def test_a_reply_shows_neither_content_nor_secret(server, client):
    server.on("GET", "/", {"output": "private"})
    shown = repr(client.get("/"))
    assert "private" not in shown
    assert TOKEN not in shown


@pytest.mark.parametrize("token", ["line\nbreak-secret", "schlüssel-secret", "a\x00secret"])
def test_a_secret_that_http_cannot_carry_is_told_without_it(token):
    with pytest.raises(web_client.HeaderUnusable, match="Copy the secret") as error:
        Client("https://x.example", {"X-Api-Key": token})
    assert "secret" not in str(error.value).replace("the secret", "")


def test_white_space_around_a_secret_is_not_part_of_it(server):
    server.on("GET", "/", lambda asked: {"sent": asked.headers["x-api-key"]})
    with Client(server.address, {"X-Api-Key": " key-1234\n"}) as client:
        assert client.get("/").object() == {"sent": "key-1234"}


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    )
)
def test_every_value_is_sent_as_the_json_that_it_is(value):
    assert json.loads(encoded(value)) == value


def test_half_a_character_can_be_sent():
    assert json.loads(encoded({"a": "\ud800"})) == {"a": "\ud800"}


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        ("9" * 400, 3600.0),
        ("Thu, 01 Jan 1970 00:01:00 GMT", 30.0),
        ("Thu, 01 Jan 1970 00:00:10 GMT", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 3600.0),
        ("soon", None),
        ("1.5", None),
        ("", None),
    ],
)
def test_the_wish_to_be_asked_later_is_read(told, seconds):
    assert retry_after({"retry-after": told}, now=30.0) == seconds


@given(st.text(max_size=40))
def test_a_wish_that_makes_no_sense_breaks_nothing(told):
    seconds = retry_after({"retry-after": told}, now=0.0)
    assert seconds is None or 0 <= seconds <= 3600


def test_what_is_told_is_one_short_line():
    reply = Reply(500, {}, b"a\n\n b" * 1000, "x.example")
    assert "\n" not in reply.told
    assert len(reply.told) <= 300
