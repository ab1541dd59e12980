"""Samples for Inspect: what goes in, the target, and everything else as metadata.

The shape is what `inspect_ai.dataset.json_dataset` reads without a field mapping (0.3.285): input
is a text or chat messages and never empty, target a text, tool calls have arguments as objects.
"""

from collections.abc import Mapping
from typing import Any

from reviewer_app.connectors.labels.conversation import Message, prompt_of
from reviewer_app.connectors.labels.training import expected_of
from reviewer_app.domain.json.faults import JsonRefused
from reviewer_app.domain.json.text import parse
from reviewer_app.domain.label_tally import LeftOut
from reviewer_app.domain.labels import LABEL_FIELDS, Label

IN_SAMPLE = {"id", "input", "expected_output"}
ROLES = {"developer": "system"}
"""Roles that Inspect has another word for."""


def sample_of(label: Label) -> Mapping[str, Any] | LeftOut:
    """A label as a sample; a rejected output has no target and so makes none."""
    expected = expected_of(label)
    if isinstance(expected, LeftOut):
        return expected
    prompt = prompt_of(label["input"])
    if isinstance(prompt, LeftOut):
        return prompt
    is_text = prompt == [{"role": "user", "content": label["input"]}]
    return {
        "id": label["id"],
        "input": label["input"] if is_text else [_message(one) for one in prompt],
        "target": expected,
        "metadata": {name: label[name] for name in LABEL_FIELDS if name not in IN_SAMPLE},
    }


def _message(message: Message) -> Message:
    made = {
        "role": ROLES.get(message["role"], message["role"]),
        "content": message["content"] or "",
    }
    if "tool_call_id" in message:
        made["tool_call_id"] = message["tool_call_id"]
    if made["role"] == "assistant":
        calls = [_call(call) for call in message.get("tool_calls", ())]
        made |= {"tool_calls": [c for c in calls if c is not None]} if any(calls) else {}
    return made


def _call(call: object) -> dict[str, Any] | None:
    """A call as Inspect has it; None where it does not say which function is called."""
    function = call.get("function") if isinstance(call, dict) else None
    if not isinstance(call, dict) or not isinstance(function, dict) or "name" not in function:
        return None
    arguments = _arguments(function.get("arguments"))
    name = str(function["name"])
    return {
        "id": str(call.get("id", name)), "function": name, "arguments": arguments,
        "type": "function",
    }  # fmt: skip


def _arguments(text: object) -> dict[str, Any]:
    try:
        value = parse(text) if isinstance(text, str) else None
    except JsonRefused:
        value = None
    return value if isinstance(value, dict) else {"arguments": text}
