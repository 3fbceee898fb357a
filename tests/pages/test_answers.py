"""The short answer about two areas, word by word: how sure it is, and what is drawn of it."""

from collections.abc import Callable
from typing import Any

import pytest

from painlink.model.entries import Answer
from painlink.model.figures import Share, Shares
from painlink.model.grades import Certainty, Domain, LookUp, Reason
from painlink.pages.blocks import Bars, Block, Text, plain
from painlink.pages.parts.citing import Citations
from painlink.pages.sections.answers import short_answer
from tests.explain.made import made, pair
from tests.pages.test_signs import lines, said

HIGH, FAIR, LOW, HARDLY = list(Certainty)[:4]
WHY = tuple(
    Reason(Domain.DESIGN, f"They were {how}.", ("string-2001",)) for how in ("few", "young")
)
COUNTED = "They do [string-2001]. So did 2 of 3 [no-string-2002]."
MEN = Share("Men", 10, "no-string-2002")
WOMEN = Share("Women", 20, "no-string-2002", 25)


def shown(block: Block) -> list[str]:
    if isinstance(block, Bars):
        return [f"{said(one.name)}: {one.told}" for one in block.items]
    return lines(block)


def answer(
    *,
    full: bool = False,
    whose: str = "",
    further: Callable[[], Text] | None = None,
    **more: Any,
) -> list[str]:
    knowledge = made()
    graded = {"together": Answer(COUNTED, HIGH, WHY), "cause": Answer("It may.", LOW, WHY)}
    one = pair("a", "b", **{**graded, "untested": "Nobody tried. Not yet.", **more})
    told = short_answer(
        knowledge, one, Citations(knowledge), full=full, whose=whose, more=further
    )  # fmt: skip
    return [line for block in told for line in shown(block)]


HEADING = "## The short answer"
TOGETHER = "* Do they go together? They do [1]. So did 2 of 3 [2]."
CAUSE = (
    "* Does one cause the other? It may. How sure that one causes the other: low. They were few. "
    "Going together is not causing."
)
UNTESTED = "* Not tested: Nobody tried."


def test_it_answers_two_questions_and_tells_what_nobody_tried():
    assert answer() == [HEADING, TOGETHER, CAUSE, UNTESTED]
    assert answer(further=lambda: ()) == [HEADING, TOGETHER, CAUSE, UNTESTED]


def test_each_piece_says_whose_it_is_and_what_else_is_told_stands_behind():
    assert answer(whose=" (X)", further=lambda: plain("More.")) == [
        *(HEADING, f"{TOGETHER} (X)", f"{CAUSE} (X)", f"{UNTESTED} (X)", "* More."),
    ]


@pytest.mark.parametrize(
    ("level", "why", "together", "cause"),
    [
        (HIGH, WHY, "", " How sure that one causes the other: high."),
        (FAIR, WHY, "", " How sure that one causes the other: moderate."),
        *(
            (
                level,
                WHY,
                f" How sure that they do: {level.words}. They were few.",
                f" How sure that one causes the other: {level.words}. They were few.",
            )
            for level in (LOW, HARDLY)
        ),
        (HARDLY, (), "", ""),
    ],
)
def test_how_sure_it_is_is_told_of_a_cause_and_of_what_is_little_sure(
    level: Certainty, why: tuple[Reason, ...], together: str, cause: str
):
    graded = Answer("They do.", level, why)

    assert answer(together=graded, cause=graded)[1:3] == [
        f"* Do they go together? They do.{together}",
        f"* Does one cause the other? They do.{cause} Going together is not causing.",
    ]


@pytest.mark.parametrize("pressing", ["an emergency", "get help now", "look at the heart first"])
def test_no_doubt_stands_behind_what_cannot_wait(pressing: str):
    graded = Answer(f"It is {pressing}.", LOW, WHY)

    assert answer(together=graded, cause=graded)[1:3] == [
        f"* Do they go together? It is {pressing}.",
        f"* Does one cause the other? It is {pressing}. Going together is not causing.",
    ]


def test_figures_that_are_drawn_are_not_told_as_well_and_name_their_source_once():
    assert answer(shares=Shares("Of 100 people", (MEN, WOMEN))) == [
        HEADING,
        "* Do they go together? They do [1]. Of 100 people [2]:",
        "Men: 10",
        "Women: 20 to 25",
        CAUSE,
        UNTESTED,
    ]
    of_two = (MEN, WOMEN._replace(source="string-2001"))
    graded = Answer("They do. So did 2 of 3 [no-string-2002].", HIGH)
    assert answer(shares=Shares("Of 100 people", of_two), together=graded)[1:4] == [
        "* Do they go together? They do. Of 100 people:",
        "Men [1]: 10",
        "Women [2]: 20 to 25",
    ]


def test_in_full_nothing_is_drawn_and_why_it_is_so_sure_stands_below():
    shares = Shares("Of 100 people", (MEN, WOMEN))
    looked_up = (LookUp("a and b", "2026-10"),)

    told = answer(
        full=True, whose=" (X)", shares=shares, unknown=("How often.",), looked_up=looked_up
    )

    assert told == [
        HEADING,
        f"{TOGETHER} (X)",
        "* Does one cause the other? It may. Going together is not causing. (X)",
        "* Not tested: Nobody tried. Not yet. (X)",
        "How sure that is",
        "That they go together: high certainty. (X)",
        *("* They were few [1].", "* They were young [1]."),
        "That they cause each other: low certainty. (X)",
        *("* They were few [1].", "* They were young [1]."),
        "What nobody knows yet (X)",
        "* How often.",
        "What the sources show (X)",
        "* For: Of 12 people, 9 had both [1].",
        "What we searched for (X)",
        "* a and b (2026-10).",
    ]


def test_in_full_no_part_is_empty():
    told = answer(full=True, together=Answer("They do.", HIGH), unknown=())

    assert told[4:7] == [
        "How sure that is",
        "That they go together: high certainty.",
        "That they cause each other: low certainty.",
    ]
    assert told[9:] == ["What the sources show", "* For: Of 12 people, 9 had both [1]."]
