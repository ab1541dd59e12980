"""Labels as Langfuse's scores, with ids that make each of them one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from reviewer_app.connectors.web.facts import facts_of
from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.vocabulary import Verdict

VERDICT = "review_verdict"
"""The name of the score with the verdict."""

CORRECTION = "output"
"""The name that Langfuse gives every correction."""

COMMENT_CHARACTERS = 5_000
"""Characters of a comment that Langfuse takes."""


def score_id(key: UUID, name: str) -> str:
    """The id of an item's score, the same on every machine."""
    return str(uuid5(key, f"langfuse {name}"))


def verdict_score(target: Mapping[str, str], outgoing: Outgoing, label: Label) -> dict[str, Any]:
    """The score that holds the verdict."""
    score = _score(target, outgoing, label, VERDICT, str(label["verdict"]))
    score |= {"dataType": "CATEGORICAL", "metadata": facts_of(outgoing, label)}
    comment = label.get("comment")
    return score | ({"comment": str(comment)[:COMMENT_CHARACTERS]} if comment else {})


def correction_score(
    target: Mapping[str, str], outgoing: Outgoing, label: Label
) -> dict[str, Any] | None:
    """The score that holds the corrected output; None where there is none."""
    expected = label.get("expected_output")
    if label["verdict"] != Verdict.CORRECT or not expected:
        return None
    score = _score(target, outgoing, label, CORRECTION, str(expected))
    return score | {"dataType": "CORRECTION", "source": "ANNOTATION"}


def _score(
    target: Mapping[str, str], outgoing: Outgoing, label: Label, name: str, value: str
) -> dict[str, Any]:
    """What both kinds of score have.

    A score is replaced by one of the same id and time; so the time must be the same for every
    version of a label: that of the observation itself.
    """
    score = {
        "id": score_id(outgoing.key, name),
        "traceId": target["trace_id"],
        "name": name,
        "value": value,
        "timestamp": target.get("start_time") or label.get("decided_at"),
        "observationId": target.get("observation_id"),
        "queueId": target.get("queue_id"),
    }
    return {key: part for key, part in score.items() if part is not None}
