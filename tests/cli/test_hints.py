"""What people guess: it works, or one sentence says what does."""

from collections.abc import Callable

import pytest
from typer.testing import Result

Run = Callable[..., Result]

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
}
OPTIONS = {
    "explain back --pdf": "print it to PDF",
    "explain back --lang de": "English only so far",
    "explain back --format json": "--json",
    "explain back --width 60": "COLUMNS=60",
    "explain back --open": "-o page.html",
    "--json explain back": "painlink explain back headache --json",
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
