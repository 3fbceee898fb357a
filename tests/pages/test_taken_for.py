"""What is told of the words that somebody typed, word by word: found, left out, not understood."""

from itertools import chain
from typing import Any

import pytest

from painlink.model.about import Apart
from painlink.names.understanding.records import (
    Asked,
    Found,
    LeftOut,
    Mentioned,
    ReadAs,
    TextSpan,
    Understanding,
    Why,
)
from painlink.pages.sections.understood import in_short, is_plain, taken_for
from tests.explain.made import area, made, mechanism
from tests.pages.test_signs import lines

NAMES = {"a": "arm", "b": "back", "c": "chest", "d": "ear", "e": "elbow", "f": "foot", "g": "groin"}
ONLY_PLACES = "painlink reads only which places hurt. If a sign below fits you, act on it."
KNOWN = made(
    areas=(
        *(area(id_, name=name) for id_, name in NAMES.items()),
        area("own", name="fin", origin="X"),
    ),
    mechanisms=(
        *(mechanism(f"m{at}", plain=f"Way {at}") for at in range(2)),
        mechanism("bag", plain="Big bag", origin="X"),
    ),
)


def span(words: str) -> TextSpan:
    return TextSpan(words, 0, len(words))


def found(id_: str, *words: str, is_obvious: bool = False) -> Found:
    return Found(id_, tuple(map(span, words)), is_obvious)


def left(words: str, *ids: str) -> LeftOut:
    return LeftOut(ids, span(words), Why.DENIED, f"no {words}")


def meant(*areas: Found, **more: Any) -> Understanding:
    nothing: dict[str, Any] = {"left_out": (), "asked": (), "read_as": (), "mentioned": ()}
    return Understanding("typed", areas, **{**nothing, **more})


def told(one: Understanding | None) -> list[str]:
    return list(chain.from_iterable(map(lines, taken_for(KNOWN, one))))


ARM = found("a", "arm", is_obvious=True)
NAMED = "Understood: the arm ('arm')."


def test_nothing_is_told_where_nobody_typed_or_the_words_are_plainly_names():
    assert told(None) == []
    assert told(meant(ARM)) == []
    assert told(meant(ARM, left_out=(left("x", "c", "d"), left("my arm", "a")))) == []


def test_each_area_is_told_with_its_first_two_words_each_once():
    assert told(meant(found("a", "Arm", "limb", "Arm", "wing"), found("own", "fin"))) == [
        f"Understood: the arm ('Arm', 'limb', 1 more) and the fin (X) ('fin'). {ONLY_PLACES}"
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"read_as": (ReadAs(span("amr"), "arm"),)}, "'amr' read as arm."),
        (
            {"asked": (Asked(("b", "c"), span("trunk"), is_misspelt=False),)},
            "'trunk' could be the back or the chest: not taken.",
        ),
        ({"is_whole": False}, "Only its beginning was read: the text is long."),
    ],
)
def test_what_was_guessed_not_taken_or_not_read_is_told(more: Any, said: str):
    one = meant(ARM, **more)

    assert told(one) == [f"{NAMED} {said} {ONLY_PLACES}"]
    assert not is_plain(one)


def test_what_was_left_out_is_told_with_its_first_words_and_how_to_ask_for_it():
    two = (left("backache", "b"), left("sore back", "b"), left("x", "c", "d"), left("arm", "a"))

    assert told(meant(ARM, found("d", "ear"), left_out=two)) == [
        "Understood: the arm ('arm') and the ear ('ear'). Left out: the back ('no backache'). "
        f"{ONLY_PLACES} Back too? painlink explain a d b"
    ]


def test_of_what_was_left_out_five_are_named():
    of_five, of_six = (told(meant(ARM, left_out=tuple(left(id_, id_) for id_ in ids)))[0]
                       for ids in ("bcdef", "bcdefg"))  # fmt: skip
    four = "the back ('no b'), the chest ('no c'), the ear ('no d'), the elbow ('no e')"

    assert f"Left out: {four} and the foot ('no f'). {ONLY_PLACES} Back too?" in of_five
    assert f"Left out: {four}, the foot ('no f') and 1 more. {ONLY_PLACES} Back too?" in of_six


def test_two_mechanisms_that_are_named_have_their_commands():
    ways = tuple(Mentioned(id_, span(id_)) for id_ in ("m0", "bag", "m1"))

    assert told(meant(ARM, mentioned=ways[:1])) == ["You also named way 0. Read: painlink show m0"]
    assert told(meant(ARM, mentioned=ways)) == [
        "You also named way 0 and big bag (X). Read: painlink show m0 or painlink show bag"
    ]
    assert told(meant(found("a", "limb"), mentioned=ways[:1]))[0] == (
        f"Understood: the arm ('limb'). {ONLY_PLACES}"
    )


def test_what_the_words_of_a_place_may_mean_besides_is_told_where_they_were_typed():
    aparts = (Apart("a", ("limb", "wing"), "It is about arms."), Apart("b", ("limb",), "No."))
    wording = KNOWN.wording._replace(apart=(*aparts, Apart("a", ("my",), "Yours.")))
    knowledge = KNOWN._replace(wording=wording)

    def apart(*areas: Found) -> list[str]:
        return list(chain.from_iterable(map(lines, taken_for(knowledge, meant(*areas)))))

    assert apart(ARM) == []
    assert apart(found("a", "My Wing", is_obvious=True)) == ["It is about arms. Yours."]
    assert apart(found("a", "arm", "LIMB")) == [
        f"Understood: the arm ('arm', 'LIMB'). {ONLY_PLACES} It is about arms."
    ]
    assert apart(found("a", "win", "g", is_obvious=True)) == []


def test_in_short_no_word_of_the_reader_stands():
    assert in_short(KNOWN, meant(ARM, found("b", "x"))) == "understood: the arm and the back"
    assert in_short(KNOWN, meant(ARM, left_out=(left("x", "c"), left("y", "b")))) == (
        "understood: the arm; left out: the chest and the back"
    )
