"""What a platform is told of a label beside the verdict, so that it can be counted and weighed."""

from typing import Any

from reviewer_app.domain.labels import Label
from reviewer_app.domain.outgoing import Outgoing

_OF_THE_LABEL = (
    "error_types",
    "severity",
    "reviewers",
    "selected_by",
    "propensity",
    "policy",
    "policy_version",
    "decided_at",
)


def facts_of(outgoing: Outgoing, label: Label) -> dict[str, Any]:
    """Which label it is, on which content, by whom, and how its item was selected; what is there.

    Without the propensity no rate can be estimated from what a platform has.
    """
    told = {
        "label_id": str(outgoing.key),
        "version": outgoing.version,
        "digest": outgoing.digest,
        "decision_id": str(outgoing.decision_id) if outgoing.decision_id else None,
        **{name: label.get(name) for name in _OF_THE_LABEL},
    }
    return {name: value for name, value in told.items() if value not in (None, [], "")}
