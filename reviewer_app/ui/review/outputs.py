"""An output's kind as a way to set it: JSON laid out, messages as a thread, code in fixed pitch."""

import json
from dataclasses import dataclass

from reviewer_app.domain.json_layout import indented_json
from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.ui.widgets.safe_text import HEAD, Setting

MESSAGES_AT_MOST = 500
"""Messages of a thread that are laid out; the source has them all."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a thread: who spoke, and what."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at an output, under its name."""

    name: str
    text: str
    setting: Setting = Setting.PROSE
    turns: tuple[Turn, ...] = ()


def views_of(text: str, kind: OutputType) -> tuple[View, ...]:
    """The ways to look at a text of a kind, the one to begin with first."""
    match kind:
        case OutputType.TEXT:
            return (View("Text", text),)
        case OutputType.MARKDOWN:
            return View("Source", text), View("Rendered", text, Setting.MARKDOWN)
        case OutputType.CODE:
            return (View("Code", text, Setting.FIXED),)
        case OutputType.MESSAGES:
            return _thread_views(text)
        case OutputType.JSON | OutputType.TOOL_CALLS:
            return _json_views(text)


def input_views(text: str) -> View:
    """How to look at what was asked: JSON laid out where it is some, else as text."""
    laid_out = _laid_out(text) if text.lstrip()[:1] in ("{", "[") else None
    return View("Text", text) if laid_out is None else View("Read", laid_out, Setting.FIXED)


def turns_of(text: str) -> tuple[Turn, ...]:
    """The messages of a JSON list with roles and contents; none where it is no such list."""
    try:
        parsed = json.loads(text) if len(text) <= 4 * HEAD else None
    except (ValueError, RecursionError):
        return ()
    if not isinstance(parsed, list) or not all(isinstance(m, dict) for m in parsed):
        return ()
    return tuple(_turn(message) for message in parsed[:MESSAGES_AT_MOST])


def _turn(message: dict[str, object]) -> Turn:
    role = message.get("role") or message.get("type") or "message"
    content = message.get("content")
    if isinstance(content, str) and len(message) <= 2:
        return Turn(str(role), content)
    rest = {key: value for key, value in message.items() if key not in {"role", "content"}}
    words = content if isinstance(content, str) else _compact(content)
    extra = "\n".join(f"{key}: {_compact(value)}" for key, value in rest.items())
    return Turn(str(role), "\n".join(part for part in (words, extra) if part))


def _compact(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)


def _thread_views(text: str) -> tuple[View, ...]:
    turns = turns_of(text)
    source = View("Source", text, Setting.FIXED)
    return (View("Thread", text, turns=turns), source) if turns else (source,)


def _json_views(text: str) -> tuple[View, ...]:
    source = View("Source", text, Setting.FIXED)
    laid_out = _laid_out(text)
    return (source,) if laid_out is None else (View("Read", laid_out, Setting.FIXED), source)


def _laid_out(text: str) -> str | None:
    return indented_json(text) if len(text) <= 4 * HEAD else None
