"""Which file of the site answers a command, or tells of an entry: the one mapping of both.

The name of a file is made of ids alone, so that no text of anybody's is ever part of one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from painlink.model.areas import Area
from painlink.model.entries import Entry, Pair, Source
from painlink.model.grades import Listed
from painlink.model.knowledge import Knowledge
from painlink.pages.entry import where
from painlink.phrases import joined, sentence_case

_BETWEEN = "_"  # no id has one
# What Windows takes for a device, whatever its ending.
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")


class Goal(NamedTuple):
    """Where something leads: a file of the site, and what it is called there."""

    file: str
    name: str


FRONT = Goal("index.html", "Where does it hurt?")
SIGNS = Goal("signs.html", "Warning signs")
A_TO_Z = Goal("a-to-z.html", "A to Z")
ABOUT = Goal("about.html", "About")
_LISTS = {
    "mechanisms": "How pains may be linked",
    "areas": "All areas",
    "pairs": "Pairs with an answer",
    "links": "Links, one by one",
    "approaches": "What may help",
    "red-flags": "Warning signs, one by one",
    "sources": "Sources",
}
LISTED = tuple(kind for kind in Listed if kind.value in _LISTS)
# The answers about the same areas, each by its folder, and what they are called beside each other.
ANSWERS = {
    "explain": "In short",
    "full": "Everything, with every source",
    "redflags": "Every warning sign",
    "handout": "A sheet to print",
}
_COMMANDS = {"full": "painlink explain {} --full"}  # the others are their folders


def answer_file(kind: str, ids: Sequence[str]) -> str:
    """Return the file of the answer of one *kind* about the areas *ids*, in any order."""
    return f"{kind}/{_safe(_BETWEEN.join(sorted(ids)))}.html"


def second_file(id_: str) -> str:
    """Return the file that asks where else it hurts."""
    return f"and/{_safe(id_)}.html"


def entry_file(id_: str) -> str:
    """Return the file that shows the entry *id_* whole."""
    return f"show/{_safe(id_)}.html"


def letter_file(letter: str) -> str:
    """Return the file of the names that begin with *letter*."""
    return f"a-to-z/{letter}.html"


def _safe(name: str) -> str:
    return f"{name}{_BETWEEN}" if _DEVICE.fullmatch(name) else name


def listed(kind: Listed) -> Goal:
    """Return the list of everything of one *kind*."""
    return Goal(f"list/{kind}.html", _LISTS[kind.value])


def answered(kind: str, areas: Sequence[Area]) -> Goal:
    """Return the answer of one *kind* about *areas*."""
    pains = pains_of(areas)
    name = pains if kind == "explain" else f"{ANSWERS[kind]}: {pains}"
    return Goal(answer_file(kind, [area.id for area in areas]), name)


def pains_of(areas: Sequence[Area]) -> str:
    """Return what hurts, as a title: "Back pain and headache"."""
    return sentence_case(joined([area.pain for area in areas]))


def asked(knowledge: Knowledge) -> list[tuple[Area, ...]]:
    """Return what can be asked about on the site: each area, and each two, in the order of titles.

    Threes are more than anybody would look through.
    """
    areas = tuple(knowledge.areas.values())
    return [*((area,) for area in areas), *combinations(areas, 2)]


def goals(knowledge: Knowledge) -> dict[str, Goal]:
    """Return where each command leads, as pages write it, and each id but that of an area.

    An area leads to different pages, by what is asked.
    """
    return dict(_goals(knowledge))


def _goals(knowledge: Knowledge) -> Iterator[tuple[str, Goal]]:
    yield "painlink", FRONT
    yield "painlink about", ABOUT
    yield "painlink redflags", SIGNS
    yield "painlink list", listed(Listed.MECHANISMS)
    for kind in LISTED:
        yield f"painlink list {kind}", listed(kind)
    for areas in asked(knowledge):
        for folder in ANSWERS:
            goal = answered(folder, areas)
            command = _COMMANDS.get(folder, f"painlink {folder} {{}}")
            for order in permutations(area.id for area in areas):
                yield command.format(" ".join(order)), goal
    for group in knowledge.groups:
        for entry in group.values():
            named = where(knowledge, entry)
            yield f"painlink show {entry.id}", Goal(entry_file(entry.id), named)
            if not isinstance(entry, Area):
                yield entry.id, opened(knowledge, entry)


def opened(knowledge: Knowledge, entry: Entry) -> Goal:
    """Return what opens *entry* where it is named: of areas it is the answer about them."""
    match entry:
        case Area():
            return Goal(answer_file("explain", [entry.id]), sentence_case(entry.name))
        case Pair():
            return Goal(answer_file("explain", entry.areas), where(knowledge, entry))
        case Source():
            return Goal(entry_file(entry.id), "What it is cited for")  # its title stands beside it
    return Goal(entry_file(entry.id), where(knowledge, entry))
