"""The commands that look through what painlink knows."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from painlink import __version__
from painlink.cli import completion
from painlink.cli.answer import MakePage
from painlink.errors import UnknownEntry
from painlink.model.grades import Certainty, Listed
from painlink.phrases import seen

if TYPE_CHECKING:
    from painlink.model.entries import Entry
    from painlink.model.knowledge import Knowledge
    from painlink.pages.blocks import Page

Word = TypeVar("Word", bound=StrEnum)
_SEARCHED = tuple(kind for kind in Listed if kind is not Listed.EVERYTHING)


def list_(
    kind: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[KIND]",
            help="One of: " + ", ".join(Listed) + "; else mechanisms.",
            autocompletion=lambda incomplete: completion.complete_word(Listed, incomplete),
        ),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option(
            metavar="AREA",
            help="Only what concerns this area.",
            autocompletion=completion.complete_area,
        ),
    ] = None,
    certainty: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL",
            help="Only what has a link of this level: " + ", ".join(Certainty),
            autocompletion=lambda incomplete: completion.complete_word(Certainty, incomplete),
        ),
    ] = None,
    mechanism: Annotated[
        str | None,
        typer.Option(
            metavar="MECHANISM",
            help="Only what this mechanism joins.",
            autocompletion=completion.complete_mechanism,
        ),
    ] = None,
) -> MakePage:
    """List mechanisms, areas, pairs, links, approaches, red flags, sources, or everything.

    For example: painlink list mechanisms --area neck
    """
    from painlink.explain.selection import Selection
    from painlink.names.asked import one_area
    from painlink.names.finding import find_mechanism
    from painlink.pages import listing

    listed = _word_of(Listed, " ".join(kind or [Listed.MECHANISMS]), "KIND")
    level = None if certainty is None else _word_of(Certainty, certainty, "--certainty")

    def page(knowledge: "Knowledge") -> "Page":
        selection = Selection(
            area=one_area(knowledge, area) if area is not None else None,
            certainty=level,
            mechanism=find_mechanism(knowledge, mechanism) if mechanism is not None else None,
        )
        return listing.page(knowledge, listed, selection)

    return page


def _word_of(words: Iterable[Word], typed: str, where: str) -> Word:
    """Return which of the closed set *words* was typed: "red_flags", "Red flag" and so on.

    Raises:
        typer.BadParameter: when it is none of them.
    """
    wanted = _bare(typed)
    for word in words:
        if wanted in (_bare(word), _bare(word).removesuffix("s"), _OTHERWISE.get(word.value)):
            return word
    told = ", ".join(f"'{word}'" for word in words)
    raise typer.BadParameter(f"'{typed}' is not one of {told}", param_hint=f"'{where}'")


_OTHERWISE = {"everything": "all", "approaches": "approach"}


def _bare(word: str) -> str:
    return re.sub(r"[\W_]", "", seen(word).casefold())


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="Look only among these: " + ", ".join(_SEARCHED),
            autocompletion=lambda incomplete: completion.complete_word(_SEARCHED, incomplete),
        ),
    ] = None,
    whole: Annotated[bool, typer.Option("--all", help="Show all hits, not only the best.")] = False,
) -> MakePage:
    """Search names and texts; each hit comes with the command that opens it.

    For example: painlink search trigger points
    """
    from painlink.names.search import find_entries
    from painlink.pages import hits, listing

    query = " ".join(words)
    among = None if kind is None else _word_of(_SEARCHED, kind, "--kind")

    def page(knowledge: "Knowledge") -> "Page":
        found = find_entries(knowledge, query, listing.KINDS[among] if among else None)
        return hits.page(knowledge, query, found, among, whole=whole)

    return page


def show(
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="An id or a name: central-sensitization",
            autocompletion=completion.complete_entry,
        ),
    ],
) -> MakePage:
    """Show one mechanism, area, approach, red flag or source, whole.

    For example: painlink show central-sensitization
    """
    from painlink.pages import entry

    return lambda knowledge: entry.page(knowledge, _named(knowledge, " ".join(name)))


def _named(knowledge: "Knowledge", name: str) -> "Entry":
    """Return what is called *name*; several places have a page of their own, and no entry."""
    from painlink.names.asked import understood
    from painlink.names.finding import find_entry

    try:
        return find_entry(knowledge, name)
    except UnknownEntry:
        areas = understood(knowledge, name).areas
        if len(areas) > 1:
            raise UnknownEntry(name, (f"painlink explain {' '.join(areas)}",)) from None
        raise


def about() -> MakePage:
    """Say who wrote and reviewed this, how grades are given, and how privacy is kept.

    For example: painlink about --plain
    """
    from painlink.pages import about as about_page

    return lambda knowledge: about_page.page(knowledge, __version__)
