"""What is read and what is pressed stands out from its ground in every theme, as WCAG counts it."""

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.review.outputs.code_colors import COLORS
from reviewer_app.ui.theme.scheme import Theme
from reviewer_app.ui.theme.sheet import sheet_of
from reviewer_app.ui.theme.tokens import THEMES, tokens
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.chip import Chip
from reviewer_app.ui.widgets.fields import TextField
from reviewer_app.ui.widgets.pill import colors_of

TEXT, SHAPE = 4.5, 3.0
INKS = ("text", "muted", "accent", "good", "warn", "bad", "info", "violet")
GROUNDS = ("window", "surface", "raised", "selection")
MEANINGS = ("good", "warn", "bad", "info", "violet")
THEME_NAMES = sorted(THEMES)


def ratio(one, other):
    """The ratio of two colours: 1 where they are the same, 21 for black on white."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(color)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def rgb(color):
    return QColor(color).getRgbF()[:3]


@pytest.fixture(params=THEME_NAMES)
def theme(request, qapp):
    scheme = Theme(qapp)
    scheme.apply(request.param)
    yield tokens()
    scheme.apply("light")


@pytest.fixture
def page(theme, qapp, qtbot):
    """A window in the theme."""
    made = QWidget()
    qtbot.addWidget(made)
    scheme = Theme(qapp)
    scheme.apply(theme.name)
    scheme.dress(made)
    return made


def test_the_ratio_is_wcags():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_ink_can_be_read_on_every_ground(theme):
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(meaning, f"{meaning}_ground") for meaning in MEANINGS]
    pairs += [("text", f"{meaning}_ground") for meaning in MEANINGS]
    pairs += [("accent", f"{meaning}_ground") for meaning in MEANINGS]
    pairs += [(ink, ground) for ink in ("text", "muted") for ground in ("removed", "added")]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover")]
    poor = [p for p in pairs if ratio(theme.color(p[0]), theme.color(p[1])) < TEXT]
    assert poor == []


def test_code_can_be_read_also_where_it_was_changed_or_is_selected(theme):
    grounds = (*GROUNDS, "added", "removed")
    poor = [
        (part, ground)
        for part, ink in COLORS.items()
        for ground in grounds
        if ratio(theme.color(ink), theme.color(ground)) < TEXT
    ]
    assert poor == []


def test_pills_can_be_read(theme):
    assert theme is tokens()
    for meaning in (*MEANINGS, "plain", "accent"):
        ink, ground = colors_of(meaning)
        assert ratio(ink, ground) >= TEXT, meaning


def test_what_bounds_a_control_stands_out_from_what_is_around_it(theme):
    for shape in ("edge", "accent"):
        for ground in ("window", "surface"):
            assert ratio(theme.color(shape), theme.color(ground)) >= SHAPE, (shape, ground)


def edges(widget):
    """The colours at the upper edge of a control, from outside to inside."""
    picture = widget.grab().toImage()
    return [picture.pixelColor(picture.width() // 2, y) for y in range(5)]


@pytest.mark.parametrize(
    "make",
    [
        lambda parent: TextField("Name", parent=parent),
        lambda parent: Chip("wrong fact", "1", parent=parent),
        lambda parent: Button("Reject", "R", parent=parent),
        lambda parent: Button("Approve", "A", "primary", parent=parent),
    ],
)
def test_fields_chips_and_buttons_are_painted_with_such_an_edge(make, theme, page):
    control = make(page)
    control.resize(control.sizeHint())
    page.show()
    best = max(ratio(color, theme.color("surface")) for color in edges(control))
    assert best >= SHAPE


def test_a_control_that_has_the_keyboard_has_an_edge_that_stands_out(theme, page, qtbot):
    button = Button("Approve", "A", "primary", parent=page)
    button.resize(button.sizeHint())
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button.setFocus()
    assert max(ratio(color, theme.color("accent")) for color in edges(button)) >= SHAPE


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_style_sheet_has_no_colour_of_its_own(name):
    written = set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet_of(THEMES[name])))
    held = {str(getattr(THEMES[name], role)) for role in THEMES[name].__slots__}
    assert written <= held
