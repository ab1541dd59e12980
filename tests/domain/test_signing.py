"""Signing keys: what was signed is recognised, and nothing else is."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain import signing

PRIVATE = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="
PUBLIC = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
SIGNED = "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw=="


def test_a_published_key_signs_as_published():
    assert signing.pair_of(PRIVATE).public == PUBLIC
    assert signing.sign(PRIVATE, "") == SIGNED
    assert signing.verify(PUBLIC, "", SIGNED)


@given(st.text(), st.text())
def test_a_signature_is_of_one_text_and_one_key(said, other):
    pair, stranger = signing.new_pair(), signing.new_pair()
    signature = signing.sign(pair.private, said)
    assert signing.verify(pair.public, said, signature)
    assert signing.verify(pair.public, other, signature) is (said == other)
    assert not signing.verify(stranger.public, said, signature)


def test_every_bit_of_a_signature_counts_and_so_does_how_it_is_written():
    pair = signing.new_pair()
    signature = signing.sign(pair.private, "head")
    for at in range(len(signature)):
        for bit in range(8):
            changed = signature[:at] + chr(ord(signature[at]) ^ (1 << bit)) + signature[at + 1 :]
            assert not signing.verify(pair.public, "head", changed), changed


@pytest.mark.parametrize("public", ["", "x", PUBLIC[:-4], PUBLIC + "\n", "AAAA", "ä" * 44])
def test_what_is_no_key_verifies_nothing(public):
    assert not signing.verify(public, "", SIGNED)
    with pytest.raises(ValueError, match=r"base64|32 bytes"):
        signing.key_id(public)


def test_the_private_half_is_not_shown_where_a_pair_is_printed():
    pair = signing.new_pair()
    assert pair.private not in repr(pair)
    assert len(base64.b64decode(pair.private)) == signing.KEY_BYTES


def test_a_list_of_keys_names_each_and_has_the_newest_first():
    first, second = signing.new_pair().public, signing.new_pair().public
    keys = signing.with_key(signing.with_key("", first), second)
    assert list(signing.ring(keys).values()) == [second, first]
    assert list(signing.ring(keys)) == [signing.key_id(second), signing.key_id(first)]
    assert signing.newest(keys) == second
    assert signing.newest("") is None


def test_a_line_that_names_another_key_counts_for_nothing():
    first, second = signing.new_pair().public, signing.new_pair().public
    forged = f"{signing.key_id(first)} {second}\nnonsense\n{first}"
    assert list(signing.ring(forged).values()) == [first]


def test_a_list_may_only_grow_at_its_front():
    keys = [signing.new_pair().public for _ in range(3)]
    known = signing.with_key(signing.with_key("", keys[0]), keys[1])
    assert signing.extends("", known)
    assert signing.extends(known, known)
    assert signing.extends(known, signing.with_key(known, keys[2]))
    assert not signing.extends(known, signing.with_key("", keys[2]))
    assert not signing.extends(known, signing.with_key("", keys[1]))
    assert not signing.extends(known, "")
