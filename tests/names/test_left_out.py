"""What names a place and means none, or a place that does not hurt, is left out, and said."""

import pytest

from tests.conftest import KNOWLEDGE
from tests.names.asked import areas, asked, left_out, told, wrongly

DENIALS = (
    "I have no {name} pain but my {other} aches",
    "my {other} aches without any {name} pain",
    "my {name} is fine, it is my {other} that hurts",
    "never any pain in my {name}; the {other} is sore",
    "my {other} hurts, my {name} does not hurt",
    "I don't have any {name} trouble. My {other} throbs.",
)


def test_whatever_area_is_denied_is_left_out_and_said():
    wrong = {}
    for area in KNOWLEDGE.areas.values():
        other = "knee" if area.id != "knee" else "elbow"
        for denial in DENIALS:
            text = denial.format(name=area.name, other=other)
            understood = asked(text)
            denied = {id_ for one in understood.left_out for id_ in one.areas}
            if understood.areas != (other,) or area.id not in denied:
                wrong[text] = understood.areas

    assert not wrong


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("no headache, jaw pain or earache, but a sore hip", {"headache", "jaw", "earache"}),
        ("neither my wrist nor my elbow hurts, just the shoulder", {"wrist", "elbow"}),
        ("my hips and knees are fine, the ankle swells", {"hips", "knees"}),
        ("she does not have any elbow pain or numbness in the feet", {"elbow", "feet"}),
        ("his stomach ache is gone now but the groin is swollen", {"stomach"}),
        ("sore ribs but not in the arm", {"arm"}),
    ],
    ids=told,
)
def test_a_denial_reaches_over_a_list_and_no_further(text: str, denied: set[str]):
    assert {words for words, why in left_out(text).items() if why == "denied"} == denied


def test_what_only_looks_like_a_denial_leaves_nothing_out():
    assert not wrongly(
        {
            "no, my hip hurts": {"hip"},
            "not only my neck but also my jaw aches": {"neck", "jaw"},
            "I have no appetite and a sore throat": {"neck"},
            "no idea why my elbow hurts": {"elbow"},
            "never had such a bad headache": {"head"},
            "my knee was fine until I fell, now it is swollen": {"knee"},
            "no fever and my back is killing me": {"back"},
            "I cannot turn my neck": {"neck"},
            "elbow pain, not tendonitis they say": {"elbow"},
        }
    )


@pytest.mark.parametrize("place", ["hip", "knee", "shoulder", "elbow", "wrist"])
def test_what_a_pain_is_not_takes_its_place_from_nobody(place: str):
    assert not wrongly({f"{place} pain not arthritis": {place.replace("wrist", "wrist-hand")}})


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("the strap is dear; on the other hand, my ankle is less swollen", "hand", {"foot"}),
        ("the ache came back in my hip", "back", {"hip"}),
        ("my boss is a pain in the neck and my jaw aches", "neck", {"jaw"}),
        ("the branch was six feet long and bruised my ribs", "feet", {"chest"}),
        ("they see eye to eye about my stiff shoulder", "eye", {"shoulder"}),
        ("the bus seat is hard on a sore tailbone", "seat", {"buttock"}),
        ("a long period of rest, and still my heel hurts", "period", {"foot"}),
        ("ice is a good rule of thumb for my swollen elbow", "thumb", {"elbow"}),
        ("a chest of drawers fell on my swollen ankle", "chest", {"foot"}),
        ("side effects of tablets: a headache", "side", {"head"}),
        ("the cold wind gives him an earache", "wind", {"ear"}),
        ("my gut tells me the thigh is only strained", "gut", {"thigh"}),
        ("we came home on foot and her hip was sore", "foot", {"hip"}),
    ],
    ids=told,
)
def test_a_saying_or_a_thing_is_no_place_and_that_is_said(text: str, word: str, found: set[str]):
    assert areas(text) == found
    assert left_out(text).get(word) in {"saying", "everyday"}


def test_the_same_words_are_places_where_pain_stands_beside_them():
    assert not wrongly(
        {
            "blisters on my feet": {"foot"},
            "I have pain in the neck": {"neck"},
            "a rash on hand and elbow": {"wrist-hand", "elbow"},
            "the eye on the left is sore": {"face"},
            "gas pains": {"abdomen"},
            "pain in my seat and my thigh": {"buttock", "thigh"},
        }
    )


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("lying on my side makes my hip ache", {"hip"}, "posture"),
        ("I sleep on my stomach and my neck is stiff", {"neck"}, "posture"),
        ("sitting on my bum all day, the shoulders ache", {"shoulder"}, "posture"),
        ("when I bend my knee the hip hurts", {"hip"}, "movement"),
        ("turning my head hurts my neck", {"neck"}, "movement"),
        ("if I lift my arm there is pain in my ribs", {"chest"}, "movement"),
    ],
    ids=told,
)
def test_a_posture_or_movement_is_no_place(text: str, found: set[str], why: str):
    assert areas(text) == found
    assert why in left_out(text).values()


def test_what_is_moved_is_taken_where_nothing_else_is_named():
    assert areas("it hurts when I bend my knee") == {"knee"}


def test_an_everyday_word_without_a_sign_is_left_out_and_said():
    assert areas("the head of the firm has a bad knee") == {"knee"}
    assert left_out("the palm in the garden fell on my ankle")["palm"] in {"everyday", "saying"}


def test_a_side_behind_a_comma_says_which_hip():
    assert areas("my hip aches, left side") == {"hip"}


def test_fine_without_is_denies_and_is_said():
    understood = asked("Neck fine, but my elbow aches")

    assert understood.areas == ("elbow",)
    assert [one.areas for one in understood.left_out] == [("neck",)]


def test_so_are_denies_like_the_place_before():
    assert areas("my wrists are fine and so are my ankles, but my chest hurts") == {"chest"}


def test_all_fine_denies_a_whole_list():
    assert areas("hips, knees, ankles all fine, my jaw hurts") == {"jaw"}


def test_what_is_well_now_is_the_place_before():
    understood = asked("I rolled my ankle on the stairs, that's fine now, but the hip is sore")

    assert understood.areas == ("hip",)
    assert [one.areas for one in understood.left_out] == [("foot",)]


def test_what_only_looks_like_an_exception_leaves_nothing_out():
    assert not wrongly(
        {
            "nothing hurts apart from my wrists": {"wrist-hand"},
            "I cannot sneeze without a jab in my ribs": {"chest"},
            "one week without this earache would be nice": {"ear"},
            "never had a toothache like this": {"face"},
            "never known my knees this bad": {"knee"},
        }
    )


def test_what_pain_does_not_reach_is_denied():
    assert areas("the ache never goes below the knee, it sits in my groin") == {"groin"}
    assert areas("it doesn't spread to my arm, my neck is sore") == {"neck"}
    assert areas("no trouble with my bladder, just a sore elbow") == {"elbow"}


def test_a_saying_is_known_by_every_form_of_its_words():
    assert not wrongly(
        {
            "he keeps breathing down my neck and my jaw hurts": {"jaw"},
            "she had kept her chin up, but the elbow aches": {"elbow"},
            "it has cost me an arm and a leg and my hip is no better": {"hip"},
            "heads, shoulders, knees and toes is his song; his tummy aches": {"abdomen"},
        }
    )


def test_a_place_before_a_preposition_is_no_adverb_where_it_is_owned():
    assert areas("I pulled my back at work") == {"back"}
    assert areas("I was back at work when my knee swelled") == {"knee"}


def test_how_a_part_is_held_is_a_posture():
    assert areas("with my hands behind my head the elbows tingle") == {"elbow"}
    assert areas("I sleep with my knees bent because of a sore hip") == {"hip"}
    assert areas("with my knee on fire I cannot sleep") == {"knee"}


def test_what_cannot_be_reached_need_not_hurt():
    assert areas("a stiff hip, so I can't reach my toes") == {"hip"}


def test_the_name_of_a_person_or_a_house_is_no_place():
    assert areas("Dr Foot looked at my sore ear") == {"ear"}
    assert areas("I slipped at the Elbow Inn and hurt my wrist") == {"wrist-hand"}
    assert areas("my elbow in Elbow Park hurt") == {"elbow"}


def test_a_named_hand_is_one_of_the_body():
    assert areas("a sore shoulder, and I can't grip with that hand") == {"shoulder", "wrist-hand"}
