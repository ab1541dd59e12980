"""How a value is edited: what its schema says, and where that is silent, what it is by itself."""

from typing import NamedTuple

from reviewer_app.domain.forms.fields import FieldKind
from reviewer_app.domain.forms.schema_rules import Rules
from reviewer_app.domain.json.faults import UNSTORABLE
from reviewer_app.domain.json.tree import JsonTree, Kind, Node, Step, child, repeated_key

LONG_FROM = 80
"""Characters from which a text gets an editor of several lines."""

_BY_TYPE = {
    "string": FieldKind.TEXT,
    "number": FieldKind.NUMBER,
    "integer": FieldKind.INTEGER,
    "boolean": FieldKind.YES_NO,
    "object": FieldKind.GROUP,
    "array": FieldKind.LIST,
}
_BY_VALUE = {
    Kind.TEXT: FieldKind.TEXT,
    Kind.NUMBER: FieldKind.NUMBER,
    Kind.YES_NO: FieldKind.YES_NO,
    Kind.NULL: FieldKind.ANY,
    Kind.OBJECT: FieldKind.GROUP,
    Kind.ARRAY: FieldKind.LIST,
}
_DEEP = (Kind.OBJECT, Kind.ARRAY)


class Value(NamedTuple):
    """A value in the text that holds it."""

    tree: JsonTree
    node: Node

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.node.kind

    @property
    def words(self) -> str:
        """The characters of a text, and any other value as it is written."""
        return self.tree.words(self.node)

    @property
    def elements(self) -> list["Value"]:
        """What is in it."""
        return [Value(self.tree, part.value) for part in self.node.parts]

    def at(self, step: Step) -> "Value | None":
        """A member or an element of it."""
        node = child(self.node, step)
        return None if node is None else Value(self.tree, node)


class Seen(NamedTuple):
    """A value as it is now and as it came; None where there is or was none."""

    now: Value | None
    before: Value | None

    @property
    def either(self) -> Value | None:
        """The value that tells what kind it is: as it came, so that typing changes no kind."""
        if self.before is None or self.before.kind is Kind.NULL:
            return self.now or self.before
        return self.before

    @property
    def elements(self) -> list[Value]:
        """The elements it has and had."""
        return [v for value in self if value is not None for v in value.elements]

    def at(self, step: Step) -> "Seen":
        """A member or an element of it."""
        return Seen(self.now and self.now.at(step), self.before and self.before.at(step))


def kind_of(rules: Rules, seen: Seen) -> tuple[FieldKind, bool]:
    """How a value is edited, and whether only the value itself told so."""
    kind = _by_rules(rules)
    is_inferred = kind is None
    if kind is None:
        value = seen.either
        kind = FieldKind.ANY if value is None else _BY_VALUE[value.kind]
    if kind is FieldKind.TEXT and _is_long(seen, rules):
        kind = FieldKind.LONG_TEXT
    return (kind if _fits(kind, seen, rules) else FieldKind.SOURCE), is_inferred


def kind_of_column(rules: Rules, cells: list[Value]) -> tuple[FieldKind, bool]:
    """How the cells of a column are edited; as JSON where they hold more than one value."""
    kind = _by_rules(rules)
    if kind is not None:
        return kind, False
    kinds = {_BY_VALUE[cell.kind] for cell in cells if cell.kind is not Kind.NULL}
    return (kinds.pop() if len(kinds) == 1 else FieldKind.ANY), True


def _by_rules(rules: Rules) -> FieldKind | None:
    """What the schema alone says; None where it leaves it open."""
    if rules.choices:
        return FieldKind.CHOICE
    if rules.is_open or not rules.types:
        return None
    if len(rules.types) > 1:
        return None if rules.types & {"object", "array"} else FieldKind.ANY
    kind = _BY_TYPE.get(next(iter(rules.types)))
    return FieldKind.DATE if kind is FieldKind.TEXT and rules.text("format") == "date" else kind


def _fits(kind: FieldKind, seen: Seen, rules: Rules) -> bool:
    """Whether a field of this kind can hold and change what is there now."""
    value = seen.now
    if value is None or value.kind is Kind.NULL:
        return True
    if kind is FieldKind.GROUP:
        is_object = value.kind is Kind.OBJECT and repeated_key(value.node) is None
        return is_object and bool((seen.before or value).node.parts or rules.properties)
    if kind is FieldKind.LIST:
        return value.kind is Kind.ARRAY
    is_text = value.kind is Kind.TEXT
    return value.kind not in _DEEP and not (is_text and UNSTORABLE.search(value.words))


def _is_long(seen: Seen, rules: Rules) -> bool:
    value = seen.either
    if value is None or value.kind is not Kind.TEXT:
        return "contentMediaType" in rules.words
    return len(value.words) > LONG_FROM or "\n" in value.words
