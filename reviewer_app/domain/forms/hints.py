"""What a field's hint says before anything is wrong: the format, the choices, the range."""

from reviewer_app.domain.forms.fault_words import CHOICES_SAID, choices_words
from reviewer_app.domain.forms.fields import FieldKind
from reviewer_app.domain.forms.schema_rules import Rules
from reviewer_app.domain.sentences import Sentence, sentence

_KINDS = {
    FieldKind.DATE: sentence("year-month-day"),
    FieldKind.INTEGER: sentence("a whole number"),
    FieldKind.NUMBER: sentence("a number"),
    FieldKind.SOURCE: sentence("as JSON"),
}
_FORMATS = {
    "date-time": sentence("date and time"),
    "time": sentence("a time of day"),
    "email": sentence("an e-mail address"),
    "uri": sentence("a web address"),
    "uuid": sentence("a UUID"),
}


def hints_of(rules: Rules, kind: FieldKind) -> tuple[Sentence, ...]:
    """A few words on what may stand in a field, the most telling ones."""
    if kind is FieldKind.YES_NO:
        return ()
    if kind is FieldKind.CHOICE:
        return (_choices(rules.choices),)
    bounds = _bounds(rules)
    if bounds is not None:
        is_whole = kind is FieldKind.INTEGER
        return (_KINDS[kind], bounds) if is_whole else (bounds,)
    if kind in _KINDS and kind is not FieldKind.NUMBER:
        return (_KINDS[kind],)
    found = _FORMATS.get(rules.text("format")) or _length(rules)
    return (found,) if found is not None else ()


def _choices(raws: tuple[str, ...]) -> Sentence:
    if len(raws) > CHOICES_SAID:
        return sentence("one of {count} values", count=len(raws))
    if len(raws) == 1:
        return sentence("always {value}", value=choices_words(raws)[0])
    return sentence("one of {choices}", choices=choices_words(raws))


def _bounds(rules: Rules) -> Sentence | None:
    low, high = (_number(rules, name) for name in ("minimum", "maximum"))
    if low and high:
        return sentence("{low} to {high}", low=low, high=high)
    if low:
        return sentence("at least {low}", low=low)
    if high:
        return sentence("at most {high}", high=high)
    low, high = (_number(rules, name) for name in ("exclusiveMinimum", "exclusiveMaximum"))
    if low:
        return sentence("more than {low}", low=low)
    return sentence("less than {high}", high=high) if high else None


def _length(rules: Rules) -> Sentence | None:
    most = _number(rules, "maxLength")
    return sentence("at most {most} characters", most=most) if most else None


def _number(rules: Rules, keyword: str) -> str:
    value = rules.words.get(keyword)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else ""
