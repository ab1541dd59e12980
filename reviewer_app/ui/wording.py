"""How times, spans and counts read on the surface of the window."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from reviewer_app.domain.vocabulary import Risk, Verdict

Clock = Callable[[], datetime]

CRUMB = "\u203a"
"""Stands between a workflow and its step, and after a word that leads on."""

TO = "\u2013"
"""Stands between the ends of an interval."""

MEANING_OF_RISK = {
    Risk.LOW: "plain",
    Risk.MEDIUM: "warn",
    Risk.HIGH: "bad",
    Risk.CRITICAL: "bad",
}
"""The colour's meaning beside each word of risk."""

MEANING_OF_VERDICT = {
    Verdict.APPROVE: "good",
    Verdict.CORRECT: "info",
    Verdict.REJECT: "bad",
    Verdict.ESCALATE: "violet",
}

DONE = {
    Verdict.APPROVE: "approved",
    Verdict.CORRECT: "corrected",
    Verdict.REJECT: "rejected",
    Verdict.ESCALATE: "escalated",
}
"""What was done to an item, in one word."""


def system_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.fromtimestamp(time.time(), UTC)


def counted(n: int, noun: str) -> str:
    """A count with its noun: "1 item", "1,204 items"."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def due_words(due_at: datetime | None, now: datetime) -> str:
    """When something is due, as short as a list needs it: "1h 12m", "tomorrow", "Wed"."""
    if due_at is None:
        return ""
    left = due_at - now
    if left < timedelta(0):
        return f"{span_words(-left)} late"
    if left < timedelta(hours=12):
        return span_words(left)
    return _day_words(due_at, now)


def _day_words(due_at: datetime, now: datetime) -> str:
    due = due_at.astimezone()
    days = (due.date() - now.astimezone().date()).days
    if days < 2:
        return "tomorrow" if days else "today"
    return f"{due:%a}" if days < 7 else f"{due.day} {due:%b}"


def due_sentence(due_at: datetime | None, now: datetime) -> str:
    """When something is due, for the head of the desk."""
    words = due_words(due_at, now)
    if not words or words.endswith("late"):
        return words
    return f"due in {words}" if words[0].isdigit() and words[-1] in "hm" else f"due {words}"


def span_words(span: timedelta) -> str:
    """A span of time in its two largest units: "4 d", "1h 12m", "40m"."""
    minutes = int(span.total_seconds() // 60)
    if minutes >= 48 * 60:
        return f"{minutes // (24 * 60)} d"
    hours, rest = divmod(minutes, 60)
    if hours >= 10 or (hours and not rest):
        return f"{hours}h"
    return f"{hours}h {rest}m" if hours else f"{max(1, rest)}m"


def time_words(at: datetime | None, now: datetime) -> str:
    """A moment as the reader's clock shows it: "09:41", "Tue 08:41", "4 Mar 2026"."""
    if at is None:
        return "at an unknown time"
    local, today = at.astimezone(), now.astimezone().date()
    days = (today - local.date()).days
    if days == 0:
        return f"{local:%H:%M}"
    if 0 < days < 7:
        return f"{local:%a %H:%M}"
    year = "" if local.year == today.year else f" {local.year}"
    return f"{local.day} {local:%b}{year}"


def active_words(seconds: float) -> str:
    """Time spent: "48 s", "12 min", "1 h 42 min"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(int(seconds // 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def share_words(share: float) -> str:
    """A share in percent with as many figures as mean something: "14 %", "0.4 %"."""
    percent = share * 100
    return f"{percent:.1f} %" if 0 < percent < 2 else f"{percent:.0f} %"


def one_in(probability: float) -> str:
    """A probability as a draw: "1 in 20", "2 in 3"."""
    if probability >= 1:
        return "every one"
    odds = 1 / probability
    if abs(odds - round(odds)) < 0.05:
        return f"1 in {round(odds)}"
    return f"{probability:.0%}"


def size_words(size: int) -> str:
    """A file's size: "812 B", "14 kB", "2.3 MB"."""
    if size < 1_000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{size / 1_000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"
