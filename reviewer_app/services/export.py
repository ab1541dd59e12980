"""Feeding judgements back as files of evaluation labels."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewer_app.connectors.labels.formats import FORMATS, write_labels
from reviewer_app.connectors.labels.manifest import mismatches
from reviewer_app.domain.label_tally import Tally
from reviewer_app.domain.labels import Judged, Label, label_of
from reviewer_app.domain.pseudonyms import NameOf, own_name, pseudonyms_by
from reviewer_app.services.export_facts import Choice, facts_of
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.services.pseudonyms import Key, unkept
from reviewer_app.services.withheld import FetchContent, fetch
from reviewer_app.store import resolved
from reviewer_app.store.resolved import LabelFilter
from reviewer_app.store.store import Store

__all__ = ["FORMATS", "Choice", "Export", "ExportStopped", "Exported", "LabelFilter", "mismatches"]


class ExportStopped(Exception):
    """The person stopped the export; nothing was written."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: how many labels, where their manifest is, and what was left out why."""

    labels: int
    manifest: Path
    left_out: Mapping[str, int] = field(default_factory=dict)


class Export:
    """Writes the labels of a profile."""

    def __init__(
        self,
        store: Store,
        fetch_content: FetchContent | None = None,
        key: Callable[[], Key] = unkept,
    ) -> None:
        """Takes the store, what fetches contents that are not here, and the pseudonyms' key."""
        self._store, self._fetch_content, self._key = store, fetch_content, key

    def write(
        self,
        path: Path,
        name: str,
        choice: Choice | None = None,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> Exported:
        """Writes the labels of one state of the database, and the manifest that goes with them.

        Args:
            path: the file or folder; what was there is replaced once all is written.
            name: a format of `FORMATS`.
            choice: which labels, and how much of them; all where None.
            on_progress: told after each page.
            cancelled: asked after each page.

        Raises:
            FormatUnknown, FolderForeign, FileUnwritable: what was there before is unchanged.
            ManifestUnwritable: the labels are there, and their manifest is not.
            ExportStopped: as it was, since `cancelled` said so.
        """
        chosen, tally = choice or Choice(), Tally()
        key = self._key() if chosen.pseudonymous else None
        name_of = pseudonyms_by(key.text) if key else own_name
        watched = _Watched(on_progress, cancelled)
        manifest = write_labels(
            path,
            name,
            self._labels(chosen, name_of, watched),
            tally,
            lambda: self._facts(chosen, tally, key),
        )
        left_out = {str(why): n for why, n in tally.left_out.items()}
        return Exported(tally.labels, manifest, left_out)

    def _labels(self, choice: Choice, name_of: NameOf, watched: "_Watched") -> Iterator[Label]:
        wanted = choice.wanted
        with self._store.reading() as connection:
            total = resolved.count(connection, wanted)
            for page in resolved.pages(connection, wanted):
                meant = [one for one in page if wanted.takes(one)]
                for one in self._completed(meant):
                    label = label_of(one, name_of)
                    yield label if choice.comments else {**label, "comment": None}
                watched.tell(len(page), total)

    def _facts(self, choice: Choice, tally: Tally, key: Key | None) -> dict[str, Any]:
        with self._store.reading() as connection:
            digests = resolved.policy_digests(connection)
        return facts_of(choice, tally, digests, key, self._store.now())

    def _completed(self, page: Sequence[Judged]) -> Iterator[Judged]:
        """The items of a page, with the contents that a hub has and that are not here."""
        lacking = [one.item.id for one in page if one.content is None]
        came = [key for key in lacking if fetch(self._store, key, self._fetch_content)]
        if not came:
            yield from page
            return
        with self._store.reading() as connection:
            fresh = {one.item.id: one for one in resolved.judged(connection, came)}
        yield from (fresh.get(one.item.id, one) for one in page)


class _Watched:
    """Tells how far the work is, and stops it when the person says so."""

    def __init__(self, on_progress: Report, cancelled: Cancelled) -> None:
        self._report, self._cancelled = on_progress, cancelled
        self._started, self._done = time.monotonic(), 0

    def tell(self, more: int, total: int) -> None:
        """So many more are done.

        Raises:
            ExportStopped: the person wants no more.
        """
        self._done += more
        seconds = time.monotonic() - self._started
        self._report(Progress(self._done, total, self._done, seconds))
        if self._cancelled():
            raise ExportStopped
