"""What a feed can be told, and the checked form of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from jmespath.parser import ParsedResult

from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web import addresses, fields
from reviewer_app.connectors.web.fields import Fields
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

FORMATS = ("auto", "json", "jsonl")

ACCEPT = {"Accept": "application/json, application/x-ndjson;q=0.9, */*;q=0.5"}
"""What is asked for; feeds of JSON Lines are often labelled as plain text."""

OPTIONS: Mapping[str, Option] = {
    "url": Option(
        "the address that answers with the records",
        is_required=True,
        example="https://agents.example.com/outputs",
    ),
    "plain": addresses.PLAIN,
    "token": Option("the secret that is sent with each request", is_secret=True),
    "token_header": Option(
        "the header that the secret is sent in; Authorization as a bearer token without",
        example="X-Api-Key",
    ),
    "records": Option(
        "where the list of records is in the answer (JMESPath); found by itself in most answers",
        example="data.items",
    ),
    "map": fields.MAP,
    "format": Option("what the answer is; found out by itself without", choices=FORMATS),
    "next": Option(
        "where the answer says what comes next (JMESPath): an address, a token for next_param, or "
        "whether there is more for page_param; a Link header is followed by itself",
        example="paging.next",
    ),
    "next_param": Option("the parameter that a token of the next page is sent in", example="after"),
    "page_param": Option(
        "the parameter that pages are counted in, from 1 or from what the address says, up to an "
        "empty page",
        example="page",
    ),
    "offset_param": Option(
        "the parameter that says how many records are passed over, up to an empty page",
        example="offset",
    ),
    "size": Option("how many records are asked for at once, PARAMETER=NUMBER", example="limit=100"),
    "cursor": Option(
        "what the next pull begins from (JMESPath, of the answer or of its last record); the feed "
        "must then give what is there from this value on, the value itself included or not",
        example="updated_at",
    ),
    "cursor_param": Option("the parameter that the cursor is sent in", example="since"),
}
"""The options of the kind `http`."""


class OptionUnfit(UsageError):
    """An option makes no sense, or none without another one."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was configured, every part of it checked."""

    url: str
    token: str = field(default="", repr=False)
    token_header: str = ""
    records: ParsedResult | None = None
    fields: Fields = field(default_factory=Fields)
    format: str = "auto"
    next: ParsedResult | None = None
    next_param: str = ""
    page_param: str = ""
    offset_param: str = ""
    size: Mapping[str, str] = field(default_factory=dict)
    cursor: ParsedResult | None = None
    cursor_param: str = ""

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """The feed that a person configured.

        Raises:
            UsageError: an option that makes no sense.
        """
        told = {name: value.strip() for name, value in options.items() if value.strip()}
        _check_together(told)
        return cls(
            addresses.whole(told["url"], told.get("plain", "no")),
            told.get("token", ""),
            told.get("token_header", ""),
            _expression("records", told),
            Fields.parse(told.get("map", "")),
            told.get("format", "auto"),
            _expression("next", told),
            told.get("next_param", ""),
            told.get("page_param", ""),
            told.get("offset_param", ""),
            _size(told.get("size", "")),
            _expression("cursor", told),
            told.get("cursor_param", ""),
        )

    @property
    def origin(self) -> str:
        """The machine and service that alone are called."""
        return addresses.origin(self.url)

    @property
    def place(self) -> str:
        """What places in the feed are called by: the address without its query."""
        parts = urlsplit(self.url)
        return f"{parts.netloc}{parts.path}"

    @property
    def headers(self) -> Mapping[str, str]:
        """How the secret is sent, where there is one."""
        if not self.token:
            return {}
        if self.token_header.lower() in {"", "authorization"}:
            is_whole = bool(self.token_header) and " " in self.token
            return {"Authorization": self.token if is_whole else f"Bearer {self.token}"}
        return {self.token_header: self.token}

    @property
    def terms(self) -> str:
        """What decides how a page is read, so that a page that did not change is read again."""
        mapped = sorted((n, e.expression) for n, e in self.fields.expressions.items())
        records = self.records.expression if self.records else ""
        return repr((self.format, records, mapped))


def _check_together(told: Mapping[str, str]) -> None:
    for name, other in (
        ("next_param", "next"),
        ("cursor_param", "cursor"),
        ("cursor", "cursor_param"),
        ("token_header", "token"),
    ):
        if name in told and other not in told:
            raise OptionUnfit(
                sentence(
                    "The option “{name}” says nothing without “{other}”. Give both, or neither.",
                    name=name,
                    other=other,
                )
            )
    ways = [name for name in ("next_param", "page_param", "offset_param") if name in told]
    if len(ways) > 1:
        raise OptionUnfit(
            sentence(
                "Pages are asked for in one way; {ways} are several. Keep the one that the feed "
                "understands.",
                ways=tuple(ways),
            )
        )
    if told.get("format", "auto") not in FORMATS:
        raise OptionUnfit(
            sentence(
                "A feed has no format “{format}”. Use {known}.",
                format=told["format"],
                known=FORMATS,
            )
        )


def _expression(name: str, told: Mapping[str, str]) -> ParsedResult | None:
    return fields.expression(name, told[name]) if name in told else None


def _size(text: str) -> Mapping[str, str]:
    name, _, number = (part.strip() for part in text.partition("="))
    if not text:
        return {}
    if not name or not number.isdecimal() or int(number) == 0:
        raise OptionUnfit(
            sentence(
                "“{text}” does not say how many records to ask for. Write PARAMETER=NUMBER, such "
                "as limit=100.",
                text=text,
            )
        )
    return {name: number}
