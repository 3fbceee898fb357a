"""Where an answer goes: how wide, whether styled, and what happens when it cannot be written."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from shutil import copymode, get_terminal_size

from painlink.errors import CannotWrite, FileExists
from painlink.phrases import visible

WIDEST = 80  # columns: longer lines are hard to read
_NARROWEST = 20
_PIECE = 2048
_NAME = "standard output"
_LONGEST_NAME = 100


def width() -> int:
    """Return the columns to write in: those of the terminal or `COLUMNS`, within reason."""
    return min(max(get_terminal_size().columns, _NARROWEST), WIDEST)


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


def write_file(text: str, file: str, *, force: bool) -> None:
    """Write *text* to *file*, whole or not at all; an older file is replaced only if *force*.

    Raises:
        FileExists: when there is such a file and it is not to be replaced.
        CannotWrite: when the text could not be written; an older file stays as it was.
    """
    try:
        target = Path(os.path.realpath(file))  # what a link points to is replaced, not the link
        if target.exists():
            if not target.is_file():
                raise CannotWrite(shown(file), "it is not an ordinary file")
            if not force:
                raise FileExists(shown(file))
        _write_whole(text, target, force=force)
    except FileExistsError:
        raise FileExists(shown(file)) from None
    except (OSError, ValueError) as error:  # a name may be too long or hold a zero byte
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWrite(shown(file), reason.lower()) from None


def _write_whole(text: str, target: Path, *, force: bool) -> None:
    """Write *text* beside *target* and move it there once all of it is on the disk."""
    draft = target.with_name(f".{target.name[:_LONGEST_NAME]}.{os.urandom(8).hex()}")
    file = draft.open("x", encoding="utf-8", errors="replace", newline="\n")
    try:
        with file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if force:
            with suppress(FileNotFoundError):
                copymode(target, draft)
            draft.replace(target)
        else:
            _take(target, draft)
    finally:  # after Ctrl-C as well
        draft.unlink(missing_ok=True)


def _take(target: Path, draft: Path) -> None:
    """Give *draft* the name of *target*, unless somebody took that name meanwhile."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        target.open("x").close()
        draft.replace(target)


def shown(file: str) -> str:
    """Return the name of a file as a message shows it."""
    return visible(file) or "a file without a name"
