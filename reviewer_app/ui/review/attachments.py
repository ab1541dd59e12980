"""Fetches attachments off the window's thread, shows them, and saves them where asked."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

from PySide6.QtWidgets import QFileDialog

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.records import Attachment
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.desk import Desk
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.item_view import ItemView
from reviewer_app.ui.widgets.message_bar import Message

SHOWN_BY_ITSELF = ("application/pdf", "image/")
"""Kinds of attachment that stand beside the output without being asked for."""

ROOM_FOR_TWO = 640
"""Width of the desk from which an attachment opens beside the output by itself."""


class FileUnwritable(ReviewerError):
    """A file could not be written where the person wanted it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            sentence(
                "{name} could not be written: {reason}. Choose another place.",
                name=name,
                reason=reason,
            )
        )


class Attachments:
    """What happens when an attachment is wanted."""

    def __init__(
        self,
        view: ItemView,
        session: ReviewSession,
        jobs: Jobs,
        say: Callable[[Message], None],
    ) -> None:
        self._view, self._session, self._jobs, self._say = view, session, jobs, say
        view.asked.attachment_wanted.connect(self.show)
        view.documents.save_wanted.connect(self.save_as)

    def show_first(self, desk: Desk) -> None:
        """Shows the first document or picture of an item, where there is room beside."""
        if self._view.width() < ROOM_FOR_TWO:
            return
        for attachment in desk.attachments:
            if attachment.media_type.startswith(SHOWN_BY_ITSELF):
                self.show(attachment)
                return

    def show(self, attachment: Attachment) -> None:
        """Fetches an attachment and shows it beside the output."""

        def arrive(outcome: Ok[bytes] | Err) -> None:
            desk = self._view.desk
            if desk is None or desk.item.id != attachment.item_id:
                return
            if isinstance(outcome, Ok):
                self._view.documents.show_attachment(attachment, outcome.value)
                self._view.room.share_beside()
            else:
                self._say(Message(words_of(outcome.error), "error", "attachment"))

        self._jobs.read(lambda: self._session.attachment(attachment.id), arrive)

    def save_as(self, attachment: Attachment) -> None:
        """Asks where to, and writes the attachment there."""
        name, _ = QFileDialog.getSaveFileName(
            self._view, tr("Save the attachment"), file_name_of(attachment.name)
        )
        if name:
            self.write(attachment, Path(name))

    def write(self, attachment: Attachment, path: Path) -> None:
        """Writes an attachment's bytes to a file."""

        def work() -> None:
            data = self._session.attachment(attachment.id)
            try:
                path.write_bytes(data)
            except OSError as error:
                raise FileUnwritable(path.name, error.strerror or "no reason given") from error

        def arrive(outcome: Ok[None] | Err) -> None:
            if isinstance(outcome, Ok):
                words, level = tr("Saved {name}.", name=path.name), "info"
            else:
                words, level = words_of(outcome.error), "error"
            self._say(Message(words, level, "attachment"))

        self._jobs.read(work, arrive)


def file_name_of(name: str) -> str:
    """A harmless file name for what an attachment is called: no folder, nothing hidden."""
    last = PureWindowsPath(PurePosixPath(revealed_line(name)).name).name
    return last.lstrip(".") or "attachment"
