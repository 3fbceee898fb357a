"""Running text in lines: nothing is lost, nothing is cut, and nothing is too wide."""

import re
from itertools import pairwise

import pytest
import wcwidth
from hypothesis import example, given, settings
from hypothesis import strategies as st

from painlink.explain.explanation import explain
from painlink.knowledge.loading import load
from painlink.pages import explanation
from painlink.pages.blocks import Role, Span
from painlink.phrases import visible
from painlink.render import FORMATS, renderer
from painlink.render.lines import TIED, columns, flowed, wrapped
from tests.conftest import TINY
from tests.strategies import ACCENTED, FAMILY, FLAG, WIDTHS, clusters, edge_texts, spaces

pieces = st.one_of(clusters, spaces, st.just("w" * 75))
texts = st.one_of(st.lists(pieces, max_size=60).map("".join), edge_texts).map(visible)
widths = st.sampled_from(WIDTHS)
margins = st.sampled_from([0, 2, 4])
bullets = st.sampled_from(["", "* ", "[1] "])
often = settings(max_examples=150, deadline=None, derandomize=True)


def letters(text: str) -> str:
    return "".join(text.split())


@often
@given(texts, widths, margins, bullets)
@example("w" * 80, 80, 0, "")
@example(f"{TIED} {'w' * 75}", 80, 2, "* ")
def test_no_line_is_wider_than_asked(text: str, width: int, indent: int, bullet: str):
    lines = wrapped(text, width, indent=indent, bullet=bullet)

    assert [line for line in lines if wcwidth.width(line, control_codes="ignore") > width] == []


@often
@given(texts, widths, margins, bullets)
def test_no_letter_is_lost_or_moved(text: str, width: int, indent: int, bullet: str):
    lines = wrapped(text, width, indent=indent, bullet=bullet)

    assert letters("".join(lines)).removeprefix(bullet.strip()) == letters(text)


@often
@given(texts, widths)
@example(f"ab {FAMILY * 9}", 10)
def test_what_is_shown_as_one_letter_is_never_cut(text: str, width: int):
    def shown(lines: list[str]) -> list[str]:
        clusters = (one for line in lines for one in wcwidth.iter_graphemes(line))
        return [one for one in clusters if one.strip()]

    assert shown(wrapped(text, width)) == shown([text.strip(" ")])


@often
@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=9), min_size=1, max_size=40), widths)
def test_a_line_holds_as_many_words_as_fit(words: list[str], width: int):
    lines = wrapped(" ".join(words), width)

    room = [width - len(line) for line, _ in pairwise(lines)]
    next_words = [len(line.split()[0]) for line in lines[1:]]
    assert [more for left, more in zip(room, next_words, strict=True) if more + 1 <= left] == []


@often
@given(texts, st.lists(st.integers(0, 60), max_size=3), widths, margins, bullets)
@example(f"{TIED} {'w' * 75}", [1], 80, 2, "* ")
def test_styled_text_has_the_lines_of_plain_text(
    text: str, cuts: list[int], width: int, indent: int, bullet: str
):
    ends = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    spans = tuple(Span(text[a:b], role) for (a, b), role in zip(pairwise(ends), Role, strict=False))

    lines = [
        lead + "".join(span.text for span in line)
        for lead, line in flowed(spans, width, indent=indent, bullet=bullet)
    ]

    assert lines == wrapped("".join(s.text for s in spans), width, indent=indent, bullet=bullet)


def test_words_that_are_tied_stand_on_one_line():
    assert wrapped(f"see{TIED}[12] and{TIED}on", 12) == ["see [12]", "and on"]


@pytest.mark.parametrize(
    ("text", "taken"), [("", 0), ("neck", 4), ("漢字", 4), (ACCENTED, 1), (FAMILY, 2)]
)
def test_columns_are_what_a_terminal_shows(text: str, taken: int):
    assert columns(text) == taken


@pytest.mark.parametrize("sign", [f"{TIED} {'w' * 75}", "漢字" * 40, f"{FAMILY}{'w' * 78} {FLAG}"])
def test_no_page_is_lost_to_somebodys_own_words(
    sign: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TERM", "dumb")
    flags = (TINY / "red_flags.yaml").read_text(encoding="utf-8")
    own = tmp_path_factory.mktemp("own") / "red_flags.yaml"
    first = re.search(r"- id: toe-black\n.*?(?=\n- id)", flags, re.DOTALL)
    assert first
    own.write_text(re.sub(r"id: toe-black", "id: toe-odd", first.group(0)), encoding="utf-8")
    text = own.read_text(encoding="utf-8")
    own.write_text(re.sub(r"  sign: .*", f'  sign: "{sign}"', text), encoding="utf-8")
    knowledge = load(TINY, [own])
    page = explanation.page(knowledge, explain(knowledge, [knowledge.areas["toe"]]))

    for format_ in FORMATS:
        for width in (40, 80):
            shown = renderer(format_)(page, width)
            assert letters(knowledge.about.disclaimer) in letters(shown)
            if format_ in ("plain", "terminal"):
                assert letters(sign) in letters(shown)
                assert max(map(columns, shown.splitlines())) <= width
