"""A page as it reads on the site: links stand where the words are, and nothing asks to type."""

from collections.abc import Mapping

from painlink.pages.blocks import Block, Bullets, Page, Role, Text
from painlink.pages.parts.framing import HOW_TO_OPEN
from painlink.site.addresses import Goal


def fitted(page: Page, goals: Mapping[str, Goal]) -> Page:
    """Return *page* with the command of each item of a list in place of the name that opens it."""
    imprint = tuple(span._replace(text=span.text.replace(HOW_TO_OPEN, "")) for span in page.imprint)
    return page._replace(blocks=tuple(_block(one, goals) for one in page.blocks), imprint=imprint)


def _block(block: Block, goals: Mapping[str, Goal]) -> Block:
    if not isinstance(block, Bullets):
        return block
    return Bullets(tuple(_item(item, goals) for item in block.items))


def _item(item: Text, goals: Mapping[str, Goal]) -> Text:
    first, *inner, last = item if len(item) > 1 else (*item, *item)
    goal = goals.get(last.text) if last.role is Role.COMMAND else None
    if goal is None or not first.text.startswith(goal.name):
        return item
    rest = first._replace(text=first.text.removeprefix(goal.name))
    kept = inner[:-1] if inner and not inner[-1].text.strip() else inner
    return (last, rest, *kept)
