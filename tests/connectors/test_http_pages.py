"""A feed of many pages, and the place that the next pull begins from."""

import json
from itertools import count

import pytest
import stamina
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.http.paging import FeedEndless, NextElsewhere, NextUnreadable
from reviewer_app.connectors.registry import source_from
from tests.web_server import Answer, serving

RECORDS = [{"id": str(n), "output": f"o{n}", "at": n // 2} for n in range(7)]
TOKEN = "tok-123456"  # noqa: S105 - what must go nowhere else
ALL = [record["output"] for record in RECORDS]


@pytest.fixture(autouse=True)
def _no_waits():
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def server():
    with serving() as server:
        yield server


def feed(server, path="/feed", **options):
    return source_from("http", "feed", {"url": f"{server.address}{path}", **options})


def said(readings):
    return [reading.outcome.output for reading in readings]


def page(number, size=3):
    return RECORDS[number * size :][:size]


def test_a_link_header_is_followed_by_itself(server):
    def answer(asked):
        number = int(asked.param("p") or 0)
        links = {"Link": f'</feed?p={number + 1}>; rel="next"'} if number < 2 else {}
        return Answer(page(number), headers=links)

    server.on("GET", "/feed", answer)
    assert said(feed(server).read()) == ALL


@pytest.mark.parametrize("told", ["/feed?p={}", "?p={}", "{address}/feed?p={}"])
def test_an_address_in_the_answer_is_followed(server, told):
    def answer(asked):
        number = int(asked.param("p") or 0)
        following = told.format(number + 1, address=server.address)
        if "{address}" in told:
            following = f"{server.address}/feed?p={number + 1}"
        return {"items": page(number), "paging": {"next": following if number < 2 else None}}

    server.on("GET", "/feed", answer)
    assert said(feed(server, next="paging.next").read()) == ALL


@pytest.mark.parametrize("end", [None, "", False, "missing"])
def test_a_token_in_the_answer_is_sent_back(server, end):
    def answer(asked):
        number = int(asked.param("after") or 0)
        more = {} if end == "missing" else {"token": end}
        return {"items": page(number), **({"token": number + 1} if number < 2 else more)}

    server.on("GET", "/feed", answer)
    source = feed(server, "/feed?v=2", next="token", next_param="after", size="limit=3")
    assert said(source.read()) == ALL
    assert [asked.param("after") for asked in server.asked] == [None, "1", "2"]
    assert {(asked.param("v"), asked.param("limit")) for asked in server.asked} == {("2", "3")}


@pytest.mark.parametrize(("path", "first"), [("/feed", 1), ("/feed?page=0", 0)])
def test_pages_are_counted_up_to_an_empty_one(server, path, first):
    server.on("GET", "/feed", lambda asked: page(int(asked.param("page") or first) - first))
    assert said(feed(server, path, page_param="page").read()) == ALL


def test_pages_are_counted_up_to_one_that_is_not_there(server):
    def answer(asked):
        number = int(asked.param("page") or 1) - 1
        return page(number) or Answer({"detail": "Invalid page."}, 404)

    server.on("GET", "/feed", answer)
    assert said(feed(server, page_param="page").read()) == ALL


def test_a_feed_that_gives_its_last_page_for_ever_ends(server):
    server.on("GET", "/feed", lambda asked: page(min(int(asked.param("page") or 1) - 1, 2)))
    found = said(feed(server, page_param="page").read())
    assert found[:7] == ALL
    assert set(found[7:]) == {"o6"}


def test_a_feed_may_say_whether_there_is_more_to_count(server):
    def answer(asked):
        number = int(asked.param("page") or 1) - 1
        return {"items": page(number), "more": number < 2}

    server.on("GET", "/feed", answer)
    assert said(feed(server, page_param="page", next="more").read()) == ALL
    assert len(server.asked) == 3


def test_records_passed_over_are_counted_even_where_pages_are_shorter_than_asked(server):
    server.on("GET", "/feed", lambda asked: RECORDS[int(asked.param("offset") or 0) :][:2])
    assert said(feed(server, offset_param="offset", size="limit=100").read()) == ALL


def test_a_next_page_elsewhere_is_not_called_and_what_came_before_is_kept(server):
    with serving() as other:
        answer = {"items": page(0), "next": f"{other.address}/feed"}
        server.on("GET", "/feed", answer)
        found = []
        with pytest.raises(NextElsewhere, match="not called"):
            found.extend(feed(server, next="next", token=TOKEN).read())
        assert said(found) == ["o0", "o1", "o2"]
        assert other.asked == []


@pytest.mark.parametrize("told", ["//evil.example/a", "https://127.0.0.1/x", "ftp://x", "http:x@y"])
def test_other_ways_to_leave_are_closed_too(server, told):
    server.on("GET", "/feed", {"items": page(0), "next": told})
    with pytest.raises((NextElsewhere, FeedEndless, Unreachable)):
        said(feed(server, next="next").read())
    assert {asked.headers["host"] for asked in server.asked} == {
        server.address.removeprefix("http://")
    }


@pytest.mark.parametrize("told", [7, True, ["/feed"], {"href": "/feed"}, "http://[::1"])
def test_a_next_page_that_makes_no_sense_is_told(server, told):
    server.on("GET", "/feed", {"items": page(0), "next": told})
    with pytest.raises(NextUnreadable, match="next"):
        said(feed(server, next="next").read())


def test_a_feed_that_leads_back_to_its_start_ends(server):
    server.on("GET", "/feed", {"items": page(0), "next": "/more"})
    server.on("GET", "/more", {"items": page(1), "next": "/feed"})
    found = []
    with pytest.raises(FeedEndless):
        found.extend(feed(server, next="next").read())
    assert said(found) == ALL[:6]


def test_a_feed_with_ever_new_tokens_for_the_same_page_ends(server):
    tokens = count()
    server.on("GET", "/feed", lambda _: {"items": page(0), "next": f"t{next(tokens)}"})
    with pytest.raises(FeedEndless):
        said(feed(server, next="next", next_param="after").read())
    assert len(server.asked) < 10


def test_a_page_that_cannot_be_had_costs_nothing_of_those_before(server):
    server.on("GET", "/feed", {"items": page(0), "next": "/more"})
    server.on("GET", "/more", Answer("busy", 503, {"Retry-After": "5"}))
    found = []
    with pytest.raises(Unreachable):
        found.extend(feed(server, next="next", cursor="at", cursor_param="since").read())
    assert said(found) == ["o0", "o1", "o2"]
    assert all("at" not in json.loads(reading.cursor) for reading in found)


def test_an_unchanged_feed_is_not_sent_again(server):
    def answer(asked):
        is_known = asked.headers.get("if-none-match") == 'W/"1"'
        return Answer(status=304) if is_known else Answer(RECORDS, headers={"ETag": 'W/"1"'})

    server.on("GET", "/feed", answer)
    *before, last = feed(server).read()
    assert said(feed(server).read(last.cursor)) == []
    assert said(feed(server).read(before[-1].cursor)) == ALL
    assert said(feed(server, map="agent=id").read(last.cursor)) == ALL  # read in another way
    server.on("GET", "/feed", Answer(RECORDS[:1], headers={"ETag": '"2"'}))
    assert said(feed(server).read(last.cursor)) == ["o0"]


@pytest.mark.parametrize(
    ("date", "is_sent"),
    [("Thu, 01 Jan 2026 00:00:09 GMT", True), ("Thu, 01 Jan 2026 00:00:01 GMT", False)],
)
def test_a_change_within_the_second_of_the_answer_is_not_missed(server, date, is_sent):
    changed = "Thu, 01 Jan 2026 00:00:00 GMT"
    server.on("GET", "/feed", Answer(RECORDS, headers={"Last-Modified": changed, "Date": date}))
    *_, last = feed(server).read()
    said(feed(server).read(last.cursor))
    assert (server.asked[-1].headers.get("if-modified-since") == changed) is is_sent


def test_the_mark_of_a_first_page_says_nothing_of_those_behind_it(server):
    def answer(asked):
        number = int(asked.param("p") or 0)
        following = f"/feed?p={number + 1}" if number < 2 else None
        return Answer({"items": page(number), "next": following}, headers={"ETag": f'"{number}"'})

    server.on("GET", "/feed", answer)
    *_, last = feed(server, next="next").read()
    assert said(feed(server, next="next").read(last.cursor)) == ALL
    assert all("if-none-match" not in asked.headers for asked in server.asked)


def test_a_full_page_may_get_another_behind_it_and_is_read_again(server):
    server.on("GET", "/feed", Answer(RECORDS, headers={"ETag": '"1"'}))
    *_, last = feed(server, size="limit=7").read()
    assert said(feed(server, size="limit=7").read(last.cursor)) == ALL


def test_a_cursor_leads_from_page_to_page_and_from_pull_to_pull(server):
    there = list(RECORDS[:5])

    def answer(asked):
        return [r for r in there if r["at"] >= int(asked.param("since") or 0)][:3]

    server.on("GET", "/feed", answer)
    source = feed(server, cursor="at", cursor_param="since")
    *_, last = source.read()
    assert json.loads(last.cursor)["at"] == "2"
    there.extend(RECORDS[5:])
    assert set(said(source.read(last.cursor))) == {"o4", "o5", "o6"}


def test_a_cursor_of_the_whole_answer_is_sent_back_as_it_came(server):
    def answer(asked):
        number = int((asked.param("sync") or "s0")[1:])
        return {"items": page(number), "sync": f"s{min(number + 1, 3)}"}

    server.on("GET", "/feed", answer)
    source = feed(server, cursor="sync", cursor_param="sync")
    *_, last = source.read()
    assert json.loads(last.cursor)["at"] == "s3"
    assert said(source.read(last.cursor)) == []


def test_a_cursor_that_goes_in_circles_ends(server):
    following = {None: "a", "a": "b", "b": "a"}
    server.on(
        "GET", "/feed", lambda asked: {"items": page(0), "c": following[asked.param("since")]}
    )
    with pytest.raises(FeedEndless):
        said(feed(server, cursor="c", cursor_param="since").read())


def test_a_cursor_that_is_no_longer_known_says_what_to_do(server):
    server.on("GET", "/feed", RECORDS)
    source = feed(server, cursor="id", cursor_param="since")
    server.on("GET", "/feed", lambda asked: [] if asked.param("since") else RECORDS)
    *_, last = source.read()
    server.on("GET", "/feed", Answer("gone", 410))
    with pytest.raises(Unreachable, match="remove the source"):
        said(source.read(last.cursor))


@pytest.mark.parametrize(
    "cursor", ["", "7", "{", "null", '{"at": 1}', '{"other": "x"}', '{"feed": "x", "at": "9"}']
)
def test_a_cursor_of_another_feed_reads_from_the_start(server, cursor):
    server.on("GET", "/feed", lambda asked: [] if asked.param("since") else RECORDS)
    assert said(feed(server, cursor="at", cursor_param="since").read(cursor)) == ALL


def test_records_put_in_front_while_pages_are_read_are_not_passed_over(server):
    there = [{"id": str(n), "output": f"o{n}", "at": n} for n in (3, 2, 1, 0)]

    def answer(asked):
        since, number = int(asked.param("since") or 0), int(asked.param("page") or 1) - 1
        newest_first = [r for r in there if r["at"] >= since]
        if number == 0 and len(there) == 4:
            there.insert(0, {"id": "4", "output": "o4", "at": 4})
        return {"items": newest_first[number * 2 :][:2], "newest": there[0]["at"]}

    server.on("GET", "/feed", answer)
    source = feed(server, cursor="newest", cursor_param="since", page_param="page")
    *_, last = source.read()
    assert "o4" in said(source.read(last.cursor))


def test_the_connection_is_closed_when_the_reader_stops(server):
    server.on("GET", "/feed", {"items": page(0), "next": "/more"})
    server.on("GET", "/more", {"items": page(1)})
    readings = feed(server, next="next").read()
    assert next(readings).outcome.output == "o0"
    readings.close()
    assert len(server.asked) == 1


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(
    st.lists(st.integers(0, 6), min_size=1, max_size=12).map(sorted),
    st.integers(2, 5),
    st.sampled_from(["drain", "next", "pages", "backwards"]),
    st.data(),
)
def test_from_no_cursor_is_anything_passed_over(server, times, size, way, data):
    there = [{"id": str(n), "output": f"o{n}", "at": at} for n, at in enumerate(times)]
    size = max(size, max(times.count(at) for at in times) + 1)  # else no such feed can be read

    def answer(asked):
        since, number = int(asked.param("since") or 0), int(asked.param("page") or 1) - 1
        found = [record for record in there if record["at"] >= since]
        found = found[::-1] if way == "backwards" else found
        shown = found[number * size :][:size]
        more = number + 2 if found[(number + 1) * size :] else None
        return {"items": shown, "more": more}

    options = {
        "drain": {},
        "next": {"next": "more", "next_param": "page"},
        "pages": {"page_param": "page"},
        "backwards": {"page_param": "page"},
    }[way]
    server.on("GET", "/feed", answer)
    source = feed(server, cursor="at", cursor_param="since", **options)
    readings = list(source.read())
    assert {reading.outcome.output for reading in readings} == {r["output"] for r in there}
    stop = data.draw(st.integers(0, len(readings) - 1))
    there.append({"id": "new", "output": "new", "at": 6})
    later = set(said(readings[stop + 1 :])) | {"new"}
    assert later <= set(said(source.read(readings[stop].cursor)))
