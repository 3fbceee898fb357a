"""From pages to text: one module a format. Renderers know blocks and nothing about pain."""

from collections.abc import Callable, Mapping
from importlib import import_module

from painlink.pages.blocks import Page

Renderer = Callable[[Page, int], str]

# Format and module; a module is loaded only when its format is asked for.
_RENDERERS: Mapping[str, str] = {
    "terminal": "painlink.render.terminal",
    "plain": "painlink.render.plain",
    "json": "painlink.render.json_document",
}
FORMATS = tuple(_RENDERERS)


def renderer(format_: str) -> Renderer:
    """Return the function that turns a page and a width in columns into text of *format_*."""
    render: Renderer = import_module(_RENDERERS[format_]).render
    return render
