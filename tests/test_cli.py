"""The command: what each call prints where, and how it ends."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from painlink import __version__
from tests.conftest import ROOT
from tests.terminal import in_a_terminal

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
    assert "painlink is for learning." in result.stdout


@every_command
def test_every_command_knows_plain_and_json(painlink: Run, command: tuple[str, ...]):
    plain, json_ = painlink(*command, "--plain"), painlink(*command, "--json")

    assert (plain.exit_code, json_.exit_code) == (0, 0)
    assert plain.stdout == painlink(*command).stdout  # a pipe gets plain text by itself
    assert json_.stdout.startswith('{\n  "schema": "painlink/1"')
    assert json_.stdout.endswith("}\n")


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", ["", "explain", "list", "show", "search", "redflags", "about"])
def test_help_says_what_a_command_does(painlink: Run, command: str, option: str):
    result = painlink(*filter(None, [command, option]))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: painlink")


@pytest.mark.parametrize("command", ["", "explain", "list", "show", "search", "redflags"])
def test_help_gives_an_example_before_the_options(painlink: Run, command: str):
    text = painlink(*filter(None, [command, "--help"])).stdout

    assert text.index("For example: painlink") < text.index("Options:")


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(painlink: Run, option: str):
    assert painlink(option).stdout == f"painlink {__version__}\n"


def test_without_a_command_there_is_a_short_useful_page(painlink: Run):
    result = painlink()

    assert result.exit_code == 0
    assert "painlink explain back headache" in result.stdout
    assert len(result.stdout.splitlines()) <= 24


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (["explain", "bakc"], 1, "painlink: no area called 'bakc'. Did you mean 'back'? See:"),
        (["explain", "xyzzy", "head"], 1, "painlink: no area called 'xyzzy'. See: painlink list"),
        (["explain", ""], 1, "painlink: no area called ''."),
        (["redflags", "bakc"], 1, "painlink: no area called 'bakc'."),
        (["list", "--area", "bakc"], 1, "painlink: no area called 'bakc'."),
        (["show", "nociplastik"], 1, "painlink: nothing called 'nociplastik'. Did you mean"),
        (["explain", "back", "back"], 2, "painlink: you named the back twice."),
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


def test_a_misspelt_command_gets_a_suggestion(painlink: Run):
    assert "explain" in painlink("explian", "back").stderr


@pytest.mark.parametrize("command", ["explain", "redflags"])
def test_what_an_unusual_word_was_taken_for_is_named_in_the_answer(painlink: Run, command: str):
    result = painlink(command, "migraine", "lumbago")

    assert (result.exit_code, result.stderr) == (0, "")
    assert "Here 'lumbago' means the lower back. Here 'migraine' means the head." in " ".join(
        result.stdout.split()
    )


def test_a_plain_name_needs_no_remark(painlink: Run):
    assert "means the" not in painlink("explain", "backache", "headaches").stdout


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


def test_a_closed_pipe_is_silent():
    command = f"{sys.executable} -m painlink redflags | head -n 1"

    result = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],  # noqa: S607, the shell of the machine
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "Warning signs: every area\n"


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


def test_ctrl_c_ends_with_130_and_without_a_traceback():
    for delay in (0.02, 0.05, 0.1, 0.2):
        process = subprocess.Popen(
            [sys.executable, "-m", "painlink", "redflags", "--plain"],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=10)

        # Before Python itself is up, the signal ends it; after the answer, it comes too late.
        assert process.returncode in (130, -signal.SIGINT, 0, 1)
        assert "painlink/" not in stderr


def test_a_terminal_gets_styles():
    assert "\x1b[1;31mGet help now" in in_a_terminal("explain", "back", "head")[1]


def test_no_color_keeps_bold_and_drops_color():
    _, text = in_a_terminal("explain", "back", "head", NO_COLOR="1")

    assert "\x1b[1mGet help now" in text
    assert "\x1b[1;31m" not in text


def test_a_dumb_terminal_gets_no_codes():
    assert "\x1b" not in in_a_terminal("explain", "back", "head", TERM="dumb")[1]


def test_plain_in_a_terminal_has_no_codes():
    assert "\x1b" not in in_a_terminal("explain", "back", "head", "--plain")[1]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_the_page_follows_the_width_of_the_terminal(columns: int):
    _, text = in_a_terminal("explain", "back", "head", "--plain", columns=columns)

    assert columns - 15 < max(len(line) for line in text.splitlines()) <= columns


def test_a_wide_terminal_keeps_a_readable_column():
    _, text = in_a_terminal("explain", "back", "head", "--plain", columns=200)

    assert max(len(line) for line in text.splitlines()) <= 80


@pytest.mark.parametrize("columns", ["0", "-3", "nonsense", "1"])
def test_a_nonsense_width_breaks_nothing(painlink_process: RunProcess, columns: str):
    result = painlink_process("explain", "back", "head", COLUMNS=columns)

    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("value", ["1", "0", "yes"])
def test_force_color_styles_a_pipe(painlink_process: RunProcess, value: str):
    assert "\x1b[" in painlink_process("explain", "back", FORCE_COLOR=value).stdout


def test_a_pipe_gets_no_codes(painlink_process: RunProcess):
    assert "\x1b" not in painlink_process("explain", "back", "head").stdout


def test_a_stream_that_cannot_show_a_letter_gets_a_question_mark(painlink_process: RunProcess):
    result = painlink_process("list", "sources", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert result.returncode == 0
    assert "?" in result.stdout
