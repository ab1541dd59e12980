"""A real Label Studio: predictions come in, annotations go back and are read again there."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import httpx2
import pytest

from reviewer_app.connectors.failures import PushRefused, Unreachable
from reviewer_app.connectors.label_studio import LabelStudioSink
from reviewer_app.connectors.label_studio.annotation import ControlMissing
from reviewer_app.connectors.registry import sink_from, source_from
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.outgoing import Outgoing
from tests.peers.label_studio_peer import (
    INTENT,
    OPEN,
    TOKEN,
    WHOLE,
    Server,
    label_studio_running,
    prediction,
)

SPACE = UUID(int=7)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with label_studio_running(tmp_path_factory.mktemp("labelstudio")) as started:
        yield started


def options(server: Server, project: int, **more: str) -> dict[str, str]:
    return {"url": server.address, "token": TOKEN, "project": str(project), **more}


def read(server: Server, project: int, cursor: str | None = None, **more: str) -> list[Reading]:
    source = source_from("label-studio", "ls", options(server, project, **more))
    return list(source.read(cursor))


def ids(found: list[Reading]) -> list[str]:
    return [one.outcome.external_id for one in found if isinstance(one.outcome, Incoming)]


def outputs(found: list[Reading]) -> list[str]:
    return [one.outcome.output for one in found if isinstance(one.outcome, Incoming)]


@pytest.fixture
def sink(server: Server) -> Iterator[LabelStudioSink]:
    """A sink of a project of its own, and its tasks among its options."""
    made = sink_from("label-studio", "ls", options(server, server.project(WHOLE)))
    assert isinstance(made, LabelStudioSink)
    yield made
    made.close()


def outgoing(server: Server, project: int, **label: Any) -> Outgoing:
    """The label of the project's first prediction."""
    found = read(server, project)[0].outcome
    assert isinstance(found, Incoming)
    usual = {
        "verdict": "approve",
        "expected_output": None,
        "error_types": [],
        "severity": None,
        "comment": None,
        "reviewers": ["Ada"],
        "decided_at": "2026-01-02T03:04:05+00:00",
        "active_seconds": 3.5,
    }
    key = uuid5(SPACE, f"{project}:{found.external_id}")
    return Outgoing(
        key, 1, {**usual, **label}, "ls", str(found.external_id), "d1", json.loads(found.meta)
    )


def task_of(sent: Outgoing) -> int:
    return int(sent.meta["label_studio"]["task"])


def values(annotation: Mapping[str, Any]) -> dict[str, Any]:
    """What each control of an annotation says."""
    return {
        part["from_name"]: part["value"].get("choices") or part["value"].get("text")
        for part in annotation["result"]
    }


def test_each_prediction_is_an_output_and_its_score_a_confidence_only_if_mapped(server):
    project = server.project(WHOLE)
    found = read(server, project)
    first = found[0].outcome
    assert isinstance(first, Incoming)
    assert (first.output, first.input, first.model_version) == ("refund", "money 0", "m-1")
    assert first.confidence is None
    about = json.loads(first.meta)["label_studio"]
    assert about["project"] == project
    assert first.external_id == f"{about['task']}:{about['prediction']}"
    mapped = read(server, project, map="confidence=prediction.score\nmetadata.by=prediction.task")
    assert mapped[0].outcome.confidence == 0.4


def test_more_tasks_than_a_page_are_all_read(server):
    project = server.project(WHOLE, count=205)
    found = read(server, project)
    assert len(set(ids(found))) == 205
    assert found[-1].total == 205
    assert ids(read(server, project, found[99].cursor)) == ids(found)[100:]


def test_a_pull_reads_on_and_predictions_imported_in_bulk_are_not_missed(server):
    project = server.project(WHOLE, count=3)
    found = read(server, project)
    task = int(ids(found)[1].split(":")[0])
    assert set(ids(read(server, project, found[-1].cursor, overlap="1h"))) == set(ids(found))
    server.call(
        "POST",
        f"/api/projects/{project}/import/predictions",
        [{"task": task, **prediction("other", "m-2")}],
    )
    # The time of the task has not moved: a pull that trusts it alone would not see this one.
    later = read(server, project, _as_if_later(found[-1].cursor))
    assert "other" in outputs(later)
    server.call("POST", "/api/predictions/", {"task": task, **prediction("refund", "m-3")})
    last = read(server, project, later[-1].cursor, predictions="latest")
    assert [one.outcome.model_version for one in last if one.outcome.external_id == str(task)] == [
        "m-3"
    ]


def _as_if_later(cursor: str | None) -> str:
    """The cursor of a pull that began after everything so far."""
    return json.dumps({**json.loads(cursor or ""), "begun": "2099-01-01T00:00:00+00:00"})


def test_a_pull_after_which_nothing_came_reads_nothing(server):
    project = server.project(WHOLE)
    cursor = _as_if_later(read(server, project)[-1].cursor)
    assert read(server, project, cursor) == []


def test_tasks_without_a_prediction_are_outputs_where_a_mapping_says_so(server):
    project = server.project(WHOLE, count=0)
    server.call("POST", f"/api/projects/{project}/import", [{"data": {"text": "alone", "n": 1}}])
    assert read(server, project) == []
    (found,) = read(server, project, map="output=data.text\ninput=data.n")
    assert (found.outcome.output, found.outcome.input) == ("alone", "1")
    source = source_from("label-studio", "ls", options(server, project))
    (sample,) = source.sample(5)
    assert sample.raw["data"]["text"] == "alone"
    assert isinstance(sample.outcome, Problem)


def test_a_filter_or_a_tab_says_which_tasks_are_read(server):
    project = server.project(WHOLE, score=0.9)
    server.call(
        "POST",
        f"/api/projects/{project}/import",
        [{"data": {"text": "unsure"}, "predictions": [prediction("other", score=0.1)]}],
    )
    low = {
        "filter": "filter:tasks:predictions_score",
        "operator": "less",
        "type": "Number",
        "value": 0.5,
    }
    first = int(ids(read(server, project))[0].split(":")[0])
    one = {"filter": "filter:tasks:id", "operator": "equal", "type": "Number", "value": first}
    only_low = json.dumps({"conjunction": "and", "items": [low]})
    found = read(server, project, filter=only_low)
    assert outputs(found) == ["other"]
    assert read(server, project, _as_if_later(found[-1].cursor), filter=only_low) == []
    either = {"conjunction": "or", "items": [low, one]}
    assert outputs(read(server, project, filter=json.dumps(either))) == ["other", "refund"]
    tab = server.call(
        "POST", "/api/dm/views/", {"project": project, "data": {"title": "t", "filters": either}}
    )["id"]
    assert outputs(read(server, project, filter=str(tab))) == ["other", "refund"]


def test_an_approved_prediction_becomes_an_annotation_that_equals_it(server, sink):
    sent = outgoing(server, sink.project.number, comment="fine", error_types=["tone"])
    receipt = sink.push(sent)
    (made,) = server.annotations(task_of(sent))
    assert json.loads(receipt)["annotation"] == made["id"]
    assert values(made) == {"intent": ["refund"], "verdict": ["approve"], "comment": ["fine"]}
    assert made["parent_prediction"] == sent.meta["label_studio"]["prediction"]
    assert made["lead_time"] == 3.5
    meta = next(part["meta"] for part in made["result"] if part["from_name"] == "verdict")
    assert (meta["reviewers"], meta["error_types"], meta["digest"]) == (["Ada"], ["tone"], "d1")


def test_a_push_that_is_repeated_leaves_one_annotation_even_if_its_receipt_was_lost(server, sink):
    sent = outgoing(server, sink.project.number)
    receipt = sink.push(sent)
    assert sink.push(sent) == receipt  # found again by what its parts are called
    assert sink.push(replace(sent, receipt=receipt)) == receipt
    assert len(server.annotations(task_of(sent))) == 1


def test_a_changed_label_changes_the_annotation_and_goes_into_the_control_it_corrects(server, sink):
    sent = outgoing(server, sink.project.number)
    receipt = sink.push(sent)
    label = {**sent.label, "verdict": "correct", "expected_output": "other"}
    assert sink.push(replace(sent, version=2, label=label, receipt=receipt)) == receipt
    (made,) = server.annotations(task_of(sent))
    assert values(made) == {"intent": ["other"], "verdict": ["correct"], "corrected": ["other"]}
    free = {**label, "expected_output": "none of these"}
    sink.push(replace(sent, version=3, label=free, receipt=receipt))
    (made,) = server.annotations(task_of(sent))
    assert values(made) == {"verdict": ["correct"], "corrected": ["none of these"]}


def test_a_label_that_is_taken_back_takes_its_annotation_along_and_no_other(server, sink):
    sent = outgoing(server, sink.project.number)
    other = {"result": [], "was_cancelled": False}
    server.call("POST", f"/api/tasks/{task_of(sent)}/annotations/", other)
    receipt = sink.push(sent)
    assert sink.push(replace(sent, version=2, label=None)) == ""  # the receipt was lost
    assert sink.push(replace(sent, version=2, label=None, receipt=receipt)) == ""
    (left,) = server.annotations(task_of(sent))
    assert left["result"] == []
    sink.push(replace(sent, version=3, receipt=receipt))
    assert len(server.annotations(task_of(sent))) == 2


def test_an_annotation_that_somebody_deleted_is_made_again(server, sink):
    sent = outgoing(server, sink.project.number)
    receipt = sink.push(sent)
    server.call("DELETE", f"/api/annotations/{json.loads(receipt)['annotation']}/")
    again = sink.push(replace(sent, version=2, receipt=receipt))
    assert again != receipt
    assert len(server.annotations(task_of(sent))) == 1


def test_a_missing_control_is_refused_with_the_xml_to_add_and_works_once_it_is_there(server):
    project = server.project(f"{OPEN}{INTENT}</View>")
    sink = sink_from("label-studio", "ls", options(server, project))
    sent = outgoing(server, project)
    with pytest.raises(ControlMissing, match="no control “verdict”") as told:
        sink.push(sent)
    assert server.annotations(task_of(sent)) == []
    with pytest.raises(ControlMissing):
        sink.check()
    interface = f"{OPEN}{INTENT}{told.value.snippet}</View>"
    server.call("PATCH", f"/api/projects/{project}/", {"label_config": interface})
    sink.push(sent)
    assert values(server.annotations(task_of(sent))[0])["verdict"] == ["approve"]
    with pytest.raises(ControlMissing, match='TextArea name="comment"'):
        sink.push(replace(sent, label={**sent.label, "comment": "words"}))
    sink.close()


def test_a_task_that_is_gone_and_an_item_from_elsewhere_are_refused(server, sink):
    sent = outgoing(server, sink.project.number)
    place = sent.meta["label_studio"]
    with pytest.raises(PushRefused, match="does not come from project"):
        sink.push(replace(sent, meta={"label_studio": {**place, "project": 999_999}}))
    with pytest.raises(PushRefused, match="does not come from project"):
        sink.push(replace(sent, meta={}))
    server.call("DELETE", f"/api/tasks/{task_of(sent)}/")
    with pytest.raises(PushRefused, match="no longer in Label Studio"):
        sink.push(sent)
    assert sink.push(replace(sent, label=None)) == ""


def test_what_is_configured_is_checked_against_the_server(server, sink):
    assert "agents" in sink.check()
    nowhere = sink_from("label-studio", "ls", options(server, 999_999))
    with closing(nowhere), pytest.raises(Unreachable, match="no project 999999"):
        nowhere.check()
    wrong = {**options(server, 1), "token": "0" * 40}
    with pytest.raises(Unreachable, match="does not let this connection in"):
        list(source_from("label-studio", "ls", wrong).read())


def test_a_personal_access_token_is_exchanged_and_renewed(server):
    project = server.project(WHOLE)
    personal = _personal_token(server)
    mine = {**options(server, project), "token": personal}
    assert len(list(source_from("label-studio", "ls", mine).read())) == 3
    sink = sink_from("label-studio", "ls", mine)
    sent = outgoing(server, project)
    receipt = sink.push(sent)
    session = sink._calls()
    session._client._http.headers["Authorization"] = "Bearer ran.out.long-ago"
    sink.push(replace(sent, receipt=receipt, version=2))
    assert len(server.annotations(task_of(sent))) == 1
    sink.close()
    wrong = {**mine, "token": personal[:-8] + "AAAAAAAA"}
    with pytest.raises(Unreachable, match="gives no access for the personal access token") as told:
        list(source_from("label-studio", "ls", wrong).read())
    assert personal[:20] not in str(told.value)


def _personal_token(server: Server) -> str:
    """A personal access token, made as a person does it in the browser."""
    with httpx2.Client(base_url=server.address, follow_redirects=True, timeout=60) as browser:
        browser.get("/user/login/")
        form = {
            "csrfmiddlewaretoken": browser.cookies["csrftoken"],
            "email": "a@example.org",
            "password": "pw-123456",
        }
        page = {"Referer": f"{server.address}/user/login/"}
        browser.post("/user/login/", data=form, headers=page)
        sent = {"X-CSRFToken": browser.cookies["csrftoken"], "Referer": f"{server.address}/"}
        made = browser.post("/api/token/", headers=sent)
        assert made.status_code < 300, made.text
        return str(made.json()["token"])
