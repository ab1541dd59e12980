"""The rows of the team: people with what waits for them, then what nobody has, pool by pool."""

from dataclasses import dataclass, field
from uuid import UUID

from reviewer_app.domain.hidden_text import revealed_line
from reviewer_app.services.overview import Overview, PersonLoad, Waiting, Whereabouts
from reviewer_app.ui.language import tr


@dataclass(frozen=True, slots=True)
class Row:
    """A person, or a pool whose items nobody has yet: then `person_id` is None."""

    name: str
    pools: tuple[str, ...]
    waiting: Waiting
    person_id: UUID | None = None
    is_me: bool = False
    pace: float | None = None
    where: Whereabouts = field(default_factory=Whereabouts)


def rows_of(overview: Overview) -> list[Row]:
    """Everybody by name, then what nobody has."""
    people = [_row_of(load) for load in overview.people]
    pools = [Row("", (load.pool,), load.waiting) for load in overview.nobody]
    return [*people, *pools]


def _row_of(load: PersonLoad) -> Row:
    person = load.person
    return Row(
        person.name,
        tuple(person.pools),
        load.waiting,
        person.id,
        load.is_me,
        load.pace,
        load.where,
    )


def name_words(row: Row) -> str:
    """A row's name on one line: who it is, or that nobody has it yet."""
    if row.person_id is None:
        return tr("nobody yet")
    name = revealed_line(row.name)
    return tr("{name} (you)", name=name) if row.is_me else name
