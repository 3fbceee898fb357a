"""The rules for the writing, each shown able to fail; `validate` holds what is shipped to them."""

import subprocess
import sys
import tomllib
from pathlib import Path
from time import process_time

import pytest
import textstat

from painlink.model.about import Prompt
from painlink.model.entries import Link
from painlink.model.grades import Certainty, Stance
from painlink.rules.of_writing import breaks
from painlink.rules.reading_grade import ReadingGrade, is_measured
from tests.conftest import KNOWLEDGE, ROOT, as_shipped

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", ["areas", "ambiguous_words", "sources"])
def test_names_and_titles_have_no_rules(kind: str):
    assert [found for record in getattr(KNOWLEDGE, kind).values() for found in breaks(record)] == []


# Sound records, each to be broken in one place.
MECHANISM = KNOWLEDGE.mechanism("muscle-tension")
APPROACH = KNOWLEDGE.approaches["movement"]
FLAG = KNOWLEDGE.red_flags["head-thunderclap"]
PAIR = KNOWLEDGE.pairs["back--head"]
LINKS = {
    level: next(
        link
        for link in KNOWLEDGE.links.values()
        if link.certainty is level and "emergency" not in link.how
    )
    for level in Certainty
}
LOW = LINKS[Certainty.LOW]
EVIDENCE = LOW.evidence[0]
HARD = "Multidisciplinary rehabilitation interventions are considered."


def resting_on(link: Link, stance: Stance, *sources: str) -> Link:
    pieces = (EVIDENCE._replace(source=source, stance=stance) for source in sources)
    return link._replace(evidence=tuple(pieces))


def claiming(level: Certainty, summary: str) -> Link:
    return LINKS[level]._replace(summary=f"{summary} [a-2020].")


FORBIDDEN_TEXTS = {
    "hurt is not harm": {
        "damaged": "The disc is damaged.",
        "wear and tear": "It is wear and tear.",
        "out of place": "A bone is out of place.",
        "degenerative": "Some say that the disc is degenerative.",
        "worn": "The joint is worn.",
        "misaligned": "Your back is misaligned.",
    },
    "no cure is promised": {
        "cures": "It cures pain.",
        "cured": "You are cured.",
        "heals": "It heals by itself.",
        "fixes": "It fixes the back.",
        "guarantee": "We guarantee that it will help you.",
    },
    "nothing is made small": {
        "just": "It is just stress.",
        "Simply": "Simply walk more.",
        "harmless": "It is harmless.",
        "nothing to worry": "There is nothing to worry about.",
    },
    "nobody is diagnosed": {
        "You probably have migraine": "You probably have migraine.",
        "you have a tumour": "It shows that you have a tumour.",
    },
    "nobody is told to stay away": {
        "You do not need care": "You do not need care.",
        "no need to see": "There is no need to see a doctor.",
    },
    "no medicine is started or stopped": {
        "Stop taking": "Stop taking it.",
        "start using": "Then start using it.",
    },
    "no dose is given": {
        "5 g": "Take 5 g.",
        "tablets a": "Take two tablets a day.",
        "every 6 hours": "Take it every 6 hours.",
    },
    "no bare emergency number": {"999": "Call 999."},
    "nobody is blamed": {
        "your fault": "Was it your fault?",
        "your own fault": "It was your own fault.",
        "you should have": "Then you should have rested.",
        "too lazy": "You are too lazy.",
        "too weak": "Your back is too weak.",
    },
}
FORBIDDEN = [
    (text, f"{phrase!r}: {promise}")
    for promise, texts in FORBIDDEN_TEXTS.items()
    for phrase, text in texts.items()
]


@pytest.mark.parametrize(("text", "message"), FORBIDDEN, ids=[text for text, _ in FORBIDDEN])
def test_a_forbidden_phrase_is_found(text: str, message: str):
    assert [*breaks(APPROACH._replace(how=text))] == [(("how",), message)]


def test_taking_one_phrase_back_frees_no_other_sentence():
    text = "It does not mean that the disc is worn. It is your fault."

    assert [*breaks(APPROACH._replace(how=text))] == [
        (("how",), "'your fault': nobody is blamed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It does not mean that the disc is worn.",
        "It is not your fault.",
        "It came to 1,999 people.",
        "It was your fault line.",
        "In 5 groups it helped.",
    ],
)
def test_a_phrase_that_is_taken_back_or_means_something_else_may_stand(text: str):
    assert [*breaks(APPROACH._replace(how=text))] == []


TEXTS_BREAKING = {
    "no end": ("It may help", "ends without a full stop"),
    "a source is no end": ("It may help [a-2020]", "ends without a full stop"),
    "two lines": ("It may\nhelp.", "line ends or spare spaces; a text is one line"),
    "two spaces": ("It may  help.", "line ends or spare spaces; a text is one line"),
    "line end": ("It may help.\n", "line ends or spare spaces; a text is one line"),
    "apostrophe": ("It doesn\u2019t help.", "'\u2019': quotes are straight"),
    "quotes": ("\u201cIt\u201d helps.", "'\u201c': quotes are straight"),
    "dash": ("It \u2013 helps.", "'\u2013': write a comma or a new sentence"),
    "exclamation mark": ("It! helps.", "'!': nobody is shouted at"),
    "hard to read": (HARD, "reading grade 31.2; at most 8"),
}


@pytest.mark.parametrize(
    ("text", "message"), list(TEXTS_BREAKING.values()), ids=list(TEXTS_BREAKING)
)
def test_a_broken_rule_for_every_text_is_found(text: str, message: str):
    assert [*breaks(APPROACH._replace(how=text))] == [(("how",), message)]


SHAPED = {
    "a question": "Does it help?",
    "a quote": 'Some say "it helps."',
    "a citation": "It may help [nice-multidisciplinary-rehabilitation-2020].",
}


@pytest.mark.parametrize("text", list(SHAPED.values()), ids=list(SHAPED))
def test_a_sentence_may_end_as(text: str):
    assert [*breaks(APPROACH._replace(how=text))] == []


BREAKING = {
    "low without its wording": (
        claiming(Certainty.LOW, "It brings on pain"),
        ("summary",),
        "low certainty is worded 'may'",
    ),
    "high without its wording": (
        claiming(Certainty.HIGH, "It goes with pain"),
        ("summary",),
        "high certainty is worded 'is linked' or 'are linked'",
    ),
    "moderate without its wording": (
        claiming(Certainty.MODERATE, "It brings on pain"),
        ("summary",),
        "moderate certainty is worded 'probably'",
    ),
    "very low without its wording": (
        claiming(Certainty.VERY_LOW, "Whether it brings on pain is unsure"),
        ("summary",),
        "very low certainty is worded 'very uncertain whether'",
    ),
    "unsupported without its wording": (
        claiming(Certainty.UNSUPPORTED, "It is a myth"),
        ("summary",),
        "not supported is worded 'evidence does not support'",
    ),
    "high with another wording": (
        claiming(Certainty.HIGH, "It is linked to pain, and might feed it"),
        ("summary",),
        "'might' is the wording of another certainty",
    ),
    "moderate with another wording": (
        claiming(Certainty.MODERATE, "It probably feeds pain, or may do so"),
        ("summary",),
        "'may' is the wording of another certainty",
    ),
    "low with another wording": (
        claiming(Certainty.LOW, "It may feed pain. Probably it does"),
        ("summary",),
        "'Probably' is the wording of another certainty",
    ),
    "very low with another wording": (
        claiming(Certainty.VERY_LOW, "It is very uncertain whether it probably helps"),
        ("summary",),
        "'probably' is the wording of another certainty",
    ),
    "unsupported with another wording": (
        claiming(Certainty.UNSUPPORTED, "The evidence does not support that it may help"),
        ("summary",),
        "'may' is the wording of another certainty",
    ),
    "the name of a source is no wording": (
        LOW._replace(summary="It is linked to pain [may-2020]."),
        ("summary",),
        "low certainty is worded 'may'",
    ),
    "no source in the summary": (
        LOW._replace(summary="It may bring on pain."),
        ("summary",),
        "cites no source; the short page shows it alone",
    ),
    "a long summary": (
        claiming(Certainty.LOW, f"It may help.{' It is so.' * 8} Or not"),
        ("summary",),
        "29 words; at most 27",
    ),
    "nothing fits better": (
        LOW._replace(fits_better=()),
        ("fits_better",),
        "a supported link tells what fits better",
    ),
    "nothing fits less": (
        LOW._replace(fits_less=()),
        ("fits_less",),
        "a supported link tells what fits less",
    ),
    "unsupported, with every source for it": (
        resting_on(LINKS[Certainty.UNSUPPORTED], Stance.FOR, "a", "b"),
        ("evidence",),
        "not supported needs a source that is against it or mixed",
    ),
    "unsupported, without the true sentence": (
        LINKS[Certainty.UNSUPPORTED]._replace(in_truth=None),
        ("in_truth",),
        "a story that does not hold needs the true sentence",
    ),
    "high on one source": (
        resting_on(LINKS[Certainty.HIGH], Stance.FOR, "a"),
        ("evidence",),
        "high certainty needs two sources for it",
    ),
    "high on one source told twice": (
        resting_on(LINKS[Certainty.HIGH], Stance.FOR, "a", "a"),
        ("evidence",),
        "high certainty needs two sources for it",
    ),
    "high on mixed sources": (
        resting_on(LINKS[Certainty.HIGH], Stance.MIXED, "a", "b"),
        ("evidence",),
        "high certainty needs two sources for it",
    ),
    "a long sign": (
        FLAG._replace(sign=" ".join(["It came on fast."] * 10)),
        ("sign",),
        "40 words; at most 36",
    ),
    "a name with a full stop": (
        FLAG._replace(name="a very bad headache."),
        ("name",),
        "a name has no full stop",
    ),
    "a long name": (
        FLAG._replace(name="a bad pain in the head, the neck and more"),
        ("name",),
        "10 words; at most 9",
    ),
    "a sign that is a diagnosis": (
        FLAG._replace(why="This is a bleed."),
        ("why",),
        "'This is': say what may be behind the sign",
    ),
    "a benefit without its wording": (
        APPROACH._replace(benefits=(APPROACH.benefits[0]._replace(answer="It eases pain."),)),
        ("benefits", 0, "answer"),
        "moderate certainty is worded 'probably'",
    ),
    "a claim within a mechanism": (
        MECHANISM._replace(links=(*MECHANISM.links[:2], LOW._replace(fits_less=()))),
        ("links", 2, "fits_less"),
        "a supported link tells what fits less",
    ),
    "a text within a mechanism": (
        MECHANISM._replace(links=(*MECHANISM.links[:2], LOW._replace(how="It may"))),
        ("links", 2, "how"),
        "ends without a full stop",
    ),
    "a text of a pair": (
        PAIR._replace(unknown=(*PAIR.unknown[:1], "Not known")),
        ("unknown", 1),
        "ends without a full stop",
    ),
    "an answer of a pair": (
        PAIR._replace(together=PAIR.together._replace(answer="It may")),
        ("together", "answer"),
        "ends without a full stop",
    ),
    "hard to read, as evidence": (
        PAIR._replace(evidence=(EVIDENCE._replace(shows=HARD),)),
        ("evidence", 0, "shows"),
        "reading grade 31.2; at most 12",
    ),
    "a text of about": (
        KNOWLEDGE.about._replace(privacy="Nothing is sent"),
        ("privacy",),
        "ends without a full stop",
    ),
    "a text of the handout": (
        KNOWLEDGE.handout._replace(own_question=Prompt(ask="What else")),
        ("own_question", "ask"),
        "ends without a full stop",
    ),
}


@pytest.mark.parametrize(("record", "path", "message"), list(BREAKING.values()), ids=list(BREAKING))
def test_a_broken_rule_is_found_at_its_place(
    record: object, path: tuple[str | int, ...], message: str
):
    assert [*breaks(record)] == [(path, message)]


def test_nothing_has_to_fit_less_where_a_danger_is_behind_it():
    link = LOW._replace(how="It is an emergency.", fits_less=())

    assert [*breaks(link)] == []


def test_nothing_has_to_fit_what_is_not_supported():
    link = LINKS[Certainty.UNSUPPORTED]._replace(fits_better=(), fits_less=())

    assert [*breaks(link)] == []


def test_evidence_may_be_harder_to_read():
    shows = "It may be a long sentence about very ordinary activities of daily living, and others."

    grade = textstat.flesch_kincaid_grade(shows)
    pair = PAIR._replace(evidence=(EVIDENCE._replace(shows=shows),))

    assert 8 < grade <= 12
    assert [*breaks(pair)] == []


def test_what_takes_ever_new_words_apart_comes_to_an_end():
    grade = ReadingGrade()
    texts = [" ".join(f"word{at}{word}" for word in range(1000)) + "." for at in range(30)]

    began = process_time()
    grades = [grade.of(text) for text in texts]

    assert grade.is_spent
    assert grades[0] > 0
    assert grades[-1] == 0
    assert process_time() - began < 2


def test_the_average_is_that_of_what_readers_read():
    grade = ReadingGrade()

    hard, easy = grade.of(HARD), grade.of("It may help you.")
    grade.of("Sophisticated methodologies notwithstanding.", is_evidence=True)

    assert grade.average == pytest.approx((hard + easy) / 2)


def test_where_nothing_is_measured_the_average_is_no_grade():
    assert ReadingGrade().average == 0


def test_a_message_quotes_no_more_than_fits():
    text = f"It is degenerat{'e' * 9_000}."

    messages = [message for _, message in breaks(APPROACH._replace(how=text))]

    assert messages
    assert max(map(len, messages)) < 300


@pytest.mark.parametrize(
    "piece", ["[", "[a", "[a-", "a-", " ", '"', "every 1", "1", "damag", "you have a ", "may"]
)
def test_the_longest_text_is_quick_to_look_at(piece: str):
    """Four times as long as any text may be: what goes over it again and again takes a minute."""
    text = f"[{piece * 40_000}"[:40_000]
    started = process_time()

    found = [*breaks(LOW._replace(summary=text, how=text))]

    assert found
    assert process_time() - started < 5


def run(code: str, *options: str, first: str = "") -> "subprocess.CompletedProcess[str]":
    """Run *code* with painlink as it is shipped; what lies in *first* is found before all else."""
    return subprocess.run(
        [sys.executable, *options, "-c", f"import sys\nsys.path.insert(0, {first!r})\n{code}"],
        cwd=as_shipped(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


HARD_AND_SMALL = f"""
from painlink.knowledge.loading import load
from painlink.rules.of_writing import breaks
from painlink.rules.reading_grade import is_measured
approach = load().approaches["movement"]._replace(how={HARD.replace("are", "are just")!r})
print(is_measured(), *(message for _, message in breaks(approach)), sep="\\n")
"""
MEASURED = "True\n'just': nothing is made small\nreading grade 25.7; at most 8\n"
NOT_MEASURED = "False\n'just': nothing is made small\n"


def stand_in(folder: Path, version: str, code: str) -> Path:
    """Put a textstat of *version* that runs *code* into *folder*."""
    told = folder / f"textstat-{version}.dist-info" / "METADATA"
    told.parent.mkdir()
    told.write_text(f"Metadata-Version: 2.1\nName: textstat\nVersion: {version}\n")
    (folder / "textstat.py").write_text(code)
    return folder


WARNING = """
import warnings
warnings.warn("pkg_resources is deprecated as an API")
def flesch_kincaid_grade(text):
    return 25.7 if "Multidisciplinary" in text else 0
"""


@pytest.mark.parametrize("option", ["-Walways", "-Werror"])
def test_a_grade_is_measured_without_a_word_from_what_measures_it(option: str, tmp_path: Path):
    measured = run(HARD_AND_SMALL, option)
    warned = run(HARD_AND_SMALL, option, first=str(stand_in(tmp_path, "0.7.4", WARNING)))

    assert (measured.stdout, measured.stderr) == (MEASURED, "")
    assert (warned.stdout, warned.stderr) == (MEASURED, "")


def test_without_textstat_every_rule_but_the_grade_is_held():
    result = run(f"sys.modules['textstat'] = None\n{HARD_AND_SMALL}")

    assert (result.stdout, result.stderr) == (NOT_MEASURED, "")


def test_a_textstat_that_would_use_the_network_is_left_alone(tmp_path: Path):
    loaded = "raise SystemExit('it was loaded')"

    result = run(HARD_AND_SMALL, first=str(stand_in(tmp_path, "0.7.8", loaded)))

    assert (result.stdout, result.stderr) == (NOT_MEASURED, "")


def test_nothing_that_measures_is_loaded_before_it_is_needed():
    result = run("import painlink.rules.of_writing\nprint(*sys.modules)")

    loaded = set(result.stdout.split())

    assert "painlink.rules.of_writing" in loaded
    assert loaded & {"textstat", "importlib.metadata", "pkg_resources"} == set()


def test_a_writer_installs_what_the_tests_measure_with():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    tests = project["dependency-groups"]["test"]

    measuring = [one for one in tests if one.startswith(("pyphen", "setuptools", "textstat"))]

    assert project["project"]["optional-dependencies"]["writing"] == measuring
    assert is_measured()
