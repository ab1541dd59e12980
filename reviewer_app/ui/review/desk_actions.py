"""What the keys of the desk do: each act on exactly what is painted, nothing while nothing is."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.demands import demand_of
from reviewer_app.services.desk import Draft, Remarks, Saved, Seen
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.actions import When, action
from reviewer_app.ui.errors import said as sentence_of
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.decisions import Decisions, Gesture
from reviewer_app.ui.review.handover import Purpose
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.widgets.message_bar import Message

_Act = Callable[[Seen, Remarks], Saved]


class DeskActions(QObject):
    """The methods that the action table names for the desk."""

    departed = Signal(object)
    returned = Signal(object)
    committed = Signal(object)
    decided = Signal(float, int)
    item_wanted = Signal(object)

    def __init__(self, page: ReviewPage, session: ReviewSession, jobs: Jobs) -> None:
        super().__init__(page)
        self._page, self._session, self._jobs = page, session, jobs
        self._view = page.view
        self.decisions = Decisions(session, jobs)
        self._brought_back: set[UUID] = set()
        self._is_warned = False
        self.decisions.saved.connect(self._saved)
        self.decisions.failed.connect(self._failed)
        self.decisions.moved.connect(self._moved)
        self.decisions.unmoved.connect(self._unmoved)
        self.decisions.history_changed.connect(self._show_state)
        page.state_changed.connect(self._show_state)
        page.bar.pressed.connect(lambda name: getattr(self, name)())
        self._view.header.undo.clicked.connect(self.undo)
        self._view.handover.sent.connect(self._hand_over)
        self._view.handover.closed.connect(page.state_changed)
        self._view.spans.left.connect(page.setFocus)
        self._view.remarks.order_after(page)
        self._show_state()

    def states(self) -> frozenset[When]:
        """What the desk allows now."""
        states = set(self._page.states())
        if self.decisions.can_undo:
            states.add(When.UNDOABLE)
        if self.decisions.can_redo:
            states.add(When.REDOABLE)
        return frozenset(states)

    def approve(self) -> None:
        """The output is right as it is."""
        if not self._is_open():
            return
        said = self._view.said(0.0)
        if said.error_types or said.spans:
            self._hint(tr("You marked what was wrong. Reject or correct it, or clear the marks."))
        elif self._view.draft().correction is not None:
            self._hint(tr("You changed the output. Save the correction, or put the changes back."))
        elif self._has_all(Verdict.APPROVE):
            self._decide(tr("Approved {id}"), self._session.approve)

    def correct(self) -> None:
        """Starts correcting in place, or goes on with what was begun."""
        produced = self._view.produced
        if self._is_open():
            self._is_warned = False
            (produced.go_on if produced.is_correcting else produced.begin_correction)()

    def reject(self) -> None:
        """Unusable, and nothing to put in its place."""
        if self._is_open() and self._has_all(Verdict.REJECT):
            self._decide(tr("Rejected {id}"), self._session.reject)

    def escalate(self) -> None:
        """Asks to whom, and why."""
        if not self._is_open():
            return
        self._view.handover.open_for(Purpose.ESCALATE)
        self._page.state_changed.emit()
        self._jobs.read(self._session.people, self._offer_people)

    def decline(self) -> None:
        """Asks why this person cannot judge it."""
        if self._is_open():
            self._view.handover.open_for(Purpose.DECLINE)
            self._page.state_changed.emit()

    def skip(self) -> None:
        """Puts the item behind for this person; what is typed on it stays."""
        if self._is_open():
            self._page.drafts.flush()
            act: _Act = lambda seen, _said: self._session.skip(seen)  # noqa: E731
            self._decide(tr("Skipped {id}"), act, keeps=True)

    def save(self) -> None:
        """Saves what is on the screen: the row that asks, else the correction."""
        if not self._view.handover.isHidden():
            self._view.handover.send.click()
        elif self._is_open() and self._view.produced.is_correcting:
            self._save_correction()

    def undo(self) -> None:
        """Takes the last decision back and shows its item."""
        if self.decisions.can_undo:
            self._page.leave_item()
            self.decisions.undo()

    def redo(self) -> None:
        """Makes again what was taken back."""
        if self.decisions.can_redo:
            self._page.leave_item()
            self.decisions.redo()

    def comment(self) -> None:
        """Goes to the line for a comment."""
        if self._is_open():
            self._view.remarks.comment.setFocus()

    def mark_span(self) -> None:
        """Goes to mark a piece of the output, or sets where it begins and ends."""
        if self._is_open() and not self._view.spans.begin():
            self._hint(tr("This view of the output cannot be marked; its source can."))

    def next_question(self) -> None:
        """Goes to the next group of choices, or to the comment."""
        if self._is_open():
            self._view.remarks.go(1)

    def mark(self, digit: int) -> None:
        """Chooses by digit: for the span being marked, for the focused question, what was wrong."""
        if self._is_open() and not self._view.spans.press(digit):
            self._view.remarks.mark(digit)

    def grade(self, digit: int) -> None:
        """Toggles a severity."""
        if self._is_open():
            self._view.remarks.grade(digit)

    def decide_again(self) -> None:
        """Opens an item that was decided or released, to be decided once more."""
        desk = self._page.desk
        if desk is None or self._view.is_open or not self._view.can_reopen:
            return
        self._view.reopen()
        self._hint(tr("Decide again: what you decide now is added to what was decided before."))
        self._page.state_changed.emit()

    def back(self) -> bool:
        """Leaves the row that asks, then correcting; whether there was something to leave."""
        if not self._view.handover.isHidden():
            self._view.handover.close_row()
        elif self._view.spans.leave() or self._view.remarks.has_keyboard():
            self._page.setFocus()
        elif self._view.produced.is_correcting:
            self._stop_correcting()
        else:
            return False
        self._page.setFocus()
        return True

    def _is_open(self) -> bool:
        return self._page.desk is not None and self._view.is_open

    def _has_all(self, verdict: Verdict) -> bool:
        """Whether the step has all that it demands for this verdict; else points to what is not."""
        desk = self._page.desk
        if desk is None:
            return False
        demand = demand_of(desk.form, verdict, self._view.said(0.0))
        if demand is not None:
            self._view.point_to(demand, verdict)
        return demand is None

    def _save_correction(self) -> None:
        correcting = self._view.produced.correcting
        if not correcting.is_changed:
            key = action("review.approve").keycap
            self._hint(tr("Nothing is changed. Esc, then {key} approves it as it is.", key=key))
        elif correcting.errors and not self._is_warned:
            self._is_warned = True
            correcting.take_keyboard()
            self._hint(tr("A field is not as the step wants it. Save again to keep it so."))
        elif self._has_all(Verdict.CORRECT):
            text = correcting.corrected()
            self._decide(
                tr("Corrected {id}"), lambda seen, said: self._session.correct(seen, text, said)
            )

    def _hand_over(self, purpose: Purpose, to: str, why: str) -> None:
        if not self._is_open():
            return
        if purpose is Purpose.DECLINE:
            self._decide(tr("Declined {id}"), lambda seen, _said: self._session.decline(seen, why))
            return

        def act(seen: Seen, said: Remarks) -> Saved:
            words = "\n\n".join(part for part in (why, said.comment) if part)
            return self._session.escalate(seen, to, replace(said, comment=words))

        self._decide(tr("Escalated {id}"), act)

    def _decide(self, words: str, act: _Act, *, keeps: bool = False) -> None:
        """Hands the act on and lets the next item be painted, in this order, at once."""
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

    def _saved(self, gesture: Gesture, saved: Saved) -> None:
        self._page.desks.drop(saved.item_id)
        self._view.header.show_note(
            tr("{sentence} · saved", sentence=sentence_of(saved.sentence) or gesture.words),
            can_undo=True,
        )
        if saved.decision is not None:
            self.decided.emit(gesture.active_seconds, gesture.desk.words)
        self.committed.emit(saved)

    def _failed(self, gesture: Gesture, outcome: Err) -> None:
        """Nothing was written: the item comes back as it was, with what was typed."""
        self._view.header.show_note("", can_undo=False)
        words = words_of(outcome.error)
        name = revealed_line(gesture.desk.item.external_id)
        told = tr("{name} was not saved: {why}", name=name, why=words)
        self._page.message.emit(Message(told, "error", f"save {name}"))
        self.returned.emit(gesture.desk.entry)
        item_id = gesture.desk.item.id
        self._page.drafts.save(item_id, gesture.draft, lambda _id: None)
        is_first = self._page.item_id not in self._brought_back
        self._brought_back.add(item_id)
        if is_first:
            self.item_wanted.emit(item_id)

    def _moved(self, saved: Saved, is_undo: bool) -> None:  # noqa: FBT001 - a signal carries it
        self._page.desks.drop(saved.item_id)
        self._view.header.show_note(
            tr("{sentence} · saved", sentence=sentence_of(saved.sentence)), can_undo=not is_undo
        )
        self.committed.emit(saved)
        if is_undo:
            self.item_wanted.emit(saved.item_id)
        else:
            self.departed.emit(saved.item_id)

    def _unmoved(self, outcome: Err) -> None:
        words = words_of(outcome.error)
        self._page.message.emit(Message(words, "error", "undo"))

    def _stop_correcting(self) -> None:
        """Leaves correcting; a text that was changed stays as a draft."""
        produced = self._view.produced
        desk = self._page.desk
        if produced.correcting.is_changed and desk is not None:
            self._page.drafts.flush()
            self._hint(tr("Your changes are kept as a draft. E goes on with them."))
        produced.end_correction()

    def _offer_people(self, outcome: Ok[list[str]] | Err) -> None:
        if isinstance(outcome, Ok):
            self._view.handover.offer(outcome.value)

    def _hint(self, words: str) -> None:
        self._page.message.emit(Message(words, "info", "hint"))

    def _show_state(self) -> None:
        self._page.bar.show_state(
            is_open=self._is_open(),
            is_correcting=self._view.produced.is_correcting,
            can_undo=self.decisions.can_undo,
        )
