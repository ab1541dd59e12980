"""The connections of a profile: added, tried, changed, paused, removed, and how each one does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer_app.connections.feeds import Feeds, SourceUnknown
from reviewer_app.connections.kinds import Kind, kinds, known_options
from reviewer_app.connections.pushes import Pushes
from reviewer_app.connections.schedule import Schedule
from reviewer_app.connections.secret_options import SecretOptions
from reviewer_app.connections.trial import Trial, try_sink, try_source
from reviewer_app.connectors import registry
from reviewer_app.domain.delivery import DeliveryState, LastPull
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.records import Refusal
from reviewer_app.domain.sentences import sentence
from reviewer_app.settings import ConnectionSettings, Settings, SinkSettings, SourceSettings
from reviewer_app.store import deliveries, refusals
from reviewer_app.store.deliveries import Listed
from reviewer_app.store.store import Store

LISTED = 500
"""Deliveries that are listed at a time."""


class NameTaken(UsageError):
    """A connection of this name is configured already."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "There is a connection “{name}” already. Remove it first, or use another name.",
                name=name,
            )
        )


class NameUnusable(UsageError):
    """The name of a connection cannot be one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                "“{name}” cannot be the name of a connection: it needs 1 to 80 characters on one "
                "line, without “/”.",
                name=name,
            )
        )


class NoLabelsThere(UsageError):
    """Labels cannot be sent to this kind of connection."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            sentence("A {kind} source takes no labels, so none can be sent back there.", kind=kind)
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A connection as a person wants it: what is set, and the secrets that were typed.

    A secret that is not given stays as it is.
    """

    name: str
    settings: SourceSettings | SinkSettings
    secrets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Connected:
    """A configured connection, and how it does.

    Attributes:
        last_pull: how its last pull went; None where there was none.
        refused: how many of its records were refused and not fixed.
        labels: how many labels stand where on their way there; empty where none go there.
        missing: the secrets that it needs and that this machine does not have.
    """

    name: str
    settings: SourceSettings | SinkSettings
    last_pull: LastPull | None = None
    refused: int = 0
    labels: Mapping[DeliveryState, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    @property
    def is_source(self) -> bool:
        """Whether outputs come from it; otherwise labels alone go there."""
        return isinstance(self.settings, SourceSettings)

    @property
    def takes_labels(self) -> bool:
        """Whether labels go there."""
        settings = self.settings
        return isinstance(settings, SinkSettings) or settings.sends_labels


@dataclass(frozen=True)
class Connections:
    """What this profile is connected to."""

    store: Store
    settings: Callable[[], Settings]
    save: Callable[[Settings], None]
    secrets: SecretOptions
    feeds: Feeds
    pushes: Pushes
    schedule: Schedule

    def kinds(self) -> list[Kind]:
        """What can be connected."""
        return kinds()

    def listed(self) -> list[Connected]:
        """Every connection, sources first, each by its name."""
        with self.store.reading() as connection:
            pulls, counts = deliveries.last_pulls(connection), deliveries.counts(connection)
            standing = refusals.counts(connection)
        settings = self.settings()
        found = [
            Connected(name, one, pulls.get(name), standing.get(name, 0))
            for name, one in sorted(settings.sources.items())
        ]
        found += [Connected(name, one) for name, one in sorted(settings.sinks.items())]
        return [
            replace(one, labels=counts.get(one.name, {}), missing=self._missing(one))
            for one in found
        ]

    def add(self, wanted: Wanted, *, with_earlier: bool = False) -> None:
        """Configures a connection; its secrets go to the keyring first.

        Args:
            wanted: the connection.
            with_earlier: sends the labels of decisions made before, too.

        Raises:
            NameTaken, NameUnusable: as they say.
            UsageError: an option that cannot be used.
            KeyringUnusable: a secret cannot be kept; nothing was configured.
        """
        settings = self.settings()
        if wanted.name in {*settings.sources, *settings.sinks}:
            raise NameTaken(wanted.name)
        name = wanted.name
        if not 0 < len(name) <= 80 or name != " ".join(name.split()) or "/" in name:
            raise NameUnusable(name)
        self._check(wanted)
        self.pushes.planning.plan(self.pushes.routes())
        self._keep(wanted)
        if with_earlier:
            self.send_earlier(name)

    def change(self, wanted: Wanted) -> None:
        """Configures a connection anew under its name.

        Raises:
            SourceUnknown: there is none of this name.
            UsageError, KeyringUnusable: as for `add`; it stays as it was.
        """
        self._known(wanted.name)
        self._check(wanted)
        self._keep(wanted)
        self.schedule.ask_soon(wanted.name)

    def pause(self, name: str, *, is_paused: bool) -> None:
        """Stops a connection's turns, or gives them back. Its labels wait meanwhile.

        Raises:
            SourceUnknown: there is none of this name.
        """
        one = self._known(name)
        self._put(name, one.model_copy(update={"is_paused": is_paused}))
        self.schedule.ask_soon(name)

    def remove(self, name: str) -> None:
        """Forgets a connection and its secrets. What was pulled, and what was sent, stays.

        Raises:
            SourceUnknown: there is none of this name.
        """
        one = self._known(name)
        self.secrets.forget(name, known_options(one.kind))
        settings = self.settings()
        self.save(
            settings.model_copy(
                update={
                    "sources": {k: v for k, v in settings.sources.items() if k != name},
                    "sinks": {k: v for k, v in settings.sinks.items() if k != name},
                }
            )
        )
        with self.store.writing() as connection:
            deliveries.forget(connection, name)

    def test(self, wanted: Wanted) -> Trial:
        """Tries a connection as it is wanted, whether it is configured or not; keeps nothing.

        Raises:
            UsageError: an option that cannot be used.
        """
        trial = Trial()
        options = {**wanted.settings.options, **wanted.secrets}
        configured = wanted.settings.model_copy(update={"options": options})
        if isinstance(configured, SourceSettings):
            unbounded = configured.model_copy(update={"most": None})
            trial = try_source(self.feeds.made(wanted.name, unbounded))
        if isinstance(configured, SinkSettings) or configured.sends_labels:
            checked = try_sink(self.pushes.made(wanted.name, configured))
            trial = replace(trial, told=checked.told, sink_trouble=checked.sink_trouble)
        return trial

    def wanted(self, name: str) -> Wanted:
        """A configured connection as it could be changed.

        Raises:
            SourceUnknown: there is none of this name.
        """
        return Wanted(name, self._known(name))

    def refusals(self, name: str) -> list[Refusal]:
        """The records of a source that were refused and not fixed, oldest first."""
        with self.store.reading() as connection:
            return refusals.standing(connection, name)

    def deliveries(
        self, name: str | None = None, state: DeliveryState | None = None
    ) -> list[Listed]:
        """Labels on their way to a sink or to all, the latest change first."""
        with self.store.reading() as connection:
            return deliveries.listed(connection, name, state, LISTED)

    def try_again(
        self,
        name: str,
        states: Sequence[DeliveryState] = (DeliveryState.FAILED, DeliveryState.CONFLICT),
    ) -> int:
        """Puts a sink's labels that stand there back in line; gives how many."""
        with self.store.writing() as connection:
            count = deliveries.try_again(connection, name, states, self.store.now())
        self.schedule.ask_soon(name)
        return count

    def send_earlier(self, name: str) -> None:
        """Has the labels of all decisions looked at for a sink, also of those made before it."""
        is_source = name in self.settings().sources
        with self.store.writing() as connection:
            deliveries.plan_all(connection, name if is_source else None)

    def _known(self, name: str) -> SourceSettings | SinkSettings:
        settings = self.settings()
        one = settings.sources.get(name) or settings.sinks.get(name)
        if one is None:
            raise SourceUnknown(name, sorted({*settings.sources, *settings.sinks}))
        return one

    def _check(self, wanted: Wanted) -> None:
        """Whether the connection can be made; nothing is asked of its platform."""
        options = {**wanted.settings.options, **wanted.secrets}
        configured = wanted.settings.model_copy(update={"options": options})
        if isinstance(configured, SourceSettings):
            self.feeds.made(wanted.name, configured)
            if not configured.sends_labels:
                return
            if configured.kind not in registry.sink_kinds():
                raise NoLabelsThere(configured.kind)
        self.pushes.made(wanted.name, configured)

    def _keep(self, wanted: Wanted) -> None:
        self.secrets.keep(wanted.name, wanted.secrets)
        self._put(wanted.name, wanted.settings)

    def _put(self, name: str, one: ConnectionSettings) -> None:
        settings = self.settings()
        key = "sources" if isinstance(one, SourceSettings) else "sinks"
        self.save(settings.model_copy(update={key: {**getattr(settings, key), name: one}}))

    def _missing(self, one: Connected) -> tuple[str, ...]:
        known = known_options(one.settings.kind)
        return tuple(
            option
            for option, meaning in known.items()
            if meaning.is_secret and meaning.is_required and not self.secrets.has(one.name, option)
        )
