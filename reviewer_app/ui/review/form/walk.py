"""The walk through a form's changes and then its errors, round the end."""

from reviewer_app.domain.forms.draft import FormDraft
from reviewer_app.domain.json.tree import Path


class Walk:
    """Remembers where the walk stands, for what was taken out has no field to stand on."""

    def __init__(self) -> None:
        self._stop: Path | None = None
        self._landed: Path | None = None

    def step(self, draft: FormDraft, here: Path | None, step: int) -> Path | None:
        """The stop to go to; None where there is none."""
        stops = list(dict.fromkeys(change.path for change in draft.changes))
        stops += [p for p in dict.fromkeys(f.path for f in draft.faults) if p not in stops]
        if not stops:
            return None
        at = self.stop_at(here)
        if at not in stops:
            at = here if here in stops else None
        start = stops.index(at) if at is not None else (-1 if step > 0 else 0)
        self._stop = stops[(start + step) % len(stops)]
        return self._stop

    def arrived(self, here: Path | None) -> None:
        """Remembers which field got the keyboard at the stop."""
        self._landed = here

    def stop_at(self, here: Path | None) -> Path | None:
        """The stop that was walked to, while the keyboard is still there."""
        return self._stop if here is not None and here == self._landed else None
