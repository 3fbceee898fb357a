"""The sources of a page as BibTeX, for LaTeX and for programs that keep references."""

import re
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

_KINDS: Mapping[Sort, str] = {
    "page": "misc",
    "report": "techreport",
    "article": "article",
    "other": "misc",
}
_SPECIAL = {
    **{sign: rf"\{sign}" for sign in "&%$#_"},
    # Braces must pair up even where they are escaped.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_ESCAPES = str.maketrans(_SPECIAL)


def render(page: Page, width: int | None) -> str:  # noqa: ARG001, a program reads it
    """Return the sources of *page* as BibTeX, an entry each."""
    return "\n".join(map(_entry, sources_to_write(page)))


def _entry(source: Source) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(source) if value)
    return f"@{_KINDS[sort_of(source)]}{{{source.id},\n{fields}}}\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    where = place(source)
    yield "author", _authors(source)
    yield "title", f"{{{_escaped(source.title)}}}"  # in braces no style changes its capitals
    yield _holder(source), _escaped(where.journal)
    yield "year", year(source)
    yield "volume", _escaped(where.volume)
    yield "number", _escaped(where.issue)
    yield "pages", _escaped(where.pages).replace("-", "--")
    yield "doi", _verbatim(source.doi or "")
    yield "pmid", _verbatim(source.pmid or "")
    yield "url", _verbatim(source.url or ("" if source.doi else source.address))
    yield "urldate", _escaped(source.seen or "")
    yield "keywords", _escaped(source.kind.replace("-", " "))
    yield "note", _escaped(source.note or "")


def _holder(source: Source) -> str:
    return {"article": "journal", "report": "institution"}.get(sort_of(source), "howpublished")


def _authors(source: Source) -> str:
    who = authors(source)
    if who.organization:
        return f"{{{_escaped(who.organization)}}}"
    names = [
        ", ".join(filter(None, (_escaped(family), spaced(initials))))
        for family, initials in who.people
    ]
    return " and ".join((*names, *(["others"] if who.and_others else [])))


def _escaped(text: str) -> str:
    """Return *text* so that LaTeX sets it as it is."""
    return text.translate(_ESCAPES)


def _verbatim(text: str) -> str:
    """Return a number or an address, which LaTeX takes as it is, without what would end it."""
    return re.sub(r"[{}\\]", lambda sign: f"%{ord(sign[0]):02X}", text)
