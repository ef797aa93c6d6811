"""A release on a terminal: in colour there, plain elsewhere, and nothing of it commands the terminal."""

import io
import re

import pytest
from view import hostile

from extract import extract
from extract.view.terminal import write_text

RELEASE = (
    "# 不正アクセスに関するお知らせ\n\n4月2日、お客様120名の氏名が漏えいしました。電話番号は漏えいしておりません。\r\n"
)
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")


def shown(text: str, file: io.StringIO) -> str:
    write_text(extract(text), file)
    return file.getvalue()


def test_what_a_reader_sees() -> None:
    lines = shown(RELEASE, io.StringIO()).splitlines()
    assert lines[0] == "不正アクセスに関するお知らせ"
    told = " ".join(" ".join(line.split()) for line in lines)
    assert "People affected 120 confirmed 「120名」" in told
    assert "お客様 customers 120 名 confirmed name" in told
    assert "phone number 電話番号 (excluded)" in told
    assert "\n".join(lines[-3:]) == RELEASE.replace("\r\n", "")


def test_no_escape_where_there_is_no_terminal() -> None:
    assert "\x1b" not in shown(RELEASE, io.StringIO())


def test_marks_are_in_colour_on_a_terminal() -> None:
    told = shown(RELEASE, Terminal())
    text = told[told.index("# ") :]
    assert ESCAPE.sub("", text) == RELEASE.replace("\r", "")
    styles = dict(re.findall(r"\x1b\[([\d;]+)m(120名|氏名|電話番号)\x1b\[0m", text))
    assert set(styles.values()) == {"120名", "氏名", "電話番号"}
    (excluded,) = (style for style, words in styles.items() if words == "電話番号")
    assert "9" in excluded.split(";")


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    codes = {code for style in re.findall(r"\x1b\[([\d;]+)m", shown(RELEASE, Terminal())) for code in style.split(";")}
    assert codes <= {"0", "1", "2", "3", "4", "9"}


@pytest.mark.parametrize("file", [io.StringIO, Terminal])
def test_no_control_character_of_the_release_reaches_the_terminal(file: type[io.StringIO]) -> None:
    told = ESCAPE.sub("", shown(hostile.TEXT, file()))
    assert re.findall(r"[^\n\t -~\u00a0-\U0010ffff]", told) == []
    assert re.findall(r"[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", told) == []
    assert "␛[31m" in told
    assert "{{ 7 * 7 }}{% raw %}[red]" in told
