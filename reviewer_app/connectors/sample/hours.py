"""When the sample business works: moments of thirty days, most of them in office hours."""

from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from itertools import accumulate

SPAN = timedelta(days=30)
"""How far back the first item lies."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Hours:
    """The thirty days before `until`, cut into hours that weigh as much as is worked in them.

    `until` without an offset is read as UTC.
    """

    def __init__(self, until: datetime) -> None:
        end = until.astimezone(UTC) if until.tzinfo else until.replace(tzinfo=UTC)
        self.start = end - SPAN
        hours = int(SPAN / timedelta(hours=1))
        starts = (self.start + timedelta(hours=n) for n in range(hours))
        self._ends = list(accumulate(_weight(start) for start in starts))

    def moment(self, share: float) -> datetime:
        """The moment at which this share (0 up to 1) of all the work has come in, in UTC."""
        done = share * self._ends[-1]
        hour = min(bisect_right(self._ends, done), len(self._ends) - 1)
        before = self._ends[hour - 1] if hour else 0
        seconds = 3600 * (done - before) / (self._ends[hour] - before)
        return self.start + timedelta(hours=hour, milliseconds=int(seconds * 1000))


def long_date(day: datetime) -> str:
    """A day as English letters write it: 4 March."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def _weight(start: datetime) -> int:
    """How busy the hour is: shops get mail at night too, but far less."""
    if start.weekday() >= 5:
        return 2 if 8 <= start.hour < 20 else 1
    if 8 <= start.hour < 18:
        return 12
    return 4 if 6 <= start.hour < 22 else 1
