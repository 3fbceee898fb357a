"""The rules that one entry can break by itself, whatever stands beside it."""

import re
from collections.abc import Iterator, Mapping
from time import gmtime

from painlink.model.about import About, Handout
from painlink.model.areas import AmbiguousWord, Area, Place
from painlink.model.entries import (
    Approach,
    Everyday,
    Link,
    Mechanism,
    Pair,
    RedFlag,
    Source,
    pair_id,
)
from painlink.model.figures import Shares
from painlink.model.grades import LookUp
from painlink.model.reviews import Review
from painlink.model.words.texts import Path
from painlink.phrases import shortened

_MOST_MIDDLES = 10  # chains of one pair
_MOST_REVIEWS = 20  # of one pair: they stand on each of its pages
# What stands above the warning signs must not push them off the screen.
_LONGEST_OF_AREA = {"name": 40, "pain": 50}
_LONGEST_OF_PAIR = {"verdict": 300}
_LONGEST_OF_MECHANISM = {"plain": 100}  # it stands there where its name is typed
_LONGEST_OF_SIGN = dict.fromkeys(("name", "short", "sign", "why"), 500)
_FEWEST_TIED = 2  # areas that one thing can make ache at once
_FEWEST_SHARES, _MOST_SHARES, _OF = 2, 6, 100
_MOST_OF_SKETCH = 4  # lines; a sketch is drawn with signs, so that it cannot say anything
_SIGNS = "o / \\ | - _ ( ) < >"
_SKETCH = re.compile(r"[o/\\|\-_()<> ]{1,60}")
_WIDE, _HIGH = 100, 220
_MOST_LINES = 30  # to write on
# The year that comes next; a clock that is behind takes no source away.
_EARLIEST_YEAR, _LATEST_YEAR = 1000, max(gmtime().tm_year, 2026) + 1
_MONTH = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])")
_MARK_OF_TEXT = re.compile(r"[b-df-hj-np-t]{8}")


def broken(record: object) -> Iterator[tuple[Path, str]]:
    """Yield path and message of each rule that *record* breaks by itself."""
    match record:
        case Area():
            yield from _too_long(record, _LONGEST_OF_AREA, "it stands in titles")
            yield from _broken_places(record.places)
        case Mechanism():
            yield from _too_long(record, _LONGEST_OF_MECHANISM, "it may stand above the signs")
            yield from _broken_everyday(record.everyday)
            for index, link in enumerate(record.links):
                for path, message in broken(link):
                    yield ("links", index, *path), message
                if link.mechanism not in ("", record.id):
                    yield ("links", index, "mechanism"), f"this link belongs to {record.id!r}"
        case Link():
            if not record.evidence:
                yield ("evidence",), "a link needs at least one piece of evidence"
            if record.from_ == record.to:
                yield ("to",), "a link joins two different areas"
            yield from _broken_months(record.looked_up)
        case Pair():
            yield from _broken_pair(record)
            yield from _broken_shares(record.shares)
        case AmbiguousWord():
            if len(record.areas) < 2:  # noqa: PLR2004, or it is not ambiguous
                yield ("areas",), "an ambiguous word could mean at least two areas"
        case RedFlag():
            if not record.sources:
                yield ("sources",), "a red flag needs at least one source"
            if len(record.combination) == 1:
                yield ("combination",), "a combination has at least two groups of areas"
            if len(record.both_is_a_sign) not in (0, 2):
                yield ("both_is_a_sign",), "both pains: two groups of areas"
            yield from _too_long(record, _LONGEST_OF_SIGN, "it is read in a hurry")
            for key in ("combination", "both_is_a_sign"):
                if not all(getattr(record, key)):
                    yield (key,), "each group of a combination needs at least one area"
            if not record.areas and not record.combination:
                yield ("areas",), "a red flag belongs to some area or combination of areas"
        case Approach():
            yield from _broken_approach(record)
        case Source():
            year = record.year
            if year is not None and not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
                yield ("year",), f"a year from {_EARLIEST_YEAR} to {_LATEST_YEAR}; found {year}"
            if record.seen is not None and not _is_month(record.seen):
                told = f"a month is written as 2026-11; found {shortened(record.seen)!r}"
                yield ("seen",), told
        case About() | Handout():
            yield from _broken_around(record)


def _broken_approach(approach: Approach) -> Iterator[tuple[Path, str]]:
    if not approach.benefits:
        yield ("benefits",), "an approach needs at least one benefit"
    for index, benefit in enumerate(approach.benefits):
        if not benefit.evidence:
            path = ("benefits", index, "evidence")
            yield path, "a benefit needs at least one piece of evidence"
        for within, message in _broken_shares(benefit.shares):
            yield ("benefits", index, *within), message
        lines = benefit.sketch.lines if benefit.sketch else (" ",)
        if not 0 < len(lines) <= _MOST_OF_SKETCH or not all(map(_SKETCH.fullmatch, lines)):
            told = f"a sketch has 1 to {_MOST_OF_SKETCH} lines of up to 60 of the signs {_SIGNS}"
            yield ("benefits", index, "sketch", "lines"), told
    if approach.ticks and not approach.ticks.boxes:
        yield ("ticks", "boxes"), "what is ticked needs at least one box"


def _broken_shares(shares: Shares | None) -> Iterator[tuple[Path, str]]:
    """Yield what of *shares* is no number of 100 people, or stands beside no other."""
    if shares is None:
        return
    if not _FEWEST_SHARES <= len(shares.groups) <= _MOST_SHARES:
        told = f"{_FEWEST_SHARES} to {_MOST_SHARES} groups are set side by side"
        yield ("shares", "groups"), f"{told}; found {len(shares.groups)}"
    for index, share in enumerate(shares.groups):
        most = share.of_100 if share.up_to is None else share.up_to
        if not 0 <= share.of_100 <= most <= _OF:
            yield ("shares", "groups", index), f"a share is from 0 to {_OF}, and up to no less"


def _too_long(record: object, most: Mapping[str, int], why: str) -> Iterator[tuple[Path, str]]:
    for key, letters in most.items():
        if len(getattr(record, key)) > letters:
            yield (key,), f"at most {letters} characters: {why}"


def _broken_places(places: tuple[Place, ...]) -> Iterator[tuple[Path, str]]:
    for index, place in enumerate(places):
        within = 0 <= place.x <= _WIDE and 0 <= place.y <= _HIGH
        if not within or not (0 < place.width <= _WIDE and 0 < place.height <= _HIGH):
            told = f"it lies beside the drawn body, {_WIDE} units wide and {_HIGH} high"
            yield ("places", index), told


def _broken_pair(record: Pair) -> Iterator[tuple[Path, str]]:
    yield from _too_long(record, _LONGEST_OF_PAIR, "the warning signs follow it")
    if len(set(record.areas)) == 1:
        yield ("areas",), "a pair joins two different areas"
    if record.id != (wanted := pair_id(*record.areas)):
        yield ("id",), f"the id of this pair is {wanted!r}"
    if not record.evidence:
        yield ("evidence",), "a pair needs at least one piece of evidence"
    if not record.red_flags:
        yield ("red_flags",), "a pair needs at least one red flag"
    if len(set(record.through)) < len(record.through) or len(record.through) > _MOST_MIDDLES:
        told = f"at most {_MOST_MIDDLES} areas, each once; found {len(record.through)}"
        yield ("through",), told
    yield from _broken_months(record.looked_up)
    if len(record.reviewed) > _MOST_REVIEWS:
        yield ("reviewed",), f"at most {_MOST_REVIEWS} reviews; found {len(record.reviewed)}"
    for index, review in enumerate(record.reviewed):
        for path, message in _broken_review(review):
            yield ("reviewed", index, *path), message


def _broken_review(review: Review) -> Iterator[tuple[Path, str]]:
    """Yield what is impossible in what somebody has reviewed of a pair."""
    if not _MONTH.fullmatch(review.date):
        yield ("date",), f"a month is written as 2026-11; found {shortened(review.date)!r}"
    parts = [one.part for one in review.what]
    if not parts or len(set(parts)) < len(parts):
        yield ("what",), "a review is of at least one part, each told once"
    for index, one in enumerate(review.what):
        if not _MARK_OF_TEXT.fullmatch(one.text):
            told = "the mark of a text is 8 letters, as on the review sheet"
            told = f"{told}; found {shortened(one.text)!r}"
            yield ("what", index, "text"), told


def _broken_everyday(record: Everyday | None) -> Iterator[tuple[Path, str]]:
    """Yield what is impossible in what makes several areas ache at once."""
    if record is None:
        return
    if len(set(record.areas)) < _FEWEST_TIED:
        yield ("everyday", "areas"), "it makes at least two areas ache at once"
    if not record.evidence:
        yield ("everyday", "evidence"), "it needs at least one piece of evidence"
    for path, message in _broken_months(record.looked_up):
        yield ("everyday", *path), message


def _is_month(text: str) -> bool:
    """Return whether *text* is a month as we write it, in a year that there can have been."""
    return bool(_MONTH.fullmatch(text)) and _EARLIEST_YEAR <= int(text[:4]) <= _LATEST_YEAR


def _broken_months(looked_up: tuple[LookUp, ...]) -> Iterator[tuple[Path, str]]:
    for index, one in enumerate(looked_up):
        if not _is_month(one.on):
            told = f"a month is written as 2026-11; found {shortened(one.on)!r}"
            yield ("looked_up", index, "on"), told


def _broken_around(record: About | Handout) -> Iterator[tuple[Path, str]]:
    """Yield what is impossible in what stands around the entries: months, lines to write on."""
    if isinstance(record, About):
        months = [(("written",), record.written), (("updated",), record.updated)]
        reviews = [(("reviewers", at, "date"), one.date) for at, one in enumerate(record.reviewers)]
        for path, month in (*months, *reviews):
            if not _is_month(month):
                yield path, f"a month is written as 2026-11; found {shortened(month)!r}"
        return
    for key, prompts in (("noticed", record.noticed), ("plan", record.plan)):
        for index, prompt in enumerate(prompts):
            if not 0 <= prompt.lines <= _MOST_LINES:
                yield (key, index, "lines"), f"at most {_MOST_LINES} lines to write on"
