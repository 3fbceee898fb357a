"""Whole pages of a small knowledge that has something of everything, read like prose in review."""

from collections.abc import Callable
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from painlink.errors import FilterDoesNotApply
from painlink.explain.explanation import outline
from painlink.explain.selection import Selection
from painlink.model.entries import Entry
from painlink.model.grades import Certainty, Listed
from painlink.model.knowledge import Knowledge
from painlink.pages import (
    about,
    brief,
    entry,
    explanation,
    handout,
    hits,
    listing,
    review,
    start,
    warnings,
)  # fmt: skip
from painlink.pages.blocks import Page
from painlink.render import renderer
from tests.pages.rich import rich

Make = Callable[[Knowledge], Page]


def of(make: Callable[..., Page], *ids: str, **more: bool) -> Make:
    """Return what makes the page of the areas *ids*."""

    def page(knowledge: Knowledge) -> Page:
        areas = [knowledge.areas[id_] for id_ in ids]
        return make(knowledge, outline(knowledge, areas), **more)

    return page


def signs(*ids: str) -> Make:
    return lambda known: warnings.page(known, tuple(known.areas[id_] for id_ in ids))


def whole(kind: str, id_: str) -> Make:
    return lambda known: entry.page(known, getattr(known, kind)[id_])


def listed(kind: Listed, **only: Any) -> Make:
    return lambda known: listing.page(known, kind, Selection(**only))


def found(kind: Listed | None, count: int) -> Make:
    def page(known: Knowledge) -> Page:
        entries: tuple[Entry, ...] = (*known.red_flags.values(), *known.links.values())
        return hits.page(known, "toe", entries[:count], kind)

    return page


WHOLE: dict[str, Make] = {
    "two areas": of(explanation.page, "toe", "ankle"),
    "two areas in full": of(explanation.page, "toe", "ankle", full=True),
    "two areas without a pair": of(explanation.page, "toe", "sole"),
    "two areas, one careful": of(explanation.page, "sole", "nose"),
    "two pains that are a sign": of(explanation.page, "nose", "ankle"),
    "one area": of(explanation.page, "toe"),
    "one area in full": of(explanation.page, "sole", full=True),
    "three areas": of(explanation.page, "toe", "sole", "ankle"),
    "three areas in full": of(explanation.page, "toe", "sole", "ankle", full=True),
    "two areas in short": of(brief.page, "toe", "ankle"),
    "one area in short": of(brief.page, "toe"),
    "three areas in short": of(brief.page, "toe", "sole", "nose"),
    "a handout of two": of(handout.page, "toe", "ankle"),
    "a handout of one": of(handout.page, "sole"),
    "a handout of a careful one": of(handout.page, "nose"),
    "a handout of three": of(handout.page, "toe", "sole", "ankle"),
    "a handout of a sign": of(handout.page, "nose", "ankle"),
    "a review of two": of(review.page, "toe", "ankle"),
    "a review of three": of(review.page, "toe", "sole", "nose"),
    "signs of two": signs("toe", "ankle"),
    "signs of two that are one": signs("nose", "ankle"),
    "every sign": signs(),
    "an area": whole("areas", "sole"),
    "a link": whole("links", "toe--sole--tug"),
    "a pair": whole("pairs", "ankle--toe"),
    "a sign": whole("red_flags", "toe-and-ankle"),
    "a sign of an area": whole("red_flags", "toe-black"),
    "an approach": whole("approaches", "bare-feet"),
    "a source": whole("sources", "paper-2003"),
    "a mechanism": lambda known: entry.page(known, known.mechanism("shoe")),
    "links of a certainty": listed(Listed.LINKS, certainty=Certainty.LOW),
    "a list of links": listed(Listed.LINKS),
    "a list of signs": listed(Listed.RED_FLAGS),
    "hits": found(None, 13),
    "hits of a kind": found(Listed.LINKS, 3),
    "about": lambda known: about.page(known, "1.2.3"),
    "start": start.page,
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_page(snapshot: SnapshotAssertion, name: str):
    assert renderer("plain")(WHOLE[name](rich()), 80) == snapshot


OWN = ["two areas", "one area", "a handout of two", "signs of two", "a link"]


@pytest.mark.parametrize("kind", Listed)
def test_a_list_is_narrowed_only_by_what_its_entries_have(kind: Listed):
    known = rich()
    options = {
        "area": known.areas["toe"],
        "certainty": Certainty.LOW,
        "mechanism": known.mechanisms["tug"],
    }
    refused = {
        Listed.EVERYTHING: ["area", "certainty", "mechanism"],
        Listed.RED_FLAGS: ["certainty", "mechanism"],
        Listed.APPROACHES: ["mechanism"],
    }.get(kind, [])

    for option, wanted in options.items():
        selection = Selection(**{option: wanted})  # type: ignore[arg-type]
        if option in refused:
            with pytest.raises(FilterDoesNotApply, match=f"--{option}"):
                listing.page(known, kind, selection)
        else:
            assert listing.page(known, kind, selection).title


@pytest.mark.parametrize("name", OWN)
def test_a_whole_page_with_own_entries(snapshot: SnapshotAssertion, name: str):
    assert renderer("plain")(WHOLE[name](rich(laid_over=True)), 80) == snapshot
