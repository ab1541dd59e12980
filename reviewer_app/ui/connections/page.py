"""The Connections page: the list beside what one of them does, or the form of one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.connections.configured import Connected, Connections
from reviewer_app.ui.actions import When, action
from reviewer_app.ui.connections.acts import Acts
from reviewer_app.ui.connections.details import Details
from reviewer_app.ui.connections.editing import Editing
from reviewer_app.ui.connections.errands import Errands
from reviewer_app.ui.connections.lists import Lists
from reviewer_app.ui.connections.rows import ConnectionList, ConnectionModel
from reviewer_app.ui.connections.standing import Standing
from reviewer_app.ui.connections.words import DOT, told_words, trouble_of
from reviewer_app.ui.jobs import Jobs
from reviewer_app.ui.language import tr
from reviewer_app.ui.widgets.blank import Blank
from reviewer_app.ui.widgets.button import Button
from reviewer_app.ui.widgets.labels import label
from reviewer_app.ui.wording import Clock

LIST_WIDE, BLANK_WIDE = 360, 560
LOOKS_AGAIN_MS = 20_000
"""How often what is shown is told anew: "4m ago" goes on without anything happening."""


class ConnectionsPage(QWidget):
    """`item_wanted` carries an item to be opened; `state_changed` follows when other keys work.

    `pulled` follows outputs that a person asked for.
    """

    item_wanted = Signal(object)
    state_changed = Signal()
    message = Signal(object)
    pulled = Signal()

    def __init__(
        self,
        connections: Connections,
        standing: Standing,
        errands: Errands,
        jobs: Jobs,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._standing = standing
        self.title, self.summary = label(tr("Connections"), "page"), label("", "muted")
        self.connect_button = Button(tr("Connect…"), "", "primary")
        self.offline = _strip(tr("Started with --offline: nothing is pulled or sent by itself."))
        self.offline.hide()
        self.model = ConnectionModel(standing, clock)
        self.list, self.details = ConnectionList(self.model), Details(clock)
        self.blank = Blank()
        self.blank.words.setMaximumWidth(BLANK_WIDE)
        self.lists = Lists(connections, jobs, self.details)
        self.acts = Acts(connections, errands, jobs, self.details)
        self.editing = Editing(connections, errands, jobs, standing)
        self.faces, self._overview = QStackedWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.refresh_keys()
        self._again = QTimer(self)
        self._again.setInterval(LOOKS_AGAIN_MS)
        self._again.timeout.connect(self.look_if_shown)
        self._show()

    def look(self) -> None:
        """Asks how the connections stand, and shows it."""
        self._again.start()
        self._standing.look()

    def look_if_shown(self) -> None:
        """Looks again where anybody sees it."""
        if self.isVisible():
            self.look()

    def begin(self) -> None:
        """Gives the keyboard to the list, to the form, or to the one button there is."""
        if self.faces.currentWidget() is self.editing:
            self.editing.begin()
        elif self.list.isVisible() and self._standing.rows:
            self.list.setFocus()
        else:
            self.blank.button.setFocus()

    def states(self) -> frozenset[When]:
        """What can be done here now."""
        if self.faces.currentWidget() is self.editing:
            return frozenset({When.CONNECTING}) if self.editing.form is not None else frozenset()
        found = {When.CONNECTIONS}
        if self.list.current() is not None:
            found.add(When.CONNECTION)
        return frozenset(found)

    def add(self) -> None:
        """Begins a connection, or goes on with the one that was begun."""
        self.editing.add()
        self._show_face(self.editing)

    def change(self) -> None:
        """Changes the chosen connection."""
        one = self.list.current()
        if one is not None:
            self.editing.change(one)
            self._show_face(self.editing)

    def back(self) -> bool:
        """Leaves what is open, then the form; whether there was anything."""
        if self.faces.currentWidget() is self.editing:
            if not self.editing.back():
                self.show_list()
            return True
        if not self.details.question.isHidden():
            self.details.question.take_back()
            return True
        focused = QApplication.focusWidget()
        if focused is not None and self.details.isAncestorOf(focused):
            self.list.setFocus()
            return True
        return False

    def show_list(self, name: str = "") -> None:
        """Shows the list, at a connection where one is named."""
        self._wanted = name
        self._show_face(self._overview)
        self.look()
        self.begin()

    def refresh(self) -> None:
        """Paints the same in the theme and size now in force."""
        self.list.fit()
        self.list.viewport().update()

    def refresh_keys(self) -> None:
        """Shows the keys now in force."""
        self.connect_button.show_keys(action("connections.add").keycap)
        self._say_blank()

    def close_down(self) -> None:
        """Nothing is asked any longer."""
        self._again.stop()

    def _show_face(self, face: QWidget) -> None:
        self.faces.setCurrentWidget(face)
        is_list = face is self._overview
        self.connect_button.setVisible(is_list and bool(self._standing.rows))
        self._say_head()
        self.state_changed.emit()

    def _show(self) -> None:
        """Shows how the connections stand."""
        rows, known = self._standing.rows, self._standing.is_known
        self.model.show_rows(rows)
        if self._wanted and self.model.place_of(self._wanted) is not None:
            self.list.choose(self._wanted)
            self._wanted = ""
        has_rows = bool(rows)
        is_list = self.faces.currentWidget() is self._overview
        self.connect_button.setVisible(is_list and has_rows)
        self._framed.setVisible(has_rows)
        self.details.setVisible(has_rows)
        self.blank.setVisible(known and not has_rows)
        self._say_blank()
        self._say_head()
        self.state_changed.emit()

    def _say_blank(self) -> None:
        if self._standing.trouble:
            self.blank.say(tr("The connections could not be read"), self._standing.trouble)
            return
        words = tr(
            "Connect a platform, a database, a file or an address. Its outputs then come in by "
            "themselves, and what people conclude goes back to where it came from."
        )
        keys = action("connections.add").keycap
        self.blank.say(tr("Nothing is connected yet"), words, tr("Connect…"), keys)

    def _say_head(self) -> None:
        if self.faces.currentWidget() is self.editing:
            self.title.setText(self.editing.title())
            self.summary.setText(tr("Esc goes back to the list; what you typed is kept."))
            return
        self.title.setText(tr("Connections"))
        told = _summary(self._standing.rows, len(self._standing.troubled()))
        self.summary.setText(told_words(self._standing.trouble) or told)

    def _show_one(self, one: Connected) -> None:
        trouble = trouble_of(one, self._standing.push_trouble(one.name))
        self.details.show_connected(one, self._standing.state(one), trouble)
        self.lists.look()
        self.state_changed.emit()

    def _note_done(self, name: str) -> None:
        """A connection was changed, removed or used."""
        del name
        self._standing.look()

    def _note_saved(self, name: str) -> None:
        self.show_list(name)

    def _connect(self) -> None:
        self._standing.changed.connect(self._show)
        self.list.chosen.connect(self._show_one)
        self.list.opened.connect(lambda _one: self.details.begin())
        self.connect_button.clicked.connect(self.add)
        self.blank.pressed.connect(self.add)
        self.details.done.connect(self._do)
        self.details.labels.state_chosen.connect(self.lists.choose_state)
        self.details.labels.item_wanted.connect(self._want_item)
        self.acts.done.connect(self._note_done)
        self.acts.pulled.connect(self.pulled)
        self.acts.message.connect(self.message)
        self.editing.message.connect(self.message)
        self.editing.state_changed.connect(self._note_form)
        self.editing.saved.connect(self._note_saved)
        self.editing.left.connect(self.show_list)

    def _do(self, name: str) -> None:
        if name == "change":
            self.change()
        else:
            getattr(self.acts, name)()

    def _note_form(self) -> None:
        self._say_head()
        self.state_changed.emit()

    def _want_item(self, item: UUID) -> None:
        self.item_wanted.emit(item)

    def _lay_out(self) -> None:
        self._wanted = ""
        self._framed = QFrame()
        self._framed.setProperty("role", "card")
        self._framed.setFixedWidth(LIST_WIDE)
        inner = QVBoxLayout(self._framed)
        inner.setContentsMargins(1, 6, 1, 6)
        inner.addWidget(self.list)
        sides = QHBoxLayout(self._overview)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(12)
        sides.addWidget(self._framed)
        sides.addWidget(self.details, 1)
        sides.addWidget(self.blank, 1)
        for face in (self._overview, self.editing):
            self.faces.addWidget(face)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.offline)
        column.addWidget(self.faces, 1)

    def _head(self) -> QHBoxLayout:
        """Title and figures, with what adds a connection at the right."""
        words, head = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.summary)
        head.addLayout(words, 1)
        head.addWidget(self.connect_button, 0, Qt.AlignmentFlag.AlignTop)
        policy = self.connect_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # else the title moves as it goes
        self.connect_button.setSizePolicy(policy)
        self.connect_button.describe(tr(action("connections.add").says))
        return head


def _strip(words: str) -> QLabel:
    made = label(words, "warn")
    made.setAccessibleName(words)
    return made


def _summary(rows: Sequence[Connected], troubled: int) -> str:
    if not rows:
        return tr("Where outputs come from and labels go")
    parts = [tr("%Ln connection(s)", "", len(rows))]
    if troubled:
        parts.append(tr("%Ln to look at", "connections", troubled))
    return DOT.join(parts)
