"""Search over the names and texts of everything painlink knows, best hits first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import NamedTuple

from painlink.errors import NothingFound
from painlink.model.areas import Area
from painlink.model.entries import Approach, Entry, Link, Mechanism, Pair, RedFlag, Source
from painlink.model.knowledge import Knowledge
from painlink.model.words.naming import called, comparable, folded, stems
from painlink.model.words.texts import CITATION, prose

_IS_ITS_NAME, _IN_NAME, _BEGINS_NAME, _IN_SUMMARY, _IN_TEXT = 100.0, 10.0, 6.0, 3.0, 1.0
_SHORTEST_BEGINNING = 3
_MOST_WORDS = 20
# Among equal hits: what a reader most likely looks for first.
_KINDS = (Area, Mechanism, Approach, RedFlag, Pair, Link, Source)


class _Indexed(NamedTuple):
    """One entry with its words, the way they are searched."""

    entry: Entry
    names: frozenset[str]
    in_names: frozenset[str]
    in_summary: frozenset[str]
    in_texts: frozenset[str]


def find_entries(
    knowledge: Knowledge, query: str, kind: type[Entry] | None = None
) -> tuple[Entry, ...]:
    """Return every entry that holds as many words of *query* as any does, best first.

    Only entries of *kind* are looked at where one is named.

    A word counts more in a name than in a summary, and there more than in a text; a rare word
    counts more than a common one (its inverse document frequency).

    Raises:
        NothingFound: when no entry holds any of the words.
    """
    wanted = list(dict.fromkeys(stems(query)))[:_MOST_WORDS]
    searched = [one for group in knowledge.groups for one in group.values()]
    if kind:
        searched = [one for one in searched if isinstance(one, kind)]
    index = list(_index(knowledge, searched, wanted))
    rarity = _rarity(index, wanted, among=len(searched))
    asked = comparable(query)
    scored = []
    for position, indexed in enumerate(index):
        scores = [_score(indexed, word) for word in wanted]
        if any(scores):
            exact = _IS_ITS_NAME if asked in indexed.names else 0.0
            total = exact + sum(rarity[w] * s for w, s in zip(wanted, scores, strict=True))
            found = sum(score > 0 for score in scores)
            scored.append((-found, -total, _KINDS.index(type(indexed.entry)), position))
    if not scored:
        raise NothingFound(query)
    most = min(found for found, *_ in scored)
    return tuple(index[position].entry for found, _, _, position in sorted(scored) if found == most)


def _score(indexed: _Indexed, word: str) -> float:
    if word in indexed.in_names:
        return _IN_NAME
    if len(word) >= _SHORTEST_BEGINNING and any(one.startswith(word) for one in indexed.in_names):
        return _BEGINS_NAME
    if word in indexed.in_summary:
        return _IN_SUMMARY
    return _IN_TEXT if word in indexed.in_texts else 0.0


def _rarity(index: Sequence[_Indexed], wanted: Sequence[str], among: int) -> dict[str, float]:
    holding = Counter(word for one in index for word in wanted if _score(one, word))
    return {word: 1 + log(among / (1 + holding[word])) for word in wanted}


def _index(
    knowledge: Knowledge, searched: Iterable[Entry], wanted: Sequence[str]
) -> Iterator[_Indexed]:
    """Yield what may hold one of the *wanted* words: most entries do not, and that shows faster."""
    for entry in searched:
        names, summary = _names(knowledge, entry), _summary(entry)
        texts = " ".join(text for _, text, _ in prose(entry))
        letters = folded(" ".join((*names, summary, texts)))
        if any(word in letters for word in wanted):
            yield _Indexed(
                entry,
                frozenset(comparable(name) for name in names),
                frozenset(stem for name in names for stem in stems(name)),
                frozenset(stems(CITATION.sub("", summary))),
                frozenset(stems(CITATION.sub("", texts))),
            )


def _names(knowledge: Knowledge, entry: Entry) -> tuple[str, ...]:
    match entry:
        case Area() | Mechanism() | Approach():
            return (entry.id, *called(entry))
        case Link():
            ends = (knowledge.areas[entry.from_].name, knowledge.areas[entry.to].name)
            return (entry.name, *ends)
        case Pair():
            return (entry.id, *(knowledge.areas[id_].pain for id_ in entry.areas))
        case RedFlag():
            return (entry.id, entry.name)
        case Source():
            return tuple(filter(None, (entry.id, entry.authors)))


def _summary(entry: Entry) -> str:
    match entry:
        case Mechanism() | Link() | Approach():
            return entry.summary
        case Pair():
            return entry.together.answer
        case RedFlag():
            return f"{entry.sign} {entry.why}"
        case Source():
            return entry.title
    return ""
