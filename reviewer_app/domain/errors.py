"""Errors of the world's making, each with a sentence for the person and what to do now."""


class ReviewerError(Exception):
    """Something outside the program went wrong; `str()` is a sentence for a person.

    Subclasses write their sentence in their constructor and live beside the code that raises
    them. Anything that is not a `ReviewerError` is a bug of ours.
    """


class UsageError(ReviewerError):
    """The request itself is wrong: a name that is none, an option that is missing."""


class ItemUnknown(UsageError):
    """No item has this id."""

    def __init__(self, item: str) -> None:
        super().__init__(f"There is no item “{item}”. `reviewer-app queue` lists the ids.")


class ItemAmbiguous(UsageError):
    """Several sources have an item with this external id."""

    def __init__(self, item: str, sources: list[str]) -> None:
        super().__init__(
            f"“{item}” exists in several sources ({', '.join(sources)}). Use the item's own id."
        )


class DecisionUnknown(UsageError):
    """No decision of this person can be taken back under this id."""

    def __init__(self, decision: str | None = None) -> None:
        super().__init__(
            f"You have no standing decision “{decision}” to take back."
            if decision
            else "There is no decision of yours left to take back."
        )


class CorrectionMissing(UsageError):
    """A correction without the corrected output teaches nothing."""

    def __init__(self) -> None:
        super().__init__("A correction needs the corrected output. Give it with --output-file.")


class ItemChanged(ReviewerError):
    """What the person saw is no longer what is in the queue."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} Your decision was not recorded; look at the item again.")
