"""Feeding judgements back as files of evaluation labels."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewer_app.connectors.files.writing import write_labels
from reviewer_app.domain.labels import Judged, Label, label_of
from reviewer_app.services.progress import Cancelled, Progress, Report, never, unreported
from reviewer_app.services.withheld import FetchContent, fetch
from reviewer_app.store import resolved
from reviewer_app.store.resolved import LabelFilter
from reviewer_app.store.store import Store

__all__ = ["Export", "ExportStopped", "LabelFilter"]


class ExportStopped(Exception):
    """The person stopped the export; nothing was written."""


class Export:
    """Writes the labels of a profile."""

    def __init__(self, store: Store, fetch_content: FetchContent | None = None) -> None:
        """Takes the store, and what fetches contents that are not here."""
        self._store, self._fetch_content = store, fetch_content

    def write(
        self,
        path: Path,
        name: str,
        wanted: LabelFilter | None = None,
        on_progress: Report = unreported,
        cancelled: Cancelled = never,
    ) -> int:
        """Writes the labels of one state of the database; gives how many there were.

        Args:
            path: the file; what was there is replaced once all is written.
            name: `jsonl`, `csv` or `parquet`.
            wanted: which labels; all where None.
            on_progress: told after each page.
            cancelled: asked after each page.

        Raises:
            FormatUnknown, FileUnwritable: what was there before is unchanged.
            ExportStopped: the same, since `cancelled` said so.
        """
        labels = self._labels(wanted or LabelFilter(), on_progress, cancelled)
        return write_labels(path, name, labels)

    def _labels(
        self, wanted: LabelFilter, on_progress: Report, cancelled: Cancelled
    ) -> Iterator[Label]:
        started, done = time.monotonic(), 0
        with self._store.reading() as connection:
            total = resolved.count(connection, wanted)
            for page in resolved.pages(connection, wanted):
                yield from (label_of(one) for one in self._completed(page))
                done += len(page)
                on_progress(Progress(done, total, done, time.monotonic() - started))
                if cancelled():
                    raise ExportStopped

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
