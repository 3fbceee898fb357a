"""The commands that are asked about places that hurt."""

from typing import TYPE_CHECKING, Annotated

import typer

from painlink.cli import completion
from painlink.cli.answer import MakePage, say
from painlink.errors import ExclusiveOptions, PainlinkError

if TYPE_CHECKING:
    from painlink.explain.explanation import Explanation
    from painlink.model.areas import Area
    from painlink.model.knowledge import Knowledge
    from painlink.names.understanding.records import Understanding
    from painlink.pages.blocks import Page

Areas = Annotated[
    list[str],
    typer.Argument(
        metavar="AREA...",
        help="Where it hurts, in your own words: back headache",
        autocompletion=completion.complete_area,
    ),
]
SomeAreas = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[AREA...]",
        help="Where it hurts; none for all areas.",
        autocompletion=completion.complete_area,
    ),
]


def explain(
    areas: Areas,
    full: Annotated[bool, typer.Option("--full", help="Show everything, every source.")] = False,
    short: Annotated[bool, typer.Option("--short", help="Show one small screen.")] = False,
) -> MakePage:
    """Explain how pains may be linked: two areas, one, or more.

    For example: painlink explain back headache
    """
    from painlink.pages import brief, explanation

    if short and full:
        raise ExclusiveOptions("--short", "--full")
    if short:
        return lambda knowledge: brief.page(knowledge, _explained(knowledge, areas))
    return lambda knowledge: explanation.page(knowledge, _explained(knowledge, areas), full=full)


def handout(
    areas: Areas,
    large: Annotated[
        bool, typer.Option("--large", help="Print large, on as many sides as it takes.")
    ] = False,
) -> MakePage:
    """Make a sheet to print, fill in by hand and bring to a visit: two sides.

    For example: painlink handout back headache -o handout.html
    """
    from painlink.pages import handout as sheet

    return lambda knowledge: sheet.page(knowledge, _for_a_sheet(knowledge, areas), large=large)


def review(areas: Areas) -> MakePage:
    """Make a sheet on which a clinician judges each claim about these areas.

    For example: painlink review back headache -o review.html
    """
    from painlink.pages import review as sheet

    return lambda knowledge: sheet.page(knowledge, _for_a_sheet(knowledge, areas))


def redflags(areas: SomeAreas = None) -> MakePage:
    """Show every warning sign of these areas, the most urgent first.

    For example: painlink redflags back headache
    """
    from painlink.names.asked import understood
    from painlink.pages import warnings

    def page(knowledge: "Knowledge") -> "Page":
        if not areas:
            return warnings.page(knowledge, ())
        meant = understood(knowledge, areas)
        return warnings.page(knowledge, _areas_of(knowledge, meant), meant)

    return page


def _explained(knowledge: "Knowledge", areas: list[str]) -> "Explanation":
    """Return what is known of the areas that the words *areas* name."""
    from painlink.explain.explanation import outline
    from painlink.names.asked import understood

    meant = understood(knowledge, areas)
    return outline(knowledge, _areas_of(knowledge, meant))._replace(understood=meant)


def _for_a_sheet(knowledge: "Knowledge", areas: list[str]) -> "Explanation":
    """Return the same; what was understood is told beside the sheet, as no word stands on it."""
    from painlink.pages.sections.understood import in_short, is_plain

    known = _explained(knowledge, areas)
    if known.understood and not is_plain(known.understood):
        say(in_short(knowledge, known.understood))
    return known


def _areas_of(knowledge: "Knowledge", meant: "Understanding") -> "tuple[Area, ...]":
    """Return the areas that were understood; a refusal shows the signs of those that it names."""
    from painlink.names.asked import areas_of, named_in
    from painlink.pages.sections.signs import in_a_line

    try:
        return areas_of(knowledge, meant)
    except PainlinkError as error:
        if named := named_in(knowledge, meant):
            raise error.followed_by(in_a_line(knowledge, named)) from None
        raise
