"""painlink as a library: the knowledge, and the questions it can answer."""

from pathlib import Path

from painlink.explain.explanation import Explanation, explain
from painlink.knowledge import loading
from painlink.model.entries import Entry
from painlink.model.knowledge import Knowledge
from painlink.model.record import Record
from painlink.names.understanding import entry, understand


class Library(Record):
    """Everything painlink knows, ready to be asked. Immutable and safe to share."""

    knowledge: Knowledge

    def explain(self, *areas: str) -> Explanation:
        """Return what is known about the areas that the words *areas* name.

        Raises:
            painlink.errors.UnknownArea: when a word names no area.
            painlink.errors.AreaNamedTwice: when two words name the same area.
        """
        understood = understand(self.knowledge, areas)
        return explain(self.knowledge, [one.area for one in understood])

    def find(self, name: str) -> Entry:
        """Return the one mechanism, area, link, pair, approach, red flag or source called *name*.

        Raises:
            painlink.errors.UnknownEntry: when nothing is called that.
        """
        return entry(self.knowledge, name)


def load(folder: Path | None = None) -> Library:
    """Return the library of the knowledge in *folder*, by default the one painlink ships with.

    Raises:
        painlink.errors.InvalidKnowledge: when files are missing or break a rule.
    """
    return Library(loading.load(folder))
