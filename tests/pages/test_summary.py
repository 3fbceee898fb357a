"""The three short answers, word by word: of one area, of a pair, of links alone and of nothing."""

from typing import Any

import pytest

from painlink.explain.explanation import outline
from painlink.model.entries import Answer
from painlink.model.grades import Certainty, Danger
from painlink.model.knowledge import Knowledge
from painlink.pages.summary import short_answers
from tests.explain.made import link, made, mechanism, pair, sign

TOGETHER, CAUSE = "Do they go together? ", "Does one cause the other? "
BEST, MATTERS = "Which link is best shown? ", "What matters most? "
DANGERS = "Some dangers can be felt in these places, so look at the warning signs above first."
REAL = "Your pain is still real in every place, and may need care."
NO_PROOF = "A link does not prove that one pain causes the other."
NOTHING = "Nothing is well shown: what has been looked at is very uncertain."
FELT = sign("felt", combination=(("a",), ("b",)))
TUG = mechanism("tug")
LINK = link("a", "b", name="A tug", summary="It may.", certainty=Certainty.LOW)


def answers(knowledge: Knowledge, ids: str = "ab") -> list[tuple[str, str]]:
    areas = [knowledge.areas[id_] for id_ in ids]
    return list(short_answers(knowledge, outline(knowledge, areas)))


@pytest.mark.parametrize(("links", "others"), [((), "no"), ((LINK, link("c", "a")), "2")])
def test_of_one_area_it_counts_the_other_places(links, others: str):
    told = answers(made(mechanisms=(TUG,), links=links), "a")

    assert told[:2] == [
        ("What else may be linked? ", f"We know of links with {others} other places."),
        ("Does a link prove a cause? ", f"No. {NO_PROOF}"),
    ]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("They often do, in all of the places.", "They often do, in all of the places."),
        ("They do. Often, that is. So it is.", "They do. Often, that is."),
        ("They do.", "They do."),
        ("They often do in all of it: 9 of 12 people [one].", "They often do in all of it [one]."),
        *((told, told) for told in ["They often do in all of it: most people [o-1]."]),
    ],
)  # fmt: skip
def test_of_a_pair_it_tells_the_first_sentence_without_its_figures(answer: str, told: str):
    one = pair(
        "a", "b", together=Answer(answer, Certainty.LOW), untested="Nobody has tried any of it."
    )
    own = one._replace(
        cause=Answer("Nobody has seen which comes first.", Certainty.LOW), origin="X"
    )
    not_causing = made().wording.not_causing

    assert answers(made(pairs=(own,))) == [
        (TOGETHER, f"{told} (X)"),
        (CAUSE, f"Nobody has seen which comes first. (X) {not_causing}"),
        ("What is not known? ", "Nobody has tried any of it. (X)"),
    ]


@pytest.mark.parametrize(
    ("certainty", "told"),
    [(Certainty.LOW, "A tug. It may. (X)"), (Certainty.VERY_LOW, NOTHING)],
)
def test_of_links_it_names_the_best_that_is_no_danger(certainty: Certainty, told: str):
    danger = link("b", "a", danger=Danger.EYE, certainty=Certainty.HIGH)
    links = (danger, LINK._replace(certainty=certainty, origin="X"))

    assert answers(made(mechanisms=(TUG,), links=links)) == [
        (TOGETHER, "We have no figures for all of these together."),
        (CAUSE, NO_PROOF),
        (BEST, told),
    ]


def test_of_three_areas_it_says_between_which_the_best_link_is():
    assert answers(made(mechanisms=(TUG,), links=(LINK,)), "abc")[-1] == (
        *(BEST, "A tug (the a and the b). It may."),
    )


@pytest.mark.parametrize(("flags", "told"), [((), REAL), ((FELT,), DANGERS)])
def test_of_nothing_known_it_names_the_dangers_that_are_felt_in_both(flags: Any, told: str):
    knowledge = made(*flags)
    about = knowledge.about._replace(no_link="First. We know of none.")

    assert answers(knowledge._replace(about=about)) == [
        ("Are they linked? ", "We know of no everyday link between the the a and the the b."),
        (CAUSE, "We know of none."),
        (MATTERS, told),
    ]


def test_own_entries_hide_no_danger():
    laid = made(FELT, mechanisms=(TUG,), links=(LINK,), beneath=made(FELT))

    assert [asked for asked, _ in answers(laid)] == [TOGETHER, CAUSE, MATTERS, BEST]
    assert dict(answers(laid))[MATTERS] == DANGERS
