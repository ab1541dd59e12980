"""The keys that a search can use: what each is about, what it takes, and how it reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.vocabulary import Risk, Status, Verdict


class Kind(StrEnum):
    """What the values of a key are."""

    NAME = "a name"
    CHOICE = "one of a few words"
    NUMBER = "a number"
    PAST = "a time gone by"
    DUE = "a time to come"
    PERSON = "a person"
    DEED = "a person or a time"
    FIELD = "a number or a text"


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its name, the kind of its values, one line about it, and an example."""

    name: str
    kind: Kind
    says: str
    example: str
    choices: tuple[str, ...] = ()


OPEN = "open"
"""The word for every status that still waits for a person."""

NONE, NOBODY = "none", "nobody"

KEYS: tuple[Key, ...] = (
    Key(
        "risk",
        Kind.CHOICE,
        "how much harm a wrong output can do",
        "risk:high,critical",
        tuple(Risk),
    ),
    Key("workflow", Kind.NAME, "the business process", "workflow:refunds"),
    Key("step", Kind.NAME, "the step of the process", "step:decide"),
    Key("agent", Kind.NAME, "who produced it", "agent:planner"),
    Key("model", Kind.NAME, "the version of the model", "model:2.4"),
    Key("confidence", Kind.NUMBER, "how sure the agent is, 0 to 1", "confidence:<0.7"),
    Key("rule", Kind.NAME, "a rule that flagged it", 'rule:"large refund"'),
    Key("status", Kind.CHOICE, "where it stands in the work", "status:resolved", (OPEN, *Status)),
    Key("due", Kind.DUE, "when it is due", "due:<4h"),
    Key("decided", Kind.DEED, "who decided it, or when", "decided:me"),
    Key("verdict", Kind.CHOICE, "what was concluded", "verdict:reject", (*Verdict, NONE)),
    Key("error", Kind.NAME, "what was found wrong", 'error:"wrong fact"'),
    Key("assignee", Kind.PERSON, "who was given it", "assignee:nobody"),
    Key("pool", Kind.NAME, "the people who may take it", "pool:finance"),
    Key("selected", Kind.CHOICE, "why it is reviewed", "selected:audit", ("flag", "audit", "all")),
    Key(
        "has",
        Kind.CHOICE,
        "what came or was left with it",
        "has:comment",
        ("comment", "correction", "attachment", "draft", "span"),
    ),
    Key("pulled", Kind.PAST, "when it came in", "pulled:today"),
    Key("source", Kind.NAME, "where it was read", "source:orders"),
    Key("id", Kind.NAME, "its id, or the beginning of it", "id:out-88*"),
)
"""Every key, the ones that are used most first."""

KEY_OF: Mapping[str, Key] = {key.name: key for key in KEYS}

PAST_WORDS = ("today", "yesterday", "this-week", "last-week", "this-month", "last-month")
DUE_WORDS = ("late", "today", "tomorrow", "this-week", "next-week", NONE)
"""The times that have a word."""


def field_key(name: str) -> Key:
    """A key that the policy declares searchable."""
    return Key(name, Kind.FIELD, "a field of the metadata", f"{name}:>100")
