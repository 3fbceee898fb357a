"""Text without any styling: for pipes, files and screen readers."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from painlink.pages.blocks import (
    Block,
    Bullets,
    Entry,
    Heading,
    Notice,
    Page,
    Paragraph,
    References,
    Row,
    Rows,
    Text,
)

_INDENT = 2
_PART = 2
_BULLET = "* "
_NARROWEST = 10
_TIED = "\N{NO-BREAK SPACE}"


def render(page: Page, width: int) -> str:
    """Return *page* as text of at most *width* columns; only listings keep one item on one line."""
    lines = _wrapped(page.title, width)
    before: Block | None = None
    for block in page.blocks:
        lines += [*([""] if needs_gap(before, block) else []), *_lines(block, width)]
        before = block
    lines += [*_wrapped(words(page.imprint), width, indent=_INDENT), ""]
    lines += _wrapped(words(page.disclaimer), width)
    return "\n".join(lines) + "\n"


def needs_gap(before: Block | None, block: Block) -> bool:
    """Return whether an empty line parts two blocks: what belongs together stays together."""
    match before, block:
        case (Heading(), _) | (Paragraph(), Bullets()):
            return False
        case _, Heading(level):
            return level == _PART or isinstance(before, Entry)
    return True


def words(text: Text) -> str:
    """Return what *text* says, without saying how."""
    return "".join(span.text for span in text)


def brief_references(references: References) -> str:
    """Return the cited sources as one running line."""
    # A number stays on the line of its source.
    listed = ", ".join(f"[{item.number}]{_TIED}{item.text}" for item in references.items)
    return f"{listed}. To read one: painlink show ID"


def one_line(row: Row) -> str:
    """Return one item of a listing as one line."""
    note = f" ({row.note})" if row.note else ""
    return f"{row.id}{note}: {row.told}"


def _lines(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield from _wrapped(text, width, indent=max(0, level - 2) * _INDENT)
        case Paragraph(text):
            yield from _wrapped(words(text), width, indent=_INDENT)
        case Bullets(items):
            for item in items:
                yield from _wrapped(words(item), width, indent=_INDENT, bullet=_BULLET)
        case Entry(name, blocks):
            yield from _wrapped(words(name), width, indent=_INDENT)
            yield from _indented(_together(blocks, width - _INDENT))
        case Notice(_, title, blocks):
            yield from _wrapped(title, width)
            yield from _together(blocks, width)
        case Rows(items):
            yield from (one_line(item) for item in items)
        case References(items, brief):
            yield "Sources"
            if brief:
                yield from _wrapped(brief_references(block), width, indent=_INDENT)
            else:
                for reference in items:
                    bullet = f"[{reference.number}] "
                    yield from _wrapped(reference.text, width, indent=_INDENT, bullet=bullet)


def _together(blocks: Iterable[Block], width: int) -> Iterator[str]:
    for block in blocks:
        yield from _lines(block, width)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{' ' * _INDENT}{line}" for line in lines)


def _wrapped(text: str, width: int, *, indent: int = 0, bullet: str = "") -> list[str]:
    margin = " " * indent
    lines = wrap(
        text,
        max(width, _NARROWEST),
        initial_indent=margin + bullet,
        subsequent_indent=margin + " " * len(bullet),
        break_on_hyphens=False,
    )
    return [line.replace(_TIED, " ") for line in lines]
