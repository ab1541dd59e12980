"""`pull`: new outputs come in; refused ones are listed and tried again."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from reviewer_app.cli.context import Session
from reviewer_app.cli.output import AsJson, ProgressLine, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.connections.feeds import SourceUnknown
from reviewer_app.connections.schedule import Happened
from reviewer_app.domain.durations import parse_duration
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.mapping import parse_mapping
from reviewer_app.domain.records import Refusal
from reviewer_app.domain.validation import FieldMapping
from reviewer_app.services.intake import PullResult
from reviewer_app.services.progress import Cancelled

STOPPED = 130
LOOK_SECONDS = 1.0
"""How often a service looks whether a connection is due."""

TENDED_SECONDS = 60.0
"""How often a service exchanges with the hub and looks what is to be erased."""

NAMED = 10
"""Refusals that are named on the screen; `--refused` lists all."""


class NothingToPull(UsageError):
    """Neither a file nor a source was named, and none is configured."""

    def __init__(self) -> None:
        super().__init__(
            "There is nothing to pull. Name a file with --file PATH, or configure a source with "
            "`reviewer-app source add`."
        )


class OptionsMisfit(UsageError):
    """Options that say nothing together."""

    def __init__(self, option: str, needed: str) -> None:
        super().__init__(f"{option} goes with {needed}.")


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(pull)


def pull(
    context: typer.Context,
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE")] = None,
    file: Annotated[
        Path | None,
        typer.Option(help="Read this file whole: JSON Lines, JSON, CSV or Parquet, also gzipped."),
    ] = None,
    source: Annotated[
        str | None, typer.Option(help="The file's source; its name without endings otherwise.")
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=PATH", help="Where a record has a field."),
    ] = None,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Go on pulling and pushing, as a service; Ctrl-C ends it."),
    ] = False,
    every: Annotated[
        str | None, typer.Option(help="With --watch: how often, instead of what each source has.")
    ] = None,
    refused: Annotated[bool, typer.Option(help="List what was refused.")] = False,
    retry: Annotated[bool, typer.Option(help="With --refused: read it again.")] = False,
    as_json: AsJson = False,
) -> int:
    """Pulls new outputs from a file, or from sources: all that are configured, or those named."""
    session: Session = context.obj
    if refused:
        return _refused(session, retry, as_json)
    if retry:
        raise OptionsMisfit("--retry", "--refused")
    if every and not watch:
        raise OptionsMisfit("--every", "--watch")
    if file is None and (source or mapping):
        raise OptionsMisfit("--source or --map", "--file PATH")
    if watch:
        return _watch(session, sources or [], every)
    _ask_for_policy(session)
    with stoppable() as cancelled:
        if file is not None:
            result = _file(session, file, (source, parse_mapping(mapping or [])), cancelled)
        else:
            result = _configured(session, sources or [], cancelled)
    _report(result, as_json)
    return STOPPED if result.cancelled else 0


def _ask_for_policy(session: Session) -> None:
    """In a team what comes in is judged by the team's policy."""
    profile = session.profile
    if profile.access.hub() is not None and not profile.rounds.refresh_policy():
        say("The team hub does not answer; the policy that is known here judges what comes in.")


def _file(
    session: Session, file: Path, how: tuple[str | None, FieldMapping], cancelled: Cancelled
) -> PullResult:
    """Pulls a file; `how` names its source, and where a record has its fields."""
    source, fields = how
    line = ProgressLine(file.name)
    result = session.profile.feeds.pull_file(file, fields, source, line, cancelled)
    line.clear()
    return result


def _configured(session: Session, names: list[str], cancelled: Cancelled) -> PullResult:
    profile = session.profile
    chosen = names or sorted(profile.settings.sources)
    if not chosen:
        raise NothingToPull
    for name in chosen:
        profile.feeds.source(name)
    result = PullResult()
    for name in chosen:
        line = ProgressLine(name)
        result = result + profile.pulls.pull(name, line, cancelled)
        line.clear()
        if result.cancelled:
            break
    return result


def _watch(session: Session, names: list[str], every: str | None) -> int:
    """Pulls and pushes until it is stopped; each that brought something is a line."""
    profile = session.profile
    known = {*profile.settings.sources, *profile.pushes.configured()}
    if not known:
        raise NothingToPull
    for name in names:
        if name not in known:
            raise SourceUnknown(name, sorted(known))
    seconds = parse_duration(every).total_seconds() if every else None
    schedule = replace(profile.schedule, every=seconds)
    tended = 0.0
    with stoppable() as cancelled:
        while not cancelled():
            schedule.work(_tell, cancelled, names)
            if time.monotonic() - tended >= (seconds or TENDED_SECONDS):
                profile.tend(cancelled)
                tended = time.monotonic()
            _sleep(min(LOOK_SECONDS, seconds or LOOK_SECONDS), cancelled)
    return 0


def _tell(happened: Happened) -> None:
    pulled, pushed = happened.pulled, happened.pushed
    if happened.trouble:
        say(f"{happened.name}: {happened.trouble}")
    elif pulled is not None and pulled.new + pulled.revised + pulled.refused_count:
        refused = f", {pulled.refused_count:,} refused" if pulled.refused_count else ""
        say(f"{happened.name}: {pulled.new:,} new, {pulled.flagged:,} flagged{refused}")
    elif pushed is not None and pushed.delivered + pushed.failed + pushed.conflicts:
        say(
            f"{happened.name}: {pushed.delivered:,} labels delivered, {pushed.failed:,} failed, "
            f"{pushed.conflicts:,} in conflict"
        )


def _sleep(seconds: float, cancelled: Cancelled) -> None:
    """Waits, and stops waiting when somebody wants to stop."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and not cancelled():
        time.sleep(min(0.2, seconds))


def _refused(session: Session, retry: bool, as_json: bool) -> int:
    profile = session.profile
    if retry:
        with stoppable() as cancelled:
            result = profile.feeds.retry_refused(ProgressLine("again"), cancelled)
        if not as_json:
            _report(result, as_json=False)
    standing = profile.intake.standing_refusals()
    if as_json:
        print_json({"refused": [_refusal(r) for r in standing]})
        return 0
    for refusal in standing:
        show(f"{refusal.source}  {refusal.place}  {refusal.field}: {refusal.reason}")
    say(f"Refused and kept: {len(standing):,}")
    return 0


def _report(result: PullResult, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "new": result.new,
                "unchanged": result.unchanged,
                "revised": result.revised,
                "flagged": result.flagged,
                "sampled": result.sampled,
                "released": result.released,
                "refused": [_problem(p) for p in result.refused],
                "refused_count": result.refused_count,
                "cancelled": result.cancelled,
            }
        )
        return
    show(
        f"{result.new:,} new, {result.revised:,} revised, {result.unchanged:,} unchanged: "
        f"{result.flagged:,} flagged, {result.sampled:,} drawn for audit, "
        f"{result.released:,} released, {result.refused_count:,} refused"
    )
    for problem in result.refused[:NAMED]:
        say(f"  {problem.place}  {problem.field}: {problem.reason}")
    if result.refused_count > NAMED:
        say(f"  … and {result.refused_count - NAMED:,} more: reviewer-app pull --refused")


def _problem(problem: Problem) -> dict[str, str]:
    return {"place": problem.place, "field": problem.field, "reason": problem.reason}


def _refusal(refusal: Refusal) -> dict[str, Any]:
    return {
        "source": refusal.source,
        "place": refusal.place,
        "field": refusal.field,
        "reason": refusal.reason,
        "at": refusal.at,
        "raw": refusal.raw,
    }
