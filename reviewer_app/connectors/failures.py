"""What can go wrong with a platform, told apart by what has to happen next."""

from reviewer_app.domain.errors import ReviewerError


class Unreachable(ReviewerError):
    """The platform cannot take or give anything now: nobody answers, it is busy, it lets nobody in.

    Everything that waits for it waits on; it is asked again later.

    Attributes:
        retry_after: seconds after which the platform wants to be asked again, where it said so.
    """

    def __init__(self, told: str, retry_after: float | None = None) -> None:
        super().__init__(told)
        self.retry_after = retry_after


class PushRefused(ReviewerError):
    """The platform will never take this label as it is; the others go on."""


class AnswerConflict(ReviewerError):
    """The agent does not wait for this answer: it was answered elsewhere, or waits on another."""
