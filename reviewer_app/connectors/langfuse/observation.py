"""An observation as a record: what went in and out, who did it, and where its label goes."""

from collections.abc import Mapping, Sequence
from typing import Any

from reviewer_app.domain.fields import output_type_of
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse

Observation = Mapping[str, Any]

FIELDS = "core,basic,time,io,metadata,model,usage,metrics,trace_context"
"""The groups of fields that are asked for."""

_TOLD = {
    "userId": "user",
    "sessionId": "session",
    "environment": "environment",
    "tags": "tags",
    "release": "release",
    "totalCost": "cost",
    "latency": "latency",
}
"""Fields that become metadata, beside the observation's own metadata."""


def has_ended(observation: Observation) -> bool:
    """Whether nothing more is to come; an event has no end of its own."""
    return (
        observation.get("endTime") is not None
        or observation.get("output") is not None
        or observation.get("type") == "EVENT"
    )


def record_of(
    observation: Observation, queued: Mapping[str, Any], trace: Sequence[Observation] = ()
) -> dict[str, Any]:
    """The fields of a record that an observation has; what it does not say is None.

    Args:
        observation: as Langfuse gave it.
        queued: the item of the annotation queue that it was found by; empty without.
        trace: the observations of the same trace.
    """
    is_agent = observation.get("type") == "AGENT"
    output = observation.get("output")
    value = read(output)
    return {
        "id": observation.get("id"),
        "workflow": observation.get("traceName") or observation.get("name"),
        "step": observation.get("name"),
        "agent": observation.get("name") if is_agent else None,
        "model_version": observation.get("model") or _model_in(trace),
        "created_at": observation.get("endTime") or observation.get("startTime"),
        "input": observation.get("input"),
        "output": output,
        "output_type": output_type_of(value) if isinstance(value, list | dict) else None,
        "metadata": _metadata(observation, queued),
        "trace": {"observations": list(trace)} if len(trace) > 1 else None,
    }


def raw_of(observation: Observation) -> dict[str, Any]:
    """The observation as expressions see it: texts that hold JSON are read."""
    seen = {name: read(observation.get(name)) for name in ("input", "output")}
    own = observation.get("metadata")
    if isinstance(own, Mapping):
        seen["metadata"] = {name: read(value) for name, value in own.items()}
    return {**observation, **seen}


def read(value: Any) -> Any:  # noqa: ANN401 - any JSON comes in and goes out
    """What a text holds as JSON, where it is an object or a list; else the value itself."""
    if not isinstance(value, str) or value.strip()[:1] not in {"{", "["}:
        return value
    try:
        return parse(value)
    except JsonRefused:
        return value


def _metadata(observation: Observation, queued: Mapping[str, Any]) -> dict[str, Any]:
    own = read(observation.get("metadata"))
    mine = dict(own) if isinstance(own, Mapping) else {} if own is None else {"metadata": own}
    told = {
        name: observation[key] for key, name in _TOLD.items() if observation.get(key) is not None
    }
    langfuse = {
        "project_id": observation.get("projectId"),
        "trace_id": observation.get("traceId"),
        "observation_id": observation.get("id"),
        "start_time": observation.get("startTime"),
        "type": observation.get("type"),
        "level": observation.get("level"),
        "status_message": observation.get("statusMessage"),
        "queue_id": queued.get("queueId"),
        "queue_item_id": queued.get("id"),
        "queued_as": queued.get("objectType"),
    }
    kept = {name: value for name, value in langfuse.items() if value is not None}
    return {**told, **mine, "langfuse": kept}


def _model_in(trace: Sequence[Observation]) -> str | None:
    """The model of the trace's steps, where there is one and the same."""
    found = {one.get("model") for one in trace} - {None, ""}
    return str(found.pop()) if len(found) == 1 else None
