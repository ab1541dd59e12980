"""`verify`, `doctor`, `backup`, `restore`: is everything whole, and how to get it back."""

from pathlib import Path
from typing import Annotated

import typer

from reviewer_app import __version__, secrets
from reviewer_app.app import now
from reviewer_app.cli.context import Session
from reviewer_app.cli.output import AsJson, ProgressLine, print_json, say, show
from reviewer_app.cli.stopping import stoppable
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.paths import resource
from reviewer_app.profile import Profile
from reviewer_app.services import maintenance
from reviewer_app.services.maintenance import Finding

FAILED, STOPPED = 1, 130


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (verify, doctor, backup, restore):
        app.command()(command)


def verify(context: typer.Context, as_json: AsJson = False) -> int:
    """Checks the journal: that nothing was changed, removed or slipped in."""
    profile: Profile = context.obj.profile
    line = ProgressLine("verify")
    with stoppable() as cancelled:
        audit = maintenance.verify(profile.store, line, cancelled)
    line.clear()
    if not audit.is_complete and audit.first_bad is None:
        say("Stopped before the end; what was looked at until then holds.")
        return STOPPED
    if audit.ok:
        _sign(profile)
    if as_json:
        names = ("ok", "entries", "first_bad", "devices", "signed")
        print_json({name: getattr(audit, name) for name in names})
    elif audit.ok:
        signed = f" {audit.signed:,} of them are signed." if audit.signed else ""
        show(f"{audit.entries:,} journal entries hold.{signed}")
    else:
        show(f"The journal does not hold: {audit.first_bad}. Restore a backup from before.")
    return 0 if audit.ok else FAILED


def doctor(
    context: typer.Context,
    rebuild: Annotated[
        bool, typer.Option(help="Fold the queue anew from the facts and fill the search index.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Checks the installation and the profile, and says what it found."""
    session: Session = context.obj
    findings = [*maintenance.examine(session.profile.store), *_installation(session)]
    differed = maintenance.rebuild(session.profile.store) if rebuild else None
    ok = all(f.ok for f in findings)
    if as_json:
        print_json(
            {
                "ok": ok,
                "findings": [{"name": f.name, "ok": f.ok, "seen": f.seen} for f in findings],
                "rebuilt": differed,
            }
        )
    else:
        for finding in findings:
            show(f"{'ok  ' if finding.ok else 'BAD '} {finding.name}: {finding.seen}")
        if differed is not None:
            show(f"ok   rebuilt: {differed:,} queue entries differed from the facts")
    return 0 if ok else FAILED


def backup(context: typer.Context, file: Path, as_json: AsJson = False) -> None:
    """Copies the database, also while it is in use."""
    copy = maintenance.backup(context.obj.profile.store, file)
    if as_json:
        print_json({"path": str(copy)})
    else:
        show(f"Copied to {copy}")


def restore(context: typer.Context, file: Path, as_json: AsJson = False) -> None:
    """Puts a backup in the database's place; what was there is kept."""
    kept = maintenance.restore(context.obj.paths.database, file, now())
    if as_json:
        print_json({"path": str(file), "kept": str(kept) if kept else None})
    else:
        show(f"Restored from {file}." + (f" What was there is kept in {kept}." if kept else ""))


def _sign(profile: Profile) -> None:
    """Signs what was found to hold and is not signed yet; that it cannot be is no failed check."""
    try:
        profile.keys.sign_pending(profile.store.device.id)
    except ReviewerError as error:
        say(str(error))


def _installation(session: Session) -> list[Finding]:
    """What can be said of the program itself. Neither a keyring nor Qt is needed headless."""
    from reviewer_app.ui import libraries  # noqa: PLC0415 - looks, and imports no Qt

    shipped = [resource(n) for n in ("policies/default.toml", "policies/sample.toml", "help")]
    absent = [str(path) for path in shipped if not path.exists()]
    keyring, missing = secrets.unusable(), libraries.missing()
    if missing:
        say(libraries.sentence(missing))
    return [
        Finding("program", ok=True, seen=f"reviewer-app {__version__}"),
        Finding("resources", not absent, ", ".join(absent) or str(resource("help").parent)),
        Finding("log", ok=True, seen=str(session.paths.log / "reviewer.log")),
        Finding("keyring", ok=True, seen=keyring or "usable"),
        Finding("window", ok=True, seen=", ".join(missing) or "its libraries are there"),
    ]
