"""What a person is told about their own work: answers to escalations, overturned decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.differences import Piece, pieces_between
from reviewer_app.domain.gold import is_right
from reviewer_app.domain.independence import is_independent
from reviewer_app.domain.records import Content, Gold, Item, Selection
from reviewer_app.domain.resolution import Opinion
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.gold import Accuracy, accuracies
from reviewer_app.services.late import Kind, Overtaken, Said, said_by, told
from reviewer_app.store import answers, facts, gold, identity
from reviewer_app.store.answers import AnswerKey
from reviewer_app.store.store import Connection, Store

__all__ = ["Answer", "Answers", "Kind", "Said"]

SHOWN = 200
"""The newest answers that are listed."""

COMPARED = 20_000
"""Characters up to which the difference between two outputs is worked out."""


_JUDGED = frozenset(Kind) - {Kind.MOVED, Kind.REVISED, Kind.WITHDRAWN, Kind.KNOWN}
"""What is told of another judgement, which differs from the person's or does not."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one decision of a person's.

    Attributes:
        mine: what the person decided.
        answer: what somebody else decided then, or what is right of a known item.
        difference: from what the person would have let stand to what stands now.
        is_right: of a known item, whether the person found what is right.
    """

    id: UUID
    kind: Kind
    item: Item
    mine: Said
    answer: Said
    difference: tuple[Piece, ...] = ()
    is_read: bool = False
    is_right: bool = True
    is_independent: bool = False

    @property
    def hides_when(self) -> bool:
        """Whether nobody is to learn who of the two decided first."""
        return self.is_independent and self.kind in {Kind.CONFIRMED, Kind.DISPUTED}

    @property
    def agrees(self) -> bool:
        """Whether both came to the same verdict."""
        return self.mine.verdict is self.answer.verdict


class Answers:
    """Answers to one person."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._me = store.device.person_id

    def unread(self) -> int:
        """How many answers this person has not looked at."""
        with self._store.reading() as connection:
            return answers.unread(connection, self._me)

    def latest(self, most: int = SHOWN) -> list[Answer]:
        """The newest answers first."""
        with self._store.reading() as connection:
            keys = answers.latest(connection, self._me, most)
            ids = list({key.item for key in keys})
            about = _About(
                facts.items(connection, ids),
                facts.contents(connection, ids),
                gold.known(connection, ids),
                _overtaken(connection, keys, ids),
                facts.selections(connection, ids),
            )
        return [_answer(key, about) for key in keys]

    def accuracy(self) -> Accuracy | None:
        """How often this person was right on known items; None before the first."""
        with self._store.reading() as connection:
            return accuracies(connection).get(self._me)

    def mark_read(self, ids: Sequence[UUID]) -> None:
        """This person has looked at these."""
        with self._store.writing() as connection:
            answers.mark_read(connection, ids, self._me)

    def mark_all_read(self) -> None:
        """This person has looked at all that are listed."""
        with self._store.writing() as connection:
            keys = answers.latest(connection, self._me, 10_000)
            answers.mark_read(connection, [k.answer for k in keys if not k.is_read], self._me)


@dataclass(frozen=True, slots=True)
class _About:
    """All that answers are told from."""

    items: Mapping[UUID, Item]
    contents: Mapping[UUID, Content]
    golds: Mapping[UUID, Gold]
    overtaken: Overtaken
    selections: Mapping[UUID, Selection]


def _overtaken(connection: Connection, keys: Sequence[AnswerKey], ids: Sequence[UUID]) -> Overtaken:
    """The facts that answers are made of."""
    opinions = facts.opinions(connection, ids)
    moved = [key.item for key in keys if key.kind == Kind.MOVED]
    moves = [m for made in facts.assignments(connection, moved).values() for m in made]
    newer = [key.answer for key in keys if key.kind == Kind.REVISED]
    people = {move.to for move in moves if move.to}
    return Overtaken(
        {o.decision.id: o for found in opinions.values() for o in found},
        {move.id: move for move in moves},
        facts.items(connection, newer),
        {key: identity.person_of(connection, key).name for key in people},
    )


def _answer(key: AnswerKey, about: _About) -> Answer:
    kind, mine = Kind(key.kind), about.overtaken.opinions[key.mine]
    output = about.contents[key.item].output if key.item in about.contents else ""
    if kind is Kind.KNOWN:
        known = about.golds[key.item]
        answer = Said(
            known.verdict, "", mine.decision.decided_at, tuple(known.error_types), known.because
        )
        right = known.expected_output if known.expected_output is not None else output
    else:
        answer = told(kind, key.answer, about.overtaken)
        right = output
        if kind in _JUDGED:
            right = _wanted(about.overtaken.opinions[key.answer], output)
    is_text = answer.verdict not in {None, Verdict.REJECT}
    return Answer(
        id=key.answer,
        kind=kind,
        item=about.items[key.item],
        mine=said_by(mine),
        answer=answer,
        difference=_difference(_wanted(mine, output), right) if is_text else (),
        is_read=key.is_read,
        is_right=_is_right(about.golds.get(key.item), mine),
        is_independent=is_independent(about.selections[key.item]),
    )


def _is_right(known: Gold | None, mine: Opinion) -> bool:
    return known is None or is_right(known, mine.decision.verdict, mine.correction)


def _wanted(opinion: Opinion, output: str) -> str:
    """The output that an opinion lets stand."""
    return opinion.correction if opinion.correction is not None else output


def _difference(mine: str, theirs: str) -> tuple[Piece, ...]:
    """What the one has and the other has not; nothing where they are the same, or too long."""
    if mine == theirs or len(mine) + len(theirs) > COMPARED:
        return ()
    return pieces_between(mine, theirs)
