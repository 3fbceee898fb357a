"""The sheet for a reviewer: every claim of a page is on it, with what it rests on."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from typer.testing import Result

from painlink.explain.claims.records import Claim
from painlink.model.grades import Certainty
from painlink.model.reviews import Part
from painlink.model.words.texts import CITATION
from painlink.pages import review
from painlink.pages.blocks import Blanks, Choices, Heading, Item, Page, References, strong
from painlink.pages.sections.claims import VERDICTS
from painlink.pages.sections.untold import texts_of
from painlink.render.lines import words
from tests.conftest import KNOWLEDGE
from tests.shown import (
    ASKED,
    ONE_WORKER_MAKES_THEM,
    asked_about,
    explained,
    explanation_text,
    leading_of,
    page_of,
)

pytestmark = [pytest.mark.slow, ONE_WORKER_MAKES_THEM]

FOUNDING = ("back", "head")
# Lines of a page that claim nothing: what it is for, where to read on, where it is from.
NO_CLAIMS = re.compile(
    r"For adults: how sure it is, what to try, whom to see|No diagnosis, no doses"
    r"|Every sign, |Every warning sign|Go deeper"
    r"|Each line names a place|To read on|or another place"
    r"|Exercises, step by step|To read: |Read on|Print: painlink|Then, for |^\[ \] "
)
HEADS = re.compile(r"^(?:[^.?:;]*:\s+)+")  # a label, or more than one: "Today, for the back: "
# How sure the page is, in brackets: the sheet has that beside each claim.
LEVELS = re.compile(r" \((?=[^()]*(?:low|moderate|high|no help shown)\b)[^()]*\)")
MORE = re.compile(r"(?:and )?\d+ more\.?")
END = re.compile(r"(?<=[.?])\s+|;\s+")


@cache
def sheet_of(asked: tuple[str, ...]) -> Page:
    return review.page(KNOWLEDGE, explained(asked))


@cache
def claims_on(asked: tuple[str, ...]) -> tuple[Claim, ...]:
    contents = sheet_of(asked).contents()
    assert isinstance(contents, review.ReviewSheet)
    return contents.claims


@cache
def sheet_text(asked: tuple[str, ...]) -> str:
    """Return what the sheet says; that each format shows all of it is tested with all pages."""
    texts = texts_of(sheet_of(asked).blocks)
    return "\n".join("".join(span.text for span in text) for text in texts)


def bare(text: str) -> str:
    """Return the words of *text*, without citations, case and signs."""
    text = re.sub(r"\s\[[\d,]+\]", "", text)
    return " ".join(re.findall(r"\w+", text.casefold()))


def claimed(asked: tuple[str, ...]) -> Iterator[str]:
    """Yield each sentence of the page, and of a sentence that is a list each item."""
    body = explanation_text(asked, width=100_000).partition("\nSources (")[0]
    titles = {block.text for block in page_of(asked).blocks if isinstance(block, Heading)}
    for line in body.splitlines()[1:]:
        is_said = line.startswith("  ") and line.strip() not in titles
        said = LEVELS.sub("", line.strip().removeprefix("* "))
        for sentence in END.split(said) if is_said else ():
            if not NO_CLAIMS.search(sentence):
                yield sentence


def is_told(sentence: str, told: str) -> bool:
    """Return whether *sentence* is on the sheet: whole, without its label, or each of its names."""
    unlabeled = HEADS.sub("", sentence)
    if any(f" {bare(form)} " in told for form in (sentence, unlabeled)):
        return True
    names = re.split(r", | and |: ", unlabeled.removeprefix("Or: "))
    return all(MORE.fullmatch(name) or f" {bare(name)} " in told for name in names)


@asked_about
def test_every_claim_of_a_page_is_on_its_sheet(asked: tuple[str, ...]):
    told = f" {bare(sheet_text(asked))} "

    assert [one for one in claimed(asked) if not is_told(one, told)] == []


@asked_about
def test_every_sign_that_leads_a_page_is_on_its_sheet(asked: tuple[str, ...]):
    signs = leading_of(asked)
    worse = [flag for one in (*signs.today, *signs.soon) for flag in one.worse]
    shown = {*signs.now, *signs.also, *signs.injury, *signs.for_today, *signs.for_soon, *worse}

    assert {one.entry for one in claims_on(asked) if one.key == "sign"} == {f.id for f in shown}


@asked_about
def test_every_link_cause_and_option_of_a_page_is_on_its_sheet(asked: tuple[str, ...]):
    known = explained(asked)
    ids = {link.id for link in (*known.links, *known.unsupported)}
    ids |= {chain.id for chain in known.chains} | {cause.id for cause in known.everyday}
    ids |= {approach.id for approach in known.approaches}
    benefits = [benefit.answer for one in known.approaches for benefit in one.benefits]

    claims = claims_on(asked)

    assert ids - {one.entry for one in claims} == set()
    assert [one.says[0] for one in claims if one.key == "benefit"] == benefits


@asked_about
def test_signs_come_first_and_what_matters_less_for_safety_later(asked: tuple[str, ...]):
    parts = [one.part for one in claims_on(asked)]
    order = list(Part)

    assert parts == sorted(parts, key=order.index)
    assert parts[0] is Part.SIGNS
    urgencies = [one.urgency.rank for one in claims_on(asked) if one.urgency]
    assert urgencies == sorted(urgencies)


@asked_about
def test_each_claim_has_a_number_boxes_and_a_line_for_a_note(asked: tuple[str, ...]):
    items = [block for block in sheet_of(asked).blocks if isinstance(block, Item)]

    assert len(items) == len(claims_on(asked))
    for number, item in enumerate(items, start=1):
        *_, boxes, note = item.blocks
        assert item.name[0].text == f"{number}. "
        assert boxes == Choices(strong(f"Claim {number} is:"), VERDICTS)
        assert note == Blanks(strong("Note:"), 1)


def test_the_boxes_are_these():
    assert VERDICTS == ("right", "too strong", "too weak", "wrong", "unsafe")


@asked_about
def test_the_sheet_tells_how_many_claims_it_has(asked: tuple[str, ...]):
    assert f"There are {len(claims_on(asked))} claims" in sheet_text(asked)


@asked_about
def test_each_graded_claim_shows_its_grade_its_reasons_and_what_each_source_shows(
    asked: tuple[str, ...],
):
    items = [block for block in sheet_of(asked).blocks if isinstance(block, Item)]
    for item, claim in zip(items, claims_on(asked), strict=True):
        texts = texts_of((item,))
        shown = bare(" ".join(span.text for text in texts for span in text))
        if claim.certainty:
            assert bare(claim.certainty.label) in shown
        for reason in claim.why_grade:
            assert bare(CITATION.sub("", reason.says)) in shown
        for piece in claim.evidence:
            assert bare(piece.shows) in shown
        for looked in claim.looked_up:
            assert bare(looked.searched) in shown


@asked_about
def test_every_source_of_a_claim_is_listed_whole_with_its_address(asked: tuple[str, ...]):
    (references,) = (one for one in sheet_of(asked).blocks if isinstance(one, References))
    listed = " ".join(words(one.in_full) for one in references.items)
    cited = {piece.source for claim in claims_on(asked) for piece in claim.evidence}
    cited |= {source for claim in claims_on(asked) for source in claim.sources}

    for source in (KNOWLEDGE.sources[id_] for id_ in cited):
        assert (source.address or source.title) in listed, source.id


@pytest.mark.parametrize("asked", [FOUNDING, ("head",)], ids=" ".join)
def test_its_parts_come_in_this_order(asked: tuple[str, ...]):
    parts = [one.text for one in sheet_of(asked).blocks if isinstance(one, Heading)]

    assert parts == [
        "Warning signs (signs)",
        "The short answer (answers)",
        "What a person can do (options)",
        "How they may be linked, and stories that do not hold (links)",
        "Everyday causes (causes)",
        "What is said of each place (areas)",
        "To enter it",
    ]


def test_a_story_is_told_as_one_and_with_what_is_true_instead():
    text = sheet_text(FOUNDING)
    stories = [one for one in claims_on(FOUNDING) if one.key == "story"]

    assert stories
    for story in stories:
        assert story.certainty is Certainty.UNSUPPORTED
        assert f'The story "{story.name}" (not supported)' in text


def test_it_asks_who_reviewed_it_and_goes_back_to_whoever_gave_it():
    text = sheet_text(FOUNDING)
    opening = text.partition("Warning signs")[0]

    for asked in ("Your name:", "Your role, and your training:", "Date:", "I have read:"):
        assert asked in opening
    assert "Give the sheet back to whoever gave it to you." in opening
    assert not re.search(r"@|https?:|www\.", opening)


def test_no_word_of_whoever_asked_stands_on_it(painlink: Callable[..., Result]):
    result = painlink("review", "my silly sholder is killing me, and my head")

    assert "killing" not in result.stdout
    assert "understood: the shoulder and the head" in result.stderr


def test_json_has_the_claims_in_their_order(painlink: Callable[..., Result]):
    document = json.loads(painlink("review", "back", "headache", "--json").stdout)

    assert [one["says"] for one in document["claims"]] == [
        list(one.says) for one in claims_on(FOUNDING)
    ]
    assert [one["part"] for one in document["marks"]] == list(Part)


def test_a_sheet_of_two_areas_without_an_answer_of_their_own_cannot_be_entered():
    without = next(one for one in ASKED if len(one) == 2 and "--".join(sorted(one)) not in PAIRS)

    assert "can be entered only where" in sheet_text(without)


PAIRS = KNOWLEDGE.pairs
