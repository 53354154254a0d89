"""The words we offer: lines to tick, titles, skills, cards, places that help; data in `assets/content/`.

`store.Content` is the door: it reads a file when it is first asked for and keeps it. What a file may hold is
what the dataclass of its records has (`records.py`), and nothing else: a slip of the pen is a ContentError
that names the file, the place and the words that are known there.
"""
