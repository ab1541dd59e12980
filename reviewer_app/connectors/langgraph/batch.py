"""The dialect of LangChain's middleware that asks for all calls of a turn at once."""

import json
from collections.abc import Sequence
from typing import Any

from reviewer_app.connectors.langgraph import decisions
from reviewer_app.connectors.langgraph.questions import (
    AnswerUnfit,
    Given,
    Members,
    Question,
    arguments_in,
    json_in,
    member,
    refuse_unless,
    word,
)
from reviewer_app.domain.json.text import text_of
from reviewer_app.domain.sentences import sentence
from reviewer_app.domain.vocabulary import OutputType, Verdict

_Wanted = Members | str | None
"""What shall become of a call: the call as it shall be, words in its place, or nothing."""

_REQUESTS = ("action_requests", "actionRequests")
_CALL = {
    "type": "object",
    "required": ["name", "args"],
    "properties": {"name": {"type": "string"}, "args": {"type": "object"}},
}


def is_batch(value: Any) -> bool:  # noqa: ANN401 - an agent asks with any JSON
    """Whether a value lists actions that wait together."""
    listed = member(value, *_REQUESTS)
    is_list = isinstance(listed, list) and bool(listed)
    return is_list and all(isinstance(one, dict) and word(one, "name") for one in listed)


def question_of(value: Any) -> Question:  # noqa: ANN401 - as above
    """What is asked: of one call the arguments, of several the calls in their order."""
    calls, types = _calls(value), _types(value)
    told = (word(one, "description") for one in member(value, *_REQUESTS))
    asked = "\n\n".join(part for part in told if part)
    allowed = _allowed(types)
    if len(calls) == 1:
        is_asking = decisions.is_question(types[0])
        schema = None if is_asking else {"type": "object"}
        output, name = text_of(calls[0]["args"]), calls[0]["name"]
        return Question(output, OutputType.JSON, asked, name, allowed, schema)
    output = json.dumps(calls, ensure_ascii=False, indent=2)  # people read and edit it as text
    return Question(output, OutputType.TOOL_CALLS, asked, "", allowed, _schema(calls, types))


def answer_for(value: Any, given: Given) -> dict[str, Any]:  # noqa: ANN401 - as above
    """The answer: a decision for each call, in their order.

    Raises:
        AnswerUnfit: the agent does not take it.
    """
    calls, types, edited = _calls(value), _types(value), _edited(value)
    refuse_unless(_allowed(types), given.verdict)
    if given.verdict is Verdict.APPROVE:
        made = [
            decisions.approval(kinds, call, edited)
            for call, kinds in zip(calls, types, strict=True)
        ]
    elif given.verdict is Verdict.REJECT:
        made = [decisions.rejection(kinds, given.comment) for kinds in types]
    elif len(calls) == 1:
        made = [_corrected_one(calls[0], types[0], given, edited)]
    else:
        wanted = _wanted(given.output, len(calls))
        made = [
            _corrected(call, kinds, one, (given.comment, edited))
            for call, kinds, one in zip(calls, types, wanted, strict=True)
        ]
    return {"decisions": made}


def _corrected_one(
    call: Members, types: Sequence[str], given: Given, edited: str
) -> dict[str, Any]:
    if decisions.is_question(types):
        return {"type": "respond", "message": given.output or ""}
    wanted = {"name": call["name"], "args": arguments_in(given.output)}
    return decisions.edit(types, call, wanted, edited)


def _corrected(
    call: Members, types: Sequence[str], wanted: _Wanted, said: tuple[str, str]
) -> dict[str, Any]:
    """The decision on one of several calls: refused where nothing stands in its place."""
    comment, edited = said
    if wanted is None:
        return decisions.rejection(types, comment)
    if isinstance(wanted, str):
        return decisions.response(types, call, wanted)
    if wanted == call:
        return decisions.approval(types, call, edited)
    return decisions.edit(types, call, wanted, edited)


def _wanted(text: str | None, count: int) -> list[_Wanted]:
    """The calls as they shall be, one for each that waits.

    Raises:
        AnswerUnfit: the correction is no such list.
    """
    listed = json_in(text)
    is_whole = isinstance(listed, list) and len(listed) == count
    if not is_whole or not all(map(_is_wanted, listed)):
        raise AnswerUnfit(
            sentence(
                "the correction must list the {count} calls in their order, each with its name and "
                "args; null in place of one refuses it, a text answers it",
                count=count,
            )
        )
    return [
        {"name": one["name"], "args": one["args"]} if isinstance(one, dict) else one
        for one in listed
    ]


def _is_wanted(value: object) -> bool:
    is_call = isinstance(member(value, "args"), dict) and bool(word(value, "name"))
    return value is None or isinstance(value, str) or is_call


def _calls(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    """The calls as a person sees them."""
    listed = member(value, *_REQUESTS)
    return [{"name": one["name"], "args": member(one, "args", "arguments")} for one in listed]


def _types(value: Any) -> list[tuple[str, ...]]:  # noqa: ANN401 - as above
    """What may be decided of each call."""
    listed = member(value, "review_configs", "reviewConfigs")
    configs = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    named = {
        word(one, "action_name", "actionName"): decisions.types_in(
            member(one, "allowed_decisions", "allowedDecisions")
        )
        for one in configs
    }
    return [named.get(one["name"], decisions.ALL) for one in member(value, *_REQUESTS)]


def _edited(value: Any) -> str:  # noqa: ANN401 - as above
    """What the agent calls an edited action: agents in JavaScript have names of their own."""
    return "editedAction" if "actionRequests" in value else "edited_action"


def _allowed(types: Sequence[Sequence[str]]) -> frozenset[Verdict]:
    """A verdict is for all calls; correcting may do different things to each."""
    each = [decisions.verdicts_of(kinds) for kinds in types]
    if len(each) == 1:
        return each[0]
    together = frozenset.intersection(*each) - {Verdict.CORRECT}
    can_differ = any(len(verdicts) > 1 or Verdict.CORRECT in verdicts for verdicts in each)
    return together | ({Verdict.CORRECT} if can_differ and all(each) else frozenset())


def _schema(calls: Sequence[Members], types: Sequence[Sequence[str]]) -> Members:
    """What a corrected list of calls must look like."""
    each = [_choices(one, kinds) for one, kinds in zip(calls, types, strict=True)]
    return {"type": "array", "minItems": len(each), "maxItems": len(each), "prefixItems": each}


def _choices(one: Members, types: Sequence[str]) -> Members:
    """What may stand in place of a call: the call, null to refuse it, words to answer it."""
    verdicts = decisions.verdicts_of(types)
    choices: list[Members] = [_CALL] if "edit" in types else []
    choices += [{"const": one}] if "approve" in types and not choices else []
    choices += [{"type": "null"}] if Verdict.REJECT in verdicts else []
    choices += [{"type": "string"}] if "respond" in types else []
    return {"anyOf": choices}
