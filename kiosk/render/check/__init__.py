"""Whether a folder is a good look, line by line: what the worker does for `render/checking.py`."""
