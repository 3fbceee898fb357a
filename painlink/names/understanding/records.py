"""What `understand` returns: what was found in a text, and what was left out of it."""

from enum import StrEnum
from typing import NamedTuple


class TextSpan(NamedTuple):
    """Some words of a text: `text[start:end]` is *words*."""

    words: str
    start: int
    end: int


class Why(StrEnum):
    """Why a word that names a place was left out."""

    DENIED = "denied"  # "no headache", "my knee is fine"
    POSTURE = "posture"  # "lying on my side"
    MOVEMENT = "movement"  # "when I bend my knee"
    SAYING = "saying"  # "on the other hand"
    END = "end"  # "the back of my knee"
    EVERYDAY = "everyday"  # "the head of the firm": nothing beside it says that a body is meant
    OTHER = "other"  # "my sister's hip is bad, and my elbow aches"
    WHOLE = "whole"  # "my leg, the calf": its part was named


class Found(NamedTuple):
    """One area that was named, with every place in the text that names it.

    `is_obvious` says that all of them are plainly the area's own name.
    """

    area: str
    spans: tuple[TextSpan, ...]
    is_obvious: bool


class LeftOut(NamedTuple):
    """Words that could name one of *areas* and were not taken; *said* are they and what denies."""

    areas: tuple[str, ...]
    span: TextSpan
    why: Why
    said: str


class Asked(NamedTuple):
    """Words that could mean several areas; *is_misspelt* where they are near names of these."""

    areas: tuple[str, ...]
    span: TextSpan
    is_misspelt: bool


class ReadAs(NamedTuple):
    """A misspelt word, and the word it was read as."""

    span: TextSpan
    read: str


class Mentioned(NamedTuple):
    """A mechanism that the text names."""

    mechanism: str
    span: TextSpan


class Understanding(NamedTuple):
    """Everything that was made of a *text*, each list in the order of the text.

    `found` is what to answer about. Where it is empty, `asked` is what to ask back. `is_whole`
    is false where the text was too long to be read to its end.
    """

    text: str
    found: tuple[Found, ...]
    left_out: tuple[LeftOut, ...]
    asked: tuple[Asked, ...]
    read_as: tuple[ReadAs, ...]
    mentioned: tuple[Mentioned, ...]
    is_whole: bool = True

    @property
    def areas(self) -> tuple[str, ...]:
        """Return the ids of the areas that were found."""
        return tuple(one.area for one in self.found)
