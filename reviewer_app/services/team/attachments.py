"""Attachments on demand: fetched when opened or taken along, and checked against their hash."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.team.access import Access
from reviewer_app.store import arrivals
from reviewer_app.store.hub import pieces, wire
from reviewer_app.store.store import Store

LARGEST = 256 << 20
"""Bytes of one attachment that are fetched at most."""


class AttachmentDamaged(ReviewerError):
    """What came is not the file whose hash the item carries."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "The attachment “{name}” on the hub is not the one that came with the item, so it "
                "is not shown. Tell a lead; the source has to be pulled again.",
                name=name,
            )
        )


class AttachmentTooLarge(ReviewerError):
    """The file is larger than what is fetched."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(
            sentence(
                "The attachment “{name}” has {size} MB; at most {most} MB are fetched.",
                name=name,
                size=size >> 20,
                most=LARGEST >> 20,
            )
        )


class Files:
    """The attachments of this profile, wherever their bytes are."""

    def __init__(self, store: Store, access: Access) -> None:
        self._store, self._access = store, access

    def data(self, attachment_id: UUID) -> bytes:
        """The bytes of an attachment, fetched from the hub where they are not here.

        Raises:
            AttachmentDamaged, AttachmentTooLarge, HubUnreachable: they are not to be had.
        """
        with self._store.reading() as connection:
            found = arrivals.attachment(connection, attachment_id)
            if found is None or arrivals.has_data(connection, found.hash):
                return arrivals.attachment_data(connection, attachment_id)
        if self._access.hub() is None:
            return b""
        with self._access.connected() as link:
            self._fetch(link, attachment_id)
        with self._store.reading() as connection:
            return arrivals.attachment_data(connection, attachment_id)

    def bring(self, link: "wire.Link", items: Sequence[UUID]) -> None:
        """Fetches what comes with these items and is not here; too large ones stay there."""
        for item_id in items:
            for attachment_id in self.missing(item_id):
                self._fetch(link, attachment_id)

    def missing(self, item_id: UUID) -> list[UUID]:
        """What comes with an item, is not here, and is not too large to be fetched."""
        with self._store.reading() as connection:
            return [
                file.id
                for file in arrivals.attachments(connection, item_id)
                if file.size <= LARGEST and not arrivals.has_data(connection, file.hash)
            ]

    def _fetch(self, link: "wire.Link", attachment_id: UUID) -> None:
        with self._store.reading() as connection:
            file = arrivals.attachment(connection, attachment_id)
        if file is None:
            return
        if file.size > LARGEST:
            raise AttachmentTooLarge(file.name, file.size)
        found: list[bytes] = []
        while (piece := pieces.chunk(link, attachment_id, len(found))) is not None:
            found.append(piece)
            if sum(map(len, found)) > file.size:
                break
        if hashlib.sha256(b"".join(found)).hexdigest() != file.hash:
            raise AttachmentDamaged(file.name)
        with self._store.writing() as connection:
            arrivals.put_pieces(connection, file.hash, found)
