"""From the values of an agent's code to a record that intake takes, or the reason why not."""

import mimetypes
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from pydantic_core import PydanticSerializationError, to_jsonable_python

from reviewer_app.agents.failures import RecordRefused
from reviewer_app.connectors.files.attachments import AttachmentFolder
from reviewer_app.connectors.files.records import in_mib
from reviewer_app.domain.fields import FieldRefused
from reviewer_app.domain.identity import content_hash, item_id
from reviewer_app.domain.incoming import AttachedFile, Incoming, Problem
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse_object, text_of
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits, RawRecord, Terms, validate
from reviewer_app.services.arriving import UNNAMED_STEP

Attached = Path | str | tuple[str, bytes]
"""A file to go along: where it is, or its name and bytes."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A valid record, under the id that its item has."""

    source: str
    record: Incoming

    @classmethod
    def of(cls, source: str, record: Incoming) -> Self:
        """A record under a source's name, which stands for the workflow where it names none."""
        workflow, step = record.workflow or source, record.step or UNNAMED_STEP
        return cls(source, replace(record, workflow=workflow, step=step))

    @property
    def external_id(self) -> str:
        """The id at its source: the one given, else the digest of the content."""
        return self.record.external_id or self._digest

    @property
    def item_id(self) -> UUID:
        """The id that intake gives the item."""
        return item_id(self.source, self.external_id, self._digest)

    @property
    def _digest(self) -> str:
        return content_hash(self.record, self.record.workflow, self.record.step)


def json_value(value: object, field: str = "output") -> Any:  # noqa: ANN401 - JSON is any of its own kinds
    """A value as JSON has it: models, dataclasses, times and the like are written out.

    Raises:
        RecordRefused: it cannot be written as JSON.
    """
    try:
        return to_jsonable_python(value, by_alias=True)
    except (PydanticSerializationError, ValueError, RecursionError) as cause:
        kind = type(value).__name__
        reason = sentence(
            "{field} holds a {kind} that cannot be written as JSON", field=field, kind=kind
        )
        raise RecordRefused(field, reason) from cause


def submission_of(
    source: str, given: Mapping[str, object], attachments: Sequence[Attached], limits: Limits
) -> Submission:
    """The record that these fields make.

    Raises:
        RecordRefused: a field is at fault.
    """
    files = _Files(attachments, limits)
    values = {name: json_value(value, name) for name, value in given.items() if value is not None}
    if "output" not in values:
        raise RecordRefused("output", sentence("output is null; there is nothing to review"))
    if files.names:
        values["attachments"] = files.names
    record = _validated(source, text_of(values), Terms({}, limits, files))
    if record.size > limits.record:
        reason = sentence(
            "it has {size} and a record may have {most}",
            size=in_mib(record.size),
            most=in_mib(limits.record),
        )
        raise RecordRefused("output", reason)
    return Submission.of(source, record)


def _validated(source: str, text: str, terms: Terms) -> Incoming:
    """The record that JSON text holds, read as strictly as what comes from a file."""
    try:
        values, slices = parse_object(text)
    except JsonRefused as refused:
        field = refused.path.split(".")[0].split("[")[0] or "output"
        raise RecordRefused(field, refused.reason) from refused
    place = f"{source}:{values.get('id') or 'python'}"
    outcome = validate(RawRecord(place, values, slices), terms)
    if isinstance(outcome, Problem):
        raise RecordRefused(outcome.field, outcome.reason)
    return outcome


class _Files:
    """The files that go along, by the names that the record calls them."""

    def __init__(self, given: Iterable[Attached], limits: Limits) -> None:
        self._most = limits.attachment
        self._given: dict[str, Attached] = {}
        for one in given:
            name = one[0] if isinstance(one, tuple) else Path(one).name
            if name in self._given:
                reason = sentence("attachments has two files called {name}", name=name)
                raise RecordRefused("attachments", reason)
            self._given[name] = one

    @property
    def names(self) -> list[str]:
        """What the record calls them."""
        return list(self._given)

    def __call__(self, name: str) -> AttachedFile:
        """The file of this name, read."""
        one = self._given[name]
        if not isinstance(one, tuple):
            path = Path(one).expanduser().resolve()
            return replace(AttachmentFolder(path.parent, self._most)(path.name), name=name)
        data = one[1]
        if len(data) > self._most:
            size, most = in_mib(len(data)), in_mib(self._most)
            reason = sentence("has {size}; an attachment may have {most}", size=size, most=most)
            raise FieldRefused("attachments", reason)
        media_type = mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"
        return AttachedFile(name, media_type, bytes(data))
