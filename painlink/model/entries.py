"""The words painlink thinks in, as immutable records.

Field names are the keys of the YAML files in `data/`, in the same order; a trailing underscore
(`from_`) only avoids a Python keyword. A field typed `Prose` is a text that readers read: the rules
for the writing are tested on it. `origin` stands in no file: it tells of an entry laid over
painlink's own from which file it is.
"""

from typing import NamedTuple

from painlink.model.addresses import address_of
from painlink.model.areas import Area
from painlink.model.figures import Shares, Sketch, Ticks
from painlink.model.grades import (
    Certainty,
    Danger,
    Direction,
    Evidence,
    LookUp,
    Prose,
    Reason,
    Relation,
    Urgency,
)
from painlink.model.reviews import Review

IN_NO_FILE = frozenset({"origin"})


class Link(NamedTuple):
    """One mechanism joining two areas, with how sure we are and why.

    `why_grade` tells why its certainty is what it is, the decisive reason first; `looked_up` what
    was searched before it says that no study is known. `danger` is what kind of danger it is where
    the mechanism is a rare but serious cause.
    `in_truth` says of a story that the evidence does not bear what holds instead.
    """

    id: str
    from_: str
    to: str
    direction: Direction
    certainty: Certainty
    name: str
    summary: Prose
    how: Prose
    fits_better: tuple[Prose, ...]
    fits_less: tuple[Prose, ...]
    does_not_mean: Prose
    evidence: tuple[Evidence, ...]
    why_grade: tuple[Reason, ...] = ()
    looked_up: tuple[LookUp, ...] = ()
    danger: Danger | None = None
    in_truth: Prose | None = None
    mechanism: str = ""
    origin: str | None = None


class Everyday(NamedTuple):
    """How a mechanism makes several areas ache at once in everyday life, and how sure that is.

    It holds for every two of `areas`; `eases` tells what mostly helps, and how long it lasts.
    """

    areas: tuple[str, ...]
    certainty: Certainty
    summary: Prose
    eases: Prose
    evidence: tuple[Evidence, ...]
    why_grade: tuple[Reason, ...] = ()
    looked_up: tuple[LookUp, ...] = ()


class Mechanism(NamedTuple):
    """A named way in which pain in one area may relate to pain in another.

    `relation` tells whether one area acts on the other, is felt in it, or a third thing feeds both.
    `everyday` tells of areas that it makes ache at once without being a danger, where it does;
    `ties_many` how it may tie pain in three or more areas, where it can.
    """

    id: str
    name: str
    plain: str
    term: str
    aliases: tuple[str, ...]
    relation: Relation
    summary: Prose
    how: Prose
    does_not_mean: Prose
    everyday: Everyday | None = None
    ties_many: Prose | None = None
    links: tuple[Link, ...] = ()
    origin: str | None = None


class Answer(NamedTuple):
    """A straight answer to one question about a pair, with how sure it is and why."""

    answer: Prose
    certainty: Certainty
    why_grade: tuple[Reason, ...] = ()


class Pair(NamedTuple):
    """Two areas and the short answer about them.

    `verdict` answers "is that connected?" in one or two sentences.
    `together` answers "do these go together?", `cause` answers "does one cause the other?".
    `red_flags` and `today` are the emergency and same-day signs that lead its short page;
    `see_first` tells, in a sentence, who with both is seen before anything is tried, and by when,
    `seen_sooner` the signs that can wait elsewhere and are told there instead;
    `shares` has the figures of `together` that can be drawn side by side;
    `through` names the areas by way of which a chain between them is worth showing;
    `both_is_a_sign` says that having both pains is an emergency sign in itself; `reviewed` who has
    reviewed what of it.
    """

    id: str
    areas: tuple[str, str]
    verdict: Prose
    together: Answer
    cause: Answer
    untested: Prose
    unknown: tuple[Prose, ...]
    questions: tuple[Prose, ...]
    red_flags: tuple[str, ...]
    today: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    looked_up: tuple[LookUp, ...] = ()
    outlook: Prose | None = None
    see_first: Prose | None = None
    seen_sooner: tuple[str, ...] = ()
    shares: Shares | None = None
    through: tuple[str, ...] = ()
    both_is_a_sign: bool = False
    reviewed: tuple[Review, ...] = ()
    origin: str | None = None


def pair_id(one: str, other: str) -> str:
    """Return the id of the pair of two areas: both ids in alphabetical order."""
    return "--".join(sorted((one, other)))


class RedFlag(NamedTuple):
    """A warning sign and how soon it needs care.

    It is shown when any of `areas` is asked about. When every group of `combination` is asked
    about it leads the page; with no `areas` it is shown only then. `danger` is what kind of danger
    it points at; `turns_into` names the more urgent signs that it can become. `short` is the sign
    in a few words, for a page of one screen. Where both pains alone are the sign, `both_is_a_sign`
    has the groups of areas of which that holds. A sign `of_children` leads a page only where it is
    chosen for it.
    """

    id: str
    name: str
    urgency: Urgency
    danger: Danger
    short: Prose
    sign: Prose
    why: Prose
    sources: tuple[str, ...]
    areas: tuple[str, ...] = ()
    combination: tuple[tuple[str, ...], ...] = ()
    both_is_a_sign: tuple[tuple[str, ...], ...] = ()
    turns_into: tuple[str, ...] = ()
    of_children: bool = False
    origin: str | None = None


class Benefit(NamedTuple):
    """What an approach does for pain in some areas, and how sure that is.

    `begin` is how one begins, where that is not as with the approach as a whole. `in_brief` is what
    a short page tells of the benefit, in few words, `shares` and `sketch` what it draws of it and
    of how one begins, and `mind` what it tells even where it only names the approach. `also` tells
    what else it does there, or for what it does nothing.
    """

    areas: tuple[str, ...]
    certainty: Certainty
    answer: Prose
    evidence: tuple[Evidence, ...]
    begin: Prose | None = None
    in_brief: Prose | None = None
    shares: Shares | None = None
    sketch: Sketch | None = None
    mind: Prose | None = None
    also: Prose | None = None


class Approach(NamedTuple):
    """Something that may help: how, what for, and at what risk.

    `begin` is how one begins, `ticks` are for who keeps that up, and `summary` tells why it may
    help and what may come of it. `steps` and `caution` tell on a handout how to begin and what to
    mind. What `keeps_safe` is offered even where new pain wants care before anything is tried. What
    `finds_causes` has no grade on a short page: the grade is about the care that may follow.
    """

    id: str
    name: str
    term: str
    aliases: tuple[str, ...]
    summary: Prose
    how: Prose
    risk: Prose
    steps: Prose
    caution: Prose
    benefits: tuple[Benefit, ...]
    begin: Prose | None = None
    example: Prose | None = None
    ticks: Ticks | None = None
    keeps_safe: bool = False
    finds_causes: bool = False
    origin: str | None = None


class Source(NamedTuple):
    """A guideline, review, study or reference page; what could not be verified is absent.

    `seen` is the month in which it was last looked at; `retracted` tells that it was withdrawn.
    """

    id: str
    kind: str
    title: str
    authors: str | None = None
    year: int | None = None
    container: str | None = None
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    note: str | None = None
    seen: str | None = None
    retracted: bool = False
    origin: str | None = None

    @property
    def address(self) -> str:
        """Where it is found: its DOI, else its page in PubMed, else its own; empty for none."""
        return address_of(self.doi, self.pmid, self.url)


Entry = Area | Mechanism | Link | Pair | RedFlag | Approach | Source
