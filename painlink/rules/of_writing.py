"""The rules for the writing that a text or a claim can break by itself.

A break is told as a warning: the entry can be used all the same, and its sentence still be mended.
"""

import re
from collections.abc import Iterator

from painlink.model.entries import Approach, Link, Mechanism, RedFlag
from painlink.model.grades import Certainty, Stance
from painlink.model.words.texts import CITATION, Path, prose, sentences
from painlink.phrases import joined, shortened
from painlink.rules.reading_grade import ReadingGrade

_HIGHEST_GRADE = 8
_HIGHEST_GRADE_OF_EVIDENCE = 12  # what a source shows may name its measures
_LONGEST_SUMMARY = 27  # words, as in the limits below
_LONGEST_SIGN = 36
_LONGEST_NAME_OF_SIGN = 9
_FEWEST_SOURCES_FOR_HIGH = 2

# Each is looked for in any case of letters. By what to write instead:
_MARKS = {
    "quotes are straight": "[\u2018\u2019\u201c\u201d]",
    "write a comma or a new sentence": "[\u2013\u2014]",
    "nobody is shouted at": "!",
}
# By the promise that they break; nothing repeats within a repetition, so the longest text is quick.
_FORBIDDEN = {
    "hurt is not harm": r"\bdamag\w*|wear and tear|out of place|degenerat\w*|\bworn\b|misalign\w*",
    "no cure is promised": r"\bcures?\b|\bcured\b|\bheals?\b|\bfix(?:es|ed)?\b|guarantee\w*",
    "nothing is made small": r"\bjust\b|\bsimply\b|harmless|nothing to worry",
    "nobody is diagnosed": r"you (?:probably |likely )?have (?:a |an )?"
    r"(?:migraine|arteritis|meningitis|sensitization|neuralgia|tumou?r)",
    "nobody is told to stay away": r"you do not need (?:care|a doctor|help)|no need to see",
    "no medicine is started or stopped": r"\b(?:stop|start) (?:taking|using)\b",
    "no dose is given": r"\d\s?(?:g|mcg|ml)\b|\btablets? (?:a|per|every)\b|every \d+ hours",
    "no bare emergency number": r"(?<![\d,.])(?:111|112|911|999|000)(?![\d,.]\d)",
    "nobody is blamed": r"your (?:own )?fault(?! )|you should have|too lazy|too weak",
}
# A sentence that takes such a phrase back may hold it.
_TAKEN_BACK = r"does not mean|not your fault"

# What a claim of each certainty says, and which words of the others it never says.
_WORDINGS = {
    Certainty.HIGH: (("is linked", "are linked"), ("may", "might", "probably")),
    Certainty.MODERATE: (("probably",), ("may", "might")),
    Certainty.LOW: (("may",), ("probably",)),
    Certainty.VERY_LOW: (("very uncertain whether",), ("probably",)),
    Certainty.UNSUPPORTED: (("evidence does not support",), ("may", "might", "probably")),
}
_SAYS_IT_IS = r"\bthis (?:is|means)\b"


def breaks(record: object, grade: ReadingGrade | None = None) -> Iterator[tuple[Path, str]]:
    """Yield path and message of each rule for the writing that *record* breaks.

    How hard a text is to read is held against what *grade* measures, where something can.
    """
    grade = grade or ReadingGrade()
    for path, text, _ in prose(record):
        for message in _breaks_of_text(text, grade, is_evidence=path[-1] == "shows"):
            yield path, message
    match record:
        case Mechanism():
            for index, link in enumerate(record.links):
                for path, message in _breaks_of_link(link):
                    yield ("links", index, *path), message
        case Link():
            yield from _breaks_of_link(record)
        case RedFlag():
            yield from _breaks_of_sign(record)
        case Approach():
            for index, benefit in enumerate(record.benefits):
                for key in ("answer", "in_brief"):
                    claim = getattr(benefit, key)
                    for message in _breaks_of_claim(claim, benefit.certainty) if claim else ():
                        yield ("benefits", index, key), message


def _breaks_of_text(text: str, grade: ReadingGrade, *, is_evidence: bool) -> Iterator[str]:
    """Yield what is wrong with any text that readers read."""
    plain = _uncited(text)
    if not plain.rstrip().rstrip('"').endswith((".", "?")):
        yield "ends without a full stop"
    if text != " ".join(text.split()):
        yield "line ends or spare spaces; a text is one line"
    for wanted, mark in _MARKS.items():
        if found := _first(mark, plain):
            yield f"{found!r}: {wanted}"
    claims = plain
    if re.search(_TAKEN_BACK, plain):
        claims = " ".join(one for one in sentences(plain) if not re.search(_TAKEN_BACK, one))
    for promise, phrase in _FORBIDDEN.items():
        if found := _first(phrase, claims):
            yield f"{found!r}: {promise}"
    highest = _HIGHEST_GRADE_OF_EVIDENCE if is_evidence else _HIGHEST_GRADE
    if (measured := grade.of(plain, is_evidence=is_evidence)) > highest:
        yield f"reading grade {measured:.1f}; at most {highest}"


def _breaks_of_link(link: Link) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong with the claim of *link*, and with what it rests on."""
    for message in _breaks_of_claim(link.summary, link.certainty):
        yield ("summary",), message
    if not CITATION.search(link.summary):
        yield ("summary",), "cites no source; the short page shows it alone"
    for message in _longer(link.summary, _LONGEST_SUMMARY):
        yield ("summary",), message
    if link.certainty is Certainty.UNSUPPORTED:
        if not link.in_truth:
            yield ("in_truth",), "a story that does not hold needs the true sentence"
        if all(piece.stance is Stance.FOR for piece in link.evidence):
            yield ("evidence",), "not supported needs a source that is against it or mixed"
        return
    if "emergency" not in link.how:  # nothing may reassure where a danger is behind the pain
        for key, reasons in (("fits_better", link.fits_better), ("fits_less", link.fits_less)):
            if not reasons:
                yield (key,), f"a supported link tells what {key.replace('_', ' ')}"
    sources = {piece.source for piece in link.evidence if piece.stance is Stance.FOR}
    if link.certainty is Certainty.HIGH and len(sources) < _FEWEST_SOURCES_FOR_HIGH:
        yield ("evidence",), "high certainty needs two sources for it"


def _breaks_of_sign(flag: RedFlag) -> Iterator[tuple[Path, str]]:
    """Yield what keeps a warning sign from being taken in at once, or makes it a diagnosis."""
    for message in _longer(flag.sign, _LONGEST_SIGN):
        yield ("sign",), message
    if flag.name != flag.name.strip("."):
        yield ("name",), "a name has no full stop"
    for message in _longer(flag.name, _LONGEST_NAME_OF_SIGN):
        yield ("name",), message
    if found := _first(_SAYS_IT_IS, flag.why):
        yield ("why",), f"{found!r}: say what may be behind the sign"


def _breaks_of_claim(claim: str, certainty: Certainty) -> Iterator[str]:
    """Yield where *claim* sounds surer, or less sure, than it is."""
    plain = _uncited(claim)
    wording, others = _WORDINGS[certainty]
    if not _first(_any_of(wording), plain):
        yield f"{certainty.label.lower()} is worded {joined([repr(one) for one in wording], 'or')}"
    if found := _first(_any_of(others), plain):
        yield f"{found!r} is the wording of another certainty"


def _any_of(words: tuple[str, ...]) -> str:
    return rf"\b(?:{'|'.join(words)})\b"


def _first(pattern: str, text: str) -> str | None:
    """Return the first words of *text* that fit *pattern*, as a message can show them."""
    found = re.search(pattern, text, re.IGNORECASE)
    return shortened(found.group()) if found else None


def _longer(text: str, longest: int) -> Iterator[str]:
    count = len(_uncited(text).split())
    if count > longest:
        yield f"{count} words; at most {longest}"


def _uncited(text: str) -> str:
    return CITATION.sub("", text)
