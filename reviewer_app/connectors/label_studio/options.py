"""What a connection to a Label Studio project is told, the same for both directions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from reviewer_app.connectors.label_studio.session import Session
from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.addresses import PLAIN, checked
from reviewer_app.connectors.web.fields import MAP
from reviewer_app.connectors.web.moments import OVERLAP
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

OPTIONS: Mapping[str, Option] = {
    "url": Option(
        "the address of Label Studio", is_required=True, example="https://app.humansignal.com"
    ),
    "plain": PLAIN,
    "token": Option(
        "a personal access token, or the legacy token, of the account that annotations are made in "
        "the name of",
        is_required=True,
        is_secret=True,
    ),
    "project": Option(
        "the number of the project, as it stands in its address", is_required=True, example="12"
    ),
    "filter": Option(
        "which tasks are read: the number of a tab of the Data Manager, or filters as JSON; all "
        "tasks without",
        example='{"conjunction":"and","items":[{"filter":"filter:tasks:predictions_score",'
        '"operator":"less","type":"Number","value":0.6}]}',
    ),
    "predictions": Option(
        "all to review every prediction of a task, latest to review its newest one",
        choices=("all", "latest"),
    ),
    "map": Option(MAP.about, example="confidence=prediction.score"),
    "overlap": OVERLAP,
    "verdict_control": Option(
        "the name of the Choices in the labelling interface that take the verdict",
        example="verdict",
    ),
    "correction_control": Option(
        "the name of the TextArea in the labelling interface that takes the corrected output",
        example="corrected",
    ),
    "comment_control": Option(
        "the name of the TextArea in the labelling interface that takes comments, or - to send "
        "none",
        example="comment",
    ),
}


class ProjectUnreadable(UsageError):
    """What should be a project's number is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            sentence(
                "“{text}” is not the number of a Label Studio project. It is the number behind "
                "/projects/ in the project's address.",
                text=text,
            )
        )


@dataclass(frozen=True, slots=True)
class Project:
    """A project on a server, and the token that opens it."""

    address: str
    number: int
    token: str = field(repr=False)

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """The project that a person configured.

        Raises:
            UsageError: an address that cannot be used, a number that is none.
        """
        text = options["project"].strip()
        if not (text.isascii() and text.isdecimal()):
            raise ProjectUnreadable(text)
        address = checked(options["url"], options.get("plain") or "no")
        return cls(address, int(text), options["token"].strip())

    def session(self) -> Session:
        """Calls to its server, yet to be made."""
        return Session(self.address, self.token)
