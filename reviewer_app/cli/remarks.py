"""What `decide` is told beside the verdict: marked pieces of the output, answers to questions."""

from collections.abc import Sequence

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.records import Span
from reviewer_app.domain.rubric import Answer, Question, QuestionKind
from reviewer_app.domain.sentences import sentence

_YES, _NO = ("yes", "true", "y"), ("no", "false", "n")


class SpanUnreadable(UsageError):
    """A span is not written as one."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence(
                "“{text}” is no span. Write START:END or START:END:TYPE, in characters of the "
                "output, such as 10:24:tone.",
                text=text,
            )
        )


class AnswerUnfit(UsageError):
    """An answer fits no question of the step."""

    def __init__(self, text: str, questions: Sequence[Question]) -> None:
        known = ", ".join(f"{q.key} ({_allowed(q)})" for q in questions)
        told = (
            sentence("The step asks {questions}.", questions=known)
            if questions
            else sentence("The step asks nothing.")
        )
        super().__init__(
            sentence(
                "“{text}” is no answer. Write KEY=VALUE. {questions}", text=text, questions=told
            )
        )


def spans_of(texts: Sequence[str]) -> tuple[Span, ...]:
    """The spans that were written.

    Raises:
        SpanUnreadable: one is none.
    """
    return tuple(_span(text) for text in texts)


def answers_of(texts: Sequence[str], questions: Sequence[Question]) -> dict[str, Answer]:
    """The answers that were written, each fit for its question.

    Raises:
        AnswerUnfit: one is not.
    """
    by_key = {question.key: question for question in questions}
    found: dict[str, Answer] = {}
    for text in texts:
        key, separator, value = text.partition("=")
        question = by_key.get(key.strip())
        answer = _answer(value.strip(), question) if question and separator else None
        if question is None or answer is None or not question.allows(answer):
            raise AnswerUnfit(text, questions)
        found[question.key] = answer
    return found


def _span(text: str) -> Span:
    start, _, rest = text.partition(":")
    end, _, error_type = rest.partition(":")
    try:
        return Span(start=int(start), end=int(end), error_type=error_type.strip())
    except ValueError:
        raise SpanUnreadable(text) from None


def _answer(value: str, question: Question) -> Answer | None:
    """What was written as what the question asks for; None where it cannot be that."""
    match question.kind:
        case QuestionKind.YES_NO:
            said = value.casefold()
            return True if said in _YES else False if said in _NO else None
        case QuestionKind.SCALE:
            return int(value) if value.lstrip("-").isdecimal() else None
        case QuestionKind.CHOICE | QuestionKind.TEXT:
            return value


def _allowed(question: Question) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            return "yes or no"
        case QuestionKind.SCALE:
            return f"{question.low} to {question.high}"
        case QuestionKind.CHOICE:
            return ", ".join(question.choices)
        case QuestionKind.TEXT:
            return "a text"
