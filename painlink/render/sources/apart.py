"""What the forms for programs that keep references share: a source taken apart."""

import re
from typing import Literal, NamedTuple

from painlink.errors import PainlinkError
from painlink.model.entries import Source
from painlink.pages.blocks import Page

Sort = Literal["page", "report", "article", "other"]

_PAGES_OF_A_SITE = ("patient-page", "professional-page", "regulator")
_REPORTS = ("guideline", "classification")
# "Pain 2020;161(5):880-888": journal, year, volume, issue, pages, as far as they are there.
_PLACE = re.compile(
    r"(?P<journal>\D+?)(?: (?P<year>(?:19|20)\d\d)(?=[;:]|$))?(?:[; ](?P<volume>\d+))?"
    r"(?: ?\((?P<issue>[^)]+)\))?(?::(?P<pages>[\w.-]+))?"
)
_PERSON = re.compile(r"(?P<family>\D+) (?P<initials>[^\W\d_a-z][^\W\d_a-z-]{0,4})")
_OTHERS = re.compile(r",? (?:et al|and others|others)$")
_NO_INITIALS = ("NHS", "UK", "US", "USA")


class Authors(NamedTuple):
    """Who wrote something: people, each as family name and initials, or else an organization."""

    people: tuple[tuple[str, str], ...]
    organization: str = ""
    and_others: bool = False


class Printed(NamedTuple):
    """Where in a journal something stands; what is not known is empty."""

    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    year: str = ""


def sources_to_write(page: Page) -> tuple[Source, ...]:
    """Return the sources of *page*.

    Raises:
        PainlinkError: when it has none, so that nobody gets an empty file.
    """
    if not page.sources:
        raise PainlinkError("this page has no sources. Those of all: painlink list sources")
    return page.sources


def is_page_of_a_site(source: Source) -> bool:
    """Return whether *source* is read on the web and is no paper."""
    return source.kind in _PAGES_OF_A_SITE


def sort_of(source: Source) -> Sort:
    """Return what *source* is to a program that keeps references."""
    if is_page_of_a_site(source):
        return "page"
    if source.kind in _REPORTS and not source.doi and not source.pmid:
        return "report"  # it came out by itself
    return "article" if source.container else "other"


def authors(source: Source) -> Authors:
    """Return who wrote *source*, as far as its names can be told apart."""
    if not source.authors:
        return Authors(())
    bare = re.sub(r"\s*\([^)]*\)", "", source.authors).strip().removesuffix(".")
    named = _OTHERS.sub("", bare)
    parts = re.split(r", (?:and )?| and | & ", named)
    people = [_PERSON.fullmatch(part) for part in parts]
    found = tuple((one["family"], one["initials"]) for one in people if one)
    if len(found) == len(parts) and not any(initials in _NO_INITIALS for _, initials in found):
        return Authors(found, and_others=named != bare)
    if named != bare and len(parts) == 1 and " " not in named:
        return Authors(((named, ""),), and_others=True)
    return Authors((), organization=source.authors)


def spaced(initials: str) -> str:
    """Return "HJ" as "H. J.", "H-J" as "H.-J."."""
    return re.sub(r"(\w)(?=\w)", r"\1. ", initials).replace("-", ".-") + "." * bool(initials)


def place(source: Source) -> Printed:
    """Return where *source* stands; what cannot be told apart stays the name of the journal."""
    container = source.container or ""
    found = _PLACE.fullmatch(container)
    if is_page_of_a_site(source) or found is None or not (found["volume"] or found["pages"]):
        return Printed(container)
    return Printed(**{name: found[name] or "" for name in Printed._fields})


def year(source: Source) -> str:
    """Return the year of *source*, or nothing."""
    return str(source.year or "") or place(source).year
