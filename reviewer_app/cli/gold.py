"""`gold add` and `gold list`: items whose right verdict is known, and how people did on them."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from reviewer_app.cli.output import AsJson, print_json, say, show
from reviewer_app.domain.mapping import parse_mapping

gold = typer.Typer(help="Items whose right verdict is known, seeded to measure attention.")


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.add_typer(gold, name="gold")


@gold.command()
def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Records with one `human` judgement each.")],
    source: Annotated[
        str | None, typer.Option(help="The file's source; its name without endings otherwise.")
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=PATH", help="Where a record has a field."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Puts known items into the reserve. They come among others, at the `gold_rate` of a step."""
    profile = context.obj.profile
    opened = profile.feeds.file(file.expanduser().absolute(), parse_mapping(mapping or []), source)
    result = profile.gold.add(opened)
    if as_json:
        named = ("place", "field", "reason")
        refused = [{name: getattr(one, name) for name in named} for one in result.refused]
        print_json({"added": result.added, "unchanged": result.unchanged, "refused": refused})
        return
    show(
        f"{result.added:,} known items added ({result.unchanged:,} were known), "
        f"{len(result.refused):,} refused"
    )
    for problem in result.refused[:10]:
        say(f"  {problem.place}  {problem.field}: {problem.reason}")


@gold.command(name="list")
def list_gold(context: typer.Context, as_json: AsJson = False) -> None:
    """Lists what the reserve has, and how often each person was right."""
    stocks, people = context.obj.profile.gold.stocks(), context.obj.profile.gold.accuracies()
    if as_json:
        document = {"reserve": [asdict(s) for s in stocks], "people": [asdict(p) for p in people]}
        print_json(document)
        return
    for stock in stocks:
        show(
            f"{stock.workflow} › {stock.step}  {stock.waiting:,} in reserve, "
            f"{stock.seeded:,} seeded"
        )
    for one in people:
        share = f"{one.right / one.answered:.0%} ({one.low:.0%}–{one.high:.0%})"
        show(f"{one.person}  {one.right:,} of {one.answered:,} right: {share}")
    if not stocks:
        say("The reserve is empty. `reviewer-app gold add FILE` fills it.")
