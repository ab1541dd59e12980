"""Signatures of webhook calls: what was signed verifies, and nothing else does."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.webhook.signature import (
    SecretUnusable,
    SignatureInvalid,
    keys_of,
    signed,
    verify,
)

NOW = 1_790_000_000
SECRET = "whsec_" + b64encode(b"a key of two dozen bytes").decode()
OTHER = "whsec_" + b64encode(b"another key of the kind.").decode()
# The example that the specification's own libraries are tested with.
KNOWN_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - it is public
KNOWN = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}


def test_the_known_example_of_the_specification_verifies():
    assert verify(KNOWN_SECRET, KNOWN, b'{"test": 2432232314}', 1614265330) == KNOWN["webhook-id"]


@given(st.binary(max_size=200), st.text(min_size=1, max_size=30), st.sampled_from(["x y", SECRET]))
def test_what_was_signed_verifies_and_one_byte_more_does_not(body, call, secret):
    headers = signed(keys_of(secret), call, NOW, body)
    assert verify(secret, headers, body, NOW + 299) == call
    with pytest.raises(SignatureInvalid):
        verify(secret, headers, body + b" ", NOW)


@pytest.mark.parametrize("changed", ["webhook-id", "webhook-timestamp"])
def test_the_id_and_the_time_are_signed_too(changed):
    headers = {**signed(keys_of(SECRET), "1", NOW, b"{}")}
    headers[changed] = str(int(headers[changed]) + 1)
    with pytest.raises(SignatureInvalid, match="this secret"):
        verify(SECRET, headers, b"{}", NOW)


@pytest.mark.parametrize("away", [-301, 301, 10**9])
def test_an_old_call_and_one_of_the_future_are_refused(away):
    headers = signed(keys_of(SECRET), "1", NOW, b"{}")
    with pytest.raises(SignatureInvalid, match="another time"):
        verify(SECRET, headers, b"{}", NOW + away)


@pytest.mark.parametrize("missing", list(KNOWN))
def test_a_call_that_lacks_a_header_is_refused(missing):
    headers = {name: value for name, value in KNOWN.items() if name != missing}
    with pytest.raises(SignatureInvalid, match="lacks"):
        verify(KNOWN_SECRET, headers, b'{"test": 2432232314}', 1614265330)


@pytest.mark.parametrize("time", ["", "-1", "1e9", "١٢٣", "9" * 5000, "now"])
def test_a_time_that_is_none_is_refused_and_breaks_nothing(time):
    with pytest.raises(SignatureInvalid):
        verify(SECRET, {**KNOWN, "webhook-timestamp": time}, b"", NOW)


def test_names_of_headers_come_in_any_case():
    headers = {name.title(): value for name, value in KNOWN.items()}
    assert verify(KNOWN_SECRET, headers, b'{"test": 2432232314}', 1614265330)


def test_while_a_secret_is_replaced_both_verify():
    headers = signed(keys_of(f"{SECRET} {OTHER}"), "1", NOW, b"{}")
    assert verify(SECRET, headers, b"{}", NOW) == verify(OTHER, headers, b"{}", NOW) == "1"
    assert verify(f"{OTHER} {SECRET}", signed(keys_of(SECRET), "1", NOW, b"{}"), b"{}", NOW) == "1"


def test_a_signature_of_another_scheme_counts_for_nothing():
    headers = {**signed(keys_of(SECRET), "1", NOW, b"{}")}
    headers["webhook-signature"] = "v1a," + headers["webhook-signature"].removeprefix("v1,")
    with pytest.raises(SignatureInvalid):
        verify(SECRET, headers, b"{}", NOW)


@pytest.mark.parametrize("secret", ["whsec_", "whsec_!!!", "", "  "])
def test_a_secret_that_is_none_is_told(secret):
    with pytest.raises(SecretUnusable, match="base64"):
        keys_of(secret)


def test_a_secret_without_its_padding_is_the_same():
    assert keys_of("whsec_YWI") == keys_of("whsec_YWI=") == (b"ab",)
