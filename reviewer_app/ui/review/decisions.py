"""Acts on their way to the disk: in order, each with what is needed to bring it back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.errors import DecisionUnknown
from reviewer_app.services.desk import Desk, Draft, Saved
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.jobs import Err, Jobs, Ok


@dataclass(frozen=True, slots=True)
class Gesture:
    """One act: in words, on which desk, with what was typed and marked there."""

    words: str
    desk: Desk
    draft: Draft
    active_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _History:
    """What can be taken back and made again, in sentences."""

    undo: str | None
    redo: str | None


class Decisions(QObject):
    """Hands acts to the session one after the other and tells what came of each."""

    saved = Signal(object, object)
    failed = Signal(object, object)
    moved = Signal(object, bool)
    unmoved = Signal(object)
    history_changed = Signal()

    def __init__(self, session: ReviewSession, jobs: Jobs) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        self._history = _History(None, None)
        self._has_failed = False
        self.pending = 0

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back, counting what is on its way to the disk."""
        return self.pending > 0 or self._history.undo is not None

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back and can be made again."""
        return self.pending == 0 and self._history.redo is not None

    def look(self) -> None:
        """Asks what can be taken back, as at the start."""
        self._jobs.run(self._read_history, self._take_history)

    def decide(self, gesture: Gesture, act: Callable[[], Saved]) -> None:
        """Sends an act on its way. `saved` or `failed` follows."""
        self.pending += 1

        def work() -> tuple[Saved, _History]:
            self._has_failed = True
            done = act()
            self._has_failed = False
            if gesture.draft != Draft():
                self._session.save_draft(gesture.desk.item.id, None)
            return done, self._read_history()

        def arrive(outcome: Ok[tuple[Saved, _History]] | Err) -> None:
            self.pending -= 1
            if isinstance(outcome, Ok):
                self._history = outcome.value[1]
                self.saved.emit(gesture, outcome.value[0])
            else:
                self.failed.emit(gesture, outcome)
            self.history_changed.emit()

        self._jobs.run(work, arrive)
        self.history_changed.emit()

    def undo(self) -> None:
        """Takes the last act back; `moved` names the item to show.

        An act that is still on its way is meant where there is one: should it fail, nothing else
        is taken back in its place, nor what an earlier session did.
        """
        is_hasty = self.pending > 0

        def act() -> Saved:
            is_gone = is_hasty and self._has_failed
            if is_gone or self._session.can_undo is None:
                raise DecisionUnknown
            return self._session.undo()

        self._move(act, is_undo=True)

    def redo(self) -> None:
        """Makes again what was taken back."""
        self._move(self._session.redo, is_undo=False)

    def _move(self, act: Callable[[], Saved], *, is_undo: bool) -> None:
        def work() -> tuple[Saved, _History]:
            return act(), self._read_history()

        def arrive(outcome: Ok[tuple[Saved, _History]] | Err) -> None:
            if isinstance(outcome, Ok):
                self._history = outcome.value[1]
                self.moved.emit(outcome.value[0], is_undo)
            else:
                self.unmoved.emit(outcome)
            self.history_changed.emit()

        self._jobs.run(work, arrive)

    def _read_history(self) -> _History:
        return _History(self._session.can_undo, self._session.can_redo)

    def _take_history(self, outcome: Ok[_History] | Err) -> None:
        if isinstance(outcome, Ok):
            self._history = outcome.value
            self.history_changed.emit()
