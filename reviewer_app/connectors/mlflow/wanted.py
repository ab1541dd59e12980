"""Which traces of which experiment come in, as a person configured it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from reviewer_app.connectors.mlflow.listing import PAGE_AT_MOST
from reviewer_app.connectors.mlflow.mark import Mark
from reviewer_app.connectors.mlflow.refusals import ValueUnusable
from reviewer_app.connectors.web.moments import USUAL_OVERLAP, moment_in, overlap_of
from reviewer_app.domain.sentences import sentence

PAGE = 100

RUNNING = "IN_PROGRESS"
"""The state of a trace that has not ended."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which traces of which experiment come in."""

    experiment: str
    condition: str = ""
    has_errors: bool = True
    since: datetime | None = None
    overlap: timedelta = USUAL_OVERLAP
    page: int = PAGE

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """What a person configured.

        Raises:
            UsageError: a value that makes no sense.
        """
        return cls(
            options["experiment"].strip(),
            options.get("filter", "").strip(),
            _yes(options.get("errors") or "yes"),
            _moment(options.get("since")),
            overlap_of(options.get("overlap")),
            _page(options.get("page") or str(PAGE)),
        )

    @property
    def digest(self) -> str:
        """What is searched, in short: a cursor of another search leads nowhere."""
        since = self.since.isoformat() if self.since else ""
        said = "\n".join((self.experiment, self.condition, str(self.has_errors), since))
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def conditions(self, mark: Mark) -> tuple[str, ...]:
        """What the server is asked for, beside the experiment."""
        state = f"!= '{RUNNING}'" if self.has_errors else "= 'OK'"
        first = None if self.since is None else round(self.since.timestamp() * 1000)
        overlap = round(self.overlap.total_seconds() * 1000)
        ended = first if mark.end is None else max(mark.end - overlap, first or 0)
        bounds = () if ended is None else (f"trace.end_time_ms >= {ended}",)
        own = (self.condition,) if self.condition else ()
        return (f"trace.status {state}", *bounds, *own)


def _yes(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise ValueUnusable("errors", text, sentence("yes or no"))
    return text == "yes"


def _moment(text: str | None) -> datetime | None:
    found = moment_in(text)
    if text and found is None:
        raise ValueUnusable("since", text, sentence("a date such as 2026-01-31"))
    return found


def _page(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= PAGE_AT_MOST:
        wanted = sentence("a number from 1 to {most}", most=PAGE_AT_MOST)
        raise ValueUnusable("page", text, wanted)
    return int(text)
