"""No file of a reader's own takes a warning sign away."""

import json
import re
from pathlib import Path

import pytest

from painlink.errors import InvalidKnowledge
from painlink.explain.explanation import explain
from painlink.knowledge.loading import load
from painlink.pages import brief, explanation, handout, warnings
from painlink.render import renderer
from tests.conftest import KNOWLEDGE
from tests.shown import AREAS


@pytest.fixture
def silencing(tmp_path: Path) -> Path:
    """Return a file with an own area under the id of each of painlink's, with one sign."""
    file = tmp_path / "areas.yaml"
    file.write_text(
        "\n".join(
            f"- {{id: {id_}, name: own {id_}, pain: own {id_} pain, aliases: [],"
            " red_flags: [sepsis-signs], today: []}"
            for id_ in AREAS
        )
    )
    return file


def test_an_own_area_under_the_id_of_painlinks_takes_no_sign_away(silencing: Path):
    laid = load(own=[silencing])

    lost = []
    for id_, before in KNOWLEDGE.areas.items():
        after = laid.areas[id_]
        page = explanation.page(laid, explain(laid, [after]))
        told = {flag["id"] for flag in json.loads(renderer("json")(page, 80))["red_flags"]}
        for signs, kept in (
            (before.red_flags, after.red_flags),
            (before.today, after.today),
        ):
            lost += [(id_, sign) for sign in signs if sign not in kept or sign not in told]
            lost += [(id_, "order")] * (kept[: len(signs)] != signs)

    assert [id_ for id_, area in laid.areas.items() if not area.origin] == []
    assert lost == []


# What stands above the signs

FOREMOST = 20  # lines of a screen of 24


def pushing(folder: Path, *, name: int = 40, pain: int = 50, verdict: int = 300) -> list[Path]:
    """Return files with five own areas and a pair, in words of so many letters."""
    files = []
    for number in range(5):
        files.append(folder / f"{'a long name of a file ' * 3}{number}.yaml")
        words = f"a{number} {'very long ' * 40}"
        files[-1].write_text(
            f"areas: [{{id: own-{number}, name: '{words[: name - 1]}x', aliases: [], "
            f"pain: '{words[: pain - 1]}x', red_flags: [chest-heart]}}]"
        )
    files.append(folder / "pair.yaml")
    told = f"{'They may go together. ' * 60}"[: verdict - 1]
    files[-1].write_text(f"""
sources: [{{id: notes, kind: expert-opinion, title: Notes, year: 2026, container: our desk}}]
pairs:
  - id: back--head
    areas: [back, head]
    verdict: "{told}."
    together: {{answer: It is very uncertain whether they go together., certainty: very-low}}
    cause: {{answer: It is very uncertain whether one causes the other., certainty: very-low}}
    untested: Nobody has tested it.
    unknown: []
    questions: []
    red_flags: [meningitis-signs]
    today: []
    evidence: [{{source: notes, shows: Some say so., stance: mixed, counted: neither}}]
""")
    return files


@pytest.mark.parametrize("form", ["terminal", "plain", "markdown"])
def test_whatever_own_entries_are_called_the_signs_stand_on_the_first_screen(
    tmp_path: Path, form: str
):
    laid = load(own=pushing(tmp_path))
    asked = [["back", *(f"own-{number}" for number in range(5))], ["back", "head"], ["own-0"]]
    late: dict[tuple[str, ...], int] = {}

    for ids in asked:
        known = explain(laid, [laid.areas[id_] for id_ in ids])
        pages = {
            "explain": explanation.page(laid, known),
            "short": brief.page(laid, known),
            "handout": handout.page(laid, known),
            "redflags": warnings.page(laid, known.areas),
        }
        for name, page in pages.items():
            lines = renderer(form)(page, 80).splitlines()
            at = next(n for n, line in enumerate(lines) if "Get help now" in line)
            late |= {(name, *ids): at} if at > FOREMOST else {}

    assert late == {}


@pytest.mark.parametrize(
    ("longer", "told"),
    [
        ({"name": 41}, "areas.0.name: at most 40 characters: it stands in titles"),
        ({"pain": 51}, "areas.0.pain: at most 50 characters: it stands in titles"),
        ({"verdict": 301}, "pairs.0.verdict: at most 300 characters: the warning signs follow it"),
    ],
)
def test_what_would_push_the_signs_down_is_refused(
    tmp_path: Path, longer: dict[str, int], told: str
):
    with pytest.raises(InvalidKnowledge, match=re.escape(told)):
        load(own=pushing(tmp_path, **longer))
