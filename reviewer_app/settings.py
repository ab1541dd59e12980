"""What a person set: one frozen record, kept as a TOML file that keeps its comments."""

import getpass
import os
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import tomlkit
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.queue import Sort
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Risk, Status


class Theme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Density(StrEnum):
    """How much room the window leaves around its lines."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


def _by_action(value: object) -> object:
    """Keys by action, however the file writes them: `review.approve = "Y"` or `["Y", "Ctrl+Y"]`."""
    return dict(_flat(value)) if isinstance(value, Mapping) else value


def _flat(table: Mapping[Any, object], before: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            values = value if isinstance(value, (list, tuple)) else (value,)
            yield f"{before}{name}", tuple(str(key) for key in values)


Keys = Annotated[dict[str, tuple[str, ...]], BeforeValidator(_by_action)]
"""The keys that a person gave to actions, by the action's id; none at all takes its keys away."""

TimeOfDay = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""An hour and a minute of the local clock: "18:30"."""


class ConnectionSettings(BaseModel):
    """What is connected: its connector, what that needs without secrets, and how often it works.

    `every_minutes` is 0 where it works when asked alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    options: dict[str, str] = {}
    every_minutes: float = Field(default=5.0, ge=0, le=43_200)
    is_paused: bool = False


class SourceSettings(ConnectionSettings):
    """A configured source.

    `sends_labels` says that the labels of its items go back there. `most` bounds a pull: it ends
    at the first place behind so many records from which the next one can go on.
    """

    sends_labels: bool = False
    most: int | None = Field(default=None, ge=1)


class SinkSettings(ConnectionSettings):
    """A configured sink; `takes` names the sources whose labels go there, all where it is empty."""

    takes: tuple[str, ...] = ()


class SavedView(BaseModel):
    """A list of the queue that a person keeps under a name. Empty fields do not restrict."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, max_length=60)
    view: Literal["queue", "escalated", "disputed", "decided", "all"] = "queue"
    search: str = Field(default="", max_length=2_000)
    status: Status | Literal[""] = ""
    workflow: str = ""
    risk: Risk | Literal[""] = ""
    whose: Literal["", "me_or_nobody", "me", "nobody", "anyone"] = ""
    sort: Sort | Literal[""] = ""


class Settings(BaseModel):
    """Everything that can be set. Names are the keys of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reviewer: str = Field(default="", max_length=200)
    theme: Theme = Theme.SYSTEM
    content_size: int = Field(default=0, ge=-2, le=8)
    density: Density = Density.COMFORTABLE
    language: str = Field(default="system", pattern=r"^[A-Za-z_]{2,16}$")
    keys: Keys = {}
    queue_visible: bool = True
    due_soon_minutes: int = Field(default=30, ge=0, le=10_080)
    tell_assigned: bool = True
    tell_outside: bool = True
    quiet_hours: bool = False
    quiet_from: TimeOfDay = "18:00"
    quiet_to: TimeOfDay = "08:00"
    hub_storage_mb: int = Field(default=2_048, ge=50, le=1_048_576)
    record_limit_mb: int = Field(default=32, ge=1, le=1024)
    views: tuple[SavedView, ...] = ()
    sources: dict[str, SourceSettings] = {}
    sinks: dict[str, SinkSettings] = {}


class SettingsUnreadable(UsageError):
    """The file is not what it should be; it was left as it is."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            sentence(
                "The settings in {path} cannot be used: {why}. Correct the file, or move it away "
                "to start with the defaults.",
                path=path,
                why=why,
            )
        )


def load(path: Path) -> Settings:
    """The settings of a file; the defaults where there is none.

    Raises:
        SettingsUnreadable: the file is not valid.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(reviewer=user_name())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsUnreadable(path, str(error)) from error
    try:
        return Settings.model_validate({"reviewer": user_name(), **values})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SettingsUnreadable(path, f"{where}: {first['msg'].lower()}") from error


def save(path: Path, settings: Settings) -> None:
    """Writes the settings; comments and order of the file stay.

    Raises:
        SettingsUnreadable: the file cannot be written.
    """
    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else None
        document = document if document is not None else tomlkit.document()
        _merge(document, settings.model_dump(mode="json", exclude_none=True))
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, tomlkit.dumps(document))
    except OSError as error:
        raise SettingsUnreadable(path, error.strerror or str(error)) from error


def user_name() -> str:
    """The operating system's user, who is the reviewer until another name is set."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"


def _merge(document: Any, values: dict[str, Any]) -> None:  # noqa: ANN401 - tomlkit's own container
    for key in [k for k in document if k not in values]:
        del document[key]
    for key, value in values.items():
        if isinstance(value, dict) and key in document:
            _merge(document[key], value)
        elif key not in document or document[key] != value:
            document[key] = value


def _replace(path: Path, text: str) -> None:
    """Writes beside the file, then takes its place: a crash leaves the one or the other."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    fresh = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
