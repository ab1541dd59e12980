"""Secrets: in the operating system's keyring, else from a named environment variable."""

import os
import re
from collections.abc import Mapping

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence

SERVICE = "reviewer-app"
VARIABLE = "REVIEWER_SECRET_"
WEAK = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")
"""Backends that lose secrets, refuse them, or write them to a plain file."""


class KeyringUnusable(ReviewerError):
    """No keyring keeps secrets on this machine."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            sentence(
                "The secret for “{name}” was not stored: this machine has no usable keyring "
                "({why}). Secrets are never written to a file. Start a keyring (on Linux: install "
                "and unlock gnome-keyring or KWallet; on a server `dbus-run-session` with "
                "gnome-keyring-daemon), or set the environment variable {variable} before "
                "starting Reviewer.",
                name=name,
                why=why,
                variable=variable_of(name),
            )
        )


def variable_of(name: str) -> str:
    """The environment variable that stands in for a secret, such as REVIEWER_SECRET_MY_FEED."""
    return VARIABLE + re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_").upper()


def read(name: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """The secret under this name: the environment's where it is set, else the keyring's."""
    given = environment.get(variable_of(name))
    if given:
        return given
    import keyring  # noqa: PLC0415 - slow to import, and seldom needed
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    if unusable() is not None:
        return None
    try:
        return keyring.get_password(SERVICE, name)
    except (KeyringError, RuntimeError):
        return None


def store(name: str, secret: str) -> None:
    """Puts a secret into the keyring, and reads it back to be sure.

    Raises:
        KeyringUnusable: it was not stored.
    """
    import keyring  # noqa: PLC0415 - slow to import, and seldom needed
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    why = unusable()
    if why is not None:
        raise KeyringUnusable(name, why)
    try:
        keyring.set_password(SERVICE, name, secret)
        kept = keyring.get_password(SERVICE, name)
    except (KeyringError, RuntimeError) as error:
        raise KeyringUnusable(name, str(error) or type(error).__name__) from error
    if kept != secret:
        raise KeyringUnusable(name, sentence("it forgot the secret at once"))


def forget(name: str) -> None:
    """Takes a secret out of the keyring, if it is there."""
    import keyring  # noqa: PLC0415 - slow to import, and seldom needed
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    if unusable() is None:
        try:
            keyring.delete_password(SERVICE, name)
        except (KeyringError, RuntimeError):
            return


def unusable() -> str | None:
    """Why the keyring cannot be used, in words; None where it can."""
    import keyring  # noqa: PLC0415 - slow to import, and seldom needed

    backend = keyring.get_keyring()
    module = type(backend).__module__
    if module.startswith(WEAK):
        return "no backend is installed or reachable" if "fail" in module else f"{module} is unsafe"
    parts = getattr(backend, "backends", None)
    if parts is not None and not any(not type(p).__module__.startswith(WEAK) for p in parts):
        return "no safe backend is installed"
    return None
