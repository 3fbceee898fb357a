"""What texts are understood with, made of a few names and a few small words."""

from painlink.knowledge.vocabulary import extended, vocabulary_of
from painlink.model.areas import AmbiguousWord
from painlink.model.words.language import Language, PlaceWords, Sayings
from painlink.model.words.vocabulary import Vocabulary
from tests.explain.made import area, mechanism

AREAS = (
    area(
        "back",
        aliases=("spine", "spine ache", "L5", "TMJ II", "sore part"),
        name="back",
        pain="back pain",
    ),
    area("low-back", aliases=("lumbago",), name="lower back", pain="low back pain", part_of="back"),
    area("teeth", aliases=(), name="tooth", pain="tooth or jaw pain"),
)
MECHANISMS = (
    mechanism("posture", name="Posture", plain="How you sit", term="posture", aliases=("sitting",)),
    mechanism("back", name="Back", plain="A back", term="x", aliases=("kept out",)),
)
WORDS = Language(*((),) * len(Language._fields))._replace(
    articles=("the",),
    owners=("my", "your"),
    kept_in_names=("your",),
    whose=("his",),
    pain=("hurt",),
    trouble=("stiff", "give way"),
    joining=("and", "as well as", "as well"),
    linking=("and",),
    weak=("legs", "vein"),
    weakest=("seat",),
    never_weak=("vein",),
    not_mentioned=("kept out",),
    never_read=("spine",),
    forms=("kept/keeping keep",),
    alike=("ph/f",),
)
MORE = (
    PlaceWords(
        *("low-back", ("small of the back", "seat"), ("sacral nerve", "T2"), ("sag",), ("bakc",)),
    ),
    PlaceWords("nowhere", ("nowhere",), (), (), ()),
)  # fmt: skip
SAYINGS = (
    Sayings("backs", ("back", "backing"), ("(so) back my #", "kept at the back of it")),
)  # fmt: skip
ASKED = (AmbiguousWord("w", ("Side", "lumbago"), ("back", "teeth")),)


def vocabulary() -> Vocabulary:
    return vocabulary_of(
        AREAS, ASKED, MECHANISMS, place_words=MORE, sayings=SAYINGS, language=WORDS
    )


def test_names_are_told_by_whom_claims_them_first_and_compared_without_small_words():
    made = vocabulary()

    assert made.order == ("back", "low-back", "teeth")
    assert made.wholes == {"back": None, "low-back": "back", "teeth": None}
    assert made.skipped == {"the", "my"}
    assert made.names == {
        "back": "back",
        "spine": "back",
        "l5": "back",
        "tmj ii": "back",
        "sore part": "back",
        "lower back": "low-back",
        "low back": "low-back",
        "lumbago": "low-back",
        "small of back": "low-back",
        "seat": "low-back",
        "sacral nerve": "low-back",
        "t2": "low-back",
        "sag": "low-back",
        "bakc": "low-back",
        "tooth": "teeth",
        "teeth": "teeth",
        "tooth or jaw pain": "teeth",
    }
    assert made.own == {
        "back": "back",
        "back pain": "back",
        "lower back": "low-back",
        "low back": "low-back",
        "low back pain": "low-back",
        "tooth": "teeth",
        "teeth": "teeth",
        "tooth or jaw pain": "teeth",
    }
    assert made.misspelt == {"bakc": "lower back"}
    assert made.asked == {"side": ("back", "teeth")}


def test_mechanisms_are_mentioned_by_their_names_but_for_words_that_mean_none():
    made = vocabulary()

    assert made.mechanisms == {
        "posture": "posture", "how you sit": "posture", "sitting": "posture",
        "back": "back", "a back": "back", "x": "back",
    }  # fmt: skip


def test_how_long_a_name_is_that_begins_with_a_word_is_known():
    longest = vocabulary().longest

    assert {word: longest[word] for word in ("small", "tooth", "back", "side", "how", "a")} == {
        "small": 3, "tooth": 4, "back": 1, "side": 1, "how": 3, "a": 2,
    }  # fmt: skip


def test_a_few_letters_may_stand_for_anything():
    made = vocabulary()

    assert made.weak == {"leg", "l5", "t2"}
    assert made.weakest == {"seat"}


def test_words_near_which_a_slip_is_read_are_those_people_write():
    made = vocabulary()

    assert made.near == (
        *("ache", "back", "backache", "hurt", "jaw", "low", "lower", "lumbago", "lumbagoache"),
        *("pain", "part", "sacral", "small", "sore", "spineache", "stiff", "teeth", "teethache"),
        *("the", "tooth", "toothache"),
    )
    assert made.sounds.count("\n") == len(made.near) + 1


def test_words_of_language_have_their_roles_and_phrases_stand_under_their_first_word():
    made = vocabulary()

    assert made.roles["and"] == "joining linking"
    assert made.roles["hurt"] == "pain"
    assert made.phrases == {
        "as": ("joining as well", "joining as well as"),
        "give": ("trouble give way",),
        "kept": ("not_mentioned kept out",),
    }
    assert "ph" not in made.roles
    assert made.forms == {"kept": "kept", "keeping": "kept", "keep": "kept"}
    assert made.alike == ("ph/f",)


def test_sayings_stand_under_the_words_that_are_no_place_in_them():
    made = vocabulary()

    so, back, mine, number = ({"so"}, {"back"}, {"mi", "his"}, {"#"})
    kept = [{"kept"}, {"at"}, {"the"}, {"back"}, {"of"}, {"it"}]
    found = {
        word: [(list(map(set, one.words)), one.place) for one in sayings]
        for word, sayings in made.sayings.items()
    }
    assert found == {
        "back": [([so, back, mine, number], 1), ([back, mine, number], 0), (kept, 3)],
        "backing": [([so, back, mine, number], 1), (kept, 3)],
    }


def test_a_readers_own_names_are_added_and_take_none_away():
    base = vocabulary()
    own_ones = (
        *AREAS, area("fin", name="fin of it", pain="fin pain", aliases=("back", "flap of the side"))
    )  # fmt: skip
    own_mechanisms = (*MECHANISMS, mechanism("swim", name="Swimming", aliases=("posture",)))

    made = extended(base, own_ones, own_mechanisms)

    assert made.order == ("back", "low-back", "teeth", "fin")
    assert made.wholes["fin"] is None
    assert dict(made.names) == {
        **base.names,
        "back pain": "back",
        "spine ache": "back",
        "fin of it": "fin",
        "fin": "fin",
        "fin pain": "fin",
        "flap of side": "fin",
    }
    assert made.own["fin of it"] == made.own["fin"] == made.own["fin pain"] == "fin"
    assert {**made.own, **base.own} == made.own
    assert made.mechanisms["swimming"] == "swim"
    assert made.mechanisms["posture"] == "posture"
    assert made.longest["flap"] == 3
    assert made.longest["side"] == 1
    assert made._replace(
        order=base.order, wholes=base.wholes, names=base.names, own=base.own,
        mechanisms=base.mechanisms, longest=base.longest,
    ) == base  # fmt: skip
