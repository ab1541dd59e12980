"""The enrolment text: read whatever mail does to it, and told apart from what it is not."""

import textwrap
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from reviewer_app.domain.enrolment import (
    LIMIT,
    PREFIX,
    Enrolment,
    EnrolmentDamaged,
    EnrolmentExpired,
    EnrolmentForeign,
    EnrolmentNewer,
    EnrolmentTooLong,
    EnrolmentUnreadable,
    _written,
    check_open,
    decode,
    encode,
)
from reviewer_app.domain.vocabulary import Role
from tests.factory import NOON

CERTIFICATE = "-----BEGIN CERTIFICATE-----\n" + "MIIB" * 400 + "\n-----END CERTIFICATE-----\n"
TOKEN = "once-7d1"  # noqa: S105 - of nobody


def invited(**fields):
    given_ = {
        "address": "postgresql://db.example.org:5432/team?sslmode=verify-full",
        "hub_id": UUID(int=11),
        "device_id": UUID(int=12),
        "login": "rv_0000000b_0000000000000000000000000000000c",
        "token": TOKEN,
        "certificate": CERTIFICATE,
        "name": "Bea Ångström",
        "role": Role.REVIEWER,
        "expires_at": NOON + timedelta(days=7),
    }
    return Enrolment(**given_ | fields)


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
enrolments = st.builds(
    invited,
    hub_id=st.uuids(),
    device_id=st.uuids(),
    token=words,
    name=words,
    role=st.sampled_from(Role),
    certificate=st.sampled_from(["", CERTIFICATE]),
    expires_at=st.datetimes(timezones=st.just(NOON.tzinfo)),
)


@given(enrolments)
def test_what_was_written_is_read_again(enrolment):
    text = encode(enrolment)
    assert text.startswith(PREFIX)
    assert "\n" not in text
    assert decode(text) == enrolment


@given(enrolments, st.integers(20, 120), st.sampled_from(["", "> ", "\t", ">> "]))
def test_broken_and_quoted_lines_do_no_harm(enrolment, width, quote):
    lines = textwrap.wrap(encode(enrolment), width)
    sent = "".join(f"{quote}{line}\r\n" for line in lines)
    assert decode(sent) == enrolment


@pytest.mark.parametrize(
    "around",
    [
        "Hello Bea,\n\n{}\n\nRegards, Ana",
        "It begins with reviewer-enrolment-1: as you see.\n{}",
        "\ufeff{}\u200b",
        "<{}>",
        "“{}”.",
        "```\n{}\n```",
        "*{}*",
    ],
)
def test_the_message_around_it_does_no_harm(around):
    assert decode(around.format(encode(invited()))) == invited()


def test_a_cut_text_is_called_cut_wherever_it_was_cut():
    text = encode(invited(certificate=""))
    for length in range(len(PREFIX), len(text)):
        with pytest.raises(EnrolmentDamaged, match="its end is missing") as caught:
            decode(text[:length])
        assert caught.value.is_cut


def test_every_changed_character_is_found():
    text = encode(invited(certificate=""))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for at in range(len(PREFIX), len(text)):
        for letter in (letters[letters.index(text[at]) ^ 1], letters[letters.index(text[at]) ^ 32]):
            with pytest.raises(EnrolmentDamaged):
                decode(text[:at] + letter + text[at + 1 :])


def test_a_missing_line_in_the_middle_is_damage_and_no_expiry():
    lines = textwrap.wrap(encode(invited()), 76)
    with pytest.raises(EnrolmentDamaged, match="still good"):
        decode("\n".join(lines[:3] + lines[4:]))


@pytest.mark.parametrize(
    "text", ["", "hello", PREFIX[:-1], "reviewer-enrolment-0:abc", "x" * 300_000]
)
def test_another_text_is_no_enrolment(text):
    with pytest.raises(EnrolmentForeign, match="not an enrolment"):
        decode(text)


@pytest.mark.parametrize("payload", [b"{}", b"[]", b"\xff", b'{"token":"canary"}', b"{" * 5_000])
def test_what_only_looks_like_an_enrolment_is_none_and_is_not_quoted(payload):
    with pytest.raises(EnrolmentForeign) as caught:
        decode(PREFIX + _written(payload))
    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_text_of_a_newer_version_says_so():
    with pytest.raises(EnrolmentNewer, match="newer version"):
        decode(encode(invited()).replace("enrolment-1:", "enrolment-2:"))


def test_it_is_good_until_it_expires():
    enrolment = invited(expires_at=NOON)
    check_open(enrolment, NOON - timedelta(seconds=1))
    with pytest.raises(EnrolmentExpired, match="2026-03-02 12:00 UTC") as caught:
        check_open(enrolment, NOON)
    assert caught.value.expires_at == NOON


def test_certificates_that_do_not_fit_are_refused():
    with pytest.raises(EnrolmentTooLong):
        encode(invited(certificate=CERTIFICATE * 40))
    fits = invited(certificate="-----BEGIN CERTIFICATE-----" + "A" * 48_000)
    assert len(encode(fits)) <= LIMIT
    assert decode("\n".join(textwrap.wrap(encode(fits), 60))) == fits


@pytest.mark.parametrize(
    "wrong",
    [
        {"address": "postgresql://ana:secret@db/team"},
        {"certificate": "-----BEGIN PRIVATE KEY-----"},
        {"expires_at": NOON.replace(tzinfo=None)},
        {"token": ""},
        {"name": "Bea\x00"},
    ],
)
def test_no_password_no_private_key_and_no_naive_time_is_written(wrong):
    with pytest.raises(ValidationError) as caught:
        invited(**wrong)
    assert TOKEN not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_the_token_is_not_shown_where_an_enrolment_is_printed():
    assert TOKEN not in repr(invited())


@given(st.text(max_size=300))
@example(PREFIX)
@example(PREFIX + "A" * 11)
@example(PREFIX + "_" * 400)
def test_no_text_brings_anything_but_a_sentence(text):
    for asked in (text, PREFIX + text):
        with pytest.raises(EnrolmentUnreadable):
            decode(asked)
