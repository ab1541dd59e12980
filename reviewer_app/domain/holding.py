"""How much of an item's content is on this machine."""

from enum import StrEnum
from uuid import UUID

from reviewer_app.domain.records import Content


class Holding(StrEnum):
    """What is here of an item's content.

    `head`: only the beginning of the output. `absent`: nothing, but a hub may have it. `erased`:
    nothing, and nobody will have it again.
    """

    WHOLE = "whole"
    HEAD = "head"
    ABSENT = "absent"
    ERASED = "erased"

    @property
    def may_be_fetched(self) -> bool:
        """Whether a hub may have more than this machine."""
        return self in {Holding.HEAD, Holding.ABSENT}


def holding_of(*, is_truncated: bool | None, is_erased: bool) -> Holding:
    """What is here, by whether the content was cut (None where there is none) and was erased."""
    if is_erased:
        return Holding.ERASED
    if is_truncated is None:
        return Holding.ABSENT
    return Holding.HEAD if is_truncated else Holding.WHOLE


def nothing_of(item_id: UUID) -> Content:
    """The content of an item of which nothing is here."""
    return Content(item_id=item_id, input=None, output="", truncated=True)
