"""What would come of handing over, in sentences: for one person, for the pool, for everybody."""

from datetime import datetime

from reviewer_app.domain.hidden_text import isolated
from reviewer_app.services.assigning import Preview, Share
from reviewer_app.services.foresight import Outlook
from reviewer_app.ui.language import tr
from reviewer_app.ui.team.words import pace_words
from reviewer_app.ui.wording import due_words, figure, time_words

TOLD = 8
"""People of a balance who are told one by one; the rest as a count."""


def outlook_words(outlook: Outlook, now: datetime) -> str:
    """What a person would have: "J. Okoye would have 38, now 20; next due 14:00. At 51 / h …"."""
    name, total = isolated(outlook.name), outlook.now + outlook.given
    if not outlook.given:
        return tr("{person} has all of these already.", person=name)
    known = {
        "person": name,
        "count": f"{figure(total)}+" if outlook.is_least else figure(total),
        "before": figure(outlook.now),
    }
    if outlook.next_due is None:
        first = tr("{person} would have {count}, now {before}.", **known)
    else:
        when = _when(outlook.next_due, now)
        told = tr("{person} would have {count}, now {before}; next due {when}.", when=when, **known)
        first = told
    return f"{first} {_late_words(outlook, now)}"


def pool_words(count: int) -> str:
    """What would come of giving items back to their pools."""
    if not count:
        return tr("Nobody has any of these: nothing would change.")
    return tr("%Ln item(s) would be with nobody, for anybody of their pool to take.", "", count)


def balance_words(preview: Preview, now: datetime) -> str:
    """Who would get how many, a person a line, and what nobody may take."""
    given = [share for share in preview.shares if share.given]
    lines = [_share_words(share, now) for share in given[:TOLD]]
    if len(given) > TOLD:
        lines.append(tr("and %Ln more", "people", len(given) - TOLD))
    if not given:
        lines.append(tr("Nothing would move: whoever has something keeps it."))
    if preview.unplaced:
        lines.append(tr("%Ln item(s) nobody who is there may take.", "", preview.unplaced))
    if preview.is_cut:
        lines.append(tr("Only the most urgent ones are shared out; do it again for the rest."))
    return "\n".join(lines)


def _share_words(share: Share, now: datetime) -> str:
    """One person of a balance: "J. Okoye: 20 → 26, next due 14:00"."""
    words = f"{isolated(share.person.name)}: {figure(share.now)} → {figure(share.then)}"
    if share.next_due is not None:
        words += ", " + tr("next due {when}", when=_when(share.next_due, now))
    if share.late and share.first_late is not None:
        told = tr("%Ln past due, the first {when}", "items", share.late)
        words += "; " + told.format(when=_when(share.first_late, now))
    return words


def _late_words(outlook: Outlook, now: datetime) -> str:
    if outlook.pace is None:
        return tr("How fast they work is not known yet.")
    pace = pace_words(outlook.pace)
    if not outlook.late or outlook.first_late is None:
        return tr("At {pace} nothing of it gets past due.", pace=pace)
    when = _when(outlook.first_late, now)
    words = tr("At {pace} %Ln item(s) of it get past due, the first {when}.", "", outlook.late)
    return words.format(pace=pace, when=when)


def _when(due: datetime, now: datetime) -> str:
    """A time of today by the clock; else by its day, or how late it is."""
    is_today = due.astimezone().date() == now.astimezone().date() and due >= now
    return time_words(due, now) if is_today else due_words(due, now)
