"""What stands where no item is listed."""

from reviewer_app.ui.language import mark, tr
from reviewer_app.ui.queue.filters import Filters, View
from reviewer_app.ui.widgets.blank import Blank


class EmptyList(Blank):
    """Says why the list is empty, and offers to clear what narrows it."""

    def say_for(self, filters: Filters) -> None:
        """Says it for these filters."""
        if filters.is_narrowed:
            words = tr("No item fits the search and the filters.")
            self.say(tr("Nothing matches"), words, tr("Clear"))
        else:
            self.say("", tr(_EMPTY[filters.view]))


_EMPTY = {
    View.QUEUE: mark("Nothing waits for you."),
    View.ESCALATED: mark("Nobody has handed a decision on to you."),
    View.DISPUTED: mark("Nobody disagrees about an item."),
    View.DECIDED: mark("What is decided will be listed here."),
    View.ALL: mark("What is pulled will be listed here."),
}
