"""Profiles, records and acts to test with: valid as they are, one thing changed at a time."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from reviewer_app.domain.identity import digest_of, hashed_id
from reviewer_app.domain.incoming import Incoming, Judgement, Problem, Reading
from reviewer_app.domain.labels import label_of
from reviewer_app.domain.queue import QueueEntry, QueueQuery
from reviewer_app.domain.records import Decision, Device, Item, Selection
from reviewer_app.domain.resolution import Opinion
from reviewer_app.domain.vocabulary import Disposition, Mode, Origin, OutputType, Status, Verdict
from reviewer_app.paths import Paths
from reviewer_app.profile import Profile
from reviewer_app.services import acts
from reviewer_app.services.acts import Act
from reviewer_app.services.desk import Remarks
from reviewer_app.services.intake import PullResult
from reviewer_app.services.known import known
from reviewer_app.services.policies import Policies
from reviewer_app.store import identity, queue
from reviewer_app.store import resolved as stored
from reviewer_app.store.resolved import LabelFilter
from reviewer_app.store.store import Store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ME, OTHER, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
DEVICE = UUID(int=9)

EVERYTHING_WAITS = 'name = "everything waits"\n[defaults]\nmode = "human"\n'
TWO_MUST_AGREE = (
    f'{EVERYTHING_WAITS}agreement = "exact"\n'
    '[[rule]]\nname = "two people"\nwhen = "true"\nreviews = 2\n'
)


class Clock:
    """The time, as a test sets it."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        """Moves the time on; a negative amount sets it back."""
        self.at += timedelta(**by)


class Records:
    """A source of what a test hands it, with a cursor that counts."""

    kind = "test"

    def __init__(self, *outcomes: Incoming | Problem, name: str = "feed") -> None:
        self.name = name
        self._outcomes = outcomes

    def read(self, cursor: str | None = None) -> Iterator[Reading]:
        total = len(self._outcomes)
        for n, outcome in enumerate(self._outcomes[int(cursor or 0) :], int(cursor or 0) + 1):
            yield Reading(outcome, n, total, str(n))


def incoming(number: int = 1, **fields: Any) -> Incoming:
    """A valid record; `number` tells it from others."""
    given = {
        "place": f"feed:{number}",
        "external_id": f"out-{number}",
        "workflow": "support",
        "step": "reply",
        "agent": "writer",
        "model_version": "2.0",
        "input": f"question {number}",
        "output": f"answer {number}",
        "confidence": 0.9,
    }
    return Incoming(**given | fields)


def judged(number: int = 1, *judgements: Judgement, **fields: Any) -> Incoming:
    """A record with judgements that were made elsewhere."""
    return incoming(number, judgements=judgements, **fields)


def problem(number: int = 1, **fields: Any) -> Problem:
    """A record that was refused."""
    given = {
        "place": f"feed:{number}",
        "field": "output",
        "reason": "output is missing",
        "raw": "{}",
    }
    return Problem(**given | fields)


def item(**fields: Any) -> Item:
    """A stored item."""
    given = {
        "id": UUID(int=7),
        "source": "feed",
        "external_id": "out-1",
        "revision": 1,
        "workflow": "support",
        "step": "reply",
        "agent": "writer",
        "model_version": "2.0",
        "created_at": None,
        "pulled_at": NOON,
        "output_type": OutputType.TEXT,
        "confidence": 0.9,
        "content_hash": "c" * 64,
        "place": "feed:1",
    }
    return Item(**given | fields)


def selection(**fields: Any) -> Selection:
    """A selection that makes the item wait."""
    given = {
        "item_id": UUID(int=7),
        "policy_version_id": None,
        "mode": Mode.HUMAN,
        "disposition": Disposition.HOLD,
    }
    return Selection(**given | fields)


def decision(number: int, verdict: Verdict | None, person: UUID = ME, **fields: Any) -> Decision:
    """A decision; `number` is its place in time."""
    given = {
        "id": UUID(int=(7 << 76) | number),
        "item_id": UUID(int=7),
        "content_hash": "c" * 64,
        "person_id": person,
        "device_id": DEVICE,
        "verdict": verdict,
        "decided_at": NOON + timedelta(minutes=number),
        "origin": Origin.NATIVE,
    }
    return Decision(**given | fields)


def opinion(
    number: int,
    verdict: Verdict | None,
    person: UUID = ME,
    correction: str | None = None,
    **fields: Any,
) -> Opinion:
    """A decision with its words."""
    digest = digest_of(correction) if correction is not None else None
    made = decision(number, verdict, person, **{"correction_digest": digest, **fields})
    return Opinion(made, correction, person=f"person {person.int}")


def open_profile(home: Path, policy: str = EVERYTHING_WAITS, clock: Clock | None = None) -> Profile:
    """A profile with a policy of its own and a clock that can be set."""
    paths = Paths.under(home)
    document = home / "policy.toml"
    document.parent.mkdir(parents=True, exist_ok=True)
    document.write_text(policy, encoding="utf-8")
    store = Store(paths.database, clock or Clock(), "ana", "laptop")
    profile = Profile(paths, store, Policies(store, document))
    profile.policies.apply(document)
    return profile


@contextmanager
def opened(home: Path, policy: str = EVERYTHING_WAITS, clock: Clock | None = None):
    """`open_profile`, closed afterwards."""
    profile = open_profile(home, policy, clock)
    try:
        yield profile
    finally:
        profile.close()


def pull(profile: Profile, *outcomes: Incoming | Problem, name: str = "feed") -> PullResult:
    """Pulls the records whole, as from a file that is read each time."""
    origin = {"path": name}
    return profile.intake.pull(Records(*outcomes, name=name), origin=origin)


def entries(profile: Profile, *statuses: Status, **query: Any) -> list[QueueEntry]:
    """The entries of the queue whoever looks, in any status unless some are named."""
    with profile.store.reading() as connection:
        return queue.page(connection, QueueQuery(statuses=statuses, **query), 0, 10_000)


def entry(profile: Profile, external_id: str = "out-1") -> QueueEntry:
    """The newest entry of an output."""
    found = [e for e in entries(profile) if e.external_id == external_id]
    return next(e for e in found if e.status is not Status.SUPERSEDED or len(found) == 1)


def seen(profile: Profile, external_id: str = "out-1"):
    """What a person who opens the output sees."""
    return profile.review.open(entry(profile, external_id).item_id).seen


def colleague(profile: Profile, name: str) -> Device:
    """Another person of the team, at a machine of their own."""
    with profile.store.writing() as connection:
        person = identity.add_teammate(connection, name)
    return Device(id=hashed_id("device", name), person_id=person.id, name=name)


def decide_as(
    profile: Profile,
    name: str,
    verdict: Verdict,
    external_id: str = "out-1",
    correction: str | None = None,
) -> Decision:
    """A decision of a colleague's on what the queue has now, as they see it."""
    device, item_id = colleague(profile, name), entry(profile, external_id).item_id
    with profile.store.reading() as connection:
        shown = known(connection, [item_id], device.person_id)[item_id].seen
    act = Act(shown, verdict, Remarks(), correction=correction, to="leads")
    with profile.store.transaction() as transaction:
        return acts.record(transaction, act, device, profile.store.now())


def labels(profile: Profile, path: Path) -> list[dict[str, Any]]:
    """The labels of a profile, through a file as they go out."""
    profile.export.write(path, "jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def lines_of(records: Iterable[dict[str, Any]]) -> str:
    """Records as JSON Lines."""
    return "".join(json.dumps(record) + "\n" for record in records)


def state(profile: Profile) -> tuple[list[QueueEntry], list[dict[str, Any]]]:
    """All that a person can see of the queue, and all that evaluation gets."""
    wanted = LabelFilter()
    with profile.store.reading() as connection:
        rows = queue.page(connection, QueueQuery(statuses=()), 0, 100_000)
        made = [label_of(one) for page in stored.pages(connection, wanted) for one in page]
    return rows, made
