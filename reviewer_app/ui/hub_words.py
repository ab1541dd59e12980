"""How the exchange with the team's hub reads: one line for it, and what somebody should know."""

from dataclasses import dataclass, field
from datetime import datetime

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.sentences import Sentence
from reviewer_app.services.team.results import Standing
from reviewer_app.ui.language import tr
from reviewer_app.ui.wording import figure, time_words

HOLDER = frozenset({"minutes", "login"})
"""The values of the sentence about who holds the hub up."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """How the exchange stands, for a line of words.

    Attributes:
        standing: what waits and when the hub was last reached.
        is_offline: whether the last round broke off.
        moved: how much went up and down in the round that is under way; None between rounds.
        notes: what the last round had to say.
        is_denied: whether it broke off because the hub does not let this machine in.
    """

    standing: Standing = field(default_factory=Standing)
    is_offline: bool = False
    moved: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    is_denied: bool = False


def exchange_words(exchange: Exchange, now: datetime) -> str:
    """The line: "exchanged 10:42", "offline, 7 wait to be sent", "exchanging 120 of 400"."""
    standing = exchange.standing
    if exchange.moved is not None:
        return _moving_words(*exchange.moved, standing.unsent)
    if exchange.is_offline:
        words = tr("this machine is not let in") if exchange.is_denied else tr("offline")
        return _and_waiting(words, standing.unsent)
    stalled = held_up(exchange.notes)
    if stalled is not None:
        minutes, login = stalled
        return tr("held up for {minutes} min by {login}", minutes=figure(minutes), login=login)
    if standing.reached_at is None:
        return _and_waiting(tr("not reached yet"), standing.unsent)
    return tr("exchanged {when}", when=time_words(standing.reached_at, now))


def held_up(notes: tuple[str, ...]) -> tuple[int, str] | None:
    """For how many minutes the hub has been held up, and by whom; None where it is not."""
    for note in notes:
        if isinstance(note, Sentence) and note.values.keys() >= HOLDER:
            return int(str(note.values["minutes"])), revealed_line(str(note.values["login"]))
    return None


def _moving_words(up: int, down: int, unsent: int) -> str:
    """What was sent of what waited; once that is done, what came."""
    if up < unsent:
        return tr("exchanging {count} of {total}", count=figure(up), total=figure(unsent))
    if down:
        return tr("exchanging, %Ln received", "", down)
    return tr("exchanging")


def _and_waiting(words: str, unsent: int) -> str:
    waiting = tr("%Ln wait to be sent", "", unsent)
    return f"{words}, {waiting}" if unsent else words
