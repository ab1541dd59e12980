"""The fields of a connection's form, made from what its kind can be told, and what they say."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.connections.configured import Connected, Wanted
from reviewer_app.connections.kinds import Kind
from reviewer_app.settings import SinkSettings, SourceSettings
from reviewer_app.ui.connections.mapping import is_by_path
from reviewer_app.ui.connections.mapping_card import MappingCard
from reviewer_app.ui.connections.option_field import Asked, OptionField
from reviewer_app.ui.connections.several import Several
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.wording import figure

MAP, USER = "map", "user"
YES, NO = "yes", "no"
_ON_OFF = {YES: mark("On"), NO: mark("Off")}
LONGEST_PAUSE, LONGEST_NAME = 43_200.0, 80
"""The most minutes between two pulls, and the most characters of a name."""

_NAME = Asked(mark("your word for it; items and labels are listed under it"), is_required=True)
_EVERY = Asked(mark("in minutes; 0 pulls only when asked"), example="5")
_MOST = Asked(
    mark(
        "records at most that one pull takes in; the next goes on from there; no limit "
        "where it is empty"
    ),
    example="1000",
)
_LABELS = Asked(
    mark("what people conclude goes back to where the output came from"),
    is_required=True,
    choices=(NO, YES),
    words=_ON_OFF,
)
_EARLIER = Asked(
    mark("also the labels of decisions that were made before it was connected"),
    is_required=True,
    choices=(NO, YES),
    words=_ON_OFF,
)


class FieldSet(QWidget):
    """`changed` follows every change of what is typed or chosen."""

    changed = Signal()

    def __init__(self, kind: Kind, name: str, existing: Connected | None) -> None:
        super().__init__()
        self.kind, self.existing = kind, existing
        self.name = OptionField("name", _NAME, title=tr("Name"))
        self.name.setVisible(existing is None)
        self.options = self._made_options()
        self.mapping: MappingCard | None = None
        if MAP in kind.options:
            self.mapping = MappingCard(by_path=is_by_path(kind.options[MAP].about))
        self.every = OptionField("every", _EVERY, title=tr("Pull every"))
        self.most = OptionField("most", _MOST, title=tr("At most"))
        self.labels = OptionField("labels", _LABELS, title=tr("Labels go back"))
        self.earlier = OptionField("earlier", _EARLIER, title=tr("Earlier decisions too"))
        self.takes = Several(
            tr("Labels of"), tr("The sources whose labels go there; all where none is chosen.")
        )
        self.more = Link("")
        self._rest = QWidget()
        self._lay_out()
        self._show(name, existing)
        self._connect()

    def offer_sources(self, names: Sequence[str]) -> None:
        """Offers the sources whose labels may go to a sink."""
        self.takes.offer(names, self.takes.chosen() or self._taken())
        self.takes.setVisible(bool(self.takes.chips) and not self.kind.gives_outputs)

    def wanted(self) -> Wanted:
        """The connection as it is typed and chosen."""
        options = {n: f.text() for n, f in self.options.items() if not f.meaning.is_secret}
        if self.mapping is not None:
            options[MAP] = self.mapping.text()
        told = {name: text for name, text in options.items() if text}
        secrets = {n: f.text() for n, f in self.options.items() if f.meaning.is_secret}
        is_paused = self.existing is not None and self.existing.settings.is_paused
        settings: SourceSettings | SinkSettings
        if self.kind.gives_outputs:
            settings = SourceSettings(
                kind=self.kind.name,
                options=told,
                every_minutes=_number(self.every.text()) or 0.0,
                is_paused=is_paused,
                sends_labels=self.sends_labels,
                most=int(_number(self.most.text()) or 0) or None,
            )
        else:
            takes = self.takes.chosen()
            settings = SinkSettings(
                kind=self.kind.name, options=told, is_paused=is_paused, takes=takes
            )
        name = self.name.text() if self.existing is None else self.existing.name
        return Wanted(name, settings, {n: text for n, text in secrets.items() if text})

    @property
    def sends_labels(self) -> bool:
        """Whether labels go back."""
        return self.kind.takes_labels and self.labels.text() == YES

    @property
    def with_earlier(self) -> bool:
        """Whether the labels of earlier decisions go there too."""
        return not self.earlier.isHidden() and self.earlier.text() == YES

    def faulty(self, taken: Sequence[str]) -> OptionField | None:
        """The first field whose value cannot be, which says why; None where all can."""
        faults = {name: f for name, f in self.options.items() if f.needs() and not self._kept(f)}
        for needed in faults.values():
            needed.say_fault(tr("This is needed."))
        found = [self._faulty_name(taken), *faults.values(), *self._faulty_numbers()]
        first = next((one for one in found if one is not None), None)
        if first is not None and first.isHidden():
            self._open_rest()
        return first

    def _faulty_name(self, taken: Sequence[str]) -> OptionField | None:
        name, words = self.name.text(), ""
        if self.existing is not None:
            return None
        if name in taken:
            words = tr("There is a connection of this name already.")
        elif not name or len(name) > LONGEST_NAME or "/" in name or name != " ".join(name.split()):
            words = tr("A name has 1 to 80 characters and no “/”.")
        self.name.say_fault(words)
        return self.name if words else None

    def _faulty_numbers(self) -> list[OptionField]:
        if not self.kind.gives_outputs:
            return []
        found, every, most = [], _number(self.every.text()), _number(self.most.text())
        if every is None or not 0 <= every <= LONGEST_PAUSE:
            self.every.say_fault(tr("A number of minutes, up to a month."))
            found.append(self.every)
        if self.most.text() and (most is None or most < 1 or most % 1):
            self.most.say_fault(tr("A whole number, or nothing."))
            found.append(self.most)
        return found

    def _kept(self, field: OptionField) -> bool:
        """Whether the keyring has the secret, so that it need not be typed."""
        is_known = self.existing is not None and field.name not in self.existing.missing
        return field.meaning.is_secret and is_known

    def _made_options(self) -> dict[str, OptionField]:
        is_kept = self.existing is not None
        missing = self.existing.missing if self.existing is not None else ()
        return {
            name: OptionField(
                name, meaning, is_kept=is_kept and meaning.is_secret and name not in missing
            )
            for name, meaning in self.kind.options.items()
            if name != MAP
        }

    def _show(self, name: str, existing: Connected | None) -> None:
        self.name.show_text(name)
        settings = existing.settings if existing is not None else SourceSettings(kind="")
        for option, field in self.options.items():
            field.show_text(settings.options.get(option, ""))
        if self.mapping is not None:
            self.mapping.show_text(settings.options.get(MAP, ""))
        self.every.show_text(_typed(settings.every_minutes))
        if isinstance(settings, SourceSettings):
            self.most.show_text(str(settings.most or ""))
            goes_back = settings.sends_labels if existing is not None else self.kind.takes_labels
            self.labels.show_text(YES if goes_back else NO)
        else:
            self.takes.offer((), settings.takes)
        self._follow()

    def _follow(self) -> None:
        """What is asked follows from what was chosen."""
        is_source, takes = self.kind.gives_outputs, self.kind.takes_labels
        for part in (self.every, self.most):
            part.setVisible(is_source)
        self.labels.setVisible(is_source and takes)
        goes = self.sends_labels or not is_source
        self.earlier.setVisible(goes and self.existing is None)
        self.takes.setVisible(bool(self.takes.chips) and not is_source)

    def _taken(self) -> tuple[str, ...]:
        settings = self.existing.settings if self.existing is not None else None
        return settings.takes if isinstance(settings, SinkSettings) else ()

    def _connect(self) -> None:
        own = (self.name, self.every, self.most, self.labels, self.earlier)
        for part in (*self.options.values(), *own):
            part.changed.connect(self.changed)
        self.takes.changed.connect(self.changed)
        if self.mapping is not None:
            self.mapping.changed.connect(self.changed)
        self.labels.changed.connect(self._follow)
        self.more.clicked.connect(self._turn_rest)

    def _turn_rest(self) -> None:
        self._rest.setVisible(self._rest.isHidden())
        self._say_more()

    def _open_rest(self) -> None:
        self._rest.show()
        self._say_more()

    def _say_more(self) -> None:
        hidden = len(self._rest.findChildren(OptionField))
        closed = tr("%Ln more option(s)", "", hidden)
        self.more.say(closed if self._rest.isHidden() else tr("Fewer options"))

    def _lay_out(self) -> None:
        where, how = Card(tr("Where it is")), Card(tr("How it works"))
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        where.body.addWidget(self.name)
        for field in sorted(self.options.values(), key=lambda one: not one.meaning.is_required):
            (where.body if self._is_first(field) else rest).addWidget(field)
        where.body.addWidget(self.more)
        where.body.addWidget(self._rest)
        self._rest.hide()
        self.more.setVisible(rest.count() > 0)
        self._say_more()
        for part in (self.every, self.most, self.labels, self.earlier, self.takes):
            how.body.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 12, 8)
        column.setSpacing(12)
        for card in (where, how, self.mapping):
            if card is not None:
                column.addWidget(card)
        column.addStretch(1)

    def _is_first(self, field: OptionField) -> bool:
        """Whether a field is seen at once: needed, what lets one in, or set before."""
        is_told = self.existing is not None and field.name in self.existing.settings.options
        meaning = field.meaning
        return meaning.is_required or meaning.is_secret or field.name == USER or is_told


def _number(text: str) -> float | None:
    """A number as the reader's language writes it, or as programs do; None where it is none."""
    value, is_one = QLocale().toDouble(text)
    if not is_one:
        value, is_one = QLocale.c().toDouble(text)
    return value if is_one else None


def _typed(minutes: float) -> str:
    return figure(minutes, 2) if minutes % 1 else str(int(minutes))
