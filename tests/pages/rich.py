"""The tiny knowledge with something of everything that a page may tell: for whole pages only."""

from functools import cache
from typing import Any

from painlink.knowledge.register import assembled
from painlink.model.entries import Source
from painlink.model.grades import Certainty, Danger, Domain, LookUp, Reason, Stance
from painlink.model.knowledge import Knowledge
from painlink.model.practice import Handed, Practice, PracticeExercise
from painlink.model.reviews import Reviewer
from tests.conftest import TINY_KNOWLEDGE
from tests.explain.made import SOON, TODAY, sign

WHOSE = "from mine.yaml, not reviewed by painlink"
WHY = (
    Reason(Domain.DESIGN, "They were seen once.", ("string-2001",)),
    Reason(Domain.IMPRECISION, "They were few.", ("string-2001",)),
)
LOOKED_UP = (LookUp("toe and string", "2026-10"), LookUp("sole and string", "2026-11"))
SIGNS = (
    sign("both-lie", areas=("nose",), both_is_a_sign=(("nose",), ("ankle",))),
    sign("toe-crush", areas=("toe", "ankle"), danger=Danger.INJURY),
    sign("toe-blue", areas=("toe",), danger=Danger.VESSEL),
    sign("toe-cold", areas=("toe", "sole"), danger=Danger.BRAIN_OR_NERVE),
    sign("sole-hot", areas=("sole",), danger=Danger.INFECTION),
    sign("sole-numb", areas=("sole", "arch")),
    sign("child-limps", areas=("toe",), of_children=True),
    sign("toe-red", TODAY, areas=("toe", "sole"), turns_into=("toe-blue",)),
    sign("toe-later", SOON, areas=("toe", "ankle"), turns_into=("toe-red",)),
    sign("ill", areas=("widespread",)),
)
OWN_SIGN = sign("mine", areas=("toe",), origin=WHOSE)
SOURCES = (
    Source("page-of-strings", "patient-page", "Strings", url="https://strings.example/a",
           seen="2026-10"),
    Source("paper-2003", "cohort", "Paper.", "Ash B, Oak C, Elm D", 2003, "Strings 2003;1",
           pmid="123456", doi="10.1000/paper", url="https://paper.example"),
    Source("book", "guideline", "Book of knots", "Knot E et al.", container="Shelf",
           note="Read whole."),
    Source("own-2004", "cohort", "Own", "One A", 2004, origin=WHOSE),
)  # fmt: skip


@cache
def rich(*, laid_over: bool = False) -> Knowledge:
    """Return that knowledge; *laid_over* it what a reader and a practice add."""
    tiny = TINY_KNOWLEDGE
    nose = tiny.areas["nose"]
    assert nose.guidance
    told = nose.guidance
    sole = told._replace(
        mostly="Sole pain mostly comes from a walk.", usually="It goes.", exercises=(),
        eases=("Sit down.", "Lift it."), pages=("page-of-strings",), scan=None,
        whom=(*told.whom, told.whom[0]._replace(who="doctor", what="a look")),
        offered="A stitch may help [string-2001].",
    )  # fmt: skip
    areas: dict[str, Any] = {
        **tiny.areas,
        "toe": tiny.areas["toe"]._replace(
            guidance=told._replace(mostly="Toe pain mostly comes from a shoe."),
            see_first="A toe that turned: see a doctor today.", region="Foot",
        ),
        "sole": tiny.areas["sole"]._replace(guidance=sole, region="Foot", uberon="UBERON:1",
                                            hpo="HP:1"),
        "nose": nose._replace(care_first=True, region="Head"),
        "widespread": tiny.areas["ankle"]._replace(
            id="widespread", name="whole body", pain="widespread pain", places=(),
        ),
    }  # fmt: skip
    bare = tiny.approaches["bare-feet"]
    (gain,) = bare.benefits
    both = gain._replace(areas=("toe", "ankle"), in_brief="It may ease both.", mind="Mind glass.",
                         also="It does nothing for a sole.")  # fmt: skip
    approaches = (
        bare._replace(benefits=(both,), example="On grass."),
        bare._replace(id="look", name="Have it looked at", keeps_safe=True, finds_causes=True,
                      benefits=(gain._replace(areas=tuple(areas)),)),
        bare._replace(id="rest", name="Rest", benefits=(
            gain._replace(areas=("sole", "ankle"), certainty=Certainty.MODERATE),)),
        bare._replace(id="charm", name="Charm", benefits=(
            gain._replace(certainty=Certainty.UNSUPPORTED, answer="It is not shown to help."),)),
    )  # fmt: skip
    tug, shoe = tiny.mechanisms["tug"], tiny.mechanisms["shoe"]
    assert shoe.everyday
    shoe = shoe._replace(everyday=shoe.everyday._replace(areas=("toe", "sole", "nose"),
                                                         why_grade=WHY))  # fmt: skip
    links = {one.id: one for one in tiny.links.values()}
    first = links["toe--sole--tug"]
    piece = first.evidence[0]
    links["toe--sole--tug"] = first._replace(
        why_grade=WHY, looked_up=LOOKED_UP,
        evidence=(piece, piece._replace(source="paper-2003", stance=Stance.AGAINST)),
    )  # fmt: skip
    danger = first._replace(id="ankle--toe--clot", from_="ankle", to="toe", danger=Danger.VESSEL,
                            mechanism="tug", name="A clot", certainty=Certainty.LOW)  # fmt: skip
    links[danger.id] = danger
    pair = tiny.pairs["ankle--toe"]
    one = pair._replace(
        through=("sole",), outlook="It eases in days [string-2001].", looked_up=LOOKED_UP,
        see_first="Both at once: see a doctor today.", unknown=("How often.", "In whom."),
        together=pair.together._replace(why_grade=WHY),
        questions=("Is it the shoe?", "Is it the string?"),
    )  # fmt: skip
    groups: dict[str, Any] = {
        "areas": areas,
        "ambiguous_words": tiny.ambiguous_words,
        "mechanisms": {"tug": tug, "shoe": shoe},
        "links": links,
        "pairs": {one.id: one},
        "red_flags": {**tiny.red_flags, **{flag.id: flag for flag in SIGNS}},
        "approaches": {each.id: each for each in approaches},
        "sources": {**tiny.sources, **{each.id: each for each in SOURCES[:-1]}},
    }
    by = (Reviewer("Ash B", "toe doctor", "2026-10"), Reviewer("Oak C", "toe nurse", "2026-11"))
    about = tiny.about._replace(reviewers=by if laid_over else ())
    around = (tiny.handout, tiny.wording, about)
    alone = assembled(groups, *around, tiny.vocabulary)
    if not laid_over:
        return alone
    groups["areas"] = areas | {"sole": areas["sole"]._replace(origin=WHOSE)}
    groups["red_flags"] = groups["red_flags"] | {"mine": OWN_SIGN}
    groups["links"] = links | {first.id: links[first.id]._replace(origin=WHOSE)}
    groups["pairs"] = {one.id: one._replace(origin=WHOSE)}
    groups["sources"] = groups["sources"] | {"own-2004": SOURCES[-1]}
    groups["approaches"] = groups["approaches"] | {"rest": approaches[2]._replace(origin=WHOSE)}
    laid = assembled(groups, *around, tiny.vocabulary, beneath=alone, notes=("A note.",))
    exercise = PracticeExercise("Toe curl", "Curl it.", ("toe",), "It bleeds.", WHOSE)
    practice = Practice("Toe House", "Ring us", "Come in.", origin=WHOSE)
    return laid._replace(handed=Handed(practice, None, (exercise,)))
