"""The way from a text to the areas that hurt."""

from collections.abc import Sequence

from painlink.model.words.tokens import Token, tokens_of
from painlink.model.words.vocabulary import Vocabulary
from painlink.names.understanding.beside import leave_out_beside
from painlink.names.understanding.denial import leave_out_denied
from painlink.names.understanding.ends import leave_out_ends, leave_out_parts_of_things
from painlink.names.understanding.others import leave_out_others
from painlink.names.understanding.places import NamedPlace, mentioned_at
from painlink.names.understanding.records import (
    Asked,
    Found,
    LeftOut,
    Mentioned,
    ReadAs,
    TextSpan,
    Understanding,
    Why,
)
from painlink.names.understanding.sayings import leave_out_postures, leave_out_sayings
from painlink.names.understanding.sentence import HURTING, PAIN, Sentence
from painlink.names.understanding.signs import leave_out_everyday
from painlink.names.understanding.spelling import Spelling, spelled
from painlink.names.understanding.well import leave_out_well

MOST_WORDS = 5_000
_WHOLE = frozenset({"whole"})
_FEW = 4  # words: then a misspelt one is asked back, though nothing says that it hurts


def understand(vocabulary: Vocabulary, typed: str | Sequence[str]) -> Understanding:
    """Return which areas *typed* names, and what was left out and why.

    Nothing is guessed: a word is taken for a place where it is the name of exactly one, or one
    slip of the pen away from names of exactly one and no ordinary word.
    """
    text = typed if isinstance(typed, str) else _joined(typed)
    tokens, is_whole = tokens_of(text, MOST_WORDS)
    read = spelled(vocabulary, tokens)
    sentence = Sentence(vocabulary, read.tokens, read.misspelt)
    for rule in (
        leave_out_sayings,
        leave_out_parts_of_things,
        leave_out_ends,
        leave_out_postures,
        leave_out_denied,
        leave_out_well,
        leave_out_others,
        leave_out_everyday,
        leave_out_beside,
    ):
        rule(sentence)
    _take_what_is_moved(sentence)
    return _understanding(sentence, text, read, is_whole=is_whole)


def _joined(arguments: Sequence[str]) -> str:
    """Return the arguments as one text; what was quoted stands apart from the others."""
    quoted = any(" " in argument.strip() for argument in arguments)
    return (", " if quoted else " ").join(arguments)


def _take_what_is_moved(sentence: Sentence) -> None:
    """Take "it hurts when I bend my knee" for the knee, where nothing else was named."""
    counting = any(
        number not in sentence.left_out and len(place.areas) == 1
        for number, place in enumerate(sentence.places)
    )
    if counting or not sentence.tells_of_pain:
        return
    for number, why in list(sentence.left_out.items()):
        if why is Why.MOVEMENT:
            del sentence.left_out[number]


def _understanding(
    sentence: Sentence, text: str, read: Spelling, *, is_whole: bool
) -> Understanding:
    vocabulary = sentence.vocabulary
    spans: dict[str, list[NamedPlace]] = {}
    left_out: list[LeftOut] = []
    asked = list(read.asked if sentence.tells_of_pain or len(sentence.tokens) <= _FEW else ())
    for number, place in enumerate(sentence.places):
        if why := sentence.left_out.get(number):
            said = _widened(sentence, place, text, why).words
            left_out.append(LeftOut(place.areas, _span(sentence.tokens, place, text), why, said))
        elif len(place.areas) > 1:
            asked.append(Asked(place.areas, _span(sentence.tokens, place, text), is_misspelt=False))
        else:
            spans.setdefault(place.areas[0], []).append(place)
    for whole in {vocabulary.wholes.get(area) for area in spans} & spans.keys():
        if any(_is_whole(sentence, place) for place in spans[str(whole)]):
            continue
        left_out += [
            LeftOut((str(whole),), span, Why.WHOLE, span.words)
            for place in spans.pop(str(whole))
            for span in [_span(sentence.tokens, place, text)]
        ]
    found = tuple(
        Found(
            area,
            tuple(_widened(sentence, place, text) for place in spans[area]),
            all(place.name in vocabulary.own for place in spans[area]),
        )
        for area in vocabulary.order
        if area in spans
    )
    return Understanding(
        text,
        found,
        tuple(sorted(left_out, key=lambda one: one.span.start)),
        tuple(sorted(asked, key=lambda one: one.span.start)),
        _used(read.read_as, sentence, text),
        tuple(_mentions(sentence, text)),
        is_whole,
    )


def _is_whole(sentence: Sentence, place: NamedPlace) -> bool:
    """Return whether all of a place is meant, beside its part: "my shin, and the whole leg"."""
    before = place.first - 1 if sentence.follows(place.first) else place.first
    return any(sentence.has(at, _WHOLE) for at in range(before, place.last))


def _used(read_as: Sequence[ReadAs], sentence: Sentence, text: str) -> tuple[ReadAs, ...]:
    """Return the words that were read as others, without those that came to nothing."""
    said = {
        position
        for number, place in enumerate(sentence.places)
        if sentence.left_out.get(number) is not Why.EVERYDAY
        for token in sentence.tokens[place.first : place.last]
        for position in (token.start, token.end)
    }
    listed = [
        ReadAs(_span(sentence.tokens, place, text), sentence.vocabulary.misspelt[place.name])
        for number, place in enumerate(sentence.places)
        if place.name in sentence.vocabulary.misspelt and number not in sentence.left_out
    ]
    pain = {
        token.start
        for token, marks in zip(sentence.tokens, sentence.marks, strict=True)
        if not HURTING.isdisjoint(marks)
    }
    used = [one for one in read_as if one.span.start in said | pain]
    return tuple(sorted((*used, *listed), key=lambda one: one.span.start))


def _span(tokens: Sequence[Token], place: NamedPlace, text: str) -> TextSpan:
    return _stretch(tokens, place.first, place.last, text)


def _stretch(tokens: Sequence[Token], first: int, last: int, text: str) -> TextSpan:
    """Return the words from *first* up to *last* as they stand in *text*."""
    start, end = tokens[first].start, tokens[last - 1].end
    return TextSpan(text[start:end], start, end)


def _widened(sentence: Sentence, place: NamedPlace, text: str, why: Why | None = None) -> TextSpan:
    """Return the words of a place with "my" before and "hurts" behind it, and what denies it."""
    first, last = place.first, place.last
    before = frozenset({"owners", "denying"} if why is Why.DENIED else {"owners"})
    while sentence.follows(first) and sentence.has(first - 1, before):
        first -= 1
    if sentence.follows(last) and sentence.has(last, PAIN):
        last += 1
    return _stretch(sentence.tokens, first, last, text)


def _mentions(sentence: Sentence, text: str) -> list[Mentioned]:
    mentions: list[Mentioned] = []
    at = 0
    while at < len(sentence.tokens):
        held = mentioned_at(sentence.vocabulary, sentence.tokens, sentence.marks, at)
        if held:
            mechanism, last = held
            if all(one.mechanism != mechanism for one in mentions):
                mentions.append(Mentioned(mechanism, _stretch(sentence.tokens, at, last, text)))
            at = last
        else:
            at += 1
    return mentions
