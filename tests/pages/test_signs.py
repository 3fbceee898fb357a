"""The warning that opens a page, word by word, and the list of all signs, over a few made ones."""

from itertools import chain

import pytest

from painlink.model.areas import Area
from painlink.model.grades import Danger, Urgency
from painlink.model.knowledge import Knowledge
from painlink.names.understanding.records import Understanding
from painlink.pages import warnings
from painlink.pages.blocks import (
    Bars,
    Block,
    Bullets,
    Choices,
    Drawing,
    Heading,
    Item,
    Notice,
    Paragraph,
    References,
    Text,
)
from painlink.pages.parts.citing import Citations
from painlink.pages.sections.signs import before_trying, in_a_line, notice, shorts
from tests.explain.made import SOON, TODAY, area, made, pair, sign

CALL = "Call your local emergency number or go to an emergency room. Do not drive."
INJURY = Danger.INJURY
BOTH = (("a",), ("b",))


def said(text: Text) -> str:
    return "".join(span.text for span in text)


def lines(block: Block) -> list[str]:
    match block:
        case Heading(level, title):
            return [f"{'#' * level} {title}"]
        case Paragraph(text):
            return [said(text)]
        case Bullets(items):
            return [f"* {said(item)}" for item in items]
        case Notice(urgency, title, blocks):
            return [f"{urgency}: {title}", *chain.from_iterable(map(lines, blocks))]
        case Item(name, blocks):
            return [f"> {said(name)}", *chain.from_iterable(map(lines, blocks))]
        case Choices(label, options):
            return [" ".join((said(label), *(f"[ ] {option}" for option in options)))]
        case Bars(_, items):
            return [f"{said(bar.name)}: {bar.told}" for bar in items]
        case Drawing(drawn, caption):
            return [*drawn, said(caption)]
        case References():
            return []
    raise AssertionError(block)


def asked(knowledge: Knowledge, ids: str) -> tuple[Area, ...]:
    return tuple(knowledge.areas[id_] for id_ in ids)


def noticed(knowledge: Knowledge, ids: str, **more: bool) -> list[str]:
    return lines(notice(knowledge, asked(knowledge, ids), **more))


def full() -> Knowledge:
    """Return a knowledge with a sign of every sort, of the area *a*."""
    return made(
        sign("chosen"),
        sign("other"),
        sign("crash", danger=INJURY),
        sign("fall", danger=INJURY),
        sign("child", of_children=True),
        sign("worse"),
        sign("worst"),
        sign("today", TODAY, turns_into=("far", "worse", "worst")),
        sign("today-too", TODAY),
        sign("far", areas=("b",)),
        sign("soon", SOON, turns_into=("today-late",)),
        sign("soon-too", SOON),
        areas=(area("a", red_flags=("chosen",), today=("today",)),),
    )


def test_the_notice_of_one_area_tells_all_there_is_in_this_order():
    words = full().wording

    assert noticed(full(), "a") == [
        "emergency: Get help now if you have any of these (most people with a pain have none)",
        "* Sign chosen.",
        "* Or: short worse; short worst; short other.",
        "* Injury: short crash; short fall.",
        f"* Medicines: {words.medicines}",
        f"* Any pain: {words.very_ill}",
        CALL,
        "* See or call a doctor today for: name today; name today-too.",
        f"* See a doctor within days or weeks for: name soon; name soon-too. {words.sooner}",
        "Every sign, children's too, with sources: painlink redflags a",
    ]


def test_a_sign_names_what_makes_it_more_urgent_and_how_urgent():
    worse = [sign(f"worse-{at}") for at in range(19)]  # there is room for 17
    knowledge = made(
        *worse,
        sign("today", TODAY, turns_into=tuple(flag.id for flag in worse)),
        *(sign(f"today-{at}", TODAY) for at in range(15)),
        sign("late", TODAY),
        sign("soon", SOON, turns_into=("late",)),
    )

    told = "\n".join(noticed(knowledge, "a"))

    assert "for: name today (get help now: short worse-17, or short worse-18); name today-0" in told
    assert "for: name soon (today: short late). " in told


def regional(*places: str) -> list[str]:
    """Return what stands between the signs told whole and the call, of signs of these places."""
    regions = (area("h", region="Head"), area("f", region="Foot"), area("g"))
    flags = [sign(f"{place}-{at}", areas=(place, "a")) for at, place in enumerate(places)]
    alone = area("a", red_flags=("chosen",))
    told = noticed(made(sign("chosen"), *flags, areas=(*regions, alone)), "a")
    return told[2 : told.index(CALL)]


def test_many_signs_are_split_by_the_region_of_the_body_they_speak_of():
    words = full().wording
    told = (words.injury, f"Medicines: {words.medicines}", f"Any pain: {words.very_ill}")
    standing = [f"* {line}" for line in told]

    assert regional("h", "f", "g", "f", "h", "f") == [
        "* Head: short h-0; short h-4.",
        "* Foot: short f-1; short f-3; short f-5.",
        *standing[:2],
        f"{standing[2]} Or short g-2.",
    ]
    assert regional("h", "g", "h", "f", "g") == [
        *("* Head: short h-0; short h-2.", *standing[:2]),
        f"{standing[2]} Or short g-1; short f-3; short g-4.",
    ]
    assert regional("h", "h", "h", "h", "h") == [
        "* Head: short h-0; short h-1; short h-2; short h-3; short h-4.", *standing
    ]  # fmt: skip
    assert regional("h", "f", "h", "f") == [
        "* Or: short h-0; short f-1; short h-2; short f-3.", *standing
    ]  # fmt: skip
    assert regional("g", "g", "g", "h", "f") == [
        "* Or: short g-0; short g-1; short g-2; short h-3; short f-4.", *standing
    ]  # fmt: skip


def test_without_signs_of_a_sort_its_line_is_not_there_but_those_of_every_page():
    knowledge = made(sign("chosen"), areas=(area("a", red_flags=("chosen",)),))
    words = knowledge.wording

    assert noticed(knowledge, "a") == [
        "emergency: Get help now if you have any of these (most people with a pain have none)",
        "* Sign chosen.",
        f"* {words.injury}",
        f"* Medicines: {words.medicines}",
        f"* Any pain: {words.very_ill}",
        CALL,
        "Every sign, with sources: painlink redflags a",
    ]


@pytest.mark.parametrize(
    ("ids", "who"), [("a", "a pain"), ("ab", "both pains"), ("abc", "these pains")]
)
def test_most_people_have_none_of_the_signs(ids: str, who: str):
    title, *_ = noticed(full(), ids)

    assert title.endswith(
        f"Get help now if you have any of these (most people with {who} have none)"
    )


@pytest.mark.parametrize(
    ("ids", "pains"), [("ab", "both pains"), ("abc", "a pain and b pain")], ids=["two", "three"]
)
def test_where_both_pains_are_a_sign_that_comes_first_and_nobody_is_calmed(ids: str, pains: str):
    knowledge = made(
        sign("chosen", both_is_a_sign=BOTH),
        sign("other", both_is_a_sign=(("a",), ("c",))),
        pairs=(pair("a", "b", red_flags=("chosen",)),),
    )

    told = noticed(knowledge, ids)

    assert told[2] == "* Sign chosen."
    assert told[1] == f"Having {pains} is itself one of these signs."
    assert CALL in told


def test_who_says_that_both_pains_are_a_sign_is_named_behind_it():
    knowledge = made(sign("one", both_is_a_sign=BOTH, origin="from X"))

    assert noticed(knowledge, "ab")[1] == (
        "Having both pains is itself one of these signs. (from X)"
    )


def test_on_paper_it_says_that_there_are_more():
    more = "There are more signs. If you feel very unwell or worried, get help all the same."

    assert noticed(full(), "a", on_paper=True)[-1] == more
    assert not [line for line in noticed(full(), "a", on_paper=True) if "painlink" in line]


def test_on_paper_there_is_room_for_four():
    flags = [sign(f"one-{at}") for at in range(6)]
    knowledge = made(*flags, areas=(area("a", red_flags=tuple(flag.id for flag in flags)),))

    signs = [line for line in noticed(knowledge, "a", on_paper=True) if line.startswith("* Sign")]

    assert signs == [f"* Sign one-{at}." for at in range(4)]


def test_a_readers_own_signs_stand_behind_the_call_each_with_its_file():
    alone = made(sign("chosen"), areas=(area("a", red_flags=("chosen",)),))
    own = [sign("own", origin="from X"), sign("own-today", TODAY, origin="from X")]
    laid = made(*own, sign("chosen"), areas=(alone.areas["a"],), beneath=alone)

    told = noticed(laid, "a")

    assert told[1] == "* Sign chosen."
    assert told[-4:] == [
        "* See or call a doctor today for: name own-today (from X).",
        "Get help now for these too:",
        "* Sign own. (from X)",
        "Every sign, with sources: painlink redflags a",
    ]


def test_where_painlink_has_none_a_readers_own_signs_lead():
    laid = made(sign("own", origin="from X"), beneath=made())

    assert noticed(laid, "a")[1] == "* Sign own. (from X)"
    assert noticed(laid, "a").count("* Sign own. (from X)") == 1


def test_where_no_page_is_shown_the_signs_stand_in_a_line():
    others = [sign(f"other-{at}") for at in range(6)]
    knowledge = made(sign("chosen"), *others, areas=(area("a", red_flags=("chosen",)),))

    assert in_a_line(knowledge, asked(knowledge, "a")) == (
        "Get help now if you have any of these: short chosen; short other-0; short other-1; short "
        f"other-2; short other-3. {CALL} See: painlink redflags a"
    )


def test_before_anything_is_tried_who_has_both_pains_calls():
    knowledge = made(
        sign("chosen", both_is_a_sign=BOTH, origin="from X"),
        sign("other", both_is_a_sign=(("a",), ("c",)), origin="from Y"),
    )

    told = before_trying(knowledge, asked(knowledge, "abc"))

    assert told == f"Do not wait or try anything first. {CALL} (from X)"
    assert before_trying(made(), asked(knowledge, "ab")) == ""


def test_signs_in_few_words_are_one_sentence():
    assert shorts([sign("a"), sign("b")]) == "short a; short b."


# The page of all signs


def listed(knowledge: Knowledge, ids: str) -> list[str]:
    page = warnings.page(knowledge, asked(knowledge, ids))
    return [page.title, *chain.from_iterable(map(lines, page.blocks))]


NOW = ["emergency: Get help now", CALL]
IN_DAYS = ["soon: Book a visit in the next days", "See a doctor even if the pain is mild."]
ON_THE_DAY = [
    "urgent: See or call a doctor today",
    "If you cannot reach one, call an urgent-care line.",
]
USE = (
    "One is enough to act on. If none fits but you feel very unwell or worried, get help all the "
    "same."
)


def test_the_page_of_signs_tells_combinations_then_areas_then_everybody_then_own_ones():
    flags = (
        sign("together", combination=BOTH),
        sign("together-soon", SOON, combination=BOTH),
        sign("soon", SOON),
        sign("today", TODAY),
        sign("plain"),
        sign("chosen"),
        sign("always", areas=("widespread",)),
    )
    alone = made(*flags, areas=(area("a", red_flags=("chosen",)),))
    laid = made(*flags, sign("own", origin="from X"), areas=(alone.areas["a"],), beneath=alone)

    assert listed(laid, "ab") == [
        "Warning signs: a pain and b pain",
        f"Most people have none of these signs. {USE}",
        "## When the a and the b hurt together",
        *(*NOW, "* Sign together. Why [1]."),
        *(*IN_DAYS, "* Sign together-soon. Why [1]."),
        "## Signs of each area",
        *(*NOW, "* Sign chosen. Why [1].", "* Sign plain. Why [1]."),
        *(*ON_THE_DAY, "* Sign today. Why [1]."),
        *(*IN_DAYS, "* Sign soon. Why [1]."),
        "## Whatever hurts",
        *(*NOW, "* Sign always. Why [1]."),
        "## Signs that are not painlink's own",
        *(*NOW, "* Sign own. Why [1]. (from X)"),
        "Go deeper: painlink explain a b",
    ]


def test_the_page_of_one_area_tells_its_signs_in_the_order_of_its_short_page():
    knowledge = made(
        sign("soon", SOON),
        sign("soon-chosen", SOON),
        sign("today", TODAY),
        sign("today-chosen", TODAY, turns_into=("worse",)),
        sign("child", of_children=True),
        sign("crash", danger=INJURY),
        sign("other"),
        sign("worse"),
        sign("chosen"),
        areas=(area("a", red_flags=("chosen",), today=("today-chosen",), soon=("soon-chosen",)),),
    )

    told = listed(knowledge, "a")
    flags = warnings.page(knowledge, asked(knowledge, "a")).contents()

    order = ["chosen", "worse", "other", "crash", "child", "today-chosen", "today"]
    order += ["soon-chosen", "soon"]
    assert [line for line in told if line.startswith("## ")] == ["## All signs"]
    assert [line.split()[2].rstrip(".") for line in told if line.startswith("* ")] == order
    assert isinstance(flags, warnings.WarningSigns)
    assert [flag.id for flag in flags.red_flags] == order


def test_a_readers_own_signs_stand_in_the_contents_last_and_lead_no_other_part():
    both = sign("own-both", combination=BOTH, origin="from X")
    laid = made(both, sign("plain"), sign("own", origin="from X"), beneath=made(sign("plain")))
    page = warnings.page(laid, asked(laid, "ab"))

    contents = page.contents()

    assert isinstance(contents, warnings.WarningSigns)
    assert [flag.id for flag in contents.red_flags] == ["plain", "own-both", "own"]
    assert "## When the a and the b hurt together" not in listed(laid, "ab")
    assert "## Signs of each area" in listed(laid, "ab")


def test_the_page_of_every_area_has_all_signs_by_urgency():
    knowledge = made(
        sign("soon", SOON),
        sign("b", areas=("b",)),
        sign("a", combination=BOTH),
        sign("soon-too", SOON, combination=BOTH),
    )

    assert listed(knowledge, "") == [
        "Warning signs: every area",
        f"Most people have none of these signs. {USE}",
        "## All signs",
        *(*NOW, "* Sign a. Why [1].", "* Sign b. Why [1]."),
        *(*IN_DAYS, "* Sign soon-too. Why [1].", "* Sign soon. Why [1]."),
        "Go deeper: painlink list areas",
    ]


def test_the_page_of_every_area_has_signs_in_the_order_of_the_knowledge():
    chosen = area("a", red_flags=("second",), today=("today-too",))
    flags = (sign("first"), sign("second"), sign("today", TODAY), sign("today-too", TODAY))

    told = listed(made(*flags, areas=(chosen,)), "")

    signs = [line.split()[2] for line in told if line.startswith("* ")]
    assert signs == ["first.", "second.", "today.", "today-too."]


def test_signs_of_a_combination_stand_apart_from_those_of_each_area():
    told = listed(made(sign("plain"), sign("together", combination=BOTH)), "ab")

    assert [line for line in told if line.startswith("## ")] == [
        "## When the a and the b hurt together", "## Signs of each area",
    ]  # fmt: skip


def test_the_page_of_signs_tells_what_was_understood_then_whose_areas_they_are():
    own = area("own", origin="from X", name="Own")
    knowledge = made(sign("one", areas=("own",)), areas=(own,))
    meant = Understanding("long", (), (), (), (), (), is_whole=False)

    page = warnings.page(knowledge, (own,), meant)
    contents = page.contents()

    told = list(chain.from_iterable(map(lines, page.blocks)))
    assert "Only its beginning was read: the text is long." in told[0]
    assert told[1] == "Own: from X."
    assert isinstance(contents, warnings.WarningSigns)
    assert contents.understood == meant


def test_the_contents_rest_on_the_sources_of_the_areas_then_of_their_signs(tiny: Knowledge):
    guidance = tiny.areas["nose"].guidance
    assert guidance
    nose = area("nose", guidance=guidance._replace(evidence=()))
    flag = sign("one", areas=("nose",))

    contents = warnings.page(made(flag, areas=(nose,)), (nose,)).contents()

    assert isinstance(contents, warnings.WarningSigns)
    assert [source.id for source in contents.sources] == ["no-string-2002", "string-2001"]


def test_where_having_both_is_a_sign_the_page_says_so_and_calms_nobody():
    told = listed(made(sign("one", both_is_a_sign=BOTH)), "ab")

    assert told[1:3] == ["Having both pains is itself one of these signs.", USE]


def test_the_contents_hold_every_sign_once_in_the_order_of_the_page():
    knowledge = made(
        sign("plain"), sign("together", combination=BOTH), sign("always", areas=("widespread",))
    )
    page = warnings.page(knowledge, asked(knowledge, "ab"))

    contents = page.contents()

    assert isinstance(contents, warnings.WarningSigns)
    assert [flag.id for flag in contents.red_flags] == ["together", "plain", "always"]
    assert [source.id for source in contents.sources] == ["string-2001"]
    assert contents.areas == asked(knowledge, "ab")


@pytest.mark.parametrize("urgency", Urgency)
def test_one_sign_says_how_urgent_it_is_and_what_to_do(urgency: Urgency):
    knowledge = made()
    told = {Urgency.EMERGENCY: NOW, Urgency.URGENT: ON_THE_DAY, Urgency.SOON: IN_DAYS}[urgency]

    shown = lines(warnings.one_sign(sign("one", urgency), Citations(knowledge)))

    assert shown == [told[0], "Sign one. Why [1].", told[1]]
