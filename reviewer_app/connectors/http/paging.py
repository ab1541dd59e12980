"""Which address has the next page of a feed, by what its last page said."""

from dataclasses import dataclass, field
from urllib.parse import parse_qs, urljoin, urlsplit

from reviewer_app.connectors.http.options import Feed
from reviewer_app.connectors.http.page import Page, word_of
from reviewer_app.connectors.web.addresses import origin, with_params
from reviewer_app.connectors.web.client import Lasting, Reply
from reviewer_app.connectors.web.fields import found_by
from reviewer_app.connectors.web.links import next_link
from reviewer_app.domain.sentences import sentence

REPEATS = 3
"""How often in a row a page may have the same records before the feed counts as endless."""


class NextElsewhere(Lasting):
    """The next page is on another machine, which the secret must not reach."""

    def __init__(self, place: str, other: str) -> None:
        super().__init__(
            sentence(
                "{place} says that its next page is at {other}, which is not called: another "
                "place must not get this connection's secret. What came before was taken in.",
                place=place,
                other=other,
            )
        )


class NextUnreadable(Lasting):
    """What says where the next page is makes no sense."""

    def __init__(self, place: str, wanted: str) -> None:
        super().__init__(
            sentence(
                "{place} has something at “{wanted}” that is neither an address nor a token, so "
                "the pages after it were not read. Check the options “next” and “next_param”.",
                place=place,
                wanted=wanted,
            )
        )


class FeedEndless(Lasting):
    """The feed leads back to pages that were read already."""

    def __init__(self, place: str) -> None:
        super().__init__(
            sentence(
                "{place} leads from page to page without an end: the same one came again. What "
                "was read was taken in. Check the options of its pages.",
                place=place,
            )
        )


@dataclass(slots=True)
class Paging:
    """The way through one pull's pages."""

    feed: Feed
    read: int = 0
    _seen: set[str] = field(default_factory=set)
    _digest: bytes = b""
    _repeats: int = 0

    @property
    def is_counted(self) -> bool:
        """Whether pages are counted, up to one that has nothing."""
        return bool(self.feed.page_param or self.feed.offset_param)

    @property
    def is_drained(self) -> bool:
        """Whether the cursor is what leads to the next page."""
        return bool(self.feed.cursor_param) and not self.feed.next and not self.is_counted

    def after(self, address: str, reply: Reply, page: Page) -> str | None:
        """The address of the next page; None where there is none.

        Raises:
            Lasting: it is elsewhere, makes no sense, or was read already.
        """
        self.read += page.count
        self._seen.add(address)
        is_same = self._is_same(page)
        found = self._found(address, reply, page)
        if found is None or (is_same and self.is_counted):
            return None  # many platforms give the last page again for numbers behind it
        if is_same:
            raise FeedEndless(reply.place)
        self.check_new(found, reply)
        return found

    def check_new(self, address: str | None, reply: Reply) -> None:
        """Looks whether a page was read before.

        Raises:
            FeedEndless: it was.
        """
        if address in self._seen:
            raise FeedEndless(reply.place)

    def _is_same(self, page: Page) -> bool:
        """Whether one and the same page came a few times in a row."""
        is_repeat = page.count > 0 and page.digest == self._digest
        self._repeats = self._repeats + 1 if is_repeat else 0
        self._digest = page.digest
        return self._repeats >= REPEATS

    def _found(self, address: str, reply: Reply, page: Page) -> str | None:
        if self.is_counted:
            return self._counted(address, page)
        if self.feed.next:
            return self._told(address, reply, page)
        link = next_link(reply.headers.get("link", ""))
        return self._joined(address, link, reply) if link else None

    def _counted(self, address: str, page: Page) -> str | None:
        is_over = self.feed.next is not None and not found_by(self.feed.next, page.value)
        if page.count == 0 or is_over:
            return None
        name = self.feed.page_param or self.feed.offset_param
        usual = "1" if self.feed.page_param else "0"
        now = parse_qs(urlsplit(address).query).get(name, [usual])[-1]
        step = 1 if self.feed.page_param else page.count
        return with_params(address, {name: str((int(now) if now.isdecimal() else 0) + step)})

    def _told(self, address: str, reply: Reply, page: Page) -> str | None:
        wanted = self.feed.next
        found = found_by(wanted, page.value) if wanted else None
        if found is None or found is False or found == "" or wanted is None:
            return None
        word = word_of(found)
        if word is None or not (self.feed.next_param or isinstance(found, str)):
            raise NextUnreadable(reply.place, wanted.expression)
        if self.feed.next_param:
            return with_params(address, {self.feed.next_param: word})
        return self._joined(address, word, reply)

    def _joined(self, address: str, told: str, reply: Reply) -> str:
        try:
            found = urljoin(address, told).partition("#")[0]
            there = origin(found)
        except ValueError as cause:
            raise NextUnreadable(reply.place, told[:80]) from cause
        if there != self.feed.origin:
            raise NextElsewhere(reply.place, there)
        return found
