"""How much of two printed sides a sheet takes, in millimetres, and what leaves it first."""

import pytest

from painlink.model.grades import Urgency
from painlink.model.practice import PracticeExercise
from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Grid,
    Heading,
    Notice,
    Options,
    Page,
    Paragraph,
    Reference,
    References,
    plain,
)
from painlink.pages.parts.framing import framed
from painlink.pages.parts.picture import Figure, Logo
from painlink.pages.parts.room import ToTry, ever_less, fits_on_two_sides, sides
from tests.explain.made import approach, ids, made

BODY = Figure("Where it hurts", "A drawn body.", (), ())
LOGO = Logo("name", "image/png", b"", 1, 1)
HEADING = Heading(2, "a")
ONE = plain("one line")


def letters(number: int) -> str:
    """Return words that take so many letters: all short, so that they break well, but the last."""
    return f"{'a ' * (number // 2 - 1)}{'b' * (2 + number % 2)}"


def page(*blocks: Block, imprint: str = "one", disclaimer: str = "one") -> Page:
    made_page = framed(made(), "A sheet", blocks, dict, is_sheet=True)
    return made_page._replace(imprint=plain(imprint), disclaimer=plain(disclaimer))


@pytest.mark.parametrize("most", [2, 3, 124, 125])
def test_the_words_of_these_tests_have_as_many_letters_as_they_say(most: int):
    assert len(letters(most)) == most


@pytest.mark.parametrize(
    ("block", "takes"),
    [
        (Heading(2, letters(300)), 5.2),
        (Paragraph(plain(letters(125))), 3.82),
        (Paragraph(plain(letters(126))), 7.34),
        (Paragraph(plain(letters(250))), 7.34),
        (Paragraph(plain(letters(253))), 10.86),
        (Paragraph(plain("a" * 300)), 3.82),
        (Paragraph(plain(f"{'a' * 62} {'b' * 62} {'c' * 62} {'d' * 62}")), 7.34),
        (Paragraph(plain(f"{'a' * 62} {'b' * 63}")), 7.34),
        (Bullets((plain(letters(125)), ONE)), 7.64),
        (Bullets((plain(letters(126)), ONE)), 11.16),
        (Notice(Urgency.URGENT, "title", (Paragraph(ONE), Heading(3, "of it"))), 14.22),
        (Options(("a", "b", "c"), ()), 4.35),
        (Options(("a", "b", "c"), tuple((plain(letters(36)), ONE, ONE) for _ in "ab")), 11.85),
        (Options(("a", "b", "c"), ((plain(letters(37)), ONE, ONE),)), 11.25),
        (Options(("a", "b", "c"), ((ONE, plain(letters(64)), ONE),)), 8.1),
        (Options(("a", "b", "c"), ((ONE, plain(letters(65)), ONE),)), 11.25),
        (Options(("a", "b", "c"), ((ONE, ONE, plain(letters(42))),)), 8.1),
        (Options(("a", "b", "c"), ((ONE, ONE, plain(letters(43))),)), 11.25),
        (Choices(plain("a" * 4), ("b" * 30, "c" * 30)), 4.3),
        (Choices(plain("a" * 5), ("b" * 30, "c" * 30)), 8.6),
        (Blanks(ONE, 1), 5.7),
        (Blanks(ONE, 3), 17.1),
        (Blanks(ONE, 3, short=True), 8.55),
        (Grid(("a",) * 6, (("a",),) * 5), 14.36),
        (Grid(("a",) * 6, (("a",),) * 6), 18.48),
        (Grid(("a",) * 7, (("a",),) * 6), 34.48),
        (References(tuple(Reference("a", 1, plain("a" * 71)) for _ in "ab")), 7.98),
        (References((Reference("a", 1, plain("a" * 149)),)), 10.76),
        (LOGO, 5),
    ],
    ids=lambda one: type(one).__name__,
)
def test_what_stands_before_the_drawn_body_takes_this_much_of_the_first_side(
    block: Block, takes: float
):
    first, second = sides(page(block, Heading(2, "What I have noticed"), BODY))

    assert first == pytest.approx(5.2 + takes)  # the title
    assert second == pytest.approx(5.2 + 2 * 3.52 + 2)  # the heading over the body, and the foot


def test_the_second_side_has_the_foot_and_its_letters_are_as_large_as_the_text():
    def foot(imprint: int, disclaimer: int) -> float:
        return sides(page(imprint=letters(imprint), disclaimer=letters(disclaimer)))[1]

    assert foot(125, 115) == pytest.approx(9.04)
    assert foot(126, 115) == pytest.approx(12.56)
    assert foot(125, 116) == pytest.approx(12.56)


def test_a_sheet_without_a_drawn_body_has_all_of_it_on_one_side():
    assert sides(page(Heading(2, "a"), Paragraph(ONE))) == pytest.approx((5.2, 18.06))


def test_a_picture_behind_the_body_takes_no_room_of_the_first_side():
    assert sides(page(Heading(2, "a"), BODY, LOGO))[0] == pytest.approx(5.2)


def test_a_sheet_fits_as_long_as_each_side_takes_no_more_than_263_millimetres():
    def first_side(more: Block) -> Page:
        return page(*(HEADING for _ in range(42)), Blanks(ONE, 6), more, HEADING, BODY)

    long_foot = page(*(HEADING for _ in range(49)), disclaimer=letters(116))

    assert sides(first_side(Blanks(ONE, 1, short=True)))[0] == pytest.approx(260.65)
    assert fits_on_two_sides(first_side(Blanks(ONE, 1, short=True)))
    assert sides(first_side(Blanks(ONE, 1)))[0] == pytest.approx(263.5)
    assert not fits_on_two_sides(first_side(Blanks(ONE, 1)))
    assert sides(long_foot) == pytest.approx((5.2, 267.36))
    assert not fits_on_two_sides(long_foot)


def test_the_least_sure_leave_first_and_what_keeps_safe_or_is_a_readers_own_leaves_never():
    told = (
        approach("first"),
        approach("safe", keeps_safe=True),
        approach("own", origin="X"),
        approach("last"),
    )
    exercises = tuple(PracticeExercise(f"Curl {at}", "So.", ("a",), "Never.") for at in range(5))

    offered = list(ever_less(ToTry(told, exercises)))

    assert [ids(one.approaches) for one in offered] == [
        ["first", "safe", "own", "last"],
        ["first", "safe", "own"],
        ["safe", "own"],
    ]
    assert {one.exercises for one in offered} == {exercises[:4]}
    assert [one.left_out for one in offered] == [
        ("Curl 4",),
        ("name last", "Curl 4"),
        ("name first", "name last", "Curl 4"),
    ]
