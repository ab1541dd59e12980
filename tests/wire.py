"""A way to a server that breaks as networks do: for tests of what survives it.

What can go wrong on a TCP connection is made here: it is slow, it ends in the middle of a message
in either direction, an answer is lost after the server has acted, the other side is silent for ever
(half-open), nobody answers at all. What TCP itself excludes is made by the caller instead:
duplicates and reordering never happen within a connection, but whole rounds are repeated, and run
in another order, by asking the same clients again.
"""

import select
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from tests.postgres import with_port

PIECE = 1 << 16
RESET = struct.pack("ii", 1, 0)
"""With this linger, closing sends a reset: the other side learns of it at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to each connection: nothing, unless something is given.

    Args:
        cut_up_after: bytes from the client that arrive, before the connection is torn.
        cut_down_after: bytes from the server that arrive. The server has acted on what it answers,
            so this is also "it was committed and the answer was lost".
        delay: seconds that every piece takes longer, both ways.
        silent_after: bytes from the server that arrive, before everything is swallowed both ways
            and nobody is told: half-open.
    """

    cut_up_after: int | None = None
    cut_down_after: int | None = None
    delay: float = 0.0
    silent_after: int | None = None


SOUND = Fault()


class Wire:
    """Passes connections on to a server; `fault` is what happens to those made from now on."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 5432)
        self.fault = SOUND
        self.up = 0
        self.down = 0
        self._ended = threading.Event()
        self._live: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._door: socket.socket | None = None
        self._port = 0
        self.open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def url(self, url: str) -> str:
        """The same login and database, by this way."""
        return with_port(url, self._port)

    @contextmanager
    def broken(self, fault: Fault) -> Iterator[Self]:
        """While this lasts, new connections have a fault."""
        self.fault = fault
        try:
            yield self
        finally:
            self.fault = SOUND

    def measured(self) -> "Measure":
        """Counts what goes over the wire from now on."""
        return Measure(self, self.up, self.down)

    def open(self) -> None:
        """Takes connections, at the same port as ever."""
        door = socket.create_server(("127.0.0.1", self._port))
        self._port = door.getsockname()[1]
        self._door = door
        self._ended = threading.Event()
        self._begin(self._accept, door, self._ended)

    def shut(self) -> None:
        """Tears every connection and refuses new ones, until `open`."""
        self._ended.set()
        if self._door is not None:
            self._door.close()
            self._door = None
        self.tear()
        for thread in self._threads:
            thread.join(10)
        self._threads.clear()

    def tear(self) -> None:
        """Tears the connections that are live; new ones are taken."""
        with self._lock:
            live, self._live = self._live, set()
        for end in live:
            _reset(end)

    close = shut

    def _begin(self, work, *args) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, door: socket.socket, ended: threading.Event) -> None:
        while not ended.is_set():
            try:
                readable, _, _ = select.select([door], [], [], 0.1)
                if not readable:
                    continue
                client, _ = door.accept()
            except (OSError, ValueError):
                return  # the door was closed meanwhile
            try:
                server = socket.create_connection(self._target)
            except OSError:
                _reset(client)
                continue
            with self._lock:
                self._live |= {client, server}
            self._begin(self._carry, client, server, self.fault, ended)

    def _carry(self, client, server, fault: Fault, ended: threading.Event) -> None:
        course = _Course(fault)
        try:
            while not ended.is_set() and not course.is_over:
                for end in select.select([client, server], [], [], 0.1)[0]:
                    is_up = end is client
                    allowed = course.passed(end.recv(PIECE), is_up=is_up)
                    ended.wait(fault.delay)
                    (server if is_up else client).sendall(allowed)
                    self.up += len(allowed) if is_up else 0
                    self.down += 0 if is_up else len(allowed)
        except (OSError, ValueError):
            return  # one of the two ends went away, and so the other is told below
        finally:
            with self._lock:
                self._live -= {client, server}
            for end in (client, server):
                _reset(end)


class _Course:
    """One connection on its way to its fault."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault
        self._up = self._down = 0
        self._is_silent = False
        self.is_over = False

    def passed(self, piece: bytes, *, is_up: bool) -> bytes:
        """What of a piece goes on to the other side."""
        self.is_over = not piece
        if self._is_silent:
            return b""
        before = self._up if is_up else self._down
        self._up += len(piece) if is_up else 0
        self._down += 0 if is_up else len(piece)
        cut, silent = self._limits(is_up=is_up)
        if silent is not None and before + len(piece) > silent:
            self._is_silent = True
            return piece[: max(0, silent - before)]
        if cut is not None and before + len(piece) > cut:
            self.is_over = True
            return piece[: max(0, cut - before)]
        return piece

    def _limits(self, *, is_up: bool) -> tuple[int | None, int | None]:
        if is_up:
            return self._fault.cut_up_after, None
        return self._fault.cut_down_after, self._fault.silent_after


@dataclass(frozen=True, slots=True)
class Measure:
    """How much went over a wire since it was asked for."""

    wire: Wire
    before_up: int
    before_down: int

    @property
    def up(self) -> int:
        """Bytes to the server."""
        return self.wire.up - self.before_up

    @property
    def down(self) -> int:
        """Bytes from the server."""
        return self.wire.down - self.before_down


def _reset(end: socket.socket) -> None:
    try:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    except OSError:
        return  # closed already
    end.close()
