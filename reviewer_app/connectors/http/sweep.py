"""One pull through the pages of a feed, and the place it has reached."""

from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from reviewer_app.connectors.http.options import ACCEPT, Feed
from reviewer_app.connectors.http.page import Page, word_of
from reviewer_app.connectors.http.paging import Paging
from reviewer_app.connectors.http.position import Position
from reviewer_app.connectors.records.splitter import Piece
from reviewer_app.connectors.web.client import Client, Lasting, Refused, Reply, ReplyUnreadable
from reviewer_app.connectors.web.fields import found_by
from reviewer_app.domain.sentences import sentence

GONE = frozenset({404, 416})
"""What platforms answer that are asked for a page behind the last one."""


class FeedRefused(Lasting):
    """The platform gives nothing at this address."""

    def __init__(self, place: str, cause: Refused, *, is_later: bool) -> None:
        advice = (
            sentence("The place reached may be unknown there by now: remove the source and add it.")
            if is_later
            else sentence("Check the address and its parameters.")
        )
        super().__init__(
            sentence(
                "No outputs were read from {place}: {cause} {advice}",
                place=place,
                cause=cause.told,
                advice=advice,
            )
        )


class Sweep:
    """The records of a feed from a place on, page after page.

    `behind` is the place that everything given so far lies before: where a pull goes on that was
    broken off. `ahead` is where the next one begins once this one is over.
    """

    def __init__(self, feed: Feed, client: Client, cursor: str | None, most: int) -> None:
        self._feed = feed
        self._client = client
        self._most = most
        self._start = Position.in_feed(feed, cursor)
        self._paging = Paging(feed)
        self._is_told = False
        self.behind = self.ahead = self._start

    def pieces(self) -> Iterator[Piece]:
        """The text of each record in turn.

        Raises:
            Unreachable: the feed cannot be read, or not to its end.
        """
        address: str | None = self._start.address(self._feed)
        is_first = True
        while address:
            reply = self._asked(address, is_first=is_first)
            if reply is None or reply.status in {204, 304}:
                return
            page = Page(reply, self._feed, self._most)
            yield from page.pieces()
            address, is_first = self._past(address, reply, page), False

    def _asked(self, address: str, *, is_first: bool) -> Reply | None:
        """The answer; None behind the last page of a feed that says so by an error."""
        parts = urlsplit(address)
        path = urlunsplit(("", "", parts.path, parts.query, ""))
        try:
            conditions = self._start.conditions(self._feed) if is_first else {}
            return self._client.get(path, headers={**ACCEPT, **conditions})
        except Refused as cause:
            if cause.status in GONE and not is_first and self._paging.is_counted:
                return None
            is_later = bool(self._start.at)
            raise FeedRefused(self._client.place, cause, is_later=is_later) from cause

    def _past(self, address: str, reply: Reply, page: Page) -> str | None:
        """Goes past a page that was given whole; the address of the next one."""
        if not page.is_whole:
            raise ReplyUnreadable(
                sentence(
                    "{place} answered with a list that has no end, or with something behind it "
                    "that is no JSON. What could be read was taken in; the rest is asked for "
                    "again.",
                    place=self._client.place,
                )
            )
        at = self._at(page)
        following = self._paging.after(address, reply, page)
        if at:
            self.ahead = self.ahead.moved_to(at)
        if following is None and self._paging.is_drained and page.count:
            self.behind = self.ahead
            drained = self.ahead.address(self._feed)
            following = drained if drained != address else None
            self._paging.check_new(following, reply)
        if following is None and not self._is_full(page):
            self.ahead = self.ahead.ended_with(self._feed, address, reply.headers)
        return following

    def _is_full(self, page: Page) -> bool:
        """Whether a page that stays as it is may get another one behind it."""
        return any(page.count >= int(number) for number in self._feed.size.values())

    def _at(self, page: Page) -> str | None:
        """The cursor's value after a page.

        Where pages follow each other by other means, the answer's own word counts that came
        first: later ones may speak of records that were put in front meanwhile.
        """
        if self._feed.cursor is None:
            return None
        told = word_of(found_by(self._feed.cursor, page.value))
        is_kept = not self._paging.is_drained and self._is_told
        if told and not is_kept:
            self._is_told = True
            return told
        return None if self._is_told else page.last
