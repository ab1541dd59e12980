"""What a tracking server of MLflow answers, as far as connectors ask; shapes recorded from 3.17."""

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from tests.web_server import Answer, Asked, WebServer

EXPERIMENT = {"experiment_id": "1", "name": "agents", "lifecycle_stage": "active"}

_CONDITION = re.compile(
    r"trace\.(?:(?P<time>timestamp_ms|end_time_ms) >= (?P<least>\d+)"
    r"|status (?P<sign>!=|=) '(?P<state>\w+)')"
)


def refusal(code: str, message: str, status: int) -> Answer:
    return Answer({"error_code": code, "message": message}, status)


@dataclass
class Mlflow:
    """Traces, what was recorded of them and how they were assessed, all changeable by the test."""

    server: WebServer
    traces: dict[str, dict[str, Any]] = field(default_factory=dict)
    recorded: dict[str, Answer] = field(default_factory=dict)
    before_page: Callable[[], None] = lambda: None
    _ids: Any = field(default_factory=count)

    def __post_init__(self) -> None:
        self.server.on("GET", "/version", "3.17.2")
        path = "/api/2.0/mlflow/experiments"
        self.server.on("GET", f"{path}/get-by-name", self._by_name)
        self.server.on("GET", f"{path}/get", self._by_id)
        self.server.on("POST", "/api/3.0/mlflow/traces/search", self._search)
        self.server.on("GET", "/ajax-api/2.0/mlflow/get-trace-artifact", self._recorded)
        trace = "/api/3.0/mlflow/traces/{trace}"
        self.server.on("GET", trace, self._trace)
        self.server.on("POST", f"{trace}/assessments", self._assess)
        self.server.on("PATCH", f"{trace}/assessments/{{id}}", self._patch)
        self.server.on("DELETE", f"{trace}/assessments/{{id}}", self._delete)

    def options(self, **more: str) -> dict[str, str]:
        return {"url": self.server.address, "experiment": "agents"} | more

    def add(self, trace_id: str, start: int, length: int | None = 0, **more: Any) -> None:
        """A trace that began and took so many milliseconds; it is known once it is whole."""
        output = more.pop("output", f"answer of {trace_id}")
        spans = more.pop("spans", [span("reply", outputs=output)])
        self.traces[trace_id] = {
            "trace_id": trace_id,
            "request_time": moment(start),
            **({} if length is None else {"execution_duration": f"{length / 1000}s"}),
            "state": "OK",
            "trace_metadata": {},
            "tags": {"mlflow.traceName": "reply"},
            "start": start,
            "end": None if length is None else start + length,
        } | more
        self.recorded[trace_id] = Answer({"spans": spans})

    def assessments(self, trace_id: str) -> list[dict[str, Any]]:
        return self.traces[trace_id].setdefault("assessments", [])

    def _by_name(self, asked: Asked) -> object:
        name = asked.param("experiment_name")
        if name == EXPERIMENT["name"]:
            return {"experiment": EXPERIMENT}
        if name == "old":
            return {"experiment": {**EXPERIMENT, "lifecycle_stage": "deleted"}}
        return refusal("RESOURCE_DOES_NOT_EXIST", f"Could not find experiment '{name}'", 404)

    def _by_id(self, asked: Asked) -> object:
        if asked.param("experiment_id") == EXPERIMENT["experiment_id"]:
            return {"experiment": EXPERIMENT}
        return refusal("RESOURCE_DOES_NOT_EXIST", "No such experiment", 404)

    def _search(self, asked: Asked) -> object:
        self.before_page()
        told = asked.json()
        found = list(self.traces.values())
        for condition in told["filter"].split(" AND "):
            parts = _CONDITION.fullmatch(condition)
            if parts is None:
                text = f"Invalid clause(s) in filter string: '{condition}'"
                return refusal("INVALID_PARAMETER_VALUE", text, 400)
            found = [trace for trace in found if _holds(parts, trace)]
        found.sort(key=lambda trace: (trace["start"], trace["trace_id"]))
        offset, size = int(told.get("page_token", "0")), told["max_results"]
        page = found[offset : offset + size]
        more = {"next_page_token": str(offset + size)} if len(page) == size else {}
        return {"traces": page, **more}

    def _recorded(self, asked: Asked) -> object:
        missing = refusal("NOT_FOUND", "Trace data not found for path=traces.json", 404)
        return self.recorded.get(asked.param("request_id") or "", missing)

    def _trace(self, asked: Asked) -> object:
        info = self.traces.get(asked.named["trace"])
        return self._gone("Trace") if info is None else {"trace": {"trace_info": info}}

    def _assess(self, asked: Asked) -> object:
        made = {
            **_written_anew(asked.json()["assessment"]),
            "assessment_id": f"a-{next(self._ids)}",
            "create_time": "2026-11-25T12:00:00Z",
            "valid": True,
        }
        self.assessments(asked.named["trace"]).append(made)
        return {"assessment": made}

    def _patch(self, asked: Asked) -> object:
        """As the real server does: metadata is merged, the source kept, and a mask that it cannot
        read is answered with 200 and changes nothing."""
        told, listed = asked.json(), self.assessments(asked.named["trace"])
        found = next((a for a in listed if a["assessment_id"] == asked.named["id"]), None)
        if found is None:
            return self._gone("Assessment")
        for name in () if "_" in told["update_mask"] else told["update_mask"].split(","):
            given = _written_anew(told["assessment"])[name]
            found[name] = {**found["metadata"], **given} if name == "metadata" else given
        return {"assessment": found}

    def _delete(self, asked: Asked) -> object:
        listed = self.assessments(asked.named["trace"])
        listed[:] = [a for a in listed if a["assessment_id"] != asked.named["id"]]
        return {}

    def _gone(self, what: str) -> Answer:
        return refusal("RESOURCE_DOES_NOT_EXIST", f"{what} is not found.", 404)


def _written_anew(assessment: dict[str, Any]) -> dict[str, Any]:
    """A serialized value is read and written again."""
    serialized = assessment.get("expectation", {}).get("serialized_value")
    if serialized is None:
        return assessment
    written = serialized | {"value": json.dumps(json.loads(serialized["value"]))}
    return assessment | {"expectation": {"serialized_value": written}}


def span(name: str, *, number: int = 1, parent: int | None = None, **more: Any) -> dict[str, Any]:
    """A span as MLflow keeps it: each attribute is JSON text; `outputs` and `inputs` are two."""
    texts = {
        key: json.dumps(value, ensure_ascii=False)
        for key, value in {
            "mlflow.spanType": more.get("type", "AGENT"),
            "mlflow.spanInputs": more.get("inputs", {"q": name}),
            **more.get("attributes", {}),
        }.items()
    }
    if "outputs" in more:
        texts["mlflow.spanOutputs"] = json.dumps(more["outputs"], ensure_ascii=False)
    error = more.get("error", "")
    return {
        "name": name,
        "span_id": _id(number),
        "parent_span_id": None if parent is None else _id(parent),
        "start_time_unix_nano": 1_795_610_973_000_000_000 + number,
        "end_time_unix_nano": 1_795_610_974_000_000_000 + number,
        "events": [],
        "status": {"code": f"STATUS_CODE_{'ERROR' if error else 'OK'}", "message": error},
        "attributes": texts,
    }


def moment(millis: int) -> str:
    told = datetime.fromtimestamp(millis / 1000, UTC).isoformat(timespec="milliseconds")
    return told.replace("+00:00", "Z")


def _id(number: int) -> str:
    return base64.b64encode(number.to_bytes(8)).decode()


def _holds(parts: re.Match[str], trace: dict[str, Any]) -> bool:
    if parts["time"]:
        value = trace["start" if parts["time"] == "timestamp_ms" else "end"]
        return value is not None and value >= int(parts["least"])
    is_it = trace["state"] == parts["state"]
    return is_it if parts["sign"] == "=" else not is_it
