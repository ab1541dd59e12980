"""A feed of JSON records: found in the answer, cut out as they came, bad ones told."""

import json

import pytest
import stamina

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.http.options import OptionUnfit
from reviewer_app.connectors.http.page import RecordsMissing
from reviewer_app.connectors.registry import source_from
from reviewer_app.connectors.web.addresses import AddressUnusable
from reviewer_app.connectors.web.client import HeaderUnusable, ReplyUnreadable
from reviewer_app.connectors.web.fields import ExpressionUnreadable
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.mapping import UnknownField
from reviewer_app.domain.validation import Limits
from tests.web_server import Answer, nobody, serving

TOKEN = "tok-123456"  # noqa: S105 - what must not be shown
EXACT = '{"n": 1.10,  "big": 12345678901234567890.5,"t":"\\u00e9"}'


@pytest.fixture(autouse=True)
def _no_waits():
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def server():
    with serving() as server:
        yield server


def feed(server, limits=None, **options):
    told = {"url": f"{server.address}/feed", **options}
    return source_from("http", "feed", told, Limits(**(limits or {})))


def outcomes(source, cursor=None):
    return [reading.outcome for reading in source.read(cursor)]


def said(source):
    """The output of each record, or the reason why it has none."""
    return [o.output if isinstance(o, Incoming) else o.reason for o in outcomes(source)]


@pytest.mark.parametrize(
    ("body", "options"),
    [
        (f'[{{"output": "a"}}, {{"output": {EXACT}}}]', {}),
        (f' \n{{"total": 2, "items": [{{"output": "a"}},{{"output": {EXACT}}}]}}', {}),
        (
            f'{{"d": {{"list": [{{"output": "a"}},{{"output": {EXACT}}}], "x": [1]}}}}',
            {"records": "d.list"},
        ),
        (f'{{"output": "a"}}\n\n{{"output": {EXACT}}}\n', {}),
        (f'{{"output": "a"}}\r\n{{"output": {EXACT}}}', {"format": "jsonl"}),
        (f'\ufeff[{{"output": "a"}}, {{"output": {EXACT}}}]', {}),
        (f'[{{"r": {{"text": "a"}}}}, {{"r": {{"text": {EXACT}}}}}]', {"map": "output=r.text"}),
    ],
)
def test_records_are_found_and_come_in_character_by_character(server, body, options):
    server.on("GET", "/feed", body)
    assert said(feed(server, **options)) == ["a", EXACT]


def test_json_lines_are_told_by_their_type_too(server):
    body = '{"output": "a"}\n{"output" broken}\n{"output": "c"}\n'
    server.on("GET", "/feed", Answer(body, headers={"Content-Type": "application/x-ndjson"}))
    found = outcomes(feed(server))
    assert [type(outcome) for outcome in found] == [Incoming, Problem, Incoming]


def test_an_answer_may_be_one_record(server):
    server.on("GET", "/feed", {"output": "alone", "steps": [{"a": 1}]})
    assert said(feed(server)) == ["alone"]


def test_records_may_be_worked_out(server):
    server.on("GET", "/feed", {"a": [{"output": "x", "ok": True}, {"output": "y", "ok": False}]})
    assert said(feed(server, records="a[?ok]")) == ["x"]


def test_fields_and_place_of_a_record(server):
    record = {"id": 7, "output": "x", "meta": {"sure": 0.5}, "lang": "de"}
    server.on("GET", "/feed", [record])
    [found] = outcomes(feed(server, map="confidence=meta.sure"))
    assert (found.external_id, found.confidence) == ("7", 0.5)
    assert json.loads(found.meta)["lang"] == "de"
    assert found.place == f"{server.address.removeprefix('http://')}/feed:record 1"


@pytest.mark.parametrize(
    "bad",
    [
        '{"output": nope}',
        '{"output": "a", "output": "b"}',
        '{"output": NaN}',
        '{"output": "\\ud800"}',
        '{"output": "\\u0000"}',
        '{"id": 1}',
        "[1, 2]",
        '"text"',
        "",
        '{"output": ' + "[" * 300 + "]" * 300 + "}",
        '{"output": "' + "x" * 1000 + '"}',
    ],
)
@pytest.mark.parametrize("wrapped", ["[%s]", '{"items": [%s], "next": null}'])
def test_a_bad_record_does_not_cost_the_rest(server, bad, wrapped):
    body = wrapped % f'{{"output": "first"}}, {bad}, {{"output": "last"}}'
    server.on("GET", "/feed", body)
    first, problem, last = outcomes(feed(server, limits={"record": 700}))
    assert (first.output, last.output) == ("first", "last")
    assert isinstance(problem, Problem)
    assert problem.place.endswith("record 2")
    assert problem.reason


def test_bytes_that_are_no_text_are_a_problem_of_their_record(server):
    server.on("GET", "/feed", b'[{"output": "\xff"}, {"output": "b"}]')
    problem, whole = outcomes(feed(server))
    assert "UTF-8" in problem.reason
    assert whole.output == "b"


def test_a_bad_record_does_not_hide_the_next_page(server):
    server.on("GET", "/feed", '{"items": [{"output": nope}], "next": "/more"}')
    server.on("GET", "/more", {"items": [{"output": "b"}]})
    assert said(feed(server, next="next"))[-1] == "b"


def test_a_list_that_breaks_off_gives_what_it_has_and_says_so(server):
    server.on("GET", "/feed", '[{"output": "a"}, {"output": "b')
    found = []
    with pytest.raises(ReplyUnreadable, match="no end"):
        found.extend(feed(server).read())  # readings before the error stay in the list
    assert [type(r.outcome) for r in found] == [Incoming, Problem]
    assert found[-1].cursor == found[0].cursor


@pytest.mark.parametrize("body", ["", "[]", '{"items": []}', '{"d": {"list": null}}'])
def test_a_feed_may_be_empty(server, body):
    server.on("GET", "/feed", Answer(body, status=204 if not body else 200))
    options = {"records": "d.list"} if "list" in body else {}
    assert outcomes(feed(server, **options)) == []


@pytest.mark.parametrize("body", [{"error": "x"}, {"d": {"list": "none"}}, [1], {"d": []}])
def test_a_list_that_is_not_where_it_should_be_is_told(server, body):
    server.on("GET", "/feed", body)
    with pytest.raises(RecordsMissing, match=r"d\.list"):
        outcomes(feed(server, records="d.list"))


@pytest.mark.parametrize("body", ["<html>Sign in</html>", "", "7", "null"])
def test_a_page_that_is_no_feed_is_told(server, body):
    server.on("GET", "/feed", Answer(body))
    with pytest.raises(ReplyUnreadable):
        outcomes(feed(server))


@pytest.mark.parametrize(
    ("told", "header", "value"),
    [
        ({}, "authorization", "Bearer tok-123456"),
        ({"token_header": "X-Api-Key"}, "x-api-key", "tok-123456"),
        ({"token_header": "authorization"}, "authorization", "Bearer tok-123456"),
    ],
)
def test_the_secret_is_sent_in_its_header(server, told, header, value):
    server.on("GET", "/feed", [])
    outcomes(feed(server, token=TOKEN, **told))
    assert server.asked[0].headers[header] == value


def test_a_secret_with_a_scheme_of_its_own_is_sent_as_it_is(server):
    server.on("GET", "/feed", [])
    told = {"token": "Token abcdef", "token_header": "Authorization"}
    outcomes(feed(server, **told))
    assert server.asked[0].headers["authorization"] == "Token abcdef"


def test_no_secret_is_shown(server):
    server.on("GET", "/feed", lambda asked: Answer(asked.headers["authorization"], 400))
    source = feed(server, token=TOKEN)
    with pytest.raises(Unreachable) as error:
        outcomes(source)
    assert TOKEN not in f"{source!r} {source} {error.value} {error.value!r}"


def test_the_query_of_the_address_is_kept(server):
    server.on("GET", "/feed", [])
    source = source_from(
        "http", "feed", {"url": f"{server.address}/feed?team=a%20b&v=1", "size": "limit=50"}
    )
    outcomes(source)
    assert server.asked[0].query == {"team": ["a b"], "v": ["1"], "limit": ["50"]}


def test_nothing_is_asked_before_the_first_record_is(server):
    feed(server).read()
    assert server.asked == []


def test_a_sample_shows_records_as_they_are_and_what_comes_in(server):
    server.on("GET", "/feed", '[{"text": "a"}, {"text": nope}, {"text": "c"}]')
    one, two = feed(server, map="output=text").sample(2)
    assert (one.raw, one.outcome.output) == ({"text": "a"}, "a")
    assert isinstance(two.outcome, Problem)
    assert "nope" in two.raw["record"]


def test_nobody_there_is_unreachable():
    with pytest.raises(Unreachable, match="cannot be reached"):
        outcomes(source_from("http", "feed", {"url": f"{nobody()}/feed"}))


@pytest.mark.parametrize("status", [400, 404, 410])
def test_a_refused_feed_says_what_to_check(server, status):
    server.on("GET", "/feed", Answer("no such feed", status))
    with pytest.raises(Unreachable, match="Check the address"):
        outcomes(feed(server))


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"next_param": "after"}, OptionUnfit),
        ({"cursor": "id"}, OptionUnfit),
        ({"cursor_param": "since"}, OptionUnfit),
        ({"token_header": "X-Key"}, OptionUnfit),
        ({"page_param": "page", "offset_param": "offset"}, OptionUnfit),
        ({"next": "n", "next_param": "after", "page_param": "page"}, OptionUnfit),
        ({"format": "xml"}, OptionUnfit),
        ({"size": "100"}, OptionUnfit),
        ({"size": "limit=0"}, OptionUnfit),
        ({"size": "limit=many"}, OptionUnfit),
        ({"records": "a["}, ExpressionUnreadable),
        ({"next": "a["}, ExpressionUnreadable),
        ({"map": "outputs=a"}, UnknownField),
        ({"url": "http://x.example/feed"}, AddressUnusable),
        ({"token": "a\nb"}, HeaderUnusable),
        ({"token": "a", "token_header": "X Key"}, HeaderUnusable),
    ],
)
def test_an_option_that_makes_no_sense_is_told_when_it_is_given(options, error):
    with pytest.raises(error):
        source_from("http", "feed", {"url": "https://x.example/feed", **options})
