"""The composition root: the one module that wires a profile out of every layer."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from reviewer_app import __version__, allocation, log, settings
from reviewer_app.connectors import registry
from reviewer_app.connectors.files import open_file
from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.validation import FieldMapping, Limits
from reviewer_app.paths import Paths, resource
from reviewer_app.services.export import Export, LabelFilter
from reviewer_app.services.history import History, ImportResult
from reviewer_app.services.intake import Intake, PullResult
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Report, never, unreported
from reviewer_app.services.review import ReviewSession
from reviewer_app.settings import Settings, SourceSettings
from reviewer_app.store.store import Store

if TYPE_CHECKING:
    from reviewer_app.ui.ports import Settings as ShownSettings

SAMPLE_SOURCE = "sample"
SAMPLE_ITEMS = 400
SAMPLE_SEED = 7


class SourceUnknown(UsageError):
    """No configured source has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        told = f"The configured ones are {', '.join(known)}." if known else "None is configured."
        super().__init__(f"There is no source called “{name}”. {told}")


class FileUnnameable(UsageError):
    """A file's path is no text, so that no record could say where it was read."""

    def __init__(self, path: Path) -> None:
        shown = ascii(str(path))
        super().__init__(f"The path {shown} is not UTF-8 text. Rename it, and read it again.")


def now() -> datetime:
    """The time. Everything below is handed this clock."""
    return datetime.now(UTC)


def source_name(path: Path) -> str:
    """What a file's source is called unless somebody says otherwise: its name without endings."""
    return path.name.split(".")[0] or path.name


@dataclass(frozen=True)
class Profile:
    """An open profile: its store, its settings, and the services over them."""

    paths: Paths
    store: Store
    policies: Policies

    @cached_property
    def review(self) -> ReviewSession:
        """The person at the desk."""
        return ReviewSession(self.store, self.policies)

    @cached_property
    def intake(self) -> Intake:
        """What takes records in."""
        return Intake(self.store, self.policies)

    @cached_property
    def history(self) -> History:
        """What brings judgements in."""
        return History(self.store, self.policies)

    @cached_property
    def export(self) -> Export:
        """What writes labels."""
        return Export(self.store)

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return settings.load(self.paths.settings)

    @property
    def limits(self) -> Limits:
        """What one record may be at most."""
        return Limits(record=self.settings.record_limit_mb * 2**20)

    def save_settings(self, changed: Settings) -> None:
        """Keeps settings; a new name of the reviewer holds for past decisions too."""
        settings.save(self.paths.settings, changed)
        if changed.reviewer and changed.reviewer != self.review.me.name:
            self.review.rename_me(changed.reviewer)

    def file(self, path: Path, mapping: FieldMapping, name: str | None = None) -> Source:
        """A file to be read whole.

        Raises:
            FileUnnameable: its records could not be named after it.
        """
        if any("\ud800" <= character <= "\udfff" for character in str(path)):
            raise FileUnnameable(path)
        return open_file(path, mapping, self.limits, name or source_name(path))

    def source(self, name: str) -> Source:
        """A configured source.

        Raises:
            SourceUnknown: there is none of this name.
        """
        known = self.settings.sources
        if name not in known:
            raise SourceUnknown(name, sorted(known))
        return self.made(name, known[name])

    def made(self, name: str, configured: SourceSettings) -> Source:
        """The source that these settings describe."""
        return registry.source_from(configured.kind, name, configured.options, self.limits)

    def pull_file(
        self,
        path: Path,
        mapping: FieldMapping | None = None,
        name: str | None = None,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> PullResult:
        """Pulls a file whole. What it refuses can be tried again from there."""
        where = path.expanduser().absolute()
        origin = {"path": str(where), "map": dict(mapping or {}), "source": name}
        source = self.file(where, mapping or {}, name)
        return self.intake.pull(source, on_progress, cancelled, origin)

    def retry_refused(
        self, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> PullResult:
        """Reads every file and source again that had a record refused; what is fixed goes in.

        Raises:
            ReviewerError: a file is gone or unreadable; its refusals stay listed.
        """
        standing = self.intake.standing_refusals()
        origins = {
            (str(r.origin["path"]), r.origin.get("source")): r.origin
            for r in standing
            if "path" in r.origin
        }
        result = PullResult()
        for source in sorted({r.source for r in standing if "path" not in r.origin}):
            if source in self.settings.sources:
                opened = self.source(source)
                result = result + self.intake.pull(opened, on_progress, cancelled, anew=True)
        for (path, name), origin in sorted(origins.items(), key=str):
            fields = dict(origin.get("map", {}))
            result = result + self.pull_file(Path(path), fields, name, on_progress, cancelled)
        return result

    def pull_sample(
        self,
        items: int = SAMPLE_ITEMS,
        seed: int = SAMPLE_SEED,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> PullResult:
        """Puts the sample's policy in force and pulls the sample workload like any source."""
        from reviewer_app.connectors.sample.source import SampleSource  # noqa: PLC0415 - seldom needed

        self.policies.apply(resource("policies/sample.toml"))
        today = now().replace(minute=0, second=0, microsecond=0)
        source = SampleSource(until=today, seed=seed, items=items, name=SAMPLE_SOURCE)
        return self.intake.pull(source, on_progress, cancelled)

    @property
    def workspace(self) -> "Workspace":
        """The profile as the window sees it."""
        return Workspace(self)

    def close(self) -> None:
        """Gives back the database."""
        self.store.close()


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
        return self.profile.policies.in_force().text == _sample_policy()

    def save_settings(self, changed: "ShownSettings") -> None:
        """Keeps settings."""
        current = self.settings
        fields = ("reviewer", "theme", "content_size", "queue_visible")
        fresh = {name: getattr(changed, name) for name in fields}
        self.profile.save_settings(Settings.model_validate({**current.model_dump(), **fresh}))

    def pull_file(self, path: Path, on_progress: Report, cancelled: Cancelled) -> PullResult:
        """Pulls a file whole."""
        return self.profile.pull_file(path, on_progress=on_progress, cancelled=cancelled)

    def open_sample(self, on_progress: Report, cancelled: Cancelled) -> PullResult:
        """Pulls the sample workload into this profile."""
        return self.profile.pull_sample(on_progress=on_progress, cancelled=cancelled)

    def export_labels(
        self,
        path: Path,
        format: str,  # noqa: A002 - the window's word
        on_progress: Report,
        cancelled: Cancelled,
    ) -> int:
        """Writes the labels to a file."""
        return self.profile.export.write(path, format, LabelFilter(), on_progress, cancelled)

    def import_labels(self, path: Path, on_progress: Report, cancelled: Cancelled) -> ImportResult:
        """Brings in the judgements of a file."""
        source = self.profile.file(path, {})
        return self.profile.history.bring_in(source, None, on_progress, cancelled)


def open_profile(home: Path | None = None) -> Profile:
    """Opens a profile, made where it is new.

    Args:
        home: the folder that holds all of it; the platform's places where None.

    Raises:
        ReviewerError: it cannot be opened; nothing was changed.
    """
    allocation.give_back_large_blocks()
    paths = Paths.under(home) if home is not None else Paths.of_user()
    log.start(paths.log)
    chosen = settings.load(paths.settings)
    store = Store(paths.database, now, chosen.reviewer, platform.node() or "this machine")
    profile = Profile(paths, store, Policies(store, resource("policies/default.toml")))
    profile.intake.catch_up()
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

    return window.run(profile.workspace, show=item)


class WindowUnopenable(UsageError):
    """Libraries or the screen that the window needs are not on this machine."""


def _sample_policy() -> str:
    return resource("policies/sample.toml").read_text(encoding="utf-8")
