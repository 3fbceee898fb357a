"""Links, chains, everyday causes and approaches of some areas, over a few made ones."""

from typing import Any

import pytest

from painlink.explain.chains import chains_between
from painlink.explain.exercises import exercises_for
from painlink.explain.explanation import (
    approaches_for,
    cited,
    completed,
    everyday_for,
    explain,
    hides_dangers,
    links_among,
    outline,
    sources_of,
)
from painlink.explain.selection import (
    Selection,
    links_between,
    links_to_others,
    selected,
    selected_ties,
)
from painlink.explain.surest import dangers_last, no_dangers, surest
from painlink.model.entries import Everyday, Mechanism
from painlink.model.grades import Certainty, Danger, Direction, Evidence, Relation, Stance
from painlink.model.knowledge import Knowledge
from painlink.model.practice import Handed, PracticeExercise
from tests.explain.made import NOW, TODAY, approach, area, ids, link, made, mechanism, pair, sign

HIGH, MODERATE, LOW = Certainty.HIGH, Certainty.MODERATE, Certainty.LOW
VERY_LOW, STORY = Certainty.VERY_LOW, Certainty.UNSUPPORTED
TWO_WAY = {"direction": Direction.TWO_WAY}
TUG, ACHE = mechanism("tug"), mechanism("ache", relation=Relation.FELT_IN)
FEEDS = mechanism("feeds", relation=Relation.SHARED)
BOTH = sign("both", both_is_a_sign=(("a",), ("b",)))
(BENEFIT,) = approach("x").benefits


def everyday(id_: str, *areas: str, certainty: Certainty = LOW) -> Mechanism:
    return mechanism(id_, everyday=Everyday(areas, certainty, "It may.", "It eases.", ()))


def chains(*links: Any, through: tuple[str, ...] = ("b",), asked: str = "ac") -> list[Any]:
    knowledge = made(
        mechanisms=(TUG, ACHE, FEEDS), links=links, pairs=(pair("a", "c", through=through),)
    )
    return [(one.id, one.certainty, ids(one.links)) for one in chains_between(knowledge, *asked)]


STEPS = (link("a", "b", certainty=HIGH), link("b", "c", certainty=MODERATE))
CHAIN = ("a--b--c", LOW, ["a--b--tug", "b--c--tug"])


def test_a_chain_runs_as_its_links_run_whoever_asks():
    assert chains(*STEPS) == chains(*STEPS, asked="ca") == [CHAIN]
    assert chains(*STEPS, through=()) == []
    assert chains(STEPS[0]) == chains(STEPS[1]) == []


def test_a_link_both_ways_carries_a_chain_both_ways():
    back = (link("b", "a", certainty=HIGH, **TWO_WAY), link("c", "b", certainty=LOW, **TWO_WAY))

    assert chains(*back) == [
        ("a--b--c", VERY_LOW, ["b--a--tug", "c--b--tug"]),
        ("c--b--a", VERY_LOW, ["c--b--tug", "b--a--tug"]),
    ]
    assert chains(*(one._replace(direction=Direction.ONE_WAY) for one in back)) == [
        ("c--b--a", VERY_LOW, ["c--b--tug", "b--a--tug"])
    ]


def test_a_chain_begins_with_what_acts_and_ends_with_what_acts_or_is_felt():
    felt = link("b", "c", by="ache", certainty=LOW)
    fed = link("b", "c", by="feeds", certainty=HIGH)

    assert chains(STEPS[0], felt) == [("a--b--c", VERY_LOW, ["a--b--tug", "b--c--ache"])]
    assert chains(link("a", "b", by="ache"), STEPS[1]) == []
    assert chains(link("a", "b", by="feeds"), STEPS[1]) == chains(STEPS[0], fed) == []


def test_each_step_of_a_chain_is_the_surest_there_is():
    more = (link("a", "b", by="pull", certainty=LOW), link("b", "c", by="ache", certainty=HIGH))
    knowledge = made(
        mechanisms=(mechanism("pull"), TUG, ACHE),
        links=(*more, *STEPS),
        pairs=(pair("a", "c", through=("b",)),),
    )

    (found,) = chains_between(knowledge, "a", "c")

    assert ids(found.links) == ["a--b--tug", "b--c--ache"]
    assert found.certainty is MODERATE
    assert found.areas == ("a", "b", "c")


@pytest.mark.parametrize("certainty", Certainty)
def test_no_chain_stands_where_a_straight_link_is_surer(certainty: Certainty):
    found = chains(*STEPS, link("a", "c", certainty=certainty))

    assert found == ([] if certainty is HIGH else [CHAIN])


def test_a_chain_of_a_whole_takes_the_links_of_its_parts():
    knowledge = made(
        areas=(area("w"), area("part", part_of="w")),
        mechanisms=(TUG,),
        links=(link("part", "b"), link("b", "c")),
        pairs=(pair("w", "c", through=("b",)),),
    )

    assert [one.id for one in chains_between(knowledge, "w", "c")] == ["w--b--c"]


# Links


def linked(**more: Any) -> Knowledge:
    parts = (area("w"), area("part", part_of="w"), area("side", part_of="w"))
    links = (
        link("a", "b", certainty=LOW),
        link("b", "a", by="ache", certainty=HIGH),
        link("a", "c", certainty=VERY_LOW, danger=Danger.EYE),
        link("part", "side", certainty=HIGH),
        link("w", "a", certainty=MODERATE),
        link("d", "a", certainty=STORY),
    )
    return made(areas=parts, mechanisms=(TUG, ACHE), links=links, **more)


def test_links_are_those_between_any_two_surest_first_and_of_one_area_with_any_other():
    knowledge = linked()

    def found(*asked: str) -> list[str]:
        return ids(links_among(knowledge, asked))

    assert found("a", "b") == found("b", "a") == ["b--a--ache", "a--b--tug"]
    assert found("a", "b", "c") == ["b--a--ache", "a--b--tug", "a--c--tug"]
    assert found("b", "c") == []
    assert found("a") == ["b--a--ache", "w--a--tug", "a--b--tug", "a--c--tug", "d--a--tug"]
    assert found("w") == ["w--a--tug"]
    assert found("part", "a") == ["w--a--tug"]
    assert found("part", "side") == ["part--side--tug"]


def test_an_explanation_keeps_stories_that_do_not_hold_apart():
    known = outline(linked(), [linked().areas[one] for one in "ad"])

    assert (known.links, ids(known.unsupported)) == ((), ["d--a--tug"])
    assert known.pair is None
    assert (known.leading.now, known.red_flags, known.sources) == ((), (), ())


def test_links_between_two_and_to_others_are_those_that_hold():
    knowledge = linked()
    known = outline(knowledge, [knowledge.areas["a"]])

    assert links_between(knowledge, knowledge.areas["a"], knowledge.areas["d"]) == []
    assert ids(links_between(knowledge, knowledge.areas["a"], knowledge.areas["b"])) == [
        *("b--a--ache", "a--b--tug")
    ]
    others = {to: ids(links) for to, links in links_to_others(knowledge, known).items()}
    assert others == {
        "b": ["b--a--ache", "a--b--tug"],
        "w": ["w--a--tug"],
        "c": ["a--c--tug"],
    }
    assert list(others) == ["b", "w", "c"]


def test_a_place_that_only_a_danger_links_stands_last_among_others_however_sure():
    links = (
        link("a", "b", certainty=HIGH, danger=Danger.EYE),
        link("a", "c", certainty=HIGH, danger=Danger.EYE, by="ache"),
        link("a", "c", certainty=VERY_LOW),
        link("a", "d", certainty=LOW),
    )
    knowledge = made(mechanisms=(TUG, ACHE), links=links)
    known = outline(knowledge, [knowledge.areas["a"]])

    assert list(links_to_others(knowledge, known)) == ["d", "c", "b"]


def test_a_danger_is_told_behind_what_is_none_and_first_only_where_both_are_a_sign():
    danger, other = link("a", "b", danger=Danger.EYE), link("a", "b", by="ache")
    knowledge = made(BOTH)
    two = [knowledge.areas[one] for one in "ab"]
    one = [knowledge.areas["a"]]

    assert list(no_dangers([danger, other])) == [other]
    assert list(no_dangers([danger])) == [danger]
    assert dangers_last([danger, other]) == [other, danger]
    assert surest(knowledge, two, [danger, other]) == danger
    assert surest(knowledge, one, [danger, other]) == other
    assert surest(knowledge, one, [danger]) is None


# Everyday causes


def test_everyday_causes_reach_every_area_surest_first_and_are_not_told_twice():
    causes = (
        everyday("low", "a", "b"),
        everyday("high", "a", "b", "c", certainty=HIGH),
        everyday("other", "a", "c"),
        everyday("told", "a", "b"),
        mechanism("none"),
    )
    knowledge = made(mechanisms=causes)
    told = (link("a", "b", by="told"),)

    def found(*asked: str, links: Any = ()) -> list[str]:
        return ids(everyday_for(knowledge, asked, links))

    assert found("a", "b", links=told) == ["high", "low"]
    assert found("a", "b") == ["high", "low", "told"]
    assert found("a", "b", "c") == ["high"]
    assert found("c") == ["high", "other"]
    assert found("d") == found("a", "d") == []


def test_an_everyday_cause_of_one_part_alone_joins_no_two_parts():
    parts = (area("w"), area("part", part_of="w"), area("side", part_of="w"))
    knowledge = made(areas=parts, mechanisms=(everyday("one", "w", "a"),))

    assert everyday_for(knowledge, ["part", "side"]) == ()
    assert ids(everyday_for(knowledge, ["part", "a"])) == ["one"]


def test_where_both_pains_are_a_sign_no_everyday_cause_is_told():
    knowledge = made(BOTH, mechanisms=(everyday("one", "a", "b"),))

    assert everyday_for(knowledge, ["a", "b"]) == ()
    assert ids(everyday_for(knowledge, ["b"])) == ["one"]


# Approaches


def test_approaches_come_surest_first_with_what_they_do_for_these_areas():
    low, high = BENEFIT, BENEFIT._replace(areas=("b", "c"), certainty=HIGH)
    a, b = BENEFIT._replace(areas=("a",)), high
    knowledge = made(
        approaches=(
            approach("low", benefits=(a, BENEFIT._replace(areas=("c",), certainty=HIGH))),
            approach("both", benefits=(a, b)),
            approach("other", benefits=(low._replace(areas=("d",)),)),
        )
    )

    found = approaches_for(knowledge, ["a", "b"])

    assert [(one.id, one.benefits) for one in found] == [("both", (a, b)), ("low", (a,))]


def test_where_care_comes_first_only_what_suits_that_area_or_keeps_safe_is_offered():
    a, b = BENEFIT._replace(areas=("a",)), BENEFIT._replace(areas=("b",))
    knowledge = made(
        areas=(area("a", care_first=True),),
        approaches=(
            approach("safe", benefits=(b._replace(certainty=HIGH),), keeps_safe=True),
            approach("of-b", benefits=(b,)),
            approach("of-a", benefits=(a,)),
            approach("of-both", benefits=(a._replace(certainty=HIGH), b)),
        ),
    )

    assert ids(approaches_for(knowledge, ["a", "b"])) == ["of-both", "of-a", "safe"]
    assert ids(approaches_for(knowledge, ["c"])) == []


def test_exercises_of_a_practice_are_those_of_the_areas_and_none_where_both_are_a_sign():
    parts = (area("w"), area("part", part_of="w"))
    handed = Handed(exercises=tuple(
        PracticeExercise(f"of-{one}", "So.", (one,), "Stop.") for one in ("a", "part", "c")
    ))  # fmt: skip
    knowledge = made(BOTH, areas=parts)._replace(handed=handed)

    def found(*asked: str) -> list[str]:
        return [
            one.name for one in exercises_for(knowledge, [knowledge.areas[id_] for id_ in asked])
        ]

    assert found("a", "w") == ["of-a", "of-part"]
    assert found("b") == []
    assert found("a", "b") == []


# Where a reader's own entries hide a danger


FELT = sign("felt", combination=(("a",), ("b",)))


def hidden(below: Knowledge | None, asked: str = "ab", **laid: Any) -> bool:
    knowledge = made(FELT, mechanisms=(TUG,), beneath=below, **laid)
    return hides_dangers(knowledge, outline(knowledge, [knowledge.areas[one] for one in asked]))


@pytest.mark.parametrize(
    ("below", "laid", "hides"),
    [
        (made(FELT), {"links": (link("a", "b"),)}, True),
        (made(FELT), {"pairs": (pair("a", "b"),)}, True),
        (made(FELT), {}, False),
        (made(), {"links": (link("a", "b"),)}, False),
        (None, {"links": (link("a", "b"),)}, False),
        (made(FELT, pairs=(pair("a", "b"),)), {"pairs": (pair("a", "b"),)}, False),
        (
            made(FELT, mechanisms=(TUG,), links=(link("a", "b"),)),
            {"links": (link("a", "b"),)},
            False,
        ),
        (
            made(FELT, mechanisms=(TUG,), links=(link("a", "b", certainty=STORY),)),
            {"links": (link("a", "b"),)},
            True,
        ),
    ],
    ids=[
        *("a link", "a pair", "nothing own", "no danger", "nothing beneath"),
        *("a pair below", "a link below", "a story below"),
    ],
)  # fmt: skip
def test_own_entries_hide_a_danger_where_painlink_alone_would_point_at_it(below, laid, hides):
    assert hidden(below, **laid) is hides


def test_nothing_is_hidden_of_three_areas_with_a_link_or_of_an_own_area():
    own = area("z", origin="from X")
    below = made(FELT)

    assert hidden(below, "az", areas=(own,), links=(link("a", "z"),)) is False
    assert hidden(below, "abc", links=(link("a", "b"),)) is True


# What is cited, and what a list is narrowed to


def test_sources_are_cited_in_the_order_of_the_texts_each_once(tiny: Knowledge):
    shows = tuple(Evidence(one, "So [x].", Stance.FOR) for one in ("d", "c"))
    told = link("a", "b", summary="So [b]. So [a].", how="So [a].", evidence=shows)
    told = told._replace(fits_better=(), fits_less=())
    nose = tiny.areas["nose"]
    assert nose.guidance
    read = nose._replace(guidance=nose.guidance._replace(pages=("p",)))

    assert cited(["So [z] and [a].", told, sign("one")]) == (
        *("z", "a", "b", "c", "d", "x", "string-2001"),
    )
    assert cited([read])[0] == "p"
    assert cited([None, "So."]) == ()
    assert ids(sources_of(tiny, ["So [no-string-2002] [string-2001]."])) == [
        *("no-string-2002", "string-2001")
    ]


def test_what_an_explanation_rests_on_is_all_that_its_page_may_cite(tiny: Knowledge):
    def found(*asked: str) -> list[str]:
        knowledge = tiny._replace(about=tiny.about._replace(no_link="No [no-string-2002]."))
        known = explain(knowledge, [knowledge.areas[one] for one in asked])
        return ids(known.sources)

    assert "no-string-2002" in found("toe", "nose")
    assert "no-string-2002" not in found("sole", "ankle")
    assert ids(completed(tiny, outline(tiny, [tiny.areas["toe"]])).sources) != []


@pytest.mark.parametrize(
    ("asked", "cites"),
    [("a", []), ("ab", ["string-2001", "no-string-2002"]), ("abc", [])],
)
def test_only_of_two_areas_it_is_said_what_no_link_means(asked: str, cites: list[str]):
    knowledge = made()
    about = knowledge.about._replace(no_link="No [string-2001].", not_shown="No [no-string-2002].")
    known = explain(knowledge._replace(about=about), [knowledge.areas[one] for one in asked])

    assert ids(known.sources) == cites


def test_of_three_areas_what_may_tie_them_is_said():
    tie = mechanism("one", ties_many="It may [string-2001].", how="So.", summary="So.")
    knowledge = made(mechanisms=(tie, mechanism("other", how="So [no-string-2002].")))

    def cites(asked: str) -> list[str]:
        return ids(explain(knowledge, [knowledge.areas[one] for one in asked]).sources)

    assert cites("abc") == ["string-2001"]
    assert cites("a") == []


def test_a_list_is_narrowed_to_an_area_a_certainty_or_a_mechanism():
    knowledge = linked(
        approaches=(
            approach("of-a", benefits=(BENEFIT._replace(areas=("a",)),)),
            approach("of-b", benefits=(BENEFIT._replace(areas=("b",), certainty=HIGH),)),
        ),
        pairs=(pair("a", "b"), pair("c", "d")),
    )

    def found(**only: Any) -> tuple[list[str], set[str]]:
        selection = Selection(**only)
        ties = ids(selected_ties(knowledge, selection))
        return ties, set(selected(knowledge, selection)) - {"string-2001"}

    a, b = knowledge.areas["a"], knowledge.areas["b"]
    assert found(certainty=LOW) == (["a--b--tug"], {"a--b--tug", "tug", "a", "b", "a--b", "of-a"})
    assert found(area=b, certainty=HIGH) == (
        ["b--a--ache"],
        {"b--a--ache", "ache", "a", "b", "a--b", "of-b"} - {"b"},
    )
    assert found(area=b, mechanism=TUG) == (
        ["a--b--tug"],
        {"a--b--tug", "tug", "a", "a--b", "of-b"},
    )
    assert found(mechanism=ACHE)[0] == ["b--a--ache"]
    assert "a" not in found(area=a)[1]
    assert Selection().is_everything
    assert not Selection(area=a).is_everything


def test_a_list_of_an_area_holds_what_points_at_it_or_its_parts():
    flags = (sign("of-a", NOW), sign("of-part", TODAY, areas=("part",)), sign("of-c", areas=("c",)))
    knowledge = linked(pairs=(pair("w", "a"), pair("side", "b"), pair("c", "d")))
    knowledge = knowledge._replace(red_flags={flag.id: flag for flag in flags})

    found = selected(knowledge, Selection(area=knowledge.areas["w"]))

    assert {"of-part", "a--w", "b--side", "part--side--tug", "w--a--tug"} <= found
    assert not {"of-a", "of-c", "c--d", "w"} & found
