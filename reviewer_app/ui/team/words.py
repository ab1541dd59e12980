"""How people, their whereabouts and what waits for them read on the team's page."""

from datetime import datetime

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.vocabulary import Risk
from reviewer_app.services.overview import Overview, Presence, Waiting, Whereabouts
from reviewer_app.ui.language import tr
from reviewer_app.ui.vocabulary_words import word_of
from reviewer_app.ui.wording import due_words, figure, span_words, time_words

RISKS = (Risk.CRITICAL, Risk.HIGH, Risk.MEDIUM, Risk.LOW)
"""The risks in the order in which they are shown."""

MEANING_OF_PRESENCE = {
    Presence.UNKNOWN: "plain",
    Presence.ON_LINE: "good",
    Presence.OFF_LINE: "warn",
    Presence.AWAY: "plain",
    Presence.REVOKED: "bad",
}
"""The colour's meaning beside the words for where somebody is."""


def summary_words(overview: Overview) -> str:
    """The figures at the head: what is open, due soon, escalated and disputed."""
    totals = overview.totals
    parts = [tr("{count} open", count=figure(totals.open))]
    if totals.due_soon:
        parts.append(tr("{count} due within 4 hours", count=figure(totals.due_soon)))
    if totals.escalated:
        parts.append(tr("{count} escalated", count=figure(totals.escalated)))
    if totals.disputed:
        parts.append(tr("{count} disputed", count=figure(totals.disputed)))
    return "  ·  ".join(parts)


def where_words(where: Whereabouts, now: datetime) -> str:
    """Where a person is, and what they have with them: "off line since 08:10, 30 checked out"."""
    parts = [_presence_words(where, now)]
    if where.checked_out:
        parts.append(tr("{count} checked out", count=figure(where.checked_out)))
    if where.unsent:
        parts.append(_unsent_words(where, now))
    return ", ".join(part for part in parts if part)


def pace_words(pace: float | None) -> str:
    """Decisions an hour: "38 / h"; a dash where there were too few to say."""
    if pace is None:
        return "–"
    return tr("{pace} / h", pace=figure(pace, 1) if pace < 10 else figure(round(pace)))


def waiting_words(waiting: Waiting, now: datetime) -> str:
    """What waits for somebody, in words: "3 open: 1 high, 2 low; 1 past due; oldest 2 d"."""
    if not waiting.total:
        return tr("Nothing open")
    risks = ", ".join(
        f"{figure(waiting.by_risk[risk])} {word_of(risk)}"
        for risk in RISKS
        if waiting.by_risk.get(risk)
    )
    words = [tr("{count} open: {risks}", count=figure(waiting.total), risks=risks)]
    if waiting.past_due:
        words.append(tr("{count} past due", count=figure(waiting.past_due)))
    if waiting.oldest is not None:
        words.append(tr("the oldest waits for {span}", span=span_words(now - waiting.oldest)))
    return "; ".join(words)


def next_due_words(waiting: Waiting, now: datetime) -> str:
    """When the next of it is due: a time of today, else the day; how late where it is."""
    due = waiting.next_due
    if due is None:
        return ""
    if due < now or due.astimezone().date() != now.astimezone().date():
        return due_words(due, now)
    return time_words(due, now)


def pools_words(pools: list[str]) -> str:
    """The pools that somebody may take from."""
    return ", ".join(revealed_line(pool_word(pool)) for pool in pools)


def pool_word(pool: str) -> str:
    """A pool's name; the built-in one has a word of its own."""
    return tr("everyone") if pool == "everyone" else pool


def _presence_words(where: Whereabouts, now: datetime) -> str:
    when = time_words(where.since, now) if where.since else ""
    match where.presence:
        case Presence.ON_LINE:
            return tr("on line")
        case Presence.OFF_LINE:
            return tr("off line since {when}", when=when)
        case Presence.AWAY:
            return tr("away until {when}", when=_until_words(where.since, now))
        case Presence.REVOKED:
            return tr("no longer of the team")
        case _:
            return ""


def _until_words(until: datetime | None, now: datetime) -> str:
    """A time to come: of today by the clock, else by its day."""
    if until is None:
        return ""
    is_today = until.astimezone().date() == now.astimezone().date()
    return time_words(until, now) if is_today else due_words(until, now)


def _unsent_words(where: Whereabouts, now: datetime) -> str:
    if where.unsent_since is None:
        return tr("%Ln decision(s) not sent", "", where.unsent)
    words = tr("%Ln decision(s) not sent since {when}", "", where.unsent)
    return words.format(when=time_words(where.unsent_since, now))
