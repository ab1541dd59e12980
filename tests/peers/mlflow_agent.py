"""An agent that leaves traces with MLflow's own client; run by the interpreter that has it.

`python mlflow_agent.py ADDRESS EXPERIMENT` reads one JSON list of runs from standard input, and
prints the ids of their traces. A run says when it began and ended, in milliseconds.
"""

import json
import sys
from typing import Any

import mlflow


def run(client: Any, experiment: str, told: dict[str, Any]) -> str:
    """Leaves one trace: the run, and in it the call of a tool."""
    root = client.start_trace(
        told.get("name", "reply"),
        span_type="AGENT",
        inputs={"question": told["question"]},
        tags=told.get("tags", {}),
        experiment_id=experiment,
        start_time_ns=told["start"] * 1_000_000,
    )
    tool = client.start_span(
        "lookup",
        root.trace_id,
        root.span_id,
        span_type="TOOL",
        inputs={"order": "A1"},
        start_time_ns=told["start"] * 1_000_000,
    )
    end = told["end"] * 1_000_000
    client.end_span(root.trace_id, tool.span_id, outputs={"amount": 12.5}, end_time_ns=end)
    client.end_trace(
        root.trace_id, outputs=told.get("output"), status=told.get("status", "OK"), end_time_ns=end
    )
    return str(root.trace_id)


def main(address: str, experiment: str) -> None:
    """Leaves the traces that standard input asks for."""
    mlflow.set_tracking_uri(address)
    client = mlflow.MlflowClient()
    ids = [run(client, experiment, told) for told in json.load(sys.stdin)]
    mlflow.flush_trace_async_logging()
    print(json.dumps(ids))  # noqa: T201 - the answer


if __name__ == "__main__":
    main(*sys.argv[1:])
