"""Mail as text: headers, words and quotations are told apart, and no line is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.outputs.mail import mails_in
from reviewer_app.domain.outputs.message_parts import PartKind

MAIL = """From: Ann <ann@x.example>
To: support@x.example
Subject: Re: Lamps
  that are broken

Two are broken.

On Monday Bob wrote:
> How are they?
> All well?

Ann
"""


def test_a_mail_has_its_headers_its_words_and_what_it_quotes():
    (mail,) = mails_in(MAIL)
    assert mail.role == "Ann <ann@x.example>"
    assert mail.headers[2] == ("Subject", "Re: Lamps that are broken")
    assert [part.kind for part in mail.parts] == [PartKind.TEXT, PartKind.QUOTE, PartKind.TEXT]
    assert mail.parts[1].text == "On Monday Bob wrote:\n> How are they?\n> All well?"


@pytest.mark.parametrize(
    "older",
    [
        "-----Original Message-----\nFrom: Bob\nSent: Tue\nSubject: Lamps\n\nHello",
        "Von: Bob\nGesendet: Dienstag\nAn: Ann\nBetreff: Lampen\n\nHallo",
    ],
)
def test_an_older_mail_below_is_a_mail_of_its_own(older):
    newer, below = mails_in(f"{MAIL}\n{older}")
    assert newer.role.startswith("Ann")
    assert below.role == "Bob"
    assert below.text in {"Hello", "Hallo"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "From: the start\nthere was a word",
        "Dear Ann,\n\nFrom: a\nSubject: b",
        "Note: a\nTotal: b",
        "Subject: a\nSubject: b",
    ],
)
def test_other_text_is_no_mail(text):
    assert mails_in(text) == ()


LINES = st.lists(
    st.sampled_from(
        ["> a", "b", "", "From: x", "To: y", "Subject: z", "A wrote:", " c", "----x----"]
    ),
    max_size=14,
)


@given(LINES)
def test_no_line_of_a_mail_is_lost(lines):
    mails = mails_in("\n".join(["From: x", "Subject: y", "", *lines]))
    shown = [line for mail in mails for part in mail.stretches for line in part.text.split("\n")]
    shown += [f"{name}: {value}" for mail in mails for name, value in mail.headers]
    words = "\n".join(shown)
    for line in lines:
        assert line.strip() in words
