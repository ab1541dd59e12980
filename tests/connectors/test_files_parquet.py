"""Parquet: the same records and refusals, from typed columns."""

import sys
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise

import pyarrow as pa
import pytest
from pyarrow import parquet

from reviewer_app.connectors.files import FileUnreadable, open_file
from reviewer_app.connectors.files.parquet import ParquetMissing
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.validation import Limits, parse_mapping


def write(path, columns, **options):
    parquet.write_table(pa.table(columns), path, **options)
    return path


def outcomes(path, mapping=(), **limits):
    source = open_file(path, parse_mapping(mapping), Limits(**limits))
    return [reading.outcome for reading in source.read()]


def test_typed_columns_become_records(tmp_path):
    at = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    path = write(
        tmp_path / "in.parquet",
        {
            "id": [1, 2],
            "output": ["a", ""],
            "confidence": [0.5, None],
            "created_at": pa.array([at, None], pa.timestamp("ns", "UTC")),
            "metadata": ['{"a": 1}', None],
            "price": pa.array([Decimal("12.10"), None], pa.decimal128(5, 2)),
            "human": [[{"annotator": "a", "verdict": "approve"}], []],
        },
    )
    first, second = outcomes(path)
    assert (first.external_id, first.output, first.confidence) == ("1", "a", 0.5)
    assert (first.created_at, first.place) == (at, "in.parquet:row 1")
    assert first.meta == '{"a": 1, "price": 12.1}'
    assert first.judgements[0].annotator == "a"
    assert (second.output, second.input, second.created_at) == ("", None, None)


def test_structures_become_outputs_and_can_be_mapped_into(tmp_path):
    path = write(
        tmp_path / "in.parquet",
        {"answer": [{"text": "yes", "parts": [1, 2]}], "blob": [b"\x00\xff"]},
    )
    (found,) = outcomes(path, ["output=answer.text"])
    assert (found.output, found.meta) == ("yes", '{"answer": {"parts": [1, 2]}, "blob": "00ff"}')
    (found,) = outcomes(path, ["output=answer"])
    assert found.output == '{"text": "yes", "parts": [1, 2]}'


def test_a_row_that_is_wrong_is_refused_and_the_rest_goes_in(tmp_path):
    path = write(
        tmp_path / "in.parquet",
        {
            "output": ["a", "b", "c", None, "e\x00", "f" * 200, "g"],
            "confidence": [0.1, 1.5, float("nan"), 0.1, 0.1, 0.1, 0.1],
        },
    )
    found = outcomes(path, record=100)
    assert [part.output for part in found if isinstance(part, Incoming)] == ["a", "g"]
    said = {part.place: part.reason for part in found if isinstance(part, Problem)}
    assert list(said) == [f"in.parquet:row {n}" for n in (2, 3, 4, 5, 6)]
    assert said["in.parquet:row 2"] == "confidence is 1.5; it must lie between 0 and 1"
    assert said["in.parquet:row 3"] == "confidence is nan; it must lie between 0 and 1"
    assert "output is null" in said["in.parquet:row 4"]
    assert "NUL" in said["in.parquet:row 5"]
    assert "a record may have 100 bytes" in said["in.parquet:row 6"]


def test_a_file_without_a_column_for_the_output_says_what_there_is(tmp_path):
    path = write(tmp_path / "in.parquet", {"id": [1], "answer": ["a"]})
    with pytest.raises(FileUnreadable, match=r"no column “output” \(its columns are id, answer\)"):
        outcomes(path)


def test_progress_grows_to_the_size_of_the_file(tmp_path):
    path = write(tmp_path / "in.parquet", {"output": [str(n) for n in range(5_000)]})
    readings = list(open_file(path).read())
    assert len(readings) == 5_000
    assert all(one.position <= two.position for one, two in pairwise(readings))
    assert readings[-1].position == readings[-1].total == path.stat().st_size


def test_a_damaged_file_is_said_to_be_that(tmp_path):
    path = write(tmp_path / "in.parquet", {"output": ["a" * 50] * 100}, compression="none")
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    with pytest.raises(FileUnreadable, match="no Parquet file, or a damaged one"):
        outcomes(path)


def test_a_damaged_row_group_does_not_cost_the_others(tmp_path):
    path = tmp_path / "in.parquet"
    rows = {"output": [f"{n:05} " * 200 for n in range(2_000)]}
    write(path, rows, row_group_size=500, use_dictionary=False, compression="zstd")
    content = bytearray(path.read_bytes())
    column = parquet.ParquetFile(path).metadata.row_group(2).column(0)
    end = column.data_page_offset + column.total_compressed_size
    content[column.data_page_offset : end] = b"\xff" * column.total_compressed_size
    path.write_bytes(content)
    found = outcomes(path)
    read = [part.output[:5] for part in found if isinstance(part, Incoming)]
    assert read == [f"{n:05}" for n in (*range(1_000), *range(1_500, 2_000))]
    assert [(part.place, part.reason) for part in found if isinstance(part, Problem)] == [
        (
            "in.parquet:row 1001",
            "the file is damaged here; the rest of this row group cannot be read",
        )
    ]
    assert found[-1].place == "in.parquet:row 2000"


def test_without_the_library_a_sentence_says_how_to_get_it(tmp_path, monkeypatch):
    path = write(tmp_path / "in.parquet", {"output": ["a"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ParquetMissing, match=r"pip install 'reviewer-app\[parquet\]'"):
        outcomes(path)
