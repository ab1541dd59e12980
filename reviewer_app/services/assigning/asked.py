"""A handing over: what is asked, what came of it, and why it may be refused."""

from dataclasses import dataclass
from uuid import UUID

from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.queue import Picked
from reviewer_app.domain.records import Person
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.services.desk import Saved


class ReasonMissing(UsageError):
    """Nobody said why."""

    def __init__(self) -> None:
        super().__init__(
            sentence("Why? Whoever gets the items, and whoever had them, will read the reason.")
        )


class RecipientAway(UsageError):
    """The person is not there."""

    def __init__(self, person: Person) -> None:
        super().__init__(
            sentence(
                "{person} is away until {until}, so nothing was handed over. Choose somebody else, "
                "or say that it may wait.",
                person=person.name,
                until=f"{person.away_until.astimezone():%d %b}" if person.away_until else "",
            )
        )


class RecipientGone(UsageError):
    """The person does not belong to the team any more, or never did."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence("{person} is not in the team, so nothing was handed over.", person=name)
        )


class RecipientJudgesNothing(UsageError):
    """The person's role does not let them decide."""

    def __init__(self, person: Person) -> None:
        super().__init__(
            sentence(
                "{person} cannot decide as {role}, so nothing was handed over. Choose a reviewer "
                "or a lead.",
                person=person.name,
                role=person.role,
            )
        )


@dataclass(frozen=True, slots=True)
class HandOver:
    """Items, and who shall have them; nobody means back to their pools.

    `even_away` says that the person may be away.
    """

    picked: Picked
    to: UUID | None
    reason: str
    even_away: bool = False


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What a handing over came to.

    Attributes:
        saved: the sentence and what changed; None where nothing did.
        assigned: the items that changed hands.
        not_open: how many were left out because nobody has to decide them any more.
        unmoved: how many were with this person already.
        barred: how many were left out because the person declined them or has reviewed them.
        overtaken: how many were left out because they changed hands meanwhile.
        is_cancelled: the person stopped it; what was done before stays.
        failure: what kept it from going on, after some of it was done.
    """

    saved: Saved | None
    assigned: tuple[UUID, ...] = ()
    not_open: int = 0
    unmoved: int = 0
    barred: int = 0
    overtaken: int = 0
    is_cancelled: bool = False
    failure: ReviewerError | None = None

    @property
    def left_out(self) -> tuple[Sentence, ...]:
        """How many were left as they were, and why."""
        told = (
            (self.not_open, _NOT_OPEN),
            (self.unmoved, _UNMOVED),
            (self.barred, _BARRED),
            (self.overtaken, _OVERTAKEN),
        )
        return tuple(Sentence(words, {"count": count}) for count, words in told if count)


_NOT_OPEN = sentence("Left out because nobody has to decide them any more: {count:,}")
_UNMOVED = sentence("There already: {count:,}")
_BARRED = sentence("Left out because this person declined or has reviewed them: {count:,}")
_OVERTAKEN = sentence("Left out because they changed hands meanwhile: {count:,}")
