"""CommonMark that code forges render well: one paragraph a line, no raw HTML."""

import re
from collections.abc import Iterable, Iterator

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
    Rows,
    Span,
    Text,
)
from painlink.render.lines import words
from painlink.render.running import BOX, brief_references, choices, grid, leveled, options

_MARKUP = re.compile(r"[\\`*_\[\]<>&~$#|]")
_LINE_START = re.compile(r"^(\d*)([-+.)])")  # a list, where a line begins with it
_BACKTICKS = re.compile("`+")
_GRID_WIDTH = 80
_LINE_TO_WRITE_ON = "___"


def render(page: Page, width: int | None) -> str:  # noqa: ARG001, a paragraph is one line
    """Return *page* as CommonMark."""
    parts = [
        _title(page.title, 1),
        *_told(page.blocks, 1),
        *([_text(page.imprint)] if page.imprint else []),
        _text(page.disclaimer),
    ]
    return "\n\n".join(parts) + "\n"


def _told(blocks: Iterable[Block], above: int) -> Iterator[str]:
    for block, level in leveled(blocks, above):
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Heading(_, text):
            yield _title(text, level)
        case Paragraph(text):
            yield _text(text)
        case Bullets(items):
            yield _list(items)
        case Item(name, blocks):
            yield _title(words(name), level)
            yield from _told(blocks, level)
        case Notice(_, title, blocks):
            yield _title(title, level)
            yield from _told(blocks, level)
        case Rows(items):
            lead = ((row, f" ({row.note})" if row.note else "") for row in items)
            yield _list(
                (Span(row.id, Role.COMMAND), Span(f"{note}: {row.told}")) for row, note in lead
            )
        case References(items, brief):
            yield _title("Sources", level)
            if brief:
                yield _text((Span(brief_references(block)),))
            else:
                yield _list((Span(f"[{item.number}] {item.text}"),) for item in items)
        case Options():
            yield _list((Span(BOX), *option) for option in options(block))
        case Choices():
            yield _text(choices(block))
        case Blanks(label, lines):
            yield _text(label)
            yield from [_LINE_TO_WRITE_ON] * lines
        case Grid():
            yield _verbatim("\n".join(grid(block, _GRID_WIDTH)))
        case Figure():
            pass  # it says nothing that the page does not say in words


def _title(text: str, level: int) -> str:
    return f"{'#' * level} {_escaped(text)}"


def _list(items: Iterable[Text]) -> str:
    return "\n".join(f"- {_text(item)}" for item in items)


def _text(text: Text) -> str:
    told = "".join(map(_span, text)).strip()
    return _LINE_START.sub(r"\1\\\2", told)


def _span(span: Span) -> str:
    bare = span.text.strip()
    if not bare:
        return span.text
    match span.role:
        case Role.STRONG:
            told = f"**{_escaped(bare)}**"
        case Role.COMMAND:
            told = _code(bare)
        case _:
            told = _escaped(bare)
    # Markup does not hold where a space stands just inside it.
    return span.text.replace(bare, told, 1)


def _escaped(text: str) -> str:
    """Return *text* so that Markdown shows it as it is."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _code(text: str) -> str:
    fence = "`" * (_longest_run(text) + 1)
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _verbatim(text: str) -> str:
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}text\n{text}\n{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text)), default=0)
