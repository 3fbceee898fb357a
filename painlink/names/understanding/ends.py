"""Which end of a place is meant: "the back of my arm" names no back."""

from painlink.model.tokens import Gap
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    BEFORE_PLACE,
    JOINING,
    LEADING,
    OWNERS,
    PAIN,
    Sentence,
)

_ENDS = frozenset({"ends"})
_FACES = frozenset({"faces"})
_ADDING = frozenset({"adding"})
_AT_END = frozenset({"at_end"})
_OF = "of"
_PARTS_OF_END = frozenset({"parts_of_ends"})
_WHICH = frozenset({"which"})
_SIDED = frozenset({"sided"})
_NEAR = 3  # words of "head pain right side" from the place to the side
_MOST_BACK = 12  # words back to the place whose end is meant


def leave_out_ends(sentence: Sentence) -> None:
    """Leave out what says which end of a place is meant: "the back of my arm"."""
    for number, place in enumerate(sentence.places):
        is_end = sentence.has(place.last - 1, _ENDS)
        is_one = place.last - place.first == 1
        if (
            _is_face_of_next(sentence, number)
            or (is_end and _end_of_next(sentence, number))
            or (is_one and sentence.has(place.first, _FACES) and _end_of_last(sentence, number))
            or _is_side_of_last(sentence, number)
        ):
            sentence.leave_out(number, Why.END)


def _is_face_of_next(sentence: Sentence, number: int) -> bool:
    """Return whether it is the thumb of "the thumb side of my wrist"."""
    behind = sentence.places[number].last
    if not sentence.follows(behind) or sentence.tokens[behind].key != "side":
        return False
    return behind + 1 < len(sentence.tokens) and sentence.tokens[behind + 1].word == _OF


def _end_of_next(sentence: Sentence, number: int) -> bool:
    place, tokens = sentence.places[number], sentence.tokens
    at = place.last
    while sentence.follows(at) and sentence.has(at, _PARTS_OF_END):
        at += 1
    if at > place.last and tokens[at - 1].word == _OF and at < len(tokens):
        return sentence.skip(at, BEFORE_PLACE) in sentence.starts
    # "my right side belly"; but "side belly" are two.
    is_side = place.name == "side"
    return (
        is_side
        and sentence.follows(at)
        and at in sentence.starts
        and sentence.has(place.first - 1, _SIDED)
    )


def _is_side_of_last(sentence: Sentence, number: int) -> bool:
    """Return whether it is the side of "my hip hurts, left side"."""
    place = sentence.places[number]
    at = place.first - 1
    if place.name != "side" or at < 0 or not sentence.has(at, _SIDED):
        return False
    if sentence.tokens[at].gap != Gap.JOIN or sentence.hurts_behind(number):
        return False
    return at in sentence.ends or (sentence.has(at - 1, PAIN) and at - 1 in sentence.ends)


def _end_of_last(sentence: Sentence, number: int) -> bool:
    """Return whether it is the back of "my hand hurts on the back"."""
    place = sentence.places[number]
    before = place.first - 1
    which = owned = False
    while before > 0 and sentence.follows(before + 1) and sentence.has(before, BEFORE_PLACE):
        which = which or sentence.has(before, _WHICH)
        owned = owned or sentence.has(before, OWNERS)
        before -= 1
    if before < 0 or not sentence.follows(before + 1):
        return False
    if place.name == "side" and owned and sentence.has(before, PAIN):
        return any(at in sentence.ends for at in range(before, max(before - _NEAR, 0), -1))
    if not sentence.has(before, _AT_END) or not (which or place.name == "side"):
        return False
    other = place.last + 1
    if sentence.has(place.last, _ADDING) and other in sentence.starts:
        is_led = sentence.has(other, LEADING)  # "at the back and under the jaw"
        return is_led and _names_an_end(sentence, number, before)
    return _names_an_end(sentence, number, before)


def _names_an_end(sentence: Sentence, number: int, before: int) -> bool:
    """Return whether a place named before the word at *before* is the one whose end is meant."""
    place, tokens = sentence.places[number], sentence.tokens
    before += 1
    for at in range(place.first, max(before - _MOST_BACK, 0), -1):
        if at in sentence.ends and at < place.first:
            return sentence.ends[at] not in sentence.left_out
        if tokens[at].gap != Gap.SPACE or (sentence.has(at - 1, JOINING)):
            return False
    return False
