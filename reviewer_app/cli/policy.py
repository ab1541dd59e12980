"""`policy check`, `apply`, `show`: the document that decides what people see."""

from pathlib import Path
from typing import Annotated, Any

import typer

from reviewer_app.cli.erase import step_lines, steps_document
from reviewer_app.cli.output import AsJson, print_json, say, show
from reviewer_app.policy.problems import Problem
from reviewer_app.services.policies import Preview

MISUSED = 2

policy = typer.Typer(help="Checks a policy, puts it in force, shows the one in force.")


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.add_typer(policy, name="policy")


@policy.command()
def check(
    context: typer.Context, file: Annotated[Path, typer.Argument()], as_json: AsJson = False
) -> int:
    """Loads a policy, explains what is wrong with it, and tries it on the last items."""
    profile = context.obj.profile
    loaded, _ = profile.policies.check(file)
    preview = profile.policies.preview(loaded.policy) if loaded.policy else None
    expired = profile.erasing.expired(loaded.policy) if loaded.policy else {}
    if as_json:
        print_json(
            {
                "ok": loaded.policy is not None,
                "problems": [_problem(p) for p in loaded.problems],
                "preview": _preview(preview) if preview else None,
                "expired": steps_document(expired),
            }
        )
    else:
        for problem in loaded.problems:
            say(str(problem))
        if loaded.policy is not None:
            show(f"{file.name}: “{loaded.policy.name}”, {len(loaded.policy.rules)} rules, loads.")
        if preview is not None and preview.items:
            show(f"Of the last {preview.items:,} items it would flag {preview.flagged:,}:")
            for name, n in preview.by_rule.items():
                show(f"  {n:>6,}  {name}")
        if expired:
            count = sum(expired.values())
            show(f"Contents that it would keep no longer (`erase --expired`): {count:,}")
            for line in step_lines(expired):
                show(line)
    return 0 if loaded.policy is not None else MISUSED


@policy.command()
def apply(
    context: typer.Context, file: Annotated[Path, typer.Argument()], as_json: AsJson = False
) -> None:
    """Puts a policy in force for what is pulled from now on."""
    version = context.obj.profile.policies.apply(file)
    if as_json:
        print_json({"version": version.number, "name": version.name, "id": str(version.id)})
    else:
        show(f"“{version.name}” is in force as version {version.number}.")


@policy.command(name="show")
def show_policy(context: typer.Context, as_json: AsJson = False) -> None:
    """Shows the policy in force."""
    version = context.obj.profile.policies.in_force()
    if as_json:
        print_json(version.model_dump(mode="json"))
    else:
        show(f"# “{version.name}”, version {version.number}, since {version.at:%Y-%m-%d %H:%M} UTC")
        show(version.text)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "section": problem.section,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "is_error": problem.is_error,
    }


def _preview(preview: Preview) -> dict[str, Any]:
    return {"items": preview.items, "flagged": preview.flagged, "by_rule": dict(preview.by_rule)}
