"""The Link header: the next page, however the header is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.web.links import next_link


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ('<https://x.example/a?page=2>; rel="next"', "https://x.example/a?page=2"),
        ('</a?p=1>; rel="prev", </a?p=3>; rel="next"', "/a?p=3"),
        ("</b>;rel=next", "/b"),
        ('</b>; title="a, b; rel=prev"; rel="last next"', "/b"),
        ("</b> ; REL = next", "/b"),
        ('</a,b;c>; rel="next"', "/a,b;c"),
        ('<>; rel="next"', ""),
        ('</b>; rel="nextish"', None),
        ('</b>; rel="prev"', None),
        ("</b>", None),
        ("", None),
        ("next", None),
    ],
)
def test_the_next_page_is_found(header, address):
    assert next_link(header) == address


@given(st.text('<>;,="rel nxt/', max_size=200))
def test_a_header_that_makes_no_sense_breaks_nothing(header):
    assert next_link(header) is None or isinstance(next_link(header), str)
