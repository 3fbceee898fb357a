"""What may be named to write to: nothing that the shell or the system means otherwise."""

import os
import re
import stat
from pathlib import Path

from painlink.errors import CannotWrite
from painlink.whole_file import shown_name

_SEPARATORS = r"[/\\]" if os.sep == "\\" else "/"
_ENDING = re.compile(r"\.(?:html?|md|json|txt|pdf|bib|ris)", re.IGNORECASE)
_STREAMS = (1, 2)
_SYSTEM = Path("/proc")


def refuse_odd(file: str) -> None:
    """Raise where *file* is no name for an answer's file.

    Raises:
        CannotWrite: when it is not.
    """
    if reason := _odd(file):
        raise CannotWrite(shown_name(file), reason)


def _odd(file: str) -> str:
    """Return why *file* is no name for an answer's file, or nothing."""
    if not file.strip():
        return "give it one, such as page.html"
    steps = re.split(_SEPARATORS, file)
    if is_in_no_home(file):
        return "the shell left the ~ as it is. Write out your home folder, or ./~ for that name"
    if _ENDING.fullmatch(steps[-1]):
        return f"it is only an ending. Put a name before it: page{steps[-1].lower()}"
    there = _known(file)
    if steps[-1] in ("", os.curdir, os.pardir) or (there and stat.S_ISDIR(there.st_mode)):
        return "it names a folder. Add the name of a file, such as page.html"
    if there and any(os.path.samestat(there, one) for one in map(_known, _STREAMS) if one):
        return "what painlink says goes there already. For standard output use: -o -"
    return "it is not an ordinary file" if there and _is_of_the_system(Path(file)) else ""


def is_in_no_home(name: str) -> bool:
    """Return whether *name* begins with a ~ for the home folder that the shell left as it is."""
    return re.split(_SEPARATORS, name)[0] == "~"


def _is_of_the_system(path: Path) -> bool:
    """Return whether *path*, where something is, leads through `/proc`.

    A link there may lead to whatever is open, such as Python itself.
    """
    while True:
        folder = path.parent.resolve()
        if _SYSTEM in (folder, *folder.parents):
            return True
        if not path.is_symlink():
            return False
        path = folder / path.readlink()


def _known(place: str | int) -> os.stat_result | None:
    """Return what is known of the file at *place*, or open there; None where there is none."""
    try:
        return os.fstat(place) if isinstance(place, int) else Path(place).stat()
    except (OSError, ValueError):  # a name may be too long or hold a zero byte
        return None
