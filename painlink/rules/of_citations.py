"""The rules for what a text says of numbers and sources, and names do not."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import chain

from painlink.model.about import Wording
from painlink.model.entries import Pair, RedFlag, Source
from painlink.model.words.texts import CITATION, Path, names_in, prose, sentences
from painlink.phrases import shortened

_NUMBER = r"([0-9][0-9,]{0,15})"
_SHARE = re.compile(
    rf"(?<![\d.,/]){_NUMBER}(?:(?: out)? of (?:every )?{_NUMBER}(?![\d./])|(?:%| percent) of\b)"
)
# What is cited in no text: the sources of a sign stand beside it, a question claims nothing.
_AS_THEY_ARE: dict[type, tuple[str, tuple[str, ...]]] = {
    RedFlag: ("a sign", ("short", "sign", "why")),
    Pair: ("a question", ("questions",)),
}


def dangling(record: object, known: AbstractSet[str]) -> Iterator[tuple[Path, str]]:
    """Yield where a text of *record* cites a source that is not *known*."""
    texts = ((path, text) for path, text, _ in prose(record))
    # What one sees a pharmacist for is a phrase, and cites.
    for path, text in chain(texts, names_in(record) if isinstance(record, Wording) else ()):
        for source in CITATION.findall(text):
            if source not in known:
                yield path, f"no source with the id {shortened(source)!r}"


def citing_in_vain(record: object) -> Iterator[tuple[Path, str]]:
    """Yield where a name in *record* cites, or a text that stands on pages as it is.

    What a source is called is told as it is printed.
    """
    if isinstance(record, Source | Wording):
        return
    told = [(path, text, "a name") for path, text in names_in(record)]
    what, keys = _AS_THEY_ARE.get(type(record), ("", ()))
    for path, text, _ in prose(record):
        if path[0] in keys or path[-1] == "shows":
            told.append((path, text, "what a source shows" if path[-1] == "shows" else what))
    for path, text, called in told:
        for source in CITATION.findall(text) if "[" in text else ():
            yield path, f"{called} cites no source; leave out '[{shortened(source)}]'"


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
