"""Text for a terminal: the words of the plain form, with bold and color on top.

Rich decides from `NO_COLOR` and `TERM` which styles a terminal gets. Styles never carry meaning by
themselves.
"""

from collections.abc import Iterable, Iterator
from io import StringIO

# Late everywhere else: this module is imported only when somebody looks at a terminal.
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text as StyledText

from painlink.grades import Urgency
from painlink.pages.blocks import (
    Block,
    Bullets,
    Entry,
    Heading,
    Notice,
    Page,
    Paragraph,
    References,
    Role,
    Rows,
    Text,
)
from painlink.render.plain import brief_references, needs_gap

_INDENT = 2
_STYLES = {
    Role.PLAIN: "",
    Role.STRONG: "bold",
    Role.QUIET: "dim",
    Role.CITATION: "dim",
    Role.COMMAND: "cyan",
}
_URGENCIES = {
    Urgency.EMERGENCY: "bold red",
    Urgency.URGENT: "bold yellow",
    Urgency.SOON: "bold",
}
_TITLE, _HEADING, _SUBHEADING = "bold underline", "bold cyan", "bold"


def render(page: Page, width: int) -> str:
    """Return *page* as styled text of at most *width* columns."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=True,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(StyledText(page.title, _TITLE))
    before: Block | None = None
    for block in page.blocks:
        if needs_gap(before, block):
            console.print()
        for part in _parts(block):
            console.print(part)
        before = block
    console.print(_moved(_styled(page.imprint, "dim"), _INDENT))
    console.print()
    console.print(_styled(page.disclaimer))
    return _without_trailing_spaces(console.file.getvalue())  # type: ignore[attr-defined]


def _parts(block: Block, indent: int = 0) -> Iterator[RenderableType]:
    match block:
        case Heading(level, text):
            style = _HEADING if level == 2 else _SUBHEADING  # noqa: PLR2004, parts of the page
            yield _moved(StyledText(text, style), indent + max(0, level - 2) * _INDENT)
        case Paragraph(text):
            yield _moved(_styled(text), indent + _INDENT)
        case Bullets(items):
            for item in items:
                yield _Hanging(_styled(item), "* ", indent + _INDENT)
        case Entry(name, blocks):
            yield _moved(_styled(name), indent + _INDENT)
            yield from _all_parts(blocks, indent + _INDENT)
        case Notice(urgency, title, blocks):
            yield _moved(StyledText(title, _URGENCIES[urgency]), indent)
            yield from _all_parts(blocks, indent)
        case Rows(items):
            for row in items:
                lead = StyledText.assemble((row.id, "bold"), (f"  {row.note}", "dim"))
                yield _moved(lead, indent)
                yield _moved(StyledText(row.told), indent + _INDENT)
        case References(items, brief):
            yield StyledText("Sources", _HEADING)
            if brief:
                yield _moved(StyledText(brief_references(block), "dim"), _INDENT)
            else:
                for reference in items:
                    yield _Hanging(StyledText(reference.text), f"[{reference.number}] ", _INDENT)


def _all_parts(blocks: Iterable[Block], indent: int) -> Iterator[RenderableType]:
    for block in blocks:
        yield from _parts(block, indent)


class _Hanging:
    """A text whose first line starts with a bullet and whose other lines align behind it."""

    def __init__(self, text: StyledText, bullet: str, indent: int) -> None:
        self._text = text
        self._bullet = bullet
        self._indent = indent

    def __rich_console__(self, console: Console, options: object) -> Iterator[RenderableType]:
        room = max(1, console.width - self._indent - len(self._bullet))
        for number, line in enumerate(self._text.wrap(console, room)):
            line.rstrip()
            lead = self._bullet if number == 0 else " " * len(self._bullet)
            yield StyledText.assemble(" " * self._indent + lead, line)


def _styled(text: Text, base: str = "") -> StyledText:
    return StyledText.assemble(*((span.text, _STYLES[span.role] or base) for span in text))


def _moved(text: StyledText, indent: int) -> RenderableType:
    return Padding(text, (0, 0, 0, indent)) if indent else text


def _without_trailing_spaces(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n"))
