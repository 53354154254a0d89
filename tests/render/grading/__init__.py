"""Graders: what other programs make of our documents, measured, and the bars that every look must reach.

items.py         what a page must say, and in which order, told from the resume alone
readers.py       seven programs that read the text of a PDF;  order.py  how many items come in order
machine_room.py  the programs of .tools: page-validation and outloud;  judge.py is what runs there
tags.py links.py fonts.py    what a screen reader is told; links; fonts
word.py          a Word file: valid, and as a person who knows Word would have made it
people.py        the sample patrons, and a dozen that nobody has seen before
grades.py        all of it for every look and every person
bars.py          what must be reached;  table.py  prints it
"""
