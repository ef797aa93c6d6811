"""Whose data, how many, which items: what belongs together stands nearest together."""

import pytest

from extract.pipeline import Findings, find_all

HEAD = "2031年4月2日\n株式会社みほん商店\n個人情報の漏えいの可能性に関するお知らせ\n\n"
AFFECTED = "## 漏えいした可能性のある情報\n"
ACCOUNT = "- 氏名\n- ログインID\n- パスワード\n\n"
LEAK = "お客様の情報が漏えいした可能性があります。\n\n"

Group = tuple[int | None, str, str]


def groups(found: Findings) -> list[Group]:
    return [
        (
            None if group.count_ref is None else found.counts[group.count_ref].value,
            group.status,
            " ".join(dict.fromkeys(found.items[index].category for index in group.item_refs)),
        )
        for group in found.exposures
    ]


# The body of a release, and its groups: value, status, categories.
CARDS = AFFECTED + "（1）個人情報\n・氏名\n・住所\n（2）クレジットカード情報\n・カード番号\n・有効期限\n"
PLACES: dict[str, tuple[str, list[Group]]] = {
    "customers of two headings, one of whom the list below names again in short": (
        AFFECTED + "### ①法人向け通販のお客様からのお問い合わせに関する情報の一部\n（会社名、担当者氏名、電話番号）\n\n"
        "### ②個人向け通販のお客様からのお問い合わせに関する情報の一部\n（お客様氏名、電話番号）\n",
        [(None, "possible", "company_name name phone"), (None, "possible", "name phone")],
    ),
    "people whose items are only said to be safe": (
        "お客さまのメールアドレスの漏えいはないとの報告を受けました。\n\n改めて、お客さまのメールアドレスの漏えいはございません。",
        [(None, "excluded", "email")],
    ),
    "data in general, and an item of which it is not known": (
        "情報漏洩の可能性があることが判明しました。\n\n現時点で、メール本文の漏洩の痕跡は確認できていないとの報告を受けています。",
        [(None, "unknown", "message")],
    ),
    "one group without data, and data named in the advice": (
        "対象人数は約1,700名です。\n\n漏えいした情報（生年月日や電話番号等）から推測されやすいパスワードは変更願います。",
        [(1700, "possible", "birth_date phone")],
    ),
    "people whom a sentence is about, after a list of items of nobody in particular": (
        "漏えいの可能性がある情報は以下のとおりです。\n- メールアドレス\n- メール本文\n\n"
        + AFFECTED
        + "社員64名分の個人情報には、氏名、住所が含まれていました。取引先情報については、一部が送信先に使用されていた"
        "ことから、保管されているメールに記載されたメールアドレスが漏えいした可能性があります。",
        [(64, "possible", "name address"), (None, "possible", "email")],
    ),
    "data beside those of people in one list, called by what held them": (
        "## 影響範囲\n- 会員の氏名、住所（500件）\n- 窓口で送受信したメールの本文\n\n漏えいした可能性があります。",
        [(500, "possible", "name address"), (None, "possible", "message")],
    ),
    "more of the same people in the next line of a list": (
        "## 影響範囲\n- 会員の氏名、住所（500件）\n- ご購入いただいた商品の購入履歴\n\n漏えいした可能性があります。",
        [(500, "possible", "name address order")],
    ),
    "a list that goes on behind a note": (
        AFFECTED + "4月までに登録された会員の下記の情報\n- 氏名\n- カード番号の下4桁\n\n"
        "※お客様が選ばれたカードの全桁は保有しておりません。\n\n- ご登録のパスワード\n",
        [(None, "possible", "name card_number password")],
    ),
    "companies through which those dealt whose data leaked": (
        "登録事業者（2社）への見積のご依頼があったお客様の個人情報（氏名、住所）が漏えいした可能性があります。",
        [(None, "possible", "name address")],
    ),
    "a place that has nobody concerned": (
        "市が使うフォームが侵入され、一部の個人情報が漏えいした可能性があります。\n\n当市においては、今回の対象者はいないとの報告を受けました。",
        [(None, "possible", ""), (None, "excluded", "")],
    ),
    "data of people told in one breath with those of nobody": (
        "侵入されたサーバーにある、受託した業務に関する一部の情報と当店従業員等の個人情報等にアクセスされたおそれがあります。",
        [(None, "possible", "business_info"), (None, "possible", "")],
    ),
    "items of others beside data of those who are safe": (
        "お客様情報及び当組合の職員のメールアドレスについて、漏えいがなかったことが確認されました。",
        [(None, "excluded", ""), (None, "excluded", "email")],
    ),
    "where it might have leaked from": (
        "会員120名の氏名が漏えいしました。\n\n委託先からの機密情報やメール本文の流出はありません。",
        [(120, "confirmed", "name")],
    ),
    "what a list names of the families of those whose data it lists": (
        AFFECTED + "- 会員の氏名\n- お子さまの氏名\n- 住所\n",
        [(None, "possible", "name address")],
    ),
    "families of whom a list names more": (
        AFFECTED + "- 会員の氏名、住所\n- ご家族の氏名、続柄、生年月日\n",
        [(None, "possible", "name address"), (None, "possible", "name family birth_date")],
    ),
    "two kinds of people in one line who share some items": (
        "生徒の氏名、住所、ログイン用IDとパスワード、教職員のIDとパスワード等を含めた約800名分が漏えいした可能性があります。",
        [(None, "possible", "name address user_id password"), (None, "possible", "user_id password")],
    ),
    "an item that is not held names no people who are safe": ("お客様のカード情報は保有しておりません。", []),
    "people in a list that says nothing of their data": (
        AFFECTED
        + "- 会員の皆様の情報（氏名、住所）\n- お取引先様に関する個人情報\n- 採用選考に応募された方の個人情報の一部\n",
        [(None, "possible", "name address"), (None, "possible", ""), (None, "possible", "")],
    ),
    "people in a list whose items follow": (
        AFFECTED + "- お客様の個人情報\n- 従業員の個人情報\n\n項目は、氏名、住所です。\n",
        [(None, "possible", "name address")],
    ),
    "bodies in a list with people": (
        AFFECTED
        + "- 加入法人の情報（法人名、住所）\n- 事業所の情報（住所、FAX番号）\n- 会員個人の情報（氏名、生年月日）\n",
        [
            (None, "possible", "company_name address"),
            (None, "possible", "address fax"),
            (None, "possible", "name birth_date"),
        ],
    ),
    "a story in short, and the section that details it": (
        "貸し会議室をお申し込みの方の予約情報へ、第三者による不正アクセスがなされたおそれがあります。\n\n"
        + AFFECTED
        + "ご予約者様氏名、電話番号、宿泊日。これらの有無は予約の経路により異なります。\n",
        [(None, "possible", "name phone reservation")],
    ),
    "a sentence": (
        "会員1,204名の氏名及び住所が漏えいした可能性があります。",
        [(1204, "possible", "name address")],
    ),
    "a table row each": (
        LEAK + AFFECTED + "|対象|項目|件数|\n|---|---|---|\n|会員|氏名、住所|1,200件|\n|従業員|氏名、社員番号|45件|\n",
        [(1200, "possible", "name address"), (45, "possible", "name employee_id")],
    ),
    "a table of keys and values": (
        LEAK + AFFECTED + "|項目|氏名、電話番号|\n|件数|310件|\n",
        [(310, "possible", "name phone")],
    ),
    "a bullet with the line under it": (
        LEAK
        + AFFECTED
        + "- 求人に応募された方の個人情報（98件）\n氏名、職歴\n\n"
        + "- 従業員の個人情報（12件）\n氏名、口座番号\n",
        [(98, "possible", "name resume"), (12, "possible", "name bank_account")],
    ),
    "a lead and its list": (
        "## 漏えいした可能性のあるお客様\n会員登録をされた方 8,257名で、その情報は以下のとおりです。\n- 氏名\n- 住所\n",
        [(8257, "possible", "name address")],
    ),
    "people in one heading, items in another": (
        LEAK + "## 対象となるお客様\n会員 530名\n\n## 漏えいした可能性のある項目\n氏名、メールアドレス\n",
        [(530, "possible", "name email")],
    ),
    "people who share all items": (
        LEAK + AFFECTED + "- 会員：120名\n- 従業員：30名\n\n項目は、氏名及び電話番号です。\n",
        [(120, "possible", "name phone"), (30, "possible", "name phone")],
    ),
    "two counts in a sentence": (
        "会員120名の氏名、従業員30名の社員番号が漏えいした可能性があります。",
        [(120, "possible", "name"), (30, "possible", "employee_id")],
    ),
    "an item with a count of its own": (
        LEAK + AFFECTED + "- 学生（482名）：氏名、学籍番号、成績（437名）\n",
        [(482, "possible", "name student_id"), (437, "possible", "grades")],
    ),
    "others named beside those counted": (
        "生徒（130人）と教職員の氏名及び写真が漏えいした可能性があります。",
        [(130, "possible", "name photo"), (None, "possible", "name photo")],
    ),
    "some of those before": (
        "利用者399名（うち市民11名）の氏名、住所が閲覧された可能性があります。",
        [(399, "possible", "name address")],
    ),
    "all parts in the bracket": (
        "参加者15,535名（国内11,678名、国外3,857名）の氏名が流出しました。",
        [(11678, "confirmed", "name"), (3857, "confirmed", "name")],
    ),
    "a total over its parts": (
        "会員及び従業員、計150名の情報が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "- 会員（120名）：氏名、住所\n- 従業員（30名）：氏名\n",
        [(120, "possible", "name address"), (30, "possible", "name")],
    ),
    "told twice": (
        "会員1,204名の氏名等が漏えいした可能性があります。\n\n" + AFFECTED + "会員1,204名の氏名、住所、電話番号\n",
        [(1204, "possible", "name address phone")],
    ),
    "equal figures on two lines of a list": (
        LEAK + "## 漏えいした可能性のある項目\n氏名、住所\n\n## 対象となるお客様\n"
        "・みなと店：38名\n・やまて店：38名\n・かわべ店：12名\n",
        [(38, "possible", "name address"), (38, "possible", "name address"), (12, "possible", "name address")],
    ),
    "equal figures in lists side by side": (
        LEAK + "## 漏えいした可能性のある項目\n氏名、写真\n\n## 対象者\n### 東校舎\n・一年（生徒83名、教職員38名）\n"
        "### 西校舎\n・一年（生徒38名、教職員21名）\n",
        [(value, "possible", "name photo") for value in (83, 38, 38, 21)],
    ),
    "equal figures of two kinds of people": (
        (
            "対象は概数で約600件です。内訳は、職員に関する情報約300件と、取引先に関する情報約300件です。\n"
            "漏えいした可能性がある情報は、氏名、メールアドレスです。\n"
        ),
        [(300, "possible", "name email"), (300, "possible", "name email")],
    ),
    "a total told with items, and its parts elsewhere": (
        LEAK
        + "サーバーに保存していた249名分の氏名が漏えいした可能性があります。\n\n## 漏えいした可能性のある学校及び人数\n"
        "### みなと小学校\n2016年度の卒業生の計138名の氏名\n\n### やまて小学校\n2016年度の卒業生の計111名の氏名\n",
        [(138, "possible", "name"), (111, "possible", "name")],
    ),
    "named as safe": (
        "## アクセスがなかったと判明した情報\n会員21名のメールアドレス\n",
        [(21, "excluded", "email")],
    ),
    "items named as safe make none": (
        "会員1,204名の氏名が漏えいした可能性があります。なお、クレジットカード情報は含まれておりません。\n",
        [(1204, "possible", "name")],
    ),
    "people named as safe": (
        "会員1,204名の氏名が漏えいした可能性があります。なお、従業員の情報の流出はございません。\n",
        [(1204, "possible", "name"), (None, "excluded", "")],
    ),
    "others named as not among them": (
        "従業員34名の氏名が窃取されました。なお、お客様の氏名は含まれておりません。\n",
        [(34, "confirmed", "name"), (None, "excluded", "name")],
    ),
    "nothing counted, nothing named": (
        "お客様の情報が漏えいした可能性があります。\n",
        [(None, "possible", "")],
    ),
    "two kinds of people without counts": (
        LEAK + AFFECTED + "お客様の氏名、電話番号、従業員の社員番号、家族構成\n",
        [(None, "possible", "name phone"), (None, "possible", "employee_id family")],
    ),
    "words defined in a note": (
        LEAK + AFFECTED + "|対象|件数|項目|\n|---|---|---|\n|会員|300件|氏名等*1|\n|従業員|20件|氏名等*1、口座番号|\n\n"
        "*1 氏名、住所及び電話番号をいいます。\n",
        [(300, "possible", "name address phone"), (20, "possible", "name bank_account address phone")],
    ),
    "words defined in a note that no mark points to": (
        LEAK + AFFECTED + "|対象|件数|項目|\n|---|---|---|\n|会員|300件|氏名等|\n|従業員|20件|氏名|\n\n"
        "*1 氏名等には、次の項目が含まれます。\n\n・氏名、住所、電話番号\n",
        [(300, "possible", "name address phone"), (20, "possible", "name")],
    ),
    "a count in a note": (
        LEAK + AFFECTED + "|対象|件数|項目|\n|---|---|---|\n|会員|300件|氏名、住所、口座番号※1|\n\n※1 52件が該当\n",
        [(300, "possible", "name address"), (52, "possible", "bank_account")],
    ),
    "lists under the same names": (
        LEAK + AFFECTED + "### 学校情報\n- 学校名\n### 企業情報\n- 企業名\n- メールアドレス\n\n"
        "## 対象\n- 契約した学校（475件）\n- 契約した企業（264件）\n",
        [(475, "possible", "school"), (264, "possible", "company_name email")],
    ),
    "some whose items are told apart": (
        LEAK
        + AFFECTED
        + "- 件数：47,359件（従業員の情報444件を含む）\n"
        + "- 取引先担当者の名刺情報（氏名、役職、電話番号）\n- 従業員の個人情報（氏名）\n",
        [(444, "possible", "name"), (None, "possible", "name job_title phone")],
    ),
    "a count over two kinds of people": (
        "学生の氏名、住所、教職員の社員番号等を含めた約8,000名分が漏えいした可能性があります。\n",
        [(None, "possible", "name address"), (None, "possible", "employee_id")],
    ),
    "a means of the attack is nobody's data": (
        LEAK
        + AFFECTED
        + "- 会員：約5,900件\n- 役員・社員等：約270件\n\n"
        + "## 原因\n委託先に付与していたIDとパスワードが漏えいしました。\n",
        [(5900, "possible", ""), (270, "possible", "")],
    ),
    "what opens an account, in a list": (
        "## 調査結果\n侵入されたサーバーには、会員の以下の情報が保存されており、漏えいした可能性があります。\n\n"
        + ACCOUNT
        + "## 再発防止策\nパスワードの漏えいを防ぐため、認証を強化します。\n",
        [(None, "possible", "name user_id password")],
    ),
    "some of them, for sure": (
        AFFECTED
        + "会員900名（氏名、旅券番号）の情報が漏えいしたおそれがあります。\n"
        + "また、掲示板において上記のうち12名分の旅券画像が公開されたことを確認しました。\n",
        [(900, "possible", "name passport"), (12, "confirmed", "passport")],
    ),
    "what all of a list lost": (
        LEAK + AFFECTED + "①会員　9,240名\n②職員　985名\n項目：氏名、住所\n",
        [(9240, "possible", "name address"), (985, "possible", "name address")],
    ),
    "what each of a list lost": (
        LEAK + AFFECTED + "①会員　9,240名\n項目：氏名、住所\n②職員　985名\n項目：社員番号\n",
        [(9240, "possible", "name address"), (985, "possible", "employee_id")],
    ),
    "clients of a bank": (
        LEAK + AFFECTED + "|区分|先数|項目|\n|---|---|---|\n|預金|6,312先|氏名|\n|投資信託|884先|氏名、住所|\n",
        [(6312, "possible", "name"), (884, "possible", "name address")],
    ),
    "people counted in a bracket": (
        "お客様1,895件（1,030名）の氏名、住所が漏えいした可能性があります。\n",
        [(1030, "possible", "name address")],
    ),
    "some of them, counted once more": (
        LEAK + AFFECTED + "対象は利用者399名で、このうち、過去に届出のあった利用者は12名です。\n\n- 氏名\n- 住所\n",
        [(399, "possible", "name address"), (12, "possible", "name address")],
    ),
    "one group in two units": (
        LEAK + AFFECTED + "### 予約の情報（2,373件、260人）\n- 氏名\n- 宿泊日\n",
        [(260, "possible", "name reservation")],
    ),
    "a figure of one item amid a list": (
        LEAK + AFFECTED + "会員の氏名、ニックネーム、メールアドレス（517件）、その他の投稿内容など\n",
        [(None, "possible", "name nickname message"), (517, "possible", "email")],
    ),
    "a figure of one item amid the list of other people": (
        LEAK + AFFECTED + "会員の氏名、住所（517件）、従業員の氏名、社員番号\n",
        [(517, "possible", "name address"), (None, "possible", "name employee_id")],
    ),
    "some of the people lost more": (
        LEAK
        + AFFECTED
        + "①生徒803人分：\n◆生徒全員：氏名、住所\n◆生徒の一部：アレルギー情報\n②教職員60人分：氏名、本籍\n",
        [(803, "possible", "name address"), (None, "possible", "health"), (60, "possible", "name address")],
    ),
    "some of the people lost the card": (
        LEAK
        + "## 経緯\n一部のお客様のクレジットカード情報が流出した可能性がありました。\n\n"
        + "## 漏えいした可能性のある情報\nカード決済をされたお客様 98名\n- カード番号\n- 有効期限\n",
        [(98, "possible", "card_number card_expiry")],
    ),
    "what only some of them lost": (
        LEAK
        + AFFECTED
        + "お客様の氏名、住所、口座番号\n\nお客様数：約440万人\nうち、口座番号が含まれるお客様数：約22万人\n",
        [(4_400_000, "possible", "name address"), (220_000, "possible", "bank_account")],
    ),
    "the card as one in the opening, its parts further on": (
        "お客様のクレジットカード情報（1,348件）が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "決済をされたお客様1,198名\n- カード番号\n- 有効期限\n- 電話番号\n",
        [(1348, "possible", "card_number card_expiry"), (1198, "possible", "card_number card_expiry phone")],
    ),
    "a count over several sections": (
        LEAK
        + AFFECTED
        + "### 保存されていた情報\n件数：最大約30万名\n\n### お客様に関する情報\n氏名、住所\n\n"
        + "### 職員に関する情報\n氏名、生年月日\n",
        [(None, "possible", "name address"), (None, "possible", "name birth_date")],
    ),
    "a count over several bullets": (
        LEAK
        + AFFECTED
        + "- 修理を申し込んだ生徒の氏名、学籍番号\n- 奨学生の申請をした生徒の氏名、性別\n\n※可能性ある情報は約400件\n",
        [(None, "possible", "name student_id"), (None, "possible", "name gender")],
    ),
    "a whole divided twice": (
        LEAK
        + AFFECTED
        + "- 期間：2028年以降に契約されたお客様\n地域：東県 60件、西県 9件、\n北県 1件、南県 1件 計71件\n"
        + "- 可能性のある項目\n氏名・住所 40件\n氏名・住所・口座番号 31件\n",
        [(40, "possible", "name address"), (31, "possible", "name address bank_account")],
    ),
    "the opening's items, told again for each": (
        "お客様の氏名、住所が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "|対象|項目|\n|---|---|\n|会員登録者|氏名、住所、性別|\n|資料請求者|氏名、電話番号|\n",
        [(None, "possible", "name address gender"), (None, "possible", "name phone")],
    ),
    "data of nobody beside the data of people": (
        "情報が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "- 当社お取引先様の氏名、電話番号\n- 当社の事業に必要な契約書、図面\n",
        [(None, "possible", "name phone"), (None, "possible", "contract business_info")],
    ),
    "a remark that adds to the group of its section": (
        LEAK
        + AFFECTED
        + "### ご登録者様に関する情報\n氏名、メールアドレス\n※登録されている方のみ：電話番号\n\n"
        + "### 執筆者様に関する情報\n氏名、口座番号\n※登録されている方のみ：マイナンバー\n",
        [(None, "possible", "name email phone"), (None, "possible", "name bank_account my_number")],
    ),
    "uncounted people beside counted ones of another kind": (
        LEAK + AFFECTED + "- お客様120名の氏名、住所\n- 従業員の氏名\n",
        [(120, "possible", "name address"), (None, "possible", "name")],
    ),
    "people named as safe, with their items": (
        "会員120名の氏名が漏えいした可能性があります。\n\n退会された会員様の情報（氏名、住所）は漏えいしておりません。\n",
        [(120, "possible", "name"), (None, "excluded", "name address")],
    ),
    "an item that some people had not": (
        LEAK
        + AFFECTED
        + "- 社員（85件）\n- 退職者（21件）\n\n項目\n- 氏名\n- メールアドレス（退職者除く）\n- 退職日（退職者のみ）\n",
        [(85, "possible", "name email"), (21, "possible", "name employment")],
    ),
    "a figure over the periods above": (
        LEAK
        + AFFECTED
        + "### 2028年5月～6月\n- カード番号\n- パスワード\n\n### 2028年7月\n- カード番号\n\n"
        + "上記2つの期間に決済をされたお客様5,754件にご連絡しております。\n",
        [(5754, "possible", "card_number password")],
    ),
    "shops whose own data leaked": (
        LEAK + AFFECTED + "代理店の名称、住所\n\n代理店数：約4万店\n",
        [(40_000, "possible", "company_name address")],
    ),
    "figures of the report before": (
        LEAK
        + AFFECTED
        + "|対象|項目|前回公表|今回|\n|---|---|---|---|\n|会員|氏名、住所|300名|412名|\n|応募者|氏名|40名|38名|\n",
        [(412, "possible", "name address"), (38, "possible", "name")],
    ),
    "data of nobody in the story": (
        "## 経緯\n取引先等の営業秘密が一部外部へ漏えいした可能性があることを公表しました。\n\n"
        + AFFECTED
        + "入居者39名分の住所、氏名\n",
        [(None, "possible", "business_info"), (39, "possible", "address name")],
    ),
    "figures in sibling headings that are the same": (
        LEAK + AFFECTED + "### 採用に関する個人情報 約5,000件\n\n### 従業員に関する個人情報 約5,000件\n",
        [(5000, "possible", ""), (5000, "possible", "")],
    ),
    "the same figure for two lists": (
        LEAK
        + "お客様の個人情報（466件）、クレジットカード情報（466件）\n\n"
        + "## (2) カード情報が漏えいした可能性があるお客様\n決済をされたお客様466名\n- カード番号\n- 有効期限\n\n"
        + "## (3) その他の個人情報が漏えいした可能性があるお客様\n登録をされたお客様466名\n- 氏名\n- 電話番号\n",
        [(466, "possible", "card_number card_expiry"), (466, "possible", "name phone")],
    ),
    "bullets that begin with whose it is": (
        "情報が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "- 法人に所属する方の個人情報 氏名、メールアドレス\n- 従業員の個人情報 氏名、住所\n",
        [(None, "possible", "name email"), (None, "possible", "name address")],
    ),
    "sign-in data of people who are named": (
        "## 確認された主な被害\n- サーバに、本校の教職員のユーザーID、パスワードを含むファイルがあったことが判明\n",
        [(None, "possible", "user_id password")],
    ),
    "two kinds of people in one bracket": (
        LEAK + "卒業アルバムに掲載された写真（生徒273名分、教職員42名分）が閲覧された可能性があります。\n",
        [(273, "possible", "photo"), (42, "possible", "photo")],
    ),
    "others in a bracket": (
        LEAK + AFFECTED + "対象：卒業生計37名（他に教職員42名）\n\n項目：氏名、写真\n",
        [(37, "possible", "name photo"), (42, "possible", "name photo")],
    ),
    "people named as safe, and items of nobody in particular": (
        "会員120名の氏名が漏えいした可能性があります。\n\n退会された会員様の情報は漏えいしておらず、住所も漏えいしておりません。\n",
        [(120, "possible", "name"), (None, "excluded", "")],
    ),
    "data of which nothing is known yet": (
        "現時点で当社のメールアドレスやメール本文の漏えいは確認されておりません。調査を継続しております。\n",
        [(None, "unknown", "email message")],
    ),
    "nobody's data of which nothing is known yet": (
        "現時点で技術情報の漏えいは確認されておりません。調査を継続しております。\n",
        [],
    ),
    "uncounted data under a label of its own": (
        "個人情報が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "- ご加入の会員様の情報 約14,000件\n氏名、住所\n\n- 弊社管理物件情報\n物件名、管理担当者氏名\n",
        [(14000, "possible", "name address"), (None, "possible", "other name")],
    ),
    "items of which it is not known yet": (
        "お客様の口座情報や取引情報への直接的な影響は、現時点では確認されておりません。",
        [(None, "unknown", "bank_account business_info")],
    ),
    "names that tell apart only by what all data share": (
        LEAK
        + "対象は会員（個人会員 1,234名、法人会員 56社）で、項目は次のとおりです。\n"
        + "・個人会員：氏名、住所\n・法人会員：法人名、代表者名\n",
        [(1234, "possible", "name address"), (56, "possible", "company_name name")],
    ),
    "cards and personal data, counted in the overview": (
        "お客様の個人情報（5,678件）およびクレジットカード情報（1,234件）が漏えいした可能性があります。\n\n" + CARDS,
        [(5678, "possible", "name address"), (1234, "possible", "card_number card_expiry")],
    ),
    "cards first": (
        "クレジットカード情報（1,234件）および会員情報（5,678件）が漏えいした可能性があります。\n\n" + CARDS,
        [(1234, "possible", "card_number card_expiry"), (5678, "possible", "name address")],
    ),
    "cards among the personal data": (
        "最大5,678件の個人情報（うちクレジットカード情報1,234件）が漏えいした可能性があります。\n\n" + CARDS,
        [(5678, "possible", "name address"), (1234, "possible", "card_number card_expiry")],
    ),
    "cards and personal data, each with its verb": (
        "件数は、個人情報が5,678件、クレジットカード情報が1,234件です。漏えいした可能性があります。\n\n" + CARDS,
        [(5678, "possible", "name address"), (1234, "possible", "card_number card_expiry")],
    ),
    "cards of some of those counted, told of whom": (
        "漏えいした可能性のある会員は5,678名で、このうちカード情報が漏えいした可能性のある会員は1,234名です。\n\n"
        + CARDS,
        [(5678, "possible", "name address"), (1234, "possible", "card_number card_expiry")],
    ),
    "cards of some, other data of others": (
        "漏えいした可能性のある方は、カード情報が漏えいした可能性のある会員1,234名、カード情報以外の個人情報が"
        "漏えいした可能性のある会員5,678名です。\n\n" + CARDS,
        [(1234, "possible", "card_number card_expiry"), (5678, "possible", "name address")],
    ),
    "those that hold an item": (
        "塾生の情報5,678件（うちメールアドレスを含むもの1,234件、電話番号を含むもの56件）が見られたおそれがあります。\n",
        [(1234, "possible", "email"), (56, "possible", "phone")],
    ),
    "two kinds of people in the line of one mark": (
        LEAK + "## 対象\n■生徒：在校生360名、卒業生1,050名\n■教職員：42名\n## 項目\n■生徒：氏名、成績\n■教職員：住所\n",
        [(360, "possible", "name grades"), (1050, "possible", "name grades"), (42, "possible", "address")],
    ),
    "cards of some of those counted": (
        "5,678件の個人情報と、そのうち1,234件のクレジットカード情報が漏えいした可能性があります。\n\n" + CARDS,
        [(5678, "possible", "name address"), (1234, "possible", "card_number card_expiry")],
    ),
    "cards and personal data in lines of their own": (
        "漏えいした可能性があります。\n\n個人情報 5,678件\nクレジットカード情報 1,234件\n\n" + CARDS,
        [(5678, "possible", "name address"), (1234, "possible", "card_number card_expiry")],
    ),
    "one group in records and in files": (
        LEAK
        + AFFECTED
        + "|対象|内容|\n|---|---|\n"
        + "|送信メール|・宛先メールアドレス<br/>メールの総件数：97件<br/>添付ファイル数：120ファイル|\n",
        [(97, "possible", "message email")],
    ),
    "a figure over several kinds of people, each in a bullet of its own": (
        "1月に攻撃を受け、個人情報等(最大約2万件)が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "●会員に関する情報\n\n・年間券を購入された会員\n\n【氏名・住所・会員番号(※)】\n\n※アプリと紐づけた方のID\n\n"
        + "●職員に関する情報\n\n・当館所属の職員\n\n【マイナンバー】\n",
        [(None, "possible", "name address member_number user_id"), (None, "possible", "my_number")],
    ),
    "a table of marks": (
        LEAK
        + AFFECTED
        + "|対象|人数|氏名|住所|口座番号|\n|---|---|---|---|---|\n|会員|120人|○|○|－|\n|職員|30人|○||○|\n",
        [(120, "possible", "name address"), (30, "possible", "name bank_account")],
    ),
    "a table of marks, the people above": (
        LEAK + AFFECTED + "||会員：120人|職員：30人|\n|---|---|---|\n|氏名|○|○|\n|住所|○|-|\n|口座番号||○|\n",
        [(120, "possible", "name address"), (30, "possible", "name bank_account")],
    ),
    "a table of marks, the people above and their numbers in a row": (
        LEAK
        + AFFECTED
        + "|項目|会員|職員|\n|---|---|---|\n|人数|120人|30人|\n|氏名|○|○|\n|住所|○|×|\n|口座番号|－|○|\n",
        [(120, "possible", "name address"), (30, "possible", "name bank_account")],
    ),
    "a table of marks whose rows are torn": (
        LEAK + AFFECTED + "||会員：120人|職員：30人|\n|---|---|---|\n|氏名|○|○|\n|住所||○|○|\n",
        [(120, "possible", "name address"), (30, "possible", "name address")],
    ),
    "people whose records are safe": (
        "攻撃を受けましたが、患者様の診療情報の漏えいはございません。\n",
        [(None, "excluded", "health")],
    ),
    "none of one kind": (
        AFFECTED + "お客様情報：0件\n従業員情報：1,234件（氏名、社員番号）\n",
        [(0, "excluded", ""), (1234, "possible", "name employee_id")],
    ),
    "one group in two units, the people named as such": (
        LEAK + AFFECTED + "件数：ファイル数488個、実人数889名\n内容：学籍番号、氏名\n",
        [(889, "possible", "student_id name")],
    ),
    "a list, and below it how many": (
        AFFECTED
        + "【お客様】\n・氏名\n・住所\n件数：12,345件\n\n"
        + "【従業員】\n・氏名\n・社員番号\n対象者：社員等 67名\n",
        [(12345, "possible", "name address"), (67, "possible", "name employee_id")],
    ),
    "a list of groups, and below each how many": (
        AFFECTED + "・会員情報\n件数：12,345件\n項目：氏名、住所\n・職員情報\n件数：67件\n項目：氏名、社員番号\n",
        [(12345, "possible", "name address"), (67, "possible", "name employee_id")],
    ),
    "some of those before a bracket": (
        "会員1,200名（うち45名は口座番号を含む）の氏名、住所が漏えいした可能性があります。",
        [(1200, "possible", "name address"), (45, "possible", "bank_account")],
    ),
    "some of those before a bracket, of whose own data nothing is told": (
        "会員1,200名（うち45名は退会者）の氏名、住所が漏えいした可能性があります。",
        [(1200, "possible", "name address")],
    ),
    "some of those before a bracket, the items in a line below": (
        AFFECTED + "件数：1,200件（うち、カード番号を含むもの 45件）\n項目：氏名、カード番号、有効期限\n",
        [(1200, "possible", "name card_expiry"), (45, "possible", "card_number")],
    ),
    "some of those above, behind one item of a list": (
        AFFECTED + "対象：社員1,200名\n項目：氏名、住所、マイナンバー（うち45名）\n",
        [(1200, "possible", "name address"), (45, "possible", "my_number")],
    ),
    "some of those above by who they are, behind one item of a list": (
        AFFECTED + "対象人数：お申込者1,200名\n対象情報：氏名、住所、旅券番号（海外旅行のみ 45名）\n",
        [(1200, "possible", "name address"), (45, "possible", "passport")],
    ),
    "told by its records first, by its people and their records later": (
        LEAK
        + "カード情報（1,902件）および個人情報（最大11,440件）です。\n\n"
        + "## カード情報が漏えいした可能性のあるお客様\n1,755名（1,902件）\n・カード番号\n・有効期限\n\n"
        + "## 個人情報が漏えいした可能性のあるお客様\n11,440名\n・氏名\n・住所\n",
        [(1755, "possible", "card_number card_expiry"), (11440, "possible", "name address")],
    ),
    "accounts that others signed in to, where nothing else is counted": (
        LEAK + "・不正ログインされたアカウント数：4,806件\n" + "・閲覧された可能性のある情報：お名前、電話番号\n",
        [(4806, "possible", "name phone")],
    ),
    "items of others before those of the people counted": (
        "お客様の氏名、住所および社員30名のメールアドレスが漏えいした可能性があります。\n",
        [(None, "possible", "name address"), (30, "possible", "email")],
    ),
    "items of others behind those of the people counted": (
        "会員1,200名の氏名、住所と、取引先の担当者名が漏えいした可能性があります。\n",
        [(1200, "possible", "name address"), (None, "possible", "name")],
    ),
    "items of others before and behind those of the people counted": (
        "会員1,200名の住所、社員30名の社員番号、および取引先の担当者名が漏えいした可能性があります。\n",
        [(1200, "possible", "address"), (30, "possible", "employee_id"), (None, "possible", "name")],
    ),
    "two lists in one sentence, each with its figure in a bracket": (
        AFFECTED + "お客様の氏名・住所（1,200名分）、および従業員の氏名・社員番号（30名分）です。\n",
        [(1200, "possible", "name address"), (30, "possible", "name employee_id")],
    ),
    "two lists in one sentence, each with its figure behind": (
        "お客様の氏名、住所1,200件、従業員の社員番号30件が漏えいした可能性があります。\n",
        [(1200, "possible", "name address"), (30, "possible", "employee_id")],
    ),
    "items of others in the next sentence": (
        "お客様1,200名の氏名、住所が漏えいした可能性があります。従業員の社員番号も漏えいした可能性があります。\n",
        [(1200, "possible", "name address"), (None, "possible", "employee_id")],
    ),
    "a list of items, and a list of figures with the same marks": (
        AFFECTED + "①お客様の氏名、住所\n②従業員の氏名、社員番号\n\n## 対象人数\n①1,200名\n②30名\n",
        [(1200, "possible", "name address"), (30, "possible", "name employee_id")],
    ),
    "some of those in a bracket behind the items": (
        "お客様約1,200名分の氏名・住所（うち約200名分は口座番号を含む）が漏えいした可能性があります。\n",
        [(1200, "possible", "name address"), (200, "possible", "bank_account")],
    ),
    "people of companies that are counted too": (
        "取引先30社の担当者45名の氏名、メールアドレスが漏えいした可能性があります。\n",
        [(45, "possible", "name email")],
    ),
    "items and their figure, then those of some of them": (
        "メールアドレス1,200件と、そのうち300件の氏名が漏えいした可能性があります。\n",
        [(1200, "possible", "email"), (300, "possible", "name")],
    ),
    "those who are among the people counted, in a bracket": (
        "従業員3,218名（退職者512名を含む）の氏名、住所が漏えいした可能性があります。\n",
        [(3218, "possible", "name address")],
    ),
    "a figure of every year, and the sum": (
        LEAK + "対象は、在籍した生徒（各年度約200名、計612名）の氏名、成績です。\n",
        [(612, "possible", "name grades")],
    ),
    "two groups and their sum in a bracket, the items below": (
        AFFECTED + "対象者：会員様1,200名、取引先様300名（合計1,500名）\n対象項目：氏名、住所\n",
        [(1200, "possible", "name address"), (300, "possible", "name address")],
    ),
    "figures labelled without a colon": (
        AFFECTED + "（１）会員様\n・人数　1,200名\n・内容　氏名、住所\n（２）職員\n・人数　30名\n・内容　社員番号\n",
        [(1200, "possible", "name address"), (30, "possible", "employee_id")],
    ),
    "those of whom it is known, beside those of whom it may be": (
        "会員1,200名の氏名、住所が漏えいした可能性があります。うち12名については、漏えいが確認されています。\n",
        [(1200, "possible", "name address"), (12, "confirmed", "")],
    ),
    "what is counted more than once, beside a figure of the same": (
        "最大63社のお客様の請求書（のべ417件）が表示された可能性があります。\n\n・表示された可能性のある項目：会社名、部署名\n",
        [(63, "possible", "payment company_name department")],
    ),
    "figures with the parts of each in a bracket": (
        "口座の情報12件（口座番号、口座名義）および取引明細45件（金額）が記載された書類を紛失しました。\n",
        [(12, "possible", "bank_account"), (45, "possible", "transaction payment")],
    ),
    "what a kind of data is called, and its items": (
        AFFECTED + "種別：会員情報\n件数：80件\n項目：氏名、住所\n\n種別：採用応募者情報\n件数：4件\n項目：学歴\n",
        [(80, "possible", "name address"), (4, "possible", "school")],
    ),
    "ticks that are no figures": (
        AFFECTED + "氏名、住所\n\n|対象|人数|通知|\n|---|---|---|\n|会員|80|〇|\n|非会員|〇|〇|\n",
        [(80, "possible", "name address")],
    ),
    "a flattened table whose rows are numbered": (
        AFFECTED + "No.\n対象\n項目\n件数\n1\n会員\n氏名、住所\n8,000件\n2\n取引先\n会社名\n400件\n",
        [(8000, "possible", "name address"), (400, "possible", "company_name")],
    ),
    "kinds of members that name the rows": (
        AFFECTED + "| 会員種別 | 件数 |\n|---|---|\n| 個人会員 | 80件 |\n| 法人会員 | 4件 |\n\n項目：氏名、住所\n",
        [(80, "possible", "name address"), (4, "possible", "name address")],
    ),
    "rows that say how sure, or that nothing leaked": (
        AFFECTED
        + "|対象|項目|件数|状況|\n|---|---|---|---|\n|会員|氏名|80件|漏えいを確認|\n|職員|氏名|4件|漏えいなし|\n",
        [(80, "confirmed", "name"), (4, "excluded", "name")],
    ),
    "data told by what they do not hold": (
        AFFECTED
        + "(ア) 個人番号を含む従業員情報：約1,200名\n(イ) 個人番号を含まない従業員情報（氏名、住所）：約800名\n",
        [(1200, "possible", "my_number"), (800, "possible", "name address")],
    ),
    "people counted more than once, and some of them": (
        LEAK + "会員延べ632名の氏名、所属、うち74名については口座番号が含まれていました。\n",
        [(632, "possible", "name company_name"), (74, "possible", "bank_account")],
    ),
    "some of those above, in a bracket on a line of its own": (
        AFFECTED + "お客様1,200名\n（うち、売却が確認されている方 45名）\n氏名、住所\n",
        [(1200, "possible", "name address"), (45, "possible", "name address")],
    ),
    "people listed in one sentence, their items under their names": (
        LEAK
        + "お客様1,200名分、お取引先様30名分、従業員12名分です。\n\n"
        + "## 項目\n- お客様：氏名、住所\n- お取引先様：氏名、会社名\n- 従業員：氏名、社員番号\n",
        [
            (1200, "possible", "name address"),
            (30, "possible", "name company_name"),
            (12, "possible", "name employee_id"),
        ],
    ),
    "two groups of one figure, told twice": (
        "## 概要\n会員の住所１件と会員が返信したメール本文・添付ファイル１件が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "会員の住所１件及び会員が返信したメール本文・添付ファイル１件\n",
        [(1, "possible", "address"), (1, "possible", "message file")],
    ),
    "schools that name the rows, and no data": (
        AFFECTED
        + "氏名、顔写真\n\n| 学校名 | 生徒数 |\n| --- | --- |\n| みどり中学校 | 128名 |\n| かすみ中学校 | 152名 |\n",
        [(128, "possible", "name photo"), (152, "possible", "name photo")],
    ),
    "the same where the bars of the table are lost": (
        AFFECTED + "氏名、顔写真\n\n学校名 生徒人数\nみどり中学校 128 名\nかすみ中学校 152 名\n",
        [(128, "possible", "name photo"), (152, "possible", "name photo")],
    ),
    "a figure over the data of customers and of staff": (
        LEAK
        + AFFECTED
        + "個人情報 最大3万件\n- お客様：氏名、住所\n- 株主様：氏名、保有株数\n- 従業員：氏名、電話番号\n",
        [(None, "possible", "name address"), (None, "possible", "name other"), (None, "possible", "name phone")],
    ),
    "a figure over a table of customers and of staff": (
        LEAK
        + "最大12,000名分の情報が漏えいしたおそれがあります。\n\n| 対象 | 項目 |\n|---|---|\n| お客様 | 氏名、住所 |\n"
        "| 従業員 | 氏名、社員番号 |\n",
        [(None, "possible", "name address"), (None, "possible", "name employee_id")],
    ),
    "a figure over customers and staff told of in a sentence": (
        LEAK
        + "1,200名分が漏えいしたおそれがあります。\n会員については氏名、住所、従業員については氏名、社員番号です。\n",
        [(None, "possible", "name address"), (None, "possible", "name employee_id")],
    ),
    "a figure of others than those whose items are listed": (
        LEAK
        + "委託先では、同社の取引先（合計729社）の情報が漏えいした可能性があります。\n\n"
        + AFFECTED
        + "当機構の職員等の氏名、電話番号\n",
        [(729, "possible", ""), (None, "possible", "name phone")],
    ),
    "a figure of companies, and their people": (
        LEAK + "お取引先様約300社の情報が漏えいした可能性があります。\n\n" + AFFECTED + "会社名、従業員の氏名\n",
        [(300, "possible", "company_name name")],
    ),
    "a figure and items of members and staff together": (
        LEAK + "会員1,200名の情報が漏えいした可能性があります。\n\n" + AFFECTED + "会員および従業員の氏名、住所\n",
        [(1200, "possible", "name address")],
    ),
    "a lead that ends in a figure, with one item a line": (
        LEAK + "漏えいした可能性のある情報：会員12,000名\n・基本情報：氏名、住所\n・購入情報：購入履歴\n",
        [(12000, "possible", "name address order")],
    ),
    "a row that goes on with the one above": (
        LEAK
        + AFFECTED
        + "|対象者|類型|内容|\n|---|---|---|\n|従業員とその家族<br/>約7万件|業務の情報|メールアドレス、所属|\n"
        "| |私人の情報|氏名、銀行口座|\n|社外関係者<br/>約2万件|取引のために受領した情報|氏名、電話番号|\n",
        [(70000, "possible", "email department name bank_account"), (20000, "possible", "name phone")],
    ),
    "a row that repeats the people above, with a figure of its own": (
        LEAK
        + "|対象者|件数|項目|\n|---|---|---|\n|会員|8,000件|氏名、住所|\n||400件|氏名のみ|\n|取引先|30件|会社名|\n",
        [(8000, "possible", "name address"), (400, "possible", "name"), (30, "possible", "company_name")],
    ),
    "some of whose data went further": (
        LEAK
        + "患者26名の診療録が閲覧されました。うち3名については、受診日、病名を知人に伝えていました。\n\n"
        + AFFECTED
        + "氏名、病名\n",
        [(26, "confirmed", "name health"), (3, "confirmed", "health")],
    ),
    "parties, and the people in them": (
        LEAK + "48組131名の氏名、住所が漏えいしました。\n",
        [(131, "confirmed", "name address")],
    ),
    "some of whom lost more": (
        LEAK
        + "会員8,000名の情報が漏えいした可能性があり、うち45名については口座番号も含まれます。\n\n"
        + AFFECTED
        + "氏名、住所\n",
        [(8000, "possible", "name address"), (45, "possible", "bank_account")],
    ),
    "a line of a list that counts, and one that does not": (
        LEAK
        + AFFECTED
        + "（１）申込者の情報 180件（氏名、電話番号）\n（２）メールに関する情報（メールアドレス、本文）\n",
        [(180, "possible", "name phone"), (None, "possible", "email message")],
    ),
    "counts of people and of companies, and their items below": (
        LEAK
        + AFFECTED
        + "個人　214先、法人　36先\n（1）個人のお客様：氏名、住所\n（2）法人のお客様：法人名、借入残高\n",
        [(214, "possible", "name address"), (36, "possible", "company_name payment")],
    ),
    "what may be told beside what must": (
        LEAK + AFFECTED + "・必須項目（1,200件）：氏名、住所\n・任意項目：性別\n",
        [(1200, "possible", "name address gender")],
    ),
    "figures that break a group down": (
        LEAK + AFFECTED + "会員1,000名の氏名、住所\n\n- 東地区 600名\n- 西地区 400名\n",
        [(600, "possible", "name address"), (400, "possible", "name address")],
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_groups(place: str) -> None:
    body, wanted = PLACES[place]
    assert groups(find_all(HEAD + body)) == wanted


def test_schools_are_no_group_beside_their_pupils() -> None:
    found = find_all(HEAD + "県立学校16校の卒業生約2,300名の氏名が漏えいした可能性があります。\n")
    assert groups(found) == [(2300, "possible", "name")]


def test_a_release_without_a_leak_has_no_group() -> None:
    assert groups(find_all(HEAD + "当社のウェブサイトは7月3日に閲覧しづらい状態となりました。\n")) == []
