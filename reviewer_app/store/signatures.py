"""Who signs the journal: the devices and their public keys, and which entries are signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, update

from reviewer_app.domain import signing
from reviewer_app.domain.inspection import Terms
from reviewer_app.domain.records import JournalEntry
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.signing import Ring
from reviewer_app.store.journal import JOURNAL
from reviewer_app.store.rows import record_of, table_of
from reviewer_app.store.tables import DeviceRow, PersonRow

DEVICE, PERSON = table_of(DeviceRow), table_of(PersonRow)


@dataclass(frozen=True)
class Signatory:
    """A device that chains entries: whose it is, which keys it has had.

    `is_ours` marks those whose whole chain is here: this one, and those that it goes on from.
    """

    id: UUID
    name: str
    person: str
    keys: str
    is_ours: bool

    @cached_property
    def ring(self) -> Ring:
        """Its public keys, the newest first."""
        return signing.ring(self.keys)

    @property
    def terms(self) -> Terms:
        """What is demanded of its entries here."""
        return Terms(is_whole=self.is_ours, ring=self.ring)

    @property
    def called(self) -> Sentence:
        """The device in words."""
        return sentence("“{name}” ({person})", name=self.name, person=self.person)


def signatories(connection: Connection) -> dict[UUID, Signatory]:
    """Every device that is known here."""
    query = select(
        DEVICE.c.id,
        DEVICE.c.name,
        PERSON.c.name.label("person"),
        DEVICE.c.public_key,
        (DEVICE.c.is_this | DEVICE.c.is_whole).label("is_ours"),
    ).select_from(DEVICE.outerjoin(PERSON, PERSON.c.id == DEVICE.c.person_id))
    return {
        row.id: Signatory(row.id, row.name, row.person or "", row.public_key, bool(row.is_ours))
        for row in connection.execute(query)
    }


def put_keys(connection: Connection, device_id: UUID, keys: str) -> None:
    """Keeps a device's list of public keys, in the place of the one before."""
    connection.execute(update(DEVICE).where(DEVICE.c.id == device_id).values(public_key=keys))


def last_signed(connection: Connection, device_id: UUID) -> JournalEntry | None:
    """The last entry of a device that is signed."""
    query = (
        select(JOURNAL)
        .where(JOURNAL.c.device_id == device_id, JOURNAL.c.signature != "")
        .order_by(JOURNAL.c.n.desc())
        .limit(1)
    )
    row = connection.execute(query).mappings().one_or_none()
    return record_of(JournalEntry, row) if row else None


def pending(
    connection: Connection, device_id: UUID, after: JournalEntry | None, most: int
) -> list[JournalEntry]:
    """The entries of a device behind the last signed one."""
    query = (
        select(JOURNAL)
        .where(JOURNAL.c.device_id == device_id, JOURNAL.c.n > (after.n if after else 0))
        .order_by(JOURNAL.c.n)
        .limit(most)
    )
    return [record_of(JournalEntry, row) for row in connection.execute(query).mappings()]


def put_signatures(
    connection: Connection, device_id: UUID, key_id: str, signatures: Mapping[int, str]
) -> None:
    """Keeps the signatures of a device's entries, by their numbers."""
    statement = (
        update(JOURNAL)
        .where(JOURNAL.c.device_id == device_id, JOURNAL.c.n == bindparam("at"))
        .values(key_id=key_id, signature=bindparam("made"))
    )
    rows = [{"at": n, "made": signature} for n, signature in signatures.items()]
    if rows:
        connection.execute(statement, rows)
