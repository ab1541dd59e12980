"""What the window asks of the program above it: an open profile, and what a person set."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol, Self

from reviewer_app.connections.configured import Connections
from reviewer_app.connections.schedule import Schedule
from reviewer_app.services.absence import Absence
from reviewer_app.services.assigning import Assigning
from reviewer_app.services.export import Exported
from reviewer_app.services.foresight import Foresight
from reviewer_app.services.history import ImportResult
from reviewer_app.services.intake import PullResult
from reviewer_app.services.overview import Overviews
from reviewer_app.services.progress import Cancelled, Report
from reviewer_app.services.reminders import Reminders
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.team.belonging import Belonging
from reviewer_app.services.team.watching import Watch
from reviewer_app.settings import SavedView


class Settings(Protocol):
    """What a person can set in the window. A changed copy is saved, never the value itself."""

    @property
    def reviewer(self) -> str:
        """The name beside this person's decisions."""

    @property
    def theme(self) -> str:
        """`system`, or the name of a theme."""

    @property
    def content_size(self) -> int:
        """What is added to the size of content, in pixels."""

    @property
    def density(self) -> str:
        """`comfortable` or `compact`."""

    @property
    def language(self) -> str:
        """`system`, or the code of a language."""

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys that the person gave to actions, by the action's id."""

    @property
    def queue_visible(self) -> bool:
        """Whether the queue stands beside the desk."""

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The lists that the person keeps under names of their own, in their order."""

    @property
    def due_soon_minutes(self) -> int:
        """How long before its due time an item is announced; 0 for never."""

    @property
    def tell_assigned(self) -> bool:
        """Whether items that somebody gives to this person are announced."""

    @property
    def tell_outside(self) -> bool:
        """Whether the system shows what is announced while the window is not in front."""

    @property
    def quiet_hours(self) -> bool:
        """Whether nothing is announced between `quiet_from` and `quiet_to`."""

    @property
    def quiet_from(self) -> str:
        """When quiet hours begin, as the local clock shows it: "18:00"."""

    @property
    def quiet_to(self) -> str:
        """When quiet hours end; earlier than their beginning, on the next day."""

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """A copy with some of it changed."""


class Workspace(Protocol):
    """A profile that is open: its review session, its settings, and what moves data in and out."""

    @property
    def review(self) -> ReviewSession:
        """The person at the desk."""

    @property
    def reminders(self) -> Reminders:
        """What looks what a person is to be reminded of."""

    @property
    def assigning(self) -> Assigning:
        """What hands items over."""

    @property
    def absence(self) -> Absence:
        """What keeps who is away."""

    @property
    def foresight(self) -> Foresight:
        """What looks ahead before items are handed over."""

    @property
    def overviews(self) -> Overviews:
        """What shows whoever leads how the team stands."""

    @property
    def belonging(self) -> Belonging:
        """This person's place in a team."""

    @property
    def watch(self) -> Watch:
        """What keeps this machine in step with the team's hub."""

    @property
    def connections(self) -> Connections:
        """What this profile is connected to."""

    @property
    def schedule(self) -> Schedule:
        """What gives connections their turns."""

    @property
    def is_offline(self) -> bool:
        """Whether the network is never touched."""

    @property
    def settings(self) -> Settings:
        """What is set now, read from the disk."""

    @property
    def folder(self) -> Path:
        """Where the window keeps its own state."""

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample workload."""

    @property
    def version(self) -> str:
        """The program's version."""

    def save_settings(self, changed: Settings) -> None:
        """Keeps settings."""

    def pull_file(self, path: Path, on_progress: Report, cancelled: Cancelled) -> PullResult:
        """Pulls a file whole."""

    def open_sample(self, on_progress: Report, cancelled: Cancelled) -> PullResult:
        """Pulls the sample workload into this profile."""

    def export_labels(
        self,
        path: Path,
        format: str,  # noqa: A002 - the word of the command line too
        on_progress: Report,
        cancelled: Cancelled,
    ) -> Exported:
        """Writes the labels to a file or a folder."""

    def import_labels(self, path: Path, on_progress: Report, cancelled: Cancelled) -> ImportResult:
        """Brings in the judgements of a file."""
