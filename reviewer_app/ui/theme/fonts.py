"""Fonts by role, all measured against the system's own font and size."""

from enum import Enum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

BODY_PIXELS = 13
"""The size of body text that the sizes of the other roles are stated against."""

CONTENT_PROPERTY = "reviewer_content_size"
"""The application's property that holds what the reader adds to the size of content."""


class Role(Enum):
    """A role's size against body text of 13, and its weight."""

    PAGE = (20, 650)
    TITLE = (18, 650)
    BODY = (13, 400)
    STRONG = (13, 600)
    CONTENT = (14, 400)
    CAPTION = (12, 400)
    HEADING = (12, 600)
    PILL = (11, 600)

    @property
    def size(self) -> int:
        """Pixels, at a body text of 13."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """400 for regular text, 600 and above for headings."""
        return self.value[1]


def body_pixels() -> int:
    """The size of body text: the system's, and never smaller than the design's."""
    return max(BODY_PIXELS, min(22, QFontInfo(QApplication.font()).pixelSize()))


def pixels(role: Role) -> int:
    """A role's size on this system; content follows the reader's setting too."""
    size = round(role.size * body_pixels() / BODY_PIXELS)
    return size + content_size() if role is Role.CONTENT else size


def content_size() -> int:
    """What the reader adds to the size of content."""
    application = QApplication.instance()
    value = application.property(CONTENT_PROPERTY) if application else 0
    return int(value or 0)


def font(role: Role) -> QFont:
    """The system's font in a role's size and weight, figures all of one width."""
    return QFont(_system_font(role, QApplication.font().key(), content_size()))


def fixed(role: Role = Role.CAPTION) -> QFont:
    """The system's fixed-pitch font: for code, JSON and the values a rule saw."""
    return QFont(_fixed_font(role, QApplication.font().key(), content_size()))


@lru_cache(maxsize=64)
def _system_font(role: Role, system: str, size: int) -> QFont:
    """Made once for each font of the system and size of the reader: every row asks for it."""
    del system, size
    made = QFont(QApplication.font())
    made.setPixelSize(pixels(role))
    made.setWeight(QFont.Weight(nearest_weight(role.weight)))
    return with_tabular_figures(made)


@lru_cache(maxsize=64)
def _fixed_font(role: Role, system: str, size: int) -> QFont:
    del system, size
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(pixels(role))
    return made


def nearest_weight(weight: int) -> int:
    """The named weight next to a wish, since not every font varies freely."""
    return min((w.value for w in QFont.Weight), key=lambda w: abs(w - weight))


def with_tabular_figures(made: QFont) -> QFont:
    """The font with figures of one width, so that numbers stand still as they change."""
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
