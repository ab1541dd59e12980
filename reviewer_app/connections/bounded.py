"""A source of which a pull takes so much at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.incoming import Reading


@dataclass(frozen=True)
class Bounded:
    """Ends a reading at the first cursor behind `most` records, for the next one to go on from."""

    source: Source
    most: int

    @property
    def name(self) -> str:
        """As of the source."""
        return self.source.name

    @property
    def kind(self) -> str:
        """As of the source."""
        return self.source.kind

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        """The records after the cursor, about `most` of them.

        Raises:
            ReviewerError: as the source does.
        """
        for count, reading in enumerate(self.source.read(cursor), 1):
            yield reading
            if count >= self.most and reading.cursor not in {None, cursor}:
                return
