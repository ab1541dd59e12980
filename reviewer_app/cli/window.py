"""`demo` and the bare command: opening the window."""

import shutil
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from reviewer_app.app import show
from reviewer_app.cli.context import Session
from reviewer_app.cli.output import AsJson, ProgressLine, print_json, say
from reviewer_app.cli.stopping import stoppable
from reviewer_app.profile import SAMPLE_ITEMS, SAMPLE_SEED, Profile
from reviewer_app.services.intake import PullResult


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(demo)


def demo(
    context: typer.Context,
    items: Annotated[int, typer.Option(min=1, help="How many outputs.")] = SAMPLE_ITEMS,
    seed: Annotated[int, typer.Option(help="Another seed is another business.")] = SAMPLE_SEED,
    window: Annotated[bool, typer.Option(help="Open the window on it.")] = True,
    as_json: AsJson = False,
) -> int:
    """Opens the window on a sample business, in a profile that is thrown away unless --home."""
    session: Session = context.obj
    folder = None
    if session.home is None:
        folder = Path(tempfile.mkdtemp(prefix="reviewer-demo-"))
        session.home = folder
    try:
        _fill(session.profile, items, seed, as_json)
        return show(session.profile) if window else 0
    finally:
        session.close()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def open_profile_window(session: Session) -> int:
    """Opens the window on the profile."""
    return show(session.profile)


def _fill(profile: Profile, items: int, seed: int, as_json: bool) -> None:
    """Pulls the sample; a profile that has it already is only opened."""
    if profile.is_sample:
        say("The sample is there already.")
        result = PullResult()
    else:
        line = ProgressLine("sample")
        with stoppable() as cancelled:
            result = profile.pull_sample(items, seed, line, cancelled)
        line.clear()
    if as_json:
        print_json({"new": result.new, "flagged": result.flagged, "sampled": result.sampled})
    else:
        say(f"{result.new:,} outputs: {result.flagged:,} flagged, {result.sampled:,} for audit.")
