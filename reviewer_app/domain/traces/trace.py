"""What an agent did: the steps of its trace, in the shapes that agents and their tools write."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class StepKind(StrEnum):
    """What a step is."""

    MODEL = "model"
    TOOL = "tool"
    AGENT = "agent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that an agent did. What the trace does not say is empty or None.

    `line` is the arguments, or the note, on one line. Times are milliseconds; `start_ms` counts
    from the first step. `parent` is the place of the step that this one was done in.
    """

    name: str
    kind: StepKind = StepKind.OTHER
    line: str = ""
    arguments: str = ""
    result: str = ""
    error: str = ""
    note: str = ""
    has_failed: bool = False
    is_cut: bool = False
    start_ms: float | None = None
    duration_ms: float | None = None
    cost: float | None = None
    currency: str = ""
    tokens: int | None = None
    parent: int | None = None
    depth: int = 0

    @property
    def end_ms(self) -> float | None:
        """When it ended, where both its start and its duration are known."""
        if self.start_ms is None or self.duration_ms is None:
            return None
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Trace:
    """The steps of a run, each after the one it was done in, and what the run took as a whole."""

    steps: tuple[Step, ...] = ()
    left_out: int = 0

    def __bool__(self) -> bool:
        """Whether there is a step."""
        return bool(self.steps)

    @property
    def duration_ms(self) -> float | None:
        """From the first start to the last end; None where an outermost step lacks a time."""
        ends = [step.end_ms for step in self.steps if step.parent is None]
        known = [end for end in ends if end is not None]
        return max(known) if known and len(known) == len(ends) else None

    @property
    def cost(self) -> float | None:
        """The sum of the costs that are known; a step's own counts for all that was done in it."""
        known = [step.cost for step in self._outermost([s.cost is not None for s in self.steps])]
        return sum(cost for cost in known if cost is not None) if known else None

    @property
    def currency(self) -> str:
        """What the costs are in; empty where the trace does not say or they differ."""
        found = {step.currency for step in self.steps if step.cost is not None}
        return found.pop() if len(found) == 1 else ""

    @property
    def tokens(self) -> int | None:
        """The sum of the tokens that are known, counted like the cost."""
        known = [
            step.tokens for step in self._outermost([s.tokens is not None for s in self.steps])
        ]
        return sum(count for count in known if count is not None) if known else None

    def _outermost(self, knows: Sequence[bool]) -> list[Step]:
        """The steps that know a figure, without those done in one that knows it."""
        is_covered: list[bool] = []
        found = []
        for step, is_known in zip(self.steps, knows, strict=True):
            inside = step.parent is not None and (is_covered[step.parent] or knows[step.parent])
            is_covered.append(inside)
            if is_known and not inside:
                found.append(step)
        return found


def from_first_start(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps with every start counted from the first one."""
    starts = [step.start_ms for step in steps if step.start_ms is not None]
    if not starts:
        return tuple(steps)
    first = min(starts)
    return tuple(
        step if step.start_ms is None else replace(step, start_ms=step.start_ms - first)
        for step in steps
    )
