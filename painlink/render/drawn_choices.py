"""A body to choose from: each place on it is one link, and all places are listed beside it."""

from collections.abc import Callable
from html import escape

from painlink.model.grades import View
from painlink.pages.parts.picture import Figure, Spot
from painlink.render.drawing import BOX, OFFSETS, body, ellipse
from painlink.render.surroundings import Anchor

_WHOLE = 110  # units: what is higher is chosen at its edge, or it would lie under everything


def choices_drawn(figure: Figure, leads: Callable[[str], Anchor | None]) -> str:
    """Return *figure* as SVG of links and a list of the same; what leads nowhere is only marked."""
    lines = [
        f'<figure class="to-choose" role="group" aria-label="{escape(figure.title)}">',
        f'<svg viewBox="{BOX}">',
        *(line for view in View for line in body(view)),
        *(_place(spot, leads(spot.id)) for spot in sorted(figure.spots, key=_size, reverse=True)),
        "</svg>",
        "<ul>",
        *(_name(anchor) for spot in figure.spots if (anchor := leads(spot.id))),
        "</ul>",
        "</figure>",
    ]
    return "\n".join(filter(None, lines))


def _size(spot: Spot) -> int:
    """Return how much of the drawing *spot* covers: what is small lies upon what is large."""
    return max((mark.width * mark.height for mark in spot.marks), default=0)


def _place(spot: Spot, anchor: Anchor | None) -> str:
    kind = "asked" if spot.asked else "place"
    shapes = "".join(
        ellipse(mark, f"{kind} whole" if mark.height > _WHOLE else kind, offset=OFFSETS[mark.view])
        for mark in spot.marks
    )
    if anchor is None or not shapes:
        return shapes
    named = escape(anchor.text or spot.id)
    link = f'<a href="{escape(anchor.href)}" aria-label="{named}">'
    return f"{link}<title>{named}</title>{shapes}</a>"


def _name(anchor: Anchor) -> str:
    return f'<li><a href="{escape(anchor.href)}">{escape(anchor.text)}</a></li>'
