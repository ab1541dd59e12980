"""CSV: rows are found whatever the dialect, and what is wrong with one is said at its line."""

import csv
import gzip
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.files import FileUnreadable, open_file
from reviewer_app.connectors.files.table import HeaderUnusable
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.validation import Limits, parse_mapping

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=15)


def found_in(path, content, mapping=(), **limits):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    source = open_file(path, parse_mapping(mapping), Limits(**limits))
    return [reading.outcome for reading in source.read()]


@given(
    st.lists(st.tuples(CELLS, CELLS.filter(bool)), max_size=6),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n"]),
)
def test_every_text_comes_back_from_every_dialect(tmp_path_factory, rows, delimiter, end):
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerows([("id", "output"), *((n, output) for n, (_, output) in enumerate(rows))])
    found = found_in(tmp_path_factory.mktemp("table") / "in.csv", text.getvalue())
    assert [record.output for record in found] == [output for _, output in rows]


def test_a_place_is_the_line_on_which_the_row_starts(tmp_path):
    content = 'id,output\n1,"a\nb\n\nc"\n\n2,d\n3,"e"\n4,f,g\n'
    found = found_in(tmp_path / "in.csv", content)
    assert [(part.place, getattr(part, "output", None)) for part in found] == [
        ("in.csv:2", "a\nb\n\nc"),
        ("in.csv:7", "d"),
        ("in.csv:8", "e"),
        ("in.csv:9", None),
    ]


def test_known_columns_are_fields_and_the_others_metadata(tmp_path):
    content = (
        "id,workflow,confidence,created_at,output,amount,code,metadata\n"
        '7,support,0.5,2026-01-02,hello,12.5,007,"{""a"": [1]}"\n'
        "8,,,,,,,\n"
    )
    first, second = found_in(tmp_path / "in.csv", content)
    assert (first.external_id, first.workflow, first.confidence) == ("7", "support", 0.5)
    assert first.created_at.isoformat() == "2026-01-02T00:00:00+00:00"
    assert json.loads(first.meta) == {"a": [1], "amount": 12.5, "code": "007"}
    assert (second.output, second.confidence, second.meta) == ("", None, "{}")


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        (b"1,1.5,a", "confidence", "confidence is 1.5; it must lie between 0 and 1"),
        (b"1,nan,a", "confidence", "confidence is nan"),
        (b"1,high,a", "confidence", "confidence is “high”"),
        (b"1,,a,b", "record", "the row has 4 cells and the header has 3"),
        (b"1,a", "record", "the row has 2 cells"),
        (b'1,,"a"b', "record", "a quote may be missing"),
        (b"1,,caf\xe9", "output", "output holds the byte 0xE9, which is not UTF-8"),
        (b"1,,a\x00b", "output", "output holds the character NUL"),
        (b"1,," + b"x" * 5_000, "record", "a record may have 4,000 bytes"),
        (b'1,,"' + b"x\n" * 3_000 + b'"', "record", "a record may have 4,000 bytes"),
    ],
)
def test_a_row_that_is_wrong_is_refused_and_a_later_one_goes_in(tmp_path, row, field, reason):
    content = b"id,confidence,output\n1,,first\n" + row + b"\n3,,last\n"
    found = found_in(tmp_path / "in.csv", content, record=4_000)
    problem = next(part for part in found if isinstance(part, Problem))
    assert (problem.place, problem.field) == ("in.csv:3", field)
    assert reason in problem.reason
    read = [part.output for part in found if isinstance(part, Incoming)]
    assert (read[0], read[-1]) == ("first", "last")


def test_a_quote_that_is_never_closed_is_a_problem_at_the_row_it_opens_in(tmp_path):
    found = found_in(tmp_path / "in.csv", 'id,output\n1,a\n2,"b\n3,c\n')
    assert [part.place for part in found] == ["in.csv:2", "in.csv:3"]
    assert "unexpected end of data" in found[1].reason


def test_a_cell_longer_than_the_usual_limit_of_csv_is_read(tmp_path):
    (found,) = found_in(tmp_path / "in.csv", "output\n" + "x" * 1_000_000 + "\n")
    assert len(found.output) == 1_000_000


def test_a_mark_a_separator_line_and_a_quoted_header_are_understood(tmp_path):
    content = '\ufeffsep=;\r\n"id";"the\noutput"\r\n1;"a;b"\r\n'
    (found,) = found_in(tmp_path / "in.csv", content, ["output=the\noutput"])
    assert found.output == "a;b"
    assert found.place == "in.csv:4"


def test_a_mapping_names_columns_even_with_dots(tmp_path):
    content = "uid,answer.text,score\na,yes,0.5\n"
    mapping = ["id=uid", "output=answer.text", "confidence=score"]
    (found,) = found_in(tmp_path / "in.csv", content, mapping)
    assert (found.external_id, found.output, found.confidence, found.meta) == (
        "a",
        "yes",
        0.5,
        "{}",
    )


def test_a_header_without_the_output_says_what_there_is_and_what_to_do(tmp_path):
    with pytest.raises(HeaderUnusable, match=r"no column “output”.*\(id, answer\).*--map output="):
        found_in(tmp_path / "in.csv", "id,answer\n1,a\n")
    with pytest.raises(HeaderUnusable, match="no column “text”"):
        found_in(tmp_path / "in.csv", "id,output\n1,a\n", ["output=text"])


def test_a_header_that_names_a_column_twice_is_refused(tmp_path):
    with pytest.raises(HeaderUnusable, match="names the column “id” twice"):
        found_in(tmp_path / "in.csv", "id,output,id\n1,a,2\n")


def test_a_table_is_known_by_its_content_and_may_be_gzipped(tmp_path):
    packed = gzip.compress(b"id\toutput\n1\ta\n")
    assert [part.output for part in found_in(tmp_path / "export", packed)] == ["a"]
    assert [part.output for part in found_in(tmp_path / "in.tsv.gz", packed)] == ["a"]


def test_a_gzipped_table_that_is_cut_off_keeps_what_it_has(tmp_path):
    rows = "".join(f"{n},text {n}\n" for n in range(20_000))
    packed = gzip.compress(f"id,output\n{rows}".encode())
    found = found_in(tmp_path / "in.csv.gz", packed[: len(packed) // 2])
    assert len(found) > 1_000
    assert "damaged or cut off" in found[-1].reason


def test_an_empty_table_has_no_records(tmp_path):
    assert found_in(tmp_path / "in.csv", "") == []
    assert found_in(tmp_path / "in.csv", "id,output\n\n") == []


def test_a_header_that_is_no_row_is_said_to_be_unreadable(tmp_path):
    with pytest.raises(FileUnreadable, match="no readable first row"):
        found_in(tmp_path / "in.csv", "output," + "x" * 1_000, record=100)


def test_a_cell_of_a_million_digits_is_no_number(tmp_path):
    (found,) = found_in(tmp_path / "in.csv", "output,confidence\na," + "1" * 1_000_000 + "x\n")
    assert found.field == "confidence"
    assert len(found.reason) < 150
