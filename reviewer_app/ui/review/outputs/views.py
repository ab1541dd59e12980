"""An output's kind as ways to look at it: a table, a thread, steps, code, laid out, as it came."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewer_app.domain.json.layout import indented_json
from reviewer_app.domain.json.written import read_json
from reviewer_app.domain.outputs.mail import mails_in
from reviewer_app.domain.outputs.messages import Turn, turns_in
from reviewer_app.domain.outputs.table import Table, json_table, separated_table
from reviewer_app.domain.traces.shapes import trace_in
from reviewer_app.domain.traces.trace import Trace
from reviewer_app.domain.vocabulary import OutputType
from reviewer_app.services.desk import Desk
from reviewer_app.ui.language import mark
from reviewer_app.ui.widgets.safe_text import HEAD, Setting

QUICK = 4 * HEAD
"""Characters that are looked into while a person waits; longer texts are shown as they came."""

KEPT = 6
"""Texts whose views are kept: that of the item that is shown and of those that come next."""

WHOLE = 4_000_000
"""Characters that are looked into where nobody waits: about half a second's work."""

_HINTS = (
    "language", "lang", "format", "output_format", "content_type", "contentType", "media_type",
    "mime_type", "mimeType", "file", "filename", "file_name", "path",
)  # fmt: skip
_SEPARATORS = {
    "csv": "",
    "text/csv": "",
    "tsv": "\t",
    "text/tab-separated-values": "\t",
}
_FENCED = re.compile(r"[ \t]{0,3}```[ \t]*(?:csv|tsv)[ \t]*\n(.*?)\n?```[ \t]*\n?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at an output, under its name (to be shown through `tr`).

    What is not empty of `turns`, `table`, `trace` and `is_code` says how; `text` in its `setting`
    says the same to whoever knows no better.
    """

    name: str
    text: str
    setting: Setting = Setting.PROSE
    turns: tuple[Turn, ...] = ()
    is_code: bool = False
    language: str = ""
    table: Table | None = None
    trace: Trace | None = None


@lru_cache(maxsize=KEPT)
def views_of(text: str, kind: OutputType, hint: str = "", reach: int = QUICK) -> tuple[View, ...]:
    """The ways to look at a text of a kind, the one to begin with first.

    Args:
        text: the output.
        kind: what it is said to be.
        hint: a language, format, media type or file name that is said beside it.
        reach: characters up to which it is looked into.
    """
    if len(text) > reach:
        return (View(mark("Source"), text, _plain_setting(kind)),)
    match kind:
        case OutputType.TEXT:
            return _text_views(text, hint)
        case OutputType.MARKDOWN:
            return View(mark("Source"), text), View(mark("Rendered"), text, Setting.MARKDOWN)
        case OutputType.CODE:
            return _code_views(text, hint)
        case OutputType.MESSAGES | OutputType.JSON | OutputType.TOOL_CALLS:
            return _json_views(text, kind)


def input_views(text: str) -> View:
    """How to look at what was asked: as a thread or a mail, laid out where it is JSON, as text."""
    return View(mark("Text"), text) if len(text) > QUICK else _looked_into(text)


@lru_cache(maxsize=KEPT)
def _looked_into(text: str) -> View:
    turns = turns_in(text, is_known=False)
    if turns:
        return View(mark("Thread"), indented_json(text) or text, Setting.FIXED, turns)
    mails = mails_in(text)
    if mails:
        return View(mark("Mail"), text, turns=mails)
    laid_out = indented_json(text) if text.lstrip()[:1] in ("{", "[") else None
    if laid_out is None:
        return View(mark("Text"), text)
    return View(mark("Read"), laid_out, Setting.FIXED, is_code=True, language="json")


def views_on(desk: Desk) -> tuple[View, ...]:
    """The ways to look at the output of an item, looked into as far as its size allows."""
    content, kind = desk.content, desk.item.output_type
    if len(content.output) > WHOLE:
        return (View(mark("Source"), content.output, _plain_setting(kind)),)
    return views_of(content.output, kind, hint_of(content.meta), WHOLE)


def make_ready(desk: Desk) -> Desk:
    """Looks into output and input where nobody waits for it, so that painting them is quick."""
    views_on(desk)
    input_views(desk.content.input or "")
    return desk


def hint_of(meta: str) -> str:
    """What an item's metadata says of its output's language or format; empty where nothing."""
    found = read_json(meta, QUICK)
    if not isinstance(found, dict):
        return ""
    values = (found.get(key) for key in _HINTS)
    return next((value for value in values if isinstance(value, str) and value), "")[:200]


def turns_of(text: str) -> tuple[Turn, ...]:
    """The messages of a JSON list with roles and contents; none where it is no such list."""
    return turns_in(text) if len(text) <= QUICK else ()


def _text_views(text: str, hint: str) -> tuple[View, ...]:
    table = _separated(text, hint)
    if table is not None:
        return _table_view(text, table), View(mark("Source"), text, Setting.FIXED)
    mails = mails_in(text)
    if mails:
        return View(mark("Mail"), text, turns=mails), View(mark("Text"), text)
    return (View(mark("Text"), text),)


def _code_views(text: str, hint: str) -> tuple[View, ...]:
    code = View(mark("Code"), text, Setting.FIXED, is_code=True, language=hint)
    table = _separated(text, hint)
    return (code,) if table is None else (_table_view(text, table), code)


def _separated(text: str, hint: str) -> Table | None:
    """The table in a text that is said, beside it or by its fence, to be CSV or TSV."""
    fenced = _FENCED.fullmatch(text)
    if fenced is not None:
        return separated_table(fenced.group(1))
    word = hint.strip().lower().partition(";")[0].strip()
    named = word if word in _SEPARATORS else word.rpartition(".")[2]
    return separated_table(text, _SEPARATORS[named]) if named in _SEPARATORS else None


def _json_views(text: str, kind: OutputType) -> tuple[View, ...]:
    source = View(mark("Source"), text, Setting.FIXED)
    turns = turns_in(text) if kind is OutputType.MESSAGES else ()
    if turns:
        return View(mark("Thread"), text, turns=turns), source
    table = json_table(text) if kind is OutputType.JSON else None
    # To lay out a very long table nobody would read takes longer than all the rest.
    laid_out = None if table is not None and len(text) > QUICK else indented_json(text)
    if table is not None:
        return _table_view(laid_out or text, table), source
    if laid_out is None or kind is OutputType.MESSAGES:
        return (source,)
    read = View(mark("Read"), laid_out, Setting.FIXED, is_code=True, language="json")
    steps = _steps_view(text, laid_out) if kind is OutputType.TOOL_CALLS else ()
    return *steps, read, source


def _steps_view(text: str, laid_out: str) -> tuple[View, ...]:
    trace = trace_in(text)
    return (View(mark("Steps"), laid_out, Setting.FIXED, trace=trace),) if trace else ()


def _table_view(text: str, table: Table) -> View:
    return View(mark("Table"), text, Setting.FIXED, table=table)


def _plain_setting(kind: OutputType) -> Setting:
    return Setting.PROSE if kind in (OutputType.TEXT, OutputType.MARKDOWN) else Setting.FIXED
