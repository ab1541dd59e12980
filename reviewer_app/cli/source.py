"""`source add/list/test/remove`: where outputs come from, secrets in the keyring alone."""

import os
import sys
from itertools import islice
from typing import Annotated

import typer

from reviewer_app import secrets
from reviewer_app.cli.output import AsJson, print_json, say, show
from reviewer_app.connectors import registry
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.connections.feeds import SourceUnknown
from reviewer_app.profile import Profile
from reviewer_app.settings import SourceSettings

FAILED = 1
TESTED = 3

source = typer.Typer(help="Configures where outputs come from.")


class NameTaken(UsageError):
    """A source of this name is configured already."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is a source “{name}” already. Remove it first, or use another name."
        )


class OptionUnreadable(UsageError):
    """An option is not KEY=VALUE."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is no option. Write --set KEY=VALUE.")


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.add_typer(source, name="source")


@source.command()
def add(
    context: typer.Context,
    name: str,
    kind: str,
    options: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="What the kind needs.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Configures a source. A secret that it needs is asked for and kept in the keyring."""
    profile: Profile = context.obj.profile
    if name in profile.settings.sources:
        raise NameTaken(name)
    configured = SourceSettings(kind=kind, options=_parsed(options or []))
    profile.feeds.made(name, configured)
    for option, meaning in registry.options_of(kind).items():
        if meaning.is_secret:
            _ask_secret(f"{name}/{option}", meaning.about)
    sources = {**profile.settings.sources, name: configured}
    profile.save_settings(profile.settings.model_copy(update={"sources": sources}))
    if as_json:
        print_json({"name": name, **configured.model_dump()})
    else:
        show(f"“{name}” is configured. `reviewer-app source test {name}` tries it.")


@source.command(name="list")
def list_sources(context: typer.Context, as_json: AsJson = False) -> None:
    """Lists the configured sources, and the kinds there are."""
    sources = context.obj.profile.settings.sources
    if as_json:
        listed = [{"name": n, **s.model_dump()} for n, s in sources.items()]
        print_json({"sources": listed, "kinds": registry.kinds()})
        return
    for name, one in sources.items():
        show(f"{name}  {one.kind}  " + "  ".join(f"{k}={v}" for k, v in one.options.items()))
    say(f"{len(sources)} configured; kinds: {', '.join(registry.kinds())}")


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
    sources = dict(profile.settings.sources)
    if name not in sources:
        raise SourceUnknown(name, sorted(sources))
    for option, meaning in registry.options_of(sources.pop(name).kind).items():
        if meaning.is_secret:
            secrets.forget(f"{name}/{option}")
    profile.save_settings(profile.settings.model_copy(update={"sources": sources}))
    if as_json:
        print_json({"name": name})
    else:
        show(f"“{name}” is no longer a source. What was pulled from it stays.")


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


def _parsed(pairs: list[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise OptionUnreadable(pair)
        found[key] = value
    return found


def _ask_secret(name: str, about: str) -> None:
    if os.environ.get(secrets.variable_of(name)):
        return
    if sys.stdin.isatty():
        secret = typer.prompt(about, hide_input=True, err=True)
    else:
        secret = sys.stdin.readline().rstrip("\n")
    secrets.store(name, secret)
