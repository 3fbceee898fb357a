"""The conventions of the command line: each is kept by a test that begins with its number.

Here stand those about words and forms. What concerns the machine around painlink is in
`test_conventions_machine.py`, terminals and signals in `test_conventions_terminal.py`, the man page
in `test_manual.py`, and what may not change in `test_stability.py`.
"""

import json
import re
import shlex
import subprocess
from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from painlink import __version__
from painlink.cli.app import app
from tests.conftest import ROOT
from tests.terminal import PAINLINK, environment

pytestmark = pytest.mark.slow

Run = Callable[..., Result]
RunProcess = Callable[..., "subprocess.CompletedProcess[str]"]

COMMANDS = [
    command.name or command.callback.__name__
    for command in app.registered_commands
    if command.callback
]
PAGES = {
    "explain": ["explain", "back", "headache"],
    "explain one": ["explain", "neck"],
    "explain three": ["explain", "back", "neck", "head"],
    "explain full": ["explain", "back", "headache", "--full"],
    "handout": ["handout", "back", "headache"],
    "list": ["list"],
    "list areas": ["list", "areas"],
    "list pairs": ["list", "pairs"],
    "list approaches": ["list", "approaches"],
    "list red-flags": ["list", "red-flags"],
    "list sources": ["list", "sources"],
    "list nothing": ["list", "pairs", "--area", "ear", "--certainty", "high"],
    "search": ["search", "trigger", "points"],
    "show a mechanism": ["show", "central-sensitization"],
    "show an area": ["show", "head"],
    "show a pair": ["show", "back--head"],
    "show an approach": ["show", "movement"],
    "show a red flag": ["show", "head-thunderclap"],
    "show a source": ["show", "aaseth-2014"],
    "redflags": ["redflags", "back", "headache"],
    "redflags of all": ["redflags"],
    "about": ["about"],
    "review": ["review", "back", "headache"],
}
FORMS = ["--plain", "--markdown", "--html", "--json"]
OWN = "areas:\n  - {id: fin, name: fin, pain: fin pain, aliases: [], red_flags: [chest-heart]}\n"
ESCAPE = "\x1b"
BOXES = re.compile("[\u2500-\u259f]|[|+]--|--[|+]")  # drawn, or built of signs
COLUMNS = re.compile(r"\S {3,}\S")


@pytest.fixture(scope="module")
def answer() -> Run:
    """Return a command's answer; what is asked again is not worked out again."""
    return cache(lambda *arguments: CliRunner().invoke(app, arguments, prog_name="painlink"))


every_command = pytest.mark.parametrize("command", COMMANDS)
every_page = pytest.mark.parametrize("page", list(PAGES.values()), ids=list(PAGES))


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_01_help_is_everywhere_on_stdout_and_exits_0(painlink: Run, command: str, option: str):
    result = painlink(*filter(None, [command, option]))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Usage: painlink {command}".rstrip())


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_01_help_says_what_it_does_first_then_an_example_then_the_options(
    painlink: Run, command: str
):
    paragraphs = painlink(*filter(None, [command, "--help"])).stdout.split("\n\n")

    usage, does, example, *rest = paragraphs
    assert "\n" not in usage
    assert re.fullmatch(r"  [A-Z][^.;:]+.*\.", does, re.DOTALL)
    assert example.startswith(f"  For example: painlink {command}".rstrip())
    assert any(part.startswith("Options:\n") for part in rest)


# That of the site is what tests/site makes it with, once for all.
@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "site"])
def test_01_the_example_in_the_help_runs(
    painlink: Run, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    Path("my-clinic.yaml").write_text(OWN)
    shown = painlink(command, "--help").stdout
    (example,) = re.findall(r"^  For example: painlink (.*)$", shown, re.MULTILINE)

    assert painlink(*shlex.split(example)).exit_code == 0


def test_02_without_arguments_there_is_a_short_start_page(painlink_process: RunProcess):
    result = painlink_process(COLUMNS="80")

    assert (result.returncode, result.stderr) == (0, "")
    assert "painlink explain back headache" in result.stdout
    assert len(result.stdout.splitlines()) <= 24


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_03_the_version_is_one_line(painlink: Run, option: str):
    result = painlink(option)

    assert (result.exit_code, result.stdout, result.stderr) == (0, f"painlink {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (["explain", "back", "headache"], 0),
        (["explain", "xyzzy"], 1),
        (["show", "nociplastik"], 1),
        (["explain", "leg", "arm", "shoulder", "--plain", "--json"], 2),
        (["explain"], 2),
        (["explian"], 2),
        (["--bad"], 2),
        (["list", "--data", "tests/tiny/missing"], 2),
        (["list", "--data", "README.md"], 3),
        (["validate", "README.md"], 3),
        (["about", "-o", "/"], 4),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_04_exit_codes_mean_what_the_readme_says(
    painlink_process: RunProcess, arguments: list[str], exit_code: int
):
    result = painlink_process(*arguments)

    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert result.returncode == exit_code
    assert re.search(rf"Exit codes: .*\b{exit_code} .*130 interrupted\.", readme)


@every_page
def test_05_stdout_holds_the_page_and_stderr_nothing(answer: Run, page: list[str]):
    result = answer(*page)

    assert (result.exit_code, result.stderr) == (0, "")
    said = " ".join(result.stdout.split())
    assert said.endswith(("Ask before you change a medicine.", "If worried, get help."))


def test_05_notes_go_to_stderr(painlink_process: RunProcess, tmp_path: Path):
    (tmp_path / "mine.yaml").write_text(OWN)
    (tmp_path / "notes.txt").touch()

    silent = painlink_process("explain", "fin", "--data", str(tmp_path / "mine.yaml"))
    noted = painlink_process("explain", "fin", "--data", str(tmp_path))

    assert (silent.returncode, noted.returncode, silent.stderr) == (0, 0, "")
    assert re.fullmatch(r"painlink: .*notes\.txt.*\n", noted.stderr)
    assert "notes.txt" not in noted.stdout
    assert noted.stdout.startswith("Fin pain")


@every_page
def test_06_json_is_versioned_and_ends_with_a_line_end(answer: Run, page: list[str]):
    result = answer(*page, "--json")

    document = json.loads(result.stdout)
    assert (next(iter(document)), document["schema"]) == ("schema", "painlink/1")
    assert result.stdout.endswith("}\n")
    assert "\\u00" not in result.stdout  # letters stand for themselves


def test_06_json_is_utf8_and_its_errors_stay_on_stderr():
    sources = subprocess.run(
        [*PAINLINK, "list", "sources", "--json"],
        env=environment(LC_ALL="C.UTF-8"),
        capture_output=True,
        check=True,
    )
    refused = subprocess.run(
        [*PAINLINK, "explain", "xyzzy", "--json"],
        env=environment(),
        capture_output=True,
        check=False,
    )

    assert "Ødegård" in sources.stdout.decode("utf-8", "strict")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.startswith(b"painlink: no place that hurts in 'xyzzy'.")


@every_page
def test_06_the_keys_of_json_are_documented(answer: Run, page: list[str]):
    described = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    parts = [part for part in re.split(r"\n\n|^- ", described, flags=re.MULTILINE) if part]
    of_all, _, of_the_rest = described.partition("## The other pages")
    own = [part for part in parts if part.startswith(f"`painlink {page[0]}")]
    where = own[0] if page[0] in of_the_rest else of_all

    keys = json.loads(answer(*page, "--json").stdout).keys()

    assert own
    shared = {"schema", "provenance", "disclaimer"}
    assert [key for key in keys - shared if f"`{key}`" not in where] == []


@every_page
def test_07_plain_has_no_codes_no_boxes_and_no_columns(answer: Run, page: list[str]):
    text = answer(*page, "--plain").stdout

    assert text
    assert ESCAPE not in text
    assert BOXES.findall(text) == []
    assert COLUMNS.findall(text) == []


def test_07_plain_stays_plain_where_color_is_forced(painlink_process: RunProcess):
    forced = painlink_process("about", "--plain", FORCE_COLOR="1")

    assert forced.stdout == painlink_process("about").stdout


@pytest.mark.parametrize("kind", ["mechanisms", "areas", "pairs", "approaches", "red-flags"])
def test_07_a_plain_list_has_one_item_a_line(painlink: Run, kind: str):
    items = json.loads(painlink("list", kind, "--json").stdout)["items"]

    _, body, *_ = painlink("list", kind, "--plain").stdout.split("\n\n")

    starts = [re.split(r": | \(", line)[0] for line in body.splitlines()]
    assert starts == [item["id"] for item in items]


@pytest.mark.parametrize(("one", "other"), list(combinations(FORMS, 2)), ids="".join)
@pytest.mark.parametrize("command", ["explain", "about"])
def test_08_two_formats_exclude_each_other(painlink: Run, command: str, one: str, other: str):
    asked = PAGES[command]

    result = painlink(*asked, other, one)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"painlink: {one} and {other} cannot be used together. Choose one of them. "
        f"See: painlink {command} --help\n"
    )


@every_page
@pytest.mark.parametrize(
    ("form", "beginning"),
    [("--plain", r"[A-Z]"), ("--markdown", "# "), ("--html", "<!DOCTYPE html>"), ("--json", "{")],
    ids=FORMS,
)
def test_08_every_page_has_every_format(answer: Run, page: list[str], form: str, beginning: str):
    result = answer(*page, form)

    assert (result.exit_code, result.stderr) == (0, "")
    assert re.match(beginning, result.stdout)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("explian", "explain"), ("handuot", "handout"), ("redflag", "redflags"), ("serach", "search")],
)
def test_13_a_misspelt_command_gets_a_suggestion(painlink: Run, typed: str, meant: str):
    result = painlink(typed, "back")

    assert (result.exit_code, result.stdout) == (2, "")
    told = (
        f"painlink: no command called '{typed}'. Did you mean: painlink {meant} back? "
        "See: painlink --help\n"
    )
    assert result.stderr == told


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["list", "--mechanism", "postur"], "'posture'"),
        (["show", "central-sensitiztion"], "'central-sensitization'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_13_a_misspelt_entry_is_suggested_and_never_guessed(
    painlink: Run, arguments: list[str], meant: str
):
    result = painlink(*arguments)

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"did you mean {meant}" in result.stderr.casefold()
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["explain", "bakc"], "'bakc' read as back."),
        (["explain", "hedache", "nekc"], "'hedache' read as headache. 'nekc' read as neck."),
        (["redflags", "sholder"], "'sholder' read as shoulder."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_13_one_slip_in_the_name_of_a_place_is_taken_and_said(
    painlink: Run, arguments: list[str], said: str
):
    result = painlink(*arguments)

    assert (result.exit_code, result.stderr) == (0, "")
    assert said in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("ways", "title"),
    [
        (["lower back", "lower-back", "LOWER_BACK", "Lower  Back"], "Lower back"),
        (
            ["central-sensitization", "Central Sensitisation", "CENTRAL  sensitization"],
            "Central sensitization",
        ),
        (["brain haemorrhage", "Brain-Hemorrhage"], "One illness in two places"),
        (["centre of the back", "center_of_the_back"], "Back"),
        (["oesophagus", "ESOPHAGUS"], "Chest"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_14_case_spaces_hyphens_and_spelling_make_no_difference(
    painlink: Run, ways: list[str], title: str
):
    answers = {painlink("show", way).stdout for way in ways}

    assert len(answers) == 1
    assert answers.pop().startswith(f"{title}\n")


@pytest.mark.parametrize("page", [page for name, page in PAGES.items() if name != "handout"])
def test_22_every_page_but_a_sheet_ends_with_a_command_that_runs(answer: Run, page: list[str]):
    text = answer(*page, "--markdown").stdout
    *_, deeper = re.findall(r"^(?:- )?\*\*(?:Go deeper|Print):\*\* (.*)$", text, re.MULTILINE)
    commands = [shlex.split(one) for one in re.findall(r"`painlink ([^`]+)`", deeper)]

    results = [answer(*command) for command in commands]

    assert results
    assert {(result.exit_code, result.stderr) for result in results} == {(0, "")}
    after = text.partition(f":** {deeper}\n")[2]
    assert re.match(r"\n(\[\^1\]: |By contributors)", after)


def test_22_the_start_page_is_made_of_commands_that_run(
    painlink: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^  \* .*: painlink (.*)$", painlink().stdout, re.MULTILINE)

    results = [painlink(*shlex.split(command)) for command in commands]

    assert len(results) > 5
    assert {result.exit_code for result in results} == {0}
