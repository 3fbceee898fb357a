"""Shared by all tests: the real knowledge, a tiny one, and a way to run the command."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from painlink.cli import app
from painlink.knowledge import Knowledge
from painlink.loading import load

# No setting of the machine reaches a test; what a test sets itself ends with it.
for _name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "PAINLINK_DATA"):
    os.environ.pop(_name, None)

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
TINY = Path(__file__).parent / "tiny"
KNOWLEDGE = load()


@pytest.fixture
def knowledge() -> Knowledge:
    return KNOWLEDGE


@pytest.fixture(scope="session")
def tiny() -> Knowledge:
    return load(TINY)


@pytest.fixture(scope="session")
def painlink() -> Callable[..., Result]:
    """Run the command in this process, with stdout and stderr apart."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, list(arguments), prog_name="painlink")

    return run


@pytest.fixture
def painlink_process() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run the command as a process of its own, as a shell does."""

    def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "painlink", *arguments],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **environment},
            cwd=ROOT,
            check=False,
        )

    return run
