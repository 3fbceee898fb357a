"""The longest names of places in a row of words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from painlink.model.words.tokens import Gap, Token
from painlink.model.words.vocabulary import SKIPPED, Vocabulary

Marks = Sequence[Mapping[str, int]]
_NONE: Mapping[str, int] = {}
_ACHE = "ache"
_MOST_BETWEEN = 2  # words that may be skipped inside a name: "blade of my left shoulder"


class NamedPlace(NamedTuple):
    """The words from *first* up to *last*, and what they are the *name* of.

    `hurts` says that the word itself tells of pain: "backache".
    """

    first: int
    last: int
    name: str
    areas: tuple[str, ...]
    hurts: bool = False


def roles_of(vocabulary: Vocabulary, word: str) -> Mapping[str, int]:
    """Return which lists of the language *word* stands in, as one of one word."""
    roles = vocabulary.roles.get(word)
    return dict.fromkeys(roles.split(" "), 1) if roles else _NONE


def marks_of(vocabulary: Vocabulary, tokens: Sequence[Token]) -> list[Mapping[str, int]]:
    """Return of each word which lists it begins something of, and how many words that has."""
    marks: list[Mapping[str, int]] = [roles_of(vocabulary, one.word) for one in tokens]
    for at, token in enumerate(tokens):
        for phrase in vocabulary.phrases.get(token.word, ()):
            role, *words = phrase.split()
            if at + len(words) <= len(tokens) and all(
                tokens[at + step].word == words[step] and tokens[at + step].gap == Gap.SPACE
                for step in range(1, len(words))
            ):
                marks[at] = {**marks[at], role: len(words)}
    return marks


def places_in(vocabulary: Vocabulary, tokens: Sequence[Token], marks: Marks) -> list[NamedPlace]:
    """Return the places that *tokens* name, from left to right, none within another."""
    found: list[NamedPlace] = []
    at = 0
    while at < len(tokens):
        place = place_at(vocabulary, tokens, marks, at)
        if place is None:
            at += 1
            continue
        # "deep in my butt cheek": one name goes on where another ends.
        further = place_at(vocabulary, tokens, marks, place.last - 1)
        # "tight across my shoulder blades": what only leads there gives way.
        leads = "leading" in marks[place.first]
        if further and further.last > place.last and (leads or further.areas == place.areas):
            place = further._replace(first=place.first)
        found.append(place)
        at = place.last
    return found


def place_at(
    vocabulary: Vocabulary, tokens: Sequence[Token], marks: Marks, at: int
) -> NamedPlace | None:
    """Return the longest name of a place that begins with the word at *at*."""
    for name, last in _phrases(vocabulary, tokens, marks, at):
        if "between" in marks[at] and _joins_another(marks, last):
            continue
        for key, hurts in ((name, False), (_without_ache(name), True)):
            if area := vocabulary.names.get(key):
                return NamedPlace(at, last, key, (area,), hurts)
            if areas := vocabulary.asked.get(key):
                return NamedPlace(at, last, key, tuple(areas), hurts)
    return _both_ends(vocabulary, tokens, marks, at)


def _joins_another(marks: Marks, at: int) -> bool:
    """Return whether "and" and another place follow, and not "and under"."""
    if at >= len(marks) or "joining" not in marks[at]:
        return False
    return at + 1 == len(marks) or not {"leading", "joining"} & marks[at + 1].keys()


def mentioned_at(
    vocabulary: Vocabulary, tokens: Sequence[Token], marks: Marks, at: int
) -> tuple[str, int] | None:
    """Return the mechanism whose name begins with the word at *at*, and where that ends."""
    for name, last in _phrases(vocabulary, tokens, marks, at):
        if mechanism := vocabulary.mechanisms.get(name):
            return mechanism, last
    return None


def _phrases(
    vocabulary: Vocabulary, tokens: Sequence[Token], marks: Marks, at: int
) -> list[tuple[str, int]]:
    """Return what could be a name from *at* on, the longest first, and where each ends."""
    key = tokens[at].key
    most = max(vocabulary.longest.get(key, 0), vocabulary.longest.get(_without_ache(key), 0))
    phrases: list[tuple[str, int]] = []
    name = ""
    skipped = 0
    here = at
    while most and here < len(tokens):
        token = tokens[here]
        if here > at and token.gap != Gap.SPACE:
            break
        if here > at and any(role in marks[here] for role in SKIPPED):
            skipped += 1
            if skipped > _MOST_BETWEEN:
                break
        else:
            name = f"{name} {token.key}" if name else token.key
            phrases.append((name, here + 1))
            most -= 1
            skipped = 0
        here += 1
    return phrases[::-1]


def _without_ache(name: str) -> str:
    return name.removesuffix(_ACHE) if len(name) > len(_ACHE) and name[-5] != " " else ""


def _both_ends(
    vocabulary: Vocabulary, tokens: Sequence[Token], marks: Marks, at: int
) -> NamedPlace | None:
    """Return the "upper back" of "upper and lower back"."""
    if "qualities" not in marks[at] or at + 3 >= len(tokens):
        return None
    joined = "joining" in marks[at + 1] or tokens[at + 1].gap == Gap.JOIN
    other = at + 2 if "joining" in marks[at + 1] else at + 1
    if not joined or tokens[at].key not in vocabulary.longest or "qualities" not in marks[other]:
        return None
    if tokens[other + 1].gap != Gap.SPACE:
        return None
    name = f"{tokens[at].key} {tokens[other + 1].key}"
    area = vocabulary.names.get(name)
    return NamedPlace(at, at + 1, name, (area,)) if area else None
