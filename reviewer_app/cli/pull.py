"""`pull`: new outputs come in; refused ones are listed and tried again."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from reviewer_app.cli.context import Session
from reviewer_app.cli.output import AsJson, ProgressLine, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.domain.durations import parse_duration
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.mapping import parse_mapping
from reviewer_app.domain.records import Refusal
from reviewer_app.domain.validation import FieldMapping
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.intake import PullResult
from reviewer_app.services.progress import Cancelled

STOPPED = 130
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
        bool, typer.Option("--watch", help="Go on pulling, as a service; Ctrl-C ends it.")
    ] = False,
    every: Annotated[str, typer.Option(help="With --watch: how often.")] = "60s",
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
    if file is None and (source or mapping):
        raise OptionsMisfit("--source or --map", "--file PATH")
    if watch:
        return _watch(session, sources or [], parse_duration(every).total_seconds())
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


def _configured(session: Session, names: list[str], cancelled: Any) -> PullResult:  # noqa: ANN401
    profile = session.profile
    chosen = names or sorted(profile.settings.sources)
    if not chosen:
        raise NothingToPull
    opened = [profile.feeds.source(name) for name in chosen]
    pulls = profile.team_intake.pull if _is_for_team(session) else profile.intake.pull
    result = PullResult()
    for one in opened:
        line = ProgressLine(one.name)
        result = result + pulls(one, line, cancelled)
        line.clear()
        if result.cancelled:
            break
    return result


def _is_for_team(session: Session) -> bool:
    """Whether what is pulled here is the team's: then one machine at a time pulls a source."""
    profile = session.profile
    return profile.access.hub() is not None and profile.review.me.role == Role.INTAKE


def _watch(session: Session, names: list[str], every: float) -> int:
    """Pulls until it is stopped; each pull that brought something is a line."""
    profile = session.profile
    chosen = names or sorted(profile.settings.sources)
    if not chosen:
        raise NothingToPull
    is_for_team = _is_for_team(session)

    def tell(name: str, outcome: PullResult | ReviewerError) -> None:
        if isinstance(outcome, ReviewerError):
            say(f"{name}: {outcome}")
        elif outcome.records:
            say(f"{name}: {outcome.new:,} new, {outcome.flagged:,} flagged")

    with stoppable() as cancelled:
        while not cancelled():
            for name in chosen:
                source = profile.feeds.source(name)
                pull_one = profile.team_intake.pull if is_for_team else profile.intake.pull
                try:
                    tell(name, pull_one(source, cancelled=cancelled))
                except ReviewerError as error:
                    tell(name, error)
            profile.tend(cancelled)
            _sleep(every, cancelled)
    return 0


def _sleep(seconds: float, cancelled: Callable[[], bool]) -> None:
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
