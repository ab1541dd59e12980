"""Known items: ids that look like their neighbours', and whether a person found what is right."""

import json
import re
from collections.abc import Callable
from hashlib import blake2b

from reviewer_app.domain.records import Gold
from reviewer_app.domain.vocabulary import Verdict

CONCLUDING = (Verdict.APPROVE, Verdict.CORRECT, Verdict.REJECT)
"""The verdicts that answer a known item: handing it on does not."""

_PARTS = re.compile(r"[0-9A-Za-z]+")
_HEX = re.compile(r"(?=.*\d[A-Fa-f])(?:[0-9a-f]{6,}|[0-9A-F]{6,})")


def disguised(like: str, key: str) -> str:
    """An id in the fashion of another one: its figures are others, drawn by the key.

    Figures keep about a third of their beginning, since ids often count up. An id without any
    figure gets some at its end.
    """
    draw = iter(blake2b(f"{key}\0{like}".encode("utf-8", "surrogatepass")).hexdigest() * 8)
    made = _PARTS.sub(lambda found: _redrawn(found.group(), draw.__next__), like)
    if made == like and not any(c in "0123456789" for c in like):
        return f"{like}-{''.join(next(draw) for _ in range(4))}"
    return made


def is_right(gold: Gold, verdict: Verdict | None, correction: str | None) -> bool:
    """Whether a verdict is the known one; a correction must also come to the same output."""
    if verdict is not gold.verdict:
        return False
    if verdict is not Verdict.CORRECT or gold.expected_output is None:
        return True
    return _same(correction or "", gold.expected_output)


def _redrawn(part: str, draw: Callable[[], str]) -> str:
    if _HEX.fullmatch(part):
        fresh = "".join(draw() for _ in part)
        return fresh.upper() if part.isupper() else fresh
    return re.sub(r"\d+", lambda found: _figures(found.group(), draw), part)


def _figures(run: str, draw: Callable[[], str]) -> str:
    kept = run[: len(run) // 3]
    drawn = "".join(str(int(draw(), 16) % 10) for _ in run[len(kept) :])
    starts_with_nought = not kept and drawn[0] == "0" and run[0] != "0"
    return kept + ("7" + drawn[1:] if starts_with_nought else drawn)


def _same(one: str, other: str) -> bool:
    """Whether two outputs say the same: but for spacing, or as JSON."""
    if one.split() == other.split():
        return True
    try:
        return bool(json.loads(one) == json.loads(other))
    except ValueError:
        return False
