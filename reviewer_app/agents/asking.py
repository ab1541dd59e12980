"""What an agent asks about and how long it waits, in the ways that it may say so."""

from datetime import timedelta
from uuid import UUID

from reviewer_app.agents.failures import RecordRefused
from reviewer_app.agents.outcomes import Ticket
from reviewer_app.domain.sentences import sentence
from reviewer_app.profile import Profile
from reviewer_app.services import lookup

Asked = Ticket | UUID | str
"""What is asked about: a ticket, its id, or the output's own id."""

Length = timedelta | float
"""A length of time, or its seconds."""


def item_id_of(profile: Profile, asked: Asked) -> UUID:
    """The item that is asked about.

    Raises:
        ItemUnknown, ItemAmbiguous: nothing, or too much, has this id.
    """
    match asked:
        case Ticket():
            return asked.id
        case UUID():
            return asked
        case _:
            return lookup.item_id(profile.store, asked)


def duration(given: Length) -> timedelta:
    """The length of time."""
    return given if isinstance(given, timedelta) else timedelta(seconds=given)


def source_name(source: str) -> str:
    """A source's name, which cannot be empty.

    Raises:
        RecordRefused: it is.
    """
    name = source.strip()
    if not name:
        raise RecordRefused("source", sentence("source is empty; it must be a name"))
    return name
