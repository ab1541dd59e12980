"""One item on the desk, from its head to the comment: what is painted and what is typed."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.holding import Holding
from reviewer_app.domain.records import Shown
from reviewer_app.domain.resolution import standing
from reviewer_app.domain.vocabulary import DECIDED_STATUSES, OPEN_STATUSES, Verdict
from reviewer_app.services.claims import Claim
from reviewer_app.services.demands import Demand
from reviewer_app.services.desk import Desk, Draft, Remarks
from reviewer_app.ui.actions import When
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.asked import Asked
from reviewer_app.ui.review.documents.panel import DocumentPanel
from reviewer_app.ui.review.elsewhere import Elsewhere
from reviewer_app.ui.review.handover import Handover
from reviewer_app.ui.review.header import Header
from reviewer_app.ui.review.opinions import Opinions
from reviewer_app.ui.review.produced.card import Produced
from reviewer_app.ui.review.reasons import Reasons
from reviewer_app.ui.review.remarks.form import SMALL, RemarksForm
from reviewer_app.ui.review.room import Room
from reviewer_app.ui.review.spans.spans import Spans
from reviewer_app.ui.review.timeline.card import Timeline
from reviewer_app.ui.theme import density
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.chip import Tab
from reviewer_app.ui.widgets.split import Split
from reviewer_app.ui.withheld_words import withheld_words
from reviewer_app.ui.wording import time_words

LOW = 740
"""Height of the desk below which its cards have less air: what was produced needs the room."""


class ItemView(QWidget):
    """Paints a desk and holds what the person marks and types on it."""

    edited = Signal()
    look_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = Header()
        self.elsewhere = Elsewhere()
        self.reasons, self.opinions = Reasons(), Opinions()
        self.asked, self.produced = Asked(), Produced()
        self.did = Timeline(("review.toggle_steps", "review.toggle_tools"))
        self.documents = DocumentPanel()
        self.remarks, self.spans, self.handover = RemarksForm(), Spans(), Handover()
        self.body = _splitter("beside", Qt.Orientation.Horizontal, self.documents, self.produced)
        self.panes = _splitter("asked", Qt.Orientation.Vertical, self.asked, self.body)
        self.room = Room(self.panes, self.body, self.asked, self.produced)
        self._is_reopened = self._was_low = False
        self._lay_out()
        self.desk: Desk | None = None
        self._claim: Claim | None = None
        self.produced.edited.connect(self.edited)
        self.produced.mode_changed.connect(self._follow_mode)
        self.panes.forgotten.connect(self.share_room)
        self.body.forgotten.connect(self.room.share_beside)
        self.remarks.edited.connect(self.edited)
        self.asked.folded.connect(self._share_soon)
        self.elsewhere.link.clicked.connect(self.look_again)
        self.documents.closed.connect(self.room.share_beside)
        self._connect_spans()

    def paint_desk(self, desk: Desk, now: datetime) -> None:
        """Shows an item, with the draft that was kept of it."""
        self.desk = desk
        self._is_reopened, self._claim = False, None
        self._say_withheld(now)
        self.handover.hide()
        self.header.show_desk(desk, now)
        self.reasons.show_desk(desk, now)
        self.opinions.show_desk(desk, now)
        self.asked.show_desk(desk)
        self.documents.close_panel()
        self.did.show_trace(desk.content.trace, desk.trace)
        self.produced.show_desk(desk)
        self.remarks.show_form(desk.form, desk.draft)
        self._show_spans()
        self.remarks.set_open(is_open=self.is_open)
        self._restore_correction(desk.draft)
        self._share_soon()

    @property
    def is_open(self) -> bool:
        """Whether the item that is painted waits for a decision, or was opened for one again."""
        is_waiting = self.desk is not None and self.desk.entry.status in OPEN_STATUSES
        is_free = (is_waiting or self._is_reopened) and self._claim is None
        is_barred = self.desk is not None and self.desk.is_barred
        return is_free and self._is_whole and not is_barred

    def shared_states(self) -> set[When]:
        """What a lead can do here about what others decided."""
        if self.desk is None:
            return set()
        covered = {When.COVERED} if self.desk.sight.may_look else set()
        return covered | ({When.SETTLING} if self.is_open and self.opinions.takeable else set())

    @property
    def can_reopen(self) -> bool:
        """Whether the item that is painted does not wait, and can be decided all the same."""
        is_done = self.desk is not None and self.desk.entry.status in DECIDED_STATUSES
        return is_done and self._is_whole

    @property
    def _is_whole(self) -> bool:
        """Whether all of the item's content is here: only then can anybody judge it."""
        return self.desk is not None and self.desk.held is Holding.WHOLE

    def reopen(self) -> None:
        """Opens an item that was decided, or released, for one more decision."""
        self._is_reopened = True
        self._show_spans()
        self.remarks.set_open(is_open=True)

    def show_claim(self, claim: Claim | None, now: datetime) -> None:
        """Somebody else has the item open, and it can only be read; or they have left it."""
        self._claim = claim
        if claim is None:
            self._say_withheld(now)
        else:
            self.elsewhere.say(
                tr(
                    "{person} has this open until {until}. It comes free then, or take another.",
                    person=revealed_line(claim.person),
                    until=time_words(claim.until, now),
                )
            )
        self.remarks.set_open(is_open=self.is_open)

    def _say_withheld(self, now: datetime) -> None:
        """Says above the item why its content is not here whole; nothing where it is."""
        words = withheld_words(self.desk, now) if self.desk is not None else ""
        self.elsewhere.setVisible(bool(words))
        if self.desk is not None and words:
            self.elsewhere.say(words, can_look=self.desk.held.may_be_fetched)

    def restore(self, draft: Draft) -> None:
        """Puts back what was typed and marked before an act that failed."""
        self.remarks.restore(draft)
        self.spans.restore(draft.spans)
        self._restore_correction(draft)

    def draft(self) -> Draft:
        """What is typed and marked now."""
        return Draft(
            correction=self.produced.correction,
            comment=self.remarks.comment.text(),
            error_types=self.remarks.error_types(),
            severity=self.remarks.severity(),
            spans=self.spans.spans,
            rubric=self.remarks.rubric(),
        )

    def said(self, active_seconds: float) -> Remarks:
        """What goes beside the verdict."""
        is_covered = self.desk is not None and self.desk.is_covered
        return Remarks(
            error_types=self.remarks.error_types(),
            severity=self.remarks.severity(),
            comment=self.remarks.comment.text().strip(),
            active_seconds=active_seconds,
            shown=Shown(flags=not is_covered, confidence=not is_covered),
            spans=self.spans.spans,
            rubric=self.remarks.rubric(),
        )

    def point_to(self, demand: Demand, verdict: Verdict) -> None:
        """Goes to what the step still wants to hear before it takes a verdict."""
        self.remarks.point_to(demand.question, verdict)

    def refresh(self, now: datetime) -> None:
        """Paints the same in the theme and size now in force; what is typed stays."""
        self._leave_room()
        if self.desk is None:
            return
        self.header.show_desk(self.desk, now)
        self.opinions.show_desk(self.desk, now)
        self.did.refresh()
        self.asked.view.set_again()
        self.produced.refresh()
        self.spans.refresh()
        self.share_room()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns the panes as the width asks."""
        super().resizeEvent(event)
        self._share_soon()

    def _share_soon(self) -> None:
        """Shares the room once the layout knows its size."""
        QTimer.singleShot(0, self, self.share_room)

    def share_room(self) -> None:
        """Gives every part the room that it needs, and what was produced the rest."""
        self._give_air()
        self.remarks.set_room(self.height())
        self.spans.set_room(self.height())
        self.room.share(self.width())

    @property
    def _is_low(self) -> bool:
        return self.height() < LOW

    def _give_air(self) -> None:
        """Less of it on a low desk."""
        if self._is_low is not self._was_low:
            self._was_low = self._is_low
            self._leave_room()
            for card in self.findChildren(Card):
                card.set_low(is_low=self._is_low)

    def _restore_correction(self, draft: Draft | None) -> None:
        if draft is not None and draft.correction is not None and self.is_open:
            self.produced.begin_correction(draft.correction)

    def _connect_spans(self) -> None:
        self.produced.body.addWidget(self.spans)
        self.produced.head.insertWidget(2, self.spans.hint)
        for text in (self.produced.text, self.produced.reading.code):
            self.spans.watch(text)
        self.spans.marked.connect(self.remarks.add_error)
        self.spans.edited.connect(lambda: self.remarks.hold(self.spans.error_types))
        self.spans.edited.connect(self.edited)
        self.spans.source_wanted.connect(self._show_source)
        self.spans.asking_changed.connect(self._make_room)

    def _follow_mode(self) -> None:
        """What is marked, and what is asked, follows whether the output is being corrected."""
        is_correcting = self.produced.is_correcting
        self.spans.set_quiet(is_quiet=is_correcting)
        self.remarks.expect(Verdict.CORRECT if is_correcting else None)
        self._share_soon()

    def _show_spans(self) -> None:
        """Shows what this person has marked; of a decided item, what was marked in deciding."""
        if self.desk is None:
            return
        kept = self.desk.draft.spans if self.desk.draft else ()
        output, types = self.desk.content.output, self.desk.form.error_types
        self.spans.show_output(output, types, kept, is_open=self.is_open)
        if not self.is_open:
            self.spans.show_opinions(standing(self.desk.opinions))

    def _make_room(self) -> None:
        """On a small desk the choices below the output stand in for those below the desk."""
        is_hidden = self.spans.is_asking and self.height() < SMALL
        self.remarks.setVisible(self.is_open and not is_hidden)

    def _show_source(self) -> None:
        """Presses the tabs of the output in turn until it is shown as it came."""
        for tab in self.produced.findChildren(Tab):
            if not tab.isHidden() and not self.spans.has_view:
                tab.click()

    def _leave_room(self) -> None:
        """Takes the density in force."""
        top = 10 if self._was_low else 14
        self._upper.setContentsMargins(20, density.room(top, 8), 20, density.room(10, 6))
        self._upper.setSpacing(density.room(8 if self._was_low else 12, 6))

    def _lay_out(self) -> None:
        upper = QVBoxLayout()
        self._upper = upper
        self._leave_room()
        for widget in (self.header, self.elsewhere, self.reasons, self.opinions, self.did):
            upper.addWidget(widget)
        upper.addWidget(self.panes, 1)
        upper.addWidget(self.remarks)
        upper.addWidget(self.handover)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(upper)


def _splitter(name: str, way: Qt.Orientation, *widgets: QWidget) -> Split:
    made = Split(name, way, *widgets)
    made.setHandleWidth(12)
    made.setStretchFactor(len(widgets) - 1, 1)
    return made
