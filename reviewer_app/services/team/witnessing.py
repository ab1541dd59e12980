"""Devices vouch for each other's journal heads, so that a missing tail shows."""

from collections.abc import Callable

from reviewer_app.domain.team import Witness
from reviewer_app.store import witnesses
from reviewer_app.store.hub import vouching, wire
from reviewer_app.store.store import Store
from reviewer_app.store.witnesses import Heads

Vouch = Callable[[Heads], list[Witness]]
"""Signs the heads that this device has not vouched for yet."""


def witness(store: Store, link: "wire.Link", vouch: Vouch) -> list[str]:
    """Takes in what others vouched for, vouches for the heads of now; what contradicts is said."""
    seen = vouching.witnesses(link)  # first: what is vouched for meanwhile is no cut tail
    heads = vouching.heads(link)
    with store.writing() as connection:
        witnesses.put(connection, seen)
        wrong = witnesses.check(connection, heads, seen)
    vouching.put_witnesses(link, vouch(heads))
    return [str(one) for one in wrong]
