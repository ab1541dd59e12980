"""The secrets of connections: typed once, kept in the keyring, handed to connectors alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.connectors.protocols import Option
from reviewer_app.services.team.access import Secrets


@dataclass(frozen=True)
class SecretOptions:
    """Where the secrets of connections are kept, each under its connection and option."""

    secrets: Secrets

    def filled(
        self, name: str, options: Mapping[str, str], known: Mapping[str, Option]
    ) -> dict[str, str]:
        """The options with the secrets of this connection among them, as far as there are any."""
        found = {
            option: self.secrets.read(_place(name, option))
            for option, meaning in known.items()
            if meaning.is_secret and option not in options
        }
        return {**options, **{option: secret for option, secret in found.items() if secret}}

    def keep(self, name: str, given: Mapping[str, str]) -> None:
        """Keeps secrets by their options.

        Raises:
            KeyringUnusable: this machine keeps none; nothing was written anywhere.
        """
        for option, secret in given.items():
            self.secrets.keep(_place(name, option), secret)

    def has(self, name: str, option: str) -> bool:
        """Whether there is one."""
        return bool(self.secrets.read(_place(name, option)))

    def forget(self, name: str, known: Mapping[str, Option]) -> None:
        """Takes a connection's secrets out of the keyring."""
        for option, meaning in known.items():
            if meaning.is_secret:
                self.secrets.forget(_place(name, option))


def _place(name: str, option: str) -> str:
    return f"{name}/{option}"
