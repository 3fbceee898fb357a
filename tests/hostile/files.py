"""Knowledge files changed at random: each is refused at its line, or shown with all its signs."""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import yaml

from painlink.errors import Problem
from painlink.explain.explanation import explain
from painlink.explain.leading import leading
from painlink.explain.red_flags import red_flags
from painlink.knowledge.from_files import read_own
from painlink.model.grades import Listed
from painlink.model.knowledge import Knowledge
from painlink.pages import brief, entry, explanation, handout, listing, warnings
from painlink.pages.blocks import Page
from painlink.reading.yaml_nodes import parse
from painlink.render import FORMATS, renderer
from painlink.render.lines import columns
from tests.conftest import ROOT, TINY_KNOWLEDGE
from tests.hostile.arguments import MOST_SECONDS, not_told, steers
from tests.hostile.odd import ODD_SPACES, changed_text, odd_text
from tests.shown import ESCAPE

CORPUS = Path(__file__).parent / "corpus"
TEXTS = ("plain", "terminal")
MOST_CHANGES = 4


def written(content: object, *, unicode: bool = True) -> str:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(content, Dumper=dumper, sort_keys=False, allow_unicode=unicode)
    return text


@cache
def sound_file() -> str:
    """Return a file with own entries of every kind, to be laid over the tiny knowledge."""
    return (ROOT / "tests/knowledge/mine.yaml").read_text(encoding="utf-8")


def changed_file(random: Random) -> bytes:
    """Return a sound file with something in it changed: its values, its lines or its bytes."""
    text = sound_file()
    kinds = random.choice([[with_another_text], [with_another_text, with_another_value], ALL])
    for _ in range(random.randint(1, MOST_CHANGES)):
        text = random.choice(kinds)(random, text)
    content = text.encode("utf-8", "surrogatepass")
    if kinds is ALL and random.random() < 1 / 3:
        at = random.randrange(len(content) + 1)
        content = content[:at] + random.randbytes(random.randint(0, 3)) + content[at + 1 :]
    return content


def with_other_lines(random: Random, text: str) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    match random.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, random.choice(lines))
        case 2:
            lines[at] = f"{random.choice(['  ', ' ', '- ', chr(9)])}{lines[at]}"
        case 3:
            lines = lines[: at + 1]
        case _:
            lines[at] = changed_text(random, lines[at])
    return "\n".join(lines)


def with_another_value(random: Random, text: str) -> str:
    """Return *text* with a value in it changed, where it is YAML at all."""
    content = deepcopy(parse(text).value)
    places = list(places_in(content))
    if not places:
        return with_other_lines(random, text)
    holder, key = random.choice(places)
    match random.randrange(8):
        case 0:
            del holder[key]
        case 1 | 2:
            other_holder, other_key = random.choice(places)
            holder[key] = deepcopy(other_holder[other_key])
        case 3:
            holder[key] = [deepcopy(holder[key])] * random.choice([1, 2, 30])
        case 4 if isinstance(holder[key], str):
            holder[key] = changed_text(random, holder[key])
        case _:
            holder[key] = random.choice([odd_text(random), None, -1, 2.5, 10**17, 10**40, {}, []])
    try:
        return written(content, unicode=random.random() < 1 / 2)
    except UnicodeError:  # half a letter
        return with_other_lines(random, text)


def with_another_text(random: Random, text: str) -> str:
    """Return *text* with one of its sentences or names changed, for one that may stand there."""
    content = deepcopy(parse(text).value)
    said = [(held, key) for held, key in places_in(content) if " " in str(held[key])]
    said = [(held, key) for held, key in said if isinstance(held[key], str)]
    if not said:
        return with_other_lines(random, text)
    held, key = random.choice(said)
    odd = "".join(
        letter for letter in odd_text(random) if letter.isprintable() or letter in ODD_SPACES
    )
    words = held[key].split(" ")
    words.insert(random.randint(0, len(words) - 1), odd)
    held[key] = random.choice([" ".join(words), odd + held[key], f"{odd} [zebra-2020]."])
    return written(content)


def in_another_form(random: Random, text: str) -> str:
    """Return *text* as another editor, another version of YAML or an attacker would write it."""
    lines = text.split("\n")
    at = random.randrange(len(lines))
    match random.randrange(6):
        case 0:
            return f"\ufeff{text}"
        case 1:
            return text.replace("\n", random.choice(["\r\n", "\r", "\n\n", *ODD_SPACES[-2:]]))
        case 2:
            return random.choice([f"%YAML 1.1\n---\n{text}", f"{text}\n---\na: 1", text * 2])
        case 3:
            lines[at] = lines[at].replace(": ", f": {random.choice(NODES)} ", 1)
        case 4:
            again = "\n".join(
                f"{b}: &{b} [{', '.join([f'*{a}'] * 50)}]" for a, b in pairwise("abcd")
            )
            return f"a: &a [{'x, ' * 50}]\n{again}\n{text}"
        case _:
            deep = random.choice([50, 64, 65, 5000])
            lines[at] = lines[at].replace(": ", f": {'[' * deep}", 1) + "]" * deep
    return "\n".join(lines)


# What stands before a value and says what it is, or is one.
NODES = (
    "!!int",
    "!!str",
    "!",
    "!x",
    "!!python/object:os.system",
    "!!binary",
    "&a",
    "*a",
    "|",
    ">-",
)
ALL = [with_another_text, with_another_value, with_other_lines, in_another_form]


def places_in(content: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each place that holds a value: a list or keys, and which of them."""
    keys = range(len(content)) if isinstance(content, list) else content
    for key in keys if isinstance(content, dict | list) else ():
        yield content, key
        yield from places_in(content[key])


def wrong_with(content: bytes, folder: Path) -> list[str]:
    """Return what is wrong with what painlink makes of a file with *content*."""
    file = folder / "mine.yaml"
    file.write_bytes(content)
    began = process_time()
    try:
        came = read_own(TINY_KNOWLEDGE, [file])
        if came.knowledge is None:
            wrong = of_the_problems(came.problems)
        else:
            wrong = [one for page in pages_of(came.knowledge) for one in of_a_page(*page)]
    except Exception as error:  # noqa: BLE001, that is what is looked for
        return [f"a traceback: {error!r}"]
    took = process_time() - began
    return [*wrong, *([f"{took:.1f} seconds"] if took > MOST_SECONDS else [])]


def of_the_problems(problems: tuple[Problem, ...]) -> list[str]:
    if not problems:
        return ["refused without a word"]
    told = [str(one) for one in problems]
    return [
        *(f"says nowhere: {one}" for one in problems if not (one.line and one.column)),
        *(f"steers: {one!r}" for one in told if steers(one)),
    ]


def pages_of(knowledge: Knowledge) -> Iterator[tuple[Page, list[str]]]:
    """Yield pages over *knowledge*, each with the ids of painlink's signs that stand on it."""
    tiny = [knowledge.areas["toe"], knowledge.areas["ankle"]]
    own = [area for area in knowledge.areas.values() if area.origin][:2]
    for areas in (tiny, tiny[:1], [tiny[0], *own]):
        asked = [area.id for area in areas if area.id in TINY_KNOWLEDGE.areas]
        known = explain(knowledge, areas)
        leads = leading(TINY_KNOWLEDGE, asked)
        signs = [flag.id for flag in leads.now] if len(areas) == len(asked) else []
        yield explanation.page(knowledge, known), signs
        yield explanation.page(knowledge, known, full=True), signs
        yield brief.page(knowledge, known), []
        yield handout.page(knowledge, known), []
        yield (
            warnings.page(knowledge, tuple(areas)),
            [f.id for f in red_flags(TINY_KNOWLEDGE, asked)],
        )
    for group in (knowledge.areas, knowledge.mechanisms, knowledge.approaches, knowledge.red_flags):
        own_entries = [one for one in group.values() if one.origin]
        yield from ((entry.page(knowledge, one), []) for one in own_entries[:2])
    yield listing.page(knowledge, Listed.MECHANISMS), []


def of_a_page(page: Page, signs: list[str]) -> Iterator[str]:
    flags = [TINY_KNOWLEDGE.red_flags[id_] for id_ in signs]
    for form in FORMATS:
        if page.is_text and form not in TEXTS:
            continue
        text = renderer(form)(page, 60)
        text.encode("utf-8")
        if form == "json":
            json.loads(text)
        if lost := not_told(flags, text):
            yield f"{form} of {page.title!r}: lost signs: {lost}"
        bare = ESCAPE.sub("", text)
        if steers(bare):
            yield f"{form} of {page.title!r}: something steers"
        if form == "terminal" and (
            wide := [line for line in bare.split("\n") if columns(line) > 60]
        ):
            yield f"{form} of {page.title!r}: too wide: {wide[0]!r}"
