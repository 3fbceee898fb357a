"""What is said beside an answer: how a call went wrong and what to type, and what was written.

In come a call and what became of it; out go sentences for stderr. It knows the rooms that
understand names, to tell what may be meant.
"""
