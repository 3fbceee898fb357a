"""What is said by rule of some areas: whether they are connected, and what is seen first."""

from typing import Any

import pytest

from painlink.explain.answering import care_first, verdict
from painlink.explain.explanation import everyday_for, links_among
from painlink.model.entries import Link, Mechanism
from painlink.model.grades import Certainty, Danger
from painlink.model.knowledge import Knowledge
from tests.conftest import KNOWLEDGE
from tests.explain.made import NOW, SOON, area, link, made, mechanism, pair, sign

WORDS = made().wording
ACROSS = (("a",), ("b",))
FELT = sign("felt", combination=ACROSS)
PILLS = sign("pills", combination=ACROSS, danger=Danger.MEDICINE)
BOTH = sign("both", both_is_a_sign=ACROSS)
TUG = mechanism("tug")
LINK = link("a", "b")


def everyday(id_: str, *areas: str, **more: Any) -> Mechanism:
    told = KNOWLEDGE.mechanism(next(iter(KNOWLEDGE.register.everyday))).everyday
    assert told
    return mechanism(id_, everyday=told._replace(areas=areas, certainty=Certainty.LOW), **more)


def said(knowledge: Knowledge, ids: str, links: tuple[Link, ...] | None = None) -> str:
    areas = [knowledge.areas[id_] for id_ in ids]
    if links is None:
        links = links_among(knowledge, list(ids))
    one = knowledge.pair(*ids) if len(ids) == 2 else None
    return verdict(knowledge, areas, one, links, everyday_for(knowledge, list(ids), links))


def test_of_one_area_it_names_three_places_the_dangers_last_and_none_of_a_medicine():
    links = (
        link("a", "b", danger=Danger.VESSEL),
        link("c", "a"),
        link("a", "g", by="medication-side-effects"),
        link("d", "a", by="pull"),
        link("d", "a"),
        link("a", "e", danger=Danger.EYE),
    )
    mechanisms = tuple(map(mechanism, ("tug", "pull", "medication-side-effects")))
    knowledge = made(areas=(area("d", origin="from X"),), mechanisms=mechanisms, links=links)

    assert said(knowledge, "a", links) == WORDS.verdict_one.replace(
        "{places}", "the the c, the the d (from X) and the the b"
    )


def test_of_one_area_whose_links_are_all_of_a_medicine_or_none_it_names_no_place():
    pills = link("a", "b", by="medication-side-effects")

    assert said(made(), "a") == WORDS.verdict_alone
    assert said(made(), "a", (pills,)) == WORDS.verdict_alone


def test_a_link_of_a_part_leads_from_its_whole_to_the_other_place():
    parts = (area("w"), area("part", part_of="w"))
    knowledge = made(areas=parts, mechanisms=(TUG,), links=(link("part", "b"), link("c", "part")))

    told = verdict(knowledge, [parts[0]], None, tuple(knowledge.links.values()), ())

    assert told == WORDS.verdict_one.replace("{places}", "the the b and the the c")


@pytest.mark.parametrize(
    ("knowledge", "told"),
    [
        (made(), (WORDS.verdict_none,)),
        (made(FELT), (WORDS.danger_in_both, WORDS.verdict_none_apart)),
        (made(PILLS), (WORDS.danger_of_pills, WORDS.verdict_none_apart)),
        (made(FELT, PILLS), (WORDS.danger_in_both, WORDS.verdict_none_apart)),
        (made(BOTH), (WORDS.both_is_a_sign, WORDS.verdict_none_apart)),
        (made(mechanisms=(TUG,), links=(LINK,)), (WORDS.verdict_links,)),
        (
            made(FELT, mechanisms=(TUG,), links=(LINK,)),
            (WORDS.danger_in_both, WORDS.verdict_links_apart),
        ),
        (
            made(BOTH, mechanisms=(TUG,), links=(LINK,)),
            (WORDS.both_is_a_sign, WORDS.verdict_links_apart),
        ),
        (
            made(
                mechanisms=(TUG,), links=(LINK._replace(certainty=Certainty.UNSUPPORTED),)
            ),
            (WORDS.verdict_none,),
        ),
        (made(pairs=(pair("a", "b", verdict="Yes."),)), ("Yes.",)),
        (made(FELT, pairs=(pair("a", "b", verdict="Yes."),)), ("Yes.",)),
        (
            made(BOTH, pairs=(pair("a", "b", verdict="Yes."),)),
            (WORDS.both_is_a_sign, "Yes."),
        ),
        (
            made(FELT, pairs=(pair("a", "b", verdict="Yes.", origin="from X"),)),
            (WORDS.danger_in_both, "Yes."),
        ),
        (made(pairs=(pair("a", "b", verdict="Yes.", origin="from X"),)), ("Yes.",)),
    ],
    ids=[
        *("nothing", "a danger", "pills", "a danger and pills", "both a sign", "a link"),
        *("a danger and a link", "both a sign and a link", "a story that does not hold"),
        *("a pair", "a danger and a pair", "both a sign and a pair"),
        *("a danger and an own pair", "an own pair"),
    ],
)  # fmt: skip
def test_the_verdict_of_two_areas_names_the_danger_first(knowledge, told):
    assert said(knowledge, "ab") == " ".join(told)


def test_an_own_pair_in_place_of_painlinks_may_name_the_danger_itself():
    alone = made(FELT, pairs=(pair("a", "b", verdict="Danger first."),))
    own = pair("a", "b", verdict="Danger first too.", origin="from X")
    laid = made(FELT, pairs=(own,), beneath=alone)
    of_more = made(
        FELT, pairs=(pair("a", "z", verdict="Yes.", origin="from X"),), areas=(area("z"),),
        beneath=alone,
    )  # fmt: skip

    assert said(laid, "ab") == "Danger first too."
    assert said(of_more, "az") == "Yes."


@pytest.mark.parametrize(("flags", "apart"), [((), ""), ((FELT,), "_apart")], ids=["", "danger"])
def test_everyday_causes_are_named_two_at_most_with_whose_they_are(flags, apart: str):
    causes = (everyday("x", "a", "b"), everyday("y", "a", "b", origin="from X"))
    knowledge = made(*flags, mechanisms=(*causes, everyday("z", "a", "b")))

    told = getattr(WORDS, f"verdict_everyday{apart}")
    told = told.replace("{causes}", "name x or name y (from X)")

    assert said(knowledge, "ab").endswith(told)
    assert said(knowledge, "ab").startswith(WORDS.danger_in_both if flags else told)


def test_the_verdict_of_three_areas_names_a_danger_of_any_two():
    assert said(made(), "abc") == WORDS.verdict_many
    assert said(made(FELT), "abc") == f"{WORDS.danger_in_many} {WORDS.verdict_many_apart}"


# What is seen before anything is tried


def first(knowledge: Knowledge, ids: str, *links: Link) -> str:
    return care_first(knowledge, [knowledge.areas[id_] for id_ in ids], links)


CAREFUL = {"care_first": True}
DANGER = link("a", "b", danger=Danger.OTHER)


def test_new_pain_of_a_careful_area_is_seen_first_and_nothing_else_is_told():
    knowledge = made(
        areas=(area("a", care_first=True), area("b", see_first="See b."), area("c", **CAREFUL)),
        pairs=(pair("a", "b", see_first="See both."),),
    )

    assert first(knowledge, "abc", DANGER) == WORDS.care_first.replace("{pain}", "a pain or c pain")
    assert first(knowledge, "b") == "See b."


def test_what_only_a_readers_own_file_calls_careful_takes_nothing_away():
    alone = made(areas=(area("a", see_first="See a."), area("c", **CAREFUL)))
    areas = (area("a", care_first=True, see_first="See a."), area("b", **CAREFUL))
    laid = made(areas=(*areas, alone.areas["c"]), beneath=alone)
    of_both = WORDS.care_first.replace("{pain}", "a pain or b pain")

    assert first(laid, "a") == f"{WORDS.care_first.replace('{pain}', 'a pain')} See a."
    assert first(laid, "b") == WORDS.care_first.replace("{pain}", "b pain")
    assert first(laid, "ab", DANGER) == f"{of_both} {WORDS.care_first_of_both} See a."
    assert first(laid, "ac") == WORDS.care_first.replace("{pain}", "a pain or c pain")


@pytest.mark.parametrize("danger", Danger)
def test_of_two_areas_a_danger_of_heart_lungs_or_vessels_that_is_felt_in_both_is_seen_first(
    danger: Danger,
):
    pressing = danger in (Danger.HEART_OR_LUNG, Danger.VESSEL)
    knowledge = made(sign("felt", NOW, danger, combination=ACROSS))

    assert first(knowledge, "ab") == (WORDS.care_first_of_both if pressing else "")
    assert first(knowledge, "abc") == ""


def test_a_danger_among_the_links_is_seen_first_but_for_one_area_or_a_readers_own():
    own = DANGER._replace(origin="from X")

    assert first(made(), "ab", LINK, DANGER) == WORDS.care_first_of_both
    assert first(made(), "abc", DANGER) == WORDS.care_first_of_many
    assert first(made(), "a", DANGER) == ""
    assert first(made(), "ab", own) == ""
    assert first(made(), "ab", LINK) == ""


def test_what_can_wait_is_not_told_beside_what_the_pair_says_is_seen_first():
    knowledge = made(
        areas=(area("a", see_first="See a."), area("c", see_first="See c.")),
        pairs=(pair("a", "b", see_first="See both."), pair("b", "c")),
    )

    assert first(knowledge, "ab", DANGER) == "See both."
    assert first(knowledge, "abc", DANGER) == "See both."
    assert first(knowledge, "ac") == "See a. See c."
    assert first(knowledge, "bc", DANGER) == f"{WORDS.care_first_of_both} See c."


def test_what_a_readers_own_pair_says_is_seen_first_takes_nothing_away_and_names_its_file():
    alone = made(areas=(area("a", see_first="See a."),))
    own = pair("a", "b", see_first="See both.", origin="from X")
    laid = made(areas=(alone.areas["a"],), pairs=(own,), beneath=alone)
    known = made(areas=(alone.areas["a"],), pairs=(pair("a", "b", see_first="See now."),))
    over = made(areas=(alone.areas["a"],), pairs=(own,), beneath=known)

    assert first(laid, "ab") == "See both. (from X) See a."
    assert first(laid, "ab", DANGER) == f"See both. (from X) {WORDS.care_first_of_both} See a."
    assert first(over, "ab", DANGER) == "See both. (from X)"


def test_a_sign_that_can_wait_some_days_is_no_danger_that_is_felt():
    assert first(made(sign("slow", SOON, Danger.VESSEL, combination=ACROSS)), "ab") == ""
