"""`assign`: items change hands, by a filter."""

from typing import Annotated

import typer

from reviewer_app.cli.output import AsJson, ProgressLine, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.domain.queue import Picked, QueueQuery
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Risk, Status
from reviewer_app.services import lookup
from reviewer_app.services.assigning import HandedOver, HandOver

NOBODY = "nobody"


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(assign)


def assign(
    context: typer.Context,
    to: Annotated[str, typer.Option(help="A name, `me`, or `nobody` for back to the pool.")],
    reason: Annotated[str, typer.Option(help="Why; both sides will read it.")],
    status: Annotated[list[Status] | None, typer.Option(help="Open ones otherwise.")] = None,
    assignee: Annotated[str | None, typer.Option(help="Who has them now: a name, or `me`.")] = None,
    workflow: Annotated[str | None, typer.Option()] = None,
    risk: Annotated[Risk | None, typer.Option()] = None,
    search: Annotated[str, typer.Option(help="Words and filters, as in `queue`.")] = "",
    even_away: Annotated[
        bool, typer.Option("--even-away", help="Also to somebody who is away.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Hands open items to a person, or back to their pools. For leads, and who works alone."""
    profile = context.obj.profile
    recipient = None if to.casefold() == NOBODY else lookup.person_id(profile.store, to)
    query = QueueQuery(
        statuses=tuple(status or OPEN_STATUSES),
        assignee=lookup.person_id(profile.store, assignee) if assignee else None,
        workflow=workflow,
        risk=risk,
        search=search,
    )
    line = ProgressLine("assign")
    with stoppable() as cancelled:
        asked = HandOver(Picked(query=query), recipient, reason, even_away)
        result = profile.assigning.assign(asked, line, cancelled)
    line.clear()
    name = lookup.name_of(profile.store, recipient) if recipient else NOBODY
    if as_json:
        print_json(_document(result, name))
    else:
        _tell(result, name)
    if result.failure is not None:
        raise result.failure


def _document(result: HandedOver, to: str) -> dict[str, object]:
    return {
        "assigned": len(result.assigned),
        "to": to,
        "not_open": result.not_open,
        "unmoved": result.unmoved,
        "barred": result.barred,
        "cancelled": result.is_cancelled,
    }


def _tell(result: HandedOver, to: str) -> None:
    show(result.saved.sentence if result.saved else f"Nothing was handed over to {to}.")
    for words in result.left_out:
        say(words)
    if result.is_cancelled:
        say("You stopped it; the rest is as it was.")
