"""The rules for what claims rest on and pages lead with, as one entry can break them by itself.

A break is told as a warning: the entry can be used all the same, and it still be mended.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from time import gmtime

from painlink.model.areas import Area
from painlink.model.entries import Approach, Link, Mechanism, Pair, Source
from painlink.model.figures import Shares
from painlink.model.grades import Evidence
from painlink.model.words.texts import CITATION, Path, prose, sentences
from painlink.phrases import shortened

_FEWEST_LEADING, _MOST_LEADING = 4, 6  # signs on a short page
_PLACES_OF_SOURCE = ("doi", "pmid", "url", "container")
_FORMS = {"doi": r"10\.\d{4,9}/\S+", "pmid": r"\d{6,8}", "url": r"https?://\S+"}
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_LONGEST_NUMBER = 12
_YEARS_UNSEEN = 3  # until a source is looked at again
_LONGEST_UNSEEN = f"{gmtime().tm_year - _YEARS_UNSEEN:04}-{gmtime().tm_mon:02}"
_NOTHING_KNOWN = re.compile(
    r"\bno (?:study|trial|review|source) (?:we know of|of ours)\b|\bwe (?:saw|found|know of) no\b"
    r"|\bnobody (?:knows|can say|has (?:tested|counted|studied))\b"
    r"|\bnot (?:yet )?(?:tested|known)\b",
    re.IGNORECASE,
)


def gaps(record: object) -> Iterator[tuple[Path, str]]:
    """Yield path and message of each such rule that *record* breaks."""
    match record:
        case Source():
            if not any(getattr(record, key) for key in _PLACES_OF_SOURCE):
                yield (), "a source needs a DOI, a PMID, an address or a container to be found by"
            for key, form in _FORMS.items():
                found = getattr(record, key)
                if found and not re.fullmatch(form, found):
                    yield (key,), f"{shortened(found)!r} has not the form of a {key.upper()}"
            if record.retracted:
                yield ("retracted",), "this source was withdrawn; look at what rests on it"
            if record.seen and record.seen < _LONGEST_UNSEEN:
                yield ("seen",), f"last seen in {record.seen}; look at it again"
        case Pair():
            if not _FEWEST_LEADING <= len(record.red_flags) <= _MOST_LEADING:
                told = f"{_FEWEST_LEADING} to {_MOST_LEADING} signs lead the page of a pair"
                yield ("red_flags",), f"{told}; found {len(record.red_flags)}"
            for number in sorted(_numbers(record.together.answer) & _numbers(record.cause.answer)):
                told = f"{number} tells that they go together; that is no answer about cause"
                yield ("cause", "answer"), told
            yield from _unshown(record, record.evidence)
            yield from _unshown_shares(record.shares, record.together.answer, record.evidence)
            yield from _not_looked_up(record)
        case Link():
            yield from _unshown(record, record.evidence)
            yield from _not_looked_up(record)
        case Area():
            if record.guidance:
                for path, message in _unshown(record.guidance, record.guidance.evidence):
                    yield ("guidance", *path), message
        case Mechanism():
            if record.everyday:
                for path, message in _unshown(record.everyday, record.everyday.evidence):
                    yield ("everyday", *path), message
            for index, link in enumerate(record.links):
                for path, message in gaps(link):
                    yield ("links", index, *path), message
        case Approach():
            for index, benefit in enumerate(record.benefits):
                told = f"{benefit.answer} {benefit.also or ''}"
                for path, message in chain(
                    _unshown(benefit, benefit.evidence),
                    _unshown_shares(benefit.shares, told, benefit.evidence),
                ):
                    yield ("benefits", index, *path), message


def _not_looked_up(record: Pair | Link) -> Iterator[tuple[Path, str]]:
    """Yield where *record* says that nothing is known, and nobody noted what was searched."""
    for path, text, _ in prose(record):
        if path[-1] != "shows" and not record.looked_up and (found := _NOTHING_KNOWN.search(text)):
            yield path, f"{found.group()!r} needs a look-up: note it under 'looked_up'"
            return


def _unshown(claim: object, evidence: Sequence[Evidence]) -> Iterator[tuple[Path, str]]:
    """Yield where a text of *claim* tells a number that its cited source does not show."""
    shown: dict[str, set[str]] = {}
    for piece in evidence:
        for number in _numbers(piece.shows):
            beginnings = (number[:end] for end in range(1, min(len(number), _LONGEST_NUMBER)))
            shown.setdefault(piece.source, set()).update((number, *beginnings))
    for path, text, _ in prose(claim):
        is_looked_at = path[-1] != "shows" and _NUMBER.search(text)
        for sentence in sentences(text) if is_looked_at else ():
            sources = CITATION.findall(sentence)
            of_sources = (shown.get(source, set()) for source in sources)
            for number in sorted(_numbers(sentence).difference(*of_sources)) if sources else ():
                yield path, f"its source does not show the number {shortened(number)}"


def _unshown_shares(
    shares: Shares | None, told: str, evidence: Sequence[Evidence]
) -> Iterator[tuple[Path, str]]:
    """Yield where a share that is drawn is not *told* in words, or its source does not show it."""
    in_words = _numbers(told)
    for index, share in enumerate(shares.groups if shares else ()):
        shown = [_numbers(one.shows) for one in evidence if one.source == share.source]
        for number in dict.fromkeys((str(share.of_100), str(share.up_to or share.of_100))):
            here = ("shares", "groups", index)
            if number not in in_words:
                yield here, f"the answer does not tell the number {number} in words"
            if not any(number in numbers for numbers in shown):
                yield here, f"its source does not show the number {number}"


def _numbers(text: str) -> set[str]:
    """Return the numbers of *text*, of which 1,000 is 1000."""
    return {found.replace(",", "") for found in _NUMBER.findall(CITATION.sub("", text))}
