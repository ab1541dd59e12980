"""Stretches of the true text on a view of it: what is selected, what is painted, where to scroll.

Views count in UTF-16 units of what they show, facts in characters of the text as it came.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reviewer_app.domain.stretches import Stretch, cut_to, shown_stretch, true_stretch
from reviewer_app.ui.theme.tokens import tokens
from reviewer_app.ui.widgets.pill import colors_of
from reviewer_app.ui.widgets.reader import PlainReader, Reader, units_to_characters

TextView: TypeAlias = Reader | PlainReader
"""A view of plain text that knows the true text behind it."""

PAINTED_AT_MOST = 500

_LINES = QTextCharFormat.UnderlineStyle
_APART = (_LINES.SingleUnderline, _LINES.DashUnderline, _LINES.DotLine, _LINES.DashDotLine)
"""Where there are no grounds, the line under a stretch tells meanings apart."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch to paint, in a meaning's colours; `line` tells it from others without colour."""

    stretch: Stretch
    meaning: str
    line: int = 0
    is_current: bool = False


def shows(view: TextView, text: str) -> bool:
    """Whether the view shows this text as it came, or the head of it."""
    true = view.found.true
    return bool(true) and (true == text or text.startswith(true))


def selected(view: TextView) -> Stretch:
    """The true characters that are selected; an empty stretch at the caret where none are."""
    cursor, shown = view.textCursor(), view.found.text
    start = units_to_characters(shown, cursor.selectionStart())
    end = units_to_characters(shown, cursor.selectionEnd())
    return true_stretch(view.found, Stretch(start, end))


def paint(view: TextView, marks: Sequence[Marked]) -> None:
    """Paints stretches over the text, the longest first so that those inside them are seen."""
    in_order = sorted(marks[:PAINTED_AT_MOST], key=lambda m: (m.is_current, _shortness(m)))
    bounds = _in_units(view, [mark.stretch for mark in in_order])
    selections = []
    for mark, (start, end) in zip(in_order, bounds, strict=True):
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(view.document())
        made.cursor.setPosition(start)
        made.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.format = _format(mark)
        selections.append(made)
    view.setExtraSelections(selections)


def bring_into_sight(view: TextView, stretch: Stretch) -> None:
    """Scrolls to a stretch and puts the caret where it begins."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(_in_units(view, [stretch])[0][1])
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    cursor.setPosition(_in_units(view, [stretch])[0][0])
    view.setTextCursor(cursor)
    view.ensureCursorVisible()


def _in_units(view: TextView, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """The bounds of true stretches as the view counts; nothing reaches past its end."""
    found = view.found
    shown = [shown_stretch(found, cut_to(true, len(found.true))) for true in stretches]
    units = _units_at(found.text, {place for stretch in shown for place in stretch})
    most = view.document().characterCount() - 1
    return [(min(units[start], most), min(units[end], most)) for start, end in shown]


def _units_at(text: str, places: set[int]) -> dict[int, int]:
    """Characters counted as UTF-16 units, each part of the text read once."""
    if text.isascii():
        return {place: place for place in places}
    counted, done, units = {}, 0, 0
    for place in sorted(places):
        units += len(text[done:place].encode("utf-16-le", "replace")) // 2
        counted[place], done = units, place
    return counted


def _shortness(mark: Marked) -> int:
    return mark.stretch.start - mark.stretch.end


def _format(mark: Marked) -> QTextCharFormat:
    theme = tokens()
    ink, ground = colors_of(mark.meaning)
    made = QTextCharFormat()
    made.setUnderlineColor(ink)
    made.setUnderlineStyle(
        _LINES.SingleUnderline if theme.has_grounds else _APART[mark.line % len(_APART)]
    )
    if mark.is_current:
        made.setBackground(theme.color("selection" if theme.has_grounds else "accent"))
        made.setForeground(theme.color("text" if theme.has_grounds else "on_accent"))
    elif theme.has_grounds:
        made.setBackground(ground)
    return made
