"""Where things are: a profile's folders, and the resources that ship with the program."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one profile."""

    config: Path
    data: Path
    log: Path
    cache: Path

    @classmethod
    def under(cls, home: Path) -> "Paths":
        """Everything under one folder."""
        root = home.expanduser().absolute()
        return cls(root / "config", root / "data", root / "log", root / "cache")

    @classmethod
    def of_user(cls) -> "Paths":
        """Where this platform keeps such things for the user."""
        dirs = PlatformDirs("reviewer-app", appauthor=False)
        return cls(
            Path(dirs.user_config_dir),
            Path(dirs.user_data_dir),
            Path(dirs.user_log_dir),
            Path(dirs.user_cache_dir),
        )

    @property
    def database(self) -> Path:
        """The profile's database."""
        return self.data / "reviewer.db"

    @property
    def settings(self) -> Path:
        """The profile's settings."""
        return self.config / "settings.toml"


def resource(name: str) -> Path:
    """A file or folder that ships with the program, such as `policies/default.toml`.

    In an installed wheel the resources lie inside the package; in a checkout beside it.
    """
    package = Path(str(files("reviewer_app")))
    inside = package / "resources" / name
    return inside if inside.exists() else package.parent / "resources" / name
