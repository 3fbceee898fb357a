"""Certainty and urgency: their order and their fixed words."""

import pytest

from painlink.model.grades import Certainty, Urgency


def test_certainty_falls_from_high_to_unsupported():
    assert list(Certainty) == ["high", "moderate", "low", "very-low", "unsupported"]
    assert [level.rank for level in Certainty] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("level", "wording"),
    [
        ("high", "is linked"),
        ("moderate", "probably"),
        ("low", "may"),
        ("very-low", "it is very uncertain whether"),
        ("unsupported", "the evidence does not support this"),
    ],
)
def test_each_level_has_one_fixed_wording(level: str, wording: str):
    assert Certainty(level).wording == wording


@pytest.mark.parametrize(
    ("level", "below"),
    [
        ("high", "moderate"),
        ("moderate", "low"),
        ("low", "very-low"),
        ("very-low", "very-low"),
        ("unsupported", "unsupported"),
    ],
)
def test_rating_down_is_one_level_and_ends_at_very_low(level: str, below: str):
    assert Certainty(level).rated_down() == below


@pytest.mark.parametrize(
    ("level", "label"), [("very-low", "Very low certainty"), ("unsupported", "Not supported")]
)
def test_a_level_has_a_label_for_readers(level: str, label: str):
    assert Certainty(level).label == label


def test_emergency_is_the_most_urgent():
    assert [urgency.rank for urgency in Urgency] == [0, 1, 2]
    assert Urgency.EMERGENCY.rank == 0
