"""The rubric of a step, read from its table: each question under its key, with its conditions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reviewer_app.domain.rubric import ABOUT_THE_VERDICT, Answer, Given, Question, QuestionKind
from reviewer_app.domain.vocabulary import Severity, Verdict
from reviewer_app.policy import fields
from reviewer_app.policy.fields import Reader, Unsuited
from reviewer_app.policy.problems import did_you_mean
from reviewer_app.policy.sections import Section

MOST_CHOICES = 20
MOST_QUESTIONS = 30


def _choices(value: object) -> tuple[str, ...]:
    found = fields.texts(value)
    if not 2 <= len(found) <= MOST_CHOICES:
        raise Unsuited(f"must have 2 to {MOST_CHOICES} choices")
    return found


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not -100 <= value <= 100:
        raise Unsuited("must be a whole number from -100 to 100")
    return value


def _ends(value: object) -> tuple[str, ...]:
    found = fields.texts(value)
    if len(found) != 2:
        raise Unsuited("must be two texts: what the low end means, and the high end")
    return found


_QUESTION: Mapping[str, Reader] = {
    "ask": fields.name,
    "kind": fields.one_of(QuestionKind),
    "choices": _choices,
    "low": _whole,
    "high": _whole,
    "ends": _ends,
    "required": fields.yes_or_no,
    "shown_if": fields.table,
    "required_if": fields.table,
}


def questions_in(step: Section, error_types: Sequence[str]) -> tuple[Question, ...]:
    """The questions of a step's `rubric`, in the order of the document."""
    rubric = step.inner("rubric", label=step.label)
    if rubric is None:
        return ()
    if len(rubric.table) > MOST_QUESTIONS:
        rubric.at_start(f"a rubric has at most {MOST_QUESTIONS} questions")
    found: list[Question] = []
    for key in rubric.table:
        label = f'{step.label} question "{key}"'
        section = rubric.inner(key, label=label)
        if section is not None:
            found += _question(key, section, found, error_types)
    return tuple(found)


def _question(
    key: str, section: Section, before: Sequence[Question], error_types: Sequence[str]
) -> Iterator[Question]:
    values = section.read(_QUESTION)
    if key in ABOUT_THE_VERDICT:
        section.at_start(f'"{key}" is part of every decision; call the question something else')
    if "ask" not in section.table:
        section.at_start('the question needs "ask", its words')
    _check_kind(section, values)
    known = {
        **{question.key: question.answers for question in before},
        "verdict": tuple(str(verdict) for verdict in Verdict),
        "severity": tuple(str(severity) for severity in Severity),
        "error_types": tuple(error_types),
    }
    for condition in ("shown_if", "required_if"):
        if condition in values:
            values[condition] = tuple(_given(section, condition, values[condition], known))
    if "ask" in values:
        yield Question(key=key, **values)


def _check_kind(section: Section, values: dict[str, Any]) -> None:
    """Each kind has what it needs, and nothing of another."""
    kind = values.get("kind", QuestionKind.YES_NO)
    owners = {"choices": QuestionKind.CHOICE, "low": QuestionKind.SCALE}
    owners |= {"high": QuestionKind.SCALE, "ends": QuestionKind.SCALE}
    for field, owner in owners.items():
        if field in section.table and kind is not owner:
            section.at_key(field, f'{field} belongs to questions of kind "{owner}"')
    if kind is QuestionKind.CHOICE and "choices" not in section.table:
        section.at_start('a question of kind "choice" needs "choices"')
    low, high = values.get("low", 1), values.get("high", 5)
    if kind is QuestionKind.SCALE and not 1 <= high - low < MOST_CHOICES:
        section.at_start(f"the scale from {low} to {high} needs 2 to {MOST_CHOICES} places")


def _given(
    section: Section, condition: str, table: Mapping[str, object], known: Mapping[str, Any]
) -> Iterator[Given]:
    inner = section.inner(condition, label=section.label)
    if inner is None:
        return
    for name, value in table.items():
        if name not in known:
            near = did_you_mean(name, known)
            inner.at_key(name, f'"{name}" is no question before this one{near}')
            continue
        values = tuple(value) if isinstance(value, list) else (value,)
        allowed: tuple[Answer, ...] = known[name]
        if all(isinstance(v, bool | int | str) for v in values) and (
            not allowed or all(_is_among(v, allowed) for v in values)
        ):
            yield Given(name, values)
        else:
            told = ", ".join(str(a).lower() if isinstance(a, bool) else str(a) for a in allowed)
            inner.at_value(name, f"{name} must be one of {told}, or a list of them")


def _is_among(value: object, allowed: Sequence[Answer]) -> bool:
    return any(isinstance(value, bool) == isinstance(a, bool) and value == a for a in allowed)
