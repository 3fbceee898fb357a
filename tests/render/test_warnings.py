"""No warning sign is lost: in no format there is or will be, in no order, under no own file.

What belongs to which areas is worked out here from the files themselves, by the rule that the
model states, so that no code of painlink's is held against itself.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import combinations, pairwise
from typing import Any, NamedTuple

import pytest
import yaml

from painlink.explain.leading import ON_PAPER, leading
from painlink.explain.red_flags import red_flags
from painlink.pages import warnings
from painlink.pages.blocks import Page, References
from painlink.pages.parts.sources import dated_id, reference, short_reference
from painlink.render import FORMATS, renderer
from painlink.render.lines import words
from tests.conftest import DATA, KNOWLEDGE
from tests.shown import (
    AREAS,
    ESCAPE,
    ONE_WORKER_MAKES_THEM,
    document_of,
    handout_of,
    leading_of,
    page_of,
)

pytestmark = ONE_WORKER_MAKES_THEM

ALONE = [(area,) for area in AREAS]
FOUNDING = ("back", "head")
THREE = ("back", "neck", "head")
CITED = re.compile(r"\[([a-z0-9-]+)\]")
MARKUP = re.compile(rf"{ESCAPE.pattern}|<!?/?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")


# JSON holds what the files say


@cache
def written(kind: str) -> dict[str, dict[str, Any]]:
    """Return the entries of one file as plain data, by id."""
    text = (DATA / f"{kind}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {entry["id"]: entry for entry in yaml.load(text, loader)}  # noqa: S506, both are safe


def belongs(flag: dict[str, Any], asked: tuple[str, ...]) -> bool:
    """Return whether *flag* is a sign of *asked*: of an area or a part, or of them together."""
    areas = written("areas")
    met = {*asked, *(id_ for id_, area in areas.items() if area.get("part_of") in asked)}
    groups = flag.get("combination", [])
    return bool(
        met & set(flag.get("areas", []))
        or any(flag["id"] in areas[id_]["red_flags"] for id_ in asked)
        or (groups and all(met & set(group) for group in groups))
    )


def test_json_of_an_explanation_holds_every_warning_sign_with_its_sources_and_the_disclaimer():
    missing = []
    for asked in (*ALONE, *combinations(AREAS, 2)):
        document = document_of(asked)
        told = {
            (flag["id"], flag["urgency"], flag["sign"], *flag["sources"])
            for flag in document["red_flags"]
        }
        sources = {source["id"] for source in document["sources"]}
        for flag in written("red_flags").values():
            if belongs(flag, asked):
                known = (flag["id"], flag["urgency"], flag["sign"], *flag["sources"])
                missing += [(asked, flag["id"])] * (known not in told)
                cited = {*flag["sources"], *CITED.findall(f"{flag['sign']} {flag['why']}")}
                missing += [(asked, source) for source in cited - sources]
        if document["disclaimer"] != KNOWLEDGE.about.disclaimer:
            missing.append((asked, "disclaimer"))

    assert missing == []


# Every format there is, and every one that will be


def letters(text: str) -> str:
    """Return the letters and digits of *text*: no markup, no spaces, no signs, no line ends."""
    return re.sub(r"[\W_]", "", unescape(MARKUP.sub(" ", text)))


KNOWN = [*ALONE, FOUNDING, *(two for two in pairwise(AREAS) if KNOWLEDGE.pair(*two))]
LESS_KNOWN = [*(two for two in pairwise(AREAS) if not KNOWLEDGE.pair(*two)), THREE]


class Warned(NamedTuple):
    """A page, the warnings that nobody may miss on it, and the areas it is about."""

    name: str
    page: Page
    signs: list[str]
    asked: tuple[str, ...]


@cache
def warned() -> list[Warned]:
    found = []
    for asked in (*KNOWN, *LESS_KNOWN):
        signs = [flag.sign for flag in leading_of(asked).now]
        signs += [flag.name for flag in leading_of(asked).for_today]
        found.append(Warned("explain", page_of(asked), signs, asked))
        if asked in (*ALONE, FOUNDING):
            paper = leading(KNOWLEDGE, asked, ON_PAPER)
            signs = [flag.sign for flag in paper.now] + [flag.name for flag in paper.for_today]
            found.append(Warned("handout", handout_of(asked), signs, asked))
    for asked in ((), *ALONE, FOUNDING):
        areas = tuple(KNOWLEDGE.areas[area] for area in asked)
        signs = [flag.sign for flag in red_flags(KNOWLEDGE, asked or AREAS)]
        found.append(Warned("redflags", warnings.page(KNOWLEDGE, areas), signs, asked))
    return found


@cache
def shown(index: int, format_: str) -> str:
    """Return the letters of one page of those above."""
    return letters(renderer(format_)(warned()[index].page, 80))


@cache
def ids_told_as() -> dict[str, list[str]]:
    """Return the ids of the sources that a page may tell of in the same words."""
    ids: dict[str, list[str]] = {}
    for source in KNOWLEDGE.sources.values():
        for told in {words(one(source)) for one in (dated_id, short_reference, reference)}:
            ids.setdefault(told, []).append(source.id)
    return ids


def cited_on(page: Page) -> Iterator[tuple[str, ...]]:
    """Yield how *page* tells of each source that it cites, and by which id a program may."""
    for block in page.blocks:
        if isinstance(block, References):
            for item in block.items:
                told = [words(text) for text in (item.in_brief, item.in_full) if text]
                yield (*told, *ids_told_as()[told[0]])


def sources_lost(asked: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [
        (format_, one.name, *one.asked, ways[0])
        for index, one in enumerate(warned())
        if one.asked in asked
        for ways in cited_on(one.page)
        for format_ in FORMATS
        if not any(letters(way) in shown(index, format_) for way in ways)
    ]


def test_every_format_shows_the_warning_signs_and_the_disclaimer():
    lost = [
        (format_, one.name, *one.asked, told)
        for index, one in enumerate(warned())
        for told in (*one.signs, KNOWLEDGE.about.disclaimer)
        for format_ in FORMATS
        if letters(told) not in shown(index, format_)
    ]

    assert lost == []


@pytest.mark.slow
def test_every_format_names_the_sources_that_the_page_cites():
    assert sources_lost([(), *KNOWN]) == []


@pytest.mark.slow
def test_every_format_names_the_sources_where_there_is_no_answer_of_a_pair():
    assert sources_lost(LESS_KNOWN) == []


def test_the_pages_that_every_format_is_held_against_warn_and_cite():
    citing = {one.name for one in warned() if one.asked == FOUNDING and any(cited_on(one.page))}

    assert [one for one in warned() if not one.signs] == []
    assert citing == {"explain", "handout", "redflags"}
