"""Environments to measure in: painlink as people have it, and peers beside it."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_VERSIONS = """
import json, platform
from importlib.metadata import distributions
told = {one.name: one.version for one in distributions()}
print(json.dumps({**told, "Python": platform.python_version()}))
"""


class NotInstalled(Exception):
    """What is to be measured could not be installed."""


def environment(folder: Path) -> Path:
    """Make an environment in *folder*, unless it is there; return the folder of its commands."""
    bin_ = folder / "bin"
    if not (bin_ / "python").exists():
        _done((sys.executable, "-m", "venv", "--without-pip", str(folder)))
    return bin_


def install(bin_: Path, what: str) -> None:
    """Install *what*, a name or a checkout, where *bin_* belongs to; pip compiles it to bytecode.

    Raises:
        NotInstalled: with the last words of pip.
    """
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    _done((*pip, "--python", str(bin_ / "python"), "install", "-q", what))


def versions(bin_: Path) -> dict[str, str]:
    """Return the version of Python and of everything installed where *bin_* belongs to."""
    told: dict[str, str] = json.loads(_done((str(bin_ / "python"), "-I", "-c", _VERSIONS)))
    return told


def _done(words: Sequence[str]) -> str:
    done = subprocess.run(
        words,
        # What tells Python to write no bytecode would make everything slower that is measured.
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["it says nothing"]
        errors = [line.strip() for line in lines if "ERROR" in line]  # pip may add notes to them
        raise NotInstalled((errors or lines)[-1])
    return done.stdout
