"""The calls about who belongs to the team: inviting, joining, changing, leaving."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reviewer_app.domain.records import Person
from reviewer_app.store.hub.passwords import verifier_of

if TYPE_CHECKING:
    import psycopg

    Link = psycopg.Connection[Any]


@dataclass(frozen=True, slots=True)
class Invited:
    """Who is invited: a name, a role, the pools they may take from; or a person's next device."""

    name: str
    role: str
    pools: Sequence[str]
    another_device: bool = False


def invite(link: "Link", device_id: UUID, invited: Invited, secret: str, expires: datetime) -> str:
    """Makes a login that can do nothing but join, once; gives its name."""
    login = f"{_prefix(link)}{device_id.hex}"
    row = link.execute(
        "SELECT hub.invite(%s, %s, %s, %s, %s, %s, %s)",
        (
            device_id,
            invited.name,
            invited.role,
            json.dumps(list(invited.pools)),
            verifier_of(link, login, secret),
            expires,
            invited.another_device,
        ),
    ).fetchone()
    return str(row[0]) if row else login


def join(link: "Link", proposed: UUID, machine: str, public_key: str, password: str) -> Person:
    """Spends the invitation: the login's password is another one from now on."""
    row = link.execute(
        "SELECT hub.join_team(%s, %s, %s, %s)",
        (proposed, machine, public_key, verifier_of(link, link.info.user, password)),
    ).fetchone()
    return Person.model_validate(row[0] if row else None)


def bring_history(
    link: "Link", device_id: UUID, person_id: UUID, machine: str, public_key: str
) -> None:
    """Makes known the chain and the id under which this person worked before."""
    link.execute(
        "SELECT hub.bring_history(%s, %s, %s, %s)", (device_id, person_id, machine, public_key)
    )


def put_annotators(link: "Link", source: str, people: Sequence[Person]) -> None:
    """Makes known the annotators of judgements that were made elsewhere."""
    link.execute(
        "SELECT hub.put_annotators(%s, %s, %s)",
        ([p.id for p in people], [p.name for p in people], source),
    )


def revoke(link: "Link", name: str) -> UUID | None:
    """Ends a person's membership at once, or an invitation; gives the person, if there is one."""
    row = link.execute("SELECT hub.revoke_member(%s)", (name,)).fetchone()
    return row[0] if row else None


def leave(link: "Link") -> None:
    """Ends this person's own membership."""
    link.execute("SELECT hub.leave_team()")


def change(
    link: "Link", name: str, role: str | None = None, pools: Sequence[str] | None = None
) -> Person:
    """Changes a person's role or pools."""
    row = link.execute(
        "SELECT hub.change_member(%s, %s, %s)",
        (name, role, None if pools is None else json.dumps(list(pools))),
    ).fetchone()
    return Person.model_validate(row[0] if row else None)


def members(link: "Link") -> dict[str, Any]:
    """Everybody, their devices, and the invitations that are open."""
    row = link.execute("SELECT hub.members()").fetchone()
    listed: dict[str, Any] = row[0] if row else {}
    return listed


def set_away(link: "Link", person_id: UUID, until: datetime | None) -> None:
    """Says until when a person is away."""
    link.execute("SELECT hub.set_away(%s, %s)", (person_id, until))


def rename(link: "Link", name: str) -> None:
    """Changes this person's name."""
    link.execute("SELECT hub.rename_me(%s)", (name,))


def change_password(link: "Link", password: str) -> None:
    """Changes this login's password."""
    verifier = verifier_of(link, link.info.user, password)
    link.execute("SELECT hub.change_password(%s)", (verifier,))


def change_key(link: "Link", public_key: str) -> None:
    """Makes known another signing key of this device."""
    link.execute("SELECT hub.change_key(%s)", (public_key,))


def new_segment(link: "Link", device_id: UUID) -> None:
    """Begins another chain for this login's device."""
    link.execute("SELECT hub.new_segment(%s)", (device_id,))


def _prefix(link: "Link") -> str:
    return link.info.user[: len("rv_00000000_")]
