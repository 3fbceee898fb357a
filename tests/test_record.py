"""Records: immutable, with named fields, equal to their own kind only."""

import copy
from typing import Any

import pytest

from painlink.model.record import Record, fields


class Toe(Record):
    """A toe."""

    name: str
    nails: int = 1
    note: str | None = None

    @property
    def is_great(self) -> bool:
        """Whether it is the first."""
        return self.name == "great"


class Finger(Record):
    """As many fields as a toe."""

    name: str
    nails: int = 1
    note: str | None = None


GREAT = Toe("great")


@pytest.mark.parametrize(
    "made",
    [
        Toe("great", 1, None),
        Toe(name="great"),
        Toe("great", note=None),
        Toe(note=None, nails=1, name="great"),
        Toe._make(["great", 1, None]),
        Toe("small")._replace(name="great"),
        Toe(**GREAT._asdict()),
        copy.deepcopy(GREAT),
    ],
    ids=[
        *("by position", "by name", "mixed", "in another order", "of a list", "changed"),
        *("of a dictionary", "copied"),
    ],
)
def test_however_it_is_made_it_is_the_same(made: Toe):
    assert made == GREAT
    assert type(made) is Toe
    assert hash(made) == hash(GREAT)
    assert (made.name, made.nails, made.note, made.is_great) == ("great", 1, None, True)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        ((), {"nails": 1}),
        (("great", 1, None, 4), {}),
        (("great",), {"name": "small"}),
        (("great",), {"nail": 1}),
    ],
    ids=["nothing", "one is missing", "one too many", "one twice", "no such field"],
)
def test_what_does_not_fit_its_fields_is_refused(values: tuple[Any, ...], named: dict[str, Any]):
    with pytest.raises(TypeError, match="Toe has the fields name, nails, note"):
        Toe(*values, **named)


@pytest.mark.parametrize("values", [["great"], ["great", 1, None, 4]], ids=["too few", "too many"])
def test_a_list_has_a_value_for_each_field(values: list[Any]):
    with pytest.raises(TypeError, match="Toe has the fields name, nails, note"):
        Toe._make(values)


def test_it_equals_nothing_of_another_kind():
    assert Finger("great") != GREAT
    assert tuple(GREAT) != GREAT
    assert Toe("small") != GREAT


def test_nothing_in_it_can_be_changed():
    with pytest.raises(AttributeError):
        GREAT.name = "small"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        GREAT.color = "red"  # type: ignore[attr-defined]


def test_it_shows_itself_as_one_would_write_it():
    assert repr(GREAT) == "Toe(name='great', nails=1, note=None)"


def test_it_is_matched_by_position_and_by_name():
    match GREAT:
        case Toe("great", nails=nails):
            assert nails == 1
        case _:
            pytest.fail("it matches")


def test_fields_are_those_of_records_only():
    assert fields(GREAT) == fields(Toe) == ("name", "nails", "note")
    assert fields(("great", 1)) == fields("great") == fields(None) == ()


def test_a_field_with_a_default_comes_last():
    with pytest.raises(TypeError, match="Claw: what has a default comes last"):

        class Claw(Record):
            name: str = "claw"
            length: int  # type: ignore[misc] # the type checker says so too


def test_no_record_is_a_kind_of_another():
    with pytest.raises(TypeError, match="BigToe: "):

        class BigToe(Toe):
            width: int = 1
