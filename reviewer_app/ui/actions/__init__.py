"""The action table: everything a person can do, with its words, its keys and where it lives.

Menus, the palette, the help, the buttons' keycaps and the tooltips all come from it.
"""

from reviewer_app.ui.actions.connections import CONNECTIONS
from reviewer_app.ui.actions.deciding import EDIT, REVIEW, marks, takes
from reviewer_app.ui.actions.kinds import Action, Group, Owner, When, keycap_of
from reviewer_app.ui.actions.profile import FILE, HELP
from reviewer_app.ui.actions.team import TEAM
from reviewer_app.ui.actions.viewing import VIEW

__all__ = [
    "ACTIONS",
    "SEPARATED",
    "Action",
    "Group",
    "Owner",
    "When",
    "action",
    "in_group",
    "keycap_of",
]

ACTIONS: tuple[Action, ...] = (
    *FILE,
    *REVIEW,
    *marks(),
    *takes(),
    *EDIT,
    *VIEW,
    *TEAM,
    *CONNECTIONS,
    *HELP,
)
"""Every action, in the order of the menus."""

_BY_ID = {action.id: action for action in ACTIONS}

SEPARATED = frozenset(
    {
        "file.import_labels",
        "team.sync",
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
        "team.balance",
        "team.next_dispute",
        "connections.test",
        "connections.pull",
        "connections.pause",
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
