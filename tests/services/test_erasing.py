"""Erasing: the contents go, from everywhere; what was decided, and that it was, stays."""

import random
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reviewer_app.domain.errors import ItemChanged
from reviewer_app.domain.holding import Holding
from reviewer_app.domain.incoming import AttachedFile, Judgement
from reviewer_app.domain.queue import Picked, QueueQuery
from reviewer_app.domain.records import Content, Erasure
from reviewer_app.domain.team import Hub
from reviewer_app.domain.vocabulary import Role, Status, Verdict
from reviewer_app.services import maintenance
from reviewer_app.services.acts import ContentNotWhole
from reviewer_app.services.desk import Draft, Remarks
from reviewer_app.services.erasing import ErasingForbidden, ErasingUnexplained
from reviewer_app.services.review import AttachmentGone, ReviewSession
from reviewer_app.services.together import Together, Way
from reviewer_app.services.withheld import Elsewhere
from reviewer_app.store import facts, gold, membership, schema
from reviewer_app.store.identity import PERSON
from reviewer_app.store.local import draft
from reviewer_app.store.rows import table_of
from reviewer_app.store.tables import ContentRow
from tests.factory import (
    EVERYTHING_WAITS,
    NOON,
    Records,
    entries,
    entry,
    incoming,
    judged,
    labels,
    opened,
    problem,
    pull,
    seen,
    state,
)

WORDS = ("Marzipan", "Quodlibet")
SECRET = "-".join(WORDS)
FLAGGING = (
    'name = "flags"\n[defaults]\nsearch_fields = ["customer"]\n'
    '[[rule]]\nname = "all"\nwhen = "output != \'\'"\n'
)
KEPT_A_MONTH = (
    f'{EVERYTHING_WAITS}retention = "30d"\n'
    '[workflow.support.step.contract]\nmode = "human"\nretention = "365d"\n'
)


def files_of(profile) -> bytes:
    """Every byte that the program keeps of this profile's database, copies included."""
    return b"".join(
        path.read_bytes() for path in sorted(profile.store.path.parent.rglob("*")) if path.is_file()
    )


def holds(profile, words: str) -> bool:
    """Whether the words, or the terms they are made of, can be read in any file."""
    found = files_of(profile).lower()
    return any(word.encode() in found for word in words.lower().split("-"))


def erase(profile, *external_ids: str, reason: str = "asked for"):
    return profile.erasing.erase([entry(profile, name).item_id for name in external_ids], reason)


def holds_together(profile) -> bool:
    return maintenance.verify(profile.store).ok and maintenance.rebuild(profile.store) == 0


@pytest.fixture
def told(tmp_path, clock):
    """An output with the secret in every place where a content can be, decided and indexed."""
    with opened(tmp_path / "profile", FLAGGING, clock) as profile:
        files = (AttachedFile(f"{SECRET}.txt", "text/plain", f"{SECRET} file".encode()),)
        record = incoming(
            input=f"asked {SECRET}",
            output=f"said {SECRET} " + "word " * 3_000,
            meta=f'{{"customer": "{SECRET}"}}',
            trace=f'{{"steps": ["{SECRET}"]}}',
            attachments=files,
        )
        pull(profile, problem(raw=f'{{"output": "{SECRET}"}}'), *(incoming(n) for n in (2, 3, 4)))
        pull(profile, record)
        profile.review.correct(seen(profile), f"better {SECRET}", Remarks(comment=f"as {SECRET}"))
        body = Draft(comment=f"typed {SECRET}")
        profile.review.save_draft(entry(profile).item_id, body)
        schema.copy(profile.store.path, profile.store.path.parent / "backups" / "before-x.db")
        assert holds(profile, SECRET)
        yield profile


def test_nothing_of_an_erased_content_can_be_read_in_any_file(told):
    item_id = entry(told).item_id
    result = erase(told, "out-1")
    assert (result.items, result.already, result.is_tidy) == ((item_id,), 0, True)
    assert [(c.path.name, c.items, c.is_done) for c in result.copies] == [("before-x.db", 1, True)]
    assert not holds(told, SECRET)
    assert holds_together(told)
    assert not holds(told, SECRET)


def test_an_erased_item_says_so_wherever_it_is_read(told, tmp_path):
    before = entry(told)
    erase(told, "out-1", reason="the customer asked")
    desk = told.review.open(before.item_id)
    assert (desk.held, desk.content.output, desk.content.input) == (Holding.ERASED, "", None)
    assert (desk.gone.person, desk.gone.reason) == ("ana", "the customer asked")
    assert (desk.attachments, desk.draft, desk.resolution.expected_output) == ((), None, None)
    now = entry(told)
    assert now == before.model_copy(update={"excerpt": ""})
    assert all(not flag.values and SECRET not in flag.reason for flag in desk.selection.flags)
    assert [flag.rule for flag in desk.selection.flags] == ["all"]
    (label,) = labels(told, tmp_path / "labels.jsonl")
    assert label["verdict"] == "correct"
    assert [label[k] for k in ("input", "output", "expected_output", "comment")] == [None] * 4
    assert (label["field_changes"], label["alternatives"]) == ([], [])


def test_an_erased_item_is_found_by_its_id_and_by_no_word(told):
    def found(words: str) -> list[str]:
        query = QueueQuery(statuses=(), search=words)
        return [e.external_id for e in told.review.page(query, 0, 10)]

    word = SECRET.partition("-")[0]
    assert found(word) == ["out-1"]
    erase(told, "out-1")
    assert (found(word), found("answer")) == ([], ["out-2", "out-3", "out-4"])
    assert found("id:out-1") == ["out-1"]
    maintenance.rebuild(told.store)
    assert (found(word), found("answer")) == ([], ["out-2", "out-3", "out-4"])


def test_pulling_the_same_again_does_not_bring_it_back(told):
    erase(told, "out-1")
    again = incoming(
        input=f"asked {SECRET}",
        output=f"said {SECRET} " + "word " * 3_000,
        attachments=(AttachedFile(f"{SECRET}.txt", "text/plain", f"{SECRET} file".encode()),),
    )
    assert pull(told, again).unchanged == 1
    assert not holds(told, SECRET)


def test_a_judgement_that_comes_later_brings_no_words_along(told):
    erase(told, "out-1")
    record = judged(
        1,
        Judgement("ann", Verdict.CORRECT, f"better {SECRET}", f"as {SECRET}"),
        input=f"asked {SECRET}",
        output=f"said {SECRET} " + "word " * 3_000,
        attachments=(AttachedFile(f"{SECRET}.txt", "text/plain", f"{SECRET} file".encode()),),
    )
    result = told.history.bring_in(Records(record))
    assert (result.judgements, result.new_items) == (1, 0)
    with told.store.reading() as connection:
        made = facts.opinions(connection, [entry(told).item_id])[entry(told).item_id]
    assert [o.correction for o in made if o.person == "ann"] == [None]
    assert not holds(told, SECRET)


def test_what_is_typed_on_it_afterwards_is_not_kept(told):
    item_id = entry(told).item_id
    erase(told, "out-1")
    told.review.save_draft(item_id, Draft(correction=SECRET))
    with told.store.reading() as connection:
        assert draft(connection, item_id) is None


def test_its_attachment_is_gone_with_a_sentence_but_another_items_stays(tmp_path, clock):
    shared = (AttachedFile("terms.txt", "text/plain", b"shared terms"),)
    with opened(tmp_path, clock=clock) as profile:
        pull(profile, *(incoming(n, attachments=shared) for n in (1, 2)))
        first, second = (
            profile.review.open(entry(profile, f"out-{n}").item_id).attachments[0] for n in (1, 2)
        )
        erase(profile, "out-1")
        assert profile.review.attachment(second.id) == b"shared terms"
        with pytest.raises(AttachmentGone, match="erased"):
            profile.review.attachment(first.id)
        erase(profile, "out-2")
        assert b"shared terms" not in files_of(profile)


def test_nobody_decides_on_what_was_erased_and_it_waits_no_more(profile):
    pull(profile, incoming(1), incoming(2))
    shown = seen(profile)
    erase(profile, "out-1")
    assert entry(profile).status is Status.SUPERSEDED
    with pytest.raises(ItemChanged, match="was erased"):
        profile.review.approve(shown, Remarks())
    with pytest.raises(ItemChanged, match="was erased"):
        profile.review.decline(shown, "not mine")
    result = profile.review.decide_many(Together((shown, seen(profile, "out-2")), Way.APPROVE))
    assert [left.reason for left in result.left_out] == ["The content of out-1 was erased."]
    assert len(result.done) == 1
    assert holds_together(profile)


def test_a_decision_on_it_can_be_taken_back_but_not_made_again(profile):
    pull(profile, incoming())
    profile.review.approve(seen(profile), Remarks())
    erase(profile, "out-1")
    assert entry(profile).status is Status.RESOLVED
    assert profile.review.undo().entry.status is Status.SUPERSEDED
    with pytest.raises(ItemChanged, match="was erased"):
        profile.review.redo()
    assert holds_together(profile)


def test_an_erased_precedent_is_shown_no_more(profile):
    pull(profile, *(incoming(n, output="the same long answer to a customer") for n in (1, 2)))
    profile.review.approve(seen(profile), Remarks())
    other = entry(profile, "out-2").item_id
    assert [one.external_id for one in profile.review.similar(other).items] == ["out-1"]
    erase(profile, "out-1")
    assert profile.review.similar(other).items == ()
    assert profile.review.similar(entry(profile).item_id).items == ()
    assert profile.review.alike(entry(profile).item_id).nearly_same == ()


def test_a_known_item_keeps_its_verdict_and_loses_its_text(tmp_path, clock):
    policy = f"{EVERYTHING_WAITS}gold_rate = 0.5\n"
    with opened(tmp_path, policy, clock) as profile:
        right = Judgement("ann", Verdict.CORRECT, f"right {SECRET}", f"since {SECRET}")
        profile.gold.add(Records(judged(99, right, output=f"wrong {SECRET}")))
        pull(profile, *(incoming(n) for n in range(100, 103)))
        with profile.store.reading() as connection:
            (known,) = gold.known(connection, [e.item_id for e in entries(profile)]).values()
        shown = profile.review.open(known.item_id).seen
        profile.review.correct(shown, f"right {SECRET}", Remarks())
        profile.erasing.erase([known.item_id], "asked for")
        assert profile.gold.accuracies() == []  # nobody can tell any more
        assert profile.review.answers.latest()[0].is_right
        assert not holds(profile, SECRET)


def test_other_revisions_stay_unless_they_are_meant_too(profile):
    for output in ("first Marzipan", "second Quodlibet"):
        pull(profile, incoming(output=output))
    newest = entry(profile).item_id
    erase(profile, "out-1")
    assert holds(profile, "Marzipan")
    assert not holds(profile, "Quodlibet")
    both = profile.erasing.picked(Picked((newest,)), every_revision=True)
    result = profile.erasing.erase(both, "asked for")
    assert (len(result.items), result.already) == (1, 1)
    assert not holds(profile, "Marzipan")


def test_erasing_twice_changes_nothing(profile):
    pull(profile, incoming())
    erase(profile, "out-1")
    before = maintenance.verify(profile.store).entries
    result = erase(profile, "out-1")
    assert (result.items, result.already) == ((), 1)
    assert maintenance.verify(profile.store).entries == before


def test_an_erasure_says_why(profile):
    pull(profile, incoming())
    with pytest.raises(ErasingUnexplained):
        erase(profile, "out-1", reason="  ")
    assert profile.review.open(entry(profile).item_id).held is Holding.WHOLE


def join(profile, role: Role) -> None:
    """This person belongs to a team now, in this role."""
    device = profile.store.device
    hub = Hub(hub_id=device.id, device_id=device.id, address="hub", login="me", joined_at=NOON)
    with profile.store.writing() as connection:
        membership.put_hub(connection, hub)
        connection.execute(PERSON.update().values(role=role))


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.INTAKE, Role.AUDITOR])
def test_in_a_team_only_a_lead_erases_on_request(profile, role):
    pull(profile, incoming())
    join(profile, role)
    with pytest.raises(ErasingForbidden):
        erase(profile, "out-1")
    join(profile, Role.LEAD)
    assert len(erase(profile, "out-1").items) == 1


def test_an_intake_erases_what_the_policy_says_and_a_reviewer_does_not(tmp_path, clock):
    with opened(tmp_path, KEPT_A_MONTH, clock) as profile:
        join(profile, Role.REVIEWER)
        with pytest.raises(ErasingForbidden):
            profile.erasing.erase_expired()
        join(profile, Role.INTAKE)
        assert profile.erasing.erase_expired().items == ()


def test_only_what_is_done_and_older_than_its_step_keeps_it_expires(tmp_path, clock):
    with opened(tmp_path, KEPT_A_MONTH, clock) as profile:
        pull(profile, incoming(1), incoming(2), incoming(3), incoming(4, step="contract"))
        for name in ("out-1", "out-4"):
            profile.review.approve(seen(profile, name), Remarks())
        clock.advance(days=20)
        profile.review.reject(seen(profile, "out-2"), Remarks())
        clock.advance(days=11)
        assert dict(profile.erasing.expired()) == {("support", "reply"): 1}
        assert profile.erasing.erase_expired().items == (entry(profile, "out-1").item_id,)
        assert profile.erasing.expired() == {}
        clock.advance(days=20)
        result = profile.erasing.erase_expired()
        assert result.items == (entry(profile, "out-2").item_id,)
        assert (
            "kept for 4w2d, as “everything waits”"
            in profile.review.open(result.items[0]).gone.reason
        )
        clock.advance(days=400)
        assert dict(profile.erasing.expired()) == {("support", "contract"): 1}
        assert entry(profile, "out-3").status is Status.QUEUED


def test_a_policy_without_retention_keeps_everything(profile, clock):
    pull(profile, incoming())
    profile.review.approve(seen(profile), Remarks())
    clock.advance(days=5_000)
    assert profile.erasing.expired() == {}
    assert profile.erasing.erase_expired().items == ()


def test_a_copy_of_an_earlier_version_is_erased_too_and_stays_of_that_version(told):
    old = told.store.path.parent / "backups" / "before-x.db"
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("ALTER TABLE gold DROP COLUMN because")
        raw.execute("DROP TABLE draft")
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("VACUUM")
    before = schema.revision_of(old)
    (copy,) = erase(told, "out-1").copies
    assert (copy.items, copy.fault) == (1, "")
    assert schema.revision_of(old) == before
    assert not holds(told, SECRET)


def test_a_copy_that_cannot_be_read_is_named_and_tried_again(told):
    folder = told.store.path.parent / "backups"
    broken = folder / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + b"?" * 5_000)
    found = {c.path.name: c.is_done for c in erase(told, "out-1").copies}
    assert found == {"before-x.db": True, "broken.db": False}
    (again,) = [c for c in told.erasing.finish()[0] if not c.is_done]
    assert again.path == broken
    broken.unlink()
    assert all(c.is_done for c in told.erasing.finish()[0])
    assert told.erasing.finish() == ((), True)


def test_a_backup_that_is_put_back_does_not_bring_it_back(told, tmp_path, clock):
    backup = maintenance.backup(told.store, tmp_path / "elsewhere.db")
    erase(told, "out-1")
    told.close()
    maintenance.restore(told.store.path, backup, clock())
    with opened(tmp_path / "profile", FLAGGING, clock) as profile:
        profile.intake.catch_up()
        assert profile.erasing.finish()[1]
        assert profile.review.open(entry(profile).item_id).held is Holding.ERASED
        assert not holds(profile, SECRET)
        assert holds_together(profile)


def test_a_copy_that_is_put_back_knows_why_contents_are_missing(told, tmp_path, clock):
    erase(told, "out-1", reason="the customer asked")
    told.close()
    copy = told.store.path.parent / "backups" / "before-x.db"
    kept = copy.rename(tmp_path / "kept.db")
    told.store.path.unlink()
    maintenance.restore(told.store.path, kept, clock())
    with opened(tmp_path / "profile", FLAGGING, clock) as profile:
        assert not maintenance.verify(profile.store).ok
        profile.intake.catch_up()
        profile.erasing.finish_soon()
        desk = profile.review.open(entry(profile).item_id)
        assert (desk.held, desk.gone.reason) == (Holding.ERASED, "the customer asked")
        assert not holds(profile, SECRET)
        assert holds_together(profile)


def test_traces_that_a_reader_held_up_go_at_the_next_chance(told):
    ids = [entry(told).item_id]
    with told.store.reading() as connection:
        facts.items(connection, ids)  # from here on it sees the database as it was
        assert not told.erasing.erase(ids, "asked for").is_tidy
    assert holds(told, SECRET)
    copies, is_tidy = told.erasing.finish()
    assert is_tidy
    assert all(copy.is_done for copy in copies)
    assert not holds(told, SECRET)


def test_what_others_erased_is_erased_here(told):
    item = told.review.open(entry(told).item_id).item
    with told.store.transaction() as transaction:
        fact = Erasure(
            id=transaction.new_id(),
            item_id=item.id,
            content_hash=item.content_hash,
            person_id=told.store.device.person_id,
            reason="a colleague",
            at=NOON,
        )
        transaction.add(fact)
        told.erasing.obey(transaction, [fact])
    told.erasing.finish()
    assert not holds(told, SECRET)
    assert holds_together(told)


def cut(profile, external_id: str = "out-1", output: str | None = "ans") -> None:
    """Leaves the beginning of an output alone, or nothing, as on a laptop of a team."""
    table, key = table_of(ContentRow), entry(profile, external_id).item_id
    with profile.store.writing() as connection:
        connection.execute(table.delete().where(table.c.item_id == key))
        if output is not None:
            head = Content(item_id=key, input=None, output=output, truncated=True)
            connection.execute(table.insert(), [head.model_dump()])


@pytest.mark.parametrize(("output", "held"), [("ans", Holding.HEAD), (None, Holding.ABSENT)])
def test_nobody_decides_on_a_content_that_is_not_here_whole(profile, output, held):
    pull(profile, incoming(1), incoming(2))
    cut(profile, output=output)
    desk = profile.review.open(entry(profile).item_id)
    assert (desk.held, desk.content.output) == (held, output or "")
    with pytest.raises(ContentNotWhole, match="out-1"):
        profile.review.approve(desk.seen, Remarks())
    result = profile.review.decide_many(Together((desk.seen,), Way.APPROVE))
    assert [left.external_id for left in result.left_out] == ["out-1"]
    assert profile.review.decline(desk.seen, "not mine").entry is not None


def whole(profile, key) -> bool:
    """Stands for the hub: the content comes."""
    table = table_of(ContentRow)
    with profile.store.writing() as connection:
        connection.execute(table.delete().where(table.c.item_id == key))
        content = Content(item_id=key, input="question 1", output="answer 1")
        connection.execute(table.insert(), [content.model_dump()])
    return True


def test_a_content_is_fetched_before_the_desk_is_made(profile):
    pull(profile, incoming(1), incoming(2))
    cut(profile)
    asked = []
    elsewhere = Elsewhere(lambda key: asked.append(key) or whole(profile, key), profile.files.data)
    session = ReviewSession(profile.store, profile.policies, elsewhere)
    desk = session.open(entry(profile).item_id)
    assert (desk.held, desk.content.output) == (Holding.WHOLE, "answer 1")
    session.open(entry(profile, "out-2").item_id)
    assert asked == [desk.item.id]


def test_labels_of_heads_are_fetched_or_null(profile, tmp_path):
    pull(profile, incoming(1), incoming(2))
    for name in ("out-1", "out-2"):
        profile.review.approve(seen(profile, name), Remarks())
        cut(profile, name)
    first = entry(profile).item_id
    export = type(profile.export)(profile.store, lambda key: key == first and whole(profile, key))
    path = tmp_path / "labels.jsonl"
    assert export.write(path, "jsonl").labels == 2
    assert '"output":"answer 1"' in path.read_text()
    assert '"output":null' in path.read_text()
    assert '"ans"' not in path.read_text()
    assert export.write(tmp_path / "labels.parquet", "parquet").labels == 2
    assert export.write(tmp_path / "labels.csv", "csv").labels == 2


def test_how_well_a_person_did_does_not_change_when_a_known_item_is_erased(tmp_path, clock):
    with opened(tmp_path, f"{EVERYTHING_WAITS}gold_rate = 0.5\n", clock) as profile:
        right = Judgement("ann", Verdict.CORRECT, "what is right")
        profile.gold.add(Records(judged(99, right, output="what is wrong")))
        pull(profile, *(incoming(n) for n in range(100, 103)))
        with profile.store.reading() as connection:
            (known,) = gold.known(connection, [e.item_id for e in entries(profile)])
        profile.review.correct(profile.review.open(known).seen, "also wrong", Remarks())
        assert [(a.right, a.answered) for a in profile.gold.accuracies()] == [(0, 1)]
        profile.erasing.erase([known], "asked for")
        assert profile.gold.accuracies() == []


@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32), share=st.floats(0.05, 0.95))
@example(seed=1_381_390_162, share=0.5)  # where a page was split, a piece of it was left behind
def test_whatever_is_erased_among_much_nothing_of_it_can_be_read(tmp_path_factory, seed, share):
    draw = random.Random(seed)  # noqa: S311 - no secret
    with opened(tmp_path_factory.mktemp("many")) as profile:
        marks = {n: f"mark{seed}x{n}q" for n in range(120)}
        sizes = {n: draw.choice([1, 20, 400, 4_000]) for n in marks}
        for n, mark in marks.items():
            output = f"{mark} " + "abc " * sizes[n]
            pull(profile, incoming(n, output=output, input=f"why {mark}"))
            if draw.random() < 0.5:
                verdict = profile.review.correct(
                    seen(profile, f"out-{n}"), f"better {mark}", Remarks(comment=mark)
                )
                if draw.random() < 0.3:
                    profile.review.undo(verdict.decision.id)
        gone = draw.sample(sorted(marks), max(1, int(share * len(marks))))
        erase(profile, *(f"out-{n}" for n in gone))
        found = files_of(profile)
        assert [n for n in gone if marks[n].encode() in found] == []
        assert [n for n in marks if n not in gone and marks[n].encode() not in found] == []
        before = state(profile)
        assert holds_together(profile)
        assert state(profile) == before
