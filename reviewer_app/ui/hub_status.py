"""The exchange with the team's hub beside the window: started, shown, asked for, ended."""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer_app.domain.sentences import Sentence
from reviewer_app.services.team.belonging import Belonging
from reviewer_app.services.team.results import RoundResult, Standing
from reviewer_app.services.team.watching import Watch
from reviewer_app.ui.errors import BUG, said
from reviewer_app.ui.hub_words import Exchange, held_up
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.message_bar import Message

log = logging.getLogger("reviewer.sync")

ENDS_WITHIN_SECONDS = 2.0
"""How long a window that closes waits for the exchange; what is under way is repeated later."""

APPEARS_AFTER_MS = 400
"""A round that is done sooner shows nothing of itself, so that the line does not flicker."""

AFTER_A_FAULT_SECONDS = 60.0


class HubStatus(QObject):
    """Rounds in a thread of their own while this profile belongs to a team.

    `changed` follows how the exchange stands, `exchanged` a round that is over, `message` what
    somebody should know of it.
    """

    changed = Signal()
    exchanged = Signal(object)
    message = Signal(object)
    _stepped = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, belonging: Belonging, watch: Callable[[], Watch], jobs: Jobs) -> None:
        super().__init__()
        self._belonging, self._watch, self._jobs = belonging, watch, jobs
        self.exchange = Exchange()
        self._moved: tuple[int, int] | None = None
        self._told: frozenset[str] = frozenset()
        self._run: _Run | None = None
        self._is_asked = self._is_closed = False
        self._appearing = QTimer(self)
        self._appearing.setSingleShot(True)
        self._appearing.setInterval(APPEARS_AFTER_MS)
        self._appearing.timeout.connect(self._show_moved)
        self._stepped.connect(self._step)
        self._ended.connect(self._end)

    @property
    def is_member(self) -> bool:
        """Whether this profile belongs to a team."""
        return self.exchange.standing.is_member

    def begin(self) -> None:
        """Asks whether there is a team, and exchanges with its hub from then on."""
        self._jobs.read(self._belonging.standing, self._begin)

    def exchange_now(self) -> None:
        """Asks for a round at once; what came of it is said."""
        if not self.is_member or self._is_closed:
            return
        self._is_asked = True
        if self.exchange.is_offline:
            self._start()  # the one that runs waits longer each time
        else:
            self._watch().nudge()

    def look(self) -> None:
        """Something was done here: what waits to be sent may be another number."""
        if self.is_member:
            self._jobs.read(self._belonging.standing, self._take)

    def close(self) -> None:
        """Ends the exchange; what was under way is repeated the next time."""
        self._is_closed = True
        self._appearing.stop()
        if self._run is not None:
            self._run.end()
            self._run.thread.join(ENDS_WITHIN_SECONDS)

    def _begin(self, outcome: Ok[Standing] | Err) -> None:
        self._take(outcome)
        if self.is_member and not self._is_closed:
            self._start()

    def _take(self, outcome: Ok[Standing] | Err) -> None:
        if isinstance(outcome, Ok):
            self._become(replace(self.exchange, standing=outcome.value))

    def _start(self) -> None:
        former = self._run
        if former is not None:
            former.end()
        self._run = _Run(self._watch(), self, former.thread if former else None)
        self._run.thread.start()

    def tell_step(self, up: int, down: int) -> None:
        """What a round calls, on its own thread, while it goes on."""
        self._stepped.emit((up, down))

    def tell_end(self, result: RoundResult, standing: Standing | None) -> None:
        """What a round comes to, told on its own thread; None where the last standing holds."""
        self._ended.emit(result, standing)

    def standing(self) -> Standing:
        """How this machine stands with its hub; asked beside the window's thread."""
        return self._belonging.standing()

    def _step(self, moved: tuple[int, int]) -> None:
        self._moved = moved
        if self.exchange.moved is not None:
            self._show_moved()
        elif not self._appearing.isActive():
            self._appearing.start()

    def _show_moved(self) -> None:
        self._become(replace(self.exchange, moved=self._moved))

    def _end(self, result: RoundResult, standing: Standing | None) -> None:
        self._appearing.stop()
        self._moved = None
        known = standing or self.exchange.standing
        self._become(Exchange(known, not result.reachable, None, result.notes, result.is_denied))
        self._say(result)
        self.exchanged.emit(result)

    def _say(self, result: RoundResult) -> None:
        """What is new of what a round says; the status line says who holds the hub up."""
        notes = {_kind(note): note for note in result.notes if held_up((note,)) is None}
        for kind, note in notes.items():
            if kind not in self._told:
                self.message.emit(Message(said(note), "info", f"hub-{kind}", stays=True))
        self._told = frozenset(notes)
        if self._is_asked:
            self._is_asked = False
            self.message.emit(_answer(result))

    def _become(self, exchange: Exchange) -> None:
        if exchange != self.exchange:
            self.exchange = exchange
            self.changed.emit()


class _Run:
    """One thread of rounds, from its start to its end."""

    def __init__(self, watch: Watch, status: HubStatus, former: Thread | None) -> None:
        self._watch, self._status, self._former = watch, status, former
        self._stop = Event()
        self._lock = threading.Lock()
        self.thread = Thread(target=self._go_on, name="hub", daemon=True)

    def end(self) -> None:
        """Nothing more is told from now on, and no round begins."""
        self._stop.set()
        with self._lock:
            return

    def _go_on(self) -> None:
        if self._former is not None:
            self._former.join()
        while not self._stop.is_set():
            try:
                self._watch.run(self._stop, self._tell, self._step)
            except Exception:
                log.exception("the exchange with the hub failed that should not have")
                self._tell_fault()
                self._stop.wait(AFTER_A_FAULT_SECONDS)

    def _tell_fault(self) -> None:
        with self._lock:
            if not self._stop.is_set():
                self._status.tell_end(RoundResult(reachable=False, trouble=Sentence(BUG, {})), None)

    def _step(self, up: int, down: int) -> None:
        with self._lock:
            if not self._stop.is_set():
                self._status.tell_step(up, down)

    def _tell(self, result: RoundResult) -> None:
        if self._stop.is_set():
            return
        standing = self._status.standing()
        with self._lock:
            if not self._stop.is_set():
                self._status.tell_end(result, standing)


def _answer(result: RoundResult) -> Message:
    """What came of a round that somebody asked for."""
    if not result.reachable:
        return Message(said(result.trouble), "warn", "exchange")
    words = tr("%Ln sent", "facts", result.up) + ", " + tr("%Ln received", "facts", result.down)
    if not result.up and not result.down:
        words = tr("both sides have the same")
    return Message(tr("Exchanged with the team hub: {words}.", words=words), "info", "exchange")


def _kind(note: str) -> str:
    """What a sentence is about, whatever its figures are."""
    return getattr(note, "template", note)
