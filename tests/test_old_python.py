"""A Python that is too old says so in one sentence, however painlink is started."""

import ast
import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

FIRST_READ = ROOT / "painlink" / "__init__.py"  # before whatever part of painlink is asked for
OLD = ["2.7", "3.6", "3.7", "3.8", "3.9", "3.10"]
WAYS = {
    "python -m painlink": ["-m", "painlink", "explain", "neck"],
    "the program that pip makes": ["-c", "from painlink.__main__ import main; main()"],
    "the library": ["-c", "import painlink; painlink.load()"],
}
NEW_SYNTAX = (
    *(ast.AnnAssign, ast.AsyncFunctionDef, ast.Await, ast.JoinedStr, ast.Match, ast.NamedExpr),
    *(ast.Nonlocal, ast.Starred, ast.TryStar, ast.YieldFrom),
)


@cache
def old(python: str) -> str:
    """Return where an old *python* is, if any; pyenv hides all but those that are in use."""
    try:
        found = subprocess.run(
            [f"python{python}", "-c", "import sys; print(sys.executable)"],
            env={**os.environ, "PYENV_VERSION": python},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        return ""
    return found.stdout.strip()


def test_what_is_read_first_is_written_as_python_2_could_read_it():
    tree = ast.parse(FIRST_READ.read_text(encoding="utf-8"), feature_version=(3, 4))

    nodes = list(ast.walk(tree))
    assert [type(one).__name__ for one in nodes if isinstance(one, NEW_SYNTAX)] == []
    assert [one.arg for one in nodes if isinstance(one, ast.arg) and one.annotation] == []
    assert FIRST_READ.read_text(encoding="utf-8").isascii()


def test_it_looks_at_the_version_before_anything_that_an_old_python_lacks():
    body = ast.parse(FIRST_READ.read_text(encoding="utf-8")).body

    guard = next(number for number, one in enumerate(body) if isinstance(one, ast.If))
    assert ast.unparse(body[guard]).startswith("if sys.version_info < (3, 11):")
    assert {type(one).__name__ for one in body[:guard]} <= {"Expr", "Import", "Assign"}


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("python", OLD)
def test_an_old_python_gets_one_sentence(python: str, way: str, tmp_path: Path):
    if not (program := old(python)):
        pytest.skip(f"there is no Python {python} here")

    result = subprocess.run(
        [program, "-B", *WAYS[way]],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("painlink needs Python 3.11 or newer; this is Python ")
    assert result.stderr.count("\n") == 1
