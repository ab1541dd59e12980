"""What was done in this session, so that it can be taken back and done again, any number deep."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from reviewer_app.domain.errors import DecisionUnknown, ItemChanged, ItemUnknown
from reviewer_app.services.desk import Saved


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """An act that is on disk, and how to go back and forth over it.

    `again` makes a new act of the same kind: a fact that was taken back stays taken back.
    """

    sentence: str
    back: Callable[[], Saved]
    again: Callable[[], "Doing"]


Doing = tuple[Saved, Done]
"""What an act gives: the outcome for the person, and the way back for the past."""


class Past:
    """Two stacks. They move only after the store has committed.

    An act that can no longer be gone over (taken back elsewhere, its item revised) leaves them: it
    must not keep those before it from being reached.
    """

    def __init__(self) -> None:
        self._done: list[Done] = []
        self._undone: list[Done] = []

    def do(self, act: Callable[[], Doing]) -> Saved:
        """Does a new act: what was taken back before can no longer be done again."""
        saved, done = act()
        self._done.append(done)
        self._undone.clear()
        return saved

    def keep(self, done: Done) -> None:
        """Takes in an act that was done beside the others, such as one for many."""
        self._done.append(done)
        self._undone.clear()

    def undo(self) -> Saved | None:
        """Takes the last act back; None when this session has none left."""
        if not self._done:
            return None
        done = self._done[-1]
        with _leaving(self._done, done):
            saved = done.back()
        _take_out(self._done, done)
        self._undone.append(done)
        return saved

    def redo(self) -> Saved:
        """Does the act again that was taken back last.

        Raises:
            DecisionUnknown: none was.
        """
        if not self._undone:
            raise DecisionUnknown
        undone = self._undone[-1]
        with _leaving(self._undone, undone):
            saved, done = undone.again()
        _take_out(self._undone, undone)
        self._done.append(done)
        return saved

    @property
    def can_undo(self) -> str | None:
        """What undo would take back, in words."""
        return self._done[-1].sentence if self._done else None

    @property
    def can_redo(self) -> str | None:
        """What redo would do again, in words."""
        return self._undone[-1].sentence if self._undone else None


@contextmanager
def _leaving(stack: list[Done], act: Done) -> Iterator[None]:
    """Takes an act off the stack where it can never be gone over again."""
    try:
        yield
    except (DecisionUnknown, ItemChanged, ItemUnknown):
        _take_out(stack, act)
        raise


def _take_out(stack: list[Done], act: Done) -> None:
    """Takes an act off, also where one for many came upon it, or ended it, meanwhile."""
    with suppress(ValueError):
        stack.remove(act)
