"""What the person set: saved in the order it was changed, in force once it is on disk."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from reviewer_app.ui.jobs import Err, Jobs, Ok
from reviewer_app.ui.ports import Workspace


class Preferences(QObject):
    """The settings that hold. `held` names those that changed, `refused` carries what failed."""

    held = Signal(object)
    refused = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self.shown = self._wanted = workspace.settings

    def change(self, update: Mapping[str, Any]) -> None:
        """Saves a change; one that cannot be saved changes nothing."""
        changed = self._wanted = self._wanted.model_copy(update=update)

        def arrive(outcome: Ok[None] | Err) -> None:
            if isinstance(outcome, Ok):
                self.shown = changed
                self.held.emit(frozenset(update))
            else:
                self._wanted = self.shown
                self.refused.emit(outcome)

        self._jobs.run(lambda: self._workspace.save_settings(changed), arrive)
