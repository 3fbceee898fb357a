"""Which signs lead a page, in which order, and for how many there is room."""

from typing import Any

import pytest

from painlink.explain.leading import ON_PAPER, leading
from painlink.explain.signs import ids_of
from painlink.model.entries import RedFlag
from painlink.model.grades import Danger
from painlink.model.knowledge import Knowledge
from tests.conftest import KNOWLEDGE
from tests.explain.made import NOW, SOON, TODAY, area, ids, made, pair, sign

KINDS = [
    *(Danger.VESSEL, Danger.HEART_OR_LUNG, Danger.BRAIN_OR_NERVE, Danger.INFECTION),
    *(Danger.BELLY, Danger.PREGNANCY, Danger.EYE),
]


def crowd() -> Knowledge:
    """Return a knowledge with more signs of each sort than any page has room for."""
    kinds = [sign(f"{kind}-{at}", danger=kind) for at in range(2) for kind in reversed(KINDS)]
    return made(
        *(sign(f"soon-{at}", SOON) for at in range(12)),
        *(sign(f"today-{at}", TODAY) for at in range(20)),
        *(sign(f"hurt-{at}", danger=Danger.INJURY) for at in range(8)),
        *(sign(f"other-{at}") for at in range(20)),
        *kinds,
    )


@pytest.mark.parametrize(
    ("asked", "on_paper", "now", "also", "injury", "today", "soon"),
    [
        ("a", False, 7, 17, 6, 16, 10),
        ("ab", False, 4, 14, 3, 8, 4),
        ("abc", False, 6, 12, 3, 6, 4),
        ("abcd", False, 6, 12, 3, 6, 4),
        ("ab", True, 4, 7, 1, 4, 2),
    ],
    ids=["one area", "two", "three", "four", "on paper"],
)
def test_a_page_has_room_for_so_many_signs(asked, on_paper, now, also, injury, today, soon):
    signs = ids_of(leading(crowd(), list(asked), ON_PAPER if on_paper else None))

    assert signs.now == tuple(f"{kind}-0" for kind in KINDS[:now])
    rest = [f"{kind}-0" for kind in reversed(KINDS[now:])]  # there was no room above
    rest += [f"other-{at}" for at in range(20)]
    assert signs.also == tuple(rest[:also])
    assert signs.injury == tuple(f"hurt-{at}" for at in range(injury))
    assert signs.today == tuple(f"today-{at}" for at in range(today))
    assert signs.soon == tuple(f"soon-{at}" for at in range(soon))


def test_the_signs_that_were_chosen_lead_then_one_of_each_kind_of_danger_that_is_missing():
    knowledge = made(
        sign("eye", danger=Danger.EYE),
        sign("vessel", danger=Danger.VESSEL),
        sign("belly", danger=Danger.BELLY),
        sign("other-belly", danger=Danger.BELLY),
        sign("second"),
        sign("first"),
        areas=(area("a", red_flags=("first", "belly", "second")),),
    )

    signs = leading(knowledge, ["a"])

    assert ids(signs.now) == ["first", "belly", "second", "vessel", "eye"]
    assert ids(signs.also) == ["other-belly"]


def test_signs_of_the_combination_lead_then_those_of_most_areas_then_the_most_specific():
    knowledge = made(
        sign("of-one-and-others", areas=("a", "c", "d")),
        sign("of-one", areas=("a",)),
        sign("of-both-and-others", areas=("a", "b", "c", "d", "e", "f")),
        sign("of-both", areas=("a", "b")),
        sign("together", combination=(("a",), ("b",)), danger=Danger.SKIN),
        sign("of-other", areas=("b",)),
    )

    signs = leading(knowledge, ["a", "b"])

    assert ids(signs.now) == ["together"]
    assert ids(signs.also) == [
        *("of-both", "of-both-and-others", "of-one", "of-other", "of-one-and-others")
    ]


def test_an_emergency_that_belongs_to_both_areas_has_room_however_full_the_page_is():
    near = [sign(f"near-{at}", combination=(("a",), ("b",))) for at in range(30)]
    far = sign("far", areas=("a", "b"))

    full = leading(made(*near, far), ["a", "b"])

    assert ids(full.also)[-1] == "far"
    assert len(full.also) == 15


@pytest.mark.parametrize(
    ("urgency", "more", "has_room"),
    [
        (TODAY, {"areas": tuple("abcde")}, True),
        (TODAY, {"areas": tuple("abcdef")}, False),
        (TODAY, {"areas": tuple("abcdefg"), "danger": Danger.SKIN}, True),
        (SOON, {"areas": tuple("abcdef")}, True),
        (SOON, {"areas": tuple("abcdefg")}, False),
        (TODAY, {"areas": tuple("acd")}, False),
    ],
    ids=["few areas", "many areas", "skin", "few, soon", "many, soon", "of one of them"],
)
def test_what_belongs_to_both_and_few_others_has_room_too(urgency, more, has_room):
    near = [sign(f"near-{at}", urgency, combination=(("a",), ("b",))) for at in range(30)]

    signs = leading(made(*near, sign("far", urgency, **more)), ["a", "b"])

    told = signs.for_today if urgency is TODAY else signs.for_soon
    assert ("far" in ids(told)) is has_room
    assert ids(told).count("far") <= 1


def test_what_each_of_two_areas_leads_with_has_room_however_full_the_page_is():
    near = [
        sign(f"near-{urgency}-{at}", urgency, combination=(("a",), ("b",)))
        for urgency in (NOW, TODAY)
        for at in range(30)
    ]
    blow = sign("blow", areas=("b",), danger=Danger.INJURY)
    hurt = [sign(f"hurt-{at}", danger=Danger.INJURY) for at in range(8)]
    knowledge = made(
        *(*near, *hurt, blow, sign("far", areas=("b",)), sign("far-today", TODAY, areas=("b",))),
        areas=(area("a"), area("b", red_flags=("far", "blow"), today=("far-today",))),
    )

    signs = ids_of(leading(knowledge, ["a", "b"]))

    assert "far" in (*signs.now, *signs.also)
    assert "blow" in (*signs.now, *signs.injury)
    assert "far-today" in signs.today


def test_of_what_an_area_names_for_today_only_the_first_has_room_anyway():
    near = [sign(f"near-{at}", TODAY, combination=(("a",), ("b",))) for at in range(30)]
    far = [sign(f"far-{at}", TODAY, areas=("b",)) for at in range(2)]
    knowledge = made(
        *near, *far, areas=(area("b", today=("far-0", "far-1")),), pairs=(pair("a", "b"),)
    )

    told = ids(leading(knowledge, ["a", "b"]).for_today)

    assert "far-0" in told
    assert "far-1" not in told


def test_of_three_areas_what_each_leads_with_has_room_only_as_far_as_there_is():
    near = [sign(f"near-{at}", combination=(("a",), ("b",))) for at in range(30)]
    far = [sign(f"far-{at}", areas=("c",)) for at in range(6)]
    knowledge = made(*near, *far, areas=(area("c", red_flags=tuple(ids(far))),))

    signs = ids_of(leading(knowledge, ["a", "b", "c"]))

    assert (len(signs.now), len(signs.also)) == (6, 12)
    assert not {*ids(far)} & {*signs.now, *signs.also}


@pytest.mark.parametrize("names_more", [0, 1])
def test_a_sign_of_two_pains_that_names_no_area_is_as_near_as_one_that_names_one(names_more: int):
    both: Any = {"combination": (("a",), ("b",))}
    signs = [sign("bare", **both), sign("one", areas=("z",), **both)]
    last = sign("two", areas=("y", "z"), **both)
    order = signs[::-1] if names_more else signs
    chosen = pair("a", "b", red_flags=("first",))
    knowledge = made(last, *order, sign("first"), pairs=(chosen,))

    assert ids(leading(knowledge, ["a", "b"]).also) == [*ids(order), "two"]


def test_a_sign_that_can_wait_is_left_out_where_it_is_told_first_when_it_is_seen():
    knowledge = made(
        *(sign("changed", SOON, name="a changed ache"), sign("other", SOON)),
        sign("old", SOON, name="over 50, a new ache", areas=("a",)),
        areas=(area("a", see_first="A changed ache: see a doctor in days, sooner if over 50."),),
    )

    assert ids(leading(knowledge, ["a"]).for_soon) == ["other", "old"]


@pytest.mark.parametrize(
    ("name", "areas", "told", "is_left_out"),
    [
        ("a changed ache", ("a",), "See a doctor for any changed ache.", True),
        ("a changed ache", ("a",), "See a doctor.", False),
        ("over 50, a new ache", ("a",), "See a doctor if over 50.", False),
    ],
)
def test_what_is_told_first_leaves_out_no_other_sign(name, areas, told: str, is_left_out):
    flag = sign("one", SOON, name=name, areas=areas)
    knowledge = made(flag, areas=(area("a", see_first=told),))

    assert ids(leading(knowledge, ["a"]).for_soon) == ([] if is_left_out else ["one"])
    assert ids(leading(knowledge, ["a"], ON_PAPER).for_soon) == ["one"]


def test_a_sign_that_can_wait_names_the_emergency_it_turns_into_if_it_stands_nowhere_else():
    near = [sign(f"near-{at}", combination=(("a",), ("b",))) for at in range(30)]
    bad = sign("bad", areas=("a",))
    knowledge = made(*near, bad, sign("soon", SOON, turns_into=("bad",)))

    (soon,) = leading(knowledge, ["a", "b"]).soon

    assert ids(soon.worse) == ["bad"]


def test_on_paper_nothing_has_more_room_than_there_is():
    near = [
        sign(f"near-{urgency}-{at}", urgency, combination=(("a",), ("b",)))
        for urgency in (NOW, TODAY, SOON)
        for at in range(30)
    ]
    far = [sign(f"far-{urgency}", urgency, areas=("a", "b")) for urgency in (NOW, TODAY, SOON)]

    signs = ids_of(leading(made(*near, *far), ["a", "b"], ON_PAPER))

    assert [one for told in signs for one in told if one.startswith("far")] == []


def test_what_has_room_anyway_is_told_once():
    both = [sign(f"{urgency}", urgency, areas=("a", "b")) for urgency in (NOW, TODAY, SOON)]
    fall = sign("fall", danger=Danger.INJURY, areas=("a", "b"))

    signs = ids_of(leading(made(*both, fall), ["a", "b"]))

    assert signs.injury == ("fall",)

    assert (signs.also, signs.today, signs.soon) == (("emergency",), ("urgent",), ("soon",))


def test_signs_of_children_lead_only_where_they_are_chosen_and_stand_behind_the_others():
    knowledge = made(
        sign("child", of_children=True),
        sign("chosen-child", of_children=True),
        sign("grown-up"),
        sign("vessel", danger=Danger.VESSEL),
        areas=(area("a", red_flags=("chosen-child", "grown-up")),),
    )

    signs = leading(knowledge, ["a"])

    assert ids(signs.now) == ["grown-up", "vessel", "chosen-child"]
    assert signs.also == ()


def test_a_sign_of_children_for_today_is_told_only_where_it_belongs_to_all():
    knowledge = made(
        sign("of-a", TODAY, of_children=True),
        sign("of-both", TODAY, areas=("a", "b"), of_children=True),
        areas=(area("a", today=("of-a", "of-both")),),
    )

    assert ids(leading(knowledge, ["a"]).for_today) == ["of-a", "of-both"]
    assert ids(leading(knowledge, ["a", "b"]).for_today) == ["of-both"]


def test_emergencies_of_medicines_have_a_line_of_their_own():
    knowledge = made(
        sign("pills", danger=Danger.MEDICINE), sign("pills-today", TODAY, danger=Danger.MEDICINE)
    )

    signs = ids_of(leading(knowledge, ["a"]))

    assert (signs.now, signs.also, signs.injury) == ((), (), ())
    assert signs.today == ("pills-today",)


def test_an_injury_stands_in_its_own_line_unless_it_was_chosen():
    knowledge = made(
        sign("fall", danger=Danger.INJURY),
        sign("crash", danger=Danger.INJURY),
        sign("sprain", TODAY, danger=Danger.INJURY),
        areas=(area("a", red_flags=("crash",)),),
    )

    signs = ids_of(leading(knowledge, ["a"]))

    assert (signs.now, signs.also, signs.injury) == (("crash",), (), ("fall",))
    assert signs.today == ("sprain",)


def test_two_injuries_that_read_the_same_take_the_room_of_one():
    same = [
        sign(f"fall-{at}", danger=Danger.INJURY, areas=("a",))._replace(short="A fall.")
        for at in range(2)
    ]
    knowledge = made(*same, sign("knock", danger=Danger.INJURY, areas=("a",)))

    room = ON_PAPER._replace(now=0, injury=2)
    signs = leading(knowledge, ["a"], room)

    assert ids(signs.injury) == ["fall-0", "knock"]


@pytest.mark.parametrize("is_sign", [True, False])
def test_where_both_pains_are_a_sign_nothing_can_wait_until_today(is_sign: bool):
    groups = (("a",), ("b",)) if is_sign else ()
    knowledge = made(
        sign("both", both_is_a_sign=groups),
        sign("heart", TODAY, danger=Danger.HEART_OR_LUNG),
        sign("heart-too", TODAY, danger=Danger.HEART_OR_LUNG),
        sign("more", TODAY),
        sign("other", TODAY),
        areas=(area("a", today=("heart", "other")),),
    )

    told = ids(leading(knowledge, ["a", "b"]).for_today)

    hearts = ["heart", "other", "heart-too", "more"]
    assert told == ([] if is_sign else hearts)


def test_a_readers_own_word_that_both_pains_are_a_sign_takes_none_of_painlinks_away():
    flags = (
        sign("more", TODAY),
        sign("heart", TODAY, danger=Danger.HEART_OR_LUNG),
        sign("heart-too", TODAY, danger=Danger.HEART_OR_LUNG),
        sign("other", TODAY),
        sign("slow", SOON),
    )
    chosen = (area("a", today=("heart", "other")),)
    own = sign("own", both_is_a_sign=(("a",), ("b",)), areas=(), origin="mine")
    laid = made(own, *flags, areas=chosen, beneath=made(*flags, areas=chosen))

    signs = leading(laid, ["a", "b"])

    assert ids(signs.for_today) == ["heart", "other", "more", "heart-too"]
    assert ids(signs.for_soon) == ["slow"]


def test_beside_an_area_of_a_readers_own_no_sign_of_the_heart_waits_where_both_are_a_sign():
    flags = (
        sign("heart", TODAY, danger=Danger.HEART_OR_LUNG), sign("more", TODAY), sign("first", TODAY)
    )  # fmt: skip
    own = sign("own", both_is_a_sign=(("a",), ("z",)), areas=(), origin="mine")
    areas = (area("a", today=("heart", "first")), area("z", origin="mine"))
    laid = made(own, *flags, areas=areas, beneath=made(*flags, areas=areas[:1]))

    assert ids(leading(laid, ["a", "z"]).for_today) == ["first", "more"]


def test_a_readers_own_sign_of_the_heart_is_not_taken_away_where_both_pains_are_a_sign():
    both = sign("both", both_is_a_sign=(("a",), ("b",)))
    own = sign("own", TODAY, danger=Danger.HEART_OR_LUNG, origin="mine")

    signs = leading(made(both, own, beneath=made(both)), ["a", "b"])

    assert ids(signs.for_today) == ["own"]


def test_an_infection_is_among_the_signs_for_today_where_there_is_one():
    others = [sign(f"today-{at}", TODAY) for at in range(9)]
    infections = [sign(f"hot-{at}", TODAY, danger=Danger.INFECTION) for at in range(2)]

    one_more = ids(leading(made(*others, *infections), ["a", "b"]).for_today)
    there_already = ids(leading(made(*infections, *others), ["a", "b"]).for_today)

    assert leading(made(*infections), ["a"]).now == ()
    assert one_more == [*ids(tuple(others[:8])), "hot-0"]
    assert there_already == ["hot-0", "hot-1", *ids(tuple(others[:6]))]


def test_a_page_without_room_for_today_tells_of_none():
    none = ON_PAPER._replace(today=0)

    told = leading(made(sign("hot", TODAY, danger=Danger.INFECTION)), ["a", "b"], none).today

    assert told == ()


def test_what_a_sign_for_today_turns_into_stands_first_among_the_others():
    knowledge = made(
        sign("other"),
        sign("worse"),
        sign("eye", danger=Danger.EYE),
        sign("today", TODAY, turns_into=("worse",)),
        *(sign(f"first-{at}") for at in range(6)),
        *(sign(f"{kind}-kind", danger=kind) for kind in KINDS[:3]),
        areas=(area("a", red_flags=tuple(f"first-{at}" for at in range(6))),),
    )

    signs = ids_of(leading(knowledge, ["a"]))

    assert signs.now == (*(f"first-{at}" for at in range(6)), "vessel-kind")
    assert signs.also == ("eye", "heart-or-lung-kind", "brain-or-nerve-kind", "worse", "other")


def escalating(*flags: RedFlag) -> list[tuple[str, list[str]]]:
    nothing = ON_PAPER._replace(now=0, also=0, injury=0)
    known = leading(made(*flags), ["a"], nothing)
    return [(one.flag.id, ids(one.worse)) for one in known.today]


def test_a_sign_for_today_says_what_makes_it_an_emergency_three_at_most_and_each_once():
    worse = [sign(f"worse-{at}") for at in range(4)]
    first = sign("first", TODAY, turns_into=tuple(ids(tuple(worse))))
    second = sign("second", TODAY, turns_into=("worse-1", "worse-3"))

    assert escalating(*worse, first, second) == [
        ("first", ["worse-0", "worse-1", "worse-2"]),
        ("second", ["worse-3"]),
    ]


def test_it_does_not_say_what_belongs_elsewhere_or_is_a_matter_of_pills():
    assert escalating(
        sign("pills", danger=Danger.MEDICINE),
        sign("elsewhere", areas=("b",)),
        sign("here"),
        sign("today", TODAY, turns_into=("pills", "elsewhere", "here")),
    ) == [("today", ["here"])]


@pytest.mark.parametrize("where", ["now", "also", "injury"])
def test_what_the_page_told_already_is_not_told_again(where: str):
    told = sign("told", danger=Danger.INJURY if where == "injury" else Danger.OTHER)
    chosen = ("told",) if where == "now" else ()
    knowledge = made(
        told,
        sign("today", TODAY, turns_into=("told",)),
        areas=(area("a", red_flags=chosen),),
    )

    signs = leading(knowledge, ["a"])

    assert ids(getattr(signs, where)) == ["told"]
    assert [one.worse for one in signs.today] == [()]


def test_a_sign_for_days_or_weeks_says_the_first_that_makes_it_one_for_today():
    knowledge = made(
        sign("elsewhere", TODAY, areas=("b",)),
        sign("now"),
        *(sign(f"today-{at}", TODAY, danger=Danger.INFECTION) for at in range(6)),
        sign("slow", SOON, turns_into=("elsewhere", "now", "today-4", "today-5")),
        sign("slower", SOON, turns_into=("today-4",)),
        sign("slowest", SOON, turns_into=("today-0",)),
    )

    signs = leading(knowledge, ["a"], ON_PAPER._replace(soon=3))

    assert ids(signs.for_today) == ["today-0", "today-1", "today-2", "today-3"]
    assert [(one.flag.id, ids(one.worse)) for one in signs.soon] == [
        ("slow", ["today-4"]),
        ("slower", []),
        ("slowest", []),
    ]


def test_a_readers_own_signs_lead_behind_painlinks_and_take_none_of_them_away():
    painlinks = [sign(f"{kind}", danger=kind) for kind in KINDS]
    painlinks += [sign(f"today-{at}", TODAY) for at in range(16)]
    alone = made(*painlinks)
    own = [sign("own", origin="mine"), sign("own-today", TODAY, origin="mine")]
    laid = made(*own, *painlinks, beneath=alone)

    before, after = ids_of(leading(alone, ["a"])), ids_of(leading(laid, ["a"]))

    assert after.now == (*before.now, "own")
    assert after.today == (*before.today, "own-today")
    assert (after.also, after.injury, after.soon) == (before.also, before.injury, before.soon)


def test_an_area_of_a_readers_own_beside_painlinks_takes_none_of_its_signs_away():
    flag = sign("chosen")
    alone = made(flag, areas=(area("a", red_flags=("chosen",)),))
    own = area("own", red_flags=("mine",), origin="mine")
    mine = sign("mine", areas=("own",), origin="mine")
    laid = made(mine, flag, areas=(alone.areas["a"], own), beneath=alone)

    assert ids(leading(laid, ["a", "own"]).now) == ["chosen", "mine"]


def test_what_a_readers_own_pair_chooses_among_painlinks_signs_is_told_behind_them_once():
    flags = (sign("one"), sign("fall", danger=Danger.INJURY), sign("elsewhere", areas=("c",)))
    own = pair("a", "b", red_flags=("one", "fall", "elsewhere"), origin="mine")

    signs = ids_of(leading(made(*flags, pairs=(own,), beneath=made(*flags)), ["a", "b"]))

    assert (signs.now, signs.also, signs.injury) == ((), ("one", "elsewhere"), ("fall",))


def test_of_many_own_signs_as_many_lead_as_painlink_may_choose_and_no_more_stand_below():
    own = [sign(f"own-{at}", danger=Danger.VESSEL, origin="mine") for at in range(9)]
    own += [sign(f"own-soon-{at}", SOON, origin="mine") for at in range(12)]

    signs = ids_of(leading(made(*own, sign("one"), beneath=made(sign("one"))), ["a"]))

    assert signs.now == tuple(f"own-{at}" for at in range(6))
    assert signs.also == ("one",)
    assert signs.soon == tuple(f"own-soon-{at}" for at in range(8))


def test_what_two_areas_chose_together_leads_their_page():
    knowledge = made(
        sign("of-area"),
        sign("of-pair", areas=("b",)),
        sign("today-of-area", TODAY),
        sign("today-of-pair", TODAY, areas=("b",)),
        areas=(area("a", red_flags=("of-area",), today=("today-of-area",)),),
        pairs=(pair("a", "b", red_flags=("of-pair",), today=("today-of-pair",)),),
    )

    signs = ids_of(leading(knowledge, ["a", "b"]))

    assert (signs.now, signs.also) == (("of-pair",), ("of-area",))
    assert signs.today == ("today-of-pair", "today-of-area")


def test_what_is_seen_sooner_is_told_there_and_no_pair_of_a_readers_own_says_so():
    flags = (sign("slow", SOON), sign("slower", SOON))
    areas = (area("a"), area("b"))
    sooner = pair("a", "b")._replace(seen_sooner=("slow",))

    painlinks = made(*flags, areas=areas, pairs=(sooner,))
    own = made(*flags, areas=areas, pairs=(sooner._replace(origin="mine"),))

    assert ids(leading(painlinks, ["a", "b"]).for_soon) == ["slower"]
    assert ids(leading(own, ["a", "b"]).for_soon) == ["slow", "slower"]


def test_what_painlink_tells_sooner_no_pair_of_a_readers_own_puts_off():
    flags = (sign("slow", SOON), sign("slower", SOON))
    sooner = pair("a", "b")._replace(seen_sooner=("slow",))
    own = pair("a", "b", origin="mine")
    laid = made(*flags, pairs=(own,), beneath=made(*flags, pairs=(sooner,)))

    assert ids(leading(laid, ["a", "b"]).for_soon) == ["slower"]


def test_every_sign_that_is_seen_sooner_is_one_that_could_wait():
    named = [id_ for one in KNOWLEDGE.pairs.values() for id_ in one.seen_sooner]

    assert named
    assert {KNOWLEDGE.red_flags[id_].urgency for id_ in named} == {SOON}
