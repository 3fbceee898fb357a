"""The sources of a page as RIS, which programs that keep references read."""

from collections.abc import Iterator, Mapping

from painlink.model.entries import Source
from painlink.pages.blocks import Page
from painlink.render.sources.apart import (
    Sort,
    authors,
    place,
    sort_of,
    sources_to_write,
    spaced,
    year,
)

_KINDS: Mapping[Sort, str] = {"page": "ELEC", "report": "RPRT", "article": "JOUR", "other": "GEN"}


def render(page: Page, width: int | None) -> str:  # noqa: ARG001, a program reads it
    """Return the sources of *page* as RIS, a record each."""
    return "\n".join(map(_record, sources_to_write(page)))


def _record(source: Source) -> str:
    told = "".join(f"{tag}  - {value}\n" for tag, value in _lines(source) if value)
    return f"TY  - {_KINDS[sort_of(source)]}\n{told}ER  - \n"


def _lines(source: Source) -> Iterator[tuple[str, str]]:
    where = place(source)
    who = authors(source)
    first, _, last = where.pages.partition("-")
    yield "ID", source.id
    for family, initials in who.people:
        yield "AU", ", ".join(filter(None, (family, spaced(initials))))
    yield "AU", who.organization
    yield "TI", source.title
    yield "T2", where.journal
    yield "PY", year(source)
    yield "VL", where.volume
    yield "IS", where.issue
    yield "SP", first
    yield "EP", last
    yield "DO", source.doi or ""
    yield "AN", source.pmid or ""
    yield "UR", source.address
    yield "L2", source.url if source.url and source.url != source.address else ""
    yield "Y2", (source.seen or "").replace("-", "/")
    yield "KW", source.kind.replace("-", " ")
    yield "N1", source.note or ""
