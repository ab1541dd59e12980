"""A step's questions to the reviewer: which are asked, which must be answered, what may be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

Answer = bool | int | str
"""Yes or no, a place on a scale, or words."""

ABOUT_THE_VERDICT = ("verdict", "error_types", "severity")
"""What a condition may name beside other questions."""


class QuestionKind(StrEnum):
    """What an answer looks like."""

    YES_NO = "yes_no"
    SCALE = "scale"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Given:
    """What was said under one name must be one of these; a list is met by any of its members."""

    name: str
    values: tuple[Answer, ...]

    def holds(self, said: Mapping[str, object]) -> bool:
        """Whether this is so."""
        found = said.get(self.name)
        members = found if isinstance(found, list | tuple) else [found]
        return any(_same(member, value) for member in members for value in self.values)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a step's rubric.

    Attributes:
        key: its name in the label.
        ask: the question in words.
        choices: what a choice chooses from, in order.
        low, high: the ends of a scale, both of them answers.
        ends: what the low and the high end mean, in words; empty where nothing is said.
        required: an approval, a correction or a rejection needs the answer.
        shown_if: asked only where all of these hold; always where there are none.
        required_if: required also where all of these hold; empty adds nothing.
    """

    key: str
    ask: str
    kind: QuestionKind = QuestionKind.YES_NO
    choices: tuple[str, ...] = ()
    low: int = 1
    high: int = 5
    ends: tuple[str, ...] = ()
    required: bool = False
    shown_if: tuple[Given, ...] = ()
    required_if: tuple[Given, ...] = ()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What can be answered with one key each, in order; nothing for words."""
        match self.kind:
            case QuestionKind.YES_NO:
                return (True, False)
            case QuestionKind.SCALE:
                return tuple(range(self.low, self.high + 1))
            case QuestionKind.CHOICE:
                return self.choices
            case QuestionKind.TEXT:
                return ()

    def allows(self, answer: object) -> bool:
        """Whether this can be an answer."""
        if self.kind is QuestionKind.TEXT:
            return isinstance(answer, str) and bool(answer.strip())
        return any(_same(answer, one) for one in self.answers)


def asked(questions: Sequence[Question], said: Mapping[str, object]) -> tuple[Question, ...]:
    """The questions that are asked, given what was said so far.

    An answer to a question that is not asked any more counts as not given.
    """
    shown: list[Question] = []
    known = {name: said.get(name) for name in ABOUT_THE_VERDICT}
    for question in questions:
        if all(given.holds(known) for given in question.shown_if):
            shown.append(question)
            known[question.key] = said.get(question.key)
    return tuple(shown)


def answered(questions: Sequence[Question], said: Mapping[str, object]) -> dict[str, Answer]:
    """The answers that count: to questions that are asked, and fit for them, in their order."""
    found: dict[str, Answer] = {}
    for question in asked(questions, said):
        answer = said.get(question.key)
        if isinstance(answer, Answer) and question.allows(answer):
            found[question.key] = answer
    return found


def unanswered(questions: Sequence[Question], said: Mapping[str, object]) -> tuple[Question, ...]:
    """The questions that must be answered and are not, in order."""
    given = answered(questions, said)
    known = {**{name: said.get(name) for name in ABOUT_THE_VERDICT}, **given}
    return tuple(
        question
        for question in asked(questions, said)
        if question.key not in given and _is_required(question, known)
    )


def _is_required(question: Question, known: Mapping[str, object]) -> bool:
    if question.required:
        return True
    return bool(question.required_if) and all(given.holds(known) for given in question.required_if)


def _same(one: object, other: object) -> bool:
    """Equal and of one kind: `True` is not the 1 of a scale."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other
