"""Reading what is known of an output: its ticket, and what people did with it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from reviewer_app.agents.conclusions import Known
from reviewer_app.agents.outcomes import Label, Ticket
from reviewer_app.domain.errors import ItemUnknown
from reviewer_app.domain.labels import label_of
from reviewer_app.domain.records import Content, Item, Selection
from reviewer_app.domain.waiting import waiting_in
from reviewer_app.policy.document import StepPolicy
from reviewer_app.profile import Profile
from reviewer_app.services.export import LabelFilter
from reviewer_app.services.withheld import fetch
from reviewer_app.store import facts, gold, policies, resolved
from reviewer_app.store.store import Connection


def ticket_of(profile: Profile, item_id: UUID) -> Ticket:
    """The ticket of an item.

    Raises:
        ItemUnknown: no agent submitted it.
    """
    with profile.store.reading() as connection:
        item = _item(connection, item_id)
        selection = facts.selections(connection, [item_id])[item_id]
        content = facts.contents(connection, [item_id]).get(item_id)
    waiting = waiting_in(content.meta) if content else None
    return Ticket(
        item.id,
        item.source,
        item.external_id,
        selection.disposition,
        selection.release_at,
        waiting.expires_at if waiting else None,
    )


def known_of(profile: Profile, item_id: UUID) -> Known:
    """All that is known of an item, with its content where it can be had.

    Raises:
        ItemUnknown: no agent submitted it.
    """
    fetch(profile.store, item_id, profile.fetch_content)
    with profile.store.reading() as connection:
        item = _item(connection, item_id)
        (judged,) = resolved.judged(connection, [item_id])
        step = _step(profile, connection, item, judged.selection)
        known = facts.facts(connection, [item])[item_id]
    return Known(
        judged, known, step.undo_window, step.on_timeout, expires_at=_expiry(judged.content)
    )


def labels_of(profile: Profile, wanted: LabelFilter) -> Iterator[Label]:
    """The labels of one state of the database, read a page at a time."""
    with profile.store.reading() as connection:
        for page in resolved.pages(connection, wanted):
            lacking = [one.item.id for one in page if one.content is None]
            came = [key for key in lacking if fetch(profile.store, key, profile.fetch_content)]
            fresh = _fresh(profile, came)
            yield from (
                label_of(replace(one, content=fresh.get(one.item.id, one.content))) for one in page
            )


def _fresh(profile: Profile, ids: list[UUID]) -> dict[UUID, Content]:
    """Contents that came from the hub since the page was read."""
    if not ids:
        return {}
    with profile.store.reading() as connection:
        found = facts.contents(connection, ids)
    return {key: content for key, content in found.items() if not content.truncated}


def _item(connection: Connection, item_id: UUID) -> Item:
    """An item that an agent submitted: a known one, seeded among others, is nobody's."""
    item = facts.items(connection, [item_id]).get(item_id)
    if item is None or gold.known(connection, [item_id]):
        raise ItemUnknown(str(item_id))
    return item


def _step(profile: Profile, connection: Connection, item: Item, selection: Selection) -> StepPolicy:
    """How the policy that judged the item oversees its step."""
    wanted = selection.policy_version_id
    version = policies.version(connection, wanted) if wanted else None
    engine = profile.policies.engine_of(version) if version else profile.policies.engine()
    return engine.step(item.workflow, item.step)


def _expiry(content: Content | None) -> datetime | None:
    waiting = waiting_in(content.meta) if content else None
    return waiting.expires_at if waiting else None
