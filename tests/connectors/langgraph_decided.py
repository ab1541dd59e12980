"""Interrupts as they came in, decided: what a sink is handed of them."""

import json
from dataclasses import replace
from uuid import UUID, uuid5

from reviewer_app.domain.identity import content_hash, item_id
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.labels import LABEL_FIELDS
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.vocabulary import Verdict

NAMES = UUID(int=77)


def decided(
    taken: Incoming,
    verdict: Verdict,
    correction: str | None = None,
    comment: str | None = None,
    version: int = 1,
) -> Outgoing:
    """The label of a record under a verdict, on its way to the sink."""
    digest = content_hash(taken, taken.workflow or "agents", taken.step or "output")
    key = item_id("agents", taken.external_id or digest, digest)
    label = dict.fromkeys(LABEL_FIELDS)
    label |= {
        "id": str(key),
        "source": "agents",
        "external_id": taken.external_id,
        "output": taken.output,
        "verdict": verdict,
        "expected_output": correction if verdict is Verdict.CORRECT else None,
        "comment": comment,
        "reviewers": ["Ana"],
        "digest": digest,
    }
    return Outgoing(
        key=key,
        version=version,
        label=label,
        source="agents",
        external_id=taken.external_id or "",
        digest=digest,
        meta=json.loads(taken.meta),
        decision_id=uuid5(NAMES, f"{key}/{version}"),
    )


def approved(taken: Incoming) -> Outgoing:
    """An output that may stand."""
    return decided(taken, Verdict.APPROVE)


def corrected(taken: Incoming, correction: str) -> Outgoing:
    """An output that should have been another."""
    return decided(taken, Verdict.CORRECT, correction)


def rejected(taken: Incoming, comment: str | None = None) -> Outgoing:
    """An output of no use."""
    return decided(taken, Verdict.REJECT, comment=comment)


def taken_back(outgoing: Outgoing, receipt: str = "") -> Outgoing:
    """The same without a label any more."""
    later = outgoing.version + 1
    return replace(outgoing, label=None, version=later, receipt=receipt, decision_id=None)
