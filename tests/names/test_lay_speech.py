"""How people really speak: of others, of blows, in dialect, by ear, and of what gave out."""

import pytest

from painlink.model.words.tokens import sound_of
from painlink.names.ordinary import is_ordinary
from tests.names.asked import VOCABULARY, areas, asked, left_out, offenders, other_than, wrongly

OTHERS = (
    "my uncle's {name} is sore, but what I ask about is my own {other}",
    "the neighbour's cat has a bad {name} and my {other} aches",
    "my cousin has {name} pain. I have a sore {other}",
    "his {name} was operated on in May, and since then my {other} hurts",
)
HELPED = (
    "the cream helps my {name} but not my {other}",
    "heat eases the {name} pain but not the {other} pain",
)


def test_what_hurts_somebody_else_is_left_out_where_ones_own_is_named():
    assert not offenders(OTHERS, lambda area: {other_than(area)})


def test_somebody_else_is_answered_where_nothing_of_ones_own_is_named():
    assert not wrongly(
        {
            "my uncle's ankle is swollen and his calf is red": {"foot", "lower-leg"},
            "the dog has a bad hip": {"hip"},
            "our twins both have earache and a sore throat": {"ear", "neck"},
            "my aunt rubs my neck whenever the jaw clicks": {"neck", "jaw"},
        }
    )


def test_what_belongs_to_somebody_else_is_told_as_such():
    assert left_out("my uncle's ankle is broken, and my wrist aches") == {"ankle": "other"}


def test_what_helps_one_place_but_not_another_helps_two_that_hurt():
    assert not offenders(HELPED, lambda area: {area.id, other_than(area)})


def test_a_blow_with_a_part_of_somebody_names_where_it_hit():
    assert not wrongly(
        {
            "took an elbow to the jaw in goal": {"jaw"},
            "got a stray boot in the shin on Sunday, it is swollen": {"lower-leg"},
            "a head to the cheekbone and now a sore ear": {"face", "ear"},
            "he was elbowed in the neck": {"neck"},
        }
    )


def test_what_is_done_may_be_called_like_a_place():
    assert not wrongly(
        {
            "we had to leg it to the ferry and my wrist aches": {"wrist-hand"},
            "they can toe the line, my ankle is sore": {"foot"},
            "I tried to elbow through the crowd and hurt my hip": {"hip"},
            "you must foot the bill, said the man with the sore neck": {"neck"},
        }
    )


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("our teacher has eyes in the back of her head", "eyes"),
        ("he sold a kidney for that car", "kidney"),
        ("we live cheek by jowl", "jowl"),
        ("it is water off a duck's back to him", "back"),
        ("he knows his arse from his elbow", "arse"),
        ("she works hand over fist", "fist"),
        ("he gave his eye teeth for the job", "teeth"),
    ],
)
def test_a_saying_of_several_places_names_none_of_them(said: str, word: str):
    text = f"{said}, and my ankle is sore"

    assert areas(text) == {"foot"}
    assert any(word in words for words in left_out(text))


def test_a_back_that_went_gave_out_and_a_pain_that_went_is_over():
    assert not wrongly(
        {
            "my shoulder's gone": {"shoulder"},
            "I bent down and my back went": {"back"},
            "the ache in my hip has gone, my foot is sore": {"foot"},
            "my earache has gone but my jaw hurts": {"jaw"},
        }
    )


def test_what_is_not_had_as_a_rule_may_be_had_now():
    assert areas("I don't get earache as a rule but I have one today") == {"ear"}
    assert areas("I don't get earache as a rule, my hip is sore") == {"hip"}


def test_a_night_without_pain_is_wished_for_by_whoever_has_it():
    assert areas("what I would give for a week without toothache") == {"face"}


def test_what_cannot_be_lain_on_may_ache_all_the_same():
    assert areas("can't lie on either elbow, they both ache, and so does my calf") == {
        "elbow",
        "lower-leg",
    }


def test_what_ends_at_a_place_names_none():
    assert areas("I'm fine from the neck down but my ear is sore") == {"ear"}
    assert areas("it is numb from the waist down") == {"leg"}


def test_dialects_are_understood():
    assert not wrongly(
        {
            "his dowp is sair": {"buttock"},
            "sair hainch": {"hip"},
            "a bealin toe": {"foot"},
            "me hammy is munted": {"thigh"},
            "his elbow is stoved up": {"elbow"},
            "oor wee lassie's jaw is gowpin": {"jaw"},
            "the lower bit of my back is crook": {"lower-back"},
            "me gnashers are in flitters": {"face"},
        }
    )


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("larinks", "neck"),
        ("sore trysepps", "arm"),
        ("forhed pain", "head"),
        ("elbo hurts", "elbow"),
        ("a soar throte", "neck"),
        ("koksiks pain", "buttock"),
        ("intestin pane", "abdomen"),
        ("a tyte groyn", "groin"),
        ("his hole foot is sore", "foot"),
    ],
)
def test_a_word_written_as_it_sounds_is_read(typed: str, area: str):
    assert areas(typed) == {area}


def test_what_sounds_like_a_place_needs_pain_or_a_place_beside_it():
    text = "they sang of larinks and of moons the whole night through"

    assert not asked(text).read_as


def test_the_lists_of_sounds_hear_what_is_not_written():
    alike = VOCABULARY.alike
    pairs = [("knee", "nee"), ("thumb", "thum"), ("phalanx", "falanks"), ("chest", "kest")]

    assert not [pair for pair in pairs if len({sound_of(word, alike) for word in pair}) > 1]
    assert is_ordinary("pane")
    assert not asked("pane").read_as


def test_what_treads_on_a_toe_hurts_it_and_who_is_on_his_toes_is_awake():
    assert areas("a cow stepped on my toes, they are black") == {"foot"}
    assert areas("the twins keep me on my toes and my neck is stiff") == {"neck"}


def test_a_place_that_cramps_is_one_though_cramp_alone_is_asked_back():
    assert areas("her hand keeps cramping") == {"wrist-hand"}
