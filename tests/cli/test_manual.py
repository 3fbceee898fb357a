"""The manual page: it holds all that the help says, and readers of manual pages can show it."""

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from painlink import __version__
from painlink.cli.app import app
from painlink.cli.manual import manual
from painlink.cli.mdoc import lines, one_word
from painlink.errors import ExitCode
from tests.conftest import KNOWLEDGE, ROOT

SOURCE = manual()
COMMANDS = sorted(
    command.name or command.callback.__name__
    for command in app.registered_commands
    if command.callback
)
every_command = pytest.mark.parametrize("command", ["", *COMMANDS], ids=lambda name: name or "-")


def words(text: str) -> str:
    return " ".join(text.split())


def shown(source: str) -> str:
    """Return the words of the page in one line, as readers of manual pages show them."""
    text = re.sub(r"^\.(?:It|Op|Nm)? ?", "", source, flags=re.MULTILINE)
    text = re.sub(r"\\[&%]", "", text).replace(r"\-", "-").replace(r"\(dq", '"')
    text = re.sub(r"Op Ar (\S+)", r"[\1]", text)
    text = re.sub(r"\b(?:Ar|Cm|Ev|Ic) ", "", text).replace(" , ", ", ")
    return words(re.sub(r"\bFl ", "-", text))


PAGE = shown(SOURCE)


def section(name: str) -> str:
    (text,) = re.findall(rf"^\.Sh {name}\n(.*?)(?=^\.Sh |\Z)", SOURCE, re.MULTILINE | re.DOTALL)
    return shown(text)


@every_command
def test_all_that_the_help_of_a_command_says_is_in_the_page(
    painlink: Callable[..., Result], command: str
):
    help_ = painlink(*filter(None, [command]), "--help").stdout.split("\n\nCommands:")[0]
    help_ = re.sub(r"(?<=\w)-\n +", "-", help_)  # newer ones break a line behind a hyphen
    help_ = re.sub(r"(?<=\S) <\S+>", "", help_)  # the type in Python, which newer Typers tell
    said, *entries = re.split(r"\n\n(?:Arguments|Options):\n", help_)
    paragraphs = said.split("\n\n")[1:]
    terms = [words(term) for part in entries for term in re.split(r"\n(?=  \S)", part)]

    assert "-h, --help Show this message and exit." in terms
    assert [one for one in (*map(words, paragraphs), *terms) if one not in PAGE] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_synopsis_and_has_a_part_of_its_own(command: str):
    calls = re.findall(r"^\.Nm\n\.Cm (\S+)$", SOURCE.replace(r"\%", ""), re.MULTILINE)
    parts = re.findall(r"^\.It Cm (\S+)", SOURCE.replace(r"\%", ""), re.MULTILINE)

    assert (calls.count(command), parts.count(command)) == (1, 1)


def test_an_option_of_many_commands_is_told_once():
    assert PAGE.count("Write Markdown.") == 1
    assert PAGE.count("Show this message and exit.") == 1


@pytest.mark.parametrize("code", [*map(int, ExitCode), 130])
def test_every_exit_code_is_told_as_in_the_readme(code: int):
    readme = words((ROOT / "README.md").read_text(encoding="utf-8"))
    told = dict(re.findall(r"(\d+) ([^.]+)\.", section("EXIT STATUS")))

    assert f"{code} {told[str(code)].lower()}" in readme.replace("Exit codes: ", "")


VARIABLES = ["COLUMNS", "FORCE_COLOR", "LESS", "LINES", "NO_COLOR", "PAGER"]


@pytest.mark.parametrize(
    "variable", [*VARIABLES, "PAINLINK_DATA", "PAINLINK_PAGER", "PAINLINK_SCREEN_READER"]
)
def test_every_variable_is_told(variable: str):
    assert f".It Ev {variable}\n" in SOURCE


def test_it_says_that_it_is_for_learning_and_when_to_call():
    assert "painlink is for learning. It cannot tell what causes your pain." in PAGE
    assert "your local emergency number" in section("WARNING SIGNS")
    assert PAGE.index("your local emergency number") < PAGE.index("COMMANDS")


def test_it_names_its_authors_as_the_project_does():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert section("AUTHORS").startswith(f"An {project['authors'][0]['name']} wrote this from")


def test_its_date_is_that_of_the_content_and_its_version_ours():
    year, month = KNOWLEDGE.about.updated.split("-")

    assert (year, month) == ("2026", "11")
    assert SOURCE.startswith(".Dd November 1, 2026\n")
    assert f"This page is of painlink {__version__}, with its content of 2026-11." in PAGE


def test_it_is_the_same_each_time():
    assert manual() == SOURCE


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (".Sh acts", [r"\&.Sh acts"]),
        ("a\\b", [r"a\eb"]),
        ("One. Two.", ["One.", "Two."]),
        ("'quoted'", [r"\&\%'quoted'"]),
        ("self-help", [r"\%self\-help"]),
    ],
    ids=["a line that a macro begins", "a backslash", "sentences", "a quote", "a hyphen"],
)
def test_nothing_in_a_text_steers_the_reader(text: str, written: list[str]):
    assert list(lines(text)) == written


def test_a_word_that_is_called_like_a_macro_stays_a_word():
    assert one_word("Ar") == r"\&Ar"


@pytest.fixture(scope="session")
def mandoc() -> str:
    found = shutil.which("mandoc")
    if found is None:
        pytest.skip("mandoc is not installed")
    return found


@pytest.fixture
def file(tmp_path: Path) -> str:
    file = tmp_path / "painlink.1"
    file.write_text(SOURCE, encoding="utf-8")
    return str(file)


def test_a_linter_of_manual_pages_finds_nothing_to_say(mandoc: str, file: str):
    result = subprocess.run(
        [mandoc, "-T", "lint", file], capture_output=True, encoding="utf-8", check=False
    )

    assert (result.stdout, result.stderr, result.returncode) == ("", "", 0)


@pytest.mark.parametrize("width", [40, 80])
def test_every_line_fits_the_terminal(mandoc: str, file: str, width: int):
    result = subprocess.run(
        [mandoc, "-T", "utf8", "-O", f"width={width}", file],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    seen = re.sub(".\b", "", result.stdout)  # bold is a letter written twice

    assert "painlink explain back headache" in words(seen)
    assert [line for line in seen.splitlines() if len(line) > width] == []
