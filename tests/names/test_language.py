"""What is language stands in data: any idiom or small word can be added without Python."""

from pathlib import Path

import pytest
import yaml

from painlink.knowledge.loading import load
from painlink.model.words.tokens import key_of, singular
from painlink.names.understanding.understand import understand
from tests.conftest import DATA, KNOWLEDGE
from tests.names.asked import VOCABULARY

LISTS = ("areas", "place_words", "sayings", "language", "compounds")


def content(name: str):
    return yaml.safe_load((DATA / f"{name}.yaml").read_text("utf-8"))


def texts(value):
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    return [text for one in value for text in texts(one)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("name", ["place_words", "sayings", "language", "compounds"])
def test_every_entry_is_a_text_and_stands_once_in_its_list(name: str):
    held = content(name)
    lists = [
        entries
        for entry in (held if isinstance(held, list) else [held])
        for entries in entry.values()
        if isinstance(entries, list)
    ]

    assert not [text for text in texts(held) if not isinstance(text, str) or not text.strip()]
    assert not [entries for entries in lists if len(entries) != len(set(entries))]


def test_no_name_belongs_to_two_areas():
    owners: dict[str, set[str]] = {}
    for area in KNOWLEDGE.areas.values():
        for name in (area.name, area.pain, *area.aliases):
            owners.setdefault(name.casefold(), set()).add(area.id)
    for place in content("place_words"):
        for kind in ("lay", "anatomy", "felt", "misspelt"):
            for name in place[kind]:
                owners.setdefault(name.casefold(), set()).add(place["id"])

    assert not {name: ids for name, ids in owners.items() if len(ids) > 1}


def test_every_saying_holds_a_word_that_it_is_about():
    lost = [
        text
        for group in content("sayings")
        for text in group["texts"]
        if not set(key_of(text.replace("/", " "))) & {key_of(word)[0] for word in group["words"]}
    ]

    assert not lost


def test_a_name_made_of_two_places_is_listed_with_its_reason():
    listed = {
        " ".join(map(singular, key_of(name)))
        for group in content("compounds")
        for name in group["names"]
        if group["why"]
    }
    names, wholes, weakest = VOCABULARY.names, VOCABULARY.wholes, VOCABULARY.weakest
    joined = set()
    for name, area in names.items():
        words = name.split()
        for cut in range(1, len(words)):
            one, other = " ".join(words[:cut]), " ".join(words[cut:])
            first, second = names.get(one), names.get(other)
            is_part = first == area and wholes.get(area) == second
            if first and second and first != second and not is_part:
                joined |= set() if {one, other} & weakest else {name}

    assert joined - listed == set()
    assert listed - joined == set()


def test_an_idiom_and_a_joining_word_are_added_in_data_alone(tmp_path: Path):
    for file in DATA.glob("*.yaml"):
        text = file.read_text("utf-8")
        if file.stem == "sayings":
            text += "- id: added\n  words: [hip]\n  texts: [has a hip (replacement) for/of gold]\n"
        if file.stem == "language":
            text = text.replace("joining: [and,", "joining: [and, plusalso,")
        (tmp_path / file.name).write_text(text, "utf-8")

    vocabulary = load(tmp_path).vocabulary

    assert understand(vocabulary, "she has a hip of gold, my knee aches").areas == ("knee",)
    assert set(understand(vocabulary, "sore jaw plusalso head").areas) == {"jaw", "head"}
