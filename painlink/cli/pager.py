"""A pager, as git and man start one: a page taller than the screen opens at its top.

It is the only program that painlink ever starts, and only for somebody at a terminal.
"""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from painlink.cli.output import is_windows

_VARIABLES = ("PAINLINK_PAGER", "PAGER")
_USUAL = "less"
_COLORS = "-R"  # without it less shows the codes themselves, and a LESS of the reader's may lack it
_NONE = "cat"
_SETTINGS = {
    "LESS": "FRX",  # as git: end where all fits, keep colors, leave the page on the screen
    "LESSHISTFILE": "-",  # less would write what was searched for to a file
}
_DUMB = ("", "dumb", "unknown")  # what TERM says of a terminal that cannot go back up
_BEGINNING = 512  # bytes: enough to tell the beginning of a page from all that follows


def open_in_pager(text: str) -> bool:
    """Open *text* in the pager that the reader wants; return whether there is one that took it.

    There is none where nobody sits at a keyboard; a pager that is missing or broken takes nothing.
    """
    command = pager_wanted()
    return bool(command) and _is_at_a_terminal() and _takes(command, text)


def pager_wanted() -> list[str]:
    """Return the words of the pager's command, split as a shell would; no words for no pager."""
    from shlex import split

    wanted = next((os.environ[name] for name in _VARIABLES if name in os.environ), _USUAL)
    try:
        # A path of Windows holds backslashes, and its programs have an ending.
        words = [word.strip('"') for word in split(wanted, posix=not is_windows())]
    except ValueError:  # a quote without its other half
        return []
    if words == [_NONE]:
        return []
    program = PureWindowsPath(words[0]).stem if words and is_windows() else Path(*words[:1]).name
    return [*words, _COLORS] if program == _USUAL else words


def _is_at_a_terminal() -> bool:
    for stream in (sys.stdin, sys.stdout):
        if stream is None or not stream.isatty():
            return False
    # Windows needs no TERM.
    return os.environ.get("TERM", "" if os.name == "posix" else os.name) not in _DUMB


def _takes(command: Sequence[str], text: str) -> bool:
    """Start *command*, give it *text* and wait for its end; return whether it read any of it."""
    from subprocess import Popen
    from threading import Thread

    encoding = sys.stdout.encoding.lower()
    letters = {"LESSCHARSET": encoding} if encoding == "utf-8" else {}  # whatever LC_ALL says
    page = text.encode(encoding, "replace")
    theirs, ours = os.pipe()
    with os.fdopen(theirs, "rb", buffering=0) as left, os.fdopen(ours, "wb") as pipe:
        # The pipe stays open here, to see what is left in it: nothing else may wait for it.
        writer = Thread(target=_give, args=(page, pipe))
        try:
            writer.start()
        except RuntimeError:  # the system has no thread left
            return False
        with _out_of_the_way():
            try:
                pager = Popen(command, stdin=theirs, env=_SETTINGS | letters | os.environ)  # noqa: S603, the reader's own
            except OSError:
                left.close()
                writer.join()
                return False
            failed = pager.wait() != 0
        took = not (failed and _is_unread(page, left))
        left.close()  # whoever quits early leaves the writer waiting
        writer.join()
    return took


def _give(page: bytes, pipe: BinaryIO) -> None:
    with suppress(BrokenPipeError), pipe:
        pipe.write(page)


def _is_unread(page: bytes, left: BinaryIO) -> bool:
    """Return whether what is *left* in the pipe is all of *page*."""
    beginning = left.read(_BEGINNING)
    return bool(beginning) and page.startswith(beginning)


@contextmanager
def _out_of_the_way() -> Iterator[None]:
    """Leave Ctrl-C to the pager; then have the terminal as it was, even if the pager was killed."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        # Not SIG_IGN: the pager would inherit it.
        signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with _terminal_kept():
            yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _terminal_kept() -> Iterator[None]:
    try:
        import termios
    except ImportError:  # Windows
        yield
        return
    before = termios.tcgetattr(sys.stdin)
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)
