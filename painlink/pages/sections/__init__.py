"""The sections of a page, from what was understood to what can be done.

In comes what is explained; out go blocks. It knows the parts that all pages share, and no page.
"""
