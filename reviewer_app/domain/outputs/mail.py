"""E-mail written as text: its header lines, what each mail says, and what it only quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from reviewer_app.domain.outputs.message_parts import Part, PartKind
from reviewer_app.domain.outputs.messages import Turn

MAIL_CHARACTERS = 2_000_000
"""Longer texts are not looked through for mails."""

_FROM = ("from", "von", "de", "da", "van", "fra", "från")
_SUBJECT = ("subject", "betreff", "objet", "asunto", "oggetto", "onderwerp", "assunto", "re")
_OTHERS = (
    "to", "an", "à", "a", "para", "aan", "cc", "kopie", "bcc", "date", "datum", "fecha", "data",
    "sent", "gesendet", "envoyé", "enviado", "inviato", "verzonden", "reply-to", "message-id",
    "in-reply-to", "attachments", "anlagen", "importance",
)  # fmt: skip
_NAMES = frozenset((*_FROM, *_SUBJECT, *_OTHERS))
_HEADER = re.compile(r"[ \t]*[*_]{0,2}([^\W\d_][\w-]{0,14})[ ]?:[*_]{0,2}(?:[ \t]+(.*))?")
_FORWARD = re.compile(r"[ \t]*-{3,}[^-\n]{3,60}-{3,}[ \t]*")
_QUOTED = re.compile(r"[ \t]{0,3}>")
_LEAD = re.compile(
    r"(?:[^\n]{0,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)[^\n]{0,80}):\s*"
)
_HEADERS_AT_LEAST, _HEADERS_AT_MOST = 2, 40


@dataclass(slots=True)
class _Mail:
    """A mail being read: its header lines, and the lines below them."""

    headers: list[tuple[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def mails_in(text: str) -> tuple[Turn, ...]:
    """The mails of a text that begins with the header lines of one, or (); no word is left out."""
    if len(text) > MAIL_CHARACTERS:
        return ()
    lines = text.replace("\r\n", "\n").split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if not _header_lines(lines, start):
        return ()
    return tuple(_turn(mail) for mail in _mails(lines, start))


def _mails(lines: Sequence[str], at: int) -> Iterator[_Mail]:
    mail = _Mail()
    while at < len(lines):
        headers = _header_lines(lines, at)
        if headers:
            if mail.headers:
                yield mail
            mail = _Mail(headers=list(_headers(lines[at : at + headers])))
            at += headers
        elif _FORWARD.fullmatch(lines[at]) and _header_lines(lines, _next(lines, at)):
            at = _forwarded(mail, lines, at)
        else:
            mail.lines.append(lines[at])
            at += 1
    yield mail


def _forwarded(mail: _Mail, lines: Sequence[str], at: int) -> int:
    """Keeps the line that announces an older mail with the newer one."""
    mail.lines.append(lines[at])
    return _next(lines, at)


def _next(lines: Sequence[str], at: int) -> int:
    """The next line with something on it, or the end."""
    return next((n for n in range(at + 1, len(lines)) if lines[n].strip()), len(lines))


def _header_lines(lines: Sequence[str], at: int) -> int:
    """How many header lines begin here, where they are those of a mail; else 0."""
    names: list[str] = []
    count = 0
    for line in lines[at : at + _HEADERS_AT_MOST]:
        found = _HEADER.fullmatch(line)
        if found is not None and found.group(1).lower() in _NAMES:
            names.append(found.group(1).lower())
        elif not (names and _is_folded(line)):
            break
        count += 1
    is_mail = (
        len(names) >= _HEADERS_AT_LEAST
        and len(set(names)) == len(names)
        and any(name in _FROM or name in _SUBJECT for name in names)
    )
    return count if is_mail else 0


def _is_folded(line: str) -> bool:
    """Whether a line goes on with the header line above it."""
    return line[:1] in {" ", "\t"} and bool(line.strip())


def _headers(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each header with its value, lines that were folded joined again."""
    name, values = "", list[str]()
    for line in lines:
        found = _HEADER.fullmatch(line)
        if found is not None and found.group(1).lower() in _NAMES:
            if name:
                yield name, " ".join(values)
            name, values = found.group(1), [(found.group(2) or "").strip(" \t*_")]
        else:
            values.append(line.strip())
    yield name, " ".join(values)


def _turn(mail: _Mail) -> Turn:
    while mail.lines and not mail.lines[0].strip():
        del mail.lines[0]
    while mail.lines and not mail.lines[-1].strip():
        del mail.lines[-1]
    parts = tuple(_parts(mail.lines))
    sender = next((value for name, value in mail.headers if name.lower() in _FROM), "")
    text = "\n".join(mail.lines)
    is_plain = all(part.kind is PartKind.TEXT for part in parts)
    return Turn(sender or "mail", text, tuple(mail.headers), () if is_plain else parts)


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    """What a mail says, and the stretches that it quotes with the line that announces each."""
    marked = [bool(_QUOTED.match(line)) for line in lines]
    for at in range(len(lines) - 1):
        follows = marked[at + 1] or (
            not lines[at + 1].strip() and at + 2 < len(lines) and marked[at + 2]
        )
        if follows and not marked[at] and _LEAD.fullmatch(lines[at]):
            marked[at] = marked[at + 1] = True
    for is_quoted, group in groupby(zip(marked, lines, strict=True), key=lambda pair: pair[0]):
        words = "\n".join(line for _, line in group)
        yield Part(PartKind.QUOTE if is_quoted else PartKind.TEXT, words)
