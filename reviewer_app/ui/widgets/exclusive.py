"""Groups of which one button holds: the one that is chosen is the stop of the Tab key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup


def choose(group: QButtonGroup, index: int) -> None:
    """Checks a button of an exclusive group. Qt moves the stop only when a person does it."""
    chosen = group.button(index)
    chosen.setChecked(True)
    for button in group.buttons():
        is_stop = button is chosen
        policy = Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus
        if button.focusPolicy() != policy:
            button.setFocusPolicy(policy)
