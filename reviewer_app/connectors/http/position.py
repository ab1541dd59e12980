"""How far a feed has been read, as a text that is stored with what was read."""

import email.utils
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Self

from reviewer_app.connectors.http.options import Feed
from reviewer_app.connectors.web.addresses import with_params

STRONG = 1.0
"""Seconds after which a change makes another `Last-Modified` for certain (RFC 9110, 8.8.2.2)."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the next pull begins, and what the page there looked like.

    Attributes:
        feed: which feed this is a place in.
        at: what is sent as the cursor; empty where the feed has none.
        page: which page, read in which way, the marks below belong to.
        etag: its entity tag.
        modified: when it last changed, where that tells changes apart.
    """

    feed: str
    at: str = ""
    page: str = ""
    etag: str = ""
    modified: str = ""

    @classmethod
    def in_feed(cls, feed: Feed, cursor: str | None) -> Self:
        """The place that a cursor leads to; the start where it is of another feed or none."""
        start = cls(_mark(feed.url))
        try:
            members = json.loads(cursor) if cursor else None
        except ValueError:
            return start
        if not isinstance(members, dict) or not members.keys() <= set(cls.__slots__):
            return start
        if not all(isinstance(value, str) for value in members.values()):
            return start
        found = replace(start, **members)
        return found if found.feed == start.feed else start

    @property
    def text(self) -> str:
        """The place as a cursor."""
        return json.dumps({name: value for name, value in asdict(self).items() if value})

    def address(self, feed: Feed) -> str:
        """The address that is asked first from here."""
        sent = {feed.cursor_param: self.at} if self.at and feed.cursor_param else {}
        return with_params(feed.url, {**feed.size, **sent})

    def conditions(self, feed: Feed) -> Mapping[str, str]:
        """Headers that ask for the first page only where it changed."""
        if self.page != _page_mark(feed, self.address(feed)):
            return {}
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {n: v for n, v in named.items() if v.isascii() and v.isprintable() and v}

    def moved_to(self, at: str) -> Self:
        """The place from which the feed is asked for what comes after a value."""
        return replace(self, at=at, page="", etag="", modified="")

    def ended_with(self, feed: Feed, address: str, headers: Mapping[str, str]) -> Self:
        """This place, with the marks of the last page where the next pull begins with it."""
        marks = _marks(headers)
        if address != self.address(feed) or not any(marks.values()):
            return self
        return replace(self, page=_page_mark(feed, address), **marks)


def _marks(headers: Mapping[str, str]) -> dict[str, str]:
    etag = headers.get("etag", "").strip()
    modified = headers.get("last-modified", "").strip()
    is_told = not etag and _is_strong(modified, headers.get("date", ""))
    return {"etag": etag, "modified": modified if is_told else ""}


def _is_strong(modified: str, date: str) -> bool:
    """Whether the page cannot have changed again within the second that `modified` names."""
    try:
        changed, answered = map(email.utils.parsedate_to_datetime, (modified, date))
        return (answered.timestamp() - changed.timestamp()) > STRONG
    except (ValueError, TypeError, IndexError, OverflowError):
        return False


def _page_mark(feed: Feed, address: str) -> str:
    return _mark(f"{address} {feed.terms}")


def _mark(text: str) -> str:
    """Stands for a text that may hold what no cursor shall show."""
    return sha256(text.encode()).hexdigest()[:16]
