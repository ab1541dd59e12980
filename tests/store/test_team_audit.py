"""The journal of a team: signed, with entries of a colleague's machine; every change is named."""

from functools import lru_cache

import pytest
from sqlalchemy.exc import IntegrityError

from reviewer_app.domain import inspection, signing
from reviewer_app.domain.records import JournalEntry
from reviewer_app.services.desk import Remarks
from reviewer_app.store import chained, signatures
from reviewer_app.store.audit import audit
from tests.factory import incoming, opened, pull, seen
from tests.signed import Vault, given_a_key, shown

MINE = 8
HERS = (3, 4, 5, 8)
COLUMNS = tuple(JournalEntry.model_fields)


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """My own entries, and some of those that a colleague's machine chained."""
    folder, vault = tmp_path_factory.mktemp("team"), Vault()
    with opened(folder / "mine") as mine, opened(folder / "hers") as hers:
        for profile, name in ((mine, "Ana"), (hers, "Bea")):
            profile.review.rename_me(name)
            pull(profile, *(incoming(n) for n in range(1, MINE)))
            for n in range(1, MINE):
                profile.review.correct(seen(profile, f"out-{n}"), f"by {name}", Remarks())
            given_a_key(profile, vault).sign_pending(profile.store.device.id)
        shown(mine, hers, HERS)
        yield mine


@pytest.fixture
def tampered(team):
    """The audit after somebody ran these statements with another program; they are undone."""
    with team.store.writing() as connection:

        def after(*statements):
            connection.exec_driver_sql("SAVEPOINT before")
            try:
                for statement, *values in statements:
                    connection.exec_driver_sql(statement, tuple(values))
                return audit(connection)
            finally:
                connection.exec_driver_sql("ROLLBACK TO before")

        yield after
        assert audit(connection).ok


@pytest.fixture
def device_of(team):
    """Whose device has which id, as the file has it."""
    with team.store.reading() as connection:
        known = signatures.signatories(connection).values()
    return {one.person: one.id.hex for one in known}


@pytest.fixture
def remembering(monkeypatch):
    """Verifies each signature of each text once: the answer is the same every time."""
    monkeypatch.setattr(inspection, "verify", lru_cache(maxsize=None)(signing.verify))


def test_both_chains_hold_and_every_signature_was_verified(tampered):
    found = tampered()
    assert (found.ok, found.first_bad, found.is_complete) == (True, None, True)
    assert (found.entries, found.devices, found.signed) == (12, 2, 12)


def changes_of(value):
    """The value with one bit of one byte another one: each byte once, each bit in its turn."""
    if isinstance(value, int):
        yield from (value ^ (1 << bit) for bit in range(16))
    else:
        for at in range(len(value)):
            yield value[:at] + bytes([value[at] ^ (1 << at % 8)]) + value[at + 1 :]


@pytest.mark.usefixtures("remembering")
def test_every_changed_byte_of_every_column_of_every_entry_is_found(team):
    raw = ", ".join(f"CAST({name} AS BLOB)" if name != "n" else name for name in COLUMNS)
    missed, tried = [], 0
    with team.store.writing() as connection:
        rows = connection.exec_driver_sql(f"SELECT rowid, {raw} FROM journal").all()
        for rowid, *values in rows:
            for name, value in zip(COLUMNS, values, strict=True):
                for changed in changes_of(value):
                    tried += 1
                    if not is_found(connection, rowid, name, changed):
                        missed.append((rowid, name, changed))
    assert missed == []
    assert tried > 1_000 * len(rows)


def is_found(connection, rowid, name, changed):
    """Whether the audit tells of this change, or the table itself does not take it."""
    connection.exec_driver_sql("SAVEPOINT before")
    column = "?" if isinstance(changed, int) else "CAST(? AS TEXT)"
    try:
        statement = f"UPDATE journal SET {name} = {column} WHERE rowid = ?"
        connection.exec_driver_sql(statement, (changed, rowid))
        return not audit(connection).ok
    except IntegrityError:
        return True
    finally:
        connection.exec_driver_sql("ROLLBACK TO before")


@pytest.mark.parametrize("n", HERS)
def test_a_changed_entry_of_a_colleague_is_named_with_device_and_person(tampered, device_of, n):
    statement = "UPDATE journal SET body = replace(body, 'correct', 'approve')"
    found = tampered((f"{statement} WHERE n = ? AND device_id = ?", n, device_of["Bea"]))
    assert found.first_bad == f"journal entry {n} of “laptop” (Bea): the body was changed"


@pytest.mark.parametrize("n", HERS)
def test_of_a_colleagues_entries_any_may_be_missing_with_its_fact(tampered, device_of, n):
    its = "(SELECT fact_id FROM journal WHERE device_id = ? AND n = ?)"
    place = (device_of["Bea"], n)
    found = tampered(
        (f"DELETE FROM decision_text WHERE decision_id IN {its}", *place),
        (f"DELETE FROM decision WHERE id IN {its}", *place),
        ("DELETE FROM journal WHERE device_id = ? AND n = ?", *place),
    )
    assert (found.first_bad, found.signed) == (None, 11)


def test_a_colleagues_decision_without_its_entry_is_found(tampered, device_of):
    found = tampered(("DELETE FROM journal WHERE device_id = ? AND n = 4", device_of["Bea"]))
    assert "no journal entry chains it" in found.first_bad


def test_reordered_entries_of_a_colleague_are_named(tampered, device_of):
    hers = device_of["Bea"]
    found = tampered(
        ("UPDATE journal SET n = 99 WHERE n = 3 AND device_id = ?", hers),
        ("UPDATE journal SET n = 3 WHERE n = 4 AND device_id = ?", hers),
        ("UPDATE journal SET n = 4 WHERE n = 99 AND device_id = ?", hers),
    )
    assert found.first_bad.startswith("journal entry 3 of “laptop” (Bea)")


def test_an_entry_moved_to_another_device_is_found(tampered, device_of):
    found = tampered(
        (
            "UPDATE journal SET device_id = ? WHERE n = 3 AND device_id = ?",
            "f" * 32,
            device_of["Bea"],
        )
    )
    assert "unknown here: the entry was changed" in found.first_bad


@pytest.mark.parametrize("who", ["Ana", "Bea"])
def test_a_signature_taken_away_from_the_middle_is_named(tampered, device_of, who):
    found = tampered(
        (
            "UPDATE journal SET signature = '', key_id = '' WHERE n = 5 AND device_id = ?",
            device_of[who],
        )
    )
    assert "entry 5" in found.first_bad
    assert "it has no signature" in found.first_bad


def test_a_key_exchanged_for_another_makes_no_signature_of_its_own_good(tampered, device_of):
    forged = signing.with_key("", signing.new_pair().public)
    for who in ("Ana", "Bea"):
        found = tampered(
            ("UPDATE device SET public_key = ? WHERE id = ?", forged, device_of[who]),
        )
        assert "a key that the device never had" in found.first_bad


def test_one_bit_of_a_decision_that_makes_it_unreadable_is_named(tampered):
    for column, value in (("verdict", "appro\x00e"), ("decided_at", "never"), ("rubric", "{")):
        found = tampered((f"UPDATE decision SET {column} = ?", value))
        assert "decision" in found.first_bad
        assert "it cannot be read" in found.first_bad
    found = tampered(("UPDATE decision SET severity = CAST(x'ff' AS TEXT)",))
    assert "it cannot be read" in found.first_bad


@pytest.mark.parametrize(
    ("then", "now"), [(True, 1), ([0], [False]), ({"a": [1, {"b": True}]}, {"a": [1, {"b": 1}]})]
)
def test_true_is_not_one_however_deep(then, now):
    assert chained._same(then, then)
    assert not chained._same(now, then)


def test_a_damaged_id_is_named_and_no_crash(tampered):
    found = tampered(("UPDATE journal SET fact_id = 'x' WHERE n = 2",))
    assert "entry 2" in found.first_bad
    assert not tampered(("UPDATE journal SET device_id = 'x' WHERE n = 2",)).ok
    assert not tampered(("UPDATE journal SET n = 'x' WHERE n = 2",)).ok


def test_a_check_tells_how_far_it_is_and_can_be_stopped(team, monkeypatch):
    monkeypatch.setattr("reviewer_app.store.audit.TOLD_EVERY", 5)
    steps = []
    with team.store.reading() as connection:
        whole = audit(connection, lambda done, total: steps.append((done, total)))
        stopped = audit(connection, is_cancelled=lambda: True)
    assert steps == [(5, 24), (10, 24), (15, 24), (20, 24), (24, 24)]
    assert whole.ok
    assert (stopped.ok, stopped.is_complete, stopped.first_bad) == (False, False, None)
