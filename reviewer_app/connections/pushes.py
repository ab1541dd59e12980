"""Pushes to all sinks of a profile: those of its sources' platforms, and those beside them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

from reviewer_app.connections.kinds import is_final
from reviewer_app.connections.secret_options import SecretOptions
from reviewer_app.connectors import registry
from reviewer_app.connectors.protocols import Sink
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.services.feedback.planning import Planning, Route
from reviewer_app.services.feedback.pushing import Pushing, PushResult
from reviewer_app.services.progress import Cancelled, never
from reviewer_app.settings import ConnectionSettings, Settings, SinkSettings


class SinkUnknown(UsageError):
    """No configured sink has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        if known:
            told = sentence("Labels go to {known}.", known=", ".join(known))
        else:
            told = sentence("Labels go nowhere yet.")
        super().__init__(sentence("There is no sink called “{name}”. {told}", name=name, told=told))


@dataclass(frozen=True)
class Pushes:
    """Opens sinks by the settings of now, and tells them what they are to be told.

    `is_ours` says whether this profile pushes at all: in a team the intake does.
    """

    settings: Callable[[], Settings]
    secrets: SecretOptions
    planning: Planning
    pushing: Callable[[], Pushing]
    is_ours: Callable[[], bool]

    def configured(self) -> Mapping[str, ConnectionSettings]:
        """Everything that labels go to, by its name: a source that takes them back, or a sink."""
        settings = self.settings()
        back = {name: one for name, one in settings.sources.items() if one.sends_labels}
        return {**back, **settings.sinks}

    def open(self, name: str) -> Sink:
        """A configured sink, to be closed by whoever opened it.

        Raises:
            SinkUnknown: there is none of this name.
            UsageError: what is configured cannot be used.
        """
        known = self.configured()
        if name not in known:
            raise SinkUnknown(name, sorted(known))
        return self.made(name, known[name])

    def made(self, name: str, configured: ConnectionSettings) -> Sink:
        """The sink that these settings describe, with its secrets."""
        self.secrets.check_network(name, configured.kind)
        known = registry.sink_options_of(configured.kind)
        options = {key: value for key, value in configured.options.items() if key in known}
        filled = self.secrets.filled(name, options, known)
        return registry.sink_from(configured.kind, name, filled)

    def push(
        self, names: Sequence[str] | None = None, cancelled: Cancelled = never
    ) -> list[PushResult]:
        """Plans what may leave now and pushes it to these sinks, or to all that are not paused.

        A sink that cannot be opened has its trouble in its result, and the others go on.

        Raises:
            SinkUnknown: none of the name; nothing was pushed.
        """
        if not self.is_ours():
            return []
        known = self.configured()
        for name in names or ():
            if name not in known:
                raise SinkUnknown(name, sorted(known))
        chosen = names or [name for name, one in known.items() if not one.is_paused]
        self.planning.plan(self.routes())
        results = []
        for name in chosen:
            if cancelled():
                break
            results.append(self._push_to(name, cancelled))
        return results

    def routes(self) -> list[Route]:
        """What goes where, also to sinks that are paused: their labels wait."""
        settings = self.settings()
        return [
            Route(name, _taken_by(name, one, settings), is_final(one.kind))
            for name, one in self.configured().items()
        ]

    def _push_to(self, name: str, cancelled: Cancelled) -> PushResult:
        pushing = self.pushing()
        if not pushing.has_due(name):
            return PushResult(name)
        try:
            with closing(self.open(name)) as sink:
                return pushing.push(sink, cancelled)
        except ReviewerError as failure:
            return PushResult(name, trouble=failure.told)


def _taken_by(name: str, one: ConnectionSettings, settings: Settings) -> frozenset[str] | None:
    """The sources whose labels go there; those of all where None.

    Agents are answered where they asked: such a sink takes from sources of its own kind at most.
    """
    if not isinstance(one, SinkSettings):
        return frozenset({name})
    if one.takes or not is_final(one.kind):
        return frozenset(one.takes) or None
    return frozenset(key for key, source in settings.sources.items() if source.kind == one.kind)
