"""Everyday words that are also places: they count only with a sign beside them."""

from painlink.model.words.tokens import Gap
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    BEFORE_PLACE,
    HURTING,
    JOINING,
    LEADING,
    LINKING,
    OWNERS,
    QUALITIES,
    Sentence,
)

_BEFORE = frozenset({"articles", "qualities"})
_CAUSING = frozenset({"causing"})
_HAVING = frozenset({"having"})
_ALSO = frozenset({"also"})
_POINTING = frozenset({"pointing", "referring"})
_IT = frozenset({"contrasting"})
_LIKE = frozenset({"like"})
_MOVED = HURTING | {"spreading", "unable"}
_JOINED = BEFORE_PLACE | JOINING | HURTING | LEADING
_PLAIN = HURTING | {
    *("articles", "owners", "joining", "qualities", "symptoms", "causing", "plain_leading", "days"),
}
_MOST_AWAY = 6
_FEW = 6  # words: a search, no sentence


def leave_out_everyday(sentence: Sentence) -> None:
    """Leave out every everyday word without a sign that a place of the body is meant."""
    plain = _in_plain_words(sentence)
    waiting: list[int] = []
    counting: set[int] = set()
    for number in range(len(sentence.places)):
        if number in sentence.left_out:
            continue
        if not sentence.is_weak(number) or number in plain or _has_sign(sentence, number):
            counting.add(number)
        else:
            waiting.append(number)
    counting |= _in_few_words(sentence, waiting, counting)
    # One place that counts carries those joined to it, from left to right and back.
    for number in (*waiting, *reversed(waiting)):
        if number not in counting and _is_carried(sentence, number, counting):
            counting.add(number)
    for number in waiting:
        if number not in counting:
            sentence.leave_out(number, Why.EVERYDAY)


def _in_plain_words(sentence: Sentence) -> set[int]:
    """Return the places of those parts of the text that hold nothing but places and pain."""
    plain: set[int] = set()
    part: set[int] = set()
    is_plain = True
    at = 0
    while at < len(sentence.tokens):
        if sentence.tokens[at].gap == Gap.STOP:
            plain |= part if is_plain else set()
            part, is_plain = set(), True
        number = sentence.starts.get(at)
        if number is None:
            is_plain = is_plain and sentence.has(at, _PLAIN)
            at += max([1, *(sentence.marks[at].get(role, 0) for role in _PLAIN)])
        else:
            part.add(number)
            at = sentence.places[number].last
    return plain | part if is_plain else plain


def _in_few_words(sentence: Sentence, waiting: list[int], counting: set[int]) -> set[int]:
    """Return the places of a text as short as what people search for, where one counts."""
    if len(sentence.tokens) > _FEW or not counting:
        return set()
    weakest = sentence.vocabulary.weakest
    return {number for number in waiting if sentence.places[number].name not in weakest}


def _has_sign(sentence: Sentence, number: int) -> bool:
    is_weakest = sentence.places[number].name in sentence.vocabulary.weakest
    return (
        sentence.gives_out(number)
        or _sign_before(sentence, number, is_weakest=is_weakest)
        or _sign_behind(sentence, number, is_weakest=is_weakest)
    )


def _sign_before(sentence: Sentence, number: int, *, is_weakest: bool) -> bool:
    at = sentence.places[number].first
    is_pointed_at = False
    while sentence.follows(at):
        at -= 1
        is_pointed_at = is_pointed_at or sentence.has(at, _POINTING)
        if sentence.has(at, HURTING) or (sentence.has(at, OWNERS) and not is_weakest):
            return True
        if not sentence.has(at, _BEFORE | OWNERS):
            break
    else:
        is_cleft = is_pointed_at and sentence.has(at, _IT) and not sentence.follows(at)
        return is_cleft and sentence.tells_of_pain and not is_weakest
    if sentence.has(at, _CAUSING) and not is_weakest:
        return True
    if is_pointed_at and sentence.tells_of_pain and not is_weakest:
        return True
    if sentence.has(at, _HAVING) and sentence.is_plain_slip(number):
        return True
    away = 0
    while sentence.has(at, LEADING) and sentence.follows(at) and away < _MOST_AWAY:
        at -= 1
        away += 1
        if sentence.has(at, HURTING if is_weakest else _MOVED) or (
            at + 1 in sentence.ends and not is_weakest
        ):
            return True
    return False


def _sign_behind(sentence: Sentence, number: int, *, is_weakest: bool) -> bool:
    at = sentence.places[number].last
    if sentence.is_not_so(number):
        return True
    is_likened = sentence.follows(at) and sentence.has(at, _LIKE)  # "fingers like sausages"
    if is_likened and sentence.tells_of_pain and not is_weakest:
        return True
    for _ in range(_MOST_AWAY):
        if not sentence.follows(at):
            return False
        if sentence.has(at, HURTING):
            return True
        if at in sentence.starts:
            return False
        if sentence.has(at, _CAUSING | _ALSO) and not is_weakest:
            return True
        if not sentence.has(at, LINKING | OWNERS):
            return False
        at += 1
    return False


def _is_carried(sentence: Sentence, number: int, counting: set[int]) -> bool:
    at = sentence.places[number].first - 1
    while sentence.has(at, QUALITIES) and sentence.follows(at):
        at -= 1
    is_owned = sentence.has(at, OWNERS)
    if sentence.places[number].name in sentence.vocabulary.weakest and not is_owned:
        return False
    for other, later in ((number - 1, number), (number + 1, number + 1)):
        if not sentence.is_joined(later, _JOINED):
            continue
        if other > number and _is_of_another_clause(sentence, number):
            continue
        if other in counting:
            return True
        both_weak = other not in sentence.left_out and other < len(sentence.places)
        is_weakest = sentence.places[other].name in sentence.vocabulary.weakest
        if both_weak and not is_weakest:
            return True
    return False


def _is_of_another_clause(sentence: Sentence, number: int) -> bool:
    """Return whether something else ends before "and my elbow aches": "the bright side"."""
    place, other = sentence.places[number], sentence.places[number + 1]
    is_owned = any(sentence.has(at, OWNERS) for at in range(place.last, other.first))
    if not (is_owned and sentence.hurts_behind(number + 1)):
        return False
    at = sentence.back_over(place.first, BEFORE_PLACE)
    return sentence.follows(at) and not sentence.has(at - 1, _JOINED)
