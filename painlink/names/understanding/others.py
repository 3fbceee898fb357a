"""Whose a place is: "my sister's hip is bad, and now my elbow aches" asks about the elbow."""

from painlink.model.words.tokens import Gap
from painlink.names.understanding.records import Why
from painlink.names.understanding.sentence import BEFORE_PLACE, JOINING, QUALITIES, Sentence

_MINE = frozenset({"mine"})
_THEIRS = frozenset({"theirs"})
_PEOPLE = frozenset({"people"})
_SELVES = frozenset({"selves"})
_HAVING = frozenset({"having"})
_PARTING = frozenset({"parting"})
_MY = frozenset({"articles", "owners"}) | QUALITIES


def leave_out_others(sentence: Sentence) -> None:
    """Leave out what hurts somebody else, where something of the asker's own is named as well."""
    if not any(sentence.has(at, _PEOPLE | _THEIRS) for at in range(len(sentence.tokens))):
        return
    own: set[int] = set()
    others: set[int] = set()
    having = _who_has(sentence)
    for number, place in enumerate(sentence.places):
        is_own = _owner(sentence, number)
        if is_own is None and sentence.is_joined(number):
            is_own = number - 1 in own or (False if number - 1 in others else None)
        if is_own is None:
            is_own = having[place.first]
        if is_own is not None:
            (own if is_own else others).add(number)
    if own - sentence.left_out.keys():
        for number in others:
            sentence.leave_out(number, Why.OTHER)


def _owner(sentence: Sentence, number: int) -> bool | None:
    """Return whether the words before a place say that it is the asker's own, or another's."""
    at = sentence.places[number].first
    while sentence.follows(at):
        at -= 1
        if sentence.has(at, _MINE):
            return not sentence.has(at + 1, _PEOPLE)
        if sentence.has(at, _THEIRS | _PEOPLE):
            return False
        if not sentence.has(at, BEFORE_PLACE):
            return None
    return None


def _who_has(sentence: Sentence) -> list[bool | None]:
    """Return of each word whether the asker, or another, is said to have what stands there."""
    having: list[bool | None] = []
    is_self: bool | None = None
    has = False
    for at, token in enumerate(sentence.tokens):
        if token.gap == Gap.STOP or sentence.has(at, _PARTING):
            is_self, has = None, False
        if sentence.has(at, _SELVES):
            is_self, has = True, False
        elif sentence.has(at, _PEOPLE) and _begins_clause(sentence, at):
            is_self, has = False, False
        has = has or sentence.has(at, _HAVING)
        having.append(is_self if has else None)
    return having


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """Return whether "my mum" is who does something: nothing that is done stands before."""
    while at > 0 and sentence.follows(at) and sentence.has(at - 1, _MY):
        at -= 1
    return not sentence.follows(at) or sentence.has(at - 1, JOINING | _PARTING)
