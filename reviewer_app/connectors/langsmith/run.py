"""A run as a record: what went in and out, who did it, and where its label goes."""

from collections.abc import Mapping, Sequence
from typing import Any

from reviewer_app.domain.fields import output_type_of

Run = Mapping[str, Any]

SELECTS = (
    "ID",
    "NAME",
    "RUN_TYPE",
    "STATUS",
    "START_TIME",
    "END_TIME",
    "LATENCY_SECONDS",
    "ERROR",
    "METADATA",
    "INPUTS",
    "OUTPUTS",
    "PROJECT_ID",
    "TRACE_ID",
    "THREAD_ID",
    "PARENT_RUN_IDS",
    "DOTTED_ORDER",
    "TOTAL_TOKENS",
    "TOTAL_COST",
    "TAGS",
    "FEEDBACK_STATS",
)
"""The fields that are asked for; without any LangSmith gives ids alone."""

_TOLD = {
    "thread_id": "thread",
    "tags": "tags",
    "total_cost": "cost",
    "total_tokens": "tokens",
    "latency_seconds": "latency",
}
"""Fields that become metadata, beside the run's own metadata."""


def has_ended(run: Run) -> bool:
    """Whether nothing more is to come."""
    return run.get("end_time") is not None


def record_of(
    run: Run, project: str, queued: Mapping[str, Any], trace: Sequence[Run] = ()
) -> dict[str, Any]:
    """The fields of a record that a run has; what it does not say is None.

    Args:
        run: as LangSmith gave it.
        project: what the person calls the project.
        queued: the item of the annotation queue that it was found by; empty without.
        trace: the runs of the same trace.
    """
    own = run.get("metadata") if isinstance(run.get("metadata"), Mapping) else {}
    output = only_value(run.get("outputs"))
    return {
        "id": run.get("id"),
        "workflow": project,
        "step": run.get("name"),
        "agent": own.get("lc_agent_name") if own else None,
        "model_version": _model_of(run) or _model_in(trace),
        "created_at": run.get("end_time") or run.get("start_time"),
        "input": only_value(run.get("inputs")),
        "output": output,
        "output_type": output_type_of(output) if isinstance(output, list | dict) else None,
        "metadata": _metadata(run, dict(own or {}), queued),
        "trace": {"runs": [_step(one) for one in trace]} if len(trace) > 1 else None,
    }


def only_value(parts: object) -> Any:  # noqa: ANN401 - any JSON comes out
    """What the only member holds, such as that of {"output": "…"}; else the object whole."""
    name = only_name(parts)
    return parts[name] if name is not None and isinstance(parts, Mapping) else parts or None


def only_name(parts: object) -> str | None:
    """The name of the only member, where its value is a text or a list."""
    if not isinstance(parts, Mapping) or len(parts) != 1:
        return None
    name, value = next(iter(parts.items()))
    return str(name) if isinstance(value, str | list) else None


def _metadata(run: Run, own: dict[str, Any], queued: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: run[key] for key, name in _TOLD.items() if run.get(key) is not None}
    langsmith = {
        "run_id": run.get("id"),
        "trace_id": run.get("trace_id"),
        "project_id": run.get("project_id"),
        "start_time": run.get("start_time"),
        "run_type": run.get("run_type"),
        "status": run.get("status"),
        "error": run.get("error"),
        "output_name": only_name(run.get("outputs")),
        "queue_item_id": queued.get("id"),
    }
    kept = {name: value for name, value in langsmith.items() if value is not None}
    return {**told, **own, "langsmith": kept}


def _step(run: Run) -> dict[str, Any]:
    """A run of a trace under the names that traces are read by."""
    above = run.get("parent_run_ids")
    parent = above[-1] if isinstance(above, list) and above else None
    names = ("id", "name", "run_type", "start_time", "end_time", "error", "status", "inputs")
    step = {name: run.get(name) for name in (*names, "outputs", "total_tokens", "total_cost")}
    kept = {name: value for name, value in step.items() if value is not None}
    return kept | ({"parent_run_id": parent} if parent else {}) | _model_named(run)


def _model_named(run: Run) -> dict[str, str]:
    model = _model_of(run)
    return {"model": model} if model else {}


def _model_of(run: Run) -> str | None:
    own = run.get("metadata")
    model = own.get("ls_model_name") if isinstance(own, Mapping) else None
    return model if isinstance(model, str) and model else None


def _model_in(trace: Sequence[Run]) -> str | None:
    """The model of the trace's steps, where there is one and the same."""
    found = {_model_of(one) for one in trace} - {None}
    return found.pop() if len(found) == 1 else None
