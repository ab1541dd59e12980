"""The program's commands and options, and how errors become sentences and exit codes."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from reviewer_app import __version__
from reviewer_app.cli import (
    assign,
    erase,
    gold,
    hub,
    labels,
    policy,
    pull,
    review,
    settle,
    sink,
    source,
    upkeep,
    window,
)
from reviewer_app.cli.context import Session
from reviewer_app.cli.output import say
from reviewer_app.domain.errors import ReviewerError, UsageError

DONE, FAILED, MISUSED, STOPPED = 0, 1, 2, 130

app = typer.Typer(
    name="reviewer-app",
    help="A queue where people review what AI agents produce. Without a command: the window.",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reviewer-app {__version__}")
        raise typer.Exit


@app.callback()
def program(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(envvar="REVIEWER_HOME", help="Keep everything of a profile in this folder."),
    ] = None,
    offline: Annotated[bool, typer.Option(help="Never touch the network.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """Opens the window when no command is given."""
    del version  # it was printed before this
    context.obj = Session(home, is_offline=offline)
    context.call_on_close(context.obj.close)
    if context.invoked_subcommand is None:
        raise typer.Exit(window.open_profile_window(context.obj))


pull.add_to(app)
review.add_to(app)
policy.add_to(app)
labels.add_to(app)
gold.add_to(app)
erase.add_to(app)
source.add_to(app)
sink.add_to(app)
assign.add_to(app)
settle.add_to(app)
hub.add_to(app)
upkeep.add_to(app)
window.add_to(app)


def run(arguments: Sequence[str]) -> int:
    """Runs a command line; gives its exit code.

    0: done. 1: the work failed. 2: wrong use or configuration. 130: stopped by Ctrl-C.
    """
    try:
        outcome = app(args=list(arguments), standalone_mode=False)
    except UsageError as error:
        say(str(error))
        return MISUSED
    except ReviewerError as error:
        say(str(error))
        return FAILED
    except (typer.Abort, KeyboardInterrupt):
        say("Stopped. What was done before stays.")
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the last place where a bug can become a sentence
        return _unforeseen(error)
    return int(outcome or DONE)


def _unforeseen(error: Exception) -> int:
    """A wrong option is the person's; anything else is ours, and goes to the log."""
    shown = getattr(error, "format_message", None)
    if shown is not None:
        say(f"{shown()} See `reviewer-app --help`.")
        return MISUSED
    logging.getLogger("reviewer.cli").error("unforeseen error", exc_info=error)
    say(
        f"Something went wrong in Reviewer itself ({type(error).__name__}). "
        "What was saved before stays. The log has the details: `reviewer-app doctor` says where."
    )
    return FAILED
