"""Sends acts on their way, lets the next item be painted at once, and tells what came of each."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.services.desk import Draft, Remarks, Saved, Seen
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.errors import said as sentence_of
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.decisions import Decisions, Gesture
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.widgets.message_bar import Message

Act = Callable[[Seen, Remarks], Saved]


class Sending(QObject):
    """What happens around an act: before it is on the disk, and after, or where it failed."""

    departed = Signal(object)
    returned = Signal(object)
    committed = Signal(object)
    decided = Signal(float, int)
    item_wanted = Signal(object)

    def __init__(self, page: ReviewPage, session: ReviewSession, jobs: Jobs) -> None:
        super().__init__(page)
        self._page, self._view = page, page.view
        self.decisions = Decisions(session, jobs)
        self._brought_back: set[UUID] = set()
        self._typed: dict[UUID, Draft] = {}
        self.decisions.saved.connect(self._saved)
        self.decisions.failed.connect(self._failed)
        self.decisions.moved.connect(self._moved)
        self.decisions.unmoved.connect(self._unmoved)

    def send(self, words: str, act: Act, *, keeps: bool = False) -> None:
        """Hands an act on and lets the next item be painted, in this order, at once.

        Args:
            words: what is done, with `{id}` for the item.
            act: does it to what was seen, with what was said.
            keeps: what is typed on the item stays.
        """
        desk = self._page.desk
        if desk is None:
            return
        seconds = self._page.attention.seconds()
        said, seen = self._view.said(seconds), desk.seen
        draft = Draft() if keeps else self._view.draft()
        told = words.format(id=revealed_line(desk.item.external_id))
        gesture = Gesture(told, desk, draft, seconds)
        if not keeps:
            self._page.drafts.forget(desk.item.id)
        self._page.desks.drop(desk.item.id)
        self._brought_back.discard(desk.item.id)
        self.decisions.decide(gesture, lambda: act(seen, said))
        self.departed.emit(desk.item.id)
        self._view.header.show_note(gesture.words, can_undo=True)

    def undo(self) -> None:
        """Takes the last act back and shows its item."""
        if self.decisions.can_undo:
            self._page.leave_item()
            self.decisions.undo()

    def redo(self) -> None:
        """Makes again what was taken back."""
        if self.decisions.can_redo:
            self._page.leave_item()
            self.decisions.redo()

    def _saved(self, gesture: Gesture, saved: Saved) -> None:
        self._page.desks.drop(saved.item_id)
        sentence = sentence_of(saved.sentence) or gesture.words
        self._view.header.show_note(tr("{sentence} · saved", sentence=sentence), can_undo=True)
        if saved.decision is not None:
            self._typed[saved.decision.id] = gesture.draft
            self.decided.emit(gesture.active_seconds, gesture.desk.words)
        self.committed.emit(saved)

    def _failed(self, gesture: Gesture, outcome: Err) -> None:
        """Nothing was written: the item comes back as it was, with what was typed."""
        self._view.header.show_note("", can_undo=False)
        name = revealed_line(gesture.desk.item.external_id)
        told = tr("{name} was not saved: {why}", name=name, why=words_of(outcome.error))
        self._page.message.emit(Message(told, "error", f"save {name}"))
        self.returned.emit(gesture.desk.entry)
        item_id = gesture.desk.item.id
        self._page.drafts.save(item_id, gesture.draft, lambda _id: None)
        is_first = self._page.item_id not in self._brought_back
        self._brought_back.add(item_id)
        if is_first:
            self.item_wanted.emit(item_id)

    def _moved(self, saved: Saved, is_undo: bool) -> None:  # noqa: FBT001 - a signal carries it
        self._page.desks.drop_all()
        words = tr("{sentence} · saved", sentence=sentence_of(saved.sentence))
        self._view.header.show_note(words, can_undo=not is_undo)
        self.committed.emit(saved)
        if is_undo:
            self._bring_back(saved)
        else:
            self._take_away(saved)

    def _bring_back(self, saved: Saved) -> None:
        """An act was taken back: its item comes with what was typed for it, to be put right."""
        typed = self._typed.pop(saved.decision.id, Draft()) if saved.decision else Draft()
        if typed != Draft():
            self._page.drafts.save(saved.item_id, typed, lambda _id: None)
        if self._page.item_id == saved.item_id:
            self._page.look_again()
        self.item_wanted.emit(saved.item_id)

    def _take_away(self, saved: Saved) -> None:
        """An act was made again: what had come back with its item goes with it."""
        typed = self._page.drafts.forget(saved.item_id)
        if saved.decision is not None:
            self._typed[saved.decision.id] = typed
        self.departed.emit(saved.item_id)

    def _unmoved(self, outcome: Err) -> None:
        self._page.message.emit(Message(words_of(outcome.error), "error", "undo"))
