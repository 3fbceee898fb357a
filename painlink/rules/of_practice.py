"""The rules for what a practice puts on its sheets: short, of areas that there are, in its name."""

from collections.abc import Iterator, Mapping
from itertools import chain

from painlink.model.practice import Practice, PracticeExercise
from painlink.model.words.naming import comparable
from painlink.model.words.texts import CITATION, Path, names_in, prose
from painlink.phrases import shortened
from painlink.reading.yaml_file import FileEntry

# Characters: what is longer has no room on a sheet.
_LONGEST: dict[type, dict[str, int]] = {
    Practice: {"name": 80, "contact": 200, "note": 300},
    PracticeExercise: {"name": 80, "how": 500, "stop_if": 200},
}
_OURS = "painlink"


def of_practice(entry: FileEntry, *, before: str | None) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong with the practice in *entry*; *before* is a file that names one too."""
    yield from _too_long(entry.record)
    yield from _citing(entry.record)
    if before:
        yield (), f"a sheet is of one practice, and {before} names one already"
    if _OURS in entry.record.name.casefold():
        yield ("name",), "a practice speaks in its own name; leave painlink's out"


def of_exercise(
    entry: FileEntry, areas: Mapping[str, str], *, before: str | None, complete: bool
) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong with the exercise in *entry*.

    *areas* are those known, by each name as it is compared; if they are not *complete*, one of them
    may stand in what could not be read. *before* is a file that has an exercise of this name.
    """
    record: PracticeExercise = entry.record
    yield from _too_long(record)
    yield from _citing(record)
    if before:
        yield ("name",), f"an exercise called {shortened(record.name)!r} is already in {before}"
    if entry.is_whole and not record.areas:
        yield ("areas",), "an exercise is for at least one area"
    for index, name in enumerate(record.areas if complete else ()):
        if comparable(name) not in areas:
            hint = entry.file.nearest(name, areas)
            yield ("areas", index), f"no area called {shortened(name)!r}{hint}"


def _citing(record: Practice | PracticeExercise) -> Iterator[tuple[Path, str]]:
    """Yield where *record* cites: it stands on its sheet as it is, and no list would name that."""
    texts = chain(names_in(record), ((path, text) for path, text, _ in prose(record)))
    for path, text in texts:
        for source in CITATION.findall(text) if path != ("picture",) else ():
            yield path, f"a practice cites no source; leave out '[{shortened(source)}]'"


def _too_long(record: Practice | PracticeExercise) -> Iterator[tuple[Path, str]]:
    for key, most in _LONGEST[type(record)].items():
        found = len(getattr(record, key) or "")
        if found > most:
            yield (key,), f"at most {most} characters, to fit a sheet; found {found:,}"
