"""Who has reviewed a pair: it is told of that pair alone, and only of the words that were read.

No reviewer of painlink's is made up: all of this is of the tiny knowledge.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import Result

from painlink.explain.claims.standing import text_marks
from painlink.explain.explanation import explain
from painlink.knowledge.compiled import compile_knowledge, read_compiled
from painlink.knowledge.from_files import read_own
from painlink.knowledge.loading import load
from painlink.model.areas import Area
from painlink.model.knowledge import Knowledge
from painlink.model.reviews import Part
from painlink.pages import about, brief, entry, explanation, handout, review, warnings
from painlink.pages.blocks import Page
from painlink.render import FORMATS, renderer
from tests.conftest import TINY
from tests.shown import flowing, text_of

PAIR = "ankle--toe"
BY = {"name": "Toe Tester", "role": "toe nurse", "date": "2001-03"}
NOT_YET = "No clinician reviewed it."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the tiny knowledge."""
    return shutil.copytree(TINY, tmp_path / "tiny")


def changed(folder: Path, kind: str, change: Callable[[Any], None]) -> Knowledge:
    """Return the knowledge in *folder* after a *change* of the file *kind*."""
    file = folder / f"{kind}.yaml"
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(content)
    file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    return load(folder)


def marks_in(knowledge: Knowledge) -> Mapping[Part, str]:
    """Return the marks of all that there is of the pair."""
    return text_marks(knowledge, knowledge.pairs[PAIR])


def entered(folder: Path, marks: Mapping[Part, str], **more: object) -> Knowledge:
    """Return the knowledge in *folder* with a review of its pair, of what has *marks*."""
    what = [{"part": str(part), "text": mark} for part, mark in marks.items()]

    def enter(pairs: Any) -> None:
        pairs[0]["reviewed"] = [{**BY, "what": what, **more}]

    return changed(folder, "pairs", enter)


def reviewed(folder: Path, *parts: Part) -> Knowledge:
    """Return the knowledge in *folder* with a review of *parts* of its pair, as they are now."""
    marks = marks_in(load(folder))
    return entered(folder, {part: marks[part] for part in parts})


def wholly_reviewed(folder: Path) -> Knowledge:
    """Return the knowledge in *folder* with a review of all that there is of its pair."""
    return entered(folder, marks_in(load(folder)))


def areas_of(knowledge: Knowledge, *ids: str) -> list[Area]:
    return [knowledge.areas[id_] for id_ in ids]


def pages_of_the_pair(knowledge: Knowledge) -> Iterator[Page]:
    for ids in (("toe", "ankle"), ("ankle", "toe")):
        known = explain(knowledge, areas_of(knowledge, *ids))
        for make in (explanation.page, handout.page, brief.page, review.page):
            yield make(knowledge, known)
        yield explanation.page(knowledge, known, full=True)
    yield entry.page(knowledge, knowledge.pairs[PAIR])


def other_pages(knowledge: Knowledge) -> Iterator[Page]:
    for ids in (("toe",), ("toe", "sole"), ("toe", "sole", "ankle"), ("nail", "ankle")):
        known = explain(knowledge, areas_of(knowledge, *ids))
        for make in (explanation.page, handout.page, review.page):
            yield make(knowledge, known)
    yield warnings.page(knowledge, ())
    yield entry.page(knowledge, knowledge.red_flags["toe-black"])


def with_a_nail(areas: Any) -> None:
    """Add a part of the toe, which has the answer of the toe."""
    areas.append({**areas[0], "id": "nail", "name": "nail", "pain": "nail pain", "aliases": []})
    areas[-1]["part_of"] = "toe"


def imprint(page: Page) -> str:
    return "".join(span.text for span in page.imprint)


def test_a_reviewed_pair_says_who_reviewed_what_in_every_format_for_people(folder: Path):
    knowledge = reviewed(folder, Part.SIGNS, Part.LINKS)
    told = "Reviewed by Toe Tester, toe nurse, 2001-03: signs and links."

    for page in pages_of_the_pair(knowledge):
        for form in FORMATS:
            if form != "json":
                assert told in flowing(text_of(page, form)), (page.title, form)
        assert NOT_YET not in imprint(page)
        assert "Not yet reviewed: answers and options." in imprint(page)


def test_json_tells_it_as_data(folder: Path):
    knowledge = reviewed(folder, Part.SIGNS, Part.LINKS)

    for page in pages_of_the_pair(knowledge):
        document = json.loads(renderer("json")(page, 80))
        assert document["provenance"]["reviewed"] == [
            {
                **BY,
                "what": ["signs", "links"],
                "changed": [],
                "left": ["answers", "options"],
                "origin": None,
            }
        ]


def test_a_review_is_of_that_pair_alone(folder: Path):
    changed(folder, "areas", with_a_nail)
    knowledge = wholly_reviewed(folder)

    for page in other_pages(knowledge):
        assert "Toe Tester" not in text_of(page), page.title
        assert NOT_YET in imprint(page)


def test_about_names_the_pairs_that_were_reviewed(folder: Path):
    text = flowing(text_of(about.page(reviewed(folder, Part.SIGNS), "1")))

    assert "Nobody with clinical training has reviewed all of it yet." in text
    assert "Reviewed by Toe Tester, toe nurse, 2001-03: signs." in text


def test_a_pair_that_is_reviewed_whole_leaves_no_rest(folder: Path):
    knowledge = wholly_reviewed(folder)

    (page, *_) = pages_of_the_pair(knowledge)

    assert "2001-03: signs, answers, options and links." in imprint(page)
    assert "Not yet reviewed" not in imprint(page)


# Other words than those that were read


def renamed(pairs: Any) -> None:
    pairs[0]["together"]["answer"] = "They seldom go together [string-2001]."


def test_what_has_changed_since_is_told(folder: Path):
    reviewed(folder, Part.SIGNS, Part.ANSWERS)

    (page, *_) = pages_of_the_pair(changed(folder, "pairs", renamed))

    assert "2001-03: signs and answers (changed since: answers)." in imprint(page)
    assert NOT_YET not in imprint(page)


def test_where_all_of_it_has_changed_nobody_has_reviewed_it_as_it_stands(folder: Path):
    reviewed(folder, Part.ANSWERS)

    (page, *_) = pages_of_the_pair(changed(folder, "pairs", renamed))

    assert "answers (changed since: answers)." in imprint(page)
    assert "As it stands, not reviewed by a clinician." in imprint(page)


def sign_reworded(flags: Any) -> None:
    flags[0]["why"] = "Something else may be behind it."


def evidence_of_a_link_changed(mechanisms: Any) -> None:
    mechanisms[-1]["links"][-1]["evidence"][0]["shows"] = "In 11 people both hurt in tight shoes."


def grade_of_a_link_changed(mechanisms: Any) -> None:
    mechanisms[-1]["links"][-1]["certainty"] = "moderate"


@pytest.mark.parametrize(
    ("kind", "change", "part"),
    [
        ("red_flags", sign_reworded, Part.SIGNS),
        ("mechanisms", evidence_of_a_link_changed, Part.LINKS),
        ("mechanisms", grade_of_a_link_changed, Part.LINKS),
        ("pairs", renamed, Part.ANSWERS),
    ],
)
def test_a_part_has_another_mark_once_its_words_grade_or_evidence_change(
    tiny: Knowledge, folder: Path, kind: str, change: Callable[[Any], None], part: Part
):
    marks = marks_in(tiny)

    others = marks_in(changed(folder, kind, change))

    assert [one for one in marks if marks[one] != others[one]] == [part]


def test_marks_are_the_same_from_compiled_knowledge_and_in_either_order(
    folder: Path, tmp_path: Path
):
    knowledge = wholly_reviewed(folder)
    file = tmp_path / "knowledge.jsonl"
    file.write_text(compile_knowledge(knowledge), encoding="ascii")

    again = read_compiled(file)

    assert again.pairs[PAIR] == knowledge.pairs[PAIR]
    assert marks_in(again) == marks_in(knowledge)


def test_the_sheet_has_the_lines_by_which_a_review_is_entered(tiny: Knowledge, folder: Path):
    known = explain(tiny, areas_of(tiny, "toe", "ankle"))
    text = text_of(review.page(tiny, known))

    lines = [line.strip("* ") for line in text.splitlines() if "{part: " in line]

    what = [yaml.safe_load(line) for line in lines]
    marks = marks_in(tiny).items()
    assert what == [{"part": str(part), "text": mark} for part, mark in marks]
    page = next(pages_of_the_pair(entered(folder, {}, what=what)))
    assert "changed since" not in imprint(page)


# Files of a reader's own


def own_pair(what: list[dict[str, str]]) -> dict[str, Any]:
    (pair,) = yaml.safe_load((TINY / "pairs.yaml").read_text(encoding="utf-8"))
    return {**pair, "verdict": "All is well.", "reviewed": [{**BY, "what": what}]}


def laid_over(base: Knowledge, tmp_path: Path, **entries: object) -> Knowledge:
    file = tmp_path / "stranger.yaml"
    file.write_text(yaml.safe_dump(entries), encoding="utf-8")
    return read_own(base, [file]).sound()


def test_a_review_in_an_own_file_is_told_as_that_files_and_not_as_painlinks(
    tiny: Knowledge, tmp_path: Path
):
    pair = own_pair([{"part": "signs", "text": "bcdfghjk"}])
    knowledge = laid_over(tiny, tmp_path, pairs=[pair])

    for page in pages_of_the_pair(knowledge):
        assert NOT_YET in imprint(page)
        assert "A file of your own says: Reviewed by Toe Tester" in imprint(page)
        assert "(from stranger.yaml, not reviewed by painlink" in imprint(page)


def test_an_own_file_takes_no_review_of_painlinks_for_its_own_words(folder: Path, tmp_path: Path):
    base = wholly_reviewed(folder)
    pair = own_pair([])
    del pair["reviewed"]

    for page in pages_of_the_pair(laid_over(base, tmp_path, pairs=[pair])):
        assert "Toe Tester" not in text_of(page)
        assert page.is_text or NOT_YET in imprint(page)


def test_what_is_laid_over_it_does_not_change_what_was_reviewed(folder: Path, tmp_path: Path):
    base = wholly_reviewed(folder)
    sign = yaml.safe_load((TINY / "red_flags.yaml").read_text(encoding="utf-8"))[0]
    knowledge = laid_over(base, tmp_path, red_flags=[{**sign, "id": "mine", "name": "my sign"}])

    for page in pages_of_the_pair(knowledge):
        assert "Reviewed by Toe Tester" in imprint(page)
        assert "changed since" not in imprint(page)


# What is refused


def told_of(painlink: Callable[..., Result], folder: Path, reviews: list[object]) -> str:
    """Return the problems of the tiny knowledge with *reviews* of its pair."""
    file = folder / "pairs.yaml"
    (pair,) = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(yaml.safe_dump([{**pair, "reviewed": reviews}], sort_keys=False))
    result = painlink("validate", str(folder))
    assert result.exit_code == 3
    return result.stdout


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"date": "yesterday"}, "reviewed.0.date: a month is written as 2026-11"),
        ({"what": []}, "reviewed.0.what: a review is of at least one part"),
        ({"what": [{"part": "signs", "text": "bcdfghjk"}] * 2}, "each told once"),
        ({"what": [{"part": "all", "text": "bcdfghjk"}]}, "expected one of signs, answers"),
        ({"what": [{"part": "signs", "text": "12345678"}]}, "what.0.text: the mark of a text"),
        ({"name": " "}, "reviewed.0.name: expected text"),
        ({"mail": "a"}, "reviewed.0.mail: unknown key 'mail'"),
    ],
    ids=str,
)
def test_a_review_that_cannot_be_one_is_refused_with_its_place(
    painlink: Callable[..., Result], folder: Path, more: dict[str, object], told: str
):
    one = {**BY, "what": [{"part": "signs", "text": "bcdfghjk"}], **more}

    assert told in told_of(painlink, folder, [one])


def test_more_reviews_than_a_page_can_name_are_refused(
    painlink: Callable[..., Result], folder: Path
):
    one = {**BY, "what": [{"part": "signs", "text": "bcdfghjk"}]}

    assert "reviewed: at most 20 reviews; found 21" in told_of(painlink, folder, [one] * 21)
