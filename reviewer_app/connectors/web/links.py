"""The `Link` header (RFC 8288): where a reply says that its next page is."""

import re

_LINK = re.compile(r'<([^>]*)>((?:\s*;\s*[\w!#$&+.^`|~-]+\*?\s*(?:=\s*(?:"[^"]*"|[^\s;,"]*))?)*)')
_PARAMETER = re.compile(r';\s*([\w!#$&+.^`|~-]+\*?)\s*(?:=\s*(?:"([^"]*)"|([^\s;,"]*)))?')


def next_link(header: str) -> str | None:
    """The address of the next page, as the header gives it; None where it gives none."""
    for address, told in _LINK.findall(header):
        for name, quoted, bare in _PARAMETER.findall(told):
            if name.lower() == "rel" and "next" in (quoted or bare).lower().split():
                return str(address).strip()
    return None
