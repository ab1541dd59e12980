"""What an agent made of one case, beside what it should have made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from reviewer_app.connectors.sample.dice import Dice
from reviewer_app.domain.incoming import AttachedFile
from reviewer_app.domain.vocabulary import OutputType, Severity

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Case:
    """A case to be worked on: its number, when it came in, and its own chance."""

    index: int
    at: datetime
    dice: Dice


@dataclass(frozen=True, slots=True)
class Fault(Generic[F]):
    """A way to be wrong: `spoil` gives the facts as the agent got them, never the same."""

    error_type: str
    severity: Severity
    spoil: Callable[[F, Dice], F]


@dataclass(frozen=True, slots=True)
class Work:
    """One output with its surroundings. `expected` differs from `output` where `fault` is set."""

    external_id: str
    input: str
    output: str
    expected: str
    fault: Fault[Any] | None
    meta: dict[str, Any]
    output_type: OutputType = OutputType.TEXT
    trace: list[dict[str, Any]] = field(default_factory=list)
    attachments: tuple[AttachedFile, ...] = ()


def drawn(faults: Sequence[Fault[F]], case: Case, *, is_wrong: bool) -> Fault[F] | None:
    """The fault of this output, None where it is right."""
    return case.dice.pick(faults) if is_wrong else None


def spoiled(facts: F, fault: Fault[F] | None, dice: Dice) -> F:
    """The facts as the agent got them."""
    return fault.spoil(facts, dice) if fault else facts


def money(cents: int) -> str:
    """An amount as the shop writes it: 1240.50."""
    return f"{cents // 100}.{cents % 100:02d}"


def misread(cents: int, dice: Dice) -> int:
    """Another amount that a hasty reader could take for this one."""
    options = [cents * 10, cents // 2, cents + 900, cents + 10_000, cents * 2, _swapped(cents)]
    return dice.pick([option for option in options if option not in {cents, 0}])


def spread(index: int) -> int:
    """A number of five digits or more that no other index has, and that looks like none."""
    block, place = divmod(index, 90_000)
    return block * 100_000 + 10_000 + (place * 7_919 + 4_211) % 90_000


def _swapped(cents: int) -> int:
    """The amount with its first two digits the wrong way round."""
    digits = str(cents)
    return int(digits[1] + digits[0] + digits[2:]) if len(digits) > 1 else cents
