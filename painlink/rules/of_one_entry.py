"""The rules that one entry can break by itself, whatever stands beside it."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from painlink.model.entries import (
    AmbiguousWord,
    Approach,
    Area,
    Link,
    Mechanism,
    Pair,
    RedFlag,
    pair_id,
)
from painlink.model.texts import CITATION, Path, prose, sentences
from painlink.phrases import shortened

_MOST_MIDDLES = 10  # chains of one pair
_LONGEST_OF_SIGN = 500
_WIDE, _HIGH = 100, 220


def broken(record: object) -> Iterator[tuple[Path, str]]:
    """Yield path and message of each rule that *record* breaks by itself."""
    match record:
        case Area():
            for index, place in enumerate(record.places):
                within = 0 <= place.x <= _WIDE and 0 <= place.y <= _HIGH
                if not within or not (0 < place.width <= _WIDE and 0 < place.height <= _HIGH):
                    told = f"it lies beside the drawn body, {_WIDE} units wide and {_HIGH} high"
                    yield ("places", index), told
        case Mechanism():
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
        case Pair():
            if len(set(record.areas)) == 1:
                yield ("areas",), "a pair joins two different areas"
            if record.id != (wanted := pair_id(*record.areas)):
                yield ("id",), f"the id of this pair is {wanted!r}"
            if not record.evidence:
                yield ("evidence",), "a pair needs at least one piece of evidence"
            if not record.red_flags:
                yield ("red_flags",), "a pair needs at least one red flag"
            if (
                len(set(record.through)) < len(record.through)
                or len(record.through) > _MOST_MIDDLES
            ):
                told = f"at most {_MOST_MIDDLES} areas, each once; found {len(record.through)}"
                yield ("through",), told
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
            for key in ("name", "short", "sign", "why"):
                if len(getattr(record, key)) > _LONGEST_OF_SIGN:
                    yield (key,), f"at most {_LONGEST_OF_SIGN} characters: it is read in a hurry"
            for key in ("combination", "both_is_a_sign"):
                if not all(getattr(record, key)):
                    yield (key,), "each group of a combination needs at least one area"
            if not record.areas and not record.combination:
                yield ("areas",), "a red flag belongs to some area or combination of areas"
        case Approach():
            if not record.benefits:
                yield ("benefits",), "an approach needs at least one benefit"
            for index, benefit in enumerate(record.benefits):
                if not benefit.evidence:
                    path = ("benefits", index, "evidence")
                    yield path, "a benefit needs at least one piece of evidence"


def dangling(record: object, known: AbstractSet[str]) -> Iterator[tuple[Path, str]]:
    """Yield where a text of *record* cites a source that is not *known*."""
    for path, text, _ in prose(record):
        for source in CITATION.findall(text):
            if source not in known:
                yield path, f"no source with the id {shortened(source)!r}"


def unsourced(record: object) -> Iterator[tuple[Path, str]]:
    """Yield where a sentence of *record* holds a number and cites nothing."""
    if isinstance(record, RedFlag):
        return  # its sources stand beside it
    for path, text, _ in prose(record):
        for sentence in sentences(text) if path[-1] != "shows" else ():
            if re.search(r"\d", CITATION.sub("", sentence)) and not CITATION.search(sentence):
                yield path, f"this number needs a source in its sentence: {shortened(sentence)!r}"


def beside_evidence(record: object) -> Iterator[tuple[Path, str]]:
    """Yield where a text of *record* cites what is not among the evidence for it."""
    for path, text, evidence in prose(record):
        for source in CITATION.findall(text):
            if evidence and source not in evidence:
                yield path, f"the text cites {source!r}, which is not among its evidence"
