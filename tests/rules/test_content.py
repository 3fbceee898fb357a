"""What the knowledge that painlink ships with promises beyond the rules that `validate` holds."""

import pytest

from painlink.explain.explanation import explain
from painlink.model.grades import Certainty, Direction
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
    assert set(WHOLE_BODY) <= set(KNOWLEDGE.areas)


@walk(id_=REFERRED_AND_PASSED_ON)
def test_referred_pain_and_load_passed_along_have_links(id_: str):
    assert KNOWLEDGE.mechanism(id_).links


def test_what_is_contested_says_so():
    assert "contested" in KNOWLEDGE.mechanisms["muscle-referral"].summary


def test_chest_and_arm_open_with_the_heart():
    assert KNOWLEDGE.pairs["arm--chest"].red_flags[0] == "chest-heart"
    assert "heart first" in KNOWLEDGE.pairs["arm--chest"].together.answer


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


def test_for_head_and_back_the_signs_come_in_the_order_of_the_second_reading():
    assert KNOWLEDGE.pairs["back--head"].red_flags == (
        "head-thunderclap",
        "combo-meningitis-head-neck",
        "stroke-fast",
        "back-saddle-numb",
        "back-both-legs",
        "chest-aorta",
    )
