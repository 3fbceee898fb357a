"""Where the files are that painlink ships with: beside the code, in a checkout, or in a zip."""

from pathlib import Path
from typing import TYPE_CHECKING

from painlink.errors import NoSuchPath

if TYPE_CHECKING:  # only a zipapp loads what it is from
    from importlib.resources.abc import Traversable

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


def shipped_file(name: str) -> "Traversable":
    """Return the file *name* of those that painlink ships with; it may not be there."""
    if _PACKAGE.is_dir():
        return built_in() / name
    from importlib.resources import files  # late: only a zipapp needs it

    return files("painlink") / "data" / name
