"""The links in a text, for rules that ask whether an output brings its own."""

import re

MOST = 200
"""As many links as a rule looks through."""

MORE = "(more links than a rule looks through)"
"""Stands for the rest, and occurs in no input: such an output is flagged, not trusted."""

_LINK = re.compile(r"(?i)\b(?:https?://|www\.)[^\s<>\"'`\\{}|^]{1,2000}")
_TRAILING = ".,;:!?*_~)]"


def links_in(text: str) -> list[str]:
    """The distinct addresses in `text`, in order, without the punctuation around them."""
    if "://" not in text and "www." not in text.lower():
        return []
    links: dict[str, None] = {}
    for found in _LINK.finditer(text):
        links[found[0].rstrip(_TRAILING)] = None
        if len(links) > MOST:
            return [*list(links)[:MOST], MORE]
    return list(links)
