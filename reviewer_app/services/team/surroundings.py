"""What a round sees around it: who holds what, how the others' laptops stand, who holds all up."""

from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.keys import Keys
from reviewer_app.services.team.witnessing import witness
from reviewer_app.store import received
from reviewer_app.store.hub import holding, roster, wire
from reviewer_app.store.store import Store

STALLED_SECONDS = 60
"""How long somebody may hold everybody up before it is said."""


def look_around(store: Store, link: "wire.Link", role: str, keys: Keys) -> list[str]:
    """Keeps who holds what, and for leads how the laptops stand; gives what is to be said."""
    held = holding.leases(link)
    states = roster.device_states(link) if role == Role.LEAD else []
    with store.writing() as connection:
        received.put_leases(connection, [received.lease_values(one) for one in held], store.now())
        received.put_device_states(connection, states)
    notes: list[str] = []
    if role in {Role.LEAD, Role.INTAKE, Role.AUDITOR}:
        notes += witness(store, link, keys.witness)
    if role == Role.INTAKE:
        link.execute("SELECT hub.end_stalls()")
    return [*notes, *_stalls(link)]


def returned_notes(count: int) -> list[Sentence]:
    """What is to be said where so many items of people who left were given back."""
    if not count:
        return []
    return [
        sentence(
            "Items of people who left the team went back to their pools: {count}.", count=count
        )
    ]


def _stalls(link: "wire.Link") -> list[Sentence]:
    return [
        sentence(
            "The hub has been held up for {minutes} min by {login}, which keeps a "
            "transaction open. What others did since then comes when it ends.",
            minutes=max(1, round(seconds / 60)),
            login=login,
        )
        for login, seconds in wire.stalls(link)
        if seconds > STALLED_SECONDS
    ]
