"""Recording acts: each is one transaction, on disk when the call returns."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from reviewer_app.domain import rubric
from reviewer_app.domain.changes import Changes
from reviewer_app.domain.errors import DecisionUnknown, ItemUnknown
from reviewer_app.domain.records import Decision, Decline
from reviewer_app.domain.resolution import adjudications, standing
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services import acts
from reviewer_app.services.acts import Act
from reviewer_app.services.claims import check_free
from reviewer_app.services.demands import RemarkMissing, demand_of, said_of
from reviewer_app.services.desk import Saved, Seen, StepForm
from reviewer_app.services.gold import feedback
from reviewer_app.services.known import known, reviewed
from reviewer_app.services.past import Doing, Done
from reviewer_app.services.waiting import AnswerUnwanted, refused
from reviewer_app.store import bulk, decisions, deliveries, facts, identity, local, queue
from reviewer_app.store.store import Connection, Store
from reviewer_app.store.waiting import waiting

_DID = {
    Verdict.APPROVE: sentence("Approved {item}"),
    Verdict.CORRECT: sentence("Corrected {item}"),
    Verdict.REJECT: sentence("Rejected {item}"),
    Verdict.ESCALATE: sentence("Escalated {item}"),
}
_UNDID = {
    Verdict.APPROVE: sentence("Took back: approved {item}"),
    Verdict.CORRECT: sentence("Took back: corrected {item}"),
    Verdict.REJECT: sentence("Took back: rejected {item}"),
    Verdict.ESCALATE: sentence("Took back: escalated {item}"),
    None: sentence("Took back: decided {item}"),
}


class Recorder:
    """Turns this person's acts into facts, and takes them back."""

    def __init__(self, store: Store, form_of: Callable[[UUID], StepForm]) -> None:
        """Takes the store to record in, and what gives an item's step form."""
        self._store = store
        self._form_of = form_of
        self._me = store.device.person_id

    def decide(self, act: Act) -> Doing:
        """Records a verdict.

        Raises:
            ItemUnknown, ItemChanged, ItemClaimed, RemarkMissing, AnswerUnwanted: nothing was
                recorded.
        """
        act = self._complete(act)
        with self._store.transaction() as transaction:
            self._check_free(transaction.connection, act.seen)
            decision = acts.record(transaction, act, self._store.device, self._store.now())
            local.put_draft(transaction.connection, decision.item_id, None, self._store.now())
            skips = bulk.skips(transaction.connection, [decision.item_id], self._me)
            local.unskip(transaction.connection, decision.item_id, self._me)
            told = feedback(transaction.connection, decision, act.correction)
            changes = transaction.fold()
        words = Sentence(_DID[act.verdict], {"item": self._name(decision.item_id)})
        back = self._skipping_again(lambda: self.retract(decision.id), decision.item_id, skips)
        done = Done(words, back, lambda: self._redecide(act))
        saved = self._saved(words, decision.item_id, changes, decision)
        return replace(saved, feedback=told), done

    def retract(self, decision_id: UUID | None = None) -> Saved:
        """Takes back a decision of this person's: the one named, else the last one standing.

        Raises:
            DecisionUnknown: there is none; nothing was recorded.
        """
        with self._store.transaction() as transaction:
            decision = self._standing(transaction.connection, decision_id)
            acts.retract(transaction, decision, self._store.device, self._store.now())
            changes = transaction.fold()
            is_settled = self._is_settled(transaction.connection, decision)
            sent = deliveries.sent(transaction.connection, decision.item_id)
        words = Sentence(_UNDID[decision.verdict], {"item": self._name(decision.item_id)})
        if is_settled:
            words = sentence(
                "{undone}. It was settled, and stays so; the lead is told", undone=words
            )
        elif any(one.is_final for one in sent):
            words = sentence(
                "{undone}. The agent was answered before, and that answer stands", undone=words
            )
        elif sent:
            there = ", ".join(one.sink for one in sent)
            words = sentence("{undone}. Its label at {sink} follows", undone=words, sink=there)
        return self._saved(words, decision.item_id, changes, decision)

    def decline(self, seen: Seen, reason: str) -> Doing:
        """Records that this person cannot judge the item."""
        with self._store.transaction() as transaction:
            self._check_free(transaction.connection, seen)
            item = reviewed(transaction.connection, seen, self._me).item
            fact = Decline(
                id=transaction.new_id(),
                item_id=item.id,
                person_id=self._me,
                reason=reason,
                at=self._store.now(),
            )
            transaction.add(fact)
            changes = transaction.fold()
        words = sentence("Declined {item}", item=item.external_id)
        done = Done(
            words, lambda: self._regret(fact), lambda: self.decline(self._now(seen), reason)
        )
        return self._saved(words, item.id, changes), done

    def skip(self, seen: Seen) -> Doing:
        """Puts the item behind the others, for this person on this machine."""
        words = sentence("Skipped {item}", item=self._name(seen.item_id))
        with self._store.writing() as connection:
            skips = bulk.skips(connection, [seen.item_id], self._me)
            local.skip(connection, seen.item_id, self._me, self._store.now())
        back = self._skipping_again(lambda: self._unskip(seen), seen.item_id, skips)
        done = Done(words, back, lambda: self.skip(seen))
        return self._saved(words, seen.item_id, _skipped(seen)), done

    def _check_free(self, connection: Connection, seen: Seen) -> None:
        item = facts.items(connection, [seen.item_id]).get(seen.item_id)
        if item is not None:
            check_free(connection, item, self._me, self._store.now())

    def _complete(self, act: Act) -> Act:
        """The act with the answers that count, once the step has all that it demands."""
        self._check_agent(act)
        form = self._form_of(act.seen.item_id)
        demand = demand_of(form, act.verdict, act.remarks)
        if demand is not None:
            raise RemarkMissing(demand, act.verdict)
        said = said_of(act.verdict, act.remarks)
        answers = rubric.answered(form.questions, said)
        return replace(act, remarks=replace(act.remarks, rubric=answers))

    def _check_agent(self, act: Act) -> None:
        """Lets pass what an agent that waits on the item can go on with."""
        with self._store.reading() as connection:
            agent = waiting(connection, [act.seen.item_id]).get(act.seen.item_id)
        why = refused(agent, act.verdict, act.correction)
        if why is not None:
            raise AnswerUnwanted(why)

    def _redecide(self, act: Act) -> Doing:
        return self.decide(replace(act, seen=self._now(act.seen)))

    def _regret(self, fact: Decline) -> Saved:
        with self._store.transaction() as transaction:
            regret = {"reason": "", "retracts": fact.id, "at": self._store.now()}
            transaction.add(fact.model_copy(update={"id": transaction.new_id(), **regret}))
            changes = transaction.fold()
        words = sentence("Took back: declined {item}", item=self._name(fact.item_id))
        return self._saved(words, fact.item_id, changes)

    def _skipping_again(
        self, back: Callable[[], Saved], item_id: UUID, skips: bulk.Skips
    ) -> Callable[[], Saved]:
        """The way back, after which an item that was behind is there again."""

        def go_back() -> Saved:
            saved = back()
            with self._store.writing() as connection:
                bulk.put_skips(connection, [item_id], self._me, skips)
            return saved

        return go_back if skips else back

    def _unskip(self, seen: Seen) -> Saved:
        with self._store.writing() as connection:
            local.unskip(connection, seen.item_id, self._me)
        words = sentence("Took back: skipped {item}", item=self._name(seen.item_id))
        return self._saved(words, seen.item_id, _skipped(seen))

    def _is_mine(self, connection: Connection, decision: Decision) -> bool:
        """Whether this person made it, if under an id that they had before joining a team."""
        author = identity.person_of(connection, decision.person_id)
        return self._me in {author.id, author.same_as}

    def _is_settled(self, connection: Connection, decision: Decision) -> bool:
        """Whether a lead has settled what the decision was about, so that its outcome holds."""
        made = facts.opinions(connection, [decision.item_id]).get(decision.item_id, ())
        return bool(adjudications(standing(made)))

    def _standing(self, connection: Connection, decision_id: UUID | None) -> Decision:
        decision = (
            decisions.decision(connection, decision_id)
            if decision_id
            else decisions.last_standing(connection, self._me)
        )
        ours = decision is not None and self._is_mine(connection, decision) and decision.verdict
        if decision is None or not ours or not decisions.is_standing(connection, decision):
            raise DecisionUnknown(str(decision_id) if decision_id else None)
        return decision

    def _now(self, seen: Seen) -> Seen:
        """The same content as seen, with the decisions that stand on it now."""
        with self._store.reading() as connection:
            found = known(connection, [seen.item_id], self._me).get(seen.item_id)
        return found.seen if found and found.seen.content_hash == seen.content_hash else seen

    def _name(self, item_id: UUID) -> str:
        with self._store.reading() as connection:
            item = facts.items(connection, [item_id]).get(item_id)
        if item is None:
            raise ItemUnknown(str(item_id))
        return item.external_id

    def _saved(
        self, words: str, item_id: UUID, changes: Changes, decision: Decision | None = None
    ) -> Saved:
        with self._store.reading() as connection:
            entry = queue.entry(connection, item_id)
        return Saved(words, item_id, entry, changes, decision)


def _skipped(seen: Seen) -> Changes:
    return Changes(frozenset({"skip"}), frozenset({seen.item_id}))
