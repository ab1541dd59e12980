"""The readers of a policy's fields: what TOML holds in, what the policy needs out."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum

from reviewer_app.domain.durations import duration_text, parse_duration
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.vocabulary import Agreement, Mode, Risk, Verdict
from reviewer_app.policy.problems import did_you_mean

Reader = Callable[[object], object]
MOST_REVIEWS = 20
LEAST_KEPT = timedelta(days=1)
"""What was decided can be taken back and looked at again for that long at least."""


class Unsuited(ValueError):
    """A value that the field cannot have; says what it must be.

    `path` leads to the part that is wrong, where the value has parts.
    """

    def __init__(self, message: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(message)
        self.path = path


def text(value: object) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise Unsuited(f"must be text in quotes, not {_toml(value)}")
    return value


def name(value: object) -> str:
    """A text that is not empty."""
    if not text(value).strip():
        raise Unsuited("must not be empty")
    return str(value).strip()


def yes_or_no(value: object) -> bool:
    """A truth value."""
    if not isinstance(value, bool):
        raise Unsuited(f"must be true or false, not {_toml(value)}")
    return value


def fraction(value: object) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise Unsuited(f"must be a number from 0 to 1, not {_toml(value)}")
    return float(value)


def reviews(value: object) -> int:
    """How many people."""
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_REVIEWS:
        raise Unsuited(f"must be a whole number from 1 to {MOST_REVIEWS}, not {_toml(value)}")
    return value


def duration(value: object) -> timedelta:
    """A length of time."""
    if not isinstance(value, str):
        raise Unsuited(f'must be a duration in quotes as in "4h" or "30m", not {_toml(value)}')
    try:
        return parse_duration(value)
    except ReviewerError as error:
        raise Unsuited(str(error)) from error


def retention(value: object) -> timedelta:
    """How long contents are kept."""
    kept = duration(value)
    if kept < LEAST_KEPT:
        shortest = duration_text(LEAST_KEPT)
        raise Unsuited(f"must be {shortest} or longer; without it contents are kept for ever")
    return kept


def texts(value: object) -> tuple[str, ...]:
    """A list of texts, each of them once."""
    if not isinstance(value, list):
        raise Unsuited(f"must be a list of texts, not {_toml(value)}")
    for index, entry in enumerate(value):
        if not isinstance(entry, str) or not entry.strip():
            raise Unsuited(f"must be a list of texts, not of {_toml(entry)}", (index,))
        if entry in value[:index]:
            raise Unsuited(f'has "{entry}" twice', (index,))
    return tuple(value)


def table(value: object) -> dict[str, object]:
    """A table as it is written."""
    if not isinstance(value, dict):
        raise Unsuited(f"must be a table, not {_toml(value)}")
    return value


def one_of(words: type[StrEnum], *allowed: StrEnum) -> Reader:
    """A word of a closed list."""
    choices = [str(word) for word in allowed or words]

    def read(value: object) -> StrEnum:
        if value not in choices:
            near = did_you_mean(str(value), choices)
            raise Unsuited(f"must be one of {', '.join(choices)}, not {_toml(value)}{near}")
        return words(value)

    return read


def file_name(value: object) -> str:
    """The name of a file beside the policy: no folder, so that nothing else can be read."""
    if any(mark in name(value) for mark in "/\\:\0") or value in {".", ".."}:
        raise Unsuited(f"must be the name of a file beside the policy, not {_toml(value)}")
    return str(value)


def _toml(value: object) -> str:
    """A value as the document has it, short."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value if len(value) <= 40 else value[:39] + "…"}"'
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return str(value)[:40]


RULE: Mapping[str, Reader] = {
    "name": name,
    "when": text,
    "risk": one_of(Risk),
    "because": text,
    "route": name,
    "reviews": reviews,
    "due": duration,
    "mandatory": yes_or_no,
}
STANDARD: Mapping[str, Reader] = {
    "max_error_rate": fraction,
    "confidence": fraction,
    "review_within": duration,
}
STEP: Mapping[str, Reader] = {
    "mode": one_of(Mode),
    "audit_rate": fraction,
    "veto_window": duration,
    "standard": table,
    "error_types": texts,
    "error_type_required": yes_or_no,
    "rubric": table,
    "gold_rate": fraction,
    "output_schema": file_name,
    "guidelines": text,
    "blind": yes_or_no,
    "agreement": one_of(Agreement),
    "undo_window": duration,
    "retention": retention,
    "on_timeout": one_of(Verdict, Verdict.REJECT, Verdict.ESCALATE, Verdict.APPROVE),
}
WHOLE: Mapping[str, Reader] = {"seed": name, "lease": duration, "search_fields": texts}
"""What `[defaults]` has besides the fields of a step."""
