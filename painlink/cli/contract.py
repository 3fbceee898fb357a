"""What programs may rely on: of each command, the records that it writes as JSON."""

from collections.abc import Mapping

from painlink.explain.explanation import Explanation
from painlink.knowledge.report import Report
from painlink.model.about import About
from painlink.pages.entry import Shown
from painlink.pages.handout import HandoutContents
from painlink.pages.hits import SearchResult
from painlink.pages.listing import Everything, Listing
from painlink.pages.parts.framing import Provenance
from painlink.pages.review import ReviewSheet
from painlink.pages.warnings import WarningSigns
from painlink.render.json_schema import Form, form_of_output

ANSWERS: Mapping[str, tuple[type, ...]] = {
    "explain": (Explanation,),
    "handout": (HandoutContents,),
    "list": (Listing, Everything),
    "search": (SearchResult,),
    "show": (Shown,),
    "redflags": (WarningSigns,),
    "about": (About,),
    "review": (ReviewSheet,),
    "validate": (Report,),
}
_ENDS: Mapping[str, type] = {"provenance": Provenance, "disclaimer": str}
_NO_PAGES = ("validate",)


def contract() -> Form:
    """Return the JSON Schema of what every command writes as JSON."""
    return form_of_output(ANSWERS, _ENDS, without_ends=_NO_PAGES)
