"""Shared by all tests: the real knowledge, a tiny one, and a way to run the command."""

import atexit
import compileall
import gc
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal

import pytest
from typer.testing import CliRunner, Result

from painlink.cli.app import app
from painlink.knowledge.compiled import compile_knowledge
from painlink.knowledge.loading import COMPILED, load
from painlink.model.knowledge import Knowledge

# No setting of the machine reaches a test; what a test sets itself ends with it.
for _name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "PAINLINK_DATA", "PAINLINK_SCREEN_READER"):
    os.environ.pop(_name, None)

# Pages and texts are made once and kept: to look through all of them for garbage again and again
# takes an eighth of a run. What is new is looked through, seldom.
gc.set_threshold(50_000, 20, 1_000)

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
TINY = Path(__file__).parent / "tiny"
KNOWLEDGE = load()
TINY_KNOWLEDGE = load(TINY)


def pytest_unconfigure() -> None:
    """Look through all that the tests made once more: pytest does so ten times, for seconds."""
    gc.collect()
    gc.freeze()


@cache
def as_shipped() -> Path:
    """Return a folder with painlink as a wheel carries it: its knowledge is compiled.

    A process that reads the YAML of a checkout takes four times as long to answer.
    """
    folder = Path(mkdtemp(prefix="painlink-as-shipped-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    package = folder / "painlink"
    shutil.copytree(ROOT / "painlink", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(DATA, package / "data")
    (package / "data" / COMPILED).write_text(compile_knowledge(KNOWLEDGE), encoding="ascii")
    compileall.compile_dir(package, quiet=1)
    return folder


PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


@pytest.fixture
def knowledge() -> Knowledge:
    return KNOWLEDGE


@pytest.fixture(scope="session")
def tiny() -> Knowledge:
    return TINY_KNOWLEDGE


@pytest.fixture(scope="session")
def painlink() -> Callable[..., Result]:
    """Run the command in this process, with stdout and stderr apart."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, list(arguments), prog_name="painlink")

    return run


@pytest.fixture
def painlink_process() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run the command as a process of its own, as a shell does."""
    from tests.started import ask, is_for_a_start

    def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        around = {**os.environ, "PYTHONPATH": str(as_shipped()), **environment}
        if not is_for_a_start(environment):
            ended = ask(*arguments, folder=ROOT, environment=around)
            return subprocess.CompletedProcess(
                arguments, ended.returncode, ended.stdout.decode(), ended.stderr.decode()
            )
        return subprocess.run(
            [sys.executable, "-P", "-m", "painlink", *arguments],
            capture_output=True,
            encoding="utf-8",
            env=around,
            cwd=ROOT,
            check=False,
        )

    return run


def build(
    kind: Literal["sdist", "wheel"], tree: Path, folder: Path, *, tools: Path
) -> "subprocess.CompletedProcess[str]":
    """Build *kind* of *tree* in *folder*, with nothing but the builder, which is in *tools*.

    pip would first make an environment for it, each time anew.
    """
    asked = (
        f"import os, sys; from hatchling.build import build_{kind}; "
        f"os.chdir(sys.argv[1]); build_{kind}(sys.argv[2])"
    )
    return subprocess.run(
        [sys.executable, "-c", asked, str(tree), str(folder)],
        env={"PYTHONPATH": str(tools), "PATH": ""},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def new_environment(folder: Path, *wanted: str | Path, tools: Path | None = None) -> Path:
    """Make an environment in *folder* without pip, which installs what is *wanted* from outside.

    What is built for it is built with what is in *tools*, if they are given. Nothing is compiled:
    whatever is started compiles the little that it needs.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    subprocess.run(
        [
            *(*PIP, "--python", str(folder / "bin" / "python"), "install", "-q", "--no-compile"),
            *(["--no-build-isolation"] if tools else []),
            *wanted,
        ],
        env={**os.environ, "PYTHONPATH": str(tools or "")},
        check=True,
    )
    return folder


def packages(environment: Path) -> Path:
    """Return the folder in which an *environment* keeps what is installed."""
    (folder,) = environment.glob("lib/python3*/site-packages")
    return folder


def unpacked(built: Path, folder: Path) -> Path:
    """Return the sources that the sdist among what is *built* holds, in a new *folder*."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (sources,) = folder.iterdir()
    return sources


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel and the sdist, the wheel built from the sdist's `sources`."""
    folder = tmp_path_factory.mktemp("built")
    tools = ["hatchling>=1.27", "editables", "tomli"]  # hatchling asks for both at times
    subprocess.run(
        [*PIP, "install", "-q", "--no-compile", "--target", folder / "tools", *tools], check=True
    )
    build("sdist", ROOT, folder, tools=folder / "tools").check_returncode()
    sources = unpacked(folder, folder / "sources")
    build("wheel", sources, folder, tools=folder / "tools").check_returncode()
    return folder


@pytest.fixture(scope="session")
def environment(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment in which the wheel is installed."""
    (wheel,) = built.glob("*.whl")
    return new_environment(tmp_path_factory.mktemp("environment"), wheel)
