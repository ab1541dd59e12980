"""Sources are made by the name of their kind, and what is wrong with the wish is said."""

import pytest

from reviewer_app.connectors import registry
from reviewer_app.connectors.files import FileSource, FolderSource
from reviewer_app.connectors.protocols import Source
from reviewer_app.connectors.registry import (
    ConnectorBroken,
    KindUnknown,
    OptionMissing,
    OptionUnknown,
    source_from,
)
from reviewer_app.domain.errors import UsageError
from reviewer_app.domain.validation import Limits


def test_the_built_in_kinds_are_there():
    assert {"file", "folder"} <= set(registry.kinds())
    assert set(registry.options_of("folder")) == {"path", "pattern", "map"}


def test_a_file_source_reads_what_it_was_told_to(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"uid": 1, "answer": {"text": "a"}}\n{"uid": 2, "answer": {"text": "bbbb"}}\n')
    options = {"path": str(path), "map": "id=uid, output=answer.text"}
    source = source_from("file", "mine", options, Limits(record=36))
    assert isinstance(source, FileSource)
    assert isinstance(source, Source)
    assert (source.name, source.kind) == ("mine", "file")
    first, second = source.read(None)
    assert (first.outcome.external_id, first.outcome.output) == ("1", "a")
    assert "a record may have 36 bytes" in second.outcome.reason


def test_a_folder_source_is_made_with_its_pattern(tmp_path):
    source = source_from("folder", "mine", {"path": str(tmp_path), "pattern": "*.csv"})
    assert isinstance(source, FolderSource)
    assert isinstance(source, Source)
    assert (source.kind, source.pattern) == ("folder", "*.csv")


def test_a_kind_that_is_unknown_names_those_there_are():
    with pytest.raises(KindUnknown, match=r"called “s3”\. The kinds are file, folder, http"):
        source_from("s3", "mine", {})


def test_an_option_that_is_unknown_or_missing_is_named():
    with pytest.raises(OptionUnknown, match=r"no option “glob”.*map, path, pattern"):
        source_from("folder", "mine", {"path": ".", "glob": "*"})
    with pytest.raises(OptionMissing, match=r"needs the option “path”: the file to read"):
        source_from("file", "mine", {"path": ""})


@pytest.mark.parametrize("options", [{"map": "outcome=x"}, {"map": "output"}])
def test_a_value_that_makes_no_sense_is_wrong_use(options):
    with pytest.raises(UsageError):
        source_from("file", "mine", {"path": "x", **options})


def installed(tmp_path, monkeypatch, code):
    """Put a package with a connector where the interpreter finds it, as an installer would."""
    about = tmp_path / "stranger-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: stranger\nVersion: 1.0\n")
    entries = "[reviewer_app.connectors]\nstranger = stranger_connector:Stranger\n"
    (about / "entry_points.txt").write_text(entries + "file = stranger_connector:Stranger\n")
    (tmp_path / "stranger_connector.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)


STRANGER = """
from reviewer_app.domain.incoming import Incoming, Reading

class Stranger:
    OPTIONS = {}
    kind = "stranger"

    def __init__(self, name):
        self.name = name

    @classmethod
    def from_options(cls, name, options, limits):
        return cls(name)

    def read(self, cursor=None):
        yield Reading(Incoming("here", "hello"))
"""


def test_a_connector_of_another_package_is_found_but_replaces_none_of_ours(tmp_path, monkeypatch):
    installed(tmp_path, monkeypatch, STRANGER)
    source = source_from("stranger", "theirs", {})
    assert [reading.outcome.output for reading in source.read()] == ["hello"]
    assert isinstance(source_from("file", "mine", {"path": "x"}), FileSource)


def test_a_connector_that_cannot_be_loaded_is_named_with_its_cause(tmp_path, monkeypatch):
    installed(tmp_path, monkeypatch, "import a_library_that_is_not_there")
    monkeypatch.delitem(__import__("sys").modules, "stranger_connector", raising=False)
    with pytest.raises(ConnectorBroken, match=r"“stranger”.*a_library_that_is_not_there"):
        source_from("stranger", "theirs", {})
