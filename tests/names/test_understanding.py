"""The question people really ask is understood: places are found anywhere in any text."""

from itertools import permutations

import pytest

from painlink.names.understanding.understand import understand
from tests.conftest import KNOWLEDGE
from tests.names.asked import VOCABULARY, areas, asked, wrongly

AREAS = tuple(KNOWLEDGE.areas.values())
BETWEEN = (" ", " and ", ", ", " & ")
FRAMES = (
    "my {one} hurts and now I have trouble with my {other}",
    "Can pain in my {one} come from my {other}?",
    "for two weeks my {one} has been sore, and since Monday the {other} aches as well",
    "HELP! pain in my {one} & in my {other}!!",
    "is there a link between the {one} and the {other}",
)


def wanted(one, other) -> set[str]:
    """Return what naming these two areas means: the part, where one is a part of the other."""
    if one.part_of == other.id:
        return {one.id}
    return {other.id} if other.part_of == one.id else {one.id, other.id}


def test_every_two_areas_are_understood_in_either_order_whatever_joins_them():
    wrong = {
        text: areas(text)
        for one, other in permutations(AREAS, 2)
        for first in (one.name, one.pain)
        for second in (other.name, other.pain)
        for between in BETWEEN
        for text in [f"{first}{between}{second}"]
        if areas(text) != wanted(one, other)
    }

    assert not wrong


def test_every_two_areas_are_understood_within_a_sentence():
    plain = [area for area in AREAS if area.id not in {"widespread", "flank"}]
    wrong = {
        text: areas(text)
        for one, other in permutations(plain, 2)
        for frame in FRAMES
        for text in [frame.format(one=one.name, other=other.name)]
        if areas(text) != wanted(one, other)
    }

    assert not wrong


def test_every_name_of_an_area_finds_it():
    wrong = {
        name: found
        for area in AREAS
        for name in (area.id, area.name, area.pain, *area.aliases)
        for found in [areas(name)]
        if found != {area.id}
    }

    assert not wrong


def test_the_founding_question_is_understood():
    found = asked("My back hurts and now I have a headache. Is that connected?").found

    assert [(one.area, one.spans[0].words) for one in found] == [
        ("back", "My back hurts"),
        ("head", "headache"),
    ]


def test_a_span_says_where_in_the_text_the_words_stand():
    text = "Since May: \N{BONE} my left   knee aches"

    for one in asked(text).found:
        for span in one.spans:
            assert text[span.start : span.end] == span.words == "my left   knee aches"


@pytest.mark.parametrize(
    "typed",
    [["back", "headache"], ["back and", "headache"], ["my back hurts", "headache"]],
    ids=" | ".join,
)
def test_words_and_phrases_may_be_quoted_or_not(typed: list[str]):
    assert set(understand(VOCABULARY, typed).areas) == {"back", "head"}


def test_two_words_for_one_area_are_one():
    (one,) = asked("a migraine, and the headache is bad").found

    assert [span.words for span in one.spans] == ["migraine", "headache"]


def test_a_part_beats_its_whole_and_that_is_said():
    understood = asked("my back aches, mostly the lower back")

    assert understood.areas == ("lower-back",)
    assert [(one.areas, one.why) for one in understood.left_out] == [(("back",), "whole")]


def test_the_longest_name_is_taken_but_none_across_a_comma_or_a_joining_word():
    assert not wrongly(
        {
            "shoulder blade pain": {"upper-back"},
            "shoulder, blade of my knife": {"shoulder"},
            "neck and back of the head": {"neck", "head"},
            "lower back headache": {"lower-back", "head"},
            "upper and lower back": {"upper-back", "lower-back"},
        }
    )


def test_the_end_of_a_place_is_no_place():
    assert not wrongly(
        {
            "the back of my hand is sore": {"wrist-hand"},
            "the left side of my jaw clicks": {"jaw"},
            "sore on the right hand side of my neck": {"neck"},
            "my wrist aches on the back": {"wrist-hand"},
            "a headache at the back": {"head"},
            "the foot aches on the left side": {"foot"},
            "the thumb side of my wrist hurts": {"wrist-hand"},
            "her right side belly is tender": {"abdomen"},
        }
    )


def test_everyday_words_count_with_a_sign_beside_them():
    assert not wrongly(
        {
            "why does my foot tingle": {"foot"},
            "he woke with a sore hand": {"wrist-hand"},
            "can the chest bring on arm trouble": {"chest", "arm"},
            "it spreads into the left leg": {"leg"},
            "an ache that creeps up to my head": {"head"},
            "eyes and cheeks, all swollen": {"face"},
            "my fingers keep going numb": {"wrist-hand"},
        }
    )


def test_symptoms_beside_a_place_mark_it_and_elsewhere_change_nothing():
    assert not wrongly(
        {
            "numb hands and face": {"wrist-hand", "face"},
            "dizzy and sick, with a sore neck": {"neck"},
            "fever, ringing ears and a stiff neck": {"ear", "neck"},
            "I feel faint and shivery": set(),
        }
    )


def test_an_ambiguous_word_is_asked_back():
    understood = asked("I have cramp")

    assert understood.found == ()
    assert [one.span.words for one in understood.asked] == ["cramp"]
    assert not understood.asked[0].is_misspelt


def test_mechanisms_that_are_mentioned_are_named_and_change_nothing():
    understood = asked("headache stress")

    assert understood.areas == ("head",)
    assert [one.mechanism for one in understood.mentioned] == ["stress-and-pain-perception"]


def test_plain_names_are_obvious_and_others_are_not():
    assert [one.is_obvious for one in asked("back migraine").found] == [True, False]
    assert [one.is_obvious for one in asked("low back pain headache").found] == [True, True]


def test_words_of_other_englishes_are_understood():
    assert not wrongly(
        {
            "ma heid's bangin and ma back's sair": {"head", "back"},
            "me knees are knackered an me hips an all": {"knee", "hip"},
            "poorly tummy and a dicky ticker": {"abdomen", "chest"},
            "my bum's gone numb and my calves are tight": {"buttock", "lower-leg"},
        }
    )


def test_the_article_is_a_sign_where_pain_is_told():
    assert not wrongly(
        {
            "which joint in the hip does a groin ache come from": {"hip", "groin"},
            "a stiff jaw, some days it's the ear": {"jaw", "ear"},
            "it hurts in the back and the elbow": {"back", "elbow"},
            "the head of the team has a sore foot": {"foot"},
        }
    )


def test_pain_everywhere_is_a_place_and_everywhere_alone_is_none():
    assert areas("hurting everywhere since the flu") == {"widespread"}
    assert areas("I looked everywhere for help with my sore wrist") == {"wrist-hand"}


def test_a_place_within_a_longer_one_gives_way_to_it():
    assert areas("tight across my shoulder blades") == {"upper-back"}
    assert areas("a pain up my back passage") == {"pelvis"}
