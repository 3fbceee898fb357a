"""painlink works from a wheel and from an sdist, each in an environment of its own."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import DATA, ROOT

pytestmark = pytest.mark.slow

KNOWLEDGE_FILES = sorted(
    path.relative_to(DATA).as_posix()
    for path in DATA.rglob("*")
    if path.suffix in (".json", ".yaml")
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the sdist, the wheel built from the sdist."""
    folder = tmp_path_factory.mktemp("built")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = (
        "import os, sys; from hatchling.build import build_sdist; "
        "os.chdir(sys.argv[1]); print(build_sdist(sys.argv[2]))"
    )
    subprocess.run(
        [*pip, "install", "-q", "--target", str(folder / "tools"), "hatchling>=1.27"], check=True
    )
    subprocess.run(
        [sys.executable, "-c", build, str(ROOT), str(folder)],
        env={"PYTHONPATH": str(folder / "tools"), "PATH": ""},
        check=True,
        capture_output=True,
    )
    (sdist,) = folder.glob("*.tar.gz")
    subprocess.run([*pip, "wheel", "-q", "--no-deps", "-w", str(folder), str(sdist)], check=True)
    return folder


def test_the_wheel_carries_the_knowledge(built: Path):
    (wheel,) = built.glob("*.whl")

    names = zipfile.ZipFile(wheel).namelist()

    assert (
        sorted(n.removeprefix("painlink/data/") for n in names if n.startswith("painlink/data/"))
        == KNOWLEDGE_FILES
    )
    assert "painlink/py.typed" in names


def test_the_sdist_keeps_the_knowledge_in_its_place(built: Path):
    (sdist,) = built.glob("*.tar.gz")

    with tarfile.open(sdist) as archive:
        names = [name.split("/", 1)[1] for name in archive.getnames()]

    assert {f"data/{name}" for name in KNOWLEDGE_FILES} <= set(names)
    assert {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml"} <= set(names)


def test_the_installed_wheel_answers(built: Path, tmp_path: Path):
    (wheel,) = built.glob("*.whl")
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    subprocess.run(
        [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", str(wheel)],
        check=True,
    )

    result = subprocess.run(
        [tmp_path / "venv" / "bin" / "painlink", "explain", "back", "headache"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.startswith("Back pain and headache\n")
    assert result.stderr == ""
