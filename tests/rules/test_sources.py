"""A source is one work, named so that a reader can find it and judge it."""

import re
from collections import defaultdict

import pytest

from painlink.model.entries import Link, Pair, Source
from tests.conftest import KNOWLEDGE

SOURCES = tuple(KNOWLEDGE.sources.values())
PAGES = {"patient-page", "professional-page"}
# The headache classification is one work; each of its headings is a source by itself.
ONE_WORK_IN_PARTS = "10.1177/0333102417738202"
TRIAL_TEXT_OF_IT = "10.1177/0333102413485658"
NO_CONTAINER = re.compile(
    r"^(?:journal article|(?:review )?article\b|report (?:on|of)\b|read as\b|abstract (?:as|of)\b)"
    r"|not shown|unknown to us|read as an abstract|\blisted by\b",
    re.IGNORECASE,
)
ANOTHER_WORK = re.compile(
    r"\b(?:later|newer|further|other) (?:trial|study)\b|\bthat we know of\b", re.IGNORECASE
)


def letters(title: str) -> str:
    """Return *title* without what two people write in two ways."""
    return re.sub(r"[^a-z]", "", title.lower())


def doubles(keys: dict[str, str | None]) -> list[list[str]]:
    """Return the ids that share a key, each group by itself."""
    by_key = defaultdict(list)
    for id_, key in keys.items():
        if key:
            by_key[key].append(id_)
    return [ids for ids in by_key.values() if len(ids) > 1]


def test_no_two_sources_share_a_doi() -> None:
    others = (s for s in SOURCES if s.doi != ONE_WORK_IN_PARTS)
    assert doubles({s.id: s.doi and s.doi.lower() for s in others}) == []


def test_no_two_sources_share_a_pmid() -> None:
    assert doubles({s.id: s.pmid for s in SOURCES}) == []


def test_no_two_works_share_a_title() -> None:
    # Two pages of two health bodies may both be called "Flu".
    assert doubles({s.id: letters(s.title) for s in SOURCES if s.kind not in PAGES}) == []


def test_the_classification_is_not_cited_in_its_trial_text() -> None:
    assert [s.id for s in SOURCES if s.doi == TRIAL_TEXT_OF_IT] == []
    assert [s.id for s in SOURCES if "(beta" in f"{s.title} {s.container}".lower()] == []


def test_a_container_is_the_name_of_something() -> None:
    assert [s.id for s in SOURCES if no_name(s)] == []


@pytest.mark.parametrize(
    "container",
    [
        "Journal article, read as an abstract (786 people)",
        "Journal article listed by a university",
        "Review article, journal unknown to us",
        "Report on two rounds of a study; journal not shown",
    ],
)
def test_what_is_no_container_is_found(container: str) -> None:
    assert no_name(SOURCES[0]._replace(container=container))


def no_name(source: Source) -> bool:
    """Tell whether the container of *source* says what it is instead of its name."""
    return bool(source.container and NO_CONTAINER.search(source.container))


def test_evidence_speaks_of_its_own_source_alone() -> None:
    claims: tuple[Link | Pair, ...] = (*KNOWLEDGE.links.values(), *KNOWLEDGE.pairs.values())
    told = [
        (claim.id, piece.source)
        for claim in claims
        for piece in claim.evidence
        if ANOTHER_WORK.search(piece.shows)
    ]
    assert told == []
