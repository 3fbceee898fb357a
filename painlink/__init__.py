"""painlink explains how pain in one area of the body may relate to pain in another.

The library in one breath::

    import painlink

    library = painlink.load()
    explanation = library.explain("back", "headache")
    for link in explanation.links:
        print(link.certainty, link.name)

Everything it says comes from the YAML files in `data/`, graded and sourced line by line.
painlink is for learning: it does not diagnose.

The house is one street, and each room knows only the rooms to its left::

    reading -> rules -> knowledge -> names -> explain -> pages -> render -> cli

All stand on the ground of `model`, the vocabulary, with `errors` and `phrases`.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from painlink.errors import PainlinkError
    from painlink.explain.explanation import Explanation
    from painlink.model.entries import Entry, Link
    from painlink.model.grades import Certainty
    from painlink.model.knowledge import Knowledge

__version__ = "0.1.0"

__all__ = [
    "Certainty",
    "Explanation",
    "Library",
    "Link",
    "PainlinkError",
    "__version__",
    "load",
]


class Library(NamedTuple):
    """Everything painlink knows, ready to be asked. Immutable and safe to share."""

    knowledge: "Knowledge"

    def explain(self, *areas: str) -> "Explanation":
        """Return what is known about the areas that the words *areas* name.

        Raises:
            painlink.errors.UnknownArea: when a word names no area.
            painlink.errors.AreaNamedTwice: when two words name the same area.
        """
        from painlink.explain.explanation import explain
        from painlink.names.understanding import understand

        understood = understand(self.knowledge, areas)
        return explain(self.knowledge, [one.area for one in understood])

    def find(self, name: str) -> "Entry":
        """Return the one mechanism, area, link, pair, approach, red flag or source called *name*.

        Raises:
            painlink.errors.UnknownEntry: when nothing is called that.
        """
        from painlink.names.finding import find_entry

        return find_entry(self.knowledge, name)


def load(folder: "Path | None" = None) -> Library:
    """Return the library of the knowledge in *folder*, by default the one painlink ships with.

    Raises:
        painlink.errors.InvalidKnowledge: when files are missing or break a rule.
    """
    from painlink.knowledge.loading import load as load_knowledge

    return Library(load_knowledge(folder))


_HOMES = {
    "Certainty": "model.grades",
    "Explanation": "explain.explanation",
    "Link": "model.entries",
    "PainlinkError": "errors",
}

if not TYPE_CHECKING:  # else type checkers would let every name pass

    def __getattr__(name: str) -> object:
        # Late: a door that opens every room at once would be slow.
        if name in _HOMES:
            from importlib import import_module

            return getattr(import_module(f"painlink.{_HOMES[name]}"), name)
        raise AttributeError(f"module 'painlink' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
