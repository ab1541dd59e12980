"""Settings: a file that people write, that keeps their comments and names what is wrong."""

import pytest

from reviewer_app import settings
from reviewer_app.settings import SavedView, Settings, SettingsUnreadable, SourceSettings, Theme


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.toml"


def written(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_reviewer_is_the_systems_user(path, monkeypatch):
    monkeypatch.setenv("LOGNAME", "kim")
    assert settings.load(path) == Settings(reviewer="kim")


def test_what_was_set_comes_back(path):
    feed = SourceSettings(kind="file", options={"path": "/a b/é.jsonl"})
    chosen = Settings(reviewer="Ana", theme=Theme.DARK, sources={"my feed": feed})
    settings.save(path, chosen)
    assert settings.load(path) == chosen


def test_comments_and_order_survive_a_change(path):
    written(
        path, '# mine\ntheme = "dark"  # at night\nreviewer = "ana"\n\n[sources.a]\nkind = "file"\n'
    )
    settings.save(path, settings.load(path).model_copy(update={"reviewer": "bea"}))
    kept = path.read_text(encoding="utf-8")
    assert "# mine" in kept
    assert "# at night" in kept
    assert kept.index("theme") < kept.index("reviewer")
    assert settings.load(path).reviewer == "bea"


def test_a_source_that_was_removed_is_gone_from_the_file(path):
    settings.save(path, Settings(sources={"a": SourceSettings(kind="file")}))
    settings.save(path, Settings())
    assert settings.load(path).sources == {}


INVALID = {
    'theme = "pink"': "theme",
    "record_limit_mb = 0": "record_limit_mb",
    "reviewer = 7": "reviewer",
    "[sources.feed]\nkind = 1": "sources.feed.kind",
    "shiny = true": "shiny",
    "[sources.feed]\nkind = 'file'\ncolour = 'red'": "sources.feed.colour",
    "theme = ": "Invalid value",
}


@pytest.mark.parametrize("text", INVALID)
def test_what_is_wrong_is_named_and_left_as_it_is(path, text):
    written(path, text)
    with pytest.raises(SettingsUnreadable, match=INVALID[text]):
        settings.load(path)
    assert path.read_text(encoding="utf-8") == text


def test_bytes_that_are_no_text_are_a_sentence(path):
    path.parent.mkdir()
    path.write_bytes(b"reviewer = '\xff'")
    with pytest.raises(SettingsUnreadable):
        settings.load(path)


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    folder = tmp_path / "settings.toml"
    folder.mkdir()
    with pytest.raises(SettingsUnreadable):
        settings.save(folder, Settings())
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("settings")] == [
        "settings.toml"
    ]


def test_saved_views_come_and_go_with_whatever_is_typed_in_them(path):
    written(path, 'reviewer = "ana"  # me\nviews = []\ntheme = "dark"\n')
    kept = settings.load(path)
    search = 'amount:>500 customer:"Ms Ökafor" -late'
    for views in ((SavedView(name="Über 500", search=search, sort="random"),), ()):
        settings.save(path, kept.model_copy(update={"views": views}))
        assert settings.load(path).views == views
        assert settings.load(path).theme is Theme.DARK
    assert "# me" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("wrong", ['name = ""', 'name = "n"\nsort = "best"', 'search = "x"'])
def test_a_view_that_is_none_is_named(path, wrong):
    written(path, f"[[views]]\n{wrong}\n")
    with pytest.raises(SettingsUnreadable, match=r"views\.0\."):
        settings.load(path)
