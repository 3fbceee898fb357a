"""A page as it reads on the site: links stand where the words are, and nothing asks to type."""

from collections.abc import Mapping

from painlink.pages.blocks import Block, Bullets, Page, Role, Text
from painlink.pages.parts.framing import HOW_TO_OPEN
from painlink.site.addresses import Goal


def fitted(page: Page, goals: Mapping[str, Goal], choices: Mapping[str, Goal]) -> Page:
    """Return *page* with links in its lists: the names of *choices*, and what a command opens."""
    imprint = tuple(span._replace(text=span.text.replace(HOW_TO_OPEN, "")) for span in page.imprint)
    blocks = tuple(_block(block, goals, choices) for block in page.blocks)
    return page._replace(blocks=blocks, imprint=imprint)


def _block(block: Block, goals: Mapping[str, Goal], choices: Mapping[str, Goal]) -> Block:
    if not isinstance(block, Bullets):
        return block
    return Bullets(tuple(_named(_item(item, goals), choices) for item in block.items))


def _named(item: Text, choices: Mapping[str, Goal]) -> Text:
    """Return *item* with each name that stands out in it and leads somewhere as a link."""
    return tuple(
        span._replace(role=Role.COMMAND)
        if span.role is Role.STRONG and span.text in choices
        else span
        for span in item
    )


def _item(item: Text, goals: Mapping[str, Goal]) -> Text:
    """Return *item* with its command in place of the name of what that opens, if it has both."""
    first, *inner, last = item if len(item) > 1 else (*item, *item)
    goal = goals.get(last.text) if last.role is Role.COMMAND else None
    if goal is None or not first.text.startswith(goal.name):
        return item
    rest = first._replace(text=first.text.removeprefix(goal.name))
    kept = inner[:-1] if inner and not inner[-1].text.strip() else inner
    return (last, rest, *kept)
