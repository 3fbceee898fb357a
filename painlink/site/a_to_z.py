"""Every name of every place, mechanism, approach and warning sign, letter by letter."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from painlink.model.areas import Area
from painlink.model.entries import Approach, Mechanism, RedFlag
from painlink.model.knowledge import Knowledge
from painlink.model.words.naming import called
from painlink.pages.blocks import Bullets, Page, Paragraph, Text, command, plain, quiet
from painlink.pages.parts.framing import framed
from painlink.pages.parts.origin import noted
from painlink.site.addresses import A_TO_Z, Goal, letter_file, opened

_ELSE = "other"  # what begins with no letter from A to Z


class Name(NamedTuple):
    """One name, and what is called that; more than one thing where it could mean several."""

    spelled: str
    things: tuple[Area | Mechanism | Approach | RedFlag, ...]

    @property
    def letter(self) -> str:
        """The letter it stands under: that of an A with a ring is A."""
        first = unicodedata.normalize("NFKD", self.spelled)[:1].casefold()
        return first if first.isascii() and first.isalpha() else _ELSE


def by_letter(knowledge: Knowledge) -> dict[str, list[Name]]:
    """Return every name by its letter, in alphabetical order."""
    meant: dict[str, Name] = {}
    for spelled, thing in _spelled(knowledge):
        key = spelled.casefold()
        known = meant.setdefault(key, Name(spelled, ()))
        if thing not in known.things:
            meant[key] = known._replace(things=(*known.things, thing))
    letters: dict[str, list[Name]] = {}
    for _, name in sorted(meant.items()):
        letters.setdefault(name.letter, []).append(name)
    return dict(sorted(letters.items(), key=lambda one: (one[0] == _ELSE, one[0])))


def _spelled(
    knowledge: Knowledge,
) -> Iterator[tuple[str, Area | Mechanism | Approach | RedFlag]]:
    for group in (knowledge.areas, knowledge.mechanisms, knowledge.approaches):
        for thing in group.values():
            for spelled in called(thing):
                yield spelled, thing
    for word in knowledge.ambiguous_words.values():
        for spelled in word.words:
            for id_ in word.areas:
                yield spelled, knowledge.areas[id_]
    for flag in knowledge.red_flags.values():
        yield flag.name, flag


def letters_page(knowledge: Knowledge, letters: dict[str, list[Name]]) -> Page:
    """Return the page from which each letter is reached."""
    items = tuple(
        (*command(_key(letter)), *quiet(f": {listed[0].spelled} to {listed[-1].spelled}"))
        for letter, listed in letters.items()
    )
    told = "Every name of places, of ways that pains may be linked, of what may help and of signs."
    blocks = (Paragraph(plain(told)), Bullets(items))
    return framed(knowledge, A_TO_Z.name, blocks, lambda: knowledge.about)


def letter_page(knowledge: Knowledge, letter: str, listed: list[Name]) -> Page:
    """Return the page of all names under one *letter*."""
    title = f"{A_TO_Z.name}: {_title(letter)}"
    blocks = (Bullets(tuple(map(_told, listed))),)
    return framed(knowledge, title, blocks, lambda: knowledge.about)


def letter_choices(letters: dict[str, list[Name]]) -> dict[str, Goal]:
    """Return where each letter leads."""
    return {_key(one): Goal(letter_file(one), _title(one)) for one in letters}


def name_choices(knowledge: Knowledge, listed: list[Name]) -> dict[str, Goal]:
    """Return where each name leads that means one thing, and each thing that others may mean."""
    clear = [name for name in listed if len(name.things) == 1]
    things = {thing.id: opened(knowledge, thing) for name in listed for thing in name.things}
    spelled = {one.spelled: things[one.things[0].id]._replace(name=one.spelled) for one in clear}
    return {**things, **spelled}


def _key(letter: str) -> str:
    return f"letter {letter}"


def _title(letter: str) -> str:
    return "Other signs" if letter == _ELSE else letter.upper()


def _told(name: Name) -> Text:
    """Return a name that leads to what is called that, and how that is mostly called."""
    if len(name.things) == 1:
        (thing,) = name.things
        mostly = "" if thing.name.casefold() == name.spelled.casefold() else f": {thing.name}"
        return (*command(name.spelled), *quiet(mostly), *noted(thing))
    told: Text = plain(f"{name.spelled} could be ")
    for place, thing in enumerate(name.things):
        told = (*told, *plain(", " if place else ""), *command(thing.id), *noted(thing))
    return told
