"""Exports in their place: whole with their manifest, or as it was; and nothing of a stranger's."""

import hashlib
import json
import shutil

import pyarrow.parquet
import pytest

from reviewer_app.connectors.labels import columns, dataset, files
from reviewer_app.connectors.labels.dataset import FolderForeign
from reviewer_app.connectors.labels.files import FileUnwritable, ManifestUnwritable
from reviewer_app.connectors.labels.formats import write_labels
from reviewer_app.connectors.labels.manifest import mismatches
from reviewer_app.domain.label_tally import Tally
from reviewer_app.domain.labels import LABEL_FIELDS


def labels(count, output="answer"):
    """So many labels."""
    for n in range(count):
        yield dict.fromkeys(LABEL_FIELDS) | {
            "id": f"i{n}", "workflow": "w", "step": "s", "output": output, "verdict": "approve",
            "expected_output": output, "error_types": [], "reviewers": ["ana"], "alternatives": [],
            "flags": [], "field_changes": [], "spans": [], "rubric": {}, "origin": "native",
            "selected_by": "all", "propensity": 1.0, "policy_version": 1, "policy": "p",
            "input": "question",
        }  # fmt: skip


def put(path, name, made):
    """Writes an export, with its counts for facts."""
    tally = Tally()
    return write_labels(path, name, made, tally, tally.figures)


def names_in(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def breaking(count):
    """Labels whose source breaks when they were all written."""
    yield from labels(count)
    raise OSError(28, "No space left on device")


def test_a_manifest_has_size_and_hash_of_the_file_beside_it(tmp_path):
    out = tmp_path / "l.jsonl"
    manifest = json.loads(put(out, "jsonl", labels(3)).read_text())
    data = out.read_bytes()
    assert manifest["files"] == [
        {"name": "l.jsonl", "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    ]
    assert (manifest["labels"], manifest["format"]) == (3, "jsonl")
    assert mismatches(out) == []


@pytest.mark.parametrize("name", ["jsonl", "csv", "parquet", "label-studio", "dataset"])
def test_a_failing_export_leaves_labels_and_manifest_as_they_were(tmp_path, name):
    out = tmp_path / "out"
    put(out, name, labels(2))
    before = {n: (tmp_path / n).read_bytes() for n in names_in(tmp_path)}
    with pytest.raises(FileUnwritable, match="No space left"):
        put(out, name, breaking(5))
    assert {n: (tmp_path / n).read_bytes() for n in names_in(tmp_path)} == before
    assert mismatches(out) == []


def test_a_failing_first_export_leaves_nothing(tmp_path):
    with pytest.raises(FileUnwritable):
        put(tmp_path / "new", "dataset", breaking(5))
    with pytest.raises(FileUnwritable):
        put(tmp_path / "new.jsonl", "jsonl", breaking(5))
    assert not list(tmp_path.glob("*new*"))


@pytest.fixture
def cut_off(monkeypatch):
    """Writes an export that ends when all but its manifest is in its place."""

    def write(path, name, made):
        def end(_aside, _manifest):
            raise KeyboardInterrupt

        with monkeypatch.context() as until_then:
            until_then.setattr(files, "put_manifest", end)
            until_then.setattr(dataset, "put_manifest", end)
            with pytest.raises(KeyboardInterrupt):
                put(path, name, made)

    return write


def test_an_export_that_was_cut_off_before_its_manifest_is_found_out(tmp_path, cut_off):
    out = tmp_path / "l.jsonl"
    cut_off(out, "jsonl", labels(1))
    assert mismatches(out) is None
    put(out, "jsonl", labels(2))
    cut_off(out, "jsonl", labels(3))
    assert mismatches(out) == ["l.jsonl"]
    out.unlink()
    assert mismatches(out) == ["l.jsonl"]


def test_a_dataset_that_was_cut_off_is_found_out_and_made_whole_by_the_next(tmp_path, cut_off):
    folder = tmp_path / "d"
    cut_off(folder, "dataset", labels(1))
    assert mismatches(folder) is None
    put(folder, "dataset", labels(1))
    cut_off(folder, "dataset", labels(2, "another"))
    assert mismatches(folder) == ["README.md"]
    assert [row["output"] for row in rows_of(folder)] == ["another", "another"]
    put(folder, "dataset", labels(1, "third"))
    assert mismatches(folder) == []
    assert [row["output"] for row in rows_of(folder)] == ["third"]
    assert len(list((folder / "data").iterdir())) == 1


def test_a_folder_in_the_manifests_place_stops_the_export_before_anything_moved(tmp_path):
    out = tmp_path / "l.jsonl"
    out.write_text("before")
    (tmp_path / "l.jsonl.manifest.json").mkdir()
    with pytest.raises(FileUnwritable, match="is a folder"):
        put(out, "jsonl", labels(2))
    assert out.read_text() == "before"


def test_a_manifest_that_cannot_be_put_says_that_the_labels_are_there(tmp_path):
    folder = tmp_path / "d"
    put(folder, "dataset", labels(1))
    (folder / "manifest.json").unlink()
    (folder / "README.md").unlink()
    shutil.rmtree(folder / "data")
    (folder / ".keep").touch()

    def blocking():
        (folder / "manifest.json").mkdir()
        yield from labels(2)

    with pytest.raises(ManifestUnwritable, match="The labels were written"):
        put(folder, "dataset", blocking())
    assert (folder / "README.md").exists()


def front_matter(folder):
    """The lines of a card before its text."""
    return (folder / "README.md").read_text().split("---\n")[1].splitlines()


def rows_of(folder):
    """What a reader finds who goes by the card."""
    listed = [line.strip("- ") for line in front_matter(folder) if "data/train-" in line]
    return [row for name in listed for row in pyarrow.parquet.read_table(folder / name).to_pylist()]


def test_a_dataset_has_its_card_list_the_shards_and_describe_their_columns(tmp_path, monkeypatch):
    monkeypatch.setattr(dataset, "SHARD", 2)
    folder = tmp_path / "d"
    put(folder, "dataset", labels(5))
    assert [row["id"] for row in rows_of(folder)] == [f"i{n}" for n in range(5)]
    shards = sorted((folder / "data").iterdir())
    for n, shard in enumerate(shards):
        assert shard.name.startswith(f"train-{n:05}-of-00003-")
    card = front_matter(folder)
    assert card[:5] == [
        "configs:", "- config_name: default", "  data_files:", "  - split: train", "    path:"
    ]  # fmt: skip
    assert "    num_examples: 5" in card
    schema = pyarrow.parquet.read_schema(shards[0])
    kinds = {"string": "dtype: string", "double": "dtype: float64", "int64": "dtype: int64"}
    for field in schema:
        at = card.index(f"  - name: {field.name}")
        assert card[at + 1].strip() == kinds.get(str(field.type), "list: string")
    assert mismatches(folder) == []


def test_a_dataset_of_nothing_still_has_its_columns(tmp_path):
    put(tmp_path / "d", "dataset", labels(0))
    (shard,) = (tmp_path / "d" / "data").iterdir()
    assert pyarrow.parquet.read_table(shard).column_names == list(LABEL_FIELDS)


def test_a_new_dataset_takes_the_old_ones_place_and_leaves_what_is_not_ours(tmp_path, monkeypatch):
    monkeypatch.setattr(dataset, "SHARD", 2)
    folder = tmp_path / "d"
    put(folder, "dataset", labels(5))
    mine = {"notes.txt": "mine", ".git/config": "git", "data/train-of-mine.parquet": "x"}
    for name, text in mine.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    put(folder, "dataset", labels(1, "another"))
    assert [row["output"] for row in rows_of(folder)] == ["another"]
    assert {name: (folder / name).read_text() for name in mine} == mine
    assert len(list((folder / "data").glob("train-0*"))) == 1
    assert mismatches(folder) == []


def test_a_card_and_a_shard_that_somebody_edited_are_kept(tmp_path):
    folder = tmp_path / "d"
    put(folder, "dataset", labels(1))
    (shard,) = (folder / "data").iterdir()
    (folder / "README.md").write_text("my own words")
    shard.write_bytes(shard.read_bytes() + b"mine")
    assert set(mismatches(folder)) == {"README.md", f"data/{shard.name}"}
    put(folder, "dataset", labels(1, "another"))
    assert (folder / "README.1.md").read_text() == "my own words"
    assert shard.read_bytes().endswith(b"mine")
    assert mismatches(folder) == []


def test_a_strangers_folder_is_refused_and_untouched(tmp_path):
    folder = tmp_path / "thesis"
    folder.mkdir()
    (folder / "thesis.tex").write_text("years of work")
    (folder / "manifest.json").write_text('{"kind": "something else"}')
    with pytest.raises(FolderForeign, match="nothing was written"):
        put(folder, "dataset", labels(1))
    assert names_in(folder) == ["manifest.json", "thesis.tex"]


def test_a_manifest_that_names_files_elsewhere_costs_nobody_a_file(tmp_path):
    folder, outside = tmp_path / "d", tmp_path / "README.md"
    outside.write_text("not ours")
    put(folder, "dataset", labels(1))
    manifest = json.loads((folder / "manifest.json").read_text())
    data = outside.read_bytes()
    manifest["files"] += [
        {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name in ("../README.md", str(outside), "data/../../README.md")
    ]
    (folder / "manifest.json").write_text(json.dumps(manifest))
    assert len(mismatches(folder)) == 3
    put(folder, "dataset", labels(2))
    assert outside.read_text() == "not ours"


def test_what_a_crash_left_aside_is_cleared_by_the_next_export(tmp_path):
    folder = tmp_path / "d"
    left = folder / f"{dataset.ASIDE}abc"
    left.mkdir(parents=True)
    (left / "0").write_text("half")
    put(folder, "dataset", labels(1))
    assert [n for n in names_in(folder) if "partial" in n] == []


def test_long_texts_make_smaller_row_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(columns, "LENGTH_AT_MOST", 1_000)
    put(tmp_path / "l.parquet", "parquet", labels(10, "x" * 300))
    file = pyarrow.parquet.ParquetFile(tmp_path / "l.parquet")
    with file:
        assert (file.num_row_groups, file.metadata.num_rows) == (5, 10)


@pytest.mark.parametrize("planted", ["labels.jsonl.partial", "labels.jsonl.manifest.json.partial"])
def test_a_link_that_somebody_put_there_leads_no_label_away(tmp_path, planted):
    elsewhere = tmp_path / "precious.txt"
    elsewhere.write_text("precious", encoding="utf-8")
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / planted).symlink_to(elsewhere)
    out = folder / "labels.jsonl"
    put(out, "jsonl", labels(3))
    assert elsewhere.read_text(encoding="utf-8") == "precious"
    assert mismatches(out) == []
    assert not out.is_symlink()
