"""Text without any styling: for pipes, files and screen readers."""

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest

from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Figure,
    Grid,
    Heading,
    Item,
    Notice,
    Options,
    Page,
    Paragraph,
    References,
    Role,
    Row,
    Rows,
    Span,
    Text,
)

INDENT = 2
PART = 2
BULLET, BOX = "* ", "[ ] "
_NARROWEST = 10
TIED = "\N{NO-BREAK SPACE}"
_BLANK, _GAP = "___", "   "


def render(page: Page, width: int) -> str:
    """Return *page* as text of at most *width* columns; only listings keep one item on one line."""
    lines = wrapped(page.title, width)
    before: Block | None = None
    for block in shown(page):
        lines += [*([""] if needs_gap(before, block) else []), *_lines(block, width)]
        before = block
    lines += [*wrapped(words(page.imprint), width, indent=INDENT), ""]
    lines += wrapped(words(page.disclaimer), width)
    return "\n".join(lines) + "\n"


def shown(page: Page) -> Iterator[Block]:
    """Yield the blocks of *page* that a text can show: a figure says nothing that they do not."""
    return (block for block in page.blocks if not isinstance(block, Figure))


def needs_gap(before: Block | None, block: Block) -> bool:
    """Return whether an empty line parts two blocks: what belongs together stays together."""
    match before, block:
        case (Heading(), _) | (Paragraph(), Bullets()):
            return False
        case (Blanks() | Choices(), Blanks() | Choices()):
            return False
        case _, Heading(level):
            return level == PART or isinstance(before, Item)
    return True


def words(text: Text) -> str:
    """Return what *text* says, without saying how."""
    return "".join(span.text for span in text)


def brief_references(references: References) -> str:
    """Return the cited sources as one running line."""
    # A number stays on the line of its source.
    listed = ", ".join(f"[{item.number}]{TIED}{item.text}" for item in references.items)
    return f"{listed}. {references.hint}".rstrip()


def one_line(row: Row) -> str:
    """Return one item of a listing as one line."""
    note = f" ({row.note})" if row.note else ""
    return f"{row.id}{note}: {row.told}"


def choices(block: Choices) -> Text:
    """Return a question with its boxes as running text; a box stays with what it is for."""
    boxes = " ".join(f"{BOX}{option}".replace(" ", TIED) for option in block.options)
    return (*block.label, Span(f" {boxes}"))


def options(block: Options) -> Iterator[Text]:
    """Yield each thing to choose from as running text: its name, then each column and answer."""
    for name, *answers in block.rows:
        told = [
            (Span(f" {column} ", Role.STRONG), *answer)
            for column, answer in zip(block.columns[1:], answers, strict=True)
        ]
        yield (*name, *chain.from_iterable(told))


def blanks(block: Blanks, width: int) -> list[str]:
    """Return the lines to write on, within a margin."""
    return [" " * INDENT + "_" * max(width - 2 * INDENT, 1)] * block.lines


def grid(block: Grid, width: int) -> list[str]:
    """Return a table to fill in: in columns where they fit, else one line a row."""
    rows = _filled(block)
    widths = [max(map(len, column)) for column in zip(block.columns, *rows, strict=True)]

    def one_row(cells: Iterable[str]) -> str:
        return " ".join(cell.ljust(size) for cell, size in zip(cells, widths, strict=True))

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
    """Return a table to fill in, a line a row: who hears it read out has no use for columns."""
    named = (
        f"{name}: " + ", ".join(map(" ".join, zip(block.columns[1:], cells, strict=True)))
        for name, *cells in _filled(block)
    )
    return [line for row in named for line in wrapped(row, width, indent=INDENT)]


def _filled(block: Grid) -> list[list[str]]:
    return [[cell or _BLANK for cell in row] for row in block.rows]


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield from wrapped(text, width, indent=max(0, level - PART) * INDENT)
        case Paragraph(text):
            yield from wrapped(words(text), width, indent=INDENT)
        case Bullets(items):
            for item in items:
                yield from wrapped(words(item), width, indent=INDENT, bullet=BULLET)
        case Item(name, blocks):
            yield from wrapped(words(name), width, indent=INDENT)
            yield from _indented(_together(blocks, width - INDENT))
        case Notice(_, title, blocks):
            yield from wrapped(title, width)
            yield from _together(blocks, width)
        case Rows(items):
            yield from (one_line(item) for item in items)
        case Options():
            for option in options(block):
                yield from wrapped(words(option), width, indent=INDENT, bullet=BOX)
        case Choices():
            yield from wrapped(words(choices(block)), width, indent=INDENT)
        case Blanks(label, _):
            yield from wrapped(words(label), width, indent=INDENT)
            yield from blanks(block, width)
        case Grid():
            yield from _grid_rows(block, width)
        case References(items, brief):
            yield "Sources"
            if brief:
                yield from wrapped(brief_references(block), width, indent=INDENT)
            else:
                for reference in items:
                    bullet = f"[{reference.number}] "
                    yield from wrapped(reference.text, width, indent=INDENT, bullet=bullet)


def _together(blocks: Iterable[Block], width: int) -> Iterator[str]:
    for block in blocks:
        yield from _lines(block, width)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{' ' * INDENT}{line}" for line in lines)


def wrapped(text: str, width: int, *, indent: int = 0, bullet: str = "") -> list[str]:
    """Return *text* in lines of at most *width* columns, behind a margin and a bullet.

    They are those of `textwrap.wrap` for a text without line ends, which takes seven times as long:
    a tenth of a whole answer.
    """
    lead = " " * indent + bullet
    room = max(width, _NARROWEST, len(lead) + 1) - len(lead)
    lines: list[str] = []
    text, start = text.strip(" "), 0
    while len(text) - start > room:
        end = _line_end(text, start, room)
        lines.append(f"{lead}{text[start:end]}")
        lead = " " * len(lead)
        start = end
        while text.startswith(" ", start):
            start += 1
    lines.append(f"{lead}{text[start:]}")
    return [line.replace(TIED, " ").rstrip() for line in lines] if text.strip() else []


def _line_end(text: str, start: int, room: int) -> int:
    """Return where a line of *room* ends that begins at *start*; only a longer word is broken."""
    end = text.rfind(" ", start, start + room + 1)
    if end < 0:
        return start + room
    next_end = text.find(" ", end + 1)
    is_too_long = (next_end if next_end >= 0 else len(text)) - end - 1 > room
    return start + room if is_too_long else end
