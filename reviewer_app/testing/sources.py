"""What every source must do: give all, skip nothing, survive what is faulty, show no secret."""

# ruff: noqa: D102, S101 - a test says in its name what it looks at, by assertions

from collections.abc import Sequence

from reviewer_app.connectors.failures import Unreachable
from reviewer_app.connectors.protocols import Source
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.testing.asking import (
    check_hidden,
    check_options,
    not_told,
    nothing_left_open,
    value_of,
)


class SourceContract:
    """The tests of a source. Override `source`, and as many of the others as there is a way to."""

    def source(self) -> Source:
        """The source, made anew, on a platform that has at least three records."""
        raise NotImplementedError

    def more(self) -> None:
        """Lets at least one new record come in at the platform."""
        not_told("more")

    def faulty(self) -> Source:
        """A source with a record at fault, and sound ones before and behind it."""
        not_told("faulty")

    def unreachable(self) -> Source:
        """A source whose platform cannot be read."""
        not_told("unreachable")

    def secrets(self) -> Sequence[str]:
        """What `source` and `unreachable` were told that nobody may see."""
        not_told("secrets")

    def test_it_says_what_it_is(self) -> None:
        source = self.source()
        assert isinstance(source, Source)
        assert source.name
        assert source.kind == source.kind.lower().strip()
        assert source.kind
        check_options(value_of(source, "OPTIONS") or {})

    def test_there_are_records_to_test_with(self) -> None:
        assert len(read(self.source())) >= 3, "source() must have three records at least"

    def test_reading_twice_gives_the_same_records(self) -> None:
        source = self.source()
        first, again, anew = read(source), read(source), read(self.source())
        assert contents(first) == contents(again) == contents(anew)
        assert all(isinstance(reading.outcome, Incoming | Problem) for reading in first)

    def test_every_record_says_where_it_was_read(self) -> None:
        for reading in read(self.source()):
            assert reading.outcome.place
            if isinstance(reading.outcome, Problem):
                assert reading.outcome.field
                assert reading.outcome.reason

    def test_the_position_never_goes_back(self) -> None:
        readings = read(self.source())
        positions = [reading.position for reading in readings]
        assert positions == sorted(positions)
        assert all(r.total is None or r.position <= r.total for r in readings)

    def test_nothing_is_passed_over_from_any_cursor(self) -> None:
        readings = read(self.source())
        for number, reading in enumerate(readings):
            found = contents(read(self.source(), reading.cursor))
            left = contents(readings[number + 1 :]) - found
            assert not left, f"from the cursor of record {number + 1} these are missing: {left}"

    def test_the_last_reading_has_a_cursor_that_leads_on(self) -> None:
        readings = read(self.source())
        assert readings[-1].cursor, "without a cursor every pull reads everything again"

    def test_what_comes_later_is_given_from_every_cursor(self) -> None:
        before = read(self.source())
        self.more()
        new = contents(read(self.source())) - contents(before)
        assert new, "more() must bring in a record that was not there before"
        for number, reading in enumerate(before):
            left = new - contents(self._read_on(reading.cursor))
            assert not left, f"from the cursor of record {number + 1} what came later is missing"

    def test_a_cursor_of_a_later_reading_gives_what_came_later(self) -> None:
        last = read(self.source())[-1].cursor
        self.more()
        later = read(self.source(), last)
        assert later
        again = contents(later) - contents(read(self.source(), last))
        assert not again, "the same cursor must give the same records"

    def test_a_cursor_of_nobody_costs_nothing(self) -> None:
        everything = contents(read(self.source()))
        for cursor in ("", "?", "{}", "[1]", '{"at": 7}', "0" * 300):
            try:
                found = contents(read(self.source(), cursor))
            except ReviewerError:
                continue  # to say that it is none is as good as reading everything
            assert found >= everything, f"from the cursor {cursor!r} records are missing"

    def test_a_faulty_record_does_not_end_the_reading(self) -> None:
        kinds = [type(reading.outcome) for reading in read(self.faulty())]
        assert Problem in kinds, "faulty() must have a record at fault"
        at = kinds.index(Problem)
        assert Incoming in kinds[:at], "the records before the faulty one must come in"
        assert Incoming in kinds[at:], "the records behind the faulty one must come in"

    def test_a_reader_that_stops_leaves_nothing_open(self) -> None:
        read(self.source())  # what is opened once and for all is opened now
        with nothing_left_open():
            source = self.source()
            readings = source.read()
            next(readings)
            readings.close()  # type: ignore[attr-defined]  # a source's iterator is a generator

    def test_a_reading_to_the_end_leaves_nothing_open(self) -> None:
        read(self.source())
        with nothing_left_open():
            read(self.source())

    def test_what_cannot_be_read_is_told_in_a_sentence(self) -> None:
        source = self.unreachable()
        error = failure(source)
        assert error is not None, "unreachable() must not be readable"
        assert str(error).strip()
        wish = error.retry_after if isinstance(error, Unreachable) else None
        assert wish is None or wish >= 0

    def test_no_secret_is_shown(self) -> None:
        secrets = self.secrets()
        assert secrets
        source = self.source()
        check_hidden(secrets, source, *read(source))

    def test_no_secret_is_in_what_went_wrong(self) -> None:
        secrets = self.secrets()
        source = self.unreachable()
        check_hidden(secrets, source, failure(source))

    def _read_on(self, cursor: str | None) -> list[Reading]:
        """Two readings, as a source may end one that was broken off before it looks for changes."""
        first = read(self.source(), cursor)
        return first + read(self.source(), first[-1].cursor if first else cursor)


def read(source: Source, cursor: str | None = None) -> list[Reading]:
    """All readings from a cursor on."""
    return list(source.read(cursor))


def contents(readings: Sequence[Reading]) -> set[tuple[str, ...]]:
    """What tells records apart: id and content, or what was wrong with them."""
    return {_content(reading.outcome) for reading in readings}


def _content(outcome: Incoming | Problem) -> tuple[str, ...]:
    if isinstance(outcome, Problem):
        return ("problem", outcome.field, outcome.reason, outcome.raw)
    return (str(outcome.external_id), outcome.output, outcome.input or "")


def failure(source: Source) -> ReviewerError | None:
    """What reading raises that is the world's fault; anything else is the connector's own."""
    try:
        read(source)
    except ReviewerError as error:
        return error
    return None
