"""Finding what a person names: an item by its id or the agent's own id, a colleague by name."""

from uuid import UUID

from reviewer_app.domain.errors import ItemAmbiguous, ItemUnknown, UsageError
from reviewer_app.store import identity, queue
from reviewer_app.store.store import Store


class PersonUnknown(UsageError):
    """Nobody of the team has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Nobody here is called “{name}”.")


def item_id(store: Store, name: str) -> UUID:
    """The item that a person means: by its id, or by the source's own id.

    Raises:
        ItemUnknown, ItemAmbiguous: no item, or several.
    """
    with store.reading() as connection:
        try:
            wanted = UUID(name)
        except ValueError:
            found = queue.named(connection, name)
            if len(found) > 1:
                raise ItemAmbiguous(name, sorted(source for _, source in found)) from None
            if not found:
                raise ItemUnknown(name) from None
            return found[0][0]
        if queue.entry(connection, wanted) is None:
            raise ItemUnknown(name)
    return wanted


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
