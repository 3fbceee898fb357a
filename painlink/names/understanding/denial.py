"""What is denied: "no headache", "without back pain", "my knee is fine"."""

from painlink.model.words.tokens import Gap
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import (
    DETERMINERS,
    HURTING,
    JOINING,
    LEADING,
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
_MOST_LISTED = 14
_NOTHING = frozenset({"nothing"})
_UNABLE = frozenset({"unable"})
_SPREADING = frozenset({"spreading"})
_SUCH = frozenset({"such"})
_USUAL = frozenset({"usual"})
_ONE_OF_IT = frozenset({"one_of_it"})
_HELPING = frozenset({"helping"})
_MOST_TO_ONE = 10  # words of "as a rule, but this morning I woke up with one"


def leave_out_denied(sentence: Sentence) -> None:
    """Leave out every place that is said not to hurt."""
    at = 0
    while at < len(sentence.tokens):
        marks = sentence.marks[at]
        denying = _length_of_denial(sentence, at)
        if "not_denying" in marks and marks["not_denying"] >= denying:
            at += marks["not_denying"]
        elif denying and at not in sentence.starts:
            at = _deny_from(sentence, at + denying, is_such="never_such" in marks)
        else:
            at += 1


def _length_of_denial(sentence: Sentence, at: int) -> int:
    """Return how many words from *at* on deny what follows: "no", "it never goes".

    None do in "I cannot bend without pain", in "nothing hurts apart from my knee", nor in "it
    helps my hip but not my knee".
    """
    marks = sentence.marks[at]
    if "excepting" in marks and _tells(sentence, at, _NOTHING, forward=True):
        return 0
    if sentence.has(at - 1, _CONTRASTING) and _tells(sentence, at, _HELPING):
        return 0
    if "lacking" in marks and _tells(sentence, at, _UNABLE):
        return 0
    denying, negating = marks.get("denying", 0), marks.get("negating", 0)
    further = at + negating
    if negating and sentence.follows(further) and sentence.has(further, _SPREADING):
        return max(negating + 1, denying)
    return denying


def _tells(sentence: Sentence, at: int, roles: frozenset[str], *, forward: bool = False) -> bool:
    """Return whether one of these lists is named before *at*, or behind it if *forward*."""
    before = at
    while before > 0 and sentence.tokens[before].gap != Gap.STOP:
        before -= 1
        if sentence.has(before, roles):
            return True
    behind = at + 1
    while forward and behind < len(sentence.tokens) and sentence.tokens[behind].gap != Gap.STOP:
        if sentence.has(behind, roles):
            return True
        behind += 1
    return False


def _deny_from(sentence: Sentence, at: int, *, is_such: bool = False) -> int:
    """Leave out the places of the list that begins at *at*; return where it ends.

    If *is_such*, "never had a headache" denies none before "like this".
    """
    kept = dict(sentence.left_out)
    end = _end_of_denied(sentence, at)
    has_one = any(_has_one(sentence, further) for further in range(at, end + 1))
    if is_such and (has_one or sentence.has(end, _SUCH)):
        sentence.left_out.clear()
        sentence.left_out.update(kept)
    return end


def _has_one(sentence: Sentence, at: int) -> bool:
    """Return whether "as a rule, but I have one now" stands from *at* on."""
    if not sentence.has(at, _USUAL):
        return False
    for further in range(at, min(at + _MOST_TO_ONE, len(sentence.tokens))):
        if further in sentence.starts or sentence.tokens[further].gap == Gap.STOP:
            return False
        if sentence.has(further, _ONE_OF_IT):
            return True
    return False


def _end_of_denied(sentence: Sentence, at: int) -> int:
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
