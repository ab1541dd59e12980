"""What an agent's own code can meet, each with a sentence that says what to do."""

from typing import TYPE_CHECKING

from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import Sentence, sentence

if TYPE_CHECKING:
    from reviewer_app.agents.outcomes import Outcome


class RecordRefused(UsageError):
    """What was submitted is no record; nothing of it was kept.

    Attributes:
        field: the field at fault, such as `confidence`.
        reason: what is wrong with it.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(
            sentence("The output was not taken: {reason}. Nothing was kept of it.", reason=reason)
        )
        self.field, self.reason = field, reason


class NotAnswered(ReviewerError):
    """There is no answer that an agent may go on with.

    Attributes:
        outcome: what became of the output.
    """

    def __init__(self, told: str, outcome: "Outcome") -> None:
        super().__init__(told)
        self.outcome = outcome


class Rejected(NotAnswered):
    """A person rejected the output, or nobody decided in time and the policy rejects then."""

    def __init__(self, outcome: "Outcome") -> None:
        super().__init__(_rejection(outcome), outcome)

    @property
    def comment(self) -> str:
        """What whoever rejected it said; empty where they said nothing, or nobody decided."""
        return self.outcome.comment or ""


class StillOpen(NotAnswered):
    """Nobody decided in time, and the policy leaves the decision to somebody else."""

    def __init__(self, outcome: "Outcome") -> None:
        super().__init__(
            sentence(
                "Nobody decided in time, and the policy of this step does not answer for them. The "
                "output stays in the queue; ask again later for what was decided."
            ),
            outcome,
        )


class Withdrawn(NotAnswered):
    """A newer content took the place of what was submitted, or its content was erased."""

    def __init__(self, outcome: "Outcome") -> None:
        super().__init__(
            sentence(
                "What was submitted counts no longer: newer content was submitted under its id, "
                "or it was erased. Submit what should be reviewed now."
            ),
            outcome,
        )


class CorrectionUnusable(NotAnswered):
    """A correction is not what the function returns or takes, so the agent cannot go on with it."""

    def __init__(self, outcome: "Outcome", function: str, reason: str) -> None:
        super().__init__(
            sentence(
                "The correction cannot be used by {function}: {reason}. Nothing was done with it; "
                "the correction is kept as a label.",
                function=function,
                reason=reason,
            ),
            outcome,
        )


class ChangedMeanwhile(NotAnswered):
    """The values are no longer those that a person saw, so the decision is not about them."""

    def __init__(self, outcome: "Outcome", function: str) -> None:
        super().__init__(
            sentence(
                "What {function} had submitted was changed while it waited, so the decision is not "
                "about what is there now. Do not change values that are being reviewed.",
                function=function,
            ),
            outcome,
        )


class HubClosed(ReviewerError):
    """The team's hub does not let this machine in, so no decision will ever come from it."""

    def __init__(self, trouble: str) -> None:
        super().__init__(
            sentence(
                "The team's hub does not let this machine in: {trouble} What was submitted is kept "
                "here. Ask whoever leads the team for a new invitation.",
                trouble=trouble,
            )
        )


class Unsuited(UsageError):
    """A function that oversight cannot be put around."""

    def __init__(self, function: str, reason: str) -> None:
        super().__init__(
            sentence(
                "{function} cannot be put under oversight: {reason}.",
                function=function,
                reason=reason,
            )
        )


def _rejection(outcome: "Outcome") -> Sentence:
    if outcome.timed_out:
        return sentence(
            "Nobody decided in time, and the policy of this step rejects then. A decision that "
            "comes later is kept as a label."
        )
    who = ", ".join(outcome.reviewers) or sentence("a reviewer")
    if outcome.comment:
        return sentence("Rejected by {who}: {comment}", who=who, comment=outcome.comment)
    return sentence("Rejected by {who}, who gave no comment.", who=who)
