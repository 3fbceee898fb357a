"""The page of a few made areas, line by line: what comes first, its limits, no empty part."""

from typing import Any

import pytest

from painlink.explain.explanation import outline
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part, Review, Reviewed
from painlink.pages import about, explanation, review
from painlink.pages.blocks import Blanks, Bullets, Heading, Notice, Page, References
from painlink.pages.parts.figure import figure
from tests.conftest import KNOWLEDGE
from tests.explain.made import approach, area, link, made, mechanism, pair
from tests.pages.test_signs import lines, said

DO = Heading(2, 'What you can do, and how sure it is to help ("Today": advice, not graded)')
GAIN = approach("x").benefits[0]._replace(areas=("a", "b"), certainty=Certainty.VERY_LOW)


def page_of(knowledge: Knowledge, where: str = "ab", **more: Any) -> Page:
    known = outline(knowledge, [knowledge.areas[id_] for id_ in where])
    return explanation.page(knowledge, known, **more)


def told(page: Page) -> list[str]:
    """Return the lines of *page* outside of its warning and its list of sources."""
    blocks = (one for one in page.blocks if not isinstance(one, Notice | References))
    return [line for block in blocks for line in lines(block)]


def test_whose_the_areas_are_is_told_before_the_answer():
    own = tuple(area(id_, origin=f"from {id_}") for id_ in "ab")

    assert told(page_of(made(areas=own)))[0] == "The a: from a. The b: from b."


def test_of_one_claim_a_short_page_cites_one_source_and_a_full_one_all():
    two = pair("a", "b", outlook="It eases [string-2001][no-string-2002].")
    knowledge = made(pairs=(two,))

    assert "* Expect: It eases [1]." in told(page_of(knowledge))
    assert any(
        one.endswith("Expect: It eases [1,2].") for one in told(page_of(knowledge, full=True))
    )


def test_what_a_readers_own_pair_says_to_expect_says_whose_it_is():
    own = pair("a", "b", outlook="It eases.", origin="X")

    assert "* Expect: It eases. (X)" in told(page_of(made(pairs=(own,))))


def test_where_nothing_is_known_of_two_areas_the_short_answer_is_that():
    shown = told(page_of(made(areas=(area("a", name="arm"), area("b", name="ear")))))

    none = "* We know of no direct link between the arm and the ear."
    assert f"{none} That does not mean that there is none [1]." in shown


@pytest.mark.parametrize(
    ("low", "drawn"), [(2, ["high 6", "low 2"]), (3, ["high 6", "very-low 1"])]
)
def test_of_many_lines_only_the_surest_are_drawn_and_no_more_than_can_be_told_apart(
    low: int, drawn: list[str]
):
    levels = [Certainty.HIGH] * 6 + [Certainty.LOW] * low + [Certainty.VERY_LOW]
    areas = [area(f"z{at}", places=KNOWLEDGE.areas["neck"].places) for at in range(len(levels) + 1)]
    links = [link("z0", one.id, certainty=at) for one, at in zip(areas[1:], levels, strict=True)]
    knowledge = made(areas=tuple(areas), mechanisms=(mechanism("tug"),), links=tuple(links))

    (shown,) = figure(knowledge, outline(knowledge, areas[:1]))

    assert [f"{one.certainty} {len(one.routes)}" for one in shown.strokes] == drawn


def test_three_options_that_are_hardly_tested_are_named_to_ask_about():
    ways = tuple(approach(f"{at}", benefits=(GAIN,)) for at in range(4))
    knowledge = made(approaches=ways)
    words = knowledge.wording._replace(few="Ask about {options}c.")

    assert "* Your choice: Ask about name 0; name 1; name 2; c." in told(
        page_of(knowledge._replace(wording=words))
    )


def test_three_options_are_told_and_of_the_others_what_to_mind():
    sure = GAIN._replace(certainty=Certainty.LOW, in_brief="In brief.", mind="Mind it.")
    ways = tuple(approach(f"{at}", benefits=(sure,)) for at in range(4))
    shown = told(page_of(made(approaches=ways)))

    assert [one for one in shown if one.startswith("* Name")] == [
        f"* Name {at} (low for both). In brief. {ways[at].summary} Mind it." for at in range(3)
    ]
    assert "* Mind it." in shown


@pytest.mark.parametrize("full", [True, False])
def test_no_list_is_empty_and_what_nobody_knows_to_do_has_no_part(full: bool):
    bare = page_of(made(), full=full)
    with_way = page_of(made(approaches=(approach("w", benefits=(GAIN,)),)), full=full)

    assert DO not in bare.blocks
    assert DO in with_way.blocks
    for page in (bare, with_way):
        assert all(one.items for one in page.blocks if isinstance(one, Bullets))


def test_it_ends_with_what_to_type_next():
    tie = link("a", "b", "tug", certainty=Certainty.LOW)
    knowledge = made(mechanisms=(mechanism("tug"),), links=(tie,))
    sheet = "painlink handout a b"

    assert told(page_of(knowledge, full=True))[-1] == f"Go deeper: painlink show tug or {sheet}"
    assert told(page_of(made(), full=True))[-1] == f"Go deeper: painlink list areas or {sheet}"


def test_in_full_the_questions_of_the_pair_say_whose_they_are():
    own = pair("a", "b", questions=("Is it?", "Why?"), origin="X")
    page = page_of(made(pairs=(own,)), full=True)
    start = page.blocks.index(Heading(2, "Questions to ask"))
    listed = page.blocks[start + 1]

    assert isinstance(listed, Bullets)
    assert list(map(said, listed.items)) == ["Is it? (X)", "Why? (X)"]


def test_about_says_that_not_all_is_reviewed_where_some_of_it_is():
    by = Review("A", "nurse", "2026-11", (Reviewed(Part.SIGNS, "bcdfghjk"),))

    def who(*reviews: Review) -> list[str]:
        page = about.page(made(pairs=(pair("a", "b", reviewed=reviews),)), "1.0")
        start = page.blocks.index(Heading(2, "Who has reviewed it")) + 1
        return lines(page.blocks[start])

    assert who() == ["Nobody with clinical training yet."]
    first, second = who(by)
    assert first == "* Nobody with clinical training has reviewed all of it yet."
    assert second.startswith("* A pain and b pain. ")


def test_a_reviewer_has_a_line_each_for_name_role_and_date():
    knowledge = made()
    sheet = review.page(knowledge, outline(knowledge, [knowledge.areas[id_] for id_ in "ab"]))
    blanks = [one for one in sheet.blocks if isinstance(one, Blanks)]

    assert [(said(one.label), one.lines) for one in blanks] == [
        *(("Your name:", 1), ("Your role, and your training:", 1), ("Date:", 1)),
    ]
