"""The picture of a page: a drawn body with areas marked, and lines between them."""

from typing import NamedTuple

from painlink.model.areas import Place
from painlink.model.grades import Certainty

Mark = Place  # an ellipse on the drawn body


class Spot(NamedTuple):
    """An area on the drawn body: its marks, and whether the reader asked about it."""

    id: str
    marks: tuple[Mark, ...]
    asked: bool


class Stroke(NamedTuple):
    """Lines of one kind on the drawn body, each from spot to spot, and what they stand for."""

    routes: tuple[tuple[str, ...], ...]
    certainty: Certainty
    label: str


class Figure(NamedTuple):
    """A drawn body, front and back, with areas marked and lines between them.

    It says nothing that the page does not say in words, so that a text may leave it out.
    """

    title: str
    description: str
    spots: tuple[Spot, ...]
    strokes: tuple[Stroke, ...]
