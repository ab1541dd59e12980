"""Looking at covered decisions before everybody has judged: on record, and for leads alone."""

from uuid import UUID

from reviewer_app.domain.changes import Changes
from reviewer_app.domain.errors import ItemUnknown, UsageError
from reviewer_app.domain.records import Unblinding
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.known import known
from reviewer_app.services.leading import OnlyLeads
from reviewer_app.store import identity
from reviewer_app.store.store import Store


class NothingCovered(UsageError):
    """Nothing is hidden of the item."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "Nothing of {item} is covered: its decisions are shown to everybody who may see "
                "it. Nothing was recorded.",
                item=name,
            )
        )


def unblind(store: Store, item_id: UUID) -> Changes:
    """Records that this person looks at what others decided; they do not review the item then.

    Raises:
        ItemUnknown, OnlyLeads, NothingCovered: nothing was recorded.
    """
    me = store.device.person_id
    with store.transaction() as transaction:
        found = known(transaction.connection, [item_id], me).get(item_id)
        if found is None:
            raise ItemUnknown(str(item_id))
        if identity.person_of(transaction.connection, me).role != Role.LEAD:
            raise OnlyLeads
        if not found.sight.may_look:
            raise NothingCovered(found.item.external_id)
        fact = Unblinding(id=transaction.new_id(), item_id=item_id, person_id=me, at=store.now())
        transaction.add(fact)
        return transaction.fold()
