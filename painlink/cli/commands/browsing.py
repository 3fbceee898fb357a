"""The commands that look through what painlink knows."""

from typing import TYPE_CHECKING, Annotated

import typer

from painlink import __version__
from painlink.cli import completion
from painlink.cli.answer import MakePage
from painlink.model.grades import Certainty, Listed

if TYPE_CHECKING:
    from painlink.model.knowledge import Knowledge
    from painlink.pages.blocks import Page


def list_(
    kind: Annotated[
        Listed,
        typer.Argument(metavar="[KIND]", case_sensitive=False, help="One of: " + ", ".join(Listed)),
    ] = Listed.MECHANISMS,
    area: Annotated[
        str | None,
        typer.Option(
            metavar="AREA",
            help="Only what concerns this area.",
            autocompletion=completion.complete_area,
        ),
    ] = None,
    certainty: Annotated[
        Certainty | None,
        typer.Option(
            metavar="LEVEL",
            case_sensitive=False,
            help="Only what has a link of this level: " + ", ".join(Certainty),
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
    """List mechanisms, areas, pairs, approaches, red flags or sources.

    For example: painlink list mechanisms --area neck
    """
    from painlink.explain.selection import Selection
    from painlink.names.finding import find_mechanism
    from painlink.names.understanding import one_area
    from painlink.pages import listing

    def page(knowledge: "Knowledge") -> "Page":
        selection = Selection(
            area=one_area(knowledge, area) if area is not None else None,
            certainty=certainty,
            mechanism=find_mechanism(knowledge, mechanism) if mechanism is not None else None,
        )
        return listing.page(knowledge, kind, selection)

    return page


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
) -> MakePage:
    """Search names and texts; each hit comes with the command that opens it.

    For example: painlink search trigger points
    """
    from painlink.names.search import find_entries
    from painlink.pages import hits

    query = " ".join(words)
    return lambda knowledge: hits.page(knowledge, query, find_entries(knowledge, query))


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
    from painlink.names.finding import find_entry
    from painlink.pages import entry

    return lambda knowledge: entry.page(knowledge, find_entry(knowledge, " ".join(name)))


def about() -> MakePage:
    """Say who wrote and reviewed this, how grades are given, and how privacy is kept.

    For example: painlink about --plain
    """
    from painlink.pages import about as about_page

    return lambda knowledge: about_page.page(knowledge, __version__)
