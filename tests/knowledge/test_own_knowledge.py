"""A reader's own entries over painlink's: added or replacing, labelled, and never a danger."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from typer.testing import Result

from painlink.errors import InvalidKnowledge, NoSuchPath
from painlink.explain.explanation import explain, outline
from painlink.explain.leading import leading
from painlink.explain.red_flags import red_flags, signs_in_themselves
from painlink.knowledge.from_files import read_own
from painlink.knowledge.loading import load
from painlink.model.entries import pair_id
from painlink.model.fields import fields
from painlink.model.grades import Listed
from painlink.model.kinds import OWN
from painlink.model.knowledge import Knowledge
from painlink.model.words.texts import prose
from painlink.names.asked import understood
from painlink.names.finding import find_entry
from painlink.names.search import find_entries
from painlink.pages import (
    about,
    brief,
    entry,
    explanation,
    handout,
    hits,
    listing,
    review,
    warnings,
)
from painlink.pages.blocks import (
    Blanks,
    Block,
    Bullets,
    Choices,
    Heading,
    Item,
    Notice,
    Options,
    Page,
    Paragraph,
    References,
    Row,
    Rows,
    Text,
)
from painlink.pages.parts.picture import Figure
from painlink.reading.records import keys_of
from painlink.reading.yaml_nodes import parse
from painlink.render import FORMATS, renderer
from tests.conftest import KNOWLEDGE, ROOT, TINY, TINY_KNOWLEDGE
from tests.walks import walk

MINE = Path(__file__).parent / "mine.yaml"
LABEL = "from mine.yaml, not reviewed by painlink"
INSTEAD = f"{LABEL}, in place of painlink's own"


@pytest.fixture(scope="module")
def own() -> Knowledge:
    """Return the tiny knowledge with own entries of every kind over it."""
    return load(TINY, [MINE])


def test_own_entries_are_added_and_tell_their_file(own: Knowledge):
    added: list[Any] = [own.areas["tail"], own.mechanisms["wag"], own.pairs["tail--toe"]]
    added += [own.red_flags["zebra-bite"], own.approaches["zebra-ride"], own.sources["zebra-2020"]]
    added += [own.ambiguous_words["zebra-word"], own.mechanism("wag").links[0]]

    assert {one.origin for one in added} == {LABEL}


def test_an_own_entry_in_the_place_of_painlinks_says_so(own: Knowledge):
    (tugging,) = (link for link in own.links.values() if link.id == "toe--sole--tug")
    replaced: list[Any] = [
        own.areas["nose"],
        own.mechanisms["shoe"],
        own.pairs["ankle--toe"],
        tugging,
    ]
    replaced.append(own.approaches["bare-feet"])

    assert {one.origin for one in replaced} == {INSTEAD}
    assert own.mechanisms["shoe"].name == "Zebra shoe"
    assert tugging.name == "Zebra tugging"


def untold_keys(kind: type, told: list[Any], path: str) -> Iterator[str]:
    """Yield each key of *kind* that none of the entries *told* has."""
    for key, (_, annotation, _) in keys_of(kind).items():
        values = [one[key] for one in told if one.get(key)]
        if not values:
            yield f"{path}.{key}"
        elif inner := record_in(annotation):
            lists = [one if isinstance(one, list) else [one] for one in values]
            yield from untold_keys(
                inner, [one for group in lists for one in group], f"{path}.{key}"
            )


def record_in(annotation: Any) -> type | None:
    if isinstance(annotation, type) and fields(annotation):
        return annotation
    return next(filter(None, map(record_in, get_args(annotation))), None)


def test_the_file_that_is_walked_here_tells_of_every_key_an_own_file_may_have():
    content: Any = parse(MINE.read_text(encoding="utf-8")).value

    untold = [key for kind in OWN for key in untold_keys(OWN[kind], content[kind], kind)]

    assert untold == ["pairs.seen_sooner"]  # which only painlink's own may have


def test_what_is_replaced_is_told_once(own: Knowledge):
    assert own.notes == (
        f"{MINE} takes the place of painlink's own sole, nose, shoe, ankle--toe, bare-feet "
        "and 1 more",
    )


def test_painlinks_other_entries_stay_as_they_are(own: Knowledge, tiny: Knowledge):
    assert own.beneath == tiny
    assert own.areas["toe"] == tiny.areas["toe"]
    assert list(own.areas) == [*tiny.areas, "tail", "tuft"]
    assert [link.id for link in own.mechanism("tug").links] == [
        *(link.id for link in tiny.mechanism("tug").links),
        "toe--sole--zebra",
    ]
    assert (own.about, own.handout) == (tiny.about, tiny.handout)


def test_a_replaced_mechanism_keeps_the_links_it_does_not_replace(tmp_path: Path, tiny: Knowledge):
    file = tmp_path / "mechanisms.yaml"
    file.write_text(
        "- {id: tug, name: Pulling, plain: Pulling, term: pull, aliases: [], relation: acts-on,\n"
        "   summary: It pulls., how: It pulls., does_not_mean: It is not bad.}\n"
    )

    replaced = load(TINY, [file]).mechanism("tug")

    assert replaced.name == "Pulling"
    assert replaced.links == tiny.mechanism("tug").links


# Labels


def pages_of(knowledge: Knowledge, *asked: tuple[str, ...]) -> Iterator[Page]:
    """Yield every kind of page, of what is *asked* or of each area and each two."""
    each = (*((id_,) for id_ in knowledge.areas), *combinations(knowledge.areas, 2))
    for ids in asked or each:
        known = explain(knowledge, [knowledge.areas[id_] for id_ in ids])
        yield explanation.page(knowledge, known)
        yield explanation.page(knowledge, known, full=True)
        yield brief.page(knowledge, known)
        yield handout.page(knowledge, known)
        yield review.page(knowledge, known)
        yield warnings.page(knowledge, known.areas)
    three = [knowledge.areas[id_] for id_ in ("toe", "ankle", "tail")]
    yield explanation.page(knowledge, explain(knowledge, three))
    yield handout.page(knowledge, explain(knowledge, three))
    yield review.page(knowledge, explain(knowledge, three))
    yield warnings.page(knowledge, ())
    yield about.page(knowledge, "1")
    # Whole: what would lead to the rest repeats the words that were typed.
    yield hits.page(knowledge, "zebra", find_entries(knowledge, "zebra"), whole=True)
    yield from (listing.page(knowledge, kind) for kind in Listed)
    groups = ("mechanisms", "areas", "pairs", "approaches", "red_flags", "sources")
    for group in groups:
        yield from (entry.page(knowledge, thing) for thing in getattr(knowledge, group).values())
    yield from (entry.page(knowledge, link) for link in knowledge.links.values())


def words(text: Text) -> str:
    return "".join(span.text for span in text)


def said(blocks: tuple[Block, ...], around: str = "") -> Iterator[str]:
    """Yield each text of *blocks* with what a reader has just read above it as its title."""
    before = ""
    for block in blocks:
        above, before = before, ""
        match block:
            case Heading(_, text):
                yield f"{around} {text}"
            case Paragraph(text) | Blanks(text, _):
                before = words(text)
                yield f"{around} {before}"
            case Choices(text, boxes):
                yield f"{around} {words(text)} {' '.join(boxes)}"
            case Bullets(items):
                yield from (f"{around} {words(item)} {above}" for item in items)
            case Item(name, inner):
                yield from said(inner, f"{around} {words(name)}")
            case Notice(_, title, inner):
                yield from said(inner, f"{around} {title}")
            case Rows(rows):
                yield from (f"{around} {row.note} {words(row.told)}" for row in rows)
            case Options(_, cells):
                yield from (f"{around} {' '.join(map(words, row))}" for row in cells)
            case References(references):
                yield from (
                    f"{around} {words(item.in_full or item.in_brief)}" for item in references
                )
            case Figure(title, description, _, strokes):
                yield f"{around} {title} {description}"
                yield from (f"{around} {stroke.label}" for stroke in strokes)


AREAS = ("zebra tail", "zebra tuft", "zebra nose", "zebra sole")


def unlabelled(page: Page) -> list[str]:
    """Return the texts of *page* that hold an own text and do not say where it is from.

    The name of an area stands all over a page that opens with where it is from.
    """
    opened = " ".join(said(page.blocks[:2]))
    if opened.strip().startswith("From mine.yaml"):
        return []
    title = "" if page.title.startswith("Found for") else page.title
    told = [area for area in AREAS if re.search(f"(?i){area}(?: and [a-z ]+)?: {LABEL}", opened)]
    return [
        text
        for text in (title, *said(page.blocks))
        if LABEL not in text.lower() and "zebra" in re.sub("|".join(told) or "$", "", text.lower())
    ]


def test_every_own_text_says_where_it_is_from_on_every_page(own: Knowledge):
    assert [found for page in pages_of(own) for found in unlabelled(page)] == []


def test_a_text_without_its_label_would_be_found(own: Knowledge):
    page = entry.page(own, own.mechanism("wag"))

    assert unlabelled(Page(page.title, page.blocks[1:2], (), (), page.contents, None))


def planted(texts: list[tuple[Any, ...]], folder: Path) -> Path:
    """Return the file of these tests with a citation in each of its *texts*."""
    content: Any = parse(MINE.read_text(encoding="utf-8")).value
    for *above, last in texts:
        held = content
        for step in above:
            held = held[step]
        end = held[last][-1]
        held[last] = f"{held[last][:-1]} [zebra-2020]{end}"
    file = folder / "mine.yaml"
    file.write_text(yaml.safe_dump(content, sort_keys=False))
    return file


def test_a_citation_in_any_text_is_refused_or_becomes_a_number(tmp_path: Path, tiny: Knowledge):
    texts = {
        ".".join(map(str, path)): path
        for group in read_own(tiny, [MINE]).entries.values()
        for one in group
        for path in ((*one.path, *inside) for inside, text, _ in prose(one.record))
    }
    problems = read_own(tiny, [planted([*texts.values()], tmp_path)]).problems
    refused = {one.path for one in problems if "cites no source" in one.message}

    kept = [path for name, path in texts.items() if name not in refused]
    own = load(TINY, [planted(kept, tmp_path)])

    assert {one.path for one in problems} == refused
    assert len(kept) > 60
    asked = (("tail",), ("tail", "toe"), ("ankle", "toe"), ("tail", "nose"), ("toe", "sole"))
    pages = [renderer("plain")(page, None) for page in pages_of(own, *asked) if not page.is_text]
    told = [line for page in pages for line in page.splitlines() if "[zebra-2020]" in line]
    assert [line for line in told if not line.strip().startswith("[zebra-2020] Zebra Z")] == []


def test_what_own_entries_decide_says_so_where_none_of_their_words_stand(own: Knowledge):
    both = [own.areas["ankle"], own.areas["nose"]]
    opening = said(explanation.page(own, explain(own, both)).blocks)
    (tug,) = (row for row in rows_of(own, Listed.MECHANISMS) if row.id == "tug")

    assert f"Having both pains is itself one of these signs. ({LABEL})" in " ".join(opening)
    assert tug.note == f"High certainty at best ({INSTEAD})"


def rows_of(knowledge: Knowledge, kind: Listed) -> tuple[Row, ...]:
    (rows,) = (b for b in listing.page(knowledge, kind).blocks if isinstance(b, Rows))
    return rows.items


def test_a_page_without_own_entries_names_no_file(own: Knowledge):
    page = entry.page(own, own.red_flags["toe-slow"])

    assert all("mine.yaml" not in text for text in said(page.blocks))


@walk(form=FORMATS)
def test_every_format_shows_the_label(own: Knowledge, form: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "dumb")
    known = explain(own, [own.areas["toe"], own.areas["ankle"]])

    text = " ".join(renderer(form)(explanation.page(own, known), 80).split())

    assert INSTEAD.replace("'", "&#x27;" if form == "html" else "'") in text


def test_json_tells_of_each_entry_where_it_is_from(own: Knowledge):
    known = explain(own, [own.areas["toe"], own.areas["tail"]])
    document = json.loads(renderer("json")(explanation.page(own, known), 80))

    origins = {area["id"]: area["origin"] for area in document["areas"]}

    assert origins == {"toe": None, "tail": LABEL}
    assert document["pair"]["origin"] == document["links"][0]["origin"] == LABEL


CLINIC = load(own=[ROOT / "examples" / "clinic.yaml"])


ASKED = [*((id_,) for id_ in KNOWLEDGE.areas), *combinations(KNOWLEDGE.areas, 2)]


@pytest.mark.slow
@walk(ids=ASKED)
def test_an_own_approach_is_told_whatever_is_asked(ids: tuple[str, ...]):
    known = outline(CLINIC, [CLINIC.areas[id_] for id_ in ids])

    for approach in (one for one in known.approaches if one.origin):
        for make in (explanation.page, handout.page):
            text = renderer("plain")(make(CLINIC, known), 80)
            assert approach.name.split()[-1] in text
            assert "()" not in text


def test_an_own_approach_for_a_part_is_told_with_that_part():
    known = explain(CLINIC, [CLINIC.areas["back"], CLINIC.areas["head"]])

    page = " ".join(said(explanation.page(CLINIC, known).blocks))

    assert "Our back class (lower back: very low)" in page
    assert "together with others. (from clinic.yaml, not reviewed" in page
    assert "Our back class." in " ".join(said(handout.page(CLINIC, known).blocks))


SIGN = """
red_flags:
- {id: fell, name: a fall, urgency: emergency, danger: injury, short: You fell., sign: You fell.,
   why: It may be broken., sources: [do-2019], areas: [lower-back]}
- {id: slid, name: a slide, urgency: urgent, danger: injury, short: You slid., sign: You slid.,
   why: It may be bruised., sources: [do-2019], combination: [[lower-back], [head]]}
"""


def test_an_own_warning_sign_is_on_the_pages_of_its_areas(tmp_path: Path):
    file = tmp_path / "signs.yaml"
    file.write_text(SIGN)
    signs = read_own(KNOWLEDGE, [file]).knowledge
    assert signs

    alone, both = (
        " ".join(said(make(signs, explain(signs, [signs.areas[id_] for id_ in ids])).blocks))
        for ids, make in ((["lower-back"], explanation.page), (["back", "head"], handout.page))
    )

    assert "You fell. (from signs.yaml, not reviewed by painlink)" in alone
    assert "a slide" not in alone
    assert "You fell. (from signs.yaml, not reviewed by painlink)" in both
    assert "a slide (from signs.yaml, not reviewed by painlink)" in both


def test_a_sign_that_would_not_be_shown_where_it_stands_is_told(tmp_path: Path):
    file = tmp_path / "areas.yaml"
    file.write_text(
        "- {id: fin, name: fin, pain: fin pain, aliases: [], red_flags: [toe-fever, toe-black]}"
    )

    (problem,) = read_own(TINY_KNOWLEDGE, [file]).problems

    assert str(problem).endswith("0.red_flags.0: here stand emergency signs; 'toe-fever' is urgent")


# Warning signs


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """Return the knowledge under a file that tries to take every warning sign away."""
    lines = ["red_flags:"]
    lines.append(
        "- {id: mild, name: a mild one, urgency: emergency, danger: other, short: Mild.,"
        " sign: Mild., why: Mild., sources: [do-2019], areas: [head]}"
    )
    lines.append("areas:")
    lines += [
        f"- {{id: {id_}, name: other {id_}, pain: other {id_} pain, aliases: [],"
        " red_flags: [mild]}"
        for id_ in KNOWLEDGE.areas
    ]
    lines.append("pairs:")
    lines += [
        f"- {{id: {pair_id(one, other)}, areas: [{one}, {other}],"
        " verdict: No., together: {answer: No., certainty: low},"
        " cause: {answer: No., certainty: low},"
        " untested: None., unknown: [], questions: [], red_flags: [mild], today: [],"
        " evidence: [{source: do-2019, shows: No., stance: against}]}"
        for one, other in combinations(KNOWLEDGE.areas, 2)
    ]
    file = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    file.write_text("\n".join(lines))
    return load(own=[file])


@pytest.mark.slow
@walk(ids=ASKED)
def test_no_overlay_takes_away_a_warning_sign(hostile: Knowledge, ids: tuple[str, ...]):
    assert set(red_flags(KNOWLEDGE, ids)) <= set(red_flags(hostile, ids))
    before, after = leading(KNOWLEDGE, ids), leading(hostile, ids)
    for key in ("now", "also", "injury", "for_today", "for_soon"):
        kept = [flag for flag in getattr(after, key) if not flag.origin]
        assert kept == list(getattr(before, key)), key


@pytest.mark.slow
@walk(ids=ASKED)
def test_no_overlay_makes_an_emergency_ordinary(hostile: Knowledge, ids: tuple[str, ...]):
    before = [KNOWLEDGE.areas[id_] for id_ in ids]
    after = [hostile.areas[id_] for id_ in ids]

    signs = {two.areas for two in signs_in_themselves(KNOWLEDGE, before)}

    assert signs <= {two.areas for two in signs_in_themselves(hostile, after)}
    assert [area.care_first for area in before] == [area.care_first for area in after]


@pytest.mark.parametrize("id_", ["head", "lower-back"])
def test_a_replaced_area_keeps_its_place_and_is_found_by_its_old_names(
    hostile: Knowledge, id_: str
):
    area = KNOWLEDGE.areas[id_]

    replaced = hostile.areas[id_]

    assert (replaced.part_of, replaced.name, replaced.pain) == (area.part_of, area.name, area.pain)
    assert {f"other {id_}", f"other {id_} pain", *area.aliases} <= set(replaced.aliases)


def test_painlinks_own_warning_signs_cannot_be_replaced(tmp_path: Path):
    wanted = []
    for number, id_ in enumerate(KNOWLEDGE.red_flags):
        file = tmp_path / f"signs-{number // 20:02}.yaml"  # of one file it tells few problems
        with file.open("a", encoding="utf-8") as signs:
            at = number % 20
            signs.write(
                ("" if at else "red_flags:\n")
                + f"- {{id: {id_}, name: fine, urgency: soon, danger: other, short: Own.,"
                " sign: Fine., why: Fine., sources: [do-2019], areas: [head]}\n"
            )
        wanted.append(
            f"{file}:{at + 2}:4: red_flags.{at}.id: painlink's own warning sign '{id_}' "
            "stays as it is; give yours another id"
        )

    assert [str(problem) for problem in read_own(KNOWLEDGE, [tmp_path]).problems] == wanted


@pytest.mark.parametrize("file", ["about.yaml", "handout.yaml"])
def test_what_stands_around_the_knowledge_cannot_be_replaced(tmp_path: Path, file: str):
    (tmp_path / file).write_text((TINY / file).read_text())

    with pytest.raises(InvalidKnowledge, match=f"painlink's own {file} stays as it is"):
        load(own=[tmp_path / file])


def test_the_page_ends_with_painlinks_own_disclaimer(own: Knowledge, tiny: Knowledge):
    known = explain(own, [own.areas["tail"]])

    assert words(explanation.page(own, known).disclaimer) == tiny.about.disclaimer


# What a file from a stranger tried


def laid(tmp_path: Path, text: str, name: str = "stranger.yaml") -> Knowledge:
    file = tmp_path / name
    file.write_text(text)
    return load(own=[file])


NAIL = """
areas:
- {{id: nail, name: nail, pain: nail pain, aliases: [{alias}], red_flags: [chest-heart]}}
"""


@pytest.mark.parametrize("typed", [["chest", "jaw"], ["chest and jaw"], ["chest, jaw"]], ids=str)
@pytest.mark.parametrize("alias", ["chest jaw", "chest and jaw", "back headache"])
def test_no_own_name_comes_between_the_reader_and_what_painlink_understands(
    tmp_path: Path, alias: str, typed: list[str]
):
    knowledge = laid(tmp_path, NAIL.format(alias=alias))

    found = understood(knowledge, typed).areas

    assert found == understood(KNOWLEDGE, typed).areas


def test_no_own_word_that_is_asked_back_about_does_either(tmp_path: Path):
    knowledge = laid(
        tmp_path, "ambiguous_words: [{id: w, words: [chest jaw], areas: [knee, foot]}]"
    )

    assert understood(knowledge, ["chest", "jaw"]).areas == ("chest", "jaw")


def test_no_own_id_hides_what_a_name_shows(tmp_path: Path):
    knowledge = laid(tmp_path, "sources: [{id: heartburn, kind: x, title: All is fine}]")

    assert find_entry(knowledge, "heartburn").id == find_entry(KNOWLEDGE, "heartburn").id


def test_own_signs_of_a_combination_come_after_all_of_painlinks(tmp_path: Path):
    signs = "\n".join(
        f"- {{id: own-{number}, name: own, urgency: soon, danger: other, short: Own.,"
        " sign: Own., why: Own.,"
        " areas: [head], combination: [[head], [knee]], sources: [do-2019]}"
        for number in range(50)
    )
    knowledge = laid(tmp_path, f"red_flags:\n{signs}")

    asked = ["head", "knee"]
    ids = [flag.id for flag in red_flags(knowledge, asked)]
    told = list(said(warnings.page(knowledge, tuple(knowledge.areas[i] for i in asked)).blocks))

    assert ids[:-50] == [flag.id for flag in red_flags(KNOWLEDGE, asked)]
    first = next(index for index, text in enumerate(told) if "Own. Own" in text)
    assert all("Own. Own" in text or "[" not in text for text in told[first:-2])


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a[nosuch].yaml", "a_nosuch_.yaml"),
        ("a[do-2019].yaml", "a_do-2019_.yaml"),
        ("x, reviewed (all).yaml", "x_ reviewed _all_.yaml"),
    ],
)
def test_no_name_of_a_file_cites_or_says_more_than_it_is(tmp_path: Path, name: str, told: str):
    pair = (
        "pairs:\n- {id: foot--head, areas: [foot, head], verdict: No.,"
        " together: {answer: No., certainty: low},"
        " cause: {answer: No., certainty: low}, untested: None., unknown: [No.], questions: [No?],"
        " red_flags: [sepsis-signs], today: [],"
        " evidence: [{source: do-2019, shows: No., stance: against}]}\n"
    )
    knowledge = laid(tmp_path, pair, name)

    known = explain(knowledge, [knowledge.areas[id_] for id_ in ("foot", "head")])
    for make in (explanation.page, handout.page):
        assert "[do-2019]" not in renderer("plain")(make(knowledge, known), 80)
    assert str(knowledge.pairs["foot--head"].origin).startswith(f"from {told}, not reviewed by")


def test_an_own_pair_keeps_which_signs_painlink_tells_sooner(tmp_path: Path):
    pair = next(one for one in KNOWLEDGE.pairs.values() if one.seen_sooner)
    one, other = pair.areas
    own = (
        f"pairs:\n- {{id: {pair.id}, areas: [{one}, {other}],"
        " verdict: No., together: {answer: No., certainty: low},"
        " cause: {answer: No., certainty: low},"
        " untested: None., unknown: [], questions: [], red_flags: [chest-heart], today: [],"
        " evidence: [{source: do-2019, shows: No., stance: against}]}"
    )

    assert laid(tmp_path, own).pairs[pair.id].seen_sooner == pair.seen_sooner


def test_an_own_pair_takes_no_answer_of_painlinks_away(tmp_path: Path):
    pair = (
        "pairs:\n- {id: chest--lower-back, areas: [chest, lower-back],"
        " verdict: No., together: {answer: No., certainty: low},"
        " cause: {answer: No., certainty: low},"
        " untested: None., unknown: [], questions: [], red_flags: [chest-heart], today: [],"
        " evidence: [{source: do-2019, shows: No., stance: against}]}"
    )
    knowledge = laid(tmp_path, pair)

    assert knowledge.pair("chest", "back") == KNOWLEDGE.pair("chest", "back")
    assert knowledge.pair("chest", "lower-back") == knowledge.pairs["chest--lower-back"]


def test_an_own_link_does_not_hide_that_dangers_can_be_felt_in_both(tmp_path: Path):
    link = (
        "links:\n- {id: abdomen--elbow--own, mechanism: posture, from: abdomen, to: elbow,"
        " direction: one-way, certainty: very-low, name: Own, summary: 'It is [do-2019].',"
        " how: It is., fits_better: [A.], fits_less: [B.], does_not_mean: No.,"
        " evidence: [{source: do-2019, shows: No., stance: mixed}]}"
    )
    knowledge = laid(tmp_path, link)
    areas = [knowledge.areas[id_] for id_ in ("abdomen", "elbow")]

    for make in (explanation.page, handout.page):
        page = " ".join(said(make(knowledge, explain(knowledge, areas)).blocks))
        assert "dangers can be felt in" in page


def test_painlinks_emergency_of_two_pains_stays_its_own(hostile: Knowledge):
    areas = [hostile.areas[id_] for id_ in ("chest", "jaw")]

    page = " ".join(said(explanation.page(hostile, explain(hostile, areas)).blocks))

    assert "Having both pains is itself one of these signs. (from" not in page
    assert "Having both pains is itself one of these signs." in page


# On the command line

TAIL = """
areas:
- {id: fin, name: fin, pain: fin pain, aliases: [], red_flags: [chest-heart]}
"""


@pytest.fixture
def fin(tmp_path: Path) -> Path:
    file = tmp_path / "fin.yaml"
    file.write_text(TAIL)
    return file


def test_an_area_without_an_approach_has_no_empty_part(painlink: Callable[..., Result], fin: Path):
    page = painlink("explain", "fin", "--data", str(fin)).stdout
    sheet = painlink("handout", "fin", "--data", str(fin), "--markdown").stdout

    assert "What you can do" not in page
    assert "Does it help?" not in sheet


def test_a_readers_own_signs_are_told_apart_from_what_needs_a_doctor_today(tmp_path: Path):
    knowledge = laid(tmp_path, SIGN)
    area = knowledge.areas["lower-back"]

    told = [
        text.strip()
        for text in said(explanation.page(knowledge, explain(knowledge, [area])).blocks)
    ]

    (place,) = (index for index, text in enumerate(told) if "You fell." in text)
    assert told[place].endswith("Get help now for these too:")


def test_data_takes_a_file(painlink: Callable[..., Result], fin: Path):
    result = painlink("explain", "fin", "--data", str(fin))

    assert result.exit_code == 0
    assert "Fin: from fin.yaml, not reviewed by painlink." in result.stdout
    assert result.stderr == ""


def test_data_takes_a_folder_and_says_what_it_skips(painlink: Callable[..., Result], fin: Path):
    folder = fin.parent
    fin.rename(folder / "fin.yml")
    (folder / "notes.txt").touch()
    (folder / "inner.yaml").mkdir()

    result = painlink("explain", "fin", "--data", str(folder))

    assert f"Fin: from {folder.name}/fin.yml, not reviewed by painlink." in result.stdout
    assert result.stderr == (
        "painlink: not read, as only .yaml and .yml files of the folder itself are: "
        f"{folder}/inner.yaml and {folder}/notes.txt\n"
    )


def test_a_folder_with_a_file_for_each_kind_is_read_like_painlinks_own(
    painlink: Callable[..., Result], tmp_path: Path
):
    (tmp_path / "areas.yaml").write_text(TAIL.split("areas:\n")[1])

    assert painlink("explain", "fin", "--data", str(tmp_path)).exit_code == 0


def test_data_can_be_given_again_and_again(
    painlink: Callable[..., Result], fin: Path, tmp_path: Path
):
    gill = tmp_path / "gill.yaml"
    gill.write_text(TAIL.replace("fin", "gill"))

    result = painlink("explain", "fin", "gill", "--data", str(fin), "--data", str(gill))

    assert "Fin: from fin.yaml" in result.stdout
    assert "Gill: from gill.yaml" in " ".join(result.stdout.split())


def test_a_file_that_is_named_twice_is_read_once(painlink: Callable[..., Result], fin: Path):
    named = ["--data", str(fin), "--data", str(fin.parent)]

    assert painlink("explain", "fin", *named).exit_code == 0


def test_own_files_do_not_replace_each_other(painlink: Callable[..., Result], fin: Path):
    other = fin.parent / "other.yaml"
    other.write_text(TAIL)

    result = painlink("explain", "fin", "--data", str(fin.parent))

    assert result.exit_code == 3
    assert f"{other}:3:4: areas.0.id: the id 'fin' is already used in {fin}" in result.stderr


def test_the_variable_does_the_same_and_the_flag_beats_it(
    painlink: Callable[..., Result], fin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    gill = tmp_path / "gill.yaml"
    gill.write_text(TAIL.replace("fin", "gill"))

    monkeypatch.setenv("PAINLINK_DATA", f"{fin}:{gill}:")
    both = painlink("explain", "fin", "gill")
    monkeypatch.setenv("PAINLINK_DATA", str(fin))
    flag = painlink("explain", "fin", "--data", str(gill))

    assert both.exit_code == 0
    assert flag.exit_code == 1
    assert "no place that hurts in 'fin'" in flag.stderr


def test_a_path_that_is_not_there_is_a_usage_error(painlink: Callable[..., Result], fin: Path):
    result = painlink("explain", "head", "--data", str(fin.parent / "nothing"))

    assert result.exit_code == 2
    assert result.stderr.startswith("painlink: there is no file or folder '")
    with pytest.raises(NoSuchPath):
        load(own=[fin.parent / "nothing"])


def test_problems_are_told_and_nothing_is_answered(painlink: Callable[..., Result], fin: Path):
    fin.write_text(TAIL.replace("[chest-heart]", "[chest-hart]"))

    result = painlink("explain", "head", "--data", str(fin))

    assert result.exit_code == 3
    assert result.stdout == ""
    assert "no red flag with the id 'chest-hart'; did you mean 'chest-heart'?" in result.stderr


@pytest.mark.parametrize("path", ["~", "~/mine.yaml", "~/"])
def test_a_home_folder_that_the_shell_left_out_is_told(
    painlink: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    path: str,
):
    monkeypatch.chdir(tmp_path)
    named = painlink("explain", "back", f"--data={path}")
    monkeypatch.setenv("PAINLINK_DATA", path)
    listed = painlink("explain", "back")

    for result in (named, listed):
        assert result.exit_code == 2
        assert "The shell left the ~ as it is. Write out your home folder instead." in " ".join(
            result.stderr.split()
        )
    Path("~").mkdir()
    Path("~/mine.yaml").write_text("areas: []")
    assert painlink("explain", "back").exit_code == 0
