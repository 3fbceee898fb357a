"""How a page looks: one module a format.

In come a page of blocks and a width; out goes text. It knows blocks and nothing about pain.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from painlink.pages.blocks import Page, Span
from painlink.phrases import visible

if TYPE_CHECKING:
    from painlink.render.surroundings import Surroundings

Renderer = Callable[[Page, int | None], str]


def _terminal() -> Renderer:
    from painlink.render.terminal import render

    return render


def _plain() -> Renderer:
    from painlink.render.plain import render

    return render


def _markdown() -> Renderer:
    from painlink.render.markdown import render

    return render


def _html() -> Renderer:
    from painlink.render.html_page import render

    return render


def _json() -> Renderer:
    from painlink.render.json_document import render

    return render


def _bibtex() -> Renderer:
    from painlink.render.sources.bibtex import render

    return render


def _ris() -> Renderer:
    from painlink.render.sources.ris import render

    return render


# A module is loaded only when its format is asked for.
_RENDERERS: Mapping[str, Callable[[], Renderer]] = {
    "terminal": _terminal,
    "plain": _plain,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}
FORMATS = tuple(_RENDERERS)
# They hold no answer, only what one rests on.
_OF_SOURCES: Mapping[str, Callable[[], Renderer]] = {"bibtex": _bibtex, "ris": _ris}
FORMATS_OF_SOURCES = tuple(_OF_SOURCES)
_ESCAPED = "json"  # it tells every letter, and escapes those that could steer anything


def renderer(format_: str) -> Renderer:
    """Return the function that turns a page and a width in columns into text of *format_*.

    Where there is no width, text has one sentence or item a line.
    Whatever a knowledge file holds comes out as text to read: no control character, no turn of the
    direction of writing.
    """
    render = {**_RENDERERS, **_OF_SOURCES}[format_]()
    if format_ == _ESCAPED:
        return render
    if format_ in FORMATS_OF_SOURCES:
        return lambda page, width: render(page._replace(sources=_visible(page.sources)), width)
    # The others show no source but those of the blocks: to look through both takes twice as long.
    return lambda page, width: render(_visible(page._replace(sources=())), width)


def document(page: Page, around: "Surroundings") -> str:
    """Return *page* as HTML with what stands *around* it, for whoever links many pages."""
    from painlink.render import html_page

    return html_page.surrounded(_visible(page), around)


def _visible(value: Any) -> Any:  # noqa: ANN401, it gives back the type it is given
    """Return *value*, all of it, without what could steer a terminal or mislead a reader."""
    kind = type(value)
    if kind is str:
        return visible(value)
    if kind is Span and value.text.isprintable() and value.address.isprintable():
        return value  # nearly all of a page is such: half the time
    if isinstance(value, tuple):
        made = getattr(value, "_make", tuple)  # of its own kind, where it is a record
        return made(map(_visible, value))
    return value
