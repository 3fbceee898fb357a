"""A text with its places found: what the rules look at, and what they decide."""

from collections.abc import Iterator, Sequence

from painlink.model.words.tokens import Gap, Token
from painlink.model.words.vocabulary import Vocabulary
from painlink.names.understanding.places import Marks, NamedPlace, marks_of, places_in
from painlink.names.understanding.records import Why

Roles = frozenset[str]
HURTING: Roles = frozenset({"pain", "trouble"})
PAIN: Roles = frozenset({"pain"})
JOINING: Roles = frozenset({"joining"})
LEADING: Roles = frozenset({"leading"})
LINKING: Roles = frozenset({"linking"})
OWNERS: Roles = frozenset({"owners"})
QUALITIES: Roles = frozenset({"qualities"})
DETERMINERS: Roles = OWNERS | {"articles"}
BEFORE_PLACE: Roles = DETERMINERS | QUALITIES
_BETWEEN_JOINED: Roles = BEFORE_PLACE | JOINING
_EITHER: Roles = frozenset({"either"})
_BEHIND_GONE: Roles = JOINING | LEADING | {"parting", "until"}
_MOST_BETWEEN = 6
_PLAIN_SLIP = 6  # letters; a slip in a shorter word is near too many others


class Sentence:
    """The words of a text, the places they name, and why some of these are left out.

    `left_out` has the reason by the number of the place; what is not in it counts.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        tokens: Sequence[Token],
        misspelt: frozenset[int] = frozenset(),
    ) -> None:
        self.misspelt = misspelt
        self.vocabulary = vocabulary
        self.tokens = tokens
        self.marks: Marks = marks_of(vocabulary, tokens)
        self.places: Sequence[NamedPlace] = places_in(vocabulary, tokens, self.marks)
        self.starts = {place.first: number for number, place in enumerate(self.places)}
        self.ends = {place.last: number for number, place in enumerate(self.places)}
        self.left_out: dict[int, Why] = {}
        self.tells_of_pain = any(not HURTING.isdisjoint(marks) for marks in self.marks)

    def has(self, at: int, roles: Roles) -> bool:
        """Return whether the word at *at* begins something of one of these lists."""
        return 0 <= at < len(self.tokens) and not roles.isdisjoint(self.marks[at])

    def follows(self, at: int, gap: Gap = Gap.SPACE) -> bool:
        """Return whether nothing more than *gap* stands between the word at *at* and the last."""
        return 0 < at < len(self.tokens) and self.tokens[at].gap <= gap

    def skip(self, at: int, roles: Roles, *, gap: Gap = Gap.SPACE) -> int:
        """Return where the words of these lists end that follow from *at* on."""
        while at < len(self.tokens) and self.has(at, roles) and at not in self.starts:
            if not self.follows(at, gap):
                break
            at += 1
        return at

    def back_over(self, at: int, roles: Roles) -> int:
        """Return where the words of these lists begin that lead to *at*."""
        while self.follows(at) and self.has(at - 1, roles):
            at -= 1
        return at

    def is_weak(self, number: int) -> bool:
        """Return whether a place counts only where something beside it says so."""
        place = self.places[number]
        if place.last - place.first == 1 and self.tokens[place.first].start in self.misspelt:
            return not (self.is_plain_slip(number) and self.tells_of_pain)
        return place.name in self.vocabulary.weak and not place.hurts

    def is_plain_slip(self, number: int) -> bool:
        """Return whether a name was meant, however it is spelt, where it is said to hurt."""
        name = self.places[number].name
        return len(name) >= _PLAIN_SLIP and name not in self.vocabulary.weak

    def leave_out(self, number: int, why: Why) -> None:
        """Leave a place out for this reason, if it has none yet."""
        self.left_out.setdefault(number, why)

    def is_joined(self, number: int, roles: Roles = _BETWEEN_JOINED) -> bool:
        """Return whether only words of these lists and a comma part a place from the one before."""
        if number <= 0 or number >= len(self.places):
            return False
        start, end = self.places[number - 1].last, self.places[number].first
        if end - start > _MOST_BETWEEN or self.tokens[end].gap == Gap.STOP:
            return False
        return all(self.has(at, roles) and self.follows(at, Gap.JOIN) for at in range(start, end))

    def hurts_behind(self, number: int, roles: Roles = HURTING) -> bool:
        """Return whether it is said behind a place that it hurts: "my hip is really sore"."""
        at = self.places[number].last
        for _ in range(_MOST_BETWEEN):
            if not self.follows(at) or at in self.starts:
                return False
            if self.has(at, roles):
                return True
            if not self.has(at, LINKING):
                return False
            at += 1
        return False

    def gives_out(self, number: int) -> bool:
        """Return whether a place is said to have given out: "my back went", but no pain that went.

        Behind "gone" nothing else may be said: "my back went up the stairs" tells of no pain.
        """
        place = self.places[number]
        gone = self.marks[place.last].get("gone", 0) if self.follows(place.last) else 0
        if not gone or "giving_out" not in self.vocabulary.roles.get(place.name, ""):
            return False
        behind, at = place.last + gone, place.first
        if self.follows(behind) and not self.has(behind, _BEHIND_GONE):
            return False
        while self.follows(at) and place.first - at < _MOST_BETWEEN:
            at -= 1
            if self.has(at, HURTING):
                return False
        return not place.hurts

    def is_not_so(self, number: int) -> bool:
        """Return whether nothing but "is not" is said of a place: "but the heel is not"."""
        at = self.places[number].last
        length = self.marks[at].get("not_so", 0) if self.follows(at) else 0
        return length > 0 and not self.follows(at + length)

    def chain(self, number: int) -> Iterator[int]:
        """Yield a place and those joined to it: "my hip and knee"."""
        yield number
        while self.is_joined(number + 1):
            between = range(self.places[number].last, self.places[number + 1].first + 1)
            joined = any(self.tokens[at].gap == Gap.JOIN or self.has(at, JOINING) for at in between)
            either = any(self.has(at, _EITHER) for at in between)
            if not joined or (self.hurts_behind(number + 1) and not either):
                return
            number += 1
            yield number
