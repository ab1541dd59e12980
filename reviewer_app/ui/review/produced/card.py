"""What the agent produced, to read or to put right: the largest thing on the desk."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QButtonGroup,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.services.desk import Desk
from reviewer_app.ui.language import tr
from reviewer_app.ui.review.form.json_form import JsonForm
from reviewer_app.ui.review.outputs.output_view import OutputView
from reviewer_app.ui.review.outputs.views import View, views_on
from reviewer_app.ui.review.produced.correcting import Correcting, Way
from reviewer_app.ui.review.produced.foot import Foot
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.chip import Tab
from reviewer_app.ui.widgets.correction import CorrectionEditor
from reviewer_app.ui.widgets.reader import EDGE
from reviewer_app.ui.widgets.safe_text import SafeText
from reviewer_app.ui.withheld_words import in_its_place

WHOLE_TITLE_FROM = 560
"""Width from which the title is written out beside the tabs."""


class Produced(Card):
    """The card with the output; while correcting, the editor and the difference."""

    edited = Signal()
    mode_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the agent produced"), parent, outdent=EDGE)
        self.title.show_whole_only()
        self.is_correcting = False
        self.reading, self.form = OutputView(tr("What the agent produced")), JsonForm()
        self.correcting = Correcting()
        self.stack = QStackedWidget()
        self.form.setContentsMargins(EDGE, 0, EDGE, 0)
        for widget in (self.reading, self.form, self.correcting):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self.foot = Foot()
        self.foot.setContentsMargins(EDGE, 0, EDGE, 0)
        self.body.addWidget(self.foot)
        self._tabs = QButtonGroup(self)
        self._views: tuple[View, ...] = ()
        self._output, self._kind = "", OutputType.TEXT
        self._left: str | None = None
        self._schema: str | None = None
        self.correcting.compared.connect(self.foot.count)
        self.correcting.edited.connect(self._edited)

    @property
    def editor(self) -> CorrectionEditor:
        """Where the output is corrected as text."""
        return self.correcting.editor

    @property
    def text(self) -> SafeText:
        """Where the output is read as text."""
        return self.reading.text

    def show_desk(self, desk: Desk) -> None:
        """Shows an output to read."""
        self.reading.text.reader.setPlaceholderText(in_its_place(desk.held))
        self._output, self._kind = desk.content.output, desk.item.output_type
        self._schema = desk.form.output_schema
        self._views = views_on(desk)
        self._left = None
        self.end_correction()

    def begin_correction(self, text: str | None = None) -> None:
        """Turns to correcting, from the output, from what was left, or from a draft of it."""
        self.is_correcting = True
        self._entitle()
        start = next(one for one in (text, self._left, self._output) if one is not None)
        self.correcting.begin(self._output, start, self._kind, self._schema)
        ways = self.correcting.ways
        shows: list[Callable[[], None]] = [self._way(way) for way in ways]
        self._offer([tr(way) for way in ways] + [tr("Original")], [*shows, self._show_original])
        self.foot.setVisible(True)
        self._press_tab(0)
        self.mode_changed.emit()

    def go_on(self) -> None:
        """Gives the keyboard back to a correction under way, such as one kept as a draft."""
        self._press_tab(0)

    @property
    def correction(self) -> str | None:
        """The output as it was put right up to now, also where that was left; None as it came."""
        if not self.is_correcting:
            return self._left
        return self.correcting.corrected() if self.correcting.is_changed else None

    def leave_correction(self) -> None:
        """Turns back to reading; what was changed is there when correcting goes on."""
        self._left = self.correction
        self.end_correction()

    def end_correction(self) -> None:
        """Turns back to reading."""
        self.is_correcting = False
        self._entitle()
        self.foot.setVisible(False)
        names = [tr(view.name) for view in self._views]
        shows = [self._view(view) for view in self._views]
        if self._kind is OutputType.JSON and self._fill_form():
            names, shows = [tr(Way.FORM), *names], [self._show_form, *shows]
        self._offer(*((names, shows) if len(names) > 1 else ((), ())))
        if shows:
            self._press_tab(0) if len(names) > 1 else shows[0]()
        self.mode_changed.emit()

    def go_to_mark(self, step: int) -> None:
        """Goes to the next change of the correction (`step` 1), or to the one before (-1)."""
        if self.is_correcting:
            self.correcting.go_to_change(step)

    def turn_changes(self) -> None:
        """Shows the changes side by side, or in one text."""
        self.correcting.turn_changes()
        self._press_tab(self.correcting.ways.index(Way.CHANGES))

    def wanted_height(self) -> int | None:
        """The height at which all of a plain output is seen; None where it takes all there is."""
        is_read = self.stack.currentWidget() is self.reading
        wanted = self.reading.wanted_height() if is_read else None
        return None if wanted is None else self.chrome() + wanted

    def scroll_area(self) -> QAbstractScrollArea:
        """What pages when the output is paged."""
        shown = self.stack.currentWidget()
        if shown is self.form:
            return self.form.area
        return (self.reading if shown is self.reading else self.correcting).scroll_area()

    def refresh(self) -> None:
        """Shows the same in the size and colours now in force."""
        self.reading.set_again()
        self.form.refresh()
        if self.is_correcting:
            self.correcting.set_again()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes a shorter title where there is little room beside the tabs."""
        super().resizeEvent(event)
        self._entitle()

    def _entitle(self) -> None:
        is_wide = self.width() >= WHOLE_TITLE_FROM
        if self.is_correcting:
            whole = tr("What the agent produced, as you correct it")
            self.rename(whole if is_wide else tr("Your correction"))
        else:
            self.rename(tr("What the agent produced") if is_wide else tr("Produced"))

    def _way(self, way: Way) -> Callable[[], None]:
        def show() -> None:
            self.stack.setCurrentWidget(self.correcting)
            if not self.correcting.show_way(way):
                self._press_tab(self.correcting.ways.index(Way.TEXT))
                self.foot.say_unfit()
            elif way is not Way.CHANGES:
                self.correcting.take_keyboard()

        return show

    def _view(self, view: View) -> Callable[[], None]:
        def show() -> None:
            self.stack.setCurrentWidget(self.reading)
            self.reading.show_view(view)

        return show

    def _fill_form(self) -> bool:
        return self.form.show_json(self._output, self._output, self._schema, editable=False)

    def _show_form(self) -> None:
        self.stack.setCurrentWidget(self.form)

    def _show_original(self) -> None:
        self._view(self._views[-1])()

    def _offer(self, names: Sequence[str], shows: Sequence[Callable[[], None]]) -> None:
        """Puts tabs of these names at the right of the title."""
        for tab in self._tabs.buttons():
            self._tabs.removeButton(tab)
            self.head.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        for index, (name, show) in enumerate(zip(names, shows, strict=True)):
            tab = Tab(name)
            self._tabs.addButton(tab, index)
            self.head.addWidget(tab)
            tab.clicked.connect(show)

    def _press_tab(self, index: int) -> None:
        self._tabs.button(index).click()

    def _edited(self) -> None:
        if self.is_correcting:
            self.edited.emit()
