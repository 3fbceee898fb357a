"""What people type finds its area, or a helpful answer; nothing is guessed silently."""

import pytest

from painlink.errors import AmbiguousArea, NoPlaceFound, TooManyAreas, UnknownEntry
from painlink.model.knowledge import Knowledge
from painlink.model.words.naming import comparable
from painlink.names.asked import areas_of, understood
from painlink.names.finding import find_entry, find_mechanism
from painlink.names.understanding.understand import understand
from tests.conftest import KNOWLEDGE
from tests.walks import walk


def areas(knowledge: Knowledge, *typed: str) -> list[str]:
    return [area.id for area in areas_of(knowledge, understood(knowledge, typed))]


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("headache", "head"),
        ("Headaches", "head"),
        ("migraine", "head"),
        ("my head hurts", "head"),
        ("lower back", "lower-back"),
        ("lower-back", "lower-back"),
        ("LOWER BACK", "lower-back"),
        ("lower_back", "lower-back"),
        ("low back pain", "lower-back"),
        ("lumbago", "lower-back"),
        ("backache", "back"),
        ("my left shoulder", "shoulder"),
        ("shoulders", "shoulder"),
        ("sore shoulders", "shoulder"),
        ("pain in the neck", "neck"),
        ("stiff neck", "neck"),
        ("between the shoulder blades", "upper-back"),
        ("TMJ", "jaw"),
        ("sinus", "face"),
        ("sinuses", "face"),
        ("toothache", "face"),
        ("back of the head", "head"),
        ("tailbone", "buttock"),
        ("everything hurts", "widespread"),
        ("whole body", "widespread"),
        ("  neck  ", "neck"),
        ("\uff48\uff45\uff41\uff44", "head"),  # full-width letters
    ],
)
def test_words_as_people_type_them_find_their_area(typed: str, area: str):
    assert areas(KNOWLEDGE, typed) == [area]


@pytest.mark.slow
@pytest.mark.parametrize("area", list(KNOWLEDGE.areas.values()), ids=lambda area: area.id)
def test_every_name_of_an_area_finds_it(area):
    for name in (area.id, area.name, area.pain, *area.aliases):
        assert areas(KNOWLEDGE, name) == [area.id], name


@pytest.mark.parametrize(
    "typed",
    [
        ["back", "headache"],
        ["headache", "back"],
        ["back and headache"],
        ["back, headache"],
        ["back", "and", "headache"],
        ["back headache"],
        ["back", "+", "headache"],
        ["my back hurts", "headache"],
    ],
    ids=" ".join,
)
def test_order_and_joining_words_make_no_difference(typed: list[str]):
    assert areas(KNOWLEDGE, *typed) == ["back", "head"]


def test_unquoted_words_are_joined_to_the_longest_name():
    assert areas(KNOWLEDGE, "lower", "back", "upper", "back", "neck") == [
        "upper-back",
        "lower-back",
        "neck",
    ]


def test_two_areas_side_by_side_are_not_taken_for_one_phrase():
    assert areas(KNOWLEDGE, "back", "head") == ["back", "head"]


@pytest.mark.parametrize("typed", ["xyzzy", "qqq", "12345", "🦴🔥", "?", "pain", "my", "hurts"])
def test_nonsense_gets_a_sentence_and_nothing_far_fetched(typed: str):
    with pytest.raises(NoPlaceFound, match="Name the places, for example: painlink explain"):
        areas(KNOWLEDGE, typed)


@pytest.mark.parametrize("typed", ["", " ", "\t\n"])
def test_an_empty_word_gets_a_sentence(typed: str):
    with pytest.raises(NoPlaceFound, match="no place that hurts in '"):
        areas(KNOWLEDGE, typed)


def test_control_characters_never_reach_the_message():
    with pytest.raises(NoPlaceFound) as caught:
        areas(KNOWLEDGE, "ba\x1b[31mck\x07\u202e")

    assert str(caught.value).isprintable()


def test_a_very_long_word_is_shortened_in_the_message():
    with pytest.raises(NoPlaceFound) as caught:
        areas(KNOWLEDGE, "x" * 10_000)

    assert len(str(caught.value)) < 250


PLAIN = sorted({*KNOWLEDGE.areas, *(area.pain for area in KNOWLEDGE.areas.values())})


@walk(one=PLAIN, other=[*PLAIN, "headache headache"])
def test_plain_words_are_understood_as_in_any_sentence(one: str, other: str):
    text = f"{one} {other}"

    assert understood(KNOWLEDGE, text) == understand(KNOWLEDGE.vocabulary, text)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["back", "back"], ["back"]),
        (["migraine", "headache"], ["head"]),
        (["back", "lower back"], ["lower-back"]),
        (["lower back", "spine"], ["lower-back"]),
        (["head"] * 50, ["head"]),
        (["my", "back"] * 5_000, ["back"]),
    ],
    ids=lambda value: " ".join(value)[:30],
)
def test_two_words_for_one_area_are_one_and_a_part_beats_its_whole(
    typed: list[str], found: list[str]
):
    assert areas(KNOWLEDGE, *typed) == found


def test_words_that_could_be_two_areas_are_asked_back(tiny: Knowledge):
    with pytest.raises(AmbiguousArea) as caught:
        areas(tiny, "my tip")

    assert str(caught.value) == "'tip' could be the toe (toe) or the nose (nose). Which one hurts?"


def test_nobody_is_asked_back_where_another_place_was_named(tiny: Knowledge):
    assert areas(tiny, "my tip", "ankle") == ["ankle"]


def test_more_areas_than_a_page_can_tell_about_get_a_sentence():
    with pytest.raises(TooManyAreas, match="you named 7 areas; here at most 6 can stand"):
        areas(KNOWLEDGE, "head", "neck", "jaw", "face", "shoulder", "hip", "back")


@pytest.mark.parametrize("typed", [[","], ["and"], ["with", "&"], []], ids=" ".join)
def test_joining_words_alone_name_no_area(typed: list[str]):
    with pytest.raises(NoPlaceFound):
        areas(KNOWLEDGE, *typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["right side", "groin"], ["flank", "groin"]),
        (["stabbing pain in my chest"], ["chest"]),
        (["chest area"], ["chest"]),
        (["pain down to my foot"], ["foot"]),
        (["severe headache"], ["head"]),
    ],
    ids=" ".join,
)
def test_how_it_hurts_and_where_exactly_are_told_apart(typed: list[str], found: list[str]):
    assert areas(KNOWLEDGE, *typed) == found


def test_a_plain_name_needs_no_remark_and_an_alias_does():
    obvious, alias = understood(KNOWLEDGE, ["backache", "migraine"]).found

    assert obvious.is_obvious
    assert not alias.is_obvious


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("central-sensitization", "central-sensitization"),
        ("Central Sensitisation", "central-sensitization"),
        ("nociplastic pain", "central-sensitization"),
        ("poor sleep", "poor-sleep"),
        ("back--head", "back--head"),
        ("head-thunderclap", "head-thunderclap"),
        ("VIVEKANANTHAM-2019", "vivekanantham-2019"),
        ("headache", "head"),
        ("massage", "hands-on-care"),
    ],
)
def test_an_entry_is_found_by_id_or_by_name(typed: str, id_: str):
    assert find_entry(KNOWLEDGE, typed).id == id_


def test_an_unknown_entry_suggests_near_ones():
    with pytest.raises(UnknownEntry) as caught:
        find_entry(KNOWLEDGE, "centrl sensitization")

    assert "central-sensitization" in caught.value.suggestions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shoulders", "my left shoulder"),
        ("lower-back", "LOWER  BACK"),
        ("glutes", "glute"),
        ("headache", "head"),
        ("boss's neck", "bosss neck"),
    ],
)
def test_two_ways_to_say_one_place_compare_equal(one: str, other: str):
    assert comparable(one) == comparable(other)


@pytest.mark.parametrize(("one", "other"), [("back head", "back of the head"), ("hip", "chip")])
def test_different_places_stay_different(one: str, other: str):
    assert comparable(one) != comparable(other)


UNSEEN = "\u00ad\u034f\u115f\u180e\u200b\u200c\u200d\u200e\u202e"
UNSEEN += "\u2060\u2066\u3164\ufe0f\ufeff\ufff9\U000e0041"


def test_no_letter_that_nobody_sees_hides_an_entry_from_who_pastes_its_name():
    lost = []
    for letter in UNSEEN:
        for id_, name in (("meningitis-signs", "meningitis-signs"), ("posture", "posture")):
            typed = f"{letter}{name[:3]}{letter}{name[3:]}{letter}"
            lost += [ascii(typed)] * (find_entry(KNOWLEDGE, typed).id != id_)
        lost += [ascii(letter)] * (comparable(f"tri{letter}gger points") != "trigger point")
        lost += [ascii(letter)] * (find_mechanism(KNOWLEDGE, f"pos{letter}ture").id != "posture")

    assert lost == []


@pytest.mark.parametrize("hyphen", "\u2010\u2011\u2012\u2013\u2014\u2212")
def test_an_id_is_found_whatever_a_word_processor_made_of_its_hyphens(hyphen: str):
    assert find_entry(KNOWLEDGE, f"heart{hyphen}no{hyphen}chest{hyphen}pain").id == (
        "heart-no-chest-pain"
    )
