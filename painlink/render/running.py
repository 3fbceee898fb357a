"""What the text forms share: which blocks they show, and blocks as running text."""

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from typing import NamedTuple

from painlink.pages.blocks import (
    Bars,
    Blanks,
    Block,
    Bullets,
    Choices,
    Drawing,
    Grid,
    Heading,
    Item,
    Options,
    Page,
    Paragraph,
    References,
    Role,
    Row,
    Span,
    Text,
)
from painlink.pages.parts.picture import Figure, Logo
from painlink.render.lines import INDENT, TIED, columns, words, wrapped

PART = 2  # the level of the parts of a page
BULLET, BOX = "* ", "[ ] "
UNDER = INDENT + len(BULLET)  # what belongs to the item above it
SOURCES = "Sources"
TO_FILL_IN = (Span(" (write here)"),)  # for who hears a line to write on, or cannot draw one
_BETWEEN = "  "
_LENGTHS, _WHOLE = (20, 10), 100  # of a bar for 100 people
_BLANK, _GAP = "___", "   "
USUAL_WIDTH = 80  # columns where nothing else is known


def leveled(blocks: Iterable[Block], above: int) -> Iterator[tuple[Block, int]]:
    """Yield each of *blocks* with the level of its own title, one below the title it stands under.

    *above* is the level of the title that the first of them stands under.
    """
    for block in blocks:
        if isinstance(block, Heading):
            above = min(block.level, above + 1)
            yield block, above
        elif isinstance(block, References):
            yield block, PART  # they belong to the page, not to its last part
        else:
            yield block, above + 1


def shown_on_a_screen(page: Page) -> Iterator[Block]:
    """Yield the blocks of *page* that a terminal can show: a picture says nothing beside them."""
    return (block for block in page.blocks if not isinstance(block, Figure | Logo))


def shown_blocks(page: Page) -> Iterator[Block]:
    """Yield the blocks of *page* that any text can show: a drawn move is for who sees it."""
    return (block for block in shown_on_a_screen(page) if not isinstance(block, Drawing))


def needs_gap(before: Block | None, block: Block) -> bool:
    """Return whether an empty line parts two blocks: what belongs together stays together.

    Before the first block of a page stands its title.
    """
    match before, block:
        case (Heading(), _) | (Paragraph(), Bullets()) | (None, Paragraph()):
            return False
        case (Bullets() | Bars() | Drawing(), Bars() | Drawing() | Choices()):
            return False
        case (Bars() | Drawing() | Choices(), Bullets()) | (Bullets(), References()):
            return False
        case (Blanks() | Choices(), Blanks() | Choices()):
            return False
        case _, Heading(level):
            return level == PART or isinstance(before, Item)
    return True


def bars(block: Bars, width: int) -> Iterator[Text]:
    """Yield each number as a line with a bar, as long as there is room; alone where there is none.

    Of a number that is not known exactly the least is drawn.
    """
    names = max(columns(words(bar.name)) for bar in block.items)
    numbers = max(columns(f"{bar.told} of {_WHOLE}") for bar in block.items)
    room = width - UNDER - names - 1 - numbers - 2 * len(_BETWEEN)
    length = next((length for length in _LENGTHS if length <= room), 0)
    for bar in block.items:
        filled = round(bar.of_100 * length / _WHOLE)
        drawn = f"{'#' * filled}{'.' * (length - filled)}{_BETWEEN if length else ''}"
        space = " " * (names - columns(words(bar.name)))
        yield (*bar.name, Span(f":{space}{_BETWEEN}{drawn}{bar.told} of {_WHOLE}"))


def drawing(block: Drawing, width: int) -> list[str]:
    """Return a drawn move, and beside its last line what it shows; nothing where that has no room.

    The words above it tell the same.
    """
    *lines, last = block.lines
    whole = [" " * UNDER + line for line in (*lines, f"{last}{_GAP}{words(block.caption)}")]
    return whole if max(map(columns, whole)) <= width else []


def brief_references(references: References) -> Text:
    """Return the cited sources as one running line, after what they are and what has the rest."""
    hint = f" ({references.hint})" if references.hint else ""
    told = [Span(f"{SOURCES}{hint}:", Role.STRONG)]
    for item in references.items:
        # A number stays on the line of its source.
        told.append(Span(f" [{item.number}]{TIED}"))
        told += item.in_brief
    return tuple(told)


def one_line(row: Row) -> str:
    """Return one item of a listing as one line."""
    note = f" ({row.note})" if row.note else ""
    return f"{row.id}{note}: {words(row.told)}"


def choices(block: Choices) -> Text:
    """Return a question with its boxes as running text; a box stays with what it is for."""
    boxes = " ".join(f"{BOX}{option}".replace(" ", TIED) for option in block.options)
    return (*block.label, Span(f" {boxes}"))


def below(block: Choices) -> int:
    """Return how far a question with boxes is indented: as what it belongs to."""
    return UNDER if block.within else INDENT


def options(block: Options) -> Iterator[Text]:
    """Yield each thing to choose from as running text: its name, then each column and answer."""
    for name, *answers in block.rows:
        told = [
            (Span(f" {column} ", Role.STRONG), *answer)
            for column, answer in zip(block.columns[1:], answers, strict=True)
        ]
        yield (*name, *chain.from_iterable(told))


def blanks(block: Blanks, width: int | None) -> list[str]:
    """Return the lines to write on, within a margin."""
    return [" " * INDENT + "_" * max((width or USUAL_WIDTH) - 2 * INDENT, 1)] * block.lines


class End(NamedTuple):
    """A part of what a text ends with, and how far it is indented."""

    text: Text
    indent: int = 0


def foot(page: Page) -> tuple[End, ...]:
    """Return what a text ends with, the last of which is the safety line.

    A page that advises nothing ends in one line. An indented part belongs to what is above it.
    """
    if page.in_brief:
        return (End(page.in_brief),)
    return (*([End(page.imprint, INDENT)] if page.imprint else []), End(page.disclaimer))


def grid(block: Grid, width: int) -> list[str]:
    """Return a table to fill in: in columns where they fit, else one line a row."""
    rows = _filled(block)
    widths = [max(map(columns, column)) for column in zip(block.columns, *rows, strict=True)]

    def one_row(cells: Iterable[str]) -> str:
        padded = (
            f"{cell}{' ' * (size - columns(cell))}"
            for cell, size in zip(cells, widths, strict=True)
        )
        return " ".join(padded)

    half = (len(rows) + 1) // 2
    across = sum(widths) + len(widths) - 1
    if INDENT + across > width:
        return _grid_rows(block, width)
    if INDENT + 2 * across + len(_GAP) > width:
        lines = [one_row(row) for row in (block.columns, *rows)]
    else:
        left = [one_row(row) for row in (block.columns, *rows[:half])]
        right = [one_row(row) for row in (block.columns, *rows[half:])]
        lines = [_GAP.join(pair) for pair in zip_longest(left, right, fillvalue="")]
    return [" " * INDENT + line.rstrip() for line in lines]


def _grid_rows(block: Grid, width: int) -> list[str]:
    named = (
        f"{name}: " + ", ".join(map(" ".join, zip(block.columns[1:], cells, strict=True)))
        for name, *cells in _filled(block)
    )
    return [line for row in named for line in wrapped(row, width, indent=INDENT)]


def _filled(block: Grid) -> list[list[str]]:
    return [[cell or _BLANK for cell in row] for row in block.rows]
