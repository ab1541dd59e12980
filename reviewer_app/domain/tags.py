"""The tags of an item: short words about it that a search can ask for, folded from facts."""

from collections.abc import Sequence
from enum import StrEnum

from reviewer_app.domain.records import Selection
from reviewer_app.domain.resolution import Opinion


class TagKind(StrEnum):
    """What a tag says."""

    RULE = "rule"
    ERROR = "error"
    HAS = "has"


Tag = tuple[TagKind, str]


def tags_of(selection: Selection, opinions: Sequence[Opinion] = ()) -> frozenset[Tag]:
    """The rules that flagged an item, and what was found wrong or left with it."""
    gone = {o.decision.retracts for o in opinions}
    kept = [o for o in opinions if o.decision.verdict and o.decision.id not in gone]
    rules = {(TagKind.RULE, flag.rule) for flag in selection.flags}
    return frozenset(rules.union(*(_left_by(opinion) for opinion in kept)))


def _left_by(opinion: Opinion) -> set[Tag]:
    decision = opinion.decision
    left = {
        "comment": decision.comment_digest is not None,
        "correction": decision.correction_digest is not None,
        "span": bool(decision.spans),
    }
    has = {(TagKind.HAS, word) for word, is_there in left.items() if is_there}
    return has | {(TagKind.ERROR, name) for name in decision.error_types}
