"""Where knowledge comes from: compiled, as a wheel carries it, or read from its YAML files."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from painlink.errors import NoSuchPath
from painlink.knowledge import compiled
from painlink.knowledge.shipped import built_in, shipped_file
from painlink.model.knowledge import Knowledge

VARIABLE = "PAINLINK_DATA"
COMPILED = "knowledge.jsonl"
_TILDE = "The shell left the ~ as it is. Write out your home folder instead."


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
    file = shipped_file(COMPILED)
    return compiled.read_compiled(file) if file.is_file() else _read(built_in())


def _read(folder: Path) -> Knowledge:
    # Late: the reader of YAML costs more than all the rest of an answer.
    from painlink.knowledge.from_files import read_whole

    return read_whole(folder).sound()


def own_paths(named: Sequence[str] | None) -> tuple[Path, ...]:
    """Return the paths that are *named*, or else those that `PAINLINK_DATA` names.

    Raises:
        NoSuchPath: when one of *named* is empty, or begins with a "~" that the shell left there.
    """
    if not named:
        named = [path for path in os.environ.get(VARIABLE, "").split(os.pathsep) if path]
    if "" in named:
        raise NoSuchPath("")
    paths = tuple(map(Path, named))
    for path in paths:
        if path.parts[:1] == ("~",) and not path.exists():
            raise NoSuchPath(str(path)).followed_by(_TILDE)
    return paths
