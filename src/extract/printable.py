"""Characters that are not seen but change how a text is shown."""

import re
from typing import Final

__all__ = ["UNPRINTABLE"]

# Control characters, line separators, direction marks, and bytes of file names that are no text.
UNPRINTABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
