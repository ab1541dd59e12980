"""The connectors that are there: the built-in ones, and those of other installed packages."""

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any, cast

from reviewer_app.connectors.protocols import Connector, Option, Sink, SinkConnector, Source
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits

GROUP = "reviewer_app.connectors"
"""The entry point group under which a package names its sources."""

SINK_GROUP = "reviewer_app.sinks"
"""The entry point group under which a package names its sinks."""

_SOURCES = {
    "file": "reviewer_app.connectors.files:FileSource",
    "folder": "reviewer_app.connectors.files:FolderSource",
    "http": "reviewer_app.connectors.http:HttpSource",
    "label-studio": "reviewer_app.connectors.label_studio:LabelStudioSource",
    "langfuse": "reviewer_app.connectors.langfuse:LangfuseSource",
    "langgraph": "reviewer_app.connectors.langgraph:LangGraphSource",
    "langsmith": "reviewer_app.connectors.langsmith:LangSmithSource",
    "mlflow": "reviewer_app.connectors.mlflow:MlflowSource",
    "otlp": "reviewer_app.connectors.otlp:OtlpSource",
    "phoenix": "reviewer_app.connectors.phoenix:PhoenixSource",
    "sql": "reviewer_app.connectors.sql:SqlSource",
}
_SINKS = {
    "label-studio": "reviewer_app.connectors.label_studio:LabelStudioSink",
    "langfuse": "reviewer_app.connectors.langfuse:LangfuseSink",
    "langgraph": "reviewer_app.connectors.langgraph:LangGraphSink",
    "langsmith": "reviewer_app.connectors.langsmith:LangSmithSink",
    "mlflow": "reviewer_app.connectors.mlflow:MlflowSink",
    "phoenix": "reviewer_app.connectors.phoenix:PhoenixSink",
    "webhook": "reviewer_app.connectors.webhook:WebhookSink",
}
_BUILT_IN = {GROUP: _SOURCES, SINK_GROUP: _SINKS}


class KindUnknown(UsageError):
    """No connector has this name."""

    def __init__(self, kind: str, known: list[str]) -> None:
        super().__init__(
            sentence(
                "There is no kind of source called “{kind}”. The kinds are {known}; "
                "others come with the package of their platform.",
                kind=kind,
                known=", ".join(known),
            )
        )


class SinkKindUnknown(UsageError):
    """No connector that takes labels has this name."""

    def __init__(self, kind: str, known: list[str]) -> None:
        super().__init__(
            sentence(
                "Labels cannot be sent to “{kind}”. They can go to {known}; "
                "others come with the package of their platform.",
                kind=kind,
                known=", ".join(known),
            )
        )


class OptionUnknown(UsageError):
    """The connector has no option of this name."""

    def __init__(self, kind: str, option: str, known: list[str]) -> None:
        super().__init__(
            sentence(
                "A {kind} connection has no option “{option}”. Its options are {known}.",
                kind=kind,
                option=option,
                known=", ".join(known),
            )
        )


class OptionMissing(UsageError):
    """The connector cannot do without this option."""

    def __init__(self, kind: str, option: str, about: str) -> None:
        super().__init__(
            sentence(
                "A {kind} connection needs the option “{option}”: {about}.",
                kind=kind,
                option=option,
                about=about,
            )
        )


class SecretMissing(UsageError):
    """The connector cannot do without this secret, and the keyring has none."""

    def __init__(self, name: str, option: str, about: str) -> None:
        super().__init__(
            sentence(
                "“{name}” needs a secret that is not in this machine's keyring: {about} "
                "({option}). Type it again on the Connections page, or remove the connection and "
                "add it anew.",
                name=name,
                option=option,
                about=about,
            )
        )


class ConnectorBroken(ReviewerError):
    """The package of a connector is installed but cannot be loaded."""

    def __init__(self, kind: str, entry: str, cause: Exception) -> None:
        super().__init__(
            sentence(
                "The connector “{kind}” ({entry}) cannot be loaded: {cause}. Its sources are not "
                "read. Install its package again, or remove it.",
                kind=kind,
                entry=entry,
                cause=cause,
            )
        )


def kinds() -> list[str]:
    """The names of all connectors that outputs come from, sorted."""
    return sorted(_entries(GROUP))


def sink_kinds() -> list[str]:
    """The names of all connectors that take labels, sorted."""
    return sorted(_entries(SINK_GROUP))


def options_of(kind: str) -> Mapping[str, Option]:
    """What a source of this kind can be told, by name.

    Raises:
        KindUnknown: there is no such connector.
        ConnectorBroken: it cannot be loaded.
    """
    return _connector(kind).OPTIONS


def sink_options_of(kind: str) -> Mapping[str, Option]:
    """What a sink of this kind can be told, by name.

    Raises:
        SinkKindUnknown: there is no such connector.
        ConnectorBroken: it cannot be loaded.
    """
    return _sink_connector(kind).OPTIONS


def is_final(kind: str) -> bool:
    """Whether what a sink of this kind was told stands for good.

    Raises:
        SinkKindUnknown: there is no such connector.
        ConnectorBroken: it cannot be loaded.
    """
    return bool(_sink_connector(kind).is_final)


def source_from(
    kind: str, name: str, options: Mapping[str, str], limits: Limits | None = None
) -> Source:
    """The configured source; secrets are among its options.

    Raises:
        UsageError: no such kind, an option that is none, one that is missing or makes no sense.
        ConnectorBroken: the connector cannot be loaded.
    """
    connector = _connector(kind)
    _check(kind, name, connector.OPTIONS, options)
    return connector.from_options(name, options, limits or Limits())


def sink_from(kind: str, name: str, options: Mapping[str, str]) -> Sink:
    """The configured sink; secrets are among its options.

    Raises:
        UsageError: no such kind, an option that is none, one that is missing or makes no sense.
        ConnectorBroken: the connector cannot be loaded.
    """
    connector = _sink_connector(kind)
    _check(kind, name, connector.OPTIONS, options)
    return connector.from_options(name, options)


def _check(kind: str, name: str, known: Mapping[str, Option], options: Mapping[str, str]) -> None:
    for option in options:
        if option not in known:
            raise OptionUnknown(kind, option, sorted(known))
    for option, meaning in known.items():
        if meaning.is_required and not options.get(option):
            if meaning.is_secret:
                raise SecretMissing(name, option, meaning.about)
            raise OptionMissing(kind, option, meaning.about)


def _entries(group: str) -> dict[str, EntryPoint]:
    """Every connector by name; a built-in one is not replaced by another package."""
    found = {entry.name: entry for entry in entry_points(group=group)}
    ours = {name: EntryPoint(name, value, group) for name, value in _BUILT_IN[group].items()}
    return found | ours


def _connector(kind: str) -> type[Connector]:
    entry = _entries(GROUP).get(kind)
    if entry is None:
        raise KindUnknown(kind, kinds())
    return cast("type[Connector]", _loaded(kind, entry))


def _sink_connector(kind: str) -> type[SinkConnector]:
    entry = _entries(SINK_GROUP).get(kind)
    if entry is None:
        raise SinkKindUnknown(kind, sink_kinds())
    return cast("type[SinkConnector]", _loaded(kind, entry))


def _loaded(kind: str, entry: EntryPoint) -> Any:  # noqa: ANN401 - whatever a package names
    try:
        return entry.load()
    except (ImportError, AttributeError) as cause:
        raise ConnectorBroken(kind, entry.value, cause) from cause
