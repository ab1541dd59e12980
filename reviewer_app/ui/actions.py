"""The action table: everything a person can do, with its words, its keys and where it lives.

Menus, the palette, the help, the buttons' keycaps and the tooltips all come from it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The menu that an action stands in."""

    FILE = "File"
    REVIEW = "Review"
    EDIT = "Correct"
    VIEW = "View"
    HELP = "Help"


class Owner(StrEnum):
    """Which part of the window carries out an action."""

    WINDOW = "window"
    DESK = "desk"
    QUEUE = "queue"


class When(StrEnum):
    """The state of the window in which an action can be done."""

    ALWAYS = "always"
    ITEM = "an item is shown"
    OPEN = "the item waits for a decision"
    CORRECTING = "a correction is under way"
    SAVABLE = "there is something to save"
    UNDOABLE = "there is a decision to take back"
    REDOABLE = "a decision was taken back"
    ARRIVED = "new items have come"
    LISTED = "a list is shown"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do. `keys` are Qt's portable names; the first one is shown."""

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
    def keycap(self) -> str:
        """The key as a keycap shows it."""
        return keycap_of(self.keys[0]) if self.keys else ""


_SIGNS: Mapping[str, str] = {"Return": "⏎", "Down": "↓", "Up": "↑", "Escape": "Esc"}


def keycap_of(keys: str) -> str:
    """Qt's name of a key sequence as people read it: "Ctrl ⏎", "Shift F8"."""
    if keys == "+" or keys.endswith("++"):
        return keys.replace("++", " +")
    return " ".join(_SIGNS.get(part, part) for part in keys.split("+"))


def _desk(name: str, text: str, keys: str, when: When, says: str) -> Action:
    """An action of the desk, under the method of the same name."""
    return Action(
        f"review.{name}", text, tuple(keys.split()), Group.REVIEW, Owner.DESK, name, when, says=says
    )


def _edit(name: str, text: str, keys: str, when: When, says: str) -> Action:
    return Action(
        f"correct.{name}", text, tuple(keys.split()), Group.EDIT, Owner.DESK, name, when, says=says
    )


def _queue(name: str, text: str, keys: str, when: When, says: str) -> Action:
    return Action(
        f"queue.{name}", text, tuple(keys.split()), Group.VIEW, Owner.QUEUE, name, when, says=says
    )


def _window(group: Group, name: str, text: str, keys: str, says: str) -> Action:
    words = tuple(keys.split())
    return Action(f"{group.lower()}.{name}", text, words, group, Owner.WINDOW, name, says=says)


_FILE = (
    _window(Group.FILE, "pull", "Pull from a file…", "Ctrl+O", "Takes in agents' outputs"),
    _window(Group.FILE, "sample", "Open the sample", "", "Four workflows of a small business"),
    _window(Group.FILE, "import_labels", "Import judgements…", "", "Judgements made elsewhere"),
    _window(Group.FILE, "export_labels", "Export labels…", "Ctrl+Shift+E", "Labels for evaluation"),
    _window(Group.FILE, "settings", "Settings", "Ctrl+,", "Your name, the theme, the text size"),
    _window(Group.FILE, "leave", "Quit", "Ctrl+Q", "Everything decided is already saved"),
)

_REVIEW = (
    _desk("approve", "Approve", "A", When.OPEN, "The output is right as it is"),
    _desk("correct", "Correct", "E", When.OPEN, "Put the output right in place"),
    _desk("reject", "Reject", "R", When.OPEN, "Unusable, and nothing to put in its place"),
    _desk("escalate", "Escalate", "X", When.OPEN, "Somebody else must decide"),
    _desk("decline", "Decline", "D", When.OPEN, "You cannot judge it; another shall"),
    _desk("skip", "Skip", "S", When.OPEN, "Puts it behind, for you alone"),
    _desk("save", "Save", "Ctrl+Return Ctrl+Enter", When.SAVABLE, "Saves what is on the screen"),
    _desk("undo", "Undo", "Ctrl+Z", When.UNDOABLE, "Takes back your last decision"),
    _desk("redo", "Redo", "Ctrl+Shift+Z", When.REDOABLE, "Makes it again"),
    _desk("comment", "Comment", "C", When.OPEN, "Words that go with the label"),
    _desk("guidelines", "Guidelines", "G", When.ITEM, "How this step is to be judged"),
)

_EDIT = (
    _edit("next_change", "Next change", "F8", When.CORRECTING, "Goes round at the end"),
    _edit("previous_change", "Previous change", "Shift+F8", When.CORRECTING, "Goes round too"),
    _edit(
        "put_back", "Put back this change", "Ctrl+R", When.CORRECTING, "The one under the cursor"
    ),
)

_VIEW = (
    _queue("next_item", "Next item", "J Down", When.LISTED, "Decides nothing"),
    _queue("previous_item", "Previous item", "K Up", When.LISTED, "Decides nothing"),
    _queue("show_new", "Show new items", "N", When.ARRIVED, "They wait until you ask"),
    _queue("search", "Search", "/", When.LISTED, "Words of input, output or id"),
    Action(
        "review.page_down",
        "Page the output down",
        ("Space",),
        Group.VIEW,
        Owner.DESK,
        "page_down",
        When.ITEM,
        says="A screen further",
    ),
    Action(
        "review.page_up",
        "Page the output up",
        ("Shift+Space",),
        Group.VIEW,
        Owner.DESK,
        "page_up",
        When.ITEM,
        says="A screen back",
    ),
    _window(Group.VIEW, "toggle_queue", "Show or hide the queue", "L", "More room for the item"),
    _window(Group.VIEW, "toggle_focus", "Focus mode", "F", "The item alone"),
    _window(
        Group.VIEW, "find_action", "Find an action…", "Ctrl+K", "Every action, view and workflow"
    ),
    _window(Group.VIEW, "back", "Leave", "Escape", "Leaves the field, then the mode"),
)

_HELP = (
    _window(Group.HELP, "keys", "Keys", "? F1", "Every key, to be searched"),
    _window(Group.HELP, "start", "Getting started", "", "From the first file to the first label"),
    _window(Group.HELP, "words", "What the words mean", "", "The vocabulary"),
    _window(Group.HELP, "about", "About Reviewer", "", "Version and licence"),
)


def _marks() -> Iterator[Action]:
    for digit in range(1, 10):
        yield Action(
            f"review.mark_{digit}",
            f"Mark error type {digit}",
            (str(digit),),
            Group.REVIEW,
            Owner.DESK,
            "mark",
            When.ITEM,
            digit,
            "What was wrong",
        )
    for digit, word in enumerate(("minor", "major", "critical"), 1):
        yield Action(
            f"review.severity_{word}",
            f"Severity: {word}",
            (f"Shift+{digit}",),
            Group.REVIEW,
            Owner.DESK,
            "grade",
            When.ITEM,
            digit,
            "How bad the error is",
        )


ACTIONS: tuple[Action, ...] = (*_FILE, *_REVIEW, *_marks(), *_EDIT, *_VIEW, *_HELP)
"""Every action, in the order of the menus."""

_BY_ID = {action.id: action for action in ACTIONS}

SEPARATED = frozenset(
    {
        "file.import_labels",
        "file.settings",
        "file.leave",
        "review.save",
        "review.undo",
        "review.comment",
        "review.mark_1",
        "review.severity_minor",
        "queue.search",
        "review.page_down",
        "view.toggle_queue",
        "view.find_action",
        "help.start",
        "help.about",
    }
)
"""The actions that a menu sets off with a line above them."""


def action(name: str) -> Action:
    """The action with this id."""
    return _BY_ID[name]


def in_group(group: Group) -> tuple[Action, ...]:
    """A menu's actions, in order."""
    return tuple(a for a in ACTIONS if a.group is group)
