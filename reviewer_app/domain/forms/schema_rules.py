"""What a JSON Schema says about one value, its references and alternatives put together."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast
from urllib.parse import unquote

Fragment: TypeAlias = Mapping[str, Any]
"""A part of a schema. A schema of true or false says nothing that a form could use: empty."""

REFERENCES_AT_MOST = 20
"""References, one behind the other, that are followed to find what a value is."""

_ONE_OF = ("anyOf", "oneOf")
_OPEN: Fragment = {}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one value, as far as a form can show them.

    Attributes:
        types: the kinds allowed, null apart; none where the schema does not say.
        words: the plain keywords, such as `title`, `format` or `maximum`.
        choices: the raw values allowed, where they are counted.
        is_open: whether the schema knows alternatives that no single field can offer.
    """

    types: frozenset[str] = frozenset()
    words: Fragment = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    items: Any = None
    additional: Any = None
    is_nullable: bool = False
    is_open: bool = False

    def text(self, keyword: str) -> str:
        """A keyword's text; empty where it has none."""
        found = self.words.get(keyword)
        return found if isinstance(found, str) else ""


_NO_RULES = Rules()


def rules_of(document: Any, fragment: Any) -> Rules:  # noqa: ANN401 - JSON is any of its own kinds
    """The rules that a part of a schema document makes; references are followed within it only."""
    if not fragment or not isinstance(fragment, dict):
        return _NO_RULES
    parts = list(_parts(document, fragment, REFERENCES_AT_MOST))
    words: dict[str, Any] = {}
    properties: dict[str, Any] = {}
    for part in reversed(parts):
        words |= part
        properties |= _mapping(part.get("properties"))
    kinds = [kinds for part in parts if (kinds := _types(part))]
    types = frozenset.intersection(*kinds) if kinds else frozenset[str]()
    choices = _choices(parts)
    return Rules(
        types=types - {"null"},
        words=words,
        choices=choices,
        properties=_in_order(parts, properties),
        required=frozenset(name for part in parts for name in _names(part.get("required"))),
        items=None if "prefixItems" in words else words.get("items"),
        additional=words.get("additionalProperties"),
        is_nullable="null" in types or "null" in choices,
        is_open=any(key in part for part in parts for key in (*_ONE_OF, "prefixItems")),
    )


def _parts(document: Any, fragment: Any, left: int) -> Iterator[Fragment]:  # noqa: ANN401 - JSON
    """The fragments that hold together: what is referred to, each of allOf, the one of anyOf."""
    part = _mapping(fragment)
    alternatives, key = _alternatives(document, part, left)
    rest = {k: v for k, v in part.items() if k not in {"$ref", "allOf", key}}
    yield rest
    if left <= 0:
        return
    if isinstance(part.get("$ref"), str):
        yield from _parts(document, _target(document, part["$ref"]), left - 1)
    for other in _list(part.get("allOf")):
        yield from _parts(document, other, left - 1)
    yield from alternatives


def _alternatives(
    document: Any,  # noqa: ANN401 - JSON
    part: Fragment,
    left: int,
) -> tuple[list[Fragment], str]:
    """What anyOf or oneOf comes down to, and the keyword that is done with; none where it stays."""
    key = next((key for key in _ONE_OF if key in part), "")
    if not key or left <= 0:
        return [], ""
    options = [rules_of(document, option) for option in _list(part[key])[:50]]
    raws = [raw for option in options for raw in option.choices]
    if options and all(option.choices for option in options):
        return [{"enum": [json.loads(raw) for raw in raws]}], key
    real = [option for option in options if option.types]
    has_null = any(option.is_nullable for option in options)
    others = [option for option in options if not option.types and not option.is_nullable]
    if len(real) == 1 and not others and not real[0].is_open:
        return [_fragment_of(real[0], has_null=has_null)], key
    if real and not others and all(_is_plain(option) for option in real):
        types = frozenset.union(*(option.types for option in real))
        return [{"type": [*sorted(types), *(["null"] if has_null else [])]}], key
    return [], ""


def _is_plain(option: Rules) -> bool:
    return not option.types & {"object", "array"} and not option.choices and not option.is_open


def _fragment_of(rules: Rules, *, has_null: bool) -> Fragment:
    """Rules as a fragment again, with or without null."""
    made = dict(rules.words)
    made["type"] = [*sorted(rules.types), *(["null"] if has_null else [])]
    made["properties"] = rules.properties
    made["required"] = sorted(rules.required)
    return {key: value for key, value in made.items() if value not in ({}, [])}


def _target(document: Any, reference: str) -> Any:  # noqa: ANN401 - JSON
    """What a reference within the document points to; nothing for any other reference."""
    if not reference.startswith("#"):
        return _OPEN
    found = document
    for step in unquote(reference[1:]).split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(found, list) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
        else:
            found = _mapping(found).get(name, _OPEN)
    return found


def _types(part: Fragment) -> frozenset[str]:
    """The kinds that a fragment allows; integer goes where number does."""
    kind = part.get("type")
    if kind is None and ("properties" in part or "required" in part):
        kind = "object"
    names = frozenset([kind] if isinstance(kind, str) else _names(kind))
    return names - {"integer"} if "number" in names else names


def _choices(parts: list[Fragment]) -> tuple[str, ...]:
    found = [part["enum"] for part in parts if isinstance(part.get("enum"), list)]
    found += [[part["const"]] for part in parts if "const" in part]
    if not found:
        return ()
    raws = [[json.dumps(value, ensure_ascii=False) for value in values] for values in found]
    return tuple(dict.fromkeys(raw for raw in raws[0] if all(raw in other for other in raws)))


def _in_order(parts: list[Fragment], properties: Mapping[str, Any]) -> dict[str, Any]:
    names = dict.fromkeys(name for part in parts for name in _mapping(part.get("properties")))
    return {name: properties[name] for name in names}


def _mapping(value: Any) -> Fragment:  # noqa: ANN401 - JSON
    return cast("Fragment", value) if isinstance(value, dict) else _OPEN


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return value if isinstance(value, list) else []


def _names(value: Any) -> list[str]:  # noqa: ANN401 - JSON
    return [name for name in _list(value) if isinstance(name, str)]
