"""CommonMark that code forges render well: one paragraph a line, no raw HTML.

Sources are footnotes, and a table to fill in is one of GitHub's: where a program knows neither, the
text of both is read as it stands.
"""

import re
from collections.abc import Iterable, Iterator

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
    Reference,
    References,
    Role,
    Rows,
    Span,
    Text,
)
from painlink.pages.parts.picture import Figure
from painlink.render.lines import words
from painlink.render.running import BOX, TO_FILL_IN, choices, leveled, options

_MARKUP = re.compile(r"[\\`*_\[\]<>&~$#|]")
_LINE_START = re.compile(r"^(\d*)([-+.)])")  # a list, where a line begins with it
# Where there are no footnotes, that behind "[^1]:" would be the address of a link and its title.
_WORD_AND_BRACKET = re.compile(r"\S+ \(.*\)")
_BACKTICKS = re.compile("`+")


def render(page: Page, width: int | None) -> str:  # noqa: ARG001, a paragraph is one line, however long
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
        case Bars(_, items):
            told = "\n".join(f"| {_text(bar.name)} | {bar.told} of 100 |" for bar in items)
            yield f"| | |\n| --- | --- |\n{told}"
        case Drawing():
            pass  # the words above it tell the same
        case Item(name, blocks):
            yield _title(words(name), level)
            yield from _told(blocks, level)
        case Notice(_, title, blocks):
            yield _title(title, level)
            yield from _told(blocks, level)
        case Rows(items):
            notes = (f" ({row.note}): " if row.note else ": " for row in items)
            yield _list(
                (Span(row.id, Role.COMMAND), Span(note), *row.told)
                for row, note in zip(items, notes, strict=True)
            )
        case References(items):
            yield from map(_footnote, items)
        case Options():
            yield _list((Span(BOX), *option) for option in options(block))
        case Choices():
            yield _text(choices(block))
        case Blanks(label):
            yield _text((*label, *TO_FILL_IN))
        case Grid():
            yield _table(block)
        case Figure():
            pass  # it says nothing that the page does not say in words


def _title(text: str, level: int) -> str:
    return f"{'#' * level} {_escaped(text)}"


def _list(items: Iterable[Text]) -> str:
    return "\n".join(f"- {_text(item)}" for item in items)


def _footnote(item: Reference) -> str:
    """Return a source as the footnote that its citations lead to, and that leads back."""
    told = _text(item.in_full or item.in_brief)
    if _WORD_AND_BRACKET.fullmatch(told):
        told = told.replace(" (", r" \(")
    return f"[^{item.number}]: {told}"


def _table(grid: Grid) -> str:
    head, *rows = (map(_escaped, row) for row in (grid.columns, *grid.rows))
    rule = ("---",) * len(grid.columns)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


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
        case Role.CITATION:
            return _cited(span.text)
        case _:
            told = _escaped(bare)
    if span.address:
        # Between angles alone "%20" would be shown as what it stands for.
        is_shown = bare == span.address and "%" not in bare
        told = f"<{bare}>" if is_shown else f"[{told}](<{span.address}>)"
    # Markup does not hold where a space stands just inside it.
    return span.text.replace(bare, told, 1)


def _cited(text: str) -> str:
    """Return one stretch of a citation like "[1,3]": each number leads to its footnote."""
    return f"[^{text}]" if text.isdecimal() else " " * text.count(" ")


def _escaped(text: str) -> str:
    """Return *text* so that Markdown shows it as it is."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _code(text: str) -> str:
    fence = "`" * (_longest_run(text) + 1)
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text)), default=0)
