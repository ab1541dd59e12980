"""The composition root: opens a profile, and opens the window on it."""

import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from reviewer_app import __version__, allocation, log, settings
from reviewer_app.connections.configured import Connections
from reviewer_app.connections.schedule import Schedule
from reviewer_app.domain.errors import UsageError
from reviewer_app.paths import Paths, resource
from reviewer_app.profile import Profile
from reviewer_app.services.absence import Absence
from reviewer_app.services.assigning import Assigning
from reviewer_app.services.export import Exported
from reviewer_app.services.foresight import Foresight
from reviewer_app.services.history import ImportResult
from reviewer_app.services.intake import PullResult
from reviewer_app.services.overview import Overviews
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Report
from reviewer_app.services.reminders import Reminders
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.team.belonging import Belonging
from reviewer_app.services.team.watching import Watch
from reviewer_app.settings import Settings
from reviewer_app.store.store import Store

if TYPE_CHECKING:
    from reviewer_app.ui.ports import Settings as ShownSettings


SET_IN_WINDOW = (
    "reviewer",
    "theme",
    "content_size",
    "density",
    "language",
    "keys",
    "queue_visible",
    "views",
    "due_soon_minutes",
    "tell_assigned",
    "tell_outside",
    "quiet_hours",
    "quiet_from",
    "quiet_to",
)
"""The settings that the window saves; the file may hold others."""


class WindowUnopenable(UsageError):
    """Libraries or the screen that the window needs are not on this machine."""


def now() -> datetime:
    """The time. Everything below is handed this clock."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Workspace:
    """What the window asks of a profile."""

    profile: Profile
    version: str = __version__

    @property
    def review(self) -> ReviewSession:
        """The person at the desk."""
        return self.profile.review

    @property
    def reminders(self) -> Reminders:
        """What looks what a person is to be reminded of."""
        return self.profile.reminders

    @property
    def assigning(self) -> Assigning:
        """What hands items over."""
        return self.profile.assigning

    @property
    def absence(self) -> Absence:
        """What keeps who is away."""
        belonging = self.belonging
        return Absence(self.profile.store, lambda person, until: belonging.set_away(until, person))

    @property
    def foresight(self) -> Foresight:
        """What looks ahead before items are handed over."""
        return self.profile.foresight

    @property
    def overviews(self) -> Overviews:
        """What shows whoever leads how the team stands."""
        return self.profile.overviews

    @property
    def belonging(self) -> Belonging:
        """This person's place in a team."""
        profile = self.profile
        return Belonging(
            profile.store, profile.access, profile.membership, profile.rounds, profile.checkouts
        )

    @property
    def watch(self) -> Watch:
        """What keeps this machine in step with the team's hub."""
        return self.profile.watch

    @property
    def connections(self) -> Connections:
        """What the profile is connected to."""
        return self.profile.connections

    @property
    def schedule(self) -> Schedule:
        """What gives connections their turns."""
        return self.profile.schedule

    @property
    def is_offline(self) -> bool:
        """Whether the network is never touched."""
        return self.profile.is_offline

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return self.profile.settings

    @property
    def folder(self) -> Path:
        """Where the window keeps its own state."""
        return self.profile.paths.config

    @property
    def is_sample(self) -> bool:
        """Whether the sample's policy is the one in force."""
        return self.profile.is_sample

    def save_settings(self, changed: "ShownSettings") -> None:
        """Keeps settings."""
        current = self.settings
        fresh = {name: getattr(changed, name) for name in SET_IN_WINDOW}
        self.profile.save_settings(Settings.model_validate({**current.model_dump(), **fresh}))

    def pull_file(self, path: Path, on_progress: Report, cancelled: Cancelled) -> PullResult:
        """Pulls a file whole."""
        return self.profile.feeds.pull_file(path, on_progress=on_progress, cancelled=cancelled)

    def open_sample(self, on_progress: Report, cancelled: Cancelled) -> PullResult:
        """Pulls the sample workload into this profile."""
        return self.profile.pull_sample(on_progress=on_progress, cancelled=cancelled)

    def export_labels(
        self,
        path: Path,
        format: str,  # noqa: A002 - the window's word
        on_progress: Report,
        cancelled: Cancelled,
    ) -> Exported:
        """Writes the labels to a file or a folder."""
        return self.profile.export.write(path, format, None, on_progress, cancelled)

    def import_labels(self, path: Path, on_progress: Report, cancelled: Cancelled) -> ImportResult:
        """Brings in the judgements of a file."""
        return self.profile.feeds.import_file(path, on_progress=on_progress, cancelled=cancelled)


def open_profile(home: Path | None = None, *, is_offline: bool = False) -> Profile:
    """Opens a profile, made where it is new.

    Args:
        home: the folder that holds all of it; the platform's places where None.
        is_offline: whether the network is never touched, neither the hub nor a platform.

    Raises:
        ReviewerError: it cannot be opened; nothing was changed.
    """
    allocation.give_back_large_blocks()
    return _opened(Paths.under(home) if home is not None else Paths.of_user(), is_offline)


def _opened(paths: Paths, is_offline: bool) -> Profile:  # noqa: FBT001 - handed on as it is
    log.start(paths.log)
    chosen = settings.load(paths.settings)
    store = Store(paths.database, now, chosen.reviewer, platform.node() or "this machine")
    try:
        policies = Policies(store, resource("policies/default.toml"))
        profile = Profile(paths, store, policies, is_offline)
        profile.intake.catch_up()
        profile.erasing.finish_soon()
    except Exception:
        store.close()
        raise
    return profile


def show(profile: Profile, item: UUID | None = None) -> int:
    """Opens the window on a profile; gives the exit code.

    The window is imported here alone, so that the rest runs where Qt cannot.
    """
    from reviewer_app.ui import libraries  # noqa: PLC0415 - see above

    missing = libraries.missing()
    why = libraries.sentence(missing) if missing else libraries.screen_sentence()
    if why is not None:
        raise WindowUnopenable(why)
    from reviewer_app.ui import window  # noqa: PLC0415 - imports Qt

    opened, ended = profile, window.run(Workspace(profile), show=item)
    while ended.greeting is not None:
        opened.close()
        # who joined a team goes on as another device
        opened = _opened(profile.paths, profile.is_offline)
        ended = window.run(Workspace(opened), greeting=ended.greeting)
    if opened is not profile:
        opened.close()
    return ended.code
