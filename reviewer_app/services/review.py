"""Reviewing: lists, the desk, and every act on it, durable when the call returns."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.queue import QueueEntry, QueueQuery
from reviewer_app.domain.records import Person
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import LEADS, Status, Verdict
from reviewer_app.services.acts import Act
from reviewer_app.services.alike import Alike, alike
from reviewer_app.services.answers import Answers
from reviewer_app.services.bulk import Bulk
from reviewer_app.services.claims import Claims
from reviewer_app.services.desk import Counts, Desk, Draft, Remarks, Saved, Seen
from reviewer_app.services.desks import Desks
from reviewer_app.services.known import known
from reviewer_app.services.lists import Lists, pools_of
from reviewer_app.services.past import Done, Past
from reviewer_app.services.policies import Policies
from reviewer_app.services.progress import Cancelled, Report, never, unreported
from reviewer_app.services.recorder import Recorder
from reviewer_app.services.similar import Precedents, Similar
from reviewer_app.services.together import BulkResult, Together
from reviewer_app.services.unblinding import unblind
from reviewer_app.services.withheld import Elsewhere
from reviewer_app.store import answers, arrivals, decisions, identity, marks, queue
from reviewer_app.store.store import Store


class AttachmentGone(ReviewerError):
    """The bytes of an attachment are not here."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "This attachment is not here: it was erased, or is on the hub alone. Look at the "
                "item again; it says which."
            )
        )


class ReviewSession:
    """One person at the desk. Every method blocks; threads may share the session."""

    def __init__(
        self, store: Store, policies: Policies, elsewhere: Elsewhere | None = None
    ) -> None:
        """Takes the store, the policies, and what fetches what is not here."""
        self._store = store
        self._policies = policies
        self._elsewhere = elsewhere
        self._desks = Desks(store, policies, elsewhere.content if elsewhere else None)
        self._recorder = Recorder(store, self._desks.form)
        self._past = Past()
        self.claims = Claims(store, lambda: policies.engine().policy.lease)
        self.answers = Answers(store)
        self._similar = Similar(store)
        self._bulk = Bulk(store, policies, self._desks.form)
        self.lists = Lists(store, policies)
        self._version = store.version()
        self._noticed = self._notice()

    @property
    def me(self) -> Person:
        """Who decides here."""
        with self._store.reading() as connection:
            return identity.person_of(connection, self._store.device.person_id)

    def rename_me(self, name: str) -> None:
        """Changes the name under which this person is shown, past decisions included."""
        with self._store.writing() as connection:
            identity.rename(connection, self._store.device.person_id, name)

    def counts(self, since: datetime) -> Counts:
        """The figures beside the views; `arrived` counts what came in after `since`."""
        me, now = self._store.device.person_id, self._store.now().astimezone()
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        with self._store.reading() as connection:
            by_status = queue.count_by_status(connection, me, pools_of(connection, me))
            return Counts(
                queue=by_status[Status.QUEUED],
                escalated=by_status.get(Status.ESCALATED, 0),
                disputed=by_status.get(Status.DISPUTED, 0),
                decided=by_status.get(Status.RESOLVED, 0),
                decided_today=decisions.count_since(connection, me, midnight),
                arrived=queue.arrived(connection, since, me),
                workflows=tuple(queue.workflows(connection, me)),
                latest_pull=queue.latest_pull(connection),
                answers=answers.unread(connection, me),
            )

    def total(self, query: QueueQuery) -> int:
        """How many entries the query has for this person."""
        return self.lists.total(query)

    def page(self, query: QueueQuery, offset: int, limit: int) -> list[QueueEntry]:
        """Entries `offset` to `offset + limit` of the query; what was skipped comes last."""
        return self.lists.page(query, offset, limit)

    def open(self, item_id: UUID) -> Desk:
        """One item whole.

        Raises:
            ItemUnknown: there is no such item.
        """
        return self._desks.desk(item_id)

    def unblind(self, item_id: UUID) -> Desk:
        """One item with the decisions that are covered, for a lead who does not judge it then.

        Raises:
            ItemUnknown, OnlyLeads, NothingCovered: nothing was recorded.
        """
        unblind(self._store, item_id)
        return self.open(item_id)

    def similar(self, item_id: UUID, limit: int = 12) -> Precedents:
        """The decided items of the same step that are most like this one.

        Raises:
            ItemUnknown: there is no such item.
        """
        return self._similar.precedents(item_id, limit)

    def alike(self, item_id: UUID) -> Alike:
        """The open items that can be decided together with this one.

        Raises:
            ItemUnknown: there is no such item.
        """
        return alike(self._store, item_id)

    def seens(self, ids: Sequence[UUID]) -> tuple[Seen, ...]:
        """What a person who looks at these items now decides on, in this order."""
        with self._store.reading() as connection:
            found = known(connection, ids, self._store.device.person_id)
        return tuple(found[key].seen for key in ids if key in found)

    def approve(self, seen: Seen, remarks: Remarks) -> Saved:
        """The output may stand as it is."""
        return self.decide(Act(seen, Verdict.APPROVE, remarks))

    def correct(self, seen: Seen, output: str, remarks: Remarks) -> Saved:
        """The output should have been `output`."""
        return self.decide(Act(seen, Verdict.CORRECT, remarks, correction=output))

    def reject(self, seen: Seen, remarks: Remarks) -> Saved:
        """The output is of no use, and nothing is put in its place."""
        return self.decide(Act(seen, Verdict.REJECT, remarks))

    def escalate(self, seen: Seen, to: str, remarks: Remarks) -> Saved:
        """Somebody else must decide; the comment says why."""
        return self.decide(Act(seen, Verdict.ESCALATE, remarks, to=to))

    def decide(self, act: Act) -> Saved:
        """Records a verdict.

        Raises:
            ItemUnknown, ItemChanged, ItemClaimed, RemarkMissing, AnswerUnwanted: nothing was
                recorded.
        """
        if act.to:
            act = replace(act, to=self._address(act.to))
        return self._past.do(lambda: self._recorder.decide(act))

    def decide_many(
        self, asked: Together, on_progress: Report = unreported, cancelled: Cancelled = never
    ) -> BulkResult:
        """Does one act to many items; those that it does not fit are left out, with the reason."""
        result, done = self._bulk.act(asked, on_progress, cancelled)
        if done is not None:
            self._past.keep(done)
        return result

    def decline(self, seen: Seen, reason: str) -> Saved:
        """This person cannot judge the item; another shall."""
        return self._past.do(lambda: self._recorder.decline(seen, reason))

    def skip(self, seen: Seen) -> Saved:
        """Puts the item behind the others, for this person on this machine."""
        return self._past.do(lambda: self._recorder.skip(seen))

    def undo(self, decision_id: UUID | None = None) -> Saved:
        """Takes back the decision named, else the last act, also one of an earlier session.

        Raises:
            DecisionUnknown: there is nothing of this person's to take back.
        """
        if decision_id is not None:
            return self._recorder.retract(decision_id)
        return self._past.undo() or self._bulk.take_back_last() or self._recorder.retract()

    def keep(self, done: Done) -> None:
        """Lets undo take back an act that was done beside the desk."""
        self._past.keep(done)

    def redo(self) -> Saved:
        """Does again what was taken back last, as a new act.

        Raises:
            DecisionUnknown: nothing was taken back in this session.
        """
        return self._past.redo()

    @property
    def can_undo(self) -> str | None:
        """What undo would take back of this session, in words."""
        return self._past.can_undo

    @property
    def can_redo(self) -> str | None:
        """What redo would do again, in words."""
        return self._past.can_redo

    def save_draft(self, item_id: UUID, draft: Draft | None) -> None:
        """Keeps what was typed on an item, or drops it."""
        self._desks.save_draft(item_id, draft)

    def _address(self, name: str) -> str:
        """The pool or person that a name means, whatever its case; else the name itself."""
        typed = name.strip()
        named = {known.casefold(): known for known in reversed(self.people())}
        return named.get(typed.casefold(), typed)

    def people(self) -> list[str]:
        """Whom an escalation can go to: pools first, then people."""
        with self._store.reading() as connection:
            team = identity.team(connection)
        routes = {rule.route for rule in self._policies.engine().policy.rules if rule.route}
        pools = {LEADS, *routes, *(pool for person in team for pool in person.pools)}
        others = [p.name for p in team if p.id != self._store.device.person_id]
        return [*sorted(pools - {"everyone"}), *others]

    def attachment(self, attachment_id: UUID) -> bytes:
        """The bytes of an attachment.

        Raises:
            AttachmentGone: they are not here, or were erased.
            ReviewerError: they are on the hub, and it does not give them.
        """
        with self._store.reading() as connection:
            known = arrivals.attachment(connection, attachment_id)
            if known is not None and arrivals.has_data(connection, known.hash):
                return arrivals.attachment_data(connection, attachment_id)
        if known is None or self._elsewhere is None:
            raise AttachmentGone
        return self._elsewhere.file(attachment_id)

    def changed_elsewhere(self) -> bool:
        """Whether anything that is shown was committed since this was last asked, by anybody."""
        version = self._store.version()
        if version == self._version:
            return False
        self._version = version
        noticed = self._notice()
        changed, self._noticed = noticed != self._noticed, noticed
        return changed

    def _notice(self) -> object:
        """What a change of makes a window look again: the facts, and what others have open."""
        with self._store.reading() as connection:
            mark = marks.mark(connection)
        return mark, {key: claim.holder for key, claim in self.claims.others().items()}
