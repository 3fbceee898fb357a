"""What a shell completes: commands, options, areas, mechanisms, ids and kinds, and no more."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase, digits
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from typer.main import get_group

from painlink.__main__ import COMPLETING
from painlink.cli import completion
from painlink.cli.app import app
from painlink.cli.shells import tab
from painlink.model.knowledge import Knowledge
from painlink.reading.schema import KINDS
from tests.conftest import ROOT
from tests.terminal import as_asked

BROKEN = """
from types import SimpleNamespace
from typing import NamedTuple
from painlink.cli import completion
print(completion.complete_area(SimpleNamespace(params={}), "n"))
"""
RunProcess = Callable[..., "subprocess.CompletedProcess[str]"]

ALL_LETTERS = ascii_lowercase + digits
COMMANDS = [command.name for command in get_group(app).commands.values()]
ONE_WITH_HELP = re.compile(r"[a-z-]+\t\S.*")
SHELLS = ["bash", "zsh", "fish"]
WRITTEN = {"bash": "{}\n", "zsh": "_arguments '*: :((\"{}\"))'\n", "fish": "{}\n"}  # by Typer
NOTHING_TYPED = SimpleNamespace(params={"data": None})


def test_areas_are_completed():
    assert completion.complete_area(NOTHING_TYPED, "ne") == ["neck"]


def test_mechanisms_are_completed():
    assert completion.complete_mechanism(NOTHING_TYPED, "post") == ["posture"]


def test_entries_of_several_kinds_are_completed():
    assert {"head", "hands-on-care"} <= set(completion.complete_entry(NOTHING_TYPED, "h"))


def test_all_ids_of_a_beginning_are_completed_and_few_of_none(knowledge: Knowledge):
    few = {*knowledge.mechanisms, *knowledge.areas, *knowledge.approaches}
    ids = [id_ for group in knowledge.groups for id_ in group]

    begun = [
        id_ for letter in ALL_LETTERS for id_ in completion.complete_entry(NOTHING_TYPED, letter)
    ]

    assert set(completion.complete_entry(NOTHING_TYPED, "")) == few
    assert sorted(begun) == sorted(ids)


def test_kinds_of_files_are_completed():
    assert completion.complete_kind("a") == ["areas", "ambiguous_words", "approaches", "about"]
    assert set(completion.complete_kind("")) == set(KINDS)


def test_own_entries_are_completed(tmp_path: Path):
    file = tmp_path / "areas.yaml"
    file.write_text("- {id: fin, name: fin, pain: x, aliases: [], red_flags: [chest-heart]}")
    typed = SimpleNamespace(params={"data": (str(file),)})

    assert completion.complete_area(typed, "fi") == ["fin"]
    file.write_text("- broken")
    assert completion.complete_area(typed, "fi") == []
    assert completion.complete_area(typed, "ne") == ["neck"]


def test_own_entries_in_the_home_folder_are_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    shutil.copy(ROOT / "examples" / "clinic.yaml", tmp_path)
    typed = SimpleNamespace(params={"data": ("~/clinic.yaml",)})

    assert completion.complete_entry(typed, "our-") == ["our-back-class", "our-leaflet"]


@pytest.mark.slow
@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("painlink explain shou", "shoulder"),
        ("painlink explain back shou", "shoulder"),
        ("painlink handout shou", "shoulder"),
        ("painlink redflags shou", "shoulder"),
        ("painlink list --area shou", "shoulder"),
        ("painlink list --mechanism gua", "guarding"),
        ("painlink list --certainty mod", "moderate"),
        ("painlink list red", "red-flags"),
        ("painlink show gua", "guarding"),
        ("painlink show --data examples/clinic.yaml our-b", "our-back-class"),
        ("painlink schema pai", "pairs"),
    ],
)
def test_shells_get_what_was_begun(
    painlink_process: RunProcess, shell: str, typed: str, completed: str
):
    result = painlink_process(**as_asked(shell, typed))

    assert WRITTEN[shell].format(completed) == result.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("shell", "files"), [("bash", "\n"), ("zsh", "_files\n"), ("fish", "\n")])
@pytest.mark.parametrize(
    "typed",
    [
        "painlink explain back -o ",
        "painlink handout back --output ha",
        "painlink explain --data ",
        "painlink validate ",
    ],
)
def test_paths_are_left_to_the_shell(
    painlink_process: RunProcess, shell: str, files: str, typed: str
):
    assert painlink_process(**as_asked(shell, typed)).stdout == files


class Told(NamedTuple):
    returncode: object
    stdout: str
    stderr: str


AtTab = Callable[..., Told]


@pytest.fixture
def at_tab(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> AtTab:
    """Ask as a shell does that sets these variables."""

    def ask(**variables: str) -> Told:
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                tab.complete(COMPLETING)
        return Told(ended.value.code, *capsys.readouterr())

    return ask


BEHIND = [
    ("--area=ne", ["neck"]),
    ("--area=", ["widespread", "chest"]),
    ("--certainty=hi", ["high"]),
    ("--area=neck --mechanism=gua", ["guarding"]),
    ("--area=neck --certainty=low --mechanism=gua", ["guarding"]),
]


@pytest.mark.parametrize(("typed", "first"), BEHIND, ids=[typed for typed, _ in BEHIND])
def test_a_value_behind_its_option_and_an_equals_sign_is_completed(
    at_tab: AtTab, typed: str, first: list[str]
):
    line = f"painlink list pairs {typed}"
    option = f"{typed.rsplit(maxsplit=1)[-1].partition('=')[0]}="
    in_place = {
        shell: re.findall(rf"^(?:_arguments '\*: :\(\()?\"?({option}[\w-]+)", told, re.MULTILINE)
        for shell in SHELLS[1:]
        if (told := at_tab(**as_asked(shell, line)).stdout)
    }
    # Bash parts words at each `=`, where its user did not tell it otherwise.
    parted = re.sub("=", "\n=\n", line.replace(" ", "\n")).strip()
    whole = as_asked("bash", line.replace(" ", "\n"))
    asked = whole | {"COMP_WORDS": parted, "COMP_CWORD": str(len(parted.split("\n")) - 1)}

    wanted = [f"{option}{one}" for one in first]
    assert {shell: found[: len(wanted)] for shell, found in in_place.items()} == dict.fromkeys(
        SHELLS[1:], wanted
    )
    assert at_tab(**asked).stdout.split()[: len(first)] == first
    assert at_tab(**whole).stdout.split()[: len(wanted)] == wanted


HALF_SET = {
    "an unknown shell": {"_PAINLINK_COMPLETE": "complete_tcsh"},
    "no shell": {"_PAINLINK_COMPLETE": "complete_"},
    "no action": {"_PAINLINK_COMPLETE": "_bash"},
    "an unknown action": {"_PAINLINK_COMPLETE": "tell_bash"},
    "one": {"_PAINLINK_COMPLETE": "1"},
    "a code": {"_PAINLINK_COMPLETE": "\x1b[31m\x07"},
    "nothing typed": {"_PAINLINK_COMPLETE": "complete_bash"},
    "no words": {"_PAINLINK_COMPLETE": "complete_bash", "COMP_CWORD": "1"},
    **{
        f"word {at}": {"_PAINLINK_COMPLETE": "complete_bash", "COMP_WORDS": "a", "COMP_CWORD": at}
        for at in ("", "x", "-1", "1.5", " 1", "1_0", "\N{SUPERSCRIPT TWO}", "9" * 5000)
    },
    "no line in zsh": {"_PAINLINK_COMPLETE": "complete_zsh"},
    "no line in fish": {"_PAINLINK_COMPLETE": "complete_fish"},
    "no line in PowerShell": {"_PAINLINK_COMPLETE": "complete_pwsh"},
}


def test_what_a_shell_sets_by_half_is_one_sentence(at_tab: AtTab):
    results = {name: at_tab(**changed) for name, changed in HALF_SET.items()}

    assert {name: (one.returncode, one.stdout) for name, one in results.items()} == dict.fromkeys(
        HALF_SET, (2, "")
    )
    assert [
        name
        for name, one in results.items()
        if len(one.stderr.splitlines()) != 1 or not one.stderr.startswith("painlink: ")
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("words", [[], ["explain", "back"], ["--version"]], ids=" ".join)
def test_what_is_set_by_accident_takes_no_answer_away(
    painlink_process: RunProcess, words: list[str]
):
    usual = painlink_process(*words, FORCE_COLOR="1")
    settings = [""] if not words else ["", "complete_bash", "source_zsh", "x", "\x1b"]

    for setting in settings:
        result = painlink_process(*words, FORCE_COLOR="1", _PAINLINK_COMPLETE=setting)
        assert (result.returncode, result.stdout) == (0, usual.stdout), setting


ODD_LINES = [
    "",
    " ",
    "painlink",
    "painlink 'explain",
    "painlink \\",
    "painlink list --=",
    "= = =",
    "painlink list --area==",
    "painlink list --area=='",
    "\n" * 50,
    "painlink " + "x" * 50_000,
    "painlink list --area=\udcff",
    "painlink list --area=ne=",
    "--area=ne",
    "painlink -o=x --area=",
]


@pytest.mark.parametrize("shell", [*SHELLS, "powershell"])
def test_whatever_was_typed_a_shell_gets_no_traceback(at_tab: AtTab, shell: str):
    for line in ODD_LINES:
        for at in ("0", "1", "2", "999"):
            asked = as_asked(shell, line) | {"COMP_CWORD": at}
            assert at_tab(**asked).stderr == "", (line, at)
            if shell != "bash":
                break


@pytest.mark.slow
def test_fish_knows_when_to_complete_paths(painlink_process: RunProcess):
    asked = {"_TYPER_COMPLETE_FISH_ACTION": "is-args"}

    ids = painlink_process(**as_asked("fish", "painlink explain ") | asked)
    paths = painlink_process(**as_asked("fish", "painlink validate ") | asked)

    assert (ids.returncode, paths.returncode) == (0, 1)


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["painlink ", *(f"painlink {name} --" for name in COMMANDS)])
def test_a_help_text_stays_on_the_line_of_what_it_tells_of(
    painlink_process: RunProcess, typed: str
):
    lines = painlink_process(**as_asked("fish", typed)).stdout.splitlines()

    assert lines != []
    assert [line for line in lines if not ONE_WITH_HELP.fullmatch(line)] == []


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["painlink ", *(f"painlink {name} --" for name in COMMANDS)])
def test_zsh_loses_no_letter_of_a_help_text(painlink_process: RunProcess, typed: str):
    told = painlink_process(**as_asked("zsh", typed)).stdout

    # Typer writes an apostrophe twice, and zsh takes two for none.
    assert told.startswith("_arguments ")
    assert "''" not in told


@pytest.mark.slow
def test_broken_knowledge_completes_nothing_and_says_nothing(tmp_path: Path):
    shutil.copytree(ROOT / "painlink", tmp_path / "painlink")
    (tmp_path / "data").mkdir()

    result = subprocess.run(
        [sys.executable, "-c", BROKEN],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (result.stdout, result.stderr) == ("[]\n", "")
