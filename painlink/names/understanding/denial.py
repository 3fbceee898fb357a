"""What is denied: "no headache", "without back pain", "my knee is fine"."""

from painlink.model.tokens import Gap
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    BEFORE_PLACE,
    DETERMINERS,
    HURTING,
    JOINING,
    LEADING,
    LINKING,
    OWNERS,
    QUALITIES,
    Sentence,
)

_PASSED = HURTING | {
    *("articles", "owners", "qualities", "leading", "ends", "symptoms", "joining"),
}
_SYMPTOMS = frozenset({"symptoms"})
_CONTRASTING = frozenset({"contrasting"})
_OR = frozenset({"either"})
_AND = frozenset({"adding"})
_COPULAS = frozenset({"copulas"})
_NEUTRAL = frozenset({"neutral"})
_WHOLLY = frozenset({"wholly"})
_MOST_TO_WHOLLY = 2
_MOST_LIKEWISE = 3
_MOST_AWAY = 6
_MOST_LISTED = 14


def leave_out_denied(sentence: Sentence) -> None:
    """Leave out every place that is said not to hurt."""
    at = 0
    while at < len(sentence.tokens):
        marks = sentence.marks[at]
        if "not_denying" in marks and marks["not_denying"] >= marks.get("denying", 0):
            at += marks["not_denying"]
        elif "denying" in marks and at not in sentence.starts:
            at = _deny_from(sentence, at + marks["denying"])
        else:
            at += 1
    well = -1
    for number, place in enumerate(sentence.places):
        if _is_well(sentence, place.last):
            _deny_back(sentence, number)
            well = number
        elif well == number - 1 >= 0 and _is_likewise(sentence, place.first):
            sentence.leave_out(number, Why.DENIED)
            well = number


def _deny_from(sentence: Sentence, at: int) -> int:
    """Leave out the places of the list that begins at *at*; return where it ends."""
    start = at
    named = False  # something that is denied has been named since the last "or"
    place = False  # a place has been denied
    bare = False  # and it was a place, with no word of pain behind it
    while at < len(sentence.tokens) and sentence.tokens[at].gap != Gap.STOP:
        token = sentence.tokens[at]
        if token.gap == Gap.JOIN:
            if at == start or not _goes_on(sentence, at, place=place):
                return at
            named = False
        number = sentence.starts.get(at)
        if number is not None:
            if named and not bare:
                return at
            sentence.leave_out(number, Why.DENIED)
            named, place, bare = True, True, not sentence.places[number].hurts
            at = sentence.places[number].last
            continue
        if sentence.has(at, _OR):
            named = False
        elif sentence.has(at, JOINING):
            further = sentence.skip(at + 1, QUALITIES)
            if not (named and bare and sentence.has(at, _AND) and further in sentence.starts):
                return at
            named = False
        elif not sentence.has(at, _PASSED) or _begins_anew(sentence, at, named=named):
            return at
        elif sentence.has(at, HURTING):
            bare = False
        elif sentence.has(at, _SYMPTOMS):
            named, bare = True, False
        at += 1
    return at


def _begins_anew(sentence: Sentence, at: int, *, named: bool) -> bool:
    """Return whether "a" or "my" begins something else: "no appetite, a lump in the neck"."""
    return named and sentence.has(at, DETERMINERS) and not sentence.has(at - 1, LEADING)


def _goes_on(sentence: Sentence, at: int, *, place: bool) -> bool:
    """Return whether the list that has a comma before *at* goes on to an "or", or to the end.

    Without an "or" only where a *place* was denied, and nothing but names and pain follows: "no
    fever, back pain" denies no back.
    """
    is_bare = place
    for further in range(at, min(at + _MOST_LISTED, len(sentence.tokens))):
        token = sentence.tokens[further]
        if token.gap == Gap.STOP and further > at:
            return is_bare
        if sentence.has(further, _CONTRASTING):
            return False
        if sentence.has(further, _OR):
            return True
        inside = any(
            one.first <= further < one.last
            for one in (sentence.places[number] for number in _near(sentence, further))
        )
        is_bare = is_bare and (inside or sentence.has(further, HURTING | _SYMPTOMS))
        if not (inside or sentence.has(further, _PASSED)):
            return False
        if sentence.has(further, OWNERS) and not sentence.has(further - 1, LEADING):
            return False
    return is_bare and further == len(sentence.tokens) - 1


def _near(sentence: Sentence, at: int) -> list[int]:
    return [sentence.starts[start] for start in range(max(at - 8, 0), at + 1)
            if start in sentence.starts]  # fmt: skip


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
            return "until" not in _marks_at(sentence, at + length)
        if "negating" in marks and "not_denying" not in marks:
            behind = at + marks["negating"]
            further = sentence.skip(behind, QUALITIES)
            if sentence.follows(further) and sentence.has(further, HURTING):
                return "until" not in _marks_at(sentence, further + 1)
        neutral = sentence.has(at, _NEUTRAL)
        linked = sentence.has(at, _COPULAS) or (linked and neutral)
        if not (linked or sentence.has(at, HURTING | LINKING)):
            return False
        at += 1
    return False


def _is_likewise(sentence: Sentence, at: int) -> bool:
    """Return whether "so is" stands before a place: "my hip is fine and so is my knee"."""
    while sentence.follows(at) and sentence.has(at - 1, BEFORE_PLACE):
        at -= 1
    return any(
        sentence.marks[before].get("likewise") == at - before
        for before in range(max(at - _MOST_LIKEWISE, 0), at)
    )


def _is_bare_well(sentence: Sentence, at: int) -> bool:
    """Return whether nothing but "fine" is said of a place: "neck fine, but my elbow hurts"."""
    if sentence.has(at, _WHOLLY):
        at += 1
    behind = at + (sentence.marks[at].get("well", 0) if at < len(sentence.tokens) else 0)
    if behind == at or not sentence.follows(at):
        return False
    ends = behind == len(sentence.tokens) or not sentence.follows(behind)
    return ends or sentence.has(behind, _CONTRASTING)


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
        sentence.leave_out(number, Why.DENIED)
