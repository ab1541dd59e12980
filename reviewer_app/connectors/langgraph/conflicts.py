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
    """The agent took the answer, and fell over it."""

    def __init__(self, external_id: str, why: str) -> None:
        super().__init__(
            sentence(
                "The agent of {item} took the answer and then failed ({why}). It is not sent "
                "again by itself; look at the agent, and decide again to answer once more.",
                item=external_id,
                why=why,
            )
        )


class AnswerIgnored(AnswerConflict):
    """The server took the answer, and the agent asks the same again."""

    def __init__(self, external_id: str) -> None:
        super().__init__(
            sentence(
                "The server took the answer for {item}, and the agent still asks the same. Look at "
                "the agent; to answer once more, decide again.",
                item=external_id,
            )
        )
