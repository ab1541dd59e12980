"""How a row of the action table is written, by who carries the action out."""

from reviewer_app.ui.actions.kinds import Action, Group, Owner, When


def desk_action(name: str, text: str, keys: str, when: When, says: str) -> Action:
    """An action of the desk, under the method of the same name."""
    return Action(
        f"review.{name}", text, tuple(keys.split()), Group.REVIEW, Owner.DESK, name, when, says=says
    )


def edit_action(name: str, text: str, keys: str, when: When, says: str) -> Action:
    """An action on a correction or a span."""
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


def read_action(name: str, text: str, keys: str, when: When, says: str) -> Action:
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


def queue_action(name: str, text: str, keys: str, when: When, says: str) -> Action:
    """An action of the list."""
    return Action(
        f"queue.{name}", text, tuple(keys.split()), Group.VIEW, Owner.QUEUE, name, when, says=says
    )


def window_action(group: Group, name: str, text: str, keys: str, says: str) -> Action:
    """An action of the window itself, which can always be done."""
    words = tuple(keys.split())
    return Action(f"{group.lower()}.{name}", text, words, group, Owner.WINDOW, name, says=says)


def help_action(name: str, text: str, keys: str, says: str) -> Action:
    """An action of the help, under the method of the same name."""
    words = tuple(keys.split())
    return Action(f"help.{name}", text, words, Group.HELP, Owner.HELP, name, says=says)


def transfer_action(name: str, method: str, text: str, keys: str, says: str) -> Action:
    """An action that moves data in or out."""
    words = tuple(keys.split())
    return Action(f"file.{name}", text, words, Group.FILE, Owner.TRANSFERS, method, says=says)
