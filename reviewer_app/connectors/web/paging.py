"""What a person says of a reading: how much is asked for at a time, and from when on."""

from datetime import datetime

from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.moments import moment_in
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
