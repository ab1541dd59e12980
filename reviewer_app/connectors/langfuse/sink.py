"""Labels of reviewed observations as scores and corrections in Langfuse."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.langfuse.connection import OPTIONS, Connection
from reviewer_app.connectors.langfuse.listing import Wanted, queue_path, queued
from reviewer_app.connectors.langfuse.scores import (
    CORRECTION,
    VERDICT,
    correction_score,
    score_id,
    verdict_score,
)
from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.addresses import segment
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.presence import NotThere, make_sure
from reviewer_app.connectors.web.receipts import receipt_of, target_in, words_in
from reviewer_app.connectors.web.replies import objects_in
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.sentences import sentence

_PLACE = (
    "trace_id",
    "observation_id",
    "start_time",
    "queue_id",
    "queue_item_id",
    "queued_as",
)
_SCORES = "/api/public/scores"

NAMED = 5
"""Projects that a check names; keys open one."""


@dataclass(frozen=True)
class LangfuseSink:
    """Scores the observation that an output came from, and completes its item of a queue.

    A trace or observation has one correction in Langfuse, so that of another person is replaced;
    the verdict stands beside those of others. A score is stored some minutes after it was taken,
    so nothing is read back. Written against the public interface that Langfuse's Python package
    5.0.4 describes, and tested against recorded shapes; it has not been run against the service.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "langfuse"
    is_final: ClassVar[bool] = False

    name: str
    connection: Connection

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str]) -> Self:
        """The sink that a person configured.

        Raises:
            UsageError: a value that cannot be used.
        """
        return cls(name, Connection.from_options(options))

    def push(self, outgoing: Outgoing) -> str:
        """Puts the scores of this item in place, or takes them back.

        Raises:
            Unreachable: the server does not answer.
            PushRefused: the item has no trace there, or the server does not take the score.
        """
        if outgoing.label is None:
            return self._withdraw(outgoing)
        target = self._dated(_target_of(outgoing))
        self._put(verdict_score(target, outgoing, outgoing.label))
        correction = correction_score(target, outgoing, outgoing.label)
        if correction is not None:
            self._put(correction)
        elif outgoing.version > 1 or outgoing.receipt:
            self._is_deleted(score_id(outgoing.key, CORRECTION))
        self._close(target, is_done=True)
        return receipt_of(target, *_PLACE)

    def check(self) -> str:
        """Asks which project the keys open; gives a sentence with its name.

        Raises:
            Unreachable: the server does not answer, or does not know the keys.
        """
        reply = self._client.get("/api/public/projects")
        names = tuple(
            reply.without_secrets(str(one.get("name"))) for one in reply.listed("data")[:NAMED]
        )
        return sentence(
            "Langfuse at {place} lets this connection into the project {project}.",
            place=self._client.place,
            project=names,
        )

    def close(self) -> None:
        """Closes the connections to the server."""
        self._client.close()

    @cached_property
    def _client(self) -> Client:
        return self.connection.client()

    def _dated(self, target: Mapping[str, str]) -> Mapping[str, str]:
        """The target with when it began; asked for where the item, of another source, has no time.

        Raises:
            Unreachable: the server does not answer.
        """
        if "start_time" in target:
            return target
        of_trace = {"objectType": "TRACE", "objectId": target["trace_id"]}
        try:
            found = queued(self._client, of_trace, Wanted())
        except PushRefused:  # a server that cannot be asked takes the score all the same
            return target
        began = found.get("startTime") if found else None
        return {**target, "start_time": began} if isinstance(began, str) else target

    def _put(self, score: Mapping[str, Any]) -> None:
        """Sends one score by itself, since a refused one among several is not told apart.

        Raises:
            Unreachable, PushRefused: as for `push`.
        """
        reply = self._client.send("POST", _SCORES, body=[score], taken=(400, 404))
        if reply.status == 400:  # an older server takes one score, not a list of them
            reply = self._client.send("POST", _SCORES, body=score, taken=(404,))
        if reply.status == 404:  # a score of a trace that is unknown is taken
            raise NotThere(reply.place, "Langfuse")
        reply.confirmed()
        told = reply.object() if reply.status == 207 else {}
        if told.get("rejected"):
            faults = [str(one.get("message")) for one in objects_in(told.get("errors"))]
            raise PushRefused(
                sentence(
                    "{place} refused it ({status}: {told}).",
                    place=reply.place,
                    status=reply.status,
                    told=reply.without_secrets(" ".join(faults)),
                )
            )

    def _withdraw(self, outgoing: Outgoing) -> str:
        """Takes the scores back; they are known by the item alone, should its content be erased."""
        found = [self._is_deleted(score_id(outgoing.key, name)) for name in (VERDICT, CORRECTION)]
        if not any(found):
            make_sure(self._client, "Langfuse", "/api/public/projects")
        self._close(_known(outgoing), is_done=False)
        return ""

    def _is_deleted(self, score: str) -> bool:
        """Deletes a score; False where there is none."""
        path = f"{_SCORES}/{segment(score)}"
        return self._client.send("DELETE", path, taken=(404,)).confirmed().status != 404

    def _close(self, target: Mapping[str, str], *, is_done: bool) -> None:
        """Completes the item of the queue, or opens it again; one that was removed stays so."""
        queue, item = target.get("queue_id"), target.get("queue_item_id")
        if queue and item:
            path = f"{queue_path(queue)}/items/{segment(item)}"
            body = {"status": "COMPLETED" if is_done else "PENDING"}
            self._client.send("PATCH", path, body=body, taken=(404,)).confirmed()


def _target_of(outgoing: Outgoing) -> dict[str, str]:
    """What an item's scores are put on.

    Raises:
        PushRefused: the item did not come from Langfuse.
    """
    found = _known(outgoing)
    if found.get("queued_as") == "TRACE":
        found.pop("observation_id", None)  # what was asked of a person is the trace as a whole
    if "trace_id" in found:
        return found
    raise PushRefused(
        sentence(
            "The item {item} did not come from Langfuse, so its label cannot go there. An item "
            "of another source needs metadata.langfuse.trace_id.",
            item=outgoing.external_id,
        )
    )


def _known(outgoing: Outgoing) -> dict[str, str]:
    """Where the item is in Langfuse, by what it says itself, else by the receipt."""
    return words_in(outgoing.meta.get("langfuse"), target_in(outgoing.receipt))
