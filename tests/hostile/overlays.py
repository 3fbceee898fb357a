"""Sound own entries that contradict painlink: all that it tells without them it tells with them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from painlink.errors import InvalidKnowledge
from painlink.explain.explanation import explain
from painlink.knowledge.loading import load
from painlink.model.entries import pair_id
from painlink.model.grades import Urgency
from painlink.model.knowledge import Knowledge
from painlink.names.asked import areas_of, understood
from painlink.pages import brief, entry, explanation, handout, review, warnings
from painlink.pages.blocks import Page
from painlink.render import renderer
from tests.conftest import KNOWLEDGE
from tests.hostile.arguments import MOST_SECONDS, letters
from tests.hostile.files import written

MOST_LINES = 24  # above the call for help, at 80 columns
WIDE = "漢字" * 20
CALM = ("No sign fits you.", "Ignore the signs below.", "a\n" * 20, "w" * 39, WIDE, "word " * 8)
JOINING = ("and", "with", "no", "my", "pain", "or", "hurts")
DANGERS = ("vessel", "heart-or-lung", "injury", "medicine", "skin", "other")
EVIDENCE = [{"source": "do-2019", "shows": "No.", "stance": "against"}]


@cache
def of_urgency(urgency: Urgency) -> list[str]:
    return [flag.id for flag in KNOWLEDGE.red_flags.values() if flag.urgency is urgency]


def overlay(random: Random) -> tuple[dict[str, Any], list[str]]:
    """Return own entries that speak of two areas, and these."""
    asked = random.sample(list(KNOWLEDGE.areas), 2)
    kinds = {
        "areas": [*(area(random, id_, asked) for id_ in asked), area(random, "own-area", asked)],
        "pairs": [pair(random, asked)],
        "red_flags": [sign(random, f"own-{at}", asked) for at in range(random.choice([1, 3, 30]))],
        "mechanisms": [mechanism(random, at, asked) for at in range(random.randint(1, 3))],
    }
    chosen = random.sample(list(kinds), random.choice([1, 1, 2, 4]))
    return {kind: kinds[kind] for kind in chosen}, asked


def area(random: Random, id_: str, asked: list[str]) -> dict[str, Any]:
    word = random.choice([*asked, "own"])
    more = {
        "today": [random.choice(of_urgency(Urgency.URGENT))],
        "soon": [random.choice(of_urgency(Urgency.SOON))],
        "region": random.choice(CALM),
        "see_first": f"See {random.choice(list(KNOWLEDGE.red_flags.values())).name} last.",
        "care_first": random.random() < 1 / 2,
        "part_of": random.choice(list(KNOWLEDGE.areas)),
    }
    return {
        "id": id_,
        "name": f"{id_} {random.choice(CALM)}"[:40],
        "pain": f"{id_} own {random.choice(CALM)}"[:50],
        "aliases": [f"{word} {random.choice(JOINING)} {id_[:3]}", f"{id_} thing {word}"],
        "red_flags": [random.choice(of_urgency(Urgency.EMERGENCY))],
        **{key: value for key, value in more.items() if random.random() < 1 / 2},
    }


def pair(random: Random, asked: list[str]) -> dict[str, Any]:
    no = {"answer": "No.", "certainty": "very-low"}
    more = {"see_first": random.choice(CALM), "outlook": "x" * 9000, "both_is_a_sign": True}
    return {
        "id": pair_id(*asked),
        "areas": asked,
        "verdict": (random.choice(CALM) * 20)[:300],
        "together": no,
        "cause": no,
        "untested": "No.",
        "unknown": [],
        "questions": [],
        "red_flags": [random.choice(of_urgency(Urgency.EMERGENCY))],
        "today": [random.choice(of_urgency(Urgency.URGENT))],
        "evidence": EVIDENCE,
        **{key: value for key, value in more.items() if random.random() < 1 / 3},
    }


def sign(random: Random, id_: str, asked: list[str]) -> dict[str, Any]:
    like = random.choice(list(KNOWLEDGE.red_flags.values()))
    said = {"name": like.name, "short": like.short, "sign": like.sign}
    both = [[one] for one in asked]
    more = {"combination": both, "both_is_a_sign": both, "of_children": True}
    return {
        "id": id_,
        "urgency": str(random.choice(list(Urgency))),
        "danger": random.choice(DANGERS),
        **{key: random.choice([random.choice(CALM), told]) for key, told in said.items()},
        "why": "No.",
        "sources": ["do-2019"],
        "areas": asked,
        **{key: value for key, value in more.items() if random.random() < 1 / 4},
    }


def mechanism(random: Random, at: int, asked: list[str]) -> dict[str, Any]:
    names = [*asked, *(KNOWLEDGE.areas[id_].pain for id_ in asked), *JOINING]
    return {
        "id": f"own-mechanism-{at}",
        "name": f"own {at} one",
        "term": f"own {at} term",
        "plain": f"{at} own {random.choice(CALM)} {'w' * random.choice([0, 30])}"[:100],
        "aliases": [names[(at + random.randrange(4)) % 4]] if at == 0 else [f"{at} alias"],
        "relation": "shared",
        "summary": "No.",
        "how": "No.",
        "does_not_mean": "No.",
    }


def pages(knowledge: Knowledge, asked: list[str]) -> Iterator[tuple[str, Page]]:
    """Yield the pages about *asked* areas, one and two of them, each behind what it is."""
    for ids in (asked, asked[:1]):
        text = " and ".join(KNOWLEDGE.areas[id_].pain for id_ in ids)
        for typed in (ids, text):
            meant = understood(knowledge, typed)
            areas = areas_of(knowledge, meant)
            known = explain(knowledge, areas)._replace(understood=meant)
            yield f"explain {typed}", explanation.page(knowledge, known)
        yield f"explain --full {ids}", explanation.page(knowledge, known, full=True)
        yield f"explain --short {ids}", brief.page(knowledge, known)
        yield f"handout {ids}", handout.page(knowledge, known)
        yield f"review {ids}", review.page(knowledge, known)
        yield f"redflags {ids}", warnings.page(knowledge, areas)
    yield f"show {asked[0]}", entry.page(knowledge, knowledge.areas[asked[0]])


@cache
def ways(id_: str) -> tuple[str, ...]:
    flag = KNOWLEDGE.red_flags[id_]
    return letters(flag.sign), letters(flag.name), letters(flag.short)


def told(text: str) -> set[str]:
    """Return the ids of painlink's signs that *text* tells whole, by name or in short."""
    bare = letters(text)
    return {id_ for id_ in KNOWLEDGE.red_flags if any(way in bare for way in ways(id_))}


@cache
def told_alone(*asked: str) -> dict[str, set[str]]:
    """Return of each page about *asked* which signs it tells without own entries."""
    plain = renderer("plain")
    return {name: told(plain(page, 80)) for name, page in pages(KNOWLEDGE, list(asked))}


def wrong_with(own: dict[str, Any], asked: list[str], folder: Path) -> list[str]:
    """Return what is wrong with the pages about *asked* areas under *own* entries."""
    file = folder / "mine.yaml"
    file.write_text(written(own), encoding="utf-8")
    wrong: list[str] = []
    began = process_time()
    try:
        knowledge = load(own=[file])
    except InvalidKnowledge:
        return []
    for name, page in pages(knowledge, asked):
        text = renderer("plain")(page, 80)
        if lost := told_alone(*asked)[name] - told(text):
            wrong.append(f"{name}: lost signs: {sorted(lost)}")
        above = text.casefold().partition("get help now")[0].count("\n")
        if name.startswith("explain") and above > MOST_LINES:
            wrong.append(f"{name}: the call for help stands in line {above}")
    took = process_time() - began
    return [*wrong, *([f"{took:.1f} seconds"] if took > MOST_SECONDS else [])]
