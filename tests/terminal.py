"""A real terminal for painlink to write to, of any size and kind."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tests.conftest import ROOT, as_shipped
from tests.started import LONGEST_WAIT, Answering, is_for_a_start

PAINLINK = [sys.executable, "-P", "-m", "painlink"]
TALL = 9999  # rows: every page fits, so that no pager opens

TYPER_ALONE = """
import typer
app = typer.Typer(rich_markup_mode=None)
app.command()(lambda: None)
app([], standalone_mode=False)
"""

Running = Answering | subprocess.Popen[bytes]
Meanwhile = Callable[[Running, int], None]


def environment(**changed: str | None) -> dict[str, str]:
    """Return an environment without what would change painlink; None takes a variable away."""
    kept = ("PATH", "HOME", "TMPDIR", "LANG", "SYSTEMROOT")
    own = {name: os.environ[name] for name in kept if name in os.environ}
    wanted = {"PYTHONPATH": str(as_shipped()), **own, **changed}
    return {name: value for name, value in wanted.items() if value is not None}


def loaded(told: str) -> set[str]:
    """Return the modules that Python says it loaded, with the packages they are in."""
    modules = re.findall(r"^import time: +\d+ \| +\d+ \| +([\w.]+)$", told, re.MULTILINE)
    return {*modules, *(name.partition(".")[0] for name in modules)}


@cache
def loaded_by_typer_alone() -> set[str]:
    """Return what a command of Typer's loads that does nothing: from 0.29 on, pydantic."""
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", TYPER_ALONE],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return loaded(result.stderr)


def set_size(terminal: int, columns: int, rows: int = TALL) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def as_asked(shell: str, typed: str) -> dict[str, str]:
    """Return what *shell* sets when it asks painlink how *typed*, a whole line, may go on."""
    words = {"bash": "COMP_WORDS"}.get(shell, "_TYPER_COMPLETE_ARGS")
    return {
        "_PAINLINK_COMPLETE": f"complete_{shell}",
        words: typed,
        "COMP_CWORD": str(len(f"{typed}.".split()) - 1),
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }


def in_a_terminal(
    *arguments: str | bytes | Path,
    command: Sequence[str | Path] = PAINLINK,
    folder: Path = ROOT,
    columns: int = 80,
    rows: int = TALL,
    meanwhile: Meanwhile = lambda *_: None,
    prompt: str = "",
    typed: str = "",
    **changed: str | None,
) -> tuple[int, str]:
    """Return the exit code and what a terminal gets; *meanwhile* happens again and again.

    The terminal is the process's own, as in a shell: Ctrl-C that is typed into it reaches painlink.
    A shell, given as *command*, gets what is *typed* once it has shown its *prompt*.
    """
    leader, follower = pty.openpty()
    set_size(leader, columns, rows)
    around = environment(**{"TERM": "xterm-256color", **changed})
    process: Running
    if command is PAINLINK and not is_for_a_start(changed):
        process = Answering(arguments, follower, folder=folder, environment=around)
    else:
        process = subprocess.Popen(
            [*command, *arguments],
            cwd=folder,
            env=around,
            preexec_fn=lambda: os.login_tty(follower),  # noqa: PLW1509, no other thread runs here
        )
    os.close(follower)
    written = b""
    ends = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < ends:
        meanwhile(process, leader)
        if not select.select([leader], [], [], 0.002)[0]:
            continue
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the terminal is gone with its last writer
            break
        if not piece:
            break
        written += piece
        if typed and prompt.encode() in written:
            os.write(leader, typed.encode())
            typed = ""
    exit_code = process.wait()
    os.close(leader)
    return exit_code, written.decode("utf-8", "strict")
