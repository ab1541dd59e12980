"""Profiles whose journals are signed, and entries of a colleague's machine beside one's own."""

from collections.abc import Collection

from sqlalchemy import insert, select

from reviewer_app.domain.chain import KINDS
from reviewer_app.domain.records import Device, Person
from reviewer_app.profile import Profile
from reviewer_app.services.keys import Keys
from reviewer_app.store import identity, signatures
from reviewer_app.store.journal import JOURNAL, ROWS
from reviewer_app.store.rows import add_all, table_of
from reviewer_app.store.tables import DecisionTextRow, DeviceRow, PersonRow


class Vault:
    """A keyring of a test's own."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        return self.kept.get(name)

    def keep(self, name: str, secret: str) -> None:
        self.kept[name] = secret

    def keys(self, profile: Profile) -> Keys:
        """The keys of a profile, kept here."""
        return Keys(profile.store, self.read, self.keep)


def given_a_key(profile: Profile, vault: Vault) -> Keys:
    """This device has a key from now on, as after joining a team."""
    keys = vault.keys(profile)
    device = keys.made(profile.store.device)
    with profile.store.writing() as connection:
        signatures.put_keys(connection, device.id, device.public_key)
    profile.store.reload_device()
    return keys


def shown(profile: Profile, other: Profile, numbers: Collection[int]) -> Device:
    """Brings these entries of another machine here, with their facts, as a hub shows them."""
    with other.store.reading() as there:
        device = identity.known_device(there)
        person = identity.person_of(there, device.person_id)
        entries = [
            row
            for row in there.execute(select(JOURNAL).order_by(JOURNAL.c.n)).mappings()
            if row["n"] in numbers
        ]
        facts = {
            kind: [
                row
                for row in there.execute(select(table_of(ROWS[kind]))).mappings()
                if row["id"] in {e["fact_id"] for e in entries}
            ]
            for kind in KINDS.values()
        }
        words = list(there.execute(select(table_of(DecisionTextRow))).mappings())
    said = {row["id"] for row in facts["decision"]}
    with profile.store.writing() as here:
        add_all(here, PersonRow, [Person.model_validate(person.model_dump())])
        here.execute(insert(table_of(DeviceRow)), [{**device.model_dump(), "is_this": False}])
        for kind, rows in facts.items():
            if rows:
                here.execute(insert(table_of(ROWS[kind])), [dict(row) for row in rows])
        kept = [dict(row) for row in words if row["decision_id"] in said]
        if kept:
            here.execute(insert(table_of(DecisionTextRow)), kept)
        here.execute(insert(JOURNAL), [dict(row) for row in entries])
    return device
