"""An output of a trace as a record, with all that expressions can lead into."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from reviewer_app.connectors.otlp.choice import Chosen, above, asked, models
from reviewer_app.connectors.otlp.kinds import first, kind_of, word
from reviewer_app.connectors.otlp.messages import unpacked
from reviewer_app.connectors.otlp.traces import Trace
from reviewer_app.connectors.otlp.wire import Span

STEP_CHARACTERS = 20_000
"""Characters of one attribute that the steps of a trace show."""

STEPS = 2_000
"""Steps that a record brings along."""

_EVALUATION = "gen_ai.evaluation.result"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MODELS = ("gen_ai.response.model", "llm.model_name", "gen_ai.request.model")
_AGENTS = ("gen_ai.agent.name", "agent.name", "agent_name", "traceloop.entity.name")
_CONVERSATIONS = ("gen_ai.conversation.id", "session.id")
_TOKENS = {
    "input": ("gen_ai.usage.input_tokens", "llm.token_count.prompt", "gen_ai.usage.prompt_tokens"),
    "output": (
        "gen_ai.usage.output_tokens",
        "llm.token_count.completion",
        "gen_ai.usage.completion_tokens",
    ),
}


def raw_of(trace: Trace, found: Chosen) -> dict[str, Any]:
    """What expressions are looked up in."""
    span = found.span
    return {
        "trace_id": span.trace_id,
        "span_id": span.span_id,
        "parent_id": span.parent_id or None,
        "name": span.name,
        "kind": str(kind_of(span)),
        "start": _iso(span.start),
        "end": _iso(span.end),
        "error": span.error or None,
        "attributes": span.values,
        "resource": span.resource,
        "metadata": unpacked(span.values.get("metadata")),
        "input": asked(trace, span),
        "output": found.output,
        "evaluations": list(_evaluations(span)),
    }


def record_of(trace: Trace, found: Chosen, raw: dict[str, Any]) -> dict[str, Any]:
    """The fields of a record."""
    span = found.span
    line = above(trace, span)
    calls = models(trace, span)
    model = next(
        (name for one in (span, *reversed(calls)) if (name := word(one.values, *_MODELS))), ""
    )
    agent = next((name for one in line if (name := word(one.values, *_AGENTS))), "")
    workflow = next(
        (name for one in line if (name := word(one.values, "gen_ai.workflow.name"))), ""
    )
    return {
        "id": f"{span.trace_id}:{span.span_id}",
        "workflow": workflow,
        "agent": agent or word(span.resource, "service.name"),
        "model_version": model,
        "created_at": _iso(span.end or span.start),
        "input": raw["input"],
        "output": found.output,
        "output_type": None if found.output_type is None else str(found.output_type),
        "metadata": {"otlp": _about(trace, found, raw)},
        "trace": _steps(trace),
    }


def _about(trace: Trace, found: Chosen, raw: dict[str, Any]) -> dict[str, Any]:
    span = found.span
    line = above(trace, span)
    calls = models(trace, span)
    said = {
        "trace_id": span.trace_id,
        "span_id": span.span_id,
        "name": span.name,
        "service": first(span.resource, "service.name"),
        "operation": first(span.values, "gen_ai.operation.name", "openinference.span.kind"),
        "provider": first(span.values, "gen_ai.provider.name", "gen_ai.system", "llm.provider"),
        "conversation": next((i for s in line if (i := first(s.values, *_CONVERSATIONS))), None),
        "response_id": first(span.values, "gen_ai.response.id"),
        "finish_reasons": first(span.values, "gen_ai.response.finish_reasons"),
        "tokens": _tokens(span, calls),
        "tags": first(span.values, "tag.tags"),
        "error": span.error,
        "evaluations": raw["evaluations"],
        "left_out": trace.left_out,
    }
    return {name: value for name, value in said.items() if value not in (None, "", [], {}, 0)}


def _tokens(span: Span, calls: list[Span]) -> dict[str, int]:
    """The tokens of a span, or of the calls of models in it."""
    found: dict[str, int] = {}
    for name, keys in _TOKENS.items():
        own = first(span.values, *keys)
        counts = [own] if own is not None else [first(one.values, *keys) for one in calls]
        known = [count for count in counts if isinstance(count, int)]
        found |= {name: sum(known)} if known else {}
    return found


def _evaluations(span: Span) -> Iterator[dict[str, Any]]:
    """What other judges said of the span."""
    for event in span.events:
        if event.name == _EVALUATION:
            prefix = "gen_ai.evaluation."
            said = {
                k.removeprefix(prefix): v for k, v in event.values.items() if k.startswith(prefix)
            }
            yield {name.removeprefix("score."): value for name, value in said.items()}


def _steps(trace: Trace) -> list[dict[str, Any]]:
    """The spans as steps that a trace's view knows, by when they began."""
    spans = sorted(trace.spans.values(), key=lambda span: (span.start, span.span_id))[:STEPS]
    return [_step(span) for span in spans]


def _step(span: Span) -> dict[str, Any]:
    step: dict[str, Any] = {
        "span_id": span.span_id,
        "parent_id": span.parent_id,
        "name": span.name,
        "attributes": {name: _cut(value) for name, value in span.values.items()},
    }
    if span.start and span.end:
        step |= {"start_time_unix_nano": span.start, "end_time_unix_nano": span.end}
    if span.error:
        step |= {"status": {"code": "STATUS_CODE_ERROR", "message": span.error}}
    return step


def _cut(value: Any) -> Any:  # noqa: ANN401 - any JSON comes in
    if isinstance(value, str) and len(value) > STEP_CHARACTERS:
        return value[:STEP_CHARACTERS]
    return value


def _iso(nanos: int) -> str | None:
    """A time; None where it is none that a calendar has."""
    if not 0 < nanos < 10**20:
        return None
    return (_EPOCH + timedelta(microseconds=nanos // 1000)).isoformat()
