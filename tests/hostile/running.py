"""What was found once and what is made up anew: each case, and what is wrong with its answer."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.hostile import arguments, files, overlays

CORPUS = Path(__file__).parent / "corpus"
FOUND_LISTS = CORPUS / "arguments.jsonl"

Case = tuple[object, list[str]]


def ask_arguments(seed: str, count: int, folder: Path) -> Iterator[Case]:
    """Yield argument lists, each with what is wrong with painlink's answer to it."""
    arguments.furnish(folder)
    for line in FOUND_LISTS.read_text(encoding="utf-8").splitlines():
        typed = json.loads(line)
        yield typed, arguments.wrong_with(typed, folder)
    for number in range(count):
        random = Random(f"{seed}-{number}")
        typed, around = arguments.argument_list(random), arguments.environment_of(random)
        yield (typed, around), arguments.wrong_with(typed, folder, **around)


def ask_files(seed: str, count: int, folder: Path) -> Iterator[Case]:
    """Yield the contents of changed files, each with what is wrong with what comes of it."""
    for file in sorted(CORPUS.glob("*.yaml")):
        yield file.name, files.wrong_with(file.read_bytes(), folder)
    for number in range(count):
        content = files.changed_file(Random(f"{seed}-{number}"))
        yield content, files.wrong_with(content, folder)


def ask_overlays(seed: str, count: int, folder: Path) -> Iterator[Case]:
    """Yield own entries, each with what is wrong with the pages about the areas they speak of."""
    for number in range(count):
        own, asked = overlays.overlay(Random(f"{seed}-{number}"))
        yield (own, asked), overlays.wrong_with(own, asked, folder)
