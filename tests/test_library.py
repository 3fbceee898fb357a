"""painlink as a library: load once, ask in words."""

import doctest

import pytest

import painlink
from painlink.errors import NoPlaceFound, UnknownEntry
from painlink.explain import library
from tests.conftest import TINY


def test_it_explains_in_words():
    explanation = painlink.load().explain("back", "headache")

    assert [area.id for area in explanation.areas] == ["back", "head"]


def test_it_explains_a_whole_text():
    explanation = painlink.load().explain("my back hurts and now I have a headache")

    assert [area.id for area in explanation.areas] == ["back", "head"]
    assert explanation.understood
    assert explanation.understood.areas == ("back", "head")


def test_the_examples_in_its_docstrings_run():
    tried = doctest.testmod(library)

    assert tried.attempted > 3
    assert tried.failed == 0


def test_it_finds_an_entry_by_name():
    assert painlink.load().find("poor sleep").id == "poor-sleep"


def test_it_loads_another_folder():
    assert painlink.load(TINY).find("toe").id == "toe"


def test_its_errors_share_one_family():
    known = painlink.load()

    with pytest.raises(NoPlaceFound):
        known.explain("xyzzy")
    with pytest.raises(UnknownEntry):
        known.find("bakc")
    assert issubclass(NoPlaceFound, painlink.PainlinkError)


PUBLIC = [
    *("Certainty", "Explanation", "Library", "Link", "PainlinkError", "Understanding"),
    *("__version__", "load"),
]


def test_it_has_no_other_public_names():
    assert painlink.__all__ == PUBLIC
    with pytest.raises(AttributeError):
        getattr(painlink, "nothing")  # noqa: B009, a type checker would refuse the name


@pytest.mark.parametrize("name", [name for name in PUBLIC if name != "__version__"])
def test_a_public_name_is_there_listed_and_explained(name: str):
    assert name in dir(painlink)
    assert getattr(painlink, name).__doc__


def test_what_it_answers_is_of_the_types_it_names():
    known = painlink.load(TINY)
    explanation = known.explain("toe", "sole")

    assert isinstance(known, painlink.Library)
    assert isinstance(explanation, painlink.Explanation)
    assert {type(link) for link in explanation.links} == {painlink.Link}
    assert {type(link.certainty) for link in explanation.links} == {painlink.Certainty}
