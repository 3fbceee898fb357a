"""What names a place and means none: sayings, which end of a place, postures and movements."""

from painlink.model.tokens import Gap, stem
from painlink.model.vocabulary import ANY_NUMBER, ANY_WORD, Saying
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    BEFORE_PLACE,
    DETERMINERS,
    HURTING,
    JOINING,
    LEADING,
    OWNERS,
    PAIN,
    Sentence,
)

_MOVING = frozenset({"moving"})
_OR_ON = frozenset({"either", "leading"})
_MOST_UNABLE = 5  # words of "could not even put weight on"
_ENDS = frozenset({"ends"})
_FACES = frozenset({"faces"})
_TOLD = HURTING | {"spreading"}
_AT_END = frozenset({"at_end"})
_HOLDING = frozenset({"holding"})
_POSED = frozenset({"posed"})
_REACHING = frozenset({"reaching"})
_TITLES = frozenset({"titles"})
_CALLED_AFTER = frozenset({"called_after"})
_OF = "of"
_PARTS_OF_END = frozenset({"parts_of_ends"})
_WHICH = frozenset({"which"})
_SIDED = frozenset({"sided"})
_SHORT = 3  # words of a saying that may be no saying: "brings back pain"
_LONG = 5  # words of a saying that nothing else is, commas or not
_NEAR = 3  # words of "head pain right side" from the place to the side
_MOST_BACK = 12  # words back to the place whose end is meant


def leave_out_sayings(sentence: Sentence) -> None:
    """Leave out what is no place in a saying: "on the other hand"."""
    for number, place in enumerate(sentence.places):
        for at in range(place.first, place.last):
            word = sentence.tokens[at].word
            for saying in sentence.vocabulary.sayings.get(word, ()):
                start = at - saying.place
                covered = start <= place.first and place.last <= start + len(saying.words)
                end = start + len(saying.words)
                if (
                    covered
                    and _is_said(sentence, saying, start)
                    and not _is_meant(sentence, number, start, end)
                ):
                    sentence.leave_out(number, Why.SAYING)
        if _is_of_a_name(sentence, number):
            sentence.leave_out(number, Why.SAYING)


def _is_of_a_name(sentence: Sentence, number: int) -> bool:
    """Return whether it is the foot of "Dr Foot", or the elbow of "the Elbow Inn"."""
    place = sentence.places[number]
    if place.last - place.first > 1 or not sentence.tokens[place.first].is_capital:
        return False
    behind = sentence.follows(place.last) and sentence.tokens[place.last].is_capital
    return sentence.has(place.first - 1, _TITLES) or (
        behind and sentence.has(place.last, _CALLED_AFTER)
    )


def _is_said(sentence: Sentence, saying: Saying, start: int) -> bool:
    tokens = sentence.tokens
    if start < 0 or start + len(saying.words) > len(tokens):
        return False
    gap = Gap.SPACE if len(saying.words) < _LONG else Gap.JOIN  # "heads, shoulders, knees and toes"
    for step, options in enumerate(saying.words):
        token = tokens[start + step]
        if step and token.gap > gap:
            return False
        is_number = ANY_NUMBER in options and token.word.isdecimal()
        meant = sentence.vocabulary.forms.get(token.word) or stem(token.word)
        if meant not in options and not is_number and ANY_WORD not in options:
            return False
    return not _is_owned_before_preposition(sentence, saying, start)


def _is_owned_before_preposition(sentence: Sentence, saying: Saying, start: int) -> bool:
    """Return whether it is a place after all: the "back at work" of "I hurt my back at work"."""
    begins = saying.place == 0 and sentence.follows(start)
    return begins and sentence.has(start - 1, OWNERS) and sentence.has(start + 1, _AT_END)


def _is_meant(sentence: Sentence, number: int, start: int, end: int) -> bool:
    """Return whether pain beside a saying says that the place is meant: "blisters on my feet"."""
    led = sentence.has(start, LEADING) and sentence.follows(start)
    behind = sentence.places[number].last
    if behind < end and sentence.has(start, OWNERS) and _hurts(sentence, end):
        return True  # "my heart feels sore"
    return (led and (sentence.has(start - 1, _TOLD) or start in sentence.ends)) or (
        end - start <= _SHORT and behind == end and _hurts(sentence, behind)
    )


def _hurts(sentence: Sentence, at: int) -> bool:
    return sentence.follows(at) and sentence.has(at, PAIN)


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
    place, tokens = sentence.places[number], sentence.tokens
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
    before += 1
    for at in range(place.first, max(before - _MOST_BACK, 0), -1):
        if at in sentence.ends and at < place.first:
            return sentence.ends[at] not in sentence.left_out
        if tokens[at].gap != Gap.SPACE or (sentence.has(at - 1, JOINING)):
            return False
    return False


def leave_out_postures(sentence: Sentence) -> None:
    """Leave out how somebody lies or stands, and what somebody moves: "when I bend my knee"."""
    for at in range(len(sentence.tokens)):
        marks = sentence.marks[at]
        if marks.get("pain", 0) > 1:
            continue  # "I put my back out"
        if "postures" in marks and not _is_unable(sentence, at):
            _leave_out_behind(sentence, at + marks["postures"], Why.POSTURE)
        elif "moving" in marks and not _is_unable(sentence, at):
            behind = at + marks["moving"]
            owned = sentence.has(behind, DETERMINERS) or behind > at + 1
            gerund = sentence.tokens[at].word.endswith("ing") and not sentence.has(
                at - 1, DETERMINERS
            )
            if owned or gerund:
                _leave_out_behind(sentence, behind, Why.MOVEMENT)
        elif "reaching" in marks:
            _leave_out_behind(sentence, at + marks["reaching"], Why.MOVEMENT)
        elif "holding" in marks and _is_posed(sentence, at + 1):
            _leave_out_behind(sentence, at + 1, Why.POSTURE)


def _is_posed(sentence: Sentence, at: int) -> bool:
    """Return whether it is told how a part is held: "with my hands behind my head"."""
    number = sentence.starts.get(sentence.skip(at, BEFORE_PLACE))
    if number is None or not sentence.has(at, DETERMINERS):
        return False
    behind = sentence.places[number].last
    told = sentence.follows(behind) and sentence.has(behind, _POSED)
    return told and not sentence.has(behind, HURTING)


def _is_unable(sentence: Sentence, at: int) -> bool:
    for before in range(max(at - _MOST_UNABLE, 0), at):
        length = sentence.marks[before].get("unable", 0)
        if length and at - before - length <= 1:  # "cannot even bend"
            return True
    return False


def _leave_out_behind(sentence: Sentence, at: int, why: Why) -> None:
    if not sentence.follows(at):
        return
    number = sentence.starts.get(sentence.skip(at, BEFORE_PLACE))
    if number is None:
        return
    for one in sentence.chain(number):
        sentence.leave_out(one, why)
        number = one
    # "on my side or on my back"
    other = sentence.skip(sentence.places[number].last, _OR_ON)
    again = sentence.starts.get(sentence.skip(other, BEFORE_PLACE))
    if again == number + 1 and sentence.has(other - 1, LEADING):
        sentence.leave_out(again, why)
        number = again
    # "my knee up to my chest"
    led = sentence.skip(sentence.places[number].last, LEADING)
    further = sentence.starts.get(sentence.skip(led, BEFORE_PLACE))
    is_led = further == number + 1 and led > sentence.places[number].last
    if is_led and not sentence.hurts_behind(number + 1):
        sentence.leave_out(number + 1, why)
