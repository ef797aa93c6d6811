"""Articles: what they report is kept, what they say in general is not of the incident."""

import pytest

from extract.pipeline import find_all

OPENING = """\
# みほん靴店への不正アクセスを解説します

みほん靴店は2031年3月3日、通販サイトが不正アクセスを受け、会員1,200名の氏名が漏えいしたと発表しました。
この記事では、事件の教訓をまとめます。
"""

GENERAL = [
    "## 私たちにできる対策\n\nフィッシングメールに注意し、パスワードと住所を入力しないようにします。\n",
    "## 今後の予測\n\nランサムウェアの感染も考えられ、2031年5月1日に電話番号が漏えいした例もあります。\n",
    "## 同様の事例との比較\n\n2030年1月5日、別の会社で社員300名の住所が流出しました。\n",
    "## みほん靴店とは?\n\n2010年4月1日に創業した会社で、会員は50万人です。\n",
    "## 対策\n\n### 会社として\n\nVPN機器の脆弱性を突く攻撃を防ぎます。\n",
    "## 原因\n\n一般的に、フィッシングで盗まれたパスワードが使われます。\n",
    "## 原因\n\n一般的に、原因は次のとおりです。\n一般的に多い原因:\n\n- フィッシングメール\n- ランサムウェアの感染\n",
    "カードの明細を確認し、住所を教えないようにしましょう。\n",
    "個人のメールアドレスを狙うフィッシングのケースが増加しています。\n",
]

REPORTED = [
    ("## 経緯\n\n2031年2月10日、ランサムウェアの感染を検知しました。\n", {"ransomware"}, {"2031-02-10"}, set()),
    ("## 流出した情報\n\n会員の住所と電話番号も漏えいしました。\n", set(), set(), {"address", "phone"}),
    ("## 対策\n\n### 攻撃の時系列\n\n2031年2月10日、不正アクセスを検知しました。\n", set(), {"2031-02-10"}, set()),
]


@pytest.mark.parametrize("text", GENERAL)
def test_what_is_said_in_general_is_not_of_the_incident(text: str) -> None:
    plain, found = find_all(OPENING), find_all(OPENING + text)
    assert [warning.code for warning in found.warnings if warning.code == "not_a_release"]
    assert (found.counts, found.items) == (plain.counts, plain.items)
    assert found.incident == plain.incident
    assert {date.role for date in found.dates[1:]} <= {"other"}


@pytest.mark.parametrize(("text", "types", "detected", "categories"), REPORTED)
def test_what_is_reported_is(text: str, types: set[str], detected: set[str], categories: set[str]) -> None:
    plain, found = find_all(OPENING), find_all(OPENING + text)
    assert set(found.incident.types) == set(plain.incident.types) | types
    assert {date.start for date in found.dates if date.role == "detected"} == detected
    assert {item.category for item in found.items} == {"name"} | categories


def test_a_release_may_advise() -> None:
    text = OPENING.replace("この記事では", "当社では") + GENERAL[0]
    found = find_all(text)
    assert not [warning for warning in found.warnings if warning.code == "not_a_release"]
    assert found.counts
