"""Text without any styling: for pipes, files and screen readers.

What is to be filled in by hand is told in words: nobody wants to hear lines of underscores.
"""

from collections.abc import Iterable, Iterator

from painlink.model.words.texts import sentences
from painlink.pages.blocks import (
    Bars,
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
    Span,
    Text,
)
from painlink.render.lines import INDENT, words, wrapped
from painlink.render.running import (
    BOX,
    BULLET,
    PART,
    SOURCES,
    TO_FILL_IN,
    UNDER,
    below,
    brief_references,
    choices,
    foot,
    needs_gap,
    one_line,
    options,
    shown_blocks,
)


def render(page: Page, width: int | None) -> str:
    """Return *page* as text of at most *width* columns; only listings keep one item on one line.

    Without a *width*, each sentence of a paragraph and each item of a list is one line.
    """
    lines = wrapped(page.title, width)
    before: Block | None = None
    for block in shown_blocks(page):
        lines += [*([""] if needs_gap(before, block) else []), *_lines(block, width)]
        before = block
    end = foot(page)
    lines += [] if end[0].indent else [""]
    for text, indent in end:
        lines += (wrapped if page.in_brief else _sentences)(text, width, indent=indent)
    return "\n".join(lines) + "\n"


def _lines(block: Block, width: int | None) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield from wrapped(text, width, indent=max(0, level - PART) * INDENT)
        case Paragraph(text):
            yield from _sentences(text, width, indent=INDENT)
        case Bullets(items):
            for item in items:
                yield from wrapped(item, width, indent=INDENT, bullet=BULLET)
        case Bars(_, items):
            for bar in items:
                told = (*bar.name, Span(f": {bar.told} of 100"))
                yield from wrapped(told, width, indent=UNDER)
        case Item(name, blocks):
            yield from wrapped(name, width, indent=INDENT)
            yield from _indented(_together(blocks, width and width - INDENT))
        case Notice(_, title, blocks):
            yield from wrapped(title, width)
            yield from _together(blocks, width)
        case Rows(items):
            yield from (one_line(item) for item in items)
        case Options():
            for option in options(block):
                yield from wrapped(option, width, indent=INDENT, bullet=BOX)
        case Choices():
            yield from wrapped(choices(block), width, indent=below(block))
        case Blanks(label):
            yield from wrapped((*label, *TO_FILL_IN), width, indent=INDENT)
        case Grid(in_words=told):
            yield from _sentences(told, width, indent=INDENT)
        case References(items, brief):
            if brief:
                yield from wrapped(brief_references(block), width)
            else:
                yield from wrapped(SOURCES, width)
                for reference in items:
                    bullet = f"[{reference.number}] "
                    yield from wrapped(reference.in_full, width, indent=INDENT, bullet=bullet)


def _sentences(text: Text, width: int | None, *, indent: int) -> Iterator[str]:
    for told in sentences(words(text)) if width is None else [text]:
        yield from wrapped(told, width, indent=indent)


def _together(blocks: Iterable[Block], width: int | None) -> Iterator[str]:
    for block in blocks:
        yield from _lines(block, width)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{' ' * INDENT}{line}" for line in lines)
