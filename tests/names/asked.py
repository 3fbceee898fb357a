"""Shared by the tests of understanding: the real vocabulary, and short ways to ask it."""

from collections.abc import Callable, Iterable

from painlink.model.areas import Area
from painlink.names.understanding.records import Understanding, Why
from painlink.names.understanding.understand import understand
from tests.conftest import KNOWLEDGE

VOCABULARY = KNOWLEDGE.vocabulary
# Those whose name, put into a sentence, means the place and nothing else.
PLAIN = [area for area in KNOWLEDGE.areas.values() if area.id not in {"widespread", "flank"}]


def asked(text: str) -> Understanding:
    return understand(VOCABULARY, text)


def areas(text: str) -> set[str]:
    return set(asked(text).areas)


def left_out(text: str) -> dict[str, Why]:
    return {one.span.words.casefold(): one.why for one in asked(text).left_out}


def wrongly(rows: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the texts of *rows* that are not understood as these areas, with what came."""
    return {text: areas(text) for text, wanted in rows.items() if areas(text) != wanted}


def other_than(area: Area) -> str:
    """Return the name of a place that is no part of *area*, nor it of that."""
    return "knee" if area.id not in {"knee", "leg"} else "elbow"


def offenders(frames: Iterable[str], wanted: Callable[[Area], set[str]]) -> dict[str, set[str]]:
    """Return the texts that *frames* make of each plain area and another, wrongly understood."""
    return {
        text: areas(text)
        for area in PLAIN
        for frame in frames
        for text in [frame.format(name=area.name, other=other_than(area))]
        if areas(text) != wanted(area)
    }


def told(value: object) -> str:
    """Return the name of a case: a set has no order of its own."""
    return " ".join(sorted(map(str, value))) if isinstance(value, set) else str(value)
