"""Addresses of platforms: what may be called, and what may not without being asked for."""

import ipaddress
from collections.abc import Mapping
from urllib.parse import quote, unquote_plus, urlencode, urlsplit, urlunsplit

from reviewer_app.connectors.failures import PushRefused
from reviewer_app.connectors.protocols import Option
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.sentences import sentence

PLAIN = Option(
    "yes to allow an unencrypted address on another machine; secrets and content can be read on "
    "the way",
    choices=("no", "yes"),
)
"""The option `plain` of connectors: without it only this machine is called without TLS."""


class AddressUnusable(UsageError):
    """The address is none that can be called."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            sentence("The address “{address}” cannot be used: {why}.", address=address, why=why)
        )


class IdUnusable(PushRefused):
    """An id would lead to another place than its own."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                "An id of this record cannot be part of an address, so nothing was sent: it is "
                "empty, or has a slash, dots alone or a character that is not shown. No platform "
                "makes such ids; look where the record comes from."
            )
        )


def segment(text: str) -> str:
    """An id as one part of an address's path, which leads nowhere else.

    Servers and proxies resolve dots, also behind slashes that were written as `%2F`.

    Raises:
        IdUnusable: it would.
    """
    if text in {"", ".", ".."} or "/" in text or "\\" in text or not text.isprintable():
        raise IdUnusable
    return quote(text, safe="")


def checked(address: str, plain: str = "no") -> str:
    """The address without a slash at its end, where it may be called.

    Args:
        address: what a person typed.
        plain: `yes` where an unencrypted address on another machine is meant.

    Raises:
        AddressUnusable: it is no http or https address, holds a password, or would send secrets
            unencrypted over a network.
    """
    return whole(address, plain).rstrip("/")


def whole(address: str, plain: str = "no") -> str:
    """The address as it was typed, with its query and the slash at its end, where it may be called.

    Raises:
        AddressUnusable: as for `checked`.
    """
    address = address.strip().partition("#")[0]
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as cause:
        raise AddressUnusable(address, str(cause)) from cause
    if not address.isprintable() or " " in address:
        raise AddressUnusable(address, sentence("it has a space or a character that is not shown"))
    if parts.scheme not in {"http", "https"} or not host:
        raise AddressUnusable(address, sentence("it must begin with https:// or http://"))
    if parts.username is not None or parts.password is not None:
        raise AddressUnusable(
            f"{parts.scheme}://…@{host}",
            sentence("a password in an address would be kept in a file; give it as the secret"),
        )
    if parts.scheme == "http" and not is_here(host) and plain != "yes":
        raise AddressUnusable(
            address,
            sentence(
                "it is not encrypted, and what is sent could be read on the way. Use https, or "
                "set plain=yes if the network is trusted"
            ),
        )
    return address


def origin(address: str) -> str:
    """The machine and service that an address leads to; the usual port is not named."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    port = f":{parts.port}" if parts.port not in {None, usual} else ""
    return f"{parts.scheme}://{host}{port}"


def with_params(address: str, params: Mapping[str, str]) -> str:
    """The address with these parameters in its query; others stay as they were written."""
    parts = urlsplit(address)
    kept = [
        pair
        for pair in parts.query.split("&")
        if pair and unquote_plus(pair.partition("=")[0]) not in params
    ]
    query = "&".join([*kept, *([urlencode(params)] if params else [])])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def is_here(host: str) -> bool:
    """Whether a host is this machine, by its name or address."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
