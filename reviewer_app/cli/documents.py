"""The JSON documents that commands print. Fields may be added, never renamed or dropped."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import orjson

from reviewer_app.domain.holding import Holding
from reviewer_app.domain.independence import by_name
from reviewer_app.domain.json.changes import field_changes
from reviewer_app.domain.records import Decision
from reviewer_app.domain.resolution import Opinion
from reviewer_app.services.desk import Desk
from reviewer_app.services.whole import Listed, Whole


def entry_document(listed: Listed) -> dict[str, Any]:
    """An entry of `queue`."""
    entry = listed.entry.model_dump(mode="json")
    item_id = entry.pop("item_id")
    return {
        "id": item_id,
        **entry,
        "status": listed.status,
        "assignee": listed.assignee,
        "held_by": listed.held_by,
        "held_until": listed.held_until,
        "flags": list(listed.flags),
    }


def decision_document(decision: Decision) -> dict[str, Any]:
    """A decision without its words."""
    return decision.model_dump(mode="json")


def item_document(whole: Whole) -> dict[str, Any]:
    """An item of `show`."""
    desk = whole.desk
    content = _content_document(desk)
    selection = desk.selection.model_dump(mode="json", exclude={"item_id"})
    outcome = desk.resolution
    return {
        "item": {
            **desk.item.model_dump(mode="json"),
            **content,
            "metadata": orjson.loads(desk.content.meta),
            "held": desk.held,
            "erasure": asdict(desk.gone) if desk.gone else None,
            "attachments": [a.model_dump(mode="json") for a in desk.attachments],
        },
        "selection": {
            **selection,
            "selected_by": desk.selection.selected_by,
            "policy_version": whole.policy_number,
            "policy": desk.policy,
        },
        "decisions": [_opinion_document(o, desk) for o in _shown(desk)],
        "resolution": {
            "status": desk.entry.status,
            "verdict": outcome.verdict,
            "expected_output": outcome.expected_output,
            "alternatives": list(outcome.alternatives),
            "decided_at": outcome.decided_at,
        },
        "labels": [
            one.model_dump(mode="json", exclude={"item_id", "wanted", "sent", "receipt"})
            for one in whole.deliveries
        ],
        "journal": [e.model_dump(mode="json") for e in whole.journal],
    }


def _content_document(desk: Desk) -> dict[str, Any]:
    """The texts of an item; null where they are not here."""
    content = desk.content.model_dump(mode="json", exclude={"item_id", "meta"})
    is_here = desk.held in {Holding.WHOLE, Holding.HEAD}
    return content if is_here else {**dict.fromkeys(content), "truncated": False}


def _shown(desk: Desk) -> Sequence[Opinion]:
    """The decisions that this person may see, in an order that does not tell who was first."""
    return by_name(desk.opinions) if desk.sight.is_independent else desk.opinions


def _opinion_document(opinion: Opinion, desk: Desk) -> dict[str, Any]:
    """A decision with its words; of people who judge without each other not when they did."""
    output, given = desk.content.output, opinion.correction
    changes = field_changes(output, given) if given is not None else ()
    is_timed = not desk.sight.is_independent or opinion.author == desk.me
    return {
        **decision_document(opinion.decision),
        **({} if is_timed else {"decided_at": None}),
        "person": opinion.person,
        "correction": opinion.correction,
        "comment": opinion.comment,
        "field_changes": [asdict(change) for change in changes],
    }
