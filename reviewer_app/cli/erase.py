"""`erase`: takes contents away for good, on request or because they were kept long enough."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

import typer

from reviewer_app.cli.output import AsJson, ProgressLine, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.queue import Picked
from reviewer_app.profile import Profile
from reviewer_app.services import lookup
from reviewer_app.services.erasing import Erased, ErasingUnexplained

FAILED, STOPPED = 1, 130


class ErasureUnclear(UsageError):
    """Items are named, or all that expired are meant: not both, and not neither."""

    def __init__(self) -> None:
        super().__init__(
            "Name the items to erase, with --reason, or say --expired. Nothing was erased."
        )


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(erase)


def erase(
    context: typer.Context,
    item: Annotated[list[str] | None, typer.Argument(help="Ids, or the source's own ids.")] = None,
    reason: Annotated[
        str, typer.Option(help="Why. It is kept, so do not quote what is erased.")
    ] = "",
    every_revision: Annotated[
        bool, typer.Option("--every-revision", help="The other versions of these items too.")
    ] = False,
    expired: Annotated[
        bool, typer.Option("--expired", help="All that the policy's `retention` no longer keeps.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be erased, and erase nothing.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Erases the contents of items, for good: here, in the search, and in the kept copies.

    Decisions, digests and the journal stay. Copies that you made elsewhere are not reached.
    """
    profile: Profile = context.obj.profile
    if bool(item) is expired:
        raise ErasureUnclear
    if item and not reason.strip() and not dry_run:
        raise ErasingUnexplained
    ids = _named(profile, item or [], every_revision)
    if dry_run:
        _print_plan(profile, ids, as_json)
        return 0
    result = _erased(profile, None if expired else ids, reason)
    _print_result(result, as_json)
    if result.is_cancelled:
        return STOPPED
    return 0 if _is_complete(result) else FAILED


def _erased(profile: Profile, ids: Sequence[UUID] | None, reason: str) -> Erased:
    """Erases these, or what the policy no longer keeps."""
    line = ProgressLine("erasing")
    with stoppable() as cancelled:
        if ids is None:
            result = profile.erasing.erase_expired(line, cancelled)
        else:
            result = profile.erasing.erase(ids, reason, line, cancelled)
    line.clear()
    return result


def _named(profile: Profile, names: Sequence[str], every_revision: bool) -> list[UUID]:
    ids = tuple(lookup.item_id(profile.store, name) for name in names)
    return profile.erasing.picked(Picked(ids), every_revision=every_revision)


def _print_plan(profile: Profile, ids: Sequence[UUID], as_json: bool) -> None:
    steps = {} if ids else profile.erasing.expired()
    count = len(ids) or sum(steps.values())
    if as_json:
        print_json({"would_erase": count, "items": list(ids), "steps": steps_document(steps)})
        return
    show(f"Contents that would be erased: {count:,}. Nothing was.")
    for line in step_lines(steps):
        show(line)


def steps_document(steps: Mapping[tuple[str, str], int]) -> list[dict[str, Any]]:
    """How many contents of each step expired."""
    return [{"workflow": w, "step": s, "items": n} for (w, s), n in steps.items()]


def step_lines(steps: Mapping[tuple[str, str], int]) -> list[str]:
    """The same, a line a step."""
    return [f"  {n:>6,}  {workflow} › {step}" for (workflow, step), n in steps.items()]


def _is_complete(result: Erased) -> bool:
    return result.is_tidy and all(copy.is_done for copy in result.copies)


def _print_result(result: Erased, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "erased": len(result.items),
                "items": list(result.items),
                "already": result.already,
                "copies": [
                    {"path": str(c.path), "items": c.items, "fault": c.fault or None}
                    for c in result.copies
                ],
                "complete": _is_complete(result),
            }
        )
        return
    show(f"Contents erased: {len(result.items):,}; erased before: {result.already:,}.")
    for copy in result.copies:
        if copy.is_done:
            show(f"Erased in the copy {copy.path} too: {copy.items:,}.")
        else:
            say(f"{copy.path} could not be cleaned: {copy.fault}. Delete it, or erase again.")
    if not result.is_tidy:
        say(
            "Traces may still be read in the database's files, since something reads them now. "
            "They go when the program is started next."
        )
    say("Copies and exports that you made elsewhere hold the contents still.")
