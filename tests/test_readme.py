"""The README says what is so: every command in it runs and prints what is shown."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from typer.testing import Result

from painlink.cli.app import app
from painlink.reading.limits import (
    DEEPEST,
    LARGEST,
    LARGEST_WHOLE,
    MOST_FILES,
    MOST_LETTERS,
    MOST_REPEATED,
    MOST_VALUES,
)
from painlink.reading.records import LONGEST_TEXT
from tests.conftest import ROOT
from tests.terminal import environment

pytestmark = pytest.mark.slow

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SESSIONS = [block for language, block in BLOCKS if language == "console"]
CALLS = [
    (call.splitlines()[0], call.splitlines()[1:])
    for session in SESSIONS
    for call in session.split("$ ")
    if call
]
OUTSIDE = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
COMMANDS = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a program called painlink, as an installation has one."""
    folder = tmp_path_factory.mktemp("programs")
    program = folder / "painlink"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -P -m painlink "$@"\n')
    program.chmod(0o755)
    return folder


@pytest.mark.parametrize(("call", "shown"), CALLS, ids=[call for call, _ in CALLS])
def test_a_session_runs_as_shown(programs: Path, call: str, shown: list[str]):
    columns = None if "|" in call else "80"  # as in a terminal, where it is nothing but looked at
    result = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {call}"],  # noqa: S607
        cwd=ROOT,
        env=environment(PATH=f"{programs}:{os.environ['PATH']}", COLUMNS=columns),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    printed = [*result.stdout.splitlines(), *result.stderr.splitlines()]
    assert "painlink " in call
    assert result.returncode == (1 if "bakc" in call else 0)
    places = [printed.index(line) for line in shown if line and line != "[...]"]
    assert places == sorted(places)


def test_every_command_that_a_sentence_names_runs(painlink: Callable[..., Result]):
    sentences = re.sub(r"^(\||```).*?$", "", OUTSIDE, flags=re.MULTILINE)
    named = re.findall(r"`painlink ([^`]*)`", sentences)

    results = {line: painlink(*line.split(" > ")[0].split()).exit_code for line in named}

    assert results == dict.fromkeys(named, 0)
    assert {"about", "validate"} <= set(results)


def test_how_to_set_a_shell_up_is_told_and_nothing_is_done(programs: Path, tmp_path: Path):
    # The shell that painlink finds around it, whatever pytest itself was started from; it stays
    # there while painlink runs, as painlink is not the last thing that it has to do.
    result = subprocess.run(
        ["bash", "-c", "painlink --install-completion; exit $?"],  # noqa: S607
        cwd=ROOT,
        env=environment(HOME=str(tmp_path), PATH=f"{programs}:{os.environ['PATH']}"),
        capture_output=True,
        check=True,
    )

    assert b"    painlink --show-completion > ~/.painlink.bash\n" in result.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_readme_starts_with_a_real_session():
    assert CALLS[0][0] == "painlink explain back headache"
    assert README.index("```console") < 300


def test_every_command_is_in_the_table():
    table = set(re.findall(r"^\| `painlink (\w+)", README, re.MULTILINE))

    assert table == {
        command.name or command.callback.__name__
        for command in app.registered_commands
        if command.callback
    }


def test_the_readme_states_the_limits_of_a_file():
    stated = " ".join(README.split())

    assert f"at most {LARGEST // 2**20} MiB, {DEEPEST} levels" in stated
    assert f"{MOST_REPEATED:,} values repeated by aliases" in stated
    assert f"at most {MOST_FILES}, {LARGEST_WHOLE // 2**20} MiB, {MOST_VALUES:,} values" in stated
    assert f"{MOST_LETTERS:,} letters" in stated
    assert f"{LONGEST_TEXT:,} characters a text" in stated


def test_the_guide_leads_from_an_empty_file_to_the_page(
    painlink: Callable[..., Result], tmp_path: Path
):
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    steps = re.findall(r"^   ```yaml\n(.*?)^   ```$", guide, re.MULTILINE | re.DOTALL)
    file = tmp_path / "mine.yaml"
    file.write_text(dedent("".join(steps)), encoding="utf-8")

    checked = painlink("validate", str(file), "--strict")
    shown = painlink("explain", "shoulder", "lower-back", "--data", str(file))

    assert len(steps) == 4
    assert (checked.exit_code, checked.stdout) == (0, "1 file: no problem.\n")
    assert "A heavy bag on one shoulder (from mine.yaml, not" in shown.stdout


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 120


def test_one_line_installs_and_answers_and_one_installs_and_tests():
    answers, tests = COMMANDS

    assert answers.endswith("painlink explain back headache")
    assert "pytest" in tests
    assert all(line.startswith("python3 -m venv .venv && ") for line in COMMANDS)


def test_windows_gets_the_same_line_in_its_own_words():
    (line,) = [block.strip() for language, block in BLOCKS if language == "powershell"]
    as_posix = (
        line.replace("py -3", "python3").replace("\\Scripts\\", "/bin/").replace("; ", " && ")
    )

    assert as_posix == COMMANDS[0]


def test_the_example_of_the_library_runs(capsys: pytest.CaptureFixture[str]):
    (example,) = (block for language, block in BLOCKS if language == "python")

    exec(compile(example, "README.md", "exec"), {})  # noqa: S102, the README's own words

    assert capsys.readouterr().out.startswith("high A leak after a needle in the spine\n")


def test_the_keys_of_json_are_all_documented(painlink: Callable[..., Result]):
    import json

    document = json.loads(painlink("explain", "back", "headache", "--json").stdout)
    described = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)` \| ", described, re.MULTILINE)

    assert documented == list(document)
