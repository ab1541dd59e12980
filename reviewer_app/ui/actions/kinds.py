"""What an action is: its words, its keys, its menu, and when it can be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.ui.keymap import keys_of
from reviewer_app.ui.language import mark, tr


class Group(StrEnum):
    """The menu that an action stands in."""

    FILE = mark("File")
    REVIEW = mark("Review")
    EDIT = mark("Correct")
    VIEW = mark("View")
    TEAM = mark("Team")
    CONNECTIONS = mark("Connections")
    HELP = mark("Help")


class Owner(StrEnum):
    """Which part of the window carries out an action."""

    WINDOW = "window"
    DESK = "desk"
    QUEUE = "queue"
    TEAM = "team"
    HUB = "hub"
    CONNECTIONS = "connections"
    HELP = "help"
    READING = "reading"
    TRANSFERS = "transfers"


class When(StrEnum):
    """The state of the window in which an action can be done."""

    ALWAYS = "always"
    ITEM = "an item is shown"
    OPEN = "the item waits for a decision"
    DECIDED = "the item was decided or released"
    COVERED = "others' decisions are covered, and a lead is at the desk"
    SETTLING = "a lead can take one of the decisions that are shown"
    CORRECTING = "a correction is under way"
    SAVABLE = "there is something to save"
    UNDOABLE = "there is a decision to take back"
    REDOABLE = "a decision was taken back"
    ARRIVED = "new items have come"
    LISTED = "a list is shown"
    LEADS = "a lead is at work"
    JOINED = "there is a team"
    TEAM = "the team's page is shown"
    OPINIONS = "decisions that differ are shown"
    CONNECTIONS = "the list of connections is shown"
    CONNECTION = "a connection is chosen"
    CONNECTING = "a connection is made or changed"

    @property
    def page(self) -> str:
        """The page that it is a state of; empty for one that any page may have."""
        if self in {When.ALWAYS, When.UNDOABLE, When.REDOABLE, When.LEADS, When.JOINED}:
            return ""
        if self in {When.CONNECTIONS, When.CONNECTION, When.CONNECTING}:
            return "connections"
        return "team" if self in {When.TEAM, When.OPINIONS} else "review"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do. `keys` are Qt's portable names, unless a person chose others."""

    id: str
    text: str
    keys: tuple[str, ...]
    group: Group
    owner: Owner
    method: str
    when: When = When.ALWAYS
    argument: int | None = None
    says: str = ""

    @property
    def keys_in_force(self) -> tuple[str, ...]:
        """The keys that the person chose for it, else the table's."""
        return keys_of(self.id, self.keys)

    def meets(self, other: "Action") -> bool:
        """Whether both can be possible at once, so that no key can be the key of both."""
        return len({self.when.page, other.when.page} - {""}) < len(("one", "other"))

    @property
    def keycap(self) -> str:
        """The first key in force as a keycap shows it."""
        keys = self.keys_in_force
        return keycap_of(keys[0]) if keys else ""


_SIGNS: Mapping[str, str] = {
    "Return": "⏎",
    "Down": "↓",
    "Up": "↑",
    "Escape": mark("Esc"),
    "Ctrl": mark("Ctrl"),
    "Shift": mark("Shift"),
    "Space": mark("Space"),
    "Del": mark("Del"),
    "Backspace": mark("Backspace"),
    "Home": mark("Home"),
    "End": mark("End"),
    "PgUp": mark("PgUp"),
    "PgDown": mark("PgDown"),
}


def keycap_of(keys: str) -> str:
    """Qt's name of a key sequence as people read it: "Ctrl ⏎", "Shift F8"."""
    if keys == "+" or keys.endswith("++"):
        return keys.replace("++", " +")
    return " ".join(tr(_SIGNS[part]) if part in _SIGNS else part for part in keys.split("+"))
