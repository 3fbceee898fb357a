"""Where an answer goes: how wide, whether styled, and what happens when it cannot be written."""

import os
import sys
from shutil import get_terminal_size

from painlink.errors import CannotWrite

_WIDEST = 80  # columns: longer lines are hard to read
_NARROWEST = 20
_PIECE = 2048
_NAME = "standard output"


def width() -> int:
    """Return the columns to write in: those of the terminal or `COLUMNS`, within reason."""
    return min(max(get_terminal_size().columns, _NARROWEST), _WIDEST)


def wants_style() -> bool:
    """Return whether to style: for a terminal, or where `FORCE_COLOR` asks for it."""
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def write(text: str) -> None:
    """Write *text* to stdout; a reader that has gone away is no error.

    Raises:
        CannotWrite: when stdout is closed or full.
    """
    if sys.stdout is None:
        raise CannotWrite(_NAME, "it is closed")
    try:
        # A terminal that cannot show a letter gets a question mark, not a traceback.
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        # In pieces: an unbuffered stream may take a part of a long text and lose the rest.
        for start in range(0, len(text), _PIECE):
            sys.stdout.write(text[start : start + _PIECE])
        sys.stdout.flush()
    except OSError as error:
        # Python flushes stdout once more as it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise CannotWrite(_NAME, (error.strerror or str(error)).lower()) from None
