"""The libraries of the index, out of the packages of the extra `site`, which carry them whole.

Chart.js draws the charts and DataTables keeps the table. Neither asks for anything, builds code of
texts or writes style into tags, so both run under the policy of the page. The packages that carry
them need nothing else: chartkick, and itables, whose bundle is a module. Chromium loads no module
from disk, so it becomes a script.
"""

import re
from importlib.resources import files
from typing import Final

__all__ = ["read_charts", "read_table"]

_EXPORT: Final = re.compile(r"\bexport\s*\{([^{}]*)\};")
_DEFAULT: Final = re.compile(r"([\w$]+) as default\b")


def read_charts() -> str:
    """Return the script of Chart.js: `Chart`."""
    return files("chartkick").joinpath("django", "static", "chartkick", "Chart.bundle.js").read_text(encoding="utf-8")


def read_table() -> str:
    """Return the script of DataTables: `DataTable`. Raises ValueError where the bundle is not as we know it."""
    bundle = files("itables").joinpath("html", "dt_bundle.js").read_text(encoding="utf-8")
    exports = _EXPORT.findall(bundle)
    name = _DEFAULT.search(exports[0]) if len(exports) == 1 else None
    if name is None:
        raise ValueError("the DataTables of this itables are not known")
    module = _EXPORT.sub(lambda _: f"globalThis.DataTable = {name[1]};", bundle)
    return f'(() => {{\n"use strict";\n{module}\n}})();\n'
