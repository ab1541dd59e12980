"""A span as a record: what went in and out, who did it, and the steps beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from reviewer_app.connectors.phoenix.listing import Span, context_of
from reviewer_app.domain.fields import output_type_of
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.vocabulary import OutputType

_TYPES = {"application/json": OutputType.JSON, "text/markdown": OutputType.MARKDOWN}
_TOLD = {
    "llm.model_name": "model",
    "llm.provider": "provider",
    "session.id": "session",
    "user.id": "user",
    "tag.tags": "tags",
}
"""Attributes that become metadata, beside the span's own metadata."""


def record_of(span: Span, project: str, trace: Sequence[Span] = ()) -> dict[str, Any]:
    """The fields of a record that a span has; what it does not say is None."""
    attributes = _attributes(span)
    nested = nest(attributes)
    output = attributes.get("output.value")
    context = context_of(span)
    return {
        "id": context.get("span_id"),
        "workflow": project,
        "step": span.get("name"),
        "agent": attributes.get("agent.name"),
        "model_version": attributes.get("llm.model_name") or _model_in(trace),
        "created_at": span.get("end_time"),
        "input": _text(attributes, nested, "input"),
        "output": _text(attributes, nested, "output"),
        "output_type": output_type(output, attributes.get("output.mime_type")),
        "metadata": _metadata(span, project, nested, attributes),
        "trace": {"spans": [_slim(part) for part in trace]} if len(trace) > 1 else None,
    }


def raw_of(span: Span) -> dict[str, Any]:
    """The span as expressions see it: attributes nested, and those that hold JSON read."""
    nested = nest(_attributes(span))
    for name in ("input", "output"):
        part = nested.get(name)
        if isinstance(part, dict) and isinstance(part.get("value"), str):
            part["value"] = read(part["value"])
    if isinstance(nested.get("metadata"), str):
        nested["metadata"] = read(nested["metadata"])
    return {**span, "attributes": nested}


def output_type(output: object, mime: object) -> OutputType | None:
    """The type of an output by its media type; None where what it is decides."""
    if not isinstance(output, str):
        return None
    value = read(output)
    if isinstance(value, list):
        return output_type_of(value)
    return _TYPES.get(str(mime).partition(";")[0].strip().lower())


def read(text: str) -> Any:  # noqa: ANN401 - any JSON comes out
    """What a text holds as JSON, where it is an object or a list; else the text itself."""
    if text.strip()[:1] not in {"{", "["}:
        return text
    try:
        return parse(text)
    except JsonRefused:
        return text


def nest(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes with dots in their names as objects and lists; a value stays where both meet."""
    nested: dict[str, Any] = {}
    for name, value in flat.items():
        *steps, last = name.split(".")
        place = nested
        for step in steps:
            below = place.setdefault(step, {})
            if not isinstance(below, dict):
                place[step] = below = {"value": below}
            place = below
        if isinstance(place.get(last), dict):
            place[last]["value"] = value
        else:
            place[last] = value
    return {name: _listed(value) for name, value in nested.items()}


def _listed(value: Any) -> Any:  # noqa: ANN401 - any JSON comes in and goes out
    """The value with objects that count their members as lists."""
    if not isinstance(value, dict):
        return value
    inside = {name: _listed(part) for name, part in value.items()}
    counted = [str(number) for number in range(len(inside))]
    return (
        [inside[number] for number in counted] if inside and set(counted) == set(inside) else inside
    )


def _attributes(span: Span) -> dict[str, Any]:
    found = span.get("attributes")
    return dict(found) if isinstance(found, Mapping) else {}


def _text(attributes: Mapping[str, Any], nested: Mapping[str, Any], side: str) -> Any:  # noqa: ANN401
    """What went in or out: the value, or the messages where a model's span has only those."""
    value = attributes.get(f"{side}.value")
    if value is not None:
        return value
    model = nested.get("llm")
    told = model.get(f"{side}_messages") if isinstance(model, dict) else None
    if not isinstance(told, list) or not told:
        return None
    messages = [part.get("message", part) if isinstance(part, dict) else part for part in told]
    only = messages[0] if len(messages) == 1 and isinstance(messages[0], dict) else {}
    content = only.get("content")
    is_plain = isinstance(content, str) and content and not only.get("tool_calls")
    return content if is_plain else messages


def _metadata(
    span: Span, project: str, nested: Mapping[str, Any], attributes: Mapping[str, Any]
) -> dict[str, Any]:
    own = nested.get("metadata")
    own = read(own) if isinstance(own, str) else own
    told = {name: attributes[key] for key, name in _TOLD.items() if attributes.get(key) is not None}
    context = context_of(span)
    phoenix = {
        "project": project,
        "trace_id": context.get("trace_id"),
        "span_id": context.get("span_id"),
        "span_kind": span.get("span_kind"),
        "status": span.get("status_code"),
        "status_message": span.get("status_message") or None,
    }
    kept = {name: value for name, value in phoenix.items() if value is not None}
    mine = own if isinstance(own, dict) else {} if own is None else {"metadata": own}
    return {**told, **mine, "phoenix": kept}


def _model_in(trace: Sequence[Span]) -> str | None:
    """The model of the trace's steps, where there is one and the same."""
    found = {_attributes(span).get("llm.model_name") for span in trace} - {None}
    return str(found.pop()) if len(found) == 1 else None


def _slim(span: Span) -> dict[str, Any]:
    """A span of a trace without what it says twice, and without vectors."""
    attributes = _attributes(span)
    twice = tuple(
        f"llm.{side}_messages." for side in ("input", "output") if f"{side}.value" in attributes
    )
    kept = {
        name: value
        for name, value in attributes.items()
        if not name.startswith((*twice, "embedding.embeddings.", "llm.tools."))
    }
    return {**span, "attributes": kept}
