"""`labels export` and `labels import`: judgements out as labels, and in from elsewhere."""

from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from reviewer_app.cli.output import AsJson, ProgressLine, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.domain.mapping import parse_mapping
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.export import ExportStopped, LabelFilter
from reviewer_app.services.history import ImportResult

STOPPED = 130

labels = typer.Typer(help="Feeds labels back; brings in judgements made elsewhere.")


class Format(StrEnum):
    """The formats of label files."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.add_typer(labels, name="labels")


@labels.command()
def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    name: Annotated[Format, typer.Option("--format", help="Its format.")] = Format.JSONL,
    workflow: Annotated[str | None, typer.Option()] = None,
    step: Annotated[str | None, typer.Option()] = None,
    agent: Annotated[str | None, typer.Option()] = None,
    source: Annotated[str | None, typer.Option()] = None,
    verdict: Annotated[Verdict | None, typer.Option()] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Decided at this time (UTC) or later.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Writes the labels of all resolved items, or of those that the filters leave."""
    wanted = LabelFilter(
        workflow=workflow,
        step=step,
        agent=agent,
        source=source,
        verdict=verdict,
        since=since.replace(tzinfo=since.tzinfo or UTC) if since else None,
    )
    line = ProgressLine(out.name)
    try:
        with stoppable() as cancelled:
            count = context.obj.profile.export.write(out, name, wanted, line, cancelled)
    except ExportStopped:
        say(f"Stopped. {out} is as it was.")
        return STOPPED
    line.clear()
    if as_json:
        print_json({"labels": count, "path": str(out), "format": name})
    else:
        show(f"{count:,} labels written to {out}")
    return 0


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


def _document(result: ImportResult) -> dict[str, Any]:
    named = ("place", "field", "reason")
    refused = [{name: getattr(problem, name) for name in named} for problem in result.refused]
    return {**asdict(result), "refused": refused}
