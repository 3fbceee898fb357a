"""Whatever is accepted renders in every format, and whatever is refused says where."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import html5lib
import pytest
import yaml
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from painlink.errors import PainlinkError
from painlink.explain.explanation import explain
from painlink.knowledge.from_files import read_own
from painlink.model.grades import Danger, Listed
from painlink.model.knowledge import Knowledge
from painlink.names.asked import areas_of, understood
from painlink.names.finding import find_entry
from painlink.names.search import find_entries
from painlink.pages import entry, explanation, handout, hits, listing, review, warnings
from painlink.pages.blocks import Page
from painlink.phrases import steering
from painlink.render import FORMATS, renderer
from painlink.render.lines import columns
from tests.conftest import KNOWLEDGE, TINY_KNOWLEDGE
from tests.shown import ESCAPE
from tests.strategies import edge_texts, longest_names

pytestmark = pytest.mark.slow

often = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
one_will_do = settings(often, phases=[Phase.generate])

# Texts as people and as attackers write them.
texts = st.one_of(
    st.text(min_size=1, max_size=40),
    st.text(alphabet=" \t\n\r\x00\x1b[]<>&\"'`*_#|-\\\u202e\u2028é", min_size=1, max_size=30),
    st.sampled_from(["a" * 400, "[string-2001]", "[string-2001][string-2001]", "no", "\U0001f9b4"]),
    edge_texts,
    longest_names,
).filter(lambda text: text.strip())
# As they may stand in a file: no letter that nobody sees, and no name that cites.
wordings = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=("Cc", "Cf", "Cs")), min_size=1, max_size=40),
    st.text(alphabet=" \t\n\r[]<>&\"'`*_#|-\\\u2028é", min_size=1, max_size=30),
    st.sampled_from(["a" * 400, "no", "\U0001f9b4"]),
    edge_texts,
    longest_names,
).filter(lambda text: text.strip())
proses = st.builds("{} [string-2001].".format, wordings)
levels = st.sampled_from(["high", "moderate", "low", "very-low", "unsupported"])
areas = st.sampled_from([*TINY_KNOWLEDGE.areas, "tail"])
names = st.lists(wordings, max_size=3)
evidence = st.lists(
    st.fixed_dictionaries(
        {
            "source": st.just("string-2001"),
            "shows": wordings,
            "stance": st.sampled_from(["for", "against", "mixed"]),
        }
    ),
    min_size=1,
    max_size=3,
)
links = st.fixed_dictionaries(
    {
        "id": st.just("own-link"),
        "mechanism": st.sampled_from(["tug", "shoe", "wag"]),
        "from": areas,
        "to": areas,
        "direction": st.sampled_from(["one-way", "two-way"]),
        "certainty": levels,
        "name": wordings,
        "summary": proses,
        "how": proses,
        "fits_better": st.lists(proses, max_size=2),
        "fits_less": st.lists(proses, max_size=2),
        "does_not_mean": proses,
        "evidence": evidence,
    }
)
files = st.fixed_dictionaries(
    {
        "areas": st.fixed_dictionaries(
            {
                "id": st.just("tail"),
                "name": wordings,
                "pain": wordings,
                "aliases": names,
                "red_flags": st.just(["own-sign"]),
                "part_of": st.sampled_from([None] * 5 + ["toe", "arch"]),
                "care_first": st.booleans(),
            }
        ).map(lambda area: [area]),
        "mechanisms": st.fixed_dictionaries(
            {
                "id": st.just("wag"),
                "name": wordings,
                "plain": wordings,
                "term": wordings,
                "aliases": names,
                "relation": st.sampled_from(["acts-on", "felt-in", "shared"]),
                "summary": proses,
                "how": proses,
                "does_not_mean": proses,
                "ties_many": st.one_of(st.none(), proses),
            }
        ).map(lambda mechanism: [mechanism]),
        "links": st.lists(links, max_size=1),
        "red_flags": st.fixed_dictionaries(
            {
                "id": st.just("own-sign"),
                "name": wordings,
                "urgency": st.sampled_from([*["emergency"] * 5, "urgent", "soon"]),
                "sign": wordings,
                "why": wordings,
                "sources": st.just(["string-2001"]),
                "areas": st.lists(areas, min_size=1, max_size=2),
                "danger": st.sampled_from(Danger).map(str),
                "short": wordings,
                "combination": st.sampled_from([[], [], [["toe"], ["ankle"]], [["toe"], ["tail"]]]),
            }
        ).map(lambda flag: [flag]),
        "approaches": st.fixed_dictionaries(
            {
                "id": st.just("own-way"),
                "name": wordings,
                "term": wordings,
                "aliases": names,
                "summary": proses,
                "how": proses,
                "risk": proses,
                "steps": proses,
                "caution": proses,
                "benefits": st.fixed_dictionaries(
                    {
                        "areas": st.lists(areas, min_size=1, max_size=2),
                        "certainty": levels,
                        "answer": proses,
                        "evidence": evidence,
                    }
                ).map(lambda benefit: [benefit]),
            }
        ).map(lambda approach: [approach]),
    }
)


def read(content: object) -> tuple[Knowledge | None, tuple[Any, ...]]:
    """Return what comes of a file with *content*."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "mine.yaml"
        file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
        came = read_own(TINY_KNOWLEDGE, [file])
        return came.knowledge, came.problems


@settings(often, max_examples=50)
@given(files)
def test_what_is_accepted_renders_in_every_format_and_what_is_refused_says_where(
    content: dict[str, Any],
):
    knowledge, problems = read(content)

    if knowledge is None:
        assert all(problem.line and problem.column and problem.message for problem in problems)
        return
    own = [knowledge.areas["tail"], knowledge.areas["ankle"]]
    known = explain(knowledge, own)
    pages = [
        explanation.page(knowledge, known),
        explanation.page(knowledge, known, full=True),
        explanation.page(knowledge, explain(knowledge, own[:1])),
        explanation.page(knowledge, explain(knowledge, [knowledge.areas["toe"]])),
        handout.page(knowledge, known),
        handout.page(knowledge, explain(knowledge, [knowledge.areas["toe"]])),
        review.page(knowledge, known),
        warnings.page(knowledge, tuple(own)),
        entry.page(knowledge, knowledge.mechanism("wag")),
        *(listing.page(knowledge, kind) for kind in Listed),
    ]
    for page in pages:
        for form in FORMATS:
            text = renderer(form)(page, 60)
            holds_only_text(text, form)
            if form == "terminal":
                assert max(map(columns, ESCAPE.sub("", text).split("\n"))) <= 60


def test_of_the_files_made_at_random_some_are_accepted():
    find(files, lambda content: read(content)[0] is not None, settings=one_will_do)


def holds_only_text(text: str, form: str) -> None:
    text.encode("utf-8")
    if form == "json":
        json.loads(text)
    if form == "html":
        html5lib.HTMLParser(strict=True).parse(text)
    if form != "terminal":
        assert not steering() & set(map(ord, text)) - {0x0A}


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
keys = st.sampled_from(["areas", "mechanisms", "links", "pairs", "red_flags", "about", "nothing"])


@often
@given(st.dictionaries(keys, values) | values)
def test_any_value_at_all_is_refused_with_its_place(content: object):
    knowledge, problems = read(content)

    assert (knowledge is None) == bool(problems)
    assert all(problem.message for problem in problems)


@often
@given(
    st.lists(texts | st.sampled_from(["back", "neck,", "and", "my", "&"]), min_size=1, max_size=6)
)
def test_any_words_name_areas_or_get_a_sentence(typed: list[str]):
    def ask() -> str:
        return " ".join(area.id for area in areas_of(KNOWLEDGE, understood(KNOWLEDGE, typed)))

    said = answered(ask)

    assert 0 < len(said) < 1000
    assert not steering() & set(map(ord, said))


def answered(ask: Callable[[], str]) -> str:
    """Return the answer to *ask*, or the sentence that stands in its place."""
    try:
        return ask()
    except PainlinkError as error:
        return str(error)


@settings(often, max_examples=40)
@given(texts, st.sampled_from(FORMATS))
def test_any_words_are_searched_and_shown_or_get_a_sentence(typed: str, form: str):
    render = renderer(form)
    asked: tuple[Callable[[], Page], ...] = (
        lambda: hits.page(KNOWLEDGE, typed, find_entries(KNOWLEDGE, typed)),
        lambda: entry.page(KNOWLEDGE, find_entry(KNOWLEDGE, typed)),
    )
    for ask in asked:
        said = answered(lambda ask=ask: render(ask(), 80))  # type: ignore[misc]
        if said.startswith("{"):
            json.loads(said)
        assert form == "terminal" or not steering() & set(map(ord, said)) - {0x0A}
