"""The end of a call: it comes however steadily the other side keeps the call alive."""

import socket
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import Any

import httpx2

_CONNECTED = (".connect_tcp.complete", ".start_tls.complete")
_KEPT = 4
"""Connections that are remembered; a client whose calls follow each other uses the latest."""


class Deadline:
    """Cuts the connections of one client once a call has lasted too long.

    The library's own timeouts begin anew with every byte: heads, packed nothing, or news that the
    call goes on can keep a reader waiting for ever.
    """

    def __init__(self) -> None:
        """Nothing is connected yet."""
        self._streams: deque[Any] = deque(maxlen=_KEPT)
        self._passed = Event()

    def note(self, event: str, told: Mapping[str, Any]) -> None:
        """Remembers what was connected; to be the `trace` of each call."""
        if event.endswith(_CONNECTED):
            self._streams.append(told["return_value"])
            if self._passed.is_set():
                self._cut()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Ends the call that is made meanwhile after so many seconds.

        Raises:
            ReadTimeout: it was ended.
        """
        self._passed.clear()
        timer = Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (httpx2.HTTPError, OSError) as cause:
            if self._passed.is_set():
                raise httpx2.ReadTimeout("") from cause
            raise
        finally:
            timer.cancel()
            timer.join()
        if self._passed.is_set():
            raise httpx2.ReadTimeout("")  # a body without a length looks whole where it was cut

    def _end(self) -> None:
        self._passed.set()
        self._cut()

    def _cut(self) -> None:
        for stream in tuple(self._streams):
            found = stream.get_extra_info("socket")
            if isinstance(found, socket.socket):
                with suppress(OSError):  # it was closed before
                    # a reader in another thread wakes only by this, and TLS is still its own
                    socket.socket.shutdown(found, socket.SHUT_RDWR)
