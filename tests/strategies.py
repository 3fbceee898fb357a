"""Texts at the edges, for hypothesis: what just fits a line, odd spaces, wide letters."""

import wcwidth
from hypothesis import strategies as st

from painlink.names.asked import MOST_AREAS
from painlink.reading.records import LONGEST_NAME
from tests.conftest import KNOWLEDGE

TIED = "\N{NO-BREAK SPACE}"
ODD_SPACES = "\u3000\u2003\u2009\u202f\u1680\u205f\u00a0"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1e9\U0001f1ea"
ACCENTED = "e\u0301"
WIDTHS = [10, 20, 40, 79, 80]
_MARGINS = range(9)  # what stands before a text on its line: two levels, and a bullet

clusters = st.sampled_from([*"ab-[3].", *"漢字かな", "é", ACCENTED, FAMILY, FLAG, "ก็", "\ufb03"])
spaces = st.sampled_from([" ", " ", " ", "  ", *ODD_SPACES])


def _cut_to(letters: list[str], room: int) -> str:
    """Return as many of *letters* as take so many columns, the last ones narrow."""
    text = ""
    for letter in letters:
        if wcwidth.width(text + letter, control_codes="ignore") > room:
            break
        text += letter
    return text + "w" * (room - wcwidth.width(text, control_codes="ignore"))


# A word as wide as a line that stands at some margin, or one column wider or narrower.
fitting_words = st.builds(
    lambda letters, width, margin, more: _cut_to(letters, max(width - margin + more, 1)),
    st.lists(clusters, max_size=80),
    st.sampled_from(WIDTHS),
    st.sampled_from(_MARGINS),
    st.sampled_from([-1, 0, 0, 0, 1]),
)
words = st.one_of(st.lists(clusters, min_size=1, max_size=9).map("".join), fitting_words)
# Words of any width between spaces of any kind, which may stand at both ends too.
edge_texts = st.lists(st.tuples(spaces, words), min_size=1, max_size=6).map(
    lambda pieces: "".join(space + word for space, word in pieces)
)
longest_names = st.builds(
    lambda word, end: f"{(word + ' ') * LONGEST_NAME}"[: LONGEST_NAME - len(end)] + end,
    st.sampled_from(["a", "long", "漢", "w" * 79]),
    st.sampled_from(["w", "字", "é"]),
)

# Sentences about places, which stand where nobody expects them.
_places = st.sampled_from(
    [area.name for area in KNOWLEDGE.areas.values()]
    + [area.pain for area in KNOWLEDGE.areas.values()]
    + [alias for area in KNOWLEDGE.areas.values() for alias in area.aliases[:3]]
)
_around = st.sampled_from(
    [
        *("my {}", "({})", "'{}'", "{}?!", "{},", "no {}", "not my {}", "{}'s", "{}-ish", "un{}"),
        *("from the {} down", "a pain in the {}", "my sister's {}", "{} {}", "left/right {}"),
        *("\u00ad{}", "{}\u200b", "{}\n", "_{}_", "THE {}", "{}" + "s" * 30, "but the {} is fine"),
    ]
)
_joints = st.sampled_from(
    [*(" ", " and ", ", ", "; ", " or ", "\n", " but ", "/", " & ", "\u00a0", "")]
)
placed = st.builds(lambda around, place: around.replace("{}", place), _around, _places)
sentences = st.lists(st.tuples(placed, _joints), min_size=1, max_size=MOST_AREAS + 2).map(
    lambda pieces: "".join(said + joint for said, joint in pieces)
)
