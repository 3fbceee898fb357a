"""The rules for the writing, held by every text that readers read.

Each text is told apart by its id and key, so that a failure names the sentence to mend.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from statistics import mean

import pytest
import textstat

from painlink.grades import Certainty
from painlink.texts import CITATION, prose
from tests.conftest import KNOWLEDGE

pytestmark = pytest.mark.slow

HIGHEST_GRADE = 8.0
HIGHEST_GRADE_OF_EVIDENCE = 12.0  # what a source shows may name its measures
HIGHEST_MEAN = 6.0


def _texts(record: object) -> dict[str, str]:
    return {".".join(map(str, path)): text for path, text, _ in prose(record)}


def _records() -> Iterator[tuple[str, dict[str, str]]]:
    for mechanism in KNOWLEDGE.mechanisms.values():
        yield mechanism.id, _texts(replace(mechanism, links=()))
        for link in mechanism.links:
            yield link.id, _texts(link)
    for group in (KNOWLEDGE.pairs, KNOWLEDGE.red_flags, KNOWLEDGE.approaches):
        for record in group.values():
            yield record.id, _texts(record)
    yield "about", _texts(KNOWLEDGE.about)


RECORDS = dict(_records())
TEXTS = {f"{id_}.{path}": text for id_, texts in RECORDS.items() for path, text in texts.items()}

every_record = pytest.mark.parametrize("texts", list(RECORDS.values()), ids=list(RECORDS))


def is_evidence(path: str) -> bool:
    return path.endswith(".shows")


def uncited(text: str) -> str:
    return CITATION.sub("", text)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade: years of school in the US that reading *text* takes."""
    grade: float = textstat.flesch_kincaid_grade(uncited(text))
    return grade


@every_record
def test_no_text_is_harder_than_grade_8(texts: dict[str, str]):
    grades = {path: grade(text) for path, text in texts.items() if not is_evidence(path)}

    assert {path: grade for path, grade in grades.items() if grade > HIGHEST_GRADE} == {}


@every_record
def test_what_a_source_shows_stays_readable(texts: dict[str, str]):
    grades = {path: grade(text) for path, text in texts.items() if is_evidence(path)}

    assert {p: grade for p, grade in grades.items() if grade > HIGHEST_GRADE_OF_EVIDENCE} == {}


def test_texts_are_at_grade_6_or_lower_on_average():
    body = [text for path, text in TEXTS.items() if not is_evidence(path)]

    assert mean(grade(text) for text in body) <= HIGHEST_MEAN


@every_record
def test_every_text_ends_as_a_sentence(texts: dict[str, str]):
    assert [t for t in texts.values() if not uncited(t).rstrip('"').endswith((".", "?"))] == []


@every_record
def test_every_text_is_one_line_of_plain_characters(texts: dict[str, str]):
    curly = "[\u2018\u2019\u201c\u201d\u2013\u2014!]"

    assert [t for t in texts.values() if t != " ".join(t.split()) or re.search(curly, t)] == []


FORBIDDEN = {
    "hurt is not harm": r"\bdamag|wear and tear|out of place|degenerat|\bworn\b|misalign",
    "no cure is promised": r"\bcures?\b|\bcured\b|\bheals?\b|\bfix(?:es|ed)?\b|guarantee",
    "nothing is made small": r"\bjust\b|\bsimply\b|harmless|nothing to worry",
    "nobody is diagnosed": r"you (?:probably |likely )?have (?:a |an )?"
    r"(?:migraine|arteritis|meningitis|sensitization|neuralgia|tumou?r)",
    "nobody is told to stay away": r"you do not need (?:care|a doctor|help)|no need to see",
    "no medicine is started or stopped": r"\b(?:stop|start) (?:taking|using)\b",
    "no dose is given": r"\d\s?(?:g|mcg|ml)\b|\btablets? (?:a|per|every)\b|every \d+ hours",
    "no bare emergency number": r"(?<![\d,.])(?:111|112|911|999|000)(?![\d,.]\d)",
    "nobody is blamed": r"your (?:own )?fault(?! )|you should have|too lazy|too weak",
}


@pytest.mark.parametrize("pattern", list(FORBIDDEN.values()), ids=list(FORBIDDEN))
def test_forbidden_phrasings_stand_nowhere(pattern: str):
    found = {
        id_: text
        for id_, text in TEXTS.items()
        if re.search(pattern, uncited(text), re.IGNORECASE)
        and not re.search(r"does not mean|not your fault|is your fault\.$", uncited(text))
    }

    assert found == {}


def test_a_forbidden_phrasing_would_be_found():
    assert all(
        re.search(pattern, text, re.IGNORECASE)
        for pattern, text in zip(
            FORBIDDEN.values(),
            (
                "The disc is damaged.",
                "It heals by itself.",
                "It is just stress.",
                "You probably have migraine.",
                "You do not need care.",
                "Stop taking it.",
                "Take 5 g.",
                "Call 999.",
                "It is your fault.",
            ),
            strict=True,
        )
    )


HEDGES = {
    Certainty.HIGH: (r"\b(?:is|are) linked\b", r"\b(?:may|might|probably)\b"),
    Certainty.MODERATE: (r"\bprobably\b", r"\b(?:may|might)\b"),
    Certainty.LOW: (r"\bmay\b", r"\bprobably\b"),
    Certainty.VERY_LOW: (r"\bvery uncertain whether\b", r"\bprobably\b"),
    Certainty.UNSUPPORTED: (r"\bevidence does not support\b", r"\b(?:may|might|probably)\b"),
}
CLAIMS = {
    **{link.id: (link.certainty, link.summary) for link in KNOWLEDGE.links},
    **{
        f"{approach.id}.{'-'.join(benefit.areas)}": (benefit.certainty, benefit.answer)
        for approach in KNOWLEDGE.approaches.values()
        for benefit in approach.benefits
    },
}


@pytest.mark.parametrize(("level", "claim"), list(CLAIMS.values()), ids=list(CLAIMS))
def test_a_claim_uses_the_fixed_wording_of_its_certainty_and_no_other(level: Certainty, claim: str):
    wording, other = HEDGES[level]

    assert re.search(wording, claim, re.IGNORECASE)
    assert not re.search(other, claim, re.IGNORECASE)


@pytest.mark.parametrize("link", list(KNOWLEDGE.links), ids=lambda link: link.id)
def test_every_link_is_cited_where_the_short_page_shows_it(link):
    assert CITATION.search(link.summary)


@pytest.mark.parametrize("link", list(KNOWLEDGE.links), ids=lambda link: link.id)
def test_a_link_is_understood_at_once(link):
    assert len(uncited(link.summary).split()) <= 27


@pytest.mark.parametrize("flag", list(KNOWLEDGE.red_flags.values()), ids=lambda flag: flag.id)
def test_a_warning_sign_is_short(flag):
    assert len(flag.sign.split()) <= 36
    assert flag.name == flag.name.strip(".")
    assert len(flag.name.split()) <= 9


@pytest.mark.parametrize("flag", list(KNOWLEDGE.red_flags.values()), ids=lambda flag: flag.id)
def test_a_warning_sign_names_what_may_be_behind_it_and_never_says_it_is(flag):
    assert not re.search(r"\bthis (?:is|means)\b", flag.why, re.IGNORECASE)


def test_a_supported_link_tells_what_fits_better_and_what_less():
    """Only where nothing may reassure, because a danger is behind it, is "fits less" left out."""
    lacking = [
        link.id
        for link in KNOWLEDGE.links
        if link.certainty is not Certainty.UNSUPPORTED
        and not (link.fits_better and link.fits_less)
        and "emergency" not in link.how
    ]

    assert lacking == []


def test_not_supported_rests_on_a_source_that_speaks_against_it():
    """A story that the evidence does not bear out says which evidence."""
    lacking = [
        link.id
        for link in KNOWLEDGE.links
        if link.certainty is Certainty.UNSUPPORTED
        and all(piece.stance == "for" for piece in link.evidence)
    ]

    assert lacking == []


def test_a_claim_of_high_certainty_has_more_than_one_source_for_it():
    lacking = [
        link.id
        for link in KNOWLEDGE.links
        if link.certainty is Certainty.HIGH
        and sum(piece.stance == "for" for piece in link.evidence) < 2
    ]

    assert lacking == []
