"""Where an entry is from, where that is not painlink itself: said wherever it is shown."""

from typing import Protocol

from painlink.model.areas import Area
from painlink.pages.blocks import Text, quiet


class HasOrigin(Protocol):
    """An entry of any kind."""

    @property
    def origin(self) -> str | None:
        """The file it is from; None is painlink's own."""


def note(*entries: HasOrigin) -> str:
    """Return " (from FILE, not reviewed by painlink)" for those of *entries* that are not its own.

    It is empty where all of them are.
    """
    origins = dict.fromkeys(entry.origin for entry in entries if entry.origin)
    return f" ({'; '.join(origins)})" if origins else ""


def named(area: Area) -> str:
    """Return the name of *area*, with where it is from if it is not painlink's own."""
    return f"{area.name}{note(area)}"


def noted(*entries: HasOrigin) -> Text:
    """Return the same as text to put behind what it speaks of."""
    said = note(*entries)
    return quiet(said) if said else ()
