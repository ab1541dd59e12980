"""What is said below the window, in the reader's language: outcomes, errors, reasons."""

from PySide6.QtCore import QLocale
from typing_extensions import override

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.sentences import Sentence
from reviewer_app.ui.language import mark, tr

BUG = mark("Something went wrong in Reviewer. What you decided is safe; the log has the details.")


class _Figure(int):
    """A count that is written as the reader's language does, whatever the template asks for."""

    @override
    def __format__(self, form: str, /) -> str:
        return QLocale().toString(int(self))


def said(text: str) -> str:
    """A sentence in the language in force; a text that nobody marked as one stays as it is."""
    if not isinstance(text, Sentence):
        return text
    found = tr(text.template)
    values = {name: _shown(value) for name, value in text.values.items()}
    return found.format(**values) if values else found


def words_of(error: Exception) -> str:
    """What happened, what it means and what to do, in the language in force."""
    if not isinstance(error, ReviewerError):
        return tr(BUG)
    return said(error.told)


def _shown(value: object) -> object:
    if isinstance(value, str):
        return said(value)
    if isinstance(value, tuple):
        return ", ".join(said(part if isinstance(part, str) else str(part)) for part in value)
    return _Figure(value) if type(value) is int else value
