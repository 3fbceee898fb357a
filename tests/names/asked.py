"""Shared by the tests of understanding: the real vocabulary, and short ways to ask it."""

from painlink.names.understanding.records import Understanding, Why
from painlink.names.understanding.understand import understand
from tests.conftest import KNOWLEDGE

VOCABULARY = KNOWLEDGE.vocabulary


def asked(text: str) -> Understanding:
    return understand(VOCABULARY, text)


def areas(text: str) -> set[str]:
    return set(asked(text).areas)


def left_out(text: str) -> dict[str, Why]:
    return {one.span.words.casefold(): one.why for one in asked(text).left_out}


def wrongly(rows: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the texts of *rows* that are not understood as these areas, with what came."""
    return {text: areas(text) for text, wanted in rows.items() if areas(text) != wanted}


def told(value: object) -> str:
    """Return the name of a case: a set has no order of its own."""
    return " ".join(sorted(map(str, value))) if isinstance(value, set) else str(value)
