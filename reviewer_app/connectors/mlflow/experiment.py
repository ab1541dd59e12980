"""The experiment whose traces are read, found by its name or its id."""

from dataclasses import dataclass
from typing import Any

from reviewer_app.connectors.mlflow.refusals import GONE, ExperimentMissing, NotMlflow, error_of
from reviewer_app.connectors.web.client import Client

_CALLS = "/api/2.0/mlflow/experiments"


@dataclass(frozen=True, slots=True)
class Experiment:
    """An experiment of the server."""

    id: str
    name: str


def found(client: Client, wanted: str) -> Experiment:
    """The experiment of this name, else of this id.

    Raises:
        ExperimentMissing: there is none, or it was deleted.
        Unreachable: the server does not answer, or is none of MLflow.
    """
    value = _asked(client, "get-by-name", {"experiment_name": wanted})
    if value is None and wanted.isdecimal():
        value = _asked(client, "get", {"experiment_id": wanted})
    if value is None:
        raise ExperimentMissing(client.place, wanted)
    if value.get("lifecycle_stage") == "deleted":
        raise ExperimentMissing(client.place, wanted, is_deleted=True)
    return Experiment(str(value["experiment_id"]), str(value.get("name") or wanted))


def _asked(client: Client, call: str, params: dict[str, str]) -> dict[str, Any] | None:
    reply = client.send("GET", f"{_CALLS}/{call}", params=params, taken=(404,))
    if reply.status == 404:
        code, _ = error_of(reply)
        if code not in GONE:
            raise NotMlflow(client.place, reply.status)
        return None
    value = reply.object().get("experiment")
    if not isinstance(value, dict) or "experiment_id" not in value:
        raise NotMlflow(client.place, reply.status)
    return value
