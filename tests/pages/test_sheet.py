"""The handout of a few made entries: its limits, its questions and what it holds as data."""

from typing import Any

import pytest

from painlink.explain.explanation import outline
from painlink.model.areas import guided
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.practice import Handed, Practice, PracticeExercise
from painlink.pages import handout
from painlink.pages.blocks import Bullets, Grid, Heading, Options, Page, Paragraph
from painlink.pages.handout import HandoutContents
from tests.conftest import TINY_KNOWLEDGE
from tests.explain.made import TODAY, approach, area, ids, link, made, mechanism, pair, sign
from tests.pages.test_signs import said

LOW, HARDLY = Certainty.LOW, Certainty.VERY_LOW
((_, GUIDANCE),) = guided(TINY_KNOWLEDGE.areas.values())
TUG = mechanism("tug")
ASK = ["Could my medicine play a part?", "Who else can help?"]
GAIN = approach("x").benefits[0]._replace(areas=("a", "b"))
BOTH = sign("both", both_is_a_sign=(("a",), ("b",)))


def sheet(knowledge: Knowledge, where: str = "ab", *, large: bool = False) -> Page:
    known = outline(knowledge, [knowledge.areas[id_] for id_ in where])
    return handout.page(knowledge, known, large=large)


def under(page: Page, title: str) -> list[str]:
    """Return the texts between this heading and the next."""
    start = page.blocks.index(Heading(2, title)) + 1
    told: list[str] = []
    for block in page.blocks[start:]:
        if isinstance(block, Heading):
            break
        if isinstance(block, Bullets):
            told += map(said, block.items)
        if isinstance(block, Paragraph):
            told.append(said(block.text))
    return told


def contents(page: Page) -> HandoutContents:
    held = page.contents()
    assert isinstance(held, HandoutContents)
    return held


def questions(where: str = "ab", **entries: Any) -> list[str]:
    page = sheet(made(mechanisms=(TUG,), **entries), where)
    asked = under(page, "Questions to ask")
    assert list(contents(page).questions) == asked
    return asked


def test_three_questions_of_the_pairs_are_asked_in_turn_and_say_whose_they_are():
    one = pair("a", "b", questions=("A?", "B?", "C?", "D?"), origin="X")
    other = pair("b", "c", questions=("E?",))

    assert questions(pairs=(one,)) == ["A? (X)", "B? (X)", "C? (X)", *ASK]
    assert questions("abc", pairs=(one, other)) == ["A? (X)", "E?", "B? (X)", *ASK]


@pytest.mark.parametrize(
    ("level", "asked"), [(LOW, ['Could "Tie" play a part for me? (X)']), (HARDLY, [])]
)
def test_the_best_link_is_asked_about_where_it_is_more_than_hardly_shown(
    level: Certainty, asked: list[str]
):
    tie = link("a", "b", name="Tie", certainty=level, origin="X")

    assert questions(links=(tie,)) == [*asked, *ASK]


def test_days_with_medicine_are_asked_about_once_unless_only_a_reader_does():
    days = pair("a", "b", questions=("Is it many days a month?",))

    assert questions(pairs=(days,)) == ["Is it many days a month?", ASK[1]]
    assert questions(pairs=(days._replace(origin="X"),))[1:] == ASK


def test_where_care_comes_first_that_is_the_first_step_and_the_first_question():
    careful = area("a", care_first=True)
    page = sheet(made(areas=(careful,)), "a")

    assert questions("a", areas=(careful,)) == ["What comes first?", *ASK]
    assert under(page, "In short")[-1] == (
        "What can I do? Look first. Have new a pain looked at before you try anything else. "
        "The rest is for later."
    )
    assert under(sheet(made(), "a"), "In short")[-1] == "What can I do? Look first."


@pytest.mark.parametrize(("where", "is_told"), [("abc", True), ("abcd", False)])
def test_what_usually_happens_is_told_of_three_areas_at_most(where: str, is_told: bool):
    areas = tuple(area(id_, guidance=GUIDANCE) for id_ in where)
    told = under(sheet(made(areas=areas), where), "What I can try")

    assert any(one.startswith("What usually happens: ") for one in told) is is_told


def test_where_no_area_tells_what_happens_the_pair_does():
    own = pair("a", "b", outlook="It eases [string-2001].", origin="X")

    assert under(sheet(made(pairs=(own,))), "What I can try")[0] == (
        "What usually happens: It eases [1]. (X)"
    )
    guided_one = area("a", guidance=GUIDANCE)
    assert under(sheet(made(areas=(guided_one,), pairs=(own,))), "What I can try")[0] == (
        "What usually happens: It mostly goes within days [1]."
    )


def test_of_one_claim_two_sources_are_cited():
    told = "It eases [string-2001][no-string-2002][third]."
    knowledge = made(pairs=(pair("a", "b", outlook=told),))
    third = knowledge.sources["string-2001"]._replace(id="third")
    page = sheet(knowledge._replace(sources={**knowledge.sources, "third": third}))

    assert under(page, "What I can try")[0] == "What usually happens: It eases [1,2]."


def test_the_diary_has_28_days_an_example_and_room_for_a_count():
    (grid,) = (one for one in sheet(made(), "abcdefg").blocks if isinstance(one, Grid))
    names = [f"The {id_}" for id_ in "abcdefg"]

    assert grid.columns == ("Day", *names, "Medicine", "Sleep")
    assert grid.rows[0] == ("Example", *"6234156", "x", "fair")
    assert grid.rows[1] == ("1", *[""] * 9)
    assert [row[0] for row in grid.rows[1:-1]] == [str(day) for day in range(1, 29)]
    assert grid.rows[-1] == ("Ticks", *"-------", "", "-")
    assert said(grid.in_words).startswith(
        "For each of the 28 days, write down one line: the a, the b, "
    )


def exercises(count: int) -> Handed:
    told = (PracticeExercise(f"Curl {at}", "So.", ("a",), "Never.", "X") for at in range(count))
    return Handed(Practice("Toe House"), None, tuple(told))


def test_what_has_no_room_is_named_unless_the_print_is_large():
    long = "word " * 90
    ways = tuple(approach(f"w{at}", benefits=(GAIN,), steps=long) for at in range(4))
    knowledge = made(approaches=ways)._replace(handed=exercises(5))

    page, large = sheet(knowledge), sheet(knowledge, large=True)

    assert contents(page).left_out == ("name w3", "Curl 4")
    assert "Left out: name w3; Curl 4." in under(page, "What I can try")
    assert not page.is_large
    assert contents(large).left_out == ()
    assert large.is_large
    options = [
        len(one.rows) for each in (page, large) for one in each.blocks if isinstance(one, Options)
    ]
    assert options == [3, 4]


def test_what_is_not_tried_leaves_no_empty_table():
    page = sheet(made())

    assert not [one for one in page.blocks if isinstance(one, Options)]
    assert under(page, "What I can try") == []


def test_where_both_pains_are_a_sign_nothing_is_tried_asked_or_filled_in():
    today = sign("later", TODAY)
    knowledge = made(BOTH, today, approaches=(approach("ap", benefits=(GAIN,)),))
    page = sheet(knowledge._replace(handed=exercises(1)))
    held = contents(page)

    assert not [one for one in page.blocks if isinstance(one, Options | Grid)]
    assert [one.text for one in page.blocks if isinstance(one, Heading)] == ["In short"]
    assert (held.questions, held.exercises, held.left_out) == ((), (), ())


def test_as_data_it_holds_what_it_shows():
    now, today = sign("now"), sign("later", TODAY, sources=("no-string-2002",))
    chosen = (area("a", red_flags=("now",)),)
    knowledge = made(now, today, areas=chosen, approaches=(approach("ap", benefits=(GAIN,)),))
    held = contents(sheet(knowledge._replace(handed=exercises(1)), "a"))

    assert ids(held.areas) == ["a"]
    assert (ids(held.red_flags), ids(held.today)) == (["now"], ["later"])
    assert held.practice == Practice("Toe House")
    assert (ids(held.approaches), ids(held.exercises)) == (["ap"], ["Curl 0"])
    assert ids(held.sources) == ["string-2001", "no-string-2002"]
    assert held.medicine_days == ("Three ticks are not 5 [string-2001].",)
    assert held.summary[0] == "We know of links with no other places."


def test_what_only_the_page_cites_is_among_its_sources():
    told = pair("a", "b", outlook="It eases [no-string-2002].")

    assert ids(contents(sheet(made(pairs=(told,)))).sources) == ["string-2001", "no-string-2002"]


@pytest.mark.parametrize(
    ("where", "title"),
    [
        ("a", "A pain: what is linked with it, and what can I do?"),
        ("ab", "A pain and b pain: are they linked, and what can I do?"),
    ],
)
def test_its_title_is_what_it_answers(where: str, title: str):
    assert sheet(made(), where).title == title
