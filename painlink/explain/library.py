"""painlink as a library: all it knows, to be asked in words.

`import painlink` is the door to it; what it names beside, it opens late.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from painlink.explain.explanation import Explanation
    from painlink.model.entries import Entry
    from painlink.model.knowledge import Knowledge
    from painlink.names.understanding.records import Understanding

_HOMES = {
    "Certainty": "model.grades",
    "Explanation": "explain.explanation",
    "Link": "model.entries",
    "PainlinkError": "errors",
    "Understanding": "names.understanding.records",
}


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


def opened_late(name: str) -> object:
    """Return what *name* is in painlink: a door that opens every room at once would be slow.

    Raises:
        AttributeError: when painlink has no such name.
    """
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"painlink.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'painlink' has no attribute {name!r}")


def names() -> list[str]:
    """Return what there is in painlink, with what is opened late."""
    import painlink

    return sorted({*vars(painlink), *_HOMES})
