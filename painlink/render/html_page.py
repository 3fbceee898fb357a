"""One self-contained HTML page: no script, no address outside itself, good to read and to print."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from painlink.pages.blocks import (
    Bar,
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
    Row,
    Rows,
    Span,
    Text,
)
from painlink.pages.parts.picture import Figure, Logo
from painlink.render.drawing import drawn
from painlink.render.drawn_choices import choices_drawn
from painlink.render.running import SOURCES, leveled
from painlink.render.surroundings import ALONE, Anchor, Surroundings

_MANY_COLUMNS = 6


def render(page: Page, width: int | None) -> str:  # noqa: ARG001, a browser finds its own width
    """Return *page* as one HTML document."""
    return surrounded(page, ALONE)


def surrounded(page: Page, around: Surroundings) -> str:
    """Return *page* as one HTML document with what stands *around* it."""
    writer = _Writer(around.leads)
    logo = "".join(_logo(block) for block in page.blocks if isinstance(block, Logo))
    policy = around.policy + ("; img-src data:" if logo else "")
    kind = f' class="sheet{" large" if page.is_large else ""}"' if page.is_sheet else ""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(around.title or page.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">
{_lines(around.style, around.head)}
</head>
<body{kind}>
{_lines(around.before, "<main>")}
{logo}<h1>{escape(page.title)}</h1>
{writer.told(page.blocks, 1)}
</main>
<footer>
<p class="imprint">{writer.text(page.imprint)}</p>
<p class="disclaimer">{writer.text(page.disclaimer)}</p>
{_lines("</footer>", around.after)}
</body>
</html>
"""


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


class _Writer:
    """Writes the blocks of one page, from first to last: it remembers which sources they cite."""

    def __init__(self, leads: Callable[[str], Anchor | None]) -> None:
        self._leads = leads
        self._cited: set[int] = set()

    def told(self, blocks: Iterable[Block], above: int) -> str:
        return "\n".join(
            line for block, level in leveled(blocks, above) for line in self._block(block, level)
        )

    def _block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Heading(_, text):
                yield _title(escape(text), level)
            case Paragraph(text):
                yield f"<p>{self.text(text)}</p>"
            case Bullets(items):
                yield _list(map(self.text, items))
            case Bars(what, items):
                yield f'<table class="bars" aria-label="{escape(what)}">'
                yield f"<tbody>\n{''.join(map(self._bar, items))}</tbody>\n</table>"
            case Drawing(lines, caption):
                signs = escape("\n".join(lines))
                yield f'<figure class="sketch"><pre aria-hidden="true">{signs}</pre>'
                yield f"<figcaption>{self.text(caption)}</figcaption></figure>"
            case Item(name, blocks):
                yield f'<div class="entry">\n{_title(self.text(name), level)}'
                yield f"{self.told(blocks, level)}\n</div>"
            case Notice(urgency, title, blocks):
                yield f'<section class="notice {urgency}">\n{_title(escape(title), level)}'
                yield f"{self.told(blocks, level)}\n</section>"
            case Rows(items):
                yield f"<dl>\n{''.join(map(self._row, items))}</dl>"
            case References():
                yield _title(SOURCES, level)
                yield self._references(block)
            case Options(columns, rows):
                yield self._options(columns, rows)
            case Choices(label, options, within):
                boxes = _list(map(escape, options), kind=' class="to-tick"')
                kind = "choices within" if within else "choices"
                yield f'<div class="{kind}">\n<p>{self.text(label)}</p>\n{boxes}\n</div>'
            case Blanks(label, lines, short):
                kind = "blanks short" if short else "blanks"
                blank = '<div class="line-to-write-on"></div>' * lines
                yield f'<div class="{kind}">\n<p>{self.text(label)}</p>\n{blank}\n</div>'
            case Grid():
                yield _grid(block)
            case Figure():
                yield (choices_drawn if block.to_choose else drawn)(block, self._leads)
            case Logo():
                pass  # it stands above the title

    def _bar(self, bar: Bar) -> str:
        drawn = f'<meter aria-hidden="true" max="100" value="{bar.of_100}"></meter>'
        told = f'<th scope="row">{self.text(bar.name)}</th><td>{drawn} {bar.told} of 100</td>'
        return f"<tr>{told}</tr>\n"

    def _row(self, row: Row) -> str:
        note = f' <span class="quiet">({escape(row.note)})</span>' if row.note else ""
        id_ = f"<code>{escape(row.id)}</code>"
        anchor = self._leads(row.id)
        lead = _anchor(anchor.href, id_) if anchor else id_
        return f"<dt>{lead}{note}</dt>\n<dd>{self.text(row.told)}</dd>\n"

    def _references(self, references: References) -> str:
        tag = "span" if references.brief and not references.has_room else "li"
        told = [
            f'<{tag} id="source-{item.number}">{self._reference(item)}</{tag}>'
            for item in references.items
        ]
        if tag == "span":
            return f'<p class="references">{", ".join(told)}</p>'
        return "\n".join(('<ul class="references">', *told, "</ul>"))

    def _reference(self, item: Reference) -> str:
        """Return a source, whose number leads back to where it is cited first."""
        number = f"[{item.number}]"
        if item.number in self._cited:
            back = f'href="#cited-{item.number}" aria-label="{number}, back to the text"'
            number = f'<a role="doc-backlink" {back}>{number}</a>'
        anchor = self._leads(item.id)
        more = f" {_anchor(anchor.href, escape(anchor.text or item.id))}" if anchor else ""
        return f"{number} {self.text(item.in_full or item.in_brief)}{more}"

    def _options(self, columns: tuple[str, ...], rows: Iterable[tuple[Text, ...]]) -> str:
        """Return a table; where there is no room for columns, each answer follows its question."""
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
        lines = [f'<table class="options">\n<thead><tr>{head}</tr></thead>\n<tbody>']
        for name, *answers in rows:
            told = "".join(
                f"<td><strong>{escape(column)} </strong>{self.text(answer)}</td>"
                for column, answer in zip(columns[1:], answers, strict=True)
            )
            lines.append(f'<tr><th scope="row" class="to-tick">{self.text(name)}</th>{told}</tr>')
        return "\n".join((*lines, "</tbody>\n</table>"))

    def text(self, text: Text) -> str:
        return "".join(map(self._span, text))

    def _span(self, span: Span) -> str:
        told = escape(span.text)
        if span.role is Role.CITATION:
            return self._cited_source(int(told)) if told.isdecimal() else told
        if span.address:
            told = f'<a href="{escape(span.address)}" rel="noreferrer">{told}</a>'
        match span.role:
            case Role.STRONG:
                return f"<strong>{told}</strong>"
            case Role.QUIET:
                return f'<span class="quiet">{told}</span>'
            case Role.COMMAND:
                return self._command(span.text)
        return told

    def _cited_source(self, number: int) -> str:
        """Return the number of a source as a link to it; its first one can be gone back to."""
        place = "" if number in self._cited else f'id="cited-{number}" '
        self._cited.add(number)
        return f'<a {place}role="doc-biblioref" href="#source-{number}">{number}</a>'

    def _command(self, command: str) -> str:
        typed = f"<code>{escape(command)}</code>"
        anchor = self._leads(command)
        return _anchor(anchor.href, escape(anchor.text) or typed) if anchor else typed


def _anchor(href: str, told: str) -> str:
    return f'<a href="{escape(href)}">{told}</a>'


def _title(text: str, level: int) -> str:
    return f"<h{level}>{text}</h{level}>"


def _list(items: Iterable[str], kind: str = "") -> str:
    return "\n".join((f"<ul{kind}>", *(f"<li>{item}</li>" for item in items), "</ul>"))


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


def _logo(logo: Logo) -> str:
    """Return a picture with all of it inside the page: nothing is loaded."""
    from base64 import b64encode  # late: only the sheet of a practice has one

    told = b64encode(logo.content).decode("ascii")
    size = f'width="{logo.width}" height="{logo.height}"'
    named = escape(logo.name)
    return f'<img class="logo" alt="{named}" {size} src="data:{escape(logo.kind)};base64,{told}">\n'
