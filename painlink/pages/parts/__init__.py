"""What several pages share: their frame, citations, pictures, and how one thing is told.

In come entries and what is explained of them; out go blocks. It knows what is
explained, and no page.
"""
