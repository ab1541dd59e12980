"""What a step still wants to hear before a verdict can stand, the first thing first."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.domain import rubric
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.rubric import Question
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.desk import Remarks, StepForm


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that is missing: an answer to `question`, or an error type where that is None."""

    question: Question | None = None


class RemarkMissing(UsageError):
    """The step demands something beside the verdict that was not said."""

    def __init__(self, demand: Demand, verdict: Verdict) -> None:
        self.demand = demand
        if demand.question is None:
            super().__init__(
                sentence(
                    "This step wants to know what was wrong before it takes a {verdict}: choose an "
                    "error type. Nothing was decided.",
                    verdict=verdict,
                )
            )
        else:
            super().__init__(
                sentence(
                    "This step asks “{question}” ({key}) before it takes a verdict. Nothing was "
                    "decided.",
                    question=demand.question.ask,
                    key=demand.question.key,
                )
            )


def said_of(verdict: Verdict | None, remarks: Remarks) -> Mapping[str, object]:
    """What was said, by the names that the conditions of questions know."""
    return {
        **remarks.rubric,
        "verdict": str(verdict) if verdict else None,
        "error_types": remarks.error_types,
        "severity": str(remarks.severity) if remarks.severity else None,
    }


def demand_of(form: StepForm, verdict: Verdict, remarks: Remarks) -> Demand | None:
    """What keeps this verdict from standing; None where nothing does.

    Handing a decision on needs no answers: whoever takes it will give them.
    """
    if verdict is Verdict.ESCALATE:
        return None
    wants_error = form.error_type_required and verdict is Verdict.REJECT
    if wants_error and not (remarks.error_types or remarks.spans):
        return Demand()
    missing = rubric.unanswered(form.questions, said_of(verdict, remarks))
    return Demand(missing[0]) if missing else None
