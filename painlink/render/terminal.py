"""Text for a terminal: the lines of the plain form, with bold and color on top.

Rich decides from `TERM` which styles a terminal gets; `NO_COLOR` takes the color away. Styles never
carry meaning by themselves. What leads somewhere is a link, where a terminal knows links: those
that do not leave them out, but for a few that would show them.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from io import StringIO

# Not late: this module itself is loaded only when somebody looks at a terminal.
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from painlink.model.grades import Urgency
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
    Notice,
    Options,
    Page,
    Paragraph,
    References,
    Role,
    Rows,
    Span,
    Text,
)
from painlink.render.lines import INDENT, flowed
from painlink.render.running import (
    BOX,
    BULLET,
    PART,
    SOURCES,
    UNDER,
    bars,
    below,
    blanks,
    brief_references,
    choices,
    drawing,
    foot,
    grid,
    needs_gap,
    options,
    shown_on_a_screen,
)

_STYLES = {
    Role.PLAIN: "",
    Role.STRONG: "bold",
    Role.QUIET: "dim",
    Role.CITATION: "dim",
    Role.COMMAND: "cyan",
}
_WITHOUT_LINKS = ("", "dumb", "linux", "unknown")
# Rich draws a number for each link, which joins its parts: ours are whole, and the same each time.
_NUMBER_OF_A_LINK = re.compile(r"(?<=\x1b\]8;)id=[^;\x1b]*(?=;)")
_URGENCIES = {
    Urgency.EMERGENCY: "bold red",
    Urgency.URGENT: "bold yellow",
    Urgency.SOON: "bold",
}
_ANY_WIDTH = 80  # of what has one, where none is asked for
_TITLE, _HEADING, _SUBHEADING = "bold underline", "bold cyan", "bold"

Line = list[Segment]


def render(page: Page, width: int | None) -> str:
    """Return *page* as styled text of at most *width* columns; without one, a paragraph a line."""
    lines = _one(page.title, width, style=_TITLE)
    before: Block | None = None
    for block in shown_on_a_screen(page):
        if needs_gap(before, block):
            lines.append([])
        lines += _lines(block, width)
        before = block
    end = foot(page)
    lines += [] if end[0].indent else [[]]
    for text, indent in end:
        lines += _flowed(text, width, indent=indent, base="dim" if indent else "")
    out = StringIO()
    # The lines are broken already; Rich only styles them. Of its texts it would break them again.
    console = Console(
        file=out,
        width=width or _ANY_WIDTH,
        force_terminal=True,
        no_color=bool(os.environ.get("NO_COLOR")),  # before Rich 14 an empty one counted
        highlight=False,
        markup=False,
        emoji=False,
    )
    pieces = [piece for line in lines for piece in (*line, Segment.line())]
    console.print(Segments(pieces), soft_wrap=True, end="")
    return _NUMBER_OF_A_LINK.sub("", out.getvalue())


def _lines(block: Block, width: int | None, indent: int = 0) -> Iterator[Line]:
    match block:
        case Heading(level, text):
            style = _HEADING if level == PART else _SUBHEADING
            yield from _one(text, width, indent=indent + max(0, level - PART) * INDENT, style=style)
        case Paragraph(text):
            yield from _flowed(text, width, indent=indent + INDENT)
        case Bullets(items):
            for item in items:
                yield from _flowed(item, width, indent=indent + INDENT, bullet=BULLET)
        case Bars():
            for line in bars(block, (width or _ANY_WIDTH) - indent):
                yield from _flowed(line, width, indent=indent + UNDER)
        case Drawing():
            room = (width or _ANY_WIDTH) - indent
            yield from ([Segment(" " * indent + drawn)] for drawn in drawing(block, room))
        case Item(name, blocks):
            yield from _flowed(name, width, indent=indent + INDENT)
            yield from _together(blocks, width, indent + INDENT)
        case Notice(urgency, title, blocks):
            yield from _one(title, width, indent=indent, style=_URGENCIES[urgency])
            yield from _together(blocks, width, indent)
        case Rows(items):
            for row in items:
                lead = (Span(row.id, Role.STRONG), Span(f"  {row.note}".rstrip(), Role.QUIET))
                yield from _flowed(lead, width, indent=indent)
                yield from _flowed(row.told, width, indent=indent + INDENT)
        case Options():
            for option in options(block):
                yield from _flowed(option, width, indent=indent + INDENT, bullet=BOX)
        case Choices():
            yield from _flowed(choices(block), width, indent=indent + below(block))
        case Blanks(label, _):
            yield from _flowed(label, width, indent=indent + INDENT)
            yield from ([Segment(line)] for line in blanks(block, width or _ANY_WIDTH))
        case Grid():
            yield from ([Segment(line)] for line in grid(block, width or _ANY_WIDTH))
        case References(items, brief):
            if brief:
                yield from _flowed(brief_references(block), width, indent=0, base="dim")
            else:
                yield from _one(SOURCES, width, style=_HEADING)
                for reference in items:
                    bullet = f"[{reference.number}] "
                    yield from _flowed(reference.in_full, width, indent=INDENT, bullet=bullet)


def _together(blocks: Iterable[Block], width: int | None, indent: int) -> Iterator[Line]:
    for block in blocks:
        yield from _lines(block, width, indent)


def _one(
    text: str, width: int | None, *, indent: int = 0, bullet: str = "", style: str = ""
) -> list[Line]:
    return _flowed((Span(text),), width, indent=indent, bullet=bullet, base=style)


def _flowed(
    text: Text, width: int | None, *, indent: int = 0, bullet: str = "", base: str = ""
) -> list[Line]:
    """Return *text* broken into the lines of the plain form, each stretch in its style."""
    links = os.environ.get("TERM", "") not in _WITHOUT_LINKS
    return [
        [
            Segment(lead),
            *(
                Segment(text, _style(_STYLES[role] or base, address if links else ""))
                for text, role, address in spans
            ),
        ]
        for lead, spans in flowed(text, width, indent=indent, bullet=bullet)
    ]


@cache
def _style(style: str, address: str) -> Style:
    return Style.parse(style) + Style(link=address or None)
