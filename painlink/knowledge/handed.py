"""What a practice puts on its sheets, of a reader's own files: checked, and labelled as its own."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from painlink.knowledge.overlay import origin_of
from painlink.model.kinds import EXERCISES, PRACTICE
from painlink.model.knowledge import Knowledge
from painlink.model.practice import Handed, Picture, Practice, PracticeExercise
from painlink.model.words.naming import called, comparable, names_of
from painlink.reading.files import Unreadable
from painlink.reading.picture import read_picture
from painlink.reading.yaml_file import FileEntries, FileEntry, TooManyProblems
from painlink.rules.of_practice import of_exercise, of_practice


def handed(entries: FileEntries, base: Knowledge, *, complete: bool) -> Handed:
    """Return what the practice among *entries* hands out; every mistake is noted where it stands.

    The areas of an exercise are meant by any of their names. If *entries* are not *complete*, an
    area may stand in what could not be read.
    """
    practice: Practice | None = None
    picture: Picture | None = None
    before: str | None = None
    for entry in entries[PRACTICE]:
        with suppress(TooManyProblems):
            for path, message in of_practice(entry, before=before):
                entry.add(path, message)
            picture = _picture(entry)
        practice, before = entry.record._replace(origin=origin_of(entry)), entry.file.name
    whose = practice and f"from {practice.name}, not reviewed by painlink"
    areas = _areas(entries, base)
    exercises = tuple(_exercises(entries[EXERCISES], areas, whose, complete=complete))
    return Handed(practice, picture, exercises)


def _picture(entry: FileEntry) -> Picture | None:
    if not entry.record.picture:
        return None
    try:
        return read_picture(entry.record.picture, Path(entry.file.name).parent)
    except Unreadable as error:
        entry.add(("picture",), str(error))
        return None


def _areas(entries: FileEntries, base: Knowledge) -> Mapping[str, str]:
    """Return the id of every area by each of its names, as they are compared."""
    own = (one.record for one in entries["areas"])
    owners, _ = names_of((one.id, (*called(one), one.id)) for one in own)
    return {**owners, **base.register.names["areas"]}


def _exercises(
    entries: tuple[FileEntry, ...], areas: Mapping[str, str], whose: str | None, *, complete: bool
) -> Iterator[PracticeExercise]:
    seen: dict[str, str] = {}
    for entry in entries:
        name = entry.record.name.casefold()
        with suppress(TooManyProblems):
            told = of_exercise(entry, areas, before=seen.get(name), complete=complete)
            for path, message in told:
                entry.add(path, message)
        seen.setdefault(name, entry.file.name)
        ids = dict.fromkeys(areas.get(comparable(one), one) for one in entry.record.areas)
        yield entry.record._replace(areas=tuple(ids), origin=whose or origin_of(entry))
