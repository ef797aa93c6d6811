"""Whose data: the words for the people of a group, and their kind."""

import pytest
from tables.marked import unmark

from extract.pipeline import find_all

HEAD = "2031年4月2日\n株式会社みほん商店\n個人情報の漏えいの可能性に関するお知らせ\n\n"

# The marked words are the subject of the first group with a count, else of the first.
SUBJECTS = [
    ("⟦従業員およびその子ども⟧120名の氏名が漏えいした可能性があります。", "employee"),
    ("⟦退会者⟧1,204名の氏名が漏えいした可能性があります。", "member"),
    ("個人情報を含む⟦会員⟧1,204名のデータが漏えいした可能性があります。", "member"),
    ("⟦検定試験の受検者⟧1,204名の氏名が漏えいした可能性があります。", "applicant"),
    ("⟦会員⟧1,204名の氏名が漏えいした可能性があります。", "member"),
    ("弊社では⟦お客様⟧1,204名の氏名が漏えいした可能性があります。", "customer"),
    # A label of its own line or row, above or beside those that count and name the data.
    (
        "漏えいのおそれのある個人情報は次のとおりです。\n(1) 対象者\n⟦組合員⟧\n(2) 人数\n98名\n(3) 情報の項目\n氏名\n",
        "member",
    ),
    ("|漏えいした可能性のある情報|氏名|\n|---|---|\n|対象|⟦消防団員⟧|\n|件数|98件|\n", "member"),
    (
        "## 漏えいした情報\n### 対象となる可能性のある方\n　⟦2029年度以降の受講者、講師及び当塾職員⟧\n### 項目\n氏名\n",
        "employee",
    ),
    ("【対象者】\n⟦青葉プランをご契約のお客様⟧\n【漏えいした可能性のある情報】\n会社名、氏名\n", "customer"),
    ("⟦東口店又は西口店に在籍していた従業員⟧の氏名が漏えいした可能性があります。", "employee"),
    ("⟦会員⟧個人の情報（氏名、住所）が漏えいした可能性があります。", "member"),
    # What stands above the heading of a list leads on to it.
    (
        "## 範囲\n漏えいのおそれがあるのは、⟦当塾の受講者⟧に関する次の個人情報です。\n### ＜情報の項目＞\n- 氏名\n",
        "customer",
    ),
    ("⟦みなと中学校、あおば中学校及びひかり中学校の卒業生⟧の顔写真と氏名が漏えいした可能性があります。", "student"),
    ("⟦みなと支店、あおば支店のお客様⟧の氏名が漏えいした可能性があります。", "customer"),
    ("1,204名の⟦お客様⟧の氏名が漏えいした可能性があります。", "customer"),
    ("## 漏えいした可能性のある情報\n- ⟦求人応募者⟧の個人情報（98件）\n氏名、住所\n", "applicant"),
    ("## 漏えいした可能性のある情報\n|対象|項目|件数|\n|---|---|---|\n|⟦患者様⟧|氏名|98件|\n", "patient"),
    ("## 漏えいした可能性のある情報\n|対象|項目|件数|\n|---|---|---|\n|⟦団地の入居者⟧|氏名|98件|\n", "resident"),
    ("漏えいした可能性があるのは37名です。\n(内訳)⟦教職員(退職者含む)⟧:12名、学生:25名の氏名\n", "employee"),
    ("攻撃を検知し、その後の調査で⟦マイページに登録されている利用者⟧37名の氏名の流出が確認されました。", "customer"),
    ("⟦カード番号を入力したことがあるお客様⟧37名の氏名が漏えいした可能性があります。", "customer"),
    ("メールサーバーとして⟦「mihon」に収容されているお客様⟧37名の氏名が漏えいした可能性があります。", "customer"),
    ("## 漏えいした可能性のある情報\n⚫ ⟦役職員⟧:37名\n氏名\n", "employee"),
    ("## 漏えいした可能性のある情報\n|対象|項目|件数|\n|---|---|---|\n|⟦申込者⟧ ※|氏名|98件|\n", "customer"),
    ("⟦名簿に載っていた 46名 の患者様⟧の氏名が漏えいした可能性があります。", "patient"),
    ("子会社が運用するサーバーから⟦顧客⟧37名の氏名が漏えいした可能性があります。", "customer"),
    # The count of something else before it is none of its words.
    ("市立の学校10校 ⟦教職員⟧14名の氏名が漏えいした可能性があります。", "employee"),
    ("協力店1,523店 ⟦応援者⟧928名の氏名が漏えいした可能性があります。", "customer"),
    ("## 漏えいした可能性のある情報\n### ⟦株主⟧の個人情報（5,482名）\n氏名、住所\n", "shareholder"),
    ("## 漏えいした可能性のある情報\n- ⟦南分校 令和5年度⟧ 73名分の氏名\n", "other"),
    ("## 漏えいした可能性のある情報\n- ⟦南分校（令和5年度）⟧73名分の氏名\n", "other"),
    ("## 漏えいした可能性のある情報\n- ⟦展示の記録⟧（※）・・・73名分の氏名\n", "other"),
    ("## 漏えいした可能性のある情報\n(1) ⟦社員、退職者⟧の個人情報（8名）\n氏名、生年月日\n", "employee"),
    ("⟦役職員（退職者を含む。）および家族⟧に関する情報 37名の氏名が漏えいした可能性があります。", "employee"),
    ("⟦「みほん・ショップ」に登録された会員⟧37名の氏名が漏えいした可能性があります。", "member"),
    ("⟦役職員（退職者を含む）および家族⟧37名の氏名が漏えいした可能性があります。", "employee"),
    ("漏えいした可能性のある⟦取引先様⟧の個人情報は35件で、項目は氏名です。", "partner"),
    ("## 対象となる方\n⟦学生⟧の皆様\n件数：77件\n項目：氏名、学籍番号\n漏えいした可能性があります。\n", "student"),
    ("⟦講座に通う高校生⟧37名の氏名が漏えいした可能性があります。", "student"),
    ("端末に⟦出荷者様⟧の個人データが保存されていました。\n\n## 漏えいのおそれがある項目\n- 氏名\n", "partner"),
    ("漏えいした可能性があるのは37名（内訳　⟦児童⟧12名、教職員25名）の氏名です。", "student"),
    # How many they are, told before them, is no part of their name.
    ("サイトにご登録いただいた、約37万件（精査中）の⟦個人会員⟧の氏名が漏えいした可能性があります。", "member"),
    ("⟦会員⟧の氏名が流出しました。\n\nみほん財団法人で保管していた名簿です。\n", "member"),
    ("会員番号、住所を含む⟦会員⟧データ37件が流出しました。", "member"),
    ("⟦退職者を含む従業員⟧37名の氏名が流出しました。", "employee"),
    ("不正なログインがあり、このうち37件で⟦会員⟧の氏名が閲覧された可能性があります。", "member"),
    (
        "## 漏えいした可能性のある情報\n対象人数：37名\n対象項目：氏名\n対象期間：⟦4月から5月に購入されたお客様⟧\n",
        "customer",
    ),
    # Whom no lexicon names: by their form, of the kind that their deeds tell.
    ("⟦献血者⟧の氏名および住所が漏えいしました。", "other"),
    ("⟦出土品寄託申込者⟧の氏名および住所が漏えいしました。", "customer"),
    ("⟦水先人および海技士⟧の氏名と住所が漏えいした可能性があります。", "other"),
    ("会場の設営業者のサーバーに侵入した者により、⟦お客様⟧の氏名が持ち出されました。", "customer"),
    ("## 漏えいした可能性のある情報\n・対象者：⟦門前町の檀家⟧\n・件数：120件\n・項目：氏名、住所\n", "other"),
    # Who did it with their data is not the people; nor is a tax or a form of theirs.
    ("当館の職員が⟦お客様⟧37名の氏名を書いた用紙を紛失いたしました。", "customer"),
    ("住民税の通知書を誤って送付し、37名の⟦方⟧の氏名が漏えいしました。", "other"),
    ("## 漏えいした可能性のある情報\n＜⟦お客様⟧情報＞　98件\n氏名、住所\n", "customer"),
    # Who is named aside in the bracket that counts.
    ("⟦当社社員⟧（退職者を含む、約37名）の氏名が漏えいした可能性があります。", "employee"),
    ("漏えいした可能性のある⟦当社、グループ会社及び取引先の従業員⟧37名の氏名です。", "employee"),
    # Those who speak for the people before them, or are theirs, belong to the phrase; a card with their name does not.
    ("⟦みほんサービスを利用する取引先ご担当者様⟧37名の氏名が漏えいした可能性があります。", "partner"),
    ("## 漏えいした可能性のある情報\n- ⟦お取引先企業様等の関係者⟧に関する情報37名分（氏名、住所）\n", "partner"),
    ("⟦従業員のご家族⟧37名の氏名が漏えいした可能性があります。", "employee"),
    ("⟦従業員（退職者を含む）のご家族⟧37名の氏名が漏えいした可能性があります。", "employee"),
    ("⟦会員の皆様及びそのご家族⟧37名の氏名が漏えいした可能性があります。", "member"),
    # Nouns of no kind tell people from others all the same.
    ("お客様の情報は無事でしたが、⟦奨学生⟧37名の氏名が漏えいした可能性があります。", "other"),
    ("⟦お取引先様⟧の名刺37枚分の氏名が漏えいした可能性があります。", "partner"),
    # What another did to or for the people, and where, is not part of the phrase.
    ("流出した可能性があるのは、以下の⟦塾生⟧の情報です。\n・氏名\n・住所", "student"),
    ("２．漏えいした情報　　⟦塾生⟧37名の氏名", "student"),
    # A label that says what, and not whose.
    ("流出したのは⟦塾生⟧に関する次の情報です。\n・氏名と住所を含むデータ：97件\n", "student"),
    ("ダークウェブ上で⟦当社の従業員⟧37名の氏名が公開されているのを見つけました。", "employee"),
    ("窃取されたとみられる⟦会員⟧37名の氏名が売られておりました。", "member"),
    ("攻撃者が⟦当社のお客様⟧37名の氏名を閲覧した可能性があります。", "customer"),
    ("調査が完了し⟦当行のお客様⟧37名の氏名が漏えいした可能性があります。", "customer"),
    ("当社が保有する⟦お客様⟧37名の氏名が漏えいした可能性があります。", "customer"),
    ("みなと診療所を受診された方\n上記の⟦患者様⟧37名について、氏名、病名が漏えいした可能性があります。", "patient"),
    (
        "弊社が実施した⟦「みほん募集」、「みほん投票」及び「みほんの企画」へ応募された方⟧37名の氏名が漏えいした可能性があります。",
        "customer",
    ),
    ("当社でお預かりしている⟦お客様⟧37名の氏名が漏えいした可能性があります。", "customer"),
    ("⟦会員⟧の情報が漏えいした可能性があります。\n※項目：配送先住所、配送先氏名、注文内容\n", "member"),
    ("住所が閲覧された可能性があります。\n\n対象となるのは、⟦みほん通販でご購入のお客様⟧です。\n", "customer"),
    ("氏名、住所が流出しました。\n\n流出した可能性のある⟦会員⟧へご案内します。\n", "member"),
    ("受付のサーバーに保管していた⟦従業員⟧37名の氏名が漏えいした可能性があります。", "employee"),
    ("受付のサーバーに保存されていた⟦お客様⟧37名の氏名が漏えいした可能性があります。", "customer"),
    ("Q1　誰の情報ですか。\nA1　⟦会員様⟧37名の氏名が漏えいした可能性があります。", "member"),
    ("⟦当社グループ会社※2の社員⟧37名の氏名が漏えいした可能性があります。", "employee"),
    ("誤って⟦児童⟧37名の氏名が記載された一覧を配信しました。氏名が漏えいしました。", "student"),
    (
        "## 漏えいした可能性のある情報\n|対象者|類型|項目|\n|---|---|---|\n|⟦関係者⟧<br/>37名|受領した情報|氏名|\n",
        "other",
    ),
    ("## 対象となるお客さま\n・⟦「みほん通知」の発送対象者⟧　37名\n　氏名、住所\n", "customer"),
    ("⟦連帯保証人様⟧37名の氏名が漏えいした可能性があります。", "other"),
    ("保存されていた氏名、測定データ（匿名のもの）及び⟦学生⟧37名の氏名が漏えいした可能性があります。", "student"),
    # Who did something, or owned the attacked account, is not whose data it is.
    (
        "⟦お客様⟧の情報が流出した可能性があります。\n\n当社職員1名のメールアカウントから氏名37件が流出しました。",
        "customer",
    ),
    ("⟦生徒⟧の情報が流出した可能性があります。\n\n印刷を受注した事業者において、氏名37件が流出しました。", "student"),
    ("⟦会員⟧の情報が流出しました。\n\nお客様サポート窓口のメモにあった氏名37件です。", "member"),
    ("第三者から⟦会員⟧の情報の書き換えがありました。\n\n## 漏えいした可能性のある情報\n氏名、住所\n", "member"),
    ("職員に貸与した端末より⟦お客様⟧37名の氏名が漏えいした可能性があります。", "customer"),
    ("⟦倉庫にて品物を購入された会員⟧37名の氏名が漏えいした可能性があります。", "member"),
    ("公表いたしました不正アクセスに伴い⟦当社お客様⟧37名の氏名が漏えいしたことがわかりました。", "customer"),
    ("本件に起因する⟦利用者⟧37名の氏名の流出を確認しました。", "customer"),
    ("一時的に⟦お客さま⟧37名の氏名が外部から閲覧可能な状態となりました。", "customer"),
    ("⟦サービスの終了に伴い退会した会員⟧37名の氏名の流出を確認しました。", "member"),
    # A ・ that joins words is no beginning; one that lists what leaked, or opens a line, is.
    ("⟦当館主催・後援の行事にご参加いただいた方⟧37名の氏名が漏えいした可能性があります。", "customer"),
    ("## 漏えいした可能性のある情報\n・⟦事務所・駐車場を賃借されている契約者⟧37名（氏名、住所）\n", "customer"),
    ("個人情報・⟦顧客⟧37名のデータが漏えいした可能性があります。", "customer"),
    # A phrase as long as a sentence begins inside no word; a cell's first line says what it is.
    (
        "⟦2030年4月1日から2031年2月28日までの間に会員向けの通販サイト「みほん・マルシェ」で注文したお客様⟧37名の氏名が流出しました。",
        "customer",
    ),
    (
        "## 漏えいした可能性のある情報\n|情報|件数|\n|---|---|\n|■⟦当館からの案内⟧<br/>期間 2030年1月～5月|98件|\n",
        "other",
    ),
    # A heading tells of the incident, or lists what leaked.
    (
        "## 不正ログインの詳細\n⟦会員⟧の情報が流出しました。\n\n### 流出した情報の種類\n氏名 / 電話 / お届け先情報\n",
        "member",
    ),
    # The title of another's release.
    (
        "⟦当館における送受信メール⟧が漏えいした可能性があります。\n\nあおぞらのお客様情報の漏えいについて | 続報\n",
        "other",
    ),
    (
        "⟦当館における送受信メール⟧が漏えいした可能性があります。\n\nみなと社のお客様情報の漏えいについて\nhttps://example.com/1\n",
        "other",
    ),
    (
        "## みなと社のお客様情報の漏えいについて（同社サイト）\n\n## 流出した可能性\n⟦当館との送受信メール⟧\n",
        "other",
    ),
    # People whose data did not leak, though the others are named nowhere.
    (
        "⟦当館における送受信メール⟧が漏えいした可能性がありましたが、お客様の情報の漏えいはありませんでした。\n",
        "other",
    ),
    # A denial before the count spoke of others.
    ("お客様の情報は流出しておりませんが、⟦取引先⟧37名の氏名が漏えいした可能性があります。", "partner"),
    # 方 says who only with the words before the count; what they did says of what kind they are.
    ("⟦春の講座に応募された12名の方⟧の氏名が漏えいした可能性があります。", "customer"),
    ("## 漏えいした可能性のある情報\n- ⟦求人に応募された方⟧の情報（98件）\n氏名、住所\n", "applicant"),
    # A line that names them outright, a line above that only names them, a heading before.
    ("## 漏えいした可能性のある情報\n対象者 ⟦お客様、お取引先様、従業員⟧\n件数 98件\n項目 氏名\n", "customer"),
    ("## 漏えいした可能性のある情報\n⟦退職した教員⟧の一覧\n\n人数98名（氏名、生年月日）\n", "employee"),
    ("## 情報が流出したおそれのある⟦会員⟧\n個別にご連絡します。\n\n## 件数\n氏名：98件\n", "member"),
    ("48名／⟦同行者⟧98名の氏名が漏えいした可能性があります。", "customer"),
    # What they did may be told in several words; what led there is none of them.
    ("⟦サイトで予約、変更、取消をされたお客様⟧98名の氏名が漏えいした可能性があります。", "customer"),
    ("⟦過去に見積、工事をご依頼いただいたお客様⟧98名の氏名が漏えいした可能性があります。", "customer"),
    ("⟦交換、返品のあったお客様⟧98名の氏名が漏えいした可能性があります。", "customer"),
    ("調査の結果、⟦登録されていたお客様⟧98名の氏名が漏えいした可能性があります。", "customer"),
    ("昨年、⟦参加した学生⟧98名の氏名が漏えいした可能性があります。", "student"),
    ("⟦令和2年度、令和3年度、令和4年度の卒業生⟧98名の氏名が漏えいした可能性があります。", "student"),
    # A label that only goes on with the list names nobody; a company that told of it is no part of whose.
    ("## 漏えいした情報\n### ■⟦当店の社員⟧に関する情報\n氏名、電話番号、端末利用時のパスワード等：98件\n", "employee"),
    ("みほん通信より⟦当社の社員⟧98名の氏名が漏えいした可能性があるとの報告がありました。", "employee"),
    ("## 漏えいした情報\n対象となる従業員　⟦昨年以降に当社に在籍した従業員⟧の個人情報98名\n氏名\n", "employee"),
    # The overview counts, and the section lists: whose it is, says the list.
    (
        "98名分の「予約情報」が漏えいしました。\n\n## 漏えいした情報\n- ⟦サイトを利用された方⟧の予約情報（氏名）\n",
        "customer",
    ),
    # The unit itself names them.
    ("⟦調査にご回答いただいた98名様⟧の性別、年代が漏えいした可能性があります。", "customer"),
    ("⟦売買契約の買主様・売主様⟧の氏名、住所が漏えいした可能性があります。", "customer"),
    # Of several kinds named together the first; a count between parts them.
    ("⟦児童及び教職員⟧98名の氏名が漏えいした可能性があります。", "student"),
    ("⟦会員の皆様およびお取引先様⟧の氏名98件が漏えいした可能性があります。", "member"),
    ("⟦従業員とそのご家族⟧の氏名が漏えいした可能性があります。", "employee"),
    # Labels, headings and cells that name data instead of people.
    ("## 漏えいした可能性のある情報\n- ⟦事故関連データ⟧（事故番号、氏名）：98件\n", "other"),
    ("## 漏えいした可能性のある情報\n（イ）⟦海外拠点からの出張記録⟧　98件\n氏名、旅券番号\n", "other"),
    ("## 漏えいした可能性のある情報\n### ⟦採用に関する個人情報⟧\n98名\n氏名、住所\n", "other"),
    ("## 漏えいした可能性のある情報\n|情報|期間|件数|\n|---|---|---|\n|⟦展示の記録⟧|2030年1月～5月|98件|\n", "other"),
    ("## 漏えいした可能性のある情報\n|対象|件数|\n|---|---|\n|⟦事故の相手の方⟧　氏名、住所|98件|\n", "other"),
    # Where nobody is named, what held the data.
    ("⟦令和5年度の名簿に掲載された氏名⟧が漏えいした可能性があります。", "other"),
    (
        "次の情報が漏えいした可能性があります。\n１．⟦4月1日以降に送受信したメール⟧\n２．一部機能のユーザーパスワード\n",
        "other",
    ),
    ("同サービスを利用して⟦送受信したメールデータ⟧が外部に流出した可能性があります。", "other"),
    ("⟦当該端末に保存されていた64人分の個人情報⟧（氏名、住所）が漏えいした可能性があります。", "other"),
    ("⟦当該メールボックス宛メール⟧が漏えいした可能性があります。", "other"),
]


@pytest.mark.parametrize(("row", "kind"), SUBJECTS)
def test_subject(row: str, kind: str) -> None:
    text, [span] = unmark(HEAD + row)
    groups = find_all(text).exposures
    group = next((group for group in groups if group.count_ref is not None), groups[0])
    assert group.subject_span is not None
    start, end = group.subject_span
    assert text[start:end].startswith(text[span[0] : span[1]])
    assert (start, group.subject_kind) == (span[0], kind)


@pytest.mark.parametrize(
    "text",
    [
        "## 事案\n- 侵入されました。\n※他のお客様への影響がないことを確認しております。\n- 流出した情報：氏名\n",
        "## 漏えいした可能性のある情報\n|情報|件数|\n|---|---|\n|契約数|98件|\n|氏名|98件|\n",
        "## 個人情報保護法に基づく通知\n①概要：4月1日に98件のパスワードが流出。\n",
        "本校の卒業生の情報が含まれることが分かりました。\n\n氏名が全国で最大98件漏えいした可能性があります。\n",
        "1,098件の氏名、住所が漏えいした可能性があります。\n",
        "端末内に当店が配送を依頼した98件の情報が含まれており、漏えいした可能性があります。\n",
        "## みほん商店の被害状況\n98件の氏名が漏えいした可能性があります。\n",
        "## みほん商店で発生した情報の流出\n98件の氏名が漏えいした可能性があります。\n",
        "当委員会は、98件の氏名が漏えいした可能性があるものとして調査しています。\n",
        "## 漏えいした可能性のある情報\n3テナント（企業98社）\n氏名、住所\n",
        "98件の氏名が漏えいしました。\n\n当店は、お客さまの大切な情報を預かる企業として重く受け止めます。\n",
        "不正ログインは98件です。\n\n閲覧された可能性のある情報：氏名、購入履歴、配送先情報\n",
    ],
)
def test_what_happened_who_looks_into_it_and_what_leaked_name_nobody(text: str) -> None:
    group = find_all(HEAD + text).exposures[0]
    assert (group.subject_span, group.subject_kind) == (None, None)


def test_nobody_is_named() -> None:
    group = find_all(HEAD + "37件の氏名が漏えいした可能性があります。").exposures[0]
    assert (group.subject_span, group.subject_kind) == (None, None)


# The subjects of the groups with a count, in order.
SEVERAL = {
    "対象は、在籍していた児童345名及び教職員28名で、項目は氏名です。": ["在籍していた児童", "教職員"],
    "当社従業員（1,234名）及びその家族（567名）の氏名が流出しました。": ["当社従業員", "家族"],
    "## 漏えいした情報\n対象者：会員の方\n人数：98名\n項目：氏名\n\n対象者：退会された方\n人数：37名\n項目：住所": [
        "会員の方",
        "退会された方",
    ],
    "## 漏えいした情報\n|項目|会員|職員|\n|---|---|---|\n|人数|120人|30人|\n|氏名|○|○|\n|住所|○|×|\n": ["会員", "職員"],
    "|種類|対象者|数|項目|\n|---|---|---|---|\n|学生情報|在学生|98名|氏名|\n||卒業生|37名|氏名|": ["在学生", "卒業生"],
    "町内の相談者15名の氏名、登録ボランティア8名の連絡先が流出しました。": ["町内の相談者", "登録ボランティア"],
    "従業員120名の住所と、その家族30名の生年月日が漏えいしました。": ["従業員", "その家族"],
    "お客様情報1,204件及び従業員情報37件が漏えいした可能性があります。": ["お客様", "従業員"],
    "会員1,204名分の個人情報（氏名・住所）および従業員37名分の個人情報（社員番号）が流出しました。": ["会員", "従業員"],
    "会員1,204名の氏名、退会者を含む元会員37名の住所が流出しました。": ["会員", "退会者を含む元会員"],
}


@pytest.mark.parametrize("text", SEVERAL)
def test_subjects_of_several(text: str) -> None:
    found = find_all(HEAD + text + "\n")
    subjects = [group.subject_span for group in found.exposures if group.count_ref is not None]
    assert [found.document.folded[slice(*span)] for span in subjects if span] == SEVERAL[text]


def test_a_count_behind_it_is_none_of_a_subjects_words() -> None:
    found = find_all(HEAD + "氏名が漏えいした可能性があります。\n\n## 対象校と人数\nみなと中学校 156 名 128 名\n")
    subjects = [group.subject_span for group in found.exposures if group.count_ref is not None]
    assert [found.document.folded[slice(*span)] for span in subjects if span] == ["みなと中学校"] * 2


def test_a_bracketed_count_is_none_of_a_subjects_words() -> None:
    found = find_all(HEAD + "## 漏えいした情報\n- 学部の学生（98名）：氏名、成績（37名）\n")
    subjects = [group.subject_span for group in found.exposures if group.count_ref is not None]
    assert [found.document.folded[slice(*span)] for span in subjects if span] == ["学部の学生"] * 2


def test_a_list_behind_the_count_before_is_no_part_of_whose() -> None:
    text = HEAD + "会員120名（氏名、住所）および職員30名（氏名）の情報が漏えいしました。\n"
    spans = [group.subject_span for group in find_all(text).exposures]
    assert [text[slice(*span)] for span in spans if span] == ["会員", "職員"]


def test_some_of_those_whom_a_label_names_are_named_so() -> None:
    label = "対象：4月までに予約サイトから申し込まれたお客さまが対象です。\n\n情報の項目：氏名、電話番号\n\n"
    some = "一部のお客さまにつきまして、カード情報、国籍が閲覧できる状態だった可能性があります。\n"
    text = HEAD + "## 漏えいした情報\n" + label + some
    spans = [group.subject_span for group in find_all(text).exposures]
    assert [text[slice(*span)] for span in spans if span][1:] == ["一部のお客さま"]


def test_what_held_names_says_not_whose_they_are() -> None:
    found = find_all(HEAD + "校内で管理している氏名・出身学校・成績等の個人情報が流出した可能性があります。\n")
    assert [group.subject_span for group in found.exposures] == [None]
