"""Searching and narrowing: what a reader asks for comes first, and nothing else is in the way."""

import pytest

from painlink.errors import FilterDoesNotApply, NothingFound
from painlink.explain.selection import Selection
from painlink.model.entries import Pair
from painlink.model.grades import Certainty, Listed
from painlink.model.knowledge import Knowledge
from painlink.names.finding import find_mechanism
from painlink.names.search import find_entries
from painlink.pages import listing
from tests.conftest import KNOWLEDGE


def first(query: str) -> str:
    return find_entries(KNOWLEDGE, query)[0].id


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("sleep", "poor-sleep"),
        ("headache", "head"),
        ("trigger points", "muscle-referral"),
        ("massage", "hands-on-care"),
        ("fascia", "whole-body-chain"),
        ("Central Sensitisation", "central-sensitization"),
        ("back--head", "back--head"),
        ("vivekanantham", "vivekanantham-2019"),
        ("epidural", "spinal-fluid-leak"),
        ("head-thunderclap", "head-thunderclap"),
    ],
)
def test_the_best_hit_comes_first(query: str, id_: str):
    assert first(query) == id_


def test_every_hit_holds_as_many_words_as_any(tiny: Knowledge):
    assert {hit.id for hit in find_entries(tiny, "toe ankle")} == {
        "toe-and-ankle",
        "ankle--toe",
        "toe--ankle--shoe",
        "toe--ankle--tug-far",
        "string-2001",
    }


def test_common_words_do_not_count(tiny: Knowledge):
    assert find_entries(tiny, "what is a tug")[0].id == "tug"


def test_what_was_searched_for_is_shown_without_its_control_characters(painlink):
    assert "\x1b" not in painlink("search", "back \x1b[31m \u202e").stdout


@pytest.mark.parametrize("query", ["zzzz", "", "  ", "the and of", "🦴", "\x1b[31m"])
def test_nothing_found_is_said(query: str):
    with pytest.raises(NothingFound, match="nothing found for"):
        find_entries(KNOWLEDGE, query)


@pytest.mark.slow
@pytest.mark.parametrize(
    "entry",
    [*KNOWLEDGE.areas.values(), *KNOWLEDGE.mechanisms.values(), *KNOWLEDGE.approaches.values()],
    ids=lambda entry: entry.id,
)
def test_everything_is_found_by_its_own_name(entry):
    assert entry.id in [hit.id for hit in find_entries(KNOWLEDGE, entry.name)[:3]]


def items(kind: Listed, **wanted: object) -> list[str]:
    page = listing.page(KNOWLEDGE, kind, Selection(**wanted))  # type: ignore[arg-type]
    listed = page.contents()
    assert isinstance(listed, listing.Listing)
    return [item.id for item in listed.items]


def test_a_listing_narrows_to_an_area():
    neck = KNOWLEDGE.areas["neck"]

    assert "guarding" in items(Listed.MECHANISMS, area=neck)
    assert "spinal-fluid-leak" not in items(Listed.MECHANISMS, area=neck)
    assert all("neck" in id_ for id_ in items(Listed.PAIRS, area=neck))
    assert "head" in items(Listed.AREAS, area=neck)
    assert "neck" not in items(Listed.AREAS, area=neck)


def test_a_listing_narrows_to_a_certainty():
    high = items(Listed.MECHANISMS, certainty=Certainty.HIGH)

    assert "spinal-fluid-leak" in high
    assert "posture" not in high


def test_a_listing_narrows_to_a_mechanism():
    leak = find_mechanism(KNOWLEDGE, "csf leak")

    assert items(Listed.PAIRS, mechanism=leak) == ["back--head"]


def test_filters_narrow_together():
    wanted = {"area": KNOWLEDGE.areas["head"], "certainty": Certainty.UNSUPPORTED}

    assert "back--head" in items(Listed.PAIRS, **wanted)
    assert all(isinstance(KNOWLEDGE.pairs[id_], Pair) for id_ in items(Listed.PAIRS, **wanted))


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (Listed.RED_FLAGS, {"certainty": Certainty.HIGH}),
        (Listed.RED_FLAGS, {"mechanism": KNOWLEDGE.mechanisms["posture"]}),
        (Listed.APPROACHES, {"mechanism": KNOWLEDGE.mechanisms["posture"]}),
    ],
    ids=["red-flags certainty", "red-flags mechanism", "approaches mechanism"],
)
def test_a_filter_that_does_not_apply_is_refused(kind: Listed, wanted: dict[str, object]):
    with pytest.raises(FilterDoesNotApply, match="does not apply to"):
        items(kind, **wanted)
