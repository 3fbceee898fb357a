"""The rules for the files of language: what they name is there, and stands there once."""

from contextlib import suppress

from painlink.reading.yaml_file import FileEntries, TooManyProblems


def check_language(entries: FileEntries) -> None:
    """Note every break of a rule in the files of language among *entries* where it stands."""
    areas = {entry.id for entry in entries["areas"]}
    for kind in ("sayings", "place_words", "compounds"):
        seen: set[str] = set()
        for entry in entries[kind]:
            with suppress(TooManyProblems):
                if entry.id in seen:
                    entry.add(("id",), f"{entry.id!r} stands here twice")
                if kind == "place_words" and entry.is_whole and entry.id not in areas:
                    entry.add(("id",), f"no area with the id {entry.id!r}")
            seen.add(entry.id)
