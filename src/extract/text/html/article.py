"""Which part of a page is its article: what is no furniture, no list of links, and holds most of the rest."""

import re
from typing import Final

from extract.text.html.page import Element, Page

__all__ = ["find_article"]

# What pages say of their furniture, by element and role.
_FURNITURE: Final = frozenset(("nav", "aside", "footer", "header"))
_ROLES: Final = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
# By words of class and id: `tmp_gnavi`, `l-footer`, `breadcrumb`. Not what others call any box (`widget`, `sub`).
_NAMES: Final = frozenset(
    "nav navi gnav gnavi lnav lnavi globalnav globalnavi localnav localnavi navigation menu gmenu submenu sidemenu"
    " breadcrumb breadcrumbs breadclumb pankuzu topicpath topicpaths side sidebar sidenav sidearea footer foot colophon"
    " copyright share sharedaddy sns social pager pagination pagenav pagenavi related recommend ranking cookie bnr"
    " banner sitemap skip skiplink header hlogo logo search pagetop".split()
)
_WORD: Final = re.compile(r"[a-z]+")
# `has-sidebar` and `no-menu` say how a page is laid out, `entry-header` what an article begins with.
_NOT_NAMES: Final = re.compile(r"\S*(?:\b(?:has|no|with|is)[-_]|entry|post|article|content|single|title)\S*")
# Furniture holds no more than this of the letters outside links, or it is misnamed.
_LARGEST: Final = 0.3
# A list of links: so many, with so much of the letters.
_LINKS: Final = 3
_LINKED: Final = 0.6
_LISTS: Final = frozenset(("ul", "ol", "dl", "div", "p", "td", "tr", "table", "section", "center", "font"))
# The article is the smallest element that holds so much of what is left.
_MOST: Final = 0.8


def find_article(page: Page) -> list[bool]:
    """Return, for each element of a page, whether its own words are of the article."""
    elements = page.elements
    dropped = _drop(page)
    left = [0] * len(elements)
    for index in range(len(elements) - 1, 0, -1):
        if not dropped[index]:
            left[index] += elements[index].own
            left[elements[index].parent] += left[index]
    titles = (i for i, element in enumerate(elements) if element.tag in ("h1", "h2") and not dropped[i] and left[i])
    title = next(titles, None)
    root = 0
    for index in range(1, len(elements)):
        element = elements[index]
        if (
            element.parent == root
            and not dropped[index]
            and left[index] >= _MOST * left[0]
            and (title is None or index <= title < element.end)
        ):
            root = index
    return [root <= index < elements[root].end and not dropped[index] for index in range(len(elements))]


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
    if element.tag in _FURNITURE and (element.tag == "nav" or not within):
        return True
    for name in element.attributes.split():
        if name in _ROLES:
            return True
        if not _NOT_NAMES.fullmatch(name) and not _NAMES.isdisjoint(_WORD.findall(name)):
            return True
    return False


def _is_list_of_links(element: Element) -> bool:
    return element.tag in _LISTS and element.links >= _LINKS and element.linked >= _LINKED * element.letters
