"""WordprocessingML: what `docx.py` is made of."""
