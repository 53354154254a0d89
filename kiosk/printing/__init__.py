"""Printers and print jobs: types.py says what they are, cups.py reaches them."""
