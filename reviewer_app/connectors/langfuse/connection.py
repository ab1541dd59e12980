"""One project of Langfuse: its options, and calls to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from reviewer_app.connectors.protocols import Option
from reviewer_app.connectors.web import addresses, fields, moments, paging
from reviewer_app.connectors.web.client import Client

OPTIONS: Mapping[str, Option] = {
    "url": Option(
        "the address of Langfuse", is_required=True, example="https://cloud.langfuse.com"
    ),
    "plain": addresses.PLAIN,
    "public_key": Option("the public key of the project", is_required=True, example="pk-lf-…"),
    "secret_key": Option("the secret key of the project", is_required=True, is_secret=True),
    "queue": Option(
        "the id of an annotation queue whose pending items are read, instead of all observations; "
        "an item is completed there once its label was sent"
    ),
    "observations": Option(
        "which observations are outputs to review: only the outermost of each trace, or all",
        choices=("roots", "all"),
    ),
    "environment": Option("only observations of this environment", example="production"),
    "type": Option("only observations of this type", example="GENERATION"),
    "map": fields.MAP,
    "expand": Option(
        "keys of the metadata whose whole value is wanted, with commas between; Langfuse cuts "
        "others at 200 characters"
    ),
    "since": moments.SINCE,
    "overlap": moments.OVERLAP,
    "page": paging.PAGE,
    "trace": Option(
        "yes to ask for the other observations of each trace too, which show what the agent did, "
        "at the price of one more call for each output",
        choices=("no", "yes"),
    ),
}
"""What a connection to Langfuse can be told, in either direction."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A project of Langfuse, and the keys that open it."""

    address: str
    public_key: str
    secret_key: str = field(repr=False)

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """The connection that a person configured.

        Raises:
            UsageError: an address that cannot be used.
        """
        address = addresses.checked(options["url"], options.get("plain") or "no")
        return cls(address, options["public_key"], options["secret_key"])

    def client(self) -> Client:
        """Calls the server; nothing is opened before the first call."""
        return Client(self.address, auth=(self.public_key, self.secret_key))
