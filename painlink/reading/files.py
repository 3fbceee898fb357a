"""Which files knowledge is read from, and how a file is opened that anybody may have made."""

import os
import re
import stat
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from painlink.errors import NoSuchPath, Problem
from painlink.reading.limits import LARGEST, MOST_FILES, Allowance

_MOST_INSIDE = 1000  # of a folder, knowledge or not
_ENDINGS = (".yaml", ".yml")
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)


class OwnFile(NamedTuple):
    """A file of a reader's own: where it is, and what it is called on a page.

    *shown* tells no folders above the one that was named: a page may be printed and handed on.
    """

    path: Path
    shown: str


class FoundFiles(NamedTuple):
    """The knowledge files among what was named, what lies beside them unread, what went wrong."""

    files: tuple[OwnFile, ...]
    skipped: tuple[str, ...]
    problems: tuple[Problem, ...]


class Unreadable(Exception):
    """Raised when a file cannot be read as text: why, and in which line if that is known."""

    def __init__(self, why: str, line: int = 0) -> None:
        self.line = line
        super().__init__(why)


def find_files(paths: Iterable[Path]) -> FoundFiles:
    """Return the YAML files that *paths* name, or that lie in the folders they name, each once.

    Raises:
        NoSuchPath: when there is nothing at one of *paths*.
    """
    files: dict[str, OwnFile] = {}
    skipped: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            inside = _inside(path) if stat.S_ISDIR(path.stat().st_mode) else None
        except (FileNotFoundError, NotADirectoryError):
            raise NoSuchPath(str(path)) from None
        except (OSError, ValueError) as error:  # a name may be too long or hold a zero byte
            problems.append(Problem(str(path), 0, 0, "", _reason(error)))
            continue
        named = [OwnFile(path, path.name)]
        if inside is not None and len(inside) > _MOST_INSIDE:
            told = f"it holds more than {_MOST_INSIDE:,} files; name those that are to be read"
            problems.append(Problem(str(path), 0, 0, "", told))
            continue
        if inside is not None:
            folder = path.resolve().name
            named = []
            for one in inside:
                if _is_yaml(one):
                    named.append(OwnFile(one, f"{folder}/{one.name}"))
                else:
                    skipped.append(str(one))
        for own in named:
            files.setdefault(os.path.realpath(own.path), own)
    for own in islice(files.values(), MOST_FILES, MOST_FILES + 1):
        told = f"it is one too many: no more than {MOST_FILES} files are read together"
        problems.append(Problem(str(own.path), 0, 0, "", told))
    return FoundFiles(tuple(files.values())[:MOST_FILES], tuple(skipped), tuple(problems))


def _inside(folder: Path) -> list[Path]:
    return sorted(islice(folder.iterdir(), _MOST_INSIDE + 1))


def _is_yaml(path: Path) -> bool:
    # What begins with a dot, systems and editors leave beside the file of that name.
    return path.suffix.lower() in _ENDINGS and not path.name.startswith(".") and not path.is_dir()


def text_of(path: Path, allowance: Allowance | None = None) -> str:
    """Return the text of a file: UTF-8, with or without a byte order mark, up to 2 MiB.

    Its size is taken off *allowance*.

    It never waits: what is no ordinary file, such as a pipe or a device, is refused unread.

    Raises:
        Unreadable: when it cannot be read, is too large, or changes meanwhile.
    """
    content = bytes_of(path, what="this knowledge file")
    if allowance and (told := allowance.take_file(len(content))):
        raise Unreadable(told)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.split(rb"\r\n|\r|\n", content[: error.start]))
        raise Unreadable("not a text in UTF-8; save it as UTF-8", line) from None


def bytes_of(path: Path, most: int = LARGEST, what: str = "this file") -> bytes:
    """Return what an ordinary file holds, at most so many bytes.

    Raises:
        Unreadable: when it cannot be read, is too large, or changes meanwhile.
    """
    try:
        # A pipe would else be waited for until somebody writes into it.
        with os.fdopen(os.open(path, os.O_RDONLY | _AT_ONCE), "rb") as file:
            return _whole(file, most)
    except FileNotFoundError:
        raise Unreadable(f"{what} is missing") from None
    except (OSError, ValueError) as error:
        raise Unreadable(_reason(error)) from None


def _whole(file: BinaryIO, most: int) -> bytes:
    before = os.fstat(file.fileno())
    if not stat.S_ISREG(before.st_mode):
        raise Unreadable("it is not an ordinary file")
    content = file.read(most + 1)
    after = os.fstat(file.fileno())
    if len(content) > most:
        told = f"{most // 2**20} MiB" if most >= 2**20 else f"{most // 1000} kB"
        raise Unreadable(f"it is larger than {told}")
    if len(content) != after.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise Unreadable("it changed while it was read; try again")
    return content


def _reason(error: OSError | ValueError) -> str:
    told = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {told.lower()}"
