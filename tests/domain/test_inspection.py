"""Looking a chain over: signatures, and chains of which only some entries are here."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain import signing
from reviewer_app.domain.chain import link_of, next_entry
from reviewer_app.domain.identity import digest_of
from reviewer_app.domain.inspection import Inspection, Terms, first_break
from reviewer_app.domain.vocabulary import Verdict
from tests.factory import DEVICE, decision

LENGTH = 6
OLD, NEW, STRANGER = signing.new_pair(), signing.new_pair(), signing.new_pair()
KEYS = signing.ring(signing.with_key(signing.with_key("", OLD.public), NEW.public))
WHOLE, PARTIAL = Terms(ring=KEYS), Terms(is_whole=False, ring=KEYS)


def signed(entry, pair):
    update = {
        "signature": signing.sign(pair.private, entry.hash),
        "key_id": signing.key_id(pair.public),
    }
    return entry.model_copy(update=update)


def unsigned(entry):
    return entry.model_copy(update={"signature": "", "key_id": ""})


def chain(pairs):
    entries = []
    for n, pair in enumerate(pairs):
        made = next_entry(decision(n, Verdict.APPROVE), DEVICE, entries[-1] if entries else None)
        entries.append(signed(made, pair) if pair else made)
    return entries


SIGNED = chain([OLD] * 3 + [NEW] * 3)


@pytest.mark.parametrize("terms", [WHOLE, PARTIAL])
def test_a_chain_holds_over_a_change_of_keys(terms):
    inspection = Inspection(terms)
    assert [inspection.look(entry) for entry in SIGNED] == [None] * LENGTH
    assert inspection.signed == LENGTH


@given(st.sets(st.integers(0, LENGTH - 1)))
def test_whatever_a_person_may_see_of_a_colleagues_chain_holds(seen):
    assert first_break([SIGNED[at] for at in sorted(seen)], PARTIAL) is None


def test_a_whole_chain_lacks_what_a_partial_one_may():
    for left_out in range(LENGTH - 1):
        here = [e for at, e in enumerate(SIGNED) if at != left_out]
        assert first_break(here, WHOLE).reason == f"entry {left_out + 1} is missing"
        assert first_break(here, PARTIAL) is None


FIELDS = {
    "body": "{}",
    "body_hash": "0" * 64,
    "hash": "0" * 64,
    "previous_hash": "1" * 64,
    "kind": "decline",
    "signature": signing.sign(STRANGER.private, SIGNED[0].hash),
    "key_id": signing.key_id(STRANGER.public),
}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("seen", list(combinations(range(LENGTH), 2)))
def test_a_changed_entry_of_a_colleague_is_named(field, seen):
    here = [SIGNED[at] for at in seen]
    for at, entry in enumerate(here):
        changed = [*here]
        changed[at] = entry.model_copy(update={field: FIELDS[field]})
        assert first_break(changed, PARTIAL).n == entry.n


def test_an_entry_forged_with_all_its_hashes_needs_the_key():
    forged = next_entry(decision(1, Verdict.REJECT), DEVICE, SIGNED[0])
    assert (
        "key that the device never had" in first_break([signed(forged, STRANGER)], PARTIAL).reason
    )
    lent = signed(forged, STRANGER).model_copy(update={"key_id": signing.key_id(NEW.public)})
    assert first_break([lent], PARTIAL).reason == "its signature is not the device's"
    after = [signed(forged, NEW), SIGNED[2]]
    assert first_break(after, PARTIAL).reason == "it does not follow the entry before it"


def test_a_key_that_was_replaced_signs_nothing_any_more():
    stolen = chain([OLD, NEW, OLD])
    assert first_break(stolen, WHOLE).n == 3
    assert first_break(stolen[1:], PARTIAL).n == 3


@pytest.mark.parametrize("terms", [WHOLE, PARTIAL])
def test_an_entry_whose_signature_was_taken_away_is_named(terms):
    for at in range(LENGTH - 1):
        entries = [*SIGNED]
        entries[at] = unsigned(entries[at])
        assert first_break(entries, terms).n == at + 1


def test_entries_at_the_end_may_wait_for_their_signature():
    assert first_break(chain([NEW, NEW, None, None]), WHOLE) is None
    assert first_break(chain([None, None]), Terms()) is None


def test_a_signature_without_its_key_id_is_none():
    last = SIGNED[-1]
    for change in ({"signature": ""}, {"key_id": ""}):
        assert first_break([last.model_copy(update=change)], PARTIAL).n == LENGTH


def test_a_whole_chain_that_is_signed_has_a_key():
    assert "key is gone" in first_break(SIGNED, Terms()).reason
    assert first_break(SIGNED, Terms(is_whole=False)) is None


def test_an_entry_that_names_another_fact_than_its_body_is_named():
    other = SIGNED[2].model_copy(update={"fact_id": SIGNED[3].fact_id})
    assert first_break([other], PARTIAL).reason == "its body is about another fact"


def test_a_body_that_is_no_fact_is_named_though_its_hashes_hold():
    for body in ("[]", "not json", "[" * 100_000, '{"id":"x","kind":"decision","v":1}'):
        forged = _with_body(SIGNED[0], body)
        assert first_break([forged], PARTIAL).reason == "its body is about another fact"


def test_an_inspection_goes_on_behind_an_entry():
    inspection = Inspection(WHOLE, after=SIGNED[2])
    assert [inspection.look(e) for e in SIGNED[3:]] == [None] * 3
    assert Inspection(WHOLE, after=SIGNED[2]).look(SIGNED[4]).n == 5


def _with_body(entry, body):

    made = unsigned(entry).model_copy(update={"body": body, "body_hash": digest_of(body)})
    return made.model_copy(update={"hash": link_of(made)})
