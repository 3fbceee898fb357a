"""What is said once a file is written: where it is, and what to do with it."""

import os.path
from collections.abc import Mapping

from painlink.whole_file import shown_name

_TO_READ: Mapping[str, str] = {
    "html": "open it in a browser to read it or to print it.",
    "markdown": "read it in any editor, or where Markdown is shown.",
    "plain": "read it in any editor.",
    "bibtex": "import it into a reference manager that reads BibTeX.",
    "ris": "import it into your reference manager.",
    "json": "what its keys mean: painlink schema output",
}
_TO_PRINT = "open it in a browser and print it, on A4 or Letter, on both sides."


def written(file: str, form: str, *, is_sheet: bool) -> tuple[str, ...]:
    """Return the lines for who has had an answer written to *file* as *form*.

    The first is the whole path alone, so that it can be copied. A *sheet* is made to be printed.
    """
    next_step = _TO_PRINT if is_sheet and form == "html" else _TO_READ.get(form, "")
    where = shown_name(os.path.abspath(file))  # noqa: PTH100, pathlib keeps ".." in it
    return (f"wrote {where}", *filter(None, [next_step]))
