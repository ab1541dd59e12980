"""Times as a search writes them: `today`, `<7d`, `2026-11-20`, `2026-11-16..2026-11-22`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reviewer_app.domain.durations import DurationTooLong, DurationUnreadable, parse_duration
from reviewer_app.domain.search.conditions import During

_DAY = timedelta(days=1)
_DATE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The time now, and when a day begins where the person is."""

    now: datetime
    midnight: Callable[[date], datetime]

    @property
    def today(self) -> date:
        """The day that it is where the person is."""
        return self.now.date()


def past_of(text: str, sign: str, calendar: Calendar) -> During | None:
    """A time gone by; None where it is none. `<7d` and `7d` are within the last 7 days."""
    return _dated(text, sign, calendar) or _ago(text, sign, calendar)


def due_of(text: str, sign: str, calendar: Calendar) -> During | None:
    """A time to come; None where it is none. `<4h` and `4h` are within the next 4 hours."""
    if text.casefold() == "late" and not sign:
        return During(until=calendar.now)
    found = _dated(text, sign, calendar)
    length = None if found else _length(text)
    if length is None:
        return found
    return _beyond(sign, calendar.now + length, calendar.now + length)


def _ago(text: str, sign: str, calendar: Calendar) -> During | None:
    length = _length(text)
    if length is None:
        return None
    moment = calendar.now - length
    return During(until=moment) if sign.startswith(">") else During(since=moment)


def _dated(text: str, sign: str, calendar: Calendar) -> During | None:
    """A day, a month, a word for one, or a range of them."""
    first, dots, last = text.partition("..")
    begin = _days(first, calendar.today)
    end = _days(last, calendar.today) if dots else begin
    if begin is None or end is None or (dots and sign):
        return None
    since, until = calendar.midnight(begin[0]), calendar.midnight(end[1])
    return _beyond(sign, since, until) if sign.strip("=") else During(since, until)


def _beyond(sign: str, since: datetime, until: datetime) -> During:
    """What lies on one side of a stretch of time; with `=` the stretch is part of it."""
    has_it = sign.endswith("=")
    if sign.startswith(">"):
        return During(since=since if has_it else until)
    return During(until=until if has_it else since)


def _days(text: str, today: date) -> tuple[date, date] | None:
    """The first day of what is named, and the first day after it."""
    monday = today - timedelta(days=today.weekday())
    named = {
        "today": (today, today + _DAY),
        "yesterday": (today - _DAY, today),
        "tomorrow": (today + _DAY, today + 2 * _DAY),
        "this-week": (monday, monday + 7 * _DAY),
        "last-week": (monday - 7 * _DAY, monday),
        "next-week": (monday + 7 * _DAY, monday + 14 * _DAY),
        "this-month": _month(today.year, today.month),
        "last-month": _month(today.year - (today.month == 1), (today.month - 2) % 12 + 1),
    }
    return named.get(text.casefold()) or _written(text)


def _written(text: str) -> tuple[date, date] | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    try:
        if found[3] is None:
            return _month(year, month)
        day = date(year, month, int(found[3]))
        return day, day + _DAY
    except (ValueError, OverflowError):  # the 31st of February, or the end of time
        return None


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year + (month == 12), month % 12 + 1, 1)


def _length(text: str) -> timedelta | None:
    try:
        return parse_duration(text.casefold())
    except (DurationUnreadable, DurationTooLong):
        return None
