"""Labels of reviewed spans as annotations in Phoenix."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any, ClassVar, Self
from uuid import UUID

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.phoenix.connection import OPTIONS, Connection
from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.facts import facts_of
from reviewer_app.connectors.web.moments import iso, moment_in
from reviewer_app.connectors.web.paging import Pages
from reviewer_app.connectors.web.presence import make_sure
from reviewer_app.connectors.web.receipts import receipt_of, target_in, words_in
from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict

NAME = "review_verdict"
"""The name of the annotations."""

_PROJECTS = "/v1/projects"

WITHDRAWN = "withdrawn"
"""The label of an annotation that a server cannot delete."""


@dataclass(frozen=True)
class PhoenixSink:
    """Annotates the span that an output came from, once for each item.

    Name, span and identifier make an annotation one: it is replaced when the label changes, and
    those of other tools and people stay as they are. Written against Phoenix 20.26.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "phoenix"
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
        """Puts the annotation of this item in place, or takes it back.

        Raises:
            Unreachable: the server does not answer.
            PushRefused: the item has no span, or the server has it no more.
        """
        span = _span_of(outgoing)
        if outgoing.label is None:
            self._withdraw(span, outgoing)
            return ""
        self._annotate(span, annotation(span, outgoing, outgoing.label))
        return receipt_of({"span_id": span}, "span_id")

    def check(self) -> str:
        """Looks for the project; gives a sentence with the server's version.

        Raises:
            Unreachable: the server does not answer.
            ProjectUnknown: it has no such project.
        """
        version = self.connection.version(self._client)
        return sentence(
            "Phoenix {version} at {place} has the project “{project}”.",
            version=version,
            place=self._client.place,
            project=self.connection.project,
        )

    def close(self) -> None:
        """Closes the connections to the server."""
        self._client.close()

    @cached_property
    def _client(self) -> Client:
        return self.connection.client()

    def _annotate(self, span: str, data: Mapping[str, Any]) -> None:
        """Stores one annotation; without `sync` a server takes one of an unknown span and drops it.

        Raises:
            Unreachable, PushRefused: as for `push`.
        """
        reply = self._client.send(
            "POST",
            "/v1/span_annotations",
            params={"sync": "true"},
            body={"data": [data]},
            taken=(404,),
        )
        if reply.status == 404:
            make_sure(self._client, "Phoenix", _PROJECTS)
            raise PushRefused(
                sentence(
                    "Phoenix at {place} has no span {span} any more, so there is nothing to put "
                    "the label on. Labels exported to a file hold it.",
                    place=reply.place,
                    span=span,
                )
            )
        reply.object()  # a page in front of the server answers to everything

    def _withdraw(self, span: str, outgoing: Outgoing) -> None:
        """Deletes the annotation; where the server does not do that, says on it that it is none."""
        path = self.connection.path(self._client)
        for found in tuple(self._ours(path, span, outgoing.key)):
            made = moment_in(str(found.get("created_at")))
            if made is not None:
                params = {
                    "name": NAME,
                    "identifier": identifier_of(outgoing.key),
                    "start_time": iso(made - _AROUND),
                    "end_time": iso(made + _AROUND),
                }
                self._client.send(
                    "DELETE", f"{path}/span_annotations", params=params, taken=(403, 404, 405, 422)
                )
        if any(self._ours(path, span, outgoing.key)):
            self._annotate(span, withdrawal(span, outgoing))

    def _ours(self, path: str, span: str, key: UUID) -> Iterator[dict[str, Any]]:
        """The annotation that an earlier push of this item left on its span, if any."""
        cursor: str | None = None
        pages = Pages(self._client.place)
        while True:
            params = {"span_ids": span, "include_annotation_names": NAME, "limit": "1000"}
            params |= {"cursor": cursor} if cursor else {}
            reply = self._client.send(
                "GET", f"{path}/span_annotations", params=params, taken=(404,)
            )
            if reply.status == 404:
                make_sure(self._client, "Phoenix", _PROJECTS)
                return  # the span is gone, and what was said of it with it
            yield from (
                found
                for found in reply.listed("data")
                if (found.get("name"), found.get("identifier")) == (NAME, identifier_of(key))
            )
            cursor = pages.after(reply.object().get("next_cursor"))
            if not cursor:
                return


_AROUND = timedelta(seconds=1)
"""Around when an annotation was made: the server deletes within times, and some keep seconds."""


def identifier_of(key: UUID) -> str:
    """What tells our annotation of an item from those of others."""
    return f"reviewer-app:{key}"


def annotation(span: str, outgoing: Outgoing, label: Label) -> dict[str, Any]:
    """A label as the server takes it."""
    verdict = str(label["verdict"])
    result = {"label": verdict, "score": 1.0 if verdict == Verdict.APPROVE else 0.0}
    if label.get("comment"):
        result["explanation"] = label["comment"]
    told = facts_of(outgoing, label)
    if verdict == Verdict.CORRECT and label.get("expected_output") is not None:
        told["expected_output"] = label["expected_output"]
    return _data(span, outgoing, result, told)


def withdrawal(span: str, outgoing: Outgoing) -> dict[str, Any]:
    """What stands in place of a label that was taken back and cannot be deleted."""
    told = {"label_id": str(outgoing.key), "version": outgoing.version}
    return _data(span, outgoing, {"label": WITHDRAWN}, told)


def _data(
    span: str, outgoing: Outgoing, result: Mapping[str, Any], told: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "span_id": span,
        "name": NAME,
        "annotator_kind": "HUMAN",
        "result": result,
        "metadata": told,
        "identifier": identifier_of(outgoing.key),
    }


def _span_of(outgoing: Outgoing) -> str:
    """The span that an item came from.

    Raises:
        PushRefused: it came from none.
    """
    known = words_in(outgoing.meta.get("phoenix"), target_in(outgoing.receipt))
    if "span_id" in known:
        return known["span_id"]
    raise PushRefused(
        sentence(
            "The item {item} did not come from Phoenix, so its label cannot go there. An item of "
            "another source needs metadata.phoenix.span_id.",
            item=outgoing.external_id,
        )
    )
