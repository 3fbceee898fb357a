"""What the knowledge that painlink ships with promises as a whole."""

import re
from collections.abc import Iterator

import pytest

from painlink.explain.explanation import cited, explain
from painlink.explain.red_flags import red_flags
from painlink.model.entries import Evidence
from painlink.model.grades import Certainty, Direction, Urgency
from painlink.model.texts import CITATION
from tests.conftest import KNOWLEDGE
from tests.walks import walk

pytestmark = pytest.mark.slow

FOUNDING_AREAS = [
    "head",
    "face",
    "jaw",
    "neck",
    "back",
    "upper-back",
    "lower-back",
    "shoulder",
    "hip",
    "buttock",
    "widespread",
]
FOUNDING_MECHANISMS = {
    "muscle-tension": "Muscle tension",
    "posture": "Posture",
    "nerve-irritation": "Nerve irritation",
    "stress-and-pain-perception": "Stress and pain perception",
    "central-sensitization": "Central sensitization",
    "medication-side-effects": "Medication side effects",
}
ADDED_MECHANISMS = [
    "shared-nerve-wiring",
    "poor-sleep",
    "whole-body-chain",
    "spinal-fluid-leak",
    "inflammatory-disease",
    "guarding",
]
WHOLE_BODY = [
    *FOUNDING_AREAS,
    *("ear", "chest", "arm", "elbow", "wrist-hand", "abdomen", "flank", "pelvis", "groin"),
    *("leg", "thigh", "knee", "lower-leg", "foot"),
]
REFERRED_AND_PASSED_ON = [
    "referred-from-joint-or-muscle",
    "referred-from-organ",
    "nerve-root",
    "nerve-entrapment",
    "load-transfer",
    "muscle-referral",
]
OTHERS = [area for area in FOUNDING_AREAS if area != "head"]


@walk(area=FOUNDING_AREAS)
def test_the_founding_areas_are_known(area: str):
    assert area in KNOWLEDGE.areas


def test_the_whole_body_is_known():
    assert set(KNOWLEDGE.areas) == set(WHOLE_BODY)


@walk(id_=REFERRED_AND_PASSED_ON)
def test_referred_pain_and_load_passed_along_have_links(id_: str):
    assert KNOWLEDGE.mechanism(id_).links


def test_what_is_contested_says_so():
    assert "contested" in KNOWLEDGE.mechanisms["muscle-referral"].summary


def test_chest_and_arm_open_with_the_heart():
    assert KNOWLEDGE.pairs["arm--chest"].red_flags[0] == "chest-heart"
    assert "heart first" in KNOWLEDGE.pairs["arm--chest"].together.answer


@walk(area=list(KNOWLEDGE.areas))
def test_every_area_has_somebody_to_see(area: str):
    reached = {
        one for benefit in KNOWLEDGE.approaches["see-somebody"].benefits for one in benefit.areas
    }

    assert reached & KNOWLEDGE.scope(area)


@walk(link=list(KNOWLEDGE.links.values()))
def test_every_two_areas_that_a_link_joins_have_a_pair_answer(link):
    assert KNOWLEDGE.pair(link.from_, link.to)


@walk(part=["upper-back", "lower-back"])
def test_the_back_has_its_two_parts(part: str):
    assert KNOWLEDGE.areas[part].part_of == "back"


def test_the_founding_mechanisms_stand_under_their_names():
    names = {id_: KNOWLEDGE.mechanisms[id_].name for id_ in FOUNDING_MECHANISMS}

    assert names == FOUNDING_MECHANISMS


@walk(id_=ADDED_MECHANISMS)
def test_the_mechanisms_that_the_evidence_adds_are_there_with_links(id_: str):
    assert KNOWLEDGE.mechanism(id_).links


@walk(area=OTHERS)
def test_every_area_has_a_pair_answer_and_links_with_the_head(area: str):
    known = explain(KNOWLEDGE, [KNOWLEDGE.areas[area], KNOWLEDGE.areas["head"]])

    assert known.pair is not None
    assert known.links


@walk(area=["neck", "face"])
def test_directions_that_differ_are_links_of_their_own(area: str):
    wiring = [
        link
        for link in KNOWLEDGE.mechanism("shared-nerve-wiring").links
        if {link.from_, link.to} == {area, "head"} and link.certainty is not Certainty.UNSUPPORTED
    ]

    assert {link.from_ for link in wiring if link.direction is Direction.ONE_WAY} == {area, "head"}


# No source names the buttock.
@walk(area=[area for area in OTHERS if area != "buttock"])
def test_pain_medicine_days_count_for_every_area_with_the_head_that_has_a_source(area: str):
    medicine = KNOWLEDGE.mechanism("medication-side-effects").links
    ends = {end for link in medicine for end in (link.from_, link.to)}

    assert ends & KNOWLEDGE.scope(area)


def test_no_source_is_listed_that_nothing_cites():
    used = cited(
        [
            *KNOWLEDGE.mechanisms.values(),
            *KNOWLEDGE.links.values(),
            *KNOWLEDGE.pairs.values(),
            *KNOWLEDGE.red_flags.values(),
            *KNOWLEDGE.approaches.values(),
            KNOWLEDGE.about,
        ]
    )

    assert set(KNOWLEDGE.sources) - set(used) == set()


@walk(source=list(KNOWLEDGE.sources.values()))
def test_every_source_can_be_found_again(source):
    assert source.doi or source.pmid or source.url or source.container
    assert source.doi is None or re.fullmatch(r"10\.\d{4,9}/\S+", source.doi)
    assert source.pmid is None or re.fullmatch(r"\d{6,8}", source.pmid)
    assert source.url is None or re.match(r"https?://\S+$", source.url)
    assert source.year is None or 1900 < source.year <= 2026


@walk(area=list(KNOWLEDGE.areas))
def test_every_area_has_emergency_headlines_and_same_day_signs(area: str):
    here = KNOWLEDGE.areas[area]

    assert here.red_flags
    assert all(KNOWLEDGE.red_flags[id_].urgency is Urgency.EMERGENCY for id_ in here.red_flags)
    assert all(KNOWLEDGE.red_flags[id_].urgency is Urgency.URGENT for id_ in here.today)


@walk(area=list(KNOWLEDGE.areas))
def test_the_headlines_of_an_area_are_among_its_signs(area: str):
    shown = {flag.id for flag in red_flags(KNOWLEDGE, [area])}

    assert {*KNOWLEDGE.areas[area].red_flags, *KNOWLEDGE.areas[area].today} <= shown


@walk(pair=list(KNOWLEDGE.pairs.values()))
def test_the_headlines_of_a_pair_are_emergencies_among_its_signs(pair):
    shown = {flag.id: flag for flag in red_flags(KNOWLEDGE, pair.areas)}

    assert 4 <= len(pair.red_flags) <= 6
    assert all(shown[id_].urgency is Urgency.EMERGENCY for id_ in pair.red_flags)
    assert all(shown[id_].urgency is Urgency.URGENT for id_ in pair.today)


def test_for_head_and_back_the_signs_come_in_the_order_of_the_second_reading():
    assert KNOWLEDGE.pairs["back--head"].red_flags == (
        "head-thunderclap",
        "combo-meningitis-head-neck",
        "stroke-fast",
        "back-saddle-numb",
        "back-both-legs",
        "chest-aorta",
    )


@walk(pair=list(KNOWLEDGE.pairs.values()))
def test_the_numbers_about_going_together_are_no_answer_about_cause(pair):
    together = set(re.findall(r"\d[\d,.]*", CITATION.sub("", pair.together.answer)))
    cause = set(re.findall(r"\d[\d,.]*", CITATION.sub("", pair.cause.answer)))

    assert together & cause == set()


def _claims() -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    for link in KNOWLEDGE.links.values():
        for text in (link.summary, link.how, link.does_not_mean):
            yield link.id, text, link.evidence
    for pair in KNOWLEDGE.pairs.values():
        texts = (pair.together.answer, pair.cause.answer, pair.untested, *pair.unknown)
        for text in (*texts, pair.outlook or ""):
            yield pair.id, text, pair.evidence
    for approach in KNOWLEDGE.approaches.values():
        for benefit in approach.benefits:
            yield approach.id, benefit.answer, benefit.evidence


NUMBERED = [
    (id_, sentence, evidence)
    for id_, text, evidence in _claims()
    for sentence in re.split(r"(?<=[.?])\s+", text)
    if re.search(r"\d", CITATION.sub("", sentence))
]


@walk(claim=NUMBERED)
def test_every_number_of_a_claim_is_in_what_its_cited_source_shows(
    claim: tuple[str, str, tuple[Evidence, ...]],
):
    _, sentence, evidence = claim
    sources = CITATION.findall(sentence)
    shown = " ".join(piece.shows for piece in evidence if piece.source in sources)

    for number in re.findall(r"\d[\d,.]*\d|\d", CITATION.sub("", sentence)):
        assert number.replace(",", "") in shown.replace(",", ""), shown
