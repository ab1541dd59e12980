"""Servers that break HTTP on purpose: every call ends, and nothing leaves by another way."""

import gzip
import itertools
import json
import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from threading import Event, Thread
from uuid import UUID

import pytest
import stamina

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.connectors.web import client as web_client
from reviewer_app.connectors.web.addresses import IdUnusable, segment
from reviewer_app.connectors.web.client import Client, ProxyUnusable, ReplyUnreadable
from reviewer_app.connectors.web.paging import ListingEndless
from reviewer_app.connectors.web.presence import NotThere, make_sure
from reviewer_app.domain.outgoing import Outgoing
from tests.web_server import Answer, serving

SECRET = 'sk-"not/to be-shown'  # noqa: S105 - what must not be shown
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n"


@pytest.fixture(autouse=True)
def _no_waits():
    with stamina.set_testing(True, attempts=1):
        yield


@pytest.fixture
def web():
    with serving() as server:
        yield server


@contextmanager
def saying(*parts: bytes, then: bytes = b"") -> Iterator[str]:
    """The address of a server that answers each call with these bytes, then drips one for ever."""
    ends, workers = Event(), list[Thread]()
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:

        def talk(line: socket.socket) -> None:
            with line, suppress(OSError):
                line.recv(65_536)
                line.sendall(b"".join(parts))
                while then and not ends.wait(0.01):
                    line.sendall(then)

        def listen() -> None:
            while not ends.is_set():
                with suppress(TimeoutError):
                    line, _ = listening.accept()
                    workers.append(Thread(target=talk, args=(line,)))
                    workers[-1].start()

        listening.settimeout(0.05)
        listener = Thread(target=listen)
        listener.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            ends.set()
            for thread in (listener, *workers):
                thread.join()


def nothing_packed() -> tuple[bytes, bytes]:
    """The head of a packed body that never holds anything, and what it goes on with."""
    packer = zlib.compressobj(wbits=31)
    head = packer.compress(b"") + packer.flush(zlib.Z_SYNC_FLUSH)
    empty = b"\x00\x00\x00\xff\xff"
    return _chunk(head), _chunk(empty)


def _chunk(content: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(content), content)


PACKED = CHUNKED + b"Content-Encoding: gzip\r\n\r\n"


@pytest.mark.parametrize(
    ("begin", "then"),
    [
        (OK + b"X-Long: ", b"a"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (CHUNKED + b"\r\n1;", b"a"),
        (CHUNKED + b"\r\n0\r\nX-Trailer: ", b"a"),
        (PACKED + nothing_packed()[0], nothing_packed()[1]),
        (OK + b"\r\n[", b" "),
    ],
    ids=["head", "continues", "chunk", "trailer", "packed", "no length"],
)
def test_a_call_ends_however_it_is_kept_alive(begin, then, monkeypatch):
    monkeypatch.setattr(web_client, "REPLY_SECONDS", 0.3)
    with saying(begin, then=then) as address, Client(address) as client:
        for _ in range(2):
            with pytest.raises(Unreachable, match="did not answer in time"):
                client.send("POST", "/")


def test_a_connection_that_is_used_again_ends_in_time_too(web, monkeypatch):
    monkeypatch.setattr(web_client, "REPLY_SECONDS", 0.3)
    web.on("GET", "/well", {"a": 1})
    web.on("GET", "/late", Answer(is_late=True))
    with Client(web.address) as client:
        assert client.get("/well").object() == {"a": 1}
        with pytest.raises(Unreachable, match="in time"):
            client.send("GET", "/late")


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
        OK + b"Content-Length: -5\r\n\r\nabc",
        OK + b"Content-Length: 50\r\n\r\nabc",
        OK + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
        OK + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        OK + b"Content-Encoding: " + b", ".join([b"gzip"] * 500) + b"\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 999 Odd\r\nContent-Length: 2\r\n\r\n{}",
        b"",
    ],
)
def test_what_is_no_http_waits_for_later_and_fails_no_label(answer):
    with saying(answer) as address, Client(address) as client, pytest.raises(Unreachable):
        client.send("POST", "/", body={})


def test_what_was_packed_twice_is_not_unpacked_whole(monkeypatch):
    monkeypatch.setattr(web_client, "REPLY_BYTES", 2**20)
    bomb = gzip.compress(gzip.compress(b"\0" * 2**26))
    head = b"Content-Encoding: gzip, gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb)
    with (
        saying(OK + head + bomb) as address,
        Client(address) as client,
        pytest.raises(ReplyUnreadable, match="1 MiB"),
    ):
        client.send("GET", "/")


def test_an_odd_cookie_is_no_obstacle(web):
    odd = "é=;;;=; Expires=banana; Domain=.com"
    web.on("GET", "/", Answer({"a": 1}, headers={"Set-Cookie": odd}))
    with Client(web.address) as client:
        assert client.get("/").object() == client.get("/").object() == {"a": 1}


def test_what_is_here_is_never_called_through_a_proxy(web, monkeypatch):
    web.on("GET", "/", {"a": 1})
    with serving() as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.address)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        with Client(web.address, {"Authorization": f"Bearer {SECRET}"}) as client:
            assert client.get("/").object() == {"a": 1}
        assert proxy.asked == []
        with Client("http://platform.example", seconds=1) as client, pytest.raises(PushRefused):
            client.send("GET", "/")
        assert len(proxy.asked) == 1  # elsewhere the person's own proxy is the way


@pytest.mark.parametrize("proxy", ["socks4://u:pass@h:1", "socks5://u:pass@h:1"])
def test_a_proxy_that_cannot_be_used_is_told_without_its_password(proxy, monkeypatch):
    monkeypatch.setenv("ALL_PROXY", proxy)
    monkeypatch.delenv("all_proxy", raising=False)
    options = {"url": "https://platform.example", "public_key": "p", "secret_key": SECRET}
    with (
        pytest.raises(ProxyUnusable, match="NO_PROXY") as error,
        closing(sink_from("langfuse", "back", options)) as sink,
    ):
        sink.check()
    assert "pass" not in str(error.value)


@pytest.mark.parametrize("before", range(2_300, 2_420, 7))
def test_no_part_of_a_secret_is_told_wherever_the_words_are_cut(web, before):
    told = " " * before + SECRET + " " * 5_000
    web.on("POST", "/", Answer(told, 400))
    with Client(web.address, {"x-api-key": SECRET}) as client, pytest.raises(PushRefused) as error:
        client.send("POST", "/", body={})
    assert SECRET[:4] not in str(error.value)


@pytest.mark.parametrize("written", [json.dumps(SECRET), "sk-%22not%2Fto%20be-shown"])
def test_a_secret_is_not_told_in_another_spelling_either(web, written):
    web.on("POST", "/", Answer(f"unknown key {written}", 400))
    with Client(web.address, {"x-api-key": SECRET}) as client, pytest.raises(PushRefused) as error:
        client.send("POST", "/", body={})
    assert "be-shown" not in str(error.value)


def test_a_secret_in_the_words_of_a_platforms_own_error_is_not_told(web):
    def echo(asked):
        told = f"unknown token {asked.headers['authorization']}"
        return Answer({"error_code": "INVALID", "message": told}, 400)

    web.on("GET", "/api/2.0/mlflow/experiments/get-by-name", {"experiment": {"experiment_id": "1"}})
    web.on("POST", "/api/3.0/mlflow/traces/search", echo)
    options = {"url": web.address, "experiment": "e", "token": "sk-not-to-be-shown"}
    with pytest.raises(Exception, match="filter") as error:
        list(source_from("mlflow", "s", options).read())
    assert "sk-not-to-be-shown" not in str(error.value)


@pytest.mark.parametrize(
    "text",
    ["", ".", "..", "a/b", "x/../../other", "..\\x", "a\r\nHost: x", "a\0", "\ud800", "a\u202e"],
)
def test_an_id_that_leads_elsewhere_is_part_of_no_address(text):
    with pytest.raises(IdUnusable, match="nothing was sent"):
        segment(text)


@pytest.mark.parametrize("text", ["tr-1", "a?b=c", "a#b", "a b", "ü", "%2e%2e", "a;b", "...", "@"])
def test_any_other_id_stays_one_part_of_an_address(text, web):
    web.on("GET", "/a/{id}/b", lambda asked: dict(asked.named))
    with Client(web.address) as client:
        assert client.get(f"/a/{segment(text)}/b").object() == {"id": text}


IDS = [".", "..", "x/../../other", "a\r\nX: y", "..%2f..\\other"]


@pytest.mark.parametrize("hostile", IDS)
@pytest.mark.parametrize(
    ("kind", "options", "meta"),
    [
        ("langgraph", {}, {"thread_id": "{}", "interrupt_id": "i", "value_digest": "d"}),
        (
            "langfuse",
            {"public_key": "p", "secret_key": "secret"},
            {"trace_id": "t", "queue_id": "q", "queue_item_id": "{}"},
        ),
        (
            "langfuse",
            {"public_key": "p", "secret_key": "secret"},
            {"trace_id": "t", "queue_id": "{}", "queue_item_id": "i"},
        ),
        ("langsmith", {"key": "secret"}, {"run_id": "r", "queue_item_id": "{}"}),
        ("mlflow", {"experiment": "e"}, {"trace_id": "{}"}),
    ],
)
def test_no_id_of_a_record_leads_to_another_place(web, hostile, kind, options, meta):
    web.answer = _noting(web)
    place = {name: value.replace("{}", hostile) for name, value in meta.items()}
    waiting = {"kind": "langgraph", "id": f"{hostile}:i", "allowed": ["approve"]}
    label = {"verdict": "approve", "output": "o", "comment": None, "reviewers": ["Ada"]}
    told = {kind: {**place, "assistant": "a"}, "waiting": waiting}
    outgoing = Outgoing(UUID(int=1), 1, label, "s", "e", "d", told)
    sink = sink_from(kind, "back", {"url": web.address, **options})
    with closing(sink), pytest.raises(PushRefused):
        sink.push(outgoing)
    own = {"/api/public/scores", "/api/public/v2/observations", "/api/v1/feedback"}
    assert {asked.path for asked in web.asked} <= own


def _noting(web) -> Callable[..., Answer]:
    def answer(asked):
        web.asked.append(asked)
        return Answer({})

    return answer


PAGES = [
    ("langfuse", {"public_key": "p", "secret_key": "secret"}, "GET", "/api/public/v2/observations",
     {"data": [{"id": "o", "endTime": "2026-01-01", "output": "x"}], "meta": {"cursor": "again"}}),
    ("langsmith", {"key": "secret", "project": "00000000-0000-0000-0000-000000000001"}, "POST",
     "/api/v2/runs/query",
     {"items": [{"id": "r", "end_time": "2026-01-01", "outputs": {"a": "x"}}],
      "next_cursor": "again"}),
    ("phoenix", {}, "GET", "/v1/projects/default/spans",
     {"data": [{"context": {"span_id": "s"}, "attributes": {"output.value": "x"}}],
      "next_cursor": "again"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "options", "method", "path", "page"), PAGES)
def test_a_platform_that_forgets_where_a_reading_is_does_not_read_for_ever(
    web, kind, options, method, path, page
):
    web.on(method, path, page)
    read = []
    with pytest.raises(ListingEndless, match="again and again"):
        read.extend(source_from(kind, "s", {"url": web.address, **options}).read())
    assert len(web.calls(method, path)) == 2


def test_a_queue_whose_pages_are_all_the_first_does_not_read_for_ever(web):
    items = [{"id": f"i{n}", "objectType": "SESSION"} for n in range(3)]
    page = {"data": items, "meta": {"totalPages": 10**9}}
    web.on("GET", "/api/public/annotation-queues/q/items", page)
    options = {"url": web.address, "public_key": "p", "secret_key": "secret", "queue": "q"}
    with pytest.raises(ListingEndless):
        list(source_from("langfuse", "s", options).read())


def test_threads_that_are_listed_without_end_are_not_read_for_ever(web):
    web.on("POST", "/threads/search", [{"thread_id": "t1", "updated_at": "1"}])
    with pytest.raises(ListingEndless):
        list(source_from("langgraph", "s", {"url": web.address, "page": "1"}).read())


def test_traces_that_are_listed_without_end_are_not_read_for_ever(web):
    trace = {"trace_id": "tr", "request_time": "2026-01-01T00:00:00Z", "state": "IN_PROGRESS"}
    numbers = itertools.count()
    web.on("GET", "/api/2.0/mlflow/experiments/get-by-name", {"experiment": {"experiment_id": "1"}})
    web.on(
        "POST",
        "/api/3.0/mlflow/traces/search",
        lambda _: {"traces": [trace], "next_page_token": f"{next(numbers)}"},
    )
    with pytest.raises(ListingEndless):
        list(source_from("mlflow", "s", {"url": web.address, "experiment": "e"}).read())


def test_a_mark_of_a_feed_that_no_header_can_carry_is_not_sent_back(web):
    page = Answer([{"id": "1", "output": "x"}], headers={"ETag": '"Zürich"'})
    web.on("GET", "/feed", page)
    source = source_from("http", "s", {"url": f"{web.address}/feed"})
    (first,) = source.read()
    assert len(list(source.read(first.cursor))) == 1


@pytest.mark.parametrize("answer", [Answer("<html>", 200), Answer({}, 404), Answer("gone", 404)])
def test_what_is_not_the_platform_says_of_nothing_that_it_is_gone(web, answer):
    web.on("GET", "/info", answer)
    with Client(web.address) as client, pytest.raises(NotThere, match="nothing was given up"):
        make_sure(client, "Platform", "/info")
