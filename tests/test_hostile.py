"""Strange arguments and changed files, some of each: `python -m tests.hostile 20000` asks more."""

from pathlib import Path
from random import Random

import pytest

from painlink.model.entries import RedFlag
from tests.conftest import KNOWLEDGE
from tests.hostile.arguments import argument_list, not_told, of_the_answer, signs_of
from tests.hostile.files import changed_file
from tests.hostile.overlays import overlay
from tests.hostile.running import ask_arguments, ask_files, ask_overlays

SEED = "the suite"
FLAG: RedFlag = KNOWLEDGE.red_flags["head-thunderclap"]


@pytest.mark.slow
def test_strange_arguments_get_an_answer_with_its_signs_or_a_sentence(tmp_path: Path):
    assert [case for case in ask_arguments(SEED, 100, tmp_path) if case[1]] == []


@pytest.mark.slow
def test_changed_files_are_refused_at_their_line_or_shown_in_safety(tmp_path: Path):
    assert [case for case in ask_files(SEED, 20, tmp_path) if case[1]] == []


@pytest.mark.slow
def test_own_entries_that_contradict_take_no_sign_away(tmp_path: Path):
    assert [case for case in ask_overlays(SEED, 8, tmp_path) if case[1]] == []


def test_the_same_seed_makes_the_same_cases():
    assert len({str(argument_list(Random(SEED))) for _ in range(3)}) == 1
    assert len({changed_file(Random(SEED)) for _ in range(3)}) == 1
    assert len({str(overlay(Random(SEED))) for _ in range(3)}) == 1


@pytest.mark.parametrize(
    ("code", "stdout", "stderr", "wrong"),
    [
        (70, "", "painlink: no.\n", "exit code 70"),
        (0, "\x1b[2J", "", "something steers the terminal"),
        (2, "", "Traceback\n", "no sentence: 'Traceback\\n'"),
        (2, "", "painlink: no." + "x" * 5000, "5013 letters on stderr"),
        (0, "", "", "no answer"),
    ],
)
def test_what_is_wrong_with_an_answer_is_seen(code: int, stdout: str, stderr: str, wrong: str):
    assert list(of_the_answer(code, stdout, stderr)) == [wrong]


def test_a_sign_that_is_lost_is_seen():
    assert not_told([FLAG], f"* {FLAG.sign}") == []
    assert not_told([FLAG], "* something else") == [FLAG.id]


def test_the_signs_of_what_was_typed_are_known():
    assert FLAG in signs_of(["explain", "headache", "--markdown"])
    assert FLAG in signs_of(["redflags"])
    assert signs_of(["list", "areas"]) == []
