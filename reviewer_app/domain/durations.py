"""How a length of time is written for people: `30s`, `20m`, `4h`, `1h30m`, `2d`, `1w`."""

import re
from datetime import timedelta

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

UNITS = {
    "w": timedelta(weeks=1),
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
    "s": timedelta(seconds=1),
    "ms": timedelta(milliseconds=1),
}
"""The units, the longest first."""

LONGEST = timedelta(days=3650)
"""Longer than this is a slip of the pen."""

_WHOLE = re.compile("".join(rf"(?:(?P<{unit}>[0-9]{{1,9}}){unit}(?![a-z]))?" for unit in UNITS))


class DurationUnreadable(UsageError):
    """A text that should be a length of time is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence(
                '"{text}" is not a duration. '
                'Write it as in "30s", "20m", "4h", "1h30m", "2d" or "1w".',
                text=text,
            )
        )


class DurationTooLong(UsageError):
    """A length of time that nobody waits for."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence('"{text}" is longer than ten years. Give a shorter duration.', text=text)
        )


def parse_duration(text: str) -> timedelta:
    """The length of time that `text` writes: numbers with units, the longest unit first.

    Raises:
        DurationUnreadable: where it is not written like that.
        DurationTooLong: above ten years.
    """
    found = _WHOLE.fullmatch(text)
    if not text or found is None:
        raise DurationUnreadable(text)
    counts = found.groupdict(default="0")
    try:
        duration = sum((int(counts[unit]) * UNITS[unit] for unit in UNITS), timedelta())
    except OverflowError:
        raise DurationTooLong(text) from None
    if duration > LONGEST:
        raise DurationTooLong(text)
    return duration


def duration_text(duration: timedelta) -> str:
    """`duration` as `parse_duration` reads it, to the millisecond: `1h30m`, and `0s` for none."""
    parts = []
    for unit, length in UNITS.items():
        count, duration = divmod(duration, length)
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts) or "0s"
