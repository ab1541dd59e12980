"""What in a team is for leads alone."""

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.records import Device
from reviewer_app.domain.sentences import sentence
from reviewer_app.store import identity, membership
from reviewer_app.store.identity import LEAD
from reviewer_app.store.store import Connection


class OnlyLeads(UsageError):
    """This person is no lead of the team."""

    def __init__(self) -> None:
        super().__init__(
            sentence("In a team this is for leads. Nothing was changed; ask one of yours to do it.")
        )


def check_lead(connection: Connection, device: Device) -> None:
    """Does nothing for a lead, and for a person who works alone.

    Raises:
        OnlyLeads: this person belongs to a team and is no lead of it.
    """
    if membership.joined(connection) is None:
        return
    if identity.person_of(connection, device.person_id).role != LEAD:
        raise OnlyLeads
