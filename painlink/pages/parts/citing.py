"""Citations on a page: markers in texts become numbers, numbers become a list of sources."""

import re
from collections.abc import Callable, Iterable

from painlink.model.entries import Source
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import CITATION
from painlink.pages.blocks import Reference, References, Role, Span, Text
from painlink.pages.parts.origin import note
from painlink.phrases import joined

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

    def text(self, prose: str) -> Text:
        """Return *prose* with each run of `[source-id]` markers as one citation, like "[1,3]"."""
        spans: list[Span] = []
        end = 0
        for match in _MARKERS.finditer(prose):
            sources = CITATION.findall(match.group())
            if not all(source in self._knowledge.sources for source in sources):
                continue  # the name of something, not a citation
            spans.append(Span(prose[end : match.start()]))
            spans.append(self._citation(sources[: self._most]))
            end = match.end()
        spans.append(Span(prose[end:]))
        return tuple(span for span in spans if span.text)

    def after(self, sentence: str, sources: Iterable[str]) -> Text:
        """Return *sentence* with a citation of *sources* before its full stop."""
        bare = sentence.rstrip(".")
        return (Span(bare), *self.of(sources), Span(sentence[len(bare) :]))

    def of(self, sources: Iterable[str]) -> Text:
        """Return a citation of *sources*, to stand after a sentence."""
        listed = list(sources)
        return (self._citation(listed),) if listed else ()

    def _citation(self, sources: list[str]) -> Span:
        numbers = sorted({self.number(source) for source in sources})
        return Span(f" [{','.join(map(str, numbers))}]", Role.CITATION)

    def sources(self) -> tuple[Source, ...]:
        """Return the sources cited so far, in the order of their numbers."""
        return tuple(self._knowledge.sources[source] for source in self._numbers)

    def short_references(self) -> References:
        """Return all sources cited so far, each with what finds it: who, when, and where."""
        return References(self._listed(short_reference), brief=True)

    def references(self, *, brief: bool = False) -> References:
        """Return the list of all sources cited so far; if *brief*, only the id of each."""
        if brief:
            hint = f"{undated(self.sources())}All in full, with addresses: --full"
            return References(self._listed(dated_id), brief=True, hint=hint)
        return References(self._listed(reference))

    def _listed(self, told: Callable[[Source], str]) -> tuple[Reference, ...]:
        numbered = enumerate(self.sources(), start=1)
        return tuple(
            Reference(number, f"{told(source)}{note(source)}") for number, source in numbered
        )


def dated_id(source: Source) -> str:
    """Return the id of *source*, with its year where the id does not tell it."""
    year = str(source.year or "")
    return source.id if year in source.id else f"{source.id} ({year})"


def undated(sources: Iterable[Source]) -> str:
    """Return when those of *sources* that have no year were last seen, as a sentence to go on."""
    seen = {source.seen for source in sources if not source.year and source.seen}
    return f"No year: undated, seen {joined(sorted(seen))}. " if seen else ""


def reference(source: Source) -> str:
    """Return everything known about *source*, as one line; what is unknown is left out."""
    parts = (
        source.authors,
        source.title,
        source.container,
        str(source.year)
        if source.year and str(source.year) not in (source.container or "")
        else None,
        source.doi and f"doi:{source.doi}",
        source.pmid and f"PMID {source.pmid}",
        source.url if not source.doi else None,
        source.note,
    )
    return (
        ". ".join(part.rstrip(".") for part in parts if part)
        + f". ({source.kind.replace('-', ' ')})"
    )


def short_reference(source: Source) -> str:
    """Return what finds *source*: who wrote it, when, and its DOI, PMID or site."""
    authors = source.authors or source.title
    first, *others = authors.split(", ")
    who = f"{first} et al." if others and not first.endswith("et al.") else first
    site = (source.url or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    codes = (source.doi and f"doi:{source.doi}", source.pmid and f"PMID {source.pmid}", site)
    found = next(filter(None, codes), None)
    return " ".join(filter(None, (who, str(source.year or "(no date)"), found)))
