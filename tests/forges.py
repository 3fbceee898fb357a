"""What shows Markdown: a program that knows CommonMark alone, and one that code forges have."""

from pyromark import Markdown, Options

COMMONMARK = Markdown()
FORGE = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
)
