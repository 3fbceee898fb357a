"""The folder of a site: only what painlink wrote is replaced or taken away, all or none of it.

Everything is written into a draft beside the pages first. Until that is complete the older site
stays as it is; then all moves into place at once, the front page last.
"""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from painlink.errors import CannotWrite
from painlink.site.addresses import FRONT
from painlink.site.building import File
from painlink.whole_file import shown_name, undisturbed, write_whole

LIST = "painlink-site.txt"
_DRAFT = ".painlink-draft"
_HEAD = "# What painlink wrote here. It replaces and takes away nothing else."
# What a list may name: nothing that leads out of the folder, whoever wrote it.
_NAME = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)?[a-z0-9][a-z0-9._-]*\.(?:html|css|json|xml)")
_PAGES = (".html", ".htm")


def publish(files: Iterable[File], folder: Path, *, force: bool) -> tuple[int, int]:
    """Write *files* to *folder*, which is made where there is none; take away what is stale.

    How many they are is returned, and how many of them were new there, or had changed.

    Raises:
        CannotWrite: when it holds pages of somebody else, unless *force*; or when it could not be
            written. The older site stays as it was.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise CannotWrite(shown_name(str(folder)), "it is a file, not a folder")
        older = _older(folder)
        if not older and not force:
            _refuse_others(folder)
        with _draft_in(folder) as draft:
            names, changed = _drafted(files, folder, draft, older=older, force=force)
            if changed and hasattr(os, "sync"):
                os.sync()  # at once: to wait for file after file takes ten times as long
            with undisturbed():
                _move(draft, folder, changed, names, older)
            return len(names), len(changed)
    except (OSError, ValueError) as error:  # a name may be too long or hold a zero byte
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWrite(shown_name(str(folder)), reason.lower()) from None


def _older(folder: Path) -> tuple[str, ...]:
    """Return the files that painlink wrote to *folder* before, by the list that lies in it."""
    try:
        lines = (folder / LIST).read_text(encoding="utf-8", errors="replace").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(line for line in lines if _NAME.fullmatch(line))


def _refuse_others(folder: Path) -> None:
    """Raise where *folder* holds pages: it may be a site of somebody else's."""
    if not folder.is_dir():
        return
    for path in (*folder.iterdir(), *folder.glob("[!.]*/*")):
        if path.suffix.lower() in _PAGES:
            raise _in_use(folder, str(path.relative_to(folder)))


def _in_use(folder: Path, file: str) -> CannotWrite:
    told = f"it holds {shown_name(file)}, which painlink did not write. To write there, add --force"
    return CannotWrite(shown_name(str(folder)), told)


@contextmanager
def _draft_in(folder: Path) -> Iterator[Path]:
    """Lend an empty folder in *folder*, and take it away after; if all fails, both are gone."""
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / _DRAFT
    try:
        _take_away(draft)  # that of one who was killed
        draft.mkdir()
        yield draft
    finally:
        with suppress(OSError):
            _take_away(draft)
        for one in made:
            with suppress(OSError):  # it holds the site
                one.rmdir()


def _take_away(draft: Path) -> None:
    if draft.is_symlink():
        draft.unlink()
    elif draft.exists():
        shutil.rmtree(draft)


def _drafted(
    files: Iterable[File], folder: Path, draft: Path, *, older: Sequence[str], force: bool
) -> tuple[list[str], list[str]]:
    """Write to *draft* what is not in *folder* yet; return the names of all, and of what was not.

    Raises:
        CannotWrite: when a file of somebody else has the name of one of them, unless *force*.
    """
    names: list[str] = []
    changed: list[str] = []
    own = {*older, LIST}
    for file in files:
        names.append(file.name)
        target = folder / file.name
        _refuse_links(folder, target)
        if os.path.lexists(target):
            if file.name not in own and not force:
                raise _in_use(folder, file.name)
            if not target.is_symlink() and _holds(target, file.content):
                continue
        path = draft / file.name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file.content)
        changed.append(file.name)
    return names, changed


def _refuse_links(folder: Path, target: Path) -> None:
    """Raise where *target* would be written elsewhere: its folder is a link, or it is a folder."""
    if target.parent != folder and target.parent.is_symlink():
        raise CannotWrite(shown_name(str(target.parent)), "it is a link to another folder")
    if target.is_dir() and not target.is_symlink():
        raise CannotWrite(shown_name(str(target)), "there is a folder of that name")


def _holds(target: Path, content: bytes) -> bool:
    return target.stat().st_size == len(content) and target.read_bytes() == content


def _move(
    draft: Path, folder: Path, changed: Sequence[str], names: Sequence[str], older: Sequence[str]
) -> None:
    """Move what *changed* into place, the front page last, and take away what is stale."""
    if not changed and set(older) == set(names):
        return
    _note(folder, {*older, *names})  # whatever happens, all that is here is known as painlink's
    for name in sorted(changed, key=lambda name: name == FRONT.file):
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        (draft / name).replace(target)
    for name in set(older) - set(names):
        _drop(folder, folder / name)
    _note(folder, set(names))


def _drop(folder: Path, stale: Path) -> None:
    """Take the file *stale* away, and its folder where that was the last in it."""
    inner = stale.parent if stale.parent != folder else None
    if inner and inner.is_symlink():
        return  # it lies somewhere else
    with suppress(FileNotFoundError):
        stale.unlink()
    with suppress(OSError):  # others' files, or pages, lie in it
        if inner:
            inner.rmdir()


def _note(folder: Path, names: set[str]) -> None:
    told = "\n".join((_HEAD, *sorted(names), ""))
    write_whole(folder / LIST, told.encode(), replace=True)
