"""JSON files: cut into records, of which a bad one does not cost the rest."""

import gzip
import json
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.files import open_file
from reviewer_app.connectors.records.splitter import Splitter
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.validation import Limits, parse_mapping

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ['"', "\\", '\\"', "]", "},{", '"},', "[[", "\n", "\\\\"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def chunks(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


def found_in(path, content, mapping=(), **limits):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    source = open_file(path, parse_mapping(mapping), Limits(**limits))
    return [reading.outcome for reading in source.read()]


def said(outcomes):
    return [
        outcome.output if isinstance(outcome, Incoming) else outcome.place for outcome in outcomes
    ]


@given(
    st.lists(VALUES, max_size=6),
    st.sampled_from([None, 0, 2]),
    st.booleans(),
    st.integers(1, 40),
)
def test_a_list_cut_in_chunks_of_any_size_is_the_list(values, indent, is_ascii, size):
    content = json.dumps(values, indent=indent, ensure_ascii=is_ascii).encode()
    splitter = Splitter(10**6, in_array=True)
    pieces = [
        piece for chunk in chunks(content[1:] + b" \n", size) for piece in splitter.feed(chunk)
    ]
    assert splitter.is_closed
    assert [json.loads(piece.content) for piece in pieces] == values


@given(st.lists(st.dictionaries(TEXTS, VALUES, max_size=3), max_size=6), st.integers(1, 40))
def test_objects_in_a_row_cut_in_chunks_of_any_size_are_the_objects(records, size):
    content = "\n".join(json.dumps(record, indent=1) for record in records).encode()
    splitter = Splitter(10**6, in_array=False)
    pieces = [piece for chunk in chunks(content, size) for piece in splitter.feed(chunk)]
    assert [json.loads(piece.content) for piece in pieces] == records
    assert splitter.unended() is None


@given(st.lists(st.sampled_from(["{}", '{\n"a":\n1}', '"\\""', "[\n]"]), max_size=8))
def test_the_line_of_each_record_is_the_line_it_starts_on(parts):
    content = "[" + " ,\n\n ".join(parts) + "]"
    expected, at = [], 1
    for part in parts:
        expected.append(content.count("\n", 0, content.index(part, at)) + 1)
        at = content.index(part, at) + len(part)
    splitter = Splitter(10**6, in_array=True)
    pieces = [piece for chunk in chunks(content[1:].encode(), 3) for piece in splitter.feed(chunk)]
    assert [piece.line for piece in pieces] == expected


def test_a_list_of_records_is_read_with_number_and_line(tmp_path):
    content = '[\n {"output": "a"},\n {"output": {"b": [1,  2]}}\n]\n'
    first, second = found_in(tmp_path / "in.json", content)
    assert (first.output, first.place) == ("a", "in.json:record 1 (line 2)")
    assert (second.output, second.place) == ('{"b": [1,  2]}', "in.json:record 2 (line 3)")


@pytest.mark.parametrize(
    "bad",
    [
        '{"output": tru}',
        '{"output": "b" "c"}',
        '{"output": 1, "output": 2}',
        '{"output": [1, 2}',
        '{"output": {"a": 1]}',
        '{"output": "b"]}',
        '{"confidence": 2, "output": ""}',
        '{"output": "\\ud800"}',
        '{"output": "\\x"}',
        "17",
        "",
        '"text"',
        "[" * 1000 + "]" * 1000,
    ],
)
def test_a_record_that_is_bad_does_not_cost_the_rest(tmp_path, bad):
    content = f'[{{"output": "a"}}, {bad}, {{"output": "c"}}]'
    assert said(found_in(tmp_path / "in.json", content)) == [
        "a",
        "in.json:record 2 (line 1)",
        "c",
    ]


def test_a_text_that_is_not_closed_costs_its_own_record_only(tmp_path):
    content = '[{"output": "a"},\n{"output": "b,\n "id": 7},\n{"output": "c"}]'
    assert said(found_in(tmp_path / "in.json", content)) == ["a", "in.json:record 2 (line 2)", "c"]


def test_a_record_above_the_limit_is_refused_and_the_rest_goes_in(tmp_path):
    content = json.dumps([{"output": "a"}, {"output": "b" * 300_000}, {"output": "c"}])
    outcomes = found_in(tmp_path / "in.json", content, record=1000)
    assert said(outcomes) == ["a", "in.json:record 2 (line 1)", "c"]
    assert "a record may have 1,000 bytes" in outcomes[1].reason


@pytest.mark.parametrize("end", ["", ",", ', {"output": "b'])
def test_a_list_without_an_end_says_so_after_what_it_has(tmp_path, end):
    outcomes = found_in(tmp_path / "in.json", '[{"output": "a"}, {"output": "b"}' + end)
    assert outcomes[0].output == "a"
    assert "the file stops within it" in outcomes[-1].reason


def test_a_trailing_comma_is_a_problem_of_its_own(tmp_path):
    outcomes = found_in(tmp_path / "in.json", '[{"output": "a"},]')
    assert outcomes[1].reason == "there is nothing between two commas"


def test_an_empty_list_has_no_records(tmp_path):
    assert found_in(tmp_path / "in.json", " [ ] ") == []
    assert found_in(tmp_path / "in.json", '{"items": [ ]}') == []


@pytest.mark.parametrize(
    "content",
    [
        '{"items": [%s]}',
        '{"count": 2, "pages": [1, 2], "tags": ["a"],\n "items": [%s], "next": {"a": [{}]}}',
        '{"meta": {"output": [{"a": 1}]}, "people": [{"a": 1}], "results": [%s]}',
        '{"mine": [%s]}',
    ],
)
def test_an_object_may_wrap_the_list_of_records(tmp_path, content):
    records = '{"output": "a"},\n{"output": "b", "human": []}'
    assert said(found_in(tmp_path / "in.json", content % records)) == ["a", "b"]


def test_a_place_in_a_wrapped_list_counts_lines_of_the_file(tmp_path):
    content = '\n{"total": 2,\n"items": [\n{"output": "a"},\n{"id": "b"}]}'
    assert found_in(tmp_path / "in.json", content)[1].place == "in.json:record 2 (line 5)"


def test_an_object_with_an_output_is_one_record(tmp_path):
    content = '{\n "messages": [{"role": "user"}],\n "output": [{"role": "bot", "content": "x"}]\n}'
    (record,) = found_in(tmp_path / "in.json", content)
    assert record.output == '[{"role": "bot", "content": "x"}]'
    assert record.meta == '{"messages": [{"role": "user"}]}'


def test_an_object_with_a_mapped_output_is_one_record(tmp_path):
    content = '{"items": [{"answer": "x"}]}'
    (record,) = found_in(tmp_path / "in.json", content, ["output=items.0.answer"])
    assert record.output == "x"


def test_objects_in_a_row_are_records_each(tmp_path):
    content = '{\n "output": "a"\n}\n{\n "output": "b"\n}\n{"output": '
    outcomes = found_in(tmp_path / "in.json", content)
    assert said(outcomes)[:2] == ["a", "b"]
    assert outcomes[2].place == "in.json:record 3 (line 7)"


def test_json_lines_called_json_are_read_as_lines(tmp_path):
    content = '{"output": "a"}\n{"output": tru}\n{"output": "c"}\n'
    assert said(found_in(tmp_path / "in.json", content)) == ["a", "in.json:2", "c"]


def test_a_gzipped_list_is_read_and_one_cut_off_keeps_what_it_has(tmp_path):
    content = json.dumps({"items": [{"output": str(n)} for n in range(5_000)]}).encode()
    packed = gzip.compress(content)
    assert len(found_in(tmp_path / "in.json.gz", packed)) == 5_000
    outcomes = found_in(tmp_path / "in.json.gz", packed[: len(packed) // 2])
    assert len(outcomes) > 100
    assert "damaged or cut off" in outcomes[-1].reason


def test_a_value_that_is_neither_list_nor_object_is_a_problem(tmp_path):
    (outcome,) = found_in(tmp_path / "in.json", '"text"')
    assert outcome.reason == "the file holds no list and no object of JSON"


@pytest.mark.parametrize(
    "hostile", ['\\"', '"', "[", "{", "]", "}", "{]", "[}", ",", "\n", '{"a":[']
)
def test_the_time_to_split_grows_no_faster_than_the_file(tmp_path, hostile):
    began = process_time()
    for start in ("[", "{", '{"items": [{', '["'):
        outcomes = found_in(tmp_path / "in.json", start + hostile * 100_000, record=10_000)
        assert not any(isinstance(outcome, Incoming) for outcome in outcomes)
    assert process_time() - began < 60
