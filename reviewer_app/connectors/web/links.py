"""The `Link` header (RFC 8288): where a reply says that its next page is."""

import re

_LINK = re.compile(r'<([^>]*)>((?:\s*;\s*[\w!#$&+.^`|~-]+\*?\s*(?:=\s*(?:"[^"]*"|[^\s;,"]*))?)*)')
_REL = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))', re.IGNORECASE)


def next_link(header: str) -> str | None:
    """The address of the next page, as the header gives it; None where it gives none."""
    for address, told in _LINK.findall(header):
        relation = _REL.search(told)
        if relation and "next" in (relation[1] or relation[2] or "").lower().split():
            return str(address).strip()
    return None
