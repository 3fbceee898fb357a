"""Text without any styling: for pipes, files and screen readers."""

from collections.abc import Iterable, Iterator

from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Grid,
    Heading,
    Item,
    Notice,
    Options,
    Page,
    Paragraph,
    References,
    Rows,
)
from painlink.render.lines import INDENT, words, wrapped
from painlink.render.running import (
    BOX,
    BULLET,
    PART,
    blanks,
    brief_references,
    choices,
    grid_rows,
    needs_gap,
    one_line,
    options,
    shown_blocks,
)


def render(page: Page, width: int | None) -> str:
    """Return *page* as text of at most *width* columns; only listings keep one item on one line.

    With no width each sentence is a line of its own.
    """
    lines = wrapped(page.title, width)
    before: Block | None = None
    for block in shown_blocks(page):
        lines += [*([""] if needs_gap(before, block) else []), *_lines(block, width)]
        before = block
    if page.imprint:
        lines += wrapped(words(page.imprint), width, indent=INDENT)
    lines.append("")
    lines += wrapped(words(page.disclaimer), width)
    return "\n".join(lines) + "\n"


def _lines(block: Block, width: int | None) -> Iterator[str]:
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
            yield from _indented(_together(blocks, width and width - INDENT))
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
            yield from grid_rows(block, width)
        case References(items, brief):
            yield "Sources"
            if brief:
                yield from wrapped(brief_references(block), width, indent=INDENT)
            else:
                for reference in items:
                    bullet = f"[{reference.number}] "
                    yield from wrapped(reference.text, width, indent=INDENT, bullet=bullet)


def _together(blocks: Iterable[Block], width: int | None) -> Iterator[str]:
    for block in blocks:
        yield from _lines(block, width)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{' ' * INDENT}{line}" for line in lines)
