"""The facts that an act for many makes: a decision or a decline for each item."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from reviewer_app.domain.records import Decline
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services import acts
from reviewer_app.services.acts import Act
from reviewer_app.services.bulk_fit import Fit
from reviewer_app.services.together import Together
from reviewer_app.store import identity
from reviewer_app.store.store import Store
from reviewer_app.store.transaction import Transaction


def add_decisions(
    transaction: Transaction, store: Store, fits: Sequence[Fit], asked: Together, bulk_id: UUID
) -> None:
    """Adds a decision for each item, with its words and, for an escalation, where it goes."""
    verdict = asked.way.verdict
    if verdict is None or not fits:
        return
    author, at = acts.author_of(transaction.connection, store.device), store.now()
    to = asked.to or None
    made = [(Act(f.seen, verdict, f.remarks, to=to, bulk=bulk_id), f.known) for f in fits]
    pairs = [(act, acts.decision_of(transaction.new_id(), act, k, author, at)) for act, k in made]
    transaction.add_many([decision for _, decision in pairs])
    transaction.add_texts([text for act, d in pairs for text in acts.words_of(d, act)])
    if verdict is Verdict.ESCALATE:
        person = identity.teammate(transaction.connection, asked.to.strip())
        transaction.add_many(
            [acts.escalation_of(transaction.new_id(), d, act, person) for act, d in pairs]
        )


def add_declines(
    transaction: Transaction, store: Store, fits: Sequence[Fit], reason: str
) -> list[Decline]:
    """Adds a decline for each item."""
    at = store.now()
    made = [_decline(transaction.new_id(), fit, store.device.person_id, reason, at) for fit in fits]
    transaction.add_many(made)
    return made


def add_regrets(transaction: Transaction, declines: Sequence[Decline], at: datetime) -> None:
    """Takes declines back."""
    transaction.add_many(
        [
            fact.model_copy(
                update={
                    "id": transaction.new_id(),
                    "retracts": fact.id,
                    "reason": "",
                    "at": at,
                }
            )
            for fact in declines
        ]
    )


def _decline(fact_id: UUID, fit: Fit, person_id: UUID, reason: str, at: datetime) -> Decline:
    return Decline(id=fact_id, item_id=fit.seen.item_id, person_id=person_id, reason=reason, at=at)
