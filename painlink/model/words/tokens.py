"""A text as words: each with where it stands, and what stands between it and the one before."""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from painlink.phrases import UNSEEN, seen

# A letter that nobody sees must not cut a word in two: "ba\u00adck" is "back".
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{UNSEEN}{_APOSTROPHES}]+(?=[^\W_]))*")
_UNHEARD = str.maketrans("", "", f"{_APOSTROPHES}\N{MODIFIER LETTER TURNED COMMA}")
_STOPS = frozenset('.!?;:\n\r()[]{}|"\u2026\u2014\u2013\u201c\u201d')
_AS_IF_NOTHING = frozenset(f" -_\t\u00a0\u2010\u2011{_APOSTROPHES}")
_SINGULAR_IN_S = ("ss", "us", "is")
_SIBILANTS = ("sses", "xes", "ches", "shes", "zes")
_ENDINGS = ("ing", "ed", "es", "e", "s")
_SHORTEST_STEM = 3
_SHORTEST_PLURAL = 4
_SHORTEST_IN_IES = 5
_BEGIN, _END = "^", "$"  # of a word, where it is heard
_VOWELS = "aeiouy"


class Gap(IntEnum):
    """What stands before a word: what may belong together, what is joined, what ends there."""

    SPACE = 0
    JOIN = 1
    STOP = 2


class Token(NamedTuple):
    """A word of the text, folded, its singular, and whether it is written like a name."""

    word: str
    key: str
    start: int
    end: int
    gap: Gap
    is_capital: bool = False


def tokens_of(text: str, most: int) -> tuple[list[Token], bool]:
    """Return up to *most* words of *text*, and whether these are all."""
    tokens: list[Token] = []
    before = 0
    for match in _WORD.finditer(text):
        if len(tokens) == most:
            return tokens, False
        word = folded_word(match.group())
        if word:
            gap = _gap(text[before : match.start()]) if tokens else Gap.STOP
            is_capital = match.group().istitle()
            tokens.append(Token(word, singular(word), match.start(), match.end(), gap, is_capital))
            before = match.end()
    return tokens, True


@lru_cache(maxsize=1024)
def folded_word(word: str) -> str:
    """Return *word* as words are compared: case, width and apostrophes make no difference."""
    if word.isascii():
        return word.casefold().translate(_UNHEARD)
    import unicodedata  # late: plain English never needs it

    return unicodedata.normalize("NFKC", seen(word)).casefold().translate(_UNHEARD)


def key_of(phrase: str) -> list[str]:
    """Return the folded words of *phrase*."""
    return [folded_word(found) for found in _WORD.findall(phrase)]


def singular(word: str) -> str:
    """Return *word* without the ending of a plural."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(_SINGULAR_IN_S):
        return word
    if word.endswith("aches"):
        return word[:-1]
    if word.endswith("ies") and len(word) >= _SHORTEST_IN_IES:
        return f"{word[:-3]}y"
    if word.endswith("uses"):
        return word[:-2]
    return word[:-2] if word.endswith(_SIBILANTS) else word[:-1]


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return what the forms of a verb or a noun have in common: "breath" of "breathing"."""
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST_STEM:
            word = rest
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") else word


@lru_cache(maxsize=256)
def _gap(between: str) -> Gap:
    rest = set(seen(between)) - _AS_IF_NOTHING
    if not rest:
        # A dash between spaces is one that ends something; in a word it joins.
        return Gap.STOP if " - " in between or "--" in between else Gap.SPACE
    return Gap.STOP if rest & _STOPS else Gap.JOIN


def sound_of(word: str, alike: Sequence[str]) -> str:
    """Return how *word* sounds: of what sounds *alike*, "ph/f", the second stands for the first."""
    sound = f"{_BEGIN}{word}{_END}"
    for pair in alike:
        written, _, heard = pair.partition("/")
        sound = sound.replace(written, heard)
    letters = sound.strip(_BEGIN + _END)
    return "".join(
        letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1]
    )


def consonants_of(sound: str) -> str:
    """Return the consonants of a *sound*, behind a mark where it begins with none."""
    begins = "a" if sound[:1] in _VOWELS else ""
    return begins + "".join(letter for letter in sound if letter not in _VOWELS)


def sounds_of(words: Iterable[str], alike: Sequence[str]) -> str:
    """Return a line for each word: its consonants, how it sounds, itself: one text."""
    sounds = [(sound_of(word, alike), word) for word in words]
    return "".join(f"\n{consonants_of(sound)} {sound} {word}" for sound, word in sounds) + "\n"
