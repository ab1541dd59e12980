"""Times that a reading starts from: platforms filter by start, so readings overlap."""

import json
from datetime import UTC, datetime, timedelta

from reviewer_app.connectors.protocols import Option
from reviewer_app.domain.durations import parse_duration

OVERLAP = Option(
    "how far back each pull looks again, since platforms filter by the time a run began and long "
    "runs end late; what is known already changes nothing",
    example="1h",
)
"""The option `overlap` of connectors that read by time."""

SINCE = Option("where the first pull begins, a date such as 2026-01-31; everything without")
"""The option `since` of connectors that read by time."""

USUAL_OVERLAP = timedelta(hours=1)


def overlap_of(text: str | None) -> timedelta:
    """The overlap that a person set.

    Raises:
        UsageError: it is no duration.
    """
    return parse_duration(text) if text else USUAL_OVERLAP


def iso(moment: datetime) -> str:
    """A time as platforms write it: UTC with a Z."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_in(text: str | None) -> datetime | None:
    """The time that a text or a cursor of `cursor_at` holds; a naive one is UTC. None if none."""
    if not text:
        return None
    try:
        told = json.loads(text).get("at") if text.startswith("{") else text
        found = datetime.fromisoformat(str(told))
    except (ValueError, TypeError, AttributeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def cursor_at(moment: datetime) -> str:
    """A cursor that leads to a time."""
    return json.dumps({"at": iso(moment)})
