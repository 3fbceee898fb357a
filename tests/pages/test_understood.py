"""What was made of somebody's words is said on the page, and changes nothing else of it."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

from painlink.explain.explanation import outline
from painlink.names.asked import areas_of, understood
from painlink.pages import explanation
from painlink.render import renderer
from tests.conftest import KNOWLEDGE
from tests.shown import AREAS, flowing
from tests.walks import walk

Run = Callable[..., Result]
ONLY_PLACES = "painlink reads only which places hurt. If a sign below fits you, act on it."


def shown(text: str) -> str:
    meant = understood(KNOWLEDGE, [text])
    known = outline(KNOWLEDGE, areas_of(KNOWLEDGE, meant))._replace(understood=meant)
    return flowing(renderer("plain")(explanation.page(KNOWLEDGE, known), 80))


@walk(area=AREAS)
def test_the_name_of_an_area_needs_no_remark(area: str):
    for name in (area, KNOWLEDGE.areas[area].name, KNOWLEDGE.areas[area].pain):
        assert "Understood:" not in shown(name), name


def test_a_sentence_is_told_as_what_it_was_understood_as():
    page = shown("My back aches since Monday, and now a migraine. Linked?")

    assert "Understood: the back ('My back aches') and the head ('migraine')." in page


def test_what_is_denied_is_left_out_and_said_with_the_way_to_ask_for_it():
    page = shown("sore jaw and earache but no chest pain")

    assert "Left out: the chest ('no chest pain')." in page
    assert "Chest too? painlink explain jaw ear chest" in page


def test_a_misspelt_word_is_said_aloud():
    assert "'sholder' read as shoulder." in shown("my sholder and neck are killing me")


def test_a_word_that_could_be_several_places_is_said_where_others_were_named():
    assert "'trunk' could be" in shown("my knee aches, and a pain in the trunk")


def test_a_mechanism_that_is_named_gets_one_line_that_opens_it():
    page = shown("headache from stress")

    assert page.count("painlink show stress-and-pain-perception") == 1
    assert "Left out" not in page


@pytest.mark.parametrize(
    ("plain", "more"),
    [
        ("back headache", "back headache dizzy and sick"),
        ("neck ear", "neck ear with a fever"),
        ("hip knee", "hip knee numb"),
    ],
)
def test_symptoms_that_are_no_place_change_nothing_else(plain: str, more: str):
    start = "Get help now if"

    assert shown(more).partition(start)[2] == shown(plain).partition(start)[2]


def test_it_is_said_once_that_only_places_are_looked_for():
    assert shown("my lower back and a migraine, feeling dizzy").count(ONLY_PLACES) == 1


def test_json_tells_what_was_understood_and_what_was_left_out(painlink: Run):
    document = json.loads(painlink("explain", "sore neck, no earache, stress", "--json").stdout)

    told = document["understood"]
    assert [one["area"] for one in told["found"]] == ["neck"]
    assert [(one["areas"], one["why"]) for one in told["left_out"]] == [(["ear"], "denied")]
    assert [one["mechanism"] for one in told["mentioned"]] == ["stress-and-pain-perception"]
    for one in (*told["found"][0]["spans"], told["left_out"][0]["span"]):
        assert told["text"][one["start"] : one["end"]] == one["words"]


@pytest.mark.parametrize("form", ["--plain", "--html", "--json", "--markdown"])
def test_no_word_of_the_reader_stands_on_a_handout(painlink: Run, form: str):
    result = painlink("handout", "sore back and a migraine, all zigzaggy and wobblesome", form)

    assert result.exit_code == 0
    assert "zigzaggy" not in result.stdout
    assert "wobblesome" not in result.stdout
    assert result.stderr == "painlink: understood: the back and the head\n"


@pytest.mark.parametrize(
    ("whole", "part"), [("back", "upper-back"), ("back", "lower-back"), ("leg", "thigh")]
)
def test_a_whole_with_its_part_opens_the_page_of_the_part_and_says_so(whole: str, part: str):
    names = [KNOWLEDGE.areas[id_].name for id_ in (whole, part)]

    page = shown(" and ".join(names))

    assert f"Left out: the {names[0]}" in page
    assert page.startswith(KNOWLEDGE.areas[part].pain[:1].upper())
