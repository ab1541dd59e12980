"""The secrets of connections: typed once, kept in the keyring, handed to connectors alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.connectors.protocols import Option
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.team.access import Secrets

LOCAL = frozenset({"file", "folder", "otlp"})
"""Kinds of connection that touch no network."""


class NoNetwork(ReviewerError):
    """The person wants no network to be touched."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "“{name}” is on the network, and the program was started with --offline. Nothing "
                "was asked and nothing sent; what waits, waits on.",
                name=name,
            )
        )


@dataclass(frozen=True)
class SecretOptions:
    """Where the secrets of connections are kept, each under its connection and option.

    Nothing on the network is opened where `is_offline`, so no secret leaves the keyring for it.
    """

    secrets: Secrets
    is_offline: bool = False

    def check_network(self, name: str, kind: str) -> None:
        """Whether a connection may be opened at all.

        Raises:
            NoNetwork: it may not.
        """
        if self.is_offline and kind not in LOCAL:
            raise NoNetwork(name)

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
