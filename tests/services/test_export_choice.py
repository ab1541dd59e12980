"""Which labels go out and how much of them, and a manifest that owns up to it."""

import json
from uuid import UUID

import pytest

from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.pseudonyms import pseudonym
from reviewer_app.domain.vocabulary import Origin, Risk, Severity, Verdict
from reviewer_app.secrets import KeyringUnusable
from reviewer_app.services.desk import Remarks
from reviewer_app.services.export import Choice, Export, LabelFilter
from reviewer_app.services.pseudonyms import PseudonymKey
from tests.factory import Records, incoming, judged, opened, pull, seen

POLICY = (
    'name = "flags and audits"\n[defaults]\nmode = "auto"\naudit_rate = 0.5\nseed = "x"\n'
    '[[rule]]\nname = "unsure"\nwhen = "confidence < 0.5"\nrisk = "high"\n'
)


@pytest.fixture
def audited(tmp_path, clock):
    """Two outputs that a rule flagged, some drawn for audit, and one judged elsewhere."""
    with opened(tmp_path / "audited", POLICY, clock) as profile:
        flagged = [incoming(n, confidence=0.1) for n in (1, 2)]
        pull(profile, *flagged, *(incoming(n) for n in range(3, 13)))
        wrong = Remarks(("tone",), Severity.MAJOR, "ask ana about it", 1.0)
        profile.review.correct(seen(profile, "out-1"), "better", wrong)
        profile.review.reject(seen(profile, "out-2"), Remarks(("fact",), comment="no"))
        clock.advance(hours=1)
        for n in range(3, 13):
            opened_ = profile.review.open(seen(profile, f"out-{n}").item_id)
            if opened_.selection.sampled:
                profile.review.approve(opened_.seen, Remarks())
        approved = Judgement("zoe", Verdict.APPROVE)
        profile.history.bring_in(Records(judged(20, approved), name="elsewhere"), propensity=0.25)
        yield profile


def exported(profile, path, wanted=None, **how):
    """The labels and the manifest of an export."""
    choice = Choice(wanted or LabelFilter(), **how)
    done = profile.export.write(path, "jsonl", choice)
    labels = [json.loads(line) for line in path.read_text().splitlines()]
    assert done.labels == len(labels)
    return labels, json.loads(done.manifest.read_text())


def external_ids(labels):
    return {label["external_id"] for label in labels}


def test_filters_by_what_only_a_label_knows_take_exactly_its_labels(audited, tmp_path):
    everything, _ = exported(audited, tmp_path / "l.jsonl")
    asked = {
        "selected_by": ("selected_by", ["flag", "audit", "import", "all", "none"]),
        "origin": ("origin", list(Origin)),
        "reviewer": ("reviewers", ["ana", "zoe", "nobody"]),
        "error_type": ("error_types", ["tone", "fact", "none"]),
    }
    for name, (field, values) in asked.items():
        for value in values:
            got, manifest = exported(audited, tmp_path / "l.jsonl", LabelFilter(**{name: value}))
            meant = [x for x in everything if value == x[field] or value in (x[field] or [])]
            assert external_ids(got) == external_ids(meant), (name, value)
            assert manifest["filters"] == {name: value}
    assert {x["selected_by"] for x in everything} == {"flag", "audit", "import"}


def test_until_and_since_tile_the_time(audited, tmp_path, clock):
    everything, _ = exported(audited, tmp_path / "l.jsonl", LabelFilter(origin=Origin.NATIVE))
    before, manifest = exported(audited, tmp_path / "l.jsonl", LabelFilter(until=clock()))
    after, _ = exported(audited, tmp_path / "l.jsonl", LabelFilter(since=clock()))
    assert external_ids(before) == {"out-1", "out-2"}
    assert external_ids(before) | external_ids(after) == external_ids(everything)
    assert not external_ids(before) & external_ids(after)
    assert manifest["filters"] == {"until": clock().isoformat()}


def test_risk_is_the_one_it_was_flagged_with(audited, tmp_path):
    labels, _ = exported(audited, tmp_path / "l.jsonl", LabelFilter(risk=Risk.HIGH))
    assert external_ids(labels) == {"out-1", "out-2"}


def test_an_error_that_was_taken_back_is_not_found(profile, tmp_path):
    pull(profile, incoming())
    profile.review.reject(seen(profile), Remarks(("tone",)))
    profile.review.undo()
    profile.review.reject(seen(profile), Remarks(("fact",)))
    assert not exported(profile, tmp_path / "l.jsonl", LabelFilter(error_type="tone"))[0]
    assert exported(profile, tmp_path / "l.jsonl", LabelFilter(error_type="fact"))[0]


def test_a_manifest_says_how_labels_were_selected_and_by_which_policy(audited, tmp_path):
    labels, manifest = exported(audited, tmp_path / "l.jsonl")
    audits = sum(label["selected_by"] == "audit" for label in labels)
    assert audits > 0
    assert manifest["selected_by"] == {"audit": audits, "flag": 2, "import": 1}
    assert manifest["propensities"] == [
        {"propensity": 0.25, "labels": 1},
        {"propensity": 0.5, "labels": audits},
        {"propensity": 1.0, "labels": 2},
    ]
    assert manifest["verdicts"] == {"approve": audits + 1, "correct": 1, "reject": 1}
    assert manifest["steps"] == [{"workflow": "support", "step": "reply", "labels": len(labels)}]
    (policy,) = manifest["policies"]
    assert (policy["name"], policy["labels"], len(policy["sha256"])) == (
        "flags and audits", len(labels), 1,
    )  # fmt: skip
    assert any("1 / propensity" in said for said in manifest["advice"])


def test_a_propensity_that_nobody_knows_is_counted_as_null(profile, tmp_path):
    profile.history.bring_in(Records(judged(1, Judgement("ann", Verdict.APPROVE))))
    _, manifest = exported(profile, tmp_path / "l.jsonl")
    assert manifest["propensities"] == [{"propensity": None, "labels": 1}]


def test_what_a_format_has_no_place_for_is_counted_with_its_reason(audited, tmp_path):
    done = audited.export.write(tmp_path / "sft.jsonl", "sft")
    assert done.left_out == {"no expected output": 1}
    manifest = json.loads(done.manifest.read_text())
    assert manifest["left_out"] == done.left_out
    assert manifest["labels"] == done.labels
    assert manifest["verdicts"].get("reject") is None
    assert len(manifest["advice"]) == 2


FORMATS_WITH_PEOPLE = ("jsonl", "csv", "inspect", "promptfoo", "label-studio")


@pytest.mark.parametrize("name", FORMATS_WITH_PEOPLE)
def test_pseudonyms_hold_everywhere(audited, tmp_path, name):
    choice = Choice(LabelFilter(reviewer="ana"), comments=False, pseudonymous=True)
    done = audited.export.write(tmp_path / "out", name, choice)
    assert done.labels > 0
    text = (tmp_path / "out").read_text() + done.manifest.read_text()
    device = audited.store.device
    for told in ("ana", str(device.id), str(device.person_id), device.name):
        assert told not in text
    assert json.loads(done.manifest.read_text())["filters"]["reviewer"] == "withheld"


def test_comments_may_name_people_and_the_manifest_says_so(audited, tmp_path):
    labels, manifest = exported(audited, tmp_path / "l.jsonl", pseudonymous=True)
    assert "ask ana about it" in {label["comment"] for label in labels}
    assert "may name people" in manifest["comments"]
    labels, manifest = exported(audited, tmp_path / "l.jsonl", comments=False)
    assert {label["comment"] for label in labels} == {None}
    assert manifest["comments"] == "left out"


def test_one_person_has_one_pseudonym_and_two_have_two(audited, tmp_path):
    labels, _ = exported(audited, tmp_path / "l.jsonl", pseudonymous=True)
    by_origin = {}
    for label in labels:
        by_origin.setdefault(label["origin"], set()).update(label["reviewers"])
    assert [len(names) for names in by_origin.values()] == [1, 1]
    assert len(set.union(*by_origin.values())) == 2


class Keyring:
    """A keyring in memory, that can be out of order."""

    def __init__(self, *, works: bool = True):
        self.kept, self.works = {}, works

    def read(self, name):
        return self.kept.get(name)

    def keep(self, name, secret):
        if not self.works:
            raise KeyringUnusable(name, "it is locked")
        self.kept[name] = secret


def names_by(audited, keyring, path):
    key = PseudonymKey(audited.store.device.id, keyring.read, keyring.keep)
    export = Export(audited.store, key=key.get)
    done = export.write(path, "jsonl", Choice(pseudonymous=True))
    labels = [json.loads(line) for line in path.read_text().splitlines()]
    said = json.loads(done.manifest.read_text())["reviewers"]
    return {label["id"]: tuple(label["reviewers"]) for label in labels}, said


def test_a_kept_key_gives_the_same_pseudonyms_under_a_new_name_too(audited, tmp_path):
    keyring = Keyring()
    first, said = names_by(audited, keyring, tmp_path / "l.jsonl")
    audited.review.rename_me("ana maria")
    assert names_by(audited, keyring, tmp_path / "l.jsonl")[0] == first
    assert "later exports" in said
    assert first != names_by(audited, Keyring(), tmp_path / "l.jsonl")[0]


def test_without_a_keyring_pseudonyms_hold_once_and_the_manifest_says_so(audited, tmp_path):
    keyring = Keyring(works=False)
    first, said = names_by(audited, keyring, tmp_path / "l.jsonl")
    assert first != names_by(audited, keyring, tmp_path / "l.jsonl")[0]
    assert "this export alone" in said


def test_a_pseudonym_follows_from_key_and_person_alone():
    ana, bea = UUID(int=1), UUID(int=2)
    assert pseudonym(ana, "k") == pseudonym(ana, "k") != pseudonym(bea, "k")
    assert pseudonym(ana, "k") != pseudonym(ana, "l")


def test_nobody_is_counted_twice_when_an_export_is_repeated(audited, tmp_path):
    first = exported(audited, tmp_path / "l.jsonl")
    assert exported(audited, tmp_path / "l.jsonl") == first
