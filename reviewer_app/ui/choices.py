"""What the palette offers: every action, every view, every workflow."""

from functools import partial
from typing import Protocol

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.ui.actions import ACTIONS
from reviewer_app.ui.bindings import Bindings
from reviewer_app.ui.language import tr
from reviewer_app.ui.palette import Choice
from reviewer_app.ui.queue.filters import Filters, View
from reviewer_app.ui.queue.panel import QueuePanel
from reviewer_app.ui.saved_views import SavedViews


class Place(Protocol):
    """What the palette must know of the window."""

    bindings: Bindings
    queue: QueuePanel
    views: SavedViews

    def go(self, place: str) -> None:
        """Goes to a view."""

    def narrow(self, filters: Filters) -> None:
        """Lists what these filters leave."""


def choices_of(window: Place) -> list[Choice]:
    """Everything that can be done or gone to, what is possible now first."""
    actions = [
        Choice(
            tr(action.text).removesuffix("…"),
            tr(action.group),
            window.bindings[action.id].trigger,
            action.keycap,
            window.bindings[action.id].isEnabled(),
        )
        for action in ACTIONS
        if action.id != "view.find_action"
    ]
    actions.sort(key=lambda choice: not choice.is_enabled)
    views = [Choice(tr(view), tr("View"), partial(window.go, str(view))) for view in View]
    workflows = [
        Choice(revealed_line(name), tr("Workflow"), partial(window.narrow, Filters(workflow=name)))
        for name in window.queue.counts.workflows
    ]
    return [*actions, *views, *window.views.choices(), *workflows]
