"""The pages of a reading: how much is asked for at a time, from when on, and that they end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.moments import moment_in
from reviewer_app.connectors.web.replies import Lasting, unexpected
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

PAGE = Option("how many records are asked for at a time", example="100")
"""The option `page` of connectors that read page by page."""

USUAL_PAGE = 100


class PageUnusable(UsageError):
    """The size of a page is no number, or none that the platform takes."""

    def __init__(self, text: str, most: int) -> None:
        super().__init__(
            sentence(
                "“{text}” is no number of records to ask for at a time. Use 1 to {most}.",
                text=text,
                most=most,
            )
        )


class SinceUnreadable(UsageError):
    """The date that the first pull shall begin with is none."""

    def __init__(self, text: str) -> None:
        super().__init__(sentence("“{text}” is no date. Write it like 2026-01-31.", text=text))


def page_of(text: str | None, most: int) -> int:
    """The size of a page that a person set.

    Raises:
        PageUnusable: it is no number from 1 to the most that the platform gives.
    """
    if not text:
        return min(USUAL_PAGE, most)
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        raise PageUnusable(text, most)
    return int(text)


def since_of(text: str | None) -> datetime | None:
    """The date that the first pull begins with; None where a person set none.

    Raises:
        SinceUnreadable: it is no date.
    """
    moment = moment_in(text)
    if text and moment is None:
        raise SinceUnreadable(text)
    return moment


class ListingEndless(Lasting):
    """The platform leads back to pages that were read already."""

    def __init__(self, place: str) -> None:
        super().__init__(
            sentence(
                "{place} lists the same page again and again, so that a reading would have no end. "
                "What was read was taken in; see whether something in front of the platform drops "
                "the parameters of addresses.",
                place=place,
            )
        )


@dataclass(slots=True)
class Pages:
    """The pages of one listing so far, by what leads to each."""

    place: str
    _seen: set[str] = field(default_factory=set)

    def after(self, cursor: object) -> str | None:
        """What leads to the next page; None where there is none.

        Raises:
            ListingEndless: it led there before.
            ReplyUnreadable: it is no text.
        """
        if not cursor:
            return None
        if not isinstance(cursor, str):
            raise unexpected(self.place)
        if cursor in self._seen:
            raise ListingEndless(self.place)
        self._seen.add(cursor)
        return cursor

    def check_new(self, ids: Iterable[str]) -> None:
        """Looks whether a page that is found by its number has anything that no other had.

        Raises:
            ListingEndless: it has not, and is not empty.
        """
        found = set(ids)
        if found and found <= self._seen:
            raise ListingEndless(self.place)
        self._seen |= found
