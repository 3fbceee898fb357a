"""Files written whole or not at all: whatever happens, there is the older one or the new one.

Even a painlink that is killed leaves no half of a file. The draft that it may leave beside it is
taken away by whoever writes there next.
"""

import os
import re
import signal
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from painlink.errors import CannotWrite, FileExists
from painlink.phrases import shortened, visible

_LONGEST_PATH = 4096  # no system takes a longer one
_DRAFT = ".painlink-{}"
_IS_DRAFT = re.compile(r"\.painlink-[0-9a-f]{16}")
_IS_POSIX = os.name == "posix"
_LOOKS = (0.001, 0.01, 0.1, 0.3, 0)  # seconds after each: whoever writes there needs no more
_NO_FILE = "it is not an ordinary file"
_TWO_NAMES = "it has more than one name (a hard link), and the others would keep the older text"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(
    file: str | Path, content: bytes, *, replace: bool, is_one_of_many: bool = False
) -> None:
    """Write *content* to *file*, whole or not at all; an older file gives way only to *replace*.

    What a link points to is replaced, not the link; it keeps its owner and its permissions. A
    file that *is_one_of_many* is moved into place without waiting until the disk has it, and
    whoever writes them calls `sweep` once.

    Raises:
        FileExists: when there is such a file and it is not to be replaced.
        CannotWrite: when it could not be written; an older file stays as it was.
    """
    name = os.fspath(file)
    try:
        target = Path(os.path.realpath(name))
        if not is_one_of_many:
            sweep(target.parent)
        older = _older(name, target, replace=replace)
        with undisturbed(), _draft_beside(target, 0o600 if older else 0o666) as (draft, number):
            _fill(number, content)
            if older:
                _keep(number, older, target)
            if not is_one_of_many:
                os.fsync(number)
            if not _IS_POSIX:  # Windows moves no open file
                os.close(number)
            if replace:
                draft.replace(target)
            else:
                _take(target, draft)
            if not is_one_of_many:
                _settle(target.parent)
    except FileExistsError:
        raise FileExists(shown_name(name)) from None
    except (OSError, ValueError) as error:  # a name may be too long or hold a zero byte
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWrite(shown_name(name), reason.lower()) from None


def sweep(folder: Path) -> None:
    """Take out of *folder* each draft whose writer was killed; one in use is locked."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _IS_DRAFT.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    _sweep_away(Path(entry.path))


def shown_name(file: str) -> str:
    """Return the name of a file as a message shows it."""
    name = visible(file) if file.strip() else "a file without a name"
    return name if len(name) <= _LONGEST_PATH else shortened(name)


def _older(name: str, target: Path, *, replace: bool) -> os.stat_result | None:
    """Return what is at *target*, which *name* stands for, where it can be replaced.

    Raises:
        FileExists: when it is not to be replaced.
        CannotWrite: when it is no ordinary file, or one that would not be replaced as a whole.
    """
    hindrance = _NO_FILE
    for pause in _LOOKS:
        try:
            there = Path(name).stat()
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(there.st_mode):
            break
        # Not what was there: somebody else may have replaced it since. What is open, as in /dev/fd,
        # may be a file that is nowhere any more.
        with suppress(FileNotFoundError):
            older = target.stat()
            if not replace:
                raise FileExists(shown_name(name))
            if older.st_nlink == 1:
                return older
            hindrance = _TWO_NAMES
        time.sleep(pause)
    raise CannotWrite(shown_name(name), hindrance)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let Ctrl-C, `kill` and a terminal that closes wait: they would leave a draft behind."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(
        signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    )
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _draft_beside(target: Path, mode: int) -> Iterator[tuple[Path, int]]:
    """Lend a new open file beside *target*, locked while it is in use, and take it away after."""
    draft = target.with_name(_DRAFT.format(os.urandom(8).hex()))
    number = None
    try:
        while number is None or not os.path.lexists(draft):  # swept before it was locked
            number = os.open(draft, _NEW, mode)
            _lock(number)
        yield draft, number
    finally:
        try:
            if number is not None:
                with suppress(OSError):
                    os.close(number)
        finally:  # whatever else fails
            with suppress(OSError):
                draft.unlink()


def _lock(number: int, *, waits: bool = True) -> bool:
    """Lock an open file until it is closed; return whether that was possible."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock

        flock(number, LOCK_EX if waits else LOCK_EX | LOCK_NB)
    except (ImportError, OSError):  # Windows; a file system without locks; locked already
        return False
    return True


def _sweep_away(draft: Path) -> None:
    # Neither followed nor waited for: it may have become a link or a pipe meanwhile.
    number = os.open(draft, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if _lock(number, waits=False):
            draft.unlink()
    finally:
        os.close(number)


def _fill(number: int, content: bytes) -> None:
    left = memoryview(content)
    while left:  # a disk may take a part at a time
        left = left[os.write(number, left) :]


def _keep(number: int, older: os.stat_result, target: Path) -> None:
    """Give the open file *number* the owner, the labels and the permissions of the *older* one."""
    if not _IS_POSIX:
        return
    made = os.fstat(number)
    if (made.st_uid, made.st_gid) != (older.st_uid, older.st_gid):
        try:
            os.fchown(number, older.st_uid, older.st_gid)
        except PermissionError:
            told = "its owner or its group is another one, and only they can replace it"
            raise PermissionError(0, told) from None
    if hasattr(os, "listxattr"):  # Linux; they say who else may read it
        with suppress(OSError):
            for label in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(number, label, os.getxattr(target, label))
    mode = stat.S_IMODE(older.st_mode) & 0o777
    if stat.S_IMODE(made.st_mode) != mode:  # some file systems know one mode only
        os.fchmod(number, mode)


def _take(target: Path, draft: Path) -> None:
    """Give *draft* the name of *target*, unless somebody took that name meanwhile."""
    try:
        target.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.close(os.open(target, _NEW, 0o666))
        try:
            draft.replace(target)
        except BaseException:
            target.unlink()
            raise
    else:
        draft.unlink()


def _settle(folder: Path) -> None:
    """Wait until the disk knows the new name; where a folder cannot be waited for, it will."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
