"""Ids that two machines make alike: of an item from its content, of a judgement from its words."""

import hashlib
import json
from collections.abc import Sequence
from uuid import UUID

from reviewer_app.domain.incoming import Incoming, Judgement

CONTENT_VERSION = "reviewer/content/1"
IMPORT_VERSION = "reviewer/judgement/1"
PERSON_VERSION = "reviewer/annotator/1"
REFUSAL_VERSION = "reviewer/refusal/1"

PIECE = 1 << 18
"""Characters of a long text that are hashed at a time."""


def digest_of(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def hashed_id(*parts: str) -> UUID:
    """A UUIDv8 (RFC 9562) of the parts: the same parts give the same id on every machine."""
    digest = bytearray(bytes.fromhex(_digest_of_list(parts))[:16])
    digest[6] = (digest[6] & 0x0F) | 0x80
    digest[8] = (digest[8] & 0x3F) | 0x80
    return UUID(bytes=bytes(digest))


def content_hash(incoming: Incoming, workflow: str, step: str) -> str:
    """The digest of what a person judges: a change of it is a new revision.

    Covers workflow, step, input, output, output type and the attachments' digests, as a canonical
    JSON array (RFC 8785). Metadata and confidence are left out, so that a platform that writes
    our own label into its metadata makes no revision.
    """
    attached = [
        part
        for file in incoming.attachments
        for part in (file.name, hashlib.sha256(file.data).hexdigest())
    ]
    parts = [CONTENT_VERSION, workflow, step, incoming.output_type, incoming.output]
    parts += ["0"] if incoming.input is None else ["1", incoming.input]
    return _digest_of_list([*parts, *attached])


def item_id(source: str, external_id: str, content: str) -> UUID:
    """The id of a content under a source's own id."""
    return hashed_id(source, external_id, content)


def judgement_id(item: UUID, judgement: Judgement) -> UUID:
    """The id of an imported judgement, so that importing it twice changes nothing."""
    return hashed_id(
        IMPORT_VERSION,
        str(item),
        judgement.annotator,
        judgement.verdict or "abstain",
        judgement.corrected_output or "",
        judgement.comment or "",
        judgement.decided_at.isoformat() if judgement.decided_at else "",
    )


def annotator_id(source: str, name: str) -> UUID:
    """The person behind an annotator's name: of that source, never mixed with the team's."""
    return hashed_id(PERSON_VERSION, source, name)


def refusal_id(source: str, place: str, field: str, reason: str) -> UUID:
    """The id of a refusal: the same record refused again for the same reason is the same one."""
    return hashed_id(REFUSAL_VERSION, source, place, field, reason)


def _digest_of_list(texts: Sequence[str]) -> str:
    """SHA-256 of a list of texts as canonical JSON (RFC 8785), without holding it as a whole."""
    digest = hashlib.sha256(b"[")
    for n, text in enumerate(texts):
        digest.update(b',"' if n else b'"')
        for start in range(0, len(text), PIECE):
            piece = json.dumps(text[start : start + PIECE], ensure_ascii=False)
            digest.update(piece[1:-1].encode())
        digest.update(b'"')
    digest.update(b"]")
    return digest.hexdigest()
