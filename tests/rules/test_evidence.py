"""What a claim rests on and a page leads with: what is missing is told at its place."""

from time import gmtime
from typing import Any

import pytest

from painlink.model.entries import Answer, Benefit, Everyday
from painlink.model.figures import Share, Shares
from painlink.model.grades import Certainty, Counted, Domain, Evidence, LookUp, Reason, Stance
from painlink.model.practice import Practice, PracticeExercise
from painlink.rules.of_a_whole import missing, uncited
from painlink.rules.of_evidence import gaps
from painlink.rules.of_grades import contradicted
from painlink.rules.of_practice import of_exercise, of_practice
from tests.conftest import KNOWLEDGE
from tests.explain.made import TODAY, approach, area, link, made, mechanism, pair, sign
from tests.rules.made import entries

SOURCE = next(iter(KNOWLEDGE.sources.values()))._replace(
    doi=None, pmid=None, url=None, container="Pain", seen=None
)
SHOWS = (
    Evidence("one", "In 12 people, 1,234 of 5 days. Or 2.5, 3", Stance.FOR),
    Evidence("one", "It was 77.", Stance.FOR),
    Evidence("two", "It was 9.", Stance.FOR),
)
LINK = link("a", "b", evidence=SHOWS, summary="It may.", how="It may.")._replace(
    fits_better=(), fits_less=()
)
PAIR = pair("a", "b", evidence=SHOWS, red_flags=("a", "b", "c", "d"))._replace(
    verdict="It may.",
    untested="We look.",
    unknown=(),
    questions=(),
    together=Answer("They do.", Certainty.LOW),
    cause=Answer("It may.", Certainty.LOW),
)
TOLD = Answer("It was 12 to 77 [one]. Or 9 [two].", Certainty.LOW)
NOW = f"{gmtime().tm_year - 3:04}-{gmtime().tm_mon:02}"
BEFORE = f"{gmtime().tm_year - 4:04}-{gmtime().tm_mon:02}"
UNFOUND = "a source needs a DOI, a PMID, an address or a container to be found by"
WITHDRAWN = "this source was withdrawn; look at what rests on it"
UNTOLD = "the answer does not tell the number {} in words"
NOT_SHOWN = "its source does not show the number "


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (Share("Men", 12, "one", 77), []),
        (Share("Men", 9, "two"), []),
        (
            Share("Men", 12, "one", 78),
            [UNTOLD.format(78), f"{NOT_SHOWN}78"],
        ),
        (Share("Men", 5, "one", 77), [UNTOLD.format(5)]),
        (Share("Men", 9, "one", 77), [f"{NOT_SHOWN}9"]),
        (Share("Men", 12, "two", 9), [f"{NOT_SHOWN}12"]),
        (
            Share("Men", 8, "two"),
            [UNTOLD.format(8), f"{NOT_SHOWN}8"],
        ),
    ],
    ids=str,
)
def test_a_share_that_is_drawn_is_told_in_words_and_shown_by_its_source(
    share: Share, told: list[str]
):
    sound = Share("Women", 9, "two")

    found = list(gaps(PAIR._replace(together=TOLD, shares=Shares("Both", (sound, share)))))

    assert found == [(("shares", "groups", 1), one) for one in told]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"container": None}, [((), UNFOUND)]),
        ({"container": None, "doi": "10.1000/x"}, []),
        ({"container": None, "pmid": "123456"}, []),
        ({"container": None, "url": "https://x.example"}, []),
        ({"url": "http://x.example", "pmid": "12345678"}, []),
        ({"doi": "10.100/x"}, [(("doi",), "'10.100/x' has not the form of a DOI")]),
        ({"doi": "10.1000/x y"}, [(("doi",), "'10.1000/x y' has not the form of a DOI")]),
        ({"pmid": "12345"}, [(("pmid",), "'12345' has not the form of a PMID")]),
        ({"pmid": "123456789"}, [(("pmid",), "'123456789' has not the form of a PMID")]),
        ({"url": "ftp://x"}, [(("url",), "'ftp://x' has not the form of a URL")]),
        ({"retracted": True}, [(("retracted",), WITHDRAWN)]),
        ({"seen": NOW}, []),
        ({"seen": BEFORE}, [(("seen",), f"last seen in {BEFORE}; look at it again")]),
    ],
    ids=str,
)  # fmt: skip
def test_a_source_can_be_found_and_was_looked_at(change: dict[str, Any], told: list[Any]):
    assert list(gaps(SOURCE._replace(**change))) == told


@pytest.mark.parametrize("count", range(8))
def test_four_to_six_signs_lead_the_page_of_a_pair(count: int):
    found = list(gaps(PAIR._replace(red_flags=tuple("abcdefgh"[:count]))))

    wrong = f"4 to 6 signs lead the page of a pair; found {count}"
    assert found == ([] if 4 <= count <= 6 else [(("red_flags",), wrong)])


def test_a_number_of_going_together_is_no_answer_about_cause():
    together = Answer("It was 12 and 9 and 77 [one][two].", Certainty.LOW)
    cause = Answer("It was 77 and 12 [one].", Certainty.LOW)

    told = "tells that they go together; that is no answer about cause"
    assert list(gaps(PAIR._replace(together=together, cause=cause))) == [
        (("cause", "answer"), f"12 {told}"),
        (("cause", "answer"), f"77 {told}"),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It was 12 [one].", []),
        ("It was 1,234 or 1234 [one].", []),
        ("It was 123 [one], cut short.", []),
        ("It was 2.5, or 2 [one].", []),
        ("It was 5 and 77 [one].", []),
        ("It was 9 [two].", []),
        ("It was 9 [one].", ["9"]),
        ("It was 9 and 12 [one][two].", []),
        ("It was 8, then 6 [one]. It was 4.", ["6", "8"]),
        ("It was 34 [one].", ["34"]),
        ("It was 3 [nobody].", ["3"]),
        ("It was 3.", []),
    ],
)
def test_a_number_stands_in_what_its_source_shows(text: str, numbers: list[str]):
    told = [f"{NOT_SHOWN}{number}" for number in numbers]
    benefit = Benefit(("a",), Certainty.LOW, text, SHOWS)
    everyday = Everyday(("a", "b"), Certainty.LOW, text, "It eases.", SHOWS)
    nose = next(one for one in KNOWLEDGE.areas.values() if one.guidance)
    assert nose.guidance
    blank = nose.guidance._replace(
        mostly=text, usually="It goes.", eases=(), whom=(), evidence=SHOWS, exercises=()
    )._replace(visit=None, scan=None, in_daily_life=None, offered=None)

    assert list(gaps(LINK._replace(how=text))) == [(("how",), one) for one in told]
    assert list(gaps(PAIR._replace(untested=text))) == [(("untested",), one) for one in told]
    assert list(gaps(nose._replace(guidance=blank))) == [
        (("guidance", "mostly"), one) for one in told
    ]
    assert list(gaps(mechanism("m", everyday=everyday, links=(LINK, LINK._replace(how=text))))) == [
        *((("everyday", "summary"), one) for one in told),
        *((("links", 1, "how"), one) for one in told),
    ]
    first = benefit._replace(answer="It may.")
    assert list(gaps(approach("x", benefits=(first, benefit)))) == [
        (("benefits", 1, "answer"), one) for one in told
    ]


def test_a_number_is_held_against_the_first_twelve_signs_of_a_longer_one():
    long = (Evidence("one", "It was 12345678901234.", Stance.FOR),)

    def told(number: str) -> list[Any]:
        return list(gaps(LINK._replace(evidence=long, how=f"It was {number} [one].")))

    assert told("12345678901") == told("12345678901234") == []
    assert told("123456789012") != []


@pytest.mark.parametrize(
    "words",
    [
        *("no study we know of", "No trial of ours", "we saw no", "We found no", "we know of no"),
        *("nobody knows", "nobody can say", "Nobody has tested", "nobody has counted"),
        *("not tested", "not yet known", "not known", "no review we know of", "no source of ours"),
    ],
)
def test_whoever_says_that_nothing_is_known_notes_what_was_searched(words: str):
    text = f"It is said that {words} it. And {words} more."
    told = f"{words!r} needs a look-up: note it under 'looked_up'"
    looked_up = (LookUp("x", "2026-11"),)

    assert list(gaps(LINK._replace(how=text, does_not_mean=text))) == [(("how",), told)]
    assert list(gaps(PAIR._replace(untested=text))) == [(("untested",), told)]
    assert list(gaps(LINK._replace(how=text, looked_up=looked_up))) == []
    shown = LINK._replace(evidence=(Evidence("one", text, Stance.FOR),))
    assert list(gaps(shown)) == []


# Why a claim has its grade


KINDS = {"one": "cohort", "two": "patient-page", "three": "systematic-review"}
WHY = Reason(Domain.DESIGN, "So it is.", ("one",))


def refused(*reasons: Reason, **more: Any) -> list[Any]:
    return list(contradicted(LINK._replace(why_grade=reasons, **more), KINDS))


def test_a_reason_rests_on_its_own_evidence_and_is_told_once():
    three = [WHY._replace(domain=one) for one in (Domain.BIAS, Domain.DESIGN, Domain.PUBLICATION)]
    many = (*three, WHY._replace(domain=Domain.IMPRECISION))
    told = "the 3 reasons that decide are enough; found 4"

    assert refused(*three) == []
    assert refused(*many) == [(("why_grade",), told)]
    assert refused(three[0], WHY, WHY) == [
        (("why_grade", 1, "domain"), "'design' is told once"),
        (("why_grade", 2, "domain"), "'design' is told once"),
    ]
    assert refused(three[0], WHY._replace(rests_on=())) == [
        (("why_grade", 1, "rests_on"), "a reason rests on at least one piece of the evidence")
    ]
    assert refused(three[0], WHY._replace(rests_on=("one", "nobody"))) == [
        (
            ("why_grade", 1, "rests_on", 1),
            "'nobody' is not among the evidence for this claim",
        )
    ]


@pytest.mark.parametrize("counted", [None, *Counted])
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("patient-page", "patient page"),
        ("professional-page", "professional page"),
        ("classification", "classification"),
        ("regulator", "regulator"),
        ("cohort", None),
    ],
)
def test_what_is_no_study_counted_nobody(counted: Counted | None, kind: str, words: str | None):
    evidence = (*SHOWS[:1], SHOWS[2]._replace(counted=counted))
    record = LINK._replace(evidence=evidence, why_grade=())

    found = list(contradicted(record, {**KINDS, "two": kind}))

    is_wrong = words and counted not in (None, Counted.NEITHER)
    wrong = (("evidence", 1, "counted"), f"'two' is a {words}: it counted nobody")
    assert found == ([wrong] if is_wrong else [])


def test_what_counted_both_is_direct():
    evidence = (
        SHOWS[2]._replace(counted=Counted.ONE), SHOWS[0]._replace(counted=Counted.BOTH),
    )  # fmt: skip
    why = WHY._replace(domain=Domain.INDIRECTNESS, rests_on=("two", "one"))
    told = "'one' counted both pains in the same people: that is direct"

    found = list(contradicted(LINK._replace(evidence=evidence, why_grade=(why,)), {}))

    assert found == [(("why_grade", 0, "domain"), told)]
    assert refused(why) == []


@pytest.mark.parametrize(
    ("stances", "kinds", "is_refused"),
    [
        ((Stance.FOR, Stance.FOR), ("cohort", "cohort"), True),
        ((Stance.FOR, Stance.MIXED), ("cohort", "cohort"), False),
        ((Stance.FOR, Stance.FOR), ("cohort", "systematic-review"), False),
        ((Stance.FOR, Stance.FOR), ("guideline", "cohort"), False),
        ((Stance.FOR, Stance.FOR), ("cohort", None), False),
    ],
)
def test_what_all_says_the_same_disagrees_in_nothing(stances, kinds, is_refused: bool):
    evidence = tuple(Evidence(f"s{at}", "So.", one) for at, one in enumerate(stances))
    known = {f"s{at}": kind for at, kind in enumerate(kinds) if kind}
    why = Reason(Domain.INCONSISTENCY, "So.", ("s0", "s1"))

    found = list(contradicted(LINK._replace(evidence=evidence, why_grade=(why,)), known))

    told = "nothing disagrees: these are no reviews, and all speak the same way"
    assert found == ([(("why_grade", 0, "domain"), told)] if is_refused else [])


@pytest.mark.parametrize("certainty", Certainty)
def test_what_is_lowest_has_not_been_raised(certainty: Certainty):
    low = certainty in (Certainty.VERY_LOW, Certainty.UNSUPPORTED)
    told = f"what is {certainty.words} has not been raised"

    found = refused(WHY._replace(domain=Domain.RAISED), certainty=certainty)

    assert found == ([(("why_grade", 0, "domain"), told)] if low else [])


def test_every_graded_claim_is_held_to_these_rules_at_its_place():
    wrong = (WHY._replace(rests_on=()),)
    told = "a reason rests on at least one piece of the evidence"
    everyday = Everyday(("a", "b"), Certainty.LOW, "It may.", "It eases.", SHOWS, wrong)
    links = (LINK._replace(why_grade=()), LINK._replace(why_grade=wrong))
    answer = PAIR.together._replace(why_grade=wrong)
    sound = PAIR.together._replace(why_grade=())

    assert list(contradicted(mechanism("m", everyday=everyday, links=links), KINDS)) == [
        (("everyday", "why_grade", 0, "rests_on"), told),
        (("links", 1, "why_grade", 0, "rests_on"), told),
    ]
    assert list(contradicted(PAIR._replace(together=answer, cause=sound), KINDS)) == [
        (("together", "why_grade", 0, "rests_on"), told)
    ]
    assert list(contradicted(PAIR._replace(together=sound, cause=answer), KINDS)) == [
        (("cause", "why_grade", 0, "rests_on"), told)
    ]


# What is missing beside an entry


def test_a_source_is_cited_by_evidence_or_in_a_text():
    sources = [SOURCE._replace(id=id_) for id_ in ("one", "two", "three", "four")]
    text = mechanism("m", how="It is so [three].", summary="So.", does_not_mean="No.")
    found = entries(sources=sources, links=[LINK], mechanisms=[text])
    base = made()._replace(sources={"four": SOURCE})

    told = [(gap[0].id, *gap[1:]) for gap in uncited(found)]

    assert told == [("four", (), "nothing cites this source")]
    assert list(uncited(found, base)) == []


KEEPS = "no approach that keeps safe has a benefit for it: whom to see is untold"
SAFE = approach("safe", keeps_safe=True)


def gaps_beside(knowledge: Any, **records: Any) -> list[Any]:
    return [(gap[0].id, *gap[1:]) for gap in missing(entries(**records), knowledge)]


def test_an_approach_that_keeps_safe_is_there_for_every_area_or_what_it_is_part_of():
    (benefit,) = SAFE.benefits
    safe = SAFE._replace(benefits=(benefit._replace(areas=("a", "w")),))
    other = approach("other", benefits=(benefit._replace(areas=("b",)),))
    part = area("part", part_of="w")
    knowledge = made(areas=(area("w"), part), approaches=(safe, other))
    areas = [knowledge.areas[id_] for id_ in ("a", "part", "b")]

    assert gaps_beside(knowledge, areas=areas) == [("b", (), KEEPS)]


def test_a_pair_answers_for_each_two_areas_that_a_link_joins():
    whole = mechanism("m", links=(link("a", "b"), link("c", "a")))
    knowledge = made(pairs=(pair("a", "b"),))

    assert gaps_beside(knowledge, mechanisms=[whole]) == [
        ("m", ("links", 1, "to"), "no pair answers for the two; add 'a--c'")
    ]


def test_a_sign_that_leads_a_page_is_a_sign_of_its_areas():
    flags = (
        *(sign("of-a"), sign("of-c", areas=("c",)), sign("named", areas=("c",))),
        sign("of-part", areas=("part",)),
        sign("together", combination=(("a",), ("b",))),
        sign("apart", combination=(("a",), ("c",))),
        sign("today", TODAY, areas=("c",)),
    )
    (benefit,) = SAFE.benefits
    safe = SAFE._replace(benefits=(benefit._replace(areas=("a", "w")),))
    ids = tuple(flag.id for flag in flags)
    named = area("w", red_flags=("named", "of-a"))
    one = pair("a", "w", red_flags=ids[:-1], today=("today",))
    two = pair("a", "b", red_flags=("together", "apart"))
    alone = area("a", red_flags=("together", "of-a"), today=("today",))
    knowledge = made(
        *flags, areas=(named, area("part", part_of="w")), pairs=(one, two), approaches=(safe,)
    )

    def other(id_: str) -> str:
        return f"{id_!r} is a sign of other areas"

    assert gaps_beside(knowledge, pairs=[one, two]) == [
        ("a--w", ("red_flags", 1), other("of-c")),
        ("a--w", ("red_flags", 4), other("together")),
        ("a--w", ("red_flags", 5), other("apart")),
        ("a--w", ("today", 0), other("today")),
        ("a--b", ("red_flags", 1), other("apart")),
    ]
    assert gaps_beside(knowledge, areas=[alone]) == [
        ("a", ("red_flags", 0), other("together")),
        ("a", ("today", 0), other("today")),
    ]


# What a practice hands out


PRACTICE = Practice("x" * 80, "x" * 200, "x" * 300)
EXERCISE = PracticeExercise("x" * 80, "x" * 500, ("back", "Low back"), "x" * 200)
AREAS = {"back": "back", "low back": "lower-back"}


def of_a_practice(record: Practice, before: str | None = None) -> list[Any]:
    (entry,) = entries(practice=[record])["practice"]
    return list(of_practice(entry, before=before))


def of_an_exercise(
    record: PracticeExercise,
    before: str | None = None,
    *,
    whole: bool = True,
    complete: bool = True,
) -> list[Any]:
    (entry,) = entries(exercises=[record], whole=whole)["exercises"]
    return list(of_exercise(entry, AREAS, before=before, complete=complete))


def fits(most: int) -> str:
    return f"at most {most} characters, to fit a sheet; found {most + 1}"


def test_a_practice_fits_a_sheet_and_speaks_in_its_own_name():
    long = Practice("x" * 81, "x" * 201, "x" * 301)
    ours = (("name",), "a practice speaks in its own name; leave painlink's out")
    two = ((), "a sheet is of one practice, and a.yaml names one already")

    assert of_a_practice(PRACTICE) == of_a_practice(Practice("A")) == []
    assert of_a_practice(long) == [
        (("name",), fits(80)), (("contact",), fits(200)), (("note",), fits(300)),
    ]  # fmt: skip
    assert of_a_practice(Practice("By PainLink")) == [ours]
    assert of_a_practice(PRACTICE, before="a.yaml") == [two]


def test_an_exercise_fits_a_sheet_and_is_for_areas_that_there_are():
    long = PracticeExercise("x" * 81, "x" * 501, ("back",), "x" * 201)
    astray = EXERCISE._replace(areas=("back", "bakc", "zzzzzzzz"))
    none = EXERCISE._replace(areas=())

    assert of_an_exercise(EXERCISE) == []
    assert of_an_exercise(long) == [
        (("name",), fits(80)), (("how",), fits(500)), (("stop_if",), fits(200)),
    ]  # fmt: skip
    assert of_an_exercise(astray) == [
        (("areas", 1), "no area called 'bakc'; did you mean 'back'?"),
        (("areas", 2), "no area called 'zzzzzzzz'"),
    ]
    assert of_an_exercise(astray, complete=False) == []
    assert of_an_exercise(none) == [(("areas",), "an exercise is for at least one area")]
    assert of_an_exercise(none, whole=False) == []
    assert of_an_exercise(EXERCISE._replace(name="Bend"), before="a.yaml") == [
        (("name",), "an exercise called 'Bend' is already in a.yaml")
    ]
