"""What the commands of one run share: the profile, opened when it is first needed."""

from functools import cached_property
from pathlib import Path

from reviewer_app.app import open_profile
from reviewer_app.paths import Paths
from reviewer_app.profile import Profile


class Session:
    """One run of the command line."""

    def __init__(self, home: Path | None, *, is_offline: bool = False) -> None:
        self.home, self.is_offline = home, is_offline

    @cached_property
    def profile(self) -> Profile:
        """The profile."""
        return open_profile(self.home, is_offline=self.is_offline)

    @property
    def paths(self) -> Paths:
        """The profile's folders, without opening it."""
        return Paths.under(self.home) if self.home is not None else Paths.of_user()

    def close(self) -> None:
        """Gives back the database, if it was opened."""
        if "profile" in self.__dict__:
            self.profile.close()
