"""Addresses of platforms: which may be called, and how parameters are put into them."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.web.addresses import (
    AddressUnusable,
    checked,
    is_here,
    origin,
    whole,
    with_params,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://x.example", "begin with https"),
        ("x.example/a", "begin with https"),
        ("https://", "begin with https"),
        ("https://x.example:port", "Port"),
        ("https://[::1", "Invalid IPv6"),
        ("http://x.example", "not encrypted"),
        ("http://192.168.0.7:5000", "not encrypted"),
        ("http://127.1", "not encrypted"),
        ("http://localhost.evil.example", "not encrypted"),
        ("https://a b.example", "space"),
        ("https://x.example/a\tb", "space"),
        ("", "begin with https"),
    ],
)
def test_what_cannot_be_called_is_told(address, told):
    with pytest.raises(AddressUnusable, match=told):
        checked(address)


@pytest.mark.parametrize("address", ["https://me:pw-123@x.example", "https://pw-123@x.example"])
def test_a_password_in_an_address_is_refused_and_not_repeated(address):
    with pytest.raises(AddressUnusable, match="as the secret") as error:
        checked(address)
    assert "pw-123" not in str(error.value)


@pytest.mark.parametrize(
    "address",
    ["http://localhost:5000", "http://127.0.0.9", "http://[::1]:80", "http://app.localhost"],
)
def test_this_machine_is_called_without_tls(address):
    assert checked(address) == address
    assert is_here(urlsplit(address).hostname)


def test_another_machine_is_called_without_tls_where_it_is_meant():
    assert checked("http://x.example/", "yes") == "http://x.example"


def test_a_base_loses_its_slash_and_a_whole_address_keeps_it():
    assert checked(" https://x.example/api/ ") == "https://x.example/api"
    assert whole(" https://x.example/api/?a=/#top ") == "https://x.example/api/?a=/"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("https://x.example/a", "https://X.example:443/b?c", True),
        ("http://127.0.0.1:80", "http://127.0.0.1", True),
        ("http://[::1]:9/a", "http://[::1]:9", True),
        ("https://x.example", "http://x.example", False),
        ("https://x.example", "https://x.example:8443", False),
        ("https://x.example", "https://x.example.evil", False),
        ("https://x.example", "https://x.example@evil.example", False),
    ],
)
def test_an_origin_is_the_machine_the_service_and_the_scheme(one, other, is_same):
    assert (origin(one) == origin(other)) is is_same


def test_a_parameter_takes_the_place_of_the_one_before_and_leaves_others_as_written():
    address = "https://x.example/a/?q=a+b%2Fc&page=1&flag&page=2"
    assert with_params(address, {"page": "3 &"}) == (
        "https://x.example/a/?q=a+b%2Fc&flag&page=3+%26"
    )


@given(st.dictionaries(WORDS, WORDS, max_size=4), st.dictionaries(WORDS, WORDS, max_size=4))
def test_parameters_are_read_as_they_were_put_in(before, after):
    address = with_params(with_params("https://x.example/a", before), after)
    found = parse_qsl(urlsplit(address).query, keep_blank_values=True)
    assert dict(found) == {**before, **after}
    assert len(found) == len({**before, **after})
