"""Which part of a page is its article: what it says is, or all that is neither furniture nor a list of links.

What is doubtful stays: a line too much does less harm than a figure that is lost.
"""

import re
from typing import Final

from extract.text.html.page import Element, Page

__all__ = ["find_article"]

# What pages say of their furniture, by element and role.
_FURNITURE: Final = frozenset(("nav", "aside", "footer", "header"))
_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
# By words of class and id: `tmp_gnavi`, `l-footer`, `breadcrumb`. Not what others call any box (`widget`, `sub`).
_NAMES: Final = frozenset((
    "nav", "navi", "gnav", "gnavi", "lnav", "lnavi", "globalnav", "globalnavi", "localnav", "localnavi",
    "navigation", "menu", "gmenu", "submenu", "sidemenu", "breadcrumb", "breadcrumbs", "breadclumb",
    "pankuzu", "topicpath", "topicpaths", "side", "sidebar", "sidenav", "sidearea", "footer", "foot",
    "colophon", "copyright", "share", "sharedaddy", "sns", "social", "pager", "pagination", "pagenav",
    "pagenavi", "related", "recommend", "ranking", "cookie", "bnr", "banner", "sitemap", "skip", "skiplink",
    "header", "hlogo", "logo", "search", "pagetop",
))  # fmt: skip
_WORD: Final = re.compile(r"[a-z]+")
# `has-sidebar` and `no-menu` say how a page is laid out, `entry-header` what an article begins with.
_NOT_NAMES: Final = re.compile(r"\S*(?:\b(?:has|no|with|is)[-_]|entry|post|article|content|single|title)\S*")
# Furniture holds no more than this of the letters outside links, or it is misnamed.
_LARGEST: Final = 0.3
# A list of links: so many, with so much of the letters.
_LINKS: Final = 3
_LINKED: Final = 0.6
_LISTS: Final = frozenset(("ul", "ol", "dl", "div", "p", "td", "tr", "table", "section", "center", "font"))
# The last line of many pages: `Copyright(C) みほん All Rights Reserved.`, `© 2031 みほん`.
_RIGHTS: Final = re.compile(r"(?i)\s*(?:copyright|\(c\)|©|ⓒ|all rights)")
# An element that is said to be the article is, if it holds so much of what is left.
_SAID: Final = 0.6


def find_article(page: Page) -> list[bool]:
    """Return, for each element of a page, whether its own words are of the article."""
    elements = page.elements
    dropped = _drop(page)
    left = [0] * len(elements)
    for index in range(len(elements) - 1, 0, -1):
        if not dropped[index]:
            left[index] += elements[index].own
            left[elements[index].parent] += left[index]
    left[0] += elements[0].own
    titles = (i for i, element in enumerate(elements) if element.tag in ("h1", "h2") and not dropped[i] and left[i])
    title = next(titles, None)
    if page.blocks and _RIGHTS.match(page.blocks[-1].text):
        dropped[page.blocks[-1].element] = True
    root, end = 0, len(elements)
    for index in range(1, len(elements)):
        element = elements[index]
        if (
            index < end
            and element.tag in ("article", "main")
            and left[index] >= _SAID * left[0]
            and (title is None or index <= title < element.end)
        ):
            root, end = index, element.end
    return [root <= index < end and not dropped[index] for index in range(len(elements))]


def _drop(page: Page) -> list[bool]:
    elements = page.elements
    dropped = [False] * len(elements)
    within = [False] * len(elements)
    for index in range(1, len(elements)):
        element = elements[index]
        within[index] = within[element.parent] or element.tag in ("article", "main")
        dropped[index] = dropped[element.parent] or (
            element.letters - element.linked <= _LARGEST * page.words
            and (_is_furniture(element, within[index]) or _is_list_of_links(element))
        )
    return dropped


def _is_furniture(element: Element, within: bool) -> bool:
    if element.tag in ("html", "body", "main", "article", "h1"):
        return False
    names = element.attributes.split()
    is_said = any(_NOT_NAMES.fullmatch(name) for name in names)
    if element.tag in _FURNITURE and (element.tag == "nav" or not (within or is_said)):
        return True
    return any(
        name in _ROLES or (not _NOT_NAMES.fullmatch(name) and not _NAMES.isdisjoint(_WORD.findall(name)))
        for name in names
    )


def _is_list_of_links(element: Element) -> bool:
    return element.tag in _LISTS and element.links >= _LINKS and element.linked >= _LINKED * element.letters
