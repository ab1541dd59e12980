"""A team as this machine knows it, without its hub: who belongs to it, as what, in which pools."""

from uuid import UUID

from sqlalchemy import update

from reviewer_app.domain.team import Hub
from reviewer_app.store import identity, membership
from reviewer_app.store.identity import PERSON
from tests.factory import NOON, colleague

HUB = UUID(int=77)


def join(profile, **fields):
    """Makes this person one of a team: a lead, unless their role is given."""
    hub = Hub(
        hub_id=HUB,
        device_id=profile.store.device.id,
        address="hub.example",
        login="rv_login",
        joined_at=NOON,
    )
    with profile.store.writing() as connection:
        membership.put_hub(connection, hub)
    if fields:
        change(profile, profile.store.device.person_id, **fields)


def leave(profile):
    """Makes this person work alone again."""
    with profile.store.writing() as connection:
        membership.leave(connection, HUB, NOON)


def mate(profile, name, **fields):
    """Somebody of the team, by id."""
    person_id = colleague(profile, name).person_id
    if fields:
        change(profile, person_id, **fields)
    return person_id


def change(profile, person_id, **fields):
    """Changes what is known of a person."""
    with profile.store.writing() as connection:
        connection.execute(update(PERSON).where(PERSON.c.id == person_id).values(**fields))


def person(profile, person_id):
    """What is known of a person."""
    with profile.store.reading() as connection:
        return identity.person_of(connection, person_id)
