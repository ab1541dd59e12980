"""The calls that read who belongs to the team, on which devices, and how those stand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reviewer_app.domain.records import Device, Person
from reviewer_app.domain.team import DeviceState

if TYPE_CHECKING:
    import psycopg

    Link = psycopg.Connection[Any]


def people(link: "Link", ids: Sequence[UUID] | None = None) -> list[Person]:
    """The people of the team: these, or all."""
    columns = ", ".join(Person.model_fields)
    where = "" if ids is None else "WHERE id = ANY (%s)"
    rows = link.execute(
        f"SELECT {columns} FROM hub.person {where}", () if ids is None else (list(ids),)
    )
    return [Person(**dict(zip(Person.model_fields, row, strict=True))) for row in rows]


def devices(link: "Link", people_ids: Sequence[UUID] | None = None) -> list[Device]:
    """The devices of these people, or all."""
    where = "" if people_ids is None else "WHERE person_id = ANY (%s)"
    rows = link.execute(
        f"SELECT id, person_id, name, public_key FROM hub.device {where}",
        () if people_ids is None else (list(people_ids),),
    )
    return [Device(id=a, person_id=b, name=c, public_key=d) for a, b, c, d in rows]


def device_states(link: "Link") -> list[DeviceState]:
    """What the hub last heard of each device; for leads alone."""
    rows = link.execute("SELECT device_id, seen_at, unsent, unsent_since FROM hub.device_state")
    return [DeviceState(device_id=a, seen_at=b, unsent=c, unsent_since=d) for a, b, c, d in rows]
