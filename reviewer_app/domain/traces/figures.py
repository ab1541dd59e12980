"""The figures of one record of a trace, where units are sure: times, cost and tokens."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from math import isfinite

from reviewer_app.domain.json.written import Number

Fields = Mapping[str, object]

_START_MS = ("start_ms", "startMs", "started_ms", "offset_ms", "start_time_ms")
_END_MS = ("end_ms", "endMs", "end_time_ms")
_START_NANO = ("startTimeUnixNano", "start_time_unix_nano", "start_time_ns")
_END_NANO = ("endTimeUnixNano", "end_time_unix_nano", "end_time_ns")
_START_AT = ("start_time", "startTime", "started_at", "startedAt", "start", "timestamp", "time")
_END_AT = ("end_time", "endTime", "ended_at", "endedAt", "finished_at", "completed_at", "end")
_LENGTHS = {
    "duration_ms": 1.0, "durationMs": 1.0, "latency_ms": 1.0, "elapsed_ms": 1.0, "latencyMs": 1.0,
    "execution_time_ms": 1.0, "duration_s": 1000.0, "latency_s": 1000.0, "elapsed_s": 1000.0,
    "duration_seconds": 1000.0, "elapsed_seconds": 1000.0, "duration_ns": 1e-6,
}  # fmt: skip
_COSTS = {
    "cost": "", "total_cost": "", "totalCost": "", "calculatedTotalCost": "", "llm.cost.total": "",
    "cost_usd": "USD", "cost_eur": "EUR", "cost_gbp": "GBP", "usd": "USD",
}  # fmt: skip
_TOKENS = ("tokens", "total_tokens", "totalTokens", "llm.token_count.total", "total")
_TOKEN_PARTS = (
    ("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens"),
    ("llm.token_count.prompt", "llm.token_count.completion"),
    ("prompt_tokens", "completion_tokens"),
    ("input_tokens", "output_tokens"),
    ("promptTokens", "completionTokens"),
    ("inputTokens", "outputTokens"),
)
USAGES = ("usage", "usage_metadata", "usageDetails", "token_usage", "tokenUsage")
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ].{4,40}")
_DAY_MS = 86_400_000.0


def first(record: Fields, keys: Sequence[str]) -> object:
    """What stands under the first of these names that has something."""
    return next((record[key] for key in keys if record.get(key) not in (None, "")), None)


def word(record: Fields, *keys: str) -> str:
    """The text or number under the first of these names that has one."""
    values = (record.get(key) for key in keys)
    return next((value for value in values if isinstance(value, str) and value), "")


def number(value: object) -> float | None:
    """A number that came as one, or as a text that holds one; None where it is none."""
    if not isinstance(value, str):
        return None
    try:
        found = float(value) if len(value) <= 40 else float("nan")
    except ValueError:
        return None
    return found if isfinite(found) else None


def times_of(record: Fields) -> tuple[float | None, float | None]:
    """Start and duration in milliseconds, where units are sure."""
    start, end = (
        _moment(record, _START_MS, _START_NANO, _START_AT),
        _moment(record, _END_MS, _END_NANO, _END_AT),
    )
    lengths = (
        (number(record.get(key)), factor) for key, factor in _LENGTHS.items() if key in record
    )
    length = next((value * factor for value, factor in lengths if value is not None), None)
    if length is None and start is not None and end is not None:
        length = end - start
    is_length = length is not None and 0 <= length < 366 * _DAY_MS
    return start, length if is_length else None


def _moment(
    record: Fields, millis: Sequence[str], nanos: Sequence[str], moments: Sequence[str]
) -> float | None:
    for keys, factor in ((millis, 1.0), (nanos, 1e-6)):
        found = number(first(record, keys))
        if found is not None:
            return found * factor
    return _clock_ms(first(record, moments))


def _clock_ms(value: object) -> float | None:
    """A moment of ISO 8601 in milliseconds; a bare number could be in any unit, so it is none."""
    if not isinstance(value, str) or isinstance(value, Number) or not _ISO.fullmatch(value):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    aware = found.replace(tzinfo=UTC) if found.tzinfo is None else found
    return aware.timestamp() * 1000


def cost_of(record: Fields) -> tuple[float | None, str]:
    """The cost and its currency; the currency is empty where the record does not say."""
    for key, currency in _COSTS.items():
        value = record.get(key)
        if isinstance(value, Mapping):
            value = first(value, ("total", "amount", "value"))
        found = number(value)
        if found is not None and 0 <= found < 1e9:
            named = word(record, "currency", "cost_currency")
            return found, currency or named[:12]
    return None, ""


def tokens_of(record: Fields) -> int | None:
    """The tokens that went in and came out."""
    whole = number(first(record, _TOKENS[:-1])) or _usage_total(record)
    if whole is not None and 0 <= whole < 1e12:
        return int(whole)
    for pair in _TOKEN_PARTS:
        counts = [number(record.get(key)) for key in pair]
        known = [count for count in counts if count is not None and 0 <= count < 1e12]
        if known:
            return int(sum(known))
    return None


def _usage_total(record: Fields) -> float | None:
    inner = (record.get(key) for key in USAGES)
    found = (number(part.get("total")) for part in inner if isinstance(part, Mapping))
    return next((count for count in found if count is not None), None)
