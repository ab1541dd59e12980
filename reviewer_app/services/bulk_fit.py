"""Which items an act for many fits: the others are left out, each with the reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from reviewer_app.domain import rubric
from reviewer_app.domain.records import Selection, Shown
from reviewer_app.domain.resolution import standing
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import Risk, Status, Verdict
from reviewer_app.domain.waiting import Waiting
from reviewer_app.services.demands import Demand, demand_of, said_of
from reviewer_app.services.desk import Remarks, Seen, StepForm
from reviewer_app.services.known import Known, change_since, known
from reviewer_app.services.policies import Policies
from reviewer_app.services.together import LeftOut, Together, Way
from reviewer_app.services.waiting import refused_verdict
from reviewer_app.services.withheld import hindrance
from reviewer_app.store import bulk, leases
from reviewer_app.store.leases import Claim
from reviewer_app.store.store import Connection
from reviewer_app.store.waiting import waiting

_NOT_FOR_MANY = {
    Status.ESCALATED: sentence("It was escalated: open it to decide it."),
    Status.DISPUTED: sentence("People disagree on it: open it to settle it."),
    Status.RESOLVED: sentence("It is decided already."),
    Status.RELEASED: sentence("It was released already."),
    Status.SUPERSEDED: sentence("The agent has produced a new version of it."),
}


@dataclass(frozen=True, slots=True)
class Fit:
    """An item that the act fits, and what is said of it."""

    seen: Seen
    known: Known
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class _Meanwhile:
    """What else holds for some items: who has them open, what is typed, which agents wait."""

    claims: dict[UUID, Claim]
    drafted: set[UUID]
    waiting: dict[UUID, Waiting]


class Fitting:
    """Sorts out what an act fits, for one person. One act, one fitting: it remembers the forms."""

    def __init__(
        self, policies: Policies, form_of: Callable[[UUID], StepForm], me: UUID, asked: Together
    ) -> None:
        self._policies, self._form_of, self._me, self._asked = policies, form_of, me, asked
        self._said = _shared(asked)
        self._forms: dict[tuple[UUID | None, str, str], StepForm] = {}
        self._gates: dict[UUID, frozenset[str]] = {}

    def sort_out(
        self, connection: Connection, seens: Sequence[Seen], now: datetime
    ) -> tuple[list[Fit], list[LeftOut]]:
        """The items that the act fits as they stand now, and those that it does not."""
        ids = [seen.item_id for seen in seens]
        found = known(connection, ids, self._me)
        claims, drafted = leases.live(connection, now, ids), bulk.drafted(connection, ids)
        meanwhile = _Meanwhile(claims, drafted, waiting(connection, ids))
        fits: list[Fit] = []
        left_out: list[LeftOut] = []
        for seen in {seen.item_id: seen for seen in seens}.values():
            item = found.get(seen.item_id)
            reason = sentence("There is no such item.")
            if item is not None:
                told = self._reason(connection, seen, item, meanwhile)
                if told is None:
                    fits.append(Fit(seen, item, self._remarks(item)))
                    continue
                reason = told
            name = item.item.external_id if item else str(seen.item_id)
            left_out.append(LeftOut(seen.item_id, name, reason))
        return fits, left_out

    def _reason(
        self, connection: Connection, seen: Seen, item: Known, meanwhile: _Meanwhile
    ) -> Sentence | None:
        """Why the act does not fit this item; None where it does."""
        change = change_since(item, seen) or _NOT_FOR_MANY.get(item.entry.status)
        if change is not None or self._asked.way is Way.SKIP:
            return change
        claim = meanwhile.claims.get(seen.item_id)
        if claim is not None and claim.holder.person_id != self._me:
            return sentence("{person} has it open.", person=claim.person)
        if seen.item_id in meanwhile.drafted:
            return sentence("You left a draft on it.")
        agent, verdict = meanwhile.waiting.get(seen.item_id), self._asked.way.verdict
        unwanted = refused_verdict(agent, verdict) if verdict is not None else None
        return self._has_done(item) or unwanted or self._demanded(connection, item)

    def _has_done(self, item: Known) -> Sentence | None:
        """What the person did with the item that leaves nothing to be decided for them."""
        if any(o.author == self._me for o in standing(item.opinions)):
            return sentence("You gave your verdict on it already.")
        if item.sight.has_looked and self._asked.way.verdict is not None:
            return sentence("You looked at what others decided on it.")
        return None

    def _demanded(self, connection: Connection, item: Known) -> Sentence | None:
        """What the item demands that an act for many does not give."""
        verdict = self._asked.way.verdict
        if verdict is None:
            return None
        missing = hindrance(item.held, item.item.external_id)
        if missing is not None:
            return missing
        is_opened = item.item.id in self._asked.opened
        if verdict is Verdict.APPROVE and not is_opened:
            closed = self._closed(connection, item.selection)
            if closed is not None:
                return closed
        return _worded(demand_of(self._form(item), verdict, self._asked.remarks))

    def _closed(self, connection: Connection, selection: Selection) -> Sentence | None:
        """Why an item wants to be opened before it is approved."""
        if selection.risk is Risk.CRITICAL:
            return sentence("Its risk is critical: open it to approve it.")
        gates = self._gates_of(connection, selection.policy_version_id)
        gate = next((flag.rule for flag in selection.flags if flag.rule in gates), None)
        if gate is None:
            return None
        return sentence("“{rule}” demands a person: open it to approve it.", rule=gate)

    def _remarks(self, item: Known) -> Remarks:
        """What is said of this item: the answers that count for its step, and what was shown."""
        remarks = self._said
        if item.item.id not in self._asked.opened:
            remarks = replace(
                remarks, shown=Shown(flags=False, confidence=remarks.shown.confidence)
            )
        verdict = self._asked.way.verdict
        if verdict is None:
            return remarks
        questions = self._form(item).questions
        return replace(remarks, rubric=rubric.answered(questions, said_of(verdict, remarks)))

    def _form(self, item: Known) -> StepForm:
        key = (item.selection.policy_version_id, item.item.workflow, item.item.step)
        if key not in self._forms:
            self._forms[key] = self._form_of(item.item.id)
        return self._forms[key]

    def _gates_of(self, connection: Connection, version_id: UUID | None) -> frozenset[str]:
        """The rules of a policy version that demand a person for good."""
        if version_id is None:
            return frozenset()
        if version_id not in self._gates:
            engine = self._policies.engine_of(self._policies.version(connection, version_id))
            mandatory = (rule.name for rule in engine.policy.rules if rule.mandatory)
            self._gates[version_id] = frozenset(mandatory)
        return self._gates[version_id]


def _shared(asked: Together) -> Remarks:
    """What is said of each item: the time of the whole act is shared by all that were meant."""
    seconds = asked.remarks.active_seconds
    if seconds is None or not asked.seens:
        return asked.remarks
    return replace(asked.remarks, active_seconds=round(seconds / len(asked.seens), 3))


def _worded(demand: Demand | None) -> Sentence | None:
    if demand is None:
        return None
    if demand.question is None:
        return sentence("Its step asks what was wrong.")
    return sentence("Its step asks “{question}”.", question=demand.question.ask)
