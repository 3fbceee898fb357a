"""A slip of the pen is read and said; an ordinary word is never taken for a body part."""

import subprocess
import sys

import pytest

from painlink.names.ordinary import is_ordinary
from tests.conftest import DATA, ROOT
from tests.names.asked import VOCABULARY, areas, asked


@pytest.mark.parametrize(
    ("typed", "area", "read"),
    [
        ("migrane", "head", "migraine"),
        ("headake", "head", "headache"),
        ("sholder", "shoulder", "shoulder"),
        ("my sciatca is back", "leg", "sciatica"),
        ("tempromandibular", "jaw", "temporomandibular"),
        ("stomahc ache", "abdomen", "stomach"),
        ("lowr back", "lower-back", "lower"),
        ("a sore kidny", "flank", "kidney"),
        ("pain in my ankel", "foot", "ankle"),
    ],
)
def test_one_slip_two_in_a_long_word_is_read_and_said(typed: str, area: str, read: str):
    understood = asked(typed)

    assert understood.areas == (area,)
    assert [one.read for one in understood.read_as] == [read]


def test_a_misspelt_word_of_pain_is_read_beside_a_place():
    understood = asked("neck pian")

    assert understood.areas == ("neck",)
    assert [(one.span.words, one.read) for one in understood.read_as] == [("pian", "pain")]


def test_words_written_as_one_are_parted():
    assert areas("lowerback and neckpain") == {"lower-back", "neck"}


def test_a_word_near_names_of_several_areas_is_asked_back():
    understood = asked("my tose hurts")

    assert understood.found == ()
    assert [one.is_misspelt for one in understood.asked] == [True]
    assert len(understood.asked[0].areas) > 1


ORDINARY = (
    *("heal", "pane", "tows", "fall", "hop", "are", "is", "causes", "these", "hid", "hut", "tie"),
    *("bread", "chess", "grain", "pair", "holders", "offering", "shouldn't", "warnings", "armed"),
    *("millstone", "jasmine", "grumpiness", "constitution", "mullet", "prosthetic", "isabella"),
)


def test_an_ordinary_word_is_never_read_as_a_body_part():
    taken = [word for word in ORDINARY if asked(f"my {word} hurts").areas]
    suggested = [word for word in ORDINARY if asked(word).asked or asked(word).read_as]

    assert not taken
    assert not suggested


def test_no_word_of_the_list_is_read_as_another():
    words = (DATA / "ordinary_words.txt").read_text("utf-8").split()

    read = [word for word in words[::25] if asked(f"my {word} hurts").read_as]

    assert not read


def test_the_list_is_short_sorted_and_holds_no_common_slip():
    file = DATA / "ordinary_words.txt"
    words = file.read_text("utf-8").split()

    assert file.stat().st_size < 300_000
    assert words == sorted(set(words))
    assert not [slip for slip in ("pian", "sholder", "migrane", "nekc") if is_ordinary(slip)]


def test_a_misspelt_word_without_a_sign_of_pain_is_left_alone():
    assert not areas("Mozilla published a new licence for its software this week")


def test_rapidfuzz_is_loaded_only_for_a_word_that_nobody_knows():
    code = (
        "import sys; from tests.names.asked import asked; "
        "asked('My back hurts and now I have a headache. Is that connected?'); "
        "assert 'rapidfuzz' not in sys.modules; asked('sholder'); "
        "assert 'rapidfuzz' in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_what_may_be_read_is_in_order_to_be_looked_up():
    assert list(VOCABULARY.near) == sorted(set(VOCABULARY.near))


def test_a_long_slip_needs_no_sign_beside_it():
    assert areas("my back aches whenever I get a migrain") == {"back", "head"}


def test_two_slips_keep_the_first_letter():
    assert areas("my sciiattica is bad") == {"leg"}
    assert not asked("the woodpile was heavy and it hurts").read_as


def test_two_slips_beside_each_other_help_each_other():
    assert areas("uppr bakc") == {"upper-back"}
    assert areas("frozin sholder") == {"shoulder"}


def test_a_word_written_like_a_name_is_no_slip():
    assert areas("we live in Wales and my knee is sore") == {"knee"}
    assert areas("Elvis songs in my ears, my neck is stiff") >= {"neck"}


def test_a_first_letter_that_is_not_heard_may_be_missing():
    assert areas("nuckels") == {"wrist-hand"}
