"""What the window says of contents that are not here: erased, cut, or on the hub alone."""

from collections.abc import Mapping
from datetime import datetime

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.holding import Holding
from reviewer_app.services.desk import Desk
from reviewer_app.ui.language import mark, quoted, tr
from reviewer_app.ui.wording import time_words

_IN_ITS_PLACE: Mapping[Holding, str] = {
    Holding.WHOLE: mark("(an empty output)"),
    Holding.HEAD: mark("(an empty output)"),
    Holding.ABSENT: mark("(not on this machine)"),
    Holding.ERASED: mark("(erased)"),
}
_NOT_ASKED: Mapping[Holding, str] = {
    Holding.WHOLE: mark("The source says nothing about what was asked."),
    Holding.HEAD: mark("What was asked is not on this machine."),
    Holding.ABSENT: mark("What was asked is not on this machine."),
    Holding.ERASED: mark("What was asked was erased."),
}
_LACKING: Mapping[Holding, str] = {
    Holding.HEAD: mark(
        "Only the beginning is here. It can be decided once the rest is: "
        "look again while the hub can be reached."
    ),
    Holding.ABSENT: mark(
        "The content is not on this machine. It can be decided once it is: "
        "look again while the hub can be reached."
    ),
}


def in_its_place(held: Holding) -> str:
    """What stands where an output would, and there is none."""
    return tr(_IN_ITS_PLACE[held])


def nothing_asked(held: Holding) -> str:
    """What stands where the input would, and there is none."""
    return tr(_NOT_ASKED[held])


def withheld_words(desk: Desk, now: datetime) -> str:
    """Why the content of an item is not here whole; empty where it is."""
    gone = desk.gone
    if gone is None:
        return tr(_LACKING[desk.held]) if desk.held in _LACKING else ""
    when, why = time_words(gone.at, now), quoted(revealed_line(gone.reason))
    if not gone.person:
        return tr("The content of this item was erased ({when}): {why}", when=when, why=why)
    return tr(
        "The content of this item was erased by {person} ({when}): {why}",
        person=revealed_line(gone.person),
        when=when,
        why=why,
    )
