"""What one entry can break by itself: each rule at its place, in its words, and at its edge."""

from time import gmtime
from typing import Any

import pytest

from painlink.model.about import Prompt
from painlink.model.areas import Place
from painlink.model.entries import Everyday
from painlink.model.figures import Share, Shares, Sketch, Ticks
from painlink.model.grades import Certainty, LookUp, View
from painlink.model.reviews import Part, Review, Reviewed, Reviewer
from painlink.model.words.texts import Path
from painlink.rules.of_one_entry import broken
from tests.conftest import KNOWLEDGE

AREA = KNOWLEDGE.areas["back"]
LINK = next(one for one in KNOWLEDGE.links.values() if not one.looked_up)
MECHANISM = KNOWLEDGE.mechanism(LINK.mechanism)._replace(everyday=None, links=(LINK,))
PAIR = KNOWLEDGE.pairs["back--head"]._replace(looked_up=(), reviewed=(), through=())
WORD = next(iter(KNOWLEDGE.ambiguous_words.values()))
FLAG = next(one for one in KNOWLEDGE.red_flags.values() if one.areas and not one.combination)
APPROACH = next(iter(KNOWLEDGE.approaches.values()))
SOURCE = next(iter(KNOWLEDGE.sources.values()))
ABOUT, HANDOUT = KNOWLEDGE.about, KNOWLEDGE.handout
SOUND = (AREA, LINK, MECHANISM, PAIR, WORD, FLAG, APPROACH, SOURCE, ABOUT, HANDOUT)
PLACE = Place(View.FRONT, 50, 50, 10, 10)
EVERYDAY = Everyday(("back", "head"), Certainty.LOW, "It may.", "It eases.", LINK.evidence)
REVIEW = Review("A", "nurse", "2026-11", (Reviewed(Part.SIGNS, "bcdfghjk"),))
LATEST = max(gmtime().tm_year, 2026) + 1
GROUPS = (("back",), ("head",))
MONTHS = ["2026-11", "1000-01", f"{LATEST}-12"]
NO_MONTHS = ["", "2026", "2026-1", "2026-13", "2026-00", "26-11", f"{LATEST + 1}-01", "2026-11-02"]
BESIDE = ("it lies beside the drawn body, 100 units wide and 220 high",)
VERDICT = "at most 300 characters: the warning signs follow it"
TWENTY = "at most 20 reviews; found 21"


def month(found: str) -> str:
    return f"a month is written as 2026-11; found {found!r}"


@pytest.mark.parametrize("record", SOUND, ids=lambda one: type(one).__name__)
def test_what_painlink_ships_with_breaks_no_rule(record: object):
    assert list(broken(record)) == []


def places(*changed: Any) -> dict[str, Any]:
    return {"places": (PLACE, *(PLACE._replace(**one) for one in changed))}


def shares(*groups: tuple[int, int | None]) -> dict[str, Any]:
    told = tuple(Share("some", of_100, "ashina-2018", up_to) for of_100, up_to in groups)
    return {"shares": Shares("Pain, of 100", told)}


NO_SHARE = "a share is from 0 to 100, and up to no less"

BROKEN: list[tuple[Any, dict[str, Any], Path, str]] = [
    *(
        (PAIR, shares((50, None), wrong), ("shares", "groups", 1), NO_SHARE)
        for wrong in ((-1, None), (101, None), (50, 101), (50, 49), (-1, 50))
    ),
    (PAIR, shares((1, None)), ("shares", "groups"), "2 to 6 groups are set side by side; found 1"),
    (PAIR, shares(), ("shares", "groups"), "2 to 6 groups are set side by side; found 0"),
    (
        PAIR,
        shares(*[(1, None)] * 7),
        ("shares", "groups"),
        "2 to 6 groups are set side by side; found 7",
    ),
    (
        APPROACH,
        {"benefits": (APPROACH.benefits[0]._replace(**shares((1, None))),)},
        ("benefits", 0, "shares", "groups"),
        "2 to 6 groups are set side by side; found 1",
    ),
    *(
        (
            APPROACH,
            {"benefits": (APPROACH.benefits[0]._replace(sketch=Sketch(lines, "Up.")),)},
            ("benefits", 0, "sketch", "lines"),
            "a sketch has 1 to 4 lines of up to 60 of the signs o / \\ | - _ ( ) < >",
        )
        for lines in ((), ("",), ("o" * 61,), ("stop",), ("o\n",), ("\u2013",), ("o",) * 5)
    ),
    (
        APPROACH,
        {"ticks": Ticks("Days:", ())},
        ("ticks", "boxes"),
        "what is ticked needs at least one box",
    ),
    (AREA, {"name": "x" * 41}, ("name",), "at most 40 characters: it stands in titles"),
    (AREA, {"pain": "x" * 51}, ("pain",), "at most 50 characters: it stands in titles"),
    *(
        (AREA, places({key: found}), ("places", 1), *BESIDE)
        for key, found in (
            *(("x", -1), ("x", 101), ("y", -1), ("y", 221)),
            *(("width", 0), ("width", 101), ("height", 0), ("height", 221)),
        )
    ),
    (
        MECHANISM,
        {"everyday": EVERYDAY._replace(areas=("back", "back"))},
        ("everyday", "areas"),
        "it makes at least two areas ache at once",
    ),
    (
        MECHANISM,
        {"everyday": EVERYDAY._replace(evidence=())},
        ("everyday", "evidence"),
        "it needs at least one piece of evidence",
    ),
    (
        MECHANISM,
        {"everyday": EVERYDAY._replace(looked_up=(LookUp("x", "2026-11"), LookUp("x", "May")))},
        ("everyday", "looked_up", 1, "on"),
        month("May"),
    ),
    (
        MECHANISM,
        {"links": (LINK, LINK._replace(evidence=()))},
        ("links", 1, "evidence"),
        "a link needs at least one piece of evidence",
    ),
    (
        MECHANISM,
        {"links": (LINK, LINK._replace(mechanism="other"))},
        ("links", 1, "mechanism"),
        f"this link belongs to {MECHANISM.id!r}",
    ),
    (LINK, {"evidence": ()}, ("evidence",), "a link needs at least one piece of evidence"),
    (LINK, {"to": LINK.from_}, ("to",), "a link joins two different areas"),
    (LINK, {"looked_up": (LookUp("x", ""),)}, ("looked_up", 0, "on"), month("")),
    (PAIR, {"verdict": "x" * 301}, ("verdict",), VERDICT),
    (
        PAIR,
        {"areas": ("back", "back"), "id": "back--back"},
        ("areas",),
        "a pair joins two different areas",
    ),
    (PAIR, {"id": "head--back"}, ("id",), "the id of this pair is 'back--head'"),
    (PAIR, {"evidence": ()}, ("evidence",), "a pair needs at least one piece of evidence"),
    (PAIR, {"red_flags": ()}, ("red_flags",), "a pair needs at least one red flag"),
    (PAIR, {"through": ("neck", "neck")}, ("through",), "at most 10 areas, each once; found 2"),
    (
        PAIR,
        {"through": tuple("abcdefghijk")},
        ("through",),
        "at most 10 areas, each once; found 11",
    ),
    (PAIR, {"looked_up": (LookUp("x", "May"),)}, ("looked_up", 0, "on"), month("May")),
    (PAIR, {"reviewed": (REVIEW,) * 21}, ("reviewed",), TWENTY),
    (
        PAIR,
        {"reviewed": (REVIEW, REVIEW._replace(date="May"))},
        ("reviewed", 1, "date"),
        month("May"),
    ),
    *(
        (
            PAIR,
            {"reviewed": (REVIEW._replace(what=what),)},
            ("reviewed", 0, "what"),
            "a review is of at least one part, each told once",
        )
        for what in ((), REVIEW.what * 2)
    ),
    *(
        (
            PAIR,
            {"reviewed": (REVIEW._replace(what=(*REVIEW.what, Reviewed(Part.LINKS, mark))),)},
            ("reviewed", 0, "what", 1, "text"),
            f"the mark of a text is 8 letters, as on the review sheet; found {mark!r}",
        )
        for mark in ("bcdfghj", "bcdfghjkl", "abcdfghj", "12345678")
    ),
    (
        WORD,
        {"areas": ("back",)},
        ("areas",),
        "an ambiguous word could mean at least two areas",
    ),
    (FLAG, {"sources": ()}, ("sources",), "a red flag needs at least one source"),
    (
        FLAG,
        {"combination": GROUPS[:1]},
        ("combination",),
        "a combination has at least two groups of areas",
    ),
    *(
        (FLAG, {"both_is_a_sign": both}, ("both_is_a_sign",), "both pains: two groups of areas")
        for both in (GROUPS[:1], (*GROUPS, ("neck",)))
    ),
    *(
        (FLAG, {key: ("x" * 501)}, (key,), "at most 500 characters: it is read in a hurry")
        for key in ("name", "short", "sign", "why")
    ),
    *(
        (
            FLAG,
            {key: (("back",), ())},
            (key,),
            "each group of a combination needs at least one area",
        )
        for key in ("combination", "both_is_a_sign")
    ),
    (
        FLAG,
        {"areas": ()},
        ("areas",),
        "a red flag belongs to some area or combination of areas",
    ),
    (APPROACH, {"benefits": ()}, ("benefits",), "an approach needs at least one benefit"),
    (
        APPROACH,
        {"benefits": (APPROACH.benefits[0], APPROACH.benefits[0]._replace(evidence=()))},
        ("benefits", 1, "evidence"),
        "a benefit needs at least one piece of evidence",
    ),
    *(
        (SOURCE, {"year": year}, ("year",), f"a year from 1000 to {LATEST}; found {year}")
        for year in (999, 0, LATEST + 1)
    ),
    *((SOURCE, {"seen": one}, ("seen",), month(one)) for one in NO_MONTHS),
    (ABOUT, {"written": "May"}, ("written",), month("May")),
    (ABOUT, {"updated": "May"}, ("updated",), month("May")),
    (
        ABOUT,
        {"reviewers": (Reviewer("A", "nurse", "2026-11"), Reviewer("B", "nurse", "May"))},
        ("reviewers", 1, "date"),
        month("May"),
    ),
    *(
        (
            HANDOUT,
            {key: (Prompt("Ask?", lines=30), Prompt("Ask?", lines=lines))},
            (key, 1, "lines"),
            "at most 30 lines to write on",
        )
        for key in ("noticed", "plan")
        for lines in (-1, 31)
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "change", "path", "told"), BROKEN, ids=[one[3][:40] for one in BROKEN]
)
def test_a_broken_rule_is_told_alone_at_its_place(record: Any, change, path: Path, told: str):
    assert list(broken(record._replace(**change))) == [(path, told)]


AT_THE_EDGE = [
    (AREA, {"name": "x" * 40, "pain": "x" * 50}),
    (AREA, places({"x": 0, "y": 0}, {"x": 100, "y": 220}, {"width": 1, "height": 1})),
    (AREA, places({"width": 100, "height": 220})),
    (MECHANISM, {"everyday": EVERYDAY, "links": (LINK._replace(mechanism=""),)}),
    *((LINK, {"looked_up": (LookUp("x", one),)}) for one in MONTHS),
    (PAIR, {"verdict": "x" * 300, "through": tuple("abcdefghij"), "reviewed": (REVIEW,) * 20}),
    (WORD, {"areas": ("back", "head")}),
    (FLAG, {"areas": (), "combination": GROUPS, "both_is_a_sign": GROUPS}),
    (FLAG, dict.fromkeys(("name", "short", "sign", "why"), "x" * 500)),
    *((SOURCE, {"year": year}) for year in (None, 1000, LATEST)),
    *((SOURCE, {"seen": one}) for one in (None, *MONTHS)),
    (ABOUT, {"written": MONTHS[1], "updated": MONTHS[2]}),
    (HANDOUT, {"plan": (Prompt("Ask?", ("a",)), Prompt("Ask?", lines=30))}),
]


@pytest.mark.parametrize(("record", "change"), AT_THE_EDGE, ids=lambda one: str(one)[:20])
def test_what_keeps_a_rule_only_just_is_taken(record: Any, change: dict[str, Any]):
    assert list(broken(record._replace(**change))) == []


def test_a_share_may_be_nobody_everybody_or_a_span():
    edges = shares((0, None), (100, None), (0, 100), (50, 50))

    assert list(broken(PAIR._replace(**edges))) == []
