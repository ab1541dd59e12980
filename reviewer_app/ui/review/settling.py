"""What a lead does at the desk about others' decisions: looks at covered ones, or takes one."""

from PySide6.QtCore import QObject

from reviewer_app.services.adjudication import act_as
from reviewer_app.services.desk import Desk
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.review.sending import Sending
from reviewer_app.ui.widgets.message_bar import Message


class Settling(QObject):
    """Asks before it shows what is covered; takes a decision at once, since undo takes it back."""

    def __init__(
        self, page: ReviewPage, session: ReviewSession, jobs: Jobs, sending: Sending
    ) -> None:
        super().__init__(page)
        self._page, self._session, self._jobs, self._sending = page, session, jobs, sending
        self._opinions = page.view.opinions
        self._opinions.look.connect(self._look)

    def ask_to_look(self) -> None:
        """Asks whether to see what is covered, and not review the item then."""
        if self._page.desk is not None and self._page.desk.sight.may_look:
            self._opinions.ask_to_look()

    def take(self, place: int) -> None:
        """Decides as one of the decisions that are shown did, which settles the item."""
        takeable = self._opinions.takeable
        if self._page.view.draft().correction is not None:
            words = tr("You changed the output. Save the correction, or put the changes back.")
            self._page.message.emit(Message(words, "hint"))
        elif place <= len(takeable):
            opinion = takeable[place - 1]
            self._sending.send(
                tr("Settled {id}"),
                lambda seen, said: self._session.decide(act_as(opinion, seen, said)),
            )

    def _look(self) -> None:
        """Records that this lead looks, and shows the item with all that was decided."""
        desk = self._page.desk
        if desk is None:
            return
        item_id = desk.item.id

        def arrive(outcome: Ok[Desk] | Err) -> None:
            if isinstance(outcome, Ok):
                self._page.desks.drop(item_id)
                self._page.look_again()
            else:
                self._page.message.emit(Message(words_of(outcome.error), "error", "look"))

        self._page.leave_item()
        self._jobs.run(lambda: self._session.unblind(item_id), arrive)
