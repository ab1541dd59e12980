"""How far a Phoenix project was read: nothing that is stored late is ever left out."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.phoenix.mark import IN_FLIGHT, Mark, node_of, number_in

OVERLAP = 600.0


def test_the_first_pull_is_looked_at_again_until_it_has_settled():
    first = Mark("here").after(50_000, began_at=0.0, overlap=OVERLAP)
    assert first.start == 50_000 - IN_FLIGHT
    assert first.after(50_100, began_at=300.0, overlap=OVERLAP) == first
    later = first.after(50_200, began_at=600.0, overlap=OVERLAP)
    assert (later.start, later.reached, later.read_at) == (50_000, 50_200, 600.0)


def test_a_long_pause_between_pulls_still_reads_from_before_what_was_in_flight():
    first = Mark("here").after(50_000, began_at=0.0, overlap=OVERLAP)
    assert first.start < 50_000
    after_a_day = first.after(60_000, began_at=86_400.0, overlap=OVERLAP)
    assert after_a_day.start == 50_000


def test_a_clock_that_goes_back_passes_nothing():
    first = Mark("here").after(50_000, began_at=1_000_000.0, overlap=OVERLAP)
    assert first.after(50_100, began_at=5.0, overlap=OVERLAP) == first


def test_a_mark_comes_back_from_its_cursor_and_counts_for_its_scope_alone():
    mark = Mark("here", 4, 9, 12.5)
    assert Mark.from_text(mark.text, "here") == mark
    for text in (mark.text, None, "", "{", "[]", '{"start": 1}', '{"at": "2026-01-01"}'):
        assert Mark.from_text(text, "elsewhere") == Mark("elsewhere")


def test_numbers_are_read_from_the_ids_of_spans_alone():
    assert number_in(node_of(72)) == 72
    for other in ("", None, 7, "U3Bhbjo=", "UHJvamVjdDox", "%%%", "c3Bhbg=="):
        assert number_in(other) == 0


@given(
    st.lists(
        st.tuples(st.floats(1, 3_000), st.integers(0, 40), st.floats(0, OVERLAP - 1)), max_size=30
    )
)
def test_no_span_that_is_stored_within_the_overlap_is_left_out(rounds):
    """Writers take numbers in turn and store them up to the overlap later; every pull reads what
    is stored by then. In the end every number was read by some pull after it was stored."""
    now, number = 0.0, 100_000
    stored_at: dict[int, float] = dict.fromkeys(range(number - 3, number + 1), -1e6)
    read: set[int] = set()
    mark = Mark()
    for pause, count, delay in rounds:
        for _ in range(count):
            number += 1
            stored_at[number] = now + (delay if number % 3 == 0 else 0.0)
        now += pause
        seen = {n for n, at in stored_at.items() if at <= now and n >= mark.start}
        read |= seen
        if seen:
            mark = mark.after(max(seen), now, OVERLAP)
    seen = {n for n in stored_at if n >= mark.start}
    assert read | seen == set(stored_at)
