"""How words are compared: what people type and what the knowledge calls things, made alike."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from painlink.model.areas import Area
from painlink.model.entries import Approach, Mechanism
from painlink.phrases import seen

# Words that say *that* or *how* it hurts, or whose it is, but not where.
_NOT_A_PLACE = frozenset(
    {
        *("a", "an", "my", "the", "your", "our", "his", "her", "their"),
        *("left", "right", "both", "one", "sided"),
        *("pain", "pains", "painful", "ache", "aches", "achy", "aching", "sore", "soreness"),
        *("hurt", "hurts", "hurting", "stiff", "stiffness", "tight"),
        *("bad", "burning", "dull", "numb", "severe", "sharp", "shooting", "stabbing", "swollen"),
        *("throbbing", "tingling", "area", "region"),
    }
)
_SIDE = frozenset({"side", "sides"})
_WHICH_SIDE = frozenset({"left", "right", "both", "one"})
# What may come before the place: "pain in my knee", "down to my foot".
_LEADS_ON = frozenset({"at", "down", "in", "into", "of", "on", "through", "to"})
# Words too common to search for.
_COMMON = frozenset(
    {
        *("a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for"),
        *("from", "have", "how", "i", "if", "in", "is", "it", "me", "my", "of", "on", "or"),
        *("that", "the", "this", "to", "what", "when", "which", "why", "with", "you", "your"),
    }
)
_PLURALS_OF_SIBILANTS = ("ses", "xes", "ches", "shes")
_APOSTROPHES = ("'", "\N{RIGHT SINGLE QUOTATION MARK}")
_SINGULAR_IN_S = ("ss", "us", "is")
_SHORTEST_PLURAL = 4


def comparable(phrase: str) -> str:
    """Return *phrase* so that two ways to say one place become equal.

    Case, width, hyphens, plurals, "my", "left", "sore" and the endings "pain" and "ache" make no
    difference: "My left shoulders", "pain in my shoulder" and "SHOULDER" are one.
    """
    words = list(_words(phrase))
    kept: list[str] = []
    for index, word in enumerate(words):
        leads_on = word in _LEADS_ON and not kept
        if word in _NOT_A_PLACE or leads_on or _is_which_side(words, index):
            continue
        if (name := _singular(_without_ache(word))) and name not in _NOT_A_PLACE:
            kept.append(name)
    # A side by itself is a place; beside another word it only says which.
    return " ".join(kept) or ("side" if _SIDE & set(words) else "")


def _is_which_side(words: list[str], index: int) -> bool:
    """Return whether the word at *index* is the "side" of "left side" or of "side of the jaw"."""
    if words[index] not in _SIDE:
        return False
    before, after = words[index - 1 : index], words[index + 1 : index + 2]
    return after == ["of"] or bool(_WHICH_SIDE & set(before))


def stems(text: str) -> list[str]:
    """Return the words of *text* that are worth searching for, in the singular."""
    return [_singular(word) for word in _words(text) if word not in _COMMON]


def folded(text: str) -> str:
    """Return *text* as its words are compared: case, width and apostrophes make no difference."""
    text = unicodedata.normalize("NFKC", seen(text)).casefold()
    for mark in _APOSTROPHES:  # not as a pattern: with the second in it, that takes long to compile
        text = text.replace(mark, "")
    return text


def called(thing: Area | Mechanism | Approach) -> tuple[str, ...]:
    """Return everything that *thing* is called, its name first; its id is not among them."""
    match thing:
        case Area():
            return (thing.name, thing.pain, *thing.aliases)
        case Mechanism():
            return (thing.name, thing.plain, thing.term, *thing.aliases)
        case Approach():
            return (thing.name, thing.term, *thing.aliases)


def names_of(named: Iterable[tuple[str, Iterable[str]]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return whose name each comparable name is, and how it is written where that differs.

    *named* are ids, each with its names; who claims a name first has it.
    """
    owners: dict[str, str] = {}
    spellings: dict[str, str] = {}
    for id_, spelled in named:
        for spelling in spelled:
            name = comparable(spelling)
            if name and name not in owners:
                owners[name] = id_
                if name != spelling:
                    spellings[name] = spelling
    return owners, spellings


def _words(text: str) -> Iterator[str]:
    yield from re.sub(r"[\W_]+", " ", folded(text)).split()


def _without_ache(word: str) -> str:
    return re.sub(r"(?<=\w)aches?$", "", word)


def _singular(word: str) -> str:
    if word.endswith(_PLURALS_OF_SIBILANTS):
        return word[:-2]
    if word.endswith("s") and len(word) >= _SHORTEST_PLURAL and not word.endswith(_SINGULAR_IN_S):
        return word[:-1]
    return word
