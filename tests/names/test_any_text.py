"""Any text gets an answer, soon and without a guess, however long or strange it is."""

from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from painlink.names.understanding.understand import understand
from tests.names.asked import VOCABULARY, areas, asked, told
from tests.strategies import edge_texts, sentences

MEGABYTE = 1_000_000
LONG = {
    "one place": "back ",
    "places and commas": "back, ",
    "denials": "no back pain or ",
    "sayings": "on the other hand the head of my foot and back then ",
    "one unknown word": "sholder ",
    "joining words": "and ",
    "punctuation": "?!.,",
    "emoji": "\N{FIRE}",
    "nothing to see": "\N{ZERO WIDTH SPACE}",
    "one word": "x",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG.keys())
def test_a_megabyte_is_read_in_no_time(piece: str):
    text = (piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]
    begin = process_time()

    asked(text)

    assert process_time() - begin < 5


def test_a_text_too_long_to_be_read_to_its_end_says_so():
    assert asked("my knee hurts. " * 10).is_whole
    assert not asked("my knee hurts. " * 10_000).is_whole


def test_three_hundred_places_are_read():
    assert len(asked(", ".join(list(VOCABULARY.names)[:300])).found) >= 1


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "\t\n", "?", "!", "'", "''", ",,,", "and", "with & or", "12345"),
        *("\N{FIRE}\N{BONE}", "\x1b[31m", "\u202e", "\u043d\u043e\u0433\u0430", "\u982d\u75db"),
        *("qqq", "xyzzy", "can anyone tell me more", "pain", "my", "hurts"),
    ],
    ids=ascii,
)
def test_what_names_no_place_is_no_place(typed: str):
    understood = asked(typed)

    assert (understood.found, understood.read_as) == ((), ())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("back? headache!", {"back", "head"}),
        ("'my back' 'headache'", {"back", "head"}),
        ("my ba\u00adck and he\u200badache", {"back", "head"}),
        ("\uff48\uff45\uff41\uff44", {"head"}),
        ("back\N{FIRE}headache", {"back", "head"}),
        ("back\nheadache", {"back", "head"}),
        ("MY BACK HURTS!!! HEADACHE TOO", {"back", "head"}),
        ("back_pain/headache", {"back", "head"}),
    ],
    ids=told,
)
def test_strange_letters_between_the_words_do_no_harm(typed: str, found: set[str]):
    assert areas(typed) == found


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=80), sentences, edge_texts))
@example("my sister's neck, no neck; neckneck")
def test_any_text_is_understood_as_something_and_always_as_the_same(text: str):
    understood = asked(text)

    assert understood == asked(text)
    assert all(
        text[span.start : span.end] == span.words for one in understood.found for span in one.spans
    )


def test_arguments_are_understood_as_their_words_are():
    assert understand(VOCABULARY, ["my", "back", "hurts"]).areas == asked("my back hurts").areas
    assert understand(VOCABULARY, []).found == ()
