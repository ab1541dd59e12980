"""What a field shows of a raw value, and what raw value comes of the words typed into it."""

import json

from reviewer_app.domain.forms.fields import WRITTEN_AS_TEXT, FieldKind, FormField
from reviewer_app.domain.forms.new_elements import blank
from reviewer_app.domain.json.edit import written
from reviewer_app.domain.json.tree import decoded, is_number, read_tree

_PLAIN_WORDS = ("true", "false", "null")
_NUMBERS = (FieldKind.NUMBER, FieldKind.INTEGER)


class NotJson(ValueError):
    """What was typed as JSON is none, and so cannot stand in the text."""


def shown(kind: FieldKind, raw: str | None) -> str:
    """A value as its field shows it: texts by their characters, everything else as written."""
    if raw is None or (raw == "null" and kind is not FieldKind.SOURCE):
        return ""
    return decoded(raw) if raw.startswith('"') and kind is not FieldKind.SOURCE else raw


def entered(field: FormField, typed: str, original: str | None, like: str) -> str | None:
    """The raw value that typed words come to; None where the member goes.

    Args:
        field: where it was typed.
        typed: the words.
        original: the raw value that was there at first: the same words give it back.
        like: the text around it, for how escapes are written.

    Raises:
        NotJson: the field takes JSON and this is none.
    """
    if original is not None and typed == as_editable(shown(field.kind, original)):
        return original
    if field.kind is FieldKind.SOURCE:
        if read_tree(typed) is None:
            raise NotJson
        return typed
    if not typed:
        return _emptied(field, was_there=original is not None)
    return _written(field, typed, original, like)


def as_editable(words: str) -> str:
    """Words as an editor holds them: with one kind of line end."""
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _written(field: FormField, typed: str, original: str | None, like: str) -> str:
    if (choice := _choice(field, typed)) is not None:
        return choice
    plain = typed.strip()
    if field.kind in _NUMBERS and is_number(plain):
        return plain
    if field.kind is FieldKind.ANY and (is_number(plain) or plain in _PLAIN_WORDS):
        return plain
    has_crlf = original is not None and "\\r\\n" in original
    words = typed.replace("\n", "\r\n") if has_crlf and "\r" not in typed else typed
    return written(words, like)


def _choice(field: FormField, typed: str) -> str | None:
    """The choice that was typed, in capitals or not where that leaves no doubt."""
    words = {raw: shown(field.kind, raw) for raw in field.choices}
    exact = [raw for raw, word in words.items() if word == typed]
    alike = [raw for raw, word in words.items() if word.casefold() == typed.casefold()]
    found = exact or alike
    return found[0] if len(found) == 1 else None


def _emptied(field: FormField, *, was_there: bool) -> str | None:
    """What an emptied field holds: nothing where nothing was or need be, else null or no words."""
    is_element = bool(field.path) and isinstance(field.path[-1], int)
    if not is_element and (not was_there or not field.is_required):
        is_text = field.kind in WRITTEN_AS_TEXT - {FieldKind.CHOICE, FieldKind.DATE}
        if not (was_there and is_text):
            return None
    if field.is_nullable:
        return "null"
    return blank(field.kind)


def as_number(raw: str) -> str | None:
    """The number that a raw text would be without its quotes; None where it is none."""
    words = decoded(raw).strip() if raw.startswith('"') else ""
    return words if is_number(words) else None


def as_text(raw: str) -> str | None:
    """The text that a bare value would be with quotes; None where it is one, or holds others."""
    return None if raw[:1] in '"{[' or raw == "null" else json.dumps(raw)
