"""Nobody is told the wrong thing about a danger: on the page, the handout and the list of signs.

What belongs to which areas is worked out here from the entries themselves, by the rules that the
model states, so that no code of painlink's is held against itself.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import combinations, permutations

import pytest
from typer.testing import Result

from painlink.explain.explanation import completed
from painlink.model.entries import RedFlag
from painlink.model.grades import Danger, Urgency
from painlink.pages import warnings
from tests.conftest import KNOWLEDGE
from tests.shown import (
    AREAS,
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

ALONE = [(area,) for area in AREAS]
SOME_THREES = list(combinations(AREAS, 3))[::46]
ASKED = [*ALONE, *PAIRS, *SOME_THREES]
FLAGS = KNOWLEDGE.red_flags.values()
FELT_WIDELY = (
    Danger.VESSEL,
    Danger.HEART_OR_LUNG,
    Danger.BRAIN_OR_NERVE,
    Danger.BELLY,
    Danger.PREGNANCY,
)
KINDS = {*Danger} - {
    Danger.INJURY,
    Danger.MEDICINE,
    Danger.GROWTH,
    Danger.SKIN,  # told wherever it belongs to all the areas asked about
    Danger.OTHER,
}

asked_about = walk(asked=ASKED)
of_two = walk(two=PAIRS)


def scope(area: str) -> set[str]:
    return {area, *KNOWLEDGE.parts(area)}


def stands_across(groups: tuple[tuple[str, ...], ...], two: tuple[str, str]) -> bool:
    one, other = map(scope, two)
    return any(one & set(a) and other & set(b) for a, b in permutations(groups, 2))


def belongs(flag: RedFlag, asked: tuple[str, ...]) -> bool:
    met = set().union(*map(scope, asked))
    named = {id_ for area in met for id_ in KNOWLEDGE.areas[area].red_flags}
    together = flag.combination and all(met & set(group) for group in flag.combination)
    return bool(met & set(flag.areas) or flag.id in named or together)


@cache
def is_a_sign(two: tuple[str, str]) -> bool:
    pair = KNOWLEDGE.pair(*two)
    by_flag = any(stands_across(flag.both_is_a_sign, two) for flag in FLAGS)
    return by_flag or bool(pair and pair.both_is_a_sign)


@cache
def felt_in_both(two: tuple[str, str]) -> list[RedFlag]:
    """Return the signs of a danger that is felt in *two*; what pills do is not felt."""
    return [flag for flag in FLAGS if flag.danger is not Danger.MEDICINE and is_felt(flag, two)]


def is_felt(flag: RedFlag, two: tuple[str, str]) -> bool:
    if flag.combination:
        return flag.urgency is not Urgency.SOON and stands_across(flag.combination, two)
    named = all(scope(area) & set(flag.areas) for area in two)
    return flag.urgency is Urgency.EMERGENCY and flag.danger in FELT_WIDELY and named


@cache
def page(asked: tuple[str, ...]) -> str:
    return flowing(explanation_text(asked))


@cache
def handout(asked: tuple[str, ...]) -> str:
    return flowing(handout_text(asked))


@cache
def signs(asked: tuple[str, ...]) -> str:
    areas = tuple(KNOWLEDGE.areas[area] for area in asked)
    return flowing(text_of(warnings.page(KNOWLEDGE, areas)))


def notice(asked: tuple[str, ...]) -> str:
    """Return the warning that opens a page, whatever the case of its letters."""
    told = page(asked).partition("Get help now if")[2].partition("Every sign, ")[0]
    return told.casefold()


def is_told(flag: RedFlag, text: str) -> bool:
    """Return whether *flag* is named in *text*: whole, by its name or in few words."""
    short = flag.short.rstrip(".")
    ways = (flag.sign, flag.name, short, re.sub(r" \([^)]*\)", "", short))
    return any(way.casefold() in text for way in ways)


def with_its_line(flag: RedFlag) -> bool:
    """Return whether a line that stands on every page speaks of *flag*."""
    return flag.urgency is Urgency.EMERGENCY and flag.danger is Danger.MEDICINE


# A. Having the two pains is the sign


@of_two
def test_where_both_pains_are_a_sign_each_page_says_so_and_never_that_most_have_none(
    two: tuple[str, str],
):
    for made in (page, handout, signs):
        text = made(two)
        assert ("is itself one of these signs" in text) is is_a_sign(two), made.__name__
        calms = re.search(r"[Mm]ost people( with [a-z ]+)? have none", text)
        assert bool(calms) is not is_a_sign(two), made.__name__


@walk(other=["lower-back", "back", "upper-back", "thigh", "knee", "foot", "lower-leg", "leg"])
def test_chest_pain_with_back_or_leg_pain_is_a_sign(other: str):
    (two,) = (two for two in PAIRS if set(two) == {"chest", other})

    assert "Having both pains is itself one of these signs." in page(two)
    assert "get help now" in page(two).casefold()


# B. A danger is felt in both


@of_two
def test_no_page_says_that_nothing_joins_two_areas_in_both_of_which_a_danger_is_felt(
    two: tuple[str, str],
):
    if felt_in_both(two):
        assert "no direct link" not in page(two)
        assert "no direct link" not in handout(two)
        assert KNOWLEDGE.wording.verdict_none not in page(two)


@of_two
def test_the_verdict_points_at_an_emergency_that_is_felt_in_both(two: tuple[str, str]):
    if any(flag.urgency is Urgency.EMERGENCY for flag in felt_in_both(two)):
        verdict = explained(two).verdict
        ways = ("signs below first", "emergency", "doctor today", "get help now")
        assert any(way in verdict for way in ways), verdict


@of_two
def test_a_short_answer_by_rule_begins_with_the_danger(two: tuple[str, str]):
    pair = KNOWLEDGE.pair(*two)
    if pair is None and (is_a_sign(two) or felt_in_both(two)):
        words = KNOWLEDGE.wording
        first = words.both_is_a_sign if is_a_sign(two) else words.look_above_first
        assert f"The short answer * {first}" in page(two)


# C. Care comes first


def wants_care(two: tuple[str, str]) -> bool:
    careful = any(KNOWLEDGE.areas[area].care_first for area in two)
    pressing = (Danger.HEART_OR_LUNG, Danger.VESSEL)
    felt = any(flag.danger in pressing for flag in felt_in_both(two))
    return careful or felt or any(link.danger for link in explained(two).links)


@of_two
def test_care_comes_before_any_self_help_where_the_links_or_the_signs_ask_for_it(
    two: tuple[str, str],
):
    if not wants_care(two) or is_a_sign(two):
        return
    for made in (page, handout):
        text = made(two)
        first = text.find("before you try anything else")
        helps = [text.find(f" {one.name}") for one in explained(two).approaches]
        assert first > 0, made.__name__
        assert all(place < 0 or first < place for place in helps), made.__name__


@of_two
def test_care_says_who_to_see_and_by_when(two: tuple[str, str]):
    if not is_a_sign(two) and wants_care(two):
        assert re.search(r"[Ss]ee a doctor (today|in the next days), before you try", page(two))


@of_two
def test_where_both_pains_are_a_sign_nobody_is_told_that_anything_can_wait(two: tuple[str, str]):
    if is_a_sign(two):
        assert KNOWLEDGE.wording.both_is_a_sign in page(two).partition("Get help now")[0]
        for made in (page, handout):
            assert "See or call a doctor today for" not in made(two), made.__name__
            assert "days or weeks for" not in made(two), made.__name__


@asked_about
def test_a_new_or_changed_headache_is_seen_before_anything_is_tried(asked: tuple[str, ...]):
    if "head" in asked:
        for text in (page(asked), handout(asked)):
            today = text.find("see a doctor today, before you try anything else")
            days = text.find("A new or changed headache: see a doctor in the next days, sooner")
            told = max(today, days)  # who is seen today is not told of the next days
            helps = [text.find(f" {one.name}") for one in explained(asked).approaches]
            assert told > 0
            assert all(place < 0 or told < place for place in helps)


# D. What needs a doctor today, and when it is an emergency


@asked_about
def test_no_sign_for_today_hides_what_makes_it_an_emergency(asked: tuple[str, ...]):
    text = notice(asked)
    today = text.partition("see or call a doctor today for: ")[2].partition("see a doctor within")[
        0
    ]
    hidden = [
        (flag.id, worse.id)
        for flag in FLAGS
        if flag.urgency is Urgency.URGENT and flag.name in today
        for worse in map(KNOWLEDGE.red_flags.__getitem__, flag.turns_into)
        if worse.urgency is Urgency.EMERGENCY and belongs(worse, asked)
        if not with_its_line(worse) and not is_told(worse, text)
    ]

    assert today or len(asked) > 1
    assert hidden == []


def test_a_sign_turns_only_into_more_urgent_ones():
    ranks = {flag.id: flag.urgency.rank for flag in FLAGS}

    assert [
        (flag.id, id_) for flag in FLAGS for id_ in flag.turns_into if ranks[id_] >= ranks[flag.id]
    ] == []


# E. Every sign has a page


def test_every_sign_is_named_on_the_page_of_some_area_or_pair():
    pages = [notice(asked) for asked in (*ALONE, *PAIRS)]

    unnamed = [
        flag.id
        for flag in FLAGS
        if not with_its_line(flag) and not any(is_told(flag, text) for text in pages)
    ]

    assert unnamed == []


@walk(asked=ASKED)
def test_programs_get_every_sign_that_leads_a_page_whole(asked: tuple[str, ...]):
    told = completed(KNOWLEDGE, explained(asked))
    ids = {id_ for group in told.leading for id_ in group}

    assert ids - {flag.id for flag in told.red_flags} == set()


@walk(area=AREAS)
def test_the_page_of_one_area_names_all_its_emergencies_of_grown_ups(area: str):
    text = notice((area,))

    assert [
        flag.id
        for flag in FLAGS
        if belongs(flag, (area,)) and flag.urgency is Urgency.EMERGENCY
        if not flag.of_children and not with_its_line(flag) and not is_told(flag, text)
    ] == []


@asked_about
def test_each_kind_of_danger_is_among_the_emergencies_of_a_page(asked: tuple[str, ...]):
    text = notice(asked)
    emergencies = [
        flag
        for flag in FLAGS
        if flag.urgency is Urgency.EMERGENCY and not flag.of_children and belongs(flag, asked)
    ]
    kinds = {flag.danger for flag in emergencies} & KINDS

    assert kinds - {flag.danger for flag in emergencies if is_told(flag, text)} == set()


@asked_about
def test_every_page_speaks_of_medicines_of_injuries_and_of_what_can_wait_some_days(
    asked: tuple[str, ...],
):
    waits = not any(is_a_sign(two) for two in combinations(asked, 2))
    for text in (page(asked), handout(asked)):
        assert KNOWLEDGE.wording.medicines in text
        assert "Injury: " in text or KNOWLEDGE.wording.injury in text
        assert ("See a doctor within days or weeks for: " in text) is waits


# What stands where


@walk(asked=[*ALONE, *PAIRS])
def test_the_first_screen_shows_title_verdict_and_three_emergency_signs(asked: tuple[str, ...]):
    screen = flowing("\n".join(explanation_text(asked).splitlines()[:24]))
    whole = [flag for flag in FLAGS if flag.sign in screen]

    assert "linked" in screen.partition("?")[0]
    assert flowing(explained(asked).verdict) in screen
    assert len([flag for flag in whole if flag.urgency is Urgency.EMERGENCY]) >= 3


@asked_about
def test_a_page_with_numbers_says_that_going_together_is_not_causing(asked: tuple[str, ...]):
    ways = (KNOWLEDGE.wording.not_causing, "does not prove that one causes the other")

    assert any(way in page(asked) for way in ways)
    assert any(way in handout(asked) for way in (*ways, "does not prove that one pain causes"))


@of_two
def test_rare_but_serious_links_stand_apart(two: tuple[str, str]):
    dangers = [link.name for link in explained(two).links if link.danger]
    apart = page(two).partition("erious; if a sign above fits, act on it first: ")[2]

    assert [name for name in dangers if name.casefold() not in apart.casefold()] == []


def test_pages_of_two_areas_have_no_more_than_100_lines_on_average():
    lines = [len(explanation_text(two, form="terminal").splitlines()) for two in PAIRS]

    assert sum(lines) / len(lines) <= 100


@of_two
def test_no_emergency_of_both_areas_is_left_off_their_page(two: tuple[str, str]):
    text = page(two)
    of_both = [
        flag
        for flag in FLAGS
        if flag.urgency is Urgency.EMERGENCY
        and flag.danger is not Danger.MEDICINE  # these have a line of their own
        and not flag.of_children
        and set(two) <= set(flag.areas)
    ]
    in_few_words = [flag.short.removesuffix(".")[1:] for flag in of_both]

    assert [
        flag.id
        for flag, few in zip(of_both, in_few_words, strict=True)
        if flag.sign not in text and few not in text
    ] == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("saddle area", "numb genitals or bottom"),
        ("no headache", "sudden, very bad headache"),
        ("head back knee hip ear jaw neck chest", "heavy or spreading chest pain"),
    ],
    ids=["asked back", "left out", "too many"],
)
@pytest.mark.parametrize("command", ["explain", "handout", "redflags"])
def test_a_refusal_that_names_an_area_shows_its_signs(
    painlink: Callable[..., Result], command: str, text: str, sign: str
):
    refused = painlink(command, text)

    assert refused.exit_code != 0
    assert sign in refused.stderr
    assert "Call your local emergency number" in refused.stderr


@pytest.mark.parametrize("area", AREAS)
def test_the_list_of_signs_begins_with_those_that_lead_the_page(area: str):
    listed = warnings.page(KNOWLEDGE, (KNOWLEDGE.areas[area],)).contents()
    assert isinstance(listed, warnings.WarningSigns)
    first = next(flag for flag in listed.red_flags if not flag.combination)

    assert first.sign in page((area,)) or first.short.removesuffix(".")[1:] in page((area,))
