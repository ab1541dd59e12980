"""What an MLflow connection is told, and the calls that both of its directions make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from reviewer_app.connectors.mlflow.refusals import CredentialsUnclear
from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web.addresses import PLAIN, checked
from reviewer_app.connectors.web.client import Client
from reviewer_app.connectors.web.fields import MAP
from reviewer_app.connectors.web.moments import OVERLAP, SINCE

OPTIONS: Mapping[str, Option] = {
    "url": Option(
        "the address of the tracking server",
        is_required=True,
        example="https://mlflow.example.org",
    ),
    "plain": PLAIN,
    "token": Option("an access token, where the server asks for one", is_secret=True),
    "user": Option("a user name, where the server asks for a name and a password"),
    "password": Option("the password of the user", is_secret=True),
    "workspace": Option("the workspace, on a server that has several"),
    "experiment": Option(
        "the experiment whose traces are read, by its name or id",
        is_required=True,
        example="support agent",
    ),
    "filter": Option(
        "which traces come in, as MLflow filters them; all without",
        example="tag.stage = 'production' AND trace.name = 'reply'",
    ),
    "errors": Option(
        "no to leave out traces of agents that failed; yes without", choices=("yes", "no")
    ),
    "map": MAP,
    "since": SINCE,
    "overlap": OVERLAP,
    "page": Option("how many traces are listed at a time, from 1 to 500; 100 without"),
    "assessment": Option(
        "the name that verdicts get as feedback; review_verdict without", example="review_verdict"
    ),
    "expectation": Option(
        "the name that corrected outputs get as expectation; expected_output without, and "
        "expected_response is what MLflow's own judges read",
        example="expected_response",
    ),
}
"""What a connection can be told; sources and sinks take the same."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A tracking server and what it lets us in with."""

    address: str
    token: str = field(default="", repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    workspace: str = ""

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """The connection that a person configured.

        Raises:
            UsageError: an address that may not be called, or credentials that are not one set.
        """
        token, user = options.get("token", ""), options.get("user", "")
        password = options.get("password", "")
        if bool(user) != bool(password) or (token and user):
            raise CredentialsUnclear
        address = checked(options["url"], options.get("plain", "no"))
        return cls(address, token, user, password, options.get("workspace", ""))

    def client(self) -> Client:
        """Calls to the server; nothing is opened before the first."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        if self.workspace:
            headers["X-MLFLOW-WORKSPACE"] = self.workspace
        auth = (self.user, self.password) if self.user else None
        return Client(self.address, headers, auth=auth)
