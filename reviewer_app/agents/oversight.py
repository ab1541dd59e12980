"""A function under oversight: what it gives, or what it is called with, is reviewed first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from reviewer_app.agents.asking import Length
from reviewer_app.agents.calls import Call, Function
from reviewer_app.agents.failures import (
    ChangedMeanwhile,
    CorrectionUnusable,
    Rejected,
    StillOpen,
    Withdrawn,
)
from reviewer_app.agents.outcomes import Ending, Outcome
from reviewer_app.agents.records import json_value
from reviewer_app.agents.reviewer import Reviewer
from reviewer_app.agents.shapes import Shape, ShapeRefused
from reviewer_app.agents.threads import in_thread
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import OutputType, Verdict
from reviewer_app.domain.waiting import Waiting

_PLAIN = (str, int, float, bool, list, dict, tuple, type(None))
"""Values that are JSON by themselves, and so say nothing of what they must look like."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a function is overseen.

    Attributes:
        reviewer: the profile.
        record: fields that each submission has.
        source: the source that they are submitted under.
        answer_within: until when an answer is wanted; None where it may take as long as it takes.
        every: how often is looked, in seconds.
        id: makes the id of a call from its arguments.
        confidence: finds the agent's own confidence in what is reviewed.
        before: whether the arguments are reviewed, before the function runs.
    """

    reviewer: Reviewer
    record: Mapping[str, object]
    source: str
    answer_within: Length | None
    every: float
    id: Callable[..., str] | None = None
    confidence: Callable[[Any], float | None] | None = None
    before: bool = False


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of people: a record, and what a correction of it must look like."""

    record: Mapping[str, object]
    schema: str | None


@dataclass(frozen=True, slots=True)
class Oversight:
    """A function, and how it is overseen."""

    function: Callable[..., Any]
    about: Function
    terms: Terms

    def run(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the function's own
        """Calls the function under oversight.

        Raises:
            NotAnswered: there is nothing that the caller may go on with.
        """
        call = self.about.call(args, kwargs)
        if self.terms.before:
            cleared = self._cleared(call, self._ask(self._question_before(call)))
            return self.function(*cleared.bound.args, **cleared.bound.kwargs)
        result = self.function(*args, **kwargs)
        question = self._question_after(call, result)
        return self._usable(question, result, self._ask(question))

    async def run_async(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the function's own
        """As `run`, for a coroutine function.

        Raises:
            NotAnswered: there is nothing that the caller may go on with.
        """
        call = self.about.call(args, kwargs)
        if self.terms.before:
            cleared = self._cleared(call, await self._ask_async(self._question_before(call)))
            return await self.function(*cleared.bound.args, **cleared.bound.kwargs)
        result = await self.function(*args, **kwargs)
        question = self._question_after(call, result)
        return self._usable(question, result, await self._ask_async(question))

    def _ask(self, question: _Question) -> Outcome:
        reviewer, waiting = self.terms.reviewer, self._waiting(question)
        ticket = reviewer.submit_record(question.record, self.terms.source, (), waiting)
        return answered(reviewer.wait(ticket, every=self.terms.every))

    async def _ask_async(self, question: _Question) -> Outcome:
        reviewer, waiting = self.terms.reviewer, await in_thread(self._waiting)(question)
        submit = in_thread(reviewer.submit_record)
        ticket = await submit(question.record, self.terms.source, (), waiting)
        return answered(await reviewer.wait_async(ticket, every=self.terms.every))

    def _waiting(self, question: _Question) -> Waiting:
        named, within = str(question.record["id"]), self.terms.answer_within
        waiting = self.terms.reviewer.waiting("python", named, within)
        return replace(waiting, schema=question.schema)

    def _question_before(self, call: Call) -> _Question:
        shown = call.shown()
        record = self._record(call, shown, shown)
        name, doc = self.about.name, self.function.__doc__
        record["input"] = f"{name}: {doc.strip()}" if doc else name
        record["output_type"] = OutputType.JSON
        return _Question(record, call.schema())

    def _question_after(self, call: Call, result: object) -> _Question:
        record = self._record(call, json_value(result), result)
        record["input"] = call.asked()
        is_text = isinstance(record["output"], str)
        return _Question(record, None if is_text else self._shape(result).schema)

    def _record(self, call: Call, output: object, judged: object) -> dict[str, object]:
        terms, bound = self.terms, call.bound
        record = {**terms.record, "output": output}
        record["step"] = terms.record["step"] or self.about.name
        record["id"] = terms.id(*bound.args, **bound.kwargs) if terms.id else str(uuid4())
        record["confidence"] = terms.confidence(judged) if terms.confidence else None
        return record

    def _cleared(self, call: Call, outcome: Outcome) -> Call:
        """The call as it may be made: as it was, or as it was corrected."""
        if outcome.verdict is not Verdict.CORRECT:
            self._check_unchanged(text_of(call.shown()), outcome)
            return call
        try:
            return call.corrected(outcome.output or "")
        except ShapeRefused as refused:
            raise CorrectionUnusable(outcome, self.about.name, str(refused)) from refused

    def _usable(self, question: _Question, result: object, outcome: Outcome) -> object:
        """What the caller gets: the result as it was, or as it was corrected."""
        if outcome.verdict is not Verdict.CORRECT:
            value = json_value(result)
            self._check_unchanged(value if isinstance(value, str) else text_of(value), outcome)
            return result
        shape, text = self._shape(result), outcome.output or ""
        is_text = isinstance(question.record["output"], str)
        try:
            return shape.text_value(text) if is_text else shape.value(text)
        except ShapeRefused as refused:
            raise CorrectionUnusable(outcome, self.about.name, str(refused)) from refused

    def _shape(self, result: object) -> Shape:
        """What a correction must look like: by the type declared, else by that of the result."""
        hint = self.about.hints.get("return", Any)
        if hint is Any and not isinstance(result, _PLAIN):
            return Shape(type(result))
        return Shape(hint)

    def _check_unchanged(self, text: str, outcome: Outcome) -> None:
        """A decision is about what a person saw: not about what became of it meanwhile."""
        if text != outcome.original:
            raise ChangedMeanwhile(outcome, self.about.name)


def answered(outcome: Outcome) -> Outcome:
    """The outcome, where there is an output that may be used.

    Raises:
        Rejected, StillOpen, Withdrawn, CorrectionUnusable: there is none.
    """
    if outcome.ending in {Ending.SUPERSEDED, Ending.ERASED}:
        raise Withdrawn(outcome)
    match outcome.verdict:
        case Verdict.REJECT:
            raise Rejected(outcome)
        case Verdict.ESCALATE:
            raise StillOpen(outcome)
        case Verdict.CORRECT if outcome.output is None:
            reason = sentence("the corrected output was not given")
            raise CorrectionUnusable(outcome, str(outcome.item_id), reason)
        case _:
            return outcome
