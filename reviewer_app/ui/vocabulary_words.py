"""The words of the vocabulary as the window shows them: one table a list, one place to look."""

from collections.abc import Mapping

from reviewer_app.domain.vocabulary import (
    Disposition,
    Mode,
    OutputType,
    Risk,
    Severity,
    Status,
    Verdict,
)
from reviewer_app.ui.language import mark, tr

Word = Verdict | Mode | Disposition | Status | Risk | OutputType | Severity

_WORDS: Mapping[type, Mapping[str, str]] = {
    Verdict: {
        Verdict.APPROVE: mark("approve"),
        Verdict.CORRECT: mark("correct"),
        Verdict.REJECT: mark("reject"),
        Verdict.ESCALATE: mark("escalate"),
    },
    Mode: {
        Mode.HUMAN: mark("a person does the step"),
        Mode.HITL: mark("flagged outputs wait for a person"),
        Mode.HOTL: mark("released unless a person stops it"),
        Mode.AUTO: mark("released at once"),
        Mode.STOPPED: mark("nothing is released"),
    },
    Disposition: {
        Disposition.HOLD: mark("waits for a person"),
        Disposition.VETO: mark("released later unless stopped"),
        Disposition.RELEASE: mark("released at once"),
    },
    Status: {
        Status.QUEUED: mark("queued"),
        Status.ESCALATED: mark("escalated"),
        Status.DISPUTED: mark("disputed"),
        Status.RESOLVED: mark("resolved"),
        Status.RELEASED: mark("released"),
        Status.SUPERSEDED: mark("superseded"),
    },
    Risk: {
        Risk.LOW: mark("low"),
        Risk.MEDIUM: mark("medium"),
        Risk.HIGH: mark("high"),
        Risk.CRITICAL: mark("critical"),
    },
    OutputType: {
        OutputType.TEXT: mark("text"),
        OutputType.MARKDOWN: "Markdown",
        OutputType.JSON: "JSON",
        OutputType.CODE: mark("code"),
        OutputType.MESSAGES: mark("messages"),
        OutputType.TOOL_CALLS: mark("tool calls"),
    },
    Severity: {
        Severity.MINOR: mark("minor"),
        Severity.MAJOR: mark("major"),
        Severity.CRITICAL: mark("critical"),
    },
}

_DONE: Mapping[Verdict, str] = {
    Verdict.APPROVE: mark("approved"),
    Verdict.CORRECT: mark("corrected"),
    Verdict.REJECT: mark("rejected"),
    Verdict.ESCALATE: mark("escalated"),
}


def word_of(value: Word) -> str:
    """A word of the vocabulary in the language in force, in lower case where that has such."""
    return tr(_WORDS[type(value)][value])


def done_word(verdict: Verdict) -> str:
    """What was done to an item, in one word."""
    return tr(_DONE[verdict])


def capital(words: str) -> str:
    """The words as a line or a column begins with them."""
    return words[:1].upper() + words[1:]
