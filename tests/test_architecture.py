"""The house is one street: each room knows only those to its left, and opens late what is heavy."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from tests.conftest import ROOT, as_shipped
from tests.terminal import environment, loaded_by_typer_alone

# From left to right, and in each room its modules from left to right. A module may import from
# those before it in its own room, and from any room before that.
STREET: dict[str, tuple[str, ...]] = {
    "phrases": (),
    "errors": (),
    "whole_file": (),
    "model": (
        "fields",
        "addresses",
        "grades",
        "areas",
        "practice",
        "reviews",
        "figures",
        "entries",
        "about",
        "words.language",
        "kinds",
        "words.naming",
        "words.tokens",
        "words.vocabulary",
        "knowledge",
        "words.texts",
    ),
    "reading": (
        *("limits", "files", "core_schema", "yaml_text", "yaml_nodes", "records", "yaml_file"),
        "schema",
        "picture",
        "example",
    ),
    "rules": (
        *("of_one_entry", "of_citations", "reading_grade", "of_writing", "of_evidence"),
        *("of_a_whole", "of_grades", "between_entries", "of_language", "of_practice"),
    ),
    "knowledge": (
        *("shipped", "vocabulary", "register", "compiled", "overlay", "handed"),
        *("from_files", "loading", "report"),
    ),
    "names": (
        "ordinary",
        "understanding.records",
        "understanding.places",
        "understanding.sentence",
        "understanding.sayings",
        "understanding.ends",
        "understanding.denial",
        "understanding.well",
        "understanding.others",
        "understanding.signs",
        "understanding.beside",
        "understanding.spelling",
        "understanding.understand",
        "asked",
        "suggesting",
        "finding",
        "search",
    ),
    "explain": (
        "red_flags",
        "exercises",
        "choosing",
        "signs",
        "surest",
        "answering",
        "leading",
        "chains",
        "explanation",
        "pointers",
        "selection",
        "library",
        *("claims.records", "claims.answers", "claims.options", "claims.whole", "claims.standing"),
    ),
    "pages": (
        "parts.picture",
        "blocks",
        "parts.origin",
        "parts.sources",
        "parts.handed",
        "parts.room",
        "parts.citing",
        "parts.shares",
        "parts.reviewers",
        "parts.framing",
        "sections.understood",
        "sections.signs",
        "sections.links",
        "sections.answers",
        "sections.routes",
        "sections.approaches",
        "parts.figure",
        "sections.others",
        "sections.everyday",
        "sections.seeing",
        "sections.living",
        "sections.claims",
        "sections.untold",
        "start",
        "about",
        "warnings",
        "entry",
        "hits",
        "listing",
        "summary",
        "handout",
        "explanation",
        "brief",
        "review",
    ),
    "render": (
        "style",
        "surroundings",
        "drawing",
        "drawn_choices",
        "lines",
        "running",
        "plain",
        "terminal",
        "markdown",
        "html_page",
        "json_document",
        "json_schema",
        "sources.apart",
        "sources.bibtex",
        "sources.ris",
    ),
    "site": (
        *("addresses", "front", "a_to_z", "inventory", "frame", "fitting", "parallel", "parts"),
        *("style", "everything", "building", "folder"),
    ),
    "cli": (
        "target",
        "messages.in_lines",
        "output",
        "console",
        "pager",
        "completion",
        "messages.written",
        "answer",
        "options",
        "shells.setting_up",
        "messages.hints",
        "messages.usage",
        "group",
        "contract",
        "commands.asking",
        "commands.authoring",
        "commands.browsing",
        "commands.publishing",
        "app",
        "shells.tab",
        "mdoc",
        "manual",
    ),
    "__main__": (),
}
PACKAGE = ROOT / "painlink"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST, LONGEST_MEDIAN, MOST_IN_A_FOLDER = 250, 110, 12
MOST_ROOMS, MOST_FILES = 10, 5


def named(path: Path) -> str:
    """Return the name of a module within painlink: "pages.parts.citing"."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def place(module: str) -> tuple[int, int]:
    """Return where *module* stands: its room, and its place there; a room itself stands last."""
    room, _, inner = module.partition(".")
    order = STREET[room]
    return list(STREET).index(room), order.index(inner) if inner in order else len(order)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> set[str]:
    """Return what the module at *path* imports, each as the module it comes from."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = {one for one in inner if is_module(one)}
            found |= modules or {node.module}
    return found


def is_module(dotted: str) -> bool:
    path = ROOT.joinpath(*dotted.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def arrows() -> Iterator[tuple[str, str]]:
    """Yield each import within painlink: who, and whom. The front door opens the rooms late."""
    for path in MODULES:
        if path == PACKAGE / "__init__.py":
            continue
        for target in imported(path):
            if target.startswith("painlink."):
                yield named(path), target.removeprefix("painlink.")


def test_every_module_stands_on_the_street():
    on_it = {f"{room}.{inner}" for room, order in STREET.items() for inner in order}
    doors = {named(path) for path in MODULES if path.name == "__init__.py"}

    assert {named(path) for path in MODULES} - doors == on_it | {
        room for room, order in STREET.items() if not order
    }


def test_every_import_points_left():
    assert [f"{who} -> {whom}" for who, whom in arrows() if place(whom) >= place(who)] == []


def test_the_listing_of_painlink_is_short():
    entries = {path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"}
    folders = {name for name in entries if (PACKAGE / name).is_dir()}

    assert len(folders) <= MOST_ROOMS
    assert len({name for name in entries - folders if name.endswith(".py")}) <= MOST_FILES


def test_a_module_fits_in_one_sitting_and_most_are_short():
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}

    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert median(lengths.values()) <= LONGEST_MEDIAN


def test_no_folder_holds_more_than_one_can_take_in():
    folders = Counter(path.parent for path in MODULES if path.name != "__init__.py")

    assert {str(one): count for one, count in folders.items() if count > MOST_IN_A_FOLDER} == {}


def test_each_room_says_what_comes_in_what_goes_out_and_whom_it_knows():
    doors = [path for path in MODULES if path.name == "__init__.py" and path.parent != PACKAGE]
    told = {named(door): ast.get_docstring(ast.parse(door.read_text("utf-8"))) for door in doors}

    assert [
        name
        for name, said in told.items()
        if not (
            said and re.search(r"In comes?\b.*\bout goe?s?\b.*\b[Ii]t knows\b", said, re.DOTALL)
        )
    ] == []


# Two doors to one thing, or what each page and each format has of its own.
SAME_THING = {"explain", "load", "page", "render"}


def test_no_name_means_two_things():
    named_at: dict[str, list[str]] = {}
    for path in MODULES:
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                named_at.setdefault(node.name, []).append(named(path))

    twice = {name: places for name, places in named_at.items() if len(places) > 1}
    assert {name: places for name, places in twice.items() if name not in SAME_THING} == {}


def test_only_the_commands_know_typer_and_write():
    outside = [path for path in MODULES if not named(path).startswith(("cli", "__main__"))]

    assert [named(path) for path in outside if "typer" in top_names(path)] == []
    assert [named(path) for path in MODULES if "print" in called_names(path)] == []


# One file whole or not at all, and all files of a site, which lie in a draft until all are there.
WRITERS = {"whole_file", "site.folder"}


def test_files_are_written_in_one_place():
    assert [named(path) for path in MODULES if named(path) not in WRITERS and writes(path)] == []


def writes(path: Path) -> bool:
    """Return whether a module writes files by itself: what fails then leaves half of one."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    names = {node.func.attr for node in calls if isinstance(node.func, ast.Attribute)}
    modes = [
        str(mode.value)
        for node in calls
        if (getattr(node.func, "attr", "") or getattr(node.func, "id", "")) == "open"
        for mode in (*node.args, *(keyword.value for keyword in node.keywords))
        if isinstance(mode, ast.Constant)
    ]
    return bool(names & {"write_text", "write_bytes"}) or any(
        re.search("[wax+]", mode) for mode in modes
    )


def test_nothing_private_of_a_library_is_used():
    private = re.compile(r"\b(?:typer|rich|yaml|click)(?:\.\w+)*\._\w")

    assert [
        path.name
        for path in [*MODULES, ROOT / "hatch_build.py"]
        if private.search(path.read_text("utf-8"))
    ] == []


def test_a_renderer_knows_blocks_and_nothing_about_pain():
    model = {"model.entries", "model.grades", "model.fields", "model.words.texts"}
    known = {"render", "pages.blocks", "pages.parts.picture", "errors", "phrases", *model}
    arrows_out = [(who, whom) for who, whom in arrows() if who.startswith("render")]

    assert [
        f"{who} -> {whom}"
        for who, whom in arrows_out
        if not any(whom == one or whom.startswith(f"{one}.") for one in known)
    ] == []


def top_names(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imported(path)}


def called_names(path: Path) -> set[str]:
    calls = (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return {node.func.id for node in calls if isinstance(node.func, ast.Name)}


def loaded_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules, file=sys.stderr)"
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=as_shipped(),  # where its knowledge is compiled
        env=environment(),  # without what measures coverage
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(result.stderr.split())


def test_importing_the_commands_loads_nothing_heavy():
    loaded = loaded_after("import painlink.cli.app")

    assert loaded & {"rich", "yaml", "importlib.metadata", "json", "html", "pydantic"} == set()


@pytest.mark.parametrize("command", [["list", "--plain"], ["explain", "back", "head"]])
def test_a_plain_answer_loads_no_rich(command: list[str]):
    asked = [*command, "--data", str(ROOT / "examples" / "clinic.yaml")]
    loaded = loaded_after(
        f"from painlink.cli.app import app\ntry:\n    app({asked})\nexcept SystemExit:\n    pass"
    )

    assert "yaml" in loaded
    assert "rich" not in loaded
    assert (loaded & {"pydantic", "importlib.metadata"}) - loaded_by_typer_alone() == set()


@pytest.mark.xdist_group("one-worker")
def test_tests_that_share_what_takes_long_to_make_run_in_one_worker(
    request: pytest.FixtureRequest,
):
    """A pytest that pytest-xdist does not know yet takes the groups away without a word."""
    are_grouped = getattr(request.config.option, "loadgroup", False)

    assert request.node.nodeid.endswith("@one-worker") == are_grouped
