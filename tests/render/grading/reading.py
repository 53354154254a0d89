"""Reads PDFs with all seven readers, as a program so that it can run beside other things.

`python reading.py FILE...` prints {"name": {"pdftotext -raw": "text", ...}} as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from grading.readers import READERS

if __name__ == "__main__":
    files = {Path(name).stem: Path(name).read_bytes() for name in sys.argv[1:]}
    found = {name: {reader: read(pdf) for reader, read in READERS.items()} for name, pdf in files.items()}
    print(json.dumps(found))  # noqa: T201
