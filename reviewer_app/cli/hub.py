"""`hub …`: the team and its hub."""

import getpass
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from reviewer_app.cli import exchange
from reviewer_app.cli.exchange import FAILED
from reviewer_app.cli.output import AsJson, print_json, say, show
from reviewer_app.domain.durations import parse_duration
from reviewer_app.domain.enrolment import decode
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.team.administration import Administrator, hub_script, weakness
from reviewer_app.store.hub.members import Invited

hub = typer.Typer(help="The team hub: a PostgreSQL database that your team shares.")

Address = Annotated[str, typer.Argument(help="postgresql://ADMIN@HOST:5432/DATABASE")]
Certificate = Annotated[
    Path | None, typer.Option("--ca", help="The certificate of a private authority, as PEM.")
]
ReachedAs = Annotated[
    str, typer.Option("--reached-as", help="The address for members, if it is another one.")
]
Pools = Annotated[list[str] | None, typer.Option("--pool", help="A pool they may take from.")]


class CertificateUnreadable(UsageError):
    """The authority's certificate cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The certificate {path} cannot be read: {why}. Nothing was changed.")


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.add_typer(hub, name="hub")
    exchange.add_to(app)


@hub.command()
def init(
    context: typer.Context,
    url: Address = "",
    lead: Annotated[str, typer.Option(help="Who leads; you otherwise.")] = "",
    ca: Certificate = None,
    reached_as: ReachedAs = "",
    sql: Annotated[bool, typer.Option("--sql", help="Print what it would run.")] = False,
    as_json: AsJson = False,
) -> None:
    """Makes a hub in an empty database, or brings one up to this program."""
    if sql:
        show(hub_script())
        return
    profile = context.obj.profile
    who = _administrator(url, ca, reached_as)
    _warn(who.told)
    made = profile.membership.init(who, lead or profile.review.me.name)
    if as_json:
        print_json({"schema": made.schema, "created": made.created, "enrolment": made.enrolment})
        return
    show("The hub was made." if made.created else "The hub is up to date.")
    if made.enrolment:
        say("The first lead joins with this text, once, within 7 days (`reviewer-app hub join`):")
        show(made.enrolment)


@hub.command()
def recover(
    context: typer.Context,
    url: Address,
    lead: Annotated[str, typer.Option(help="Who shall lead.")],
    ca: Certificate = None,
    reached_as: ReachedAs = "",
    as_json: AsJson = False,
) -> None:
    """Lets a lead in by the right of who administers the database. It is recorded."""
    who = _administrator(url, ca, reached_as)
    text = context.obj.profile.membership.recover(who, lead)
    if as_json:
        print_json({"enrolment": text})
        return
    say(f"{lead} joins with this text, once, within 7 days (`reviewer-app hub join`):")
    show(text)


@hub.command()
def invite(
    context: typer.Context,
    name: str,
    role: Annotated[Role, typer.Option()] = Role.REVIEWER,
    pool: Pools = None,
    another_device: Annotated[
        bool, typer.Option("--another-device", help="For somebody who is in the team already.")
    ] = False,
    lasts: Annotated[str, typer.Option(help="How long the text can be used.")] = "7d",
    as_json: AsJson = False,
) -> None:
    """Makes a login and the one-time text with which somebody joins."""
    invited = Invited(name, role, tuple(pool or ("everyone",)), another_device)
    text = context.obj.profile.membership.invite(invited, parse_duration(lasts))
    if as_json:
        print_json({"enrolment": text})
        return
    say(f"{name} joins with this text, once (`reviewer-app hub join`, or Settings › Team):")
    show(text)


@hub.command()
def join(
    context: typer.Context,
    bring_history: Annotated[
        bool, typer.Option("--bring-history", help="What you decided alone goes to the team.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Joins a team; the enrolment text is read from standard input."""
    if sys.stdin.isatty():
        say("Paste the enrolment text, then press Ctrl-D:")
    text = sys.stdin.read()
    _warn(decode(text).address)
    person = context.obj.profile.membership.join(text, brings_history=bring_history)
    if as_json:
        print_json({"name": person.name, "role": person.role, "pools": person.pools})
    else:
        show(f"You are {person.name}, {person.role}, in {', '.join(person.pools)}.")


@hub.command()
def revoke(context: typer.Context, name: str, as_json: AsJson = False) -> None:
    """Ends somebody's membership at once; what was theirs goes back to the pools."""
    profile = context.obj.profile
    person = profile.membership.revoke(name)
    returned = profile.assigning.return_all(person, f"{name} left the team") if person else 0
    if as_json:
        print_json({"revoked": name, "returned": returned})
    else:
        show(f"{name} is out. {returned:,} items went back to their pools.")


@hub.command()
def members(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Somebody to change.")] = "",
    role: Annotated[Role | None, typer.Option()] = None,
    pool: Pools = None,
    as_json: AsJson = False,
) -> None:
    """Lists who belongs to the team; with a name, changes a role or pools."""
    membership = context.obj.profile.membership
    if name:
        changed = membership.change(name, role, pool)
        if as_json:
            print_json({"name": changed.name, "role": changed.role, "pools": changed.pools})
        else:
            show(f"{changed.name}: {changed.role}, {', '.join(changed.pools)}")
        return
    listed = membership.members()
    if as_json:
        print_json(listed)
        return
    for person in listed["members"]:
        _show_member(person)
    for one in listed["invitations"]:
        show(f"{one['name']:<24} {one['role']:<9} invited until {one['expires_at'][:16]}")


@hub.command()
def rotate(
    context: typer.Context,
    password: Annotated[
        bool, typer.Option("--password/--no-password", help="The password of this machine's login.")
    ] = True,
    key: Annotated[
        bool, typer.Option("--key/--no-key", help="The key that this machine signs with.")
    ] = True,
    as_json: AsJson = False,
) -> int:
    """Draws another password and another signing key for this machine."""
    profile = context.obj.profile
    if password:
        profile.membership.change_password()
    keys = profile.membership.renew_key() if key else profile.store.device.public_key
    result = profile.rounds.run() if key else None
    is_told = result is None or result.reachable
    if as_json:
        print_json({"password": password, "key": key, "public_key": keys, "told": is_told})
    elif is_told:
        show("Done, and the hub knows it.")
    if result is not None and not result.reachable:
        say(f"The hub learns of the new key at the next exchange. {result.trouble}")
    return 0 if is_told else FAILED


@hub.command()
def leave(
    context: typer.Context,
    without_hub: Annotated[
        bool, typer.Option("--without-hub", help="The hub is no more, or you were revoked.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Leaves the team. What is here stays here."""
    membership = context.obj.profile.membership
    if without_hub:
        membership.forget()
    else:
        membership.leave()
    if as_json:
        print_json({"left": True})
    else:
        show("You work alone again. What is here stays here.")


@hub.command()
def status(context: typer.Context, as_json: AsJson = False) -> int:
    """Says how this machine stands with its hub."""
    profile = context.obj.profile
    standing, result = profile.rounds.standing(), profile.rounds.look()
    if as_json:
        printed = exchange.document(result)
        printed |= {
            "address": standing.address,
            "unsent": standing.unsent,
            "unsent_since": standing.unsent_since,
            "reached_at": standing.reached_at,
            "checked_out": standing.checked_out,
            "refused": standing.refused,
        }
        print_json(printed)
    else:
        show(f"{standing.address}: {'reachable' if result.reachable else result.trouble}")
        show(f"{standing.unsent:,} not sent, {standing.checked_out:,} checked out")
    return 0 if result.reachable else FAILED


def _administrator(url: str, ca: Path | None, reached_as: str) -> Administrator:
    """Who administers the database; a password is asked for where none is given.

    `PGPASSWORD` and a password file are looked at by PostgreSQL's own library.
    """
    certificate = ""
    ca = ca or _named_in(url)
    if ca is not None:
        try:
            certificate = ca.read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError) as error:
            raise CertificateUnreadable(ca, str(error)) from error
    password = os.environ.get("PGPASSWORD")
    has_file = "PGPASSFILE" in os.environ or Path("~/.pgpass").expanduser().exists()
    if password is None and not has_file and sys.stdin.isatty() and "@" in url:
        password = getpass.getpass("Password of the administrator: ")
    return Administrator(url, password, certificate, reached_as)


def _named_in(url: str) -> Path | None:
    """The authority's certificate where the address names its file: members need it too."""
    named = Administrator(url).account.address.sslrootcert
    return Path(named) if named not in {"", "system"} else None


def _warn(written: str) -> None:
    """Says it where the connection proves too little."""
    said = weakness(written)
    if said:
        say(said)


def _show_member(person: dict[str, Any]) -> None:
    state = "revoked" if person["revoked_at"] else ", ".join(d["name"] for d in person["devices"])
    show(f"{person['name']:<24} {person['role']:<9} {', '.join(person['pools']):<24} {state}")
