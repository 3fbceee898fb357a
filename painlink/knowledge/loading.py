"""Where knowledge comes from: compiled, as a wheel carries it, or read from its YAML files."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from painlink.errors import NoSuchPath
from painlink.knowledge import compiled
from painlink.model.knowledge import Knowledge

if TYPE_CHECKING:  # only a zipapp loads what it is from
    from importlib.resources.abc import Traversable

VARIABLE = "PAINLINK_DATA"
COMPILED = "knowledge.jsonl"


_PACKAGE = Path(__file__).parent.parent


def built_in() -> Path:
    """Return the folder of the knowledge painlink ships with.

    Raises:
        NoSuchPath: when it is in no folder, as in a zipapp.
    """
    # A wheel carries the files inside the package; a checkout keeps them beside it. The packaged
    # ones first: next to an installed package, a folder named "data" could be anybody's.
    packaged = _PACKAGE / "data"
    if not _PACKAGE.is_dir():
        raise NoSuchPath(str(packaged))
    return packaged if packaged.is_dir() else _PACKAGE.parent / "data"


def load(folder: Path | None = None, own: Sequence[Path] = ()) -> Knowledge:
    """Return the checked knowledge in *folder*, by default the one painlink ships with.

    The files at *own*, or in the folders there, are laid over it: see `painlink.knowledge.overlay`.

    Raises:
        InvalidKnowledge: when files are missing or break a rule; it lists every problem.
        NoSuchPath: when there is nothing at one of *own*.
    """
    base = _shipped() if folder is None else _read(folder)
    if not own:
        return base
    from painlink.knowledge.from_files import read_own

    return read_own(base, own).sound()


@cache  # it never changes, and to read YAML anew for each question takes 20 times an answer
def _shipped() -> Knowledge:
    file = _compiled()
    return compiled.read_compiled(file) if file.is_file() else _read(built_in())


def _compiled() -> "Traversable":
    """Return where the compiled knowledge is, if it is there."""
    if _PACKAGE.is_dir():
        return built_in() / COMPILED
    from importlib.resources import files  # late: only a zipapp needs it

    return files("painlink") / "data" / COMPILED


def _read(folder: Path) -> Knowledge:
    # Late: the reader of YAML costs more than all the rest of an answer.
    from painlink.knowledge.from_files import read_whole

    return read_whole(folder).sound()


def own_paths(named: Sequence[str] | None) -> tuple[Path, ...]:
    """Return the paths that are *named*, or else those that `PAINLINK_DATA` names.

    Raises:
        NoSuchPath: when one of *named* is empty.
    """
    if not named:
        listed = os.environ.get(VARIABLE, "").split(os.pathsep)
        return tuple(Path(path) for path in listed if path)
    if "" in named:
        raise NoSuchPath("")
    return tuple(map(Path, named))
