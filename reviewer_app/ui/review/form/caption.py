"""The small font of labels and hints, made once: a form asks for it thousands of times."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.theme.fonts import Role, font


def caption_font() -> QFont:
    """The font of captions; a copy, to be changed freely."""
    return QFont(_caption(QApplication.font().key())[0])


def caption_metrics() -> QFontMetrics:
    """Its measures."""
    return _caption(QApplication.font().key())[1]


@lru_cache(maxsize=4)
def _caption(system_font: str) -> tuple[QFont, QFontMetrics]:
    """By the system's font, which all others are measured against."""
    del system_font
    made = font(Role.CAPTION)
    return made, QFontMetrics(made)
