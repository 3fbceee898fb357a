"""Entries as if they had been read from files, to hold rules against."""

from typing import Any

from painlink.model.kinds import HANDED, OWN
from painlink.reading.yaml_file import FileEntries, FileEntry, YamlFile


def entries(*, whole: bool = True, file: str = "mine.yaml", **records: Any) -> FileEntries:
    """Return *records*, of each kind some, as if they stood in a *file*."""
    read = YamlFile(file, "")
    return {
        kind: tuple(
            FileEntry(read, (kind, index), getattr(one, "id", kind), one, whole)
            for index, one in enumerate(records.get(kind, ()))
        )
        for kind in (*OWN, *HANDED)
    }


def told(found: FileEntries) -> list[str]:
    """Return what was noted of *found*, each with its place."""
    files = {id(one.file): one.file for group in found.values() for one in group}
    return [f"{one.path}: {one.message}" for file in files.values() for one in file.problems()]
