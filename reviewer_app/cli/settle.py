"""`adjudicate` and `unblind`: what leads do about items that people judge without each other."""

from typing import Annotated
from uuid import UUID

import typer

from reviewer_app.cli.documents import decision_document, entry_document, item_document
from reviewer_app.cli.output import AsJson, print_json, show
from reviewer_app.domain.errors import DecisionUnknown
from reviewer_app.services import lookup, whole
from reviewer_app.services.adjudication import Adjudication


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(adjudicate)
    app.command()(unblind)


def adjudicate(
    context: typer.Context,
    item: str,
    decision: Annotated[str, typer.Argument(help="Whose verdict shall hold, as `show` names it.")],
    as_json: AsJson = False,
) -> None:
    """Settles a disputed or escalated item by one of the decisions on it. For leads."""
    profile = context.obj.profile
    try:
        wanted = UUID(decision)
    except ValueError:
        raise DecisionUnknown(decision) from None
    item_id = lookup.item_id(profile.store, item)
    saved = Adjudication(profile.review).take(item_id, wanted)
    if not as_json:
        show(saved.sentence)
        return
    listed = whole.listed(profile.store, [saved.entry] if saved.entry else [])
    print_json(
        {
            "decision": decision_document(saved.decision) if saved.decision else None,
            "entry": entry_document(listed[0]) if listed else None,
        }
    )


def unblind(context: typer.Context, item: str, as_json: AsJson = False) -> None:
    """Shows a lead the decisions that are still covered; who looks does not review the item."""
    profile = context.obj.profile
    item_id = lookup.item_id(profile.store, item)
    profile.review.unblind(item_id)
    document = item_document(whole.whole(profile.store, profile.review, item_id))
    if as_json:
        print_json(document)
        return
    for made in document["decisions"]:
        show(f"decision  {made['verdict'] or 'taken back'} by {made['person']}")
    show("It is recorded that you looked. You can settle the item once it is disputed.")
