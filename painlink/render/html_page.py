"""One self-contained HTML page: no script, no address outside itself, good to read and to print."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

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
    Reference,
    References,
    Role,
    Row,
    Rows,
    Span,
    Text,
)
from painlink.render.drawing import drawn
from painlink.render.running import leveled
from painlink.render.style import CSS

_MANY_COLUMNS = 6
_NUMBER = re.compile(r"\d+")


def render(page: Page, width: int | None) -> str:  # noqa: ARG001, a browser finds its own width
    """Return *page* as one HTML document."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(page.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
{CSS}</style>
</head>
<body{' class="sheet"' if page.is_sheet else ""}>
<main>
<h1>{escape(page.title)}</h1>
{_told(page.blocks, 1)}
</main>
<footer>
<p class="imprint">{_text(page.imprint)}</p>
<p class="disclaimer">{_text(page.disclaimer)}</p>
</footer>
</body>
</html>
"""


def _told(blocks: Iterable[Block], above: int) -> str:
    return "\n".join(
        line for block, level in leveled(blocks, above) for line in _block(block, level)
    )


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Heading(_, text):
            yield _title(escape(text), level)
        case Paragraph(text):
            yield f"<p>{_text(text)}</p>"
        case Bullets(items):
            yield _list(map(_text, items))
        case Item(name, blocks):
            yield f'<div class="entry">\n{_title(_text(name), level)}'
            yield f"{_told(blocks, level)}\n</div>"
        case Notice(urgency, title, blocks):
            yield f'<section class="notice {urgency}">\n{_title(escape(title), level)}'
            yield f"{_told(blocks, level)}\n</section>"
        case Rows(items):
            yield f"<dl>\n{''.join(map(_row, items))}</dl>"
        case References(items, brief):
            yield _title("Sources", level)
            yield from _references(items, block.hint, brief=brief)
        case Options(columns, rows):
            yield _options(columns, rows)
        case Choices(label, options):
            boxes = _list(map(escape, options), kind=' class="to-tick"')
            yield f'<div class="choices">\n<p>{_text(label)}</p>\n{boxes}\n</div>'
        case Blanks(label, lines):
            blank = '<div class="line-to-write-on"></div>' * lines
            yield f'<div class="blanks">\n<p>{_text(label)}</p>\n{blank}\n</div>'
        case Grid():
            yield _grid(block)
        case Figure():
            yield drawn(block)


def _title(text: str, level: int) -> str:
    return f"<h{level}>{text}</h{level}>"


def _list(items: Iterable[str], kind: str = "") -> str:
    return "\n".join((f"<ul{kind}>", *(f"<li>{item}</li>" for item in items), "</ul>"))


def _row(row: Row) -> str:
    note = f' <span class="quiet">({escape(row.note)})</span>' if row.note else ""
    return f"<dt><code>{escape(row.id)}</code>{note}</dt>\n<dd>{escape(row.told)}</dd>\n"


def _references(items: Iterable[Reference], hint: str, *, brief: bool) -> Iterator[str]:
    tag = "span" if brief else "li"
    told = [
        f'<{tag} id="source-{item.number}">[{item.number}] {escape(item.text)}</{tag}>'
        for item in items
    ]
    if brief:
        yield f'<p class="references">{", ".join(told)}. {escape(hint)}</p>'
    else:
        yield "\n".join(('<ul class="references">', *told, "</ul>"))


def _options(columns: tuple[str, ...], rows: Iterable[tuple[Text, ...]]) -> str:
    """Return a table; where there is no room for columns, each answer follows its question."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    lines = [f'<table class="options">\n<thead><tr>{head}</tr></thead>\n<tbody>']
    for name, *answers in rows:
        told = "".join(
            f"<td><strong>{escape(column)} </strong>{_text(answer)}</td>"
            for column, answer in zip(columns[1:], answers, strict=True)
        )
        lines.append(f'<tr><th scope="row" class="to-tick">{_text(name)}</th>{told}</tr>')
    return "\n".join((*lines, "</tbody>\n</table>"))


def _grid(grid: Grid) -> str:
    """Return a table in two halves, which stand side by side where there is room."""
    kind = "grid wide" if len(grid.columns) > _MANY_COLUMNS else "grid"
    halves = (_table(grid.columns, rows) for rows in grid.halves)
    return "\n".join((f'<div class="{kind}">', *halves, "</div>"))


def _table(columns: Iterable[str], rows: Sequence[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    named = escape(f"{rows[0][0]} to {rows[-1][0]}")
    lines = [f'<table aria-label="{named}">\n<thead><tr>{head}</tr></thead>\n<tbody>']
    for name, *cells in rows:
        filled = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        lines.append(f'<tr><th scope="row">{escape(name)}</th>{filled}</tr>')
    return "\n".join((*lines, "</tbody>\n</table>"))


def _text(text: Text) -> str:
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    told = escape(span.text)
    match span.role:
        case Role.STRONG:
            return f"<strong>{told}</strong>"
        case Role.QUIET:
            return f'<span class="quiet">{told}</span>'
        case Role.COMMAND:
            return f"<code>{told}</code>"
        case Role.CITATION:
            return _NUMBER.sub(r'<a href="#source-\g<0>">\g<0></a>', told)
    return told
