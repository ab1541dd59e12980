"""The assessments of MLflow's traces as a sink of labels."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from reviewer_app.connectors.mlflow import experiment as experiments
from reviewer_app.connectors.mlflow.assessments import (
    EXPECTED,
    VERDICT,
    Assessment,
    Names,
    assessments_of,
    can_become,
    is_same,
    kind_of,
    ours,
)
from reviewer_app.connectors.mlflow.connection import OPTIONS, Connection
from reviewer_app.connectors.mlflow.refusals import (
    GONE,
    NotMlflow,
    NoTrace,
    NotTaken,
    TraceMissing,
    error_of,
)
from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.addresses import segment
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.receipts import receipt_of, target_in, words_in
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.sentences import sentence

_TRACES = "/api/3.0/mlflow/traces"
_ROUNDS = 3
_TRACE_ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.:-]*")
_VERSION = re.compile(r"3(\.\w+)+|[4-9](\.\w+)+|[1-9]\d+(\.\w+)+")


@dataclass(frozen=True, slots=True)
class MlflowSink:
    """Labels go to the traces that they judge, as one feedback and, corrected, one expectation.

    MLflow makes the ids of assessments itself, so a push first reads what an earlier one left,
    found by the label's id in its metadata, and changes, adds or removes what differs, until it
    reads that nothing does: the server answers 200 to changes that it did not make. Review queues
    of the experiment are left alone: an assessment does not finish their items, people there do.
    """

    OPTIONS: ClassVar[Mapping[str, Option]] = OPTIONS
    kind: ClassVar[str] = "mlflow"
    is_final: ClassVar[bool] = False

    name: str
    client: Client = field(repr=False)
    experiment: str
    names: Names = field(default_factory=Names)

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str]) -> Self:
        """The sink that a person configured.

        Raises:
            UsageError: a value that makes no sense.
        """
        verdict = options.get("assessment", "").strip() or VERDICT
        expected = options.get("expectation", "").strip() or EXPECTED
        client = Connection.from_options(options).client()
        return cls(name, client, options["experiment"].strip(), Names(verdict, expected))

    def push(self, outgoing: Outgoing) -> str:
        """Makes the trace's assessments those of this label; removes them where it is taken back.

        Raises:
            Unreachable: the server does not answer.
            PushRefused: the item is no trace of this server.
        """
        trace_id = trace_of(outgoing)
        if outgoing.label is None and not trace_id:
            return ""
        if not trace_id:
            raise NoTrace(outgoing.external_id)
        wanted = assessments_of(outgoing, trace_id, self.names)
        for _ in range(_ROUNDS):
            there = self._left(trace_id, outgoing)
            if not self._change(trace_id, there, wanted):
                return receipt_of({"trace_id": trace_id}, "trace_id") if there else ""
        raise NotTaken(self.client.place, trace_id)

    def check(self) -> str:
        """Looks which version answers, and whether the experiment is there.

        Raises:
            ReviewerError: nothing of MLflow answers, or there is no such experiment.
        """
        reply = self.client.send("GET", "/version", taken=(404,))
        version = reply.text.strip()
        if reply.status == 404 or not _VERSION.fullmatch(version):
            raise NotMlflow(self.client.place, reply.status)
        found = experiments.found(self.client, self.experiment)
        return sentence(
            "MLflow {version} answers at {place}. Labels go to traces of the experiment "
            "“{experiment}” (id {id}), as the assessment “{assessment}”.",
            version=version,
            place=self.client.place,
            experiment=found.name,
            id=found.id,
            assessment=self.names.verdict,
        )

    def close(self) -> None:
        """Closes the connections to the server."""
        self.client.close()

    def _left(self, trace_id: str, outgoing: Outgoing) -> list[Assessment]:
        """What earlier pushes of the label left on the trace."""
        reply = self.client.send("GET", f"{_TRACES}/{trace_id}", taken=(404,))
        if reply.status == 404:
            if error_of(reply)[0] not in GONE:
                raise NotMlflow(self.client.place, reply.status)
            if outgoing.label is None:
                return []
            raise TraceMissing(self.client.place, trace_id)
        told: Any = reply.object().get("trace")
        info = told.get("trace_info") if isinstance(told, dict) else None
        if not isinstance(info, dict):
            raise NotMlflow(self.client.place, reply.status)
        return ours(info.get("assessments"), outgoing)

    def _change(self, trace_id: str, there: list[Assessment], wanted: list[Assessment]) -> bool:
        """Makes what is there what is wanted, adding before removing; whether anything differed."""
        path, rest, differed = f"{_TRACES}/{trace_id}/assessments", list(there), False
        for assessment in wanted:
            old = next((a for a in rest if can_become(a, assessment)), None)
            if old is not None:
                rest.remove(old)
                if is_same(old, assessment):
                    continue
                self._patch(f"{path}/{_id(old)}", assessment)
            else:
                self.client.send("POST", path, body={"assessment": assessment})
            differed = True
        for old in rest:
            self.client.send("DELETE", f"{path}/{_id(old)}", taken=(404,))
        return differed or bool(rest)

    def _patch(self, path: str, wanted: Assessment) -> None:
        """Changes an assessment in place; one that is gone meanwhile is added in the next round."""
        kind = kind_of(wanted)
        mask = [kind, "metadata", *(["rationale"] if "rationale" in wanted else [])]
        body = {"assessment": wanted, "update_mask": ",".join(mask)}
        self.client.send("PATCH", path, body=body, taken=(404,))


def _id(assessment: Assessment) -> str:
    """An assessment's own id as part of an address."""
    return segment(str(assessment.get("assessment_id") or ""))


def trace_of(outgoing: Outgoing) -> str:
    """The trace that the label's item came from; empty where it came from elsewhere.

    Metadata of other sources can say anything, and the id becomes part of an address.
    """
    told = words_in(outgoing.meta.get("mlflow"), target_in(outgoing.receipt))
    found = told.get("trace_id", "")
    return found if _TRACE_ID.fullmatch(found) else ""
