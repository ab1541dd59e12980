"""`queue`, `show`, `decide`, `decline`, `undo`: reviewing without the window."""

from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from reviewer_app.cli.context import Session
from reviewer_app.cli.documents import decision_document, entry_document, item_document
from reviewer_app.cli.output import AsJson, print_json, say, show
from reviewer_app.cli.remarks import answers_of, spans_of
from reviewer_app.domain.errors import CorrectionMissing, DecisionUnknown, UsageError
from reviewer_app.domain.holding import Holding
from reviewer_app.domain.queue import QueueQuery, Sort
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Risk, Severity, Status, Verdict
from reviewer_app.services import lookup, whole
from reviewer_app.services.acts import Act
from reviewer_app.services.desk import Desk, Remarks, Saved

Spans = Annotated[
    list[str] | None,
    typer.Option(metavar="START:END[:TYPE]", help="A piece of the output that is wrong."),
]
Answers = Annotated[
    list[str] | None,
    typer.Option(metavar="KEY=VALUE", help="The answer to a question of the step."),
]


class FileUnreadable(UsageError):
    """The corrected output cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be read: {why}. Nothing was decided.")


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    for command in (queue, show_item, decide, decline, undo):
        name = "show" if command is show_item else command.__name__
        app.command(name)(command)


def queue(
    context: typer.Context,
    status: Annotated[list[Status] | None, typer.Option(help="Open ones otherwise.")] = None,
    assignee: Annotated[str | None, typer.Option(help="A name, or `me`.")] = None,
    workflow: Annotated[str | None, typer.Option()] = None,
    risk: Annotated[Risk | None, typer.Option()] = None,
    search: Annotated[
        str, typer.Option(help='Words, and filters such as "risk:high confidence:<0.7 decided:me".')
    ] = "",
    sort: Annotated[Sort, typer.Option()] = Sort.PRIORITY,
    limit: Annotated[int, typer.Option(min=0)] = 50,
    as_json: AsJson = False,
) -> None:
    """Lists queue entries, the most urgent first."""
    profile = context.obj.profile
    person = lookup.person_id(profile.store, assignee) if assignee else None
    query = QueueQuery(
        statuses=tuple(status or OPEN_STATUSES),
        assignee=person,
        workflow=workflow,
        risk=risk,
        search=search,
        sort=sort,
    )
    total = profile.review.total(query)
    entries = whole.listed(profile.store, profile.review.page(query, 0, limit))
    if as_json:
        print_json({"total": total, "entries": [entry_document(e) for e in entries]})
        return
    for listed in entries:
        entry = listed.entry
        doubt = "no conf." if entry.confidence is None else f"{entry.confidence:.2f}"
        show(
            f"{entry.item_id}  {entry.status:<9} {entry.risk:<8} {doubt:>8}  "
            f"{entry.workflow} › {entry.step}  {entry.external_id}  {entry.excerpt[:60]}"
        )
    say(f"{total:,} in all")


def show_item(context: typer.Context, item: str, as_json: AsJson = False) -> None:
    """Shows one item whole: output, flags with reasons, decisions, journal entries."""
    profile = context.obj.profile
    found = whole.whole(profile.store, profile.review, lookup.item_id(profile.store, item))
    document = item_document(found)
    if as_json:
        print_json(document)
        return
    about = document["item"]
    show(f"{about['workflow']} › {about['step']}  {about['external_id']}  ({about['id']})")
    agent = f"{about['agent'] or 'unknown agent'} {about['model_version']}".strip()
    confidence = "none given" if about["confidence"] is None else about["confidence"]
    show(f"{agent}, confidence: {confidence}")
    if found.desk.waiting is not None:
        taken = ", ".join(found.desk.waiting.takes_in_order) or "no verdict"
        show(f"an agent waits for the answer; it takes: {taken}")
    for flag in document["selection"]["flags"]:
        show(f"flag  {flag['rule']}: {flag['reason']}  {flag['values']}")
    show(_content(found.desk))
    for decision in document["decisions"]:
        show(f"decision  {decision['verdict'] or 'taken back'} by {decision['person']}")
    show(f"resolution  {document['resolution']['status']}")


def _content(desk: Desk) -> str:
    """What was asked and produced, or why it is not here."""
    if desk.gone is not None:
        who, when = desk.gone.person or "somebody", f"{desk.gone.at:%Y-%m-%d %H:%M} UTC"
        return f"\nThe content was erased on {when} by {who}: {desk.gone.reason}\n"
    content = desk.content
    if desk.held is Holding.ABSENT:
        return "\nThe content is not on this machine; the hub has it.\n"
    rest = "\n… Only the beginning is here; the hub has the rest." if content.truncated else ""
    return f"\nasked\n{content.input or '(nothing)'}\n\nproduced\n{content.output}{rest}\n"


def decide(
    context: typer.Context,
    item: str,
    verdict: Verdict,
    output_file: Annotated[
        Path | None, typer.Option(help="The corrected output, as UTF-8 text.")
    ] = None,
    error_type: Annotated[list[str] | None, typer.Option(help="What was wrong.")] = None,
    severity: Annotated[Severity | None, typer.Option()] = None,
    comment: Annotated[str, typer.Option()] = "",
    to: Annotated[str, typer.Option(help="For escalate: a person, a pool or a role.")] = "leads",
    span: Spans = None,
    answer: Answers = None,
    as_json: AsJson = False,
) -> None:
    """Records a decision on an item, by its id or the source's own id."""
    profile = context.obj.profile
    item_id = lookup.item_id(profile.store, item)
    if verdict is Verdict.CORRECT and output_file is None:
        raise CorrectionMissing
    desk = profile.review.open(item_id)
    remarks = Remarks(
        tuple(error_type or ()),
        severity,
        comment,
        spans=spans_of(span or []),
        rubric=answers_of(answer or [], desk.form.questions),
    )
    act = Act(
        seen=desk.seen,
        verdict=verdict,
        remarks=remarks,
        correction=_text_of(output_file) if output_file and verdict is Verdict.CORRECT else None,
        to=to if verdict is Verdict.ESCALATE else None,
    )
    _print_saved(context.obj, profile.review.decide(act), as_json)


def decline(
    context: typer.Context,
    item: str,
    reason: Annotated[str, typer.Option(help="Why you cannot judge it.")],
    as_json: AsJson = False,
) -> None:
    """Hands an item on to whoever can judge it."""
    profile = context.obj.profile
    seen = profile.review.open(lookup.item_id(profile.store, item)).seen
    _print_saved(context.obj, profile.review.decline(seen, reason), as_json)


def undo(
    context: typer.Context,
    decision: Annotated[str | None, typer.Argument(help="Your last one otherwise.")] = None,
    as_json: AsJson = False,
) -> None:
    """Takes a decision back."""
    try:
        wanted = UUID(decision) if decision else None
    except ValueError:
        raise DecisionUnknown(decision) from None
    _print_saved(context.obj, context.obj.profile.review.undo(wanted), as_json)


def _print_saved(session: Session, saved: Saved, as_json: bool) -> None:
    if not as_json:
        show(saved.sentence)
        if saved.feedback:
            say(saved.feedback)
        return
    listed = whole.listed(session.profile.store, [saved.entry] if saved.entry else [])
    document: dict[str, Any] = {"entry": entry_document(listed[0]) if listed else None}
    if saved.decision is not None:
        document["decision"] = decision_document(saved.decision)
    if saved.feedback:
        document["feedback"] = saved.feedback
    print_json(document)


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode()  # as it is: reading as text would change its line ends
    except UnicodeDecodeError as error:
        raise FileUnreadable(path, f"it is not UTF-8 text (byte {error.start})") from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
