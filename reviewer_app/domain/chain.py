"""The journal's hash chain: each entry commits to its fact's body and to the entry before it."""

from collections.abc import Mapping
from uuid import UUID

from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.json.text import canonical
from reviewer_app.domain.records import Fact, JournalEntry

GENESIS = "0" * 64
"""What the first entry of a device names as its predecessor."""

KINDS: Mapping[str, str] = {
    "Decision": "decision",
    "Decline": "decline",
    "Escalation": "escalation",
    "Assignment": "assignment",
    "Release": "release",
    "ModeChange": "mode_change",
    "PolicyVersion": "policy_version",
    "Erasure": "erasure",
    "Unblinding": "unblinding",
}
"""The journal's name for each class of fact; also the name of its table."""


def kind_of(fact: Fact) -> str:
    """The journal's name for this kind of fact."""
    return KINDS[type(fact).__name__]


def body_of(fact: Fact) -> str:
    """The fact as versioned canonical JSON (RFC 8785): what is hashed and later signed."""
    fields = fact.model_dump(mode="json")
    return canonical({"v": 1, "kind": kind_of(fact), **fields})


def next_entry(fact: Fact, device_id: UUID, head: JournalEntry | None) -> JournalEntry:
    """The entry that follows `head` on this device's chain."""
    n = head.n + 1 if head else 1
    previous = head.hash if head else GENESIS
    body = body_of(fact)
    body_hash = digest_of(body)
    return JournalEntry(
        device_id=device_id,
        n=n,
        kind=kind_of(fact),
        fact_id=fact.id,
        body=body,
        body_hash=body_hash,
        previous_hash=previous,
        hash=_link(device_id, n, kind_of(fact), body_hash, previous),
    )


def rechained(entry: JournalEntry, device_id: UUID, head: JournalEntry | None) -> JournalEntry:
    """The entry's fact as it follows `head` on another device's chain; not signed yet."""
    n = head.n + 1 if head else 1
    previous = head.hash if head else GENESIS
    return entry.model_copy(
        update={
            "device_id": device_id,
            "n": n,
            "previous_hash": previous,
            "hash": _link(device_id, n, entry.kind, entry.body_hash, previous),
            "signature": "",
            "key_id": "",
        }
    )


def link_of(entry: JournalEntry) -> str:
    """What the entry's hash has to be, by all else that it holds."""
    return _link(entry.device_id, entry.n, entry.kind, entry.body_hash, entry.previous_hash)


def _link(device_id: UUID, n: int, kind: str, body_hash: str, previous: str) -> str:
    return digest_of(canonical([str(device_id), n, kind, body_hash, previous]))
