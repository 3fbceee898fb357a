"""All pages of the site, in order: for each its file, the way to it, and what makes it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from painlink import __version__
from painlink.explain.explanation import Explanation, outline
from painlink.explain.pointers import pointers
from painlink.model.areas import Area
from painlink.model.entries import Approach, Entry, Link, Mechanism, Pair, RedFlag, Source
from painlink.model.grades import Listed
from painlink.model.knowledge import Knowledge
from painlink.pages import about, entry, explanation, handout, listing, warnings
from painlink.pages.blocks import Page
from painlink.phrases import sentence_case, uncapitalized
from painlink.site import a_to_z
from painlink.site.addresses import (
    A_TO_Z,
    ABOUT,
    ANSWERS,
    FRONT,
    LISTED,
    SIGNS,
    Goal,
    answer_file,
    answered,
    asked,
    entry_file,
    listed,
    opened,
    pains_of,
    second_file,
)
from painlink.site.front import first_choices, front, second, second_choices

_PAIR = 2


class Leaf(NamedTuple):
    """A page of the site before it is made.

    `trail` leads from the front to the page itself, `beside` to other answers about the same.
    `choices` tell where names on it lead, besides commands and sources.
    """

    trail: tuple[Goal, ...]
    make: Callable[[], Page]
    beside: tuple[Goal, ...] = ()
    choices: Callable[[], Mapping[str, Goal]] = dict

    @property
    def goal(self) -> Goal:
        """The page itself, as what leads to it calls it."""
        return self.trail[-1]


Series = tuple[Leaf, ...]  # pages of one kind, which one can go through one by one


def inventory(knowledge: Knowledge, goals: Mapping[str, Goal]) -> Iterator[Series]:
    """Yield all pages, one kind after the other; the front page is the last."""
    questions = asked(knowledge)
    alone, pairs = [[q for q in questions if len(q) == n] for n in (1, _PAIR)]
    known = cache(partial(outline, knowledge))
    for folder in ANSWERS:
        yield tuple(_answer(knowledge, folder, areas, known) for areas in alone)
        yield tuple(_answer(knowledge, folder, areas, known) for areas in pairs)
    pointing = pointers(knowledge)
    for group in knowledge.groups:
        yield tuple(_entry(knowledge, one, goals, pointing) for one in group.values())
    yield tuple(_list(knowledge, kind) for kind in LISTED)
    letters = a_to_z.by_letter(knowledge)
    chosen = a_to_z.letter_choices(letters)
    yield tuple(
        Leaf(
            (FRONT, A_TO_Z, chosen_goal),
            partial(a_to_z.letter_page, knowledge, letter, names),
            beside=tuple(chosen.values()),
            choices=partial(a_to_z.name_choices, knowledge, names),
        )
        for (letter, names), chosen_goal in zip(letters.items(), chosen.values(), strict=True)
    )
    yield tuple(_second(knowledge, area) for (area,) in alone)
    yield (
        Leaf(
            (FRONT, A_TO_Z),
            partial(a_to_z.letters_page, knowledge, letters),
            choices=lambda: chosen,
        ),
    )
    yield (Leaf((FRONT, SIGNS), partial(warnings.page, knowledge, ())),)
    yield (Leaf((FRONT, ABOUT), partial(about.page, knowledge, __version__)),)
    yield (Leaf((FRONT,), partial(front, knowledge), choices=partial(first_choices, knowledge)),)


def _answer(
    knowledge: Knowledge,
    folder: str,
    areas: tuple[Area, ...],
    known: Callable[[tuple[Area, ...]], Explanation],
) -> Leaf:
    def make() -> Page:
        match folder:
            case "redflags":
                return warnings.page(knowledge, areas)
            case "handout":
                return handout.page(knowledge, known(areas))
        return explanation.page(knowledge, known(areas), full=folder == "full")

    pains = answered("explain", areas)
    alone = [answered("explain", [area]) for area in areas if len(areas) > 1]
    here = Goal(answer_file(folder, [area.id for area in areas]), ANSWERS[folder])
    trail = (FRONT, *alone[:1], pains) if folder == "explain" else (FRONT, *alone[:1], pains, here)
    beside = [Goal(answer_file(one, [a.id for a in areas]), ANSWERS[one]) for one in ANSWERS]
    others = [Goal(second_file(area.id), f"{pains_of([area])} and another place") for area in areas]

    def names() -> dict[str, Goal]:
        return dict(_names(knowledge, areas, known(areas)))

    return Leaf(trail, make, beside=(*beside, *alone, *others), choices=names)


def _names(
    knowledge: Knowledge, areas: tuple[Area, ...], explanation: Explanation
) -> Iterator[tuple[str, Goal]]:
    """Yield where names lead that an answer about *areas* lists: of other areas, or of links."""
    if len(areas) == 1:
        for other in knowledge.areas.values():
            if other not in areas:
                name = sentence_case(other.name)
                yield name, answered("explain", (*areas, other))._replace(name=name)
    else:
        for link in (*explanation.links, *explanation.unsupported):
            for name in (link.name, uncapitalized(link.name)):
                yield name, Goal(entry_file(link.id), name)


def _second(knowledge: Knowledge, area: Area) -> Leaf:
    here = Goal(second_file(area.id), "And where else?")
    return Leaf(
        (FRONT, answered("explain", [area]), here),
        partial(second, knowledge, area),
        choices=partial(second_choices, knowledge, area),
    )


def _entry(
    knowledge: Knowledge,
    thing: Entry,
    goals: Mapping[str, Goal],
    pointing: Mapping[str, Sequence[Entry]],
) -> Leaf:
    whole = knowledge.mechanism(thing.id) if isinstance(thing, Mechanism) else thing
    here = goals[f"painlink show {thing.id}"]
    if isinstance(thing, Link):
        here = here._replace(name=thing.name)  # its areas stand above it
    return Leaf(
        (FRONT, _above(knowledge, thing), here),
        partial(entry.page, knowledge, whole, pointing.get(thing.id, ())),
    )


def _above(knowledge: Knowledge, thing: Entry) -> Goal:
    """Return the page under which *thing* stands."""
    match thing:
        case Area():
            return answered("explain", [thing])
        case Link():
            return answered("explain", [knowledge.areas[id_] for id_ in (thing.from_, thing.to)])
        case Pair():
            return answered("explain", [knowledge.areas[id_] for id_ in thing.areas])
        case Mechanism():
            return listed(Listed.MECHANISMS)
        case Approach():
            return listed(Listed.APPROACHES)
        case RedFlag():
            return listed(Listed.RED_FLAGS)
        case Source():
            return listed(Listed.SOURCES)


def _list(knowledge: Knowledge, kind: Listed) -> Leaf:
    places = {area.id: opened(knowledge, area) for area in knowledge.areas.values()}
    return Leaf(
        (FRONT, listed(kind)), partial(listing.page, knowledge, kind), choices=lambda: places
    )
