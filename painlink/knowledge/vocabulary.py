"""The vocabulary made of the names of the knowledge and of the files of language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from painlink.model.areas import AmbiguousWord, Area
from painlink.model.entries import Mechanism
from painlink.model.words.language import Language, PlaceWords, Sayings
from painlink.model.words.naming import called
from painlink.model.words.tokens import key_of, singular, sounds_of, stem
from painlink.model.words.vocabulary import ANY_NUMBER, ANY_WORD, Saying, Vocabulary

_ANY_OWNER = "my"
_NO_WORDS = ("forms", "alike")  # lists of the language that tell of words, and hold none
_FEW_LETTERS = 4
_LONG = 4  # words of a saying that no other form of its words makes another
_SHORTEST_NEAR = 3
_SHORTEST_RARE = 6  # a slip in a short word is near too many others


class _Named(NamedTuple):
    """What something is called, by its id."""

    id: str
    names: tuple[str, ...]


def vocabulary_of(
    areas: Iterable[Area],
    ambiguous: Iterable[AmbiguousWord],
    mechanisms: Iterable[Mechanism],
    *,
    place_words: Iterable[PlaceWords],
    sayings: Iterable[Sayings],
    language: Language,
) -> Vocabulary:
    """Return the vocabulary of these names and this language; who claims a name first has it."""
    skipped = frozenset({*language.articles, *language.owners} - {*language.kept_in_names})
    areas = tuple(areas)
    area_names = {area.id: area.name for area in areas}
    more = tuple(one for one in place_words if one.id in area_names)
    named = [_called(area) for area in areas]
    names = _names(named, skipped)
    for place in more:
        own = _Named(place.id, (*place.lay, *place.anatomy, *place.felt, *place.misspelt))
        names = {**_names([own], skipped), **names}
    names = _without_pain(names)
    asked = {name_of(word, skipped): one.areas for one in ambiguous for word in one.words}
    not_mentioned = {name_of(word, skipped) for word in language.not_mentioned}
    mentioned = _names(map(_mechanism, mechanisms), skipped)
    roles, phrases = _roles(language)
    forms = _forms(language.forms)
    near = _near(named, more, language)
    return Vocabulary(
        order=tuple(one.id for one in areas),
        wholes={one.id: one.part_of for one in areas},
        names=names,
        own={name_of(name, skipped): one.id for one in areas for name in _plain(one)},
        misspelt={
            name_of(word, skipped): area_names[place.id]
            for place in more
            for word in place.misspelt
        },
        asked={word: areas for word, areas in asked.items() if word not in names},
        mechanisms={name: id_ for name, id_ in mentioned.items() if name not in not_mentioned},
        longest=_longest((*names, *asked, *mentioned)),
        weak=frozenset(name_of(word, skipped) for word in (*language.weak, *_letters(named, more)))
        - frozenset(language.never_weak),
        weakest=frozenset(name_of(word, skipped) for word in language.weakest),
        near=near,
        sounds=sounds_of(near, language.alike),
        alike=language.alike,
        roles=roles,
        phrases=phrases,
        sayings=_sayings(sayings, frozenset(language.whose), forms),
        forms=forms,
        skipped=skipped,
    )


def extended(
    vocabulary: Vocabulary, areas: Iterable[Area], mechanisms: Iterable[Mechanism]
) -> Vocabulary:
    """Return *vocabulary* with what a reader's own entries are called; it keeps what it has."""
    areas = tuple(areas)
    skipped = vocabulary.skipped
    # What holds the name of a place that is there, as "chest muscle" does, names no other one.
    called = _names(map(_called, areas), skipped).items()
    new = {name: id_ for name, id_ in called if vocabulary.areas_in(name) <= {id_}}
    mentioned = {**_names(map(_mechanism, mechanisms), skipped), **vocabulary.mechanisms}
    return vocabulary._replace(
        order=tuple(one.id for one in areas),
        wholes={one.id: one.part_of for one in areas},
        names={**new, **vocabulary.names},
        own={name_of(name, skipped): one.id for one in areas for name in _plain(one)}
        | {**vocabulary.own},
        mechanisms=mentioned,
        longest=_longest((*new, *vocabulary.names, *vocabulary.asked, *mentioned)),
    )


def _plain(area: Area) -> tuple[str, ...]:
    """Return the names of the area itself; "pelvic" is one, as its pain is called "pelvic pain"."""
    like = area.pain.removesuffix(" pain")
    return (area.name, area.id, area.pain, *(() if " or " in like else (like,)))


def _called(area: Area) -> _Named:
    return _Named(area.id, (*_plain(area), *area.aliases))


def _mechanism(one: Mechanism) -> _Named:
    return _Named(one.id, called(one))


def _longest(names: Iterable[str]) -> dict[str, int]:
    """Return how many words the longest of *names* has that begins with a word."""
    longest: dict[str, int] = {}
    for name in names:
        first, *rest = name.split()
        longest[first] = max(longest.get(first, 0), len(rest) + 1)
    return longest


def name_of(name: str, skipped: frozenset[str]) -> str:
    """Return *name* as it is compared: folded, in the singular, without "the" and "my"."""
    words = key_of(name)
    kept = [singular(word) for word in words if word not in skipped]
    return " ".join(kept or map(singular, words))


def _names(named: Iterable[_Named], skipped: frozenset[str]) -> dict[str, str]:
    owners: dict[str, str] = {}
    for one in named:
        for name in one.names:
            owners.setdefault(name_of(name, skipped), one.id)
    owners.pop("", None)
    return owners


def _without_pain(names: Mapping[str, str]) -> dict[str, str]:
    """Return *names* without "back pain" where "back" is one: "back pain all over" is two."""
    pain = frozenset({"pain", "ache"})
    return {
        name: area
        for name, area in names.items()
        for place, _, last in [name.rpartition(" ")]
        if last not in pain or names.get(place) != area
    }


def _letters(areas: Iterable[_Named], more: Iterable[PlaceWords]) -> list[str]:
    """Return the names of a few letters, "ACL" or "T2", which may stand for anything."""
    names = [name for one in areas for name in one.names]
    names += [name for one in more for name in (*one.lay, *one.anatomy, *one.felt)]
    return [name for name in names if name.isupper() and len(name) <= _FEW_LETTERS]


def _near(
    areas: Iterable[_Named], more: Iterable[PlaceWords], language: Language
) -> tuple[str, ...]:
    """Return the words of names that people write, without rare ones of few letters."""
    names = [name for one in areas for name in one.names if not name.isupper()]
    everyday = {*language.weak, *language.weakest}
    names += [name for one in more for name in one.lay if name not in everyday]
    rare = [name for one in more for name in (*one.anatomy, *one.felt) if not name.isupper()]
    hurting = (*language.pain, *(word for word in language.trouble if word.isalpha()))
    words = {singular(word) for name in (*names, *hurting) for word in key_of(name)}
    words |= {f"{name}ache" for one in areas for name in one.names if name.isalpha()}
    words |= {
        singular(word) for name in rare for word in key_of(name) if len(word) >= _SHORTEST_RARE
    }
    words -= {*language.never_read}
    return tuple(sorted(word for word in words if word.isalpha() and len(word) >= _SHORTEST_NEAR))


def _roles(language: Language) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    roles: dict[str, list[str]] = {}
    phrases: dict[str, list[str]] = {}
    for role, entries in language._asdict().items():
        for entry in entries if role not in _NO_WORDS else ():
            words = key_of(entry)
            if len(words) == 1:
                roles.setdefault(words[0], []).append(role)
            elif words:
                phrases.setdefault(words[0], []).append(" ".join((role, *words)))
    return {word: " ".join(dict.fromkeys(held)) for word, held in roles.items()}, {
        first: tuple(sorted(held, key=lambda one: one.count(" ")))
        for first, held in phrases.items()
    }


def _forms(entries: Iterable[str]) -> dict[str, str]:
    """Return the stem of each form that no ending shows: "kept" is of "keep"."""
    return {
        word: stem(words[0])
        for words in (key_of(entry.replace("/", " ")) for entry in entries)
        for word in words
    }


def _sayings(
    groups: Iterable[Sayings], any_owner: frozenset[str], forms: Mapping[str, str]
) -> dict[str, tuple[Saying, ...]]:
    found: dict[str, list[Saying]] = {}
    for group in groups:
        places: dict[str, list[str]] = {}
        for word in dict.fromkeys(word for entry in group.words for word in key_of(entry)):
            places.setdefault(forms.get(word) or stem(word), []).append(word)
        for text in group.texts:
            for words in _expanded(text, any_owner):
                stems = tuple(
                    frozenset(forms.get(word) or stem(word) for word in options)
                    for options in words
                )
                for at, options in enumerate(words):
                    for word in _places_of(options, stems[at], places, is_long=len(words) >= _LONG):
                        found.setdefault(word, []).append(Saying(stems, at))
    return {word: tuple(sayings) for word, sayings in found.items()}


def _places_of(
    options: frozenset[str],
    stems: frozenset[str],
    places: Mapping[str, Sequence[str]],
    *,
    is_long: bool,
) -> list[str]:
    """Return the words that are no place where one of *options* stands; if *is_long*, all forms."""
    forms = (word for one in sorted(stems & places.keys()) for word in places[one])
    return [word for word in forms if is_long or word in options]


def _expanded(text: str, any_owner: frozenset[str]) -> Iterator[tuple[frozenset[str], ...]]:
    """Yield *text* with and without each of the words that may be missing."""
    choices: list[tuple[frozenset[str] | None, ...]] = []
    for item in text.split():
        may_miss = item.startswith("(") and item.endswith(")")
        options = _options(item.strip("()"), any_owner)
        choices.append((options, None) if may_miss else (options,))
    for chosen in product(*choices):
        yield tuple(options for options in chosen if options is not None)


def _options(item: str, any_owner: frozenset[str]) -> frozenset[str]:
    if item in (ANY_NUMBER, ANY_WORD):
        return frozenset({item})
    words = frozenset(key_of(item))
    return any_owner | words if _ANY_OWNER in words else words
