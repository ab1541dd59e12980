"""A hub and whoever sits down at it: everybody opens the program, and joins by a text."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import psycopg

from reviewer_app.domain.vocabulary import Role
from reviewer_app.services.team.administration import Administrator
from reviewer_app.services.team.membership import Membership
from reviewer_app.store.hub.members import Invited
from tests.hub.team import Colleague
from tests.postgres import with_database, with_login


def administrator(url: str, **told: str) -> Administrator:
    """Whoever administers a database, with the password beside the address."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    bare = parts._replace(netloc=f"{parts.username}@{place}").geturl()
    return Administrator(bare, parts.password, **told)


@contextmanager
def session_of(person: Colleague) -> Iterator[psycopg.Connection[Any]]:
    """An open session of somebody's login, as any tool would have it."""
    account = person.profile.access.account()
    place = f"postgresql://{account.address.host}:{account.address.port}/"
    url = with_database(place, account.address.database)
    url = with_login(url, account.login, account.password)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


class Desks:
    """An address for a hub, and the people who work with it; all end with the test."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        self.people: list[Colleague] = []

    def sit(self, name: str) -> Colleague:
        """Somebody opens the program, alone."""
        self.people.append(Colleague(self.folder, name))
        return self.people[-1]

    def membership(self) -> Membership:
        """What somebody alone, somebody else each time, has of a team."""
        return self.sit(f"somebody {len(self.people)}").profile.membership

    @cached_property
    def lea(self) -> Colleague:
        """The first lead; the hub is made for her."""
        person = self.sit("lea")
        made = person.profile.membership.init(administrator(self.url), "lea")
        person.join(made.enrolment or "")
        return person

    def invite(self, name: str, role: Role = Role.REVIEWER, *pools: str) -> str:
        """The enrolment text for somebody."""
        invited = Invited(name, role, pools or ("everyone",))
        return self.lea.profile.membership.invite(invited)

    def hire(self, name: str, role: Role = Role.REVIEWER, *pools: str) -> Colleague:
        """Somebody who was invited and joined."""
        text = self.invite(name, role, *pools)
        person = self.sit(name)
        person.join(text)
        return person

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for person in self.people:
            person.close()
