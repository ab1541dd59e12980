"""One project of one Phoenix server: its options, and calls to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import quote

from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web import addresses, fields, moments, paging
from reviewer_app.connectors.web.addresses import segment
from reviewer_app.connectors.web.client import Client, Refused
from reviewer_app.connectors.web.paging import Pages
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import sentence

OPTIONS: Mapping[str, Option] = {
    "url": Option(
        "the address of the Phoenix server", is_required=True, example="http://localhost:6006"
    ),
    "plain": addresses.PLAIN,
    "token": Option("an API key, where the server asks for one", is_secret=True),
    "project": Option("the project by its name or id; default without", example="default"),
    "spans": Option(
        "which spans are outputs to review: only the outermost of each trace, or all",
        choices=("roots", "all"),
    ),
    "kinds": Option(
        "only spans of these kinds, with commas between; any without", example="AGENT, CHAIN"
    ),
    "map": fields.MAP,
    "since": moments.SINCE,
    "overlap": Option(
        "how long the server may take to store a span; each pull looks again at what arrived in "
        "that time before the last pull",
        example="10m",
    ),
    "page": paging.PAGE,
    "trace": Option(
        "no to leave out the other spans of the same trace, which show what the agent did",
        choices=("yes", "no"),
    ),
}
"""What a connection to Phoenix can be told, in either direction."""

_NO_PATH = re.compile(r"[/?#\\]|\A\.{1,2}\Z")
"""Characters of a name that the server cannot find in a path."""


class ProjectUnknown(ReviewerError):
    """The server has no project of this name."""

    def __init__(self, project: str, place: str) -> None:
        super().__init__(
            sentence(
                "Phoenix at {place} has no project “{project}”. Check its name on the page of the "
                "server; a project begins with the first trace that is sent to it.",
                place=place,
                project=project,
            )
        )


@dataclass(frozen=True, slots=True)
class Connection:
    """A project of a server, and the key that opens it."""

    address: str
    project: str = "default"
    token: str = field(default="", repr=False)

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """The connection that a person configured.

        Raises:
            UsageError: an address that cannot be used.
        """
        address = addresses.checked(options["url"], options.get("plain") or "no")
        return cls(address, options.get("project") or "default", options.get("token", ""))

    def client(self) -> Client:
        """Calls the server; nothing is opened before the first call."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return Client(self.address, headers)

    def path(self, client: Client) -> str:
        """The path of the project, asked for by its id where its name does not fit in a path.

        Raises:
            Unreachable: nobody answers.
            ProjectUnknown: no project has this name.
        """
        if not _NO_PATH.search(self.project):
            return f"/v1/projects/{quote(self.project, safe='')}"
        cursor: str | None = None
        pages = Pages(client.place)
        while True:
            params = {"limit": 100} | ({"cursor": cursor} if cursor else {})
            reply = client.get("/v1/projects", params)
            for found in reply.listed("data"):
                if found.get("name") == self.project:
                    return f"/v1/projects/{segment(str(found.get('id')))}"
            cursor = pages.after(reply.object().get("next_cursor"))
            if not cursor:
                raise ProjectUnknown(self.project, client.place)

    def version(self, client: Client) -> str:
        """The server's version, once it is known that it has the project.

        Raises:
            Unreachable: nobody answers.
            ProjectUnknown: the server has no such project.
        """
        try:
            reply = client.get(self.path(client))
        except Refused as cause:
            if cause.status == 404:
                raise ProjectUnknown(self.project, client.place) from cause
            raise
        return reply.without_secrets(reply.headers.get("x-phoenix-server-version", ""))
