"""Which end of a place or part of a thing is meant: "the back of my arm", "of the chair"."""

from painlink.model.words.tokens import Gap
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    BEFORE_PLACE,
    HURTING,
    JOINING,
    LEADING,
    OWNERS,
    PAIN,
    QUALITIES,
    Sentence,
)

_ENDS = frozenset({"ends"})
_FACES = frozenset({"faces"})
_ADDING = frozenset({"adding"})
_AT_END = frozenset({"at_end"})
_LIMBS = frozenset({"limbs"})
_ONE_OF_TWO = frozenset({"one_of_two"})
_IT = frozenset({"referring", "they"})
_NO_THINGS = frozenset({"people", "selves", "parts_of_ends", "ends", "referring", "they", "times"})
_MOST_TO_PLACE = 3  # words of "the back of my badly swollen knee"
_OF = "of"
_PARTS_OF_END = frozenset({"parts_of_ends"})
_WHICH = frozenset({"which"})
_BOTH = frozenset({"they"})
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
            or _is_limb_of_last(sentence, number)
            or (is_end and _is_of_it(sentence, place.last))
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
    if place.name != "side" or at < 0 or not sentence.has(at, _SIDED | _BOTH):
        return False
    if sentence.tokens[at].key == "both" and at in sentence.ends:
        return True  # "sore wrists both sides"
    if sentence.tokens[at].gap != Gap.JOIN or sentence.hurts_behind(number):
        return False
    return at in sentence.ends or (sentence.has(at - 1, PAIN) and at - 1 in sentence.ends)


def _is_limb_of_last(sentence: Sentence, number: int) -> bool:
    """Return whether it is the leg of "the knee on the other leg"."""
    at = sentence.places[number].first
    if not sentence.has(sentence.places[number].last - 1, _LIMBS):
        return False
    is_one = False
    while sentence.follows(at) and sentence.has(at - 1, BEFORE_PLACE):
        at -= 1
        is_one = is_one or sentence.has(at, _ONE_OF_TWO)
    is_on = sentence.follows(at) and sentence.has(at - 1, _AT_END) and sentence.follows(at - 1)
    return is_one and is_on and at - 1 in sentence.ends


def _is_of_it(sentence: Sentence, at: int) -> bool:
    """Return whether "of it" stands behind an end: "a lump on the back of it"."""
    is_of = sentence.follows(at) and sentence.tokens[at].word == _OF
    is_it = sentence.follows(at + 1) and sentence.has(at + 1, _IT)
    return is_of and is_it and sentence.skip(at + 1, BEFORE_PLACE) not in sentence.starts


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
            whole = sentence.ends[at]
            if place.name == "back" and "with_backs" in sentence.vocabulary.roles.get(
                sentence.places[whole].name, ""
            ):
                return False  # "my stomach hurts in the back"
            is_one = len(sentence.places[whole].areas) == 1  # not "a pinched nerve in the back"
            return is_one and whole not in sentence.left_out
        if tokens[at].gap != Gap.SPACE or (sentence.has(at - 1, JOINING)):
            return False
    return False


def leave_out_parts_of_things(sentence: Sentence) -> None:
    """Leave out every place that is a part of a thing and not of a body."""
    for number, place in enumerate(sentence.places):
        of = place.last
        if not (sentence.follows(of) and sentence.tokens[of].word == _OF):
            continue
        is_part = place.name in sentence.vocabulary.weak or place.name in sentence.vocabulary.own
        is_part = is_part and place.last - place.first == 1 and not place.name.endswith("ache")
        if is_part and not _is_owned(sentence, number):
            noun = sentence.skip(of + 1, BEFORE_PLACE)
            if noun > of + 1 and _is_thing(sentence, noun):
                sentence.leave_out(number, Why.SAYING)


def _is_owned(sentence: Sentence, number: int) -> bool:
    """Return whether it is said whose it is: "my legs of an evening"."""
    at = sentence.back_over(sentence.places[number].first, QUALITIES)
    return sentence.follows(at) and sentence.has(at - 1, OWNERS)


def _is_thing(sentence: Sentence, noun: int) -> bool:
    """Return whether no place, nobody and no time is named from *noun* on."""
    if not sentence.follows(noun) or sentence.has(noun, _NO_THINGS):
        return False
    for at in range(noun, noun + _MOST_TO_PLACE):
        if not sentence.follows(at):
            return True
        if at in sentence.starts:
            return False
        if not sentence.has(at, HURTING):
            return True
    return True
