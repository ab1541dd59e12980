"""The tables of working together: a database of before gets them and loses nothing."""

from contextlib import closing

from alembic import command

from reviewer_app.domain.vocabulary import Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import rebuild, verify
from reviewer_app.store import answers, leases, marks, schema
from reviewer_app.store.leases import Holder
from tests.factory import (
    ME,
    OTHER,
    THIRD,
    colleague,
    decide_as,
    entry,
    incoming,
    opened,
    pull,
    seen,
    state,
)
from tests.store.test_queue_plans import plans


def set_back(profile, revision: str) -> None:
    """Makes the database one of an earlier release."""
    with profile.store._database._writer.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            command.downgrade(schema._config(connection), revision)
        raw.execute("PRAGMA foreign_keys=ON")
        raw.close()


def test_a_database_of_before_is_upgraded_with_all_that_was_in_it(tmp_path):
    with opened(tmp_path / "p") as profile:
        pull(profile, *(incoming(n) for n in range(1, 5)))
        profile.review.correct(seen(profile), "better", Remarks(("tone",)))
        profile.review.escalate(seen(profile, "out-2"), "leads", Remarks())
        decide_as(profile, "Ben", Verdict.REJECT, "out-2")
        profile.review.claims.hold(entry(profile, "out-3").item_id)
        before = state(profile)
        set_back(profile, "0002")
    with opened(tmp_path / "p") as profile:
        assert schema.revision_of(profile.store.path) == "0005"
        assert state(profile) == before
        assert verify(profile.store).ok
        assert rebuild(profile.store) == 0
        assert profile.review.answers.unread() == 1
        profile.review.approve(seen(profile, "out-3"), Remarks())
    copies = list((tmp_path / "p").rglob("before-0005-*.db"))
    assert len(copies) == 1


def test_answers_are_found_without_reading_all_decisions(profile):
    with profile.store.reading() as connection, plans(connection) as found:
        answers.unread(connection, profile.store.device.person_id)
        answers.latest(connection, profile.store.device.person_id, 10)
    scans = [plan for plan in found if plan.startswith("SCAN") and "decision" in plan]
    assert all("ix_decision_settling" in plan for plan in scans), found
    assert any("ix_escalation_person_id" in plan for plan in found)


def test_a_mark_moves_with_every_fact_and_not_with_claims_or_drafts(profile):
    def now() -> object:
        with profile.store.reading() as connection:
            return marks.mark(connection)

    pull(profile, incoming(), incoming(2))
    pulled = now()
    profile.review.claims.hold(entry(profile).item_id)
    profile.review.save_draft(entry(profile).item_id, None)
    assert now() == pulled
    profile.review.approve(seen(profile), Remarks())
    decided = now()
    assert decided != pulled
    profile.review.skip(seen(profile, "out-2"))
    assert now() != decided
    profile.review.rename_me("Anna")
    assert now()[-1] == "Anna"


def test_a_claim_is_given_once_and_ends_at_its_time(profile, clock):
    ben = colleague(profile, "Ben").person_id
    one, other = Holder(ME, ben), Holder(OTHER, ben)
    later = clock().replace(minute=30)
    with closing(profile.store._database._writer.connect()) as connection, connection.begin():
        leases.claim(connection, [THIRD], one, clock(), later)
        leases.claim(connection, [THIRD], other, clock(), later)
        claim = leases.live(connection, clock(), [THIRD])[THIRD]
        assert (claim.holder, claim.person, claim.until) == (one, "Ben", later)
        assert leases.all_live(connection, later) == {}
        leases.claim(connection, [THIRD], other, later, later.replace(minute=50))
        assert leases.live(connection, later, [THIRD])[THIRD].holder == other
        assert leases.release(connection, other, later) == 1
