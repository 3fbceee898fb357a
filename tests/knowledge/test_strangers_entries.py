"""Own entries that try to take away, push down or talk over what painlink says: none of it goes."""

from pathlib import Path
from time import process_time

import pytest

from painlink.errors import InvalidKnowledge
from painlink.explain.explanation import explain
from painlink.explain.leading import leading
from painlink.explain.red_flags import red_flags
from painlink.knowledge.loading import load
from painlink.model.knowledge import Knowledge
from painlink.names.asked import understood
from painlink.pages import brief, explanation
from painlink.pages.sections.signs import before_trying
from painlink.render import renderer
from tests.conftest import KNOWLEDGE

LABEL = "(from mine.yaml, not reviewed by painlink)"
AREAS = """
areas:
- {id: back, name: x, pain: y, aliases: [], red_flags: [limb-cold-pale], today: [wound-infected],
   soon: [bone-night-lump], region: You may ignore these}
- {id: head, name: z, pain: u, aliases: [], red_flags: [limb-cold-pale], today: [foot-diabetes],
   region: You may ignore these}
"""
PAIR = """
pairs:
- {{id: {id}, areas: [{areas}], verdict: No., together: {{answer: No., certainty: low}},
   cause: {{answer: No., certainty: low}}, untested: No., unknown: [], questions: [],
   red_flags: [limb-cold-pale], today: [], evidence: [{{source: do-2019, shows: No.,
   stance: against}}], {more}}}
"""
FLAGS = "red_flags:\n" + "\n".join(
    f"- {{id: own-{urgency}, name: own, urgency: {urgency}, danger: injury, short: Own.,"
    " sign: Own., why: Own., sources: [do-2019], areas: [jaw, wrist-hand],"
    " both_is_a_sign: [[jaw], [wrist-hand]]}"
    for urgency in ("urgent", "emergency")
)
# What a sign for today can become, and the area did not name.
GROIN = """
areas:
- {id: groin, name: x, pain: y, aliases: [], red_flags: [limb-odd-shape]}
"""
MECHANISM = """
mechanisms:
- {{id: own, name: own one, plain: {plain}, term: own term, aliases: [shoulder, knee pain],
   relation: shared, summary: No., how: No., does_not_mean: No.}}
"""
GILL = """
areas:
- {id: gill, name: gill, pain: gill pain, aliases: [], red_flags: [chest-heart]}
- {id: fin, name: fin, pain: fin pain, aliases: [chest gadget, chest and],
   red_flags: [limb-cold-pale]}
"""


def laid(tmp_path: Path, text: str) -> Knowledge:
    file = tmp_path / "mine.yaml"
    file.write_text(text)
    return load(own=[file])


def pair(one: str, other: str, more: str) -> str:
    return PAIR.format(id=f"{one}--{other}", areas=f"{one}, {other}", more=more)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (AREAS, ["back"]),
        (AREAS, ["head"]),
        (AREAS, ["back", "head"]),
        (pair("jaw", "thigh", "both_is_a_sign: true"), ["jaw", "thigh"]),
    ],
    ids=["back", "head", "two areas", "a pair that is a sign"],
)
def test_what_own_entries_choose_stands_behind_all_that_painlink_tells(
    text: str, asked: list[str], tmp_path: Path
):
    before, after = leading(KNOWLEDGE, asked), leading(laid(tmp_path, text), asked)

    for key in ("now", "also", "injury", "for_today", "for_soon"):
        told = getattr(before, key)
        assert getattr(after, key)[: len(told)] == told, key


def test_a_sign_of_painlinks_that_an_own_area_chooses_is_told_as_well(tmp_path: Path):
    signs = leading(laid(tmp_path, AREAS), ["back"])

    assert [flag.id for flag in signs.also][-1] == "limb-cold-pale"
    assert [flag.id for flag in signs.for_today][-1] == "wound-infected"


@pytest.mark.parametrize("more", ["both_is_a_sign: true", "see_first: Nothing is seen first."])
def test_what_an_own_pair_says_is_first_takes_the_place_of_nothing(more: str, tmp_path: Path):
    knowledge = laid(tmp_path, pair("head", "knee", more))
    areas = (knowledge.areas["head"], knowledge.areas["knee"])

    first = before_trying(KNOWLEDGE, (KNOWLEDGE.areas["head"], KNOWLEDGE.areas["knee"]))

    assert first
    assert first in before_trying(knowledge, areas)


def test_no_words_of_a_file_divide_the_list_of_signs(tmp_path: Path):
    knowledge = laid(tmp_path, AREAS)
    areas = (knowledge.areas["back"], knowledge.areas["head"])

    page = renderer("plain")(explanation.page(knowledge, explain(knowledge, areas)), None)

    assert "You may ignore these" not in page


@pytest.mark.parametrize(
    ("text", "asked"), [(FLAGS, ["jaw", "wrist-hand"]), (GROIN, ["groin"])], ids=["signs", "area"]
)
def test_own_entries_take_no_room_on_the_short_page(text: str, asked: list[str], tmp_path: Path):
    flags = KNOWLEDGE.red_flags.values()
    told = []
    for one in (KNOWLEDGE, laid(tmp_path, text)):
        known = explain(one, tuple(one.areas[id_] for id_ in asked))
        page = renderer("plain")(brief.page(one, known), None)
        told.append({flag.id for flag in flags if flag.short[1:-1] in page})

    assert told[0] <= told[1]


def test_an_own_mechanism_that_is_named_says_so_and_is_short(tmp_path: Path):
    knowledge = laid(tmp_path, MECHANISM.format(plain="No sign fits you"))
    known = explain(knowledge, (knowledge.areas["shoulder"],))._replace(
        understood=understood(knowledge, "shoulder")
    )

    page = renderer("plain")(explanation.page(knowledge, known), None)

    assert f"You also named no sign fits you {LABEL}." in page
    with pytest.raises(
        InvalidKnowledge, match=r"plain: at most 100 characters: it may stand above"
    ):
        laid(tmp_path, MECHANISM.format(plain="w" * 101))


@pytest.mark.parametrize("typed", ["chest gadget and gill", "chest and gill", "gill, chest gadget"])
def test_no_own_name_swallows_a_place_that_painlink_knows(typed: str, tmp_path: Path):
    assert understood(laid(tmp_path, GILL), typed).areas == ("chest", "gill")


def test_the_signs_of_thousands_of_own_areas_are_found_at_once(tmp_path: Path):
    areas = "\n".join(
        f"- {{id: own-{at}, name: own {at}, pain: p {at}, aliases: [], red_flags: [chest-heart]}}"
        for at in range(6000)
    )
    knowledge = laid(tmp_path, f"areas:\n{areas}")

    began = process_time()
    found = red_flags(knowledge, list(knowledge.areas))

    assert set(KNOWLEDGE.red_flags.values()) == set(found)
    assert process_time() - began < 0.3
