"""Finding what a person names: an item by its id or the agent's own id, a colleague by name."""

from collections.abc import Sequence
from difflib import get_close_matches
from uuid import UUID

from reviewer_app.domain.errors import ItemAmbiguous, ItemUnknown, UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.store import identity, queue
from reviewer_app.store.store import Store


class PersonUnknown(UsageError):
    """Nobody of the team has this name; `likely` are names that may have been meant."""

    def __init__(self, name: str, likely: Sequence[str] = ()) -> None:
        super().__init__(
            sentence(
                "Nobody here is called “{name}”. Did you mean {likely}?",
                name=name,
                likely=tuple(likely),
            )
            if likely
            else sentence("Nobody here is called “{name}”.", name=name)
        )


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
        others = [known.name for known in identity.team(connection)] if person is None else []
    if person is None:
        raise PersonUnknown(name, likely(name, others))
    return person.id


def name_of(store: Store, person_id: UUID) -> str:
    """What a person is called now."""
    with store.reading() as connection:
        return identity.person_of(connection, person_id).name


def likely(name: str, known: Sequence[str], most: int = 3) -> list[str]:
    """The names that somebody may have meant: one of their words begins like it, or is near it."""
    typed = name.strip().casefold()
    begun = [one for one in known if typed and _has_word(one.casefold(), typed)]
    spelt = {one.casefold(): one for one in known}
    near = [spelt[key] for key in get_close_matches(typed, list(spelt), most)]
    return list(dict.fromkeys([*begun, *near]))[:most]


def _has_word(name: str, begin: str) -> bool:
    return any(word.startswith(begin) for word in (name, *name.split()))


def _uuid(name: str) -> UUID | None:
    """The id that the name is; many sources have such ids of their own."""
    try:
        return UUID(name)
    except ValueError:
        return None
