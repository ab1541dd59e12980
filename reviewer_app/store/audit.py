"""Checking the journal: each chain against itself and its witnesses, and the facts against it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, LargeBinary, cast, func, select

from reviewer_app.domain.inspection import Inspection, Terms
from reviewer_app.domain.records import JournalEntry
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.store import chained, witnesses
from reviewer_app.store.journal import JOURNAL
from reviewer_app.store.signatures import Signatory, signatories

OF_A_FOREIGNER = Terms(is_whole=False)
TOLD_EVERY = 1_000
"""Entries between two looks at whether the check shall stop."""

_TEXTS = [name for name in JournalEntry.model_fields if name != "n"]
_RAW = select(
    JOURNAL.c.n, *(cast(JOURNAL.c[name], LargeBinary).label(name) for name in _TEXTS)
).order_by(JOURNAL.c.device_id, JOURNAL.c.n)
"""Every entry as bytes: what somebody has damaged is read all the same, and told of."""

Told = Callable[[int, int], None]
"""Told how much of how much was looked at."""


@dataclass(frozen=True, slots=True)
class Audit:
    """The outcome of a check: how many entries there are, and the first that does not hold.

    Attributes:
        entries: how many there are.
        first_bad: what is wrong with the first that does not hold; None where all do.
        devices: how many devices chained them.
        signed: how many signatures were verified.
        is_complete: false where the check was stopped before its end.
    """

    entries: int
    first_bad: Sentence | None = None
    devices: int = 0
    signed: int = 0
    is_complete: bool = True

    @property
    def ok(self) -> bool:
        """Whether everything was looked at and holds."""
        return self.first_bad is None and self.is_complete


class _Stopped(Exception):
    """Whoever asked for the check wants it no more."""


@dataclass
class _Course:
    """How far a check has come, and who is told of it."""

    total: int
    told: Told
    is_cancelled: Callable[[], bool]
    done: int = 0
    devices: int = 0
    signed: int = 0

    def step(self) -> None:
        """One more entry was looked at."""
        self.done += 1
        if self.done % TOLD_EVERY == 0:
            self.told(self.done, self.total)
            if self.is_cancelled():
                raise _Stopped


def audit(
    connection: Connection,
    told: Told = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Audit:
    """Checks every chain, its witnesses, and that the facts are the ones that were chained."""
    count = connection.execute(select(func.count()).select_from(JOURNAL)).scalar_one()
    course = _Course(2 * count, told, is_cancelled)
    made = Audit(count)
    known = signatories(connection)
    called = partial(witnesses.called, known)
    try:
        wrong = (
            _broken_chain(connection, known, course)
            or next(iter(witnesses.check(connection)), None)
            or chained.first_wrong(connection, called, course.step)
        )
        made = replace(made, first_bad=wrong)
    except _Stopped:
        made = replace(made, is_complete=False)
    told(course.done, course.total)
    return replace(made, devices=course.devices, signed=course.signed)


def _broken_chain(
    connection: Connection, known: dict[UUID, Signatory], course: _Course
) -> Sentence | None:
    """The first entry of any chain that does not hold."""
    rows = connection.execute(_RAW.execution_options(yield_per=TOLD_EVERY)).mappings()
    for device, chain in groupby(rows, key=itemgetter("device_id")):
        course.devices += 1
        wrong = _first_wrong(device, chain, known, course)
        if wrong is not None:
            return wrong
    return None


def _first_wrong(
    device: bytes, chain: Iterator[Any], known: dict[UUID, Signatory], course: _Course
) -> Sentence | None:
    signatory = known.get(_id_of(device) or UUID(int=0))
    inspection = Inspection(signatory.terms if signatory else OF_A_FOREIGNER)
    for row in chain:
        course.step()
        entry = _entry(row)
        if entry is None:
            whose = signatory.called if signatory else sentence("a device whose id is damaged")
            return _told(row["n"], whose, sentence("it cannot be read"))
        broken = inspection.look(entry)
        if broken is not None:
            return _told(broken.n, witnesses.called(known, broken.device_id), broken.reason)
    course.signed += inspection.signed
    return None


def _told(n: int, device: Sentence, reason: Sentence) -> Sentence:
    return sentence("journal entry {n} of {device}: {reason}", n=n, device=device, reason=reason)


def _entry(row: Any) -> JournalEntry | None:  # noqa: ANN401 - a mapping by column
    """The entry in a row; None where its columns hold what no entry does."""
    if not isinstance(row["n"], int) or any(row[name] is None for name in _TEXTS):
        return None
    device, fact = _id_of(row["device_id"]), _id_of(row["fact_id"])
    if device is None or fact is None:
        return None
    values = {name: row[name].decode(errors="replace") for name in _TEXTS}
    return JournalEntry.model_construct(
        **values | {"n": row["n"], "device_id": device, "fact_id": fact}
    )


def _id_of(text: bytes) -> UUID | None:
    """The id that a column holds, written as the program writes it and in no other way."""
    try:
        found = UUID(hex=text.decode("ascii"))
    except ValueError:
        return None
    return found if found.hex.encode() == text else None
