"""The claims of this desk: on the item that is painted and on those that come next."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.services.claims import Claim, Claims, Held
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.review.attention import Attention
from reviewer_app.ui.wording import Clock

AHEAD = 2
"""Items after the painted one that are claimed too, so that they can be decided at once."""

SOONEST_MS, LATEST_MS = 1_000, 10 * 60 * 1_000
"""The bounds of the time until a claim is renewed, or looked at again where it is another's."""


class Reservation(QObject):
    """Claims what is painted, off the window's thread; painting never waits for it.

    `changed` follows when it is known, or no longer true, that somebody else has the item open.
    """

    changed = Signal()

    def __init__(
        self, claims: Claims, jobs: Jobs, clock: Clock, attention: Attention, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._claims, self._jobs = claims, jobs
        self._clock, self._attention = clock, attention
        self._current: UUID | None = None
        self._ahead: Sequence[UUID] = ()
        self._ticket = 0
        self._is_over = False
        self.claim: Claim | None = None
        self._soon, self._renewal = QTimer(self), QTimer(self)
        for timer, work in ((self._soon, self._wish), (self._renewal, self._renew)):
            timer.setSingleShot(True)
            timer.timeout.connect(work)

    def take(self, item_id: UUID | None) -> None:
        """Another item is painted, or none that waits: what was claimed before is freed."""
        if item_id != self._current:
            self._current, self._ahead, self.claim = item_id, (), None
            self._soon.start(0)

    def prepare(self, item_ids: Sequence[UUID]) -> None:
        """These come next."""
        ahead = tuple(key for key in item_ids if key != self._current)[:AHEAD]
        if self._current is not None and ahead != self._ahead:
            self._ahead = ahead
            self._soon.start(0)

    def look(self) -> None:
        """Somebody wrote: asks again who has the item that is painted."""
        current, ticket = self._current, self._ticket
        if current is not None and not self._soon.isActive():
            work = self._claims.look
            self._jobs.read(lambda: work([current]), lambda found: self._arrive(ticket, found))

    def stop(self) -> None:
        """Frees everything: the window closes."""
        self._is_over = True
        self._soon.stop()
        self._renewal.stop()
        self._jobs.run(self._claims.release, _ignore)

    def _wish(self) -> None:
        if self._is_over:
            return
        self._ticket = ticket = self._claims.ticket()
        current, ahead = self._current, self._ahead
        self._jobs.read(
            lambda: self._claims.hold(current, ahead, ticket),
            lambda outcome: self._arrive(ticket, outcome),
        )

    def _renew(self) -> None:
        """Goes on holding, as long as somebody is at the desk; what comes next is not renewed."""
        if self._attention.is_away:
            self._renewal.start(SOONEST_MS)
            return
        self._ahead = ()
        self._wish()

    def _arrive(self, ticket: int, outcome: Ok[Held] | Err) -> None:
        if ticket != self._ticket or self._is_over or not isinstance(outcome, Ok):
            return
        current, held = self._current, outcome.value
        claim = held.others.get(current) if current is not None else None
        until = claim.until if claim else held.mine.get(current) if current else None
        if until is not None:
            left = (until - self._clock()).total_seconds() * 1_000
            wait = left + SOONEST_MS if claim else left / 2
            self._renewal.start(int(min(max(wait, SOONEST_MS), LATEST_MS)))
        if claim != self.claim:
            self.claim = claim
            self.changed.emit()


def _ignore(outcome: Ok[None] | Err) -> None:
    """Nobody waits for it: what is not freed ends by itself."""
    del outcome
