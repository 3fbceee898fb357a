"""The vocabulary: every word painlink thinks in, as immutable records.

In comes nothing; out go records, closed sets of words, and how names are compared. It knows no
other room, only the phrases all share.
"""
