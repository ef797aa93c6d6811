"""Headings' words → what the section holds."""

import pytest

from extract.find.sections.kinds import KINDS, kinds_of
from extract.lexicon import entries
from extract.text.folding import fold

ROWS = {
    "概要": "overview",
    "概　要": "overview",
    "概 要 当館のメールアドレスが不正に使われ、数百件のメールが送信されました。": "overview",
    "最終報告": "investigation",
    "２．調査の概要": "investigation",
    "みほん情報プラットフォーム": "impact",
    "お申込みフォーム": "contact",
    "1. 調査結果概要": "investigation",
    "原因の考察": "cause",
    "不審な電話を受け取った場合の対応について": "request",
    "みほんサイトをご利用の皆様へ": "request",
    "番号を入力された方へ（重要）": "request",
    "対象の会員の皆様へ": "notification",
    "みほん通信における会員情報の漏えいについて（みほん社 WEBサイト）": "disclosure",
    "＜対象販売会社＞": "affected_data",
    "2）仕入先様　40件": "affected_data",
    "（３）協力会社様": "affected_data",
    "障害ご報告": "overview",
    "不正アクセスの概要": "overview",
    "事案の概要（経緯）": "overview timeline",
    "事象の概要と経緯について": "overview timeline",
    "起きたこと": "overview",
    "1 発生した事案": "overview",
    "経緯": "timeline",
    "發覚の經緯": "timeline",
    "発覚の経緯": "timeline",
    "調査の進捗": "investigation",
    "対応の進捗状況": "response",
    "現時点の状況について": "response",
    "被害拡大防止": "response",
    "被害拡大防止策": "prevention",
    "障害、名簿の流出等への対応状況について": "response",
    "各自で端末の点検と暗証番号の変更を行ってください": "request",
    "発生日時": "timeline",
    "原因と再発防止策": "cause prevention",
    "原因及び再発防止策等": "cause prevention",
    "侵入経路・手口": "cause",
    "不正アクセスの経路": "cause",
    "再発防止のための措置": "prevention",
    "5．再発防止に向けた対応": "prevention",
    "２．本格復旧フェーズの進捗（第3報から更新）": "recovery",
    "進捗状況": "response",
    "２【お問い合わせ先】": "contact",
    "対象サービス": "impact",
    "フォレンジック調査の結果について": "investigation",
    "調査により判明した事実": "investigation",
    "漏えいした可能性のある情報": "affected_data",
    "漏洩のおそれがある個人情報の項目及び件数": "affected_data",
    "個人情報の流出の可能性があるお客様（1,203名）": "affected_data",
    "会員様に関する情報　約 1, 200 件": "affected_data",
    "荷受人様の情報　約48万3千件": "affected_data",
    "漏えいした情報の概要": "affected_data",
    "影響範囲": "impact",
    "生産・出荷への影響": "impact",
    "被害状況と情報流出について": "impact affected_data",
    "二次被害の有無": "secondary_damage",
    "二次被害又はそのおそれの有無及びその内容": "secondary_damage",
    "二次被害の状況およびお客様へのお願い": "secondary_damage request",
    "二次被害防止のお願い": "request",
    "当社の対応": "response",
    "本学の対応と再発防止策": "response prevention",
    "市の対応（再発防止）": "response prevention",
    "対象となる方への対応": "notification response",
    "対象となるお客様・関係者の皆様へのご案内": "notification",
    "お客様及びお取引先へのお願い": "request",
    "対象者への通知": "notification",
    "本人通知と公表について": "notification disclosure",
    "個人情報保護委員会への漏えい等の報告": "authorities",
    "警察への相談": "authorities",
    "再発防止に向けて": "prevention",
    "委託先における個人情報管理の徹底": "prevention",
    "今後の対応": "outlook",
    "今後の対応と再発防止策": "outlook prevention",
    "サービスの復旧について": "recovery",
    "新サイトの概要": "recovery",
    "業績への影響": "business_impact",
    "お客様へのお願い": "request",
    "不審なメールにご注意ください": "request",
    "公表が遅れた経緯について": "disclosure",
    "公表までに時間を要した経緯": "disclosure",
    "漏えいした情報に関するお問い合わせ先": "contact",
    "本件に関するお問い合わせ窓口": "contact",
    "よくあるご質問（FAQ）": "faq",
    "Q．カード番号は漏れていませんか？": "faq",
    "最後に": "apology",
    "その他": "other",
    "2025年4月5日（土）": "timeline",
    "5月28日～30日：": "timeline",
    "Timeline": "timeline",
    "システム復旧対応および対策等について": "recovery prevention",
    "監視・検知・初動対応の高度化": "prevention",
    "現在の復旧状況と見通し": "recovery outlook",
    "発覚から復旧まで": "timeline recovery",
    "調査で判明した原因を踏まえた再発防止策": "prevention",
    "漏えいのおそれがある情報：調査完了": "affected_data",
    "【参考：これまでの発表】": "disclosure",
    "その他のサービスの状況（更新なし）": "impact recovery",
    "事態の概要（経緯）について": "overview timeline",
    "第二報からの更新点（概要）": "disclosure",
    "「不正アクセス対策ナビ」会員の情報": "affected_data",
    "「漏えいなし」と判断した情報": "affected_data",
    "パスワードの再設定の手順を教えてください": "faq",
    "見本社からのプレスリリース": "disclosure",
    "当社のプレスリリース": "disclosure",
    "見本家計見直しグループ　ニュースリリース": "disclosure",
    "見本団体のニュースリリース": "other",
    "来院を予定されている患者様へ": "notification",
    "第三報が遅れた理由": "disclosure",
    "今後の取り組み": "prevention outlook",
    "今後の情報開示について": "outlook disclosure",
    "本件の対応経緯": "timeline response",
    "見本社製品の脆弱性": "cause",
    "脆弱性診断の実施": "prevention",
    "不正利用されたポイント": "impact",
    "見本教育システムの利用者": "affected_data",
    "従業員への教育": "prevention",
    "法令に基づく報告": "authorities",
    "商品のお届け": "",
    "当社が報告を受けた日": "timeline",
    "見本通販での購入履歴": "affected_data",
}


@pytest.mark.parametrize(("heading", "kinds"), ROWS.items())
def test_kinds(heading: str, kinds: str) -> None:
    assert kinds_of(fold(heading)).kinds == tuple(kinds.split())


@pytest.mark.parametrize("heading", ["見本サービス", "（１）対象外", "株式会社サンプル", "", "第二工場"])
def test_words_that_say_nothing(heading: str) -> None:
    assert kinds_of(fold(heading)).kinds == ()


@pytest.mark.parametrize(("heading", "faint"), [("内容", True), ("状況について", True), ("概要", False)])
def test_words_that_fit_any_section(heading: str, faint: bool) -> None:
    said = kinds_of(fold(heading))
    assert said.kinds == ("overview",)
    assert said.faint is faint


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("漏えいした情報", True),
        ("漏えいした情報について", True),
        ("漏えいした見本", False),
        ("対応いたしかねる旨", False),
    ],
)
def test_a_label_ends_in_the_word_that_names_it(heading: str, named: bool) -> None:
    assert kinds_of(fold(heading)).named is named


def test_every_word_of_the_lexicon_says_its_kind() -> None:
    wrong = [
        (kind, word)
        for kind, lists in entries("headings").items()
        for name, words in lists.items()
        if name in ("words", "strong")
        for word in words
        if kind not in kinds_of(fold(word)).kinds
    ]
    assert wrong == []


def test_the_lexicon_has_all_kinds() -> None:
    codes = """overview timeline cause investigation affected_data impact secondary_damage response notification
    authorities prevention outlook recovery business_impact request disclosure contact faq apology other"""
    assert sorted(KINDS) == sorted(codes.split())
