"""Loads and warms up the extractor as it is imported, for the process that workers are forked from.

What is loaded here once, every worker shares, its patterns too; frozen, the collector does not look through it again.
"""

import gc
from typing import Final

from extract.archive.work import Options, extract_data
from extract.text.compiled import keep
from extract.text.shape import compile_all

# Releases that are done side by side are thousands of objects at once, nearly none of them in a cycle: to look through
# them as often as Python does is a twentieth of the work.
_BETWEEN_COLLECTIONS: Final = 10_000

extract_data(Options(), "", "1月2日、不正アクセスにより、お客様3名の氏名が漏えいしました。".encode(), named=False)
compile_all()
keep()
gc.collect()
gc.freeze()
gc.set_threshold(_BETWEEN_COLLECTIONS)
