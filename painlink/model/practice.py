"""Whose sheet it is: a practice, and what it shows its own clients.

None of it is painlink's: it stands only in a file of a reader's own, carries no grade, and comes
behind the warning signs wherever it is shown.
"""

from typing import NamedTuple

from painlink.model.grades import Prose


class Practice(NamedTuple):
    """Who hands a sheet out: a name, how to reach them, a line of theirs, and a picture.

    `picture` names a PNG or JPEG that lies beside the file.
    """

    name: str
    contact: str | None = None
    note: Prose | None = None
    picture: str | None = None
    origin: str | None = None

    @property
    def own_words(self) -> str:
        """How it is reached and what it adds, or nothing."""
        contact = self.contact and f"{self.contact.rstrip('.')}."
        return " ".join(filter(None, (contact, self.note)))


class PracticeExercise(NamedTuple):
    """A movement that a practice shows its clients: for which areas, and when to stop."""

    name: str
    how: Prose
    areas: tuple[str, ...]
    stop_if: Prose
    origin: str | None = None

    @property
    def id(self) -> str:
        """What it is known by among those of the same practice: its name."""
        return self.name


class Picture(NamedTuple):
    """A picture without anything but what is seen: its kind, its bytes and its size in dots."""

    kind: str
    content: bytes
    width: int
    height: int


class Handed(NamedTuple):
    """What a practice puts on its sheets; all of it may be missing."""

    practice: Practice | None = None
    picture: Picture | None = None
    exercises: tuple[PracticeExercise, ...] = ()
