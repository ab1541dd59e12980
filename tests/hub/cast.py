"""A hub with somebody in each role, as their logins reach it: without the program, as with psql."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import psycopg
import uuid_utils.compat

from reviewer_app.domain import chain
from reviewer_app.domain.identity import content_hash, digest_of, item_id
from reviewer_app.domain.records import (
    Attachment,
    Content,
    Decision,
    DecisionText,
    Fact,
    Gold,
    Item,
    JournalEntry,
    Selection,
)
from reviewer_app.domain.vocabulary import Disposition, Mode, Role, Verdict
from reviewer_app.store.hub import address, admin, members, wire
from reviewer_app.store.hub.link import Account
from reviewer_app.store.hub.members import Invited
from reviewer_app.store.unsent import Waiting
from tests.factory import incoming
from tests.postgres import Server, with_login

KEY = "k" * 44


def now() -> datetime:
    """The time: the hub's clock is the real one too."""
    return datetime.now(UTC)  # noqa: TID251 - as above


def account_of(url: str) -> Account:
    """An address with a password in it, as the program keeps it: apart."""
    where, password = address.parse(url)
    return Account(where, where.user, password or "")


@dataclass
class Member:
    """Somebody's login at the hub, and the chain of their device."""

    name: str
    url: str
    device: UUID
    person: UUID = field(default_factory=lambda: UUID(int=0))
    head: JournalEntry | None = field(default=None)

    @property
    def login(self) -> str:
        """The name of the role."""
        return urlsplit(self.url).username or ""

    @contextmanager
    def linked(self, *, autocommit: bool = True) -> Iterator[psycopg.Connection]:
        """A connection with this login and its password."""
        with psycopg.connect(self.url, autocommit=autocommit) as connection:
            yield connection

    def rows(self, statement: str, *values: Any, **named: Any) -> list[tuple[Any, ...]]:
        """What a statement gives this person."""
        with self.linked() as link:
            done = link.execute(statement, named or values or None)
            return done.fetchall() if done.description else []

    def entry(self, fact: Fact, **changed: Any) -> JournalEntry:
        """The next entry of this device's chain; not sent."""
        made = chain.next_entry(fact, self.device, self.head)
        return made.model_copy(update=changed)

    def put(self, *facts: Fact, texts: Sequence[DecisionText] = ()) -> list[str]:
        """Sends facts; gives what the hub says of each."""
        with self.linked() as link:
            return self.put_over(link, *facts, texts=texts)

    def put_over(
        self, link: psycopg.Connection, *facts: Fact, texts: Sequence[DecisionText] = ()
    ) -> list[str]:
        """Sends facts over a connection that is open."""
        entries = []
        before = self.head
        for fact in facts:
            self.head = chain.next_entry(fact, self.device, self.head)
            entries.append(self.head)
        try:
            outcomes = wire.put_facts(link, entries, {text.decision_id: text for text in texts})
        except psycopg.Error:
            self.head = before
            raise
        return [outcome for _, outcome in outcomes]

    def put_body(self, kind: str, fact: UUID, body: str) -> str:
        """Sends an entry whose body is whatever is given; gives what the hub says."""
        template = chain.next_entry(
            self.decision(SimpleNamespace(id=uuid4(), content_hash="")), self.device, self.head
        )
        entry = template.model_copy(
            update={"kind": kind, "fact_id": fact, "body": body, "body_hash": digest_of(body)}
        )
        entry = entry.model_copy(update={"hash": chain.link_of(entry)})
        with self.linked() as link:
            ((_, outcome),) = wire.put_facts(link, [entry], {})
        self.head = entry
        return outcome

    def decision(
        self, item: Any, verdict: Verdict | None = Verdict.APPROVE, **fields: Any
    ) -> Decision:
        """A decision of this person's on an item."""
        given = {
            "id": uuid_utils.compat.uuid7(),
            "item_id": item.id,
            "content_hash": item.content_hash,
            "person_id": self.person,
            "device_id": self.device,
            "verdict": verdict,
            "decided_at": now(),
        }
        return Decision(**given | fields)


def shipped(
    number: int,
    source: str = "feed",
    attached: Sequence[Attachment] = (),
    gold: Gold | None = None,
    **selected: Any,
) -> Waiting:
    """An output as intake sends it; `selected` is what the policy made of it."""
    record = incoming(number)
    digest = content_hash(record, "support", "reply")
    key = item_id(source, f"out-{number}", digest)
    item = Item(
        id=key,
        source=source,
        external_id=f"out-{number}",
        revision=1,
        workflow="support",
        step="reply",
        agent="writer",
        model_version="2.0",
        created_at=None,
        pulled_at=now(),
        output_type="text",
        confidence=0.9,
        content_hash=digest,
        place=f"{source}:{number}",
    )
    made = {
        "item_id": key,
        "policy_version_id": None,
        "mode": Mode.HUMAN,
        "disposition": Disposition.HOLD,
    }
    content = Content(item_id=key, input=record.input, output=record.output, meta="{}", trace=None)
    return Waiting(
        item,
        content,
        Selection(**made | selected),
        [file.model_copy(update={"item_id": key}) for file in attached],
        gold.model_copy(update={"item_id": key}) if gold else None,
    )


class Cast:
    """A hub and its people; everybody is invited and joins as the program does it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = server.fresh_hub()
        admin.init(account_of(self.url))
        self.lead = self._first_lead("lead")
        self.second_lead = self.join("second lead", Role.LEAD)
        self.intake = self.join("intake", Role.INTAKE)
        self.ana = self.join("ana", Role.REVIEWER)
        self.ben = self.join("ben", Role.REVIEWER)
        self.cleo = self.join("cleo", Role.REVIEWER)
        self.cara = self.join("cara", Role.REVIEWER, "finance")
        self.auditor = self.join("auditor", Role.AUDITOR)
        self.gone = self.join("gone", Role.REVIEWER)
        with self.lead.linked() as link:
            members.revoke(link, "gone")
        self.invited = self.invite("invited", Role.REVIEWER)

    def close(self) -> None:
        """Removes the hub."""
        self.server.drop(self.url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def owner(self) -> Iterator[psycopg.Connection]:
        """A superuser in the hub's database: to see what is there, and change what nobody may."""
        with self.server.superuser(urlsplit(self.url).path.lstrip("/")) as connection:
            connection.execute("SET search_path = hub")
            yield connection

    def pull(self, *sent: Waiting, source: str = "feed") -> list[Item]:
        """Intake puts items in."""
        with self.intake.linked() as link:
            wire.put_items(link, source, sent)
        return [one.item for one in sent]

    def invite(self, name: str, role: Role, *pools: str) -> Member:
        """A lead invites somebody, who has not joined yet."""
        device, secret = uuid4(), secrets.token_urlsafe(18)
        invited = Invited(name, role, ["everyone", *pools])
        with self.lead.linked() as link:
            expires = now() + timedelta(days=1)
            login = members.invite(link, device, invited, secret, expires)
        return Member(name, with_login(self.url, login, secret), device)

    def join(self, name: str, role: Role, *pools: str) -> Member:
        """Somebody who was invited and joined."""
        return self._joined(self.invite(name, role, *pools))

    def _first_lead(self, name: str) -> Member:
        device, secret = uuid4(), secrets.token_urlsafe(18)
        expires = now() + timedelta(days=1)
        opened = admin.invite_lead(account_of(self.url), device, name, secret, expires)
        return self._joined(Member(name, with_login(self.url, opened.login, secret), device))

    def _joined(self, card: Member) -> Member:
        password = secrets.token_urlsafe(18)
        with card.linked() as link:
            person = members.join(link, uuid4(), f"{card.name}'s laptop", KEY, password)
        return Member(card.name, with_login(card.url, card.login, password), card.device, person.id)
