"""The knowledge files: what makes them sound, and how each mistake is reported."""

import shutil
from pathlib import Path
from time import gmtime

import pytest

from painlink.errors import InvalidKnowledge, Problem
from painlink.explain.explanation import explain
from painlink.knowledge.loading import load
from painlink.model.entries import pair_id
from painlink.model.knowledge import Knowledge
from painlink.pages import explanation
from painlink.render import renderer
from tests.conftest import TINY

FILES = sorted(path.name for path in TINY.glob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the tiny knowledge, to break."""
    copy = tmp_path / "data"
    shutil.copytree(TINY, copy)
    return copy


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(InvalidKnowledge) as caught:
        load(folder)
    return caught.value.problems


def replaced(folder: Path, file: str, old: str, new: str) -> Path:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_knowledge_painlink_ships_with_is_sound():
    assert load().areas


def test_an_index_gives_every_entry_by_its_id(tiny: Knowledge):
    assert tiny.areas["toe"].pain == "toe pain"
    assert next(link.id for link in tiny.links.values()) == "toe--sole--tug"
    assert tiny.mechanism("tug").links[0].mechanism == "tug"


def test_a_pair_is_found_in_either_order(tiny: Knowledge):
    assert tiny.pair("toe", "ankle") == tiny.pair("ankle", "toe") == tiny.pairs["ankle--toe"]


def test_a_part_takes_the_pair_answer_of_its_whole():
    knowledge = load()

    assert knowledge.pair("lower-back", "head") == knowledge.pairs["back--head"]


def test_the_id_of_a_pair_is_in_alphabetical_order():
    assert pair_id("head", "back") == pair_id("back", "head") == "back--head"


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(folder: Path, file: str):
    (folder / file).unlink()

    (problem,) = problems(folder)

    assert problem.file.endswith(file)
    assert "missing" in problem.message


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_yaml_is_reported_at_its_line(folder: Path, file: str):
    (folder / file).write_text("one: [1,\ntwo: }\n", encoding="utf-8")

    (problem,) = problems(folder)

    assert str(problem).startswith(f"{file}:2:6: not valid YAML")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_utf8_is_refused(folder: Path, file: str):
    (folder / file).write_bytes(b"- id: \xff\xfe\n")

    (problem,) = problems(folder)

    assert problem.message == "not a text in UTF-8; save it as UTF-8"


@pytest.mark.parametrize("file", FILES)
def test_an_empty_file_is_refused(folder: Path, file: str):
    (folder / file).write_text("", encoding="utf-8")

    assert any(
        problem.file == file and "expected" in problem.message for problem in problems(folder)
    )


def test_a_byte_order_mark_is_allowed(folder: Path):
    path = folder / "areas.yaml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")

    assert load(folder).areas


PLANTED = {
    "a key given twice": (
        "areas.yaml",
        "  name: toe\n",
        "  name: toe\n  name: toe\n",
        "areas.yaml:3:3: not valid YAML: the key 'name' is given twice",
    ),
    "a key nobody knows": (
        "areas.yaml",
        "  pain: toe pain",
        "  pian: toe pain",
        "areas.yaml:3:3: 0.pian: unknown key 'pian'; did you mean 'pain'?",
    ),
    "a key that is missing": (
        "areas.yaml",
        "  pain: toe pain\n",
        "",
        "areas.yaml:1:3: 0: the key 'pain' is missing",
    ),
    "a text that is a number": (
        "areas.yaml",
        "pain: toe pain",
        "pain: 7",
        "areas.yaml:3:3: 0.pain: expected text; found '7'; put it in quotes",
    ),
    "a text that is empty": (
        "areas.yaml",
        "pain: toe pain",
        "pain: ' '",
        "areas.yaml:3:3: 0.pain: expected text; found nothing",
    ),
    "a list that is a text": (
        "areas.yaml",
        "aliases: [big toe]",
        "aliases: big toe",
        "areas.yaml:4:3: 0.aliases: expected a list; found 'big toe'",
    ),
    "a number that is a text": (
        "sources.yaml",
        "year: 2001",
        "year: soon",
        "sources.yaml:5:3: 0.year: expected a whole number; found 'soon'",
    ),
    "a relation nobody knows": (
        "mechanisms.yaml",
        "relation: acts-on",
        "relation: pulls",
        "mechanisms.yaml:6:3: 0.relation: expected one of acts-on, felt-in, shared; found 'pulls'",
    ),
    "an entry that is a text": (
        "sources.yaml",
        "- id: no-string-2002\n  kind: patient-page\n  title: No string was found",
        "- no-string-2002",
        "sources.yaml:9:3: 1: expected keys and values; found 'no-string-2002'",
    ),
    "a certainty nobody knows": (
        "mechanisms.yaml",
        "certainty: moderate",
        "certainty: medium",
        "mechanisms.yaml:15:7: 0.links.0.certainty: expected one of "
        "high, moderate, low, very-low, unsupported; found 'medium'",
    ),
    "an urgency nobody knows": (
        "red_flags.yaml",
        "urgency: emergency",
        "urgency: imediate",
        "red_flags.yaml:3:3: 0.urgency: expected one of emergency, urgent, soon; found 'imediate'",
    ),
    "a missing stance": (
        "mechanisms.yaml",
        "          stance: for\n",
        "",
        "mechanisms.yaml:23:11: 0.links.0.evidence.0: the key 'stance' is missing",
    ),
    "a link without evidence": (
        "mechanisms.yaml",
        "      evidence:\n        - source: no-string-2002\n"
        "          shows: No string was found.\n          stance: against\n",
        "      evidence: []\n",
        "mechanisms.yaml:52:7: 0.links.2.evidence: a link needs at least one piece of evidence",
    ),
    "a link from an area to itself": (
        "mechanisms.yaml",
        "to: sole",
        "to: toe",
        "mechanisms.yaml:13:7: 0.links.0.to: a link joins two different areas",
    ),
    "an area nobody knows": (
        "mechanisms.yaml",
        "to: sole",
        "to: soul",
        "mechanisms.yaml:13:7: 0.links.0.to: no area with the id 'soul'; did you mean 'sole'?",
    ),
    "a source nobody knows": (
        "red_flags.yaml",
        "sources: [no-string-2002]",
        "sources: [no-strings]",
        "red_flags.yaml:29:13: 2.sources.0: no source with the id 'no-strings'; "
        "did you mean 'no-string-2002'?",
    ),
    "a red flag nobody knows": (
        "pairs.yaml",
        "today: [toe-fever]",
        "today: [toe-fevr]",
        "pairs.yaml:15:11: 0.today.0: no red flag with the id 'toe-fevr'; "
        "did you mean 'toe-fever'?",
    ),
    "a cited source nobody knows": (
        "mechanisms.yaml",
        "joins them [string-2001]",
        "joins them [rope-2001]",
        "mechanisms.yaml:8:3: 0.how: no source with the id 'rope-2001'",
    ),
    "a citation that is not among the evidence": (
        "mechanisms.yaml",
        "probably tugs at the sole [string-2001]",
        "probably tugs at the sole [no-string-2002]",
        "mechanisms.yaml:17:7: 0.links.0.summary: the text cites 'no-string-2002', "
        "which is not among its evidence",
    ),
    "a number without a source": (
        "mechanisms.yaml",
        "It tugs with every step.",
        "It tugs 3 times. Then it stops.",
        "mechanisms.yaml:18:7: 0.links.0.how: this number needs a source in its sentence: "
        "'It tugs 3 times.'",
    ),
    "an id that is not kebab-case": (
        "approaches.yaml",
        "id: bare-feet",
        "id: Bare_Feet",
        "approaches.yaml:1:3: 0.id: an id is lower-case words joined by '-'; found 'Bare_Feet'",
    ),
    "an id given twice": (
        "areas.yaml",
        "- id: nose",
        "- id: ankle",
        "areas.yaml:32:3: 4.id: the id 'ankle' is already used in areas.yaml",
    ),
    "an id that something else has": (
        "approaches.yaml",
        "id: bare-feet",
        "id: toe",
        "approaches.yaml:1:3: 0.id: the id 'toe' is already used in areas.yaml",
    ),
    "an alias that two areas claim": (
        "areas.yaml",
        "aliases: [instep]",
        "aliases: [Big Toes]",
        "areas.yaml:13:13: 1.aliases.0: the name 'Big Toes' already belongs to 'toe'; "
        "choose another",
    ),
    "an alias that is the name of another area": (
        "areas.yaml",
        "aliases: [instep]",
        "aliases: [sore nose]",
        "areas.yaml:32:3: 4.id: the name 'nose' already belongs to 'arch'; choose another",
    ),
    "an ambiguous word that is the name of an area": (
        "ambiguous_words.yaml",
        "words: [tip]",
        "words: [tip, big toe]",
        "ambiguous_words.yaml:2:16: 0.words.1: the name 'big toe' already belongs to 'toe'",
    ),
    "an ambiguous word that means one area": (
        "ambiguous_words.yaml",
        "areas: [toe, nose]",
        "areas: [toe]",
        "ambiguous_words.yaml:3:3: 0.areas: an ambiguous word could mean at least two areas",
    ),
    "a combination with an empty group": (
        "red_flags.yaml",
        "combination: [[toe], [ankle]]",
        "combination: [[toe], []]",
        "red_flags.yaml:30:3: 2.combination: each group of a combination needs at least one area",
    ),
    "an approach without a benefit": (
        "approaches.yaml",
        "  benefits:\n    - areas: [toe]\n      certainty: low\n"
        "      answer: It may ease the toe [string-2001].\n      evidence:\n"
        "        - source: string-2001\n          shows: In 12 people the toe eased.\n"
        "          stance: for\n",
        "  benefits: []\n",
        "approaches.yaml:10:3: 0.benefits: an approach needs at least one benefit",
    ),
    "an area that is a part of itself": (
        "areas.yaml",
        "part_of: sole",
        "part_of: arch",
        "areas.yaml:15:3: 1.part_of: 'arch' is itself a part; an area is part of a whole one",
    ),
    "a pair of one area": (
        "pairs.yaml",
        "areas: [toe, ankle]",
        "areas: [toe, toe]",
        "pairs.yaml:2:3: 0.areas: a pair joins two different areas",
    ),
    "a tag that runs something": (
        "about.yaml",
        "updated: 2001-01",
        "updated: !!python/object/new:os.abort []",
        "about.yaml:2:10: the tag '!!python/object/new:os.abort' means nothing here; leave it out",
    ),
    "a key that is a list": (
        "about.yaml",
        "updated: 2001-01",
        "? [a, b]\n: 1",
        "about.yaml:2:3: not valid YAML: a key is one word",
    ),
    "a way through an area twice": (
        "pairs.yaml",
        "through: [sole]",
        "through: [sole, sole]",
        "pairs.yaml:13:3: 0.through: at most 10 areas, each once; found 2",
    ),
    "a sign that turns into a milder one": (
        "red_flags.yaml",
        "turns_into: [toe-black]",
        "turns_into: [toe-slow]",
        "red_flags.yaml:20:16: 1.turns_into.0: a sign turns into a more urgent one; "
        "'toe-slow' is soon",
    ),
    "both pains that are only one": (
        "red_flags.yaml",
        "combination: [[toe], [ankle]]",
        "combination: [[toe], [ankle]]\n  both_is_a_sign: [[toe]]",
        "red_flags.yaml:31:3: 2.both_is_a_sign: both pains: two groups of areas",
    ),
    "an urgent sign among those that can wait": (
        "areas.yaml",
        "soon: [toe-slow]",
        "soon: [toe-fever]",
        "areas.yaml:7:10: 0.soon.0: here stand soon signs; 'toe-fever' is urgent",
    ),
    "a combination of one area": (
        "red_flags.yaml",
        "combination: [[toe], [ankle]]",
        "combination: [[toe]]",
        "red_flags.yaml:30:3: 2.combination: a combination has at least two groups of areas",
    ),
    "a sign too long to be read in a hurry": (
        "red_flags.yaml",
        "sign: Your toe turns black.",
        f"sign: {'Your toe turns black. ' * 30}",
        "red_flags.yaml:6:3: 0.sign: at most 500 characters: it is read in a hurry",
    ),
    "a place beside the body": (
        "areas.yaml",
        "x: 40, y: 216, width: 4",
        "x: 140, y: 216, width: 4",
        "areas.yaml:8:12: 0.places.0: it lies beside the drawn body, 100 units wide and 220 high",
    ),
    "a sign that is no emergency among those that are": (
        "areas.yaml",
        "red_flags: [toe-black]",
        "red_flags: [toe-slow]",
        "areas.yaml:5:15: 0.red_flags.0: here stand emergency signs; 'toe-slow' is soon",
    ),
    "a link that says it belongs elsewhere": (
        "mechanisms.yaml",
        "      from: toe\n",
        "      mechanism: shoe\n      from: toe\n",
        "mechanisms.yaml:12:7: 0.links.0.mechanism: this link belongs to 'tug'",
    ),
    "a pair under a wrong id": (
        "pairs.yaml",
        "id: ankle--toe",
        "id: toe--ankle",
        "pairs.yaml:1:3: 0.id: the id of this pair is 'ankle--toe'",
    ),
    "a pair without red flags": (
        "pairs.yaml",
        "red_flags: [toe-and-ankle, toe-black]",
        "red_flags: []",
        "pairs.yaml:14:3: 0.red_flags: a pair needs at least one red flag",
    ),
    "a pair of three": (
        "pairs.yaml",
        "areas: [toe, ankle]",
        "areas: [toe, ankle, sole]",
        "pairs.yaml:2:3: 0.areas: expected 2 entries; found 3",
    ),
    "a pair without an answer about cause": (
        "pairs.yaml",
        "  cause:\n    answer: Nobody knows whether one brings on the other.\n"
        "    certainty: very-low\n",
        "",
        "pairs.yaml:1:3: 0: the key 'cause' is missing",
    ),
    "an area without red flags": (
        "areas.yaml",
        "red_flags: [toe-black]",
        "red_flags: []",
        "areas.yaml:5:3: 0.red_flags: every area needs red flags: at least one emergency sign",
    ),
    "a red flag of no area": (
        "red_flags.yaml",
        "  areas: [toe]\n",
        "",
        "red_flags.yaml:11:3: 1.areas: a red flag belongs to some area or combination of areas",
    ),
    "a red flag without a source": (
        "red_flags.yaml",
        "sources: [string-2001]",
        "sources: []",
        "red_flags.yaml:8:3: 0.sources: a red flag needs at least one source",
    ),
    "a year before Christ": (
        "sources.yaml",
        "year: 2001",
        "year: -2026",
        "sources.yaml:5:3: 0.year: a year from 1000 to {next_year}; found -2026",
    ),
    "a year of too many digits": (
        "sources.yaml",
        "year: 2001",
        "year: 200120012001200120",
        "sources.yaml:5:3: 0.year: a year from 1000 to {next_year}; found 200120012001200120",
    ),
    "a year of two digits": (
        "sources.yaml",
        "year: 2001",
        "year: 26",
        "sources.yaml:5:3: 0.year: a year from 1000 to {next_year}; found 26",
    ),
    "a year that is far off": (
        "sources.yaml",
        "year: 2001",
        "year: 2201",
        "sources.yaml:5:3: 0.year: a year from 1000 to {next_year}; found 2201",
    ),
    "a month that no year has": (
        "about.yaml",
        "updated: 2001-01",
        "updated: 2001-13",
        "about.yaml:2:1: updated: a month is written as 2026-11; found '2001-13'",
    ),
    "a month of a year that is far off": (
        "about.yaml",
        "updated: 2001-01",
        "updated: 2999-01",
        "about.yaml:2:1: updated: a month is written as 2026-11; found '2999-01'",
    ),
    "more people than there are": (
        "pairs.yaml",
        "untested: ",
        "untested: 1,100 of every 1,000 people have it [string-2001]. ",
        "pairs.yaml:10:3: 0.untested: this is more than all of them: '1,100 of every 1,000'",
    ),
    "more than all": (
        "pairs.yaml",
        "untested: ",
        "untested: Some 101% of them have it [string-2001]. ",
        "pairs.yaml:10:3: 0.untested: this is more than all of them: '101% of'",
    ),
    "more lines than fit on a sheet": (
        "handout.yaml",
        "lines: 2",
        "lines: 1000000",
        "handout.yaml:7:3: noticed.1.lines: at most 30 lines to write on",
    ),
    "fewer lines than none": (
        "handout.yaml",
        "lines: 2",
        "lines: -1",
        "handout.yaml:7:3: noticed.1.lines: at most 30 lines to write on",
    ),
    "a benefit without evidence": (
        "approaches.yaml",
        "      evidence:\n        - source: string-2001\n"
        "          shows: In 12 people the toe eased.\n          stance: for\n",
        "      evidence: []\n",
        "approaches.yaml:14:7: 0.benefits.0.evidence: "
        "a benefit needs at least one piece of evidence",
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "report"), list(PLANTED.values()), ids=list(PLANTED)
)
def test_a_planted_mistake_is_found_at_its_line(
    folder: Path, file: str, old: str, new: str, report: str
):
    replaced(folder, file, old, new)

    told = report.format(next_year=gmtime().tm_year + 1)
    assert told in [str(problem) for problem in problems(folder)]


def test_an_area_has_at_most_twenty_parts(folder: Path):
    with (folder / "areas.yaml").open("a", encoding="utf-8") as areas:
        for number in range(20):  # with the one that is there one too many
            areas.write(
                f"- {{id: part-{number}, name: part {number}, pain: pain in part {number}, "
                "aliases: [], red_flags: [toe-black], part_of: sole}\n"
            )

    (problem,) = problems(folder)

    assert problem.message == "'sole' has 20 parts already"


def test_every_problem_of_every_file_is_reported_in_one_go(folder: Path):
    replaced(folder, "areas.yaml", "pain: toe pain", "pain: 7")
    replaced(folder, "areas.yaml", "aliases: [instep]", "aliases: instep")
    replaced(folder, "mechanisms.yaml", "to: ankle", "to: ancle")
    replaced(folder, "sources.yaml", "year: 2001", "year: soon")

    found = problems(folder)

    assert [problem.file for problem in found] == [
        "areas.yaml",
        "areas.yaml",
        "mechanisms.yaml",
        "sources.yaml",
    ]


def test_a_mistake_in_one_entry_raises_no_false_alarm_about_others(folder: Path):
    replaced(folder, "sources.yaml", "year: 2001", "year: soon")

    assert [problem.path for problem in problems(folder)] == ["0.year"]


def test_the_message_counts_and_lists_the_problems(folder: Path):
    replaced(folder, "areas.yaml", "pain: toe pain", "pain: 7")

    with pytest.raises(InvalidKnowledge, match=r"have 1 problem:\n  areas\.yaml:3:3: 0\.pain"):
        load(folder)


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("back", "head", "back--head"),
        ("lower-back", "head", "back--head"),
        ("back", "leg", "back--leg"),
        ("back", "knee", "knee--lower-back"),
        ("upper-back", "hip", None),
    ],
)
def test_a_pair_without_its_own_answer_takes_that_of_a_whole_or_of_one_part(
    knowledge: Knowledge, one: str, other: str, pair: str | None
):
    found = knowledge.pair(one, other)

    assert (found.id if found else None) == pair


def test_a_new_area_mechanism_and_link_touch_no_python(folder: Path):
    with (folder / "areas.yaml").open("a", encoding="utf-8") as areas:
        areas.write(
            "\n- {id: tail, name: tail, pain: tail pain, aliases: [], red_flags: [toe-black]}\n"
        )
    replaced(folder, "red_flags.yaml", "sole, arch, ankle, nose]", "sole, arch, ankle, nose, tail]")
    with (folder / "mechanisms.yaml").open("a", encoding="utf-8") as mechanisms:
        mechanisms.write(
            """
- id: wag
  name: Wag
  plain: The tail wags the toe
  term: oscillation
  aliases: []
  relation: acts-on
  summary: What wags, tires.
  how: It wags [string-2001].
  does_not_mean: It does not mean that wagging is bad.
  links:
    - id: tail--toe--wag
      from: tail
      to: toe
      direction: one-way
      certainty: low
      name: Wagging
      summary: The tail may tire the toe [string-2001].
      how: It wags.
      fits_better: [You wag.]
      fits_less: [You sit.]
      does_not_mean: It does not mean that wagging is bad.
      evidence: [{source: string-2001, shows: It wagged., stance: for}]
"""
        )

    knowledge = load(folder)
    known = explain(knowledge, [knowledge.areas["tail"], knowledge.areas["toe"]])
    text = renderer("plain")(explanation.page(knowledge, known), 80)

    assert "Wagging (low). The tail may tire the toe [1]." in text
