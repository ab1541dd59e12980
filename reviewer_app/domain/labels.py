"""The evaluation label: what a resolved item teaches, and how it came to be judged."""

from dataclasses import asdict, dataclass
from typing import Any

from reviewer_app.domain.json.changes import field_changes
from reviewer_app.domain.json.text import exact
from reviewer_app.domain.pseudonyms import NameOf, own_name
from reviewer_app.domain.records import Content, Item, Selection
from reviewer_app.domain.resolution import Opinion, Resolution
from reviewer_app.domain.vocabulary import Origin, Severity, Verdict

Label = dict[str, Any]
"""One label as a JSON object with the fields of `LABEL_FIELDS`, in that order."""

IMPORT = "import"
"""How an item was selected that only people elsewhere judged."""

LABEL_FIELDS = (
    "id",
    "source",
    "external_id",
    "workflow",
    "step",
    "agent",
    "model_version",
    "input",
    "output",
    "confidence",
    "verdict",
    "expected_output",
    "field_changes",
    "error_types",
    "severity",
    "comment",
    "spans",
    "rubric",
    "reviewers",
    "decided_at",
    "active_seconds",
    "selected_by",
    "propensity",
    "alternatives",
    "policy_version",
    "policy",
    "flags",
    "origin",
    "digest",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """An item with everything a label is made of.

    `content` is None where it was erased, or is not here whole.
    """

    item: Item
    content: Content | None
    selection: Selection
    resolution: Resolution
    policy_number: int | None = None
    policy_name: str | None = None


def label_of(judged: Judged, name_of: NameOf = own_name) -> Label:
    """The label of a resolved item. Its id is the item's, so that a later one replaces it.

    Where the content is not to be had, what would quote it is null.

    Args:
        judged: the item with everything its label is made of.
        name_of: what the people who decided are called.
    """
    item, outcome, content = judged.item, judged.resolution, judged.content
    fields = {
        "id": str(item.id),
        "source": item.source,
        "external_id": item.external_id,
        "workflow": item.workflow,
        "step": item.step,
        "agent": item.agent,
        "model_version": item.model_version,
        "input": content.input if content else None,
        "output": content.output if content else None,
        "confidence": item.confidence,
        "verdict": outcome.verdict,
        "expected_output": outcome.expected_output,
        "field_changes": _field_changes(judged),
        **_said(outcome.opinions, name_of),
        "decided_at": outcome.decided_at.isoformat() if outcome.decided_at else None,
        **_selected(judged),
        "digest": item.content_hash,
    }
    return {name: fields[name] for name in LABEL_FIELDS}


def selected_by(judged: Judged) -> str:
    """What put the item before a person: `flag`, `audit`, `all`, `none`, or an import."""
    origins = {o.decision.origin for o in judged.resolution.opinions}
    return IMPORT if origins == {Origin.IMPORTED} else judged.selection.selected_by


def _field_changes(judged: Judged) -> list[dict[str, str | None]]:
    """What a correction changed, field by field, where output and correction are JSON."""
    outcome, content = judged.resolution, judged.content
    is_correction = outcome.verdict is Verdict.CORRECT
    if not is_correction or content is None or outcome.expected_output is None:
        return []
    return [asdict(c) for c in field_changes(content.output, outcome.expected_output)]


def _said(opinions: tuple[Opinion, ...], name_of: NameOf) -> Label:
    """What the deciding people said, put together."""
    decisions = [o.decision for o in opinions]
    seconds = [d.active_seconds for d in decisions if d.active_seconds is not None]
    comments = [o.comment for o in opinions if o.comment]
    severities = [d.severity for d in decisions if d.severity]
    return {
        "error_types": list(dict.fromkeys(e for d in decisions for e in d.error_types)),
        "severity": max(severities, key=list(Severity).index) if severities else None,
        "comment": "\n\n".join(comments) if comments else None,
        "spans": [s.model_dump() for d in decisions for s in d.spans],
        "rubric": exact({key: value for d in decisions for key, value in d.rubric.items()}),
        "reviewers": list(dict.fromkeys(map(name_of, opinions))),
        "active_seconds": round(sum(seconds), 3) if seconds else None,
        "origin": "+".join(sorted({str(d.origin) for d in decisions})),
    }


def _selected(judged: Judged) -> Label:
    """How the item came to be judged: without it no rate can be estimated from labels.

    Nobody knows why a judgement made elsewhere was made, unless whoever imported it declared it.
    """
    selection, way = judged.selection, selected_by(judged)
    declared = judged.resolution.opinions[0].decision.propensity if way == IMPORT else None
    return {
        "selected_by": way,
        "propensity": declared if way == IMPORT else selection.propensity,
        "alternatives": list(judged.resolution.alternatives),
        "policy_version": judged.policy_number,
        "policy": judged.policy_name,
        "flags": [flag.rule for flag in selection.flags],
    }
