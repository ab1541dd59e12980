"""What is done to the chosen connection: pulled, pushed, paused, removed, tried again."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reviewer_app.connections.configured import Connected, Connections
from reviewer_app.domain.delivery import DeliveryState
from reviewer_app.domain.hidden_text import isolated
from reviewer_app.services.feedback.pushing import PushResult
from reviewer_app.services.intake import PullResult
from reviewer_app.ui.connections.details import Details
from reviewer_app.ui.connections.errands import Errands
from reviewer_app.ui.connections.words import DOT
from reviewer_app.ui.errors import said, words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.message_bar import Message

T = TypeVar("T")


class Acts(QObject):
    """`done` carries the connection; `pulled` follows outputs that came in."""

    done = Signal(str)
    pulled = Signal()
    message = Signal(object)

    def __init__(
        self, connections: Connections, errands: Errands, jobs: Jobs, details: Details
    ) -> None:
        super().__init__(details)
        self._connections, self._errands, self._jobs = connections, errands, jobs
        self._details = details
        self._under_way: set[tuple[str, str]] = set()

    def pull(self) -> None:
        """Pulls the chosen source now."""
        one = self._one()
        if one is None or not one.is_source or not self._begin("pull", one.name):
            return
        pulls = self._connections.schedule.pulls

        def arrive(outcome: Ok[PullResult] | Err) -> None:
            self._end("pull", one.name)
            if isinstance(outcome, Ok):
                self.pulled.emit()
            self._say(one.name, outcome, _pulled_words)

        self._errands.run(
            tr("Pulling {name}", name=isolated(one.name)),
            lambda report, cancelled: pulls.pull(one.name, report, cancelled),
            arrive,
        )

    def push(self) -> None:
        """Sends the labels that may leave to the chosen connection now."""
        one = self._one()
        if one is None or not one.takes_labels or not self._begin("push", one.name):
            return
        pushes = self._connections.pushes

        def arrive(outcome: Ok[list[PushResult]] | Err) -> None:
            self._end("push", one.name)
            self._say(one.name, outcome, _pushed_words)

        self._errands.run(
            tr("Sending labels to {name}", name=isolated(one.name)),
            lambda _report, cancelled: pushes.push([one.name], cancelled),
            arrive,
        )

    def pause(self) -> None:
        """Pauses the chosen connection, or lets it go on."""
        one = self._one()
        if one is None:
            return
        wanted = not one.settings.is_paused

        def words(_nothing: None) -> str:
            if not wanted:
                return tr("{name} goes on.", name=isolated(one.name))
            return tr("{name} is paused; its labels wait.", name=isolated(one.name))

        self._do(one, lambda: self._connections.pause(one.name, is_paused=wanted), words)

    def remove(self) -> None:
        """Asks whether the chosen connection shall be forgotten."""
        one = self._one()
        if one is None:
            return
        waiting = one.labels.get(DeliveryState.WAITING, 0)
        asks = [tr("Forget this connection and its secrets? What came in and was sent stays.")]
        if waiting:
            asks.append(tr("%Ln label(s) that wait will not be sent.", "", waiting))
        self._details.question.ask(" ".join(asks), lambda: self._remove(one))

    def try_again(self) -> None:
        """Reads what was refused again, and puts labels that failed back in line."""
        one = self._one()
        if one is None:
            return
        if one.refused and self._begin("retry", one.name):
            self._retry_refused(one)
        state = self._details.labels.state
        if one.takes_labels and state in _FOR_PEOPLE and one.labels.get(state):
            self._do(
                one,
                lambda: self._connections.try_again(one.name, (state,)),
                lambda count: tr("%Ln label(s) are in line again.", "", count),
            )

    def _retry_refused(self, one: Connected) -> None:
        feeds = self._connections.feeds

        def arrive(outcome: Ok[PullResult] | Err) -> None:
            self._end("retry", one.name)
            if isinstance(outcome, Ok):
                self.pulled.emit()
            self._say(one.name, outcome, _pulled_words)

        self._errands.run(tr("Reading what was refused again"), feeds.retry_refused, arrive)

    def _remove(self, one: Connected) -> None:
        gone = tr("{name} was removed. What came in from it stays.", name=isolated(one.name))
        self._do(one, lambda: self._connections.remove(one.name), lambda _nothing: gone)

    def _do(self, one: Connected, work: Callable[[], T], words: Callable[[T], str]) -> None:
        def arrive(outcome: Ok[T] | Err) -> None:
            self._say(one.name, outcome, words)

        self._jobs.run(work, arrive)

    def _say(self, name: str, outcome: Ok[T] | Err, words: Callable[[T], str]) -> None:
        """Says what came of it; the page looks how the connection stands now."""
        if isinstance(outcome, Ok):
            self.message.emit(Message(words(outcome.value), "info", f"connection {name}"))
        else:
            told = words_of(outcome.error)
            self.message.emit(Message(told, "error", f"connection {name}"))
        self.done.emit(name)

    def _one(self) -> Connected | None:
        return self._details.one if self._details.isVisible() else None

    def _begin(self, what: str, name: str) -> bool:
        """Whether this begins now; what goes on is not begun twice."""
        if (what, name) in self._under_way:
            return False
        self._under_way.add((what, name))
        return True

    def _end(self, what: str, name: str) -> None:
        self._under_way.discard((what, name))


_FOR_PEOPLE = (DeliveryState.FAILED, DeliveryState.CONFLICT)


def _pulled_words(result: PullResult) -> str:
    parts = [
        tr("%Ln new", "outputs", result.new),
        tr("%Ln flagged", "outputs", result.flagged) if result.flagged else "",
        tr("%Ln revised", "outputs", result.revised) if result.revised else "",
        tr("%Ln refused", "outputs", result.refused_count) if result.refused_count else "",
        tr("%Ln already known", "outputs", result.unchanged) if result.unchanged else "",
    ]
    told = ", ".join(part for part in parts if part) + "."
    stopped = tr("Stopped by you; what was read is kept.")
    return f"{told} {stopped}" if result.cancelled else told


def _pushed_words(results: list[PushResult]) -> str:
    if not results:
        return tr("Labels of this team are sent by its intake, not from here.")
    result = results[0]
    if result.is_elsewhere:
        return tr("Another program or machine sends labels there just now.")
    parts = [
        tr("%Ln delivered", "labels", result.delivered),
        tr("%Ln failed", "labels", result.failed) if result.failed else "",
        tr("%Ln in conflict", "labels", result.conflicts) if result.conflicts else "",
        tr("%Ln waiting", "labels", result.postponed) if result.postponed else "",
    ]
    told = DOT.join(part for part in parts if part) + "."
    return f"{told} {said(result.trouble)}" if result.trouble else told
