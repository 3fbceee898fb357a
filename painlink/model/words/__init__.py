"""Words themselves: the language of places and pains, and how names and texts are compared.

In come words as they are written; out goes what they are compared by. It knows the records.
"""
