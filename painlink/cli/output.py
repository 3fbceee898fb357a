"""Where an answer goes: how wide, whether styled, and what happens when it cannot be written."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from typing import TextIO

from painlink.cli.target import refuse_odd
from painlink.errors import CannotWrite, PainlinkError
from painlink.whole_file import shown_name, write_whole

WIDEST = 80  # columns: longer lines are hard to read
_NARROWEST = 20
_PIECE = 2048
_NAME = "standard output"


def width() -> int:
    """Return the columns to write in: those of the terminal or `COLUMNS`, within reason."""
    return min(max(get_terminal_size().columns, _NARROWEST), WIDEST)


def wants_style() -> bool:
    """Return whether to style: for a terminal, or where `FORCE_COLOR` asks for it."""
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def outgrows_the_screen(text: str) -> bool:
    """Return whether *text* goes to a terminal and its beginning would leave the screen there."""
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    return text.count("\n") >= get_terminal_size().lines  # the last line is for the prompt


def write(text: str) -> None:
    """Write *text* to stdout; a reader that has gone away is no error.

    Raises:
        CannotWrite: when stdout is closed or full.
    """
    refuse_closed()
    with writing():
        _put(sys.stdout, text)


def refuse_closed() -> None:
    """Raise where stdout is closed, so that nothing that was asked for is lost in silence.

    Raises:
        CannotWrite: when stdout is closed.
    """
    if sys.stdout is None:
        raise CannotWrite(_NAME, "it is closed")


def tell(text: str) -> None:
    """Write *text* and a line end to stderr; where that fails, there is nobody to tell."""
    if sys.stderr is None:
        return
    try:
        _put(sys.stderr, f"{text}\n")
    except OSError:
        _let_go(sys.stderr)


@contextmanager
def writing() -> Iterator[None]:
    """Tell in a sentence what hinders writing to stdout; a reader that has gone is no error.

    Raises:
        CannotWrite: when stdout is full.
        PainlinkError: when it was not stdout, but a file that cannot be used.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        # Where no file is named, only the folder painlink was started in can be missing.
        if error.filename is not None or isinstance(error, FileNotFoundError):
            file = shown_name(str(error.filename or os.curdir))
            raise PainlinkError(f"could not use {file}: {reason}.") from None
        refuse_closed()
        _let_go(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            raise CannotWrite(_NAME, reason) from None


def _put(stream: TextIO, text: str) -> None:
    # A stream that cannot show a letter gets a question mark, not a traceback.
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    # In pieces: an unbuffered stream may take a part of a long text and lose the rest.
    stream.writelines(text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    stream.flush()


def _let_go(stream: TextIO) -> None:
    """Let what is left in *stream* go nowhere: Python tries to write it once more as it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_file(text: str, file: str, *, force: bool) -> None:
    """Write *text* to *file*, whole or not at all; an older file is replaced only if *force*.

    Raises:
        FileExists: when there is such a file and it is not to be replaced.
        CannotWrite: when the text could not be written; an older file stays as it was.
    """
    refuse_odd(file)
    write_whole(file, text.encode("utf-8", "replace"), replace=force)
