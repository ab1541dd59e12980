"""Labels of reviewed runs as feedback in LangSmith."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self
from uuid import UUID, uuid5

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.langsmith.connection import OPTIONS, Connection, project_id
from reviewer_app.connectors.langsmith.listing import item_path
from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.facts import facts_of
from reviewer_app.connectors.web.presence import make_sure
from reviewer_app.connectors.web.receipts import receipt_of, target_in, words_in
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict

KEY = "review_verdict"
"""The key of the feedback."""

_PLACE = ("run_id", "trace_id", "project_id", "start_time", "queue_item_id")
_FEEDBACK = "/api/v1/feedback"


@dataclass(frozen=True)
class LangSmithSink:
    """Gives feedback on the run that an output came from, and completes its item of a queue.

    The feedback's id is made from the item, so that there is one for each. LangSmith lets verdict,
    comment and correction of a feedback be changed, but not who it came from: names of reviewers
    are those of the first version. Written against the public interface that LangSmith's Python
    package 0.15.0 describes, and tested against recorded shapes; it has not been run against the
    service.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "langsmith"
    is_final: ClassVar[bool] = False

    name: str
    connection: Connection
    project: str = ""

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str]) -> Self:
        """The sink that a person configured.

        Raises:
            UsageError: a value that cannot be used.
        """
        return cls(name, Connection.from_options(options), options.get("project", ""))

    def push(self, outgoing: Outgoing) -> str:
        """Puts the feedback of this item in place, or takes it back.

        Raises:
            Unreachable: the server does not answer.
            PushRefused: the item has no run there, or the server does not take the feedback.
        """
        identity = feedback_id(outgoing.key)
        if outgoing.label is None:  # known by the item alone, should its content be erased
            self._delete(identity)
            self._close(_known(outgoing), is_done=False)
            return ""
        target = _target_of(outgoing)
        self._put(identity, target, outgoing, outgoing.label)
        self._close(target, is_done=True)
        return receipt_of(target, *_PLACE)

    def check(self) -> str:
        """Asks whether the key is known, and for the project where one is named.

        Raises:
            Unreachable: the server does not answer, or does not know the key.
            ProjectUnknown: it has no such project.
        """
        if self.project:
            project_id(self._client, self.project)
        self._client.get("/api/v1/sessions", {"limit": 1})
        reply = self._client.get("/api/v1/info")
        version = reply.object().get("version")
        return sentence(
            "LangSmith {version} at {place} lets this connection in.",
            version=reply.without_secrets(str(version or "")),
            place=self._client.place,
        )

    def close(self) -> None:
        """Closes the connections to the server."""
        self._client.close()

    @cached_property
    def _client(self) -> Client:
        return self.connection.client()

    def _put(
        self, identity: str, target: Mapping[str, str], outgoing: Outgoing, label: Label
    ) -> None:
        """Changes the feedback where there is one, or makes it.

        Whichever is likelier comes first; feedback that was just made may not be found for a
        while, and is then made again under the same id.
        """
        said = feedback(target, label)
        path = f"{_FEEDBACK}/{identity}"
        is_likely = bool(outgoing.receipt) or outgoing.version > 1
        if is_likely and self._is_changed(path, said):
            return
        made = {"id": identity, **_about(target, outgoing, label), **said}
        made = {name: value for name, value in made.items() if value is not None}
        reply = self._client.send("POST", _FEEDBACK, body=made, taken=(404, 409))
        reply.confirmed()
        if reply.status == 404:
            self._make_sure()
            raise PushRefused(
                sentence(
                    "LangSmith at {place} has no run {run} any more, so there is nothing to put "
                    "the label on. Labels exported to a file hold it.",
                    place=reply.place,
                    run=target["run_id"],
                )
            )
        if reply.status == 409:
            self._client.send("PATCH", path, body=said).confirmed()

    def _is_changed(self, path: str, said: Mapping[str, Any]) -> bool:
        """Changes the feedback; False where there is none."""
        reply = self._client.send("PATCH", path, body=said, taken=(404,))
        return reply.confirmed().status != 404

    def _delete(self, identity: str) -> None:
        path = f"{_FEEDBACK}/{identity}"
        if self._client.send("DELETE", path, taken=(404,)).confirmed().status == 404:
            self._make_sure()

    def _make_sure(self) -> None:
        make_sure(self._client, "LangSmith", "/api/v1/info")

    def _close(self, target: Mapping[str, str], *, is_done: bool) -> None:
        """Completes the item of the queue, or shows it again; one that was removed stays so."""
        item = target.get("queue_item_id")
        if item:
            body = {"status": "completed" if is_done else None}
            self._client.send("POST", item_path(item), body=body, taken=(404,)).confirmed()


def feedback_id(key: UUID) -> str:
    """The id of an item's feedback, the same on every machine."""
    return str(uuid5(key, "langsmith feedback"))


def feedback(target: Mapping[str, str], label: Label) -> dict[str, Any]:
    """What a feedback says, and can be changed; None takes away what an earlier version said."""
    verdict, expected = str(label["verdict"]), label.get("expected_output")
    is_correction = verdict == Verdict.CORRECT and expected is not None
    return {
        "score": 1 if verdict == Verdict.APPROVE else 0,
        "value": verdict,
        "comment": label.get("comment"),
        "correction": correction(target, str(expected)) if is_correction else None,
    }


def correction(target: Mapping[str, str], expected: str) -> dict[str, Any]:
    """The corrected output in the form that the run's own outputs have."""
    name = target.get("output_name")
    is_plain = name is not None and expected.lstrip()[:1] != "["
    try:
        value = expected if is_plain else parse(expected)
    except JsonRefused:
        value = expected
    return value if name is None and isinstance(value, dict) else {name or "output": value}


def _about(target: Mapping[str, str], outgoing: Outgoing, label: Label) -> dict[str, Any]:
    """What a feedback is on and where it came from; it stays as it was made."""
    facts = facts_of(outgoing, label)
    del facts["version"]  # it would be that of the first one for good
    return {
        "key": KEY,
        "run_id": target["run_id"],
        "trace_id": target.get("trace_id"),
        "session_id": target.get("project_id"),
        "start_time": target.get("start_time"),
        "feedback_source": {"type": "api", "metadata": facts},
        "extend_trace_retention": False,
    }


def _target_of(outgoing: Outgoing) -> dict[str, str]:
    """What an item's feedback is put on.

    Raises:
        PushRefused: the item did not come from LangSmith.
    """
    found = _known(outgoing)
    if "run_id" in found:
        return found
    raise PushRefused(
        sentence(
            "The item {item} did not come from LangSmith, so its label cannot go there. An item "
            "of another source needs metadata.langsmith.run_id.",
            item=outgoing.external_id,
        )
    )


def _known(outgoing: Outgoing) -> dict[str, str]:
    """Where the item is in LangSmith, by what it says itself, else by the receipt."""
    return words_in(outgoing.meta.get("langsmith"), target_in(outgoing.receipt))
