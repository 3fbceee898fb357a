"""Files read together: a whole folder, or a reader's own over the tiny knowledge, and quickly."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from painlink.errors import InvalidKnowledge, Problem
from painlink.knowledge.from_files import Read, read_own, read_whole
from painlink.model.entries import Link
from painlink.model.knowledge import Knowledge
from tests.conftest import DATA, TINY, TINY_KNOWLEDGE
from tests.explain.made import ids

LANGUAGE = ("language", "sayings", "place_words", "compounds")
NO_FURTHER = "what comes after it is not looked at"
FIN: dict[str, Any] = {
    "id": "fin", "name": "fin", "pain": "fin pain", "aliases": [], "red_flags": ["toe-black"]
}  # fmt: skip
EXERCISE = {"name": "Curl", "how": "So.", "areas": ["toe"], "stop_if": "It hurts."}


def own(folder: Path, **files: object) -> Read:
    """Return what comes of reading *files* over the tiny knowledge: what each holds, as JSON."""
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return read_own(TINY_KNOWLEDGE, [folder / f"{name}.yaml" for name in files])


def told(read: Read, folder: Path) -> list[str]:
    return [str(one).removeprefix(f"{folder}/") for one in read.problems]


def written(entry: Any) -> Any:
    """Return *entry* as a file of a reader's own has it."""
    fields = entry._asdict().items()
    return {
        key.rstrip("_"): [written(one) if hasattr(one, "_asdict") else one for one in value]
        if isinstance(value, tuple) and not hasattr(value, "_asdict")
        else (written(value) if hasattr(value, "_asdict") else value)
        for key, value in fields
        if value is not None and key != "origin" and (key != "links" or value)
    }


KNOWN = (
    "areas, ambiguous_words, mechanisms, pairs, red_flags, approaches, sources, links, practice, "
    "exercises"
)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", f"a.yaml:1:1: it is empty; expected keys that name lists of entries: {KNOWN}"),
        (
            [1],
            f"a.yaml:1:1: expected keys that name lists of entries: {KNOWN}; or one list in a file "
            "of that name",
        ),
        ({"area": []}, "a.yaml:1:2: area: unknown key 'area'; did you mean 'areas'?"),
        ({"zzz": []}, f"a.yaml:1:2: zzz: unknown key 'zzz'; known keys: {KNOWN}"),
        (
            {"about": {}},
            "a.yaml:1:2: about: painlink's own about.yaml stays as it is; leave this out",
        ),
        (
            {"areas": {}},
            "a.yaml:1:2: areas: expected a list of entries, each of which begins with '- id:'",
        ),
        (
            {"exercises": 1},
            "a.yaml:1:2: exercises: expected a list of entries, each of which begins with "
            "'- name:'",
        ),
        ({"areas": [FIN, 3]}, "a.yaml:1:105: areas.1: expected keys and values; found '3'"),
        ({"practice": 3}, "a.yaml:1:2: practice: expected keys and values; found '3'"),
    ],
    ids=lambda one: str(one)[:20],
)
def test_what_a_file_may_hold_is_told(tmp_path: Path, content: object, problem: str):
    read = own(tmp_path, a=content)

    assert told(read, tmp_path) == [problem]
    assert read.knowledge is None
    with pytest.raises(InvalidKnowledge):
        read.sound()


@pytest.mark.parametrize("name", ["wording", "Handout", "about"])
def test_a_file_called_like_painlinks_words_is_refused(tmp_path: Path, name: str):
    told_of = f"{name}.yaml:1:1: painlink's own {name.lower()}.yaml stays as it is; leave this out"

    assert told(own(tmp_path, **{name: {"areas": []}}), tmp_path) == [told_of]


def test_a_list_may_stand_alone_in_a_file_of_its_name(tmp_path: Path):
    words = [{"id": "w", "words": ["paw"], "areas": ["toe", "sole"]}]

    read = own(tmp_path, areas=[FIN], **{"Ambiguous-Words": words}, exercises=[EXERCISE])

    knowledge = read.sound()
    assert "fin" in knowledge.areas
    assert knowledge.ambiguous_words["w"].origin == (
        "from Ambiguous-Words.yaml, not reviewed by painlink"
    )
    assert [one.name for one in knowledge.handed.exercises] == ["Curl"]
    assert not read.is_whole


def test_each_file_that_cannot_be_read_is_told_and_the_others_are_looked_at(tmp_path: Path):
    (tmp_path / "b.yaml").write_bytes(b"areas: []\n\xff")
    (tmp_path / "a.yaml").write_text("a: [")
    fin = {**FIN, "red_flags": ["toe-black", "elsewhere"]}
    (tmp_path / "c.yaml").write_text(json.dumps({"areas": [fin, 1]}))

    read = read_own(TINY_KNOWLEDGE, [tmp_path])

    places = [one.partition(": ")[0] for one in told(read, tmp_path)]
    assert places == ["b.yaml:2:1", "a.yaml:2:1", "c.yaml:1:118"]


def test_where_all_could_be_read_what_points_nowhere_is_told(tmp_path: Path):
    fin = {**FIN, "red_flags": ["toe-black", "elsewhere"]}

    assert told(own(tmp_path, a={"areas": [fin]}), tmp_path) == [
        "a.yaml:1:103: areas.0.red_flags.1: no red flag with the id 'elsewhere'"
    ]


def test_more_than_may_be_read_ends_it_and_that_is_told(tmp_path: Path):
    big, small = f"areas: [] # {'x' * (2**21 - 100)}", f"areas: [] # {'x' * 300}"

    ends = own(tmp_path, a=big, b=big, c=small, d=small)
    last = own(tmp_path, a=big, b=big, c=small)

    limit = "c.yaml: with the files before it it holds more than 4 MiB"
    assert told(ends, tmp_path) == [limit, f"c.yaml: {NO_FURTHER}"]
    assert told(last, tmp_path) == [limit]


def test_more_problems_than_anybody_reads_end_it(tmp_path: Path):
    wrong = {"areas": [1] * 1100}
    files: dict[str, object] = {f"f{at:02}": wrong for at in range(12)}

    read = own(tmp_path, **files)

    assert read.unreadable == (Problem(str(tmp_path / "f09.yaml"), 0, 0, "", NO_FURTHER),)


def test_what_a_full_file_may_still_hold_is_missed_by_nobody(tmp_path: Path):
    words = [{"id": "w", "words": ["paw"], "areas": ["fin", "toe"]}]

    full = own(tmp_path, a={"areas": [*[1] * 1000, FIN]}, b={"ambiguous_words": words})
    less = own(tmp_path, a={"areas": [1, 2]}, b={"ambiguous_words": words})

    assert [one for one in told(full, tmp_path) if one.startswith("b.yaml")] == []
    assert [one.partition(": ")[2] for one in told(less, tmp_path) if one.startswith("b.yaml")] == [
        "ambiguous_words.0.areas.0: no area with the id 'fin'"
    ]


def test_what_is_no_knowledge_file_of_a_folder_is_named_five_at_most(tmp_path: Path):
    for at in range(7):
        (tmp_path / f"{at}.txt").touch()
    (tmp_path / "a.yaml").write_text("areas: []")

    read = read_own(TINY_KNOWLEDGE, [tmp_path])

    (note,) = read.notes
    assert note.startswith("not read, as only .yaml and .yml files of the folder itself are: ")
    assert note.endswith("4.txt and 2 more")
    assert read.sound().notes == (note,)
    assert own(tmp_path, a="areas: []").notes == ()


# A whole folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(TINY, tmp_path / "tiny")


def test_a_whole_folder_names_its_files_from_where_they_are_seen(folder: Path):
    (folder / "areas.yaml").unlink()
    (folder / "pairs.yaml").write_text("a: [")

    read = read_whole(folder, at=Path("seen"))

    assert [one.file for one in read.problems] == [str(folder / "areas.yaml"), "seen/pairs.yaml"]
    assert read.knowledge is None
    assert read.is_whole
    assert "language" not in {Path(file.name).stem for file in read.files}
    assert set(LANGUAGE).isdisjoint(read.entries)


def test_every_file_that_is_missing_is_told_lists_first(folder: Path):
    for kind in ("about", "areas", "handout", "sources"):
        (folder / f"{kind}.yaml").unlink()

    missing = [Path(one.file).stem for one in read_whole(folder).problems]

    assert missing == ["areas", "sources", "handout", "about"]


def test_a_folder_with_its_own_language_is_held_against_it(folder: Path):
    for kind in LANGUAGE:
        shutil.copy(DATA / f"{kind}.yaml", folder)

    read = read_whole(folder, at=folder)

    assert {one.message for one in read.problems} >= {"no area with the id 'back'"}
    assert {Path(one.file).stem for one in read.problems} == {"place_words"}
    assert set(LANGUAGE) <= set(read.entries)
    assert {Path(file.name).stem for file in read.files} >= {*LANGUAGE, "areas"}


def test_a_problem_in_one_file_keeps_what_others_point_to_from_being_looked_at(folder: Path):
    (folder / "areas.yaml").write_text("- id: [")

    assert {Path(one.file).name for one in read_whole(folder).problems} == {"areas.yaml"}


def test_a_record_of_one_kind_is_read_at_its_place(folder: Path):
    about = folder / "about.yaml"
    about.write_text(about.read_text(encoding="utf-8") + "more: 1\n", encoding="utf-8")

    (problem,) = read_whole(folder).problems

    assert (problem.file, problem.path) == ("about.yaml", "more")


# What is laid over


def test_what_is_replaced_is_told_of_each_file_five_at_most(tmp_path: Path):
    taken = ["ankle", "sole", "arch"]
    areas = [{**FIN, "id": id_, "name": f"{id_} x", "pain": f"{id_} x pain"} for id_ in taken]
    links = [written(one) for one in TINY_KNOWLEDGE.links.values()]
    source = {"id": "string-2001", "kind": "cohort", "title": "S", "container": "S"}

    one = own(tmp_path, a={"areas": [*areas, FIN]}, b={"links": links, "sources": [source]})
    many = own(
        tmp_path, c={"areas": areas, "links": links[:2], "sources": [source]},
    )  # fmt: skip

    assert one.sound().notes == (
        f"{tmp_path}/a.yaml takes the place of painlink's own ankle, sole and arch",
        f"{tmp_path}/b.yaml takes the place of painlink's own string-2001, toe--sole--tug, "
        "sole--ankle--tug, toe--ankle--tug-far and toe--ankle--shoe",
    )
    assert many.sound().notes == (
        f"{tmp_path}/c.yaml takes the place of painlink's own ankle, sole, arch, string-2001, "
        "toe--sole--tug and 1 more",
    )


def test_a_link_in_an_own_mechanism_takes_the_place_of_painlinks(tmp_path: Path):
    tug = TINY_KNOWLEDGE.mechanisms["tug"]._replace(name="Tow", aliases=())
    link = written(TINY_KNOWLEDGE.links["toe--sole--tug"]._replace(name="Towed"))
    del link["mechanism"]

    read = own(tmp_path, a={"mechanisms": [{**written(tug), "links": [link]}]})
    knowledge = read.sound()

    found: Link = knowledge.links["toe--sole--tug"]
    assert (found.name, found.mechanism) == ("Towed", "tug")
    assert found.origin == "from a.yaml, not reviewed by painlink, in place of painlink's own"
    assert list(knowledge.links) == list(TINY_KNOWLEDGE.links)
    assert knowledge.notes == (
        f"{tmp_path}/a.yaml takes the place of painlink's own tug and toe--sole--tug",
    )


def test_an_own_link_in_a_list_is_added_or_takes_the_place_of_painlinks(tmp_path: Path):
    towed = written(TINY_KNOWLEDGE.links["toe--sole--tug"]._replace(name="Towed"))
    ends = {"id": "toe--arch--tug", "to": "arch", "name": "New"}

    knowledge = own(tmp_path, a={"links": [towed, {**towed, **ends}]}).sound()

    found = [knowledge.links[id_] for id_ in ("toe--sole--tug", "toe--arch--tug")]
    assert [(one.name, one.origin) for one in found] == [
        ("Towed", "from a.yaml, not reviewed by painlink, in place of painlink's own"),
        ("New", "from a.yaml, not reviewed by painlink"),
    ]
    assert {*knowledge.links} == {*TINY_KNOWLEDGE.links, "toe--arch--tug"}


def test_an_own_area_in_place_of_painlinks_keeps_all_that_nobody_may_lose(tmp_path: Path):
    toe = TINY_KNOWLEDGE.areas["toe"]
    more = {
        "id": "toe", "name": "big one", "pain": "big pain", "aliases": ["hallux"],
        "red_flags": ["nose-gone"], "today": ["toe-late"], "soon": ["toe-some-day"],
        "part_of": "sole",
    }  # fmt: skip
    flag = written(TINY_KNOWLEDGE.red_flags["toe-black"]._replace(combination=(), turns_into=()))
    flags = [
        {**flag, "id": id_, "name": id_, "urgency": urgency}
        for id_, urgency in (
            *(("nose-gone", "emergency"), ("toe-late", "urgent"), ("toe-some-day", "soon")),
        )
    ]

    found = own(tmp_path, a={"areas": [more], "red_flags": flags}).sound().areas["toe"]

    assert (found.name, found.pain, found.part_of) == (toe.name, toe.pain, None)
    assert found.aliases == ("big one", "big pain", "hallux", "big toe")
    assert found.red_flags == (*toe.red_flags, "nose-gone")
    assert found.today == (*toe.today, "toe-late")
    assert found.soon == (*toe.soon, "toe-some-day")
    assert found.places == toe.places
    assert not found.care_first
    assert found.origin == "from a.yaml, not reviewed by painlink, in place of painlink's own"


@pytest.mark.parametrize(
    ("before", "own_one", "kept"),
    [
        ({"care_first": True}, {}, {"care_first": True}),
        ({}, {"care_first": True}, {"care_first": True}),
        ({"see_first": "See it."}, {"see_first": "Other."}, {"see_first": "See it."}),
        ({}, {"see_first": "Other."}, {"see_first": "Other."}),
    ],
    ids=str,
)
def test_what_an_area_says_is_seen_first_is_kept(
    tmp_path: Path, before: dict[str, Any], own_one: dict[str, Any], kept: dict[str, Any]
):
    changed = TINY_KNOWLEDGE.areas["ankle"]._replace(**before)
    base = TINY_KNOWLEDGE._replace(areas={**TINY_KNOWLEDGE.areas, "ankle": changed})
    file = tmp_path / "a.yaml"
    file.write_text(json.dumps({"areas": [{**FIN, "id": "ankle", **own_one}]}), encoding="utf-8")

    found = read_own(base, [file]).sound().areas["ankle"]

    assert {key: getattr(found, key) for key in kept} == kept


def test_a_part_that_a_reader_makes_of_a_careful_area_is_careful_too(tmp_path: Path):
    careful = TINY_KNOWLEDGE.areas["sole"]._replace(care_first=True)
    base = TINY_KNOWLEDGE._replace(areas={**TINY_KNOWLEDGE.areas, "sole": careful})
    file = tmp_path / "a.yaml"
    whole = {**FIN, "part_of": "sole"}
    other = {**FIN, "id": "nail", "name": "nail", "pain": "nail pain", "part_of": "toe"}
    file.write_text(json.dumps({"areas": [whole, other]}), encoding="utf-8")

    found = read_own(base, [file]).sound().areas

    assert (found["fin"].care_first, found["nail"].care_first) == (True, False)
    assert not found["arch"].care_first  # painlink's own part says so itself


@pytest.mark.parametrize(
    ("before", "own_one", "kept"),
    [
        ({"both_is_a_sign": True}, {}, {"both_is_a_sign": True}),
        ({}, {"both_is_a_sign": True}, {"both_is_a_sign": True}),
        ({"see_first": "See."}, {"see_first": "Other."}, {"see_first": "See."}),
        ({}, {"see_first": "Other."}, {"see_first": "Other."}),
        ({}, {"red_flags": ["toe-black"]}, {"red_flags": ("toe-and-ankle", "toe-black")}),
        ({}, {"today": []}, {"today": ("toe-fever",)}),
        ({"red_flags": ()}, {"red_flags": ["toe-black"]}, {"red_flags": ("toe-black",)}),
    ],
    ids=str,
)
def test_an_own_pair_in_place_of_painlinks_keeps_its_signs(
    tmp_path: Path, before: dict[str, Any], own_one: dict[str, Any], kept: dict[str, Any]
):
    pair = TINY_KNOWLEDGE.pairs["ankle--toe"]._replace(**before)
    base = TINY_KNOWLEDGE._replace(pairs={pair.id: pair})
    file = tmp_path / "a.yaml"
    mine = {**written(TINY_KNOWLEDGE.pairs["ankle--toe"]), "verdict": "Mine.", **own_one}
    file.write_text(json.dumps({"pairs": [mine]}), encoding="utf-8")

    found = read_own(base, [file]).sound().pairs["ankle--toe"]

    assert found.verdict == "Mine."
    assert {key: getattr(found, key) for key in kept} == kept


def test_a_name_of_a_file_says_no_more_than_where_an_entry_is_from(tmp_path: Path):
    knowledge = own(tmp_path, **{"see [me], now!": {"areas": [FIN]}}).sound()

    assert knowledge.areas["fin"].origin == ("from see _me__ now_.yaml, not reviewed by painlink")


def test_an_exercise_may_be_for_an_own_area_by_its_id_or_a_name(tmp_path: Path):
    fin = {**FIN, "id": "left-flap", "aliases": ["Flipper"]}
    areas = ["left-flap", "flippers", "Fin pain", "Big toe", "toe"]
    practice = {"name": "House"}

    alone = own(tmp_path, a={"areas": [fin], "exercises": [{**EXERCISE, "areas": areas}]}).sound()
    whose = own(tmp_path, a={"exercises": [EXERCISE], "practice": practice}).sound()

    (one,) = alone.handed.exercises
    assert one.areas == ("left-flap", "toe")
    assert one.origin == "from a.yaml, not reviewed by painlink"
    assert alone.handed.practice is None
    (other,) = whose.handed.exercises
    assert other.origin == "from House, not reviewed by painlink"
    assert whose.handed.practice
    assert whose.handed.practice.origin == "from a.yaml, not reviewed by painlink"


def test_everything_of_the_tiny_knowledge_is_registered(tiny: Knowledge):
    assert tiny.register.wholes == {
        "toe": None, "arch": "sole", "sole": None, "ankle": None, "nose": None,
    }  # fmt: skip
    assert tiny.register.everyday == {"shoe": ("toe", "sole")}
    assert ids(tiny.register.ties) == list(tiny.links)
    assert all(not one.links for one in tiny.mechanisms.values())
    assert tiny.register.names["areas"]["instep"] == "arch"
