"""Which encoding a text is in, and what becomes of bytes that are no text in it."""

import codecs
import random

import pytest

from extract.text.encodings import UndecodableError, codec_of, decode

SHORT = "会員の氏名が漏えいした可能性があります。"
LONG = "2031年4月2日\n株式会社みほん\n\nお客様1,200名の氏名、住所が漏えいした可能性があります。\n" * 3
CP932 = LONG.encode("cp932")
CODECS = ["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be"]
# Sentences of twenty characters, of each kind that a release has.
SHORT_TEXTS = [
    SHORT,
    "２０３１年４月２日、サーバーが停止しました",
    "株式会社みほん電機 個人情報保護管理責任者",
    "クレジットカード情報１２，３４５件の流出",
    "第2報 2031/4/2 10:30時点の状況",
    "お問い合わせ先 TEL 03-0000-00",
    "■ 経緯\n・4月2日：検知\n・4月3日：遮断",
    "ランサムウェアによるシステム障害について。",
]


@pytest.mark.parametrize("text", SHORT_TEXTS)
@pytest.mark.parametrize("codec", CODECS)
def test_twenty_characters_are_enough(codec: str, text: str) -> None:
    assert len(text) >= 19
    assert decode(text.encode(codec)) == (text, codec, ())


@pytest.mark.parametrize("codec", CODECS)
def test_all_windows_of_a_text(codec: str) -> None:
    text = "".join(SHORT_TEXTS)
    for start in range(len(text) - 20):
        window = text[start : start + 20]
        assert decode(window.encode(codec)) == (window, codec, ())


@pytest.mark.parametrize(
    ("mark", "codec", "told"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
@pytest.mark.parametrize("text", ["a", SHORT, "\0" + SHORT])
def test_a_byte_order_mark_tells(mark: bytes, codec: str, told: str, text: str) -> None:
    if told == "utf-16" and text.startswith("\0"):
        return  # FF FE 00 00 is the mark of UTF-32.
    assert decode(mark + text.encode(codec)) == (text, told, ())


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        # ASCII is UTF-8, whatever it holds.
        (b"Notice 2031-04-02, 120 records\n", "Notice 2031-04-02, 120 records\n", "utf-8"),
        (b"ok", "ok", "utf-8"),
        (b"a\0b", "a\0b", "utf-8"),
        (b"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m", "utf-8"),
        # Controls, NUL, unassigned and private-use characters pass through.
        ("会員\0\x01\u0378\ue000\U000f0000\r\n".encode(), "会員\0\x01\u0378\ue000\U000f0000\r\n", "utf-8"),
        ("会員\ue000\0の氏名が流出した".encode("cp932"), "会員\ue000\0の氏名が流出した", "cp932"),
        # What Windows writes beyond JIS: NEC's and IBM's characters.
        ("①㈱髙﨑Ⅳ㍿の会員".encode("cp932", "ignore"), "①㈱髙﨑Ⅳの会員", "cp932"),
        (b"\xad\xa1\xad\xea\xfc\xe2\xa4\xce\xb2\xf1\xb0\xf7", "①㈱髙の会員", "euc_jp"),
        (b"\x1b$B-!-j|b$N2q0w\x1b(B", "①㈱髙の会員", "iso2022_jp"),
        # JIS X 0212, and half-width kana.
        (b"\x8f\xb0\xa1\xa4\xce\xb2\xf1\xb0\xf7", "丂の会員", "euc_jp"),
        (b"\x1b$B$N2q0w\x1b(I@1<\x1b(B", "の会員ﾀｱｼ", "iso2022_jp_ext"),
        # The older JIS of 1978, and its Latin letters.
        (b"\x1b$@2q0w\x1b(J 120", "会員 120", "iso2022_jp"),
        # Valid CP932 as well, as half-width kana; and the other way round.
        ("会員の氏名".encode("euc_jp"), "会員の氏名", "euc_jp"),
        ("顧客情報".encode("euc_jp"), "顧客情報", "euc_jp"),
        ("ｶﾌﾞｼｷｶﾞｲｼｬ ﾐﾎﾝ".encode("cp932"), "ｶﾌﾞｼｷｶﾞｲｼｬ ﾐﾎﾝ", "cp932"),
        ("ﾌﾘｶﾞﾅ、氏名".encode("cp932"), "ﾌﾘｶﾞﾅ、氏名", "cp932"),
        ("氏名（ﾌﾘｶﾞﾅ）の流出".encode("euc_jp"), "氏名（ﾌﾘｶﾞﾅ）の流出", "euc_jp"),
        # One Japanese character among ASCII.
        ("see ① below".encode("cp932"), "see ① below", "cp932"),
    ],
)
def test_told_apart(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding, ())


@pytest.mark.parametrize("size", [1 << 10, 1 << 17])
@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp"])
def test_after_much_ascii(codec: str, size: int) -> None:
    text = "https://example.com/ " * (size // 21) + SHORT
    assert decode(text.encode(codec)) == (text, codec, ())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        # A text that breaks off inside a character.
        (SHORT.encode()[:-1], "not UTF-8: byte 0xe3 at offset 57; --errors"),
        (SHORT.encode("cp932")[:-1], "not CP932: byte 0x81 at offset 38; --errors"),
        (SHORT.encode("euc_jp")[:-1], "not EUC_JP: byte 0xa1 at offset 38; --errors"),
        (SHORT.encode("utf-16-le")[:-1], "not UTF-16-LE: byte 0x02 at offset 38; --errors"),
        (SHORT.encode("utf-16")[:-1], "not UTF-16: byte 0x02 at offset 40; --errors"),
        (SHORT.encode("iso2022_jp")[:-4], "not ISO2022_JP: byte 0x21 at offset 41; --errors"),
        (SHORT.encode("iso2022_jp")[:-1], "not ISO2022_JP: byte 0x1b at offset 43; --errors"),
        (SHORT.encode("iso2022_jp")[:-2], "not ISO2022_JP: byte 0x1b at offset 43; --errors"),
        # One wrong byte.
        (CP932 + b"\xff" + CP932, "not CP932: byte 0xff at offset 255; --errors"),
        (CP932 + b"\xa0" + CP932 + b"\x82", "not CP932: byte 0xa0 at offset 255; --errors"),
        (CP932 + b"\x85\x82" + CP932, "not CP932: byte 0x85 at offset 255; --errors"),
        (b"%b\xff%b" % (LONG.encode(), LONG.encode()), "not UTF-8: byte 0xff at offset 360; --errors"),
        (b"%b\x80%b" % (LONG.encode("euc_jp"), LONG.encode("euc_jp")), "not EUC_JP: byte 0x80 at offset 255; --errors"),
        (b"%b\xff%b" % (LONG.encode("iso2022_jp"), SHORT.encode("iso2022_jp")), "not ISO2022_JP: byte 0xff at "),
        (LONG.encode("utf-16-le") + b"\x00\xd8" + LONG.encode("utf-16-le"), "not UTF-16-LE: byte 0x00 at offset 300;"),
        # No text.
        (b"\xff", "not UTF-8: byte 0xff at offset 0; nor"),
        (b"caf\xe9\n", "not UTF-8: byte 0xe9 at offset 3; nor"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "not UTF-8: byte 0x89 at offset 0; nor"),
        (b"PK\3\4\x14\0\0\0\x08\0\xa7\xf5\x82", "not UTF-8: byte 0xa7 at offset 10; nor"),
        (bytes(range(256)), "not UTF-8: byte 0x80 at offset 128; nor"),
        (random.Random(5).randbytes(5_000), "not UTF-8: byte 0x"),
    ],
)  # fmt: skip
def test_refused(data: bytes, why: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert str(caught.value).startswith(why)
    assert "\n" not in str(caught.value)
    decoded = decode(data, errors="replace")
    assert decoded.replaced
    for start, end in decoded.replaced:
        assert decoded.text[start:end] == "\ufffd" * (end - start) != ""


def test_only_what_is_lost_is_replaced() -> None:
    data = "\ufeff\ufffd会員\ufffd".encode() + b"\xff\xfe" + "の氏名".encode() + b"\xe3"
    assert decode(data, errors="replace") == ("\ufffd会員\ufffd\ufffd\ufffdの氏名\ufffd", "utf-8", ((4, 6), (9, 10)))
    # Both bytes of a pair go: what follows is not read as halves of other characters.
    data = "会員".encode("euc_jp") + b"\xa9\xa9" + "の氏名".encode("euc_jp")
    assert decode(data, errors="replace") == ("会員\ufffdの氏名", "euc_jp", ((2, 3),))
    assert decode(SHORT.encode("cp932"), errors="replace") == (SHORT, "cp932", ())


@pytest.mark.parametrize(
    ("data", "encoding", "text", "told"),
    [
        (SHORT.encode("cp932"), "Shift_JIS", SHORT, "cp932"),
        ("①".encode("cp932"), "sjis", "①", "cp932"),
        (b"\xad\xa1", "EUC-JP", "①", "euc_jp"),
        (SHORT.encode("utf-8-sig"), "utf-8-sig", SHORT, "utf-8-sig"),
        (SHORT.encode("cp932"), "latin-1", SHORT.encode("cp932").decode("latin-1"), "iso8859-1"),
        (b"\xb1", "cp932", "ｱ", "cp932"),
    ],
)
def test_named(data: bytes, encoding: str, text: str, told: str) -> None:
    assert decode(data, encoding) == (text, told, ())
    assert codec_of(encoding) == told


def test_what_is_named_is_not_told() -> None:
    with pytest.raises(UndecodableError, match=r"^not EUC_JP: byte 0x89 at offset 0$"):
        decode(SHORT.encode("cp932"), "euc_jp")
    assert decode(SHORT.encode("cp932"), "ascii", "replace").replaced
    with pytest.raises(LookupError):
        decode(b"a", "no-such")
