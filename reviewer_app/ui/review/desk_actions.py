"""What the keys of the desk do: each act on exactly what is painted, nothing while nothing is."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject

from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.demands import demand_of
from reviewer_app.services.desk import Remarks, Saved, Seen
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.together import BulkResult, Way
from reviewer_app.ui.actions import When, action
from reviewer_app.ui.errors import said as sentence_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.agent_words import refusal_words, refused_words, unfit_words
from reviewer_app.ui.review.bulk_actions import BulkActions, Selection
from reviewer_app.ui.review.handover import Purpose
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.review.sending import Act, Sending
from reviewer_app.ui.review.settling import Settling
from reviewer_app.ui.widgets.message_bar import Message


class DeskActions(QObject):
    """The methods that the action table names for the desk."""

    def __init__(
        self, page: ReviewPage, session: ReviewSession, jobs: Jobs, selection: Selection
    ) -> None:
        super().__init__(page)
        self._page, self._session, self._jobs = page, session, jobs
        self._view = page.view
        self.sending = Sending(page, session, jobs)
        self.settling = Settling(page, session, jobs, self.sending)
        self.bulk = BulkActions(page, session, jobs, selection)
        self.decisions = self.sending.decisions
        self._is_warned = self._is_for_many = False
        self._written: dict[tuple[UUID, Purpose], tuple[str, str]] = {}
        self.decisions.history_changed.connect(self._show_state)
        page.state_changed.connect(self._show_state)
        page.bar.pressed.connect(lambda name: getattr(self, name)())
        self._view.header.undo.clicked.connect(self.undo)
        self._view.handover.sent.connect(self._hand_over)
        self._view.opinions.taken.connect(self.take)
        self._view.handover.closed.connect(page.state_changed)
        self._view.spans.left.connect(page.setFocus)
        self._view.remarks.order_after(page)
        self.bulk.done.connect(self._done_together)
        self._show_state()

    def states(self) -> frozenset[When]:
        """What the desk allows now."""
        return frozenset({*self._page.states(), *self.history_states()})

    def history_states(self) -> frozenset[When]:
        """What can be taken back or made again now, wherever it was done."""
        states = set()
        if self.decisions.can_undo:
            states.add(When.UNDOABLE)
        if self.decisions.can_redo:
            states.add(When.REDOABLE)
        return frozenset(states)

    def approve(self) -> None:
        """The output is right as it is; where several are picked, all of theirs are."""
        if not (self._is_open() or self.bulk.is_on):
            return
        said = self._view.said(0.0)
        if self.bulk.is_on and not said.error_types:
            self.bulk.act(Way.APPROVE)
        elif said.error_types or said.spans:
            self._hint(tr("You marked what was wrong. Reject or correct it, or clear the marks."))
        elif self._view.draft().correction is not None:
            self._hint(tr("You changed the output. Save the correction, or put the changes back."))
        elif self._has_all(Verdict.APPROVE):
            self.sending.send(tr("Approved {id}"), self._session.approve)

    def correct(self) -> None:
        """Starts correcting in place, or goes on with what was begun."""
        produced = self._view.produced
        if self._is_open() and not self._is_refused(Verdict.CORRECT):
            self._is_warned = False
            (produced.go_on if produced.is_correcting else produced.begin_correction)()

    def reject(self) -> None:
        """Unusable, and nothing to put in its place."""
        if self.bulk.is_on:
            self.bulk.act(Way.REJECT)
        elif self._is_open() and self._has_all(Verdict.REJECT):
            self.sending.send(tr("Rejected {id}"), self._session.reject)

    def escalate(self) -> None:
        """Asks to whom, and why."""
        if not (self._is_open() or self.bulk.is_on):
            return
        self._ask(Purpose.ESCALATE)
        self._jobs.read(self._session.people, self._offer_people)

    def decline(self) -> None:
        """Asks why this person cannot judge it."""
        if self._is_open() or self.bulk.is_on:
            self._ask(Purpose.DECLINE)

    def skip(self) -> None:
        """Puts the item behind for this person; what is typed on it stays."""
        if self.bulk.is_on:
            self.bulk.act(Way.SKIP)
        elif self._is_open():
            self._page.drafts.flush()
            act: Act = lambda seen, _said: self._session.skip(seen)  # noqa: E731
            self.sending.send(tr("Skipped {id}"), act, keeps=True)

    def save(self) -> None:
        """Saves what is on the screen: the row that asks, else the correction."""
        if not self._view.handover.isHidden():
            self._view.handover.send.click()
        elif self._is_open() and self._view.produced.is_correcting:
            self._save_correction()

    def undo(self) -> None:
        """Takes the last act back and shows its item."""
        self.sending.undo()

    def redo(self) -> None:
        """Makes again what was taken back."""
        self.sending.redo()

    def pick_alike(self) -> None:
        """Picks what can be decided together with this item."""
        self.bulk.pick_alike()

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

    def look_early(self) -> None:
        """Asks a lead whether to see what is covered, and not review the item then."""
        self.settling.ask_to_look()

    def take(self, place: int) -> None:
        """Decides as one of the decisions that are shown did, which settles the item."""
        if self._is_open():
            self.settling.take(place)

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
        desk = self._page.desk
        return desk is not None and self._view.is_open and not self.bulk.has(desk.item.id)

    def _has_all(self, verdict: Verdict) -> bool:
        """Whether the step has all that it demands for this verdict; else points to what is not."""
        desk = self._page.desk
        if desk is None or self._is_refused(verdict):
            return False
        demand = demand_of(desk.form, verdict, self._view.said(0.0))
        if demand is not None:
            self._view.point_to(demand, verdict)
        return demand is None

    def _is_refused(self, verdict: Verdict) -> bool:
        """Whether the agent that waits cannot go on with a verdict; says why."""
        return self._is_hinted(refusal_words(self._page.desk, verdict))

    def _is_hinted(self, words: str) -> bool:
        if words:
            self._hint(words)
        return bool(words)

    def _save_correction(self) -> None:
        correcting = self._view.produced.correcting
        if not correcting.is_changed:
            key = action("review.approve").keycap
            self._hint(tr("Nothing is changed. Esc, then {key} approves it as it is.", key=key))
        elif correcting.errors and not self._is_warned:
            self._is_warned = True
            correcting.take_keyboard()
            self._hint(tr("A field is not as the step wants it. Save again to keep it so."))
        elif self._is_hinted(unfit_words(self._page.desk, correcting.corrected())):
            correcting.take_keyboard()
        elif self._has_all(Verdict.CORRECT):
            text = correcting.corrected()
            self.sending.send(
                tr("Corrected {id}"), lambda seen, said: self._session.correct(seen, text, said)
            )

    def _ask(self, purpose: Purpose) -> None:
        """Opens the row that asks, with what was written for this item and not sent."""
        self._is_for_many = self.bulk.is_on
        self._view.handover.open_for(purpose)
        if self._page.desk is not None and not self._is_for_many:
            key = self._page.desk.item.id, purpose
            self._view.handover.put_back(*self._written.get(key, ("", "")))
        self._page.state_changed.emit()

    def _hand_over(self, purpose: Purpose, to: str, why: str) -> None:
        is_decline = purpose is Purpose.DECLINE
        if self.bulk.is_on is not self._is_for_many:
            self._ask(purpose)
            self._view.handover.put_back(to, why)
            self._hint(tr("What is selected has changed. Look again, then send."))
            return
        if self._page.desk is not None and not self._is_for_many:
            self._written[self._page.desk.item.id, purpose] = to, why
        if self.bulk.is_on:
            self.bulk.act(Way.DECLINE if is_decline else Way.ESCALATE, to, why)
        elif self._is_open() and is_decline:
            self.sending.send(
                tr("Declined {id}"), lambda seen, _said: self._session.decline(seen, why)
            )
        elif self._is_open():
            self._escalate(to, why)
        else:
            self._hint(tr("Nothing was sent: the item cannot be decided now. Your words are kept."))

    def _escalate(self, to: str, why: str) -> None:
        def act(seen: Seen, said: Remarks) -> Saved:
            words = "\n\n".join(part for part in (why, said.comment) if part)
            return self._session.escalate(seen, to, replace(said, comment=words))

        self.sending.send(tr("Escalated {id}"), act)

    def _done_together(self, result: BulkResult) -> None:
        """An act for many is on the disk: the list lets go of them, and one undo has them all."""
        self._page.desks.drop_all()
        self.decisions.look()
        if result.saved is None:
            return
        self._view.header.show_note(sentence_of(result.saved.sentence), can_undo=True)
        self.sending.committed.emit(result.saved)

    def _stop_correcting(self) -> None:
        """Leaves correcting; a text that was changed stays as a draft."""
        produced = self._view.produced
        desk = self._page.desk
        if produced.correcting.is_changed and desk is not None:
            self._page.drafts.flush()
            self._hint(tr("Your changes are kept as a draft. E goes on with them."))
        produced.leave_correction()

    def _offer_people(self, outcome: Ok[list[str]] | Err) -> None:
        if isinstance(outcome, Ok):
            self._view.handover.offer(outcome.value)

    def _hint(self, words: str) -> None:
        self._page.message.emit(Message(words, "hint"))

    def _show_state(self) -> None:
        self._page.bar.show_state(
            is_open=self._is_open(),
            is_correcting=self._view.produced.is_correcting,
            can_undo=self.decisions.can_undo,
            refused=refused_words(self._page.desk),
        )
