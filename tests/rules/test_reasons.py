"""A reason is understood by itself, and tells no number that its sources do not show."""

import re
from collections.abc import Iterator

import pytest

from painlink.model.grades import Evidence, Reason
from tests.conftest import KNOWLEDGE

# "The survey asked once": which one? "The survey of workers" and "One survey" may stand.
UNNAMED = re.compile(
    r"(?:^|(?<=[.;:,] ))(?:but |and |so )?(?:all )?(?:the|both|neither)"
    r"(?: (?:two|three|large|small|pooled))?"
    r" (?:surveys?|stud(?:y|ies)|trials?|reviews?|series|reports?|abstracts?)"
    r"(?! (?:of|that|which|who|with|for|here|in|about|on|from|to|nearest|at|came|behind|by)\b)",
    re.IGNORECASE,
)
MARK = re.compile(r"\[[^\]]*\]")
WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
# Two pains, two areas: what every claim is about.
THE_TWO = re.compile(
    r"\b(?:the|these|any of the) two\b(?! (?:stud|trial|survey|review|count))"
    r"|\btwo (?:pains|places|areas|things|illnesses|conditions)\b",
    re.IGNORECASE,
)


def reasons() -> Iterator[tuple[str, Reason, tuple[Evidence, ...]]]:
    """Yield every reason, with what it is called and the evidence of its claim."""
    for link in KNOWLEDGE.links.values():
        yield from ((link.id, reason, link.evidence) for reason in link.why_grade)
    for pair in KNOWLEDGE.pairs.values():
        for name, answer in (("together", pair.together), ("cause", pair.cause)):
            yield from ((f"{pair.id} {name}", why, pair.evidence) for why in answer.why_grade)


def numbers(text: str) -> set[float]:
    """Return the numbers of *text*, in digits or, from two to twelve, in words."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", MARK.sub("", text))
    digits = {float(number) for number in re.findall(r"(?<![\w.-])\d+(?:\.\d+)?", text)}
    words = {float(WORDS.index(w)) for w in re.findall(r"[a-z]+", text.lower()) if w in WORDS[2:]}
    return digits | words


def unnamed(says: str) -> bool:
    """Tell whether *says* speaks of a study that it neither describes nor marks."""
    return bool(UNNAMED.search(says)) and not MARK.search(says)


def test_a_reason_names_the_studies_that_it_speaks_of() -> None:
    assert [(name, reason.says) for name, reason, _ in reasons() if unnamed(reason.says)] == []


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("The survey asked people once.", True),
        ("Both studies measured leg length.", True),
        ("It was small, and the trials do not bear it out.", True),
        ("The survey of workers asked once.", False),
        ("The two surveys asked people once [a-2001][b-2002].", False),
        ("One survey asked people once.", False),
    ],
)
def test_an_unnamed_study_is_found(says: str, *, found: bool) -> None:
    assert unnamed(says) is found


def test_a_number_in_a_reason_stands_in_what_it_rests_on() -> None:
    # How many sources it rests on, or how many of them are meant, is counted here.
    unshown = []
    for name, reason, evidence in reasons():
        shown = {
            number
            for piece in evidence
            if piece.source in reason.rests_on
            for number in numbers(piece.shows)
        }
        told = numbers(THE_TWO.sub("", reason.says))
        missing = {n for n in told - shown if n > len(reason.rests_on)}
        if missing:
            unshown.append((name, missing, reason.says))

    assert unshown == []
