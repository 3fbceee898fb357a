"""What a text says of sources and numbers, and that a name says nothing of them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from painlink.knowledge.from_files import read_own
from painlink.model.words.texts import references
from painlink.reading.example import EXAMPLE
from painlink.reading.yaml_nodes import parse
from painlink.rules.of_citations import (
    beside_evidence,
    citing_in_vain,
    dangling,
    impossible,
    unsourced,
)
from tests.conftest import KNOWLEDGE, ROOT

AREA = KNOWLEDGE.areas["back"]
LINK = next(one for one in KNOWLEDGE.links.values() if not one.looked_up)
PAIR = KNOWLEDGE.pairs["back--head"]._replace(looked_up=(), reviewed=(), through=())
FLAG = next(one for one in KNOWLEDGE.red_flags.values() if one.areas and not one.combination)
TEXT = PAIR._replace(untested="It is so [one].", unknown=("Nobody knows [two].",), questions=())


def said(text: str) -> Any:
    return AREA._replace(see_first=text, guidance=None)


def test_a_text_cites_only_sources_that_are_known():
    told = [(path, message) for path, message in dangling(TEXT, {*KNOWLEDGE.sources, "two"})]

    assert told == [(("untested",), "no source with the id 'one'")]
    assert list(dangling(TEXT, {*KNOWLEDGE.sources, "one", "two"})) == []


def test_a_text_cites_only_what_is_among_its_evidence():
    told = list(beside_evidence(TEXT))

    assert told == [
        (("untested",), "the text cites 'one', which is not among its evidence"),
        (("unknown", 0), "the text cites 'two', which is not among its evidence"),
    ]
    assert list(beside_evidence(TEXT._replace(evidence=()))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It helps 9 in 12 people.", ["It helps 9 in 12 people."]),
        ("It helps. In 9 it did. In 8 it did [a-2020].", ["In 9 it did."]),
        ("It helps 9 in 12 people [a-2020].", []),
        ("It helps [a-2020].", []),
        ("It helps.", []),
    ],
)
def test_a_number_has_its_source_in_its_sentence(text: str, found: list[str]):
    told = [f"this number needs a source in its sentence: {one!r}" for one in found]

    assert list(unsourced(said(text))) == [(("see_first",), one) for one in told]


def test_a_number_of_a_sign_or_of_what_a_source_shows_needs_no_other_source():
    shows = LINK.evidence[0]._replace(shows="In 9 of 12 people.")
    bare = LINK._replace(summary="It may.", how="It may.", fits_better=(), fits_less=())

    assert list(unsourced(FLAG._replace(sign="Pain for 3 days."))) == []
    assert list(unsourced(bare._replace(evidence=(shows,), why_grade=(), in_truth=None))) == []


@pytest.mark.parametrize(
    "text",
    [
        *("11 of 10", "11 of every 10", "11 out of 10", "1,001 of 1,000", "101% of"),
        *("101 percent of", "11 out of every 10"),
    ],
)
def test_nothing_is_more_than_all_of_them(text: str):
    told = f"this is more than all of them: {text!r}"

    assert list(impossible(said(f"It was {text} people."))) == [(("see_first",), told)]


@pytest.mark.parametrize(
    "text",
    [
        *("10 of 10", "9 of 10", "100% of", "99 percent of", "1/11 of 10", "2.11 of 10"),
        "11 of 10.5",
    ],
)
def test_as_much_as_all_of_them_may_be(text: str):
    assert list(impossible(said(f"It was {text} people."))) == []


# Walked: no words of a file hold a citation that nothing checks.

OWN_FILES = {
    "every kind of entry": (ROOT / "tests/knowledge/mine.yaml").read_text(encoding="utf-8"),
    "a practice": EXAMPLE.replace("# picture:", "picture:"),
}
# What a source is called is told as it is printed; the name of a file is no text.
AS_THEY_ARE = ("sources", "picture")


def cited_everywhere(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Plant a citation into every text of *value*, in place, and yield where."""
    for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
        here = (*path, str(key))
        if isinstance(item, str) and key != "id":
            value[key] = f"{item} [nobody-2020]"
            yield ".".join(here), item
        elif isinstance(item, dict | list):
            yield from cited_everywhere(item, here)


@pytest.mark.parametrize("name", OWN_FILES)
def test_no_text_of_an_own_file_cites_unchecked(name: str, tmp_path: Path):
    content: Any = parse(OWN_FILES[name]).value
    planted = [path for path, _ in cited_everywhere(content)]
    file = tmp_path / "own.yaml"
    file.write_text(yaml.safe_dump(content, sort_keys=False))

    told = {one.path for one in read_own(KNOWLEDGE, [file]).problems if "nobody-2020" in str(one)}

    walked = [path for path in planted if not set(AS_THEY_ARE) & set(path.split("."))]
    assert len(walked) > 10
    assert [path for path in walked if path not in told] == []


def test_a_name_cites_nothing_but_a_source_is_called_as_it_is_printed():
    cites = "a name cites no source; leave out '[do-2019]'"
    source = next(iter(KNOWLEDGE.sources.values()))._replace(title="A trial [do-2019]")

    assert list(citing_in_vain(AREA._replace(region="Trunk [do-2019]"))) == [(("region",), cites)]
    assert list(citing_in_vain(AREA)) == list(citing_in_vain(source)) == []


def test_a_sign_and_a_question_cite_nothing_and_their_entry_may():
    sign = FLAG._replace(why="It may be so [do-2019].")
    pair = PAIR._replace(questions=("Why?", "Why [do-2019]?"), untested="No study [do-2019].")

    assert list(citing_in_vain(sign)) == [
        (("why",), "a sign cites no source; leave out '[do-2019]'")
    ]
    assert list(citing_in_vain(pair)) == [
        (("questions", 1), "a question cites no source; leave out '[do-2019]'")
    ]


def test_what_a_source_shows_cites_no_other():
    (first, *rest) = LINK.evidence
    link = LINK._replace(evidence=(first._replace(shows="As [do-2019] did."), *rest))

    assert list(citing_in_vain(link)) == [
        (("evidence", 0, "shows"), "what a source shows cites no source; leave out '[do-2019]'")
    ]


def test_what_one_sees_a_pharmacist_for_may_cite_what_is_there():
    words = KNOWLEDGE.wording._replace(a_pharmacist="pills [do-2019]", everyday="a [nobody]")

    assert list(citing_in_vain(words)) == []
    assert list(dangling(words, {*KNOWLEDGE.sources})) == [
        (("everyday",), "no source with the id 'nobody'")
    ]


def sources_in(value: object) -> Iterator[str]:
    """Yield each source that something within *value* rests on."""
    if isinstance(value, tuple):
        named = getattr(value, "source", None)
        yield from [named] if isinstance(named, str) else []
        for inner in value:
            yield from sources_in(inner)


@pytest.mark.parametrize("kind", ["pairs", "approaches", "links", "areas"])
def test_whatever_rests_on_a_source_is_looked_for_among_them(kind: str):
    entries = getattr(KNOWLEDGE, kind).values()

    missed = [
        (entry.id, missing)
        for entry in entries
        if (missing := Counter(sources_in(entry)) - Counter(to for _, _, to in references(entry)))
    ]

    assert missed == []
    assert any(set(sources_in(entry)) for entry in entries)
