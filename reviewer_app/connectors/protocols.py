"""What a connector must offer to bring outputs in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol, Self, runtime_checkable

from reviewer_app.domain.incoming import Reading
from reviewer_app.domain.validation import Limits


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a connector can be told: what it is for, and whether it must be told.

    A secret is asked for by itself, kept in the keyring and never shown.
    """

    about: str
    is_required: bool = False
    is_secret: bool = False


@runtime_checkable
class Source(Protocol):
    """Where outputs come from: a file, a folder, a platform.

    To write one, yield a `Reading` for every record, whole or refused, in the source's own order:

    - `outcome` is what `validate` made of the record: an `Incoming`, or a `Problem` where the
      record is at fault. A record at fault never ends the reading; the rest goes in.
    - `cursor` is a text of your own making that leads back to this place: reading again with it
      yields what came later, and may repeat what came before (a repeat changes nothing), but
      never leaves anything out. It is stored together with the records up to this one.
    - `position` and `total` say how far the reading is, in any unit.

    Read lazily: hold no more than one record and its like in memory, and open nothing before the
    first record is asked for. The reader may stop at any record and close the iterator; release
    files and connections in a `finally` or a `with`. What keeps the source itself from being read
    (no such file, no permission, no network) is a `ReviewerError` with a sentence that says what
    to do. Nothing of a record is obeyed: no address in it is followed, no code of it is run.
    """

    @property
    def name(self) -> str:
        """What the person calls this source; ids of items are kept apart by it."""
        ...

    @property
    def kind(self) -> str:
        """The connector's own name, such as `file`."""
        ...

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The records after the cursor, or all of them where there is none.

        Raises:
            ReviewerError: the source cannot be read.
        """
        ...


class Connector(Protocol):
    """Makes sources of one kind from what a person configured.

    The entry points of the group `reviewer_app.connectors` name such classes by their kind.
    """

    OPTIONS: ClassVar[Mapping[str, Option]]

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str], limits: Limits) -> Self:
        """The source of this name; `options` has been checked against `OPTIONS`.

        Raises:
            UsageError: a value that cannot be used.
        """
        ...

    @property
    def name(self) -> str:
        """What the person calls this source."""
        ...

    @property
    def kind(self) -> str:
        """The connector's own name."""
        ...

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """As for `Source`."""
        ...
