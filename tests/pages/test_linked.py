"""How two areas, one and three may be linked, word by word: what is told, what only named."""

from itertools import chain
from typing import Any

from painlink.explain.explanation import outline
from painlink.model.entries import Link
from painlink.model.grades import Certainty, Danger, Direction, Domain, LookUp, Reason, Stance
from painlink.model.knowledge import Knowledge
from painlink.pages.blocks import Block
from painlink.pages.parts.citing import Citations
from painlink.pages.sections import others
from painlink.pages.sections.links import link_in_brief, link_in_full, links_in_a_line
from painlink.pages.sections.routes import Routes
from tests.explain.made import area, link, made, mechanism, pair, sign
from tests.pages.test_signs import lines, said

HIGH, FAIR, LOW, HARDLY = list(Certainty)[:4]
CLOT, HEART = Danger.VESSEL, Danger.HEART_OR_LUNG
MECHANISMS = tuple(mechanism(f"m{at}") for at in range(6))
BOTH = sign("both", both_is_a_sign=(("a",), ("b",)))
LINKED = "## How they may be linked (and how sure): best shown first, not likeliest first"
SERIOUS = "Serious; if a sign above fits, act on it first"
RARE = "Rare, but serious; if a sign above fits, act on it first"
SAME_WORDS = [
    "Fits better if",
    "* Your sole hurts as the toe bends.",
    "Fits less if",
    "* Your toe is still.",
    "It does not mean that the toe is to blame.",
]
SHOWN = ["What the sources show", "* For: In 12 people the sole moved with the toe [1]."]


def of(number: int, certainty: Certainty, ends: str = "ab", **more: Any) -> Link:
    """Return a link by the mechanism of this *number*, called after it."""
    told = {"name": f"Link {number}", "summary": f"It is {number} [string-2001].", **more}
    return link(ends[0], ends[1], f"m{number}", certainty=certainty, **told)


def known(*links: Link, **more: Any) -> Knowledge:
    return made(*more.pop("flags", ()), mechanisms=MECHANISMS, links=links, **more)


def told(blocks: list[Block]) -> list[str]:
    return list(chain.from_iterable(map(lines, blocks)))


def linked(*links: Link, full: bool = False, **more: Any) -> list[str]:
    knowledge = known(*links, **more)
    explanation = outline(knowledge, [knowledge.areas["a"], knowledge.areas["b"]])
    routes = Routes(knowledge, Citations(knowledge), full=full)
    return told(routes.by_certainty(explanation))


def test_two_links_are_told_in_a_sentence_and_the_others_named_behind_their_level():
    assert linked(of(0, HIGH), of(1, LOW), of(2, LOW), of(3, LOW), of(4, HARDLY)) == [
        LINKED,
        "* Link 0 (high). It is 0 [1].",
        "* Link 1 (low). It is 1 [1].",
        "* Low certainty (may): link 2 [1], link 3 [1].",
        "* Very low certainty (it is very uncertain whether): link 4 [1].",
    ]
    assert linked(of(0, HIGH), of(1, FAIR), of(2, LOW)) == [
        LINKED,
        "* Link 0 (high). It is 0 [1].",
        "* Link 1 (moderate). It is 1 [1].",
        "* Low certainty (may): link 2 [1].",
    ]


def test_what_is_hardly_shown_is_told_only_where_nothing_is_surer():
    assert linked(of(0, LOW), of(1, HARDLY))[2:] == [
        "* Very low certainty (it is very uncertain whether): link 1 [1]."
    ]
    assert linked(of(0, HARDLY), of(1, HARDLY), of(2, HARDLY))[1:] == [
        "* Link 0 (very low). It is 0 [1].",
        "* Link 1 (very low). It is 1 [1].",
        "* Very low certainty (it is very uncertain whether): link 2 [1].",
    ]


def test_dangers_stand_last_under_their_name_and_take_what_room_the_others_leave():
    dangers = (of(3, LOW, danger=CLOT), of(4, HARDLY, danger=CLOT))

    assert linked(*dangers)[1:] == [
        f"* {RARE}: Link 3 (low). It is 3 [1].",
        "* Link 4 (very low). It is 4 [1].",
    ]
    assert linked(of(0, HIGH), *dangers)[1:] == [
        "* Link 0 (high). It is 0 [1].",
        f"* {RARE}: Link 3 (low). It is 3 [1].",
        "* link 4 (very low) [1].",
    ]
    assert linked(of(0, HIGH), of(1, LOW), of(2, LOW), *dangers)[-1] == (
        f"* {RARE}: link 3 (low) [1], link 4 (very low) [1]."
    )
    assert linked(of(1, HARDLY), of(4, HARDLY, danger=CLOT))[1:] == [
        "* Very low certainty (it is very uncertain whether): link 1 [1].",
        f"* {RARE}: Link 4 (very low). It is 4 [1].",
    ]


def test_a_danger_of_the_heart_is_not_called_rare():
    assert linked(of(0, LOW, danger=HEART), of(1, LOW, danger=CLOT))[1:] == [
        f"* {SERIOUS}: Link 0 (low). It is 0 [1].",
        "* Link 1 (low). It is 1 [1].",
    ]


def test_where_both_pains_are_a_sign_the_dangers_stand_first():
    danger = of(4, LOW, danger=CLOT)

    assert linked(of(0, HIGH), danger, flags=(BOTH,)) == [
        "## How they may be linked (and how sure): dangers first, then best shown",
        f"* {SERIOUS}: Link 4 (low). It is 4 [1].",
        "* Link 0 (high). It is 0 [1].",
    ]
    assert linked(of(0, HIGH), flags=(BOTH,)) == [LINKED, "* Link 0 (high). It is 0 [1]."]
    assert linked(of(0, HIGH), danger, full=True, flags=(BOTH,))[1] == f"### {SERIOUS}"


def test_a_chain_stands_behind_the_links_of_its_level_with_how_sure_each_step_is():
    steps = (of(0, HIGH, "ac"), of(1, FAIR, "cb"))
    through = (pair("a", "b", through=("c",)),)
    a_chain = "The a to the c to the b (a chain: low): high [1], then moderate [1]."

    assert linked(*steps, pairs=through) == [LINKED, f"* {a_chain}"]
    assert linked(*steps, of(2, HIGH), pairs=through) == [LINKED, "* Link 2 (high). It is 2 [1]."]
    assert linked(*steps, of(2, FAIR), of(3, LOW), pairs=through)[1:] == [
        "* Link 2 (moderate). It is 2 [1].",
        "* Link 3 (low). It is 3 [1].",
        f"* {a_chain}",
    ]
    assert linked(*steps, pairs=through, full=True) == [
        LINKED, "### Low certainty (may)", f"* {a_chain}"
    ]  # fmt: skip


def test_in_full_each_level_has_its_heading_and_each_link_its_text():
    assert linked(of(0, HIGH), of(1, HIGH), full=True) == [
        LINKED,
        "### High certainty (is linked)",
        *(
            line
            for at in range(2)
            for line in (
                f"> Link {at} (name m{at})",
                f"It is {at} [1]. It tugs with every step.",
                *SAME_WORDS,
                *SHOWN,
            )
        ),
    ]


def test_where_nothing_is_linked_nothing_is_said():
    assert linked() == linked(full=True) == []


def test_of_stories_that_do_not_hold_a_short_page_tells_three_and_a_full_one_all():
    stories = [of(at, Certainty.UNSUPPORTED, in_truth=f"It is not {at}.") for at in range(4)]

    def shown(*links: Link, full: bool) -> list[str]:
        knowledge = known()
        routes = Routes(knowledge, Citations(knowledge), full=full)
        return told(routes.not_supported(links))

    assert shown(full=False) == shown(full=True) == []
    assert shown(*stories, full=False) == [
        "## Not supported by the evidence",
        *("* It is not 0.", "* It is not 1.", "* It is not 2."),
    ]
    headings = [one for one in shown(*stories, full=True) if one.startswith(("#", ">"))]
    assert headings == [
        "## Not supported by the evidence",
        *(f'> The story "Link {at}" (name m{at})' for at in range(4)),
    ]


def in_brief(one: Link) -> str:
    knowledge = known()
    return said(link_in_brief(knowledge, one, Citations(knowledge)))


def test_only_a_story_that_does_not_hold_is_told_as_what_is_true():
    not_so = {"in_truth": "It is not so [string-2001].", "origin": "X"}

    assert in_brief(of(0, Certainty.UNSUPPORTED, **not_so)) == "It is not so [1]. (X)"
    assert in_brief(of(0, LOW, **not_so)) == "Link 0 (X) (low). It is 0 [1]."
    assert in_brief(of(0, Certainty.UNSUPPORTED)) == (
        'The story "Link 0" (not supported). It is 0 [1].'
    )


def test_of_links_that_are_only_named_a_danger_has_its_certainty_beside_it():
    knowledge = known()
    links = (of(0, LOW, origin="X"), of(1, LOW, danger=CLOT))

    assert said(links_in_a_line(knowledge, links, Citations(knowledge))) == (
        "link 0 (X) [1], link 1 (low) [1]."
    )


def whole(one: Link, *, areas: bool) -> list[str]:
    knowledge = made(mechanisms=(*MECHANISMS, mechanism("own", origin="X")))
    return lines(link_in_full(knowledge, one, Citations(knowledge), areas=areas))


def test_a_link_in_full_tells_its_grade_its_ends_and_what_was_searched():
    because = Reason(Domain.DESIGN, "They were seen once.", ("string-2001",))
    looked_up = (LookUp("a and b", "2026-10"),)
    graded = of(0, LOW, why_grade=(because,), looked_up=looked_up, direction=Direction.TWO_WAY)

    assert whole(graded, areas=True) == [
        "> The a and the b: Link 0 (name m0)",
        "Low certainty.",
        "It is 0 [1]. It tugs with every step.",
        *SAME_WORDS,
        "Why low certainty",
        "* They were seen once [1].",
        *SHOWN,
        "What we searched for",
        "* a and b (2026-10).",
    ]


def test_a_link_in_full_has_no_empty_part_and_says_whose_the_mechanism_is():
    bare = of(0, LOW, fits_better=(), fits_less=(), mechanism="own")
    against = bare._replace(
        evidence=tuple(
            piece._replace(stance=stance)
            for piece in bare.evidence
            for stance in (Stance.AGAINST, Stance.MIXED)
        )
    )

    assert whole(against, areas=False) == [
        "> Link 0 (name own, a name X)",
        "It is 0 [1]. It tugs with every step.",
        "It does not mean that the toe is to blame.",
        "What the sources show",
        "* Against: In 12 people the sole moved with the toe [1].",
        "* Mixed: In 12 people the sole moved with the toe [1].",
    ]
    assert whole(bare, areas=True)[0] == "> The a to the b: Link 0 (name own, a name X)"
    assert whole(bare._replace(origin="X"), areas=False)[0] == "> Link 0 (name own) (X)"


def around_one(*links: Link, **more: Any) -> list[str]:
    knowledge = known(*links, **more)
    return told(others.neighbors(knowledge, outline(knowledge, [knowledge.areas["a"]])))


def test_each_other_place_has_its_surest_link_and_the_names_of_a_few():
    lines_of = around_one(
        of(1, HIGH),
        *(of(at, LOW, "ac", name=f"Way {at}") for at in range(3)),
        of(4, HIGH, "ac", danger=CLOT, name="Clot"),
        of(5, HIGH, "ac", danger=CLOT, name="Tear"),
        *(of(at, LOW, "da", name=f"Way {at}") for at in range(4)),
        of(0, LOW, "ae", danger=CLOT),
        areas=(area("c", origin="X"),),
    )

    assert lines_of == [
        "## What may be linked with it",
        "Each line names a place, how sure its best link is, and links. The order tells how well "
        "shown, not how likely for you. Going together is not causing.",
        "* The b (best link: high): link 1.",
        "* The c (X) (best link: low): way 0; way 1; way 2; rare, but serious: clot and tear.",
        "* The d (best link: low): way 0; way 1; and 2 more.",
        "* The e (best link: low): rare, but serious: link 0.",
        "To read on about one of them: painlink explain a b",
    ]
    assert around_one() == []


def test_what_is_hardly_shown_is_named_by_its_place_but_no_danger_and_nothing_of_a_reader():
    assert around_one(
        of(0, HARDLY, "ab"),
        of(1, HARDLY, "ac"),
        of(2, HARDLY, "ad", danger=CLOT),
        of(3, HARDLY, "ae", origin="X"),
        of(4, HARDLY, "af"),
        of(5, LOW, "af"),
    )[2:-1] == [
        "* The f (best link: low): link 5; link 4.",
        "* The e (best link: very low): link 3 (X).",
        "* The d (best link: very low): rare, but serious: link 2.",
        "* Hardly shown: links with the b and the c.",
    ]


def test_of_three_areas_each_two_have_their_links_by_level_dangers_apart():
    knowledge = known(
        of(0, HIGH, name="Same"),
        of(1, HIGH, name="Same"),
        of(2, HIGH),
        of(3, LOW),
        of(4, HIGH, danger=CLOT),
        of(5, HIGH, danger=CLOT),
        of(4, HIGH, "bc", danger=CLOT),
    )
    three = outline(knowledge, [knowledge.areas[id_] for id_ in "abc"])

    assert told(others.pair_by_pair(knowledge, three)) == [
        "## Pair by pair",
        "Going together is not causing.",
        "### A pain and b pain",
        "* High certainty: same; link 2.",
        "* Low certainty: link 3.",
        "* Rare, but serious: link 4; link 5.",
        "* Read on: painlink explain a b",
        "### A pain and c pain",
        "* painlink has no link on record between these two.",
        "* Read on: painlink explain a c",
        "### B pain and c pain",
        "* Rare, but serious: link 4.",
        "* Read on: painlink explain b c",
    ]


def test_what_may_tie_many_areas_is_told_by_those_that_do():
    tie = mechanism("Tie", plain="A tie", ties_many="It ties [string-2001].", origin="X")
    knowledge = made(mechanisms=(*MECHANISMS, tie))

    assert told(others.ties(knowledge, Citations(knowledge))) == [
        "## What may tie them all",
        "* A tie (name tie). It ties [1]. (X)",
    ]
    assert others.ties(known(), Citations(known())) == []
