"""Exporting labels from the window: which format a name and a choice come to, and what is said."""

from pathlib import Path

import pytest

from reviewer_app.services.export import FORMATS, Exported
from reviewer_app.ui.label_formats import KINDS, offered, settled
from reviewer_app.ui.transfers import export_sentence

BY_NAME = {kind.name: kind for kind in KINDS}


def test_every_format_is_offered_with_its_own_ending():
    assert {kind.name: kind.ending for kind in KINDS} == {n: f.ending for n, f in FORMATS.items()}
    assert len(offered()) == len(KINDS)


@pytest.mark.parametrize(
    ("typed", "chosen", "path", "form"),
    [
        ("l.jsonl", "jsonl", "l.jsonl", "jsonl"),
        ("l.jsonl", "sft", "l.jsonl", "sft"),
        ("l.csv", "jsonl", "l.csv", "csv"),
        ("l.PARQUET", "dpo", "l.PARQUET", "parquet"),
        ("l", "promptfoo", "l", "promptfoo"),
        ("l.json", "label-studio", "l.json", "label-studio"),
        ("l.jsonl", "dataset", "l", "dataset"),
        ("support.2026", "dataset", "support.2026", "dataset"),
    ],
)
def test_the_choice_decides_unless_the_ending_means_one_format(typed, chosen, path, form):
    assert settled(Path(typed), BY_NAME[chosen]) == (Path(path), form)


def test_what_had_no_place_is_said_with_where_it_is_explained():
    manifest = Path("sft.jsonl.manifest.json")
    said = export_sentence("sft.jsonl", Exported(3, manifest, {"no input": 1, "no output": 1}))
    assert said.startswith("Wrote 3 labels to sft.jsonl. Left out 2 ")
    assert manifest.name in said
    assert export_sentence("l.csv", Exported(1, manifest)) == "Wrote 1 label to l.csv."


def test_the_window_writes_labels_with_their_manifest(person, tmp_path, qtbot):
    out = tmp_path / "labels.jsonl"
    person.window.transfers.export(out, "sft")
    qtbot.waitUntil(lambda: "Wrote" in " ".join(person.window.shell.messages.texts()), timeout=8000)
    assert out.exists()
    assert (tmp_path / "labels.jsonl.manifest.json").exists()
