"""Attachments come from below the folder of the file that names them, and from nowhere else."""

import json
import os

import pytest

from reviewer_app.connectors.files import open_file
from reviewer_app.domain.incoming import Incoming, Problem
from reviewer_app.domain.validation import Limits


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    below = tmp_path / "in"
    (below / "files").mkdir(parents=True)
    (below / "files" / "scan é.PDF").write_bytes(b"%PDF-1.7")
    (below / "note").write_text("note")
    return below


def outcome(folder, *names, **limits):
    path = folder / "in.jsonl"
    path.write_text(json.dumps({"output": "x", "attachments": names}))
    (reading,) = open_file(path, limits=Limits(**limits)).read()
    return reading.outcome


def test_files_below_the_folder_come_along_with_their_type(folder):
    found = outcome(folder, "files/scan é.PDF", "./note")
    assert isinstance(found, Incoming)
    assert [(file.name, file.media_type, file.data) for file in found.attachments] == [
        ("files/scan é.PDF", "application/pdf", b"%PDF-1.7"),
        ("note", "application/octet-stream", b"note"),
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../secret.txt", "leads out"),
        ("files/../../secret.txt", "leads out"),
        ("files\\..\\..\\secret.txt", "leads out"),
        ("/etc/passwd", "an absolute path"),
        ("C:\\windows\\win.ini", "an absolute path"),
        ("\\\\host\\share\\x", "an absolute path"),
        ("http://127.0.0.1/x", "addresses are never followed"),
        ("https://169.254.169.254/latest", "addresses are never followed"),
        ("file:///etc/passwd", "addresses are never followed"),
        ("data:text/plain,x", "addresses are never followed"),
        ("gone.txt", "no such file"),
        ("files", "is a"),
        ("x" * 5_000, "cannot be"),
        ("note/x", "cannot be read"),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(folder, name, reason):
    found = outcome(folder, "note", name)
    assert isinstance(found, Problem)
    assert found.field == "attachments[1]"
    assert reason in found.reason


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_followed(folder):
    (folder / "out.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "up").symlink_to(folder.parent)
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "stays").symlink_to(folder / "note")
    for name in ("out.txt", "up/secret.txt", "loop"):
        found = outcome(folder, name)
        assert isinstance(found, Problem), name
    assert outcome(folder, "stays").attachments[0].data == b"note"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_is_refused_without_waiting_for_it(folder):
    os.mkfifo(folder / "pipe")
    assert "no regular file" in outcome(folder, "pipe").reason


def test_what_is_too_large_or_too_many_is_refused(folder):
    (folder / "large").write_bytes(b"x" * 101)
    assert outcome(folder, "large", attachment=100).reason == (
        "attachments[0] (“large”) has 101 bytes; an attachment may have 100 bytes"
    )
    assert "a record may have 2" in outcome(folder, "note", "note", "note", attachments=2).reason
    assert "together" in outcome(folder, "note", "note", all_attachments=7).reason
