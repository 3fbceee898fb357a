"""Argument lists made at random: each gets an answer with its warning signs, or one sentence."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import chdir
from functools import cache
from html import unescape
from pathlib import Path
from random import Random
from time import process_time

import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

from painlink.cli.app import app
from painlink.errors import ExitCode, PainlinkError
from painlink.explain.leading import ON_PAPER, leading
from painlink.explain.red_flags import red_flags
from painlink.model.entries import RedFlag
from painlink.names.asked import areas_of, understood
from painlink.phrases import steering
from tests.conftest import KNOWLEDGE, ROOT
from tests.hostile.odd import WORDS, changed_text, odd_text
from tests.shown import ESCAPE

MOST_SECONDS = 5.0  # of the processor
MOST_TOLD = 4000  # letters of a refusal
FORMS = ("--plain", "--markdown", "--html", "--json")
SOURCES = ("--bibtex", "--ris")  # no page, and so no signs
SWITCHES = (
    *(*FORMS, *SOURCES, "--full", "--short", "--no-pager", "--force", "--strict", "--help", "-h"),
    *("--large", "--all", "--no-color", "--example", "--install-completion"),
)
VALUED = (
    *("--area", "--certainty", "--mechanism", "--kind", "--data", "--output", "-o"),
    *("--show-completion", "--url"),
)
# Names only: nothing is written but in a folder made for it.
FILES = (
    *("page.html", "page.md", "page.json", "page.txt", "page", "page.xyz", "-", "", ".html"),
    *("é.md", "missing/page.html", "own.yaml", "folder", "a\nb.txt", "\u202ecod.md"),
    "x" * 300 + ".txt",
)
OWN = ("own.yaml", "broken.yaml", "missing.yaml", "folder", "notes.txt", "", ".", "\x00")
SMALL = (
    *("my", "back", "and", "the", "no", "not", "or", "with", "a", "pain", "hurts", "sore", "when"),
    *("i", "walk", "left", "both", "nor", ",", ".", "?", "'s"),
)
COMMANDS = (
    *("explain", "handout", "list", "search", "show"),
    *("redflags", "review", "about", "validate", "schema"),
)
OTHER_COMMANDS = ("", "explian", "--version", "-V", "--bad", "help")
TOLD_OF = {"explain", "handout", "redflags", "review"}
FURNISHED = {"folder", "own.yaml", "broken.yaml", "notes.txt"}
ENDS = {int(code) for code in ExitCode}
OWN_KNOWLEDGE = """
areas:
- {id: fin, name: fin, pain: fin pain, aliases: [dorsal fin], red_flags: [chest-heart]}
"""


@cache
def names() -> tuple[str, ...]:
    """Return what a reader may call something: names of areas, ids and whole words."""
    areas = KNOWLEDGE.areas.values()
    called = [name for area in areas for name in (area.id, area.name, area.pain, *area.aliases)]
    ids = [id_ for group in KNOWLEDGE.groups for id_ in group]
    return (*called, *called, *ids, *KNOWLEDGE.vocabulary.names)


def argument_list(random: Random) -> list[str]:
    """Return what somebody, or something, may type behind `painlink`."""
    command = random.choice(COMMANDS if random.random() < 0.95 else OTHER_COMMANDS)
    words = [word_of(random) for _ in range(random.choice([0, 1, 1, 2, 2, 3, 4, 8]))]
    options = [one for _ in range(random.choice([0, 0, 1, 1, 2, 3])) for one in option(random)]
    typed = [command, *words, *options]
    if random.random() < 0.2:
        random.shuffle(typed)
    if random.random() < 0.1:
        typed.insert(random.randint(0, len(typed)), odd_text(random))
    return typed


def word_of(random: Random) -> str:
    kind = random.random()
    if kind < 0.45:
        return random.choice(names())
    if kind < 0.7:
        return changed_text(random, random.choice(names()))
    if kind < 0.9:
        pieces = [
            random.choice([*SMALL, random.choice(names())]) for _ in range(random.randint(2, 9))
        ]
        return " ".join(pieces)
    return odd_text(random)


def option(random: Random) -> list[str]:
    if random.random() < 0.6:
        return [random.choice(SWITCHES)]
    name = random.choice(VALUED)
    values = {"--data": OWN, "--output": FILES, "-o": FILES}.get(name)
    value = random.choice(values) if values else random.choice([word_of(random), *WORDS])
    return [f"{name}={value}"] if random.random() < 0.3 else [name, value]


def furnish(folder: Path) -> None:
    """Put into *folder* what argument lists name."""
    (folder / "folder").mkdir(exist_ok=True)
    (folder / "own.yaml").write_text(OWN_KNOWLEDGE)
    (folder / "broken.yaml").write_text("areas: [")
    (folder / "folder" / "clinic.yaml").write_bytes((ROOT / "examples/clinic.yaml").read_bytes())
    (folder / "notes.txt").touch()


def wrong_with(typed: list[str], folder: Path, **environment: str) -> list[str]:
    """Return what is wrong with painlink's answer to *typed*, in a *folder* that is furnished."""
    with chdir(folder):
        began = process_time()
        result = CliRunner().invoke(app, typed, prog_name="painlink", env=environment)
        took = process_time() - began
        wrong = list(of_the_answer(result.exit_code, result.stdout, result.stderr))
        if not isinstance(result.exception, SystemExit | None):
            wrong.append(f"a traceback: {result.exception!r}")
        if took > MOST_SECONDS:
            wrong.append(f"{took:.1f} seconds")
        is_page = not result.stdout.startswith(
            ("Usage: ", "painlink changes no file", "painlink 0")
        )
        is_page &= not set(SOURCES) & set(typed)
        if result.exit_code == 0 and result.stdout and is_page and not wrong:
            lost = not_told(signs_of(typed), result.stdout)
            wrong += [f"lost signs: {lost}"] * bool(lost)
    for file in folder.iterdir():
        if file.name not in FURNISHED:
            file.unlink()
    return wrong


def of_the_answer(code: int, stdout: str, stderr: str) -> Iterator[str]:
    if code not in ENDS:
        yield f"exit code {code}"
    if steers(ESCAPE.sub("", stdout)) or steers(stderr):
        yield "something steers the terminal"
    notes = [line for line in stderr.splitlines() if line.startswith("painlink: ")]
    if code and not stdout and not notes:
        yield f"no sentence: {stderr!r}"
    if code and len(stderr) > MOST_TOLD:
        yield f"{len(stderr)} letters on stderr"
    if code == 0 and not stdout and not notes:
        yield "no answer"


def steers(text: str) -> bool:
    return bool(steering() & set(map(ord, text)) - {0x0A})


def signs_of(typed: list[str]) -> list[RedFlag]:
    """Return the signs that nobody may miss in the answer to *typed*."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    command = typed[0] if typed else ""
    if command not in TOLD_OF:
        return []
    given = group.commands[command].make_context(command, typed[1:]).params
    if not given["areas"]:
        return list(red_flags(KNOWLEDGE, list(KNOWLEDGE.areas)))
    try:
        meant = areas_of(KNOWLEDGE, understood(KNOWLEDGE, given["areas"]))
    except PainlinkError:  # only own knowledge has a place of that name
        return []
    asked = [area.id for area in meant]
    if command == "redflags":
        return list(red_flags(KNOWLEDGE, asked))
    signs = leading(KNOWLEDGE, asked, ON_PAPER if command == "handout" else None)
    return list(signs.now[:5]) if given.get("short") else [*signs.now, *signs.for_today]


MARKUP = re.compile(rf"{ESCAPE.pattern}|</?[a-zA-Z][^<>]*>")


def letters(text: str) -> str:
    """Return the letters and digits of *text*, without case: no form changes them."""
    return re.sub(r"[\W_]", "", unescape(MARKUP.sub(" ", text))).casefold()


def not_told(signs: Iterable[RedFlag], text: str) -> list[str]:
    """Return the ids of those of *signs* that *text* tells neither whole, by name nor in short."""
    told = letters(text)
    return [
        flag.id
        for flag in signs
        if not any(letters(way) in told for way in (flag.sign, flag.name, flag.short))
    ]


def environment_of(random: Random) -> dict[str, str]:
    """Return what may be set around a call."""
    columns = random.choice(["", "", "20", "40", "80", "0", "-1", "100000", "x"])
    own = random.choice(["", "", "", "own.yaml", "missing.yaml", os.pathsep])
    around = {"COLUMNS": columns, "PAINLINK_DATA": own}
    switches = ("NO_COLOR", "FORCE_COLOR", "PAINLINK_SCREEN_READER", "TERM", "PAGER", "LC_ALL")
    return around | {
        name: random.choice(["", "0", "x"]) for name in switches if random.random() < 0.1
    }
