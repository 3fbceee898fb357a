"""All that painlink knows as one JSON document, for whoever programs."""

from painlink.model.grades import Listed
from painlink.model.knowledge import Knowledge
from painlink.pages import listing
from painlink.render import renderer


def everything(knowledge: Knowledge) -> str:
    """Return all entries as `painlink list everything --json` gives them."""
    return renderer("json")(listing.page(knowledge, Listed.EVERYTHING), None)
