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

import sys

# `python -m painlink` makes Python look for every module in the folder where it is started, before
# all others, and anybody's yaml.py may lie there. Only a checkout is such a folder by intention.
if (
    sys.argv[:1] == ["-m"]
    and not sys.flags.safe_path
    and sys.path[0] != __path__[0][: -len("/painlink")]
):
    del sys.path[0]

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from painlink.errors import PainlinkError
    from painlink.explain.explanation import Explanation
    from painlink.model.entries import Entry, Link
    from painlink.model.grades import Certainty
    from painlink.model.knowledge import Knowledge
    from painlink.names.understanding.records import Understanding

__version__ = "0.1.0"

__all__ = [
    "Certainty",
    "Explanation",
    "Library",
    "Link",
    "PainlinkError",
    "Understanding",
    "__version__",
    "load",
]


class Library(NamedTuple):
    """Everything painlink knows, ready to be asked. Immutable and safe to share."""

    knowledge: "Knowledge"

    def understand(self, text: str) -> "Understanding":
        """Return what *text* names: the areas, where in it, and what was left out and why.

        >>> meant = load().understand("My back hurts, no headache. Is that stress?")
        >>> meant.areas
        ('back',)
        >>> [(one.areas, one.span.words, one.why.value) for one in meant.left_out]
        [(('head',), 'headache', 'denied')]
        >>> [one.mechanism for one in meant.mentioned]
        ['stress-and-pain-perception']
        """
        from painlink.names.asked import understood

        return understood(self.knowledge, text)

    def explain(self, *areas: str) -> "Explanation":
        """Return what is known about the areas that *areas* name: words, phrases or a whole text.

        >>> [area.id for area in load().explain("my back hurts and now I have a headache").areas]
        ['back', 'head']

        Raises:
            painlink.errors.NoPlaceFound: when they name no place that hurts.
            painlink.errors.AmbiguousArea: when all they name could be several areas.
            painlink.errors.TooManyAreas: when they name more than six.
        """
        from painlink.explain.explanation import explain
        from painlink.names.asked import areas_of, understood

        meant = understood(self.knowledge, areas)
        return explain(self.knowledge, areas_of(self.knowledge, meant))._replace(understood=meant)

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
    "Understanding": "names.understanding.records",
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
