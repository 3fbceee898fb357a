"""What stands around the knowledge: the words of every page, and who stands behind it all."""

from typing import NamedTuple

from painlink.model.grades import Prose
from painlink.model.reviews import Reviewer


class Prompt(NamedTuple):
    """A question to answer by hand: `options` to tick, or empty `lines` to write on."""

    ask: Prose
    options: tuple[str, ...] = ()
    lines: int = 0


class Handout(NamedTuple):
    """What stands on every handout, whatever hurts.

    `noticed` and `plan` are filled in by hand. `diary` tells how to keep the grid, `medicine_days`
    how to count days with pain medicine. `questions` are asked where the pair has none about
    medicine days, `support_question` always, `care_first_question` where new pain is looked at
    before anything is tried.
    `first_step` ends the summary. `client` names what is filled in of whoever takes it home;
    `left_out` tells which `{names}` have no room on two sides, and where they are told.
    """

    aim: Prose
    client: tuple[str, ...]
    noticed: tuple[Prompt, ...]
    diary: tuple[Prose, ...]
    medicine_days: tuple[Prose, ...]
    choice: Prose
    left_out: Prose
    plan: tuple[Prompt, ...]
    questions: tuple[Prose, ...]
    support_question: Prose
    care_first_question: Prose
    first_step: Prose
    own_question: Prompt


class Apart(NamedTuple):
    """What is said where somebody named *area* by one of *words*, which may mean something else."""

    area: str
    words: tuple[str, ...]
    says: Prose


class Wording(NamedTuple):
    """What a page says by rule, in the words for its reader.

    `verdict_...` answer "is that connected?" where no pair does: of one area and of many, of two
    with links and with none, and the same where a danger in both has been named before.
    `a_pharmacist` is what one sees one for, whatever hurts; a longer page says `pain_medicine`.
    `{places}` and `{pain}` stand for names, `{level}` for a certainty, `{causes}` for everyday
    ones. `choice` is said of the options of a page, `held_back` where care comes before them, and
    `few` where there are none. `seen` are those one sees, from the nearest to the one who looks for
    causes. `questions` are asked where no pair has some, and `apart` is said of words that may mean
    something else than a place.
    """

    for_whom: Prose
    both_is_a_sign: Prose
    danger_in_both: Prose
    look_above_first: Prose
    danger_of_pills: Prose
    danger_in_many: Prose
    verdict_one: Prose
    verdict_alone: Prose
    verdict_links: Prose
    verdict_links_apart: Prose
    verdict_none: Prose
    verdict_none_apart: Prose
    verdict_everyday: Prose
    verdict_everyday_apart: Prose
    verdict_many: Prose
    verdict_many_apart: Prose
    not_causing: Prose
    how_sure_together: Prose
    how_sure_cause: Prose
    order: Prose
    care_first: Prose
    care_first_of_both: Prose
    care_first_of_many: Prose
    sooner: Prose
    then: Prose
    until_then: Prose
    wait: Prose
    choice: Prose
    held_back: Prose
    few: Prose
    everyday: str
    seen: tuple[str, ...]
    pain_medicine: Prose
    a_pharmacist: str
    questions: tuple[Prose, ...]
    medicines: Prose
    very_ill: Prose
    injury: Prose
    apart: tuple[Apart, ...] = ()


class About(NamedTuple):
    """Who stands behind the content, and how to read it.

    `written` and `updated` are the months in which the content was first written and last changed.
    `byline` says in one line who wrote it and who pays. `no_link` is what a page says of two areas
    that nothing known joins, and `not_shown` what is told of any two but does not hold.
    `disclaimer_in_brief` stands on a page of one screen.
    """

    written: str
    updated: str
    byline: Prose
    written_by: Prose
    reviewers: tuple[Reviewer, ...]
    funding: Prose
    purpose: Prose
    grading: tuple[Prose, ...]
    evidence: tuple[Prose, ...]
    limits: tuple[Prose, ...]
    no_link: Prose
    not_shown: Prose
    privacy: Prose
    license: Prose
    disclaimer_in_brief: Prose
    disclaimer: Prose
