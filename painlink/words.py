"""How words are compared: what people type and what the knowledge calls things, made alike."""

import re
import unicodedata
from collections.abc import Iterator

# Words that say *that* or *how* it hurts, or whose it is, but not where.
_NOT_A_PLACE = frozenset(
    {
        *("a", "an", "my", "the", "your", "our", "his", "her", "their"),
        *("left", "right", "both", "side", "sided"),
        *("pain", "pains", "painful", "ache", "aches", "achy", "aching", "sore", "soreness"),
        *("hurt", "hurts", "hurting", "stiff", "stiffness", "tight"),
    }
)
# Words too common to search for.
_COMMON = frozenset(
    {
        *("a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for"),
        *("from", "have", "how", "i", "if", "in", "is", "it", "me", "my", "of", "on", "or"),
        *("that", "the", "this", "to", "what", "when", "which", "why", "with", "you", "your"),
    }
)
_PLURAL_OF_SIBILANT = re.compile(r"(s|x|ch|sh)es$")
_SINGULAR_IN_S = ("ss", "us", "is")
_SHORTEST_PLURAL = 4


def comparable(phrase: str) -> str:
    """Return *phrase* so that two ways to say one place become equal.

    Case, width, hyphens, plurals, "my", "left", "sore" and the endings "pain" and "ache" make no
    difference: "My left shoulders", "shoulder pain" and "SHOULDER" are one.
    """
    words = (_without_ache(word) for word in _words(phrase) if word not in _NOT_A_PLACE)
    singular = (_singular(word) for word in words)
    return " ".join(word for word in singular if word and word not in _NOT_A_PLACE)


def stems(text: str) -> list[str]:
    """Return the words of *text* that are worth searching for, in the singular."""
    return [_singular(word) for word in _words(text) if word not in _COMMON]


def _words(text: str) -> Iterator[str]:
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]", "", text)
    yield from re.sub(r"[\W_]+", " ", text).split()


def _without_ache(word: str) -> str:
    return re.sub(r"(?<=\w)aches?$", "", word)


def _singular(word: str) -> str:
    if _PLURAL_OF_SIBILANT.search(word):
        return word[:-2]
    if word.endswith("s") and len(word) >= _SHORTEST_PLURAL and not word.endswith(_SINGULAR_IN_S):
        return word[:-1]
    return word
