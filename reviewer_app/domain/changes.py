"""What a transaction changed, so that those who look at it know to look again."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of fact that were added and the items they are about."""

    kinds: frozenset[str] = frozenset()
    items: frozenset[UUID] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.kinds | other.kinds, self.items | other.items)

    def __bool__(self) -> bool:
        return bool(self.kinds)
