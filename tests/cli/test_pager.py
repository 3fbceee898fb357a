"""The pager: a page taller than the screen opens at its top, and no pager is ever in the way."""

import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import PAINLINK, as_asked, in_a_terminal, loaded

pytestmark = pytest.mark.slow

ASK = ["explain", "back", "headache"]
TITLE = "Back pain and headache: are they linked?"
FIRST, LAST = "Get help now", "Ask before you change a medicine."
NOTE = "painlink: the warning signs are at the top of this page."
CODES = re.compile(r"\x1b\[[\d;?]*[a-zA-Z]|\x1b[=>]")
LESS_WAITS = "\r\n:"
SIZES = [(80, 24), (120, 40), (40, 20)]
OPENS = "from painlink.cli.pager import open_in_pager; print(open_in_pager('a line\\n' * 150_000))"
IN_BASH = ["bash", "-c", '"$@"; echo "exit $?"; stty -a', "bash", *PAINLINK]
Write = Callable[[str], str]


@pytest.fixture(autouse=True)
def taken_signals() -> Iterator[None]:
    """Have what is started here take Ctrl-C, even where whoever runs the tests ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def less() -> None:
    if shutil.which("less") is None:
        pytest.skip("less is not installed")


@pytest.fixture
def pager(tmp_path: Path) -> Write:
    """Return what writes a pager of one's own and tells how to call it."""

    def write(script: str) -> str:
        file = tmp_path / "my pager"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return f"'{file}'"

    return write


def asked(*arguments: str, **settings: Any) -> tuple[int, str]:
    """Return the exit code and the words that a terminal of 24 rows gets, without codes."""
    code, text = in_a_terminal(*(arguments or ASK), **{"rows": 24, **settings})
    return code, CODES.sub("", text).replace("\r\n", "\n")


def is_printed(text: str) -> bool:
    """Return whether the page is there, whole and once, and the last line tells of its signs."""
    whole = LAST in " ".join(text.split())
    return whole and text.count(TITLE) == 1 and text.splitlines()[-1] == NOTE


@pytest.mark.usefixtures("less")
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_less_opens_a_page_at_its_top_in_color_and_goes_when_told(columns: int, rows: int):
    code, text = in_a_terminal(*ASK, columns=columns, rows=rows, prompt=LESS_WAITS, typed="q")

    first, *others = CODES.sub("", text).strip().splitlines()
    assert (code, first) == (0, TITLE)
    assert len(others) == rows - 1
    assert f"\x1b[1;31m{FIRST}" in text
    assert "ESC" not in text
    assert NOTE not in text


@pytest.mark.usefixtures("less")
@pytest.mark.parametrize("options", ["-i", ""])
def test_less_keeps_the_colors_whatever_options_its_reader_has(options: str):
    code, text = in_a_terminal(*ASK, rows=24, LESS=options, prompt=LESS_WAITS, typed="q")

    assert code == 0
    assert f"\x1b[1;31m{FIRST}" in text
    assert "ESC" not in text


@pytest.mark.usefixtures("less")
@pytest.mark.parametrize("locale", ["C", "C.UTF-8", None])
def test_less_shows_every_letter_that_the_terminal_is_given(locale: str | None):
    _, text = asked(
        *("show", "odegard-2011"), rows=8, LC_ALL=locale, LANG=None, prompt=LESS_WAITS, typed="q"
    )

    assert "\N{LATIN CAPITAL LETTER O WITH STROKE}deg" in text


@pytest.mark.usefixtures("less")
def test_ctrl_c_in_less_ends_neither_less_nor_painlink():
    # less may drop the key that comes after Ctrl-C.
    code, text = asked(command=IN_BASH, prompt=LESS_WAITS, typed="\x03 q")

    assert code == 0
    assert "exit 0\n" in text
    assert " icanon" in text
    assert " echo " in text


def test_ctrl_c_ends_a_pager_that_lets_itself_be_ended_and_painlink_after_it(pager: Write):
    # Not `sleep`: a shell that is just about to start one may die of Ctrl-C without it.
    command = pager("cat > /dev/null; echo ready; read line < /dev/tty; echo read")

    code, text = asked(PAGER=command, prompt="ready", typed="\x03")

    assert code == 0
    assert "read\n" not in text
    assert TITLE not in text


@pytest.mark.usefixtures("less")
def test_what_is_looked_for_in_less_is_not_stored(tmp_path: Path):
    code, _ = asked(prompt=LESS_WAITS, typed="/weak\rq", HOME=str(tmp_path))

    assert code == 0
    assert list(tmp_path.rglob("*")) == []


def test_a_page_that_fits_with_a_line_for_the_prompt_needs_no_pager(pager: Write):
    trace = pager("echo paged")
    height = len(asked("list", "areas", rows=9999)[1].splitlines())

    _, fits = asked("list", "areas", rows=height + 1, PAGER=trace)
    _, does_not = asked("list", "areas", rows=height, PAGER=trace)

    assert "paged" not in fits
    assert does_not == "paged\n"


def test_lines_beats_the_size_of_the_terminal(pager: Write):
    assert asked(rows=9999, LINES="24", PAGER=pager("echo paged"))[1] == "paged\n"


def test_an_own_pager_gets_the_whole_page_with_its_colors(pager: Write):
    code, text = in_a_terminal(*ASK, rows=24, PAGER=pager("echo mine; exec cat"))

    assert code == 0
    assert text.replace("mine\r\n", "", 1) == in_a_terminal(*ASK)[1]


@pytest.mark.parametrize(
    ("options", "got"),
    [
        ("-a 'b c' \"d\" e\\ f", ["-a", "b c", "d", "e f"]),
        ("$HOME; exit | `exit` *", ["$HOME;", "exit", "|", "`exit`", "*"]),
    ],
    ids=["split as a shell would", "by no shell"],
)
def test_a_pager_gets_its_options(pager: Write, options: str, got: list[str]):
    command = pager('printf "%s\\n" "$@"')

    assert asked(PAGER=f"{command} {options}")[1].splitlines() == got


def test_painlink_pager_beats_pager(pager: Write):
    command = pager('echo "$1"')

    assert asked(PAINLINK_PAGER=f"{command} ours", PAGER=f"{command} other")[1] == "ours\n"


@pytest.mark.parametrize(
    ("changed", "told"),
    [({}, "FRX -"), ({"LESS": "-i", "LESSHISTFILE": "mine"}, "-i mine"), ({"LESS": ""}, " -")],
    ids=["unset", "set", "empty"],
)
def test_the_settings_of_less_are_the_readers_own_where_they_are_set(
    pager: Write, changed: dict[str, str], told: str
):
    command = pager('echo "$LESS $LESSHISTFILE"')

    assert asked(PAGER=command, **changed)[1] == f"{told}\n"


@pytest.mark.parametrize(
    "changed",
    [
        {"PAGER": ""},
        {"PAGER": "cat"},
        {"PAGER": "echo paged", "PAINLINK_PAGER": ""},
        {"PAGER": "echo paged", "PAINLINK_PAGER": " "},
        {"PAGER": "echo paged", "PAINLINK_PAGER": "cat"},
        {"PAGER": "echo paged", "TERM": "dumb"},
        {"PAGER": "echo paged", "TERM": ""},
        {"PAGER": "echo paged", "TERM": None},
    ],
    ids=str,
)
def test_where_no_pager_is_wanted_the_last_line_tells_of_the_signs(changed: dict[str, str | None]):
    code, text = asked(**changed)

    assert code == 0
    assert is_printed(text)


@pytest.mark.parametrize("place", range(1, 4))
def test_no_pager_may_stand_anywhere_after_the_command(place: int):
    code, text = asked(*ASK[:place], "--no-pager", *ASK[place:], PAGER="echo paged")

    assert code == 0
    assert is_printed(text)


@pytest.mark.parametrize(
    "broken",
    [
        "there-is-no-such-pager",
        "there-is-no-such-pager -x",
        "'",
        "/",
        "./README.md",
        "false",
        "env no-such-pager",
        "sh -c 'kill -9 $$'",
        "sh -c 'no-such-command'",
    ],
)
def test_a_pager_that_does_not_work_is_no_error_and_the_page_is_printed(broken: str):
    code, text = asked(PAGER=broken)

    assert code == 0
    assert is_printed(text[text.index(TITLE) :])


WITHOUT_THREADS = """
from threading import Thread
def no_more(_):
    raise RuntimeError("can't start new thread")
Thread.start = no_more
from painlink.__main__ import main
main()
"""


def test_where_the_system_has_no_thread_left_the_page_is_printed():
    code, text = asked(command=[sys.executable, "-P", "-c", WITHOUT_THREADS])

    assert code == 0
    assert is_printed(text)


def test_where_there_is_no_less_the_page_is_printed(tmp_path: Path):
    code, text = asked(PATH=str(tmp_path))

    assert code == 0
    assert is_printed(text)


@pytest.mark.parametrize("script", ["exit 3", "exit 0", "kill -9 $$", "kill -INT $$"])
def test_what_a_pager_has_begun_to_show_is_not_printed_once_more(pager: Write, script: str):
    code, text = asked(PAGER=pager(f"head -c 600 | head -n 1; {script}"))

    assert (code, text.rstrip("\x1b[")) == (0, f"{TITLE}\n")


def test_a_pager_that_is_killed_leaves_the_terminal_as_it_was(pager: Write):
    command = pager("stty raw -echo < /dev/tty; head -c 600; kill -9 $$")

    code, text = asked(command=IN_BASH, PAGER=command)

    assert code == 0
    assert "exit 0\n" in text
    assert " icanon" in text
    assert " echo " in text


@pytest.mark.parametrize(
    ("command", "opened"),
    [("true", True), ("head -n 1", True), ("cat", True), ("false", False), ("sleep 0.5", True)],
)
def test_a_megabyte_is_given_whole_or_left_without_a_word(command: str, opened: bool):
    python = [sys.executable, "-c", OPENS]

    code, text = asked(command=python, PAINLINK_PAGER=f"env {command}")

    lines = text.splitlines()
    shown = {"env cat": 150_000, "env head -n 1": 1}.get(f"env {command}", 0)
    assert code == 0
    assert lines == ["a line"] * shown + [str(opened)]


@pytest.mark.parametrize(
    "piped", ['"$@" | cat', '"$@" > "$OLDPWD/page"; cat "$OLDPWD/page"', ': | "$@"']
)
def test_none_opens_where_nobody_sits_at_both_ends(tmp_path: Path, piped: str):
    script = f"export OLDPWD='{tmp_path}'; {piped}"
    command = ["bash", "-c", script, "bash", *PAINLINK]

    code, text = asked(command=command, PAGER="echo paged", FORCE_COLOR="1")

    assert code == 0
    assert LAST in " ".join(text.split())
    assert (NOTE in text) == piped.startswith(":")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--plain"], [NOTE]),
        (["--markdown"], []),
        (["--html"], []),
        (["--json"], []),
        (["-o", "-"], []),
        (["-o", os.devnull, "--force"], None),
    ],
    ids=lambda one: " ".join(one or ()),
)
def test_none_opens_for_a_form_or_a_file_that_is_asked_for(
    arguments: list[str], told: list[str] | None
):
    code, text = asked(*ASK, *arguments, PAGER="echo paged")

    assert "paged" not in text
    if told is not None:
        assert code == 0
        assert text.splitlines()[-1:] == told or not told
        assert text.count(NOTE) == len(told)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["explain", "--help"], ["explain", "xyzzy"], ["validate"], ["schema"]],
    ids=" ".join,
)
def test_none_opens_for_what_is_no_page(arguments: list[str]):
    assert "paged" not in asked(*arguments, rows=2, PAGER="echo paged")[1]


def test_none_opens_while_a_shell_completes_a_word():
    settings: dict[str, Any] = as_asked("bash", "painlink explain ")

    code, text = in_a_terminal(rows=2, PAGER="echo paged", **settings)

    assert code == 0
    assert "shoulder\r\n" in text
    assert "paged" not in text


def test_a_page_without_signs_tells_of_none():
    code, text = asked("list", "sources", PAGER="cat")

    assert code == 0
    assert NOTE not in text


def test_what_is_not_paged_loads_nothing_of_a_pager():
    _, text = asked(rows=9999, PYTHONPROFILEIMPORTTIME="1")

    modules = loaded(text)
    assert "painlink.cli.answer" in modules
    assert modules & {"painlink.cli.pager", "shlex", "termios"} == set()
