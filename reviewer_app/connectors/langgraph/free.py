"""The dialect of agents that ask in words of their own: the answer is what they say they take."""

from collections.abc import Iterator
from typing import Any

from reviewer_app.connectors.langgraph.questions import AnswerUnfit, Given, Members, Question
from reviewer_app.domain.fields import output_type_of
from reviewer_app.domain.forms.schema_faults import Schema
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse, text_of
from reviewer_app.domain.json.tree import read_tree
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.domain.waiting import ANSWERS

_WORDS: dict[Verdict, tuple[Any, ...]] = {
    Verdict.APPROVE: ({"type": "approve"}, True, "approve", "approved", "yes"),
    Verdict.REJECT: ({"type": "reject"}, False, "reject", "rejected", "no"),
}
"""What agents that say what they take may mean by a verdict, the likeliest first."""


def question_of(shown: Any, schema: Members | None) -> Question:  # noqa: ANN401 - any JSON comes in
    """What is asked: all that the agent shows.

    Args:
        shown: what a person judges, the whole value or the part of it that is the output.
        schema: what the agent takes as an answer, where it says so.
    """
    return Question(
        output=shown if isinstance(shown, str) else text_of(shown),
        output_type=output_type_of(shown),
        allowed=frozenset(verdict for verdict in ANSWERS if _is_possible(verdict, shown, schema)),
        schema=_correction_schema(shown, schema),
    )


def answer_for(shown: Any, given: Given, schema: Members | None) -> Any:  # noqa: ANN401 - as above
    """The answer: all that is known of the decision, or what the agent says it takes instead.

    Raises:
        AnswerUnfit: nothing that the decision can mean is what the agent takes.
    """
    for answer in _candidates(shown, given, schema):
        if fault_in(answer, schema) is None:
            return answer
    raise AnswerUnfit(
        sentence("nothing that “{verdict}” can mean is what it takes", verdict=given.verdict)
    )


def fault_in(answer: Any, schema: Members | None) -> str | None:  # noqa: ANN401 - as above
    """What is wrong with an answer by the schema that the agent gave; None where nothing is."""
    tree = read_tree(text_of(answer)) if schema else None
    if schema is None or tree is None:
        return None
    faults = Schema(text_of(schema)).faults(tree)
    return f"{'.'.join(map(str, faults[0].path))} {faults[0].words}".strip() if faults else None


def _candidates(shown: Any, given: Given, schema: Members | None) -> Iterator[Any]:  # noqa: ANN401 - as above
    told = _told(shown, given)
    yield told
    known = schema.get("properties") if schema else None
    if isinstance(known, dict):
        yield {name: value for name, value in told.items() if name in known}
    if given.verdict is Verdict.CORRECT:
        yield _json_or_text(given.output)
        yield given.output or ""
        return
    if given.verdict is Verdict.REJECT and given.comment:
        yield {"type": "reject", "message": given.comment}
        yield f"reject: {given.comment}"
    yield from _WORDS[given.verdict]


def _told(shown: Any, given: Given) -> dict[str, Any]:  # noqa: ANN401 - as above
    output = shown
    if given.verdict is Verdict.REJECT:
        output = None
    elif given.verdict is Verdict.CORRECT:
        output = given.output if isinstance(shown, str) else _json_or_text(given.output)
    return {
        "verdict": str(given.verdict),
        "output": output,
        "comment": given.comment,
        "reviewers": list(given.reviewers),
        "decision_id": given.decision_id,
    }


def _json_or_text(text: str | None) -> Any:  # noqa: ANN401 - as above
    try:
        return parse(text or "")
    except JsonRefused:
        return text


def _is_possible(verdict: Verdict, shown: Any, schema: Members | None) -> bool:  # noqa: ANN401 - as above
    """Whether the agent could take this verdict; a correction is whatever a person makes of it."""
    if schema is None or verdict is Verdict.CORRECT:
        return True
    answers = _candidates(shown, Given(verdict), schema)
    return any(fault_in(answer, schema) is None for answer in answers)


def _correction_schema(shown: Any, schema: Members | None) -> Members | None:  # noqa: ANN401 - as above
    """What a correction must look like where it alone is the answer, and is no plain text."""
    if schema is None or fault_in(_told(shown, Given(Verdict.CORRECT, "")), schema) is None:
        return None
    return schema if fault_in("any text", schema) is not None else None
