"""What shells get: names at TAB, and how TAB is set up.

In comes what a shell says was typed, or the name of a shell; out goes what may be typed, or what
to do. It knows the app and the names that it completes.
"""
