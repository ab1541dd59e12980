"""The sample workload: every item of it, each made by itself from the seed and its index."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from reviewer_app.connectors.sample import contracts, hostile, invoices, refunds, support
from reviewer_app.connectors.sample.agents import VERSIONS, Attempt, attempt
from reviewer_app.connectors.sample.dice import Dice
from reviewer_app.connectors.sample.hours import Hours
from reviewer_app.connectors.sample.truth import Truth
from reviewer_app.connectors.sample.work import Case, Work
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict

_STEPS = {
    "support": ("reply", support.work),
    "refunds": ("decide", refunds.work),
    "invoices": ("extract", invoices.work),
    "contracts": ("summarise", contracts.work),
}
_SHARES = (("support", 0.4), ("refunds", 0.28), ("invoices", 0.18), ("contracts", 0.14))
_OLDER = tuple(older for older, _ in VERSIONS.values())
_HOSTILE_WORKFLOW = "support"


class SizeUnusable(UsageError):
    """A workload of less than no items."""

    def __init__(self, items: int) -> None:
        super().__init__(
            sentence("The sample cannot have {items} items. Ask for 0 or more.", items=items)
        )


@dataclass(frozen=True, slots=True)
class Made:
    """An item as the source hands it over, and what is true of it."""

    incoming: Incoming
    truth: Truth


class Workload:
    """A number of items over the thirty days before `until`, the same for the same arguments.

    Of an item only the dates, and whether it falls into the second half, depend on `items` and
    `until`; the rest follows from the seed and its index.
    """

    def __init__(self, *, until: datetime, seed: int = 7, items: int = 400) -> None:
        if items < 0:
            raise SizeUnusable(items)
        self.items = items
        self._seed = seed
        self._hours = Hours(until)

    def made(self, index: int) -> Made:
        """The item at this place; the first is 0.

        Raises:
            IndexError: there are not so many items.
        """
        if not 0 <= index < self.items:
            raise IndexError(index)
        dice = Dice(self._seed, index)
        trick = hostile.trick_at(index)
        workflow = _HOSTILE_WORKFLOW if trick else dice.weighted(_SHARES)
        tried = attempt(workflow, dice, late=2 * index >= self.items)
        at = self._hours.moment((index + dice.share()) / self.items)
        step, work_of = _STEPS[workflow]
        work = work_of(Case(index, at, dice), is_wrong=tried.is_wrong and not trick)
        incoming = Incoming(
            place=f"sample:{index + 1}",
            output=trick.play(work.output, dice) if trick else work.output,
            external_id=work.external_id,
            workflow=workflow,
            step=step,
            agent=tried.version.agent,
            model_version=tried.version.model,
            created_at=at,
            input=work.input,
            output_type=work.output_type,
            confidence=tried.confidence,
            meta=json.dumps(work.meta | _figures(work, tried, dice), ensure_ascii=False),
            trace=json.dumps(work.trace, ensure_ascii=False) if work.trace else None,
            attachments=work.attachments,
        )
        return Made(incoming, _truth(work, trick))


def _figures(work: Work, tried: Attempt, dice: Dice) -> dict[str, Any]:
    """What the run took, and the tools it called; the newer versions are slower and dearer."""
    weight = 1.0 if tried.version in _OLDER else 1.6
    cost = {"cost_eur": round(weight * dice.between(4, 21) / 1000, 4)}
    if not work.trace:
        return {"latency_s": round(weight * dice.between(120, 520) / 100, 2), **cost}
    return {
        "latency_s": round(sum(step["duration_ms"] for step in work.trace) / 1000, 2),
        "tools": [step["name"] for step in work.trace if step["type"] == "tool"],
        **cost,
    }


def _truth(work: Work, trick: hostile.Trick | None) -> Truth:
    wrong = partial(Truth, work.external_id, Verdict.CORRECT, work.expected)
    if trick:
        return wrong((hostile.ERROR_TYPE,), trick.severity, trick.name)
    if work.fault:
        return wrong((work.fault.error_type,), work.fault.severity)
    return Truth(work.external_id, Verdict.APPROVE, work.expected)
