"""How a page looks: one module a format.

In come a page of blocks and a width; out goes text. It knows blocks and nothing about pain.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from painlink.pages.blocks import Page
from painlink.phrases import visible

Renderer = Callable[[Page, int], str]

# Format and module; a module is loaded only when its format is asked for.
_RENDERERS: Mapping[str, str] = {
    "terminal": "painlink.render.terminal",
    "plain": "painlink.render.plain",
    "markdown": "painlink.render.markdown",
    "html": "painlink.render.html_page",
    "json": "painlink.render.json_document",
}
FORMATS = tuple(_RENDERERS)
_ESCAPED = "json"  # it tells every letter, and escapes those that could steer anything


def renderer(format_: str) -> Renderer:
    """Return the function that turns a page and a width in columns into text of *format_*.

    Whatever a knowledge file holds comes out as text to read: no control character, no turn of the
    direction of writing.
    """
    render: Renderer = import_module(_RENDERERS[format_]).render
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
