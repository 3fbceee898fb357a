"""Whatever stands in a knowledge file comes out as text, in every format."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import html5lib
import pytest

from painlink.errors import InvalidKnowledge
from painlink.explain.explanation import explain
from painlink.knowledge.loading import load
from painlink.knowledge.register import assembled
from painlink.model.fields import fields
from painlink.model.grades import Listed
from painlink.model.knowledge import Knowledge
from painlink.model.practice import Handed, Picture, Practice, PracticeExercise
from painlink.pages import entry, explanation, handout, listing, review, warnings
from painlink.pages.blocks import Page
from painlink.render import FORMATS, renderer
from tests.conftest import TINY
from tests.forges import COMMONMARK, FORGE

pytestmark = pytest.mark.xdist_group("hostile")  # the pages are made once for all formats
Rendered = Callable[[str, str], list[str]]

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": "\" onload='alert(1)' x=\"",
    "end of data": "]]> --> </style></title></svg>",
    "entity": "&lt;b&gt; &amp;amp;",
    "emphasis": "*a* _b_ **c** __d__ ~~e~~",
    "code": "`a` ``b`` ```",
    "link": "![A](javascript:b) [C](https://d.example) <https://e.example>",
    "heading": "# a ## b #",
    "list": "- a",
    "number": "1) a",
    "table": "| a | b |",
    "line end": "a\n\n# b\r\n- c\u2028d",
    "escape": "\x1b[31ma\x1b]0;b\x07 \x9b31m \x00 \x08",
    "direction": "\u202ea\u202c \u2066b\u2069 \u200fc \u061cd",
    "markup": "[/bold red] [@click=app.bell]a[/]",
    "half a letter": "\ud800",
}
STEERING = [chr(code) for code in (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))]
TURNING = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
TAG = re.compile(r"<[^>]*>")
every_hostile_text = pytest.mark.parametrize("text", list(HOSTILE.values()), ids=list(HOSTILE))
every_format = pytest.mark.parametrize("format_", FORMATS)


def infected(value: Any, text: str, *, key: str = "") -> Any:
    """Return *value* with *text* in every text that somebody reads; what points to others stays."""
    if isinstance(value, Enum) or key in POINTERS:
        return value
    if isinstance(value, str):
        return f"{text} {value}"
    if names := fields(value):
        own = {name: infected(getattr(value, name), text, key=name) for name in names}
        return value._replace(**own)
    if isinstance(value, tuple):
        return tuple(infected(item, text, key=key) for item in value)
    return value


POINTERS = {
    *("id", "from_", "to", "mechanism", "areas", "part_of", "through", "combination"),
    *("red_flags", "today", "soon", "turns_into", "both_is_a_sign", "source", "sources", "pages"),
}


HANDED = Handed(
    Practice("A practice", "A street", "Come back.", origin="from a file"),
    Picture("image/png", b"", 16, 16),
    (PracticeExercise("A stretch", "Stretch.", ("toe",), "It hurts.", origin="from a file"),),
)


def knowledge_with(text: str, tiny: Knowledge) -> Knowledge:
    groups: dict[str, Any] = {
        name: {id_: infected(item, text) for id_, item in getattr(tiny, name).items()}
        for name in fields(tiny)
        if name
        not in ("handout", "wording", "about", "lexicon", "register", "beneath", "notes", "handed")
    }
    handout, wording, about = (
        infected(one, text) for one in (tiny.handout, tiny.wording, tiny.about)
    )
    whole = assembled(groups, handout, wording, about, tiny.vocabulary)
    return whole._replace(handed=infected(HANDED, text))


def pages_of(knowledge: Knowledge) -> Iterator[Page]:
    asked = [knowledge.areas["toe"], knowledge.areas["ankle"]]
    known = explain(knowledge, asked)
    yield explanation.page(knowledge, known)
    yield explanation.page(knowledge, known, full=True)
    yield explanation.page(knowledge, explain(knowledge, asked[:1]))
    yield handout.page(knowledge, known)
    yield review.page(knowledge, known)
    yield warnings.page(knowledge, tuple(asked))
    yield from (listing.page(knowledge, kind) for kind in Listed)
    for group in ("mechanisms", "areas", "pairs", "approaches", "red_flags", "sources"):
        yield from (entry.page(knowledge, thing) for thing in getattr(knowledge, group).values())


@pytest.fixture(scope="module")
def rendered(tiny: Knowledge) -> Rendered:
    """Show all pages with a text in a format; the pages are made once for all formats."""

    @cache
    def pages(text: str) -> tuple[Page, ...]:
        return tuple(pages_of(knowledge_with(text, tiny)))

    return lambda text, format_: [renderer(format_)(page, 80) for page in pages(text)]


@every_format
@every_hostile_text
def test_nothing_steers_a_terminal_or_turns_the_direction_of_writing(
    rendered: Rendered, text: str, format_: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TERM", "dumb")  # so that no code is painlink's own

    for document in rendered(text, format_):
        assert [letter for letter in (*STEERING, *TURNING) if letter in document] == []
        document.encode("utf-8")


@pytest.fixture(scope="module")
def clean_html(rendered: Rendered) -> list[list[str]]:
    return [shape(document) for document in rendered("harmless", "html")]


@every_hostile_text
def test_html_shows_it_and_obeys_none_of_it(
    rendered: Rendered, clean_html: list[list[str]], text: str
):
    assert [shape(document) for document in rendered(text, "html")] == clean_html


def shape(html: str) -> list[str]:
    """Return the names of the elements of a valid page, and of their attributes."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return [f"{one.tag} {sorted(map(str, one.attrib))}" for one in tree.iter()]


@pytest.fixture(scope="module")
def clean_markdown(rendered: Rendered) -> list[list[str]]:
    return [markdown_shape(document) for document in rendered("harmless", "markdown")]


@every_hostile_text
def test_markdown_shows_it_and_obeys_none_of_it(
    rendered: Rendered, clean_markdown: list[list[str]], text: str
):
    assert [markdown_shape(document) for document in rendered(text, "markdown")] == clean_markdown


def markdown_shape(markdown: str) -> list[str]:
    """Return the kinds of everything that a forge makes of *markdown* but text."""
    return [kind for event in FORGE.events(markdown) if (kind := kind_of(event)) != "Text"]


def kind_of(event: str | Mapping[str, Any]) -> str:
    """Return what *event* is: where it begins or ends a part, with the kind of that part."""
    if isinstance(event, str):
        return event
    ((name, told),) = event.items()
    if name not in ("Start", "End"):
        return name
    return f"{name} {told if isinstance(told, str) else next(iter(told))}"


@pytest.mark.parametrize("format_", ["plain", "terminal", "markdown", "html"])
@pytest.mark.parametrize("kind", ["script", "entity", "emphasis", "link", "markup", "heading"])
def test_it_is_shown_letter_by_letter(rendered: Rendered, kind: str, format_: str):
    text = HOSTILE[kind]

    for document in rendered(text, format_):
        shown = document
        if format_ == "markdown":
            shown = COMMONMARK.html(document)
        if format_ in ("markdown", "html"):
            shown = unescape(TAG.sub("", shown))
        assert "".join(text.split()) in "".join(shown.split())


@every_hostile_text
def test_json_gives_it_back_as_it_is(tiny: Knowledge, text: str):
    knowledge = knowledge_with(text, tiny)
    page = explanation.page(knowledge, explain(knowledge, [knowledge.areas["toe"]]))

    document = json.loads(renderer("json")(page, 80))

    assert document["areas"][0]["name"] == f"{text} toe"


@pytest.mark.parametrize("escape", [r"\e[31m", r"\x00", r"\u202e", r"\u200b", r"\uFEFF"])
def test_no_file_holds_a_letter_that_nobody_sees(tmp_path: Path, escape: str):
    file = tmp_path / "own.yaml"
    file.write_text(f'sources:\n- id: x\n  kind: cohort\n  title: "a{escape}b"\n')
    told = r"own\.yaml:4:10: the character U\+[0-9A-F]{4} cannot stand here: nobody sees it"

    with pytest.raises(InvalidKnowledge, match=told):
        load(TINY, [file])


@pytest.mark.parametrize("written", ["toe\\u2028<script>", "\\ttoe <script>", "to\\ne<script>"])
def test_hostile_text_in_a_file_is_read_as_text(tmp_path: Path, written: str):
    file = tmp_path / "own.yaml"
    file.write_text(f'sources:\n- {{id: x, kind: cohort, title: "{written}"}}\n')

    assert load(TINY, [file]).sources["x"].title == json.loads(f'"{written}"')
