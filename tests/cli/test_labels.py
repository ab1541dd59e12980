"""`labels export` and `labels check`, as a pipeline calls them."""

import json
from pathlib import Path

import pytest

from reviewer_app.cli.labels import Format
from reviewer_app.services.export import FORMATS


@pytest.fixture
def judged(document, pulled):
    """Three outputs: one approved, one rejected, one that waits."""
    document("decide", "k0", "approve")
    document("decide", "k1", "reject", "--comment", "no")
    return pulled


def test_every_format_can_be_asked_for():
    assert {str(form) for form in Format} == set(FORMATS)


@pytest.mark.parametrize("form", Format)
@pytest.mark.usefixtures("judged")
def test_every_format_is_written_and_checked(form, document, tmp_path):
    out = tmp_path / "out"
    done = document("labels", "export", "--format", form, "--out", out)
    assert (done["path"], done["format"]) == (str(out), form)
    assert done["labels"] + sum(done["left_out"].values()) == 2
    assert json.loads(Path(done["manifest"]).read_text())["labels"] == done["labels"]
    assert document("labels", "check", out) == {"ok": True, "manifest": True, "changed": []}


@pytest.mark.usefixtures("judged")
def test_filters_and_what_is_withheld_come_through(document, app, tmp_path):
    out = tmp_path / "l.jsonl"
    filters = {
        "--verdict": "reject", "--workflow": "support", "--step": "reply", "--agent": "writer",
        "--source": "feed", "--origin": "native", "--until": "2999-01-01", "--since": "2001-01-01",
    }  # fmt: skip
    given = [part for pair in filters.items() for part in pair]
    done = document("labels", "export", "--out", out, *given, "--without-comments")
    assert done["labels"] == 1
    assert json.loads(out.read_text())["comment"] is None
    for nobody in (["--risk", "critical"], ["--reviewer", "x"], ["--error-type", "x"],
                   ["--selected-by", "import"], ["--until", "2001-01-01"]):  # fmt: skip
        assert document("labels", "export", "--out", out, *nobody)["labels"] == 0
    app("labels", "export", "--out", out, "--pseudonymous")
    names = {
        name for line in out.read_text().splitlines() for name in json.loads(line)["reviewers"]
    }
    assert [name.partition("-")[0] for name in names] == ["reviewer"]


@pytest.mark.usefixtures("judged")
def test_what_was_left_out_is_said(app, tmp_path):
    said = app("labels", "export", "--format", "dpo", "--out", tmp_path / "l.jsonl").err
    assert "2 left out: no correction that differs" in said


@pytest.mark.usefixtures("judged")
def test_a_changed_export_and_one_without_a_manifest_exit_1(document, app, tmp_path):
    out = tmp_path / "l.jsonl"
    document("labels", "export", "--out", out)
    out.write_text("changed")
    checked = document("labels", "check", out, code=1)
    assert checked == {"ok": False, "manifest": True, "changed": ["l.jsonl"]}
    assert "l.jsonl" in app("labels", "check", out, code=1).err
    assert "no manifest" in app("labels", "check", tmp_path / "other", code=1).err


@pytest.mark.usefixtures("judged")
def test_a_strangers_folder_exits_2_untouched(app, tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "t.tex").touch()
    said = app("labels", "export", "--format", "dataset", "--out", tmp_path / "thesis", code=2)
    assert "holds other files" in said.err
