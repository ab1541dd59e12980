"""Finding what a person names: an item by its id or the agent's own id, a colleague by name."""

from uuid import UUID

from reviewer_app.domain.errors import ItemAmbiguous, ItemUnknown, UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.store import identity, queue
from reviewer_app.store.store import Store


class PersonUnknown(UsageError):
    """Nobody of the team has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(sentence("Nobody here is called “{name}”.", name=name))


def item_id(store: Store, name: str) -> UUID:
    """The item that a person means: by its id, or by the source's own id.

    Raises:
        ItemUnknown, ItemAmbiguous: no item, or several.
    """
    wanted = _uuid(name)
    with store.reading() as connection:
        if wanted is not None and queue.entry(connection, wanted) is not None:
            return wanted
        found = queue.named(connection, name)
    if len(found) > 1:
        raise ItemAmbiguous(name, sorted(source for _, source in found))
    if not found:
        raise ItemUnknown(name)
    return found[0][0]


def person_id(store: Store, name: str) -> UUID:
    """The colleague of this name; `me` is who sits here.

    Raises:
        PersonUnknown: there is none.
    """
    if name.casefold() == "me":
        return store.device.person_id
    with store.reading() as connection:
        person = identity.teammate(connection, name)
    if person is None:
        raise PersonUnknown(name)
    return person.id


def _uuid(name: str) -> UUID | None:
    """The id that the name is; many sources have such ids of their own."""
    try:
        return UUID(name)
    except ValueError:
        return None
