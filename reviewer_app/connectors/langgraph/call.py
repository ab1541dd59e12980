"""The dialect of LangChain's middleware that asks for each tool call by itself."""

from collections.abc import Iterator
from typing import Any

from reviewer_app.connectors.langgraph import decisions
from reviewer_app.connectors.langgraph.questions import (
    Given,
    Members,
    Question,
    arguments_in,
    member,
    refuse_unless,
    word,
)
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.vocabulary import OutputType, Verdict

_EDITED = ("edited_action", "editedAction")
_DEPTH = 4
"""References that are followed in a schema."""


def is_call(value: Any) -> bool:  # noqa: ANN401 - an agent asks with any JSON
    """Whether a value asks for one tool call."""
    is_named = member(value, "type") == "tool_approval" and bool(word(value, "name"))
    return is_named and isinstance(member(value, "args"), dict)


def question_of(value: Any, schema: Members | None) -> Question:  # noqa: ANN401 - as above
    """What is asked: the arguments of the call."""
    types = tuple(_known(schema))
    asks = decisions.is_question(types)
    return Question(
        output=text_of(value["args"]),
        output_type=OutputType.JSON,
        asked=word(value, "description"),
        name=value["name"],
        allowed=decisions.verdicts_of(types),
        schema=None if asks else _arguments_schema(schema),
    )


def answer_for(value: Any, given: Given, schema: Members | None) -> dict[str, Any]:  # noqa: ANN401 - as above
    """The answer: one decision.

    Raises:
        AnswerUnfit: the agent does not take it.
    """
    branches = _known(schema)
    types = tuple(branches)
    refuse_unless(decisions.verdicts_of(types), given.verdict)
    edited = _edited(branches.get("edit"))
    if given.verdict is Verdict.APPROVE:
        return decisions.approval(types, value, edited)
    if given.verdict is Verdict.REJECT:
        return decisions.rejection(types, given.comment)
    if decisions.is_question(types):
        return {"type": "respond", "message": given.output or ""}
    wanted = {"name": value["name"], "args": arguments_in(given.output)}
    return decisions.edit(types, value, wanted, edited)


def _known(schema: Members | None) -> dict[str, Members]:
    """The types of decision that the agent takes, with what its schema says of each."""
    return _branches(schema) or {name: {} for name in decisions.ALL}


def _branches(schema: Members | None) -> dict[str, Members]:
    """The types of decision that a schema knows, each with its part of the schema."""
    found: dict[str, Members] = {}
    for branch in _alternatives(schema):
        type_of = member(member(branch, "properties"), "type")
        listed = member(type_of, "enum")
        names = listed if isinstance(listed, list) else [member(type_of, "const")]
        found |= {name: branch for name in names if isinstance(name, str)}
    return found


def _alternatives(schema: Members | None) -> Iterator[Members]:
    listed = member(schema, "oneOf", "anyOf") if schema else None
    for one in listed if isinstance(listed, list) else [schema]:
        resolved = _resolved(one, schema)
        if isinstance(resolved, dict):
            yield resolved


def _resolved(part: Any, schema: Members | None) -> Any:  # noqa: ANN401 - any JSON comes in
    """A part of a schema, with a reference into its own definitions followed."""
    for _ in range(_DEPTH):
        reference = word(part, "$ref")
        if not reference.startswith("#/$defs/"):
            break
        part = member(member(schema, "$defs"), reference.removeprefix("#/$defs/"))
    return part


def _edited(branch: Members | None) -> str:
    """What the agent calls an edited action: agents in JavaScript have names of their own."""
    return _EDITED[1] if _EDITED[1] in (member(branch, "properties") or {}) else _EDITED[0]


def _arguments_schema(schema: Members | None) -> Members:
    """What edited arguments must look like, with the definitions that it refers to."""
    branch = _known(schema).get("edit")
    action = _resolved(member(member(branch, "properties"), *_EDITED), schema)
    arguments = _resolved(member(member(action, "properties"), "args"), schema)
    if not isinstance(arguments, dict):
        return {"type": "object"}
    needed = _needed(arguments, member(schema, "$defs"))
    return {**arguments, "$defs": needed} if needed else arguments


def _needed(part: Members, definitions: Any) -> Members:  # noqa: ANN401 - any JSON comes in
    """The definitions that a part of a schema refers to, and those that they refer to."""
    found: dict[str, Any] = {}
    waiting = [text_of(part)]
    while waiting and isinstance(definitions, dict):
        text = waiting.pop()
        for name, definition in definitions.items():
            if name not in found and text_of(f"#/$defs/{name}") in text:
                found[name] = definition
                waiting.append(text_of(definition))
    return found
