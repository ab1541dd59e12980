"""The action table: everything a person can do, with its words, its keys and where it lives.

Menus, the palette, the help, the buttons' keycaps and the tooltips all come from it.
"""

from collections.abc import Iterator, Mapping
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
    HELP = mark("Help")


class Owner(StrEnum):
    """Which part of the window carries out an action."""

    WINDOW = "window"
    DESK = "desk"
    QUEUE = "queue"
    READING = "reading"


class When(StrEnum):
    """The state of the window in which an action can be done."""

    ALWAYS = "always"
    ITEM = "an item is shown"
    OPEN = "the item waits for a decision"
    DECIDED = "the item was decided or released"
    CORRECTING = "a correction is under way"
    SAVABLE = "there is something to save"
    UNDOABLE = "there is a decision to take back"
    REDOABLE = "a decision was taken back"
    ARRIVED = "new items have come"
    LISTED = "a list is shown"


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


def _desk(name: str, text: str, keys: str, when: When, says: str) -> Action:
    """An action of the desk, under the method of the same name."""
    return Action(
        f"review.{name}", text, tuple(keys.split()), Group.REVIEW, Owner.DESK, name, when, says=says
    )


def _edit(name: str, text: str, keys: str, when: When, says: str) -> Action:
    return Action(
        f"correct.{name}",
        text,
        tuple(keys.split()),
        Group.EDIT,
        Owner.READING,
        name,
        when,
        says=says,
    )


def _read(name: str, text: str, keys: str, when: When, says: str) -> Action:
    """An action that reads the item, under the method of the same name."""
    return Action(
        f"review.{name}",
        text,
        tuple(keys.split()),
        Group.REVIEW,
        Owner.READING,
        name,
        when,
        says=says,
    )


def _queue(name: str, text: str, keys: str, when: When, says: str) -> Action:
    return Action(
        f"queue.{name}", text, tuple(keys.split()), Group.VIEW, Owner.QUEUE, name, when, says=says
    )


def _window(group: Group, name: str, text: str, keys: str, says: str) -> Action:
    words = tuple(keys.split())
    return Action(f"{group.lower()}.{name}", text, words, group, Owner.WINDOW, name, says=says)


def _saved_views() -> Iterator[Action]:
    """The keys of the first saved views; their names are the person's own."""
    texts = (
        mark("Saved view 1"),
        mark("Saved view 2"),
        mark("Saved view 3"),
        mark("Saved view 4"),
        mark("Saved view 5"),
        mark("Saved view 6"),
        mark("Saved view 7"),
        mark("Saved view 8"),
        mark("Saved view 9"),
    )
    for n, text in enumerate(texts, 1):
        yield Action(
            f"view.saved_{n}",
            text,
            (f"Ctrl+{n}",),
            Group.VIEW,
            Owner.QUEUE,
            "go_to_view",
            argument=n,
            says=mark("In the order of the rail"),
        )


_FILE = (
    _window(
        Group.FILE, "pull", mark("Pull from a file…"), "Ctrl+O", mark("Takes in agents' outputs")
    ),
    _window(
        Group.FILE,
        "sample",
        mark("Open the sample"),
        "",
        mark("Four workflows of a small business"),
    ),
    _window(
        Group.FILE,
        "import_labels",
        mark("Import judgements…"),
        "",
        mark("Judgements made elsewhere"),
    ),
    _window(
        Group.FILE,
        "export_labels",
        mark("Export labels…"),
        "Ctrl+Shift+E",
        mark("Labels for evaluation"),
    ),
    _window(
        Group.FILE,
        "settings",
        mark("Settings"),
        "Ctrl+,",
        mark("Your name, the theme, the text size"),
    ),
    _window(
        Group.FILE, "leave", mark("Quit"), "Ctrl+Q", mark("Everything decided is already saved")
    ),
)

_REVIEW = (
    _desk("approve", mark("Approve"), "A", When.OPEN, mark("The output is right as it is")),
    _desk("correct", mark("Correct"), "E", When.OPEN, mark("Put the output right in place")),
    _desk(
        "reject", mark("Reject"), "R", When.OPEN, mark("Unusable, and nothing to put in its place")
    ),
    _desk("escalate", mark("Escalate"), "X", When.OPEN, mark("Somebody else must decide")),
    _desk("decline", mark("Decline"), "D", When.OPEN, mark("You cannot judge it; another shall")),
    _desk("skip", mark("Skip"), "S", When.OPEN, mark("Puts it behind, for you alone")),
    _desk(
        "pick_alike",
        mark("Select those like it"),
        "W",
        When.ITEM,
        mark("Nearly the same output; again, the same rules. One verdict is then for all"),
    ),
    _desk(
        "decide_again",
        mark("Decide again"),
        "V",
        When.DECIDED,
        mark("Adds a decision to what was decided before"),
    ),
    _desk(
        "save",
        mark("Save"),
        "Ctrl+Return Ctrl+Enter",
        When.SAVABLE,
        mark("Saves what is on the screen"),
    ),
    _desk("undo", mark("Undo"), "Ctrl+Z", When.UNDOABLE, mark("Takes back your last decision")),
    _desk("redo", mark("Redo"), "Ctrl+Shift+Z", When.REDOABLE, mark("Makes it again")),
    _desk("comment", mark("Comment"), "C", When.OPEN, mark("Words that go with the label")),
    _desk(
        "mark_span",
        mark("Mark a span"),
        "M",
        When.OPEN,
        mark("Select in the output, then say what is wrong with it"),
    ),
    _desk(
        "next_question",
        mark("Next question"),
        "",
        When.OPEN,
        mark("Tab goes on to the next one, Shift Tab back; digits answer"),
    ),
    _read("guidelines", mark("Guidelines"), "G", When.ITEM, mark("How this step is to be judged")),
    _read(
        "toggle_steps",
        mark("Open all steps"),
        "O",
        When.ITEM,
        mark("Of what the agent did; again closes them"),
    ),
    _read(
        "toggle_tools",
        mark("Only tool calls"),
        "T",
        When.ITEM,
        mark("Of what the agent did; again shows all"),
    ),
    _read("similar", mark("Similar items"), "I", When.ITEM, mark("How such outputs were decided")),
)

_EDIT = (
    _edit("next_change", mark("Next change or span"), "F8", When.ITEM, mark("Goes round at the end")),
    _edit(
        "previous_change",
        mark("Previous change or span"),
        "Shift+F8",
        When.ITEM,
        mark("Goes round too"),
    ),
    _edit(
        "put_back",
        mark("Put back this change"),
        "Ctrl+R",
        When.CORRECTING,
        mark("The one under the cursor"),
    ),
    _edit(
        "turn_changes",
        mark("Changes side by side"),
        "F9",
        When.CORRECTING,
        mark("Or in one text again"),
    ),
)

_VIEW = (
    _queue("next_item", mark("Next item"), "J Down", When.LISTED, mark("Decides nothing")),
    _queue("previous_item", mark("Previous item"), "K Up", When.LISTED, mark("Decides nothing")),
    _queue(
        "extend_down",
        mark("Select down"),
        "Shift+J Shift+Down",
        When.LISTED,
        mark("The item and the next one"),
    ),
    _queue(
        "extend_up",
        mark("Select up"),
        "Shift+K Shift+Up",
        When.LISTED,
        mark("The item and the one before"),
    ),
    _queue(
        "toggle_pick",
        mark("Select this item"),
        "Ctrl+Space",
        When.LISTED,
        mark("Or leave it out again"),
    ),
    _queue(
        "pick_all", mark("Select all"), "Ctrl+A", When.LISTED, mark("All that the list has")
    ),
    _queue("show_new", mark("Show new items"), "N", When.ARRIVED, mark("They wait until you ask")),
    _queue("search", mark("Search"), "/", When.LISTED, mark("Words of input, output or id")),
    _queue(
        "save_view",
        mark("Save this view…"),
        "Ctrl+Shift+S",
        When.LISTED,
        mark("Search, filters and order under a name"),
    ),
    _queue(
        "go_to_item", mark("Go to item…"), "Ctrl+G", When.ALWAYS, mark("By the beginning of its id")
    ),
    *_saved_views(),
    Action(
        "review.page_down",
        mark("Page the output down"),
        ("Space",),
        Group.VIEW,
        Owner.READING,
        "page_down",
        When.ITEM,
        says=mark("A screen further"),
    ),
    Action(
        "review.page_up",
        mark("Page the output up"),
        ("Shift+Space",),
        Group.VIEW,
        Owner.READING,
        "page_up",
        When.ITEM,
        says=mark("A screen back"),
    ),
    _window(
        Group.VIEW,
        "toggle_queue",
        mark("Show or hide the queue"),
        "L",
        mark("More room for the item"),
    ),
    _window(Group.VIEW, "answers", mark("Answers"), "", mark("To what you escalated or decided")),
    _window(Group.VIEW, "toggle_focus", mark("Focus mode"), "F", mark("The item alone")),
    _window(
        Group.VIEW,
        "find_action",
        mark("Find an action…"),
        "Ctrl+K",
        mark("Every action, view and workflow"),
    ),
    _window(Group.VIEW, "back", mark("Leave"), "Escape", mark("Leaves the field, then the mode")),
)

_HELP = (
    _window(Group.HELP, "keys", mark("Keys"), "? F1", mark("Every key, to be searched")),
    _window(
        Group.HELP,
        "start",
        mark("Getting started"),
        "",
        mark("From the first file to the first label"),
    ),
    _window(Group.HELP, "words", mark("What the words mean"), "", mark("The vocabulary")),
    _window(Group.HELP, "about", mark("About Reviewer"), "", mark("Version and licence")),
)


_ERRORS = (
    mark("Mark error type 1"),
    mark("Mark error type 2"),
    mark("Mark error type 3"),
    mark("Mark error type 4"),
    mark("Mark error type 5"),
    mark("Mark error type 6"),
    mark("Mark error type 7"),
    mark("Mark error type 8"),
    mark("Mark error type 9"),
)
_SEVERITIES = {
    "minor": mark("Severity: minor"),
    "major": mark("Severity: major"),
    "critical": mark("Severity: critical"),
}


def _marks() -> Iterator[Action]:
    for n, text in enumerate(_ERRORS, 1):
        yield _mark(f"mark_{n}", text, str(n), "mark", mark("What was wrong"))
    for n, (word, text) in enumerate(_SEVERITIES.items(), 1):
        yield _mark(f"severity_{word}", text, f"Shift+{n}", "grade", mark("How bad the error is"))


def _mark(name: str, text: str, key: str, method: str, says: str) -> Action:
    """An action about what was wrong; its digit is what it hands to its method."""
    return Action(
        f"review.{name}",
        text,
        (key,),
        Group.REVIEW,
        Owner.DESK,
        method,
        When.ITEM,
        int(key[-1]),
        says,
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
        "queue.extend_down",
        "queue.show_new",
        "queue.search",
        "queue.save_view",
        "view.saved_1",
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
