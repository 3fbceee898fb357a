"""The commands that are asked about places that hurt."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from painlink.cli import completion
from painlink.cli.answer import MakePage
from painlink.errors import ExclusiveOptions

if TYPE_CHECKING:
    from painlink.model.knowledge import Knowledge
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
        return _explained(areas, brief.page)
    return _explained(areas, partial(explanation.page, full=full))


def handout(areas: Areas) -> MakePage:
    """Make a sheet to print, fill in by hand and bring to a visit: two sides.

    For example: painlink handout back headache -o handout.html
    """
    from painlink.pages import handout as sheet

    return _explained(areas, sheet.page)


def redflags(areas: SomeAreas = None) -> MakePage:
    """Show every warning sign of these areas, the most urgent first.

    For example: painlink redflags back headache
    """
    from painlink.names.understanding import understand
    from painlink.pages import warnings

    def page(knowledge: "Knowledge") -> "Page":
        understood = understand(knowledge, areas) if areas else ()
        return warnings.page(knowledge, tuple(one.area for one in understood), understood)

    return page


def _explained(areas: list[str], shown: "Callable[..., Page]") -> MakePage:
    """Return what explains the areas that the words *areas* name and has *shown* make a page."""
    from painlink.explain.explanation import outline
    from painlink.names.understanding import understand

    def page(knowledge: "Knowledge") -> "Page":
        understood = understand(knowledge, areas)
        known = outline(knowledge, [one.area for one in understood])
        return shown(knowledge, known, understood)

    return page
