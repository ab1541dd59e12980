"""The actions of the desk: verdicts, what goes with them, reading and correcting."""

from collections.abc import Iterator

from reviewer_app.ui.actions.kinds import Action, Group, Owner, When
from reviewer_app.ui.actions.rows import desk_action, edit_action, read_action
from reviewer_app.ui.language import mark

REVIEW = (
    desk_action("approve", mark("Approve"), "A", When.OPEN, mark("The output is right as it is")),
    desk_action("correct", mark("Correct"), "E", When.OPEN, mark("Put the output right in place")),
    desk_action(
        "reject", mark("Reject"), "R", When.OPEN, mark("Unusable, and nothing to put in its place")
    ),
    desk_action("escalate", mark("Escalate"), "X", When.OPEN, mark("Somebody else must decide")),
    desk_action(
        "decline", mark("Decline"), "D", When.OPEN, mark("You cannot judge it; another shall")
    ),
    desk_action("skip", mark("Skip"), "S", When.OPEN, mark("Puts it behind, for you alone")),
    desk_action(
        "pick_alike",
        mark("Select those like it"),
        "W",
        When.ITEM,
        mark("Nearly the same output; again, the same rules. One verdict is then for all"),
    ),
    desk_action(
        "decide_again",
        mark("Decide again"),
        "V",
        When.DECIDED,
        mark("Adds a decision to what was decided before"),
    ),
    desk_action(
        "look_early",
        mark("Look at covered decisions…"),
        "",
        When.COVERED,
        mark("On record; you do not review the item then"),
    ),
    desk_action(
        "save",
        mark("Save"),
        "Ctrl+Return Ctrl+Enter",
        When.SAVABLE,
        mark("Saves what is on the screen"),
    ),
    desk_action(
        "undo", mark("Undo"), "Ctrl+Z", When.UNDOABLE, mark("Takes back your last decision")
    ),
    desk_action("redo", mark("Redo"), "Ctrl+Shift+Z", When.REDOABLE, mark("Makes it again")),
    desk_action("comment", mark("Comment"), "C", When.OPEN, mark("Words that go with the label")),
    desk_action(
        "mark_span",
        mark("Mark a span"),
        "M",
        When.OPEN,
        mark("Select in the output, then say what is wrong with it"),
    ),
    desk_action(
        "next_question",
        mark("Next question"),
        "",
        When.OPEN,
        mark("Tab goes on to the next one, Shift Tab back; digits answer"),
    ),
    read_action(
        "guidelines", mark("Guidelines"), "G", When.ITEM, mark("How this step is to be judged")
    ),
    read_action(
        "toggle_steps",
        mark("Open all steps"),
        "O",
        When.ITEM,
        mark("Of what the agent did; again closes them"),
    ),
    read_action(
        "toggle_tools",
        mark("Only tool calls"),
        "T",
        When.ITEM,
        mark("Of what the agent did; again shows all"),
    ),
    read_action(
        "similar", mark("Similar items"), "I", When.ITEM, mark("How such outputs were decided")
    ),
)

EDIT = (
    edit_action(
        "next_change", mark("Next change or span"), "F8", When.ITEM, mark("Goes round at the end")
    ),
    edit_action(
        "previous_change",
        mark("Previous change or span"),
        "Shift+F8",
        When.ITEM,
        mark("Goes round too"),
    ),
    edit_action(
        "put_back",
        mark("Put back this change"),
        "Ctrl+R",
        When.CORRECTING,
        mark("The one under the cursor"),
    ),
    edit_action(
        "turn_changes",
        mark("Changes side by side"),
        "F9",
        When.CORRECTING,
        mark("Or in one text again"),
    ),
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


def marks() -> Iterator[Action]:
    """The digits: what was wrong, and with Shift how bad it is."""
    for n, text in enumerate(_ERRORS, 1):
        yield _mark(f"mark_{n}", text, str(n), "mark", mark("What was wrong"))
    for n, (word, text) in enumerate(_SEVERITIES.items(), 1):
        yield _mark(f"severity_{word}", text, f"Shift+{n}", "grade", mark("How bad the error is"))


_TAKES = (
    mark("Take decision 1"),
    mark("Take decision 2"),
    mark("Take decision 3"),
)


def takes() -> Iterator[Action]:
    """The decisions that are shown, of which a lead takes one."""
    for n, text in enumerate(_TAKES, 1):
        yield Action(
            f"review.take_{n}",
            text,
            (f"Alt+{n}",),
            Group.REVIEW,
            Owner.DESK,
            "take",
            When.SETTLING,
            n,
            mark("It is then yours too, and settles the item"),
        )


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
