"""The command: what each call prints where, and how it ends."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

Run = Callable[..., Result]
RunProcess = Callable[..., "subprocess.CompletedProcess[str]"]

COMMANDS = [
    ("explain", "back", "headache"),
    ("explain", "neck"),
    ("explain", "back", "neck", "head"),
    ("list",),
    ("list", "areas"),
    ("list", "pairs"),
    ("list", "approaches"),
    ("list", "red-flags"),
    ("list", "sources"),
    ("list", "mechanisms", "--area", "neck"),
    ("show", "central-sensitization"),
    ("show", "head"),
    ("redflags",),
    ("redflags", "back", "head"),
    ("about",),
    ("search", "trigger", "points"),
    ("list", "pairs", "--certainty", "low", "--mechanism", "sleep"),
]
every_command = pytest.mark.parametrize("command", COMMANDS, ids=" ".join)


@every_command
def test_a_command_answers_on_stdout_and_says_nothing_on_stderr(
    painlink: Run, command: tuple[str, ...]
):
    result = painlink(*command)

    assert (result.exit_code, result.stderr) == (0, "")
    assert re.search(r"^(?:painlink is f|F)or learning\b", result.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (["explain", "xyzzy"], 1, "painlink: no place that hurts in 'xyzzy'. Name the places, for"),
        (["explain", ""], 1, "painlink: no place that hurts in ''."),
        (["redflags", "xyzzy"], 1, "painlink: no place that hurts in 'xyzzy'."),
        (["list", "--area", "xyzzy"], 1, "painlink: no place that hurts in 'xyzzy'."),
        (["list", "--area", "back head"], 2, "painlink: you named 2 areas; here at most 1 can"),
        (["show", "nociplastik"], 1, "painlink: nothing called 'nociplastik'. Did you mean"),
        (["explain", "back", "--json", "--plain"], 2, "painlink: --plain and --json cannot"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_gets_one_clear_sentence_and_its_exit_code(
    painlink: Run, arguments: list[str], exit_code: int, message: str
):
    result = painlink(*arguments)

    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert result.stderr.startswith(message)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [["explain"], ["show"], ["list", "bones"], ["explian", "back"], ["--colour"]],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_how_to_get_help(painlink: Run, arguments: list[str]):
    result = painlink(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--help" in result.stderr


@pytest.mark.parametrize("command", ["explain", "redflags"])
def test_what_an_unusual_word_was_taken_for_is_named_in_the_answer(painlink: Run, command: str):
    result = painlink(command, "migraine", "lumbago")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Understood: the lower back ('lumbago') and the head ('migraine')." in " ".join(
        result.stdout.split()
    )


def test_a_plain_name_needs_no_remark(painlink: Run):
    assert "Understood" not in painlink("explain", "backache", "headaches").stdout


def test_full_shows_more_than_the_default(painlink: Run):
    brief = painlink("explain", "back", "head").stdout
    full = painlink("explain", "back", "head", "--full").stdout

    assert len(full) > 3 * len(brief)
    for part in ("Fits better if", "Fits less if", "It does not mean", "What the sources show"):
        assert part in full


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of painlink and its knowledge that was never installed."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "painlink", tmp_path / "painlink", ignore=ignored)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def run_in(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "painlink", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_runs_from_a_checkout_that_was_never_installed(checkout: Path):
    assert run_in(checkout, "explain", "back", "head").stdout.startswith("Back pain and headache")


def test_a_missing_knowledge_file_ends_with_3_and_a_sentence(checkout: Path):
    (checkout / "data" / "pairs.yaml").unlink()

    result = run_in(checkout, "explain", "back", "head")

    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith("painlink: the knowledge files have 1 problem:\n")
    assert "pairs.yaml: this knowledge file is missing" in result.stderr


def test_broken_knowledge_names_file_line_and_column_of_every_problem(checkout: Path):
    areas, flags = checkout / "data" / "areas.yaml", checkout / "data" / "red_flags.yaml"
    areas.write_text(
        areas.read_text("utf-8").replace("pain: neck pain", "pian: neck pain"), "utf-8"
    )
    flags.write_text(
        flags.read_text("utf-8").replace("urgency: urgent", "urgency: now", 1), "utf-8"
    )

    result = run_in(checkout, "list")

    assert result.returncode == 3
    assert "areas.yaml:" in result.stderr
    assert "red_flags.yaml:" in result.stderr
    assert "unknown key 'pian'; did you mean 'pain'?" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device always full")
def test_a_full_disk_is_one_sentence():
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "painlink", "about"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    assert result.returncode == 4
    assert result.stderr == (
        "painlink: could not write to standard output: no space left on device.\n"
    )


def test_a_closed_stdout_is_one_sentence():
    result = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m painlink about >&-"],  # noqa: S607, as above
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode == 4
    assert result.stderr == "painlink: could not write to standard output: it is closed.\n"


@pytest.mark.parametrize("columns", ["0", "-3", "nonsense", "1"])
def test_a_nonsense_width_breaks_nothing(painlink_process: RunProcess, columns: str):
    result = painlink_process("explain", "back", "head", COLUMNS=columns)

    assert (result.returncode, result.stderr) == (0, "")


def test_a_stream_that_cannot_show_a_letter_gets_a_question_mark(painlink_process: RunProcess):
    result = painlink_process("list", "sources", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert result.returncode == 0
    assert "?" in result.stdout
