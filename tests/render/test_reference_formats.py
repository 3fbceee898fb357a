"""Sources for programs that keep references: libraries that know the formats read every one."""

import re
import shlex
from collections.abc import Callable

import pytest
import rispy
from pybtex.database import parse_string
from pybtex.richtext import Text as LatexText
from typer.testing import Result

from painlink.errors import PainlinkError
from painlink.model.entries import Source
from painlink.model.grades import Listed
from painlink.pages import about, listing
from painlink.pages.blocks import Page
from painlink.render import FORMATS_OF_SOURCES, renderer
from painlink.render.sources.apart import Authors, authors, place, spaced
from tests.conftest import KNOWLEDGE, ROOT
from tests.shown import handout_of, page_of
from tests.walks import walk

SOURCES = KNOWLEDGE.sources
ALL = listing.page(KNOWLEDGE, Listed.SOURCES)
BIBTEX = parse_string(renderer("bibtex")(ALL, None), "bibtex").entries
RIS = {one["id"]: one for one in rispy.loads(renderer("ris")(ALL, None))}
HOSTILE = Source(
    id="odd",
    kind="cohort",
    title=r"50% of {both} & \all_: a ~ b ^ c } # $1",
    authors="O'Keeffe M, van der Helm-van Mil AHM, et al.",
    year=2001,
    container="Journal of {Odd} Things 2001;3(1):4-5",
    doi="10.1000/a{b}<c>#d",
    note="It ends } early",
)


def read(text: str) -> str:
    """Return what LaTeX makes of *text*."""
    return str(LatexText.from_latex(text))


@walk(source=SOURCES.values())
def test_bibtex_gives_back_every_source(source: Source):
    entry = BIBTEX[source.id]

    assert read(entry.fields["title"]) == source.title
    assert entry.fields.get("doi") == source.doi
    assert entry.fields.get("pmid") == source.pmid
    assert entry.fields.get("year", "") == str(source.year or place(source).year or "")
    assert source.doi or entry.fields.get("url", "") == (source.url or source.address)
    assert bool(entry.persons) == bool(source.authors)


@walk(source=SOURCES.values())
def test_ris_gives_back_every_source(source: Source):
    record = RIS[source.id]

    assert record["title"] == source.title
    assert record.get("doi") == source.doi
    assert record.get("accession_number") == source.pmid
    assert record.get("year", "") == str(source.year or place(source).year or "")
    assert record.get("urls", [""]) == [source.address]
    assert bool(record.get("authors")) == bool(source.authors)


def test_every_source_stands_once_in_either_format():
    assert list(BIBTEX) == list(RIS) == list(SOURCES)


def test_a_type_fits_its_kind():
    kinds = {(source.kind, BIBTEX[source.id].type) for source in SOURCES.values()}

    assert {type_ for kind, type_ in kinds if kind == "patient-page"} == {"misc"}
    assert {type_ for kind, type_ in kinds if kind in ("cohort", "randomized-trial")} <= {
        "article",
        "misc",
    }
    assert ("guideline", "techreport") in kinds


def hostile() -> Page:
    return ALL._replace(sources=(HOSTILE,))


def test_no_letter_of_a_source_breaks_bibtex():
    (entry,) = parse_string(renderer("bibtex")(hostile(), None), "bibtex").entries.values()

    assert entry.fields["title"] == (
        r"{50\% of \textbraceleft{}both\textbraceright{} \& \textbackslash{}all\_: "
        r"a \textasciitilde{} b \textasciicircum{} c \textbraceright{} \# \$1}"
    )
    assert entry.fields["journal"] == r"Journal of \textbraceleft{}Odd\textbraceright{} Things"
    assert entry.fields["doi"] == "10.1000/a%7Bb%7D<c>#d"
    assert entry.fields["note"].endswith("early")
    assert [" ".join(one.last_names) for one in entry.persons["author"]] == [
        "O'Keeffe",
        "Helm-van Mil",
        "others",
    ]


def test_no_letter_of_a_source_breaks_ris():
    (record,) = rispy.loads(renderer("ris")(hostile(), None))

    assert record["title"] == HOSTILE.title
    assert record["urls"] == ["https://doi.org/10.1000/a%7Bb%7D%3Cc%3E%23d"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Bogduk N", Authors((("Bogduk", "N"),))),
        ("Ashina S, et al.", Authors((("Ashina", "S"),), and_others=True)),
        ("Maruyama, et al.", Authors((("Maruyama", ""),), and_others=True)),
        ("Konstantinou K and others", Authors((("Konstantinou", "K"),), and_others=True)),
        ("Koh H, Robinson PG (A group)", Authors((("Koh", "H"), ("Robinson", "PG")))),
        ("NHS Fife", Authors((), "NHS Fife")),
        ("North Tees and Hartlepool NHS", Authors((), "North Tees and Hartlepool NHS")),
        (None, Authors(())),
    ],
)
def test_people_are_told_from_organizations(written: str | None, told: Authors):
    assert authors(HOSTILE._replace(authors=written)) == told


@pytest.mark.parametrize(("initials", "told"), [("S", "S."), ("HJ", "H. J."), ("H-J", "H.-J.")])
def test_initials_are_parted(initials: str, told: str):
    assert spaced(initials) == told


@walk(form=FORMATS_OF_SOURCES, page=[page_of(("back", "head")), handout_of(("back", "head"))])
def test_a_page_gives_the_sources_it_cites(form: str, page: Page):
    ids = re.findall(r"^@\w+\{(.*),$|^ID  - (.*)$", renderer(form)(page, None), re.MULTILINE)

    assert [one or other for one, other in ids] == [source.id for source in page.sources]
    assert len(ids) > 10


@pytest.mark.parametrize("form", FORMATS_OF_SOURCES)
def test_a_page_without_sources_says_so(form: str):
    with pytest.raises(PainlinkError, match="this page has no sources"):
        renderer(form)(about.page(KNOWLEDGE, "1"), None)


@pytest.mark.parametrize("ending", ["bib", "ris"])
def test_the_ending_of_a_file_chooses_the_format(
    painlink: Callable[..., Result], tmp_path_factory: pytest.TempPathFactory, ending: str
):
    file = tmp_path_factory.mktemp("sources") / f"sources.{ending}"

    done = painlink("show", "ashina-2018", "-o", str(file))

    assert done.exit_code == 0
    assert (
        file.read_text(encoding="utf-8")
        == painlink("show", "ashina-2018", {"bib": "--bibtex", "ris": "--ris"}[ending]).stdout
    )


def test_every_command_of_the_page_on_sources_runs(
    painlink: Callable[..., Result], tmp_path_factory: pytest.TempPathFactory
):
    told = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("written")
    commands = [shlex.split(one) for one in re.findall(r"^\$ painlink (.*)$", told, re.MULTILINE)]

    for words in commands:
        placed = [str(folder / word) if word.endswith((".bib", ".ris")) else word for word in words]
        assert painlink(*placed).exit_code == 0, words

    assert commands
    assert len(list(folder.iterdir())) == 3
