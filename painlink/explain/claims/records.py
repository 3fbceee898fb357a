"""One claim, and the evidence that its words name."""

from collections.abc import Iterable
from typing import NamedTuple

from painlink.model.grades import Certainty, Evidence, LookUp, Reason, Urgency
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part
from painlink.model.words.texts import CITATION

AROUND = "wording"  # whose the words are that stand on every page


class Claim(NamedTuple):
    """Something that painlink says, how sure it is of that and why, and what it rests on.

    `entry` is the id of what says it, `key` tells which of its texts, `name` what it is called;
    `says` are the words. Where there is no note of what each source shows, there are `sources`.
    """

    part: Part
    entry: str
    key: str
    name: str
    says: tuple[str, ...]
    certainty: Certainty | None = None
    why_grade: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    looked_up: tuple[LookUp, ...] = ()
    sources: tuple[str, ...] = ()
    urgency: Urgency | None = None
    origin: str | None = None


def said_by_rule(knowledge: Knowledge, part: Part, key: str) -> Claim:
    """Return what every page says under *key* of the words around the knowledge."""
    return Claim(part, AROUND, key, "", (getattr(knowledge.wording, key),))


def cited_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the sources that *texts* cite, each once."""
    return tuple(dict.fromkeys(source for text in texts for source in CITATION.findall(text)))


def pieces_of(sources: Iterable[str], evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return what of *evidence* is by one of *sources*."""
    wanted = set(sources)
    return tuple(piece for piece in evidence if piece.source in wanted)
