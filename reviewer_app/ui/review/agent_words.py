"""What is said of an agent that has stopped for the answer, and of what it does not take."""

from collections.abc import Mapping

from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.domain.waiting import ANSWERS, Waiting
from reviewer_app.services.desk import Desk
from reviewer_app.services.waiting import refused_correction, refused_verdict
from reviewer_app.ui.errors import said
from reviewer_app.ui.language import tr
from reviewer_app.ui.vocabulary_words import word_of


def agent_words(waiting: Waiting | None) -> str:
    """That an agent waits, and which verdicts it takes; nothing where none does."""
    if waiting is None:
        return ""
    taken = ", ".join(word_of(verdict) for verdict in waiting.takes_in_order)
    if not taken:
        return tr("An agent has stopped here. It takes no verdict: escalate, or decline.")
    return tr(
        "An agent has stopped here and goes on with your verdict. It takes: {verdicts}.",
        verdicts=taken,
    )


def refusal_words(desk: Desk | None, verdict: Verdict) -> str:
    """Why the agent that waits cannot go on with a verdict; nothing where it can."""
    why = refused_verdict(desk.waiting, verdict) if desk is not None else None
    return said(why) if why is not None else ""


def refused_words(desk: Desk | None) -> Mapping[str, str]:
    """The verdicts that the agent cannot go on with, each with the reason."""
    words = {str(verdict): refusal_words(desk, verdict) for verdict in ANSWERS}
    return {verdict: why for verdict, why in words.items() if why}


def unfit_words(desk: Desk | None, correction: str) -> str:
    """Why the agent that waits cannot go on with a correction; nothing where it can."""
    why = refused_correction(desk.waiting, correction) if desk is not None else None
    return said(why) if why is not None else ""
