"""From what people type to what painlink knows: areas, and entries of any kind."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from painlink.errors import (
    AmbiguousArea,
    AreaNamedTwice,
    TooManyAreas,
    UnknownArea,
)
from painlink.model.entries import Area
from painlink.model.knowledge import Knowledge
from painlink.model.naming import comparable
from painlink.names.suggesting import suggestions

_BETWEEN_AREAS = re.compile(r"[,;&+/]|\b(?:and|with|plus)\b", re.IGNORECASE)
_NOISE_WORDS = 4  # "my", "left", "sore" and the like around a name
_REFUSED_AT_ONCE = 50
MOST_AREAS = 6  # more pages than pairs would answer nobody


class Understood(NamedTuple):
    """One area as the reader typed it, and the area painlink takes it for."""

    typed: str
    area: Area

    @property
    def is_obvious(self) -> bool:
        """Whether the word is a name of the area itself, so that nobody needs telling."""
        names = {comparable(name) for name in (self.area.id, self.area.name, self.area.pain)}
        # A side could be meant as a place of its own: say what was made of it.
        return comparable(self.typed) in names and "side" not in self.typed.casefold()


def understand(knowledge: Knowledge, typed: Sequence[str]) -> tuple[Understood, ...]:
    """Return the areas that the words *typed* name, in the order of the knowledge.

    Words may come quoted or not: the longest run of words that names an area is taken, so
    `lower back headache` is two areas.

    Raises:
        UnknownArea: when a word names no area; with near ones, never guessed silently.
        AmbiguousArea: when a word could be several areas.
        AreaNamedTwice: when an area is named twice, or with a part of it.
        TooManyAreas: when more than six areas are named.
    """
    if knowledge.beneath:
        # No words of a reader's own come between the reader and what painlink understands alone.
        with suppress(UnknownArea, AmbiguousArea):
            alone = understand(knowledge.beneath, typed)
            return tuple(one._replace(area=knowledge.areas[one.area.id]) for one in alone)
    found: list[Understood] = []
    names = knowledge.register.names["areas"]
    longest = max(len(name.split()) for name in names) + _NOISE_WORDS
    for run in _runs(typed, names):
        for one in _longest_matches(knowledge, run, longest):
            found.append(one)
            if len(found) > _REFUSED_AT_ONCE:
                raise TooManyAreas(len(found), MOST_AREAS)
    if not found:
        raise UnknownArea(" ".join(typed))
    _refuse_repeats(found)
    if len(found) > MOST_AREAS:
        raise TooManyAreas(len(found), MOST_AREAS)
    order = list(knowledge.areas)
    return tuple(sorted(found, key=lambda one: order.index(one.area.id)))


def one_area(knowledge: Knowledge, typed: str) -> Area:
    """Return the one area that *typed* names.

    Raises:
        UnknownArea: when it names none.
        TooManyAreas: when it names several.
    """
    found = understand(knowledge, [typed])
    if len(found) > 1:
        raise TooManyAreas(len(found), 1)
    return found[0].area


def _runs(typed: Sequence[str], names: Mapping[str, str]) -> Iterator[list[tuple[str, str]]]:
    """Yield runs of words that may belong together, each word with the argument it came from."""
    run: list[tuple[str, str]] = []
    for argument in typed:
        # What was quoted and names an area is one, whatever stands beside it.
        stands_alone = " " in argument.strip() and comparable(argument) in names
        if stands_alone:
            yield run
            yield [(argument, argument)]
            run = []
            continue
        for index, piece in enumerate(_BETWEEN_AREAS.split(argument)):
            if index:
                yield run
                run = []
            phrase = piece.strip()
            run.extend((word, phrase) for word in phrase.split())
        if not argument.strip():
            raise UnknownArea(argument)
    yield run


def _longest_matches(
    knowledge: Knowledge, run: Sequence[tuple[str, str]], longest: int
) -> Iterator[Understood]:
    names = knowledge.register.names["areas"]
    start = 0
    while start < len(run):
        for end in range(min(len(run), start + longest), start, -1):
            phrase = " ".join(word for word, _ in run[start:end])
            if found := names.get(comparable(phrase)):
                yield Understood(phrase, knowledge.areas[found])
                start = end
                break
            if asked := knowledge.register.asked_back.get(comparable(phrase) or phrase.casefold()):
                could_be = knowledge.ambiguous_words[asked].areas
                areas = (knowledge.areas[id_] for id_ in could_be)
                raise AmbiguousArea(phrase, tuple(f"the {one.name} ({one.id})" for one in areas))
        else:
            word, argument = run[start]
            unknown = argument if argument.startswith(word) else word
            spellings = knowledge.register.spellings["areas"]
            raise UnknownArea(unknown, suggestions(names, spellings, unknown))


def _refuse_repeats(found: Sequence[Understood]) -> None:
    for index, later in enumerate(found):
        for earlier in found[:index]:
            if later.area.id == earlier.area.id:
                raise AreaNamedTwice(earlier.typed, later.typed, later.area.name)
            for part, whole in ((later, earlier), (earlier, later)):
                if part.area.part_of == whole.area.id:
                    raise AreaNamedTwice(
                        earlier.typed, later.typed, part.area.name, whole.area.name
                    )
