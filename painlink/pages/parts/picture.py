"""The pictures of a page: a drawn body with areas marked, and what a practice is known by."""

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

    It says nothing that the page does not say in words, so that a text may leave it out. Of one
    *to_choose* from each spot is a place to choose, and is listed beside it by its name.
    """

    title: str
    description: str
    spots: tuple[Spot, ...]
    strokes: tuple[Stroke, ...]
    to_choose: bool = False


class Logo(NamedTuple):
    """The picture of whoever hands a sheet out, which the page names in words as well."""

    name: str
    kind: str
    content: bytes
    width: int
    height: int
