"""A list of a few made entries, row by row: what each tells of itself, and how it is narrowed."""

from collections.abc import Iterator

import pytest

from painlink.errors import FilterDoesNotApply
from painlink.explain.selection import Selection
from painlink.model.entries import Answer
from painlink.model.grades import Certainty, Listed
from painlink.pages import listing
from painlink.pages.blocks import Page, Rows
from painlink.pages.listing import Everything, Listing
from tests.conftest import TINY_KNOWLEDGE
from tests.explain.made import TODAY, approach, area, ids, link, made, mechanism, pair, sign
from tests.pages.test_signs import lines, said

HIGH, LOW = Certainty.HIGH, Certainty.LOW
SHOE = TINY_KNOWLEDGE.mechanisms["shoe"]
GAIN = approach("x").benefits[0]
ALSO = tuple(f"limb {at}" for at in range(5))
SUMMARY = "One part pulls at the part beside it."
KNOWN = made(
    sign("s", TODAY, origin="X"),
    areas=(
        area("a", name="arm", aliases=ALSO),
        area("b", name="back", aliases=ALSO[:4], part_of="a"),
        area("own", name="fin", origin="X"),
        area("tip", name="tip", part_of="own", origin="X"),
    ),
    mechanisms=(
        mechanism("m0", plain="A way", summary="It is so [x-1]. Or not."),
        mechanism("m1", plain="In daily life", everyday=SHOE.everyday),
        mechanism("m2", plain="No way"),
        mechanism("m3", plain="An own way", origin="X"),
    ),
    links=(
        link("a", "b", "m0", name="One", summary="So [x-1].", certainty=LOW),
        link("b", "own", "m0", name="Two", summary="So.", certainty=HIGH, origin="X"),
        link("a", "b", "m3", name="Three", summary="So.", certainty=LOW, origin="X"),
    ),
    pairs=(pair("a", "b", together=Answer("They do [x-1].", LOW)),),
    approaches=(approach("ap", benefits=(GAIN, GAIN._replace(certainty=HIGH))),),
)
TITLES = {
    Listed.MECHANISMS: "Mechanisms: how pain in two places may be linked",
    Listed.AREAS: "Areas of the body",
    Listed.PAIRS: "Pairs of areas with an answer",
    Listed.LINKS: "Links: how two areas may be joined by a mechanism",
    Listed.APPROACHES: "What may help",
    Listed.RED_FLAGS: "Warning signs",
    Listed.SOURCES: "Sources",
}
ROWS = {
    Listed.MECHANISMS: [
        "m0 | A way | It is so. Or not. | High certainty at best (X)",
        f"m1 | In daily life | {SUMMARY} | everyday cause, low certainty",
        f"m2 | No way | {SUMMARY} | no link yet",
        f"m3 | An own way | {SUMMARY} | Low certainty at best; X",
    ],
    Listed.AREAS: [
        "a | Arm | Also: limb 0, limb 1, limb 2 and limb 3. | ",
        "b | Back | Also: limb 0, limb 1, limb 2 and limb 3. | part of the arm",
        *(f"{id_} | The {id_} |  | " for id_ in (*"cdefg", "widespread")),
        "own | Fin |  | X",
        "tip | Tip |  | part of the fin (X); X",
    ],
    Listed.PAIRS: ["a--b | A pain and b pain | They do. | Low certainty"],
    Listed.LINKS: [
        "a--b--m0 | Arm and back: One | So. | Low certainty",
        "b--own--m0 | Back and fin (X): Two | So. | High certainty; X",
        "a--b--m3 | Arm and back: Three | So. | Low certainty; X",
    ],
    Listed.APPROACHES: ["ap | Name ap | Leave the shoe off for a while. | High certainty at best"],
    Listed.RED_FLAGS: ["s | Name s | Sign s. | urgent; X"],
    Listed.SOURCES: [
        "string-2001 | string-2001 | String S, et al. A string from toe to ankle. Journal of "
        "Strings 1(1):1-2. 2001. (cohort) https://doi.org/10.0000/string | ",
        "no-string-2002 | no-string-2002 | No string was found. (patient page) | ",
    ],
}
FIRST = {
    Listed.MECHANISMS: "show m0",
    Listed.AREAS: "explain a",
    Listed.PAIRS: "explain a b",
    Listed.LINKS: "show a--b--m0",
    Listed.APPROACHES: "show ap",
    Listed.RED_FLAGS: "show s",
    Listed.SOURCES: "show string-2001",
}


def told(page: Page) -> Iterator[str]:
    for block in page.blocks:
        if isinstance(block, Rows):
            for row in block.items:
                yield f"{row.id} | {row.name} | {said(row.summary)} | {row.note}"
        else:
            yield from lines(block)


@pytest.mark.parametrize("kind", TITLES)
def test_each_row_tells_what_it_is_and_whose_and_the_first_can_be_opened(kind: Listed):
    page = listing.page(KNOWN, kind)
    contents = page.contents()

    assert page.title == TITLES[kind]
    assert [*told(page)] == [*ROWS[kind], f"Go deeper: painlink {FIRST[kind]}"]
    assert isinstance(contents, Listing)
    assert contents[:4] == (kind, None, None, None)
    assert [f"{id_} |" for id_ in ids(contents.items)] == [
        row[: row.index("|") + 1] for row in ROWS[kind]
    ]
    assert page.sources == (contents.items if kind is Listed.SOURCES else ())


def test_everything_is_told_kind_by_kind_the_links_with_their_mechanisms():
    page = listing.page(KNOWN, Listed.EVERYTHING)
    contents = page.contents()

    assert page.title == "Everything that painlink knows"
    assert [*told(page)] == [
        *(one for kind, title in TITLES.items() for one in (f"## {title}", *ROWS[kind])),
        "Go deeper: painlink list everything --json",
    ]
    assert isinstance(contents, Everything)
    groups = (KNOWN.areas, KNOWN.ambiguous_words, KNOWN.mechanisms, KNOWN.pairs)
    others = (KNOWN.red_flags, KNOWN.approaches, KNOWN.sources)
    assert [ids(group) for group in contents[1:]] == [[*one] for one in (*groups, *others)]
    assert [len(one.links) for one in contents.mechanisms] == [2, 0, 0, 1]


@pytest.mark.parametrize(
    ("only", "narrowed", "rows", "asked"),
    [
        (
            Selection(area=KNOWN.areas["own"]),
            "fin (X)",
            ["High certainty at best (X)"],
            ("own", None, None),
        ),
        (
            Selection(certainty=LOW),
            "low certainty",
            ["Low certainty at best", "Low certainty at best; X"],
            (None, LOW, None),
        ),
        (
            Selection(mechanism=KNOWN.mechanisms["m3"]),
            "name m3 (X)",
            ["Low certainty at best; X"],
            (None, None, "m3"),
        ),
    ],
)
def test_a_list_that_is_narrowed_says_by_what_and_grades_what_is_left(
    only: Selection, narrowed: str, rows: list[str], asked: tuple[str | None, ...]
):
    page = listing.page(KNOWN, Listed.MECHANISMS, only)
    contents = page.contents()

    assert page.title == f"{TITLES[Listed.MECHANISMS]}: {narrowed}"
    assert [row.rpartition(" | ")[2] for row in [*told(page)][:-1]] == rows
    assert isinstance(contents, Listing)
    area_id = contents.area and contents.area.id
    assert (area_id, contents.certainty, contents.mechanism) == asked


def test_where_nothing_is_left_that_is_said():
    nothing = Selection(area=KNOWN.areas["a"], certainty=Certainty.VERY_LOW)

    assert [*told(listing.page(KNOWN, Listed.LINKS, nothing))] == [
        "painlink has nothing like this yet.",
        "Go deeper: painlink list areas",
    ]


def test_what_a_kind_has_not_is_refused_by_the_name_of_its_option():
    with pytest.raises(FilterDoesNotApply, match="--certainty does not apply"):
        listing.page(KNOWN, Listed.RED_FLAGS, Selection(certainty=LOW))
