"""How roles, pools and moments read in the settings about the team."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.vocabulary import EVERYONE, Role
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.wording import figure, time_words

ROLES: Mapping[str, str] = {
    Role.REVIEWER: mark("reviewer"),
    Role.LEAD: mark("lead"),
    Role.INTAKE: mark("intake"),
    Role.AUDITOR: mark("auditor"),
}

MAY: Mapping[str, str] = {
    Role.REVIEWER: mark("Decides on what their pools hold."),
    Role.LEAD: mark("Sees everything, hands over, settles disputes, invites and revokes."),
    Role.INTAKE: mark("Puts items in; decides nothing. For a service, not for a person."),
    Role.AUDITOR: mark("Sees everything and changes nothing; each content read is recorded."),
}

SLIGHT_SECONDS = 30
"""Clocks that are no more apart than this are as good as the same."""


def role_word(role: str) -> str:
    """The word for a role."""
    return tr(ROLES[role]) if role in ROLES else revealed_line(role)


def pools_words(pools: Sequence[str]) -> str:
    """The pools that somebody may take from."""
    return ", ".join(tr("everyone") if p == EVERYONE else revealed_line(p) for p in pools)


def pools_named(text: str) -> list[str]:
    """The pools that somebody typed, with commas between them."""
    named = [" ".join(part.split()) for part in text.split(",")]
    return [EVERYONE if name == tr("everyone") else name for name in named if name]


def until_words(at: datetime, now: datetime) -> str:
    """A moment to come: of today by the clock, else with its day."""
    local = at.astimezone()
    if local.date() == now.astimezone().date():
        return time_words(at, now)
    day, clock = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
    pattern = tr("ddd d MMM, HH:mm", "Qt pattern of a date")
    return QLocale().toString(QDateTime(day, clock), pattern)


def clock_words(seconds: float) -> str:
    """How far this clock is from the hub's."""
    if abs(seconds) < SLIGHT_SECONDS:
        return tr("as the hub's")
    minutes = figure(max(1, round(abs(seconds) / 60)))
    if seconds > 0:
        return tr("{minutes} min ahead of the hub's", minutes=minutes)
    return tr("{minutes} min behind the hub's", minutes=minutes)
