"""One JSON document for programs: what a page shows as data, never its layout."""

from collections.abc import Mapping
from functools import cache

from painlink.model.fields import fields
from painlink.pages.blocks import Page
from painlink.phrases import steering

SCHEMA = "painlink/1"


def render(page: Page, width: int | None) -> str:  # noqa: ARG001, renderers share one signature
    """Return the data behind *page*, who stands behind it, and the disclaimer."""
    document = {
        **document_of(page.contents()),
        "provenance": _keys(page.provenance),
        "disclaimer": "".join(span.text for span in page.disclaimer),
    }
    return encoded(document)


def document_of(record: object) -> dict[str, object]:
    """Return *record* as plain data, and by which promise programs may read it."""
    return {"schema": SCHEMA, **_keys(record)}


def encoded(document: Mapping[str, object]) -> str:
    """Return *document*, plain data, as JSON: a line for each key. No letter steers a terminal."""
    # Late: only what is asked for as JSON needs it.
    from json import JSONEncoder

    # Not indented: that would take Python ten times as long.
    told = JSONEncoder(ensure_ascii=False, check_circular=False).encode
    lines = (_escaped(f"{told(key)}: {told(value)}") for key, value in document.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _escaped(line: str) -> str:
    if line.isprintable():
        return line
    return line.translate({code: f"\\u{code:04x}" for code in steering()})


def _keys(record: object) -> dict[str, object]:
    if not isinstance(record, tuple) or not fields(record):
        raise TypeError(f"a page shows a record, not {type(record).__name__}")
    named = zip(_names(type(record)), record, strict=True)
    return {name: _plain(value) if isinstance(value, tuple) else value for name, value in named}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(name.rstrip("_") for name in fields(kind))


def _plain(value: tuple[object, ...]) -> object:
    """Return a record as keys and values, another tuple as a list; what is neither, JSON knows."""
    if fields(value):
        return _keys(value)
    return [_plain(item) if isinstance(item, tuple) else item for item in value]
