"""What the manifest of an export says: which labels were asked for, and how they were selected."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from reviewer_app import __version__
from reviewer_app.domain.label_tally import Tally
from reviewer_app.domain.labels import LABEL_FIELDS
from reviewer_app.services.pseudonyms import Key
from reviewer_app.store.resolved import LabelFilter

ADVICE = (
    "These labels are not a plain sample of what was produced. To estimate a rate for all of it, "
    "weigh each label by 1 / propensity, and look at labels selected by flag and by audit "
    "together. A label whose propensity is null cannot be weighed: nobody knows why its item was "
    "judged. What was never selected is represented by the audit alone."
)
LEFT_OUT_ADVICE = (
    "Labels were left out because the format has no place for them. What is here is selected by "
    "its verdict too, and no error rate can be estimated from it."
)
COMMENTS = {
    (True, False): "as written",
    (True, True): "as written; they may name people, and pseudonyms do not reach into them",
    (False, False): "left out",
    (False, True): "left out",
}
WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which labels go out, and how much of them.

    `pseudonymous` puts pseudonyms in the place of reviewers' names. Inputs, outputs and comments
    stay what people and agents wrote; without `comments` the latter stay here.
    """

    wanted: LabelFilter = field(default_factory=LabelFilter)
    comments: bool = True
    pseudonymous: bool = False


def facts_of(
    choice: Choice,
    tally: Tally,
    digests: Mapping[tuple[int, str], Sequence[str]],
    key: Key | None,
    at: datetime,
) -> dict[str, Any]:
    """The manifest's facts, once all labels are counted.

    Args:
        choice: what was asked for.
        tally: what came of it.
        digests: the SHA-256 of each policy version's text, by its number and name.
        key: what the pseudonyms were made with; None where there are none.
        at: the time.
    """
    return {
        "made_at": at.isoformat(),
        "made_by": f"reviewer-app {__version__}",
        "label_fields": list(LABEL_FIELDS),
        "filters": _filters(choice),
        **tally.figures(),
        "policies": _policies(tally, digests),
        "comments": COMMENTS[choice.comments, choice.pseudonymous],
        "reviewers": _reviewers(key),
        "advice": [ADVICE, LEFT_OUT_ADVICE] if tally.left_out else [ADVICE],
    }


def _filters(choice: Choice) -> dict[str, str]:
    """The filters that were set; one by a reviewer's name does not give the name away."""
    found = {name: value for name, value in asdict(choice.wanted).items() if value is not None}
    if choice.pseudonymous and "reviewer" in found:
        found["reviewer"] = WITHHELD
    return {name: v.isoformat() if isinstance(v, datetime) else str(v) for name, v in found.items()}


def _policies(
    tally: Tally, digests: Mapping[tuple[int, str], Sequence[str]]
) -> list[dict[str, Any]]:
    """The policy versions that judged the items, each with the texts that have its name."""
    known: dict[tuple[int | None, str | None], list[str]] = {
        version: list(texts) for version, texts in digests.items()
    }
    return [
        {"number": version[0], "name": version[1], "sha256": known.get(version, []), "labels": n}
        for version, n in tally.policies.items()
    ]


def _reviewers(key: Key | None) -> str:
    if key is None:
        return "names"
    return (
        "pseudonyms that later exports from this profile have too"
        if key.is_kept
        else "pseudonyms that hold for this export alone"
    )
