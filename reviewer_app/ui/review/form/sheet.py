"""The form's own style: fields that are wrong, cells, headers, in the colours in force."""

from string import Template

from reviewer_app.ui.theme.fonts import Role, pixels
from reviewer_app.ui.theme.tokens import tokens

_SHEET = Template("""
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {
  border: 2px solid $bad; padding: 4px 8px;
}
QPlainTextEdit[wrong="true"] { padding: 3px 5px; }
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus { border: 2px solid $bad; }
QLineEdit[cell="true"], QLineEdit[cell="true"]:focus {
  border: 2px solid $accent; border-radius: 4px; padding: 0 5px;
}
QLineEdit[cell="true"][wrong="true"] { border-color: $bad; }
QTableView { background: transparent; border: none; outline: none; color: $text;
  gridline-color: transparent; selection-background-color: transparent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: 5px 8px; font-size: ${caption}px; }
QTableCornerButton::section { background: transparent; border: none; }
QLabel[role="value"] { color: $text; font-size: ${content}px; }
QLabel[role="source"] { color: $text; }
""")


def form_sheet() -> str:
    """The style sheet of a form in the theme in force."""
    theme = tokens()
    return _SHEET.substitute(
        bad=theme.bad,
        accent=theme.accent,
        text=theme.text,
        muted=theme.muted,
        line=theme.line,
        caption=pixels(Role.CAPTION),
        content=pixels(Role.CONTENT),
    )
