"""Which theme is in force: the person's choice, else the system's.

The style sheet is each window's and not the application's: under a sheet of the application Qt
styles a part and all that is in it again each time that it is put into a larger one, which made a
window take ten times as long to build.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.theme.density import COMFORTABLE, DENSITY_PROPERTY
from reviewer_app.ui.theme.fonts import CONTENT_PROPERTY, body_pixels, with_tabular_figures
from reviewer_app.ui.theme.palette import palette_of
from reviewer_app.ui.theme.sheet import sheet_of
from reviewer_app.ui.theme.tokens import CONTRAST, DARK, LIGHT, THEME_PROPERTY, THEMES, Tokens


class Theme(QObject):
    """Puts a theme in force and follows the system while it is left to decide."""

    changed = Signal()
    _sheet_changed = Signal(str)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._choice = "system"
        self._system_is_dark = _is_dark(application.palette())
        self._content_size, self._density, self._sheet = 0, COMFORTABLE, ""
        if application.style().name() != "fusion":  # else all there is would be styled anew
            application.setStyle("fusion")
        font = with_tabular_figures(application.font())
        font.setPixelSize(body_pixels())
        application.setFont(font)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def apply(self, choice: str, content_size: int = 0, density: str = COMFORTABLE) -> None:
        """Puts the chosen theme in force: `system`, or the name of one."""
        self._choice, self._content_size, self._density = choice, content_size, density
        theme = self._chosen()
        application = self._application
        application.setProperty(THEME_PROPERTY, theme.name)
        application.setProperty(CONTENT_PROPERTY, content_size)
        application.setProperty(DENSITY_PROPERTY, density)
        application.setPalette(palette_of(theme))
        self._sheet = sheet_of(theme)
        self._sheet_changed.emit(self._sheet)
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Gives a window the style sheet in force, and each one that follows."""
        window.setStyleSheet(self._sheet)
        self._sheet_changed.connect(window.setStyleSheet)

    def _follow(self) -> None:
        if self._choice == "system":
            self.apply(self._choice, self._content_size, self._density)

    def _chosen(self) -> Tokens:
        if self._choice in THEMES:
            return THEMES[self._choice]
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return CONTRAST
        match hints.colorScheme():
            case Qt.ColorScheme.Dark:
                return DARK
            case Qt.ColorScheme.Light:
                return LIGHT
            case _:
                return DARK if self._system_is_dark else LIGHT


def _is_dark(palette: QPalette) -> bool:
    """Whether the platform came with a dark palette, where it reports no scheme."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()
