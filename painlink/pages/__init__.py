"""What is said and in which order: one module a page, each returning a `Page` of blocks."""
