"""What words, pages and messages share: above all, that a reader sees all that is there."""

import json
import sys
import unicodedata

import pytest

from painlink.model.words.tokens import folded_word, tokens_of
from painlink.phrases import json_escaped, unseen, visible
from painlink.reading.yaml_nodes import parse

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
EVERY_LETTER = [chr(code) for code in range(sys.maxunicode + 1)]
# Signs around numbers and letters of other scripts, which are seen.
SEEN = [chr(code) for code in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD)]
SEEN += [chr(code) for code in (0x110CD, *range(0x13430, 0x13440))]
# What Unicode asks to show nothing of, without what turns the writing (DerivedCoreProperties).
IGNORABLE = [
    *(0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x200B, 0x200C, 0x200D),
    *range(0x2060, 0x2066),
    *(*range(0x206A, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFFA0, *range(0xFFF0, 0xFFF9)),
    *(*range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
]
HIDDEN = [chr(code) for code in (*IGNORABLE, 0x2800, 0xFFF9, 0xFFFA, 0xFFFB)]
EMOJI = [
    "\U0001f469\u200d\u2695\ufe0f",
    "\U0001f468\U0001f3fd\u200d\U0001f9b0",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
    "\u2764\ufe0f\u200d\U0001f525",
    "1\ufe0f\u20e3",
]


def test_no_letter_that_nobody_sees_is_shown():
    assert [f"{ord(one):x}" for one in HIDDEN if visible(f"a{one}b") != f"a{UNKNOWN}b"] == []


def test_no_letter_steers_a_terminal_or_turns_the_writing():
    steering = [
        one for one in EVERY_LETTER if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]

    assert [
        f"{ord(one):x}"
        for one in steering
        if one not in SEEN and visible(one) not in (UNKNOWN, " ")
    ] == []


def test_every_other_letter_is_shown_as_it_is():
    changed = [one for one in EVERY_LETTER if visible(one) != one]
    letters = [one for one in changed if unicodedata.category(one)[0] not in "CZ"]

    assert set(letters) <= set(HIDDEN)
    assert visible(" \N{NO-BREAK SPACE}\N{EM SPACE}\N{EM DASH}") == " \u00a0\u2003\u2014"


@pytest.mark.parametrize("emoji", EMOJI)
def test_what_holds_an_emoji_together_is_kept_there_and_nowhere_else(emoji: str):
    assert visible(f"a {emoji} b") == f"a {emoji} b"
    assert json_escaped(emoji) == emoji
    assert UNKNOWN in visible("".join(f"{letter}b" for letter in emoji))


def test_a_file_may_hold_what_is_shown_and_nothing_that_is_hidden():
    taken = [f"{ord(one):x}" for one in HIDDEN if not parse(f"- a{one}b").faults]

    assert taken == []
    assert [emoji for emoji in EMOJI if parse(f"- {emoji}").faults] == []


def test_json_tells_programs_every_letter_and_its_reader_sees_each():
    text = " ".join(EVERY_LETTER)
    document = json_escaped(json.dumps(text, ensure_ascii=False))

    assert (json.loads(document) == text) is True
    assert (visible(document) == document) is True
    assert not list(unseen(document))


def test_no_letter_that_nobody_sees_cuts_a_word_in_two():
    within = [one for one in HIDDEN if one != "\u2800"]  # a blank
    cut = [
        f"{ord(one):x}"
        for one in within
        if [token.word for token in tokens_of(f"my ba{one}ck", 9)[0]] != ["my", "back"]
    ]

    assert cut == []
    assert folded_word("ba\u200b\u202eck") == "back"
