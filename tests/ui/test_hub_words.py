"""How the exchange with the hub reads in one line."""

from datetime import timedelta
from uuid import UUID

import pytest

from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.team import HubRefusal
from reviewer_app.services.team.belonging import Invitation, Member, Roster
from reviewer_app.services.team.results import Standing
from reviewer_app.ui.hub_words import Exchange, exchange_words, held_up
from reviewer_app.ui.settings.team.members_model import rows_of
from reviewer_app.ui.settings.team.refused_card import RefusedCard
from reviewer_app.ui.settings.team.words import (
    clock_words,
    pools_named,
    pools_words,
    until_words,
)
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
    denied = Exchange(standing(unsent=1), is_offline=True, is_denied=True)
    assert exchange_words(denied, NOON) == "this machine is not let in, 1 wait to be sent"


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


def test_pools_are_read_as_they_are_shown():
    shown = pools_words(("everyone", "finance", "legal affairs"))
    assert pools_named(shown) == ["everyone", "finance", "legal affairs"]
    assert pools_named(" , ") == []


def test_a_refused_act_is_listed_with_its_reason_and_nothing_hidden(qtbot):
    reason = "you could never see \u202eit"
    refused = HubRefusal(fact_id=UUID(int=1), kind="decision", reason=reason, at=NOON)
    card = RefusedCard(lambda: NOON)
    qtbot.addWidget(card)
    card.show_refused((refused,), 1)
    line = card.model.data(card.model.index(0))
    assert line.startswith("Decision, ")
    assert "you could never see" in line
    assert "\u202e" not in line
    card.show_refused((), 0)
    assert card.isHidden()


def test_who_was_invited_and_who_is_gone_stand_below_the_members():
    gone = Member(id=UUID(int=1), name="a", role="reviewer", revoked_at=NOON)
    here = Member(id=UUID(int=2), name="b", role="lead", pools=("everyone",))
    invited = Invitation(name="c", role="auditor", expires_at=NOON + timedelta(days=1))
    rows = rows_of(Roster(members=(gone, here), invitations=(invited,)))
    assert [row.name for row in rows] == ["b", "c", "a"]
    assert [row.can_change for row in rows] == [True, False, False]
