"""What the properties are tried on: texts like releases, and texts like nothing."""

from hypothesis import strategies as st

__all__ = ["noise", "releases", "texts"]

_HEADINGS = (
    "## 経緯",
    "### 2.1 対象となる情報",
    "■ 漏えいした可能性のある情報",
    "１．概要",
    "(2) 対象のお客様",
    "【再発防止策】",
    "＜お問い合わせ先＞",
    "原因：",
    "◆二次被害の有無",
    "第3 今後の対応",
    "① 影響範囲",
)
_DATES = (
    "2031年4月2日",
    "令和13年４月２日（水）",
    "4月2日",
    "同月5日",
    "翌3日 午後1時30分頃",
    "4月2日〜6日",
    "2031/4/2",
    "昨年12月",
    "４月上旬",
    "2031.4.2 10:05",
    "同日",
    "2030年10月1日(火)から2031年3月31日(月)まで",
)
_COUNTS = (
    "120名",
    "約13万2,000件",
    "最大１，２３４人分",
    "延べ3,500件",
    "10〜20件",
    "数百名",
    "計45社",
    "30名以上",
    "1,000件超",
    "77.2万件",
    "百五十名",
    "2,418件（重複を除く2,011件）",
)
_ITEMS = (
    "氏名、住所、電話番号",
    "メールアドレス",
    "氏名（漢字・カナ）および生年月日",
    "クレジットカード番号・有効期限",
    "社員番号",
    "マイナンバー",
    "ログインID、パスワード（ハッシュ化済み）",
    "口座情報",
    "購入履歴等",
)
_SENTENCES = (
    "{date}、当社のサーバーが第三者による不正アクセスを受けたことが判明しました。",
    "お客様{count}の{items}が漏えいした可能性があります。",
    "{items}は含まれておりません。",
    "・{items}",
    "・{items}：{count}",
    "対象件数　{count}",
    "| 会員 | {count} | {items} |",
    "{date}　警察に相談し、個人情報保護委員会へ報告",
    "{date}に委託先の株式会社みほんから、{count}の{items}が外部から閲覧できる状態にあったとの報告がありました。",
    "なお、{count}については流出を確認しておらず、二次被害も確認されておりませんが、おそれは否定できません。",
    "合計{count}（うち従業員{count}）",
    "株式会社みほん",
    "{date}",
    "不正アクセスによる個人情報漏えいに関するお知らせ（第2報）",
    "",
)


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    shape = draw(st.sampled_from(_SENTENCES))
    parts = {"date": _DATES, "count": _COUNTS, "items": _ITEMS}
    for name, surfaces in parts.items():
        while f"{{{name}}}" in shape:
            shape = shape.replace(f"{{{name}}}", draw(st.sampled_from(surfaces)), 1)
    return shape


def _visible(text: str) -> bool:
    return any(char.isalnum() for char in text)


def releases() -> st.SearchStrategy[str]:
    """Texts like releases, at least a line long."""
    lines = st.one_of(_sentences(), _sentences(), st.sampled_from(_HEADINGS))
    return st.lists(lines, min_size=1, max_size=14).map("\n".join).filter(_visible)


def noise() -> st.SearchStrategy[str]:
    """Texts of the characters that mean something to the extractor, and of any other."""
    alphabet = st.one_of(
        st.sampled_from(
            "0123456789０１２万億千百十年月日時分名件人約最大計延べ〜~-－、。，,.・/／：:|#■◆【】（）()「」①㈱⽉\n\r\t\u3000\u0301\u3099\u200b"
        ),
        st.characters(exclude_categories=["Cs"]),
    )
    return st.text(alphabet, min_size=1, max_size=80).filter(_visible)


def texts() -> st.SearchStrategy[str]:
    """Releases, noise, and releases with noise inside."""
    mixed = st.tuples(releases(), noise(), releases()).map("".join)
    return st.one_of(releases(), noise(), mixed)
