"""Preloaded by a worker: a release that says so kills it, or takes it for ever."""

import os
import re
from typing import Any

from extract.archive.work import Options, Result, extract_data
from extract.cluster import parts

_extract_data = extract_data


def break_at_word(options: Options, path: str, data: bytes, **named: Any) -> Result:
    if b"kill the worker" in data:
        os._exit(3)
    if b"hang the worker" in data:
        re.match("(a*)*b", "a" * 60)
    return _extract_data(options, path, data, **named)


parts.extract_data = break_at_word  # type: ignore[attr-defined]
