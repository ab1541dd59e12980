"""One workspace of LangSmith: its options, and calls to it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web import addresses, fields, moments, paging
from reviewer_app.connectors.web.client import Client
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import sentence

OPTIONS: Mapping[str, Option] = {
    "url": Option(
        "the address of the LangSmith API",
        is_required=True,
        example="https://api.smith.langchain.com",
    ),
    "plain": addresses.PLAIN,
    "key": Option("an API key", is_required=True, is_secret=True),
    "workspace": Option("the id of the workspace, where the key opens several"),
    "project": Option(
        "the tracing project by its name or id; not needed with a queue", example="default"
    ),
    "queue": Option(
        "the id of an annotation queue whose waiting runs are read, instead of all runs of the "
        "project; an item is completed there once its label was sent"
    ),
    "runs": Option(
        "which runs are outputs to review: only the outermost of each trace, or all",
        choices=("roots", "all"),
    ),
    "filter": Option(
        "only runs that this filter of LangSmith lets through", example='eq(run_type, "chain")'
    ),
    "map": fields.MAP,
    "since": moments.SINCE,
    "overlap": moments.OVERLAP,
    "page": paging.PAGE,
    "trace": Option(
        "yes to ask for the other runs of each trace too, which show what the agent did, at the "
        "price of one more call for each output",
        choices=("no", "yes"),
    ),
}
"""What a connection to LangSmith can be told, in either direction."""


class ProjectUnnamed(UsageError):
    """Neither a project nor a queue was named."""

    def __init__(self) -> None:
        super().__init__(
            sentence("Name the LangSmith project whose runs shall be read, or an annotation queue.")
        )


class ProjectUnknown(ReviewerError):
    """The workspace has no project of this name."""

    def __init__(self, project: str, place: str) -> None:
        super().__init__(
            sentence(
                "LangSmith at {place} has no project “{project}” that this key can see. Check its "
                "name and the workspace.",
                place=place,
                project=project,
            )
        )


@dataclass(frozen=True, slots=True)
class Connection:
    """A workspace of LangSmith, and the key that opens it."""

    address: str
    key: str = field(repr=False)
    workspace: str = ""

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """The connection that a person configured.

        Raises:
            UsageError: an address that cannot be used.
        """
        address = addresses.checked(options["url"], options.get("plain") or "no")
        plain = address.removesuffix("/v1").removesuffix("/api")
        return cls(plain, options["key"], options.get("workspace", ""))

    def client(self) -> Client:
        """Calls the server; nothing is opened before the first call."""
        headers = {"X-Api-Key": self.key}
        return Client(
            self.address, headers | ({"X-Tenant-Id": self.workspace} if self.workspace else {})
        )


def project_id(client: Client, project: str) -> str:
    """The id of a project that a person named by its name or id.

    Raises:
        Unreachable: the server does not answer.
        ProjectUnknown: it has no such project.
    """
    try:
        return str(uuid.UUID(project))
    except ValueError:
        found = client.get("/api/v1/sessions", {"name": project, "limit": 1}).json()
    for one in found if isinstance(found, list) else []:
        if isinstance(one, dict) and one.get("name") == project:
            return str(one.get("id"))
    raise ProjectUnknown(project, client.place)
