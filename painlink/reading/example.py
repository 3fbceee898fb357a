"""A knowledge file of a reader's own to begin from."""

EXAMPLE = """\
# Whose sheet it is, and what you show the people who come to you.
#
# Change what stands here, and leave out what you do not need. Then look at it:
#   painlink validate clinic.yaml
#   painlink handout neck head --data clinic.yaml -o handout.html
#
# All of it is shown as yours, with no grade, and behind the warning signs. A text that holds
# ': ' or ' #' stands in double quotes.

practice:
  name: The name of your practice
  # Each of these may be left out.
  contact: Your phone number or address
  note: Bring this sheet to your next visit.
  # A PNG or JPEG beside this file, of at most 200 kB. What a camera noted in it is left out.
  # picture: logo.png

exercises:
  # `areas` are where it helps, by any name that painlink knows: painlink list areas
  - name: Chin tucks
    how: Sit tall. Glide your chin straight back. Hold for 5 seconds, 10 times, twice a day.
    areas: [neck, head]
    stop_if: It makes an arm tingle.
  - name: Knee rolls
    how: Lie on your back with your knees bent. Let both knees roll slowly from side to side.
    areas: [lower back]
    stop_if: Pain runs down a leg.
"""
