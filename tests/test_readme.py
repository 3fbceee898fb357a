"""The README says what is so: every command in it runs and prints what is shown."""

import re
import shlex
from collections.abc import Callable

import pytest
from typer.testing import Result

from painlink.cli import app
from tests.conftest import ROOT

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
COMMANDS = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines()]


@pytest.mark.parametrize(("call", "shown"), CALLS, ids=[call for call, _ in CALLS])
def test_a_session_runs_as_shown(painlink: Callable[..., Result], call: str, shown: list[str]):
    program, *arguments = shlex.split(call)

    result = painlink(*arguments)

    printed = [*result.stdout.splitlines(), *result.stderr.splitlines()]
    assert program == "painlink"
    assert result.exit_code == (1 if "bakc" in call else 0)
    places = [printed.index(line) for line in shown if line and line != "[...]"]
    assert places == sorted(places)


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


def test_the_readme_is_short():
    assert len(README.splitlines()) <= 120


def test_one_line_installs_and_answers_and_one_installs_and_tests():
    answers, tests = COMMANDS

    assert answers.endswith("painlink explain back headache")
    assert "pytest" in tests
    assert all(line.startswith("python3 -m venv .venv && ") for line in COMMANDS)


def test_the_example_of_the_library_runs(capsys: pytest.CaptureFixture[str]):
    (example,) = (block for language, block in BLOCKS if language == "python")

    exec(compile(example, "README.md", "exec"), {})  # noqa: S102, the README's own words

    assert capsys.readouterr().out.startswith("high Pain medicine on many days\n")


def test_the_keys_of_json_are_all_documented(painlink: Callable[..., Result]):
    import json

    document = json.loads(painlink("explain", "back", "headache", "--json").stdout)
    documented = re.findall(r"^\| `(\w+)` \| ", README, re.MULTILINE)

    assert documented == list(document)
