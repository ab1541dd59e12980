"""What is typed and not decided: kept half a second after the last key, brought back later."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QTimer

from reviewer_app.services.desk import Desk, Draft
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.jobs import Err, Jobs, Ok

KEPT_AFTER_MS = 500


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A draft that is due to be kept."""

    item_id: UUID
    draft: Callable[[], Draft]
    kept: Callable[[UUID], None]


class Drafts:
    """Saves drafts beside the gestures, and knows the latest of each item that was left."""

    def __init__(self, session: ReviewSession, jobs: Jobs) -> None:
        self._session, self._jobs = session, jobs
        self._waiting: _Waiting | None = None
        self._latest: dict[UUID, Draft] = {}
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def keep(self, desk: Desk, draft: Callable[[], Draft], kept: Callable[[UUID], None]) -> None:
        """Keeps what will then be typed, half a second from now."""
        self._waiting = _Waiting(desk.item.id, draft, kept)
        self._timer.start()

    def flush(self) -> None:
        """Keeps at once what is due."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.save(waiting.item_id, waiting.draft(), waiting.kept)

    def save(self, item_id: UUID, draft: Draft, kept: Callable[[UUID], None]) -> None:
        """Keeps a draft, or forgets it where nothing is typed any more."""
        self._latest[item_id] = draft
        stored = None if draft == Draft() else draft

        def arrive(outcome: Ok[None] | Err) -> None:
            if isinstance(outcome, Ok) and stored is not None:
                kept(item_id)

        self._jobs.run(lambda: self._session.save_draft(item_id, stored), arrive)

    def forget(self, item_id: UUID) -> Draft:
        """The item was decided: what was due for it is not kept any more; gives what was kept."""
        if self._waiting is not None and self._waiting.item_id == item_id:
            self._timer.stop()
            self._waiting = None
        return self._latest.pop(item_id, Draft())

    def typed(self, desk: Desk) -> Desk:
        """The desk with the latest draft of it, which a desk kept ready may lack."""
        if desk.item.id not in self._latest:
            return desk
        latest = self._latest[desk.item.id]
        return replace(desk, draft=None if latest == Draft() else latest)
