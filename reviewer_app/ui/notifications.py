"""Notifications: what comes due or was given to the person, said once, in counts and workflows."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.services.reminders import Occasion, Reminder, Reminders
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import tr
from reviewer_app.ui.ports import Settings
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import Clock, figure, span_words

LOOKS_EVERY = timedelta(seconds=20)
"""How often it is looked what there is to say, at most."""

WORKFLOWS_SAID = 3


class Outside(Protocol):
    """Shows a notification of the system, outside the window."""

    def show(self, occasion: str, title: str, words: str) -> None:
        """Shows it; pressing it brings the window to what it is about."""


class Notifications(QObject):
    """Looks, keeps what was said, and says what is new. `wanted` names the occasion to show."""

    message = Signal(object)
    wanted = Signal(object)

    def __init__(
        self,
        reminders: Reminders,
        jobs: Jobs,
        clock: Clock,
        outside: Outside,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminders, self._jobs, self._clock = reminders, jobs, clock
        self._outside = outside
        self._said: set[tuple[Occasion, UUID]] = set()
        self._since = clock()
        self._looked: datetime | None = None
        self._is_looking = False
        self._has_begun = False

    def look(self, settings: Settings, *, is_in_front: bool) -> None:
        """Looks what there is to say, unless it was looked just now or it is quiet."""
        now = self._clock()
        is_soon = self._looked is not None and now - self._looked < LOOKS_EVERY
        if self._is_looking or is_soon:
            return
        if self._has_begun and is_quiet(settings, now):
            return
        self._is_looking, self._looked = True, now
        minutes = settings.due_soon_minutes
        within = timedelta(minutes=minutes) if minutes else None
        since = self._since

        def arrive(outcome: Ok[list[Reminder]] | Err) -> None:
            self._is_looking = False
            if isinstance(outcome, Ok):
                self._take(outcome.value, settings, now, is_in_front=is_in_front)

        self._jobs.read(lambda: self._reminders.look(since, now, within), arrive)

    def _take(
        self, found: list[Reminder], settings: Settings, now: datetime, *, is_in_front: bool
    ) -> None:
        """Says what is new. What was given before the start is known: the queue shows it."""
        if not self._has_begun:
            self._has_begun = True
            self._said |= {(r.occasion, r.id) for r in found if r.occasion is Occasion.GIVEN}
            if is_quiet(settings, now):
                return
        told = [r for r in found if settings.tell_assigned or r.occasion is not Occasion.GIVEN]
        fresh = [r for r in told if (r.occasion, r.id) not in self._said]
        self._said |= {(r.occasion, r.id) for r in found}
        self._said |= {(Occasion.LATE, r.id) for r in found if r.occasion is Occasion.DUE}
        self._since = now
        for occasion in Occasion:
            group = [r for r in fresh if r.occasion is occasion]
            if group:
                self._say(occasion, group, settings, is_in_front=is_in_front)

    def _say(
        self, occasion: Occasion, group: list[Reminder], settings: Settings, *, is_in_front: bool
    ) -> None:
        words = sentence(occasion, group, settings.due_soon_minutes)
        level = "info" if occasion is Occasion.GIVEN else "warn"
        show = partial(self.wanted.emit, occasion)
        key = f"reminder {occasion}"
        self.message.emit(Message(words, level, key, tr("Show"), show, stays=True))
        if settings.tell_outside and not is_in_front:
            self._outside.show(str(occasion), tr("Reviewer"), words)


def sentence(occasion: Occasion, group: Iterable[Reminder], minutes: int) -> str:
    """How many items of which workflows, and what about them; never a word of an output."""
    workflows = Counter(reminder.workflow for reminder in group)
    n = workflows.total()
    if occasion is Occasion.GIVEN:
        words = tr("%Ln item(s) given to you", "", n)
    elif occasion is Occasion.LATE:
        words = tr("%Ln item(s) late since you last looked", "", n)
    else:
        span = span_words(timedelta(minutes=minutes))
        words = tr("%Ln item(s) due within {span}", "", n, span=span)
    return f"{words}: {_listed(workflows)}"


def is_quiet(settings: Settings, now: datetime) -> bool:
    """Whether the person is to be left alone now, by the clock on their wall."""
    if not settings.quiet_hours:
        return False
    start, end = time.fromisoformat(settings.quiet_from), time.fromisoformat(settings.quiet_to)
    here = now.astimezone().time()
    return start <= here < end if start <= end else here >= start or here < end


def _listed(workflows: Counter[str]) -> str:
    """The workflows with the most first, each with its count, the rest as a number."""
    named = [
        f"{revealed_line(name)[:40]} {figure(n)}"
        for name, n in workflows.most_common(WORKFLOWS_SAID)
    ]
    rest = len(workflows) - len(named)
    if rest > 0:
        named.append(tr("%Ln more workflow(s)", "", rest))
    return ", ".join(named) + "."
