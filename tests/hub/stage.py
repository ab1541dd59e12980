"""What there is to steal: a hub with everything in it that somebody must not get at."""

import hashlib
from typing import Any
from uuid import UUID, uuid4

import uuid_utils.compat

from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.records import Assignment, Attachment, DecisionText, Gold
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.store.hub import holding, pieces
from reviewer_app.store.hub.holding import Wish
from tests.hub.cast import Cast, Member, now, shipped
from tests.postgres import Server, database_of

FILE = b"what nobody else may read"
WORDS = "the words of a correction"


def new_id() -> UUID:
    return uuid_utils.compat.uuid7()


class Stage(Cast):
    """Items in the reach of `ana` and out of it, decided by others, one of them blind."""

    def __init__(self, server: Server) -> None:
        super().__init__(server)
        self.file = Attachment(
            id=uuid4(),
            item_id=UUID(int=0),
            name="secret.txt",
            media_type="text/plain",
            size=len(FILE),
            hash=hashlib.sha256(FILE).hexdigest(),
        )
        gold = Gold(item_id=UUID(int=0), verdict=Verdict.REJECT, because="the right answer")
        (
            self.mine,
            self.secret,
            self.gone_to_ben,
            self.blind,
            self.second_blind,
            self.gold,
            self.lost,
        ) = self.pull(
            shipped(1),
            shipped(2, attached=[self.file], pool="finance"),
            shipped(3),
            shipped(4, blind=True, reviews_needed=2),
            shipped(6, blind=True, reviews_needed=2),
            shipped(5, gold=gold),
            shipped(7),
        )
        with self.intake.linked() as link:
            pieces.put_chunk(link, self.file.hash, 0, FILE)
        self.lead.put(self.assignment(self.lead, self.gone_to_ben, self.ben.person))
        self.decided = self.cara.decision(
            self.secret, Verdict.CORRECT, correction_digest=digest_of(WORDS)
        )
        self.cara.put(
            self.decided, texts=[DecisionText(decision_id=self.decided.id, correction=WORDS)]
        )
        self.hidden = self.judge_blind(self.ben, self.blind)
        with self.ben.linked() as link:
            holding.claim(link, [self.blind.id], Wish(uuid4(), 3_600, 1))
        with self.owner() as owner:
            owner.execute("ANALYZE")
            (self.hidden_xid,) = owner.execute(
                "SELECT xid::text FROM journal WHERE fact_id = %s", (self.hidden.id,)
            ).fetchone()
            (self.gone_id,) = owner.execute("SELECT id FROM person WHERE name = 'gone'").fetchone()
            (self.owner_role,) = owner.execute(
                "SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = 'hub'"
            ).fetchone()

    def assignment(self, who: Member, item: Any, to: UUID | None = None) -> Assignment:
        """Hands an item over: to its sender, unless somebody is named."""
        return Assignment(
            id=new_id(),
            item_id=item.id,
            person_id=who.person,
            to=to or who.person,
            reason="handed over",
            at=now(),
        )

    def judge_blind(self, who: Member, item: Any) -> Any:
        """Somebody's judgement of an item that others judge blind, with words."""
        made = who.decision(item, Verdict.REJECT, comment_digest=digest_of(WORDS))
        assert who.put(made, texts=[DecisionText(decision_id=made.id, comment=WORDS)]) == ["added"]
        return made

    @property
    def values(self) -> dict[str, Any]:
        """What the statements of attacks are filled with."""
        return {
            "secret": self.secret.id,
            "gone": self.gone_to_ben.id,
            "blind": self.blind.id,
            "gold": self.gold.id,
            "mine": [
                item.id
                for item in (
                    self.mine,
                    self.gone_to_ben,
                    self.blind,
                    self.second_blind,
                    self.gold,
                    self.lost,
                )
            ],
            "file": self.file.id,
            "hash": self.file.hash,
            "decision": self.decided.id,
            "hidden": self.hidden.id,
            "hidden_xid": self.hidden_xid,
            "bens_device": self.ben.device,
            "ben": self.ben.person,
            "cara": self.cara.person,
            "device": self.ana.device,
        }

    def names(self, who: Member) -> dict[str, str]:
        """What the statements that act are filled with."""
        return {
            "owner": self.owner_role,
            "ben": self.ben.login,
            "person": str(self.ben.person),
            "blind": str(self.blind.id),
            "database": database_of(self.url),
            "name": who.name,
        }

    def rows_of(self, tables: list[str] | None = None) -> dict[str, set[str]]:
        """Everything in the hub, each row as a text."""
        with self.owner() as owner:
            found = tables or [
                name
                for (name,) in owner.execute(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'hub'"
                )
            ]
            return {
                table: {row for (row,) in owner.execute(f'SELECT t::text FROM hub."{table}" t')}
                for table in found
            }
