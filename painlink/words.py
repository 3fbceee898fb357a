"""How words are compared: what people type and what the knowledge calls things, made alike."""

import re
import unicodedata

# Words that say *that* or *how* it hurts, or whose it is, but not where.
_NOT_A_PLACE = frozenset(
    {
        *("a", "an", "my", "the", "your", "our", "his", "her", "their"),
        *("left", "right", "both", "side", "sided"),
        *("pain", "pains", "painful", "ache", "aches", "achy", "aching", "sore", "soreness"),
        *("hurt", "hurts", "hurting", "stiff", "stiffness", "tight"),
    }
)
_PLURAL_OF_SIBILANT = re.compile(r"(s|x|ch|sh)es$")
_SINGULAR_IN_S = ("ss", "us", "is")
_SHORTEST_PLURAL = 4


def comparable(phrase: str) -> str:
    """Return *phrase* so that two ways to say one place become equal.

    Case, accents of width, hyphens, plurals, "my", "left", "sore" and the endings "pain" and
    "ache" make no difference: "My left shoulders", "shoulder pain" and "SHOULDER" are one.
    """
    text = unicodedata.normalize("NFKC", phrase).casefold()
    text = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]", "", text)
    words = (_singular(word) for word in re.sub(r"[\W_]+", " ", text).split())
    return " ".join(word for word in words if word and word not in _NOT_A_PLACE)


def _singular(word: str) -> str:
    if word in _NOT_A_PLACE:
        return word
    word = re.sub(r"(?<=\w)aches?$", "", word)
    if _PLURAL_OF_SIBILANT.search(word):
        return word[:-2]
    if word.endswith("s") and len(word) >= _SHORTEST_PLURAL and not word.endswith(_SINGULAR_IN_S):
        return word[:-1]
    return word
