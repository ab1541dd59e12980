"""`sink add/list/test/remove` and `labels push`: where labels go, and what became of them."""

from typing import Annotated, Any

import typer

from reviewer_app.cli.asked import Earlier, Options, asked_secrets, parsed
from reviewer_app.cli.labels import labels
from reviewer_app.cli.output import AsJson, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.connections.configured import Wanted
from reviewer_app.connections.pushes import SinkUnknown
from reviewer_app.connectors import registry
from reviewer_app.domain.delivery import DeliveryState
from reviewer_app.profile import Profile
from reviewer_app.services.feedback.pushing import PushResult
from reviewer_app.settings import SinkSettings
from reviewer_app.store.deliveries import Listed

FAILED = 1
STOPPED = 130

sink = typer.Typer(help="Configures where labels go, beside the sources that take theirs back.")


def add_to(app: typer.Typer) -> None:
    """Adds the commands; `labels push` is among those about labels already."""
    app.add_typer(sink, name="sink")


@sink.command()
def add(
    context: typer.Context,
    name: str,
    kind: str,
    options: Options = None,
    takes: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="SOURCE", help="Whose labels go there; all without."),
    ] = None,
    earlier: Earlier = False,
    as_json: AsJson = False,
) -> int:
    """Configures a sink. A secret that it needs is asked for and kept in the keyring."""
    profile: Profile = context.obj.profile
    registry.sink_options_of(kind)
    configured = SinkSettings(kind=kind, options=parsed(options or []), takes=tuple(takes or ()))
    wanted = Wanted(name, configured, asked_secrets(name, kind))
    profile.connections.add(wanted, with_earlier=earlier)
    if as_json:
        print_json({"name": name, **configured.model_dump()})
    else:
        show(f"“{name}” is configured. `reviewer-app sink test {name}` tries it.")
    return 0


@sink.command(name="list")
def list_sinks(context: typer.Context, as_json: AsJson = False) -> None:
    """Lists everything that labels go to, and how many stand where."""
    listed = [one for one in context.obj.profile.connections.listed() if one.takes_labels]
    if as_json:
        rows = [
            {"name": one.name, "labels": one.labels, **one.settings.model_dump()} for one in listed
        ]
        print_json({"sinks": rows, "kinds": registry.sink_kinds()})
        return
    for one in listed:
        counts = ", ".join(f"{count:,} {state}" for state, count in one.labels.items())
        show(f"{one.name}  {one.settings.kind}  {counts or 'nothing sent yet'}")
    say(f"{len(listed)} take labels; kinds: {', '.join(registry.sink_kinds())}")


@sink.command(name="test")
def try_sink(context: typer.Context, name: str, as_json: AsJson = False) -> int:
    """Looks whether labels could be sent; sends none."""
    profile: Profile = context.obj.profile
    opened = profile.pushes.open(name)
    try:
        told = opened.check()
    finally:
        opened.close()
    if as_json:
        print_json({"name": name, "told": told})
    else:
        show(told)
    return 0


@sink.command()
def remove(context: typer.Context, name: str, as_json: AsJson = False) -> None:
    """Forgets a sink and its secrets. What was sent stays there."""
    profile: Profile = context.obj.profile
    if name not in profile.settings.sinks:
        raise SinkUnknown(name, sorted(profile.settings.sinks))
    profile.connections.remove(name)
    if as_json:
        print_json({"name": name})
    else:
        show(f"“{name}” gets no more labels. What was sent stays there.")


@labels.command()
def push(
    context: typer.Context,
    sinks: Annotated[list[str] | None, typer.Argument(metavar="SINK")] = None,
    waiting: Annotated[
        bool, typer.Option("--list", help="Send nothing; list labels and where they stand.")
    ] = False,
    state: Annotated[
        DeliveryState | None, typer.Option(help="With --list: those that stand there alone.")
    ] = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="Try those again that failed or met a conflict.")
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="Look at all decisions again, also those of before.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Sends the labels that may leave to their sinks: to those named, or to all."""
    profile: Profile = context.obj.profile
    chosen = list(sinks or profile.pushes.configured())
    if unknown := set(chosen) - set(profile.pushes.configured()):
        raise SinkUnknown(min(unknown), sorted(profile.pushes.configured()))
    if waiting:
        return _list(profile, chosen, state, as_json)
    for name in chosen if retry else ():
        profile.connections.try_again(name)
    for name in chosen if every else ():
        profile.connections.send_earlier(name)
    if not profile.pushes.is_ours():
        say("The team's intake sends its labels; nothing is sent from here.")
    with stoppable() as cancelled:
        results = profile.pushes.push(sinks or None, cancelled)
        is_stopped = cancelled()
    _tell(results, as_json)
    if is_stopped:
        return STOPPED
    return FAILED if any(one.trouble or one.failed or one.conflicts for one in results) else 0


def _list(profile: Profile, sinks: list[str], state: DeliveryState | None, as_json: bool) -> int:
    found = [one for name in sinks for one in profile.connections.deliveries(name, state)]
    if as_json:
        print_json({"deliveries": [_document(one) for one in found]})
        return 0
    for one in found:
        what = one.delivery
        told = f"  {what.remark}" if what.remark else ""
        show(f"{what.sink}  {one.external_id}  {what.state}{told}")
    say(f"{len(found):,} labels")
    return 0


def _document(one: Listed) -> dict[str, Any]:
    delivery = one.delivery.model_dump(exclude={"wanted", "sent", "receipt"})
    return {"source": one.source, "external_id": one.external_id, **delivery}


def _tell(results: list[PushResult], as_json: bool) -> None:
    if as_json:
        named = ("sink", "delivered", "failed", "conflicts", "postponed", "trouble")
        print_json({"sinks": [{name: getattr(one, name) for name in named} for one in results]})
        return
    for one in results:
        show(
            f"{one.sink}: {one.delivered:,} delivered, {one.failed:,} failed, "
            f"{one.conflicts:,} in conflict, {one.postponed:,} tried again later"
        )
        if one.trouble:
            say(f"  {one.trouble}")
        if one.is_elsewhere:
            say("  another process is sending to it now")
    if not results:
        say("No sink is configured. `reviewer-app sink add` makes one.")
