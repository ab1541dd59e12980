"""Known items: filling the reserve, telling a person afterwards, and how well everybody did."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.connectors.protocols import Source
from reviewer_app.domain import identity
from reviewer_app.domain.gold import CONCLUDING, is_right
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.records import Decision, Gold, Reserved
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.evaluation.intervals import wilson_interval
from reviewer_app.services.arriving import UNNAMED_STEP
from reviewer_app.services.refused import listed
from reviewer_app.services.seeding import reserved_record
from reviewer_app.store import gold
from reviewer_app.store import identity as people
from reviewer_app.store.gold import FirstAnswer, Stock
from reviewer_app.store.holdings import erased
from reviewer_app.store.store import Connection, Store

_DID = {
    Verdict.APPROVE: sentence("you approved"),
    Verdict.CORRECT: sentence("you corrected"),
    Verdict.REJECT: sentence("you rejected"),
}
_RIGHT = {
    Verdict.APPROVE: sentence("to approve"),
    Verdict.CORRECT: sentence("to correct"),
    Verdict.REJECT: sentence("to reject"),
}


@dataclass(frozen=True, slots=True)
class Added:
    """What came of filling the reserve."""

    added: int = 0
    unchanged: int = 0
    refused: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How often a person was right on known items, with a 95 % interval (Wilson).

    The first answer counts: a decision that was taken back once its answer was told included.
    """

    person: str
    right: int
    answered: int
    low: float
    high: float


class GoldItems:
    """The known items of a profile."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, source: Source) -> Added:
        """Puts the records of a source into the reserve; they come among others later.

        Each carries one judgement, which is known to be right. The same record again changes
        nothing.

        Raises:
            ReviewerError: the source or the database failed; nothing was added.
        """
        found: list[Reserved] = []
        problems: tuple[Problem, ...] = ()
        for reading in source.read(None):
            made = reading.outcome
            outcome = made if isinstance(made, Problem) else self._reserved(source.name, made)
            if isinstance(outcome, Problem):
                problems = listed(problems, [outcome])
            else:
                found.append(outcome)
        with self._store.writing() as connection:
            added = gold.reserve(connection, found)
        return Added(added, len(found) - added, problems)

    def stocks(self) -> list[Stock]:
        """What the reserve has, step by step."""
        with self._store.reading() as connection:
            return gold.stocks(connection)

    def accuracies(self) -> list[Accuracy]:
        """How often each person was right, by name."""
        with self._store.reading() as connection:
            found = accuracies(connection)
        return sorted(found.values(), key=lambda one: one.person.casefold())

    def _reserved(self, source: str, record: Incoming) -> Reserved | Problem:
        """The record as the reserve keeps it, or why it cannot be a known item."""
        problem = _unfit(record)
        if problem is not None:
            return problem
        (judgement,) = record.judgements
        workflow, step = record.workflow or source, record.step or UNNAMED_STEP
        content = identity.content_hash(record, workflow, step)
        types = judgement.labels.get("error_types", ())
        return Reserved(
            id=identity.hashed_id("gold", workflow, step, content),
            workflow=workflow,
            step=step,
            record=reserved_record(record),
            verdict=judgement.verdict or Verdict.APPROVE,
            expected_output=judgement.corrected_output,
            error_types=[str(one) for one in types] if isinstance(types, list) else [],
            because=judgement.comment or "",
            at=self._store.now(),
        )


def accuracies(connection: Connection) -> dict[UUID, Accuracy]:
    """How often each person who met a known item was right.

    Where the correction that is right was erased nobody can tell, so those are not counted.
    """
    firsts = _tellable(connection, gold.first_answers(connection))
    golds = gold.known(connection, {one.item_id for one in firsts})
    answers: dict[UUID, list[bool]] = defaultdict(list)
    for one in firsts:
        was_right = is_right(golds[one.item_id], one.verdict, one.correction)
        answers[one.person_id].append(was_right)
    names = {key: people.person_of(connection, key).name for key in answers}
    return {key: _accuracy(names[key], found) for key, found in answers.items()}


def _tellable(connection: Connection, firsts: list[FirstAnswer]) -> list[FirstAnswer]:
    gone = erased(connection, {one.item_id for one in firsts})
    golds = gold.known(connection, gone)
    blank = {key for key, known in golds.items() if known.verdict is Verdict.CORRECT}
    return [one for one in firsts if one.item_id not in blank]


def feedback(connection: Connection, decision: Decision, correction: str | None) -> Sentence | None:
    """What a person is told once they decided on a known item; None on any other.

    Told of the first verdict alone, which is the one that counts.
    """
    known = gold.known(connection, [decision.item_id]).get(decision.item_id)
    if known is None or decision.verdict not in CONCLUDING:
        return None
    firsts = gold.first_answers(connection, decision.item_id)
    if decision.id not in {one.decision_id for one in firsts}:
        return None
    if is_right(known, decision.verdict, correction):
        return sentence("This was a known item, and you were right.")
    return _told(known, decision.verdict)


def _told(known: Gold, verdict: Verdict) -> Sentence:
    did, right = _DID[verdict], _RIGHT[known.verdict]
    if verdict is known.verdict:
        return sentence("This was a known item: {did}, but not to what is right.", did=did)
    if not known.because:
        return sentence("This was a known item: {did}; right was {right}.", did=did, right=right)
    return sentence(
        "This was a known item: {did}; right was {right}, because {why}",
        did=did,
        right=right,
        why=known.because,
    )


def _unfit(record: Incoming) -> Problem | None:
    """Why a record cannot be a known item."""
    concluding = [j for j in record.judgements if j.verdict in CONCLUDING]
    if len(record.judgements) != 1 or len(concluding) != 1:
        why = "human must have one judgement: approve, correct or reject"
        return Problem(record.place, "human", why)
    (judgement,) = concluding
    if judgement.verdict is Verdict.CORRECT and judgement.corrected_output is None:
        why = "a correction that is known to be right needs its corrected_output"
        return Problem(record.place, "human[0].corrected_output", why)
    if record.attachments:
        return Problem(record.place, "attachments", "a known item cannot have attachments")
    return None


def _accuracy(person: str, answers: Iterable[bool]) -> Accuracy:
    given = list(answers)
    wrong = given.count(False)
    low, high = wilson_interval(wrong, len(given))
    return Accuracy(person, len(given) - wrong, len(given), 1 - high, 1 - low)
