"""The agents of the sample business: how often each version is wrong and what it says of it."""

import math
from dataclasses import dataclass

from reviewer_app.connectors.sample.dice import Dice


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an agent.

    Attributes:
        error_rate: the mean probability of a wrong output.
        exponent: stated confidence is the true probability of being right to this power, so
            below 1 it claims too much, above 1 too little.
        silent: the share of outputs that come without a confidence.
        worsens: the probability of an error doubles half way, the stated confidence stays.
    """

    agent: str
    model: str
    error_rate: float
    exponent: float
    silent: float
    worsens: bool = False

    def stated(self, right: float) -> float:
        """The confidence this version states where it is right with probability `right`."""
        return round(math.pow(right, self.exponent), 2)


VERSIONS = {
    "support": (
        Version("writer", "1.9", error_rate=0.13, exponent=1.0, silent=0.03),
        Version("writer", "2.0", error_rate=0.10, exponent=0.7, silent=0.03),
    ),
    "refunds": (
        Version("planner", "2.3", error_rate=0.13, exponent=0.5, silent=0.03),
        Version("planner", "2.4", error_rate=0.10, exponent=0.4, silent=0.03, worsens=True),
    ),
    "invoices": (
        Version("reader", "3.0", error_rate=0.14, exponent=2.0, silent=0.08),
        Version("reader", "3.1", error_rate=0.10, exponent=1.5, silent=0.04),
    ),
    "contracts": (
        Version("lex", "0.8", error_rate=0.15, exponent=1.0, silent=0.05),
        Version("lex", "0.9", error_rate=0.10, exponent=0.6, silent=0.05),
    ),
}
"""Two versions a workflow, side by side."""

NEWER_SHARE = 0.55
"""The share of the work that the newer version gets."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """How one output turned out: by whom, right or not, and with which stated confidence."""

    version: Version
    is_wrong: bool
    confidence: float | None


def attempt(workflow: str, dice: Dice, *, late: bool) -> Attempt:
    """One version's attempt at a case; `late` in the second half of the thirty days."""
    older, newer = VERSIONS[workflow]
    version = newer if dice.chance(NEWER_SHARE) else older
    doubt = _doubt(version.error_rate, dice.share())
    is_wrong = dice.chance(doubt * 2 if late and version.worsens else doubt)
    is_silent = dice.chance(version.silent)
    return Attempt(version, is_wrong, None if is_silent else version.stated(1 - doubt))


def _doubt(error_rate: float, hardness: float) -> float:
    """The probability of an error: a few cases are hard, most are easy, the mean is the rate."""
    return error_rate * (0.1 + 4.5 * hardness**4)
