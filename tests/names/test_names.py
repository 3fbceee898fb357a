"""What people type finds its area, or a helpful answer; nothing is guessed silently."""

import pytest

from painlink.errors import (
    AmbiguousArea,
    AreaNamedTwice,
    TooManyAreas,
    UnknownArea,
    UnknownEntry,
)
from painlink.model.knowledge import Knowledge
from painlink.model.naming import comparable
from painlink.names.finding import find_entry
from painlink.names.understanding import understand
from tests.conftest import KNOWLEDGE


def areas(knowledge: Knowledge, *typed: str) -> list[str]:
    return [one.area.id for one in understand(knowledge, typed)]


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


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("bakc", "back"),
        ("migrane", "migraine"),
        ("sholder", "shoulder"),
        ("hedache", "head"),
        ("lowr back", "lower back"),
        ("butock", "buttock"),
    ],
)
def test_a_misspelt_word_gets_suggestions_and_is_not_guessed(typed: str, suggested: str):
    with pytest.raises(UnknownArea) as caught:
        areas(KNOWLEDGE, typed)

    assert suggested in [suggestion.lower() for suggestion in caught.value.suggestions]
    assert "painlink list areas" in str(caught.value)


@pytest.mark.parametrize("typed", ["xyzzy", "qqq", "12345", "🦴🔥", "?", "pain", "my", "hurts"])
def test_nonsense_gets_a_sentence_and_nothing_far_fetched(typed: str):
    with pytest.raises(UnknownArea) as caught:
        areas(KNOWLEDGE, typed)

    assert caught.value.suggestions == ()


@pytest.mark.parametrize("typed", ["", " ", "\t\n"])
def test_an_empty_word_gets_a_sentence(typed: str):
    with pytest.raises(UnknownArea, match="no area called '"):
        areas(KNOWLEDGE, typed)


def test_control_characters_never_reach_the_message():
    with pytest.raises(UnknownArea) as caught:
        areas(KNOWLEDGE, "ba\x1b[31mck\x07\u202e")

    assert str(caught.value).isprintable()


def test_a_very_long_word_is_shortened_in_the_message():
    with pytest.raises(UnknownArea) as caught:
        areas(KNOWLEDGE, "x" * 10_000)

    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (["back", "back"], "you named the back twice"),
        (["migraine", "headache"], "'migraine' and 'headache' both mean the head"),
        (["back", "lower back"], "the lower back is a part of the back"),
        (["lower back", "spine"], "the lower back is a part of the back"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_same_area_twice_gets_a_clear_message(typed: list[str], message: str):
    with pytest.raises(AreaNamedTwice, match=message):
        areas(KNOWLEDGE, *typed)


def test_words_that_could_be_two_areas_are_asked_back(tiny: Knowledge):
    with pytest.raises(AmbiguousArea) as caught:
        areas(tiny, "my tip", "ankle")

    assert str(caught.value) == (
        "'my tip' could be the toe (toe) or the nose (nose). Which one hurts?"
    )


def test_more_areas_than_a_page_can_tell_about_get_a_sentence():
    with pytest.raises(TooManyAreas, match="you named 7 areas; here at most 6 can stand"):
        areas(KNOWLEDGE, "head", "neck", "jaw", "face", "shoulder", "hip", "back")


def test_fifty_areas_at_once_get_a_sentence():
    with pytest.raises(AreaNamedTwice):
        areas(KNOWLEDGE, *["head"] * 50)


@pytest.mark.parametrize("typed", [[","], ["and"], ["with", "&"], []], ids=" ".join)
def test_joining_words_alone_name_no_area(typed: list[str]):
    with pytest.raises(UnknownArea):
        areas(KNOWLEDGE, *typed)


def test_a_flood_of_words_is_refused_at_once():
    with pytest.raises((UnknownArea, TooManyAreas, AreaNamedTwice)):
        areas(KNOWLEDGE, *["my", "back"] * 5_000)


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
    obvious, alias = understand(KNOWLEDGE, ["backache", "migraine"])

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
