"""`labels export`, `check` and `import`: judgements out as labels, and in from elsewhere."""

from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from reviewer_app.cli.output import AsJson, ProgressLine, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.domain.mapping import parse_mapping
from reviewer_app.domain.vocabulary import Origin, Risk, Verdict
from reviewer_app.services.export import (
    Choice,
    Exported,
    ExportStopped,
    LabelFilter,
    mismatches,
)
from reviewer_app.services.history import ImportResult

STOPPED = 130

labels = typer.Typer(help="Feeds labels back; brings in judgements made elsewhere.")


class Format(StrEnum):
    """The formats that labels go out in."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    DATASET = "dataset"
    SFT = "sft"
    DPO = "dpo"
    DPO_PLAIN = "dpo-plain"
    INSPECT = "inspect"
    PROMPTFOO = "promptfoo"
    LABEL_STUDIO = "label-studio"


class SelectedBy(StrEnum):
    """What put an item before a person."""

    FLAG = "flag"
    AUDIT = "audit"
    ALL = "all"
    NONE = "none"
    IMPORT = "import"


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.add_typer(labels, name="labels")


@labels.command()
def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write; for `dataset` a folder.")],
    name: Annotated[Format, typer.Option("--format", help="Its format.")] = Format.JSONL,
    workflow: Annotated[str | None, typer.Option()] = None,
    step: Annotated[str | None, typer.Option()] = None,
    agent: Annotated[str | None, typer.Option()] = None,
    source: Annotated[str | None, typer.Option()] = None,
    verdict: Annotated[Verdict | None, typer.Option()] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Decided at this time (UTC) or later.")
    ] = None,
    until: Annotated[datetime | None, typer.Option(help="Decided before this time (UTC).")] = None,
    risk: Annotated[Risk | None, typer.Option(help="What was flagged with this risk.")] = None,
    selected_by: Annotated[
        SelectedBy | None, typer.Option(help="How the item came to be judged.")
    ] = None,
    origin: Annotated[
        Origin | None, typer.Option(help="Where one of the decisions was made.")
    ] = None,
    error_type: Annotated[str | None, typer.Option(help="What was found wrong.")] = None,
    reviewer: Annotated[str | None, typer.Option(help="Who was one of those to decide.")] = None,
    without_comments: Annotated[
        bool, typer.Option("--without-comments", help="Leave out what reviewers wrote.")
    ] = False,
    pseudonymous: Annotated[
        bool,
        typer.Option(
            "--pseudonymous",
            help="Put pseudonyms in the place of reviewers' names. Comments may still name people.",
        ),
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Writes the labels of all resolved items, or of those that the filters leave.

    A manifest beside them says what they are and how they were selected.
    """
    wanted = LabelFilter(
        workflow=workflow,
        step=step,
        agent=agent,
        source=source,
        verdict=verdict,
        since=_in_utc(since),
        until=_in_utc(until),
        risk=risk,
        selected_by=selected_by,
        origin=origin,
        error_type=error_type,
        reviewer=reviewer,
    )
    choice = Choice(wanted, comments=not without_comments, pseudonymous=pseudonymous)
    line = ProgressLine(out.name)
    try:
        with stoppable() as cancelled:
            done = context.obj.profile.export.write(out, name, choice, line, cancelled)
    except ExportStopped:
        say(f"Stopped. {out} is as it was.")
        return STOPPED
    line.clear()
    _tell(done, out, name, as_json=as_json)
    return 0


def _tell(done: Exported, out: Path, name: str, *, as_json: bool) -> None:
    """Says what an export wrote, and what it left out."""
    if as_json:
        print_json({**asdict(done), "path": str(out), "format": name})
        return
    show(f"{done.labels:,} labels written to {out}")
    for why, n in done.left_out.items():
        say(f"  {n:,} left out: {why}")
    say(f"  what they are and how they were selected: {done.manifest}")


@labels.command()
def check(
    out: Annotated[Path, typer.Argument(help="A file or folder that was exported.")],
    as_json: AsJson = False,
) -> int:
    """Checks that exported labels are what their manifest says: whole, and as they were written."""
    changed = mismatches(out)
    is_ok = changed == []
    if as_json:
        print_json({"ok": is_ok, "manifest": changed is not None, "changed": changed or []})
    elif changed is None:
        say(f"{out} has no manifest of an export beside it.")
    elif changed:
        say("Not what the manifest says: " + ", ".join(changed))
        say("They were changed since, or the export was cut off. Export them again.")
    else:
        show(f"{out} is whole, and as it was written.")
    return 0 if is_ok else 1


@labels.command(name="import")
def import_labels(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Records that carry `human` judgements.")],
    source: Annotated[
        str | None, typer.Option(help="The file's source; its name without endings otherwise.")
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=PATH", help="Where a record has a field."),
    ] = None,
    propensity: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="How likely each item was to be judged, if you know."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Brings in human judgements that were made elsewhere, marked as imported."""
    profile = context.obj.profile
    fields = parse_mapping(mapping or [])
    line = ProgressLine(file.name)
    with stoppable() as cancelled:
        result = profile.feeds.import_file(file, fields, source, propensity, line, cancelled)
    line.clear()
    if as_json:
        print_json(_document(result))
    else:
        show(
            f"{result.judgements:,} judgements brought in ({result.unchanged:,} were known): "
            f"{result.labels:,} labels, {result.disputes:,} disputes, {result.declines:,} "
            f"abstentions; {result.new_items:,} items were new, {result.refused_count:,} refused"
        )
        for problem in result.refused[:10]:
            say(f"  {problem.place}  {problem.field}: {problem.reason}")
    return STOPPED if result.cancelled else 0


def _in_utc(time: datetime | None) -> datetime | None:
    return time.replace(tzinfo=time.tzinfo or UTC) if time else None


def _document(result: ImportResult) -> dict[str, Any]:
    named = ("place", "field", "reason")
    refused = [{name: getattr(problem, name) for name in named} for problem in result.refused]
    return {**asdict(result), "refused": refused}
