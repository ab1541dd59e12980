"""What an export of labels holds and what it left out, counted as the labels go by."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from reviewer_app.domain.labels import Label


class LeftOut(StrEnum):
    """Why a format has no place for a label."""

    CONTENT = "its content is not here"
    INPUT = "no input"
    EXPECTED = "no expected output"
    SAME = "no correction that differs"
    MEDIA = "input is more than text"
    TEMPLATE = "text that the tool would run"


class Tally:
    """Counts labels that were written by what they are, and the others by why they were not."""

    def __init__(self) -> None:
        """Starts at nothing."""
        self.labels = 0
        self._verdicts: Counter[str] = Counter()
        self._steps: Counter[tuple[str, str]] = Counter()
        self._selected: Counter[str] = Counter()
        self._origins: Counter[str] = Counter()
        self._policies: Counter[tuple[int | None, str | None]] = Counter()
        self._propensities: Counter[float | None] = Counter()
        self._left_out: Counter[LeftOut] = Counter()

    def count(self, label: Label) -> None:
        """A label was written."""
        self.labels += 1
        self._verdicts[str(label["verdict"])] += 1
        self._steps[label["workflow"], label["step"]] += 1
        self._selected[label["selected_by"]] += 1
        self._origins[label["origin"]] += 1
        self._policies[label["policy_version"], label["policy"]] += 1
        self._propensities[label["propensity"]] += 1

    def leave_out(self, why: LeftOut) -> None:
        """A label has no place in the format."""
        self._left_out[why] += 1

    @property
    def left_out(self) -> Mapping[LeftOut, int]:
        """How many labels were left out for each reason, the most frequent first."""
        return dict(self._left_out.most_common())

    @property
    def policies(self) -> Mapping[tuple[int | None, str | None], int]:
        """How many labels each policy version judged, by its number and name."""
        return dict(sorted(self._policies.items(), key=lambda one: _number_first(one[0])))

    def figures(self) -> dict[str, Any]:
        """The counts as they go into a manifest. A propensity of null is one nobody knows."""
        rates = sorted(self._propensities.items(), key=lambda one: (one[0] is None, one[0] or 0.0))
        return {
            "labels": self.labels,
            "verdicts": dict(sorted(self._verdicts.items())),
            "steps": [
                {"workflow": workflow, "step": step, "labels": n}
                for (workflow, step), n in sorted(self._steps.items())
            ],
            "selected_by": dict(sorted(self._selected.items())),
            "origins": dict(sorted(self._origins.items())),
            "propensities": [{"propensity": rate, "labels": n} for rate, n in rates],
            "left_out": {str(why): n for why, n in self.left_out.items()},
        }


def _number_first(version: tuple[int | None, str | None]) -> tuple[bool, int, str]:
    number, name = version
    return number is None, number or 0, name or ""
