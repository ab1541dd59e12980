"""Validation of a record from outside: into what intake takes, or why it is refused."""

from collections.abc import Mapping, Sequence
from typing import Any

from reviewer_app.domain import fields
from reviewer_app.domain.fields import FieldRefused
from reviewer_app.domain.incoming import AttachedFile, Incoming, Problem
from reviewer_app.domain.json.faults import cut, kind_of
from reviewer_app.domain.json.text import parse_object, text_of
from reviewer_app.domain.judgements import judgements_in
from reviewer_app.domain.lookup import Attach, Found, Limits, RawRecord, Terms
from reviewer_app.domain.mapping import FIELDS, FieldMapping, parse_mapping
from reviewer_app.domain.paths import leaf_at, without
from reviewer_app.domain.sentences import sentence

__all__ = [
    "FIELDS",
    "Attach",
    "FieldMapping",
    "Limits",
    "RawRecord",
    "Terms",
    "parse_mapping",
    "validate",
]


def validate(record: RawRecord, terms: Terms) -> Incoming | Problem:
    """The record as intake takes it, or the first problem that keeps it out."""
    if terms.watch is not None:
        terms.watch(record.values)
    try:
        return _incoming(Found(record, terms))
    except FieldRefused as refused:
        raw = _raw(record, terms.limits.raw_characters)
        return Problem(record.place, refused.field, refused.reason, raw)


def _raw(record: RawRecord, most: int) -> str:
    if record.slices.text:
        return record.slices.text[:most]
    return ", ".join(f"{key}: {str(value)[:most]}" for key, value in record.values.items())[:most]


def _incoming(found: Found) -> Incoming:
    limits = found.terms.limits
    short = {
        name: fields.short_text(name, found.value(name), limits.name_characters)
        for name in ("workflow", "step", "agent", "model_version")
    }
    value = found.value("output")
    output = found.text("output")
    if output is None:
        raise FieldRefused("output", _missing_output(found))
    named_type = fields.output_type_named(found.value("output_type"))
    created_at = found.number("created_at")
    return Incoming(
        place=found.record.place,
        output=output,
        external_id=_external_id(found, limits.id_characters),
        **short,
        created_at=fields.moment("created_at", _time_of_cell(found, created_at)),
        input=found.text("input"),
        output_type=named_type or fields.output_type_of(value),
        confidence=fields.confidence(found.number("confidence")),
        meta=_meta(found),
        trace=_trace(found),
        attachments=_attachments(found),
        judgements=judgements_in(found.parsed("human"), limits.name_characters),
    )


def _missing_output(found: Found) -> str:
    path = found.terms.mapping.get("output", "output")
    if path != "output":
        return sentence("output is missing: nothing is at {path}", path=cut(path))
    has_it = "output" in found.record.values
    return (
        sentence("output is null; without one there is nothing to review")
        if has_it
        else sentence("output is missing; without one there is nothing to review")
    )


def _external_id(found: Found, most: int) -> str | None:
    value = found.value("id")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return fields.short_text("id", found.slice("id") if is_number else value, most) or None


def _time_of_cell(found: Found, value: Any) -> Any:  # noqa: ANN401 - any JSON comes in
    """Eight digits in a cell are a date, not seconds."""
    text = found.value("created_at")
    return text if isinstance(text, str) and len(text.strip()) == 8 else value


def _trace(found: Found) -> str | None:
    value = found.value("trace")
    if value is None or isinstance(value, str):
        return fields.trace_text(value)
    return found.slice("trace")


def _meta(found: Found) -> str:
    """The metadata as JSON text: as it came, with the fields that have no other place added."""
    metadata = found.parsed("metadata")
    if metadata is not None and not isinstance(metadata, dict):
        reason = sentence("metadata is {kind}; it must be an object", kind=kind_of(metadata))
        raise FieldRefused("metadata", reason)
    value = found.value("metadata")
    own = value if isinstance(value, str) else found.slice("metadata") if metadata else "{}"
    added = {**_left_over(found, metadata or {}), **_mapped_metadata(found)}
    if not added:
        return own.strip() or "{}"
    slices = parse_object(own.strip() or "{}")[1]
    members = {key: slices[key] for key in slices} | added
    return "{" + ", ".join(f"{text_of(key)}: {text}" for key, text in members.items()) + "}"


def _mapped_metadata(found: Found) -> dict[str, str]:
    """The JSON text of each value that the mapping puts into the metadata."""
    taken: dict[str, str] = {}
    for name, path in found.paths.items():
        if name.startswith("metadata.") and leaf_at(found.record.values, path) is not None:
            taken[name.removeprefix("metadata.")] = _member_text(found, path)
    return taken


def _left_over(found: Found, metadata: Mapping[str, Any]) -> dict[str, str]:
    """The JSON text of each member that is no field and that no mapping took as a whole."""
    values = found.record.values
    left: dict[str, str] = {}
    for name in values:
        if (name in FIELDS and name not in found.paths) or name in metadata:
            continue
        paths = [path[1:] for path in found.paths.values() if path[0] == name]
        if () in paths or (found.record.is_cells and values[name] in ("", None)):
            continue
        rest = without(values[name], paths) if paths else None
        left[name] = text_of(rest) if paths else _member_text(found, (name,))
    return left


def _member_text(found: Found, path: Sequence[str]) -> str:
    """The JSON text of a value; of a cell a number where it holds one that JSON can hold."""
    cell = leaf_at(found.record.values, path) if found.record.is_cells else None
    if isinstance(cell, str) and fields.is_plain_number(cell):
        return cell.strip()
    return found.slice_of(path)


def _attachments(found: Found) -> tuple[AttachedFile, ...]:
    named = found.parsed("attachments") or []
    limits = found.terms.limits
    if not isinstance(named, list):
        reason = sentence(
            "attachments is {kind}; it must be a list of file names", kind=kind_of(named)
        )
        raise FieldRefused("attachments", reason)
    if len(named) > limits.attachments:
        reason = sentence(
            "attachments has {count} files; a record may have {most}",
            count=len(named),
            most=limits.attachments,
        )
        raise FieldRefused("attachments", reason)
    files: list[AttachedFile] = []
    for n, name in enumerate(named):
        files.append(_attached(f"attachments[{n}]", name, found.terms.attach))
        if sum(len(file.data) for file in files) > limits.all_attachments:
            most = limits.all_attachments // 2**20
            raise FieldRefused(
                "attachments",
                sentence("attachments are larger than {most} MiB together", most=most),
            )
    return tuple(files)


def _attached(place: str, name: Any, attach: Attach | None) -> AttachedFile:  # noqa: ANN401
    if isinstance(name, dict):
        name = name.get("path")
    if not isinstance(name, str) or not name:
        raise FieldRefused(place, sentence("{place} names no file", place=place))
    if attach is None:
        raise FieldRefused(
            place,
            sentence("{place} cannot be read: this source brings no files along", place=place),
        )
    try:
        return attach(name)
    except FieldRefused as refused:
        raise FieldRefused(
            place, sentence("{place} {reason}", place=place, reason=refused.reason)
        ) from refused
