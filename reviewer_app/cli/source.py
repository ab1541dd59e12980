"""`source add/list/test/remove`: where outputs come from, secrets in the keyring alone."""

from collections.abc import Iterator
from itertools import islice
from typing import Annotated, Any

import typer

from reviewer_app.cli.asked import Earlier, Options, asked_secrets, parsed
from reviewer_app.cli.output import AsJson, print_json, say, show
from reviewer_app.connections.configured import Connected, Wanted
from reviewer_app.connections.feeds import SourceUnknown
from reviewer_app.connectors import registry
from reviewer_app.domain.durations import parse_duration
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.profile import Profile
from reviewer_app.settings import SourceSettings

FAILED = 1
TESTED = 3

source = typer.Typer(help="Configures where outputs come from.")


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.add_typer(source, name="source")


@source.command()
def add(
    context: typer.Context,
    name: str,
    kind: str,
    options: Options = None,
    labels: Annotated[
        bool, typer.Option("--labels", help="Send the labels of its items back there.")
    ] = False,
    every: Annotated[
        str, typer.Option(help="How often it is pulled while the program runs; 0s for never.")
    ] = "5m",
    most: Annotated[
        int | None, typer.Option(min=1, help="About how many records a pull takes at most.")
    ] = None,
    earlier: Earlier = False,
    as_json: AsJson = False,
) -> int:
    """Configures a source. A secret that it needs is asked for and kept in the keyring."""
    profile: Profile = context.obj.profile
    configured = SourceSettings(
        kind=kind,
        options=parsed(options or []),
        every_minutes=parse_duration(every).total_seconds() / 60,
        sends_labels=labels,
        most=most,
    )
    wanted = Wanted(name, configured, asked_secrets(name, kind))
    profile.connections.add(wanted, with_earlier=earlier)
    if as_json:
        print_json({"name": name, **configured.model_dump()})
    else:
        show(f"“{name}” is configured. `reviewer-app source test {name}` tries it.")
    return 0


@source.command(name="list")
def list_sources(context: typer.Context, as_json: AsJson = False) -> None:
    """Lists the configured sources, how their last pulls went, and the kinds there are."""
    listed = [one for one in context.obj.profile.connections.listed() if one.is_source]
    if as_json:
        rows = [{"name": one.name, **one.settings.model_dump(), **_pulled(one)} for one in listed]
        print_json({"sources": rows, "kinds": registry.kinds()})
        return
    for one in listed:
        options = "  ".join(f"{key}={value}" for key, value in one.settings.options.items())
        show(f"{one.name}  {one.settings.kind}  {options}")
        for line in _state(one):
            show(f"    {line}")
    say(f"{len(listed)} configured; kinds: {', '.join(registry.kinds())}")


@source.command()
def pause(context: typer.Context, name: str) -> None:
    """Gives a connection no more turns until it is resumed; its labels wait meanwhile."""
    context.obj.profile.connections.pause(name, is_paused=True)
    show(f"“{name}” is paused. `reviewer-app source resume {name}` goes on.")


@source.command()
def resume(context: typer.Context, name: str) -> None:
    """Gives a paused connection its turns again."""
    context.obj.profile.connections.pause(name, is_paused=False)
    show(f"“{name}” has its turns again.")


@source.command(name="test")
def try_source(context: typer.Context, name: str, as_json: AsJson = False) -> int:
    """Reads the first records of a source as they would come in; stores nothing."""
    opened = context.obj.profile.feeds.source(name)
    found = [reading.outcome for reading in islice(opened.read(None), TESTED)]
    if as_json:
        print_json({"readings": [_reading(outcome) for outcome in found]})
    else:
        _tell(name, found)
    return FAILED if found and all(isinstance(outcome, Problem) for outcome in found) else 0


@source.command()
def remove(context: typer.Context, name: str, as_json: AsJson = False) -> None:
    """Forgets a source and its secrets. What was pulled stays."""
    profile: Profile = context.obj.profile
    if name not in profile.settings.sources:
        raise SourceUnknown(name, sorted(profile.settings.sources))
    profile.connections.remove(name)
    if as_json:
        print_json({"name": name})
    else:
        show(f"“{name}” is no longer a source. What was pulled from it stays.")


def _pulled(one: Connected) -> dict[str, Any]:
    pull = one.last_pull.model_dump(exclude={"source"}) if one.last_pull else None
    return {"last_pull": pull, "refused": one.refused, "labels": one.labels}


def _state(one: Connected) -> Iterator[str]:
    if one.settings.is_paused:
        yield "paused"
    for option in one.missing:
        yield f"the secret “{option}” is not in this machine's keyring"
    pull = one.last_pull
    if pull is not None:
        came = f"{pull.new:,} new, {pull.flagged:,} flagged, {pull.refused:,} refused"
        yield f"last pull {pull.at:%Y-%m-%d %H:%M} UTC: {pull.trouble or came}"
    if one.labels:
        yield "labels: " + ", ".join(f"{count:,} {state}" for state, count in one.labels.items())


def _reading(outcome: Incoming | Problem) -> dict[str, str | None]:
    if isinstance(outcome, Problem):
        return {"place": outcome.place, "field": outcome.field, "reason": outcome.reason}
    return {"place": outcome.place, "id": outcome.external_id, "output": outcome.output}


def _tell(name: str, found: list[Incoming | Problem]) -> None:
    for outcome in found:
        if isinstance(outcome, Problem):
            say(f"{outcome.place}  refused: {outcome.field}: {outcome.reason}")
        else:
            show(f"{outcome.place}  {outcome.external_id}  {outcome.output[:80]!r}")
    if not found:
        say(f"“{name}” can be read, and has nothing.")
