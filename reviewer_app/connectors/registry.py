"""The connectors that are there: the built-in ones, and those of other installed packages."""

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from reviewer_app.connectors.protocols import Connector, Option, Source
from reviewer_app.domain.errors import ReviewerError, UsageError
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.validation import Limits

GROUP = "reviewer_app.connectors"
"""The entry point group under which a package names its connectors."""

_BUILT_IN = {
    "file": "reviewer_app.connectors.files:FileSource",
    "folder": "reviewer_app.connectors.files:FolderSource",
}


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


class OptionUnknown(UsageError):
    """The connector has no option of this name."""

    def __init__(self, kind: str, option: str, known: list[str]) -> None:
        super().__init__(
            sentence(
                "A {kind} source has no option “{option}”. Its options are {known}.",
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
                "A {kind} source needs the option “{option}”: {about}.",
                kind=kind,
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
    """The names of all connectors, sorted."""
    return sorted(_entries())


def options_of(kind: str) -> Mapping[str, Option]:
    """What a connector can be told, by name.

    Raises:
        KindUnknown: there is no such connector.
        ConnectorBroken: it cannot be loaded.
    """
    return _connector(kind).OPTIONS


def source_from(
    kind: str, name: str, options: Mapping[str, str], limits: Limits | None = None
) -> Source:
    """The configured source.

    Raises:
        UsageError: no such kind, an option that is none, one that is missing or makes no sense.
        ConnectorBroken: the connector cannot be loaded.
    """
    connector = _connector(kind)
    known = connector.OPTIONS
    for option in options:
        if option not in known:
            raise OptionUnknown(kind, option, sorted(known))
    for option, meaning in known.items():
        if meaning.is_required and not options.get(option):
            raise OptionMissing(kind, option, meaning.about)
    return connector.from_options(name, options, limits or Limits())


def _entries() -> dict[str, EntryPoint]:
    """Every connector by name; a built-in one is not replaced by another package."""
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    return found | {name: EntryPoint(name, value, GROUP) for name, value in _BUILT_IN.items()}


def _connector(kind: str) -> type[Connector]:
    entry = _entries().get(kind)
    if entry is None:
        raise KindUnknown(kind, kinds())
    try:
        return cast("type[Connector]", entry.load())
    except (ImportError, AttributeError) as cause:
        raise ConnectorBroken(kind, entry.value, cause) from cause
