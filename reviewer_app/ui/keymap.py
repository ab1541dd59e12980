"""The keys in force: what a person gave to actions, held by the application as its theme is."""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QApplication

KEYS_PROPERTY = "reviewer_keys"
"""The application's property that holds the keys which differ from the table's."""


@runtime_checkable
class ShowsKeys(Protocol):
    """A part of the window that shows the key of an action."""

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""


def keys_of(action_id: str, usual: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of an action: those that the person chose, else the usual ones."""
    return chosen_keys().get(action_id, usual)


def chosen_keys() -> Mapping[str, tuple[str, ...]]:
    """The keys that differ from the table's, by action."""
    application = QApplication.instance()
    held = application.property(KEYS_PROPERTY) if application else None
    return held if isinstance(held, dict) else {}


def put_in_force(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Lets these keys hold from now on."""
    application = QApplication.instance()
    if application is not None:
        application.setProperty(KEYS_PROPERTY, {k: tuple(v) for k, v in chosen.items()})
