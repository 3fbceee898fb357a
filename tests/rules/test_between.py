"""What holds between entries: clear ids and names, known targets, signs where they belong."""

from typing import Any

import pytest

from painlink.model.areas import AmbiguousWord
from painlink.model.grades import Urgency
from painlink.rules.between_entries import check
from painlink.rules.of_language import check_language
from tests.conftest import KNOWLEDGE
from tests.explain.made import NOW, SOON, TODAY, area, link, mechanism, sign
from tests.rules.made import entries, told

AREA = area("fin", red_flags=("chest-heart",), aliases=("flipper",))
SWIM = mechanism("swim", plain="A swim", summary="It helps.", how="It helps.")
LINK = next(iter(KNOWLEDGE.links.values()))
FLAG = KNOWLEDGE.red_flags["chest-heart"]
SOURCE = next(iter(KNOWLEDGE.sources.values()))
BACK = KNOWLEDGE.areas["back"]
PAIR = KNOWLEDGE.pairs["back--head"]
PART = next(one for one in KNOWLEDGE.areas.values() if one.part_of)
NO_ID = "an id is lower-case words joined by '-'; found "


def checked(*, complete: bool = True, whole: bool = True, **records: Any) -> list[str]:
    found = entries(whole=whole, **records)
    check(found, KNOWLEDGE, complete=complete)
    return told(found)


def test_what_stands_beside_painlinks_own_may_stand():
    flag = FLAG._replace(id="mine", turns_into=())

    assert checked(areas=[AREA], mechanisms=[SWIM], red_flags=[flag], links=[LINK]) == []
    assert checked(areas=[BACK], pairs=[PAIR], sources=[SOURCE]) == []


@pytest.mark.parametrize("id_", ["Fin", "a_b", "a b", "a---b", "-a", "a-", "x" * 101])
def test_an_id_is_in_kebab_case_and_not_too_long(id_: str):
    found = checked(areas=[AREA._replace(id=id_)])

    assert [one.partition("; found")[0] for one in found] == [
        "areas.0.id: an id is lower-case words joined by '-'"
    ]


@pytest.mark.parametrize("id_", ["a1", "a--b", "a-b-c", "x" * 100])
def test_words_joined_by_one_line_or_two_are_an_id(id_: str):
    assert checked(areas=[AREA._replace(id=id_)]) == []


def test_an_id_is_of_one_thing_alone():
    again = [SOURCE._replace(id="one"), SOURCE._replace(id="one")]
    taken = SOURCE._replace(id="back")
    moved = LINK._replace(mechanism=next(m for m in KNOWLEDGE.mechanisms if m != LINK.mechanism))
    pull = SWIM._replace(links=(LINK._replace(mechanism=""),))

    assert checked(sources=again) == ["sources.1.id: the id 'one' is already used in mine.yaml"]
    assert checked(sources=[taken]) == [
        "sources.0.id: the id 'back' is that of painlink's own area; choose another"
    ]
    assert checked(red_flags=[FLAG]) == [
        f"red_flags.0.id: painlink's own warning sign {FLAG.id!r} stays as it is; give yours "
        "another id"
    ]
    belongs = f"painlink's own link {LINK.id!r} belongs to {LINK.mechanism!r}; choose another id"
    assert checked(links=[moved]) == [f"links.0.id: {belongs}"]
    assert checked(mechanisms=[pull]) == [f"mechanisms.0.links.0.id: {belongs}"]
    assert checked(links=[LINK]) == []


def test_what_has_no_id_of_its_own_takes_none_away():
    nameless = AREA._replace(id="", name="", pain="", aliases=())
    found = entries(areas=[nameless, nameless, AREA._replace(id="about")], sources=[SOURCE])
    (about,) = entries(sources=[SOURCE])["sources"]
    whole = about._replace(path=(), id="about", record=KNOWLEDGE.about)

    check({"about": (whole,), **found}, KNOWLEDGE)

    assert told(found) == told({"about": (whole,)}) == []


def test_an_own_link_in_a_mechanism_is_held_to_the_rules_of_ids():
    one = link("back", "head", evidence=LINK.evidence, id="A")

    found = checked(mechanisms=[SWIM._replace(links=(one._replace(mechanism=""),))])

    assert f"mechanisms.0.links.0.id: {NO_ID}'A'" in found


def test_no_two_areas_are_called_the_same_nor_by_a_word_that_is_asked_back():
    word = next(iter(KNOWLEDGE.ambiguous_words.values()))
    own = AmbiguousWord("mine", ("Flipper", "tail"), ("back", "head"))
    clash: Any = {"name": "Back", "pain": "headache", "aliases": ("", "neck", word.words[0])}

    assert checked(areas=[AREA._replace(**clash)]) == [
        "areas.0.name: the name 'Back' already belongs to 'back'; choose another",
        "areas.0.pain: the name 'headache' already belongs to 'head'; choose another",
        "areas.0.aliases.1: the name 'neck' already belongs to 'neck'; choose another",
        f"areas.0.aliases.2: {word.words[0]!r} could be several areas; painlink asks which",
    ]
    assert checked(areas=[AREA], ambiguous_words=[own]) == [
        "ambiguous_words.0.words.0: the name 'Flipper' already belongs to 'fin'"
    ]


def test_a_mechanism_may_be_called_as_an_area_is_but_not_as_another_mechanism():
    other = next(iter(KNOWLEDGE.mechanisms.values()))

    assert checked(mechanisms=[SWIM._replace(aliases=("back",))]) == []
    assert checked(mechanisms=[SWIM._replace(aliases=("ok", other.name))]) == [
        f"mechanisms.0.aliases.1: the name {other.name!r} already belongs to {other.id!r}; "
        "choose another"
    ]


def test_what_an_entry_points_to_is_there_unless_not_all_could_be_read():
    astray = AREA._replace(red_flags=("chest-heart", "chest-hart"), part_of="zzzzzzzzz")
    hint = "; did you mean 'chest-heart'?"

    assert sorted(checked(areas=[astray])) == [
        "areas.0.part_of: 'zzzzzzzzz' is itself a part; an area is part of a whole one",
        "areas.0.part_of: no area with the id 'zzzzzzzzz'",
        f"areas.0.red_flags.1: no red flag with the id 'chest-hart'{hint}",
    ]
    assert checked(areas=[astray._replace(part_of=None)], complete=False) == []


def test_a_text_cites_what_is_there_unless_not_all_could_be_read():
    text = SWIM._replace(how="It helps [nobody-2020].")

    assert checked(mechanisms=[text]) == ["mechanisms.0.how: no source with the id 'nobody-2020'"]
    assert checked(mechanisms=[text], complete=False) == []


def test_what_an_entry_breaks_by_itself_is_told_too():
    text = SWIM._replace(how="It helps 9.", does_not_mean="It is 11 of 10 [ashina-2015].")
    bare = LINK._replace(id="mine", evidence=())
    beside = LINK._replace(id="mine", how="It helps [aamodt-2008].", why_grade=())
    reasons = LINK._replace(id="mine", why_grade=LINK.why_grade * 5)

    found = checked(mechanisms=[text])

    assert "mechanisms.0.how: this number needs a source in its sentence: 'It helps 9.'" in found
    assert "mechanisms.0.does_not_mean: this is more than all of them: '11 of 10'" in found
    assert "links.0.evidence: a link needs at least one piece of evidence" in checked(links=[bare])
    assert checked(links=[beside]) == [
        "links.0.how: the text cites 'aamodt-2008', which is not among its evidence"
    ]
    assert any("reasons that decide are enough" in one for one in checked(links=[reasons]))
    assert checked(links=[bare], whole=False) == []


def test_a_link_by_itself_names_its_mechanism():
    alone = LINK._replace(id="mine", mechanism="")

    assert "links.0: the key 'mechanism' is missing" in checked(links=[alone])


PLACES = {"red_flags": NOW, "today": TODAY, "soon": SOON}


@pytest.mark.parametrize("key", PLACES)
@pytest.mark.parametrize("urgency", Urgency)
def test_a_sign_stands_only_where_signs_of_its_urgency_stand(key: str, urgency: Urgency):
    flag = sign("mine", urgency, areas=("fin",))._replace(sources=(SOURCE.id,))
    more: Any = {key: (*getattr(AREA, key), "mine")}
    one = AREA._replace(**more)

    found = checked(areas=[one], red_flags=[flag])

    at = len(getattr(AREA, key))
    wrong = f"areas.0.{key}.{at}: here stand {PLACES[key]} signs; 'mine' is {urgency}"
    assert found == ([] if urgency is PLACES[key] else [wrong])


@pytest.mark.parametrize("urgency", Urgency)
@pytest.mark.parametrize("worse", Urgency)
def test_a_sign_turns_only_into_a_more_urgent_one(urgency: Urgency, worse: Urgency):
    into = next(one.id for one in KNOWLEDGE.red_flags.values() if one.urgency is worse)
    more: Any = {"sources": (SOURCE.id,), "turns_into": ("nothing", into)}
    flag = sign("mine", urgency, areas=("back",))._replace(**more)

    found = checked(red_flags=[flag], complete=False)

    wrong = f"red_flags.0.turns_into.1: a sign turns into a more urgent one; {into!r} is {worse}"
    assert found == ([] if worse.rank < urgency.rank else [wrong])


def test_a_sign_whose_urgency_cannot_be_read_is_held_against_none():
    more: Any = {"sources": (SOURCE.id,), "turns_into": (FLAG.id,), "urgency": ""}
    flag = sign("mine", areas=("back",))._replace(**more)

    assert checked(red_flags=[flag], whole=False) == []


def test_the_urgency_of_a_sign_that_is_not_whole_is_held_against_nothing():
    flag = sign("mine", SOON, areas=("fin",))._replace(sources=(SOURCE.id,))
    one = AREA._replace(red_flags=("chest-heart", "mine"))

    assert checked(areas=[one], red_flags=[flag], whole=False) == []


def test_an_area_has_an_emergency_sign_and_is_part_of_a_whole_one():
    needs = "areas.0.red_flags: every area needs red flags: at least one emergency sign"

    assert checked(areas=[AREA._replace(red_flags=())]) == [needs]
    assert checked(areas=[AREA._replace(part_of="back")]) == []
    assert checked(areas=[AREA._replace(part_of=PART.id)]) == [
        f"areas.0.part_of: {PART.id!r} is itself a part; an area is part of a whole one"
    ]


def test_an_own_part_may_be_of_an_own_whole_and_in_painlinks_place_a_part_stays_one():
    whole = AREA._replace(part_of=None)
    part = area("tip", red_flags=("chest-heart",), part_of="fin")
    replaced = PART._replace(part_of=None)
    of_it = area("tip", red_flags=("chest-heart",), part_of=PART.id)

    assert checked(areas=[whole, part]) == []
    assert checked(areas=[replaced, of_it]) == [
        f"areas.1.part_of: {PART.id!r} is itself a part; an area is part of a whole one"
    ]


def test_no_own_pair_says_which_signs_are_seen_sooner():
    ours = next(one for one in KNOWLEDGE.pairs.values() if one.seen_sooner)
    more = ours._replace(seen_sooner=(*ours.seen_sooner, "foot-diabetes"))
    wrong = "only painlink says what is seen sooner; name signs for today under 'today'"

    assert checked(pairs=[ours]) == []
    assert checked(pairs=[ours._replace(seen_sooner=())]) == []
    assert checked(pairs=[more]) == [f"pairs.0.seen_sooner.{len(ours.seen_sooner)}: {wrong}"]
    found = entries(pairs=[more])
    check(found, complete=False)  # by itself, as painlink's own are held
    assert told(found) == []


@pytest.mark.parametrize("key", ["pages", "group"])
def test_patients_are_sent_to_what_is_written_for_them(key: str):
    study = next(one for one in KNOWLEDGE.sources.values() if one.kind == "cohort")
    mine = study._replace(id="mine", kind="podcast")
    guidance = BACK.guidance
    assert guidance

    def asked(source: str, **beside: Any) -> list[str]:
        named: Any = source if key == "group" else (*guidance.pages, source)
        return checked(areas=[BACK._replace(guidance=guidance._replace(**{key: named}))], **beside)

    place = "areas.0.guidance." + (key if key == "group" else f"pages.{len(guidance.pages)}")
    told = f"{place}: here stands a patient-page; "
    assert asked(study.id) == [f"{told}{study.id!r} is of the kind 'cohort'"]
    assert asked("mine", sources=[mine]) == [f"{told}'mine' is of the kind 'podcast'"]
    assert asked("mine", sources=[mine._replace(kind="patient-page")]) == []
    assert asked("nowhere", complete=False) == []


def test_an_area_has_at_most_twenty_parts():
    there = len(KNOWLEDGE.parts("back"))
    parts = [area(f"p{at}", red_flags=("chest-heart",), part_of="back") for at in range(21)]

    assert checked(areas=parts[: 20 - there]) == []
    assert checked(areas=parts[: 21 - there]) == [
        f"areas.{20 - there}.part_of: 'back' has 20 parts already"
    ]


def test_a_whole_knowledge_is_held_against_itself():
    flags = [sign("now", areas=("fin",))._replace(sources=("one",))]
    found = entries(
        areas=[AREA._replace(red_flags=("now",)), area("fin", red_flags=("now",))],
        red_flags=flags,
        sources=[SOURCE._replace(id="one")],
    )

    check(found)

    assert told(found) == ["areas.1.id: the id 'fin' is already used in mine.yaml"]


def test_language_names_areas_that_are_there_and_each_once():
    words = [area("back"), area("back"), area("nowhere")]
    made = {"sayings": words, "place_words": words, "compounds": words}
    found = {**entries(areas=[BACK]), **entries_of_language(made)}

    check_language(found)

    twice = "'back' stands here twice"
    assert told(found) == [
        f"sayings.1.id: {twice}",
        f"place_words.1.id: {twice}",
        "place_words.2.id: no area with the id 'nowhere'",
        f"compounds.1.id: {twice}",
    ]


def entries_of_language(words: dict[str, Any], *, whole: bool = True) -> dict[str, Any]:
    one = next(iter(entries(areas=[BACK])["areas"]))
    return {
        kind: tuple(
            one._replace(path=(kind, at), id=record.id, record=record, is_whole=whole)
            for at, record in enumerate(records)
        )
        for kind, records in words.items()
    }
