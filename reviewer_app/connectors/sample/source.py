"""The sample workload as a source that intake pulls like any other."""

from collections.abc import Iterator
from datetime import datetime

from reviewer_app.connectors.sample.truth import Truth
from reviewer_app.connectors.sample.workload import Workload
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Reading
from reviewer_app.domain.sentences import sentence


class CursorUnreadable(UsageError):
    """The cursor was not made by a sample source."""

    def __init__(self, cursor: str) -> None:
        super().__init__(
            sentence(
                "The sample does not know the place “{cursor}”, so nothing was read. "
                "Remove the source and add it again to read it from its start.",
                cursor=cursor[:60],
            )
        )


class SampleSource:
    """A believable month of four workflows; the same arguments give the same records.

    Args:
        until: the end of the month; without an offset it is read as UTC.
        seed: another seed is another business.
        items: how many outputs there are.
        name: what the source is called.
    """

    kind = "sample"

    def __init__(
        self, *, until: datetime, seed: int = 7, items: int = 400, name: str = "sample"
    ) -> None:
        self.name = name
        self._workload = Workload(until=until, seed=seed, items=items)

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The records from the cursor on, made one by one as they are asked for.

        Raises:
            CursorUnreadable: the cursor is none of ours.
        """
        total = self._workload.items
        for index in range(_start(cursor), total):
            made = self._workload.made(index)
            yield Reading(made.incoming, index + 1, total, str(index + 1))

    def truths(self) -> Iterator[Truth]:
        """What is true of the records, in the same order."""
        return (self._workload.made(index).truth for index in range(self._workload.items))


def truth_of(seed: int, index: int, *, items: int, until: datetime) -> Truth:
    """What is true of one record of the sample with these arguments; the first has index 0.

    Raises:
        IndexError: there are not so many items.
    """
    return Workload(until=until, seed=seed, items=items).made(index).truth


def _start(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit()):
        raise CursorUnreadable(cursor)
    return int(cursor)
