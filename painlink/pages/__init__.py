"""What is said, and in which order: one module a page.

In come knowledge and what is explained of it; out goes a `Page` of blocks. It knows what people
typed and what is explained, and nothing of formats.
"""
