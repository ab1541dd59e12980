"""How times, spans and counts read on the surface of the window."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from reviewer_app.domain.vocabulary import Risk, Verdict
from reviewer_app.ui.language import tr

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


def system_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.fromtimestamp(time.time(), UTC)


def figure(n: float, decimals: int = 0) -> str:
    """A number as the reader's language writes it: "1,204", "1.204"."""
    return QLocale().toString(n) if isinstance(n, int) else QLocale().toString(n, "f", decimals)


def due_words(due_at: datetime | None, now: datetime) -> str:
    """When something is due, as short as a list needs it: "1h 12m", "tomorrow", "Wed"."""
    if due_at is None:
        return ""
    left = due_at - now
    if left < timedelta(0):
        return tr("{span} late", span=span_words(-left))
    if left < _HOURS:
        return span_words(left)
    return _day_words(due_at, now)


_HOURS = timedelta(hours=12)
"""What is due within these is told in hours, what is due later by its day."""


def _day_words(due_at: datetime, now: datetime) -> str:
    due = due_at.astimezone()
    days = (due.date() - now.astimezone().date()).days
    if days < 2:
        return tr("tomorrow") if days else tr("today")
    return _written(due, "ddd") if days < 7 else _written(due, tr("d MMM", "Qt pattern of a date"))


def due_sentence(due_at: datetime | None, now: datetime) -> str:
    """When something is due, for the head of the desk."""
    words = due_words(due_at, now)
    if due_at is None or due_at < now:
        return words
    if due_at - now < _HOURS:
        return tr("due in {span}", span=words)
    return tr("due {day}", day=words)


def span_words(span: timedelta) -> str:
    """A span of time in its two largest units: "4 d", "1h 12m", "40m"."""
    minutes = int(span.total_seconds() // 60)
    if minutes >= 48 * 60:
        return tr("%Ln d", "days", minutes // (24 * 60))
    hours, rest = divmod(minutes, 60)
    if hours >= 10 or (hours and not rest):
        return tr("{hours}h", hours=hours)
    if hours:
        return tr("{hours}h {minutes}m", hours=hours, minutes=rest)
    return tr("{minutes}m", minutes=max(1, rest))


def time_words(at: datetime | None, now: datetime) -> str:
    """A moment as the reader's clock shows it: "09:41", "Tue 08:41", "4 Mar 2026"."""
    if at is None:
        return tr("at an unknown time")
    local, today = at.astimezone(), now.astimezone().date()
    days = (today - local.date()).days
    if days == 0:
        return _written(local, tr("HH:mm", "Qt pattern of a date"))
    if 0 < days < 7:
        return _written(local, tr("ddd HH:mm", "Qt pattern of a date"))
    if local.year == today.year:
        return _written(local, tr("d MMM", "Qt pattern of a date"))
    return _written(local, tr("d MMM yyyy", "Qt pattern of a date"))


def active_words(seconds: float) -> str:
    """Time spent: "48 s", "12 min", "1 h 42 min"."""
    if seconds < 60:
        return tr("{seconds} s", seconds=round(seconds))
    hours, minutes = divmod(int(seconds // 60), 60)
    if hours:
        return tr("{hours} h {minutes} min", hours=figure(hours), minutes=minutes)
    return tr("{minutes} min", minutes=minutes)


def share_words(share: float) -> str:
    """A share in percent with as many figures as mean something: "14 %", "0.4 %"."""
    percent = share * 100
    return tr("{share} %", share=figure(percent, 1 if 0 < percent < 2 else 0))


def one_in(probability: float) -> str:
    """A probability as a draw: "1 in 20", or as a share where there is no such number."""
    if probability >= 1:
        return tr("every one")
    odds = 1 / probability
    if abs(odds - round(odds)) < 0.05:
        return tr("1 in {odds}", odds=figure(round(odds)))
    return share_words(probability)


def size_words(size: int) -> str:
    """A file's size: "812 B", "14 kB", "2.3 MB"."""
    if size < 1_000:
        return tr("{size} B", size=size)
    if size < 1_000_000:
        return tr("{size} kB", size=figure(size / 1_000, 0))
    return tr("{size} MB", size=figure(size / 1_000_000, 1))


def _written(moment: datetime, pattern: str) -> str:
    """A moment in Qt's pattern, its names of days and months in the language in force."""
    day = QDate(moment.year, moment.month, moment.day)
    return QLocale().toString(QDateTime(day, QTime(moment.hour, moment.minute)), pattern)
