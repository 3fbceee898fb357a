"""The blocks that pages are made of. Renderers know these and nothing else."""

from dataclasses import dataclass
from enum import StrEnum

from painlink.grades import Urgency


class Role(StrEnum):
    """What a stretch of text is; a renderer may show it, and never needs to."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    CITATION = "citation"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with one role."""

    text: str
    role: Role = Role.PLAIN


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part of the page; the page itself has level 1, its parts 2, theirs 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences."""

    text: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items of equal weight."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with a name, and what is said about it."""

    name: Text
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A warning: how urgent it is, and what to look out for and do."""

    urgency: Urgency
    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a listing, which a renderer may keep on one line."""

    id: str
    name: str
    summary: str
    note: str = ""

    @property
    def told(self) -> str:
        """What the item says: its name, unless the id says it already, and its summary."""
        if self.name.casefold() == self.id:
            return self.summary
        return f"{self.name}. {self.summary}".strip()


@dataclass(frozen=True, slots=True)
class Rows:
    """A listing of many things of one kind."""

    items: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One cited source, under the number its citations on this page carry."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class References:
    """The sources cited on a page; *brief* ones may run on in one paragraph."""

    items: tuple[Reference, ...]
    brief: bool = False


Block = Heading | Paragraph | Bullets | Entry | Notice | Rows | References


@dataclass(frozen=True, slots=True)
class Page:
    """Something to show. No page can be made without its disclaimer, the last thing on it.

    *record* is what the page shows as plain data, for formats that are read by programs.
    """

    title: str
    blocks: tuple[Block, ...]
    imprint: Text
    disclaimer: Text
    record: object


def plain(text: str) -> Text:
    """Return *text* as it is."""
    return (Span(text),)


def strong(text: str) -> Text:
    """Return *text* as the part that matters most."""
    return (Span(text, Role.STRONG),)


def quiet(text: str) -> Text:
    """Return *text* as something said in passing."""
    return (Span(text, Role.QUIET),)


def command(text: str) -> Text:
    """Return *text* as something to type."""
    return (Span(text, Role.COMMAND),)
