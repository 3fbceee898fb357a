"""painlink works from a wheel and from an sdist, each in an environment of its own."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from painlink import __version__
from painlink.cli.manual import manual
from painlink.knowledge.loading import COMPILED
from tests.conftest import DATA, PIP, ROOT
from tests.terminal import as_asked, loaded

# One worker for both: what they need is built and installed once.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("installed")]

KNOWLEDGE_FILES = sorted(
    path.relative_to(DATA).as_posix()
    for path in DATA.rglob("*")
    if path.suffix in (".json", ".yaml")
)
CACHE = "__pycache__"  # where hatchling lets Python keep hatch_build.py compiled


def test_the_wheel_carries_the_knowledge(built: Path):
    (wheel,) = built.glob("*.whl")

    names = zipfile.ZipFile(wheel).namelist()

    carried = {n.removeprefix("painlink/data/") for n in names if n.startswith("painlink/data/")}
    assert carried == {*KNOWLEDGE_FILES, COMPILED}
    assert "painlink/py.typed" in names


def test_the_sdist_keeps_the_knowledge_in_its_place(built: Path):
    (sdist,) = built.glob("*.tar.gz")

    with tarfile.open(sdist) as archive:
        names = [name.split("/", 1)[1] for name in archive.getnames()]

    assert {f"data/{name}" for name in KNOWLEDGE_FILES} <= set(names)
    assert {"LICENSE", "README.md", "CHANGELOG.md", "CITATION.cff"} <= set(names)
    assert {"pyproject.toml", "hatch_build.py"} <= set(names)


def test_the_wheel_carries_the_manual_page(built: Path):
    (wheel,) = built.glob("*.whl")

    with zipfile.ZipFile(wheel) as archive:
        page = archive.read(f"painlink-{__version__}.data/data/share/man/man1/painlink.1")

    assert page.decode() == manual()


@pytest.mark.parametrize(
    ("shell", "place", "begins"),
    [
        ("bash", "bash-completion/completions/painlink", "_painlink_completion() {"),
        ("zsh", "zsh/site-functions/_painlink", "#compdef painlink"),
        ("fish", "fish/vendor_completions.d/painlink.fish", "complete --command painlink "),
    ],
    ids=["bash", "zsh", "fish"],
)
def test_the_wheel_carries_the_completion_where_shells_look(
    built: Path, shell: str, place: str, begins: str
):
    (wheel,) = built.glob("*.whl")

    with zipfile.ZipFile(wheel) as archive:
        script = archive.read(f"painlink-{__version__}.data/data/share/{place}").decode()

    assert script.startswith(begins)
    assert f"_PAINLINK_COMPLETE=complete_{shell}" in script


def test_the_metadata_says_who_may_use_it_and_how(built: Path):
    (wheel,) = built.glob("*.whl")

    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read(f"painlink-{__version__}.dist-info/METADATA").decode().splitlines()

    head = lines[: lines.index("")]
    assert {
        "Metadata-Version: 2.4",
        "Author: The painlink contributors",
        "License-Expression: MIT",
        "License-File: LICENSE",
        "Requires-Python: >=3.11",
        "Classifier: Typing :: Typed",
    } <= set(head)
    assert [line for line in head if line.startswith("Classifier: License")] == []


def test_knowledge_that_breaks_a_rule_cannot_be_built(built: Path, tmp_path: Path):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (sources,) = tmp_path.iterdir()
    areas = sources / "data" / "areas.yaml"
    areas.write_text(areas.read_text(encoding="utf-8").replace("part_of: back", "part_of: bakc"))

    result = subprocess.run(
        [*PIP, "wheel", "--no-deps", "-w", tmp_path / "wheels", sources],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode == 1
    assert "no area with the id 'bakc'; did you mean 'back'?" in result.stdout + result.stderr
    assert not list(tmp_path.glob("wheels/*.whl"))


def test_a_build_leaves_the_sources_as_they_are(built: Path):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(built / "sources", filter="data")
    (sources,) = (built / "sources").iterdir()
    before = sorted(sources.rglob("*"))

    subprocess.run(
        [*PIP, "wheel", "-q", "--no-deps", "-w", built / "again", sources],
        env={
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        },
        check=True,
    )

    after = (path for path in sources.rglob("*") if path.relative_to(sources).parts[0] != CACHE)
    assert sorted(after) == before


def test_an_editable_install_answers_and_needs_no_manual_page(tmp_path: Path):
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    subprocess.run(
        [environment / "bin" / "python", *PIP[1:], "install", "-q", "-e", ROOT], check=True
    )

    result = subprocess.run(
        [environment / "bin" / "painlink", "--version"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout == f"painlink {__version__}\n"
    assert not (environment / "share" / "man" / "man1" / "painlink.1").exists()


def test_the_installed_wheel_answers(environment: Path, tmp_path: Path):
    result = subprocess.run(
        [environment / "bin" / "painlink", "explain", "back", "headache"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.startswith("Back pain and headache\n")
    assert result.stderr == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("typed", "completed"),
    [("painlink expl", "explain"), ("painlink show menin", "meningitis-signs")],
    ids=["a command", "an id"],
)
def test_the_installed_wheel_completes_without_yaml_and_rich(
    environment: Path, tmp_path: Path, shell: str, typed: str, completed: str
):
    result = subprocess.run(
        [environment / "bin" / "painlink"],
        cwd=tmp_path,
        env={"PYTHONPROFILEIMPORTTIME": "1", **as_asked(shell, typed)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert completed in result.stdout
    assert loaded(result.stderr) & {"rich", "yaml"} == set()
    assert "painlink.cli.app" in loaded(result.stderr)


@pytest.mark.skipif(not shutil.which("man"), reason="there is no man here")
def test_man_finds_the_page_of_an_environment(environment: Path):
    result = subprocess.run(
        ["man", "painlink"],  # noqa: S607
        env={**os.environ, "MANPATH": str(environment / "share" / "man"), "MANWIDTH": "80"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "how pain in one place may relate to pain in another" in result.stdout


RUN_FROM_HERE = re.findall(
    r"`((?:uvx|pipx run) [^`]*)`",
    (ROOT / "README.md").read_text(encoding="utf-8"),
)


@pytest.fixture(scope="module")
def runners(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the programs are that run one from its checkout."""
    runners = tmp_path_factory.mktemp("runners")
    subprocess.run([sys.executable, "-m", "venv", runners], check=True)
    subprocess.run(
        [runners / "bin" / "python", *PIP[1:], "install", "-q", "pipx", "uv"], check=True
    )
    return runners / "bin"


@pytest.mark.parametrize("line", RUN_FROM_HERE)
def test_a_checkout_runs_without_being_installed(runners: Path, tmp_path: Path, line: str):
    programs = f"{Path(sys.executable).parent}:{runners}:{os.environ['PATH']}"
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    result = subprocess.run(
        ["bash", "-c", line],  # noqa: S607
        cwd=ROOT,
        env={**own, "PATH": programs, "HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert "painlink is for learning" in result.stdout


CONSUMER = """\
from typing import assert_type

import painlink


def surest(library: painlink.Library, *areas: str) -> painlink.Link | None:
    try:
        explanation: painlink.Explanation = library.explain(*areas)
    except painlink.PainlinkError as error:
        print(error)
        return None
    for link in explanation.links:
        if link.certainty is painlink.Certainty.HIGH:
            return link
    return None


assert_type(surest(painlink.load(), "back", "headache"), painlink.Link | None)
library: painlink.Library = painlink.load()
"""


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", "Success: no issues found in 1 source file"),
        ("library.explain(1)\n", 'incompatible type "int"; expected "str"'),
        ("painlink.nothing\n", 'Module has no attribute "nothing"'),
    ],
    ids=["sound", "a wrong type", "a wrong name"],
)
def test_type_checkers_know_the_library(environment: Path, tmp_path: Path, more: str, found: str):
    pytest.importorskip("mypy")
    python = environment / "bin" / "python"
    (tmp_path / "consumer.py").write_text(f"{CONSUMER}{more}", encoding="utf-8")

    result = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--python-executable", python, "consumer.py"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert found in result.stdout
    assert (result.returncode == 0) == (more == "")
