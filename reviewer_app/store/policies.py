"""The policy versions that were put in force."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, func, select, update

from reviewer_app.domain.records import PolicyVersion
from reviewer_app.store.rows import record_of, table_of
from reviewer_app.store.tables import PolicyVersionRow

POLICY = table_of(PolicyVersionRow)


def in_force(connection: Connection) -> PolicyVersion | None:
    """The newest version: the team's, where there is one."""
    query = select(POLICY).order_by(POLICY.c.is_private, POLICY.c.number.desc()).limit(1)
    row = connection.execute(query).mappings().one_or_none()
    return record_of(PolicyVersion, row) if row else None


def version(connection: Connection, policy_version_id: UUID) -> PolicyVersion:
    """The version with this id."""
    query = select(POLICY).where(POLICY.c.id == policy_version_id)
    return record_of(PolicyVersion, connection.execute(query).mappings().one())


def names(connection: Connection) -> dict[UUID, tuple[int, str]]:
    """Number and name of every version."""
    query = select(POLICY.c.id, POLICY.c.number, POLICY.c.name)
    return {row.id: (row.number, row.name) for row in connection.execute(query)}


def next_number(connection: Connection) -> int:
    """The number that the next version gets. What was in force before joining is not counted."""
    query = select(func.max(POLICY.c.number)).where(~POLICY.c.is_private)
    return (connection.execute(query).scalar() or 0) + 1


def keep_private(connection: Connection, ids: Sequence[UUID] | None = None) -> None:
    """These versions, or all that are here, are no versions of a team."""
    statement = update(POLICY).values(is_private=True)
    connection.execute(statement if ids is None else statement.where(POLICY.c.id.in_(ids)))
