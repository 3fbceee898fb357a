"""What may help, word by word: how sure for which area, what a page has room for, what to mind."""

from typing import Any

import pytest

from painlink.model.areas import Area
from painlink.model.entries import Approach, Benefit
from painlink.model.figures import Share, Shares, Sketch, Ticks
from painlink.model.grades import Certainty
from painlink.pages.parts.citing import Citations
from painlink.pages.sections.approaches import (
    approach_in_brief,
    approach_in_full,
    approach_to_try,
    is_tried,
    most_worth_telling,
    what_to_mind,
)
from tests.explain.made import approach, area, ids, made
from tests.pages.test_signs import lines, said

HIGH, FAIR, LOW, HARDLY = list(Certainty)[:4]
NONE = Certainty.UNSUPPORTED
KNOWN = made(
    areas=(
        area("thumb", part_of="a", name="thumb"),
        *(area(id_, name=name) for id_, name in {"a": "arm", "b": "back", "c": "chest"}.items()),
    )
)
FIRST = approach("x").benefits[0]
SUMMARY = "Leave the shoe off for a while."


def helps(where: str, level: Certainty, **more: Any) -> Benefit:
    """Return what it does for the areas *where*, by their letters or "thumb"."""
    areas = ("thumb",) if where == "thumb" else tuple(where)
    answer = f"It eases {where}. Much so."
    return FIRST._replace(areas=areas, certainty=level, answer=answer)._replace(**more)


def way(*benefits: Benefit, id_: str = "x", **more: Any) -> Approach:
    return approach(id_, benefits=benefits, **more)


def asked(where: str) -> tuple[Area, ...]:
    return tuple(KNOWN.areas[id_] for id_ in (("thumb",) if where == "thumb" else where))


def in_brief(one: Approach, where: str) -> list[str]:
    blocks = approach_in_brief(KNOWN, one, asked(where), Citations(KNOWN))
    return [line for block in blocks for line in lines(block)]


@pytest.mark.parametrize(
    ("one", "where", "told"),
    [
        (way(helps("a", LOW)), "a", f"Name x (low). {SUMMARY}"),
        (way(helps("ab", LOW)), "ab", f"Name x (low for both). {SUMMARY}"),
        (way(helps("abc", LOW)), "abc", f"Name x (low for all). {SUMMARY}"),
        (
            way(helps("a", LOW), helps("bc", NONE)),
            "abc",
            f"Name x (arm: low; back: no help shown; chest: no help shown). {SUMMARY}",
        ),
        (way(helps("a", LOW)), "ab", f"Name x (arm: low). {SUMMARY}"),
        (
            way(helps("thumb", HIGH, in_brief="In brief."), helps("b", LOW, also="Also.")),
            "ab",
            f"Name x (thumb: high; back: low). In brief. Also. {SUMMARY}",
        ),
        (
            way(helps("ab", LOW, in_brief="Brief.", also="Also.", mind="Mind."), origin="X"),
            "ab",
            f"Name x (low for both). Brief. {SUMMARY} Mind. (X)",
        ),
        (way(helps("a", LOW, in_brief="For a.")), "thumb", f"Name x (low). For a. {SUMMARY}"),
        (
            way(helps("a", FAIR, in_brief="For a."), helps("thumb", LOW, in_brief="For it.")),
            "thumb",
            f"Name x (low). For it. {SUMMARY}",
        ),
        (way(helps("ab", LOW), finds_causes=True), "ab", f"Name x. {SUMMARY}"),
    ],
)
def test_in_brief_it_tells_how_sure_it_is_for_each_area(one: Approach, where: str, told: str):
    assert in_brief(one, where) == [f"* {told}"]


MOVE = Sketch(("o", "|"), "Down.")
DAYS = Ticks("Each day.", ("1", "2"))
OF_100 = Shares(
    "Of 100", (Share("men", 10, "string-2001"), Share("women", 20, "string-2001", up_to=25))
)


@pytest.mark.parametrize(
    ("one", "where", "told"),
    [
        (
            way(helps("ab", LOW, in_brief="Eases."), begin="Walk."),
            "ab",
            ["* Name x (low for both). Walk. Eases. Leave the shoe off for a while."],
        ),
        (
            way(
                helps("a", LOW, begin="Lift.", in_brief="Eases a."),
                helps("b", LOW, in_brief="Eases b."),
                begin="Walk.",
                ticks=DAYS,
            ),
            "ab",
            [
                f"* Name x (low for both). Lift. Eases a. Walk. Eases b. {SUMMARY}",
                "Each day. [ ] 1 [ ] 2",
            ],
        ),
        (
            way(helps("a", LOW, begin="Lift.", in_brief="Eases."), begin="Walk.", ticks=DAYS),
            "a",
            [
                "* Name x (low). Lift. Eases. Leave the shoe off for a while.",
                "Each day. [ ] 1 [ ] 2",
            ],
        ),
        (
            way(
                helps("a", LOW, begin="Lift.", in_brief="Eases."),
                helps("b", HARDLY, sketch=MOVE),
                begin="Walk.",
            ),
            "ab",
            ["* Name x (arm: low; back: very low). Lift. Eases. Leave the shoe off for a while."],
        ),
        (
            way(helps("a", HARDLY), begin="Walk.", origin="X"),
            "a",
            ["* Name x (very low). Walk. Leave the shoe off for a while. (X)"],
        ),
        (
            way(helps("a", LOW, in_brief="Eases.", sketch=MOVE)),
            "a",
            ["* Name x (low). Eases. Leave the shoe off for a while.", "o", "|", "Down."],
        ),
        (
            way(helps("a", LOW, in_brief="Eases 10 [string-2001]. Well.", shares=OF_100)),
            "a",
            [
                "* Name x (low). Well. Leave the shoe off for a while. Of 100 [1]:",
                "men: 10",
                "women: 20 to 25",
            ],
        ),
    ],
    ids=[
        "one beginning",
        "one of each",
        "another beginning",
        "hardly",
        "all hardly",
        "a move",
        "drawn",
    ],
)
def test_in_brief_one_reads_how_to_begin_and_what_that_does(
    one: Approach, where: str, told: list[str]
):
    """What is drawn of the figures is not told as well."""
    assert in_brief(one, where) == told


def test_the_surest_effect_is_told_and_of_equals_the_most_exact():
    of_all = helps("abc", LOW, in_brief="For all.")

    def brief(*benefits: Benefit) -> str:
        return " ".join(in_brief(way(*benefits), "a"))

    assert "For a." in brief(of_all, helps("a", LOW, in_brief="For a."))
    assert "For all." in brief(of_all, helps("a", HARDLY, in_brief="For a."))
    thumb = [helps("thumb", level, in_brief=f"{level.words}.") for level in (HARDLY, LOW, FAIR)]
    assert brief(*thumb).endswith("(thumb: moderate). moderate. Leave the shoe off for a while.")


@pytest.mark.parametrize(
    ("one", "is_told"),
    [
        (way(helps("a", HARDLY, in_brief="x")), False),
        (way(helps("a", LOW, in_brief="x")), True),
        (way(helps("a", LOW)), False),
        (way(helps("a", HARDLY), origin="X"), True),
        (way(helps("a", HARDLY), helps("b", LOW, in_brief="x")), True),
        (way(helps("a", HARDLY, in_brief="x"), helps("b", LOW)), True),
        (way(helps("c", LOW), helps("b", HARDLY, in_brief="x")), False),
    ],
)
def test_what_is_hardly_tested_for_the_areas_is_not_told(one: Approach, is_told: bool):
    assert is_tried(KNOWN, one, asked("ab")) is is_told


@pytest.mark.parametrize(
    ("most", "told"),
    [
        (0, ["own"]),
        (1, ["safe", "own"]),
        (2, ["both", "safe", "own"]),
        (3, ["one", "both", "safe", "own"]),
        (4, ["one", "both", "hard", "safe", "own"]),
    ],
)
def test_what_keeps_safe_comes_first_then_what_helps_most_areas(most: int, told: list[str]):
    tried = [
        way(helps("a", LOW), id_="one"),
        way(helps("ab", LOW), id_="both"),
        way(helps("a", LOW), helps("b", HARDLY), id_="hard"),
        way(helps("a", HARDLY), id_="safe", keeps_safe=True),
        way(helps("a", HARDLY), id_="own", origin="X"),
    ]

    assert ids(most_worth_telling(KNOWN, tried, asked("ab"), most=most)) == told


def test_what_to_mind_is_told_even_of_what_has_no_room():
    cited = helps("a", LOW, mind="Mind a [string-2001].")
    ways = [way(cited, helps("b", LOW, mind="Mind b.")), way(cited._replace(mind="Mind it."))]

    def told(*those: Approach) -> str:
        return said(what_to_mind(KNOWN, those, asked("ab"), Citations(KNOWN)))

    assert told(*ways) == "Mind a [1]. Mind b. Mind it."
    assert told(way(helps("a", LOW))) == told() == ""


def to_try(where: str, *benefits: Benefit, **more: Any) -> list[str]:
    cells = approach_to_try(KNOWN, way(*benefits, **more), asked(where), Citations(KNOWN))
    return list(map(said, cells))


def test_on_a_sheet_each_effect_has_its_certainty_and_of_three_the_surest_is_told_whole():
    assert to_try("ab", helps("a", LOW, also="Also a."), helps("b", NONE), origin="X") == [
        "Name x. Take the shoe off. Walk about. (X)",
        "It eases a (low). Much so. Also a. It eases b (no help shown). Much so.",
        "Mind the floor.",
    ]
    assert to_try("abc", helps("a", LOW, also="Also a."), helps("b", HIGH), helps("c", NONE))[
        1
    ] == (
        "It eases b (high). Much so. Much so. Also a. Much so. "
        "How sure elsewhere: arm: low; chest: no help shown."
    )
    assert to_try("abc", helps("abc", LOW))[1] == "It eases abc (low). Much so."
    assert to_try("ab", helps("ab", LOW))[1] == "It eases ab (low). Much so."


def test_in_full_each_effect_stands_with_its_grade_and_sources_and_the_risk_last():
    one = way(helps("a", LOW, also="Also a."), helps("b", HIGH), origin="X", example="On grass.")
    source = "* For: In 12 people the toe eased [1]."

    assert lines(approach_in_full(one, Citations(KNOWN))) == [
        "> Name x (X)",
        f"{SUMMARY} It takes the pressure away. On grass.",
        "It eases a. Much so. (low certainty) Also a.",
        source,
        "It eases b. Much so. (high certainty)",
        source,
        "Risk: Mind what you step on.",
    ]
