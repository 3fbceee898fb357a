"""Which files knowledge is read from, and how a file is opened that anybody may have made."""

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from painlink.errors import NoSuchPath, Problem

LARGEST = 8 * 2**20  # bytes
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
            inside = sorted(path.iterdir()) if stat.S_ISDIR(path.stat().st_mode) else None
        except (FileNotFoundError, NotADirectoryError):
            raise NoSuchPath(str(path)) from None
        except (OSError, ValueError) as error:  # a name may be too long or hold a zero byte
            problems.append(Problem(str(path), 0, 0, "", _reason(error)))
            continue
        named = [OwnFile(path, path.name)]
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
    return FoundFiles(tuple(files.values()), tuple(skipped), tuple(problems))


def _is_yaml(path: Path) -> bool:
    # What begins with a dot, systems and editors leave beside the file of that name.
    return path.suffix.lower() in _ENDINGS and not path.name.startswith(".") and not path.is_dir()


def text_of(path: Path) -> str:
    """Return the text of a file: UTF-8, with or without a byte order mark, up to 8 MiB.

    It never waits: what is no ordinary file, such as a pipe or a device, is refused unread.

    Raises:
        Unreadable: when it cannot be read, is too large, or changes meanwhile.
    """
    try:
        # A pipe would else be waited for until somebody writes into it.
        with os.fdopen(os.open(path, os.O_RDONLY | _AT_ONCE), "rb") as file:
            content = _whole(file)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.split(rb"\r\n|\r|\n", content[: error.start]))
        raise Unreadable("not a text in UTF-8; save it as UTF-8", line) from None
    except FileNotFoundError:
        raise Unreadable("this knowledge file is missing") from None
    except (OSError, ValueError) as error:
        raise Unreadable(_reason(error)) from None


def _whole(file: BinaryIO) -> bytes:
    before = os.fstat(file.fileno())
    if not stat.S_ISREG(before.st_mode):
        raise Unreadable("it is not an ordinary file")
    content = file.read(LARGEST + 1)
    after = os.fstat(file.fileno())
    if len(content) > LARGEST:
        raise Unreadable(f"it is larger than {LARGEST // 2**20} MiB")
    if len(content) != after.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise Unreadable("it changed while it was read; try again")
    return content


def _reason(error: OSError | ValueError) -> str:
    told = getattr(error, "strerror", None) or str(error)
    return f"cannot be read: {told.lower()}"
