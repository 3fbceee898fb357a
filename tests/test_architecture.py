"""The house is one street: each room knows only those to its left, and opens late what is heavy."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

# From left to right; a module may import only from those before it.
STREET = [
    "late",
    "record",
    "phrases",
    "errors",
    "grades",
    "model",
    "frame",
    "forms",
    "knowledge",
    "words",
    "called",
    "assembling",
    "compiled",
    "texts",
    "events",
    "parsing",
    "positions",
    "records",
    "reading",
    "references",
    "rules",
    "checking",
    "overlay",
    "files",
    "gathering",
    "loading",
    "writing",
    "validating",
    "schema",
    "names",
    "red_flags",
    "explain",
    "search",
    "selecting",
    "library",
    "pages",
    "render",
    "output",
    "completion",
    "answering",
    "authoring",
    "cli",
    "mdoc",
    "manual",
    "__main__",
]
MODULES = sorted((ROOT / "painlink").rglob("*.py"))
LONGEST = 250  # lines

every_module = pytest.mark.parametrize(
    "path", MODULES, ids=[str(path.relative_to(ROOT)) for path in MODULES]
)


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "painlink"


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@every_module
def test_a_module_imports_only_from_rooms_to_its_left(path: Path):
    here = room(".".join(path.relative_to(ROOT).with_suffix("").parts))
    if here == "__init__":
        return  # the front door: it opens the library late
    rooms = {room(name) for name in imported(path) if name.startswith("painlink.")} & set(STREET)

    assert {one for one in rooms if STREET.index(one) > STREET.index(here)} == set()


@every_module
def test_a_module_fits_in_one_sitting(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@every_module
def test_only_the_commands_know_typer_and_write(path: Path):
    if path.name in ("answering.py", "authoring.py", "cli.py", "manual.py"):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert "typer" not in {name.split(".")[0] for name in imported(path)}
    assert "print" not in calls


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.parent.name == "render"], ids=lambda p: p.name
)
def test_a_renderer_knows_blocks_and_nothing_about_pain(path: Path):
    known = {name for name in imported(path) if name.startswith("painlink.")}

    assert all(
        name.startswith(
            (
                "painlink.pages.blocks",
                "painlink.render",
                "painlink.grades",
                "painlink.phrases",
                "painlink.record",
            )
        )
        for name in known
    )


def loaded_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules, file=sys.stderr)"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return set(result.stderr.split())


def test_importing_the_commands_loads_nothing_heavy():
    loaded = loaded_after("import painlink.cli")

    assert loaded & {"rich", "yaml", "importlib.metadata", "json", "html", "pydantic"} == set()


@pytest.mark.parametrize("command", ["['list', '--plain']", "['explain', 'back', 'head']"])
def test_a_plain_answer_loads_no_rich(command: str):
    loaded = loaded_after(
        f"from painlink.cli import app\ntry:\n    app({command})\nexcept SystemExit:\n    pass"
    )

    assert "yaml" in loaded
    assert loaded & {"rich", "pydantic", "importlib.metadata"} == set()
