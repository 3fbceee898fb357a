"""Citations on a page: markers in texts become numbers, numbers become a list of sources."""

import re
from collections.abc import Callable, Iterable, Iterator

from painlink.model.entries import Source
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
from painlink.pages.blocks import Reference, References, Role, Span, Text
from painlink.pages.parts.origin import note
from painlink.pages.parts.sources import dated_id, reference, short_reference, undated

Telling = Callable[[Source, str], Text]
_MARKERS = re.compile(rf"(?:{CITATION.pattern})+")


class Citations:
    """Numbers the sources of one page in the order in which it first cites them."""

    def __init__(self, knowledge: Knowledge, *, most: int | None = None) -> None:
        """Begin a page; of one claim it cites at most *most* sources."""
        self._knowledge = knowledge
        self._most = most
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many sources the page has cited so far."""
        return len(self._numbers)

    def number(self, source: str) -> int:
        """Return the number of *source* on this page."""
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def text(self, prose: str, *, most: int | None = None) -> Text:
        """Return *prose* with each run of `[source-id]` markers as one citation, like "[1,3]".

        Where the page cites fewer of one claim, *most* may stand in one citation of *prose*.
        """
        most = most if self._most else None
        spans: list[Span] = []
        end = 0
        for match in _MARKERS.finditer(prose):
            sources = CITATION.findall(match.group())
            if not all(source in self._knowledge.sources for source in sources):
                continue  # the name of something, not a citation
            spans.append(Span(prose[end : match.start()]))
            spans += self.of(sources[: most or self._most])
            end = match.end()
        spans.append(Span(prose[end:]))
        return tuple(span for span in spans if span.text)

    def after(self, sentence: str, sources: Iterable[str]) -> Text:
        """Return *sentence* with a citation of *sources* before its full stop."""
        bare = sentence.rstrip(".")
        return (Span(bare), *self.of(sources), Span(sentence[len(bare) :]))

    def of(self, sources: Iterable[str]) -> Text:
        """Return a citation of *sources*, to stand after a sentence."""
        numbered = sorted({self.number(source): source for source in sources}.items())
        spans: list[Span] = []
        for number, source in numbered:
            spans.append(Span("," if spans else " [", Role.CITATION))
            address = self._knowledge.sources[source].address
            spans.append(Span(str(number), Role.CITATION, address))
        return (*spans, Span("]", Role.CITATION)) if spans else ()

    def sources(self) -> tuple[Source, ...]:
        """Return the sources cited so far, in the order of their numbers."""
        return tuple(self._knowledge.sources[source] for source in self._numbers)

    def short_references(self) -> References:
        """Return all sources cited so far, each with what finds it: who, when, and where."""
        return References(tuple(self._listed(short_reference)), brief=True)

    def references(self, *, brief: bool = False) -> References:
        """Return the list of all sources cited so far; if *brief*, a text has only their ids."""
        items = tuple(self._listed(dated_id, reference))
        hint = f"{undated(self.sources())}titles: --full" if brief else ""
        return References(items, brief=brief, hint=hint)

    def _listed(self, in_brief: Telling, in_full: Telling | None = None) -> Iterator[Reference]:
        for number, source in enumerate(self.sources(), start=1):
            whose = note(source)
            full = in_full(source, whose) if in_full else ()
            yield Reference(source.id, number, in_brief(source, whose), full)
