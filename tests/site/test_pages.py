"""The pages of the site: all there, all linked, each with what a browser and a reader need."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import combinations, product
from pathlib import Path

import html5lib
import pytest
from typer.testing import Result

from painlink.knowledge.loading import load
from painlink.model.knowledge import Knowledge
from painlink.site.addresses import ANSWERS, answer_file, second_file
from painlink.site.building import site_of
from tests.conftest import KNOWLEDGE, ROOT, TINY
from tests.site.reading import FRONT, Pages, is_page, main_of, text_of

pytestmark = pytest.mark.xdist_group("site")  # it is made once
AREAS = list(KNOWLEDGE.areas)
LARGEST = 150_000
ONE_OF_EACH_KIND = [
    *("index.html", "a-to-z.html", "a-to-z/s.html", "signs.html", "about.html"),
    *("and/back.html", "list/areas.html", "list/mechanisms.html", "list/sources.html"),
    *(f"{folder}/{asked}.html" for folder in ANSWERS for asked in ("back", "back_head")),
    *("show/central-sensitization.html", "show/back.html", "show/back--head.html"),
    *("show/stroke-fast.html", "show/see-somebody.html", "show/ashina-2018.html"),
]


@pytest.fixture(params=["tiny", pytest.param("whole", marks=pytest.mark.slow)])
def site(request: pytest.FixtureRequest) -> Pages:
    made: Pages = request.getfixturevalue(f"{request.param}_site")
    return made


def offenders(site: Pages, wrong: str) -> dict[str, list[str]]:
    """Return what the pattern *wrong* finds on which page.

    It begins with letters, and only behind them looks back for what may not stand before them: to
    try at every letter of a site whether a word begins takes twenty times as long.
    """
    found = {name: re.findall(wrong, html) for name, html in site.html.items()}
    return {name: matches for name, matches in found.items() if matches}


def test_every_page_is_reached_from_the_front_page(site: Pages):
    assert sorted(site.html.keys() - site.reached()) == []


def test_nothing_links_to_nothing(site: Pages):
    own = re.compile(r'id="(?<!\wid=")([^"]+)"')
    ids = {name: set(own.findall(html)) for name, html in site.html.items()}

    dead = [
        (name, link)
        for name in site.html
        for link in site.links(name)
        if link.file not in site.html or (link.fragment and link.fragment not in ids[link.file])
    ]

    assert dead == []


def test_every_link_has_a_name(site: Pages):
    assert [(name, link) for name in site.html for link in site.links(name) if not link.name] == []


def test_every_command_is_a_link(site: Pages):
    command = r"painlink (?<![\w-]painlink )(?:explain|handout|redflags|show|list)\b"

    assert offenders(site, command) == {}


def test_nothing_runs_and_nothing_is_asked_of_anybody(site: Pages):
    loads = [
        r"<(?:script|iframe|object|embed|form|base|audio|video)\b",
        *(r'on(?<!\won)\w+="', r'style="(?<!\wstyle=")', r'src="(?<!\wsrc=")(?!data:)'),
    ]

    assert {one: found for one in loads if (found := offenders(site, one))} == {}
    assert offenders(site, r'<link (?!rel="stylesheet" href="(?:\.\./)?style\.css">)[^>]*>') == {}
    assert all("default-src 'none'; style-src 'self'" in html for html in site.html.values())
    assert not re.search(rb"url\(|@import|https?:", site.files["style.css"])


def test_every_page_tells_its_language_its_title_and_what_it_is_about(site: Pages):
    without = [
        name
        for name, html in site.html.items()
        for wanted in (
            r'<html lang="en">',
            r"<title>[^<]+ - painlink</title>",
            r'<meta name="description" content="[^"]{9,240}">',
            r"<h1>[^<]+</h1>",
        )
        if len(re.findall(wanted, html)) != 1
    ]

    assert without == []


def test_no_two_answers_have_the_same_title(site: Pages):
    answers = [name for name in site.html if name.split("/")[0] in ANSWERS]
    titles = Counter(re.findall(r"<title>(.*?)</title>", site.html[name])[0] for name in answers)

    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_says_where_one_is_and_leads_back(site: Pages):
    here = re.compile(r'aria-label="You are here">.*?</nav>', re.DOTALL)
    lost = []
    for name, html in site.html.items():
        trail = here.search(html)
        current = re.findall(r'<span aria-current="page">(.*?)</span>', trail[0] if trail else html)
        begins = trail is None or f'{FRONT}">' in trail[0]
        if not begins or not current:
            lost.append(name)

    assert lost == []


def test_no_page_is_too_large_for_a_slow_line(site: Pages):
    large = {name: len(site.files[name]) for name in site.html}

    assert {name: size for name, size in large.items() if size > LARGEST} == {}


def test_the_disclaimer_and_who_wrote_it_stand_on_every_page(site: Pages):
    assert [
        name
        for name, html in site.html.items()
        if not re.search(r'<p class="disclaimer">[^<]+</p>', main_of(html))
        or not re.search(r'<p class="imprint">[^<]+</p>', main_of(html))
    ] == []


@pytest.mark.slow
def test_one_choice_and_another_lead_from_the_front_page_to_every_pair(whole_site: Pages):
    first = {link.file for link in whole_site.links(FRONT)}
    lost = [
        (one, other)
        for one, other in [*combinations(AREAS, 2), *combinations(reversed(AREAS), 2)]
        if second_file(one) not in first
        or answer_file("explain", [one, other])
        not in {link.file for link in whole_site.links(second_file(one))}
    ]

    assert lost == []


@pytest.mark.slow
def test_every_area_can_be_the_only_one(whole_site: Pages):
    assert [
        area
        for area in AREAS
        if answer_file("explain", [area])
        not in {link.file for link in whole_site.links(second_file(area))}
    ] == []


@pytest.mark.slow
def test_there_is_a_page_for_each_answer_and_each_entry(whole_site: Pages):
    asked = [*((area,) for area in AREAS), *combinations(AREAS, 2)]
    answers = {answer_file(folder, ids) for folder, ids in product(ANSWERS, asked)}
    entries = {f"show/{id_}.html" for group in KNOWLEDGE.groups for id_ in group}

    assert (answers | entries) - whole_site.html.keys() == set()
    assert len(asked) == 325


@pytest.mark.slow
def test_jaw_and_ear_are_found_in_three_steps_by_links_alone(whole_site: Pages):
    name = FRONT
    for chosen in ("Jaw", "Ear"):
        steps = {link.name: link.file for link in whole_site.links(name)}
        name = steps[chosen]

    assert "<h1>Jaw pain and earache: are they linked?</h1>" in whole_site.html[name]


@pytest.mark.slow
def test_each_area_of_the_body_is_one_link_with_a_name(whole_site: Pages):
    body, names = re.split(r"</svg>", whole_site.html[FRONT], maxsplit=1)
    drawn = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"><title>', body)
    listed = re.findall(r'<li><a href="(and/[^"]+)">([^<]+)</a></li>', names)

    assert sorted(drawn) == sorted(listed)
    assert {second_file(area) for area in AREAS} == {file for file, _ in listed}


def test_an_area_that_is_not_drawn_is_listed(tiny: Knowledge, tiny_site: Pages):
    undrawn = [area for area in tiny.areas.values() if not area.places]
    listed = {link.file for link in tiny_site.links(FRONT)}

    assert undrawn
    assert [area.id for area in undrawn if second_file(area.id) not in listed] == []


@pytest.mark.slow
@pytest.mark.parametrize("question", ["back head", "head", "jaw ear", "hip ear"])
def test_an_answer_says_what_the_command_says_word_for_word(
    whole_site: Pages, painlink: Callable[..., Result], question: str
):
    ids = question.split()
    alone = painlink("explain", *ids, "--html").stdout

    def unlinked(line: str) -> str:
        # In a list what leads on is a name that stands there anyway, unless it is another answer.
        others = "|".join(map(re.escape, ANSWERS.values()))
        named = others if "<li>" in line else "[^<]*"
        line = re.sub(rf'<a href="[^#"][^"]*">(?:{named})</a>', "LINK", line)
        return re.sub(r"<code>painlink[^<]*</code>", "LINK", line)

    def words(html: str) -> str:
        told = re.sub(r' <a href="../show/[^"]*">What it is cited for</a>', "", main_of(html))
        return text_of("\n".join(map(unlinked, told.splitlines())))

    told = words(whole_site.html[answer_file("explain", ids)])
    assert told == words(alone)
    assert "LINK" in told


@pytest.mark.parametrize(("seed", "workers"), [("1", 1), ("2", 3)])
def test_the_same_knowledge_gives_the_same_bytes(tiny_site: Pages, seed: str, workers: int):
    code = (
        "import sys, hashlib, pathlib\n"
        "from painlink.knowledge.loading import load\n"
        "from painlink.site.building import site_of\n"
        f"for file in site_of(load(pathlib.Path(sys.argv[1]))).files(workers={workers}):\n"
        "    print(file.name, hashlib.sha256(file.content).hexdigest())\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(TINY)],
        cwd=ROOT,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    from hashlib import sha256

    made = {name: sha256(content).hexdigest() for name, content in tiny_site.files.items()}
    assert dict(line.split() for line in result.stdout.splitlines()) == made


def test_the_front_page_is_the_last_file(tiny: Knowledge):
    assert [file.name for file in site_of(tiny).files()][-1] == FRONT


def test_only_an_address_gives_pages_one_and_the_site_a_map(tiny: Knowledge, tiny_site: Pages):
    url = "https://clinic.example/pain/"
    with_one = Pages({file.name: file.content for file in site_of(tiny, url=url).files()})

    listed = re.findall(r"<loc>(.*?)</loc>", with_one.files["sitemap.xml"].decode())

    assert sorted(listed) == sorted(f"{url}{name}" for name in with_one.html)
    assert all(
        f'<link rel="canonical" href="{url}{name}">' in html for name, html in with_one.html.items()
    )
    assert "sitemap.xml" not in tiny_site.files
    assert not any("canonical" in html for html in tiny_site.html.values())


def test_everything_is_there_for_programs(tiny: Knowledge, tiny_site: Pages):
    document = json.loads(tiny_site.files["painlink.json"])

    assert [one["id"] for one in document["areas"]] == list(tiny.areas)
    assert [one["id"] for one in document["sources"]] == list(tiny.sources)
    assert {link["id"] for one in document["mechanisms"] for link in one["links"]} == set(
        tiny.links
    )
    assert document["schema"].startswith("painlink/")
    assert document["disclaimer"]


OWN = """
areas:
- id: con
  name: "{name}"
  pain: "{name} pain"
  aliases: ["../../up {longer}"]
  red_flags: [toe-black]
sources:
- {{id: nul, kind: cohort, title: "{longer}", container: "{longer}", url: "{url}"}}
"""
HOSTILE = "</title><script>x()</script>"
LONGER = f"{HOSTILE}<a href=x onclick=y>&quot;'../"


@pytest.fixture
def hostile_site(tmp_path: Path) -> Pages:
    own = tmp_path / "clinic.yaml"
    told = OWN.format(name=HOSTILE, longer=LONGER, url="javascript:alert(1)")
    own.write_text(told, encoding="utf-8")
    made = site_of(load(TINY, own=[own]))
    return Pages({file.name: file.content for file in made.files()})


def test_names_of_own_entries_bring_no_markup_no_path_and_no_address(hostile_site: Pages):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)

    for html in hostile_site.html.values():
        parser.parse(html)

    assert offenders(hostile_site, r'<script|onclick=y>|href="(?:javascript|data)') == {}
    assert all(re.fullmatch(r"(?:[a-z-]+/)?[a-z0-9_.-]+", name) for name in hostile_site.files)
    assert not any(".." in name for name in hostile_site.files)


def test_no_file_has_a_name_that_windows_keeps_for_a_device(hostile_site: Pages):
    assert "explain/con_.html" in hostile_site.html
    assert "show/nul_.html" in hostile_site.html
    assert not {"explain/con.html", "show/nul.html"} & hostile_site.html.keys()


def test_own_entries_say_whose_they_are(hostile_site: Pages):
    shown = hostile_site.html["explain/con_.html"]

    assert "from clinic.yaml, not reviewed by painlink" in text_of(shown)
    assert "not reviewed by painlink" in text_of(hostile_site.html[FRONT])
    assert "--data" not in text_of(shown)


def test_the_places_and_links_that_an_answer_lists_lead_on(tiny_site: Pages):
    of_one = {link.name: link.file for link in tiny_site.links("explain/toe.html")}
    of_two = {link.name: link.file for link in tiny_site.links("explain/sole_toe.html")}

    assert of_one["Sole"] == "explain/sole_toe.html"
    assert of_two["The toe tugs at the sole"] == "show/toe--sole--tug.html"


def test_what_points_to_an_entry_is_named_once_and_leads_there(tiny_site: Pages):
    shown = text_of(main_of(tiny_site.html["show/toe-black.html"]))

    assert shown.count("Sole.") == 1
    assert ("Sole", "show/sole.html") in {
        (link.name, link.file) for link in tiny_site.links("show/toe-black.html")
    }


PRACTICE = """
practice:
  name: Riverside & <Sons>
  contact: riverside.example, 555 0100
  note: Ask at the desk.
"""


def test_a_practice_stands_on_every_page_behind_all_that_painlink_says(
    tiny_site: Pages, tmp_path: Path
):
    own = tmp_path / "clinic.yaml"
    own.write_text(PRACTICE, encoding="utf-8")
    made = site_of(load(TINY, own=[own])).files()
    named = "From Riverside & <Sons> (not reviewed by painlink): riverside.example, 555 0100. Ask"

    without = [
        file.name
        for file in made
        if is_page(file.name)
        and named not in text_of(file.content.decode().partition("</footer>")[2])
    ]

    assert without == []
    assert not any("Who hands this out" in html for html in tiny_site.html.values())


def test_no_two_pages_share_a_file_whatever_letters_a_disk_tells_apart(site: Pages):
    assert max(Counter(name.casefold() for name in site.files).values()) == 1


@pytest.mark.slow
def test_the_json_of_the_site_is_the_one_that_is_documented(
    whole_site: Pages, painlink: Callable[..., Result]
):
    asked = painlink("list", "everything", "--json").stdout

    assert whole_site.files["painlink.json"].decode() == asked


@pytest.mark.slow
def test_a_page_of_each_kind_is_sound_html(whole_site: Pages):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)

    for name in ONE_OF_EACH_KIND:
        parser.parse(whole_site.html[name])


@pytest.mark.slow
def test_the_list_of_kinds_has_a_page_of_each_folder(whole_site: Pages):
    folders = {name.rpartition("/")[0] for name in whole_site.files if is_page(name)}

    assert folders == {name.rpartition("/")[0] for name in ONE_OF_EACH_KIND}
