"""`sync`, `checkout`: exchanging with the team's hub, and taking items along without it."""

from typing import Annotated, Any

import typer

from reviewer_app.cli.context import Session
from reviewer_app.cli.output import AsJson, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.domain.durations import parse_duration
from reviewer_app.services.team.results import RoundResult

FAILED = 1


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(sync)
    app.command()(checkout)


def sync(context: typer.Context, as_json: AsJson = False) -> int:
    """Exchanges with the team hub what each side does not have."""
    session: Session = context.obj
    with stoppable() as cancelled:
        result = session.profile.rounds.run(cancelled=cancelled)
    for note in result.notes:
        say(note)
    if as_json:
        print_json(document(result))
    elif result.reachable:
        show(f"{result.up:,} sent, {result.down:,} received, {result.conflicts:,} conflicts")
    if not result.reachable:
        say(result.trouble)
        return FAILED
    return 0


def checkout(
    context: typer.Context,
    n: Annotated[int, typer.Argument(min=0, max=10_000, help="How many items; 0 gives back.")],
    lasts: Annotated[str, typer.Option("--for", help="How long they are yours.")] = "24h",
    as_json: AsJson = False,
) -> None:
    """Takes items along for work without the hub; nobody else gets them meanwhile."""
    profile = context.obj.profile
    if n == 0:
        given = profile.checkouts.give_back()
        if as_json:
            print_json({"checked_out": 0, "given_back": given, "until": None})
        else:
            show(f"{given:,} items were given back.")
        return
    with stoppable() as cancelled:
        taken = profile.checkouts.take(n, parse_duration(lasts), cancelled=cancelled)
    if as_json:
        print_json({"checked_out": len(taken.ids), "until": taken.until})
    elif taken.until:
        show(f"{len(taken.ids):,} items are yours until {taken.until.astimezone():%d %b %H:%M}.")
    else:
        show("There is nothing free to take along.")


def document(result: RoundResult) -> dict[str, Any]:
    """What `--json` prints of a round."""
    return {
        "up": result.up,
        "down": result.down,
        "conflicts": result.conflicts,
        "counts": {"local": result.here, "hub": result.there},
        "reachable": result.reachable,
        "notes": list(result.notes),
        **({"trouble": result.trouble} if result.trouble else {}),
    }
