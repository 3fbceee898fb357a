"""Ordinary words of English, which are never read as the name of a place."""

from collections.abc import Mapping
from functools import lru_cache

from painlink.knowledge.shipped import shipped_file

_SHORTEST = 3
_DOUBLED = "bdfglmnprstz"  # before an ending


@lru_cache(maxsize=4096)
def is_ordinary(word: str) -> bool:
    """Return whether *word* is an ordinary word of English, or comes of one by its endings."""
    return _is_listed(word) or any(map(is_ordinary, stems_of(word)))


def _is_listed(word: str) -> bool:
    """Return whether the list, which is in order, holds *word*.

    It is looked up in the text itself: to split so many words takes longer than all else.
    """
    words = _ordinary_words()
    low, high = 0, len(words)
    while low < high:
        start = words.rfind("\n", low, (low + high) // 2) + 1 or low
        end = words.index("\n", start)
        if words[start:end] == word:
            return True
        if words[start:end] < word:
            low = end + 1
        else:
            high = start
    return False


_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "s": ("",),
    "es": ("",),
    "ies": ("y",),
    "d": ("",),
    "ed": ("",),
    "ied": ("y",),
    "ing": ("", "e"),
    "ly": ("",),
    "er": ("", "e"),
    "est": ("", "e"),
    "ness": ("",),
    "iness": ("y",),
    "ily": ("y",),
    "ier": ("y",),
    "iest": ("y",),
}


def stems_of(word: str) -> list[str]:
    """Return what *word* could come of by an ending."""
    stems = [
        word[: -len(ending)] + instead
        for ending, all_instead in _ENDINGS.items()
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST
        for instead in all_instead
    ]
    doubled = [stem[:-1] for stem in stems if stem[-1] == stem[-2] and stem[-1] in _DOUBLED]
    return [*stems, *doubled]


@lru_cache(maxsize=1)
def _ordinary_words() -> str:
    # Late: plain names never need the list.
    return shipped_file("ordinary_words.txt").read_text("utf-8")
