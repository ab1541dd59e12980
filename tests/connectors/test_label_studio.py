"""Label Studio's own shapes, read and written without a server of its own."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.label_studio.interface import InterfaceUnreadable, interface_in
from reviewer_app.connectors.label_studio.results import corrected, readable
from reviewer_app.connectors.label_studio.sweep import Sweep
from reviewer_app.connectors.label_studio.tasks import Filter, State
from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.outgoing import Outgoing
from tests.connectors.label_studio_server import INTERFACE, Project, choice
from tests.web_server import Answer, Asked, WebServer, serving

KEY = UUID("018f0000-0000-7000-8000-000000000001")
LABEL = {
    "verdict": "approve",
    "expected_output": None,
    "error_types": [],
    "severity": None,
    "comment": None,
    "reviewers": ["Ada"],
    "decided_at": None,
    "active_seconds": None,
}


@pytest.fixture
def server() -> Iterator[WebServer]:
    with serving() as made:
        yield made


@pytest.fixture
def project(server: WebServer) -> Project:
    return Project(server)


def options(server: WebServer, **more: str) -> dict[str, str]:
    return {"url": server.address, "token": "legacy-token", "project": "7", **more}


def outputs(server: WebServer, cursor: str | None = None) -> tuple[list[str], str | None]:
    source = source_from("label-studio", "ls", options(server, overlap="0s"))
    found = list(source.read(cursor))
    said = [one.outcome.output for one in found if isinstance(one.outcome, Incoming)]
    return said, found[-1].cursor if found else cursor


@pytest.fixture
def sent(project: Project) -> Outgoing:
    project.put(1, 11)
    place = {"project": 7, "task": 1, "prediction": 11}
    return Outgoing(KEY, 1, LABEL, "ls", "1:11", "d", {"label_studio": place})


@pytest.fixture
def sink(server: WebServer):
    made = sink_from("label-studio", "ls", options(server))
    yield made
    made.close()


def test_a_reply_that_is_lost_leaves_one_annotation(project, sink, sent):
    project.loses_next = True
    with pytest.raises(Unreachable):
        sink.push(sent)
    assert json.loads(sink.push(sent)) == {"project": 7, "task": 1, "annotation": 1}
    assert len(project.annotations) == 1


def test_choices_are_written_as_the_interface_stores_them(project, sink, sent):
    sink.push(sent)
    for verdict, stored in (("approve", "approve"), ("correct", "Correct"), ("reject", "REJECT")):
        label = {**LABEL, "verdict": verdict, "expected_output": "x"}
        sink.push(replace(sent, label=label))
        (made,) = project.annotations.values()
        said = {part["from_name"]: part["value"] for part in made["result"]}
        assert said["verdict"] == {"choices": [stored]}
    assert "corrected" not in said  # nothing is put in the place of what is rejected


def test_a_prediction_that_is_gone_leaves_the_verdict_alone(project, sink, sent):
    project.tasks[1]["predictions"] = []
    sink.push(sent)
    (made,) = project.annotations.values()
    assert [part["from_name"] for part in made["result"]] == ["verdict"]
    assert "parent_prediction" not in made


def test_comments_can_be_left_out(server, project, sent):
    project.interface = INTERFACE.replace('<TextArea name="comment" toName="text"/>', "")
    sink = sink_from("label-studio", "ls", options(server, comment_control="-"))
    assert "can be sent" in sink.check()
    sink.push(replace(sent, label={**LABEL, "comment": "words"}))
    sink.close()


def test_an_id_that_another_task_has_is_told(project, sink, sent):
    project.annotations[5] = {"id": 5, "task": 2, "unique_id": str(KEY), "result": []}
    with pytest.raises(PushRefused, match="another task has one with the same id"):
        sink.push(sent)


def test_what_changes_while_pages_are_read_is_left_out_by_none(server, project, monkeypatch):
    monkeypatch.setattr("reviewer_app.connectors.label_studio.tasks.PAGE", 2)
    for number in range(1, 7):
        project.put(number, number)
    source = source_from("label-studio", "ls", options(server, overlap="0s"))
    found = []
    for reading in source.read():
        found.append(reading)
        if len(found) == 2:
            project.put(1, 20)  # read already: it comes in the next pull
            project.put(5, 21)  # yet to be read: it does not move
    assert [one.outcome.external_id for one in found] == [
        "1:1",
        "2:2",
        "3:3",
        "4:4",
        "5:5",
        "5:21",
        "6:6",
    ]
    said, _ = outputs(server, found[-1].cursor)
    assert "p20" in said


def test_predictions_that_do_not_touch_their_task_are_found(server, project):
    project.put(1, 1)
    project.put(2, 2)
    _, cursor = outputs(server)
    project.age()
    project.put(3, 3)
    project.put(1, 4, is_silent=True)
    said, cursor = outputs(server, cursor)
    assert {"p3", "p4"} <= set(said)
    project.age()
    project.put(4, 5)
    said, _ = outputs(server, cursor)
    assert said == ["p5"]  # by time alone again


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 4), st.booleans(), st.booleans()), min_size=1, max_size=12)
)
def test_every_prediction_comes_in_whatever_the_order(steps):
    with serving() as server:
        project, seen = Project(server), set[str]()
        cursor: str | None = None
        for number, (task, is_silent, is_pulled) in enumerate(steps, 1):
            project.put(task, number, is_silent=is_silent)
            if is_pulled:
                said, cursor = outputs(server, cursor)
                seen |= set(said)
                project.age()
        seen |= set(outputs(server, cursor)[0])
        assert seen == {f"p{number}" for number in range(1, len(steps) + 1)}


def test_a_token_that_is_no_longer_good_is_told_without_showing_it(server):
    server.on("GET", "/api/tasks", Answer({"detail": "bad legacy-token"}, 401))
    with pytest.raises(Unreachable) as told:
        outputs(server)
    assert "legacy-token" not in str(told.value)


def test_access_is_renewed_once_when_it_has_run_out(server, project):
    project.put(1, 1)
    given_out: list[str] = []

    def renewed(asked: Asked) -> dict[str, str]:
        assert asked.json() == {"refresh": "a.b.c"}
        given_out.append(f"access-{len(given_out)}")
        return {"access": given_out[-1]}

    def tasks(asked: Asked) -> object:
        is_first = len(server.calls("GET", "/api/tasks")) == 1
        wanted = "Bearer access-0" if is_first else "Bearer access-1"
        is_good = asked.headers["authorization"] == wanted
        return project._listed(asked) if is_good else Answer({"detail": "ran out"}, 401)

    server.on("POST", "/api/token/refresh", renewed)
    server.on("GET", "/api/tasks", tasks)
    source = source_from("label-studio", "ls", {**options(server), "token": "a.b.c"})
    assert len(list(source.read())) == 1
    assert given_out == ["access-0", "access-1"]


@pytest.mark.parametrize(
    "hostile",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><View>&b;</View>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><View/>',
        "<View><Text></View>",
        "",
    ],
)
def test_an_interface_that_is_hostile_or_broken_is_refused(hostile):
    with pytest.raises(InterfaceUnreadable):
        interface_in(hostile)


def test_choices_in_other_tags_and_those_of_tasks_are_known():
    found = interface_in(
        """<View><Text name="t" value="$t"/><Choices name="a" toName="t"><View>
        <Choice value="x"><Choice value="y"/></Choice></View></Choices>
        <Choices name="b" toName="t" value="$options"/></View>"""
    )
    assert found.offers("a", ["x", "y"])
    assert found.offers("b", ["anything"])
    assert found.objects == ("t",)


TEXT = {"from_name": "answer", "to_name": "t", "type": "textarea", "value": {"text": ["a"]}}
STARS = {"from_name": "stars", "to_name": "t", "type": "rating", "value": {"rating": 4}}
SPAN = {
    "from_name": "ner",
    "to_name": "t",
    "type": "labels",
    "value": {"start": 0, "end": 3, "text": "Ada", "labels": ["Person"]},
}


@pytest.mark.parametrize(
    ("result", "wanted"),
    [
        ([], None),
        ([TEXT], "a"),
        ([choice("intent", "refund")], "refund"),
        ([choice("intent", "x", "y")], {"intent": ["x", "y"]}),
        ([TEXT, STARS], {"answer": "a", "stars": 4}),
        ([SPAN], {"ner": SPAN["value"]}),
        ([SPAN, SPAN], {"ner": [SPAN["value"], SPAN["value"]]}),
    ],
)
def test_a_result_is_shown_as_what_its_controls_say(result, wanted):
    assert readable(result) == wanted


def test_a_correction_goes_into_the_controls_where_it_fits():
    interface = interface_in(INTERFACE)
    assert corrected([TEXT], "b", interface)[0]["value"] == {"text": ["b"]}
    assert corrected([choice("intent", "refund")], "other", interface) == [
        choice("intent", "other")
    ]
    assert corrected([choice("intent", "refund")], "unknown", interface) is None
    both = corrected([TEXT, STARS], '{"answer": "a", "stars": 5}', interface)
    assert [part["value"] for part in both] == [{"text": ["a"]}, {"rating": 5}]
    assert corrected([TEXT, STARS], '{"answer": "a"}', interface) is None
    assert corrected([TEXT, STARS], "no JSON", interface) is None
    assert corrected([], "x", interface) is None


@pytest.mark.parametrize("text", ["{", "[1]", '{"items": 1}', '{"items": [1]}', "tab 3"])
def test_a_filter_that_is_none_is_refused(text):
    with pytest.raises(UsageError):
        Filter.parse(text)


def test_a_filter_is_read_in_either_form():
    item = {"filter": "filter:tasks:id", "operator": "equal", "type": "Number", "value": 1}
    inner = {"conjunction": "or", "items": [item, item]}
    assert Filter.parse(json.dumps(inner)).alternatives == ((item,), (item,))
    both = Filter.parse(json.dumps({"filters": {**inner, "conjunction": "and"}}))
    assert both.alternatives == ((item, item),)
    assert Filter.parse("12").tab == 12
    assert Filter.parse("").alternatives == ((),)


@given(st.text())
def test_no_text_passes_for_a_cursor_that_it_is_not(text):
    assert Sweep.of_text(text) is None


def test_after_a_day_everything_is_read_again():
    state = State("2026-05-03T00:00:00+00:00", 5, 5)
    done = Sweep.over_all(State("2026-05-01T00:00:00+00:00", 5, 5)).ended()
    assert done.following(state, timedelta(hours=1)).since == ""
    recent = Sweep.over_all(State("2026-05-02T12:00:00+00:00", 5, 5)).ended()
    assert recent.following(state, timedelta(hours=1)).since == "2026-05-02T11:00:00.000000Z"


@pytest.mark.parametrize(
    "wrong",
    [
        {"project": "seven"},
        {"url": "http://ls.example.org"},
        {"filter": "tab"},
        {"map": "output"},
        {"overlap": "soon"},
    ],
)
def test_an_option_that_makes_no_sense_is_refused(server, wrong):
    with pytest.raises(UsageError):
        source_from("label-studio", "ls", options(server, **wrong))


def test_the_token_is_shown_nowhere(server, sink):
    source = source_from("label-studio", "ls", options(server))
    assert "legacy-token" not in repr(source) + repr(sink)
