"""Compiled knowledge: the same in all, and read only where somebody asks for it."""

import copy
import json
from pathlib import Path

import pytest

from painlink.errors import InvalidKnowledge
from painlink.explain.explanation import explain
from painlink.knowledge import compiled
from painlink.model.fields import fields
from painlink.model.kinds import OWN
from painlink.model.knowledge import Knowledge
from painlink.names.asked import areas_of, understood
from painlink.names.search import find_entries
from painlink.pages import explanation
from painlink.render import FORMATS, renderer
from tests.conftest import KNOWLEDGE

GROUPS = tuple(OWN)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("compiled") / "knowledge.jsonl"
    file.write_text(compiled.compile_knowledge(KNOWLEDGE), encoding="ascii")
    return file


@pytest.fixture
def read(file: Path) -> Knowledge:
    return compiled.read_compiled(file)


@pytest.mark.parametrize("group", GROUPS)
def test_every_entry_comes_back_as_it_was(read: Knowledge, group: str):
    entries, written = getattr(read, group), getattr(KNOWLEDGE, group)

    assert list(entries) == list(written)
    # Their words too: to Python a level of certainty is equal to its text.
    assert [repr(one) for one in entries.values()] == [repr(one) for one in written.values()]


@pytest.mark.parametrize("single", sorted({*fields(KNOWLEDGE)} - {*GROUPS, "register", "lexicon"}))
def test_all_else_comes_back_as_it_was(read: Knowledge, single: str):
    assert repr(getattr(read, single)) == repr(getattr(KNOWLEDGE, single))


@pytest.mark.parametrize("key", fields(KNOWLEDGE.register))
def test_what_is_looked_through_whole_comes_back_as_it_was(read: Knowledge, key: str):
    assert getattr(read.register, key) == getattr(KNOWLEDGE.register, key)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("typed", [["back", "headache"], ["neck"], ["hip", "knee", "foot"]])
def test_it_gives_the_same_pages(read: Knowledge, typed: list[str], format_: str):
    pages = []
    for knowledge in (read, KNOWLEDGE):
        meant = understood(knowledge, typed)
        known = explain(knowledge, areas_of(knowledge, meant))._replace(understood=meant)
        pages.append(renderer(format_)(explanation.page(knowledge, known), 80))

    assert pages[0] == pages[1]


def test_texts_are_understood_with_the_same(read: Knowledge):
    compiled_one, written = read.vocabulary._asdict(), KNOWLEDGE.vocabulary._asdict()

    assert dict(compiled_one.pop("sayings")) == written.pop("sayings")
    assert compiled_one == written


def test_it_finds_the_same(read: Knowledge):
    assert find_entries(read, "pillow sleep") == find_entries(KNOWLEDGE, "pillow sleep")


def test_it_is_lines_of_json(file: Path):
    first, *lines = map(json.loads, file.read_text(encoding="ascii").splitlines())

    assert len(lines) == sum(len(ids) for ids in first["ids"].values())


def test_nothing_is_read_that_nobody_asks_for(file: Path, tmp_path: Path):
    content = file.read_text(encoding="ascii")
    first, _, rest = content.partition("\n")
    broken = tmp_path / "knowledge.jsonl"
    rest = rest.replace(f"\n{_line('sources')}", f"\n{_spoilt('sources')}")
    broken.write_text(f"{first}\n{rest}")

    knowledge = compiled.read_compiled(broken)

    assert next(iter(KNOWLEDGE.sources)) in knowledge.sources
    assert dict(knowledge.areas) == KNOWLEDGE.areas
    with pytest.raises(InvalidKnowledge, match="damaged; install painlink again"):
        dict(knowledge.sources)


def _line(kind: str) -> str:
    """Return how the line of the first entry of *kind* begins."""
    return f'["{next(iter(getattr(KNOWLEDGE, kind)))}"'


def _spoilt(kind: str) -> str:
    return f"!{_line(kind)[1:]}"


@pytest.mark.parametrize("line", [*("[]", "{}", "7", "null", '"back"', "[1]", "["), '{"id": 1}'])
def test_an_entry_of_another_form_is_told_in_a_sentence(file: Path, tmp_path: Path, line: str):
    first, entry, *rest = file.read_text(encoding="ascii").split("\n")
    damaged = tmp_path / "knowledge.jsonl"
    damaged.write_text("\n".join((first, line, *rest)))

    knowledge = compiled.read_compiled(damaged)

    with pytest.raises(InvalidKnowledge, match="damaged; install painlink again"):
        knowledge.areas[json.loads(entry)[0]]


@pytest.mark.parametrize("kind", GROUPS)
def test_an_unknown_id_is_in_no_group(read: Knowledge, kind: str):
    entries = getattr(read, kind)

    assert "no-such-id" not in entries
    assert entries.get("no-such-id") is None
    with pytest.raises(KeyError):
        entries["no-such-id"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"{}\n", b"[]\n", b"null\n", b"no JSON\n", b"{", b"\xff\xfe\n", b"\0" * 100],
)
def test_a_damaged_file_is_told_in_a_sentence(tmp_path: Path, content: bytes):
    file = tmp_path / "knowledge.jsonl"
    file.write_bytes(content)

    with pytest.raises(InvalidKnowledge, match="damaged; install painlink again"):
        compiled.read_compiled(file)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9])
def test_a_file_cut_short_is_told_in_a_sentence(file: Path, tmp_path: Path, share: float):
    content = file.read_bytes()
    cut = tmp_path / "knowledge.jsonl"
    cut.write_bytes(content[: int(len(content) * share)])

    with pytest.raises(InvalidKnowledge, match="damaged; install painlink again"):
        [*map(list, (getattr(compiled.read_compiled(cut), kind).values() for kind in GROUPS))]


@pytest.mark.parametrize("more", [b"\n", b"[]\n", b"x"])
def test_a_file_with_more_than_it_says_is_told_in_a_sentence(
    file: Path, tmp_path: Path, more: bytes
):
    longer = tmp_path / "knowledge.jsonl"
    longer.write_bytes(file.read_bytes() + more)

    with pytest.raises(InvalidKnowledge, match="damaged; install painlink again"):
        compiled.read_compiled(longer)


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(InvalidKnowledge, match="cannot be read: no such file or directory"):
        compiled.read_compiled(tmp_path / "knowledge.jsonl")


class InAZip(type(Path())):  # type: ignore[misc] # the class that this system has
    """A file in an archive that is read wrong, of which the system knows no reason."""

    def read_bytes(self) -> bytes:
        raise OSError("Negative seek in a zip")


def test_a_file_in_an_archive_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(InvalidKnowledge, match="cannot be read: negative seek in a zip"):
        compiled.read_compiled(InAZip(tmp_path / "knowledge.jsonl"))


def test_an_entry_that_stands_under_the_id_of_another_is_refused(file: Path, tmp_path: Path):
    content = file.read_text(encoding="ascii")
    told = json.loads(content.partition("\n")[0])
    ids = told["ids"]["areas"]
    one, other = ids.index("back"), ids.index("head")
    ids[one], ids[other] = ids[other], ids[one]
    swapped = tmp_path / "knowledge.jsonl"
    swapped.write_text(f"{json.dumps(told)}\n{content.partition(chr(10))[2]}", encoding="ascii")

    knowledge = compiled.read_compiled(swapped)

    assert knowledge.areas["neck"] == KNOWLEDGE.areas["neck"]
    with pytest.raises(InvalidKnowledge, match="damaged; install painlink again"):
        knowledge.areas["back"]


def test_it_can_be_copied(read: Knowledge):
    copied = copy.deepcopy(read)

    assert dict(copied.areas) == KNOWLEDGE.areas
    assert copied.register == KNOWLEDGE.register
