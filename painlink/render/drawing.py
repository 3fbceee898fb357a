"""The drawn body of an HTML page, as SVG: front and back, marks and lines upon it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from painlink.model.grades import Certainty, View
from painlink.pages.parts.picture import Figure, Mark, Spot, Stroke
from painlink.render.surroundings import Anchor

# Half an outline from the crown down the outside and up the inside: columns from the middle of the
# body, rows from the top. The body is 220 high; its other half mirrors this one.
_HALF = (
    *((0, 4), (6, 5), (10, 11), (10.5, 19), (8.5, 27), (5.5, 32), (5, 37), (8, 42), (16, 45)),
    *((23, 48), (26.5, 55), (28, 66), (29, 78), (31, 90), (34, 104), (36, 115), (38.5, 124)),
    *((37, 133), (34, 136), (32, 130), (31.5, 119), (29, 110), (25.5, 97), (23.5, 86), (21.5, 75)),
    *((19.5, 64), (18, 76), (16, 91), (17.5, 103), (20, 114), (20, 128), (18, 145), (15.5, 160)),
    *((16.2, 172), (15.2, 186), (12, 204), (13.5, 212), (13, 217), (7, 217.5), (5, 212), (5, 202)),
    *((4, 188), (4.5, 174), (4.5, 160), (3, 138), (0.8, 119)),
)
_MIDDLE, _WIDTH, _HEIGHT = 50, 100, 232
_OFFSETS = {View.FRONT: 0, View.BACK: _WIDTH}
_LABELS = {View.FRONT: "Front", View.BACK: "Back"}
_DETAILS = {
    View.FRONT: "M46 16h.1M54 16h.1M47 24q3 2 6 0M38 50q7 -3 11 1M62 50q-7 -3 -11 1M50 91v.1",
    View.BACK: "M50 40V120M38 58q3 9 8 11M62 58q-3 9 -8 11M36 118q7 6 13 1M64 118q-7 6 -13 1",
}
# Certainty is told by the line itself: the surer, the less broken.
_DASHES = {
    Certainty.HIGH: "none",
    Certainty.MODERATE: "8 3",
    Certainty.LOW: "3 3",
    Certainty.VERY_LOW: "0.1 4",
}
_SPREAD = 24
_UNHEARD = ' aria-hidden="true"'


def drawn(figure: Figure, leads: Callable[[str], Anchor | None]) -> str:
    """Return *figure* as SVG with a caption, and a key to its lines in words.

    *leads* tells where an area of it leads. Where none leads anywhere, it is announced once, as
    one picture; else as links.
    """
    routes = list(_routes(figure))
    asked = {mark: spot.id for spot in figure.spots if spot.asked for mark in spot.marks}
    ids = {mark: spot.id for spot in reversed(figure.spots) for mark in spot.marks}
    others = {mark: ids[mark] for _, marks, _ in routes for mark in marks if mark not in asked}
    anchors = {spot.id: anchor for spot in figure.spots if (anchor := leads(spot.id))}

    def marked(marks: Mapping[Mark, str], kind: str, view: View) -> Iterator[str]:
        for mark, id_ in marks.items():
            if mark.view is view:
                yield _within(anchors.get(id_), id_, _ellipse(mark, kind))

    outline = _outline()
    told = figure.title if anchors else f"{figure.title}. {figure.description}"
    lines = [
        f'<figure role="{"group" if anchors else "img"}" aria-label="{escape(told)}">',
        f'<svg viewBox="0 0 {2 * _WIDTH} {_HEIGHT}"{"" if anchors else _UNHEARD}>',
    ]
    for view in View:
        lines += [
            f'<g transform="translate({_OFFSETS[view]} 0)">',
            f'<path class="body" d="{outline}"/>',
            f'<path class="detail" d="{_DETAILS[view]}"/>',
            *marked(asked, "asked", view),
            *marked(others, "other", view),
            f'<text x="{_MIDDLE}" y="{_HEIGHT - 3}"{_UNHEARD}>{_LABELS[view]}</text>',
            "</g>",
        ]
    lines += [_line(_curve(marks, bow), certainty) for certainty, marks, bow in routes]
    lines.append("</svg>")
    key = "".join(map(_explained, figure.strokes))
    listed = f"<ul>{key}</ul>\n" if key else ""
    heard, title = ("", _UNHEARD) if anchors else (_UNHEARD, "")
    caption = f"<p{title}>{escape(figure.title)}</p>\n{listed}"
    lines.append(f'<div class="caption"{heard}>\n{caption}</div>')
    return "\n".join((*lines, "</figure>"))


def _within(anchor: Anchor | None, id_: str, shape: str) -> str:
    if anchor is None:
        return shape
    named = escape(anchor.text or id_)
    return f'<a href="{escape(anchor.href)}" aria-label="{named}">{shape}</a>'


def _outline() -> str:
    """Return the outline of the body: a smooth curve through all its points (Catmull-Rom)."""
    right = [(_MIDDLE + x, y) for x, y in _HALF]
    left = [(_MIDDLE - x, y) for x, y in reversed(_HALF) if x]
    points = [*right, *left]
    path = f"M{points[0][0]} {points[0][1]}"
    for index, (x, y) in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % len(points)]
        later = points[(index + 2) % len(points)]
        one = (x + (after[0] - before[0]) / 6, y + (after[1] - before[1]) / 6)
        two = (after[0] - (later[0] - x) / 6, after[1] - (later[1] - y) / 6)
        path += " C" + " ".join(f"{value:.1f}" for point in (one, two, after) for value in point)
    return path + "Z"


def _ellipse(mark: Mark, kind: str) -> str:
    return (
        f'<ellipse class="{kind}" cx="{mark.x}" cy="{mark.y}" '
        f'rx="{mark.width / 2:g}" ry="{mark.height / 2:g}"/>'
    )


def _routes(figure: Figure) -> Iterator[tuple[Certainty, list[Mark], float]]:
    """Yield for each line how sure it is, the marks it joins, and how far it bows to one side.

    Lines between the same two spots bow apart.
    """
    spots = {spot.id: spot for spot in figure.spots}
    alike: dict[tuple[str, str], list[tuple[Stroke, tuple[str, ...]]]] = {}
    for stroke in figure.strokes:
        for route in stroke.routes:
            alike.setdefault((route[0], route[-1]), []).append((stroke, route))
    for lines in alike.values():
        for index, (stroke, route) in enumerate(lines):
            bow = (index - (len(lines) - 1) / 2) * _SPREAD
            yield stroke.certainty, list(_anchors([spots[id_] for id_ in route])), bow


def _anchors(spots: Sequence[Spot]) -> Iterator[Mark]:
    """Yield the mark of each spot that a line touches: in one view, where one shows them all."""
    shared = [
        view for view in View if all(any(m.view is view for m in spot.marks) for spot in spots)
    ]
    for spot in spots:
        yield next((mark for mark in spot.marks if mark.view in shared[:1]), spot.marks[0])


def _curve(marks: Sequence[Mark], bow: float) -> str:
    """Return a path through the middles of *marks*; *bow* is in the units of the drawing."""
    points = [(mark.x + _OFFSETS[mark.view], mark.y) for mark in marks]
    path = f"M{points[0][0]} {points[0][1]}"
    for (x, y), (to_x, to_y) in pairwise(points):
        length = max(((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5, 1)
        over, up = (y - to_y) / length * bow, (to_x - x) / length * bow
        path += f" Q{(x + to_x) / 2 + over:.1f} {(y + to_y) / 2 + up:.1f} {to_x} {to_y}"
    return path


def _line(path: str, certainty: Certainty) -> str:
    return f'<path class="line {certainty}" stroke-dasharray="{_DASHES[certainty]}" d="{path}"/>'


def _explained(stroke: Stroke) -> str:
    sample = _line("M2 5H38", stroke.certainty)
    return (
        f'<li><svg viewBox="0 0 40 10" aria-hidden="true">{sample}</svg> '
        f"<strong>{escape(stroke.certainty.label)}:</strong> {escape(stroke.label)}</li>\n"
    )
