"""A trace as a record: what a person reviews of it, and what leads back to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reviewer_app.connectors.mlflow.experiment import Experiment
from reviewer_app.connectors.mlflow.listing import Info, length_of
from reviewer_app.connectors.mlflow.recorded import NotKept, Recorded
from reviewer_app.connectors.mlflow.spans import Span, value_in
from reviewer_app.connectors.web.fields import Fields
from reviewer_app.domain.fields import output_type_of
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits
from reviewer_app.domain.vocabulary import OutputType

FAILED = "ERROR"

_CUT = "..."
_OURS = "mlflow."
_SEVERAL = frozenset({OutputType.MESSAGES, OutputType.TOOL_CALLS})


@dataclass(frozen=True, slots=True)
class Recording:
    """How traces of one experiment become records."""

    place: str
    experiment: Experiment
    fields: Fields = field(default_factory=Fields)
    limits: Limits = field(default_factory=Limits)

    def outcome(self, info: Info, full: Recorded | NotKept) -> Incoming | Problem:
        """What comes in of a trace."""
        place = f"{self.place}: {self.experiment.name}: {info['trace_id']}"
        told = full.told if isinstance(full, NotKept) else ""
        full = _completed(Recorded() if isinstance(full, NotKept) else full, info)
        if told and full.response is None and info.get("state") != FAILED:
            return Problem(place, "output", _not_kept(told), self._raw(info))
        size = sum(len(text) for text in (full.request or "", full.response or ""))
        if size > self.limits.record:
            return Problem(place, "record", _too_large(self.limits), self._raw(info))
        record = self._record(info, full)
        return self._fields(record).incoming(place, raw_of(info, full), record, self.limits)

    def _fields(self, record: Mapping[str, Any]) -> Fields:
        """The mapped fields but those that cannot be.

        An agent that failed left nothing for its output to be found in.
        """
        left_out = {"output"} if _has_failed_empty(record) else set()
        mapped = self.fields.expressions.items()
        return Fields({name: wanted for name, wanted in mapped if name not in left_out})

    def _record(self, info: Info, full: Recorded) -> dict[str, Any]:
        most = self.limits.name_characters
        output = _text(full.response)
        tags, told = _strings(info.get("tags")), _strings(info.get("trace_metadata"))
        if output is None and info.get("state") == FAILED:
            output = ""
        return {
            "id": info["trace_id"],
            "workflow": self.experiment.name[:most],
            "step": (tags.get("mlflow.traceName") or _root_name(full.spans))[:most],
            "model_version": told.get("mlflow.modelId"),
            "created_at": info.get("request_time"),
            "input": _text(full.request),
            "output": output,
            "output_type": None if "output" in self.fields.expressions else _type(full.response),
            "metadata": self._metadata(info, full),
            "trace": text_of({"spans": full.spans}) if full.spans else None,
        }

    def _metadata(self, info: Info, full: Recorded) -> dict[str, Any]:
        tags, told = _strings(info.get("tags")), _strings(info.get("trace_metadata"))
        usage = value_in(told.get("mlflow.trace.tokenUsage", "null"))
        cost = value_in(told.get("mlflow.trace.cost", "null"))
        found = {
            "mlflow": {
                "trace_id": info["trace_id"],
                "experiment_id": self.experiment.id,
                **_present("client_request_id", info.get("client_request_id")),
                **_present("run_id", told.get("mlflow.sourceRun")),
            },
            "status": info.get("state"),
            "error": full.error or None,
            "session": told.get("mlflow.trace.session"),
            "user": told.get("mlflow.trace.user"),
            "duration_ms": length_of(info),
            "tokens": usage.get("total_tokens") if isinstance(usage, Mapping) else None,
            "cost_usd": cost.get("total_cost") if isinstance(cost, Mapping) else None,
            "tags": _without_ours(tags) or None,
            "trace_metadata": _without_ours(told) or None,
        }
        return {key: value for key, value in found.items() if value is not None}

    def _raw(self, info: Info) -> str:
        return text_of(info)[: self.limits.raw_characters]


def raw_of(info: Info, full: Recorded) -> dict[str, Any]:
    """The trace as expressions of a mapping see it: what MLflow lists, and what was recorded."""
    return {
        **info,
        "request": None if full.request is None else value_in(full.request),
        "response": None if full.response is None else value_in(full.response),
        "spans": list(full.spans),
    }


def _completed(full: Recorded, info: Info) -> Recorded:
    """What the list itself says of a trace fills in for spans that are not there, or not yet."""
    told = _strings(info.get("trace_metadata"))
    request = told.get("mlflow.traceInputs") or info.get("request_preview")
    response = told.get("mlflow.traceOutputs") or info.get("response_preview")
    return replace(
        full,
        request=_whole(request) if full.request is None else full.request,
        response=_whole(response) if full.response is None else full.response,
    )


def _whole(text: object) -> str | None:
    """A preview that holds everything; None for one that was cut."""
    return text if isinstance(text, str) and text and not text.endswith(_CUT) else None


def _text(text: str | None) -> str | None:
    """What a person reads of a JSON text: a text itself, anything else as it was written."""
    value = None if text is None else value_in(text)
    return value if value is None or isinstance(value, str) else text


def _type(text: str | None) -> OutputType | None:
    """Lists of messages and of calls are told apart from other JSON by what they are."""
    found = output_type_of(value_in(text)) if text else None
    return found if found in _SEVERAL else None


def _has_failed_empty(record: Mapping[str, Any]) -> bool:
    return bool(record["output"] == "" and record["metadata"].get("status") == FAILED)


def _root_name(spans: tuple[Span, ...]) -> str:
    return next((str(s["name"]) for s in spans if "parent_span_id" not in s), "")


def _strings(value: object) -> dict[str, str]:
    return {k: str(v) for k, v in value.items()} if isinstance(value, Mapping) else {}


def _without_ours(told: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in told.items() if not key.startswith(_OURS)}


def _present(name: str, value: object) -> dict[str, Any]:
    return {name: value} if value else {}


def _not_kept(told: str) -> str:
    return sentence(
        "the server lists the trace but does not give what was recorded of it ({told}), and its "
        "preview is cut",
        told=told,
    )


def _too_large(limits: Limits) -> str:
    return sentence("the trace is larger than {most} MiB", most=limits.record // 2**20)
