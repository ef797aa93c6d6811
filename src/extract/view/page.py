"""A page that is one file, asks nobody for anything, and runs no script but its own.

Templates and assets are files beside this module. What a template writes is escaped, whatever it is,
and what cannot be seen (control characters, direction marks) is replaced; `shown` writes such
characters so that a reader sees them. Jinja2 is the extra `view`: it escapes by itself, which no
string formatting of the standard library does.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from extract.printable import UNPRINTABLE
from extract.view.labels import label

__all__ = ["asset", "policy", "render", "shown"]

# What is allowed unless it is named below: nothing, so no request leaves the page.
_NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'"
# U+0000 cannot stand in HTML: its picture does. A carriage return must be a reference to be kept.
_WRITTEN: Final = {"\n": "\n", "\t": "\t", "\r": "&#13;", "\0": "\N{SYMBOL FOR NULL}"}


def render(
    template: str, *, styles: Sequence[str], scripts: Sequence[str], loads: bool = False, **values: object
) -> Iterator[str]:
    """Yield a page, piece by piece: a template that extends `page.html.jinja`, with assets by their names.

    `loads`: its scripts may load others from beside the page.
    """
    values["styles"] = [asset(name) for name in styles]
    values["scripts"] = [asset(name) for name in scripts]
    values["loads"] = loads
    return _templates().get_template(template).generate(values)


def policy(styles: Sequence[str], scripts: Sequence[str], *, loads: bool = False) -> str:
    """Return the content security policy of a page with these texts inline, and nothing else.

    Hashes as of CSP Level 3, 2.3.1: of what stands between the tags, letter for letter. `loads`: what
    these scripts load may run too (6.7.1.1, 'strict-dynamic'); the hash of a file that a page names
    is of no use from disk, where Chromium lets no script be checked.
    """
    allowed = [(f"{kind}-src", list(map(_digest, texts))) for kind, texts in (("style", styles), ("script", scripts))]
    if loads:
        allowed[-1][1].append("'strict-dynamic'")
    return "; ".join([_NOTHING, *(" ".join([kind, *sources]) for kind, sources in allowed if sources)])


@cache
def asset(name: str) -> Markup:
    """Return a style sheet or script of ours, which stands in a page as it is."""
    return Markup(files("extract.view").joinpath("assets", name).read_text(encoding="utf-8"))


def shown(text: str) -> Markup:
    """Return a text for a page, letter for letter; what cannot be seen gets its name beside it.

    A direction mark is shut in, so that it turns nothing round.
    """
    return Markup(UNPRINTABLE.sub(_named, str(escape(text))))


def _named(found: "re.Match[str]") -> str:
    char = found[0]
    written = _WRITTEN.get(char, char)
    if char in "\n\t\r":
        return written
    return f'<span class="unseen" data-name="U+{ord(char):04X}">{written}</span>'


def _plain(value: object) -> object:
    """Replace what cannot be seen in any text that a template writes without `shown`."""
    return UNPRINTABLE.sub("\ufffd", value) if type(value) is str else value


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("extract.view"),
        autoescape=True,
        finalize=_plain,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    functions: dict[str, Callable[..., object]] = {"shown": shown, "label": label}
    templates.filters.update(functions)
    templates.globals["policy"] = policy
    return templates
