"""How a page looks: one module a format.

In come a page of blocks and a width; out goes text. It knows blocks and nothing about pain.
"""

from collections.abc import Callable, Mapping
from typing import Any

from painlink.pages.blocks import Page
from painlink.phrases import visible

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


# A module is loaded only when its format is asked for.
_RENDERERS: Mapping[str, Callable[[], Renderer]] = {
    "terminal": _terminal,
    "plain": _plain,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}
FORMATS = tuple(_RENDERERS)
_ESCAPED = "json"  # it tells every letter, and escapes those that could steer anything


def renderer(format_: str) -> Renderer:
    """Return the function that turns a page and a width in columns into text of *format_*.

    No width, None, is for plain text: one sentence or item is one line.

    Whatever a knowledge file holds comes out as text to read: no control character, no turn of the
    direction of writing.
    """
    render = _RENDERERS[format_]()
    if format_ == _ESCAPED:
        return render
    return lambda page, width: render(_visible(page), width)


def _visible(value: Any) -> Any:  # noqa: ANN401, it gives back the type it is given
    """Return *value*, all of it, without what could steer a terminal or mislead a reader."""
    kind = type(value)
    if kind is str:
        return visible(value)
    if isinstance(value, tuple):
        made = getattr(value, "_make", tuple)  # of its own kind, where it is a record
        return made(map(_visible, value))
    return value
