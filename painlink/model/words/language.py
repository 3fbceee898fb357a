"""The records of the files that hold language: small words, sayings, more words for places."""

from typing import NamedTuple

from painlink.model.grades import Prose


class Language(NamedTuple):
    """The small words around the names of places; see data/language.yaml for each list."""

    owners: tuple[str, ...]
    whose: tuple[str, ...]
    articles: tuple[str, ...]
    joining: tuple[str, ...]
    ends: tuple[str, ...]
    qualities: tuple[str, ...]
    linking: tuple[str, ...]
    leading: tuple[str, ...]
    pain: tuple[str, ...]
    trouble: tuple[str, ...]
    symptoms: tuple[str, ...]
    causing: tuple[str, ...]
    spreading: tuple[str, ...]
    weak: tuple[str, ...]
    weakest: tuple[str, ...]
    denying: tuple[str, ...]
    not_denying: tuple[str, ...]
    well: tuple[str, ...]
    eased: tuple[str, ...]
    until: tuple[str, ...]
    moving: tuple[str, ...]
    unable: tuple[str, ...]
    postures: tuple[str, ...]
    known: tuple[str, ...]
    not_mentioned: tuple[str, ...]
    negating: tuple[str, ...]
    between: tuple[str, ...]
    faces: tuple[str, ...]
    also: tuple[str, ...]
    having: tuple[str, ...]
    contrasting: tuple[str, ...]
    either: tuple[str, ...]
    adding: tuple[str, ...]
    copulas: tuple[str, ...]
    neutral: tuple[str, ...]
    likewise: tuple[str, ...]
    wholly: tuple[str, ...]
    at_end: tuple[str, ...]
    which: tuple[str, ...]
    parts_of_ends: tuple[str, ...]
    sided: tuple[str, ...]
    plain_leading: tuple[str, ...]
    kept_in_names: tuple[str, ...]
    never_read: tuple[str, ...]
    forms: tuple[str, ...]
    pointing: tuple[str, ...]
    referring: tuple[str, ...]
    holding: tuple[str, ...]
    posed: tuple[str, ...]
    reaching: tuple[str, ...]
    never_such: tuple[str, ...]
    such: tuple[str, ...]
    excepting: tuple[str, ...]
    nothing: tuple[str, ...]
    lacking: tuple[str, ...]
    titles: tuple[str, ...]
    called_after: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    selves: tuple[str, ...]
    people: tuple[str, ...]
    parting: tuple[str, ...]
    giving_out: tuple[str, ...]
    gone: tuple[str, ...]
    alike: tuple[str, ...]
    usual: tuple[str, ...]
    one_of_it: tuple[str, ...]
    helping: tuple[str, ...]
    they: tuple[str, ...]
    never_weak: tuple[str, ...]
    things: tuple[str, ...]
    mended: tuple[str, ...]
    formerly: tuple[str, ...]
    lately: tuple[str, ...]
    whole: tuple[str, ...]
    treading: tuple[str, ...]
    limbs: tuple[str, ...]
    one_of_two: tuple[str, ...]
    falling: tuple[str, ...]
    times: tuple[str, ...]
    better: tuple[str, ...]
    not_so: tuple[str, ...]
    scans: tuple[str, ...]
    days: tuple[str, ...]
    reached: tuple[str, ...]
    anywhere: tuple[str, ...]
    with_backs: tuple[str, ...]
    like: tuple[str, ...]
    long_ago: tuple[str, ...]


class Sayings(NamedTuple):
    """Sayings in which one of *words* names no place."""

    id: str
    words: tuple[str, ...]
    texts: tuple[str, ...]


class PlaceWords(NamedTuple):
    """More words for the area *id*."""

    id: str
    lay: tuple[str, ...]
    anatomy: tuple[str, ...]
    felt: tuple[str, ...]
    misspelt: tuple[str, ...]


class Compounds(NamedTuple):
    """Names of one place that are made of the names of two, and *why* they are one."""

    id: str
    why: Prose
    names: tuple[str, ...]


# Files that say how people speak of places: of them a vocabulary is made, and nothing else.
LANGUAGE_LISTS: dict[str, type] = {
    "sayings": Sayings,
    "place_words": PlaceWords,
    "compounds": Compounds,
}
LANGUAGE_SINGLES: dict[str, type] = {"language": Language}
LANGUAGE: dict[str, type] = {**LANGUAGE_LISTS, **LANGUAGE_SINGLES}
