"""Whom one sees for what, what one asks there and what one reads, word by word."""

from typing import Any

import pytest

from painlink.explain.explanation import outline
from painlink.model.areas import Area, Professional, guided
from painlink.model.knowledge import Knowledge
from painlink.pages.parts.citing import Citations
from painlink.pages.sections.seeing import elsewhere, to_ask, to_choose, to_read, whom_to_see
from tests.conftest import TINY_KNOWLEDGE
from tests.explain.made import approach, area, made, pair
from tests.pages.test_signs import said

((_, GUIDANCE),) = guided(TINY_KNOWLEDGE.areas.values())
PHARMACIST = "Whom to see: pharmacist for a safe pain medicine now and then"


def guided_area(id_: str, *whom: tuple[str, str], origin: str | None = None, **more: Any) -> Area:
    seen = tuple(Professional(who, what) for who, what in whom)
    return area(id_, guidance=GUIDANCE._replace(whom=seen, **more), origin=origin)


def seen(*areas: Area) -> str:
    knowledge = made(areas=areas)
    return said(whom_to_see(knowledge, areas, Citations(knowledge)))


def test_whoever_is_nearest_comes_first_and_who_is_in_no_list_last():
    told = seen(guided_area("a", ("doctor", "x"), ("sailor", "y [string-2001]"), ("dentist", "z")))

    assert told == f"{PHARMACIST}; dentist for z; doctor for x; sailor for y [1]."


def test_what_is_said_of_all_the_pains_names_none_of_them():
    bad = [guided_area(id_, ("doctor", f"bad {id_} pain")) for id_ in "ab"]
    rest = guided_area("c", ("doctor", "some rest"), origin="X")

    assert seen(bad[0]) == f"{PHARMACIST}; doctor for bad a pain."
    assert seen(*bad) == f"{PHARMACIST}; doctor for bad pain."
    assert seen(*bad, rest) == (
        f"{PHARMACIST}; doctor for bad a pain or b pain or some rest. (X)"
    )  # fmt: skip
    assert seen(rest, rest._replace(id="d")) == f"{PHARMACIST}; doctor for some rest. (X)"


def test_painkillers_are_told_once_among_the_options_where_there_are_some():
    areas = (guided_area("a", ("doctor", "x")), guided_area("b", ("pharmacist", "drops")))
    knowledge = made(areas=areas)

    told = said(whom_to_see(knowledge, areas, Citations(knowledge), offered=True))

    assert told == "Whom to see: pharmacist for drops; doctor for x."


def test_without_guidance_nobody_is_named():
    assert seen(area("a")) == ""


def choice(
    knowledge: Knowledge, *, options: int = 2, offered: bool = False, held_back: bool = False
) -> str:
    untold = [approach(f"{at}") for at in range(options)]
    citations = Citations(knowledge)
    return said(to_choose(knowledge, untold, citations, offered=offered, held_back=held_back))


def led_on(careful: str, offered: str) -> list[str]:
    """Return where options are told, if the page tells one for each area of *offered*."""
    knowledge = made()
    areas = [knowledge.areas[id_]._replace(care_first=id_ in careful) for id_ in "ab"]
    gain = approach("x").benefits[0]
    told = [approach("x", benefits=(gain._replace(areas=(id_,)),)) for id_ in offered]
    return [said(one) for one in elsewhere(knowledge, areas, told)]


def test_the_choice_is_the_readers_and_what_is_not_told_can_be_asked_about():
    knowledge = made()
    words = knowledge.wording._replace(few="Ask about {options}c.", held_back="Later: {options}c.")
    knowledge = knowledge._replace(wording=words)

    assert choice(knowledge, offered=True, held_back=True) == (
        f"No sign fits? Choose with a pharmacist or doctor: {words.choice}"
    )
    assert choice(knowledge, options=0) == "Your choice: Ask about c."
    assert choice(knowledge) == "Your choice: Ask about name 0; name 1; c."
    assert choice(knowledge, held_back=True) == "Your choice: Later: name 0; name 1; c."


def test_where_one_area_is_looked_at_first_it_is_told_where_the_options_for_another_are():
    assert led_on("b", "") == led_on("b", "b") == ["Then, for a pain: painlink explain a"]
    assert led_on("b", "a") == led_on("ab", "") == led_on("", "") == []


@pytest.mark.parametrize("count", [2, 3, 4])
def test_three_questions_of_a_pair_are_told_at_most_and_what_waiting_does(count: int):
    own = pair("a", "b", questions=tuple(f"Q{at}?" for at in range(count)), origin="X")
    knowledge = made(pairs=(own,))
    known = outline(knowledge, [knowledge.areas["a"], knowledge.areas["b"]])
    asked = {2: "Q0? Q1?", 3: "Q0? Q1? Q2?", 4: "Q0? Q1? Q2?"}[count]

    assert said(to_ask(knowledge, known)) == f"Ask: {asked} What may happen if I wait? (X)"
    assert said(to_ask(knowledge, known._replace(pair=None))) == (
        "Ask: Could one thing be behind both? What may happen if I wait?"
    )


def test_a_page_for_each_area_and_each_group_once_say_whose_they_are_and_lead_there():
    areas = (
        guided_area("a", pages=("p", "q"), group="q"),
        guided_area("b", pages=("q",), group="r"),
        guided_area("c", pages=("p",), group="q"),
        guided_area("d", pages=("r",)),
    )
    knowledge = made(areas=areas)
    one = knowledge.sources["string-2001"]._replace(container=None, authors="Q. Au", doi=None)
    pages = {
        "p": one._replace(title="P", container="A site", url="https://p.example"),
        "q": one._replace(title="Q", origin="X", url="https://q.example"),
        "r": one._replace(title="R", authors=None),
    }
    told = to_read(knowledge._replace(sources=pages), areas)

    assert said(told) == ('To read: "P", A site; "Q", Q. Au (X); "R". Groups: Q. Au (X); R.')
    assert [(span.text, span.address) for span in told if span.address] == [
        *(('"P"', "https://p.example"), ('"Q"', "https://q.example")),
        ("Q. Au", "https://q.example"),
    ]
    assert to_read(knowledge, [area("a"), guided_area("b", pages=())]) == ()
