"""The rows of who belongs to the team: members, then who was invited and has not come yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.services.team.belonging import Member, MemberDevice, Roster
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.settings.team.words import pools_words, role_word, until_words
from reviewer_app.ui.widgets.labels import plain_tip
from reviewer_app.ui.wording import Clock, figure, time_words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What stands beside what."""

    NAME = 0
    ROLE = 1
    POOLS = 2
    SEEN = 3


TITLES = {
    Column.NAME: mark("Name"),
    Column.ROLE: mark("Role"),
    Column.POOLS: mark("Pools"),
    Column.SEEN: mark("Machines, last seen"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A member, or somebody who was invited: then `invited_until` says how long that is good."""

    name: str
    role: str
    pools: tuple[str, ...]
    devices: tuple[MemberDevice, ...] = ()
    away_until: datetime | None = None
    revoked_at: datetime | None = None
    invited_until: datetime | None = None

    @property
    def can_change(self) -> bool:
        """Whether role and pools can be others."""
        return self.revoked_at is None and self.invited_until is None


def rows_of(roster: Roster) -> list[Row]:
    """Who is in the team, who was invited, who was in it."""
    present = [_row_of(one) for one in roster.members if one.revoked_at is None]
    invited = [
        Row(one.name, one.role, one.pools, invited_until=one.expires_at)
        for one in roster.invitations
    ]
    gone = [_row_of(one) for one in roster.members if one.revoked_at is not None]
    return [*present, *invited, *gone]


def _row_of(one: Member) -> Row:
    return Row(one.name, one.role, one.pools, one.devices, one.away_until, one.revoked_at)


class MembersModel(QAbstractTableModel):
    """What the table of members shows."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Lists these."""
        if list(rows) != self._rows:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def row(self, index: _Index) -> Row | None:
        """The row behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, name: str) -> int | None:
        """Where somebody of this name stands."""
        return next((n for n, row in enumerate(self._rows) if row.name == name), None)

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or section not in list(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return tr(TITLES[Column(section)]) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words; all of them as a tip, the whole row to a screen reader."""
        row = self.row(index)
        if row is None:
            return None
        words = self._words(row, Column(index.column()))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(words)
            case Qt.ItemDataRole.AccessibleTextRole:
                is_first = index.column() == Column.NAME
                return ", ".join(self._words(row, c) for c in Column) if is_first else words
            case _:
                return None

    def _words(self, row: Row, column: Column) -> str:
        match column:
            case Column.NAME:
                return revealed_line(row.name)
            case Column.ROLE:
                return role_word(row.role)
            case Column.POOLS:
                return pools_words(row.pools)
            case Column.SEEN:
                return self._seen_words(row)

    def _seen_words(self, row: Row) -> str:
        now = self._clock()
        if row.invited_until is not None:
            return tr("invited, good until {until}", until=until_words(row.invited_until, now))
        if row.revoked_at is not None:
            return tr("no longer of the team since {when}", when=time_words(row.revoked_at, now))
        parts = [_device_words(device, now) for device in row.devices]
        if row.away_until is not None and row.away_until > now:
            parts.insert(0, tr("away until {when}", when=until_words(row.away_until, now)))
        return "; ".join(parts)


def _device_words(device: MemberDevice, now: datetime) -> str:
    name = revealed_line(device.name)
    seen = time_words(device.seen_at, now) if device.seen_at else tr("not seen yet")
    if not device.unsent:
        return tr("{machine}, {when}", machine=name, when=seen)
    count = figure(device.unsent)
    return tr("{machine}, {when}, {count} not sent", machine=name, when=seen, count=count)
