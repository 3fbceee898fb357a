"""What a reviewer is asked about: every claim, in its order, with what it rests on."""

from typing import Any

import pytest

from painlink.explain.claims.answers import answers_claimed, signs_claimed
from painlink.explain.claims.options import areas_claimed, options_claimed
from painlink.explain.claims.records import Claim, cited_in, pieces_of
from painlink.explain.claims.standing import is_about, standing, text_marks
from painlink.explain.claims.whole import claims_of
from painlink.explain.explanation import outline
from painlink.model.entries import Answer, Everyday
from painlink.model.grades import Certainty, Danger, Domain, Evidence, LookUp, Reason, Stance
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part, Review, Reviewed
from tests.conftest import TINY_KNOWLEDGE
from tests.explain.made import NOW, SOON, TODAY, approach, area, link, made, mechanism, pair, sign

WORDS = made().wording
ALWAYS = ["injury", "medicines", "very_ill", "sooner"]
ONE, TWO, MORE = (Evidence(id_, f"Shown by {id_}.", Stance.FOR) for id_ in ("one", "two", "more"))
WHY = (Reason(Domain.DESIGN, "So it is.", ("two",)),)
LOOKED = (LookUp("x", "2026-11"),)
NOSE = TINY_KNOWLEDGE.areas["nose"]


def about(knowledge: Knowledge, ids: str) -> Any:
    return outline(knowledge, [knowledge.areas[id_] for id_ in ids])


def keys(claims: Any) -> list[tuple[str, str]]:
    return [(claim.entry, claim.key) for claim in claims]


# Signs


def test_every_sign_of_a_page_is_claimed_the_most_urgent_first_then_those_of_every_page():
    knowledge = made(
        sign("soon", SOON, turns_into=("today-late",)),
        *(sign(f"today-{at}", TODAY) for at in range(16)),
        sign("today-late", TODAY, turns_into=("far",)),
        sign("first-today", TODAY, turns_into=("worse",)),
        sign("fall", danger=Danger.INJURY),
        sign("worse"),
        sign("chosen"),
        *(sign(f"also-{at}", danger=Danger.SKIN) for at in range(18)),
        areas=(area("a", red_flags=("chosen",), today=("first-today",)),),
    )

    claims = list(signs_claimed(knowledge, about(knowledge, "a")))

    said = [claim.entry for claim in claims]
    assert said[:2] == ["chosen", "worse"]
    urgencies = [claim.urgency for claim in claims if claim.urgency]
    assert urgencies == sorted(urgencies, key=lambda one: one.rank)
    assert {"fall", "first-today", "today-late"} <= {*said}
    assert said[-5:] == ["soon", *["wording"] * 4]
    assert [claim.key for claim in claims[-4:]] == ALWAYS
    assert [claim.says for claim in claims[-4:]] == [(getattr(WORDS, one),) for one in ALWAYS]
    assert len(said[:-4]) == len({*said[:-4]})


def test_what_a_sign_turns_into_is_claimed_though_it_stands_nowhere_else():
    worse = [sign(f"worse-{at}") for at in range(20)]
    late = sign("late", TODAY)
    knowledge = made(
        *worse,
        sign("today", TODAY, turns_into=tuple(flag.id for flag in worse[:19])),
        *(sign(f"today-{at}", TODAY) for at in range(15)),
        late,
        sign("soon", SOON, turns_into=("late",)),
        sign("sooner", SOON, turns_into=("worse-19",)),
    )

    claims = list(signs_claimed(knowledge, about(knowledge, "a")))

    said = [claim.entry for claim in claims]
    assert {"worse-17", "worse-18", "worse-19", "late", "soon"} <= {*said}
    assert said.index("worse-18") < said.index("worse-19")
    urgencies = [claim.urgency.rank for claim in claims if claim.urgency]
    assert urgencies == sorted(urgencies)


def test_a_sign_is_claimed_with_its_words_its_urgency_and_its_sources():
    flag = sign("one", TODAY, origin="from X")
    knowledge = made(flag, beneath=made())

    (claim, *_) = signs_claimed(knowledge, about(knowledge, "a"))

    assert claim == Claim(
        part=Part.SIGNS,
        entry="one",
        key="sign",
        name="name one",
        says=("Sign one.", "Why.", "Short one."),
        sources=("string-2001",),
        urgency=TODAY,
        origin="from X",
    )


def test_where_both_pains_are_a_sign_that_is_claimed_first():
    knowledge = made(
        sign("one", both_is_a_sign=(("a",), ("b",)), origin="from X"),
        sign("two", both_is_a_sign=(("a",), ("c",))),
    )

    first, second, *_ = signs_claimed(knowledge, about(knowledge, "abc"))

    assert first == Claim(
        Part.SIGNS, "wording", "both_is_a_sign", "", (WORDS.both_is_a_sign,), origin="from X"
    )
    assert second.key == "sign"


# Answers


def test_the_answers_of_a_pair_are_claimed_each_with_the_evidence_that_it_names():
    one = pair(
        "a",
        "b",
        verdict="Yes.",
        together=Answer("Often [one].", Certainty.HIGH, WHY),
        cause=Answer("Nobody knows.", Certainty.VERY_LOW),
        untested="Nothing was tried [one].",
        unknown=("How often.",),
        outlook="It eases.",
        evidence=(ONE, TWO, MORE),
        looked_up=LOOKED,
        origin="from X",
    )
    knowledge = made(pairs=(one,))

    told: Any = {"part": Part.ANSWERS, "entry": "a--b", "name": "", "origin": "from X"}
    assert list(answers_claimed(knowledge, about(knowledge, "ab"))) == [
        Claim(key="verdict", says=("Yes.",), evidence=(MORE,), **told),
        Claim(
            key="together",
            says=("Often [one].", "How sure that they do: high."),
            certainty=Certainty.HIGH,
            why_grade=WHY,
            evidence=(ONE, TWO),
            **told,
        ),
        Claim(
            key="cause",
            says=(
                "Nobody knows.",
                "How sure that one causes the other: very low.",
                "Going together is not causing.",
            ),
            certainty=Certainty.VERY_LOW,
            **told,
        ),
        Claim(
            key="untested",
            says=("Nothing was tried [one].", "How often."),
            evidence=(ONE,),
            looked_up=LOOKED,
            **told,
        ),
        Claim(key="outlook", says=("It eases.",), **told),
    ]


def test_without_a_pair_the_verdict_by_rule_is_claimed_and_what_no_link_means():
    linked = made(mechanisms=(mechanism("tug"),), links=(link("a", "b"),))
    none = made()
    no_link = Claim(Part.ANSWERS, "wording", "no_link", "", (none.about.no_link,))

    def claimed(knowledge: Knowledge, ids: str) -> list[Claim]:
        return list(answers_claimed(knowledge, about(knowledge, ids)))

    def verdict(knowledge: Knowledge, ids: str) -> Claim:
        return Claim(Part.ANSWERS, "wording", "verdict", "", (about(knowledge, ids).verdict,))

    not_causing = Claim(Part.ANSWERS, "wording", "not_causing", "", (WORDS.not_causing,))
    assert claimed(linked, "ab") == [verdict(linked, "ab"), not_causing]
    assert claimed(none, "abc") == [verdict(none, "abc")]
    assert claimed(none, "ab") == [
        verdict(none, "ab"), no_link._replace(sources=cited_in(no_link.says))
    ]  # fmt: skip


# Options


def guided(id_: str) -> Any:
    assert NOSE.guidance
    told = NOSE.guidance._replace(pages=(f"page-{id_}", "other"))
    return area(id_, guidance=told)


def test_what_can_be_done_is_claimed_from_what_comes_first_to_what_to_ask():
    careful = guided("a")._replace(care_first=True)
    knowledge = made(
        areas=(careful, guided("b")),
        approaches=(approach("bare"),),
        pairs=(pair("a", "b", questions=("Why?",), origin="from X"),),
    )
    (benefit,) = knowledge.approaches["bare"].benefits
    benefit = benefit._replace(areas=("a",), in_brief="Brief.", mind="Mind.", also="Also.")
    bare = approach("bare", benefits=(benefit,), example="Such as.", origin="from X")
    knowledge = knowledge._replace(approaches={"bare": bare})

    claims = list(options_claimed(knowledge, about(knowledge, "ab")))

    assert keys(claims) == [
        *(("wording", "care_first"), ("wording", "held_back")),
        *(("a", "eases"), ("a", "in_daily_life"), ("b", "eases"), ("b", "in_daily_life")),
        *(("wording", "pain_medicine"), ("bare", "risk"), ("bare", "benefit")),
        *(("a b", "whom"), ("a--b", "questions")),
    ]
    assert {claim.part for claim in claims} == {Part.OPTIONS}
    first, _, eases, daily, *_ = claims
    assert first.says == (WORDS.care_first.replace("{pain}", "a pain"), WORDS.until_then)
    assert (eases.says, eases.name, eases.evidence) == (("Take the string off.",), "a pain", ())
    assert daily.says == ("A sore nose makes it hard to smell.",)
    risk, gain, whom, asked = claims[-4:]
    assert risk.says == (
        bare.summary, bare.how, bare.steps, bare.risk, bare.caution, "Such as.",
    )  # fmt: skip
    assert (risk.name, risk.origin, gain.origin) == ("Name bare", "from X", "from X")
    assert gain.says == (benefit.answer, "Brief.", "Mind.", "Also.")
    assert (gain.certainty, gain.evidence) == (benefit.certainty, benefit.evidence)
    assert whom.says == ("sailor for a better knot.",)
    assert (asked.says, asked.origin) == (("Why?", WORDS.wait), "from X")


def test_of_one_area_its_exercises_are_claimed_and_the_questions_of_every_page():
    knowledge = made(areas=(guided("a"), area("b")))

    claims = list(options_claimed(knowledge, about(knowledge, "a")))

    assert keys(claims) == [
        *(("a", "eases"), ("a", "in_daily_life"), ("wording", "pain_medicine")),
        *(("a", "exercises"), ("a", "whom"), ("wording", "questions")),
    ]
    assert claims[3].says == (
        "Nose lift. Lift the nose. Let it down. 5 times [string-2001]. Stop if the nose bleeds.",
    )
    assert [piece.source for piece in claims[3].evidence] == ["string-2001"]
    assert claims[-1].says == (*WORDS.questions, WORDS.wait)
    assert keys(options_claimed(knowledge, about(knowledge, "b"))) == [
        ("wording", "pain_medicine"), ("wording", "questions"),
    ]  # fmt: skip


def test_of_each_area_is_claimed_what_it_comes_from_what_happens_and_where_to_read():
    areas = [guided("b"), area("c"), guided("a")]

    claims = list(areas_claimed(areas))

    assert keys(claims) == [
        *(("b", "mostly"), ("b", "usually"), ("a", "mostly"), ("a", "usually"), ("a b c", "pages")),
    ]
    assert claims[-1].sources == ("page-b", "page-a")
    assert claims[0].says == ("Nose pain mostly comes from a string [string-2001].",)
    assert [piece.source for piece in claims[0].evidence] == ["string-2001"]
    assert {claim.part for claim in claims} == {Part.AREAS}
    assert list(areas_claimed([area("a")])) == []


# Links and causes


def test_links_of_two_areas_are_claimed_whole_and_of_more_in_short():
    shared: Any = {"why_grade": WHY, "looked_up": LOOKED}
    links = (
        link("a", "b", summary="First [one]. So.", **shared),
        link("a", "b", by="ache", danger=Danger.EYE, certainty=Certainty.LOW),
        link(
            "b", "a", by="ache", certainty=Certainty.UNSUPPORTED, in_truth="No [two].",
            summary="A story.", origin="from X",
        ),
    )  # fmt: skip
    knowledge = made(mechanisms=(mechanism("tug"), mechanism("ache")), links=links)

    def claimed(ids: str) -> list[Claim]:
        every = claims_of(knowledge, about(knowledge, ids))
        return [claim for claim in every if claim.part is Part.LINKS]

    order, whole, danger, story = claimed("ab")
    one, rest = links[0], (links[0].how, *links[0].fits_better, *links[0].fits_less)

    assert keys([order, danger]) == [("wording", "order"), ("a--b--ache", "danger")]
    assert whole == Claim(
        Part.LINKS,
        one.id,
        "link",
        one.name,
        ("First [one]. So.", *rest, one.does_not_mean),
        one.certainty,
        WHY,
        one.evidence,
        LOOKED,
    )
    assert (story.key, story.says[:2], story.origin) == (
        *("story", ("No [two].", "A story."), "from X"),
    )
    _, short, _, told = claimed("abc")
    assert short == Claim(
        *(Part.LINKS, one.id, "link", one.name, ("First [one]. So.",), one.certainty),
        sources=("one",),
    )
    assert (told.says, told.sources, told.origin) == (("No [two].",), ("two",), "from X")
    assert claims_of(made(), about(made(), "ab"))[-1].part is Part.OPTIONS


def test_a_chain_is_claimed_with_both_its_steps():
    steps = (link("a", "b", summary="So [one]."), link("b", "c", summary="So [two]."))
    knowledge = made(
        mechanisms=(mechanism("tug"),), links=steps, pairs=(pair("a", "c", through=("b",)),)
    )

    claims = claims_of(knowledge, about(knowledge, "ac"))

    assert claims[-1] == Claim(
        *(Part.LINKS, "a--b--c", "chain", "", ("So [one].", "So [two]."), Certainty.LOW),
        sources=("one", "two"),
    )


def test_everyday_causes_are_claimed_and_of_three_areas_what_may_tie_them():
    told = Everyday(("a", "b", "c"), Certainty.LOW, "It may.", "It eases.", (ONE,), WHY, LOOKED)
    one = mechanism(
        "one", everyday=told, ties_many="It ties [two].", does_not_mean="No.", origin="from X"
    )
    knowledge = made(mechanisms=(one, mechanism("other")))

    def claimed(ids: str) -> list[Claim]:
        every = claims_of(knowledge, about(knowledge, ids))
        return [claim for claim in every if claim.part is Part.CAUSES]

    cause = Claim(
        Part.CAUSES,
        "one",
        "everyday",
        "Name one",
        ("It may.", "It eases.", "No."),
        Certainty.LOW,
        WHY,
        (ONE,),
        LOOKED,
        origin="from X",
    )
    assert claimed("ab") == [cause]
    assert claimed("abc") == [
        cause,
        Claim(
            *(Part.CAUSES, "one", "ties_many", f"{one.plain} (name one)", ("It ties [two].",)),
            sources=("two",),
            origin="from X",
        ),
    ]


def test_claims_come_in_the_order_that_matters_for_safety():
    careful = guided("a")._replace(care_first=True)
    told = Everyday(("a", "b"), Certainty.LOW, "It may.", "It eases.", ())
    knowledge = made(
        sign("one"),
        areas=(careful, guided("b")),
        mechanisms=(mechanism("tug"), mechanism("e", everyday=told)),
        links=(link("a", "b"),),
        pairs=(pair("a", "b"),),
    )

    parts = [claim.part for claim in claims_of(knowledge, about(knowledge, "ab"))]

    assert list(dict.fromkeys(parts)) == list(Part)
    assert parts == sorted(parts, key=list(Part).index)


def test_evidence_is_of_the_sources_that_a_text_cites():
    assert cited_in(["So [b] [a].", "And [a] [c]."]) == ("b", "a", "c")
    assert pieces_of(("two", "one"), (ONE, MORE, TWO)) == (ONE, TWO)


# Reviews


def reviewed(*what: Reviewed, **more: Any) -> Knowledge:
    by = Review("A", "nurse", "2026-11", what)
    return made(sign("one"), pairs=(pair("a", "b", reviewed=(by,), **more),))


def test_a_review_holds_for_the_parts_whose_words_have_not_changed():
    before = reviewed()
    marks = text_marks(before, before.pairs["a--b"])
    parts = (Reviewed(Part.SIGNS, marks[Part.SIGNS]), Reviewed(Part.ANSWERS, "bcdfghjk"))
    knowledge = reviewed(*parts, origin="from X")
    areas = [knowledge.areas[one] for one in "ba"]

    (found,) = standing(knowledge, areas, knowledge.pairs["a--b"])

    assert list(marks) == [Part.SIGNS, Part.ANSWERS, Part.OPTIONS]
    assert all(len(mark) == 8 and set(mark) <= set("bcdfghjklmnpqrst") for mark in marks.values())
    assert len({*marks.values()}) == 3
    assert (found.name, found.role, found.date) == ("A", "nurse", "2026-11")
    assert found.what == (Part.SIGNS, Part.ANSWERS)
    assert found.changed == (Part.ANSWERS,)
    assert found.left == (Part.OPTIONS,)
    assert found.origin == "from X"


def test_a_review_is_of_its_two_areas_alone():
    knowledge = reviewed(Reviewed(Part.SIGNS, "bcdfghjk"))
    one = knowledge.pairs["a--b"]
    a, b, c = (knowledge.areas[id_] for id_ in "abc")

    assert is_about(one, [b, a])
    assert not is_about(one, [a, c])
    assert not is_about(one, [a])
    assert not is_about(one, [a, b, c])
    assert standing(knowledge, [a, c], one) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"untested": "Another."},
        {"together": Answer("They often do.", Certainty.HIGH)},
        {"together": Answer("They do.", Certainty.LOW)},
        {"together": Answer("They do.", Certainty.HIGH, WHY)},
        {"together": Answer("They do [one].", Certainty.HIGH), "evidence": (TWO,)},
        {"evidence": (ONE._replace(shows="Other."),)},
        {"evidence": (ONE._replace(stance=Stance.MIXED),)},
        {"evidence": (ONE._replace(source="three"),)},
    ],
    ids=str,
)
def test_other_words_grades_reasons_or_evidence_have_another_mark(change: dict[str, Any]):
    first: dict[str, Any] = {
        "together": Answer("They do.", Certainty.HIGH), "evidence": (ONE,)
    }  # fmt: skip
    before, after = reviewed(**first), reviewed(**{**first, **change})

    marks, others = (text_marks(one, one.pairs["a--b"]) for one in (before, after))

    assert [one for one in marks if marks[one] != others[one]] == [Part.ANSWERS]


@pytest.mark.parametrize(
    "change",
    [{"urgency": TODAY}, {"name": "n"}, {"why": "w"}, {"sources": ("no-string-2002",)}],
    ids=str,
)
def test_a_sign_told_otherwise_has_another_mark(change: dict[str, Any]):
    one, other = sign("one", NOW), sign("one", NOW)._replace(**change)
    before, after = (made(flag, pairs=(pair("a", "b"),)) for flag in (one, other))

    marks, others = (text_marks(each, each.pairs["a--b"]) for each in (before, after))

    assert [each for each in marks if marks[each] != others[each]] == [Part.SIGNS]


def test_in_which_order_claims_stand_is_no_part_of_the_mark():
    flags = (sign("one", areas=("a",)), sign("two", areas=("a",)))
    before, after = (made(*each, pairs=(pair("a", "b"),)) for each in (flags, flags[::-1]))

    assert text_marks(before, before.pairs["a--b"]) == text_marks(after, after.pairs["a--b"])


def test_what_is_laid_over_painlinks_pair_is_no_part_of_its_mark_but_of_an_own_one():
    alone = made(sign("one"), pairs=(pair("a", "b"),))
    own = pair("a", "b", origin="from X")
    laid = made(sign("one"), sign("two", origin="from X"), pairs=(pair("a", "b"),), beneath=alone)
    marks = text_marks(alone, alone.pairs["a--b"])

    assert text_marks(laid, laid.pairs["a--b"]) == marks
    assert text_marks(laid, own)[Part.SIGNS] != marks[Part.SIGNS]
