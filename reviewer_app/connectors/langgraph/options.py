"""What a LangGraph connection can be told, the same in both directions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.addresses import PLAIN, checked
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.fields import MAP, Fields, PairUnreadable
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.sentences import sentence

PAGE, PAGE_AT_MOST = 100, 1000

OPTIONS: Mapping[str, Option] = {
    "url": Option(
        "the address of the LangGraph server",
        is_required=True,
        example="https://agents.example.org",
    ),
    "plain": PLAIN,
    "token": Option("the key that the server asks for, sent as x-api-key", is_secret=True),
    "assistant": Option(
        "the assistant or graph that answers are sent to; that of the thread without"
    ),
    "metadata": Option(
        "only threads with this metadata, NAME=VALUE, one a line", example="team=refunds"
    ),
    "map": Option(
        MAP.about,
        example="confidence=value.confidence",
    ),
    "page": Option("how many threads are asked for at once, from 1 to 1000", example="100"),
}


class PageUnusable(UsageError):
    """The number of threads to ask for at once is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence(
                "“{text}” is no number of threads; it must be from 1 to {most}.",
                text=text,
                most=PAGE_AT_MOST,
            )
        )


@dataclass(frozen=True, slots=True)
class Connection:
    """A configured LangGraph server.

    Attributes:
        url: its checked address.
        token: the key that it asks for.
        assistant: where answers go; empty for the thread's own.
        metadata: what threads must have.
        fields: the fields that a person mapped.
        page: how many threads are asked for at once.
    """

    url: str
    token: str = field(default="", repr=False)
    assistant: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    fields: Fields = field(default_factory=Fields)
    page: int = PAGE

    @classmethod
    def of(cls, options: Mapping[str, str]) -> Self:
        """The connection that options describe.

        Raises:
            UsageError: a value that cannot be used.
        """
        return cls(
            checked(options["url"], options.get("plain", "no")),
            options.get("token", ""),
            options.get("assistant", "").strip(),
            _pairs(options.get("metadata", "")),
            Fields.parse(options.get("map", "")),
            _page(options.get("page", "")),
        )

    def client(self) -> Client:
        """Calls the server, with the key where there is one."""
        return Client(self.url, {"x-api-key": self.token} if self.token else None)


def _pairs(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for line in filter(None, (part.strip() for part in text.splitlines())):
        name, equals, value = (part.strip() for part in line.partition("="))
        if not (name and equals and value) or name in found:
            raise PairUnreadable(line)
        found[name] = _plain(value)
    return found


def _plain(text: str) -> Any:  # noqa: ANN401 - a number, a yes or no, or a text
    """A value as the server compares it: what reads as a number or as true is one."""
    try:
        value = parse(text)
    except JsonRefused:
        return text
    return value if isinstance(value, bool | int | float | str) else text


def _page(text: str) -> int:
    text = text.strip()
    if not text:
        return PAGE
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text[:9]) <= PAGE_AT_MOST:
        raise PageUnusable(text)
    return int(text)
