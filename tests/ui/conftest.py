"""A window on a real profile, and a person with a keyboard in front of it."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from reviewer_app.app import Workspace
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.profile import Profile
from reviewer_app.services.assigning import Assigning
from reviewer_app.services.review import ReviewSession
from reviewer_app.ui.language import ENGLISH, speak
from reviewer_app.ui.main_window import MainWindow
from reviewer_app.ui.theme.scheme import Theme
from tests.factory import NOON, Clock, incoming, open_profile, pull

POLICY = """
name = "everything waits"
[defaults]
mode = "human"

[workflow.support.step.reply]
error_types = ["wrong fact", "tone"]
"""

WAIT_MS = 8_000


class DiskFull(ReviewerError):
    """What the world does to a test."""

    def __init__(self) -> None:
        super().__init__("The disk is full. Free some space and decide again.")


class FragileSession(ReviewSession):
    """A real session whose disk can be filled."""

    is_full = False

    def decide(self, act):
        if self.is_full:
            raise DiskFull
        return super().decide(act)


@dataclass(frozen=True)
class FragileWorkspace(Workspace):
    """A workspace over such a session."""

    session: ReviewSession = field(kw_only=True)

    @property
    def review(self):
        return self.session

    @property
    def assigning(self):
        return Assigning(self.profile.store, self.session)


@dataclass
class Person:
    """Presses keys on whatever has the keyboard, and looks."""

    window: MainWindow
    qtbot: object

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def type(self, text: str):
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def wait(self, is_so: Callable[[], bool]):
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=WAIT_MS)

    def sees(self) -> str | None:
        """The external id of what is painted."""
        desk = self.window.page.desk
        return desk.item.external_id if desk else None

    def waits_for(self, external_id: str):
        self.wait(lambda: self.sees() == external_id)

    def waits_until_saved(self):
        self.wait(lambda: self.window.desk.decisions.pending == 0)

    def listed(self) -> int:
        return self.window.queue.model.rowCount()


def delete_at_last(application: QApplication):
    """Deletes what waits for it now: the next test's windows would be styled along with it."""
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def english(qapp) -> None:
    """Whatever the machine speaks, and whatever a test before has spoken."""
    speak(qapp, ENGLISH)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON)


@pytest.fixture
def opened_profiles() -> Iterator[ExitStack]:
    """Closes every profile of a test after its windows, which still write when they close."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def profile(tmp_path: Path, clock: Clock, opened_profiles: ExitStack) -> Profile:
    """Six items wait for a person, each pulled a minute after the one before."""
    made = open_profile(tmp_path / "profile", POLICY, clock)
    for n in range(1, 7):
        pull(made, *(incoming(k) for k in range(1, n + 1)))
        clock.advance(minutes=1)
    opened_profiles.callback(made.close)
    return made


@pytest.fixture
def empty_profile(tmp_path: Path, clock: Clock, opened_profiles: ExitStack) -> Profile:
    made = open_profile(tmp_path / "empty", POLICY, clock)
    opened_profiles.callback(made.close)
    return made


@pytest.fixture
def open_window(
    qtbot,
    qapp,
    clock,
    opened_profiles: ExitStack,  # noqa: ARG001 - to be closed after windows
) -> Iterator[Callable[[Profile], Person]]:
    """Opens windows, and closes them before the profile goes."""
    opened: list[MainWindow] = []

    def make(profile: Profile, size: tuple[int, int] = (1440, 900)) -> Person:
        theme = Theme(qapp)
        theme.apply("light")
        session = FragileSession(profile.store, profile.policies)
        workspace = FragileWorkspace(profile, session=session)
        window = MainWindow(workspace, theme, clock=clock)
        window.resize(*size)
        opened.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
        window.begin()
        qtbot.waitUntil(lambda: window.relay.is_started, timeout=WAIT_MS)
        return Person(window, qtbot)

    yield make
    for window in opened:
        window.close()
        window.deleteLater()
    qapp.processEvents()
    delete_at_last(qapp)


@pytest.fixture
def person(open_window, profile) -> Person:
    """At the desk, the first of six items painted."""
    made = open_window(profile)
    made.waits_for("out-1")
    return made


@pytest.fixture
def benchmark_seconds() -> Callable[[Callable[[], object]], float]:
    """How long something takes, in seconds."""

    def measure(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return measure
