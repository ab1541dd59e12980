"""JSON Lines: whatever is wrong with one line, the others go in."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.connectors.files import FileUnreadable, open_file
from reviewer_app.domain.incoming import Incoming, Problem, Reading
from reviewer_app.domain.validation import Limits


def said_of(path: Path, content: bytes) -> str:
    """What reading the file says: its places and reasons, or why it cannot be read."""
    try:
        found = [part.outcome for part in readings(path, content)]
    except FileUnreadable as unreadable:
        return str(unreadable)
    return "\n".join(f"{part.place} {getattr(part, 'reason', '')}" for part in found)


RECORD = '{"output": "%s"}'


def readings(path: Path, content: bytes | str, **limits: int) -> list[Reading]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(open_file(path, limits=Limits(**limits)).read())


def outputs(found: list[Reading]) -> list[str]:
    return [part.outcome.output for part in found if isinstance(part.outcome, Incoming)]


def problems(found: list[Reading]) -> list[Problem]:
    return [part.outcome for part in found if isinstance(part.outcome, Problem)]


def test_every_line_is_a_record_at_its_place(tmp_path):
    found = readings(tmp_path / "in.jsonl", '{"output": "a"}\n{"output": "é"}\n')
    assert [(part.outcome.output, part.outcome.place) for part in found] == [
        ("a", "in.jsonl:1"),
        ("é", "in.jsonl:2"),
    ]


def test_a_byte_order_mark_carriage_returns_blank_lines_and_no_last_newline_are_fine(tmp_path):
    content = b'\xef\xbb\xbf{"output": "a"}\r\n\r\n  \t\n{"output": "b"}'
    found = readings(tmp_path / "in.jsonl", content)
    assert [(part.outcome.output, part.outcome.place) for part in found] == [
        ("a", "in.jsonl:1"),
        ("b", "in.jsonl:4"),
    ]


def test_an_empty_file_has_no_records(tmp_path):
    assert readings(tmp_path / "in.jsonl", b"") == []
    assert readings(tmp_path / "in.json", b" \n") == []


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        (b'{"output": "\xff\xfe"}', "record", "byte 13 (0xFF) is not UTF-8"),
        (b'{"output": "\xed\xa0\x80"}', "record", "byte 13 (0xED) is not UTF-8"),
        (b'{"output": "a", "output": "b"}', "output", "appears twice"),
        (b'{"output": "a", "confidence": NaN}', "confidence", "is NaN"),
        (b'{"output": "a", "n": 1e999}', "n", "too large to hold"),
        (b'{"output": "a", "n": ' + b"1" * 10_000 + b"}", "n", "10,000 digits"),
        (b'{"output": "\\ud800"}', "output", "surrogate"),
        (b'{"output": "\\u0000"}', "output", "NUL"),
        (b'{"output": "\x00"}', "record", "control character"),
        (b"[" * 100_000, "record", "nests more than 200"),
        (b'{"a": [' * 50_000, "record", "nests more than 200"),
        (b"[1, 2]", "record", "a record is an object"),
        (b"output,input", "record", "is not JSON"),
        (b"{", "record", "cut off"),
        (b'{"input": "a"}', "output", "missing"),
        (b'{"output": "a", "attachments": ["../../etc/passwd"]}', "attachments[0]", "leads out"),
    ],
)
def test_a_refused_record_names_its_line_and_costs_no_other(tmp_path, line, field, reason):
    found = readings(tmp_path / "in.jsonl", b'{"output": "a"}\n' + line + b'\n{"output": "b"}\n')
    assert outputs(found) == ["a", "b"]
    (problem,) = problems(found)
    assert (problem.place, problem.field) == ("in.jsonl:2", field)
    assert reason in problem.reason
    assert len(problem.raw) <= 2_000


def test_a_line_above_the_limit_is_refused_unparsed_and_the_next_one_is_read(tmp_path):
    lines = [RECORD % ("x" * n) for n in (1, 100, 5_000_000, 1)]
    found = readings(tmp_path / "in.jsonl", "\n".join(lines), record=100)
    assert outputs(found) == ["x", "x"]
    assert [problem.place for problem in problems(found)] == ["in.jsonl:2", "in.jsonl:3"]
    assert problems(found)[1].reason.startswith("it has 4.8 MiB and a record may have 100 bytes")
    assert problems(found)[1].raw.startswith('{"output": "xxx')


def test_a_last_line_above_the_limit_without_its_end_is_refused_too(tmp_path):
    found = readings(tmp_path / "in.jsonl", RECORD % ("x" * 100), record=100)
    assert "a record may have 100 bytes" in problems(found)[0].reason


def test_a_line_of_exactly_the_limit_is_read(tmp_path):
    line = RECORD % "x"
    assert outputs(readings(tmp_path / "in.jsonl", line, record=len(line))) == ["x"]
    assert outputs(readings(tmp_path / "in.jsonl", line + "\n", record=len(line))) == ["x"]


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))),
    st.sampled_from(["\n", "\r\n", "\n\n", " \n"]),
    st.booleans(),
    st.booleans(),
)
def test_whatever_the_outputs_are_they_come_back(tmp_path_factory, texts, end, is_ascii, is_gzip):
    content = "".join(json.dumps({"output": t}, ensure_ascii=is_ascii) + end for t in texts)
    path = tmp_path_factory.mktemp("lines") / ("in.jsonl.gz" if is_gzip else "in.jsonl")
    packed = gzip.compress(content.encode()) if is_gzip else content.encode()
    assert outputs(readings(path, packed)) == texts


def test_a_gzipped_file_counts_progress_in_bytes_of_the_disk(tmp_path):
    digests = (hashlib.sha256(b"%d" % n).hexdigest() for n in range(50_000))
    content = gzip.compress("".join(f'{{"output": "{d}"}}\n' for d in digests).encode())
    found = readings(tmp_path / "in.jsonl.gz", content)
    assert len(outputs(found)) == 50_000
    positions = [part.position for part in found]
    assert positions == sorted(positions)
    assert positions[-1] == found[-1].total == len(content)
    assert positions[25_000] < len(content)


def test_gzip_is_known_by_its_content_whatever_the_name(tmp_path):
    assert outputs(readings(tmp_path / "in.jsonl", gzip.compress(b'{"output": "a"}'))) == ["a"]


def test_a_gzipped_file_that_is_cut_off_keeps_what_came_before(tmp_path):
    rows = b"".join(b'{"output": "%d"}\n' % n for n in range(20_000))
    found = readings(tmp_path / "in.jsonl.gz", gzip.compress(rows)[:-2_000])
    read = outputs(found)
    assert len(read) > 1_000
    assert read == [str(n) for n in range(len(read))]
    assert found[-1].outcome.place == f"in.jsonl.gz:{len(read) + 1}"
    assert "damaged or cut off" in found[-1].outcome.reason


@pytest.mark.parametrize("at", [2, 3, 400, -6])
def test_a_damaged_gzipped_file_is_a_problem_at_its_place_and_no_crash(tmp_path, at):
    rows = b"".join(b'{"output": "%d"}\n' % n for n in range(2_000))
    content = bytearray(gzip.compress(rows))
    content[at] ^= 0xFF
    said = said_of(tmp_path / "in.jsonl.gz", bytes(content))
    assert "cannot be unpacked" in said or "damaged or cut off here" in said


@given(st.binary(max_size=400))
def test_no_bytes_at_all_bring_the_reading_down(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("in.jsonl", "in.json", "in.csv", "in", "in.parquet", "in.jsonl.gz"):
        said = said_of(folder / name, content)
        told = b"".join(content.removeprefix(b"\xef\xbb\xbf").split())
        assert name in said or told in {b"", b"[]"}  # an empty list has nothing to be said of


def test_utf_16_text_is_said_to_be_that(tmp_path):
    with pytest.raises(FileUnreadable, match=r"UTF-16 text.*Save it as UTF-8"):
        readings(tmp_path / "in.jsonl", '{"output": "a"}'.encode("utf-16"))


def test_what_is_no_readable_file_is_said_in_a_sentence(tmp_path):
    with pytest.raises(FileUnreadable, match=r"gone\.jsonl does not exist, so nothing was read"):
        next(open_file(tmp_path / "gone.jsonl").read())
    with pytest.raises(FileUnreadable, match="is a folder"):
        next(open_file(tmp_path).read())
    with pytest.raises(FileUnreadable, match="no format that can be read"):
        readings(tmp_path / "notes.txt", "Dear reader,\nhello\n")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device to try")
def test_a_device_is_not_read():
    with pytest.raises(FileUnreadable, match="is not a regular file"):
        next(open_file(Path("/dev/zero")).read())


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said_to_be_that(tmp_path):
    (tmp_path / "in.jsonl").touch(mode=0)
    with pytest.raises(FileUnreadable, match="may not be read by you"):
        next(open_file(tmp_path / "in.jsonl").read())


PEAK = """
import sys
from pathlib import Path
from reviewer_app.connectors.files import open_file
count = sum(1 for _ in open_file(Path(sys.argv[1])).read())
status = Path("/proc/self/status").read_text()
print(count, int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def peak_of(path: Path) -> tuple[int, int]:
    """How many readings a file has, and the megabytes that a process of its own took at most."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", PEAK, str(path)],
        capture_output=True,
        check=True,
        cwd=root,
        text=True,
    )
    count, peak = done.stdout.split()
    return int(count), int(peak)


needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="asks Linux for the peak")


@needs_proc
def test_a_file_of_two_hundred_megabytes_takes_little_memory(tmp_path):
    line = json.dumps({"output": "word " * 4_000, "metadata": {"a": 1}}) + "\n"
    plain, listed = tmp_path / "in.jsonl", tmp_path / "in.json"
    with plain.open("w") as file:
        file.writelines(line for _ in range(10_000))
    with listed.open("w") as file:
        file.write('{"items": [')
        file.writelines(line + "," for _ in range(2_999))
        file.write(line + "]}")
    assert plain.stat().st_size > 200_000_000
    for path, expected in ((plain, 10_000), (listed, 3_000)):
        count, peak = peak_of(path)
        assert (count, peak < 150) == (expected, True), peak


@needs_proc
def test_a_zip_bomb_and_one_endless_line_take_little_memory(tmp_path):
    bomb, endless = tmp_path / "bomb.jsonl.gz", tmp_path / "endless.json"
    with gzip.open(bomb, "wb", compresslevel=1) as file:
        for _ in range(300):
            file.write(b"\x20" * 2**20)
        file.write(b'{"output": "b"}\n{"output": "after"}\n')
    endless.write_bytes(b'[{"output": "' + b"x" * 150_000_000 + b'"}, {"output": "after"}]')
    for path in (bomb, endless):
        count, peak = peak_of(path)
        assert (count, peak < 150) == (2, True), peak
