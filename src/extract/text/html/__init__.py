"""Web pages: the words of the article as Markdown, without what stands around it."""

from typing import Final

from extract.text.encodings import Errors
from extract.text.errors import ReadError
from extract.text.html.article import find_article
from extract.text.html.charset import decode_page
from extract.text.html.markdown import write_markdown
from extract.text.html.page import read_page
from extract.text.media import Made

__all__ = ["read_html"]

# Less than this of the words of a page outside links is too little for its article.
_SHORT: Final = 0.5
# So few letters are no article where the page has so many bytes: its text comes by a script.
_FEW: Final = 100
_MANY: Final = 20_000


def read_html(data: bytes, encoding: str | None = None, errors: Errors = "strict") -> Made:
    """Make the text of a page: its article's headings, paragraphs, lists and tables in Markdown.

    Nothing is fetched, no script is run, no other file is read. Raises UndecodableError where no
    encoding explains the bytes, ReadError where the page holds no text, ImportError without the extra `html`.
    """
    source, codec, replaced = decode_page(data, encoding, errors)
    page = read_page(source)
    article = find_article(page)
    text = write_markdown(page, article)
    words = sum(not char.isspace() for char in text)
    is_short = words < _SHORT * page.words or (words < _FEW and len(source) > _MANY)
    if not words:
        # Nothing but lists of links: better all of them than nothing.
        text = write_markdown(page, [True] * len(page.elements))
    if not text.strip():
        raise ReadError("an HTML page without text: frames and scripts are not followed")
    doubts = []
    if is_short or not words:
        told = f"the page has {page.words} letters outside links, the text made of it {words}"
        doubts.append(("short_extraction", told))
    if replaced:
        doubts.append(("replaced_bytes", "bytes of the page are no character of its encoding: what they said is lost"))
    return Made(text, codec, tuple(doubts))
