"""Every certainty says why, rests on its evidence, and is the same where the evidence is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from painlink.model.entries import Answer, Link, Pair
from painlink.model.grades import Certainty, Counted, Domain, Evidence, Reason, Stance
from painlink.model.words.texts import prose
from painlink.rules.of_grades import contradicted
from tests.conftest import KNOWLEDGE

LINKS = tuple(KNOWLEDGE.links.values())
PAIRS = tuple(KNOWLEDGE.pairs.values())
BOTH_KINDS: tuple[Link | Pair, ...] = (*LINKS, *PAIRS)
RATIO = re.compile(
    r"\bodds\b|\b(?:risk|hazard) ratio|\btimes (?:as|the|more|less|higher)\b"
    r"|\b(?:twice|half) (?:as|the)\b|\d ?% (?:higher|lower|more|less)\b"
    r"|\b(?:two|three|four|\d+(?:\.\d+)?) times\b(?! (?:a|in|per|each)\b)",
    re.IGNORECASE,
)


def graded() -> Iterator[tuple[str, Link | Answer]]:
    """Yield every claim that has a certainty, each with what it is called."""
    yield from ((link.id, link) for link in LINKS)
    for pair in PAIRS:
        yield f"{pair.id} together", pair.together
        yield f"{pair.id} cause", pair.cause


def kinds_for(link: Link) -> set[str]:
    """Return the kinds of the sources that speak for *link*."""
    return {
        KNOWLEDGE.sources[piece.source].kind
        for piece in link.evidence
        if piece.stance is Stance.FOR
    }


def test_every_certainty_says_why():
    assert [name for name, claim in graded() if not claim.why_grade] == []


def test_every_piece_of_evidence_says_which_pains_it_counted():
    silent = [
        (one.id, piece.source)
        for one in BOTH_KINDS
        for piece in one.evidence
        if piece.counted is None
    ]

    assert silent == []


def test_a_reason_is_a_sentence_of_its_own_claim():
    said = Counter(reason.says for _, claim in graded() for reason in claim.why_grade)

    assert [text for text, times in said.items() if times > 4] == []
    assert [text for text in said if not re.fullmatch(r"[A-Z].*[.\]]", text)] == []


def test_the_same_evidence_gets_the_same_grade_or_other_reasons():
    alike: dict[object, list[Link]] = defaultdict(list)
    for link in LINKS:
        evidence = ((KNOWLEDGE.sources[piece.source].kind, piece.stance) for piece in link.evidence)
        alike[link.mechanism, tuple(sorted(evidence))].append(link)
    unlike = [
        (one.id, other.id)
        for links in alike.values()
        for one in links
        for other in links
        if one.certainty.rank < other.certainty.rank
        and {reason.domain for reason in one.why_grade}
        == {reason.domain for reason in other.why_grade}
    ]

    assert unlike == []


def test_pages_for_patients_alone_make_nobody_surer_than_low():
    too_sure = [
        link.id
        for link in LINKS
        if link.certainty.rank < Certainty.LOW.rank and kinds_for(link) <= {"patient-page"}
    ]

    assert too_sure == []


def test_what_nothing_speaks_for_is_at_most_very_uncertain():
    unsupported = [
        link.id
        for link in LINKS
        if link.certainty.rank < Certainty.VERY_LOW.rank and not kinds_for(link)
    ]

    assert unsupported == []


def test_no_text_but_the_evidence_gives_a_ratio():
    kinds = ("areas", "mechanisms", "links", "pairs", "approaches", "red_flags")
    found = [
        (record.id, path, match.group())
        for kind in kinds
        for record in getattr(KNOWLEDGE, kind).values()
        for path, text, _ in prose(record)
        if path[-1] not in ("shows", "times") and (match := RATIO.search(text))
    ]

    assert found == []


def test_whoever_says_that_nothing_is_known_has_looked():
    words = re.compile(r"\bno study we know of\b|\bnobody knows\b", re.IGNORECASE)
    unsearched = [
        record.id
        for record in BOTH_KINDS
        for path, text, _ in prose(record)
        if path[-1] != "shows" and words.search(text) and not record.looked_up
    ]

    assert unsearched == []


LINK = next(link for link in LINKS if link.certainty is Certainty.LOW)
BOTH = Evidence("one-study", "It counted both.", Stance.FOR, Counted.BOTH)
OTHER = Evidence("other-study", "It did as well.", Stance.FOR, Counted.ONE)
KINDS = {"one-study": "cohort", "other-study": "cohort", "a-page": "patient-page"}


def told(
    *reasons: Reason,
    certainty: Certainty = Certainty.LOW,
    evidence: tuple[Evidence, ...] = (BOTH, OTHER),
) -> list[str]:
    """Return what the reader says of a link with these reasons."""
    link = LINK._replace(evidence=evidence, why_grade=reasons, certainty=certainty)
    return [message for _, message in contradicted(link, KINDS)]


def because(domain: Domain, *rests_on: str) -> Reason:
    return Reason(domain, "So it is.", rests_on)


def test_a_reason_that_its_evidence_bears_is_taken():
    assert (
        told(because(Domain.DESIGN, "one-study"), because(Domain.INDIRECTNESS, "other-study")) == []
    )


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        (because(Domain.INDIRECTNESS, "one-study"), "that is direct"),
        (because(Domain.INCONSISTENCY, "one-study", "other-study"), "nothing disagrees"),
        (because(Domain.BIAS), "at least one piece"),
        (because(Domain.BIAS, "third-study"), "not among the evidence"),
    ],
    ids=["direct", "agreeing", "resting on nothing", "resting on another"],
)
def test_a_reason_that_its_evidence_contradicts_is_refused(reason: Reason, message: str):
    assert [message in one for one in told(reason)] == [True]


def test_what_is_very_low_has_not_been_raised():
    assert told(because(Domain.RAISED, "one-study"), certainty=Certainty.VERY_LOW)
    assert not told(because(Domain.RAISED, "one-study"), certainty=Certainty.MODERATE)


def test_a_domain_is_told_once_and_three_reasons_are_enough():
    assert told(because(Domain.BIAS, "one-study"), because(Domain.BIAS, "other-study"))
    many = (Domain.BIAS, Domain.DESIGN, Domain.IMPRECISION, Domain.PUBLICATION)
    assert any("3 reasons" in one for one in told(*(because(one, "one-study") for one in many)))


def test_a_page_counts_nobody():
    page = Evidence("a-page", "It tells of both.", Stance.FOR, Counted.BOTH)

    assert ["counted nobody" in one for one in told(evidence=(page,))] == [True]


def test_an_answer_of_a_pair_rests_on_the_evidence_of_the_pair():
    pair: Pair = KNOWLEDGE.pairs["back--head"]
    reason = because(Domain.BIAS, "nowhere-2020")
    told_of = [
        path
        for path, _ in contradicted(
            pair._replace(cause=pair.cause._replace(why_grade=(reason,))), KINDS
        )
    ]

    assert told_of == [("cause", "why_grade", 0, "rests_on", 0)]
