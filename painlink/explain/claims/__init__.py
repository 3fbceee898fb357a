"""What painlink claims about some areas, one by one, and who has reviewed which of it.

In comes an explanation; out go claims and reviews. It knows knowledge and what is explained, and no
page.
"""
