"""A team at work: everybody with a profile of their own, as the program opens it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit, urlunsplit

from reviewer_app import settings
from reviewer_app.domain.incoming import Incoming
from reviewer_app.domain.queue import Picked, QueueEntry, QueueQuery
from reviewer_app.domain.vocabulary import OPEN_STATUSES, Role, Status, Verdict
from reviewer_app.paths import Paths, resource
from reviewer_app.profile import Profile
from reviewer_app.services.acts import Act
from reviewer_app.services.assigning import HandedOver, HandOver
from reviewer_app.services.desk import Remarks, Saved
from reviewer_app.services.intake import PullResult
from reviewer_app.services.policies import Policies
from reviewer_app.services.team.membership import Administrator
from reviewer_app.services.team.results import RoundResult
from reviewer_app.store.hub.members import Invited
from reviewer_app.store.store import Store
from tests.factory import Records, incoming

EVERYTHING = tuple(Status)

POLICY = """
name = "team"
[defaults]
mode = "hitl"
audit_rate = 0.0
[[rule]]
name = "unsure"
when = "confidence < 0.80"
risk = "medium"
route = "finance"
because = "unsure"
"""


class Colleague:
    """One person at one machine."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name, self.folder = name, folder
        self.open()

    def open(self) -> None:
        """Starts the program."""
        paths = Paths.under(self.folder / self.name)
        settings.save(paths.settings, settings.Settings(reviewer=self.name))
        store = Store(paths.database, real_time, self.name, f"{self.name}'s laptop")
        policies = Policies(store, resource("policies/default.toml"))
        self.profile = Profile(paths, store, policies)

    def close(self) -> None:
        """Ends the program."""
        self.profile.close()

    def reopen(self) -> None:
        """Ends the program and starts it again."""
        self.close()
        self.open()

    def join(self, text: str, **how: Any) -> None:
        """Joins by an enrolment text, and goes on as who that makes them."""
        self.profile.membership.join(text, **how)
        self.reopen()

    def sync(self) -> RoundResult:
        """One round with the hub."""
        return self.profile.rounds.run()

    def pull(self, *records: Incoming, name: str = "feed") -> PullResult:
        """Takes records in, under the team's policy."""
        if self.profile.access.hub() is not None:
            self.profile.rounds.refresh_policy()
        return self.profile.intake.pull(Records(*records, name=name), origin={})

    def queue(self, *statuses: Status) -> dict[str, QueueEntry]:
        """What this person has in the list, by the source's own id."""
        query = QueueQuery(statuses=statuses or OPEN_STATUSES)
        return {e.external_id: e for e in self.profile.review.page(query, 0, 1_000)}

    def decide(self, entry: QueueEntry, verdict: Verdict = Verdict.APPROVE, **how: Any) -> Saved:
        """Decides on an item as it stands here."""
        seen = self.profile.review.open(entry.item_id).seen
        return self.profile.review.decide(Act(seen, verdict, Remarks(), **how))

    def assign(self, to: str | None, search: str, reason: str = "a reason") -> HandedOver:
        """Hands over what a search finds."""
        person = next((p for p in self.people() if p.name == to), None) if to else None
        query = QueueQuery(statuses=OPEN_STATUSES, search=search)
        asked = HandOver(Picked(query=query), person.id if person else None, reason)
        return self.profile.assigning.assign(asked)

    def people(self) -> Sequence[Any]:
        """Everybody this machine knows of."""
        from reviewer_app.store import identity  # noqa: PLC0415 - of this question alone

        with self.profile.store.reading() as connection:
            return identity.team(connection)


def real_time() -> datetime:
    """The time of the real clock: leases end by the hub's."""
    return datetime.now(UTC)  # noqa: TID251 - as above


class Team:
    """A hub, a lead, three reviewers and an intake."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        self.lea = Colleague(folder, "lea")
        parts = urlsplit(url)
        place = parts.netloc.rpartition("@")[2]
        self.where = Administrator(
            urlunsplit(parts._replace(netloc=f"{parts.username}@{place}")), parts.password
        )
        made = self.lea.profile.membership.init(self.where, "lea")
        self.lea.join(made.enrolment or "")
        self.ada = self.hire("ada", Role.REVIEWER, "finance")
        self.bo = self.hire("bo", Role.REVIEWER, "finance")
        self.cy = self.hire("cy", Role.REVIEWER, "legal")
        self.ingest = self.hire("ingest", Role.INTAKE)
        self.apply(POLICY)

    @property
    def everybody(self) -> tuple[Colleague, ...]:
        """All of them."""
        return self.lea, self.ada, self.bo, self.cy, self.ingest

    def hire(self, name: str, role: Role, *pools: str, **how: Any) -> Colleague:
        """Somebody new."""
        text = self.lea.profile.membership.invite(Invited(name, role, pools or ("everyone",)))
        person = Colleague(self.folder, name)
        person.join(text, **how)
        return person

    def apply(self, policy: str) -> None:
        """Puts a policy in force for the team."""
        file = self.folder / "policy.toml"
        file.write_text(policy, encoding="utf-8")
        self.lea.profile.policies.apply(file)
        self.lea.sync()

    def come(self, n: int, prefix: str = "t") -> list[str]:
        """Intake pulls `n` outputs and sends them; gives the source's ids."""
        names = [f"{prefix}{i}" for i in range(n)]
        self.ingest.pull(
            *(incoming(external_id=name, output=f"out {name}", confidence=0.3) for name in names)
        )
        self.sync()
        return names

    def sync(self, *people: Colleague) -> list[RoundResult]:
        """A round for each, intake first."""
        return [person.sync() for person in (people or (self.ingest, *self.everybody))]

    def close(self) -> None:
        """Everybody ends the program."""
        for person in self.everybody:
            person.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def team_of(url: str, folder: Path) -> Iterator[Team]:
    """A team at a hub."""
    with Team(url, folder) as made:
        yield made
