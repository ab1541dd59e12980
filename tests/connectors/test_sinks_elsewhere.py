"""Sinks whose item was erased, whose connection leads elsewhere now, or that a page answers for."""

import json
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
import stamina

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.registry import sink_from
from reviewer_app.domain.outgoing import Outgoing
from tests.connectors.mlflow_server import Mlflow
from tests.web_server import Answer, serving

KEY = UUID(int=9)
SECRET_WORDS = "Ada lives at 5 Elm Street"  # noqa: S105 - content that has to go
LABEL = {
    "verdict": "correct",
    "output": "world",
    "expected_output": SECRET_WORDS,
    "comment": None,
    "reviewers": ["Ada"],
    "error_types": [],
    "severity": None,
    "decided_at": None,
    "active_seconds": None,
}
ERASED = LABEL | {"output": None, "expected_output": None}
INTERFACE = """<View><Text name="text" value="$text"/><Choices name="verdict" toName="text">
<Choice value="approve"/><Choice value="correct"/><Choice value="reject"/></Choices>
<TextArea name="corrected" toName="text"/><TextArea name="comment" toName="text"/></View>"""


@pytest.fixture(autouse=True)
def _no_waits():
    with stamina.set_testing(True, attempts=1):
        yield


@dataclass
class Kept:
    """What platforms keep of labels, under whatever ids they have."""

    there: dict[str, Any] = field(default_factory=dict)

    def all(self) -> str:
        return json.dumps(self.there)


def langfuse(web):
    kept = Kept()

    def put(asked):
        (score,) = asked.json()
        kept.there[score["id"]] = score
        return Answer({}, 202)

    web.on("GET", "/api/public/projects", {"data": []})
    web.on("POST", "/api/public/scores", put)
    web.on("DELETE", "/api/public/scores/{id}", lambda asked: _gone(kept, asked.named["id"]))
    place = {"trace_id": "t1", "start_time": "2026-11-20T08:00:00Z", "status_message": SECRET_WORDS}
    return kept, {"public_key": "p", "secret_key": "secret"}, {"langfuse": place}


def langsmith(web):
    kept = Kept()

    def make(asked):
        made = asked.json()
        kept.there[made["id"]] = made
        return made

    def change(asked):
        kept.there[asked.named["id"]] |= asked.json()
        return {}

    web.on("GET", "/api/v1/info", {})
    web.on("POST", "/api/v1/feedback", make)
    web.on("PATCH", "/api/v1/feedback/{id}", change)
    web.on("DELETE", "/api/v1/feedback/{id}", lambda asked: _gone(kept, asked.named["id"]))
    place = {"run_id": "r1", "output_name": "answer", "error": SECRET_WORDS}
    return kept, {"key": "secret"}, {"langsmith": place}


def phoenix(web):
    kept = Kept()
    listed = "/v1/projects/default/span_annotations"

    def put(asked):
        (one,) = asked.json()["data"]
        assert one["span_id"] == "s1"
        kept.there[one["identifier"]] = {**one, "created_at": "2026-11-20T08:00:00Z"}
        return {"data": [{"id": "a"}]}

    web.on("POST", "/v1/span_annotations", put)
    web.on("GET", listed, lambda _: {"data": list(kept.there.values()), "next_cursor": None})
    web.on("DELETE", listed, lambda asked: _gone(kept, asked.param("identifier")))
    return kept, {}, {"phoenix": {"span_id": "s1", "status_message": SECRET_WORDS}}


def mlflow(web):
    made = Mlflow(web)
    made.add("tr-1", 1_700_000_000_000)
    kept = Kept()
    kept.there = {"tr-1": made.assessments("tr-1")}
    return kept, {"experiment": "agents"}, {"mlflow": {"trace_id": "tr-1"}}


def label_studio(web):
    kept = Kept()

    def make(asked):
        made = {**asked.json(), "id": 1, "task": 1}
        kept.there["1"] = made
        return Answer(made, 201)

    def change(asked):
        kept.there[asked.named["id"]] |= asked.json()
        return {}

    def one(asked):
        found = kept.there.get(asked.named["id"])
        return Answer({}, 404) if found is None else found

    path = "/api/annotations/{id}/"
    web.on("GET", "/api/projects/7/", {"title": "t", "label_config": INTERFACE})
    web.on("GET", "/api/tasks/1/annotations/", lambda _: list(kept.there.values()))
    web.on("POST", "/api/tasks/1/annotations/", make)
    web.on("GET", path, one)
    web.on("PATCH", path, change)
    web.on("DELETE", path, lambda asked: _gone(kept, asked.named["id"]))
    place = {"label_studio": {"project": 7, "task": 1}}
    return kept, {"token": "token-1", "project": "7"}, place


def _gone(kept: Kept, name: str | None) -> Answer:
    return Answer({}) if kept.there.pop(str(name), None) else Answer({}, 404)


PLATFORMS = {
    "langfuse": langfuse,
    "langsmith": langsmith,
    "phoenix": phoenix,
    "mlflow": mlflow,
    "label-studio": label_studio,
}
EACH = pytest.mark.parametrize("kind", sorted(PLATFORMS))


@EACH
def test_an_erased_content_is_erased_there_too_and_the_label_can_be_taken_back(kind):
    with serving() as web:
        kept, options, meta = PLATFORMS[kind](web)
        with closing(sink_from(kind, "s", {"url": web.address, **options})) as sink:
            receipt = sink.push(Outgoing(KEY, 1, LABEL, "s", "e", "d", meta))
            assert SECRET_WORDS in kept.all()
            assert SECRET_WORDS not in receipt
            again = sink.push(Outgoing(KEY, 2, ERASED, "s", "e", "d", {}, receipt=receipt))
            assert SECRET_WORDS not in kept.all()
            assert "correct" in kept.all()
            assert sink.push(Outgoing(KEY, 3, None, "s", "e", "d", {}, receipt=again)) == ""
            assert "correct" not in kept.all()


@EACH
def test_nothing_is_put_anywhere_for_an_item_that_came_from_nowhere(kind):
    with serving() as web:
        kept, options, _ = PLATFORMS[kind](web)
        sink = sink_from(kind, "s", {"url": web.address, **options})
        with closing(sink), pytest.raises(PushRefused):
            sink.push(Outgoing(KEY, 1, LABEL, "s", "e", "d", {}))
        assert not any(kept.there.values())


@EACH
@pytest.mark.parametrize("status", [200, 201, 202, 404])
@pytest.mark.parametrize("label", [LABEL, None])
@pytest.mark.parametrize("version", [1, 2])
def test_a_page_in_front_of_a_platform_takes_no_label(kind, status, label, version):
    with serving() as web:
        _, options, meta = PLATFORMS[kind](web)
        web.answer = lambda _: Answer("<html>Please sign in</html>", status)
        sink = sink_from(kind, "s", {"url": web.address, **options})
        with closing(sink), pytest.raises(Unreachable):
            sink.push(Outgoing(KEY, version, label, "s", "e", "d", meta))


@pytest.mark.parametrize("kind", [*sorted(PLATFORMS), "langgraph"])
@pytest.mark.parametrize("label", [LABEL, None])
def test_under_a_wrong_path_every_label_waits(kind, label):
    with serving() as web:
        web.answer = lambda _: Answer({"detail": "Not Found"}, 404)
        made = PLATFORMS.get(kind, lambda _: (None, {}, {}))
        _, options, meta = made(web)
        back = {"thread_id": "t", "interrupt_id": "i", "value_digest": "d", "assistant": "a"}
        waiting = {"kind": "langgraph", "id": "t:i", "allowed": ["correct"]}
        meta = meta or {"langgraph": back, "waiting": waiting}
        sink = sink_from(kind, "s", {"url": web.address, **options})
        with closing(sink):
            if kind == "langgraph" and label is None:
                assert sink.push(Outgoing(KEY, 2, label, "s", "e", "d", meta)) == ""
                return  # nothing was ever sent there, so there is nothing to take back
            with pytest.raises(Unreachable, match=r"like|has no project"):
                sink.push(Outgoing(KEY, 2, label, "s", "e", "d", meta))


@pytest.mark.parametrize("label", [LABEL, None])
def test_a_receipt_of_another_server_touches_nobodys_annotation(label):
    theirs = {"id": 1, "task": 1, "unique_id": "theirs", "result": [{"id": "theirs"}]}
    with serving() as web:
        kept, options, meta = label_studio(web)
        kept.there["1"] = dict(theirs)
        web.on("POST", "/api/tasks/1/annotations/", Answer({"id": 2}, 201))
        receipt = json.dumps({"project": 7, "task": 1, "annotation": 1})
        with closing(sink_from("label-studio", "s", {"url": web.address, **options})) as sink:
            sink.push(Outgoing(KEY, 2, label, "s", "e", "d", meta, receipt=receipt))
        assert kept.there["1"] == theirs
