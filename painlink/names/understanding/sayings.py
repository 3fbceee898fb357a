"""What names a place and means none: sayings, names, postures and movements."""

from painlink.model.words.tokens import Gap, stem
from painlink.model.words.vocabulary import ANY_NUMBER, ANY_WORD, Saying
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    BEFORE_PLACE,
    DETERMINERS,
    HURTING,
    LEADING,
    OWNERS,
    PAIN,
    Sentence,
)

_OR_ON = frozenset({"either", "leading"})
_MOST_UNABLE = 5  # words of "could not even put weight on"
_TOLD = HURTING | {"spreading"}
_AT_END = frozenset({"at_end"})
_ALSO = frozenset({"also"})
_THEY = frozenset({"they"})
_POSED = frozenset({"posed"})
_PEOPLE = frozenset({"people"})
_POSTURES = frozenset({"postures"})
_MINE = frozenset({"mine"})
_TITLES = frozenset({"titles"})
_CALLED_AFTER = frozenset({"called_after"})
_SHORT = 3  # words of a saying that may be no saying: "brings back pain"
_LONG = 5  # words of a saying that nothing else is, commas or not


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
    is_owned = sentence.has(start, OWNERS) or sentence.has(start - 1, OWNERS)
    if behind < end and is_owned and sentence.follows(end) and sentence.has(end, HURTING):
        return True  # "my heart feels sore", "my head starts banging"
    told = PAIN if end - start >= _LONG else _TOLD  # "it went in one ear and out the other"
    after = sentence.ends.get(start, number) not in {number, *sentence.left_out}
    return (led and (sentence.has(start - 1, told) or after)) or (
        end - start <= _SHORT and behind == end and _hurts(sentence, behind)
    )


def _hurts(sentence: Sentence, at: int) -> bool:
    return sentence.follows(at) and sentence.has(at, PAIN)


def leave_out_postures(sentence: Sentence) -> None:
    """Leave out how somebody lies or stands, and what somebody moves: "when I bend my knee"."""
    for at in range(len(sentence.tokens)):
        marks = sentence.marks[at]
        if marks.get("pain", 0) > 1:
            continue  # "I put my back out"
        if "treading" in marks and _is_trodden_on(sentence, at):
            continue  # "the cow stood on my foot"
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


def _is_trodden_on(sentence: Sentence, at: int) -> bool:
    """Return whether somebody else treads on what is the asker's own."""
    behind = at + sentence.marks[at]["treading"]
    by_other = sentence.follows(at) and sentence.has(at - 1, _PEOPLE)
    return (by_other or not sentence.has(at, _POSTURES)) and sentence.has(behind, _MINE)


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


def _is_parted(sentence: Sentence, number: int) -> bool:
    """Return whether a comma and "my" part a place from what is moved: "lift a hand, my back"."""
    at = sentence.places[number - 1].last
    is_comma = sentence.tokens[at].gap == Gap.JOIN
    also = sentence.has(sentence.places[number].last, _ALSO)  # "lift a leg, the hip too"
    return is_comma and (also or (at not in sentence.starts and sentence.has(at, OWNERS)))


def _ache_all_the_same(sentence: Sentence, at: int) -> bool:
    """Return whether "they both ache" stands from *at* on: of what somebody cannot lie on."""
    behind = sentence.skip(at, _THEY, gap=Gap.JOIN)
    return behind > at and sentence.follows(behind) and sentence.has(behind, HURTING)


def _leave_out_behind(sentence: Sentence, at: int, why: Why) -> None:
    if not sentence.follows(at):
        return
    number = sentence.starts.get(sentence.skip(at, BEFORE_PLACE))
    if number is None or _ache_all_the_same(sentence, sentence.places[number].last):
        return
    for one in sentence.chain(number):
        if one != number and _is_parted(sentence, one):
            return
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
