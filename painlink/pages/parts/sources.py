"""How a source is told: all that is known of it, or only what finds it."""

from collections.abc import Iterable

from painlink.model.entries import Source
from painlink.pages.blocks import Span, Text
from painlink.phrases import joined


def reference(source: Source, whose: str = "") -> Text:
    """Return everything known about *source*, and *whose* it is.

    Its address stands last, to be copied or followed.
    """
    address = source.address
    parts = (
        source.authors,
        source.title,
        source.container,
        str(source.year)
        if source.year and str(source.year) not in (source.container or "")
        else None,
        source.pmid and source.doi and f"PMID {source.pmid}",
        source.url if not address else None,
        source.note,
    )
    told = ". ".join(part.rstrip(".") for part in parts if part)
    kind = source.kind.replace("-", " ")
    return (Span(f"{told}. ({kind}){whose}{' ' if address else ''}"), *_led(address, address))


def short_reference(source: Source, whose: str = "") -> Text:
    """Return what finds *source*: who wrote it, when, its DOI, PMID or site, and *whose* it is."""
    authors = source.authors or source.title
    first, *others = authors.split(", ")
    who = f"{first} et al." if others and not first.endswith("et al.") else first
    site = (source.url or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    codes = (source.doi and f"doi:{source.doi}", source.pmid and f"PMID {source.pmid}", site)
    found = next(filter(None, codes), "")
    told = f"{who} {source.year or '(no date)'}{' ' if found else ''}"
    return (Span(told), *_led(found, source.address), *_led(whose))


def dated_id(source: Source, whose: str = "") -> Text:
    """Return the id of *source*, which leads to it, its year where that tells none, and *whose*."""
    year = str(source.year or "")
    dated = "" if year in source.id else f" ({year})"
    return (*_led(source.id, source.address), *_led(f"{dated}{whose}"))


def undated(sources: Iterable[Source]) -> str:
    """Return when those of *sources* that have no year were last seen, to go on with."""
    seen = {source.seen for source in sources if not source.year and source.seen}
    return f"undated: seen {joined(sorted(seen))}; " if seen else ""


def _led(text: str, address: str = "") -> Text:
    return (Span(text, address=address),) if text else ()
