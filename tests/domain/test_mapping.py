"""A mapping says where a source keeps the fields of its records."""

import json
from typing import Any

import pytest

from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.json.text import parse_object
from reviewer_app.domain.mapping import MappingUnreadable, UnknownField
from reviewer_app.domain.validation import RawRecord, Terms, parse_mapping, validate


def outcome(text: str | dict[str, Any], terms: Terms | None = None) -> Incoming | Problem:
    text = text if isinstance(text, str) else json.dumps(text)
    return validate(RawRecord("in.jsonl:1", *parse_object(text)), terms or Terms())


def taken(text: str | dict[str, Any], **mapping: str) -> Incoming:
    pairs = [f"{name.replace('__', '.')}={path}" for name, path in mapping.items()]
    found = outcome(text, Terms(parse_mapping(pairs)))
    assert isinstance(found, Incoming), found
    return found


def refused(text: str | dict[str, Any], terms: Terms | None = None) -> Problem:
    found = outcome(text, terms)
    assert isinstance(found, Problem), found
    return found


def test_a_mapping_finds_fields_deep_inside_and_leaves_the_rest_in_the_metadata():
    record = {
        "uid": 7,
        "answer": {"text": "yes", "score": 0.9, "model": {"name": "m"}},
        "messages": [{"role": "user", "content": "hi"}, {"role": "bot", "content": "yes"}],
    }
    found = taken(
        record,
        id="uid",
        output="answer.text",
        confidence="answer.score",
        input="messages.0.content",
        metadata__said="messages.-1.content",
    )
    assert (found.external_id, found.output, found.confidence) == ("7", "yes", 0.9)
    assert found.input == "hi"
    assert json.loads(found.meta) == {
        "said": "yes",
        "answer": {"model": {"name": "m"}},
        "messages": [{"role": "user"}, {"role": "bot"}],
    }


def test_a_mapped_value_keeps_the_text_it_came_in():
    found = taken('{"a": {"b": [ 1.0,{"c" : 2.50} ]}}', output="a.b.1", metadata__n="a.b.0")
    assert found.output == '{"c" : 2.50}'
    assert json.loads(found.meta)["n"] == 1.0


def test_a_name_with_a_dot_in_it_comes_before_a_path():
    assert taken({"a.b": "flat", "a": {"b": "deep"}}, output="a.b").output == "flat"


def test_a_mapped_field_leaves_its_own_name_to_the_metadata():
    found = taken({"output": "old", "answer": "new"}, output="answer")
    assert (found.output, found.meta) == ("new", '{"output": "old"}')


def test_a_path_that_leads_nowhere_is_named():
    terms = Terms(parse_mapping(["output=answer.text"]))
    for record in ({"answer": {}}, {"answer": "x"}, {"answer": [1]}, {}):
        assert refused(record, terms).reason == "output is missing: nothing is at answer.text"


def test_a_mapping_to_an_unknown_field_names_the_known_ones():
    with pytest.raises(UnknownField, match=r"no field “answer”.*id, workflow.*metadata\.NAME"):
        parse_mapping(["answer=output"])


@pytest.mark.parametrize("pair", ["output", "=a", "output=", "output=a..b", "output=.a"])
def test_a_mapping_of_another_form_is_refused(pair):
    with pytest.raises(MappingUnreadable, match="FIELD=PATH"):
        parse_mapping([pair])


@pytest.mark.parametrize("name", ["metadata.", "metadata.a.b", "meta.a"])
def test_only_members_of_the_metadata_can_be_mapped_to(name):
    with pytest.raises(UnknownField):
        parse_mapping([f"{name}=x"])


def test_a_field_mapped_twice_is_refused():
    with pytest.raises(MappingUnreadable, match="second time"):
        parse_mapping(["output=a", "output=b"])
