"""How urgent a sign is: told with it, in that order, and what a short page leads with."""

from itertools import combinations

from painlink.explain.leading import leading
from painlink.explain.red_flags import red_flags, signs_in_themselves
from painlink.model.entries import RedFlag
from painlink.model.grades import Urgency
from painlink.pages import entry as entry_page
from painlink.pages import warnings
from painlink.pages.blocks import Block, Bullets, Notice, Page
from tests.conftest import KNOWLEDGE
from tests.shown import AREAS

ALONE = [(area,) for area in AREAS]
FOUNDING = ("back", "head")
THREE = ("back", "neck", "head")

TOLD = {
    Urgency.EMERGENCY: "Get help now",
    Urgency.URGENT: "See or call a doctor today",
    Urgency.SOON: "Book a visit in the next days",
}


def notices(page: Page) -> list[Notice]:
    return [block for block in page.blocks if isinstance(block, Notice)]


def texts(blocks: tuple[Block, ...]) -> list[str]:
    items = (item for block in blocks if isinstance(block, Bullets) for item in block.items)
    return ["".join(span.text for span in item) for item in items]


def test_each_warning_sign_stands_under_how_soon_it_needs_care():
    """The sentence itself: behind it come the sources, and the next sentence."""
    astray = []
    for asked in ((), *ALONE, FOUNDING):
        areas = tuple(KNOWLEDGE.areas[area] for area in asked)
        under = {
            (notice.title, text)
            for notice in notices(warnings.page(KNOWLEDGE, areas))
            for text in texts(notice.blocks)
        }
        for flag in red_flags(KNOWLEDGE, asked or AREAS):
            titles = {title for title, text in under if text.startswith(flag.sign)}
            astray += [(asked, flag.id, titles)] if titles != {TOLD[flag.urgency]} else []

    assert astray == []


def test_the_most_urgent_signs_come_first():
    """Those of a combination stand apart, before the others."""
    order = list(TOLD.values())

    titles = [notice.title for notice in notices(warnings.page(KNOWLEDGE, ()))]
    ranks = [
        [
            order.index(TOLD[flag.urgency])
            for flag in red_flags(KNOWLEDGE, asked)
            if not flag.combination
        ]
        for asked in ALONE
    ]

    assert titles == order
    assert [one for one in ranks if one != sorted(one)] == []


def test_the_page_of_one_sign_says_how_soon_it_needs_care():
    def told(flag: RedFlag) -> str:
        (notice,) = notices(entry_page.page(KNOWLEDGE, flag))
        return notice.title

    flags = KNOWLEDGE.red_flags.values()

    assert [flag.id for flag in flags if told(flag) != TOLD[flag.urgency]] == []


def test_a_page_leads_with_emergencies_then_today_then_days_or_weeks():
    astray = []
    for asked in (*ALONE, *combinations(AREAS, 2)):
        signs = leading(KNOWLEDGE, asked)
        now = {flag.urgency for flag in (*signs.now, *signs.also, *signs.injury)}
        today = {flag.urgency for flag in signs.for_today}
        soon = {flag.urgency for flag in signs.for_soon}
        known = [KNOWLEDGE.areas[area] for area in asked]
        waits = not signs_in_themselves(KNOWLEDGE, known)  # having both is to be seen now
        later = ({Urgency.URGENT}, {Urgency.SOON}) if waits else (set(), set())
        if (now, today, soon) != ({Urgency.EMERGENCY}, *later):
            astray.append(asked)

    assert astray == []


def test_a_page_of_two_areas_tells_four_to_six_emergency_signs_whole():
    numbers = {two: len(leading(KNOWLEDGE, two).now) for two in combinations(AREAS, 2)}

    assert {two: number for two, number in numbers.items() if not 4 <= number <= 6} == {}


def test_a_page_of_three_or_more_areas_tells_six_emergency_signs_whole():
    numbers = [len(leading(KNOWLEDGE, many).now) for many in (THREE, AREAS[:6], AREAS)]

    assert numbers == [6, 6, 6]


def test_a_page_of_one_area_tells_three_to_seven_emergency_signs_whole():
    numbers = {area: len(leading(KNOWLEDGE, [area]).now) for area in AREAS}

    assert [area for area, number in numbers.items() if not 3 <= number <= 7] == []
