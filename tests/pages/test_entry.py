"""The page of one entry, line by line: what it tells of itself, and what points to it."""

from typing import Any

import pytest

from painlink.model.entries import Entry
from painlink.model.grades import Certainty, Danger
from painlink.pages import entry
from painlink.pages.blocks import Heading, Notice, Page
from painlink.pages.entry import Shown, kind_of, opened_by
from tests.conftest import TINY_KNOWLEDGE
from tests.explain.made import TODAY, approach, area, link, made, mechanism, pair, sign
from tests.pages.test_signs import lines

HIGH, LOW = Certainty.HIGH, Certainty.LOW
EVERYDAY = TINY_KNOWLEDGE.mechanisms["shoe"].everyday
assert EVERYDAY
KNOWN = made(
    sign("s", TODAY, areas=("a", "own"), origin="X"),
    sign("combined", combination=(("a", "own"), ("b",))),
    sign("alone", areas=()),
    areas=(
        area(
            "a",
            name="arm",
            aliases=tuple(f"limb {at}" for at in range(13)),
            uberon="UBERON:1",
            hpo="HP:1",
        ),
        area("b", name="back", part_of="own", aliases=tuple(f"spine {at}" for at in range(12))),
        area("own", name="fin", origin="X", hpo="HP:2"),
    ),
    mechanisms=(
        mechanism("m0"),
        mechanism("m1", everyday=EVERYDAY._replace(areas=("a", "own"))),
        mechanism("m2", origin="X"),
    ),
    links=(
        link("a", "b", "m0", name="One", certainty=LOW),
        link("b", "own", "m0", name="Two", certainty=HIGH, origin="X"),
        link("a", "b", "m2", name="Three", certainty=LOW, danger=Danger.VESSEL),
    ),
    pairs=(pair("a", "b"), pair("b", "own", origin="X")),
    approaches=(approach("ap"),),
)
PAPER = KNOWN.sources["string-2001"]
TOLD_OF_PAPER = (
    "String S, et al. A string from toe to ankle. Journal of Strings 1(1):1-2. 2001. (cohort) "
)


def page_of(thing: Entry) -> Page:
    return entry.page(KNOWN, thing)


def told(thing: Entry) -> list[str]:
    """Return the lines of its page, without those of the warning of an area."""
    blocks = page_of(thing).blocks
    is_area = bool(blocks) and thing.id in KNOWN.areas
    return [
        line
        for block in blocks
        if not (is_area and isinstance(block, Notice))
        for line in lines(block)
    ]


@pytest.mark.parametrize(
    ("id_", "shown", "opens"),
    [
        ("s", "It is shown for: arm and fin (X).", "painlink redflags a"),
        ("combined", "It leads when these hurt together: arm or fin (X) with back.", ""),
        ("alone", "Call your local emergency number or go to an emergency room. Do not drive.", ""),
    ],
)  # fmt: skip
def test_a_sign_tells_where_it_is_shown_and_with_what_it_leads(id_: str, shown: str, opens: str):
    page = told(KNOWN.red_flags[id_])

    assert page[-2:] == [shown, f"Go deeper: {opens or 'painlink list'}"]
    assert (page[0] == "X.") is (id_ == "s")


def test_an_area_tells_its_names_its_whole_its_parts_and_its_codes():
    used = "## Where it is used"
    of_arm, of_back, of_fin = (told(KNOWN.areas[id_]) for id_ in ("a", "b", "own"))

    twelve = ", ".join(f"limb {at}" for at in range(12))
    assert of_arm[: of_arm.index(used)] == [
        "## Names",
        "* Its pain is called a pain.",
        f"* Also called: {twelve} and 1 more.",
        "* Codes in UBERON and HPO: UBERON:1 and HP:1.",
    ]
    assert of_back[1:4] == [
        "* Its pain is called b pain.",
        f"* Also called: {', '.join(f'spine {at}' for at in range(11))} and spine 11.",
        "* It is part of the fin (X).",
    ]
    assert of_fin[: of_fin.index(used)] == [
        *("X.", "## Names", "* Its pain is called own pain.", "* Its parts: back."),
        "* Codes in UBERON and HPO: HP:2.",
    ]
    assert told(KNOWN.areas["c"]) == [
        *("## Names", "* Its pain is called c pain.", "Go deeper: painlink explain c"),
    ]


def test_what_points_to_it_says_what_it_is_whose_and_how_it_opens():
    of_fin = told(KNOWN.areas["own"])

    assert of_fin[of_fin.index("## Where it is used") + 1 :] == [
        "* Back. painlink show b",
        "* Back and fin: Two (high certainty). (X) painlink show b--own--m0",
        "* B pain and own pain. (X) painlink show b--own",
        "* Warning sign: name s. (X) painlink show s",
        "* Warning sign: name combined. painlink show combined",
        "Go deeper: painlink explain own",
    ]


def test_a_source_tells_who_cites_it_for_what_and_where_else_it_stands():
    twice = PAPER._replace(id="twice", url="https://paper.example")
    by_itself = PAPER._replace(id="page", doi=None, url="https://page.example")

    shown = told(PAPER)
    assert shown[:3] == [
        f"* {TOLD_OF_PAPER}https://doi.org/10.0000/string",
        "## What cites it",
        "* Arm and back: One (low certainty). In 12 people the sole moved with the toe. "
        "painlink show a--b--m0",
    ]
    assert "* Name ap. painlink show ap" in shown
    assert told(twice) == [
        f"* {TOLD_OF_PAPER}https://doi.org/10.0000/string",
        "* Also at: https://paper.example",
        "Go deeper: painlink list",
    ]
    assert told(by_itself) == [
        f"* {TOLD_OF_PAPER}https://page.example", "Go deeper: painlink list",
    ]  # fmt: skip
    assert page_of(PAPER).sources == (PAPER,)


def test_a_mechanism_tells_its_links_surest_first_and_where_it_is_everyday():
    of_links, of_days = told(KNOWN.mechanism("m0")), told(KNOWN.mechanism("m1"))

    assert of_links[:4] == [
        "One part tugs at the next (traction)",
        "One part pulls at the part beside it. A string joins them [1].",
        "It does not mean that the string is too short.",
        "## Where it may link two areas",
    ]
    assert [line for line in of_links if line.startswith(">")] == [
        "> Arm to back: One (name m0)", "> Back to fin (X): Two (name m0) (X)",
    ][::-1]  # fmt: skip
    assert of_links[-1] == "Go deeper: painlink list areas"
    assert of_days[3:] == [
        "## In everyday life",
        "Low certainty: it can make these ache at once: arm and fin (X).",
        "A new shoe may make both ache [1]. It mostly eases within days [1].",
        "What the sources show",
        "* For: In 12 people both ached in a new shoe, and eased within days [1].",
        "Go deeper: painlink list areas",
    ]


def test_a_link_and_a_pair_lead_to_their_page():
    one = told(KNOWN.links["b--own--m0"])

    assert one[:3] == ["X.", "Back to fin (X): Two (name m0) (X)", "High certainty."]
    assert one[-1] == "Go deeper: painlink explain b own"
    assert told(KNOWN.pairs["a--b"])[-1] == "Go deeper: painlink explain a b"


@pytest.mark.parametrize(
    ("thing", "title", "kind", "opens", "advises"),
    [
        (KNOWN.mechanism("m0"), "Name m0", "mechanism", "show m0", False),
        (KNOWN.mechanism("m1"), "Name m1", "mechanism", "show m1", True),
        (KNOWN.mechanism("m2"), "Name m2", "mechanism", "show m2", True),
        (KNOWN.areas["a"], "Arm", "area", "explain a", True),
        (KNOWN.links["a--b--m0"], "One", "link", "show a--b--m0", False),
        (KNOWN.links["a--b--m2"], "Three", "link", "show a--b--m2", True),
        (KNOWN.pairs["a--b"], "A pain and b pain", "pair", "explain a b", True),
        (KNOWN.approaches["ap"], "Name ap", "approach", "show ap", True),
        (KNOWN.red_flags["s"], "Warning sign: name s", "red-flag", "show s", True),
        (PAPER, "A string from toe to ankle", "source", "show string-2001", False),
    ],
    ids=lambda one: getattr(one, "id", ""),
)
def test_what_it_is_called_how_it_opens_and_whether_one_might_act_on_it(
    thing: Any, title: str, kind: str, opens: str, advises: bool
):
    page = page_of(thing)
    held = page.contents()

    assert (page.title, kind_of(thing), opened_by(thing)) == (title, kind, f"painlink {opens}")
    assert bool(page.in_brief) is not advises
    assert isinstance(held, Shown)
    assert (held.kind, held.entry) == (kind, thing)


def test_what_is_already_known_to_point_to_it_is_not_looked_for():
    back, arm = KNOWN.areas["b"], KNOWN.areas["a"]
    page = entry.page(KNOWN, arm, [arm, back])
    held = page.contents()

    assert isinstance(held, Shown)
    assert held.cited_by == ("b",)
    assert Heading(2, "Where it is used") in page.blocks
    assert Heading(2, "Where it is used") not in entry.page(KNOWN, arm, []).blocks
