"""The short page, word by word: which emergencies and signs for today it has room for."""

from itertools import chain
from typing import Any

import pytest

from painlink.explain.explanation import outline
from painlink.model.grades import Certainty, Danger
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part, Review, Reviewed
from painlink.names.understanding.records import Understanding
from painlink.pages import brief
from painlink.pages.blocks import Page
from tests.explain.made import SOON, TODAY, area, link, made, mechanism, pair, sign
from tests.pages.test_signs import CALL, lines

NOW = [f"now-{at}" for at in range(7)]
FIRST = "; ".join(f"short {one}" for one in NOW[:5])
TODAYS = "See or call a doctor today for: "


def page_of(knowledge: Knowledge, ids: str = "a", **more: Any) -> Page:
    known = outline(knowledge, [knowledge.areas[id_] for id_ in ids])
    return brief.page(knowledge, known._replace(**more))


def told(knowledge: Knowledge, ids: str = "a", **more: Any) -> list[str]:
    return list(chain.from_iterable(map(lines, page_of(knowledge, ids, **more).blocks)))


def signs(*today: Any, chosen: int = 6) -> list[str]:
    """Return what the page says of emergencies and, where it does, of those for today."""
    worse = [sign(f"worse-{at}") for at in range(4)]
    knowledge = made(
        *map(sign, NOW[:chosen]),
        *worse,
        sign("elsewhere", areas=("b",)),
        *today,
        areas=(area("a", red_flags=tuple(NOW[:chosen])),),
    )
    page = told(knowledge)
    return page[page.index("emergency: Get help now if you have any of these") + 1 : -1]


def test_five_emergencies_lead_then_what_a_sign_for_today_can_become_seven_in_all():
    found = signs(
        sign("one", TODAY, turns_into=("worse-3", "elsewhere")),
        sign("two", TODAY, turns_into=("now-0",)),
        sign("three", TODAY, turns_into=("worse-2",)),
        sign("four", TODAY),
    )

    assert found == [
        f"S{FIRST[1:]}; short worse-3; short worse-2. {CALL}",
        f"{TODAYS}short one; short two; short three.",
    ]


def test_a_sign_for_today_whose_emergencies_have_no_room_is_not_told():
    found = signs(
        sign("many", TODAY, turns_into=("worse-1", "worse-2", "worse-3")),
        sign("two", TODAY, turns_into=("worse-2", "worse-3")),
        sign("more", TODAY, turns_into=("worse-1",)),
    )

    assert found == [
        f"S{FIRST[1:]}; short worse-2; short worse-3. {CALL}",
        f"{TODAYS}short two.",
    ]


def test_what_room_is_left_the_next_emergencies_take_in_their_order():
    assert signs() == [f"S{FIRST[1:]}; short now-5; short worse-0. {CALL}"]
    assert signs(chosen=2) == [
        "Short now-0; short now-1; short worse-0; short worse-1; short worse-2; short worse-3. "
        f"{CALL}"
    ]


def test_only_what_needs_help_now_stands_among_the_emergencies():
    found = signs(
        sign("one", TODAY, turns_into=("two", "slow")), sign("two", TODAY), sign("slow", SOON)
    )

    assert "short two" not in found[0]
    assert found[1] == f"{TODAYS}short one; short two."


def test_the_best_links_are_named_three_at_most_and_no_danger_where_there_are_others():
    names = ("tug", "ache", "pull", "press")
    links = [link("a", "b", by=one, name=f"By {one}", certainty=Certainty.LOW) for one in names]
    danger = link("b", "a", name="Clot", danger=Danger.VESSEL, certainty=Certainty.HIGH)
    mechanisms = tuple(map(mechanism, names))

    def last(*kept: Any) -> str:
        return told(made(mechanisms=mechanisms, links=kept), "ab")[-1]

    assert last(danger, *links) == (
        "Best shown links, and how sure: by tug (low); by ache (low); by pull (low). "
        "Read on: painlink explain a b"
    )
    assert last(danger) == (
        "Best shown links, and how sure: clot (high). Read on: painlink explain a b"
    )
    assert last() == "Read on: painlink explain a b"


def test_what_was_understood_and_whose_the_areas_are_comes_first():
    own = area("own", origin="from X", name="Own")
    knowledge = made(areas=(own,))
    meant = Understanding("long", (), (), (), (), (), is_whole=False)
    known = outline(knowledge, [own])._replace(understood=meant)

    first, second, *_ = chain.from_iterable(map(lines, brief.page(knowledge, known).blocks))

    assert "Only its beginning was read: the text is long." in first
    assert second == "Own: from X."


@pytest.mark.parametrize("is_reviewed", [True, False])
def test_it_ends_in_one_line_and_names_who_has_reviewed_it(is_reviewed: bool):
    by = Review("A", "nurse", "2026-11", (Reviewed(Part.SIGNS, "bcdfghjk"),))
    knowledge = made(pairs=(pair("a", "b", reviewed=(by,) if is_reviewed else ()),))

    page = page_of(knowledge, "ab")

    assert page.is_text
    assert "".join(span.text for span in page.disclaimer) == knowledge.about.disclaimer_in_brief
    assert bool(page.imprint) is is_reviewed
