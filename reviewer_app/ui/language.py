"""The window's words in the reader's language, through Qt's own translation tools.

Words in the code are English. `tr` gives them in the language in force; `mark` says that a text
kept in a table is such a word, so that the tools find it, and `tr` is called where it is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer_app.paths import resource

SYSTEM, ENGLISH = "system", "en"
_FILE = "reviewer_"
_PROPERTY = "reviewer-language"


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the window speaks: its code, as `de`, and its own name for itself."""

    code: str
    name: str


def tr(source: str, comment: str = "", n: int = -1, /, **values: object) -> str:
    """A word or sentence in the language in force.

    Args:
        source: the English words, a literal; `{name}` stands for one of `values`, and `%Ln` for
            the count `n`, whose plural is written "(s)": `tr("%Ln item(s)", "", 3)`.
        comment: tells apart words that are the same in English alone, or helps who translates.
        n: the count that the plural follows, where there is one.
        values: what the names in braces stand for; put in after translating.
    """
    found = QCoreApplication.translate("", source, comment, n)
    if n >= 0:
        found = found.replace("(s)", "" if n == 1 else "s")
    return found.format(**values) if values else found


def mark(source: str, comment: str = "") -> str:
    """The text itself: says to the translation tools that it is shown through `tr`."""
    del comment
    return source


def available() -> tuple[Language, ...]:
    """English, and every language of which there is a file, by their own names."""
    codes = (path.stem.removeprefix(_FILE) for path in resource("languages").glob(f"{_FILE}*.qm"))
    others = (Language(code, _own_name(code)) for code in codes)
    return (Language(ENGLISH, "English"), *sorted(others, key=lambda one: one.name.casefold()))


def chosen(wanted: str, of_system: Sequence[str] | None = None) -> str:
    """The code of the language to speak: the wanted one, or the system's, or else English.

    Args:
        wanted: what is set: a code, or `system`.
        of_system: the languages that the system's user reads, the dearest first.
    """
    codes = [language.code for language in available()]
    if wanted != SYSTEM:
        return wanted if wanted in codes else ENGLISH
    for name in of_system if of_system is not None else QLocale.system().uiLanguages():
        written = name.replace("-", "_")
        for code in (written, written.partition("_")[0]):
            if code in codes:
                return code
    return ENGLISH


def speak(application: QApplication, wanted: str) -> str:
    """Lets the window speak a language, with its figures, dates and direction; gives its code.

    What was made before keeps its words: call it before the first widget is made.
    """
    code = chosen(wanted)
    locale = _locale_of(code)
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(locale)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((of_qt, "qtbase_"), (str(resource("languages")), _FILE)):
        translator = QTranslator()
        if translator.load(f"{name}{code}", folder):
            translator.setParent(application)
            application.installTranslator(translator)
    application.setLayoutDirection(locale.textDirection())
    application.setProperty(_PROPERTY, code)
    return code


def spoken() -> str:
    """The code of the language in force."""
    application = QCoreApplication.instance()
    return (application and application.property(_PROPERTY)) or ENGLISH


def in_line(words: str) -> str:
    """Words as they stand within a line: English writes them small, most languages as they are."""
    return words.lower() if spoken() == ENGLISH else words


def quoted(words: str) -> str:
    """Somebody's own words between the quotation marks of the language."""
    return tr("“{words}”", words=words)


def _locale_of(code: str) -> QLocale:
    """The system's own habits where it speaks this language, else the usual ones of it."""
    system, usual = QLocale.system(), QLocale(code)
    return system if system.language() == usual.language() else usual


def _own_name(code: str) -> str:
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]
