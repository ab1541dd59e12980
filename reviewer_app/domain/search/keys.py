"""The keys that a search can use: what each is about, what it takes, and how it reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.sentences import Sentence, sentence
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
    says: Sentence
    example: str
    choices: tuple[str, ...] = ()


OPEN = "open"
"""The word for every status that still waits for a person."""

NONE, NOBODY = "none", "nobody"

KEYS: tuple[Key, ...] = (
    Key(
        "risk",
        Kind.CHOICE,
        sentence("how much harm a wrong output can do"),
        "risk:high,critical",
        tuple(Risk),
    ),
    Key("workflow", Kind.NAME, sentence("the business process"), "workflow:refunds"),
    Key("step", Kind.NAME, sentence("the step of the process"), "step:decide"),
    Key("agent", Kind.NAME, sentence("who produced it"), "agent:planner"),
    Key("model", Kind.NAME, sentence("the version of the model"), "model:2.4"),
    Key("confidence", Kind.NUMBER, sentence("how sure the agent is, 0 to 1"), "confidence:<0.7"),
    Key("rule", Kind.NAME, sentence("a rule that flagged it"), 'rule:"large refund"'),
    Key(
        "status",
        Kind.CHOICE,
        sentence("where it stands in the work"),
        "status:resolved",
        (OPEN, *Status),
    ),
    Key("due", Kind.DUE, sentence("when it is due"), "due:<4h"),
    Key("decided", Kind.DEED, sentence("who decided it, or when"), "decided:me"),
    Key("verdict", Kind.CHOICE, sentence("what was concluded"), "verdict:reject", (*Verdict, NONE)),
    Key("error", Kind.NAME, sentence("what was found wrong"), 'error:"wrong fact"'),
    Key("assignee", Kind.PERSON, sentence("who was given it"), "assignee:nobody"),
    Key("pool", Kind.NAME, sentence("the people who may take it"), "pool:finance"),
    Key(
        "selected",
        Kind.CHOICE,
        sentence("why it is reviewed"),
        "selected:audit",
        ("flag", "audit", "all"),
    ),
    Key(
        "has",
        Kind.CHOICE,
        sentence("what came or was left with it"),
        "has:comment",
        ("comment", "correction", "attachment", "draft", "span"),
    ),
    Key("pulled", Kind.PAST, sentence("when it came in"), "pulled:today"),
    Key("source", Kind.NAME, sentence("where it was read"), "source:orders"),
    Key("id", Kind.NAME, sentence("its id, or the beginning of it"), "id:out-88*"),
)
"""Every key, the ones that are used most first."""

KEY_OF: Mapping[str, Key] = {key.name: key for key in KEYS}

PAST_WORDS = ("today", "yesterday", "this-week", "last-week", "this-month", "last-month")
DUE_WORDS = ("late", "today", "tomorrow", "this-week", "next-week", NONE)
"""The times that have a word."""


def field_key(name: str) -> Key:
    """A key that the policy declares searchable."""
    return Key(name, Kind.FIELD, sentence("a field of the metadata"), f"{name}:>100")
