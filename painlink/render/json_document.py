"""One JSON document for programs: what a page shows as data, never its layout."""

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from painlink.pages.blocks import Page
from painlink.phrases import steering
from painlink.record import Record, fields

if TYPE_CHECKING:
    from json import JSONEncoder

SCHEMA = "painlink/1"


def render(page: Page, width: int) -> str:  # noqa: ARG001, renderers share one signature
    """Return the data behind *page*, who stands behind it, and the disclaimer."""
    document = {
        **document_of(page.contents()),
        "provenance": _plain(page.provenance),
        "disclaimer": "".join(span.text for span in page.disclaimer),
    }
    return written(document)


def document_of(record: object) -> dict[str, object]:
    """Return *record* as plain data, and by which promise programs may read it."""
    return {"schema": SCHEMA, **_keys(record)}


def written(document: Mapping[str, object]) -> str:
    """Return *document*, plain data, as JSON: a line for each key, and for each entry of a list.

    To indent all of it takes Python eight times as long. No letter in it steers a terminal.
    """
    keys = [f"{_line(key)}: {_lines(value)}" for key, value in document.items()]
    return _listed("{", keys, "}") + "\n"


def _lines(value: object) -> str:
    if isinstance(value, list) and value:
        return _listed("[", list(map(_line, value)), "]")
    return _line(value)


def _listed(opening: str, lines: Sequence[str], closing: str) -> str:
    return "\n".join((opening, ",\n".join(lines), closing))


def _line(value: object) -> str:
    text = _encoder().encode(value)
    return text if text.isprintable() else text.translate(_escapes())


@cache
def _encoder() -> "JSONEncoder":
    # Late: only what is asked for as JSON needs it.
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False)


@cache
def _escapes() -> dict[int, str]:
    return {code: f"\\u{code:04x}" for code in steering()}


def _keys(record: object) -> dict[str, object]:
    if not isinstance(record, Record):
        raise TypeError(f"a page shows a record, not {type(record).__name__}")
    keys = _names(type(record))
    return {key: _plain(value) for key, value in zip(keys, record, strict=True)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(name.rstrip("_") for name in fields(kind))


def _plain(value: object) -> object:
    """Return *value* in the types that JSON has."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Record):
        return _keys(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
