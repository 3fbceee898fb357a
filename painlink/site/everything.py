"""All that painlink knows as one JSON document, for whoever programs."""

from typing import NamedTuple

from painlink.model.areas import Area
from painlink.model.entries import Approach, Mechanism, Pair, RedFlag, Source
from painlink.model.knowledge import Knowledge
from painlink.pages.parts.framing import framed
from painlink.render import renderer


class Everything(NamedTuple):
    """Every entry there is, by kind and in the order of the files; mechanisms have their links."""

    areas: tuple[Area, ...]
    mechanisms: tuple[Mechanism, ...]
    pairs: tuple[Pair, ...]
    red_flags: tuple[RedFlag, ...]
    approaches: tuple[Approach, ...]
    sources: tuple[Source, ...]


def everything(knowledge: Knowledge) -> str:
    """Return all entries as JSON, each with the keys that `painlink list KIND --json` gives it."""

    def entries() -> Everything:
        return Everything(
            areas=tuple(knowledge.areas.values()),
            mechanisms=tuple(knowledge.mechanism(id_) for id_ in knowledge.mechanisms),
            pairs=tuple(knowledge.pairs.values()),
            red_flags=tuple(knowledge.red_flags.values()),
            approaches=tuple(knowledge.approaches.values()),
            sources=tuple(knowledge.sources.values()),
        )

    return renderer("json")(framed(knowledge, "Everything", (), entries), 80)
