"""A file or folder read again with its cursor gives what is new, and never leaves anything out."""

import gzip
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.files import FileSource, FileUnreadable, FolderSource
from reviewer_app.connectors.files.folder import PatternUnusable
from reviewer_app.domain.incoming import Incoming, Problem


def line(output: str) -> str:
    return json.dumps({"output": output}) + "\n"


A, B, C = line("a"), line("b"), line("c")


class Follower:
    """Reads a source again and again, as a configured one is read."""

    def __init__(self, source: FileSource | FolderSource) -> None:
        self.source = source
        self.cursor: str | None = None
        self.places: list[str] = []

    def new(self, most: int | None = None) -> list[str]:
        found = []
        for reading in self.source.read(self.cursor):
            outcome = reading.outcome
            is_record = isinstance(outcome, Incoming)
            found.append(outcome.output if is_record else f"! {outcome.reason}")
            self.places.append(outcome.place)
            self.cursor = reading.cursor or self.cursor
            if len(found) == most:
                break
        return found


@pytest.fixture
def path(tmp_path):
    return tmp_path / "in.jsonl"


@pytest.fixture
def follower(path):
    return Follower(FileSource("mine", path))


def rewrite(path: Path, content: str) -> None:
    """Write the file anew, at a later time."""
    before = path.stat().st_mtime_ns
    path.write_text(content)
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_a_file_that_did_not_change_has_nothing_new(path, follower):
    path.write_text(A + B)
    assert follower.new() == ["a", "b"]
    assert follower.new() == []


def test_appended_lines_alone_are_read_at_their_own_place(path, follower):
    path.write_text(A + B)
    follower.new()
    with path.open("a") as file:
        file.write(C)
    assert follower.new() == ["c"]
    assert follower.places == ["in.jsonl:1", "in.jsonl:2", "in.jsonl:3"]


def test_a_reading_that_was_stopped_goes_on_where_it_was(path, follower):
    path.write_text("\ufeff" + A + "\n" + B + C)
    assert follower.new(most=2) == ["a", "b"]
    assert follower.new() == ["c"]
    assert follower.places[-1] == "in.jsonl:4"


def test_a_file_that_shrank_or_was_replaced_is_read_from_the_start(path, follower):
    path.write_text(A + B)
    follower.new()
    rewrite(path, C)
    assert follower.new() == ["c"]
    rewrite(path, B + C + A)
    assert follower.new() == ["b", "c", "a"]
    rewrite(path, B + A + A + C)
    assert follower.new() == ["b", "a", "a", "c"]


def test_a_file_rewritten_to_the_same_size_is_read_from_the_start(path, follower):
    path.write_text(A + B)
    follower.new()
    rewrite(path, A + C)
    assert follower.new() == ["a", "c"]


def test_a_last_line_still_being_written_is_said_and_read_again_when_it_grows(path, follower):
    path.write_text(A + B[:9])
    first = follower.new()
    assert first[0] == "a"
    assert "it is read again when it grows" in first[1]
    with path.open("a") as file:
        file.write(B[9:] + C)
    assert follower.new() == ["b", "c"]
    assert follower.places == ["in.jsonl:1", "in.jsonl:2", "in.jsonl:2", "in.jsonl:3"]


def test_a_whole_last_line_without_its_end_is_not_read_twice(path, follower):
    path.write_text(A + B.strip())
    assert follower.new() == ["a", "b"]
    with path.open("a") as file:
        file.write("\n" + C)
    assert follower.new() == ["c"]


@pytest.mark.parametrize("cursor", ["", "nonsense", "[]", "{}", '{"size": "x"}', "null", "[[["])
def test_a_cursor_that_is_none_of_ours_reads_everything(path, cursor):
    path.write_text(A)
    assert len(list(FileSource("mine", path).read(cursor))) == 1
    assert len(list(FolderSource("mine", path.parent).read(cursor))) == 1


@pytest.mark.parametrize("name", ["in.json", "in.jsonl.gz"])
def test_other_formats_are_read_whole_once_they_changed(tmp_path, name):
    def write(*lines: str) -> None:
        is_list = name == "in.json"
        packed = (
            f"[{','.join(lines)}]".encode() if is_list else gzip.compress("".join(lines).encode())
        )
        (tmp_path / name).write_bytes(packed)

    follower = Follower(FileSource("mine", tmp_path / name))
    write(A, B)
    assert follower.new(most=1) == ["a"]
    assert follower.new() == ["a", "b"]
    assert follower.new() == []
    write(A, B, C)
    assert follower.new() == ["a", "b", "c"]


@given(st.lists(st.sampled_from(["append", "half", "rewrite", "read", "stop"]), max_size=14))
def test_whatever_happens_to_a_file_no_record_in_it_is_left_out(tmp_path_factory, acts):
    path = tmp_path_factory.mktemp("follow") / "in.jsonl"
    path.touch()
    follower = Follower(FileSource("mine", path))
    content, seen = "", set[str]()
    for clock, act in enumerate([*acts, "append", "read"], 1):
        if act in ("read", "stop"):
            seen |= set(follower.new(most=1 if act == "stop" else None))
            continue
        if act == "rewrite":
            content, seen = "", set()
        whole = line(f"r{clock}")
        content += whole[:-4] if act == "half" else f"\n{whole}"
        path.write_text(content)
        os.utime(path, ns=(clock * 10**9, clock * 10**9))
    written = {f"r{n}" for n in range(1, len(acts) + 2) if f'{{"output": "r{n}"}}' in content}
    assert written <= seen


def test_a_folder_is_read_in_the_order_of_names(tmp_path):
    (tmp_path / "b.jsonl").write_text(B)
    (tmp_path / "a.csv").write_text("output\na\n")
    (tmp_path / "c.json").write_text(f"[{C}]")
    follower = Follower(FolderSource("mine", tmp_path))
    assert follower.new() == ["a", "b", "c"]
    assert follower.places == ["a.csv:2", "b.jsonl:1", "c.json:record 1 (line 1)"]
    assert follower.new() == []


def test_new_and_changed_files_alone_are_read_again(tmp_path):
    (tmp_path / "a.jsonl").write_text(A)
    (tmp_path / "b.jsonl").write_text(B)
    follower = Follower(FolderSource("mine", tmp_path))
    follower.new()
    with (tmp_path / "b.jsonl").open("a") as file:
        file.write(C)
    (tmp_path / "0.jsonl").write_text(A)
    assert follower.new() == ["a", "c"]
    assert follower.places[-2:] == ["0.jsonl:1", "b.jsonl:2"]


def test_hidden_unfinished_and_foreign_files_are_left_alone(tmp_path):
    for name in (".a.jsonl", "a.jsonl.part", "a.jsonl.tmp", "a.jsonl~", "scan.pdf"):
        (tmp_path / name).write_text(A)
    (tmp_path / "sub.jsonl").mkdir()
    (tmp_path / "a.JSONL").write_text(A)
    assert Follower(FolderSource("mine", tmp_path)).new() == ["a"]


def test_a_pattern_chooses_files_at_any_depth(tmp_path):
    (tmp_path / "x" / ".y").mkdir(parents=True)
    (tmp_path / "x" / "a.txt").write_text(A + C)
    (tmp_path / "x" / ".y" / "b.txt").write_text(B)
    (tmp_path / "c.jsonl").write_text(C)
    follower = Follower(FolderSource("mine", tmp_path, "**/*.txt"))
    assert follower.new() == ["a", "c"]
    assert follower.places == ["x/a.txt:1", "x/a.txt:2"]


@pytest.mark.parametrize("pattern", ["../*.jsonl", "/etc/*", "a/../../*", "C:/*", "a**b/***"])
def test_a_pattern_that_leads_out_of_the_folder_or_is_none_is_refused(tmp_path, pattern):
    with pytest.raises(PatternUnusable, match="must name files below the folder"):
        list(FolderSource("mine", tmp_path, pattern).read())


def test_a_link_that_leads_out_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "secret.jsonl").write_text(A)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").symlink_to(tmp_path / "secret.jsonl")
    (folder / "up").symlink_to(tmp_path)
    assert Follower(FolderSource("mine", folder, "**/*.jsonl")).new() == []


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_go_in(tmp_path):
    (tmp_path / "a.csv").write_text("id,answer\n1,a\n")
    (tmp_path / "b.jsonl").write_text(B)
    first, second = FolderSource("mine", tmp_path).read()
    assert isinstance(first.outcome, Problem)
    assert first.outcome.place == "a.csv"
    assert "no column “output”" in first.outcome.reason
    assert second.outcome.output == "b"


def test_a_file_that_vanishes_is_no_error_and_is_forgotten(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.jsonl").write_text(line(name))
    follower = Follower(FolderSource("mine", tmp_path))
    reading = follower.source.read()
    assert next(reading).outcome.output == "a"
    (tmp_path / "c.jsonl").unlink()
    assert [part.outcome.output for part in reading] == ["b"]
    follower.new()
    (tmp_path / "a.jsonl").unlink()
    (tmp_path / "d.jsonl").write_text(C)
    assert follower.new() == ["c"]
    assert "a.jsonl" not in follower.cursor


def test_a_reading_of_a_folder_that_was_stopped_leaves_nothing_out(tmp_path):
    for n in range(120):
        (tmp_path / f"{n:03}.jsonl").write_text(line(str(n)))
    follower = Follower(FolderSource("mine", tmp_path))
    assert len(follower.new(most=77)) == 77
    rest = follower.new()
    assert rest[-43:] == [str(n) for n in range(77, 120)]
    assert len(rest) < 60
    assert follower.new() == []


def test_files_without_records_are_not_opened_for_ever(tmp_path):
    (tmp_path / "a.jsonl").write_text(A)
    (tmp_path / "b.jsonl").write_text("\n")
    follower = Follower(FolderSource("mine", tmp_path))
    assert follower.new() == ["a"]
    assert follower.new() == []


def test_progress_runs_over_all_files(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.jsonl").write_text(A * 100)
    readings = list(FolderSource("mine", tmp_path).read())
    total = 300 * len(A)
    assert [part.position for part in readings] == [len(A) * (n + 1) for n in range(300)]
    assert {part.total for part in readings} == {total}


def test_a_folder_that_is_none_is_said_in_a_sentence(tmp_path):
    (tmp_path / "a.jsonl").write_text(A)
    with pytest.raises(FileUnreadable, match="is no folder"):
        next(FolderSource("mine", tmp_path / "a.jsonl").read())
    with pytest.raises(FileUnreadable, match="cannot be opened as a folder"):
        next(FolderSource("mine", tmp_path / "gone").read())
