"""The hash chain: whatever is done to an entry, the first that does not hold is named."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.chain import GENESIS, body_of, next_entry
from reviewer_app.domain.inspection import first_break
from reviewer_app.domain.vocabulary import Verdict
from tests.factory import DEVICE, decision

LENGTH = 6


def chained(length=LENGTH):
    entries = []
    for n in range(length):
        fact = decision(n, Verdict.APPROVE)
        entries.append(next_entry(fact, DEVICE, entries[-1] if entries else None))
    return entries


def test_a_chain_that_nobody_touched_holds():
    assert first_break(chained()) is None
    assert chained()[0].previous_hash == GENESIS


CHANGES = {
    "body": "{}",
    "body_hash": "0" * 64,
    "hash": "0" * 64,
    "previous_hash": "1" * 64,
    "kind": "decline",
    "device_id": UUID(int=4),
}


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("at", range(LENGTH))
def test_a_changed_entry_is_named(field, at):
    entries = chained()
    entries[at] = entries[at].model_copy(update={field: CHANGES[field]})
    assert first_break(entries).n == at + 1


@given(st.integers(0, LENGTH - 2))
def test_a_removed_entry_is_named_where_it_is_missing(at):
    entries = chained()
    del entries[at]
    assert first_break(entries).reason == f"entry {at + 1} is missing"


@given(st.integers(0, LENGTH - 2))
def test_swapped_entries_are_named_even_when_they_are_numbered_anew(at):
    entries = chained()
    first, second = entries[at], entries[at + 1]
    entries[at : at + 2] = [
        second.model_copy(update={"n": at + 1}),
        first.model_copy(update={"n": at + 2}),
    ]
    assert first_break(entries).n == at + 1


def test_a_body_rewritten_with_all_its_own_hashes_breaks_the_entry_after_it():
    entries = chained()
    forged = next_entry(decision(1, Verdict.REJECT), DEVICE, entries[0])
    assert first_break([entries[0], forged, *entries[2:]]).n == 3


def test_every_changed_character_of_a_body_is_found():
    entries = chained(2)
    body = entries[0].body
    for at in range(len(body)):
        changed = body[:at] + chr(ord(body[at]) ^ 1) + body[at + 1 :]
        first = entries[0].model_copy(update={"body": changed})
        assert first_break([first, entries[1]]) is not None


def test_a_body_is_canonical_and_holds_integers_that_a_double_cannot():
    body = body_of(decision(1, Verdict.APPROVE, rubric={"b": 2**63 + 1, "a": 0.10}))
    assert '"rubric":{"a":0.1,"b":"9223372036854775809"}' in body
