"""The links in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.policy.links import MORE, MOST, links_in


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://a.example/x?y=1#z, now.", ["https://a.example/x?y=1#z"]),
        (
            "(http://a.example) and [b](HTTPS://b.example/c)",
            ["http://a.example", "HTTPS://b.example/c"],
        ),
        ("www.a.example; WWW.A.EXAMPLE!", ["www.a.example", "WWW.A.EXAMPLE"]),
        ('<img src="http://a.example/p.png">', ["http://a.example/p.png"]),
        ("http://a.example http://a.example", ["http://a.example"]),
        ("no link: a.example, mailto:x@y.example, swww.x", []),
        ("", []),
    ],
)
def test_addresses_are_found_without_what_stands_around_them(text, links):
    assert links_in(text) == links


def test_more_links_than_are_looked_through_leave_a_mark_that_no_input_has():
    links = links_in(" ".join(f"http://a.example/{n}" for n in range(5_000)))
    assert len(links) == MOST + 1
    assert links[-1] == MORE


@given(st.text())
def test_every_link_stands_in_the_text(text):
    assert all(link in text for link in links_in(text))
