"""Why an answer does not reach the agent that it was meant for, in sentences for a person."""

from reviewer_app.connectors.failures import AnswerConflict, PushRefused
from reviewer_app.domain.sentences import sentence


class NotFromHere(PushRefused):
    """The item does not say which agent waits."""

    def __init__(self, external_id: str) -> None:
        super().__init__(
            sentence(
                "{item} does not come from a LangGraph server, so that no agent can be answered. "
                "Send its label elsewhere.",
                item=external_id,
            )
        )


class ThreadGone(PushRefused):
    """There is no such thread any more."""

    def __init__(self, external_id: str) -> None:
        super().__init__(
            sentence(
                "The agent of {item} is gone: its thread was deleted. Nothing was sent; the "
                "decision stays a label here.",
                item=external_id,
            )
        )


class AnsweredElsewhere(AnswerConflict):
    """The agent waits no more."""

    def __init__(self, external_id: str) -> None:
        super().__init__(
            sentence(
                "The agent of {item} does not wait for this answer any more: somebody answered it "
                "elsewhere, or it was stopped. Nothing was sent; the decision stays a label here.",
                item=external_id,
            )
        )


class AsksSomethingElse(AnswerConflict):
    """The agent waits on something that nobody reviewed."""

    def __init__(self, external_id: str) -> None:
        super().__init__(
            sentence(
                "The agent of {item} now asks something else than what was decided on. Nothing was "
                "sent; pull again and decide what it asks now.",
                item=external_id,
            )
        )


class AnswerStands(AnswerConflict):
    """The agent went on with an earlier answer."""

    def __init__(self, external_id: str) -> None:
        super().__init__(
            sentence(
                "The agent of {item} was answered already and went on, so that the answer stands. "
                "What was decided since is kept as a label here.",
                item=external_id,
            )
        )


class AgentFailed(AnswerConflict):
    """The agent took an answer, and fell over it.

    LangGraph keeps an answer of which the agent made an error, and would give the next one to
    whatever is asked next: so nothing more is ever sent.
    """

    def __init__(self, external_id: str, why: str) -> None:
        super().__init__(
            sentence(
                "The agent of {item} took an answer and then failed ({why}). It keeps that "
                "answer, so that nothing more is sent; whoever runs the agent has to start it "
                "again.",
                item=external_id,
                why=why,
            )
        )


class AnswerIgnored(AnswerConflict):
    """The server took the answer, and the agent asks the same again."""

    def __init__(self, external_id: str) -> None:
        super().__init__(
            sentence(
                "The server took the answer for {item}, and the agent still asks the same. It is "
                "not sent again; look at the agent.",
                item=external_id,
            )
        )
