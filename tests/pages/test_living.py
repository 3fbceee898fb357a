"""What a person can do and expect: today, in some weeks, whom to see, and what is everyday."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest
from typer.testing import Result

from painlink.explain.explanation import everyday_for, explain
from painlink.model.areas import Area
from painlink.model.grades import Certainty, Listed
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION, sentences
from painlink.pages import entry, explanation, listing
from tests.conftest import KNOWLEDGE
from tests.shown import (
    AREAS,
    ASKED,
    ONE_WORKER_MAKES_THEM,
    PAIRS,
    explained,
    explanation_text,
    flowing,
    handout_text,
    text_of,
)
from tests.walks import walk

pytestmark = [pytest.mark.slow, ONE_WORKER_MAKES_THEM]

EVERYDAY = [one for one in KNOWLEDGE.mechanisms.values() if one.everyday]
DRUGS = r"ibuprofen|paracetamol|acetaminophen|aspirin|naproxen|codeine|\bmg\b|milligram|triptan"


def page(asked: tuple[str, ...], *, full: bool = False) -> str:
    return flowing(explanation_text(asked, full=full))


def bare(text: str) -> str:
    """Return *text* without citations, as neither ids nor numbers are words."""
    return " ".join(re.sub(r"\s?\[[\d,]+\]", "", CITATION.sub("", text)).split())


def is_a_sign(two: tuple[str, ...]) -> bool:
    return "is itself one of these signs" in page(two)


@walk(area=list(KNOWLEDGE.areas.values()))
def test_each_area_says_what_to_do_today_whom_to_see_and_what_to_read(area: Area):
    guidance = area.guidance

    assert guidance is not None
    assert 2 <= len(guidance.eases) <= 4
    assert any(one.who == "doctor" for one in guidance.whom)
    assert [KNOWLEDGE.sources[id_].kind for id_ in guidance.pages] == ["patient-page"] * 2


@walk(area=list(KNOWLEDGE.areas.values()))
def test_every_text_of_an_area_names_a_source(area: Area):
    assert area.guidance is not None
    told = (area.guidance.mostly, area.guidance.usually, *area.guidance.eases)
    told += tuple(one.times for one in area.guidance.exercises)

    assert [text for text in told if not CITATION.search(text)] == []


@walk(area=list(KNOWLEDGE.areas.values()))
def test_an_exercise_tells_when_to_stop_and_how_often(area: Area):
    for one in area.guidance.exercises if area.guidance else ():
        assert one.stop_if.startswith("Stop if"), one.name
        assert re.search(r"\d|often|begin", one.times), one.name
        assert len(sentences(one.how)) > 1, one.name


@walk(area=list(KNOWLEDGE.areas.values()))
def test_no_area_names_a_drug(area: Area):
    assert area.guidance is not None
    told = " ".join(
        (area.guidance.usually, *area.guidance.eases, *(one.what for one in area.guidance.whom))
    )

    assert re.findall(DRUGS, told, re.IGNORECASE) == []


@walk(two=PAIRS)
def test_a_page_of_two_areas_serves_both(two: tuple[str, str]):
    if is_a_sign(two):
        return
    text = bare(page(two))
    for area in (KNOWLEDGE.areas[id_] for id_ in two):
        assert area.guidance is not None
        assert bare(area.guidance.usually) in text, f"{area.id}: usually"
        assert f"Today, for the {area.name}: {bare(area.guidance.eases[0])}" in text
        assert f'"{KNOWLEDGE.sources[area.guidance.pages[0]].title}"' in text
    assert "Whom to see: " in text
    assert "doctor for" in text
    ways = (KNOWLEDGE.wording.a_pharmacist, KNOWLEDGE.wording.choice)
    assert sum(bare(way) in text for way in ways) == 1, "what painkillers do and may harm, once"
    assert text.partition("* Ask: ")[2].partition("* Pages")[0].count("?") >= 3


@walk(two=PAIRS)
def test_what_pain_mostly_comes_from_is_told_where_no_link_is_known(two: tuple[str, str]):
    known = explained(two)
    if known.pair or known.links:
        return
    for area in known.areas:
        assert area.guidance is not None
        assert bare(area.guidance.mostly) in bare(page(two))


@walk(two=PAIRS)
def test_nobody_whose_two_pains_are_a_sign_is_told_to_try_something(two: tuple[str, str]):
    if is_a_sign(two):
        assert explained(two).everyday == ()
        assert "Today, for the" not in page(two)


@walk(two=PAIRS)
def test_an_everyday_cause_reaches_both_areas_and_stands_there_once(two: tuple[str, str]):
    for one in explained(two).everyday:
        assert one.everyday is not None
        reached = [KNOWLEDGE.scope(area) & set(one.everyday.areas) for area in two]
        assert all(reached), one.id
        assert len(reached[0] | reached[1]) > 1, one.id
        assert one.id not in {link.mechanism for link in explained(two).links}
        hardly = one.everyday.certainty is Certainty.VERY_LOW
        assert hardly or one.name.casefold() in page(two).casefold()
        assert bare(one.does_not_mean) in bare(page(two, full=True))


@walk(two=PAIRS)
def test_everyday_causes_come_surest_first(two: tuple[str, str]):
    levels = [one.everyday.certainty.rank for one in explained(two).everyday if one.everyday]

    assert levels == sorted(levels)


@walk(two=PAIRS)
def test_everyday_causes_stand_behind_the_signs_and_before_the_links(two: tuple[str, str]):
    if explained(two).everyday:
        parts = ("Get help now if", KNOWLEDGE.wording.everyday, "What you can do")
        places = [page(two).find(part) for part in parts]
        assert places == sorted(places)
        assert places[0] > 0
        links = page(two).find("How they may be linked")
        assert links < 0 or links > places[1]


def test_no_everyday_cause_is_surer_than_its_sources_let_it_be():
    too_sure = [
        one.id
        for one in EVERYDAY
        if one.everyday
        and one.everyday.certainty.rank < Certainty.LOW.rank
        and {KNOWLEDGE.sources[piece.source].kind for piece in one.everyday.evidence}
        <= {"patient-page", "professional-page"}
    ]

    assert too_sure == []


def test_every_everyday_cause_says_why_and_when_it_must_not_wait():
    silent = [one.id for one in EVERYDAY if one.everyday and not one.everyday.why_grade]
    danger = re.compile(r"sign|wait|help|doctor", re.IGNORECASE)
    linking = {tie.mechanism for tie in KNOWLEDGE.register.ties}
    new = [one for one in EVERYDAY if one.id not in linking]

    assert silent == []
    assert [one.id for one in new if not danger.search(one.does_not_mean)] == []


@walk(area=AREAS)
def test_a_page_of_one_area_names_its_exercises_and_the_full_one_tells_them(area: str):
    guidance = KNOWLEDGE.areas[area].guidance

    for one in guidance.exercises if guidance else ():
        assert one.name.casefold() in page((area,)).casefold()
        told = bare(f"{one.how} {one.times} {one.stop_if}")
        assert told in bare(page((area,), full=True))


@walk(two=PAIRS[::7])
def test_a_handout_tells_what_usually_happens_to_both(two: tuple[str, str]):
    if is_a_sign(two):
        return
    for area in (KNOWLEDGE.areas[id_] for id_ in two):
        assert area.guidance is not None
        assert bare(area.guidance.usually) in bare(flowing(handout_text(two)))


def test_an_entry_shows_what_guidance_and_everyday_causes_rest_on(tiny: Knowledge):
    nose, shoe = (
        flowing(text_of(entry.page(tiny, one)))
        for one in (tiny.areas["nose"], tiny.mechanism("shoe"))
    )

    assert "In 12 people a sore nose came from a string" in nose
    assert "Nose lift Lift the nose. Let it down. 5 times [1]. Stop if the nose bleeds." in nose
    assert "it can make these ache at once: toe and sole." in shoe
    assert "In 12 people both ached in a new shoe" in shoe


def test_an_everyday_cause_that_a_link_tells_of_is_not_told_twice(tiny: Knowledge):
    assert [one.id for one in everyday_for(tiny, ["toe", "sole"])] == ["shoe"]
    told = explain(tiny, [tiny.areas["toe"], tiny.areas["sole"]])

    assert "One tight shoe" not in flowing(text_of(explanation.page(tiny, told)))


def test_an_everyday_cause_of_three_pains_is_named_too():
    three = ("lower-back", "pelvis", "head")
    causes = [one.name.casefold() for one in explained(three).everyday]

    assert causes
    assert [name for name in causes if name not in page(three).casefold()] == []


def test_the_list_says_of_an_everyday_cause_how_sure_it_is(tiny: Knowledge):
    shoe = tiny.mechanism("shoe")._replace(links=())
    alone = tiny._replace(mechanisms={"shoe": shoe}, register=tiny.register._replace(ties=()))

    text = flowing(text_of(listing.page(alone, Listed.MECHANISMS)))

    assert "everyday cause, low certainty" in text


@walk(asked=ASKED)
def test_who_can_choose_among_options_is_told_some(asked: tuple[str, ...]):
    text = page(asked)
    told = [one for one in KNOWLEDGE.approaches.values() if f"* {one.name} (" in text]

    assert (bare(KNOWLEDGE.wording.choice) in bare(text)) == bool(told)


@walk(asked=ASKED)
def test_a_page_leaves_the_choice_to_its_reader_or_says_why_it_names_no_option(
    asked: tuple[str, ...],
):
    text, words = bare(page(asked)), KNOWLEDGE.wording
    told = (bare(way) for way in (words.choice, words.held_back, words.few))
    ways = [way.partition("{options}")[0] for way in told]

    both_a_sign = any(is_a_sign(two) for two in combinations(asked, 2))
    assert both_a_sign is not any(way in text for way in ways)


@walk(asked=ASKED)
def test_no_option_is_only_named(asked: tuple[str, ...]):
    """Each that a short page names is told with how, what it does there, and what to mind."""
    text = bare(page(asked)).partition("What you can do")[2]
    named = [one for one in explained(asked).approaches if f"* {one.name}" in text]
    silent = [
        one.id
        for one in named
        if bare(one.summary) not in text
        or not any(bare(benefit.in_brief or "\0") in text for benefit in one.benefits)
    ]

    assert silent == []
    assert "Hardly tested" not in text


@walk(two=PAIRS)
def test_a_page_of_two_areas_tells_of_work_sleep_and_home_with_each(two: tuple[str, str]):
    if is_a_sign(two):
        return
    for area in (KNOWLEDGE.areas[id_] for id_ in two):
        assert area.guidance is not None
        assert bare(area.guidance.in_daily_life or area.id) in bare(page(two)), area.id


def test_nothing_is_said_twice_of_one_approach():
    """A sentence that begins as another one did is the same thing in other words."""
    twice = []
    for one in KNOWLEDGE.approaches.values():
        said = sentences(bare(" ".join(filter(None, (one.summary, one.how, one.example)))))
        starts = [" ".join(sentence.split()[:5]) for sentence in said if len(sentence.split()) > 4]
        twice += [(one.id, start) for start in set(starts) if starts.count(start) > 1]

    assert twice == []


def test_a_word_that_may_mean_something_else_is_told_apart(painlink: Callable[..., Result]):
    said = "If a cold makes your throat sore"

    assert said in flowing(painlink("explain", "knee", "throat").stdout)
    assert said not in flowing(painlink("explain", "knee", "neck").stdout)
