"""The tests on every Python there is, with the lowest and the newest that painlink builds on.

`nox` runs the whole suite on each, `nox -s extremes` the fast part on the two ends. What stands
behind `--` goes to pytest: `nox -- -m 'not slow'`.
"""

import os
import re
import subprocess
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
NEEDED: list[str] = PROJECT["project"]["dependencies"]
# Further than the classifiers, which name only what the tests have passed on.
PYTHONS = nox.project.python_versions(PROJECT, max_version="3.15")
# Of PyYAML, each Python runs only what was made for it: 6.0 cannot even be built on 3.12.
LOWEST_YAML = {"3.12": "6.0.1", "3.13": "6.0.2", "3.14": "6.0.3", "3.15": "6.0.4"}
FAST = ("-m", "not slow")

nox.needs_version = ">=2025.5"
nox.options.sessions = ["tests"]
nox.options.error_on_missing_interpreters = False  # they are named, and left out

# pyenv hides all Pythons but the one in use; here each that it has counts.
_PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
if _PYENV.is_dir():
    os.environ.setdefault(
        "PYENV_VERSION", ":".join(sorted(one.name for one in _PYENV.glob("3.*.*")))
    )


@nox.session(python=PYTHONS)
@nox.parametrize("needed", ["lowest", "newest"], ids=["lowest", "newest"])
def tests(session: nox.Session, needed: str) -> None:
    """Run the tests with the lowest, or with the newest, of each package that painlink needs."""
    of_python = str(session.python)
    packages = lowest(of_python) if needed == "lowest" else newest()
    # Together, or else what the tests need could bring other ones.
    session.install(*nox.project.dependency_groups(PROJECT, "test"), *packages)
    session.log(f"with {', '.join(installed(session, packages))}")
    session.run("python", "-m", "pytest", "-q", "-n", "auto", *session.posargs)


@nox.session(python=False)
def extremes(session: nox.Session) -> None:
    """Run the fast tests on the oldest Python with the lowest, on the newest with the newest."""
    there = [one for one in PYTHONS if is_there(one)]
    missing = [one for one in PYTHONS if one not in there]
    session.log(f"Pythons that are here: {', '.join(there)}; that are not: {', '.join(missing)}")
    session.notify(f"tests-{there[0]}(lowest)", FAST)
    session.notify(f"tests-{there[-1]}(newest)", FAST)


def lowest(python: str) -> list[str]:
    """Return the lowest of each package that painlink allows, and that runs on *python*."""
    packages = [one.replace(">=", "==") for one in NEEDED]
    yaml = LOWEST_YAML.get(python)
    return [f"pyyaml=={yaml}" if yaml and one.startswith("pyyaml") else one for one in packages]


def newest() -> list[str]:
    """Return each package without a limit above: that of Typer is for speed alone."""
    return [one.partition(",")[0] for one in NEEDED]


def installed(session: nox.Session, packages: list[str]) -> list[str]:
    """Return which versions of *packages* the session has come to have."""
    listed = session.run("python", "-m", "pip", "list", "--format=freeze", silent=True)
    names = {re.split(r"[=>]", one)[0] for one in packages}
    return [one for one in str(listed).split() if one.partition("==")[0].lower() in names]


def is_there(python: str) -> bool:
    """Return whether this *python* can be run; a name alone may be only pyenv's."""
    try:
        subprocess.run([f"python{python}", "-c", ""], check=True, capture_output=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return False
    return True
