"""Which signs belong to some areas, which they share, and which somebody chose."""

from typing import Any

import pytest

from painlink.explain.choosing import chosen_for, filled
from painlink.explain.red_flags import (
    Together,
    belongs_to,
    felt_together,
    leads,
    of_pills,
    red_flags,
    red_flags_for_everybody,
    region_of,
    signs_in_themselves,
    with_parts,
)
from painlink.model.grades import Danger
from tests.explain.made import NOW, SOON, TODAY, area, ids, made, pair, sign

WHOLE = (area("w", red_flags=("named",)), area("part", part_of="w"))
ACROSS = (("a",), ("b", "c"))


def test_the_signs_of_some_areas_are_combinations_first_then_by_urgency_then_own_ones():
    knowledge = made(
        sign("own", origin="mine"),
        sign("own-together", combination=(("a",), ("b",)), origin="mine"),
        sign("soon", SOON),
        sign("today", TODAY, areas=("b",)),
        sign("now"),
        sign("soon-together", SOON, combination=(("a",), ("b",))),
        sign("now-together", combination=(("a",), ("b",))),
        sign("elsewhere", areas=("c",)),
        sign("with-elsewhere", combination=(("a",), ("c",))),
    )

    assert ids(red_flags(knowledge, ["a", "b"])) == [
        *("now-together", "soon-together", "now", "today", "soon", "own-together", "own")
    ]
    assert ids(red_flags(knowledge, ["b"])) == ["today"]
    assert ids(red_flags(knowledge, ["d"])) == []


def test_a_place_that_is_no_area_of_a_small_knowledge_has_the_signs_that_name_it():
    assert ids(red_flags(made(sign("one", areas=("nowhere",))), ["nowhere"])) == ["one"]


def test_a_whole_has_the_signs_of_its_parts_and_those_that_it_names():
    knowledge = made(
        sign("named", areas=("b",)),
        sign("of-part", areas=("part",)),
        sign("of-whole", areas=("w",)),
        areas=WHOLE,
    )

    assert ids(red_flags(knowledge, ["w"])) == ["named", "of-part", "of-whole"]
    assert ids(red_flags(knowledge, ["part"])) == ["of-part"]


def test_a_part_that_a_reader_made_has_the_signs_of_its_whole():
    own = area("own", part_of="w", origin="mine")
    knowledge = made(sign("of-whole", areas=("w",)), areas=(area("w"), own))

    assert ids(red_flags(knowledge, ["own"])) == ["of-whole"]


def test_a_sign_belongs_to_each_area_it_names_or_names_a_part_of():
    knowledge = made(areas=(area("w"), area("part", part_of="w")))

    flag = sign("one", areas=("a", "part"))

    def belongs_to_each_of(*areas: str) -> int:
        return belongs_to(flag, [with_parts(knowledge, [area]) for area in areas])

    assert belongs_to_each_of("a", "w", "b") == 2
    assert belongs_to_each_of("b") == 0


def test_a_sign_leads_where_every_group_of_its_combination_is_asked_about():
    flag = sign("one", combination=ACROSS)

    assert leads(flag, {"a", "c"})
    assert not leads(flag, {"b", "c"})
    assert not leads(sign("other"), {"a", "b"})


@pytest.mark.parametrize(
    ("more", "is_felt"),
    [
        ({"combination": ACROSS}, True),
        ({"combination": ACROSS, "urgency": TODAY}, True),
        ({"combination": ACROSS, "urgency": SOON}, False),
        ({"combination": ACROSS, "danger": Danger.MEDICINE}, False),
        ({"combination": ACROSS, "origin": "mine"}, False),
        ({"combination": (("a", "b"), ("c",))}, False),
        *(({"areas": ("a", "b"), "danger": one}, True) for one in [
            Danger.VESSEL, Danger.HEART_OR_LUNG, Danger.BRAIN_OR_NERVE, Danger.BELLY,
            Danger.PREGNANCY,
        ]),
        ({"areas": ("a", "b"), "danger": Danger.VESSEL, "urgency": TODAY}, False),
        ({"areas": ("a", "c"), "danger": Danger.VESSEL}, False),
        ({"areas": ("b", "c"), "danger": Danger.VESSEL}, False),
        *(({"areas": ("a", "b"), "danger": one}, False) for one in [
            Danger.OTHER, Danger.INFECTION, Danger.EYE, Danger.SKIN,
        ]),
    ],
    ids=str,
)  # fmt: skip
def test_a_danger_is_felt_in_two_areas_at_once(more: dict[str, Any], is_felt: bool):
    knowledge = made(sign("one")._replace(**{"areas": (), **more}))

    assert bool(felt_together(knowledge, ["a", "b"])) is is_felt
    assert felt_together(knowledge, ["a"]) == ()


@pytest.mark.parametrize(
    ("more", "region"),
    [
        ({"areas": ("h", "f")}, "Head"),
        ({"areas": ("f", "h")}, "Foot"),
        ({"areas": ("f", "h"), "combination": (("h",), ("f",))}, "Foot"),
        ({"areas": (), "combination": (("h", "f"), ("f",))}, "Head"),
        ({"areas": (), "combination": (("f",), ("h",))}, "Foot"),
        ({"areas": ("a", "h")}, ""),
        ({"areas": ("nowhere", "h")}, ""),
        ({"areas": ()}, ""),
        ({"areas": ("h", "widespread")}, ""),
        ({"areas": ("h", *"abcdefgf")}, "Head"),
        ({"areas": ("h", *"abcdefgfh")}, ""),
        ({"areas": (), "combination": (("h",), ("widespread",))}, "Head"),
        ({"areas": (), "combination": (("h", *"abcdefg"), (*"abcdefgh",))}, "Head"),
    ],
    ids=str,
)
def test_a_sign_speaks_of_the_region_of_the_first_place_it_names(more: Any, region: str):
    knowledge = made(areas=(area("h", region="Head"), area("f", region="Foot")))

    assert region_of(knowledge, sign("one")._replace(**more)) == region


def test_what_a_reader_lays_over_it_is_felt_nowhere():
    alone = made(sign("one", areas=("a", "b"), danger=Danger.VESSEL))
    laid = made(areas=(area("own", origin="mine"),), beneath=alone)

    assert ids(felt_together(laid, ["a", "own", "b"])) == ["one"]


@pytest.mark.parametrize(
    ("more", "is_danger"),
    [
        ({"danger": Danger.MEDICINE}, True),
        ({"danger": Danger.OTHER}, False),
        ({"danger": Danger.MEDICINE, "origin": "mine"}, False),
        ({"danger": Danger.MEDICINE, "combination": (("a",), ("c",))}, False),
    ],
    ids=str,
)
def test_a_medicine_for_one_area_is_a_danger_in_the_other(more: dict[str, Any], is_danger: bool):
    knowledge = made(sign("pills", combination=ACROSS)._replace(**more))

    assert of_pills(knowledge, ["a", "b"]) is is_danger
    assert of_pills(made(sign("pills", combination=ACROSS)._replace(**more), beneath=knowledge), [
        "a", "b"
    ]) is is_danger  # fmt: skip


def test_a_part_that_a_reader_made_has_no_danger_of_pills_that_painlink_knows():
    pills = sign("pills", combination=ACROSS, danger=Danger.MEDICINE)
    own = area("own", part_of="a", origin="mine")

    assert not of_pills(made(pills, areas=(own,), beneath=made(pills)), ["own", "b"])


def test_two_areas_are_one_sign_whoever_else_says_so_too():
    alone = made(pairs=(pair("a", "b", both_is_a_sign=True),))
    own = sign("own", both_is_a_sign=(("a",), ("b",)), origin="mine")
    laid = made(own, pairs=(pair("a", "b", both_is_a_sign=True),), beneath=alone)
    asked = [laid.areas[one] for one in "ab"]

    assert signs_in_themselves(laid, asked) == (Together(("a", "b"), None),)


def test_having_both_pains_is_a_sign_where_a_sign_or_the_pair_says_so():
    knowledge = made(
        sign("both", both_is_a_sign=ACROSS),
        sign("not-both", combination=(("a",), ("d",))),
        pairs=(pair("b", "c", both_is_a_sign=True), pair("a", "d")),
    )

    def found(*asked: str) -> list[tuple[str, str]]:
        known = [knowledge.areas[one] for one in asked]
        return [one.areas for one in signs_in_themselves(knowledge, known)]

    assert found("a", "b", "c") == [("a", "b"), ("a", "c"), ("b", "c")]
    assert found("a", "d") == []
    assert found("a") == []


@pytest.mark.parametrize("said_by", ["a sign", "the pairs"])
def test_of_three_areas_each_two_can_be_a_sign(said_by: str):
    if said_by == "a sign":
        knowledge = made(sign("one", both_is_a_sign=(("a",), ("b",), ("c",))))
    else:
        knowledge = made(pairs=tuple(pair(*two, both_is_a_sign=True) for two in ("ab", "ac", "bc")))

    found = signs_in_themselves(knowledge, [knowledge.areas[one] for one in "abc"])

    assert [one.areas for one in found] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_who_says_that_both_pains_are_a_sign_is_named_and_painlink_is_asked_first():
    alone = made(sign("both", both_is_a_sign=(("a",), ("b",))))
    own = sign("own", both_is_a_sign=(("a",), ("b", "c")), origin="mine")
    laid = made(
        own,
        *alone.red_flags.values(),
        pairs=(pair("a", "d", both_is_a_sign=True, origin="mine"),),
        beneath=alone,
    )

    asked = [laid.areas[one] for one in "abcd"]

    assert signs_in_themselves(laid, asked) == (
        Together(("a", "b"), None),
        Together(("a", "c"), "mine"),
        Together(("a", "d"), "mine"),
    )


def test_what_matters_whatever_hurts_is_told_once():
    knowledge = made(
        sign("everywhere", areas=("widespread",)), sign("here-too", areas=("widespread", "a"))
    )

    assert ids(red_flags_for_everybody(knowledge, ["a"])) == ["everywhere"]
    assert ids(red_flags_for_everybody(knowledge, ["b"])) == ["everywhere", "here-too"]


@pytest.mark.parametrize(("urgency", "key", "most"), [(NOW, "red_flags", 6), (TODAY, "today", 8)])
def test_no_more_is_chosen_than_a_page_can_lead_with(urgency, key: str, most: int):
    flags = [sign(f"one-{at}", urgency) for at in range(12)]
    knowledge = made(*flags, areas=(area("a", **{key: tuple(ids(tuple(flags)))}),))

    assert ids(chosen_for(knowledge, ["a"], key, urgency)) == [f"one-{at}" for at in range(most)]


def test_the_signs_for_days_or_weeks_are_chosen_by_the_areas_even_of_a_pair():
    flags = [sign(f"one-{at}", SOON) for at in range(12)]
    chosen = area("a", soon=tuple(ids(tuple(flags))))
    knowledge = made(*flags, areas=(chosen,), pairs=(pair("a", "b"),))

    assert len(chosen_for(knowledge, ["a", "b"], "soon", SOON)) == 8


def test_of_more_than_two_areas_each_pair_chose_then_combinations_then_each_area_in_turn():
    knowledge = made(
        *(sign(one) for one in ("ab-1", "ab-2", "bc-1", "a-1", "a-2", "c-1")),
        sign("together", combination=(("a",), ("c",))),
        sign("pills", danger=Danger.MEDICINE, combination=(("a",), ("c",))),
        sign("later", TODAY),
        areas=(area("a", red_flags=("a-1", "later", "a-2")), area("c", red_flags=("c-1",))),
        pairs=(pair("a", "b", red_flags=("ab-1", "ab-2")), pair("b", "c", red_flags=("bc-1",))),
    )

    chosen = ids(chosen_for(knowledge, ["a", "b", "c"], "red_flags", NOW))

    assert chosen == ["ab-1", "bc-1", "ab-2", "together", "a-1", "c-1"]
    assert ids(chosen_for(knowledge, ["a", "c"], "red_flags", NOW)) == [
        *("together", "a-1", "c-1", "a-2")
    ]
    assert ids(chosen_for(knowledge, ["a", "b"], "red_flags", NOW)) == ["ab-1", "ab-2"]


def test_own_signs_need_no_choice_and_stand_behind_what_painlink_chose():
    painlinks = [sign(f"one-{at}") for at in range(6)]
    chosen = area("a", red_flags=tuple(ids(tuple(painlinks))))
    alone = made(*painlinks, areas=(chosen,))
    own = [sign(f"own-{at}", origin="mine") for at in range(9)]
    laid = made(
        sign("own-today", TODAY, origin="mine"), *own, *painlinks, areas=(chosen,), beneath=alone
    )

    assert ids(chosen_for(laid, ["a"], "red_flags", NOW)) == [
        *ids(tuple(painlinks)), *ids(tuple(own[:6]))
    ]  # fmt: skip
    assert ids(chosen_for(alone, ["a"], "red_flags", NOW)) == ids(tuple(painlinks))


def test_what_a_reader_chooses_of_painlinks_takes_no_place_of_what_painlink_chose():
    painlinks = [sign(f"one-{at}") for at in range(7)]
    chosen = ids(tuple(painlinks[:6]))
    alone = made(*painlinks, areas=(area("a", red_flags=tuple(chosen)),))
    own = area("a", red_flags=("one-6", *chosen), origin="mine")
    laid = made(*painlinks, areas=(own,), beneath=alone)

    assert ids(chosen_for(laid, ["a"], "red_flags", NOW)) == chosen


def test_an_own_sign_that_an_own_pair_chose_leads_however_full_painlinks_choice_is():
    areas = [area(id_, red_flags=tuple(f"{id_}-{at}" for at in range(3))) for id_ in "ab"]
    painlinks = [sign(id_, areas=(id_[0],)) for one in areas for id_ in one.red_flags]
    own = [sign(f"own-{at}", origin="mine") for at in range(9)]
    chose = pair("a", "b", red_flags=("own-8",), origin="mine")
    alone = made(*painlinks, areas=tuple(areas))
    laid = made(*painlinks, *own, areas=tuple(areas), pairs=(chose,), beneath=alone)

    chosen = ids(chosen_for(laid, ["a", "b"], "red_flags", NOW))

    assert chosen == [
        *("a-0", "b-0", "a-1", "b-1", "a-2", "b-2", "own-8"), *ids(own[:6])
    ]  # fmt: skip


def test_others_fill_the_room_that_the_chosen_leave_and_own_ones_take_none():
    first, second, third, own = (sign("1"), sign("2"), sign("3"), sign("own", origin="mine"))

    assert ids(filled((second, own), [first, second, third], 2)) == ["2", "1", "own"]
    assert ids(filled((), [third], 2)) == ["3"]
