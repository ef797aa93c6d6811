"""A page read back without a browser."""

from html.parser import HTMLParser

# Elements that have no end.
VOID = {"meta", "input"}


class PageReader(HTMLParser):
    """Reads a page. `text`: that of the release; `named`: the ids; `links`: where links lead; `inline`: texts of
    scripts and styles; `policy`: what the page allows; `open_ones`: elements that were not closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.named: list[str] = []
        self.links: list[str] = []
        self.inline: list[tuple[str, str]] = []
        self.policy = ""
        self.open_ones: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attributes}
        assert not any(name == "style" or name.startswith("on") for name in told)
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"]
        if "id" in told:
            self.named.append(told["id"])
        if "href" in told:
            self.links.append(told["href"])
        if tag not in VOID:
            self.open_ones.append((tag, told.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open_ones.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open_ones and self.open_ones[-1][0] in ("script", "style"):
            self.inline.append((self.open_ones[-1][0], data))
        elif ("div", "text") in self.open_ones:
            self.text += data

    def handle_entityref(self, name: str) -> None:
        self.handle_data({"lt": "<", "gt": ">", "amp": "&"}[name])

    def handle_charref(self, name: str) -> None:
        self.handle_data(chr(int(name)))
