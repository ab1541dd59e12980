"""Records of a reply, each by itself: one that cannot be kept does not cost the others."""

import json
from collections.abc import Mapping
from typing import Any

from reviewer_app.connectors.web.replies import Reply, ReplyUnreadable
from reviewer_app.domain.incoming import Problem
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse

_FAULT = "unreadable by the reviewer"
_RAW_CHARACTERS = 2_000


def sifted(reply: Reply, member: str) -> dict[str, Any]:
    """The reply as an object; of a record that cannot be kept only what can, and why it cannot.

    Args:
        reply: of a platform.
        member: which of the reply's members holds the records.

    Raises:
        ReplyUnreadable: it is no JSON at all.
    """
    try:
        return reply.object()
    except ReplyUnreadable:
        told = _lenient(reply.body)
        if not isinstance(told, dict) or not isinstance(told.get(member), list):
            raise
        return {**told, member: [_kept(record) for record in told[member]]}


def problem_of(record: Mapping[str, Any], place: str) -> Problem | None:
    """Why a sifted record cannot be kept; None where it can."""
    if _FAULT not in record:
        return None
    raw = {name: value for name, value in record.items() if name != _FAULT}
    return Problem(place, "record", record[_FAULT], json.dumps(raw)[:_RAW_CHARACTERS])


def _lenient(body: bytes) -> object:
    """The body as JSON that may hold what is not kept; None where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _kept(record: object) -> object:
    fault = _fault(record)
    if fault is None or not isinstance(record, dict):
        return record if fault is None else {_FAULT: fault}
    return {name: part for name, part in record.items() if _fault(part) is None} | {_FAULT: fault}


def _fault(value: object) -> str | None:
    try:
        parse(json.dumps(value))
    except JsonRefused as refused:
        return refused.reason
    return None
