"""The fields of a record, and the mapping that says where a source keeps them."""

from collections.abc import Iterable, Mapping

from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.json.faults import cut
from reviewer_app.domain.sentences import sentence

FIELDS = (
    "id",
    "workflow",
    "step",
    "agent",
    "model_version",
    "created_at",
    "input",
    "output",
    "output_type",
    "confidence",
    "metadata",
    "attachments",
    "trace",
    "human",
)
"""The fields of a record, as they are named where no mapping says otherwise."""

FieldMapping = Mapping[str, str]
"""Which field is found where: a field of `FIELDS` or `metadata.KEY`, and a dotted path."""


class UnknownField(UsageError):
    """A mapping names a field that records do not have."""

    def __init__(self, name: str) -> None:
        known = ", ".join(FIELDS)
        super().__init__(
            sentence(
                "Records have no field “{name}”, so nothing can be mapped to it. "
                "Use one of {known}, or metadata.NAME for a value of the metadata.",
                name=cut(name),
                known=known,
            )
        )


class MappingUnreadable(UsageError):
    """A mapping that is not of the form FIELD=PATH, or names a field twice."""

    def __init__(self, text: str, *, twice: bool = False) -> None:
        wrong = sentence("maps a field a second time") if twice else sentence("is not FIELD=PATH")
        super().__init__(
            sentence(
                "The mapping “{text}” {wrong}. Write it like output=answer.text.",
                text=cut(text),
                wrong=wrong,
            )
        )


def parse_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """The mapping that texts of the form FIELD=PATH describe.

    Raises:
        UnknownField: a FIELD that records do not have.
        MappingUnreadable: no `=`, nothing on one side of it, or a field named twice.
    """
    mapping: dict[str, str] = {}
    for pair in pairs:
        name, _, path = (part.strip() for part in pair.partition("="))
        if not name or not all(path.split(".")):
            raise MappingUnreadable(pair)
        is_metadata = name.startswith("metadata.") and name.count(".") == 1 and name[-1] != "."
        if name not in FIELDS and not is_metadata:
            raise UnknownField(name)
        if name in mapping:
            raise MappingUnreadable(pair, twice=True)
        mapping[name] = path
    return mapping
