"""The review page: shows one item at a time and hands on what the person decides about it."""

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.domain.queue import QueueEntry
from reviewer_app.services.desk import Desk
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.actions import When
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.attachments import Attachments
from reviewer_app.ui.review.attention import Attention
from reviewer_app.ui.review.bar import DecisionBar
from reviewer_app.ui.review.desks import Desks
from reviewer_app.ui.review.drafts import Drafts
from reviewer_app.ui.review.item_view import ItemView
from reviewer_app.ui.review.precedents.similar import SimilarPanel
from reviewer_app.ui.review.reservation import Reservation
from reviewer_app.ui.review.skeleton import APPEARS_AFTER_MS, Skeleton
from reviewer_app.ui.vocabulary_words import word_of
from reviewer_app.ui.widgets.blank import Blank
from reviewer_app.ui.widgets.fields import is_typed_in
from reviewer_app.ui.wording import Clock


class ReviewPage(QWidget):
    """The desk: its item, its decision bar, and what stands there while there is no item."""

    message = Signal(object)
    state_changed = Signal()

    def __init__(
        self,
        session: ReviewSession,
        jobs: Jobs,
        clock: Clock,
        monotonic: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAccessibleName(tr("The desk"))
        self._clock = clock
        self.desks = Desks(session, jobs)
        self.drafts = Drafts(session, jobs)
        self.attention = Attention(monotonic)
        self.view, self.bar = ItemView(), DecisionBar()
        self.skeleton, self.blank = Skeleton(), Blank()
        self.attachments = Attachments(self.view, session, jobs, self.message.emit)
        self.reservation = Reservation(session.claims, jobs, clock, self.attention, self)
        self.reservation.changed.connect(self._show_claim)
        self.similar = SimilarPanel(session, jobs, clock)
        self._stand_beside(self.similar)
        self._lay_out()
        self._wanted: UUID | None = None
        self._place = (0, 0)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(APPEARS_AFTER_MS)
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.skeleton))
        self.view.edited.connect(self._keep_draft)
        self.view.produced.mode_changed.connect(self.state_changed)
        self.view.look_again.connect(self.look_again)

    @property
    def desk(self) -> Desk | None:
        """The desk that is painted; None while nothing is, and then no key decides."""
        is_shown = self.stack.currentWidget() is self.view
        return self.view.desk if is_shown and self._wanted is None else None

    @property
    def item_id(self) -> UUID | None:
        """The item that is painted, or on its way."""
        return self._wanted or (self.desk.item.id if self.desk else None)

    def states(self) -> frozenset[When]:
        """What the page allows now."""
        states = {When.ALWAYS}
        if self.desk is None:
            return frozenset(states)
        states.add(When.ITEM)
        if self.view.is_open:
            states.add(When.OPEN)
        elif self.view.can_reopen:
            states.add(When.DECIDED)
        states |= self.view.shared_states()
        if self.view.produced.is_correcting:
            states.add(When.CORRECTING)
        if self.view.produced.is_correcting or not self.view.handover.isHidden():
            states.add(When.SAVABLE)
        return frozenset(states)

    def show_entry(self, entry: QueueEntry, position: int, total: int) -> None:
        """Shows an item of the list: at once where it is ready, else as soon as it is."""
        self._place = (position, total)
        self.show_item(entry.item_id)
        self.view.header.show_position(*self._place)

    def show_item(self, item_id: UUID) -> None:
        """Shows an item, whether a list holds it or not."""
        if item_id == self.item_id:
            return
        self.leave_item()
        ready = self.desks.ready(item_id)
        if ready is not None:
            self.paint_desk(ready)
            return
        self._wanted = item_id
        self._patience.start()
        self.state_changed.emit()
        self.desks.open(item_id, lambda outcome: self._arrive(item_id, outcome))

    def show_nothing(self, title: str, words: str = "", button: str = "", keys: str = "") -> None:
        """Shows that there is no item, and what to do about it."""
        self.leave_item()
        self._wanted = None
        self.view.desk = None
        self.reservation.take(None)
        self.blank.say(title, words, button, keys)
        self.stack.setCurrentWidget(self.blank)
        self.state_changed.emit()

    def paint_desk(self, desk: Desk) -> None:
        """Paints an item: from now on keys are about this one."""
        self._wanted = None
        self._patience.stop()
        kept = self.drafts.typed(desk)
        self.view.paint_desk(kept, self._clock())
        self.view.header.show_position(*self._place)
        self.view.produced.foot.saved.say(tr("saved as draft") if kept.draft else "", "good")
        self.stack.setCurrentWidget(self.view)
        self.attention.begin()
        self.reservation.take(desk.item.id if self.view.is_open else None)
        self.attachments.show_first(kept)
        self.similar.follow(kept)
        if self.isVisible() and not self._is_typing_elsewhere():
            self.setFocus()  # the keyboard stays with another page, and with who searches
        self.state_changed.emit()

    def _is_typing_elsewhere(self) -> bool:
        """Whether the person writes in a field that is not the desk's."""
        focused = QApplication.focusWidget()
        is_here = focused is not None and self.isAncestorOf(focused)
        return is_typed_in(focused) and not is_here

    def preload(self, item_ids: Iterable[UUID]) -> None:
        """Makes the items that come next ready, and claims the first of them."""
        ids = list(item_ids)
        self.desks.preload(ids)
        self.reservation.prepare(ids)

    def leave_item(self) -> None:
        """Keeps what was typed before something else is shown."""
        self.drafts.flush()

    def look_again(self) -> None:
        """Opens the item that is shown anew; what was typed stays."""
        desk = self.desk
        if desk is None:
            return
        self.leave_item()
        self.desks.drop(desk.item.id)
        self.desks.open(desk.item.id, lambda outcome: self._arrive(desk.item.id, outcome))

    def notice_changes(self) -> None:
        """Somebody else wrote: what was kept ready is stale, and maybe what is shown."""
        self.desks.drop_all()
        desk = self.desk
        if desk is not None:
            self.desks.open(desk.item.id, self._compare)
            self.reservation.look()

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        self.view.refresh(self._clock())
        self.similar.refresh()

    def _stand_beside(self, panel: SimilarPanel) -> None:
        """Puts the panel beside the output; it gives way where there is no room for it."""
        self.view.body.addWidget(panel)
        panel.closed.connect(self.setFocus)
        panel.closed.connect(self.view.room.share_beside)
        self.view.room.crowded.connect(panel.close_panel)

    def _show_claim(self) -> None:
        """Somebody else has the item that is painted, or has left it."""
        if self.desk is not None:
            self.view.show_claim(self.reservation.claim, self._clock())
            self.state_changed.emit()

    def _compare(self, outcome: Ok[Desk] | Err) -> None:
        desk = self.desk
        if desk is None or not isinstance(outcome, Ok) or outcome.value.item.id != desk.item.id:
            return
        now = outcome.value
        if now.held is not desk.held:  # what is painted is here no more, or has come
            self.paint_desk(now)
        elif now.entry.status is not desk.entry.status:
            self.view.elsewhere.say(
                tr(
                    "This item was changed elsewhere: it is {status} now.",
                    status=word_of(now.entry.status),
                )
            )
        elif len(now.opinions) != len(desk.opinions):
            self.view.elsewhere.say(tr("Somebody decided on this item while you had it open."))

    def _arrive(self, item_id: UUID, outcome: Ok[Desk] | Err) -> None:
        if item_id != self.item_id:
            return
        if isinstance(outcome, Ok):
            self.leave_item()
            self.paint_desk(outcome.value)
            return
        self._wanted = None
        self._patience.stop()
        words = words_of(outcome.error)
        self.show_nothing(tr("This item could not be opened"), words)

    def _keep_draft(self) -> None:
        is_typed = self.view.is_open or self.view.produced.is_correcting
        if self.desk is not None and is_typed:
            self.view.produced.foot.saved.say("")
            self.drafts.keep(self.desk, self.view.draft, self._say_kept)
        self.state_changed.emit()

    def _say_kept(self, item_id: UUID) -> None:
        if self.desk is not None and self.desk.item.id == item_id:
            self.view.produced.foot.saved.say(tr("saved as draft"), "good")

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for widget in (self.blank, self.skeleton, self.view):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)
