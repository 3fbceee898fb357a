"""`painlink validate`: every mistake in one go, each at its line, and never a traceback."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from painlink.knowledge.from_files import read_whole
from painlink.knowledge.report import report_on
from painlink.rules.reading_grade import is_measured
from tests.conftest import DATA, TINY

# What is planted in a copy of the shipped knowledge: file, a pattern, what takes its place (a line
# of it holds "<-", which marks where the mistake is to be found), and what is said of it there.
PLANTED = {
    "an area nobody knows": (
        "mechanisms",
        r"      to: head\n",
        "      to: haed #<-\n",
        ".to: no area with the id 'haed'; did you mean 'head'?",
    ),
    "a source nobody knows": (
        "mechanisms",
        r"        - source: ashina-2015\n",
        "        - source: ashina-2051 #<-\n",
        "no source with the id 'ashina-2051'; did you mean 'ashina-2018'?",
    ),
    "a red flag nobody knows": (
        "pairs",
        r"  red_flags: \[[^\]]*\]",
        "  red_flags:\n    - head-thunderclapp #<-",
        "0.red_flags.0: no red flag with the id 'head-thunderclapp'; did you mean "
        "'head-thunderclap'?",
    ),
    "an area of a warning sign nobody knows": (
        "red_flags",
        r"  areas: \[head, neck\]",
        "  areas:\n    - head\n    - nek #<-",
        "0.areas.1: no area with the id 'nek'; did you mean 'neck'?",
    ),
    "an area of a combination nobody knows": (
        "red_flags",
        r"  combination: \[\[head\]",
        "  combination: [[hed]#<-\n   ",
        "0.combination.0.0: no area with the id 'hed'; did you mean 'head'?",
    ),
    "a whole nobody knows": (
        "areas",
        r"  part_of: back\n",
        "  part_of: bakc #<-\n",
        "no area with the id 'bakc'; did you mean 'back'?",
    ),
    "a cited source nobody knows": (
        "pairs",
        r"  untested: .*\n(?:    .*\n)*",
        "  untested: No study tells [nobody-2020]. #<-\n",
        "0.untested: no source with the id 'nobody-2020'",
    ),
    "a missing stance": (
        "mechanisms",
        r"        - source: (aaseth-2014)\n(          shows: >-\n(?: {12}.*\n)+)"
        r"          stance: mixed\n",
        "        - source: \\1 #<-\n\\2",
        "the key 'stance' is missing",
    ),
    "a missing sign": (
        "red_flags",
        r"- id: head-confused-drowsy\n((?:.*\n)*?)  sign: .*\n",
        "- id: head-confused-drowsy #<-\n\\1",
        "1: the key 'sign' is missing",
    ),
    "a missing answer about cause": (
        "pairs",
        r"- id: back--head\n((?:.*\n)*?)  cause:\n(?:    .*\n)+",
        "- id: back--head #<-\n\\1",
        "0: the key 'cause' is missing",
    ),
    "a key nobody knows": (
        "areas",
        r"  pain: ",
        "  pian: x #<-\n  pain: ",
        "0.pian: unknown key 'pian'; did you mean 'pain'?",
    ),
    "a key that belongs elsewhere": (
        "approaches",
        r"  risk: ",
        "  urgency: soon #<-\n  risk: ",
        "0.urgency: unknown key 'urgency'; known keys: id, name, term, aliases, summary",
    ),
    "a key of painlink's own": (
        "sources",
        r"  kind: ",
        "  origin: me #<-\n  kind: ",
        "0.origin: unknown key 'origin'; known keys: id, kind, title",
    ),
    "a key given twice": (
        "areas",
        r"  pain: (.*)\n",
        "  pain: \\1\n  pain: \\1 #<-\n",
        "not valid YAML: the key 'pain' is given twice",
    ),
    "a number for a text": (
        "sources",
        r"  kind: .*\n",
        "  kind: 7 #<-\n",
        "0.kind: expected text; found '7'; put it in quotes",
    ),
    "a text for a number": (
        "sources",
        r"  year: 2008",
        "  year: soon #<-",
        "year: expected a whole number; found 'soon'",
    ),
    "a text for true or false": (
        "areas",
        r"  care_first: true",
        "  care_first: yes #<-",
        "care_first: expected true or false; found 'yes'",
    ),
    "a text for a list": (
        "areas",
        r"  red_flags: \[[^\]]*\]",
        "  red_flags: head-thunderclap #<-",
        "0.red_flags: expected a list; found 'head-thunderclap'",
    ),
    "a list for a text": (
        "areas",
        r"  pain: (.*)\n",
        "  pain: [\\1] #<-\n",
        "0.pain: expected text; found a list",
    ),
    "nothing for a text": (
        "areas",
        r"  pain: .*\n",
        "  pain: #<-\n",
        "0.pain: expected text; found nothing",
    ),
    "an entry that is a text": (
        "ambiguous_words",
        r"\Z",
        "- a word #<-\n",
        "expected keys and values; found 'a word'",
    ),
    "a certainty nobody knows": (
        "mechanisms",
        r"      certainty: .*\n",
        "      certainty: strong #<-\n",
        "expected one of high, moderate, low, very-low, unsupported; found 'strong'",
    ),
    "an urgency nobody knows": (
        "red_flags",
        r"  urgency: .*\n",
        "  urgency: imediate #<-\n",
        "0.urgency: expected one of emergency, urgent, soon; found 'imediate'",
    ),
    "a direction nobody knows": (
        "mechanisms",
        r"      direction: .*\n",
        "      direction: back #<-\n",
        "direction: expected one of one-way, two-way; found 'back'",
    ),
    "an id that is not kebab-case": (
        "approaches",
        r"- id: .*\n",
        "- id: Keep_Moving #<-\n",
        "0.id: an id is lower-case words joined by '-'; found 'Keep_Moving'",
    ),
    "an id given twice": (
        "sources",
        r"\Z",
        "- id: aamodt-2008 #<-\n  kind: cohort\n  title: Again\n",
        "the id 'aamodt-2008' is already used in",
    ),
    "an id that something else has": (
        "sources",
        r"\Z",
        "- id: head #<-\n  kind: cohort\n  title: Head\n",
        "the id 'head' is already used in",
    ),
    "an alias of two areas": (
        "areas",
        r"- id: head\n((?:.*\n)*?)  aliases: \[",
        "- id: head\n\\1  aliases: [a stiff neck, #<-\n    ",
        "aliases.0: the name 'a stiff neck' already belongs to 'neck'",
    ),
    "an alias of two mechanisms": (
        "mechanisms",
        r"- id: posture\n((?:.*\n)*?)  aliases: \[",
        "- id: posture\n\\1  aliases: [Muscle Tension, #<-\n    ",
        "the name 'Muscle Tension' already belongs to 'muscle-tension'",
    ),
    "an ambiguous word that is a name": (
        "ambiguous_words",
        r"  words:\n",
        "  words:\n    - migraine #<-\n",
        "0.words.0: the name 'migraine' already belongs to 'head'",
    ),
    "a number without a source": (
        "approaches",
        r"  how: .*\n(?:    .*\n)*",
        "  how: It helps 9 in 12 people. #<-\n",
        "0.how: this number needs a source in its sentence: 'It helps 9 in 12 people.'",
    ),
    "a link without evidence": (
        "mechanisms",
        r"      evidence:\n(?:        .*\n(?: {10}.*\n)*)+",
        "      evidence: [] #<-\n",
        "evidence: a link needs at least one piece of evidence",
    ),
    "a link from an area to itself": (
        "mechanisms",
        r"      from: neck\n      to: .*\n",
        "      from: neck\n      to: neck #<-\n",
        "to: a link joins two different areas",
    ),
    "a pair under a wrong id": (
        "pairs",
        r"- id: back--head",
        "- id: head--back #<-",
        "0.id: the id of this pair is 'back--head'",
    ),
    "a pair of three": (
        "pairs",
        r"  areas: \[back, head\]",
        "  areas: [back, head, neck] #<-",
        "0.areas: expected 2 entries; found 3",
    ),
    "a warning sign without a source": (
        "red_flags",
        r"  sources: \[[^\]]*\]",
        "  sources: [] #<-",
        "0.sources: a red flag needs at least one source",
    ),
    "a warning sign of nothing": (
        "red_flags",
        r"  areas: \[head, neck\]\n  combination: .*\n",
        "  areas: [] #<-\n",
        "0.areas: a red flag belongs to some area or combination of areas",
    ),
    "a tag that runs something": (
        "about",
        r"funding: ",
        "license: !!python/object/apply:os.abort [] #<-\nfunding: ",
        "the tag '!!python/object/apply:os.abort' means nothing here; leave it out",
    ),
    "an indent that is off": (
        "areas",
        r"  pain: (.*)\n",
        "    pain: \\1 #<-\n",
        "not valid YAML",
    ),
    "a forbidden phrasing": (
        "approaches",
        r"  risk: .*\n(?:    .*\n)*",
        "  risk: It is simply wear and tear. #<-\n",
        "0.risk: warning: 'wear and tear': hurt is not harm",
    ),
    "a text that does not end": (
        "about",
        r"privacy: .*\n(?:  .*\n)*",
        "privacy: It keeps nothing #<-\n",
        "privacy: warning: ends without a full stop",
    ),
    "a claim that sounds too sure": (
        "mechanisms",
        r"      certainty: low\n(      name: .*\n)      summary: .*\n(?:        .*\n)*",
        "      certainty: low\n\\1      summary: Your neck probably does it [ashina-2015]. #<-\n",
        "warning: low certainty is worded 'may'",
    ),
    "a hard sentence": (
        "approaches",
        r"  summary: .*\n(?:    .*\n)*",
        "  summary: Multidisciplinary rehabilitation ameliorates symptomatology. #<-\n",
        "0.summary: warning: reading grade",
    ),
}


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Return a copy of the knowledge painlink ships with, to break."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy)
    return copy


def test_there_are_at_least_thirty_kinds_of_mistakes():
    assert len(PLANTED) >= 30


def rounds() -> list[dict[str, tuple[str, str, str, str]]]:
    """Return what is planted, in as few copies as it takes: of each file one mistake a copy.

    What cannot be read as YAML keeps others from being looked at, and of the writing is told only
    where all else is sound: both stand in copies of their own.
    """
    copies: dict[tuple[str, int], dict[str, tuple[str, str, str, str]]] = {}
    for name, mistake in PLANTED.items():
        file, _, _, told = mistake
        apart = next((one for one in ("YAML", "tag", "warning") if one in told), "")
        number = 0
        while any(file == other for other, *_ in copies.get((apart, number), {}).values()):
            number += 1
        copies.setdefault((apart, number), {})[name] = mistake
    return list(copies.values())


@pytest.mark.slow
@pytest.mark.parametrize("planted_in_one_copy", rounds(), ids=", ".join)
def test_mistakes_in_the_shipped_knowledge_are_found_at_their_lines(
    shipped: Path, planted_in_one_copy: dict[str, tuple[str, str, str, str]]
):
    grades = any("reading grade" in told for *_, told in planted_in_one_copy.values())
    if grades and not is_measured():
        pytest.skip("textstat is not installed: the reading grade is not measured")
    places = {}
    for mistake, (name, pattern, planted, _) in planted_in_one_copy.items():
        file = shipped / f"{name}.yaml"
        text, count = re.subn(pattern, planted, file.read_text(encoding="utf-8"), count=1)
        assert count == 1, mistake
        places[mistake] = f"{file}:{text.partition('#<-')[0].count(chr(10)) + 1}:"
        file.write_text(text, encoding="utf-8")

    # Only the writing needs all of it: measuring how hard each text is takes a second.
    is_of_writing = any("warning" in told for *_, told in planted_in_one_copy.values())
    read = report_on([shipped]) if is_of_writing else read_whole(shipped, at=shipped)

    found = [str(problem) for problem in read.problems]
    missed = [
        mistake
        for mistake, (*_, told) in planted_in_one_copy.items()
        if not any(one.startswith(places[mistake]) and told in one for one in found)
    ]
    assert missed == [], found


@pytest.mark.slow
def test_what_painlink_ships_with_is_sound_and_well_written(painlink: Callable[..., Result]):
    result = painlink("validate", str(DATA), "--strict")

    assert (result.exit_code, result.stdout) == (0, "14 files: no problem.\n")


def mine(tmp_path: Path, text: str) -> str:
    file = tmp_path / "mine.yaml"
    file.write_text(text)
    return str(file)


AREA = "areas:\n- {id: fin, name: fin, pain: fin pain, aliases: [], red_flags: [chest-heart]}\n"
SHOUTS = (
    "mechanisms:\n- {id: swim, name: Swimming, plain: A swim, term: natation, aliases: [],\n"
    "   relation: shared, summary: It helps!, how: It helps., does_not_mean: It is not bad.}\n"
)


def test_own_files_are_held_against_painlinks_own_knowledge(
    painlink: Callable[..., Result], tmp_path: Path
):
    good = painlink("validate", mine(tmp_path, AREA))
    bad = painlink("validate", mine(tmp_path, AREA.replace("chest-heart", "chest-hart")))

    assert (good.exit_code, good.stdout) == (0, "1 file: no problem.\n")
    assert (bad.exit_code, bad.stdout) == (
        3,
        f"{tmp_path}/mine.yaml:2:65: areas.0.red_flags.0: no red flag with the id 'chest-hart'; "
        "did you mean 'chest-heart'?\n1 file: 1 problem.\n",
    )


def test_a_broken_rule_for_the_writing_is_a_warning_unless_strict(
    painlink: Callable[..., Result], tmp_path: Path
):
    file = mine(tmp_path, SHOUTS)
    told = f"{file}:3:22: mechanisms.0.summary: warning: '!': nobody is shouted at"

    lenient, strict = painlink("validate", file), painlink("validate", file, "--strict")

    assert (lenient.exit_code, strict.exit_code) == (0, 3)
    assert told in lenient.stdout
    assert told in strict.stdout


def test_json_is_for_editors(painlink: Callable[..., Result], tmp_path: Path):
    file = mine(tmp_path, AREA.replace("chest-heart", "chest-hart"))

    result = painlink("validate", file, "--json")
    report = json.loads(result.stdout)

    assert result.exit_code == 3
    assert list(report) == ["schema", "files", "problems", "notes"]
    assert report["files"] == [file]
    assert report["problems"] == [
        {
            "file": file,
            "line": 2,
            "column": 65,
            "path": "areas.0.red_flags.0",
            "message": "no red flag with the id 'chest-hart'; did you mean 'chest-heart'?",
            "is_warning": False,
        }
    ]


def test_every_problem_of_every_file_is_told_in_one_go(
    painlink: Callable[..., Result], tmp_path: Path
):
    (tmp_path / "one.yaml").write_text("areas: [1, 2]\nnothing: []\n")
    (tmp_path / "sources.yml").write_text("- {id: a}\n- {id: b, kind: x, title: y, yeer: 1}\n")
    (tmp_path / "three.yaml").write_text("a: [")
    (tmp_path / "four.yaml").write_bytes(b"\xff")

    result = painlink("validate", str(tmp_path), str(TINY))

    lines = [line.split(": ")[0] for line in result.stdout.splitlines()]
    own = f"{tmp_path}/"
    assert sorted(line.removeprefix(own) for line in lines if line.startswith(own)) == [
        "four.yaml:1:1",
        "one.yaml:1:12",
        "one.yaml:1:9",
        "one.yaml:2:1",
        "sources.yml:1:3",
        "sources.yml:1:3",
        "sources.yml:2:30",
        "three.yaml:2:1",
    ]
    assert result.stdout.endswith("\n14 files: 8 problems, 12 warnings.\n")


def test_what_is_skipped_and_what_is_replaced_is_told_beside_the_answer(
    painlink: Callable[..., Result], tmp_path: Path
):
    mine(tmp_path, AREA.replace("id: fin, name: fin", "id: neck, name: nape"))
    (tmp_path / "notes.txt").touch()

    result = painlink("validate", str(tmp_path))

    assert result.stdout == "1 file: no problem.\n"
    assert result.stderr == (
        "painlink: not read, as only .yaml and .yml files of the folder itself are: "
        f"{tmp_path}/notes.txt\n"
        f"painlink: {tmp_path}/mine.yaml takes the place of painlink's own neck\n"
    )


def test_a_whole_knowledge_base_is_looked_at_by_itself(painlink: Callable[..., Result]):
    result = painlink("validate", str(TINY))

    assert result.stdout.endswith("\n10 files: no problem, 12 warnings.\n")
    assert f"{TINY}/red_flags.yaml:23:3: 2.name: warning: 10 words; at most 9\n" in result.stdout


# What is planted in a copy of the tiny knowledge: file, old and new words, and what is warned of.
WARNED = {
    "a source that cannot be found": (
        "sources.yaml",
        "  container: Journal of Strings 1(1):1-2\n  doi: 10.0000/string\n",
        "",
        "sources.yaml:1:3: 0: warning: a source needs a DOI, a PMID, an address or a container "
        "to be found by",
    ),
    "a DOI that is none": (
        "sources.yaml",
        "doi: 10.0000/string",
        "doi: string",
        "sources.yaml:7:3: 0.doi: warning: 'string' has not the form of a DOI",
    ),
    "a PMID that is none": (
        "sources.yaml",
        "doi: 10.0000/string",
        "pmid: PMC12345678",
        "sources.yaml:7:3: 0.pmid: warning: 'PMC12345678' has not the form of a PMID",
    ),
    "an address that is none": (
        "sources.yaml",
        "doi: 10.0000/string",
        "url: www.string.example",
        "sources.yaml:7:3: 0.url: warning: 'www.string.example' has not the form of a URL",
    ),
    "a source that nothing cites": (
        "sources.yaml",
        "- id: no-string-2002",
        "- {id: string-2003, kind: cohort, title: Again, container: Strings}\n- id: no-string-2002",
        "sources.yaml:9:3: 1: warning: nothing cites this source",
    ),
    "a pair with few signs to lead its page": (
        "pairs.yaml",
        "red_flags: [toe-and-ankle, toe-black]",
        "red_flags: [toe-and-ankle]",
        "pairs.yaml:14:3: 0.red_flags: warning: 4 to 6 signs lead the page of a pair; found 1",
    ),
    "a pair with many signs to lead its page": (
        "pairs.yaml",
        "red_flags: [toe-and-ankle, toe-black]",
        f"red_flags: [{', '.join(['toe-black'] * 7)}]",
        "pairs.yaml:14:3: 0.red_flags: warning: 4 to 6 signs lead the page of a pair; found 7",
    ),
    "a number about going together in place of a cause": (
        "pairs.yaml",
        "They often go together [string-2001].\n    certainty: high\n  cause:\n    answer: Nobody "
        "knows whether one brings on the other.",
        "9 have both [string-2001].\n    certainty: high\n  cause:\n    answer: So 9 do "
        "[string-2001].",
        "pairs.yaml:8:5: 0.cause.answer: warning: 9 tells that they go together; "
        "that is no answer about cause",
    ),
    "a number that its source does not show": (
        "mechanisms.yaml",
        "The toe probably tugs at the sole [string-2001].",
        "In 13 people the toe probably tugs at the sole [string-2001].",
        "mechanisms.yaml:17:7: 0.links.0.summary: warning: its source does not show the number 13",
    ),
    "a number of a benefit that its source does not show": (
        "approaches.yaml",
        "It may ease the toe [string-2001].",
        "It may ease the toe in 2 days [string-2001].",
        "approaches.yaml:13:7: 0.benefits.0.answer: warning: its source does not show the number 2",
    ),
    "a share of a benefit that its source does not show": (
        "approaches.yaml",
        "      answer: It may ease the toe [string-2001].",
        "      shares:\n        what: Eased\n        groups:\n"
        "        - {group: shoe off, of_100: 75, source: string-2001}\n"
        "        - {group: shoe on, of_100: 9, source: string-2001}\n"
        "      answer: It may ease the toe of 75, not 9 [string-2001].",
        "approaches.yaml:16:11: 0.benefits.0.shares.groups.0: warning: its source does not show "
        "the number 75",
    ),
    "a share that its source does not show": (
        "pairs.yaml",
        "  through: [sole]",
        "  shares:\n    what: Sore toes\n    groups:\n"
        "    - {group: ankle pain, of_100: 75, source: string-2001}\n"
        "    - {group: no ankle pain, of_100: 9, source: string-2001}\n  through: [sole]",
        "pairs.yaml:16:7: 0.shares.groups.0: warning: its source does not show the number 75",
    ),
    "two areas that a link joins and no pair answers for": (
        "pairs.yaml",
        "- id: ankle--toe\n  areas: [toe, ankle]",
        "- id: nose--toe\n  areas: [toe, nose]",
        "mechanisms.yaml:43:7: 0.links.2.to: warning: no pair answers for the two; "
        "add 'ankle--toe'",
    ),
    "a sign of other areas for today": (
        "areas.yaml",
        "  red_flags: [toe-black]\n  part_of: sole",
        "  red_flags: [toe-black]\n  today: [toe-fever]\n  part_of: sole",
        "areas.yaml:15:11: 1.today.0: warning: 'toe-fever' is a sign of other areas",
    ),
    "a sign of other areas that leads a pair": (
        "red_flags.yaml",
        "combination: [[toe], [ankle]]",
        "combination: [[toe], [nose]]",
        "pairs.yaml:14:15: 0.red_flags.0: warning: 'toe-and-ankle' is a sign of other areas",
    ),
    "texts that are hard to read on average": (
        "about.yaml",
        "grading: [Grades are made up.]",
        f"grading: [{', '.join(['Continual variations predominate.'] * 90)}]",
        "all files: warning: reading grade 12.8 on average; at most 6",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), list(WARNED.values()), ids=list(WARNED))
def test_what_is_missing_beside_an_entry_is_a_warning(
    tmp_path: Path, file: str, old: str, new: str, told: str
):
    if "reading grade" in told and not is_measured():
        pytest.skip("textstat is not installed: the reading grade is not measured")
    copy = tmp_path / "data"
    shutil.copytree(TINY, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    found = [str(one).removeprefix(f"{copy}/") for one in report_on([copy]).problems]

    assert told in found


def test_an_area_that_no_approach_keeps_safe_is_a_warning():
    found = [str(one) for one in report_on([TINY]).problems]

    told = "no approach that keeps safe has a benefit for it: whom to see is untold"
    assert f"{TINY}/areas.yaml:1:3: 0: warning: {told}" in found


def test_an_own_source_that_only_painlink_cites_is_cited(tmp_path: Path):
    own = tmp_path / "sources.yaml"
    own.write_text(
        "- {id: ashina-2015, kind: cohort, title: Again, container: Pain}\n"
        "- {id: ashina-3000, kind: cohort, title: Again, container: Pain}\n"
    )

    found = [str(one) for one in report_on([own]).problems]

    assert found == [f"{own}:2:3: 1: warning: nothing cites this source"]


def test_without_a_path_the_files_of_the_variable_are_looked_at(
    painlink: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PAINLINK_DATA", mine(tmp_path, "a: 1"))

    result = painlink("validate")

    assert result.exit_code == 3
    assert "unknown key 'a'" in result.stdout


def test_a_path_that_is_not_there_is_a_usage_error(painlink: Callable[..., Result]):
    result = painlink("validate", "/nowhere")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "painlink: there is no file or folder '/nowhere' to read. See: painlink validate --help\n"
    )


def test_nothing_in_a_file_steers_the_terminal(painlink: Callable[..., Result], tmp_path: Path):
    text = 'areas: [{"\\e[31m\\u202e": "\\a[bold]"}]\n"\\e]0;x\\a": 1\n- '

    for suffix in ("", "x: ["):
        result = painlink("validate", mine(tmp_path, text.removesuffix("- ") + suffix))
        assert result.exit_code == 3
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", result.stdout)
