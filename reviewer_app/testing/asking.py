"""What both contracts share: a test that was told too little, options, secrets, open files."""

# ruff: noqa: S101 - assertions are what these are for

import gc
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from reviewer_app.connectors.protocols import Option

SECONDS = 10.0
"""How long a connection may take to be gone once it was closed."""

_OPEN = Path("/proc/self/fd")


def not_told(method: str) -> NoReturn:
    """Skips a test that cannot run, and says what it lacks."""
    skip(f"{method}() is not overridden")


def skip(why: str) -> NoReturn:
    """Skips a test."""
    import pytest  # noqa: PLC0415 - who has no pytest may import a contract all the same

    pytest.skip(why)


def check_options(options: Mapping[str, Option]) -> None:
    """Options are told in words that a form can show."""
    for name, option in options.items():
        assert name.isidentifier(), f"{name} cannot be typed as NAME=VALUE"
        assert option.about, f"{name} says nothing"
        assert not option.about.endswith("."), f"the words for {name} end in a full stop"
        is_shown = not (option.is_secret and option.example)
        assert is_shown, f"{name} is a secret and has an example that could be taken for one"
    if "url" in options:
        assert "plain" in options, "an address can be called without TLS where a person says so"


def check_hidden(secrets: Sequence[str], *shown: object) -> None:
    """No secret is in what is shown of something: its words, and those of its error's causes."""
    for thing in shown:
        for text in _texts(thing):
            for secret in secrets:
                assert secret not in text, f"{type(thing).__name__} shows a secret"


def _texts(thing: object) -> Iterator[str]:
    seen: list[object] = []
    while thing is not None:
        assert thing not in seen, "an error is among its own causes"
        seen.append(thing)
        yield f"{thing!r} {thing!s}"
        thing = thing.__cause__ if isinstance(thing, BaseException) else None


@contextmanager
def nothing_left_open() -> Iterator[None]:
    """What is opened within is closed at its end, without the collector having to do it."""
    gc.collect()
    before = _opened()
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", ResourceWarning)
        yield
        gc.collect()
    left = [str(warning.message) for warning in told if warning.category is ResourceWarning]
    assert not left, f"not closed: {left}"
    wait_until(lambda: _opened() <= before, "files or connections are still open")


def wait_until(is_so: Callable[[], bool], otherwise: str) -> None:
    """Waits for what happens in another thread or process."""
    ends = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < ends, otherwise
        time.sleep(0.01)


def _opened() -> int:
    """How many files and connections this process has open, where the system says so."""
    return sum(1 for _ in _OPEN.iterdir()) if _OPEN.exists() else 0


def value_of(thing: object, name: str) -> Any:  # noqa: ANN401 - whatever is there
    """A member that a connector's class has, or None."""
    return getattr(type(thing), name, None)
