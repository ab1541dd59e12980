"""Witnesses: what one device has seen of another's chain cannot be taken back unnoticed."""

from datetime import timedelta
from uuid import UUID

import pytest

from reviewer_app.domain import signing
from reviewer_app.domain.team import Witness
from reviewer_app.services.desk import Remarks
from reviewer_app.services.maintenance import verify
from reviewer_app.store import witnesses
from reviewer_app.store.witnesses import check, put, text_of, witnessed
from tests.factory import NOON, incoming, opened, pull, seen
from tests.signed import Vault, given_a_key, shown

HERS = (2, 3, 6)


@pytest.fixture
def vault():
    return Vault()


@pytest.fixture
def team(tmp_path, vault):
    """A lead's machine that has some entries of a colleague's; her hub's heads; her device."""
    with opened(tmp_path / "mine") as mine, opened(tmp_path / "hers") as hers:
        for profile, name in ((mine, "Ana"), (hers, "Bea")):
            profile.review.rename_me(name)
            pull(profile, *(incoming(n) for n in range(1, 6)))
            for n in range(1, 6):
                profile.review.approve(seen(profile, f"out-{n}"), Remarks())
            given_a_key(profile, vault).sign_pending(profile.store.device.id)
        shown(mine, hers, HERS)
        yield mine, hers, {**head_of(mine), **head_of(hers)}


def head_of(profile):
    device = profile.store.device.id
    with profile.store.reading() as connection:
        row = connection.exec_driver_sql(
            "SELECT n, hash FROM journal WHERE device_id = ? ORDER BY n DESC", (device.hex,)
        ).first()
    return {device: (row.n, row.hash)}


def checked(profile, heads=None, vouched=None):
    with profile.store.reading() as connection:
        return check(connection, heads, vouched)


def test_a_head_is_vouched_for_once_and_never_ones_own(team, vault):
    mine, hers, heads = team
    keys = vault.keys(mine)
    (made,) = keys.witness(heads)
    assert (made.device_id, made.n) == (hers.store.device.id, 6)
    assert made.witness_id == mine.store.device.id
    assert signing.verify(
        signing.newest(mine.store.device.public_key),
        text_of(made.device_id, made.n, made.hash),
        made.signature,
    )
    assert keys.witness(heads) == []
    assert checked(mine, heads) == []
    assert verify(mine.store).ok


def test_a_longer_chain_is_vouched_for_again(team, vault):
    mine, hers, heads = team
    keys = vault.keys(mine)
    keys.witness(heads)
    hers.review.approve(seen(hers, "out-1"), Remarks())
    (made,) = keys.witness({**heads, **head_of(hers)})
    assert made.n == 7


def test_a_machine_alone_vouches_for_nothing(tmp_path, vault):
    with opened(tmp_path / "alone") as alone:
        assert vault.keys(alone).witness({UUID(int=5): (1, "a" * 64)}) == []


def test_a_tail_cut_on_the_hub_is_told(team, vault):
    mine, hers, heads = team
    vault.keys(mine).witness(heads)
    cut = {**heads, hers.store.device.id: (4, "b" * 64)}
    (told,) = checked(mine, cut)
    assert "journal entry 6 of “laptop” (Bea), witnessed by “laptop” (Ana)" in told
    assert "on the hub the chain ends at entry 4" in told
    gone = {key: head for key, head in heads.items() if key != hers.store.device.id}
    assert "ends at entry 0" in checked(mine, gone)[0]


def test_a_hub_that_cuts_the_witnesses_too_is_told_by_the_ones_that_are_kept_here(team, vault):
    mine, hers, heads = team
    vault.keys(mine).witness(heads)
    (told,) = checked(mine, {**heads, hers.store.device.id: (4, "b" * 64)}, [])
    assert "on the hub the chain ends at entry 4" in told


def test_a_chain_that_only_grew_is_no_contradiction(team, vault):
    mine, hers, heads = team
    vault.keys(mine).witness(heads)
    assert checked(mine, {**heads, hers.store.device.id: (9, "b" * 64)}) == []


def test_another_entry_under_the_number_on_the_hub_is_told_and_not_vouched_for(team, vault):
    mine, hers, heads = team
    keys = vault.keys(mine)
    keys.witness(heads)
    forked = {**heads, hers.store.device.id: (6, "b" * 64)}
    assert "the entry on the hub is another one" in checked(mine, forked)[0]
    assert keys.witness(forked) == []


def test_a_head_that_contradicts_an_entry_here_is_not_vouched_for(team, vault):
    mine, hers, _ = team
    assert vault.keys(mine).witness({hers.store.device.id: (3, "b" * 64)}) == []


def vouched(profile, vault, device, n, digest):
    """What this profile's device says of a head, with its true signature."""
    private = vault.kept[f"device:{profile.store.device.id}"]
    return Witness(
        device_id=device,
        n=n,
        witness_id=profile.store.device.id,
        hash=digest,
        signature=signing.sign(private, text_of(device, n, digest)),
        at=NOON,
    )


def test_an_entry_here_that_a_witness_has_seen_otherwise_is_told(team, vault):
    mine, hers, _ = team
    other = vouched(hers, vault, mine.store.device.id, 6, "b" * 64)
    with mine.store.writing() as connection:
        put(connection, [other])
    (told,) = checked(mine)
    assert "the entry here is another one" in told
    assert verify(mine.store).first_bad == told


def test_ones_own_tail_that_was_cut_is_told_by_a_witness(team, vault):
    mine, hers, _ = team
    other = vouched(hers, vault, mine.store.device.id, 9, "b" * 64)
    with mine.store.writing() as connection:
        put(connection, [other])
    assert "here the chain ends at entry 6" in verify(mine.store).first_bad


def test_a_forged_witness_is_told_and_counts_for_nothing(team, vault):
    mine, hers, heads = team
    forged = vouched(hers, vault, mine.store.device.id, 99, "b" * 64)
    forged = forged.model_copy(update={"n": 98})
    (told,) = checked(mine, heads, [forged])
    assert "the witness's signature is not its own" in told


@pytest.mark.parametrize(
    "change", [{"n": 5}, {"hash": "c" * 64}, {"device_id": UUID(int=3)}, {"signature": "AAAA"}]
)
def test_every_part_of_a_witness_is_signed(team, vault, change):
    mine, _, heads = team
    keys = vault.keys(mine)
    (made,) = keys.witness(heads)
    assert checked(mine, heads, [made]) == []
    (told,) = checked(mine, heads, [made.model_copy(update=change)])
    assert "not its own" in told


def test_a_witness_whose_key_nobody_knows_counts_for_nothing(team, vault):
    mine, _, heads = team
    (made,) = vault.keys(mine).witness(heads)
    stranger = made.model_copy(update={"witness_id": UUID(int=8), "n": 99})
    assert checked(mine, heads, [stranger]) == []


def test_two_witnesses_that_saw_different_entries_are_told(team, vault):
    mine, hers, _ = team
    third = UUID(int=77)
    with mine.store.writing() as connection:
        put(connection, [vouched(mine, vault, third, 4, "b" * 64)])
        put(connection, [vouched(hers, vault, third, 4, "c" * 64)])
    told = checked(mine)
    assert len(told) == 2
    assert all("another witness has seen another entry" in one for one in told)


def test_a_witness_still_holds_after_its_key_was_changed(team, vault):
    mine, _, heads = team
    keys = vault.keys(mine)
    (made,) = keys.witness(heads)
    keys.renew()
    assert checked(mine, heads, [made]) == []


def test_of_many_old_witnesses_a_few_are_kept_and_the_new_ones_all(team):
    mine, hers, _ = team
    device, me = hers.store.device.id, mine.store.device.id
    with mine.store.writing() as connection:
        for n in range(1, 700):
            made = witnessed(
                connection, {device: (n + 10, "d" * 64)}, me, lambda _: "x", NOON + timedelta(n)
            )
            assert [one.n for one in made] == [n + 10]
        kept = [n for (n,) in connection.exec_driver_sql("SELECT n FROM witness ORDER BY n").all()]
    newest = 709
    assert kept == [50, 100, 150, 200, *range(newest - witnesses.LATEST, newest + 1)]
