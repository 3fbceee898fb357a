"""People made up for these tests find themselves among the warning signs, soon enough.

And what a page says about how soon somebody should be seen, it says the same way everywhere.
"""

import re
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from painlink.explain.leading import leading
from painlink.explain.red_flags import red_flags
from painlink.model.entries import RedFlag
from painlink.model.grades import Danger, Urgency
from tests.conftest import KNOWLEDGE
from tests.shown import AREAS, ONE_WORKER_MAKES_THEM, PAIRS, explained, explanation_text, flowing
from tests.walks import walk

pytestmark = [pytest.mark.slow, ONE_WORKER_MAKES_THEM]

STORIES = yaml.safe_load((Path(__file__).parent / "stories.yaml").read_text("utf-8"))
FLAGS = KNOWLEDGE.red_flags
WIDESPREAD = [two for two in PAIRS if "widespread" in two]
THREES = list(combinations(AREAS, 3))[::23]

of_two = walk(two=PAIRS)


@cache
def lines(asked: tuple[str, ...]) -> dict[str, str]:
    """Return the warning that opens a page, by how soon somebody should be seen."""
    page = flowing(explanation_text(asked))
    notice = page.partition("Get help now if")[2].partition("Every sign, ")[0].casefold()
    now, _, rest = notice.partition("see or call a doctor today for: ")
    today, _, soon = rest.partition("see a doctor within days or weeks for: ")
    return {"now": now, "today": today, "soon": soon}


def ordered(areas: list[str]) -> tuple[str, ...]:
    return tuple(area for area in AREAS if area in areas)


@pytest.mark.parametrize("told", STORIES, ids=[one["story"][:40] for one in STORIES])
def test_who_tells_this_story_finds_herself(told: dict[str, Any]):
    found = lines(ordered(told["areas"]))

    missing = [
        (when, words)
        for when in ("now", "today", "soon")
        for words in told.get(when, ())
        if words.casefold() not in found[when]
    ]

    assert missing == []


# What a sign for the next days or weeks can turn into


@walk(asked=[*((area,) for area in AREAS), *PAIRS])
def test_a_sign_that_can_wait_says_what_makes_it_one_for_today(asked: tuple[str, ...]):
    here = {flag.id for flag in red_flags(KNOWLEDGE, asked)}
    text = lines(asked)
    hidden = []
    for flag in leading(KNOWLEDGE, asked).for_soon:
        worse = [FLAGS[id_] for id_ in flag.turns_into if id_ in here]
        urgent = [one for one in worse if one.urgency is Urgency.URGENT][:1]
        hidden += [(flag.id, one.id) for one in urgent if not is_told(one, text)]

    assert hidden == []


def is_told(flag: RedFlag, text: dict[str, str]) -> bool:
    ways = (flag.name.casefold(), flag.short.rstrip(".").casefold())
    return any(way in text[when] for way in ways for when in ("today", "soon"))


# Signs of all the areas asked about


@walk(asked=[*PAIRS, *THREES])
def test_a_sign_of_few_areas_stands_where_all_asked_about_are_among_them(asked: tuple[str, ...]):
    if "is itself one of these signs" in flowing(explanation_text(asked)):
        return  # who is to call now is told of nothing that can wait
    scopes = [{area, *KNOWLEDGE.parts(area)} for area in asked]
    told = {*leading(KNOWLEDGE, asked).for_today, *leading(KNOWLEDGE, asked).for_soon}
    few = {Urgency.URGENT: 5, Urgency.SOON: 6}
    of_all = [
        flag
        for flag in FLAGS.values()
        if len(flag.areas) <= few.get(flag.urgency, 0) or flag.danger is Danger.SKIN
        if flag.urgency is not Urgency.EMERGENCY and not flag.of_children
        if all(scope & set(flag.areas) for scope in scopes)
    ]

    assert [flag.id for flag in of_all if flag not in told] == []


@walk(other=[area for area in AREAS if area != "head"])
def test_every_page_with_a_headache_speaks_of_raised_pressure(other: str):
    today = lines(ordered(["head", other]))["today"]

    assert "headache: vomiting, dim sight, or worst lying or straining" in today


# What the verdict says, the rest of the page says too


@of_two
def test_what_comes_first_is_as_soon_as_the_verdict_says(two: tuple[str, str]):
    verdict = explained(two).verdict
    helps = flowing(explanation_text(two)).partition("What you can do")[2]

    when = {"a doctor today": "today", "a doctor soon": "in the next days"}
    for said, first in when.items():
        if said in verdict:
            assert f"see a doctor {first}, before you try anything else" in helps.casefold()


@of_two
def test_a_sign_that_the_verdict_names_stands_in_its_line(two: tuple[str, str]):
    verdict = explained(two).verdict
    signs = leading(KNOWLEDGE, two)
    for when, flags in (("today", signs.for_today), ("soon", signs.for_soon)):
        if f"a doctor {when}" in verdict:
            shared = [len(stems(verdict) & stems(f"{flag.name} {flag.sign}")) for flag in flags]
            assert max(shared) > 1, verdict


def stems(text: str) -> set[str]:
    """Return how the telling words of *text* begin."""
    dull = {"doct", "toda", "need", "with", "from", "that", "they", "when", "prob"}
    return {word[:4] for word in re.findall(r"[a-z]{4,}", text.lower())} - dull


@walk(joint=["hip", "leg", "thigh", "knee", "lower-leg", "foot", "buttock"])
def test_pills_for_a_joint_can_bleed_in_the_belly_and_the_verdict_says_so(joint: str):
    asked = ordered(["abdomen", joint])

    assert explained(asked).verdict.startswith(KNOWLEDGE.wording.danger_of_pills)
    assert "no link between the two" not in explained(asked).verdict
    assert "black poo" in lines(asked)["now"]


# Medicines have one line


@walk(asked=[("widespread",), *WIDESPREAD])
def test_what_medicines_can_do_is_told_once(asked: tuple[str, ...]):
    signs = leading(KNOWLEDGE, asked)

    told = [flag.id for flag in (*signs.now, *signs.also) if flag.danger is Danger.MEDICINE]
    assert told == []
    assert KNOWLEDGE.wording.medicines.casefold() in lines(asked)["now"]


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("med-paracetamol-too-much", "Took too much?"),
        ("med-nsaid-bleed", "Black poo, vomited blood?"),
        ("allergic-reaction", "Swollen lips, hives"),
        ("rash-blisters", "blisters?"),
        ("med-serotonin", "Hot, shaky, muddled"),
        ("med-opioid-overdose", "hard to wake?"),
        ("chemo-fever", "Fever after chemo?"),
        ("steroid-crisis", "Faint on steroids?"),
        (
            "med-baclofen-stop",
            "baclofen, diazepam, gabapentin or steroids stopped or running out: ",
        ),
    ],
)
def test_the_line_of_medicines_speaks_of_each_of_their_emergencies(sign: str, words: str):
    of_medicines = {
        flag.id
        for flag in FLAGS.values()
        if flag.danger is Danger.MEDICINE and flag.urgency is Urgency.EMERGENCY
    }

    assert words in KNOWLEDGE.wording.medicines
    assert sign in of_medicines
    assert len(of_medicines) == 9
