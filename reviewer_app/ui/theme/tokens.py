"""The colours of each theme; nothing else in the program names a colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours by role. Colours that mean something come with their ground.

    A `line` parts things that are read; an `edge` bounds what can be typed in or pressed.
    """

    name: str
    window: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_hover: str
    selection: str
    good: str
    good_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    info: str
    info_ground: str
    violet: str
    violet_ground: str
    removed: str
    added: str
    focus_width: int = 2
    has_grounds: bool = True

    def color(self, role: str) -> QColor:
        """The colour of a role, to paint with."""
        return QColor(str(getattr(self, role)))


LIGHT = Tokens(
    name="light",
    window="#F5F6F8",
    surface="#FFFFFF",
    raised="#EEF1F5",
    line="#D8DDE4",
    edge="#868F9B",
    text="#1B1F24",
    muted="#57606A",
    accent="#1D58D8",
    on_accent="#FFFFFF",
    accent_hover="#174ABB",
    selection="#E3ECFD",
    good="#1A7340",
    good_ground="#E3F5EA",
    warn="#8A5A00",
    warn_ground="#FDF3DC",
    bad="#B4233C",
    bad_ground="#FDE8EB",
    info="#0B6E99",
    info_ground="#E2F2F9",
    violet="#6D3FC4",
    violet_ground="#EFE8FB",
    removed="#FFE3E6",
    added="#DDF6E4",
)

DARK = Tokens(
    name="dark",
    window="#14171C",
    surface="#1B1F26",
    raised="#252B34",
    line="#353D48",
    edge="#68727F",
    text="#E8EBEF",
    muted="#A0AAB6",
    accent="#79A8FF",
    on_accent="#14171C",
    accent_hover="#93B9FF",
    selection="#22324F",
    good="#5FD39A",
    good_ground="#183024",
    warn="#E7B450",
    warn_ground="#332A16",
    bad="#FF8A94",
    bad_ground="#3A1F25",
    info="#67C5EA",
    info_ground="#17303B",
    violet="#BFA2FF",
    violet_ground="#2C2444",
    removed="#4A2027",
    added="#173D29",
)

CONTRAST = Tokens(
    name="contrast",
    window="#000000",
    surface="#000000",
    raised="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFFF00",
    on_accent="#000000",
    accent_hover="#FFFF66",
    selection="#000000",
    good="#FFFFFF",
    good_ground="#000000",
    warn="#FFFF00",
    warn_ground="#000000",
    bad="#FFFF00",
    bad_ground="#000000",
    info="#FFFFFF",
    info_ground="#000000",
    violet="#FFFFFF",
    violet_ground="#000000",
    removed="#000000",
    added="#000000",
    focus_width=2,
    has_grounds=False,
)

THEMES: Mapping[str, Tokens] = {t.name: t for t in (LIGHT, DARK, CONTRAST)}

THEME_PROPERTY = "reviewer_theme"
"""The application's property that names the theme in force."""


def tokens() -> Tokens:
    """The colours of the theme in force."""
    application = QApplication.instance()
    name = application.property(THEME_PROPERTY) if application else None
    return THEMES.get(str(name), LIGHT)
