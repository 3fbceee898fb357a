"""What people, editors and attackers type where nobody expects it."""

from random import Random

ODD_SPACES = "\u00a0\u2003\u3000\u2009\u202f\u1680\u2028\x85"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\u180e\ufff9\U000e0041\ufeff"
STEERING = "\x00\x07\x08\x1b\x7f\x9b\u202e\u2066\u200f\u061c\r\n\t"
WIDE = "漢字かな\U0001f9b4\U0001f469\u200d\U0001f467e\u0301ก็\U0001f1e9\U0001f1ea\ufb03"
MARKS = "<>&\"'`*_#|-\\[](){}$%@!~=:;,.?/^"
HALVES = "\ud800\udcff"  # what Python makes of bytes that are no letters
LETTERS = (ODD_SPACES, UNSEEN, STEERING, WIDE, MARKS, HALVES, "aZ09 ")
WORDS = (
    *("", " ", "-", "--", "---", ".", "..", "*", "$HOME", "~", "%s", "{0}", "\\", "\\n", "null"),
    *("<script>alert(1)</script>", "[bold]x[/bold]", "\x1b[31mred", "]]>", "&lt;", "=cmd|' /C'!A0"),
    *("no", "yes", "1e9999", "-1", "0x10", "9" * 400, "w" * 75, "w" * 81, "x" * 5000, "a b " * 900),
    *("漢字" * 40, "\U0001f469\u200d\U0001f467" * 30, "e\u0301" * 90, "\u00a0 " + "w" * 75),
)


def odd_text(random: Random) -> str:
    """Return a short text of letters of one odd kind or of several."""
    if random.random() < 1 / 3:
        return random.choice(WORDS)
    kinds = random.sample(LETTERS, random.randint(1, 3))
    return "".join(random.choice(random.choice(kinds)) for _ in range(random.randint(1, 20)))


def changed_text(random: Random, text: str) -> str:
    """Return *text* with one thing in it changed."""
    start = random.randint(0, len(text))
    end = min(len(text), start + random.choice([0, 1, 1, 2, 8]))
    between = random.choice(
        [
            "",
            odd_text(random)[:40],
            text[start:end] * 2,
            text[start:end][::-1],
            text[start:end].swapcase(),
            random.choice("".join(LETTERS)),
        ]
    )
    return f"{text[:start]}{between}{text[end:]}"
