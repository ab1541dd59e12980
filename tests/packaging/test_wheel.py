"""The wheel carries all that the program needs, and works where nothing else is."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    built = run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, cwd=ROOT
    )
    assert built.returncode == 0, built.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    installed = run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    return scripts / "reviewer-app"


def test_the_wheel_has_the_migrations_and_every_resource(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    resources = ROOT / "resources"
    shipped = [p.relative_to(resources).as_posix() for p in resources.rglob("*") if p.is_file()]

    assert shipped
    assert not {f"reviewer_app/resources/{name}" for name in shipped} - set(names)
    assert "reviewer_app/store/migrations/versions/r0001_first_release.py" in names
    assert not [name for name in names if name.startswith(("tests/", "resources/"))]


def test_an_installed_wheel_finds_its_resources(program: Path, tmp_path: Path) -> None:
    looked = run(program, "--home", tmp_path / "h", "doctor", "--json", cwd=tmp_path)

    document = json.loads(looked.stdout)
    found = {finding["name"]: finding for finding in document["findings"]}
    assert looked.returncode == 0, looked.stderr
    assert document["ok"]
    assert "site-packages" in found["resources"]["seen"]


def test_an_installed_wheel_pulls_a_file(program: Path, tmp_path: Path) -> None:
    file = tmp_path / "outputs.jsonl"
    file.write_text('{"id": "a", "output": "yes", "confidence": 0.4}\n')

    pulled = run(program, "--home", tmp_path / "h", "pull", "--file", file, "--json", cwd=tmp_path)

    assert pulled.returncode == 0, pulled.stderr
    assert json.loads(pulled.stdout)["new"] == 1
