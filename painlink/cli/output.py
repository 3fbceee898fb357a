"""Where an answer goes: how wide, whether styled, and what happens when it cannot be written."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from typing import BinaryIO, TextIO

from painlink.cli.messages.in_lines import in_lines
from painlink.cli.target import refuse_odd
from painlink.errors import CannotWrite, PainlinkError
from painlink.whole_file import shown_name, write_whole

SCREEN_READER = "PAINLINK_SCREEN_READER"
WIDEST = 80  # columns: longer lines are hard to read
_NARROWEST = 20
_PIECE = 2048
_NAME = "standard output"


def width() -> int:
    """Return the columns to write in: those of the terminal or `COLUMNS`, within reason."""
    return _within_reason(get_terminal_size().columns)


def plain_width(*, on_a_screen: bool) -> int | None:
    """Return the columns for plain text: in a pipe or a file those of `COLUMNS`, else no limit.

    A line that ends in the middle of a sentence is of no use to `grep`.
    """
    if on_a_screen and is_a_terminal():
        return width()
    try:
        asked = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        return None
    return _within_reason(asked) if asked > 0 else None


def _within_reason(columns: int) -> int:
    return min(max(columns, _NARROWEST), WIDEST)


def is_windows() -> bool:
    """Return whether the system is Windows, where consoles, paths and closed pipes differ."""
    return sys.platform == "win32"


def is_a_terminal() -> bool:
    """Return whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_read_aloud() -> bool:
    """Return whether the reader listens: `PAINLINK_SCREEN_READER` says so for every call."""
    return bool(os.environ.get(SCREEN_READER))


def wants_style() -> bool:
    """Return whether to style: for a terminal, or where `FORCE_COLOR` asks for it."""
    return not is_read_aloud() and (bool(os.environ.get("FORCE_COLOR")) or is_a_terminal())


def outgrows_the_screen(text: str) -> bool:
    """Return whether *text* goes to a terminal and its beginning would leave the screen there."""
    if not is_a_terminal():
        return False
    return text.count("\n") >= get_terminal_size().lines  # the last line is for the prompt


def write(text: str, *, utf8: bool = False) -> None:
    """Write *text* to stdout; a reader that has gone away is no error.

    It is written in the encoding of the stream, or as *utf8* with line feeds on every system: what
    says so of itself, as HTML does, is wrong in another one.

    Raises:
        CannotWrite: when stdout is closed or full.
    """
    refuse_closed()
    with writing():
        if utf8 and hasattr(sys.stdout, "buffer"):
            _put_bytes(sys.stdout.buffer, text.encode("utf-8", "replace"))
        else:
            _put(sys.stdout, text)


def refuse_closed() -> None:
    """Raise where stdout is closed, so that nothing that was asked for is lost in silence.

    Raises:
        CannotWrite: when stdout is closed.
    """
    if sys.stdout is None:
        raise CannotWrite(_NAME, "it is closed")


def tell(text: str) -> None:
    """Write *text* and a line end to stderr; where that fails, there is nobody to tell.

    On a terminal no line of it is wider than that.
    """
    if sys.stderr is None:
        return
    try:
        if sys.stderr.isatty():
            text = in_lines(text, _within_reason(_columns_of(sys.stderr)))
        _put(sys.stderr, f"{text}\n")
    except OSError:
        _let_go(sys.stderr)


def fitted_to_the_screen(text: str) -> str:
    """Return *text*, which is no page, in lines as wide as the terminal, if it goes to one."""
    return in_lines(text, width()) if is_a_terminal() else text


def _columns_of(stream: TextIO) -> int:
    """Return how wide *stream* is, a terminal; what `COLUMNS` or stdout tells counts more."""
    try:
        own = os.get_terminal_size(stream.fileno())
    except OSError:
        own = get_terminal_size()
    return get_terminal_size(own).columns


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
        if not _says_that_nobody_reads(error):
            raise CannotWrite(_NAME, reason) from None


def _says_that_nobody_reads(error: OSError) -> bool:
    # Windows calls a pipe that was closed at its other end an invalid argument.
    return isinstance(error, BrokenPipeError) or (is_windows() and error.errno == errno.EINVAL)


def _put(stream: TextIO, text: str) -> None:
    # A stream that cannot show a letter gets a question mark, not a traceback.
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    # In pieces: an unbuffered stream may take a part of a long text and lose the rest.
    stream.writelines(text[start : start + _PIECE] for start in range(0, len(text), _PIECE))
    stream.flush()


def _put_bytes(stream: BinaryIO, content: bytes) -> None:
    # In pieces, as above.
    stream.writelines(content[start : start + _PIECE] for start in range(0, len(content), _PIECE))
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
