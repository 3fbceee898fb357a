"""A source is found by what stands on a paper or in the bar of a browser."""

from collections.abc import Callable

import pytest
from typer.testing import Result

from painlink.errors import PainlinkError, UnknownEntry
from painlink.model.entries import Source
from painlink.names.finding import find_entry
from tests.conftest import KNOWLEDGE
from tests.walks import walk

SOURCES = KNOWLEDGE.sources.values()
DOIS = [source.doi for source in SOURCES if source.doi]


def found(typed: str) -> str:
    return find_entry(KNOWLEDGE, typed).id


@walk(source=[one for one in SOURCES if one.doi and DOIS.count(one.doi) == 1])
def test_every_doi_finds_its_source(source: Source):
    ways = (f"{source.doi}", f"doi:{source.doi}", f"DOI {source.doi}", source.address)

    assert {found(way) for way in ways} == {source.id}
    assert found(ways[0].upper()) == source.id
    assert found(f"http://dx.doi.org/{source.doi}") == source.id


@walk(source=[one for one in SOURCES if one.pmid])
def test_every_pmid_finds_its_source(source: Source):
    ways = ("PMID {}", "pmid:{}", "PMID: {}", "https://pubmed.ncbi.nlm.nih.gov/{}/")

    assert {found(way.format(source.pmid)) for way in ways} == {source.id}


@walk(source=[one for one in SOURCES if one.url])
def test_every_address_finds_its_source(source: Source):
    assert found(str(source.url)) == found(str(source.url).rstrip("/")) == source.id


def test_a_doi_that_several_share_names_some_of_them():
    shared = max(DOIS, key=DOIS.count)

    with pytest.raises(
        PainlinkError, match=r"several sources are parts of .* and \d+ more"
    ) as told:
        found(shared)

    (first, *_) = (source.id for source in SOURCES if source.doi == shared)
    assert f"Show one: {first}, " in str(told.value)


@pytest.mark.parametrize("typed", ["10.1000/nothing", "pmid 1", "https://painlink.invalid/"])
def test_what_no_source_has_is_unknown(typed: str):
    with pytest.raises(UnknownEntry):
        found(typed)


def test_show_takes_the_words_as_they_are_typed(painlink: Callable[..., Result]):
    (first, *_) = (source for source in SOURCES if source.pmid)

    assert painlink("show", "PMID", str(first.pmid)).stdout == painlink("show", first.id).stdout
