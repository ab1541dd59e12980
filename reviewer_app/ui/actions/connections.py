"""The actions of the connections: where outputs come from and labels go."""

from reviewer_app.ui.actions.kinds import Action, Group, Owner, When
from reviewer_app.ui.language import mark


def _action(name: str, text: str, keys: str, when: When, says: str) -> Action:
    """An action of the connections, under the method of the same name."""
    return Action(
        f"connections.{name}",
        text,
        tuple(keys.split()),
        Group.CONNECTIONS,
        Owner.CONNECTIONS,
        name,
        when,
        says=says,
    )


CONNECTIONS = (
    _action(
        "show",
        mark("Connections"),
        "Ctrl+Shift+C",
        When.ALWAYS,
        mark("Where outputs come from and labels go"),
    ),
    _action(
        "add",
        mark("Connect…"),
        "C",
        When.CONNECTIONS,
        mark("A platform, a database, a file or an address"),
    ),
    _action(
        "test",
        mark("Test"),
        "F9",
        When.CONNECTING,
        mark("Shows up to three real records as they would come in; keeps nothing"),
    ),
    _action(
        "save",
        mark("Save the connection"),
        "Ctrl+Return Ctrl+Enter",
        When.CONNECTING,
        mark("It has its turns from then on"),
    ),
    _action("pull", mark("Pull now"), "P", When.CONNECTION, mark("Takes in what is new there")),
    _action(
        "push",
        mark("Send labels now"),
        "S",
        When.CONNECTION,
        mark("Those that may leave already; the rest leaves by itself"),
    ),
    _action(
        "try_again",
        mark("Try again"),
        "R",
        When.CONNECTION,
        mark("What was refused, and the labels that failed"),
    ),
    _action(
        "pause",
        mark("Pause or go on"),
        "H",
        When.CONNECTION,
        mark("A paused connection has no turns; its labels wait"),
    ),
    _action(
        "change", mark("Change…"), "E", When.CONNECTION, mark("What it is told, and its rhythm")
    ),
    _action(
        "remove",
        mark("Remove…"),
        "Del",
        When.CONNECTION,
        mark("Forgets it and its secrets; what came in stays"),
    ),
)
