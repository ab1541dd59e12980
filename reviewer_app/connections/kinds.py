"""The kinds of connection there are, and what each must be told, for forms and commands."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer_app.connectors import registry
from reviewer_app.connectors.protocols import Option
from reviewer_app.domain.errors import ReviewerError


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of connection.

    Attributes:
        name: as in the settings, such as `mlflow`.
        gives_outputs: whether outputs come from it.
        takes_labels: whether labels go to it.
        options: what it can be told, by name.
        trouble: why it cannot be used, where its package is broken.
    """

    name: str
    gives_outputs: bool
    takes_labels: bool
    options: Mapping[str, Option]
    trouble: str = ""


def kinds() -> list[Kind]:
    """Every kind, sorted by name."""
    sources, sinks = registry.kinds(), registry.sink_kinds()
    return [kind_of(name) for name in sorted({*sources, *sinks})]


def kind_of(name: str) -> Kind:
    """One kind.

    Raises:
        KindUnknown: there is none of this name.
    """
    gives, takes = name in registry.kinds(), name in registry.sink_kinds()
    try:
        options = registry.sink_options_of(name) if takes and not gives else None
        return Kind(name, gives, takes, options or registry.options_of(name))
    except registry.ConnectorBroken as broken:
        return Kind(name, gives, takes, {}, str(broken))


def known_options(name: str) -> Mapping[str, Option]:
    """What a configured kind can be told; nothing where its package is gone or broken."""
    try:
        return kind_of(name).options
    except registry.KindUnknown:
        return {}


def is_final(kind: str) -> bool:
    """Whether what a kind of sink was told stands for good; no where it cannot be loaded."""
    try:
        return registry.is_final(kind)
    except ReviewerError:
        return False
