"""The pager: a page taller than the screen opens at its top, and no pager is ever in the way."""

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal import PAINLINK, Meanwhile, environment, in_a_terminal

pytestmark = pytest.mark.slow

ASK = ["explain", "back", "headache"]
FIRST, LAST = "Get help now", "Ask before you change a medicine."
NOTE = "painlink: the warning signs are at the top of this page."
RED = "\x1b[1;31mGet help now"
CODES = re.compile(r"\x1b\[[\d;?]*[a-zA-Z]|\x1b[=>]")
SIZES = [(80, 24), (120, 40), (40, 20)]
Pager = Callable[[str], Path]


@pytest.fixture(autouse=True)
def taken_signals() -> Iterator[None]:
    """Have what is started here take Ctrl-C, even where whoever runs the tests ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def pager(tmp_path: Path) -> Pager:
    """Return what writes a pager of one's own, in the language of the shell."""

    def write(script: str) -> Path:
        file = tmp_path / "my pager"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return file

    return write


def quoted(file: Path, *options: str) -> str:
    return " ".join([f"'{file}'", *options])


def asked(*arguments: str, rows: int = 24, **changed: str | None) -> tuple[int, str]:
    """Return the exit code and the words that a terminal of 24 rows gets."""
    code, text = in_a_terminal(*(arguments or ASK), rows=rows, **changed)
    return code, CODES.sub("", text).replace("\r\n", "\n")


def typing(*keys: str, ready: str = "") -> Meanwhile:
    """Return what types *keys*, each after a moment of silence, once the terminal shows them."""
    left = list(keys)
    calm = 0

    def type_(_: "subprocess.Popen[bytes]", terminal: int) -> None:
        nonlocal calm
        calm += 1
        if calm > 400 and left:  # rounds of at least 2 ms, and a round that reads counts too
            os.write(terminal, left.pop(0).encode())
            calm = 0

    return type_


def is_printed(text: str) -> bool:
    """Return whether the whole page is there, once, and its last line tells of the signs."""
    return (text.count(FIRST), text.splitlines()[-1]) == (1, NOTE) and LAST in " ".join(
        text.split()
    )


@pytest.mark.parametrize(("columns", "rows"), SIZES, ids=str)
def test_less_opens_the_page_at_its_top_in_color_and_q_ends_it(columns: int, rows: int):
    code, text = in_a_terminal(*ASK, columns=columns, rows=rows, meanwhile=typing("q"))

    shown = CODES.sub("", text).splitlines()
    assert code == 0
    assert shown[0] == "Back pain and headache"
    assert RED in text
    assert len(shown) <= rows + 1
    assert "ESC" not in text
    assert LAST not in text
    assert NOTE not in text
