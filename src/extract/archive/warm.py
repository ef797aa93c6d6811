"""Loads and warms up the extractor as it is imported, for the process that workers are forked from.

What is loaded here once, every worker shares, its patterns too; frozen, the collector does not look through it again.
"""

import gc

from extract.archive.work import Options, extract_data
from extract.text.compiled import keep
from extract.text.shape import compile_all

extract_data(Options(), "", "1月2日、不正アクセスにより、お客様3名の氏名が漏えいしました。".encode(), named=False)
compile_all()
keep()
gc.collect()
gc.freeze()
