"""What is known about areas: links, chains, red flags, approaches."""

from itertools import combinations, permutations

import pytest

from painlink.explain.chains import chains_between
from painlink.explain.explanation import completed, explain
from painlink.explain.leading import leading
from painlink.explain.pointers import mentions
from painlink.explain.red_flags import red_flags
from painlink.model.grades import Certainty, Relation
from painlink.model.knowledge import Knowledge
from tests.conftest import KNOWLEDGE
from tests.explain.made import ids, made, pair


def about(knowledge: Knowledge, *ids: str):
    return completed(knowledge, explain(knowledge, [knowledge.areas[id_] for id_ in ids]))


def test_links_are_those_between_the_areas_most_certain_first(tiny: Knowledge):
    assert [link.id for link in about(tiny, "toe", "ankle").links] == ["toe--ankle--shoe"]


def test_what_the_evidence_does_not_bear_stands_apart(tiny: Knowledge):
    explanation = about(tiny, "toe", "ankle")

    assert [link.id for link in explanation.unsupported] == ["toe--ankle--tug-far"]


def test_one_area_gets_its_links_with_every_other(tiny: Knowledge):
    assert [link.id for link in about(tiny, "toe").links] == [
        "toe--ankle--shoe",
        "toe--sole--tug",
    ]


def test_a_part_has_the_links_of_its_whole(tiny: Knowledge):
    assert [link.id for link in about(tiny, "toe", "arch").links] == ["toe--sole--tug"]


def test_three_areas_get_the_links_of_every_two(tiny: Knowledge):
    assert [link.id for link in about(tiny, "toe", "sole", "ankle").links] == [
        "toe--ankle--shoe",
        "toe--sole--tug",
        "sole--ankle--tug",
    ]


@pytest.mark.parametrize("order", list(permutations(["toe", "sole", "ankle"])), ids="-".join)
def test_order_does_not_matter_for_what_is_known(tiny: Knowledge, order: tuple[str, ...]):
    asked, other = about(tiny, *order), about(tiny, "toe", "sole", "ankle")

    assert (asked.links, set(asked.red_flags), asked.pair) == (
        other.links,
        set(other.red_flags),
        other.pair,
    )


def test_a_chain_is_rated_one_level_below_its_weaker_link(tiny: Knowledge):
    (chain,) = chains_between(tiny, "toe", "ankle")

    assert chain.areas == ("toe", "sole", "ankle")
    assert [link.certainty for link in chain.links] == ["moderate", "low"]
    assert chain.certainty is Certainty.VERY_LOW


def test_a_chain_runs_the_way_its_links_run(tiny: Knowledge):
    assert [chain.areas[0] for chain in chains_between(tiny, "ankle", "toe")] == ["toe"]


def test_there_is_no_chain_where_a_straight_route_is_surer():
    assert list(chains_between(KNOWLEDGE, "neck", "head")) == []


def test_a_chain_starts_with_an_area_that_acts_on_the_next():
    chains = [
        chain
        for two in combinations(KNOWLEDGE.areas, 2)
        for chain in chains_between(KNOWLEDGE, *two)
    ]
    relations = {
        chain.id: [KNOWLEDGE.mechanisms[link.mechanism].relation for link in chain.links]
        for chain in chains
    }

    broken = [
        id_
        for id_, (first, second) in relations.items()
        if first is not Relation.ACTS_ON or second not in (Relation.ACTS_ON, Relation.FELT_IN)
    ]

    assert chains
    assert broken == []


def test_the_red_flags_of_a_combination_come_first_then_the_most_urgent(tiny: Knowledge):
    assert [flag.id for flag in red_flags(tiny, ["toe", "ankle"])] == [
        "toe-and-ankle",
        "toe-black",
        "toe-fever",
        "toe-slow",
    ]


def test_a_combination_is_not_shown_for_one_of_its_areas_alone(tiny: Knowledge):
    assert "toe-and-ankle" not in [flag.id for flag in red_flags(tiny, ["toe"])]


def test_a_whole_has_the_red_flags_of_its_parts(knowledge: Knowledge):
    whole = {flag.id for flag in red_flags(knowledge, ["back"])}

    for part in ("upper-back", "lower-back"):
        assert {flag.id for flag in red_flags(knowledge, [part])} <= whole


def test_the_headlines_of_a_pair_are_the_chosen_ones_in_their_order(tiny: Knowledge):
    assert [flag.id for flag in leading(tiny, ["toe", "ankle"]).now] == [
        "toe-and-ankle",
        "toe-black",
    ]
    assert [flag.id for flag in leading(tiny, ["toe", "ankle"]).for_today] == ["toe-fever"]


def test_two_areas_without_a_pair_get_the_headlines_of_each(tiny: Knowledge):
    assert [flag.id for flag in leading(tiny, ["toe", "nose"]).now] == ["toe-black"]


def test_an_approach_is_shown_with_what_it_does_for_these_areas_only(knowledge: Knowledge):
    explanation = about(knowledge, "neck")

    for approach in explanation.approaches:
        for benefit in approach.benefits:
            assert "neck" in benefit.areas


def test_the_sources_of_an_explanation_are_those_it_cites(tiny: Knowledge):
    explanation = about(tiny, "toe", "ankle")

    assert {source.id for source in explanation.sources} == {
        "string-2001",
        "no-string-2002",
    }


def test_what_the_answer_about_two_areas_cites_is_among_the_sources():
    knowledge = made(pairs=(pair("a", "b", verdict="No, says one [no-string-2002]."),))

    assert "no-string-2002" in ids(about(knowledge, "a", "b").sources)


def test_a_chain_is_shown_only_where_the_pair_says_that_it_helps(tiny: Knowledge):
    assert list(chains_between(tiny, "toe", "nose")) == []


def test_where_care_comes_first_only_what_suits_that_area_is_offered():
    nose = KNOWLEDGE.areas["buttock"]._replace(care_first=True)
    careful = KNOWLEDGE._replace(areas={**KNOWLEDGE.areas, "buttock": nose})

    offered = explain(careful, [careful.areas["buttock"], careful.areas["back"]]).approaches

    for approach in offered:
        assert "buttock" in {area for benefit in approach.benefits for area in benefit.areas}


def test_approaches_come_surest_first():
    approaches = about(KNOWLEDGE, "back", "head").approaches

    surest = [min(benefit.certainty.rank for benefit in one.benefits) for one in approaches]

    assert surest == sorted(surest)


def test_everything_that_cites_a_source_is_found(tiny: Knowledge):
    assert [record.id for record in mentions(tiny, "no-string-2002")] == [
        "nose",
        "toe--ankle--tug-far",
        "toe-and-ankle",
    ]
