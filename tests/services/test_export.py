"""Labels as files: complete, safe to open, and never half written."""

import csv
import json
import re

import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer_app.connectors.labels.files import FileUnwritable
from reviewer_app.connectors.labels.formats import FormatUnknown
from reviewer_app.domain.incoming import Judgement
from reviewer_app.domain.labels import LABEL_FIELDS
from reviewer_app.domain.vocabulary import Severity, Verdict
from reviewer_app.services.desk import Remarks
from reviewer_app.services.export import Choice, ExportStopped, LabelFilter
from tests.factory import Records, incoming, judged, labels, opened, pull, seen

FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
HOSTILE = st.text(
    st.sampled_from("=+-@\t\r\n '\"|,;\u3000\xa0\ufeff\u200b＝＋－＠acmd(1)!é😀"),
    max_size=12,
)


def rows_of(path):
    csv.field_size_limit(10**9)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_label_has_all_its_fields_in_every_format(profile, tmp_path):
    pull(profile, incoming())
    said = Remarks(("tone", "fact"), Severity.MAJOR, "why", 7.25)
    profile.review.correct(seen(profile), "better", said)
    label = labels(profile, tmp_path / "l.jsonl")[0]
    assert tuple(label) == LABEL_FIELDS
    expected = {
        "external_id": "out-1", "output": "answer 1", "expected_output": "better",
        "verdict": "correct", "error_types": ["tone", "fact"], "severity": "major",
        "comment": "why", "reviewers": ["ana"], "active_seconds": 7.25, "selected_by": "all",
        "propensity": 1.0, "policy_version": 1, "flags": [], "alternatives": [],
        "digest": profile.review.open(seen(profile).item_id).item.content_hash,
    }  # fmt: skip
    assert {key: label[key] for key in expected} == expected
    profile.export.write(tmp_path / "l.csv", "csv")
    assert tuple(rows_of(tmp_path / "l.csv")[0]) == LABEL_FIELDS
    profile.export.write(tmp_path / "l.parquet", "parquet")
    table = pyarrow.parquet.read_table(tmp_path / "l.parquet")
    row = table.to_pylist()[0] | {"field_changes": [], "spans": [], "rubric": {}}
    assert row == label


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE), min_size=1, max_size=6))
def test_no_cell_of_a_csv_can_start_a_formula_and_lists_stay_json(tmp_path_factory, said):
    folder = tmp_path_factory.mktemp("csv")
    with opened(folder / "profile") as profile:
        records = [
            judged(
                n,
                Judgement(
                    name or "x", Verdict.CORRECT, output, comment=name, labels={output: name}
                ),
                input=output,
                output=text,
                external_id=f"{n}{name}",
                agent=name,
                workflow=text or "w",
            )
            for n, (text, output, name) in enumerate(said)
        ]
        profile.history.bring_in(Records(*records))
        profile.export.write(folder / "l.csv", "csv")
        header, *rows = rows_of(folder / "l.csv")
    assert len(rows) == len(said)
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        assert not [cell for cell in cells.values() if FORMULA.match(cell)]
        lists = ("error_types", "reviewers", "alternatives", "flags", "spans", "field_changes")
        for name in (*lists, "rubric"):
            json.loads(cells[name])


def test_labels_of_superseded_items_are_included(profile, tmp_path):
    pull(profile, incoming())
    profile.review.approve(seen(profile), Remarks())
    pull(profile, incoming(output="changed"))
    assert [label["output"] for label in labels(profile, tmp_path / "l.jsonl")] == ["answer 1"]


def test_what_a_lead_overruled_is_not_said_in_the_label(profile, tmp_path):
    wrong = Judgement("bob", Verdict.REJECT, comment="unusable")
    profile.history.bring_in(Records(judged(1, Judgement("ann", Verdict.APPROVE), wrong)))
    profile.review.approve(seen(profile), Remarks(comment="it may stand"))
    label = labels(profile, tmp_path / "l.jsonl")[0]
    assert (label["verdict"], label["comment"]) == ("approve", "it may stand")
    assert label["reviewers"] == ["ana"]


def test_filters_leave_what_they_name(profile, tmp_path, clock):
    pull(profile, incoming(1, workflow="a"), incoming(2, step="b"), incoming(3, agent="c"))
    pull(profile, incoming(4), name="other")
    for n in range(1, 4):
        profile.review.approve(seen(profile, f"out-{n}"), Remarks())
    clock.advance(hours=1)
    profile.review.reject(seen(profile, "out-4"), Remarks())
    wanted = {
        "out-1": LabelFilter(workflow="a"),
        "out-2": LabelFilter(step="b"),
        "out-3": LabelFilter(agent="c"),
        "out-4": LabelFilter(source="other"),
    }
    for external_id, filter_ in wanted.items():
        assert profile.export.write(tmp_path / "l.jsonl", "jsonl", Choice(filter_)).labels == 1
        assert external_id in (tmp_path / "l.jsonl").read_text()
    for filter_ in (LabelFilter(verdict=Verdict.REJECT), LabelFilter(since=clock())):
        assert profile.export.write(tmp_path / "l.jsonl", "jsonl", Choice(filter_)).labels == 1


def test_more_labels_than_a_page_come_once_each(profile, tmp_path):
    approved = Judgement("ann", Verdict.APPROVE)
    profile.history.bring_in(Records(*(judged(n, approved) for n in range(1_001))))
    found = [label["external_id"] for label in labels(profile, tmp_path / "l.jsonl")]
    assert (len(found), len(set(found))) == (1_001, 1_001)


def test_a_stopped_export_leaves_what_was_there(profile, tmp_path):
    pull(profile, incoming())
    profile.review.approve(seen(profile), Remarks())
    path = tmp_path / "l.jsonl"
    path.write_text("before")
    with pytest.raises(ExportStopped):
        profile.export.write(path, "jsonl", cancelled=lambda: True)
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.glob("l.*")] == ["l.jsonl"]


def test_a_failing_export_leaves_what_was_there(profile, tmp_path):
    folder = tmp_path / "l.jsonl"
    folder.mkdir()
    with pytest.raises(FileUnwritable, match="unchanged"):
        profile.export.write(folder, "jsonl")
    with pytest.raises(FormatUnknown, match="jsonl, csv, parquet"):
        profile.export.write(tmp_path / "l.xml", "xml")
    assert not (tmp_path / "l.xml").exists()


def test_an_export_sees_one_state_while_others_decide(profile, tmp_path):
    pull(profile, incoming(), incoming(2))
    profile.review.approve(seen(profile), Remarks())

    def meanwhile(_):
        profile.review.approve(seen(profile, "out-2"), Remarks())

    done = profile.export.write(tmp_path / "l.jsonl", "jsonl", on_progress=meanwhile)
    assert done.labels == 1
    assert len(labels(profile, tmp_path / "l.jsonl")) == 2
