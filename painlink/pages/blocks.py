"""The blocks that pages are made of. Renderers know these and nothing else."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from painlink.model.entries import Source
from painlink.model.grades import Urgency
from painlink.pages.parts.picture import Figure, Logo


class Role(StrEnum):
    """What a stretch of text is; a renderer may show it, and never needs to."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    CITATION = "citation"
    COMMAND = "command"


class Span(NamedTuple):
    """A stretch of text with one role; *address* is where in the web it leads, if anywhere."""

    text: str
    role: Role = Role.PLAIN
    address: str = ""


Text = tuple[Span, ...]


class Heading(NamedTuple):
    """The title of a part of the page; the page itself has level 1, its parts 2, theirs 3."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """One or more sentences."""

    text: Text


class Bullets(NamedTuple):
    """A list of items of equal weight."""

    items: tuple[Text, ...]


class Item(NamedTuple):
    """A thing with a name, and what is said about it."""

    name: Text
    blocks: tuple["Block", ...]


class Notice(NamedTuple):
    """A warning: how urgent it is, and what to look out for and do."""

    urgency: Urgency
    title: str
    blocks: tuple["Block", ...]


class Bar(NamedTuple):
    """How many of 100 have something: at least so many, and *told* in words."""

    name: Text
    of_100: int
    told: str


class Bars(NamedTuple):
    """Numbers out of 100 to set side by side; the text above them tells *what* they count."""

    what: str
    items: tuple[Bar, ...]


class Row(NamedTuple):
    """One item of a listing, which a renderer may keep on one line."""

    id: str
    name: str
    summary: Text
    note: str = ""

    @property
    def told(self) -> Text:
        """What the item says: its name, unless the id says it already, and its summary."""
        if self.name.casefold() == self.id:
            return self.summary
        return (Span(f"{self.name}. " if self.summary else f"{self.name}."), *self.summary)


class Rows(NamedTuple):
    """A listing of many things of one kind."""

    items: tuple[Row, ...]


class Reference(NamedTuple):
    """One cited source, under the number its citations on this page carry.

    *in_brief* is what a form without room tells of it, *in_full* what others do; it is empty where
    no form of this page has room.
    """

    id: str
    number: int
    in_brief: Text
    in_full: Text = ()


class References(NamedTuple):
    """The sources cited on a page.

    *brief* ones run on in a text, behind *hint*, and in other forms where there are no fuller ones.
    """

    items: tuple[Reference, ...]
    brief: bool = False
    hint: str = ""

    @property
    def has_room(self) -> bool:
        """Whether a form with room has more to tell than the brief line."""
        return any(item.in_full for item in self.items)


class Drawing(NamedTuple):
    """A move that is drawn with signs, line by line; the words above it tell the same."""

    lines: tuple[str, ...]
    caption: Text


class Choices(NamedTuple):
    """A question with boxes to tick by hand, *within* the item above it or by itself."""

    label: Text
    options: tuple[str, ...]
    within: bool = False


class Options(NamedTuple):
    """Things to choose from, each with a box to tick by hand and one answer a column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]


class Blanks(NamedTuple):
    """A question with *lines* empty lines to write on by hand; *short* ones may share a line."""

    label: Text
    lines: int
    short: bool = False


class Grid(NamedTuple):
    """A table to fill in by hand: an empty cell is a blank, the first cell of a row its name.

    It may be folded, half of its rows beside the others. *in_words* is for forms without tables.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    in_words: Text = ()

    @property
    def halves(self) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
        """The rows of the two halves of a folded grid; the first has the odd one."""
        half = (len(self.rows) + 1) // 2
        return self.rows[:half], self.rows[half:]


Block = (
    Heading
    | Paragraph
    | Bullets
    | Bars
    | Item
    | Notice
    | Rows
    | References
    | Drawing
    | Choices
    | Options
    | Blanks
    | Grid
    | Figure
    | Logo
)


class Page(NamedTuple):
    """Something to show. No page can be made without its disclaimer, the last thing on it.

    *contents* makes what the blocks show as plain data, for formats that programs read: only where
    one asks for it. *provenance* is who stands behind it, *sources* what it rests on. A *sheet* is
    made to be printed and filled in, a *large* one in letters that weak eyes can read. What
    *is_text* is made to fit a screen alone. *in_brief* ends a text that advises nothing.
    """

    title: str
    blocks: tuple[Block, ...]
    imprint: Text
    disclaimer: Text
    contents: Callable[[], object]
    provenance: object
    sources: tuple[Source, ...] = ()
    in_brief: Text = ()
    is_sheet: bool = False
    is_large: bool = False
    is_text: bool = False

    @property
    def has_signs(self) -> bool:
        """Whether it shows warning signs; where it does, it begins with them."""
        return any(isinstance(block, Notice) for block in self.blocks)


def plain(text: str) -> Text:
    """Return *text* as it is."""
    return (Span(text),)


def strong(text: str) -> Text:
    """Return *text* as the part that matters most."""
    return (Span(text, Role.STRONG),)


def emphasized(text: Text) -> Text:
    """Return *text* with all that is plain in it as the part that matters most."""
    return tuple(
        span._replace(role=Role.STRONG) if span.role is Role.PLAIN else span for span in text
    )


def quiet(text: str) -> Text:
    """Return *text* as something said in passing."""
    return (Span(text, Role.QUIET),)


def command(text: str) -> Text:
    """Return *text* as something to type."""
    return (Span(text, Role.COMMAND),)
