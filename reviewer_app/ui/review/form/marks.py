"""What the fields of a form show beside their values: what changed, what is wrong."""

from dataclasses import dataclass, field

from reviewer_app.domain.forms.draft import FormDraft
from reviewer_app.domain.forms.schema_faults import Fault
from reviewer_app.domain.json.changes import Change
from reviewer_app.domain.json.tree import Path


@dataclass(frozen=True)
class Marks:
    """Changes and faults by the path where they stand."""

    changes: dict[Path, Change] = field(default_factory=dict)
    faults: dict[Path, list[Fault]] = field(default_factory=dict)
    unread: dict[Path, str] = field(default_factory=dict)
    removed: dict[Path, list[Change]] = field(default_factory=dict)

    def change_at(self, path: Path) -> Change | None:
        """The change of a value, or of the row or group that it came with."""
        for length in range(len(path), -1, -1):
            found = self.changes.get(path[:length])
            if found is not None:
                return found if length == len(path) or found.before is None else None
        return None

    def fault_at(self, path: Path) -> Fault | None:
        """The first thing that is wrong with a value itself."""
        found = self.faults.get(path)
        return found[0] if found else None

    def fault_within(self, path: Path) -> Fault | None:
        """The first thing that is wrong with a value or inside it."""
        within = (f[0] for at, f in self.faults.items() if at[: len(path)] == path)
        return self.fault_at(path) or next(within, None)

    def counts(self, path: Path) -> tuple[int, int]:
        """How many changes and faults there are at a path and below it."""
        depth = len(path)
        removed = [change for changes in self.removed.values() for change in changes]
        changes = [*self.changes.values(), *removed]
        return (
            sum(change.path[:depth] == path for change in changes),
            sum(len(found) for at, found in self.faults.items() if at[:depth] == path),
        )


def marks_of(draft: FormDraft) -> Marks:
    """The marks of a draft. What was taken out stands under the container it was in."""
    marks = Marks(unread=dict(draft.unread))
    present = {part.path for part in draft.form.walk()}
    for change in draft.changes:
        is_element = bool(change.path) and isinstance(change.path[-1], int)
        if change.after is None and (is_element or change.path not in present):
            marks.removed.setdefault(change.path[:-1], []).append(change)
        else:
            marks.changes[change.path] = change
    for fault in draft.faults:
        marks.faults.setdefault(fault.path, []).append(fault)
    return marks
