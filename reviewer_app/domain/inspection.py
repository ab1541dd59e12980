"""Looking a device's chain over, entry by entry: its links, its bodies and its signatures."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from reviewer_app.domain.chain import GENESIS, link_of
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.records import JournalEntry
from reviewer_app.domain.sentences import Sentence, sentence
from reviewer_app.domain.signing import Ring, verify


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold, and what is wrong there."""

    device_id: UUID
    n: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Terms:
    """What is demanded of a device's entries here.

    Attributes:
        is_whole: whether every entry must be here; of a colleague's device only those are that
            this person may see.
        ring: the device's public keys, the newest first; without any, signatures of a chain that
            is not whole are not looked at.
    """

    is_whole: bool = True
    ring: Ring = field(default_factory=dict)


class Inspection:
    """Looks at the entries of one device in the order of their numbers, holding one at a time."""

    def __init__(self, terms: Terms, after: JournalEntry | None = None) -> None:
        """Takes what is demanded, and the entry from which on to look; None for the start."""
        self.signed = 0
        self._terms = terms
        self._keys = list(terms.ring)
        self._oldest = len(self._keys)
        self._before = after
        self._unsigned: JournalEntry | None = None

    def look(self, entry: JournalEntry) -> Break | None:
        """What is wrong with this entry, if anything is.

        An entry that was left unsigned is told of at the first signed one behind it.
        """
        for reason in (*self._place(entry), *faults_within(entry), *self._signature(entry)):
            return Break(entry.device_id, entry.n, reason)
        if entry.signature and self._unsigned is not None:
            missing = self._unsigned
            reason = sentence("it has no signature, and entries after it have one")
            return Break(missing.device_id, missing.n, reason)
        self._before = entry
        return None

    def _place(self, entry: JournalEntry) -> Iterator[Sentence]:
        """Whether it follows what was before it, where that is here."""
        last = self._before.n if self._before else 0
        if self._terms.is_whole and entry.n != last + 1:
            yield sentence("entry {n} is missing", n=last + 1)
        if entry.n <= last:
            yield sentence("its number is none")
        previous = self._before.hash if self._before else GENESIS
        if entry.n == last + 1 and entry.previous_hash != previous:
            yield sentence("it does not follow the entry before it")

    def _signature(self, entry: JournalEntry) -> Iterator[Sentence]:
        if not entry.signature and not entry.key_id:
            self._unsigned = self._unsigned or entry
            return
        if not self._keys:
            if self._terms.is_whole:
                yield sentence("it is signed, and the device's key is gone")
            return
        public = self._terms.ring.get(entry.key_id)
        if public is None:
            yield sentence("it is signed with a key that the device never had")
        elif not verify(public, entry.hash, entry.signature):
            yield sentence("its signature is not the device's")
        else:
            yield from self._age(entry)
            self.signed += 1

    def _age(self, entry: JournalEntry) -> Iterator[Sentence]:
        """A key that was replaced signs nothing any more, whoever has it."""
        age = self._keys.index(entry.key_id)
        if age > self._oldest:
            yield sentence("it is signed with a key that was replaced before")
        self._oldest = age


def faults_within(entry: JournalEntry) -> Iterator[Sentence]:
    """What contradicts itself within an entry, whatever is around it."""
    if digest_of(entry.body) != entry.body_hash:
        yield sentence("the body was changed")
    elif link_of(entry) != entry.hash:
        yield sentence("the entry was changed")
    elif not _names_fact(entry):
        yield sentence("its body is about another fact")


def first_break(entries: Iterable[JournalEntry], terms: Terms | None = None) -> Break | None:
    """Where a device's chain, in order, first fails; None when it holds."""
    inspection = Inspection(terms or Terms())
    return next(filter(None, map(inspection.look, entries)), None)


def _names_fact(entry: JournalEntry) -> bool:
    try:
        body = json.loads(entry.body)
    except (ValueError, RecursionError):
        return False
    return (
        isinstance(body, dict)
        and body.get("id") == str(entry.fact_id)
        and body.get("kind") == entry.kind
    )
