"""How the exchange with the hub reads in one line."""

from datetime import timedelta

import pytest

from reviewer_app.domain.sentences import sentence
from reviewer_app.services.team.belonging import is_shut_out
from reviewer_app.services.team.results import Standing
from reviewer_app.store.hub.errors import HubDenied, HubUnreachable
from reviewer_app.ui.hub_words import Exchange, exchange_words, held_up
from reviewer_app.ui.settings.team.words import clock_words, until_words
from tests.factory import NOON

pytestmark = pytest.mark.usefixtures("qapp")
STALL = sentence("held up for {minutes} min by {login}", minutes=4, login="rv_x_\u202eada")


def standing(**fields) -> Standing:
    return Standing(is_member=True, **fields)


@pytest.mark.parametrize(
    ("exchange", "words"),
    [
        (Exchange(standing()), "not reached yet"),
        (Exchange(standing(unsent=3)), "not reached yet, 3 wait to be sent"),
        (Exchange(standing(unsent=7), is_offline=True), "offline, 7 wait to be sent"),
        (Exchange(standing(), is_offline=True), "offline"),
        (Exchange(standing(unsent=400), moved=(120, 0)), "exchanging 120 of 400"),
        (Exchange(standing(unsent=5), moved=(5, 31)), "exchanging, 31 received"),
        (Exchange(standing(), moved=(0, 0)), "exchanging"),
    ],
)
def test_the_line_says_how_the_exchange_stands(exchange, words):
    assert exchange_words(exchange, NOON) == words


def test_the_line_says_when_the_last_exchange_was():
    at = NOON - timedelta(minutes=78)
    told = exchange_words(Exchange(standing(reached_at=at)), NOON)
    assert told == f"exchanged {at.astimezone():%H:%M}"


def test_the_line_says_who_holds_everybody_up_and_hides_nothing_in_the_name():
    told = exchange_words(Exchange(standing(reached_at=NOON), notes=(STALL,)), NOON)
    assert told.startswith("held up for 4 min by rv_x_")
    assert "\u202e" not in told
    assert held_up(("something else",)) is None


def test_a_machine_that_is_not_let_in_is_not_called_offline():
    denied, unreachable = str(HubDenied("28P01")), str(HubUnreachable("refused"))
    assert is_shut_out(denied)
    assert not is_shut_out(unreachable)
    told = exchange_words(Exchange(standing(unsent=1, trouble=denied), is_offline=True), NOON)
    assert told == "this machine is not let in, 1 wait to be sent"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "as the hub's"),
        (-29, "as the hub's"),
        (400, "7 min ahead of the hub's"),
        (-61, "1 min behind the hub's"),
    ],
)
def test_a_clock_that_goes_wrong_is_told_with_its_direction(seconds, words):
    assert clock_words(seconds) == words


def test_a_moment_of_another_day_is_told_with_its_day():
    assert until_words(NOON + timedelta(minutes=5), NOON) == f"{NOON.astimezone():%H}:05"
    assert until_words(NOON + timedelta(days=1), NOON).startswith("Tue 3 Mar")
