"""How far the traces of an experiment have been read: the cursor of an MLflow source."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything that ended before `end` was read; of what ended later, what began before `start`.

    A reading goes through traces by their start, since that is the order the server has, and the
    next one finds those that ended since, since a long run ends after shorter ones that began
    later. So the end moves on only when a reading is through, and never past the server's own
    time at its beginning (`began`): what ends while it runs may begin at a place already passed,
    and the clock of an agent may be ahead. Times are milliseconds since 1970.

    Attributes:
        search: what was searched, in short; a mark of another search leads nowhere.
        end: where the next reading begins, by end.
        start: where a reading that was stopped goes on, by start.
        high: the latest end that this reading has met.
        began: the server's time when this reading began.
    """

    search: str
    end: int | None = None
    start: int | None = None
    high: int | None = None
    began: int | None = None

    @classmethod
    def from_text(cls, text: str | None, search: str) -> Self:
        """The mark that a cursor holds; a new one where it holds none of this search."""
        try:
            told: Any = json.loads(text or "{}")
        except ValueError:
            told = {}
        if not isinstance(told, dict) or told.get("search") != search:
            return cls(search)
        names = ("end", "start", "high", "began")
        times = {name: told.get(name) for name in names}
        return cls(search, **{n: t if isinstance(t, int) else None for n, t in times.items()})

    @property
    def text(self) -> str:
        """The cursor."""
        return json.dumps({k: v for k, v in asdict(self).items() if v is not None})

    def begun(self, now: int) -> Self:
        """The mark at the beginning of a reading; one that goes on has begun before."""
        return self if self.began is not None else replace(self, began=now)

    def past(self, start: int, end: int) -> Self:
        """The mark where a trace was read: all that began before it were too."""
        return replace(self, start=start, high=max(end, self.high or end))

    def done(self) -> Self:
        """The mark when the reading is through."""
        known = [time for time in (self.end, self.high) if time is not None]
        if not known or self.began is None:
            return replace(self, start=None, high=None, began=None)
        end = min(max(known), self.began)
        return replace(self, end=end, start=None, high=None, began=None)
