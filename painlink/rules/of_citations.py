"""The rules for what a text says of numbers and sources, and names do not."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain

from painlink.model.about import Wording
from painlink.model.entries import RedFlag, Source
from painlink.model.words.texts import CITATION, Path, names_in, prose, sentences
from painlink.phrases import shortened

_NUMBER = r"([0-9][0-9,]{0,15})"
_SHARE = re.compile(
    rf"(?<![\d.,/]){_NUMBER}(?:(?: out)? of (?:every )?{_NUMBER}(?![\d./])|(?:%| percent) of\b)"
)


def dangling(record: object, known: AbstractSet[str]) -> Iterator[tuple[Path, str]]:
    """Yield where a text of *record* cites a source that is not *known*."""
    texts = ((path, text) for path, text, _ in prose(record))
    # What one sees a pharmacist for is a phrase, and cites.
    for path, text in chain(texts, names_in(record) if isinstance(record, Wording) else ()):
        for source in CITATION.findall(text):
            if source not in known:
                yield path, f"no source with the id {shortened(source)!r}"


def citing_names(record: object) -> Iterator[tuple[Path, str]]:
    """Yield where a name in *record*, or a phrase, cites: only whole texts are checked for that.

    What a source is called is told as it is printed.
    """
    if isinstance(record, Source | Wording):
        return
    for path, text in names_in(record):
        for source in CITATION.findall(text) if "[" in text else ():
            yield path, f"a name cites no source; leave out '[{shortened(source)}]'"


def unsourced(record: object) -> Iterator[tuple[Path, str]]:
    """Yield where a sentence of *record* holds a number and cites nothing."""
    if isinstance(record, RedFlag):
        return  # its sources stand beside it
    for path, text, _ in prose(record):
        is_looked_at = path[-1] != "shows" and re.search(r"\d", text)
        for sentence in sentences(text) if is_looked_at else ():
            if re.search(r"\d", CITATION.sub("", sentence)) and not CITATION.search(sentence):
                yield path, f"this number needs a source in its sentence: {shortened(sentence)!r}"


def impossible(record: object) -> Iterator[tuple[Path, str]]:
    """Yield where a text of *record* counts more than there can be: 11 of 10, or 101% of them."""
    for path, text, _ in prose(record):
        for found in _SHARE.finditer(text):
            part, whole = (int(number.replace(",", "")) for number in found.groups("100"))
            if part > whole:
                yield path, f"this is more than all of them: {shortened(found.group())!r}"


def beside_evidence(record: object) -> Iterator[tuple[Path, str]]:
    """Yield where a text of *record* cites what is not among the evidence for it."""
    for path, text, evidence in prose(record):
        for source in CITATION.findall(text):
            if evidence and source not in evidence:
                yield path, f"the text cites {source!r}, which is not among its evidence"
