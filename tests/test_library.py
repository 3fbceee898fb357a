"""painlink as a library: load once, ask in words."""

import pytest

import painlink
from painlink.errors import PainlinkError, UnknownArea, UnknownEntry
from tests.conftest import TINY


def test_it_explains_in_words():
    explanation = painlink.load().explain("back", "headache")

    assert [area.id for area in explanation.areas] == ["back", "head"]


def test_it_finds_an_entry_by_name():
    assert painlink.load().find("poor sleep").id == "poor-sleep"


def test_it_loads_another_folder():
    assert painlink.load(TINY).find("toe").id == "toe"


def test_its_errors_share_one_family():
    library = painlink.load()

    with pytest.raises(UnknownArea):
        library.explain("bakc")
    with pytest.raises(UnknownEntry):
        library.find("bakc")
    assert issubclass(UnknownArea, PainlinkError)


def test_it_has_no_other_public_names():
    assert painlink.__all__ == ["__version__", "load"]
    with pytest.raises(AttributeError):
        painlink.nothing  # noqa: B018, looking is the point
