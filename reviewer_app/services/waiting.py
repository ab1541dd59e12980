"""What an agent that waits takes for an answer, checked before a verdict can stand."""

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.forms.schema_faults import Schema
from reviewer_app.domain.json.tree import read_tree
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.domain.waiting import Waiting


class AnswerUnwanted(UsageError):
    """The agent that waits cannot go on with this verdict."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(sentence("{why} Nothing was decided.", why=why))


def refused_verdict(waiting: Waiting | None, verdict: Verdict) -> Sentence | None:
    """Why the agent cannot go on with a verdict; None where it can, or where none waits."""
    if waiting is None or waiting.takes(verdict):
        return None
    if not waiting.allowed:
        return sentence("This agent takes no verdict: escalate the item, or decline it.")
    return sentence(
        "This agent takes no “{verdict}”, only: {allowed}. You can also escalate or decline.",
        verdict=_word(verdict),
        allowed=tuple(_word(taken) for taken in waiting.takes_in_order),
    )


def refused_correction(waiting: Waiting | None, correction: str | None) -> Sentence | None:
    """Why the agent cannot go on with a correction; None where it can, or where none waits."""
    if waiting is None or waiting.schema is None or correction is None:
        return None
    tree = read_tree(correction)
    if tree is None:
        return sentence("This agent takes JSON, and the correction is none.")
    fault = next(iter(Schema(waiting.schema).faults(tree)), None)
    if fault is None:
        return None
    return sentence(
        "This agent cannot take the correction: {place} {fault}.",
        place=".".join(map(str, fault.path)) or sentence("the whole"),
        fault=fault.words,
    )


def refused(waiting: Waiting | None, verdict: Verdict, correction: str | None) -> Sentence | None:
    """Why the agent cannot go on with what was decided; None where it can."""
    unwanted = refused_verdict(waiting, verdict)
    if unwanted is not None or verdict is not Verdict.CORRECT:
        return unwanted
    return refused_correction(waiting, correction)


def _word(verdict: Verdict) -> Sentence:
    """The verdict as a word that a window can translate."""
    return Sentence(str(verdict), {})
