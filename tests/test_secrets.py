"""Secrets: in the keyring or in the environment, and nowhere else."""

import io

import keyring
import pytest
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailingKeyring
from keyring.backends.null import Keyring as ForgetfulKeyring

from reviewer_app import secrets
from reviewer_app.app import open_profile
from reviewer_app.cli import run
from reviewer_app.connectors import registry
from reviewer_app.connectors.files import FileSource
from reviewer_app.connectors.protocols import Option
from reviewer_app.secrets import KeyringUnusable

CANARY = "canary-4f1c-secret"


class GuardedSource(FileSource):
    """A source that needs a secret."""

    OPTIONS = {**FileSource.OPTIONS, "token": Option("a token", is_secret=True)}  # noqa: RUF012


@pytest.fixture
def guarded(monkeypatch, tmp_path):
    """Configures a source whose kind asks for a secret."""
    kinds = dict(registry._BUILT_IN) | {"guarded": f"{__name__}:GuardedSource"}
    monkeypatch.setattr(registry, "_BUILT_IN", kinds)
    monkeypatch.setattr(registry, "_connector", lambda _: GuardedSource)
    file = tmp_path / "in.jsonl"
    file.write_text('{"output": "x"}\n')
    return [
        "--home",
        str(tmp_path / "p"),
        "source",
        "add",
        "mine",
        "guarded",
        "--set",
        f"path={file}",
    ]


def told(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_secret_is_read_back_from_the_keyring(memory_keyring):
    secrets.store("feed/token", CANARY)
    assert secrets.read("feed/token", {}) == CANARY
    secrets.forget("feed/token")
    assert (secrets.read("feed/token", {}), memory_keyring.kept) == (None, {})
    secrets.forget("feed/token")


def test_the_environment_goes_first_under_a_name_that_can_be_set():
    secrets.store("my feed/api-key", "kept")
    given = {"REVIEWER_SECRET_MY_FEED_API_KEY": CANARY}
    assert secrets.read("my feed/api-key", given) == CANARY


@pytest.mark.parametrize("backend", [ForgetfulKeyring, FailingKeyring])
def test_a_backend_that_keeps_nothing_is_refused_with_a_way_on(backend):
    keyring.set_keyring(backend())
    with pytest.raises(KeyringUnusable, match="REVIEWER_SECRET_FEED_TOKEN"):
        secrets.store("feed/token", CANARY)
    assert secrets.read("feed/token", {}) is None
    assert secrets.read("feed/token", {"REVIEWER_SECRET_FEED_TOKEN": CANARY}) == CANARY
    secrets.forget("feed/token")


def test_a_chain_of_backends_without_a_safe_one_is_refused(monkeypatch):
    chain = ChainerBackend()
    monkeypatch.setattr(ChainerBackend, "backends", [ForgetfulKeyring(), FailingKeyring()])
    keyring.set_keyring(chain)
    assert secrets.unusable() == "no safe backend is installed"


def test_a_keyring_that_forgets_at_once_is_noticed(memory_keyring, monkeypatch):
    monkeypatch.setattr(memory_keyring, "set_password", lambda *_: None)
    with pytest.raises(KeyringUnusable, match="forgot"):
        secrets.store("feed/token", CANARY)


def test_a_locked_keyring_is_a_sentence(memory_keyring, monkeypatch):
    def locked(*_):
        raise keyring.errors.KeyringLocked("it is locked")

    monkeypatch.setattr(memory_keyring, "set_password", locked)
    monkeypatch.setattr(memory_keyring, "get_password", locked)
    with pytest.raises(KeyringUnusable, match="locked"):
        secrets.store("feed/token", CANARY)
    assert secrets.read("feed/token", {}) is None


def test_a_secret_goes_to_the_keyring_and_to_no_file(
    guarded, tmp_path, memory_keyring, monkeypatch, capsys
):
    told(monkeypatch, CANARY + "\n")
    assert run(guarded) == 0
    assert list(memory_keyring.kept.values()) == [CANARY]
    run(["--home", str(tmp_path / "p"), "source", "list", "--json"])
    printed = capsys.readouterr()
    assert CANARY not in printed.out + printed.err
    open_profile(tmp_path / "p").close()
    files = [p for p in (tmp_path / "p").rglob("*") if p.is_file()]
    assert any(p.name == "settings.toml" for p in files)
    assert not [p for p in files if CANARY.encode() in p.read_bytes()]
    run(["--home", str(tmp_path / "p"), "source", "remove", "mine"])
    assert memory_keyring.kept == {}


def test_without_a_keyring_no_source_is_configured_and_the_way_on_is_named(
    guarded, tmp_path, monkeypatch, capsys
):
    keyring.set_keyring(ForgetfulKeyring())
    told(monkeypatch, CANARY + "\n")
    assert run(guarded) == 1
    said = capsys.readouterr().err
    assert "REVIEWER_SECRET_MINE_TOKEN" in said
    assert CANARY not in said
    monkeypatch.setenv("REVIEWER_SECRET_MINE_TOKEN", CANARY)
    assert run(guarded) == 0
    assert not [
        p for p in (tmp_path / "p").rglob("*") if p.is_file() and CANARY.encode() in p.read_bytes()
    ]
