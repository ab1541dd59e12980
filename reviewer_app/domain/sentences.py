"""Sentences for a person that remember how they were made, so that a window can translate them."""

from collections.abc import Mapping
from typing import Self

from typing_extensions import override


class Sentence(str):
    """An English sentence, filled in; `template` and `values` are what it was made from.

    It is a plain text to everybody who does not translate: the log, the command line, tests.
    A value may be a sentence itself, and a tuple is a list of words.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        """Fills the values in; a template without any may hold braces."""
        words = {name: _words(value) for name, value in values.items()}
        made = super().__new__(cls, template.format(**words) if words else template)
        made.template, made.values = template, values
        return made

    @override
    def __getnewargs__(self) -> tuple[str, Mapping[str, object]]:  # type: ignore[override]  # a text is copied from itself alone
        """What a copy is made from."""
        return self.template, self.values


def sentence(template: str, /, **values: object) -> Sentence:
    """A sentence to be shown to a person; the translation tools look for this call.

    Args:
        template: the English words, a literal; `{name}` stands for one of `values`.
        values: what the names stand for: names and figures, other sentences, lists of them.
    """
    return Sentence(template, values)


def _words(value: object) -> object:
    return ", ".join(str(part) for part in value) if isinstance(value, tuple) else value
