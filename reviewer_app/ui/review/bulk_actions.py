"""One act for all items that are picked in the list, and picking those that are alike."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.domain.queue import Picked
from reviewer_app.services.alike import Alike
from reviewer_app.services.desk import Draft, Remarks
from reviewer_app.services.progress import Cancelled, Report
from reviewer_app.services.review import ReviewSession
from reviewer_app.services.together import BulkResult, LeftOut, Together, Way
from reviewer_app.ui.errors import said as sentence_of
from reviewer_app.ui.errors import words_of
from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.review.page import ReviewPage
from reviewer_app.ui.widgets.message_bar import Message
from reviewer_app.ui.wording import figure

MOST = 10_000
"""Items that one act is done to at most."""

REASONS_TOLD = 3
"""Reasons for leaving items out that are told, the most frequent first."""

_TITLES = {
    Way.APPROVE: mark("Approving together"),
    Way.REJECT: mark("Rejecting together"),
    Way.ESCALATE: mark("Escalating together"),
    Way.DECLINE: mark("Declining together"),
    Way.SKIP: mark("Skipping together"),
}


class Selection(Protocol):
    """What is picked in the list."""

    def is_several(self) -> bool:
        """Whether more than one item is picked: then an act is for all of them."""

    def picked(self) -> Picked:
        """What is picked, as a value."""

    def pick(self, ids: Sequence[UUID]) -> None:
        """Picks these and no others."""

    def clear_picked(self) -> bool:
        """Picks nothing; whether anything was picked."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """What is typed on the item that is painted, when an act for many is given."""

    item_id: UUID | None
    draft: Draft

    @property
    def is_said(self) -> bool:
        """Whether the act says all of it: pieces, answers and a correction are about one item."""
        draft = self.draft
        return draft != Draft() and not (draft.spans or draft.rubric or draft.correction)


@dataclass(frozen=True, slots=True)
class _Came:
    """What came of an act, and whether more was picked than one act can take."""

    result: BulkResult
    is_cut: bool


class BulkActions(QObject):
    """Acts on the selection, with a count, what was left out and why, and one undo for all."""

    done = Signal(object)

    def __init__(
        self, page: ReviewPage, session: ReviewSession, jobs: Jobs, selection: Selection
    ) -> None:
        super().__init__(page)
        self._page, self._session, self._jobs = page, session, jobs
        self._selection = selection
        self._opened: set[UUID] = set()
        self._rules_next: UUID | None = None
        self._under_way: list[Picked] = []
        page.state_changed.connect(self._note_opened)

    @property
    def is_on(self) -> bool:
        """Whether an act is for several items now."""
        return self._selection.is_several()

    def has(self, item_id: UUID) -> bool:
        """Whether an act for many is under way that is for this item too."""
        return any(
            item_id in picked.ids or (picked.query is not None and item_id not in picked.without)
            for picked in self._under_way
        )

    def act(self, way: Way, to: str = "", reason: str = "") -> None:
        """Does one act to all that is picked; what does not fit it is left out and told."""
        picked, remarks = self._selection.picked(), self._remarks(reason)
        opened, typed = frozenset(self._opened), self._typed()

        def work(report: Report, cancelled: Cancelled) -> _Came:
            ids = self._session.lists.picked(picked, MOST + 1)
            found = self._session.seens(ids[:MOST])
            asked = Together(found, way, remarks, to=to, reason=reason, opened=opened)
            return _Came(self._decide(asked, typed, report, cancelled), len(ids) > MOST)

        def arrive(outcome: Ok[_Came] | Err) -> None:
            self._under_way.remove(picked)
            self._arrive(outcome)
            self._page.state_changed.emit()

        self._under_way.append(picked)
        self._selection.clear_picked()
        self._jobs.run_long(tr(_TITLES[way]), work, arrive)
        self._page.state_changed.emit()

    def _decide(
        self, asked: Together, typed: "_Typed", report: Report, cancelled: Cancelled
    ) -> BulkResult:
        """Does the act; what is typed on the painted item is said of all, and so no draft of it."""
        is_meant = typed.is_said and any(seen.item_id == typed.item_id for seen in asked.seens)
        if typed.item_id is None or not is_meant:
            return self._session.decide_many(asked, report, cancelled)
        self._session.save_draft(typed.item_id, None)
        done: tuple[UUID, ...] = ()
        try:
            result = self._session.decide_many(asked, report, cancelled)
            done = result.done
        finally:
            if typed.item_id not in done:
                self._session.save_draft(typed.item_id, typed.draft)
        return result

    def _typed(self) -> "_Typed":
        """What is typed on the painted item, kept from now on by the act."""
        desk = self._page.desk
        if desk is None:
            return _Typed(None, Draft())
        self._page.drafts.flush()
        return _Typed(desk.item.id, self._page.view.draft())

    def pick_alike(self) -> None:
        """Picks the open items with nearly the same output; again, those under the same rules."""
        desk = self._page.desk
        if desk is None:
            return
        item_id = desk.item.id
        wants_rules = self._rules_next == item_id
        self._rules_next = None if wants_rules else item_id

        def arrive(outcome: Ok[Alike] | Err) -> None:
            if isinstance(outcome, Ok):
                self._pick(item_id, outcome.value, wants_rules=wants_rules)
            else:
                self._say(words_of(outcome.error), "error")

        self._jobs.read(lambda: self._session.alike(item_id), arrive)

    def _pick(self, item_id: UUID, found: Alike, *, wants_rules: bool) -> None:
        by_rules = wants_rules or not found.nearly_same
        others = found.same_rules if by_rules else found.nearly_same
        if not others:
            self._say(tr("No other item that waits is like this one."))
            return
        self._selection.pick([item_id, *(one.seen.item_id for one in others)])
        if by_rules:
            rules = revealed_line(", ".join(found.rules))
            words = tr("%Ln more item(s) under the same rules: {rules}", "", len(others))
            self._say(words.format(rules=rules))
        else:
            self._say(tr("%Ln more item(s) with nearly the same output", "", len(others)))

    def _remarks(self, reason: str) -> Remarks:
        """What is said of every item: spans and answers are about one alone."""
        said = self._page.view.said(self._page.attention.seconds())
        words = "\n\n".join(part for part in (reason, said.comment) if part)
        return Remarks(said.error_types, said.severity, words, said.active_seconds, said.shown)

    def _arrive(self, outcome: Ok[_Came] | Err) -> None:
        if not isinstance(outcome, Ok):
            self._say(words_of(outcome.error), "error")
            return
        result = outcome.value.result
        for item_id in result.done:
            self._page.drafts.forget(item_id)
        if result.failure is not None:
            words = words_of(result.failure)
            self._page.message.emit(Message(words, "error", "together failed"))
        if outcome.value.is_cut:
            words = tr("Only the first %Ln items were taken; do it again for the rest.", "", MOST)
            self._page.message.emit(Message(words, "warn", "together cut"))
        if result.left_out:
            self._say(left_out_words(result.left_out), "warn")
        elif result.saved is None:
            self._say(tr("Nothing was changed."))
        self.done.emit(result)

    def _note_opened(self) -> None:
        """Remembers what was looked at singly: only that may be approved whatever its risk."""
        if self._page.desk is not None:
            self._opened.add(self._page.desk.item.id)

    def _say(self, words: str, level: str = "hint") -> None:
        self._page.message.emit(Message(words, level, "together"))


def left_out_words(left_out: Sequence[LeftOut]) -> str:
    """How many items an act left as they were, and why."""
    reasons = Counter(sentence_of(one.reason) for one in left_out)
    told = [f"{why} ({figure(n)})" for why, n in reasons.most_common(REASONS_TOLD)]
    head = tr("%Ln items were left as they were", "", len(left_out))
    if len(left_out) == 1:
        head = tr("1 item was left as it was")
    return f"{head}: {'; '.join(told)}"
