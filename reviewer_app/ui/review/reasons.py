"""Why the person sees this item: the rules that fired, the draw, and the record so far."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.records import Flag, Selection
from reviewer_app.domain.vocabulary import Disposition
from reviewer_app.services.desk import Desk, TrackRecord
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.theme.fonts import fixed
from reviewer_app.ui.widgets.button import Link
from reviewer_app.ui.widgets.card import Card
from reviewer_app.ui.widgets.dot import Dot
from reviewer_app.ui.widgets.labels import ElidedLabel, label
from reviewer_app.ui.wording import (
    MEANING_OF_RISK,
    TO,
    one_in,
    share_words,
    time_words,
)

ROWS_AT_FIRST = 3
"""Reasons shown before the rest is asked for."""

GAP = 12
"""Pixels between the title and what stands beside it."""

TOO_FEW = 5
"""Reviews below which no rate is told."""

_DRAWN = mark("Drawn at random, {odds}, to measure what the rules miss")

_WHY = {
    "all": mark("Every output of this step is decided by a person"),
    "import": mark("Came with a judgement that was made elsewhere"),
    "none": mark("Released without review"),
}


class _Told(NamedTuple):
    """What one row tells: the risk as a meaning, the reason, the values, the rule's name."""

    meaning: str
    reason: str
    values: str
    rule: str


class Reasons(Card):
    """The card "Why you see this"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Why you see this"), parent)
        self.more = Link("")
        self.more.clicked.connect(self._show_all)
        self.brief = ElidedLabel("caption")
        self.head.insertWidget(1, self.brief)
        self.head.insertSpacing(1, GAP)
        self.head.addWidget(self.more)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(3)
        self.body.addLayout(self._rows)
        self.record = label("", "caption")
        self.record.setWordWrap(True)
        self.body.addWidget(self.record)
        self._told: list[_Told] = []
        self._shown: list[QWidget] = []

    def show_desk(self, desk: Desk, now: datetime) -> None:
        """Shows the reasons; under blind review only that they are covered."""
        is_covered = desk.is_covered
        self._tell([_covered()] if is_covered else _reasons(desk.selection))
        for index, row in enumerate(self._shown):
            row.setVisible(index < ROWS_AT_FIRST)
        rest = len(self._shown) - ROWS_AT_FIRST
        self.more.say(tr("%Ln more", "reasons", rest))
        self.more.setVisible(rest > 0)
        record = "" if is_covered else record_sentence(desk.record)
        release = release_sentence(desk.selection, now)
        told = "  ".join(words for words in (release, record) if words)
        self.record.setText(told)
        self.brief.show_line(told)
        self._place_record()

    def _tell(self, reasons: list[_Told]) -> None:
        """Builds a row for each, unless they are those of the item before: most often they are."""
        if reasons == self._told:
            return
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._told, self._shown = reasons, [_Reason(one) for one in reasons]
        for row in self._shown:
            self._rows.addWidget(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the place of the record anew."""
        super().resizeEvent(event)
        self._place_record()

    def _place_record(self) -> None:
        """Beside the title where all of it fits, else below the reasons."""
        parts = [self.title, self.brief, *([] if self.more.isHidden() else [self.more])]
        wanted = sum(part.sizeHint().width() + GAP for part in parts)
        fits = wanted <= self.contentsRect().width() - 2 * self.body.contentsMargins().left()
        has_words = bool(self.record.text())
        self.brief.setVisible(has_words and fits)
        self.record.setVisible(has_words and not fits)

    def _show_all(self) -> None:
        for row in self._shown:
            row.show()
        self.more.hide()


def release_sentence(selection: Selection, now: datetime) -> str:
    """What becomes of the output without this person; nothing where it waits for them."""
    match selection.disposition:
        case Disposition.HOLD:
            return ""
        case Disposition.VETO if selection.release_at and selection.release_at > now:
            time = time_words(selection.release_at, now)
            return tr("Goes out unless you stop it by {time}.", time=time)
        case _:
            return tr("Released already: your verdict measures, and stops nothing.")


def record_sentence(record: TrackRecord | None) -> str:
    """How similar outputs were judged before, with the interval."""
    if record is None or record.reviewed == 0:
        return tr("No similar output was reviewed before.")
    similar = tr("Of %Ln similar output(s) reviewed before", "", record.reviewed)
    wrong = tr("%Ln were wrong", "of the similar outputs", record.wrong)
    if record.wrong == 1:
        wrong = tr("1 was wrong")
    if record.reviewed < TOO_FEW:
        return tr("{similar}, {wrong}: too few for a rate.", similar=similar, wrong=wrong)
    share = share_words(record.wrong / record.reviewed)
    low, high = share_words(record.low), share_words(record.high)
    interval = f"{low.removesuffix(' %')}{TO}{high}"
    return f"{similar}, {wrong}: {share} ({interval})."


def values_words(values: Mapping[str, Any]) -> str:
    """What a rule saw: "meta.amount = 640.0, confidence = none"."""
    none = tr("none")
    parts = (f"{name} = {none if v is None else v}" for name, v in values.items())
    return revealed_line(", ".join(parts)) if values else ""


def _reasons(selection: Selection) -> list[_Told]:
    rows = [_flag_row(flag) for flag in selection.flags]
    if selection.sampled:
        odds = one_in(selection.propensity) if selection.propensity else tr("at a known rate")
        rows.append(_Told("info", tr(_DRAWN, odds=odds), "", tr("audit")))
    if not rows:
        rows.append(_Told("plain", tr(_WHY.get(selection.selected_by, "")), "", ""))
    return rows


def _flag_row(flag: Flag) -> _Told:
    return _Told(MEANING_OF_RISK[flag.risk], flag.reason, values_words(flag.values), flag.rule)


def _covered() -> _Told:
    return _Told("plain", tr("Covered until you decide: this step is judged blind"), "", "")


class _Reason(QWidget):
    """One reason: a dot by risk, the reason in words, the values, the rule's name."""

    def __init__(self, told: _Told) -> None:
        super().__init__()
        words = ElidedLabel("strong")
        words.show_text(told.reason)
        seen = ElidedLabel("caption")
        seen.setStyleSheet(f"font-family: '{fixed().family()}';")
        seen.show_text(told.values)
        name = ElidedLabel("caption")
        name.show_text(told.rule)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Dot(told.meaning))
        row.addWidget(words)
        row.addWidget(seen, 1)
        row.addStretch(0)
        row.addWidget(name)
