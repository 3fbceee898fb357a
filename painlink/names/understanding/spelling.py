"""Misspelt words: read as a name where only one is near, else asked back, never guessed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from painlink.model.words.tokens import Gap, Token, consonants_of, singular, sound_of
from painlink.model.words.vocabulary import Vocabulary
from painlink.names.ordinary import is_ordinary
from painlink.names.understanding.places import NamedPlace, marks_of, place_at, roles_of
from painlink.names.understanding.records import Asked, ReadAs, TextSpan
from painlink.names.understanding.sentence import HURTING

_SHORTEST = 3
_TWO_SLIPS = 7  # letters from which on two slips are let pass
_SAME_SOUND = 5  # letters from which on they are where the consonants are the same
_MOST_LOOKED_AT = 50  # unknown words; each costs a look at every name
_LONGEST = 24
_LONGEST_NAME = 8
_SOUNDS = 0.25  # of a slip: what sounds the same is nearer than any
_SEARCH = 4  # words of a text that is nothing but a name
_LONG_SOUND = 6  # letters from which on one vowel may be another
_BESIDE = 3  # words between pain and its place: "pian in my neck"


class Spelling(NamedTuple):
    """The words of a text with the misspelt ones put right, and what was done."""

    tokens: Sequence[Token]
    misspelt: frozenset[int]
    read_as: tuple[ReadAs, ...]
    asked: tuple[Asked, ...]


class _Reading(NamedTuple):
    word: str
    areas: tuple[str, ...]
    length: int


def spelled(vocabulary: Vocabulary, tokens: Sequence[Token]) -> Spelling:
    """Return *tokens* with misspelt names put right where only one name is near."""
    read = list(tokens)
    read_as: list[ReadAs] = []
    asked: dict[int, Asked] = {}
    parted: dict[int, tuple[Token, Token]] = {}
    unknown = _unknown(vocabulary, tokens)
    # Twice: "uppr" of "uppr bakc" is upper where the other is back.
    for at in (*unknown, *unknown) if len(unknown) > 1 else unknown:
        token = tokens[at]
        if read[at] is not token or at in parted:
            continue
        readings = _readings(vocabulary, read, at)
        span = TextSpan(token.word, token.start, token.end)
        areas = sorted({area for reading in readings for area in reading.areas})
        if two := None if readings else _parted(vocabulary, token):
            parted[at] = two
        elif len({reading.areas for reading in readings}) == 1:
            read[at] = token._replace(word=readings[0].word, key=singular(readings[0].word))
            read_as.append(ReadAs(span, readings[0].word))
            asked.pop(at, None)
        elif len(areas) > 1:
            asked[at] = Asked(tuple(areas), span, is_misspelt=True)
    whole = [part for at, token in enumerate(read) for part in parted.get(at, (token,))]
    misspelt = frozenset(one.span.start for one in read_as)
    return Spelling(whole, misspelt, tuple(read_as), tuple(asked.values()))


def _unknown(vocabulary: Vocabulary, tokens: Sequence[Token]) -> list[int]:
    """Return where words stand that are no name, no small word and no ordinary one."""
    strange: list[int] = []
    in_titles = all(token.is_capital for token in tokens)
    for at, token in enumerate(tokens):
        word = token.word
        is_owned = at > 0 and "owners" in roles_of(vocabulary, tokens[at - 1].word)
        if token.is_capital and token.gap == Gap.SPACE and not (in_titles or is_owned):
            continue  # a name, as of a person or a town
        if word in vocabulary.roles or token.key in vocabulary.longest or not word.isalpha():
            continue
        if not _SHORTEST <= len(word) <= _LONGEST:
            continue
        is_drawn_out = word[-1] == word[-2] and word[:-1] in vocabulary.longest  # "pelviss"
        # A word that stands in a name is none; of most words the list need not be asked.
        if (is_drawn_out or not is_ordinary(word)) and token.key not in vocabulary.near:
            strange.append(at)
            if len(strange) == _MOST_LOOKED_AT:
                break
    return strange


def _parted(vocabulary: Vocabulary, token: Token) -> tuple[Token, Token] | None:
    """Return the two words of "lowerback" or "neckpain"."""
    word = token.word
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        first, second = word[:cut], word[cut:]
        name = f"{singular(first)} {singular(second)}" in vocabulary.names
        if name or (singular(first) in vocabulary.names and _is_pain(vocabulary, second)):
            middle = token.start + cut
            return (
                Token(first, singular(first), token.start, middle, token.gap),
                Token(second, singular(second), middle, token.end, Gap.SPACE),
            )
    return None


def _is_pain(vocabulary: Vocabulary, word: str) -> bool:
    return "pain" in roles_of(vocabulary, word)


def _is_hurting(vocabulary: Vocabulary, word: str) -> bool:
    return not HURTING.isdisjoint(roles_of(vocabulary, word))


def _readings(vocabulary: Vocabulary, tokens: list[Token], at: int) -> list[_Reading]:
    """Return the names that the word at *at* could be, those of the longest phrase only."""
    places: list[_Reading] = []
    pain: list[_Reading] = []
    for near in _nearest(vocabulary, tokens, at):
        start = max(at - _LONGEST_NAME, 0)
        window = [*tokens[start:at], tokens[at]._replace(word=near, key=singular(near))]
        window += tokens[at + 1 : at + _LONGEST_NAME]
        place = _covering(vocabulary, window, at - start)
        if place:
            places.append(_Reading(near, place.areas, place.last - place.first))
        elif _is_hurting(vocabulary, near) and any(
            one.key in vocabulary.names for one in tokens[max(at - _BESIDE, 0) : at + _BESIDE + 1]
        ):
            pain.append(_Reading(near, (), 1))
    longest = max((one.length for one in places), default=0)
    best = [one for one in places if one.length == longest]
    return sorted(best, key=lambda one: -len(one.word)) or pain[:1]


def _covering(vocabulary: Vocabulary, tokens: Sequence[Token], at: int) -> NamedPlace | None:
    marks = marks_of(vocabulary, tokens)
    for start in range(at + 1):
        place = place_at(vocabulary, tokens, marks, start)
        if place and place.first <= at < place.last:
            return place
    return None


def _nearest(vocabulary: Vocabulary, tokens: Sequence[Token], at: int) -> list[str]:
    # Late: only a word that nobody knows needs it.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    word = tokens[at].word
    allowed = 2 if len(word) >= _SAME_SOUND else 1
    near: dict[str, float] = {}
    for typed in {word, singular(word), word.removesuffix("s")}:
        for name, distance, _ in process.extract(
            typed, vocabulary.near, scorer=OSA.distance, score_cutoff=allowed, limit=None
        ):
            if len(typed) == _SHORTEST and len(word) > _SHORTEST and sorted(typed) != sorted(name):
                continue  # "neas" is near too many
            sounds_alike = word[0] == name[0] and _consonants(typed) == _consonants(name)
            by_two = len(word) >= _TWO_SLIPS and _is_near_by_two(typed, name)
            if sounds_alike or distance <= 1 or by_two:
                slips = distance / 2 if sounds_alike else distance
                near[name] = min(slips, near.get(name, allowed))
    if len(word) == _SHORTEST:
        beside = any(_is_hurting(vocabulary, one.word) for one in tokens[max(at - 1, 0) : at + 2])
        near = {name: slips for name, slips in near.items() if _is_same(word, name, beside=beside)}
    near |= dict.fromkeys(_sounding_like(vocabulary, tokens, at), _SOUNDS)
    near = near or dict.fromkeys(_sounding_like(vocabulary, tokens, at, one_off=True), _SOUNDS)
    least = min(near.values(), default=0)
    return sorted(name for name, distance in near.items() if distance == least)


def _consonants(word: str) -> str:
    """Return the letters of *word* that are heard first: "ankal" has those of "ankle"."""
    return "".join(letter for letter in word if letter not in "aeiouy")


def _is_near_by_two(word: str, name: str) -> bool:
    """Return whether two slips in a long name left its first letter, or swapped it."""
    first = word[0] in (name[0], name[1])  # "nuckle": the first is not heard
    return len(name) >= _TWO_SLIPS and first


def _is_same(word: str, name: str, *, beside: bool) -> bool:
    """Return whether a word of three letters has those of *name*, or beside pain lacks one."""
    if sorted(word) == sorted(name):
        return True
    letters = iter(name)
    return beside and len(name) > len(word) and all(letter in letters for letter in word)


def _sounding_like(
    vocabulary: Vocabulary, tokens: Sequence[Token], at: int, *, one_off: bool = False
) -> Iterator[str]:
    """Yield the words of names that sound like the one at *at*, where pain or a place is beside.

    Words that differ by *one_off* vowel are yielded too, where that is asked for.
    """
    beside = [*tokens[max(at - _BESIDE, 0) : at], *tokens[at + 1 : at + _BESIDE + 1]]
    if len(tokens) > _SEARCH and not any(_is_sign(vocabulary, token) for token in beside):
        return
    word = tokens[at].word
    for typed in sorted({word, singular(word), word.removesuffix("z")}):
        sound = sound_of(typed, vocabulary.alike)
        for heard, name in _heard_as(vocabulary.sounds, consonants_of(sound)):
            if heard == sound or (
                one_off and len(word) >= _LONG_SOUND and _is_one_off(sound, heard)
            ):
                yield name


def _is_sign(vocabulary: Vocabulary, token: Token) -> bool:
    is_place = token.key in vocabulary.names
    return is_place or not HURTING.isdisjoint(roles_of(vocabulary, token.word))


def _heard_as(sounds: str, consonants: str) -> Iterator[tuple[str, str]]:
    """Yield of each word with these *consonants* how it sounds, and itself."""
    begin = f"\n{consonants} "
    at = sounds.find(begin)
    while at >= 0:
        end = sounds.index("\n", at + 1)
        heard, _, name = sounds[at + len(begin) : end].partition(" ")
        yield heard, name
        at = sounds.find(begin, end)


def _is_one_off(sound: str, heard: str) -> bool:
    from rapidfuzz.distance import OSA  # late, as above

    return sound[:1] == heard[:1] and OSA.distance(sound, heard) <= 1
