"""The private half of a signing key: in the keyring, and in nothing that the program writes."""

import base64
import subprocess

import pytest

from reviewer_app.app import open_profile
from reviewer_app.cli import run
from reviewer_app.services.desk import Remarks
from reviewer_app.services.keys import name_of
from tests.factory import incoming, pull, seen
from tests.signed import given_a_key


class Keyring:
    """The keyring of the program itself, as the tests' keys are made in it."""

    def keys(self, profile):
        return profile.keys


def forms_of(private):
    """The key as text, as bytes, and in hexadecimal: whichever way it might be written."""
    raw = base64.b64decode(private)
    return {private.encode(), private.rstrip("=").encode(), raw, raw.hex().encode()}


@pytest.fixture
def worked(tmp_path, memory_keyring):
    """The home and the private keys of a profile that did everything that touches its keys."""
    home = tmp_path / "profile"
    profile = open_profile(home)
    pull(profile, *(incoming(n) for n in range(1, 4)))
    keys = given_a_key(profile, Keyring())
    name = ("reviewer-app", name_of(profile.store.device.id))
    first = memory_keyring.kept[name]
    profile.review.approve(seen(profile, "out-1"), Remarks())
    keys.sign_pending(profile.store.device.id)
    keys.renew()
    profile.review.approve(seen(profile, "out-2"), Remarks())
    keys.witness({profile.store.device.id: (1, "a" * 64)})
    profile.close()
    return home, {first, memory_keyring.kept[name]}


def test_no_file_of_a_profile_no_copy_and_no_export_has_a_private_key(worked, tmp_path, capsys):
    home, privates = worked
    assert len(privates) == 2
    out = tmp_path / "out"
    out.mkdir()
    at = ["--home", str(home)]
    assert run([*at, "verify", "--json"]) == 0
    assert run([*at, "backup", str(out / "copy.db")]) == 0
    assert run([*at, "labels", "export", "--format", "jsonl", "--out", str(out / "l.jsonl")]) == 0
    assert run([*at, "doctor"]) == 0
    assert run([*at, "show", "out-1", "--json"]) == 0
    printed = "".join(capsys.readouterr()).encode()
    written = [p.read_bytes() for p in (*home.rglob("*"), *out.rglob("*")) if p.is_file()]
    assert len(written) >= 4  # database, log, copy, labels
    for form in set().union(*map(forms_of, privates)):
        assert not [data for data in (printed, *written) if form in data]


def test_the_public_halves_are_in_the_database(worked):
    home, _ = worked
    profile = open_profile(home)
    assert len(profile.store.device.public_key.splitlines()) == 2
    profile.close()


def test_no_command_line_of_a_running_process_has_a_private_key(worked):
    home, privates = worked
    profile = open_profile(home)
    profile.review.approve(seen(profile, "out-3"), Remarks())
    profile.keys.sign_pending(profile.store.device.id)
    listed = subprocess.run(["ps", "axeww"], capture_output=True, check=True).stdout  # noqa: S607 - found as a person finds it
    profile.close()
    for form in set().union(*map(forms_of, privates)):
        assert form not in listed
