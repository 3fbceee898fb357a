"""The founding question, `painlink explain back headache`: what its page promises."""

import re
from collections.abc import Callable

import pytest
from typer.testing import Result

from painlink.explain.explanation import explain
from painlink.model.grades import Certainty
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
from tests.shown import explanation_text

FOUNDING = [
    "muscle-tension",
    "posture",
    "nerve-irritation",
    "stress-and-pain-perception",
    "central-sensitization",
    "medication-side-effects",
]


@pytest.fixture(scope="module")
def page(painlink: Callable[..., Result]) -> str:
    return painlink("explain", "back", "headache").stdout


@pytest.mark.parametrize("form", ["plain", "terminal"])
def test_it_has_at_most_120_lines_at_eighty_columns(form: str):
    assert len(explanation_text(("back", "head"), form=form).splitlines()) <= 120


def test_its_parts_come_in_this_order(page: str):
    parts = [
        "Back pain and headache: are they linked?",
        "They probably come together often.",
        "No diagnosis, no doses.",
        "Get help now if you have any of these",
        "See or call a doctor today",
        "See a doctor within days or weeks",
        "The short answer",
        "Going together is not",
        "How they may be linked",
        "best shown first, not likeliest first",
        "Not supported",
        "What you can do",
        "more: painlink explain back head --full",
        "Sources",
        "By contributors.",
        "painlink is for learning",
    ]

    flat = " ".join(page.split())
    places = [flat.index(part) for part in parts]

    assert places == sorted(places)


def test_the_links_stand_in_falling_certainty_and_each_says_it(page: str):
    part = page[page.index("How they may be linked") : page.index("Not supported")]
    told = re.findall(r"^  \* .*?(?=^  \* |\Z)", part, re.MULTILINE | re.DOTALL)
    levels = [
        re.findall(r"\b(high|moderate|very low|low)\b", item.lower())[:1] for item in told[:-2]
    ]

    assert levels == [["moderate"], ["moderate"], ["low"], ["very low"]]


@pytest.mark.parametrize("mechanism", FOUNDING)
def test_each_founding_mechanism_has_an_honest_grade_for_back_and_head(
    knowledge: Knowledge, mechanism: str
):
    known = explain(knowledge, [knowledge.areas["back"], knowledge.areas["head"]])

    assert mechanism in {link.mechanism for link in (*known.links, *known.unsupported)}


@pytest.mark.parametrize("mechanism", FOUNDING)
def test_the_default_page_tells_of_each_founding_mechanism(
    knowledge: Knowledge, page: str, mechanism: str
):
    known = explain(knowledge, [knowledge.areas["back"], knowledge.areas["head"]])
    flat = re.sub(r" \[[\d,]+\]", "", " ".join(page.lower().split()))
    told = [
        CITATION.sub("", link.in_truth or link.name).lower()
        for link in (*known.links, *known.unsupported)
        if link.mechanism == mechanism
    ]

    assert any(text in flat for text in told)


def test_the_name_of_a_mechanism_stands_there_once(knowledge: Knowledge, page: str):
    flat = " ".join(page.split())
    names = {mechanism.name.lower() for mechanism in knowledge.mechanisms.values()}

    assert [name for name in names if flat.count(f"({name})") > 1] == []


def test_a_story_that_does_not_hold_is_told_as_what_holds(page: str):
    told = " ".join(page.partition("Not supported")[2].partition("What you can do")[0].split())

    assert "A low-back disc sends pain to the head" not in told
    assert "A low-back disc or nerve is not shown to give you a headache" in told


def test_no_grade_stands_alone_and_seeing_somebody_has_none(page: str):
    flat = " ".join(page.partition("What you can do")[2].split())

    assert "(low)" not in flat
    assert "(back: moderate; head: low)" in flat
    assert "See a health worker" not in flat
    assert "physiotherapist for exercises; doctor for bad or lasting pain" in flat


@pytest.mark.parametrize(
    "link",
    [
        "lower-back--head--nerve-irritation",
        "back--head--posture-correct",
        "back--head--medication-side-effects-never-headaches",
    ],
)
def test_what_does_not_hold_is_shown_as_not_supported(knowledge: Knowledge, link: str):
    known = explain(knowledge, [knowledge.areas["back"], knowledge.areas["head"]])

    assert link in [one.id for one in known.unsupported]


def test_back_to_neck_to_head_is_shown_as_a_chain(page: str):
    assert "Back to neck to head (a chain: very low): very low [" in page


def test_going_together_and_causing_are_two_answers(knowledge: Knowledge):
    pair = knowledge.pairs["back--head"]

    assert pair.together.certainty is Certainty.MODERATE
    assert pair.cause.certainty is Certainty.VERY_LOW


def test_medicine_is_counted_in_days_and_asked_about_before_a_change(page: str):
    flat = " ".join(page.split())

    assert "Count medicine days, not pills" in flat
    assert "Tick days, for any pain. " in flat
    assert "from 10 a month, ask a pharmacist" in flat
    assert "10 days a month (15 of plain pills) probably bring more" in flat
    assert "Ask before you change" in flat


def test_both_day_limits_are_told_in_full_with_an_example(painlink: Callable[..., Result]):
    flat = " ".join(painlink("explain", "back", "headache", "--full").stdout.split())

    assert "That is 2 days toward the 10" in flat
    assert "10 days a month" in flat
    assert "15" in flat


def test_the_same_two_areas_give_the_same_page_in_either_order(
    painlink: Callable[..., Result], page: str
):
    assert painlink("explain", "headache", "back").stdout == page
