"""painlink works from a wheel and from an sdist, each in an environment of its own."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from zipapp import create_archive

import pytest

from painlink import __version__
from painlink.cli.manual import manual
from painlink.errors import ExitCode
from painlink.knowledge.loading import COMPILED
from tests.conftest import PIP, ROOT, build, new_environment, packages, unpacked
from tests.terminal import as_asked, loaded

# One worker for both: what they need is built and installed once.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("installed")]

CACHE = "__pycache__"  # where hatchling lets Python keep hatch_build.py compiled
FOLDERS = ("data", "docs", "examples", "painlink", "tests")  # with hatch_build.py and noxfile.py
AT_THE_TOP = {
    *(".gitignore", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "README.md"),
    *("LICENSES/SCOWL.txt", "SECURITY.md", "hatch_build.py", "noxfile.py", "pyproject.toml"),
    "scripts/ordinary_words.py",
}
STRAY = [
    "data/patients.csv",
    "data/.private-notes",
    "data/mine.yaml",
    "data/schema/mine.json",
    "docs/draft.md",
    "examples/ours.yaml",
    "painlink/scratch.env",
    "painlink/cli/notes.txt",
    "tests/tiny/scratch.yaml",
    "tests/.env",
    "scratch/a.py",
    "secrets.py",
    ".env",
]


def tracked() -> set[str]:
    """Return the files that belong to the project, as far as git tells."""
    result = subprocess.run(
        ["git", "ls-files"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode:
        pytest.skip("this is no checkout, so that nobody tells which files belong to it")
    return set(result.stdout.split())


def in_sdist(built: Path) -> set[str]:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        return {name.split("/", 1)[1] for name in archive.getnames()}


def in_wheel(built: Path) -> set[str]:
    """Return what the wheel brings of painlink, besides what tells of itself."""
    (wheel,) = built.glob("*.whl")
    return {one for one in zipfile.ZipFile(wheel).namelist() if one.startswith("painlink/")}


@pytest.fixture(scope="module")
def built_of_a_dirty_tree(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the sdist of a tree in which strangers lie about."""
    tree, folder = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("dirty")
    for name in [*tracked(), *STRAY]:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        if name in STRAY:
            (tree / name).write_text("a secret")
        else:
            shutil.copy(ROOT / name, tree / name)
    build("sdist", tree, folder, tools=built / "tools").check_returncode()
    build("wheel", tree, folder, tools=built / "tools").check_returncode()
    return folder


def test_the_sdist_holds_what_belongs_to_the_project_and_nothing_else(built: Path):
    ours = {name for name in tracked() if name in AT_THE_TOP or name.split("/")[0] in FOLDERS}

    assert in_sdist(built) == {*ours, "PKG-INFO"}


def test_the_wheel_holds_the_package_and_its_knowledge_and_nothing_else(built: Path):
    data = {f"painlink/{name}" for name in tracked() if name.startswith("data/")}
    package = {name for name in tracked() if name.startswith("painlink/")}

    assert in_wheel(built) == {*data, *package, f"painlink/data/{COMPILED}"}


@pytest.mark.parametrize("ending", ["whl", "tar.gz"])
def test_a_dirty_tree_builds_the_same_to_the_byte(
    built: Path, built_of_a_dirty_tree: Path, ending: str
):
    (clean,), (dirty,) = built.glob(f"*.{ending}"), built_of_a_dirty_tree.glob(f"*.{ending}")

    assert in_wheel(built_of_a_dirty_tree) == in_wheel(built)
    assert in_sdist(built_of_a_dirty_tree) == in_sdist(built)
    assert dirty.read_bytes() == clean.read_bytes()


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
    sources = unpacked(built, tmp_path / "sources")
    areas = sources / "data" / "areas.yaml"
    areas.write_text(areas.read_text(encoding="utf-8").replace("part_of: back", "part_of: bakc"))

    result = build("wheel", sources, tmp_path / "wheels", tools=built / "tools")

    assert result.returncode == 1
    assert "no area with the id 'bakc'; did you mean 'back'?" in result.stdout + result.stderr
    assert not list(tmp_path.glob("wheels/*.whl"))


def test_a_build_leaves_the_sources_as_they_are(built: Path):
    (sources,) = (built / "sources").iterdir()
    before = {Path(name) for name in in_sdist(built)}
    folders = {folder for one in before for folder in one.parents}

    after = {path.relative_to(sources) for path in sources.rglob("*")}

    assert {one for one in after if one.parts[0] != CACHE} == (before | folders) - {Path()}


def test_an_editable_install_answers_and_needs_no_manual_page(
    built: Path, environment: Path, tmp_path: Path
):
    editable = new_environment(tmp_path / "venv", "--no-deps", "-e", ROOT, tools=built / "tools")
    # What it needs is there already, in a folder where Python looks last.
    (packages(editable) / "zz.pth").write_text(str(packages(environment)))

    version, place = (
        subprocess.run(
            [editable / "bin" / program, *arguments],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for program, *arguments in (
            ("painlink", "--version"),
            ("python", "-c", "import painlink; print(painlink.__file__)"),
        )
    )

    assert version == f"painlink {__version__}\n"
    assert place == f"{ROOT / 'painlink' / '__init__.py'}\n"
    assert not (editable / "share" / "man" / "man1" / "painlink.1").exists()


def test_the_installed_wheel_answers(environment: Path, tmp_path: Path):
    result = subprocess.run(
        [environment / "bin" / "painlink", "explain", "back", "headache"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.startswith("Back pain and headache: are they linked?\n")
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


@pytest.fixture(scope="module")
def zipapp(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return one file that holds painlink and all that it needs."""
    file = tmp_path_factory.mktemp("zipapp") / "painlink.pyz"
    # Of what is compiled, nothing is looked at in an archive.
    create_archive(
        packages(environment),
        file,
        main="painlink.__main__:main",
        filter=lambda path: path.suffix != ".pyc",
    )
    return file


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "back", "headache"],
        ["explain", "back", "headache", "--html"],
        ["redflags", "neck", "--json"],
        ["show", "our-back-class", "--data", "examples/clinic.yaml"],
        ["validate", "examples/clinic.yaml"],
        ["schema", "areas"],
    ],
    ids=" ".join,
)
def test_a_zipapp_answers_as_the_installed_one(
    zipapp: Path, environment: Path, tmp_path: Path, arguments: list[str]
):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    python = environment / "bin" / "python"
    answers = [
        subprocess.run(
            [python, *program, *arguments],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for program in (["-I", "-S", zipapp], ["-I", "-m", "painlink"])
    ]

    assert answers[0].stdout
    assert len({(one.stdout, one.stderr, one.returncode) for one in answers}) == 1


def test_a_zipapp_says_that_its_own_files_lie_in_no_folder(zipapp: Path, tmp_path: Path):
    result = subprocess.run(
        [sys.executable, "-I", zipapp, "validate"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.stderr.startswith("painlink: there is no file or folder '")
    assert result.stderr.count("\n") == 1
    assert result.returncode == ExitCode.USAGE


@pytest.mark.parametrize("python", ["3.10"])  # the newest of them
def test_an_older_python_is_told_that_it_is_too_old(built: Path, tmp_path: Path, python: str):
    environment = tmp_path / "venv"
    try:
        subprocess.run(
            [f"python{python}", "-m", "venv", "--without-pip", environment],
            env={**os.environ, "PYENV_VERSION": python},  # else pyenv hides it
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip(f"there is no Python {python} here")

    result = subprocess.run(
        [
            *(*PIP, "--python", str(environment / "bin" / "python"), "install"),
            *("--no-build-isolation", "--no-deps", str(ROOT)),
        ],
        env={**os.environ, "PYTHONPATH": str(built / "tools")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode == 1
    assert f"painlink needs Python 3.11 or newer; this is Python {python}." in (
        result.stdout + result.stderr
    )


RUN_FROM_HERE = re.findall(
    r"`((?:uvx|pipx run) [^`]*)`",
    (ROOT / "README.md").read_text(encoding="utf-8"),
)


@pytest.fixture(scope="module")
def runners(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the programs are that run one from its checkout."""
    return new_environment(tmp_path_factory.mktemp("runners"), "pipx", "uv") / "bin"


@pytest.mark.parametrize("line", RUN_FROM_HERE)
def test_a_checkout_runs_without_being_installed(runners: Path, tmp_path: Path, line: str):
    programs = f"{Path(sys.executable).parent}:{runners}:{os.environ['PATH']}"
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    result = subprocess.run(
        ["bash", "-c", line],  # noqa: S607
        cwd=ROOT,
        env={**own, "PATH": programs, "HOME": str(tmp_path), "PIP_NO_COMPILE": "1"},
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
        [
            *(sys.executable, "-m", "mypy", "--strict", "--python-executable", python),
            *("--cache-dir", environment / "mypy", "consumer.py"),
        ],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert found in result.stdout
    assert (result.returncode == 0) == (more == "")
