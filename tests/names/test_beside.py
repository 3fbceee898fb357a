"""What is named beside what hurts: things, what was mended, what used to hurt, who trod on it."""

import pytest

from tests.names.asked import areas, left_out, offenders, other_than, wrongly

MENDED = (
    "the surgeon mended my {name} in June; what troubles me is the {other}",
    "heat cured my {name}, and yet the {other} is sore",
    "it used to be my {name}, nowadays it's the {other} that aches",
    "it was my {name} last month, this month it's my {other}",
    "my {name} is a lot better, but the {other} is not",
    "my {name} feels better, only the {other} is still swollen",
    "I had surgery on the {name}, my {name} is fine now, but the {other} throbs",
)
STILL_SORE = (
    "nothing has fixed my {name} and my {other} aches",
    "my {name} is better, but still sore, and the {other} aches",
    "my {name} is better than it was and so is the sore {other}",
    "it was my {name} last month, this month it's my {other} too",
)
THINGS = ("strap", "belt", "cream", "tattoo", "socks", "plaster", "bandage", "exercises")


def test_what_was_mended_is_left_out_where_something_else_still_hurts():
    assert not offenders(MENDED, lambda area: {other_than(area)})


def test_what_only_looks_mended_still_hurts():
    assert not offenders(STILL_SORE, lambda area: {area.id, other_than(area)})


def test_what_was_mended_is_answered_where_nothing_else_is_named():
    assert areas("they fixed my ankle") == {"foot"}
    assert areas("my jaw is a lot better") == {"jaw"}


@pytest.mark.parametrize("thing", THINGS)
def test_a_thing_called_after_a_place_is_none_where_another_hurts(thing: str):
    names = ("wrist", "knee", "ankle", "neck", "thigh", "elbow", "chest")

    assert not wrongly({f"I lost a {one} {thing}; my jaw aches": {"jaw"} for one in names})


def test_a_part_of_a_thing_is_no_place():
    assert not wrongly(
        {
            "the teeth of the rake went into my ankle": {"foot"},
            "I tore my wrist on the lip of that bucket": {"wrist-hand"},
            "the knees of my trousers are through and my hip aches": {"hip"},
            "he leant on the shoulder of the statue and bruised a rib": {"chest"},
        }
    )


def test_a_part_of_a_body_is_a_place_whatever_stands_between():
    assert not wrongly(
        {
            "the back of my badly swollen ankle": {"foot"},
            "a cyst on the neck of my brother": {"neck"},
            "my knees of an evening": {"knee"},
            "a toothache of the worst sort": {"face"},
        }
    )


def test_who_treads_on_a_foot_hurts_it_and_who_stands_on_it_need_not():
    assert not wrongly(
        {
            "a goat stood on my toes and my shin is grazed": {"foot", "lower-leg"},
            "I was stood on my feet all day and my thigh aches": {"thigh"},
            "standing on my toes makes the hip ache": {"hip"},
        }
    )


def test_a_side_that_somebody_fell_on_is_left_out_beside_what_hurts():
    assert areas("she came down on her right side and the elbow is swollen") == {"elbow"}
    assert areas("pain on her right side and the elbow is swollen") == {"flank", "elbow"}
    assert left_out("I fell on my left side, my wrist aches")["side"] == "posture"


def test_which_of_two_limbs_is_meant_adds_no_limb():
    assert areas("the ankle on my left leg is swollen") == {"foot"}
    assert areas("the elbow on the same arm clicks") == {"elbow"}
    assert areas("a sore ankle and a rash on my left leg") == {"foot", "leg"}


def test_the_whole_of_a_place_counts_beside_its_part():
    assert areas("a kick on the thigh and the entire leg is stiff") == {"thigh", "leg"}
    assert areas("my leg hurts, it is the thigh") == {"thigh"}


@pytest.mark.parametrize("how", ["numb", "heavy and sore", "all tingly", "to sleep", "very stiff"])
def test_what_has_gone_numb_is_not_gone(how: str):
    assert areas(f"a sore jaw, and now my left arm has gone {how}") == {"jaw", "arm"}
    assert areas(f"my calf is gone {how} and the ankle aches") == {"lower-leg", "foot"}


def test_a_nerve_of_a_place_tells_of_that_place():
    assert areas("could a trapped nerve in the neck make my thumb numb") == {"neck", "wrist-hand"}
    assert areas("the trapped nerve in her elbow") == {"elbow"}


def test_the_back_of_it_is_an_end():
    assert areas("my ankle has a lump at the back of it") == {"foot"}


def test_an_everyday_word_is_not_carried_by_the_next_clause():
    assert areas("we ate on the shady side, and my ankle aches") == {"foot"}
    assert areas("my neck and side and my ankle ache") == {"neck", "flank", "foot"}


def test_what_is_said_to_be_fine_now_is_what_was_named_before():
    assert areas("I had a bad tummy on Monday, fine now, but my wrist aches") == {"wrist-hand"}
    assert areas("two knees done, both grand, the elbow aches") == {"elbow"}


def test_ears_that_ring_are_ears():
    assert areas("both ears ring and my shin is sore") == {"ear", "lower-leg"}
    assert areas("ears ringing") == {"ear"}


@pytest.mark.parametrize(
    "said",
    [
        "the lads give us cheek",
        "she held the dictionary by the spine",
        "on the plus side it is sunny",
        "on the safe side I stayed in bed",
        "things got out of hand",
        "the joke went over my head",
        "he is like a bear with a sore head",
        "that news was a slap in the face",
        "we saw the funny side",
        "there are four mouths to feed",
        "I trimmed my own toe nails",
        "the brake pedal is stuck",
        "she went to the temple",
        "the form is a pain in the neck to begin with, a pain in the neck filling in",
    ],
)
def test_a_manner_of_speech_names_no_place(said: str):
    assert areas(f"{said} and now my ankle aches") == {"foot"}


def test_how_a_pain_is_likened_and_what_wanders_tell_of_no_other_place():
    assert not wrongly(
        {
            "my shin is like a toothache": {"lower-leg"},
            "gout in the elbow and a sore jaw": {"elbow", "jaw"},
            "a ganglion on my ankle": {"foot"},
            "I think it is gout": {"foot"},
        }
    )


def test_what_pain_comes_down_to_hurts_though_the_next_place_is_well():
    assert areas("it goes right down to my ankle and my hip is fine") == {"foot"}
    assert areas("my ankle and my hip are fine, the jaw aches") == {"jaw"}


def test_balls_and_calves_are_no_places_where_they_are_caught_or_fed():
    assert not wrongly(
        {
            "I bent my finger back catching a ball and my elbow is puffy": {"wrist-hand", "elbow"},
            "feeding calves all day, my neck aches": {"neck"},
            "after feeding the hens my calves ache": {"lower-leg"},
        }
    )


def test_where_it_hurts_in_the_back_is_an_end_of_a_limb_and_no_end_of_the_trunk():
    assert areas("her stomach hurts in the back") == {"abdomen", "back"}
    assert areas("her hand hurts on the back") == {"wrist-hand"}


def test_what_hurt_long_ago_hurts_no_more_where_it_is_told_what_does_now():
    assert areas("a sore wrist last summer, this summer it's the elbow") == {"elbow"}
    assert areas("I hurt my wrist last summer, now it is swollen") == {"wrist-hand"}


def test_what_a_place_is_likened_to_is_a_sign_that_it_hurts():
    assert areas("no sleep, toes like balloons, sore jaw") == {"foot", "jaw"}


def test_crutches_are_no_place():
    assert areas("crutches hurt my palms") == {"wrist-hand"}
