"""What a connection is told on the command line: its options, and secrets that are typed."""

import os
import sys
from typing import Annotated

import typer

from reviewer_app import secrets
from reviewer_app.connections.kinds import kind_of
from reviewer_app.domain.errors import UsageError

Options = Annotated[
    list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="What the kind needs.")
]
Earlier = Annotated[
    bool, typer.Option("--earlier", help="Send the labels of earlier decisions there, too.")
]


class OptionUnreadable(UsageError):
    """An option is not KEY=VALUE."""

    def __init__(self, text: str) -> None:
        super().__init__(f"“{text}” is no option. Write --set KEY=VALUE.")


def parsed(pairs: list[str]) -> dict[str, str]:
    """The options that texts of the form KEY=VALUE say; lines of one key follow one another.

    Raises:
        OptionUnreadable: one is not of this form.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise OptionUnreadable(pair)
        found[key] = f"{found[key]}\n{value}" if key in found else value
    return found


def asked_secrets(name: str, kind: str) -> dict[str, str]:
    """The secrets that a kind of connection can be told, typed or a line each on standard input.

    What the environment holds is not asked for. An empty line is none.
    """
    found: dict[str, str] = {}
    for option, meaning in kind_of(kind).options.items():
        given = os.environ.get(secrets.variable_of(f"{name}/{option}"))
        if meaning.is_secret and not given:
            typed = _typed(meaning.about, is_needed=meaning.is_required)
            found |= {option: typed} if typed else {}
    return found


def _typed(about: str, *, is_needed: bool) -> str:
    if sys.stdin.isatty():
        default = None if is_needed else ""
        typed: str = typer.prompt(
            about, hide_input=True, err=True, default=default, show_default=False
        )
        return typed
    return sys.stdin.readline().rstrip("\n")
