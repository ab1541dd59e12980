"""The actions that find one's way: through the list, the item and the window."""

from collections.abc import Iterator

from reviewer_app.ui.actions.kinds import Action, Group, Owner, When
from reviewer_app.ui.actions.rows import queue_action, window_action
from reviewer_app.ui.language import mark


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


VIEW = (
    queue_action("next_item", mark("Next item"), "J Down", When.LISTED, mark("Decides nothing")),
    queue_action(
        "previous_item", mark("Previous item"), "K Up", When.LISTED, mark("Decides nothing")
    ),
    queue_action(
        "extend_down",
        mark("Select down"),
        "Shift+J Shift+Down",
        When.LISTED,
        mark("The item and the next one"),
    ),
    queue_action(
        "extend_up",
        mark("Select up"),
        "Shift+K Shift+Up",
        When.LISTED,
        mark("The item and the one before"),
    ),
    queue_action(
        "toggle_pick",
        mark("Select this item"),
        "Ctrl+Space",
        When.LISTED,
        mark("Or leave it out again"),
    ),
    queue_action(
        "pick_all", mark("Select all"), "Ctrl+A", When.LISTED, mark("All that the list has")
    ),
    queue_action(
        "show_new", mark("Show new items"), "N", When.ARRIVED, mark("They wait until you ask")
    ),
    queue_action("search", mark("Search"), "/", When.LISTED, mark("Words of input, output or id")),
    queue_action(
        "save_view",
        mark("Save this view…"),
        "Ctrl+Shift+S",
        When.LISTED,
        mark("Search, filters and order under a name"),
    ),
    queue_action(
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
    window_action(
        Group.VIEW,
        "toggle_queue",
        mark("Show or hide the queue"),
        "L",
        mark("More room for the item"),
    ),
    window_action(
        Group.VIEW, "answers", mark("Answers"), "", mark("To what you escalated or decided")
    ),
    window_action(Group.VIEW, "toggle_focus", mark("Focus mode"), "F", mark("The item alone")),
    window_action(
        Group.VIEW,
        "find_action",
        mark("Find an action…"),
        "Ctrl+K",
        mark("Every action, view and workflow"),
    ),
    window_action(
        Group.VIEW, "back", mark("Leave"), "Escape", mark("Leaves the field, then the mode")
    ),
)
