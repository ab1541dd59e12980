"""Errors of the world's making, each with a sentence for the person and what to do now."""

from reviewer_app.domain.sentences import Sentence, sentence


class ReviewerError(Exception):
    """Something outside the program went wrong; `str()` is a sentence for a person.

    Subclasses write their sentence in their constructor, with `sentence` so that a window can
    translate it, and live beside the code that raises them. Anything that is not a
    `ReviewerError` is a bug of ours.
    """

    @property
    def told(self) -> str:
        """The sentence as it was made, which a window can still translate."""
        first = self.args[0] if self.args else ""
        return first if isinstance(first, Sentence) else str(self)


class UsageError(ReviewerError):
    """The request itself is wrong: a name that is none, an option that is missing."""


class ItemUnknown(UsageError):
    """No item has this id."""

    def __init__(self, item: str) -> None:
        super().__init__(
            sentence("There is no item “{item}”. `reviewer-app queue` lists the ids.", item=item)
        )


class ItemAmbiguous(UsageError):
    """Several sources have an item with this external id."""

    def __init__(self, item: str, sources: list[str]) -> None:
        super().__init__(
            sentence(
                "“{item}” exists in several sources ({sources}). Use the item's own id.",
                item=item,
                sources=", ".join(sources),
            )
        )


class DecisionUnknown(UsageError):
    """No decision of this person can be taken back under this id."""

    def __init__(self, decision: str | None = None) -> None:
        super().__init__(
            sentence("You have no standing decision “{decision}” to take back.", decision=decision)
            if decision
            else sentence("There is no decision of yours left to take back.")
        )


class CorrectionMissing(UsageError):
    """A correction without the corrected output teaches nothing."""

    def __init__(self) -> None:
        super().__init__(
            sentence("A correction needs the corrected output. Give it with --output-file.")
        )


class ItemChanged(ReviewerError):
    """What the person saw is no longer what is in the queue."""

    def __init__(self, what: str) -> None:
        super().__init__(
            sentence("{what} Your decision was not recorded; look at the item again.", what=what)
        )
