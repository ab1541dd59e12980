"""What a connector must offer: to bring outputs in, and to take labels back out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, Self, runtime_checkable

from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.outgoing import Outgoing
from reviewer_app.domain.validation import Limits


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that a connector can be told: what it is for, and whether it must be told.

    A secret is asked for by itself, kept in the keyring and never shown; a connector is handed it
    among its options. `example` is shown in an empty field; `choices` are the values there are.
    """

    about: str
    is_required: bool = False
    is_secret: bool = False
    example: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A record as a source has it, and what would come in of it."""

    raw: Mapping[str, Any]
    outcome: Incoming | Problem


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
    to do; where asking later may help it is an `Unreachable`. Nothing of a record is obeyed: no
    address in it is followed, no code of it is run.
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


@runtime_checkable
class Sampled(Protocol):
    """A source that shows its own records, so that a person can say which part is which field."""

    def sample(self, count: int) -> Sequence[Sample]:
        """The first records; nothing is kept of them.

        Raises:
            ReviewerError: the source cannot be read.
        """
        ...


@runtime_checkable
class Sink(Protocol):
    """Where labels go: a platform's evaluations, a webhook, the agent that waits for its answer.

    A push is repeated when nobody knows whether it arrived: after a crash, a lost reply, a change
    of machine. To write a sink, make `push` a replacement under `outgoing.key`, so that any number
    of repetitions leave one label: give the platform an id made from the key, or look for what an
    earlier push left before adding anything.
    """

    @property
    def name(self) -> str:
        """What the person calls this sink."""
        ...

    @property
    def kind(self) -> str:
        """The connector's own name, such as `webhook`."""
        ...

    @property
    def is_final(self) -> bool:
        """Whether what was pushed stands for good, as the answer to an agent that went on."""
        ...

    def push(self, outgoing: Outgoing) -> str:
        """Puts the label in place of what was pushed under its key before; takes it back if None.

        Returns:
            A receipt: a text that a later push under this key is handed, such as the platform's
            own ids. It may be empty.

        Raises:
            Unreachable: nothing can be pushed now; this and all others are tried later.
            PushRefused: this label will never be taken.
            AnswerConflict: the agent does not wait for this answer.
        """
        ...

    def check(self) -> str:
        """Looks whether labels could be pushed, pushing none; gives a sentence of what it found.

        Raises:
            ReviewerError: they could not.
        """
        ...

    def close(self) -> None:
        """Gives back what the sink holds open."""
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


class SinkConnector(Protocol):
    """Makes sinks of one kind from what a person configured.

    The entry points of the group `reviewer_app.sinks` name such classes by their kind. A kind that
    is a source too takes the same options there, so that labels go back to where outputs came from.
    """

    OPTIONS: ClassVar[Mapping[str, Option]]
    is_final: ClassVar[bool]

    @classmethod
    def from_options(cls, name: str, options: Mapping[str, str]) -> Self:
        """The sink of this name; `options` has been checked against `OPTIONS`.

        Raises:
            UsageError: a value that cannot be used.
        """
        ...

    @property
    def name(self) -> str:
        """What the person calls this sink."""
        ...

    @property
    def kind(self) -> str:
        """The connector's own name."""
        ...

    def push(self, outgoing: Outgoing) -> str:
        """As for `Sink`."""
        ...

    def check(self) -> str:
        """As for `Sink`."""
        ...

    def close(self) -> None:
        """As for `Sink`."""
        ...
