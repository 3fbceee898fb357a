"""One JSON document for programs: what a page shows as data, never its layout."""

from enum import Enum

from painlink.pages.blocks import Page
from painlink.phrases import steering
from painlink.record import fields

SCHEMA = "painlink/1"
# JSON's own line ends stay; inside texts it has escaped them already.
_ESCAPES = {code: f"\\u{code:04x}" for code in steering() - {0x0A}}


def render(page: Page, width: int) -> str:  # noqa: ARG001, renderers share one signature
    """Return the record behind *page*, who stands behind it, and the disclaimer."""
    document = {
        **document_of(page.record),
        "provenance": _plain(page.provenance),
        "disclaimer": "".join(span.text for span in page.disclaimer),
    }
    return written(document)


def document_of(record: object) -> dict[str, object]:
    """Return *record* as plain data, and by which promise programs may read it."""
    return {"schema": SCHEMA, **_keys(record)}


def written(document: object) -> str:
    """Return *document*, plain data, as JSON in which no letter steers a terminal."""
    # Late: only what is asked for as JSON needs it.
    import json

    return json.dumps(document, ensure_ascii=False, indent=2).translate(_ESCAPES) + "\n"


def _keys(record: object) -> dict[str, object]:
    names = fields(record)
    if not names:
        raise TypeError(f"a page shows a record, not {type(record).__name__}")
    return {name.rstrip("_"): _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    """Return *value* in the types that JSON has."""
    if isinstance(value, Enum):
        return value.value
    if fields(value):
        return _keys(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
