"""What is named beside what hurts: a neck tie, a hip that was mended, a knee that used to ache.

Where nothing else is named it is answered, as far as the other rules let it.
"""

from painlink.model.words.tokens import Gap
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    BEFORE_PLACE,
    HURTING,
    JOINING,
    LEADING,
    LINKING,
    PAIN,
    QUALITIES,
    Sentence,
)

_THINGS = frozenset({"things"})
_MENDED = frozenset({"mended"})
_DENYING = frozenset({"denying", "negating", "nothing", "unable"})
_LATELY = frozenset({"lately"})
_NOW = frozenset({"lately", "contrasting"})
_ALSO = frozenset({"also"})
_CONTRASTING = frozenset({"contrasting"})
_NEUTRAL = frozenset({"neutral"})
_NEGATING = frozenset({"negating"})
_SCANS = frozenset({"scans"})
_BETTER = frozenset({"better"})
_A = QUALITIES | {"articles"}
_LIKE = frozenset({"like"})
_ANYWHERE = frozenset({"anywhere"})
_FALLING = frozenset({"falling"})
_SIDE = "side"
_TO_PLACE = BEFORE_PLACE | LEADING | LINKING | PAIN | _CONTRASTING
_MOST_BACK = 3  # words from "nothing" to "fixed my neck"
_MOST_TO_ALSO = 12  # words of "my hip that hurts as well"
_MOST_BEFORE = 12  # words of "I hurt my knee playing football last year"
_MOST_TO_LATELY = 10  # words of "used to be my knees on the stairs, now"


def leave_out_beside(sentence: Sentence) -> None:
    """Leave out what is only named beside another place that counts."""
    beside: dict[int, Why] = {}
    denied = _last_denied(sentence)
    for number, place in enumerate(sentence.places):
        if number in sentence.left_out:
            continue
        is_thing = sentence.follows(place.last) and sentence.has(place.last, _THINGS)
        if is_thing or _is_likened(sentence, number) or _is_elsewhere(sentence, number):
            beside[number] = Why.SAYING
        elif place.name == _SIDE and _is_fallen_on(sentence, place.first):
            beside[number] = Why.POSTURE
        elif _is_better(sentence, place.last) or _is_denied_again(sentence, number, denied):
            beside[number] = Why.DENIED
    for at in range(len(sentence.tokens)):
        marks = sentence.marks[at]
        if "mended" in marks and not _is_denied(sentence, at):
            _take(sentence, at + marks["mended"], beside)
        elif "formerly" in marks and _is_over(sentence, at + marks["formerly"]):
            _take(sentence, at + marks["formerly"], beside)
        elif "long_ago" in marks and _is_over(sentence, at + marks["long_ago"]):
            _take_before(sentence, at, beside)
    counting = {
        number
        for number, place in enumerate(sentence.places)
        if len(place.areas) == 1 and number not in sentence.left_out
    }
    if counting - beside.keys():
        for number, why in beside.items():
            sentence.leave_out(number, why)


def _is_denied(sentence: Sentence, at: int) -> bool:
    """Return whether nothing was mended: "it never fixed my neck"."""
    return any(sentence.has(before, _DENYING) for before in range(max(at - _MOST_BACK, 0), at))


def _take(sentence: Sentence, at: int, beside: dict[int, Why]) -> None:
    """Put the place behind the words that end at *at*, and those joined to it, into *beside*."""
    behind = sentence.skip(at, BEFORE_PLACE | LEADING | PAIN)
    number = sentence.starts.get(behind)
    if number is None or behind == at or not sentence.follows(behind):
        return
    for one in sentence.chain(number):
        start = sentence.places[one - 1].last if one > number else behind
        if any(sentence.has(at, _NOW) for at in range(start, sentence.places[one].first)):
            return
        beside[one] = Why.DENIED


def _take_before(sentence: Sentence, at: int, beside: dict[int, Why]) -> None:
    """Put the places that are named before *at* in its clause into *beside*."""
    last = at
    while sentence.follows(at) and last - at < _MOST_BEFORE:
        at -= 1
        if at in sentence.starts:
            beside[sentence.starts[at]] = Why.DENIED


def _is_over(sentence: Sentence, at: int) -> bool:
    """Return whether it is told from *at* on where it hurts "now", and not "now as well"."""
    for further in range(at, min(at + _MOST_TO_LATELY, len(sentence.tokens))):
        length = sentence.marks[further].get("lately", 0)
        begins = sentence.tokens[further].gap != Gap.SPACE or sentence.has(further - 1, JOINING)
        if not (length and begins):
            continue
        behind = sentence.skip(further + length, _TO_PLACE, gap=Gap.JOIN)
        also = any(sentence.has(one, _ALSO) for one in range(behind, behind + _MOST_TO_ALSO))
        return behind in sentence.starts and not also
    return False


def _is_better(sentence: Sentence, at: int) -> bool:
    """Return whether it is said of a place that it is better, and nothing more."""
    better = at
    while sentence.follows(better) and sentence.has(better, LINKING):
        if sentence.has(better, _BETTER):
            break
        better += 1
    length = sentence.marks[better].get("better", 0) if sentence.follows(better) else 0
    behind = sentence.skip(better + length, _NEUTRAL)
    if not length or behind >= len(sentence.tokens):
        return length > 0
    if sentence.follows(behind) and not sentence.has(behind, _CONTRASTING):
        return False
    behind = sentence.skip(behind, _CONTRASTING | LINKING, gap=Gap.JOIN)
    return not sentence.has(behind, HURTING | _NEGATING)


def _last_denied(sentence: Sentence) -> dict[str, int]:
    """Return of each name the last place of it that is said to be well, but of no picture."""
    return {
        sentence.places[number].name: number
        for number in sorted(sentence.left_out)
        if sentence.left_out[number] is Why.DENIED and not _is_scanned(sentence, number)
    }


def _is_denied_again(sentence: Sentence, number: int, denied: dict[str, int]) -> bool:
    """Return whether it is said to be well later on: "had a knee scope, the knee is perfect"."""
    name = sentence.places[number].name
    again = denied.get(name, number) > number
    joined = sentence.is_joined(number + 1) and sentence.places[number + 1].name != name
    if not again or joined or sentence.hurts_behind(number, PAIN):
        return False
    at = sentence.back_over(sentence.places[number].first, BEFORE_PLACE | LEADING)
    return not (sentence.follows(at) and sentence.has(at - 1, PAIN))


def _is_scanned(sentence: Sentence, number: int) -> bool:
    """Return whether a picture of a place is told of: "the scan of my hip was clear"."""
    first = sentence.places[number].first
    return any(sentence.has(at, _SCANS) for at in range(max(first - _MOST_BACK, 0), first))


def _is_likened(sentence: Sentence, number: int) -> bool:
    """Return whether it is the toothache of "my hip is like a toothache"."""
    place = sentence.places[number]
    at = sentence.back_over(place.first, _A)
    is_ache = place.hurts or place.name.endswith("ache")
    return is_ache and sentence.follows(at) and sentence.has(at - 1, _LIKE)


def _is_elsewhere(sentence: Sentence, number: int) -> bool:
    """Return whether it is the gout of "gout in my thumb"."""
    place = sentence.places[number]
    if place.last - place.first > 1 or not sentence.has(place.first, _ANYWHERE):
        return False
    led = sentence.skip(place.last, LEADING)
    behind = sentence.skip(led, BEFORE_PLACE)
    return led > place.last and sentence.follows(behind) and behind in sentence.starts


def _is_fallen_on(sentence: Sentence, at: int) -> bool:
    """Return whether somebody "landed on my left" side, which need not hurt for that."""
    at = sentence.back_over(at, BEFORE_PLACE | LEADING)
    return any(
        sentence.marks[before].get("falling", 0) >= at - before
        for before in range(max(at - 2, 0), at)
    )
