"""What people guess: it works, or one sentence says what does."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from painlink.cli.app import app
from painlink.cli.messages.hints import instead_of
from tests.conftest import KNOWLEDGE
from tests.site.conftest import TYPED

Run = Callable[..., Result]
COMMANDS = [one.name or one.callback.__name__ for one in app.registered_commands if one.callback]
SITE = "site my-site" if "site" in COMMANDS else "explain back headache -o page.html"

MEANT = {
    "back headache": "painlink explain back headache",
    "back": "painlink explain back",
    "what is sciatica": "painlink explain what is sciatica",
    "stress": "painlink show stress-and-pain-perception",
    "version": "painlink --version",
    "mechanisms": "painlink list mechanisms",
    "areas": "painlink list areas",
    "sources": "painlink list sources",
    "pairs": "painlink list pairs",
    "print": "painlink handout back headache -o handout.html",
    "sheet": "painlink handout back headache -o handout.html",
    "pdf": "painlink handout back headache -o handout.html",
    "warnings": "painlink redflags",
    "emergency": "painlink redflags",
    "red-flags": "painlink redflags",
    "flags": "painlink redflags",
    "links": "painlink list links",
    "approaches": "painlink list approaches",
    "all": "painlink list areas",
    "find": "painlink search trigger points",
    "info": "painlink about",
    "export": f"painlink {SITE}",
    "website": f"painlink {SITE}",
    "knots in my neck": "painlink explain knots in my neck",
    "psoas": "painlink explain psoas",
    "text neck": "painlink explain text neck",
    "mouse arm": "painlink explain mouse arm",
    "upper traps": "painlink explain upper traps",
    "--json back headache": "painlink explain back --json headache",
}
OPTIONS = {
    "explain back --pdf": "print it to PDF",
    "explain back --lang de": "English only so far",
    "explain back --format json": "--json",
    "explain back --width 60": "COLUMNS=60",
    "explain back --open": "-o page.html",
    "explain back -o page.pdf": "print it to PDF",
    "explain back -o page.docx": "word processors open it",
    "explain back --docx": "Word processors open HTML",
    "explain back --brief": "painlink explain neck --short",
    "handout back --short": "painlink explain neck --short",
    "explain back --sources": "Every source: --full.",
    "explain back --md": "--markdown",
    "explain back --text": "--plain",
    "explain back --out x.html": "-o page.html",
    "explain back --jsno": "Did you mean --json?",
    "explain back --no-colour": "--no-color",
    "list --areas neck": "Did you mean --area?",
    "--json": "painlink explain back headache --json",
    "--shrot explain back": "Did you mean --short?",
    "explain --data": "option '--data' requires an argument. See: painlink explain --help",
    "explain back --plain=yes": "option '--plain' does not take a value. See: painlink explain",
    "about it": "See: painlink about --help",
    "list bogus": "See: painlink list --help",
    "list everything --area neck": "See: painlink list --help",
    "explain back --plain --json": "Choose one of them. See: painlink explain --help",
    "schema nothing": "See: painlink schema --help",
    "validate nowhere.yaml": "See: painlink validate --help",
    "redflags back --data nowhere.yaml": "See: painlink redflags --help",
}
WORK = [
    "help",
    "help explain",
    "list redflags",
    "list mechanism",
    "list red_flags",
    "list red-flag",
    "list pairs --certainty very_low",
    "list pairs --certainty VERY-LOW",
    "list red flags",
    "list approach",
    "list links",
    "list link --area neck --certainty moderate",
    "list links --mechanism poor-sleep",
    "list all",
    "list everything",
    "search sleep --all",
    "search sleep --kind mechanism",
    "search sleep --kind red_flags",
    "schema red-flags",
    "schema output",
    "--json explain back",
    "--plain --full explain back",
    "--data examples/clinic.yaml explain back --json",
    "--data=examples/clinic.yaml list areas",
    "-o - explain back",
    "--area neck list",
    "--no-color explain back",
    "explain back --no-color",
    "validate examples/clinic.yaml --no-color",
    "schema --no-color",
    "explain traps",
    "explain psoas",
    "explain text neck",
    "explain mouse arm",
    "explain upper traps",
    "explain tummy ache",
]


@pytest.mark.parametrize("typed", list(MEANT))
def test_a_guessed_command_gets_the_one_that_is_meant(painlink: Run, typed: str):
    result = painlink(*typed.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Did you mean: {MEANT[typed]}? See: painlink --help" in result.stderr


@pytest.mark.parametrize("typed", list(OPTIONS))
def test_a_guessed_option_gets_a_sentence_and_never_force(painlink: Run, typed: str):
    result = painlink(*typed.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert OPTIONS[typed] in result.stderr
    assert "--force" not in result.stderr


@pytest.mark.parametrize("typed", ["frobnicate", "explian-me", "--forse", "explain back --forse"])
def test_what_nobody_can_know_gets_no_hint(painlink: Run, typed: str):
    result = painlink(*typed.split())

    assert result.exit_code == 2
    assert "Did you mean" not in result.stderr
    assert "--force" not in result.stderr


@pytest.mark.parametrize("typed", WORK)
def test_some_guesses_simply_work(painlink: Run, typed: str):
    result = painlink(*typed.split())

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


def test_two_words_for_one_level_are_one(painlink: Run):
    assert painlink("list", "pairs", "--certainty", "very low").stdout == (
        painlink("list", "pairs", "--certainty", "very-low").stdout
    )


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("no headache", "If it hurts there, type: painlink explain head."),
        ("stress", "Read of that: painlink show stress-and-pain-perception."),
        ("xyzzy", "Name the places, for example: painlink explain back headache."),
        ("all", "See: painlink list areas"),
        ("heal", "painlink list areas"),
        ("Are is causes fall hop pane tows", "painlink list areas"),
    ],
)
def test_where_no_place_was_found_one_sentence_says_how_to_say_it(
    painlink: Run, typed: str, says: str
):
    result = painlink("explain", typed)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("painlink: no place that hurts in '")
    sentence, *signs = result.stderr.splitlines()
    assert says in sentence
    assert [line.startswith("Get help now if you have any") for line in signs] in ([], [True])


@pytest.mark.parametrize("command", ["explain", "handout", "show", "search"])
def test_a_command_with_nothing_gets_an_example_and_the_areas(painlink: Run, command: str):
    result = painlink(command)

    told, *areas = result.stderr.splitlines()
    (example,) = re.findall(r"For example: painlink (.+)\. See: ", told)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told.endswith(f" See: painlink {command} --help")
    assert example.startswith(f"{command} ")
    if command != "search":
        assert sorted(re.findall(r"[a-z-]+", areas[0].removeprefix("The areas: "))) == sorted(
            [*KNOWLEDGE.areas, "and"]
        )


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("headache stress", "stress-and-pain-perception"),
        ("sciatica", "nerve-root"),
        ("text neck", "posture"),
    ],
)
def test_a_way_that_pains_are_linked_is_named_beside_the_place(
    painlink: Run, typed: str, named: str
):
    result = painlink("explain", *typed.split())

    assert (result.exit_code, result.stderr) == (0, "")
    told = " ".join(result.stdout.split())
    assert "You also named " in told
    assert f"Read: painlink show {named} " in told


def test_options_may_stand_anywhere(painlink: Run):
    before = painlink("--json", "explain", "back", "head")

    assert before.stdout == painlink("explain", "back", "head", "--json").stdout
    assert before.exit_code == 0


def test_a_way_that_is_no_place_is_pointed_to(painlink: Run):
    result = painlink("explain", "knots")

    assert result.exit_code == 1
    assert "Read of that: painlink show muscle-tension." in result.stderr


def test_two_places_are_no_entry_but_have_a_page(painlink: Run):
    result = painlink("show", "back", "headache")

    assert result.exit_code == 1
    assert "Did you mean 'painlink explain back head'? See: painlink list" in result.stderr


def test_every_hint_of_a_command_runs(
    painlink: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    hinted = {instead_of([word], COMMANDS) for word in [*MEANT, "sheet"]}
    calls = {hint.removeprefix("painlink ") for hint in hinted if hint}

    calls -= {" ".join(TYPED)}  # tests/site runs it, once for all
    results = {call: painlink(*call.split(), *_over(call)).exit_code for call in calls}

    assert len(results) > 10
    assert results == dict.fromkeys(results, 0)


def _over(call: str) -> list[str]:
    return ["--force"] if " -o " in call else []


def test_who_wants_all_of_it_as_pages_is_told_of_the_site():
    assert {instead_of([word], COMMANDS) for word in ("export", "website")} == {
        "painlink site my-site"
    }
