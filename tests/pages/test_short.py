"""`painlink explain --short`: the answer and its signs on one small screen."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from typer.testing import Result

from painlink.explain.leading import leading
from painlink.explain.red_flags import red_flags
from painlink.model.grades import Urgency
from painlink.pages import brief
from painlink.pages.blocks import Page
from tests.conftest import KNOWLEDGE
from tests.shown import AREAS, ONE_WORKER_MAKES_THEM, PAIRS, TEXTS, explained, flowing, text_of
from tests.walks import walk

pytestmark = ONE_WORKER_MAKES_THEM

MOST_LINES = 22

asked_about = walk(asked=[*((area,) for area in AREAS), *PAIRS])


@cache
def short_page(asked: tuple[str, ...]) -> Page:
    return brief.page(KNOWLEDGE, explained(asked))


@cache
def short_text(asked: tuple[str, ...], form: str = "plain") -> str:
    return text_of(short_page(asked), form)


@walk(form=TEXTS)
@asked_about
def test_it_has_at_most_22_lines_at_80_columns(asked: tuple[str, ...], form: str):
    assert len(short_text(asked, form).splitlines()) <= MOST_LINES


@asked_about
def test_it_answers_then_warns_then_leads_on(asked: tuple[str, ...]):
    text = flowing(short_text(asked))
    parts = [
        "linked",
        re.sub(r"\s?\[[a-z0-9-]+\]", "", explained(asked).verdict),
        "Get help now if you have any of these",
        "or go to an emergency room",
        *([] if "itself" in text else ["See or call a doctor today for: "]),
        f"Read on: painlink explain {' '.join(one.id for one in explained(asked).areas)}",
        KNOWLEDGE.about.disclaimer_in_brief,
    ]

    places = [text.find(part) for part in parts]

    assert -1 not in places
    assert places == sorted(places)
    assert text.endswith(parts[-1])


@asked_about
def test_it_names_the_first_emergencies_in_few_words(asked: tuple[str, ...]):
    text = flowing(short_text(asked)).casefold()
    first = leading(KNOWLEDGE, asked).now[:5]

    assert [flag.id for flag in first if flag.short.rstrip(".").casefold() not in text] == []


@asked_about
def test_no_sign_for_today_stands_there_without_what_makes_it_an_emergency(
    asked: tuple[str, ...],
):
    now, _, today = flowing(short_text(asked)).casefold().partition("see or call a doctor today")
    told = {flag for flag in red_flags(KNOWLEDGE, asked) if few_words(flag.short) in now}
    emergencies = {
        flag.id for flag in red_flags(KNOWLEDGE, asked) if flag.urgency is Urgency.EMERGENCY
    }

    hidden = [
        (flag.id, id_)
        for flag in leading(KNOWLEDGE, asked).for_today
        if few_words(flag.short) in today
        for id_ in emergencies & set(flag.turns_into) - {flag.id for flag in told}
    ]

    assert hidden == []


def few_words(short: str) -> str:
    return short.rstrip(".").casefold()


@asked_about
def test_it_names_the_best_links_by_certainty_and_no_ratio(asked: tuple[str, ...]):
    text = flowing(short_text(asked))
    links = explained(asked).links
    told = [link for link in links if not link.danger] or links  # the signs tell of dangers
    names = list(dict.fromkeys(link.name for link in told))[:3]

    assert [name for name in names if f"{name[1:]} (" not in text] == []
    assert re.search(r"\bodds\b|\btimes the\b|\brisk of\b|\d\.\d", text) is None


@pytest.mark.parametrize("form", [(), ("--plain",), ("--markdown",), ("-o", "page.md")])
def test_it_is_there_as_text(
    painlink: Callable[..., Result], form: tuple[str, ...], tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    result = painlink("explain", "back", "headache", "--short", *form)

    written = "".join(file.read_text("utf-8") for file in tmp_path.iterdir())
    assert result.exit_code == 0
    assert "They probably come together often" in result.stdout + written


@pytest.mark.parametrize(
    "form", [("--json",), ("--html",), ("-o", "page.html"), ("-o", "page.json")], ids=" ".join
)
def test_it_is_no_page_for_programs_or_browsers(
    painlink: Callable[..., Result], form: tuple[str, ...], tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    result = painlink("explain", "back", "headache", "--short", *form)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("painlink: --short and --")
    assert list(tmp_path.iterdir()) == []


def test_short_and_full_exclude_each_other(painlink: Callable[..., Result]):
    result = painlink("explain", "back", "headache", "--short", "--full")

    assert result.exit_code == 2
    assert "--short and --full cannot be used together" in result.stderr
