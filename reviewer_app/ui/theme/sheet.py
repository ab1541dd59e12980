"""The one style sheet, by object role, made of a theme's colours."""

from dataclasses import asdict
from string import Template

from reviewer_app.ui.theme.fonts import Role, pixels
from reviewer_app.ui.theme.tokens import Tokens

_LABELS = """
QLabel { color: $text; background: transparent; }
QLabel[role="page"] { font-size: ${page}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="caption"] { font-size: ${caption}px; color: $muted; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; color: $muted; }
QLabel[role="section"] { font-size: ${pill}px; font-weight: 600; color: $muted; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="good"] { color: $good; font-size: ${caption}px; }
QLabel[role="warn"] { color: $warn; font-size: ${caption}px; }
QLabel[role="bad"] { color: $bad; font-size: ${caption}px; }
"""

_FRAMES = """
QMainWindow, QWidget[role="page"] { background: $window; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="inset"] { background: $window; border: 1px solid $line; border-radius: 6px; }
QFrame[role="rail"] { background: $window; border: none; border-right: 1px solid $line; }
QFrame[role="list"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[role="bar"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[role="status"] { background: $window; border: none; border-top: 1px solid $line; }
QFrame[role="status-hint"] { background: $info_ground; border: none;
  border-top: 1px solid $line; }
QFrame[role="status-hint"] QLabel { color: $info; font-size: ${caption}px; font-weight: 600; }
QFrame[role="strip"] { background: $info_ground; border: none; }
QFrame[role="strip"] QLabel { color: $info; font-size: ${caption}px; }
QFrame[role="warning"] { background: $warn_ground; border: 1px solid $warn; border-radius: 6px; }
QFrame[role="warning"] QLabel { color: $warn; font-size: ${caption}px; }
QFrame[role="notice"] { background: $info_ground; border: 1px solid $info; border-radius: 6px; }
QFrame[role="notice"] QLabel { color: $info; font-size: ${caption}px; }
QFrame[role="message-info"] { background: $info_ground; border-bottom: 1px solid $line; }
QFrame[role="message-warn"] { background: $warn_ground; border-bottom: 1px solid $line; }
QFrame[role="message-error"] { background: $bad_ground; border-bottom: 1px solid $line; }
QFrame[role="message-info"] QLabel { color: $info; }
QFrame[role="message-warn"] QLabel { color: $warn; }
QFrame[role="message-error"] QLabel { color: $bad; }
QFrame[role="hairline"] { background: $line; border: none; }
QSplitter::handle { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit[role="editor"] {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: 6px;
  padding: 5px 9px; selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit[role="editor"] { padding: 4px 6px; }
QLineEdit:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit[role="editor"]:focus {
  border: ${focus_width}px solid $accent; padding: 4px 8px;
}
QPlainTextEdit[role="editor"]:focus { padding: 3px 5px; }
QTextEdit[role="content"], QPlainTextEdit[role="content"] {
  background: transparent; color: $text; border: 2px solid transparent; border-radius: 4px;
  selection-background-color: $accent; selection-color: $on_accent; padding: 0 4px;
}
QTextEdit[role="content"]:focus, QPlainTextEdit[role="content"]:focus {
  border-color: $accent;
}
"""

_LISTS = """
QListView { background: $surface; border: none; outline: none; }
QListView[role="choices"] { border: 1px solid $edge; border-radius: 6px; padding: 2px; }
QListView[role="choices"]::item { padding: 5px 8px; color: $text; border-radius: 4px; }
QListView[role="choices"]::item:selected { background: $selection; color: $text; }
QListView::item { border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; border: none; }
QScrollBar::handle { background: $edge; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_MENUS = """
QMenuBar { background: $window; color: $text; border: none; border-bottom: 1px solid $line;
  padding: 1px 8px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selection; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 18px 6px 12px; border-radius: 4px; border: 1px solid transparent; }
QMenu::item:selected { background: $selection; color: $text; border-color: $menu_edge; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QDialog { background: $window; }
"""


def sheet_of(theme: Tokens) -> str:
    """The style sheet of a theme at the system's font size."""
    sizes = {role.name.lower(): pixels(role) for role in Role}
    edge = "transparent" if theme.has_grounds else theme.accent
    values = {**asdict(theme), **sizes, "menu_edge": edge}
    return Template(_LABELS + _FRAMES + _FIELDS + _LISTS + _MENUS).substitute(values)
