"""What is said to be well: "my knee is fine", "and so is my hip", "that's grand now"."""

from painlink.model.words.tokens import Gap
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    BEFORE_PLACE,
    HURTING,
    LINKING,
    OWNERS,
    QUALITIES,
    Sentence,
)

_CONTRASTING = frozenset({"contrasting"})
_OR = frozenset({"either"})
_AND = frozenset({"adding"})
_COPULAS = frozenset({"copulas"})
_NEUTRAL = frozenset({"neutral"})
_WHOLLY = frozenset({"wholly"})
_LATELY = frozenset({"lately"})
_REACHED = frozenset({"reached"})
_WELL = frozenset({"well"})
_GONE = frozenset({"gone"})
_HOW_MUCH = QUALITIES | LINKING | {"neutral"}
_MOST_TO_WHOLLY = 2
_MOST_LIKEWISE = 3
_MOST_AWAY = 6
_MOST_BACK = 12  # words back to what "that" speaks of
_FEW = 6  # words: a search, no sentence


def leave_out_well(sentence: Sentence) -> None:
    """Leave out every place of which it is said that nothing hurts there any more."""
    for at in range(len(sentence.tokens)):
        _leave_out_referred_to(sentence, at)
    well = -1
    for number, place in enumerate(sentence.places):
        if _is_well(sentence, place.last) and not sentence.gives_out(number):
            _deny_back(sentence, number)
            well = number
        elif well == number - 1 >= 0 and _is_likewise(sentence, place.first):
            sentence.leave_out(number, Why.DENIED)
            well = number


def _leave_out_referred_to(sentence: Sentence, at: int) -> None:
    """Leave out what "that's grand now" speaks of: the place before."""
    length = sentence.marks[at].get("referring", 0)
    if sentence.tokens[at].gap == Gap.SPACE or at + length >= len(sentence.tokens):
        return
    if not length and not _is_well_now(sentence, at):
        return
    behind = at + length
    if sentence.has(behind, _COPULAS):
        behind += 1
    if length and not _is_bare_well(sentence, sentence.skip(behind, _NEUTRAL)):
        return
    for end in range(at, max(at - _MOST_BACK, 0), -1):
        if end in sentence.ends:
            sentence.leave_out(sentence.ends[end], Why.DENIED)
            return


def _is_well_now(sentence: Sentence, at: int) -> bool:
    """Return whether a clause is nothing but "fine now"."""
    behind = at + sentence.marks[at].get("well", 0)
    while behind > at and sentence.follows(behind) and sentence.has(behind, _NEUTRAL):
        behind += 1
    is_whole = not sentence.follows(behind) or sentence.has(behind, _CONTRASTING)
    return behind > at + 1 and is_whole and sentence.has(behind - 1, _LATELY)


def _is_well(sentence: Sentence, at: int) -> bool:
    """Return whether what stands from *at* on says that nothing hurts there."""
    if _is_bare_well(sentence, at):
        return True
    linked = False
    for _ in range(_MOST_AWAY):
        if not sentence.follows(at) or at in sentence.starts:
            return False
        marks = sentence.marks[at]
        if "eased" in marks or ("well" in marks and linked):
            length = max(marks.get("eased", 0), marks.get("well", 0) if linked else 0)
            return not _goes_on(sentence, at + length)
        if "negating" in marks and "not_denying" not in marks:
            behind = at + marks["negating"]
            further = sentence.skip(behind, QUALITIES)
            if sentence.follows(further) and sentence.has(further, HURTING):
                is_told = not linked and sentence.has(at - 1, HURTING)  # "hip pain not bursitis"
                return not is_told and "until" not in _marks_at(sentence, further + 1)
        neutral = sentence.has(at, _NEUTRAL)
        linked = sentence.has(at, _COPULAS) or (linked and neutral)
        if not (linked or sentence.has(at, HURTING | LINKING)):
            return False
        at += 1
    return False


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Return whether nothing is well after all: "fine until today", "has gone all numb"."""
    if "until" in _marks_at(sentence, at):
        return True
    if not sentence.has(at - 1, _GONE):
        return False
    behind = sentence.skip(at, _HOW_MUCH)
    is_told = sentence.follows(behind) and sentence.has(behind, HURTING)
    return sentence.has(at - 1, HURTING) or (is_told and not sentence.has(at, _CONTRASTING))


def _is_likewise(sentence: Sentence, at: int) -> bool:
    """Return whether "so is" stands before a place: "my hip is fine and so is my knee"."""
    at = sentence.back_over(at, BEFORE_PLACE)
    return any(
        sentence.marks[before].get("likewise") == at - before
        for before in range(max(at - _MOST_LIKEWISE, 0), at)
    )


def _is_bare_well(sentence: Sentence, at: int) -> bool:
    """Return whether nothing but "fine" is said of a place: "neck fine, but my elbow hurts"."""
    if sentence.has(at, _WHOLLY) and not sentence.has(at, _WELL) and sentence.follows(at):
        at += 1
    behind = at + (sentence.marks[at].get("well", 0) if at < len(sentence.tokens) else 0)
    if behind == at or not sentence.follows(at):
        return False
    if sentence.has(behind, _NEUTRAL):
        behind += 1
    ends = behind >= len(sentence.tokens) or not sentence.follows(behind)
    is_search = len(sentence.tokens) <= _FEW and behind in sentence.starts
    return ends or is_search or sentence.has(behind, _CONTRASTING)


def _marks_at(sentence: Sentence, at: int) -> frozenset[str]:
    inside = at < len(sentence.tokens) and sentence.follows(at)
    return frozenset(sentence.marks[at]) if inside else frozenset()


def _deny_back(sentence: Sentence, number: int) -> None:
    """Leave out a place and those joined to it before: "my hips and knees are fine"."""
    sentence.leave_out(number, Why.DENIED)
    behind = sentence.places[number].last
    # "shins, knees, ankles all fine"; else a comma may part what hurts from what is fine.
    listed = any(sentence.has(at, _WHOLLY) for at in range(behind, behind + _MOST_TO_WHOLLY))
    while sentence.is_joined(number):
        previous, place = sentence.places[number - 1], sentence.places[number]
        between = range(previous.last, place.first)
        if not (listed or any(sentence.has(at, _AND | _OR) for at in between)):
            return
        number -= 1
        if _is_reached(sentence, number) and sentence.has(place.first - 1, OWNERS):
            return
        sentence.leave_out(number, Why.DENIED)


def _is_reached(sentence: Sentence, number: int) -> bool:
    """Return whether pain is said to come "down to" a place."""
    at = sentence.back_over(sentence.places[number].first, BEFORE_PLACE)
    return sentence.follows(at) and sentence.has(at - 1, _REACHED)
