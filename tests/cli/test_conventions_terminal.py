"""The conventions about terminals and signals: color, width, pager, Ctrl-C, a closed pipe."""

import os
import re
import select
import signal
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from painlink.cli.app import app
from tests.conftest import ROOT
from tests.shown import ALONE
from tests.started import LONGEST_WAIT, ask
from tests.terminal import PAINLINK, Running, environment, in_a_terminal

pytestmark = pytest.mark.slow

ASK = ["explain", "back", "headache"]
COMMANDS = [one.name or one.callback.__name__ for one in app.registered_commands if one.callback]
CODES = re.compile(r"\x1b\[([\d;]*)m|\x1b\]8;;[^\x1b]*\x1b\\")
RED_AND_BOLD, BOLD = "\x1b[1;31mGet help now", "\x1b[1mGet help now"
COLORS = re.compile(r"\x1b\[[\d;]*\b(3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)\b[\d;]*m")
FORMS = [[], ["--plain"], ["--markdown"], ["--html"], ["--json"]]


def in_a_pipe(*arguments: str, **changed: str | None) -> str:
    result = ask(*arguments, folder=ROOT, environment=environment(**changed))
    result.check_returncode()
    return result.stdout.decode()


def widest(text: str) -> int:
    return max(map(len, CODES.sub("", text).splitlines()))


@pytest.fixture(autouse=True)
def taken_signals() -> Iterator[None]:
    """Have what is started here take Ctrl-C, even where whoever runs the tests ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("form", FORMS, ids=" ".join)
def test_09_a_pipe_gets_no_codes(form: list[str]):
    assert "\x1b" not in in_a_pipe(*ASK, *form, TERM="xterm-256color")


def test_09_a_terminal_gets_color():
    assert RED_AND_BOLD in in_a_terminal(*ASK)[1]


@pytest.mark.parametrize("form", FORMS[1:], ids=" ".join)
def test_09_a_form_that_is_asked_for_has_no_codes_in_a_terminal_either(form: list[str]):
    assert "\x1b" not in in_a_terminal(*ASK, *form)[1]


@pytest.mark.parametrize("arguments", [["--help"], ["explain", "xyzzy"], ["--bad"]], ids=" ".join)
def test_09_help_and_errors_have_no_color(arguments: list[str]):
    assert "\x1b" not in in_a_terminal(*arguments)[1]


def test_09_color_says_nothing_that_words_do_not_say():
    _, styled = in_a_terminal("redflags", "back", "headache")

    plain = in_a_pipe("redflags", "back", "headache", COLUMNS="80")

    assert CODES.sub("", styled).splitlines() == plain.splitlines()
    assert plain.count("Get help now\n") >= 2
    assert "See or call a doctor today\n" in plain


@pytest.mark.parametrize("force", [None, "1"], ids=["", "FORCE_COLOR"])
@pytest.mark.parametrize("value", ["1", "0", "no"])
def test_10_no_color_wins_and_keeps_bold(value: str, force: str | None):
    _, text = in_a_terminal(*ASK, NO_COLOR=value, FORCE_COLOR=force)

    assert BOLD in text
    assert not COLORS.search(text)


def test_10_no_color_wins_in_a_pipe_that_is_forced():
    text = in_a_pipe(*ASK, NO_COLOR="1", FORCE_COLOR="1")

    assert BOLD in text
    assert not COLORS.search(text)


def test_10_an_empty_no_color_is_not_set():
    assert RED_AND_BOLD in in_a_terminal(*ASK, NO_COLOR="")[1]


@pytest.mark.parametrize("value", ["1", "0", "false"])
def test_10_force_color_styles_a_pipe_whatever_it_says(value: str):
    assert RED_AND_BOLD in in_a_pipe(*ASK, FORCE_COLOR=value)


def test_10_an_empty_force_color_is_not_set():
    assert "\x1b" not in in_a_pipe(*ASK, FORCE_COLOR="")


@pytest.mark.parametrize("force", [None, "1"], ids=["", "FORCE_COLOR"])
def test_10_a_dumb_terminal_gets_no_codes(force: str | None):
    assert "\x1b" not in in_a_terminal(*ASK, TERM="dumb", FORCE_COLOR=force)[1]


@pytest.mark.parametrize("arguments", [ASK, ["about"], ["list", "--help"]], ids=" ".join)
@pytest.mark.parametrize("columns", [40, 60, 80])
def test_11_text_is_as_wide_as_the_terminal(arguments: list[str], columns: int):
    _, text = in_a_terminal(*arguments, columns=columns)

    assert columns - 12 < widest(text) <= columns


def test_11_columns_beats_the_size_of_the_terminal():
    assert widest(in_a_terminal("about", columns=80, COLUMNS="50")[1]) <= 50


@pytest.mark.parametrize("arguments", [ASK, ["about"], ["list", "--help"]], ids=" ".join)
def test_11_text_is_at_most_80_columns_wide(arguments: list[str]):
    assert 68 < widest(in_a_terminal(*arguments, columns=200)[1]) <= 80


def test_11_help_in_a_pipe_is_80_columns_wide():
    assert 68 < widest(in_a_pipe("list", "--help")) <= 80


@pytest.mark.parametrize("arguments", [ASK, ["about"], ["redflags", "neck"]], ids=" ".join)
@pytest.mark.parametrize("columns", [40, 60, 80])
def test_11_columns_asks_a_pipe_for_a_width(arguments: list[str], columns: int):
    lines = in_a_pipe(*arguments, COLUMNS=str(columns)).splitlines()
    broken = [line for line in lines if not ALONE.fullmatch(line)]

    assert columns - 12 < max(map(len, broken)) <= columns


@pytest.mark.parametrize("columns", [None, "", "wide", "0", "-3"])
def test_07_a_pipe_gets_each_sentence_whole_on_a_line(columns: str | None):
    text = in_a_pipe("about", COLUMNS=columns)
    said = " ".join(in_a_pipe("about", COLUMNS="80").split())

    items = [line for line in text.splitlines() if line.endswith(".")]
    sentences = [line.strip() for line in items if "* " not in line]
    assert len(sentences) > 20
    assert [one for one in sentences if one not in said] == []
    assert [one for one in sentences if ". " in one] == []


LISTENING: dict[str, Any] = {"PAINLINK_SCREEN_READER": "1"}


@pytest.mark.parametrize("arguments", [ASK, ["handout", "neck"], ["list"], []], ids=" ".join)
@pytest.mark.parametrize("force", [None, "1"], ids=["", "FORCE_COLOR"])
def test_07_who_listens_gets_the_plain_form_in_a_terminal(arguments: list[str], force: str | None):
    _, text = in_a_terminal(*arguments, **LISTENING, FORCE_COLOR=force)

    assert "\x1b" not in text
    assert text.splitlines() == in_a_pipe(*arguments, COLUMNS="80").splitlines()


def test_07_who_listens_can_still_ask_for_another_form():
    assert in_a_terminal(*ASK, "--html", **LISTENING)[1].startswith("<!DOCTYPE html>")


def test_07_an_empty_variable_says_nothing():
    assert RED_AND_BOLD in in_a_terminal(*ASK, PAINLINK_SCREEN_READER="")[1]


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_07_help_that_is_listened_to_has_no_columns(command: list[str]):
    heard = in_a_pipe(*command, "--help", **LISTENING)
    seen = in_a_pipe(*command, "--help")

    assert not re.search(r"\S {2,}\S", heard)
    assert re.search(r"\S {2,}\S", seen)
    if command:  # that of painlink itself shortens what the commands do
        assert heard.replace(":", "").split() == seen.replace(":", "").split()


@pytest.mark.parametrize("place", ["before", "behind"])
def test_10_no_color_is_an_option_too(place: str):
    option = ["--no-color"]
    typed = [*option, *ASK] if place == "before" else [*ASK, *option]
    _, text = in_a_terminal(*typed, FORCE_COLOR="1")

    assert BOLD in text
    assert not COLORS.search(text)


def test_12_a_page_taller_than_the_terminal_opens_in_the_pager():
    exit_code, text = in_a_terminal(*ASK, rows=24, PAGER="echo paged")

    assert (exit_code, text) == (0, "paged\r\n")


@pytest.mark.parametrize(
    ("arguments", "changed"),
    [
        (ASK, {"PAINLINK_PAGER": ""}),
        (ASK, {"PAINLINK_PAGER": "cat"}),
        (ASK, {"TERM": "dumb"}),
        ([*ASK, "--no-pager"], {}),
        ([*ASK, "--plain"], {}),
    ],
    ids=["empty", "cat", "dumb", "--no-pager", "--plain"],
)
def test_12_without_a_pager_the_last_line_says_where_the_signs_are(
    arguments: list[str], changed: dict[str, Any]
):
    _, text = in_a_terminal(*arguments, rows=24, **{"PAGER": "echo paged", **changed})

    assert "paged" not in text
    assert text.splitlines()[-1] == "painlink: the warning signs are at the top of this page."


def test_12_no_pager_opens_for_who_listens():
    _, text = in_a_terminal(*ASK, rows=24, PAGER="echo paged", **LISTENING)

    assert "paged" not in text
    assert text.splitlines()[-1] == "painlink: the warning signs are at the top of this page."


def test_12_no_pager_opens_in_a_pipe():
    assert "paged" not in in_a_pipe(*ASK, PAGER="echo paged", TERM="xterm", FORCE_COLOR="1")


@pytest.mark.parametrize("arguments", [ASK, ["explain", "neck"]], ids=" ".join)
def test_12_a_page_is_not_endless(arguments: list[str]):
    assert len(in_a_pipe(*arguments, COLUMNS="80").splitlines()) <= 150  # three tall screens


def test_21_ctrl_c_ends_the_work_at_once_and_silently():
    typed: list[int] = []

    def interrupt(_: Running, terminal: int) -> None:
        # The terminal is full long before the page is out, so painlink waits in the middle.
        if not typed and select.select([terminal], [], [], 0)[0]:
            typed.append(os.write(terminal, b"\x03"))

    exit_code, text = in_a_terminal("redflags", meanwhile=interrupt)

    assert exit_code == -signal.SIGINT
    assert "Traceback" not in text
    assert "painlink is for learning" not in text


def test_21_a_shell_sees_130_and_no_traceback():
    # Nobody reads the pipe, and the answer is too long for it: the signal meets painlink at work.
    asked = [*PAINLINK, "list", "sources", "--json"]
    with subprocess.Popen(
        ["bash", "-c", 'trap : INT; "$@"; echo $? >&2', "bash", *asked],  # noqa: S607
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as shell:
        assert shell.stdout is not None
        select.select([shell.stdout], [], [], LONGEST_WAIT)
        os.killpg(shell.pid, signal.SIGINT)
        _, told = shell.communicate(timeout=LONGEST_WAIT)

    assert told == b"130\n"


def test_21_a_closed_pipe_is_silent():
    result = subprocess.run(
        [
            *("bash", "-c", 'set -o pipefail; "$@" | head -n 1', "bash"),
            *(*PAINLINK, "redflags"),
        ],
        env=environment(),
        capture_output=True,
        timeout=LONGEST_WAIT,
        check=False,
    )

    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == b"Warning signs: every area\n"
