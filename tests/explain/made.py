"""A knowledge made of a few signs and areas, each test's own: what leads can be told by heart."""

from collections.abc import Iterable
from typing import Any, Protocol

from painlink.knowledge.register import assembled
from painlink.model.areas import Area
from painlink.model.entries import Approach, Link, Mechanism, Pair, RedFlag, pair_id
from painlink.model.grades import Danger, Urgency
from painlink.model.knowledge import Knowledge
from tests.conftest import TINY_KNOWLEDGE

NOW, TODAY, SOON = Urgency.EMERGENCY, Urgency.URGENT, Urgency.SOON
AREAS = ("a", "b", "c", "d", "e", "f", "g")


def sign(id_: str, urgency: Urgency = NOW, danger: Danger = Danger.OTHER, **more: Any) -> RedFlag:
    """Return a sign of the area *a*, or of what *more* says."""
    made = RedFlag(
        id_,
        f"name {id_}",
        urgency,
        danger,
        f"Short {id_}.",
        f"Sign {id_}.",
        "Why.",
        ("string-2001",),
    )
    return made._replace(**{"areas": () if "combination" in more else ("a",), **more})


def area(id_: str, **more: Any) -> Area:
    return Area(id_, f"the {id_}", f"{id_} pain", (), ())._replace(**more)


def pair(one: str, other: str, **more: Any) -> Pair:
    tiny = next(iter(TINY_KNOWLEDGE.pairs.values()))._replace(
        red_flags=(), today=(), both_is_a_sign=False
    )
    return tiny._replace(id=pair_id(one, other), areas=(one, other), **more)


def mechanism(id_: str, **more: Any) -> Mechanism:
    tiny = TINY_KNOWLEDGE.mechanisms["tug"]._replace(name=f"Name {id_}", links=(), everyday=None)
    return tiny._replace(**{"id": id_, "ties_many": None, "aliases": (), **more})


def link(one: str, other: str, by: str = "tug", **more: Any) -> Link:
    tiny = TINY_KNOWLEDGE.links["toe--sole--tug"]._replace(id=f"{one}--{other}--{by}")
    return tiny._replace(**{"from_": one, "to": other, "mechanism": by, **more})


def approach(id_: str, **more: Any) -> Approach:
    return TINY_KNOWLEDGE.approaches["bare-feet"]._replace(id=id_, name=f"Name {id_}", **more)


def made(
    *flags: RedFlag,
    areas: tuple[Area, ...] = (),
    pairs: tuple[Pair, ...] = (),
    mechanisms: tuple[Mechanism, ...] = (),
    links: tuple[Link, ...] = (),
    approaches: tuple[Approach, ...] = (),
    beneath: Knowledge | None = None,
) -> Knowledge:
    """Return a knowledge with *flags*, *pairs* and so on, of areas with one letter and *areas*."""
    known = {id_: area(id_) for id_ in (*AREAS, "widespread")} | {one.id: one for one in areas}
    groups: dict[str, Any] = {
        "areas": known,
        "ambiguous_words": {},
        "mechanisms": {one.id: one for one in mechanisms},
        "links": {one.id: one for one in links},
        "pairs": {one.id: one for one in pairs},
        "red_flags": {flag.id: flag for flag in flags},
        "approaches": {one.id: one for one in approaches},
        "sources": TINY_KNOWLEDGE.sources,
    }
    around = (TINY_KNOWLEDGE.handout, TINY_KNOWLEDGE.wording, TINY_KNOWLEDGE.about)
    return assembled(groups, *around, TINY_KNOWLEDGE.vocabulary, beneath=beneath)


class HasId(Protocol):
    """An entry of any kind."""

    @property
    def id(self) -> str:
        """What it is known by."""


def ids(entries: Iterable[HasId]) -> list[str]:
    return [one.id for one in entries]
