"""The actions of whoever leads a team: handing over, balancing, settling what is disputed."""

from collections.abc import Iterator

from reviewer_app.ui.actions.kinds import Action, Group, Owner, When
from reviewer_app.ui.language import mark

_TAKES = (
    mark("Take decision 1"),
    mark("Take decision 2"),
    mark("Take decision 3"),
    mark("Take decision 4"),
    mark("Take decision 5"),
    mark("Take decision 6"),
    mark("Take decision 7"),
    mark("Take decision 8"),
    mark("Take decision 9"),
)


def _team_action(name: str, text: str, keys: str, when: When, says: str) -> Action:
    """An action of the team's page, under the method of the same name."""
    words = tuple(keys.split())
    return Action(f"team.{name}", text, words, Group.TEAM, Owner.TEAM, name, when, says=says)


def _takes() -> Iterator[Action]:
    """The digits: whose decision shall hold."""
    for n, text in enumerate(_TAKES, 1):
        yield Action(
            f"team.take_{n}",
            text,
            (str(n),),
            Group.TEAM,
            Owner.TEAM,
            "take",
            When.OPINIONS,
            n,
            mark("It is then yours too, and settles the item"),
        )


TEAM = (
    Action(
        "team.show",
        mark("Team"),
        ("Ctrl+T",),
        Group.TEAM,
        Owner.TEAM,
        "show",
        When.LEADS,
        says=mark("Who has what, and what is disputed"),
    ),
    Action(
        "team.hand_over",
        mark("Hand over…"),
        ("Ctrl+H",),
        Group.TEAM,
        Owner.TEAM,
        "hand_over",
        When.LEADS,
        says=mark("Gives what is selected to somebody else, or back to its pool"),
    ),
    _team_action(
        "send",
        mark("Hand over what is selected"),
        "Ctrl+Return Ctrl+Enter",
        When.TEAM,
        mark("As the card says it"),
    ),
    _team_action(
        "find", mark("Select items to hand over"), "/", When.TEAM, mark("By a search, as in a list")
    ),
    _team_action(
        "balance",
        mark("Balance"),
        "B",
        When.TEAM,
        mark("Proposes who gets what nobody has; nothing moves before you say so"),
    ),
    _team_action(
        "away",
        mark("Away…"),
        "W",
        When.TEAM,
        mark("Says until when somebody is away; they are given nothing meanwhile"),
    ),
    _team_action("next_dispute", mark("Next dispute"), "J", When.OPINIONS, mark("Settles nothing")),
    _team_action(
        "previous_dispute", mark("Previous dispute"), "K", When.OPINIONS, mark("Settles nothing")
    ),
    *_takes(),
    _team_action(
        "write_own",
        mark("Write your own"),
        "E",
        When.OPINIONS,
        mark("Opens the item on the desk; what you decide there settles it"),
    ),
)
