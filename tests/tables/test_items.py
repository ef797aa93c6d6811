"""Data items: what counts as data of the incident, where it begins and ends, and of which kind it is."""

import pytest
from tables.marked import unmark

from extract import lexicon
from extract.find.items.items import find_items
from extract.find.sections.headings import find_sections
from extract.mention import Section
from extract.text.document import Document

# In running text: the predicate says that it leaked, was seen, was held or was not included.
SENTENCES = [
    # A bracket behind a sentence or a list that says of other data that they did not leak.
    ("⟦氏名⟧と⟦住所⟧が流出しました（⟦口座情報⟧の流出はございません）。", "name address bank_account"),
    ("漏えいした情報：⟦氏名⟧、⟦住所⟧（⟦口座情報⟧は漏えいしておりません）。", "name address bank_account"),
    ("漏えいした情報：⟦氏名⟧（⟦口座情報⟧の漏えいがないことは確認済みです）。", "name bank_account"),
    ("⟦氏名⟧が漏えいしました。なお、⟦パスワード⟧は対象外です。", "name password"),
    ("⟦氏名⟧や⟦住所⟧の漏えいの有無を調査しております。", "name address"),
    ("これらのメールは当店の情報流出によるものではございません。", ""),
    # What people sign in with, where nobody came in by it.
    ("当該サービスに関わる⟦認証情報⟧が漏えいした可能性があります。", "credential"),
    ("⟦認証情報⟧の漏えいは確認されておりません。", "credential"),
    ("お客様の⟦購入履歴⟧への不正アクセスが確認されました。", "order"),
    ("お客様の⟦健康診断結果⟧に対する不正アクセスの痕跡が見つかりました。", "health"),
    ("お客様の⟦取引情報⟧が第三者の手に渡った可能性を否定できません。", "business_info"),
    ("お客様の⟦図面データ⟧の一部が外部に送信されたおそれがあります。", "business_info"),
    (
        "⟦本人確認書類⟧（⟦運転免許証⟧、⟦パスポート⟧等）の画像データが漏えいしました。",
        "id_document driver_license passport",
    ),
    ("誤送信したメールには、応募者の⟦履歴書⟧が添付されていました。", "resume"),
    ("⟦ドメイン名⟧等の一部の情報については漏えいの痕跡が発見されたものの、それ以外の漏えいはありません。", "other"),
    (
        "⟦クレジットカード情報⟧、ログイン情報（⟦メールアドレス⟧+⟦パスワード⟧）は含まれておりません。",
        "card email password",
    ),
    ("⟦メールの本文⟧や⟦宛先⟧、⟦差出人⟧など、お客様に関する情報の漏えいはございません。", "message email email"),
    ("⟦氏名⟧が漏えいしましたが、⟦カード番号⟧などの決済情報は含まれておりません。", "name card_number"),
    ("お客様の⟦氏名⟧が不正に持ち出されていたことが社内調査で発覚しました。", "name"),
    ("漏れ出たお客様の情報は、【⟦氏名⟧】【⟦住所⟧】【⟦電話番号⟧】です。", "name address phone"),
    ("当社の事業活動に必要な⟦図面データ⟧と、⟦診療に関する記録⟧が漏えいしました。", "business_info health"),
    # One alone, beside what did not leak.
    ("流出した情報は⟦メールアドレス⟧で、⟦氏名⟧は含まれておりません。", "email name"),
    ("盗み見られた項目は⟦社員番号⟧であり⟦暗証番号⟧は含まれておりません。", "employee_id password"),
    ("会員様の⟦購入履歴⟧等が何者かによって窃取されたことを確認しました。", "order"),
    # What no lexicon knows: the last of a list, which goes on with what is said of all, and compounds by themselves.
    ("乗船者の⟦氏名⟧、⟦住所⟧、⟦乗船記録⟧が漏えいした可能性があります。", "name address other"),
    ("⟦氏名⟧、⟦住所⟧および⟦暮らしに関する記録⟧の一部が外部に流出しました。", "name address other"),
    ("⟦氏名⟧、⟦住所⟧、⟦救命胴衣の貸与表⟧等の個人情報が閲覧されたおそれがあります。", "name address other"),
    ("調査の結果、⟦出店契約一覧⟧が外部に持ち出されたことを確認しました。", "contract"),
    ("攻撃者により、⟦新薬治験記録⟧の一部が外部に流出したおそれがあります。", "health"),
    ("漏えいした情報に、⟦潜水診断記録⟧は含まれておりません。", "health"),
    # Data that others got at, and data summed up by what they are about.
    ("貸し会議室の⟦予約情報⟧に対し、第三者による不正アクセスがなされたおそれがあります。", "reservation"),
    ("お客様から受託した⟦業務に関する一部の情報⟧と従業員の個人情報にアクセスされたおそれがあります。", "business_info"),
    ("⟦メールの本文⟧や⟦宛先⟧など、お客様に関する情報の漏えいはないと確認しているとのことです。", "message email"),
    ("送受信した⟦メールデータ⟧の一部が外部に流出した可能性について、報告を受けました。", "message"),
    ("開発環境の⟦サーバ構成情報⟧等、開発に用いる情報が漏えいした可能性があります。", "business_info"),
    ("漏えいしたデータには、お⟦取引に関する情報⟧などが含まれておりました。", "business_info"),
    ("⟦氏名⟧、⟦銀行口座番号⟧（⟦暗証番号⟧は含みません）等が漏えいしました。", "name bank_account password"),
    (
        "⟦名前⟧、⟦デビットカード／クレジットカード番号の下 4 桁⟧、⟦宿泊日⟧が流出しました。",
        "name card_number reservation",
    ),
    ("会員の情報が閲覧された可能性があります。項目は⟦氏名⟧、⟦住所⟧です。", "name address"),
    (
        "「見本メールサービス」へ登録している⟦メールアドレス⟧および一部の⟦パスワード⟧が漏えいしました。",
        "email password",
    ),
    ("会員様の⟦氏名⟧⟦住所⟧などの⟦連絡先⟧が漏えいした可能性があります。", "name address contact"),
    ("申込書の⟦住所⟧⟦氏名⟧⟦電話番号⟧が流出し、住所変更の届は含まれません。", "address name phone"),
    ("お客様の⟦クレジットカード情報⟧が漏えいした可能性があります。", "card"),
    ("会員様の⟦氏名⟧、⟦住所⟧及び⟦電話番号⟧が第三者に閲覧された可能性がございます。", "name address phone"),
    ("⟦氏名⟧や⟦生年月日⟧が外部から閲覧できる状態でした。", "name birth_date"),
    ("流出したのは⟦氏名⟧・⟦フリガナ⟧・⟦性別⟧のみです。", "name name_kana gender"),
    ("なお、⟦銀行口座番号⟧や⟦マイナンバー⟧は含まれておりません。", "bank_account my_number"),
    ("⟦クレジットカード情報⟧は当社では保有しておりません。", "card"),
    ("※⟦マイナンバーカード⟧や⟦クレジットカード⟧等の財産に関わる情報は所持しておりません。", "my_number card"),
    ("名簿にはご⟦住所⟧、お⟦名前⟧、ご⟦連絡先⟧が記載されていました。", "address name contact"),
    ("従業員の会社⟦住所⟧と配送先⟦氏名⟧が漏えいしました。", "address name"),
    ("⟦氏名⟧、⟦学年⟧、⟦クラス⟧が記録されたUSBメモリを紛失しました。", "name school school"),
    ("職員が過去に送受信した⟦メール⟧が第三者に閲覧された可能性があります。", "message"),
    ("⟦メールアドレス⟧の一部が漏洩したことを確認いたしました。", "email"),
    ("漏えいした⟦メールアドレス⟧宛に迷惑メールが送られるおそれがあります。", "email"),
    ("⟦氏名⟧のほか、お⟦問い合わせ内容⟧も流出したおそれがあります。", "name inquiry"),
    ("⟦ソースコード⟧および、その中に書かれた設定の一部が流出しました。", "source_code"),
    ("⟦技術情報⟧の漏えいは確認されておりません。", "business_info"),
    ("⟦氏名⟧と⟦ログインID⟧、⟦パスワード⟧（平文）が窃取されました。", "name user_id password"),
    ("お客様の⟦パスワード⟧そのものが流出したわけではありません。", "password"),
    ("漏えいした情報は、⟦氏名⟧、⟦所属先⟧情報および⟦連絡先⟧情報になります。", "name company_name contact"),
    ("対象者約１，２００名の⟦氏名⟧（１，２００件）、⟦年齢⟧（９００件）が漏えいしました。", "name age"),
    ("個人情報や⟦営業情報⟧の外部への流出は確認されておりません。", "business_info"),
    ("配信用に登録された《⟦メールアドレス⟧》の漏洩がありました。", "email"),
    ("関係者の⟦メールアドレス⟧情報4,110件の漏洩が判明しました。", "email"),
    ("すべてのメール内に記載された⟦メールアドレス⟧が漏えいしたおそれがあります。", "email"),
    ("流出したお客様の⟦電話番号⟧に対し、不審な電話がかかるおそれがあります。", "phone"),
    ("漏えいした⟦パスワード⟧に関しては、全て無効化いたしました。", "password"),
    ("「会員の氏名およびメールアドレスの漏えいについて」を公表しましたが、続報をお知らせします。", ""),
    (
        "先に「暗証番号」と記載いたしましたが、その後の調査で「⟦暗証番号⟧」は漏えいしていないと判明しました。",
        "password",
    ),
    ("なお、⟦クレジットカード情報⟧など決済関連情報の流出はございません。", "card"),
    ("一部の方の⟦氏名⟧、⟦住所⟧が該当することを確認し、該当する方へご連絡しております。", "name address"),
    # Written with a の, or about something that the lexicon knows with other words beside it.
    ("決済画面に入力された⟦カードの番号⟧が漏えいした疑いがあります。", "card_number"),
    ("患者様の⟦診察券の番号⟧や⟦保険証の番号⟧が流出したおそれがあります。", "member_number insurance_number"),
    # By what it is about, where it is said to have leaked or not.
    ("⟦決済に関わる情報⟧は保有しておらず、流出の懸念はございません。", "payment"),
    ("予約サーバーに保存されていた「⟦宿泊予約に関する情報⟧」が漏えいした可能性があります。", "reservation"),
    ("なお、当サイトでは⟦決済情報⟧は保持されておりません。", "payment"),
    ("漏えいのおそれがある⟦業務上の情報⟧については、取引先に個別にご連絡しております。", "business_info"),
    ("漏えいした情報は⟦メールアドレス⟧のみで、添付した資料までは届いておりません。", "email"),
    ("⟦決済関連の重要情報⟧の漏えいは確認されておりません。", "payment"),
    ("ごく一部の方が自由記述欄に⟦氏名⟧をご記入され、漏えいしたことが判明しております。", "name"),
    # Whose it is makes a number data, and so does what it was typed into.
    ("流出したのは、アンケートの⟦回答者様 ID⟧および⟦回答内容⟧です。", "member_number survey"),
    (
        "偽の画面に⟦ユーザー名⟧と⟦パスワード⟧を入力された方は、その情報が窃取された可能性があります。",
        "user_id password",
    ),
    ("現時点で、⟦口座情報⟧や⟦取引情報⟧への直接的な影響は確認されておりません。", "bank_account business_info"),
    ("⟦ログインID⟧（⟦社員番号⟧を一部含む）が漏えいした可能性があります。", "user_id employee_id"),
    ("なお、⟦口座番号⟧や⟦マイナンバー⟧等の極めて機微な個人情報は含まれておりません。", "bank_account my_number"),
    ("お客様情報およびメール情報（⟦アドレス⟧、⟦送受信メール本文⟧等）の漏えいはありませんでした。", "email message"),
    ("⟦氏名⟧、⟦住所⟧、写真の縮小サムネイル画像の⟦URL⟧が流出しました。", "name address other"),
    # The lists beside a label whose parts are data, and the data that is held in something.
    (
        "得意先の個人情報（⟦氏名⟧、⟦電話番号⟧）、当社の⟦価格情報⟧・⟦契約内容⟧等が流出しました。",
        "name phone business_info contract",
    ),
    ("納品先から届いた請求書に記載された⟦氏名⟧、⟦住所⟧が漏えいしました。", "name address"),
    ("漏えいした情報（相談者の資料と、⟦業務に関する情報⟧）の特定を進めています。", "business_info"),
    ("送付先のお⟦名前⟧、ご⟦住所⟧が閲覧された可能性があります。", "name address"),
    ("設計の⟦ソースコード⟧が複製されたことを確認しました。", "source_code"),
    ("⟦クレジットカード情報⟧はお預かりしておりません。", "card"),
    ("⟦クレジットカード情報⟧の登録はございません。", "card"),
    ("⟦クレジットカード情報⟧は取得しておりません。", "card"),
    ("対象となる個人情報は⟦氏名⟧、⟦住所⟧、⟦電話番号⟧です。", "name address phone"),
    ("漏えいした可能性のある情報：⟦氏名⟧、⟦住所⟧、⟦電話番号⟧ ほか", "name address phone"),
    # Lines of a list may be numbered, or end in a comma.
    ("以下の情報が漏えいしました。\n①⟦氏名⟧\n②⟦住所⟧\n③⟦電話番号⟧\n", "name address phone"),
    ("以下の情報が漏えいしました。\n（1）⟦氏名⟧\n（2）⟦住所⟧\n（3）⟦電話番号⟧\n", "name address phone"),
    ("漏えいした情報は以下のとおりです。\n⟦氏名⟧、\n⟦住所⟧、\n⟦電話番号⟧\n", "name address phone"),
    ("登録者の⟦LINE ID⟧と⟦表示名⟧が漏えいした可能性があります。", "social_account nickname"),
    # Of a line or a service; not 多要素認証情報.
    ("管理画面に表示される回線⟦認証情報⟧が第三者に閲覧された可能性があります。", "credential"),
    ("⟦カード番号⟧等の決済情報は外部の会社が管理しているため、影響はございません。", "card_number"),
    ("⟦氏名⟧は入っておりません。", "name"),
    ("⟦氏名⟧は漏えいの対象となっておりません。", "name"),
    ("⟦氏名⟧がのぞき見された可能性があります。", "name"),
    ("⟦会員ID⟧が外部からアクセスし得る状態でした。", "member_number"),
    # How many there are stands between the data and what is said of them.
    ("採用応募者の⟦履歴書データ⟧　約235名分が閲覧可能な状態でした。", "resume"),
    # Beside one known word, what the lexicon lacks counts as far as something recorded is named.
    ("⟦氏名⟧、⟦バイタルサイン⟧、⟦看護の内容⟧が記録されたファイルが漏えいしました。", "name health health"),
    ("⟦氏名⟧、⟦内視鏡検査動画データ⟧が第三者に閲覧された可能性があります。", "name health"),
    ("⟦氏名⟧、関係取引先が漏えいの対象です。", "name"),
    ("⟦氏名⟧、⟦メールアドレス⟧、テストデータが流出しました。", "name email"),
    ("宛先欄の誤りにより、⟦氏名⟧と⟦メールアドレス⟧が参加者の目に触れました。", "name email"),
    ("⟦氏名⟧\n", "name"),
]

# In lists, bullets, tables and brackets, under a heading that says what leaked.
LISTS = [
    ("・⟦氏名⟧\n・⟦入所日⟧\n・⟦配偶者の有無⟧\n・⟦住所⟧\n", "name other family address"),
    ("・⟦氏名⟧\n・⟦年令⟧\n・⟦Eメール⟧\n・⟦クレカ情報⟧\n", "name age email card"),
    ("・⟦弁護士名⟧\n・⟦授業料納入状況⟧\n・⟦自由記述⟧\n・⟦退院サマリー⟧\n", "name payment survey health"),
    (
        "文書には、以下の塾生の情報が含まれていました：\n\n• ⟦氏名⟧\n\n• ⟦成績表⟧など、学びぶりに関する書き付け",
        "name grades",
    ),
    ("漏えいした可能性があるのは、以下の塾生の情報です。\n・⟦氏名⟧", "name"),
    (
        "漏えいした可能性のある情報\n- 写真（⟦顔写真⟧、⟦集合写真⟧）\n- メール（⟦件名⟧、⟦本文⟧）\n",
        "photo photo message message",
    ),
    # Cards that pay for nothing.
    (
        "・⟦氏名⟧\n・⟦診察カード番号⟧\n・⟦社員カード番号⟧\n・⟦IDカード情報⟧\n・⟦SIMカード情報⟧\n・⟦顔認証データ⟧\n",
        "name member_number employee_id id_document device sensitive",
    ),
    ("鞄を盗まれました。\n鞄には、訪問の記録（⟦氏名⟧、⟦住所⟧、⟦年齢⟧）が入っていました。\n", "name address age"),
    (
        "・⟦会員番号⟧\n・会員⟦氏名⟧\n・⟦有効期限⟧\n・⟦セキュリティコード⟧\n",
        "card_number card_holder card_expiry card_security_code",
    ),
    ("|取引先の方|名刺交換、Web商談、メール等を通じて取得した⟦氏名⟧、⟦役職⟧|\n", "name job_title"),
    ("・⟦氏名⟧、⟦紹介状⟧、⟦お薬手帳⟧、⟦奨学金情報⟧\n", "name health health payment"),
    ("⟦氏名⟧、⟦住所⟧、⟦会員区分名称⟧、⟦学期区分名⟧、⟦学部名英字⟧\n", "name address service_usage service_usage school"),
    ("・⟦氏名⟧\n・ご⟦住所⟧\n・⟦FAX 番号⟧\n", "name address fax"),
    ("- ⟦氏名⟧（漢字・⟦カナ⟧）、⟦郵便番号⟧、⟦住所⟧（都道府県・市区町村まで）\n", "name name_kana postal_code address"),
    ("項目：⟦漢字氏名⟧／⟦氏名カナ⟧／⟦e-mail⟧\n", "name name_kana email"),
    (
        "カード情報（⟦番号⟧、⟦名義⟧、⟦有効期限⟧、⟦セキュリティコード⟧）\n",
        "card_number card_holder card_expiry card_security_code",
    ),
    ("口座情報（⟦金融機関名⟧、⟦支店名⟧、⟦番号⟧、⟦名義人⟧）\n", "bank_account bank_account bank_account bank_account"),
    (
        "・⟦氏名⟧、⟦個人番号（マイナンバー）⟧、⟦身分証明書⟧（⟦運転免許証⟧等）\n",
        "name my_number id_document driver_license",
    ),
    ("・⟦患者ID⟧、⟦検査日⟧、⟦検査所見⟧\n", "member_number health health"),
    ("・⟦氏名⟧、⟦成績⟧、⟦所見⟧\n", "name grades grades"),
    ("・⟦氏名⟧、⟦検査結果⟧（検査値）、⟦病名⟧\n", "name health health"),
    (
        "|会員様|⟦氏名⟧、⟦会員番号⟧|1,024件|\n|取引先様|⟦会社名⟧、⟦部署名⟧|88件|\n",
        "name member_number company_name department",
    ),
    ("「⟦氏名⟧」「⟦住所⟧」及び「⟦電話番号⟧」\n", "name address phone"),
    ("⟦氏名⟧ ⟦住所⟧ ⟦電話番号⟧\n", "name address phone"),
    ("連絡先（⟦住所⟧、⟦電話番号⟧、⟦FAX番号⟧）、⟦役職名⟧\n", "address phone fax job_title"),
    ("⟦氏名⟧、⟦ログイン用ID⟧と⟦パスワード⟧、⟦勤怠関連の情報⟧\n", "name user_id password employment"),
    ("⟦氏名⟧、⟦社員番号⟧等の⟦雇用関連情報⟧：約300名\n", "name employee_id employment"),
    ("⟦氏名⟧、ログイン情報（⟦パスワード⟧）、⟦連絡先⟧（任意）\n", "name password contact"),
    ("・⟦暗号化されたパスワード⟧、⟦パスワードのハッシュ値⟧\n", "password_hash password_hash"),
    ("・⟦パスワード⟧（ハッシュ化済み）、⟦ユーザーID⟧\n", "password_hash user_id"),
    ("・⟦会員番号⟧、⟦保有ポイント⟧、⟦有効期限⟧\n", "member_number points points"),
    ("・⟦クレジットカード番号⟧、⟦有効期限⟧\n", "card_number card_expiry"),
    ("・社員の⟦氏名⟧、⟦所属⟧、⟦役職⟧\n", "name department job_title"),
    ("・お取引先ご担当者の⟦氏名⟧、⟦所属⟧\n", "name company_name"),
    ("■当社従業員\n⟦氏名⟧、⟦所属⟧、⟦役職⟧\n■お取引先\n⟦氏名⟧、⟦所属⟧\n", "name department job_title name company_name"),
    ("・⟦本文⟧（⟦署名⟧含む）、⟦添付ファイル⟧、送信者の⟦メールアドレス⟧\n", "message message file email"),
    ("その他（会社PCの⟦パスワードのハッシュ値⟧）\n", "password_hash"),
    ("・商品の配送先⟦氏名⟧\n・商品の配送先⟦住所⟧\n", "name address"),
    ("１．⟦氏名⟧\n２．⟦生年月日⟧\n", "name birth_date"),
    ("①⟦氏名⟧②⟦住所⟧③⟦電話番号⟧\n", "name address phone"),
    ("・⟦氏名⟧<br>・⟦住所⟧\n", "name address"),
    # Members that no lexicon holds: beside known ones they are items too.
    ("⟦氏名⟧、⟦住所⟧、⟦規約改定同意日時⟧、⟦使用ラケット⟧、⟦電話番号⟧\n", "name address service_usage other phone"),
    ("⟦氏名⟧、⟦連絡先⟧、その他ご⟦応募時にいただいた情報⟧\n", "name contact resume"),
    ("⟦船番号⟧、⟦氏名⟧、⟦住所⟧\n", "member_number name address"),
    # Words of wide use are data in a list of such, and on a line of their own beside data.
    ("提出された写し（⟦運転免許証⟧、⟦健康保険証⟧、⟦パスポート⟧）\n", "driver_license insurance_number passport"),
    ("・⟦氏名⟧\n・⟦部署⟧\n・⟦社員番号⟧\n", "name department employee_id"),
    # Compounds that no lexicon holds: by their head, else by what they are about.
    (
        "・⟦氏名⟧、⟦予約ステータス⟧、⟦体組成の測定記録⟧、⟦決済エラー明細⟧、ヨット教室⟦講師名⟧\n",
        "name reservation health payment name",
    ),
    (
        "・⟦氏名⟧、⟦組合員 ID⟧、ご⟦希望勤務地⟧、⟦メールサイズ⟧、⟦入居年月⟧\n",
        "name member_number resume message contract",
    ),
    (
        "・⟦氏名⟧、⟦所属ゼミナール⟧、⟦通帳⟧のコピー、⟦ハッシュ化ログインパスワード⟧\n",
        "name department bank_account password_hash",
    ),
    ("⟦氏名⟧、ご⟦予約の履歴⟧、⟦アレルギーの有無⟧、⟦入出金の記録⟧\n", "name reservation health transaction"),
    ("・参加者の⟦氏名⟧、備考欄に記された⟦アレルギーの有無⟧\n", "name health"),
    ("・⟦回答者様 ID⟧（連番で付けた番号）、⟦アンケート回答内容⟧\n", "member_number survey"),
    ("・⟦氏 名⟧、⟦人 数⟧、⟦電 話 番 号⟧\n", "name reservation phone"),
    ("⟦氏名⟧、⟦住所⟧、⟦電話番号⟧、⟦メールア⟧\nドレス\n", "name address phone email"),
    # Lines that no lexicon knows, between lines of data; after the last only of a kind of their own.
    ("- ⟦氏名⟧\n- ⟦船籍港⟧\n- ⟦住所⟧\n- 書式\n", "name other address"),
    ("- ⟦氏名⟧\n- ⟦特約の契約年月⟧\n", "name contract"),
    ("（１）⟦氏名⟧\n（２）⟦船籍港⟧\n（３）⟦住所⟧\n", "name other address"),
    ("|⟦氏名⟧|有|\n|⟦船籍港⟧|無|\n|⟦住所⟧|有|\n", "name other address"),
    # What a bracket, or a colon, holds: parts of a label, examples, glosses.
    ("・振込先（⟦銀行名⟧、⟦支店名⟧、⟦口座番号⟧）\n", "bank_account bank_account bank_account"),
    ("ご利用履歴等：⟦購入履歴⟧（⟦購入日時⟧・⟦商品⟧等）、⟦決済金額記録⟧\n", "order order order payment"),
    ("・⟦住所⟧（丁目、番地を含む）、⟦電話番号⟧（自宅、携帯電話）\n", "address phone"),
    (
        "・⟦団体名⟧（⟦園名⟧・⟦学校名⟧等）、⟦名前⟧（法人の場合は⟦会社名⟧）\n",
        "company_name school school name company_name",
    ),
    ("|⟦会社名⟧|有|\n|⟦所属⟧・⟦役職⟧|無|\n", "company_name department job_title"),
    ("・⟦電話番号⟧（⟦携帯番号⟧を含む）、⟦氏名⟧（漢字、⟦カタカナ⟧）\n", "phone phone name name_kana"),
    ("受信ログ（⟦接続元IPアドレス⟧、⟦配達時刻⟧、⟦件名⟧）\n", "ip_address delivery message"),
    ("・⟦氏名⟧\n・お引き落とし情報の一部（⟦請求日⟧、⟦支払方法⟧など）\n", "name payment payment"),
    ("・⟦口座番号⟧及び⟦名義⟧\n", "bank_account bank_account"),
    ("・⟦氏名⟧、⟦学歴⟧、⟦資格情報⟧\n", "name school qualification"),
    ("・⟦暗号化（ハッシュ化）されたパスワード⟧、⟦氏名⟧\n", "password_hash name"),
    # Flags, and what was done with a credential, say nothing of the thing itself.
    ("・⟦氏名⟧、⟦ポイント登録有無⟧、⟦案内の受取可否の設定⟧\n", "name service_usage service_usage"),
    ("・⟦氏名⟧、⟦認証日時⟧、⟦配偶者の有無⟧\n", "name service_usage family"),
    # Smallest form: without whose it is and what was done with it.
    ("- ⟦氏名⟧\n- アプリに接続した⟦機器の一覧⟧\n- ⟦住所⟧\n", "name device address"),
    ("・⟦氏名⟧、職員の⟦復職審査資料⟧、当社からの⟦通知の受信可否⟧\n", "name business_info service_usage"),
    ("・⟦氏名⟧、社外の窓口からの⟦案内の受取可否の設定⟧、⟦住所⟧\n", "name service_usage address"),
    ("*¹　⟦氏名⟧、⟦住所⟧及び⟦年収⟧をいいます。\n", "name address salary"),
    # What a document holds.
    (
        "・乗船歴を記した経歴書（⟦氏名⟧、⟦住所⟧、⟦職歴⟧）\n・船主の台帳（⟦氏名⟧及び⟦住所⟧）\n",
        "name address resume name address",
    ),
    # Words that are nothing alone, side by side beside a line of data.
    ("- ⟦氏名⟧\n- 社内で利用していたサービスの⟦ID⟧・⟦アカウント名⟧\n", "name user_id user_id"),
    # A line is about the word at its end.
    ("・当該アカウントで送受信された⟦メールの本文⟧\n", "message"),
    ("・利用者様からのお⟦問い合わせに関する情報⟧の一部\n", "inquiry"),
    ("・共同利用者から寄せられた⟦添付ファイル⟧・⟦ヘッダ情報⟧\n", "file message"),
]

# Lists under a heading that announces them: no word need be known.
ANNOUNCED = [
    ("- ⟦Web閲覧ログ⟧、⟦FTPログ⟧\n- 各種ソフトウェアの⟦動作ログ⟧\n", "log log log"),
    ("- ⟦船籍港⟧\n- ⟦用途別乗船実績の有無⟧（※１）・・・12,340件\n", "other service_usage"),
    ("- ⟦係留実績の有無⟧（※）・・・件数は精査中\n- 船長の⟦氏名⟧\n", "service_usage name"),
    ("- 船員の以下の情報・・・11名分\n- 係船システムの⟦利用有無を示すフラグ情報⟧\n", "service_usage"),
    ("- ⟦機器の一覧⟧ 320件\n- その他の情報：⟦船籍港⟧、⟦係留設定⟧\n", "device other service_usage"),
]
# Figures, people, labels of what follows, and things that could be anything.
NOT_ANNOUNCED = [
    "- 対象人数：97名\n- 対象期間：2019年4月から\n",
    "- 当社の採用試験に応募された方の情報\n- 株主名簿\n",
    "- 船籍港\n- 総トン数\n",
    "①法人向け窓口（東日本）のお客様がご登録された内容の一部\n②操作ログ\n",
    "|区分|件数|\n|---|---|\n|甲種|10件|\n",
]

# Said in a section about contact desks, precautions or requests, and yet of the leaked data.
ASIDE = [
    (
        "- 2013年までに入院された方：⟦患者番号⟧、⟦氏名⟧、⟦性別⟧、⟦診療科⟧\n- 退職した医師：⟦氏名⟧、⟦メールアドレス⟧\n",
        "member_number name gender health name email",
    ),
    ("漏えいした⟦氏名⟧や⟦住所⟧を悪用した電話にご注意ください。", "name address"),
    (
        "流出した情報（⟦メールアドレス⟧、⟦パスワード⟧など）を他のサービスでもお使いの方は変更をお願いいたします。",
        "email password",
    ),
]

# Talk of data that is no data of this incident.
NOTHING = [
    "なりすましメールには、当園の職員の氏名や部署名が記載されている場合があります。",
    "今後、氏名、住所等を保存するサーバーの暗号化を進めてまいります。",
    "対象の方には、登録されている電話番号にご連絡を差し上げております。",
    "社員のパソコンが感染し、認証情報が流出。この情報をもとに、社員のアカウントに不正にログインされました。",
    "従業員の認証情報が漏えいし、これを用いて社内のシステムに侵入されたことが判明しました。",
    "4月2日 認証情報の漏えい通知を受領し、即時に無効化しました。",
    "氏名、住所以外の情報は漏えいしておりません。",
    "会員の個人情報が漏えいしたおそれがあります。該当するアカウントのパスワードは既に変更しております。",
    "会員の個人情報が漏えいしました。メールアドレスが登録されている方にはメールで、ほかの方には郵送でご連絡します。",
    "精査したものの、「機器名」「端末（型番やIPアドレス）」以外に漏えいした形跡は認められませんでした。",
    "職員のメールアドレスから不審なメールが送信されました。情報の漏えいについては調査中です。",
    # A leak that may yet be found, a condition on whose data, and what was attacked.
    "カード情報を含む個人情報の漏洩が確認された場合には、個別にご連絡いたします。",
    "チェックイン日が2031年4月2日から6月30日の期間に予約されたお客様の情報が漏えいしました。",
    "社内メールアドレスに対して、第三者による不正アクセスが行われた可能性があります。",
    "当施設のパスワードを用いて不正にログインされ、顧客の情報に対し不正アクセスが行われた疑いがあります。",
    "個人情報が漏えいしました。パスワードは不可逆的に変換され、元のパスワードの特定は困難です。",
    "パスワードの変更をお願いいたします。",
    "念のためパスワードを再設定し、使い回しはお控えください。",
    "攻撃者は窃取した認証情報を用いて侵入しました。",
    "ID及びパスワードを使い第三者がログイン操作を行いました。",
    "メールにてご連絡いたします。",
    "電子メールがお届けできなかったお客様には、書状にてお知らせいたします。",
    "多数の不審なメールが外部へ送信される事案が発生しました。",
    "メールアドレスの変更などでご連絡が難しい場合がございます。",
    "カード会社と連携し、クレジットカードによる取引のモニタリングを続けております。",
    "クレジットカード情報以外の情報も調査しております。",
    "クレジットカードの差し替えをご希望される場合、手数料は当社が負担いたします。",
    "氏名不詳の第三者が侵入しました。",
    "クレジットカード決済を停止いたしました。",
    "個人情報が漏えいした可能性がございます。",
    "サーバーに保存されていたファイルが暗号化されました。",
    "不正アクセス元のIPアドレスからの通信を遮断しました。",
    "画面に表示された偽のサポート窓口の電話番号に電話をかけました。",
    "お問い合わせ先\n電話番号：03-0000-0000\nメールアドレス：soudan@example.jp\n",
    "お電話の際は、お名前、ご住所をお伺いいたします。",
    "ご本人の連絡先が確認できないため、本公表をもって通知に代えます。",
    "システムログの解析を進めております。",
    "BCCで送るべきところを宛先（TO）に入力して送信し、互いに閲覧できる状態となりました。",
    "小学校２校と中学校１校の卒業アルバムが対象です。",
    "設定の不備により組織の体制を見直します。",
    "クレジットカード情報は漏えいしていませんか？",
    "メールに記載された電話番号やURLには決して連絡されないようお願いいたします。",
    "他のサービスから流出したID・パスワードを用いた不正ログインを検知しました。",
    "※「フィッシング」とは、クレジットカード情報や金融情報を詐取する手口をいいます。",
    "障害の影響で、納品書・請求書の発行が遅れております。",
    "「ユーザー名」「パスワード」の入力を求める不審な認証画面が表示される事象がありました。",
    "連絡先が把握できていないため、すべての方にご連絡ができておりません。",
    "第三者によるプロフィール情報の改ざんが確認されました。",
    "個別のご連絡には、ご契約IDを記載のうえお送りいたします。",
    "利用者のログインID数は１３，５４７IDです。",
    "UUIDの生成に誤りがありました。",
    "住所変更の手続きを停止しております。",
    "## 機密情報、個人情報の漏えいの有無について\n",
    # Locks of files, containers, people known by what they did, and the organisation itself.
    "誤って送ったファイルにはパスワードをかけておりました。",
    "紛失した端末にはパスワードが設定されておらず、暗号化もされていませんでした。",
    "同じ宛先にパスワードも別送していたため、開くことができる状態でした。",
    "流出しているIDとパスワードのリストを用いた攻撃でした。",
    "購入履歴のあるお客様にご案内をお送りし、漏えいの有無を確認しております。",
    "履歴書を提出された方には、別途お手紙をお送りしております。",
    "連絡先が不明な場合や、連絡先を特定できない皆様には、本公表をもってお知らせします。",
    "攻撃者のリークサイトに弊社の社名が掲載されました。",
    "犯行声明には、ご質問は以下のメールアドレスまで、と書かれていました。",
    "画面に出た電話番号に電話したところ、遠隔で操作され情報が閲覧されました。",
    "役員報酬の一部を自主返納し、漏えいの責任を明らかにいたします。",
    "写真付きメールの総件数は１，２００件で、閲覧の有無は不明です。",
    "水産学部、大学院の学生に係る名簿が流出しました。",
    "当公社のメールアドレスが不正に使用され、大量のメールが送信されました。",
    # How the attacker came in, explained terms, titles and labels of what follows.
    "保守会社の管理者アカウントのIDとパスワードが何らかの方法で漏洩し、不正利用されたことが確認されています。",
    "侵入は、接続用のパスワードの漏えいによるものと推定されます。",
    "※リスト型攻撃は、入手したIDおよびパスワードが漏えいした先と同じとみて試す攻撃をいいます。",
    "パスワード漏洩対策の導入を進めております。",
    "【クレジットカード情報等の決済情報・パスワード情報について】\n",
    "情報漏洩の可能性があるのは、会員 ID 番号の先頭が３で始まる会員様です。",
    "受信したメールを社外のメールアドレスへ自動転送する操作がなされ、閲覧の有無を調べております。",
    "連絡先が確認できた本事案の対象者の方には、漏えいの内容を順次ご案内しております。",
    "本件に関する情報は、漏えいの有無も含めて調査中です。",
    "- メールに記載されていた以下の署名情報\n",
    "不正に入手されたログインID（メールアドレス）とパスワードを用いた不正ログインが発生しました。",
    "※１ 多要素認証：パスワードなどに加え、端末に記録された情報も求めて確かめる方法。",
    "写真や動画以外の個人情報も一部が流出しました。",
    "出社した職員がメールや掲示板が閲覧できないことに気づきました。",
    "漏えいの対象となった購入者および送付先の方へご連絡しております。",
    "当該メールには、正規の画面を装ったリンクが含まれておりました。",
    "（例）ご自身のお名前、電話番号、生年月日、郵便番号など\n",
    "外部の配信サービスのパスワードおよび認証情報の更新を行い、漏えいの有無を調べました。",
    "● パスワード・トークンの完全無効化\n",
    "氏名と組み合わせて悪用されることのないよう、管理を徹底いたします。",
    "メール文面には「貴殿の個人情報が流出しました」とありました。",
    "添付ファイルが含まれる場合は、開かずに削除してください。",
    "攻撃者のサイトに弊社名が掲載されました。",
    "個人情報漏洩のおそれのあるご本人へ、お問い合せの連絡先を記載した文書をお送りします。",
]

# In a section about the cause, credentials are how the attacker came in, whatever is said of them.
NOTHING_CAUSE = [
    "（１）船員のIDとパスワードが何らかの手段で第三者に入手された可能性\n",
    "認証情報が漏えいし、第三者に閲覧されたことを確認しました。",
]

# Under what a leak touched, and yet of the organisation's own doings.
NOTHING_LEAKED = [
    # Of which the words do not say what they hold.
    "個人情報や機密情報が漏えいした可能性があります。\n",
    "漏えいしたデータ（通知書等）は以下のとおりです。\n",
    # What held the data, by its name.
    "帳票の名称\n港湾税納付通知書、係留料督促状、船舶検査申請書、入港届出書\n",
    "社内データおよび乗船者様情報が漏えいしました。\n",
    "被害確認日時：2026年5月4日\n",
    "漏えいした情報\n- 人数：計 1,234 名\n",
    "技術情報を盗み出される経路としては二つが考えられますが、いずれも大量の通信はありませんでした。\n",
    "攻撃者のサイトに一部データの写真が公開されました。\n",
    "Q：サイトに登録している氏名や住所、電話番号等が漏洩している可能性はありますか？\n",
    "なお、退職者のアカウントおよびメールアドレスは、退職時点で既に無効化済みです。\n",
    "ただし、現在の連絡先をご登録いただいていない方には通知を行うことができません。\n",
    "## 期間\n1. 担当者A 2031年7月19日までに送信されたメール\n",
    "復旧するまで、御請求書の発行が行えない状況がございます。",
    "【パスワード情報について】\n",
]

NOTHING_ASIDE = [
    "パスワードやクレジットカード番号をメールでお尋ねすることは一切ございません。",
    "氏名、住所、電話番号をご入力のうえ送信してください。",
    "会員情報（クレジットカード情報は含まれません）を除くデータを抹消いたしました。",
    "多要素認証を導入し、ID・パスワードの管理を強化いたします。",
]


def _find(text: str, kind: str) -> list[tuple[tuple[int, int], str]]:
    document = Document(text)
    section = Section((0, len(text)), None, None, 1, (kind,), None)
    return [(item.span, item.category) for item in find_items(document, lexicon.scan(document.folded), 0, [section])]


def _check(row: str, categories: str, kind: str) -> None:
    text, spans = unmark(row)
    found = _find(text, kind)
    assert [(text[slice(*span)], category) for span, category in found] == [
        (text[slice(*span)], category) for span, category in zip(spans, categories.split(), strict=True)
    ]
    assert [span for span, _ in found] == spans


@pytest.mark.parametrize(("row", "categories"), SENTENCES[:-1])
def test_sentence(row: str, categories: str) -> None:
    _check(row, categories, "overview")


@pytest.mark.parametrize(("row", "categories"), LISTS + SENTENCES[-1:])
def test_list(row: str, categories: str) -> None:
    _check(row, categories, "affected_data")


@pytest.mark.parametrize(("row", "categories"), ASIDE)
def test_aside(row: str, categories: str) -> None:
    _check(row, categories, "request")


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert _find(text, "overview") == []


@pytest.mark.parametrize("text", NOTHING_LEAKED)
def test_nothing_under_what_leaked(text: str) -> None:
    assert _find(text, "affected_data") == []


@pytest.mark.parametrize("text", NOTHING_CAUSE)
def test_nothing_in_a_cause(text: str) -> None:
    assert _find(text, "cause") == []


@pytest.mark.parametrize("text", NOTHING_ASIDE)
def test_nothing_aside(text: str) -> None:
    assert _find(text, "prevention") == []


def _announced(text: str) -> list[tuple[tuple[int, int], str]]:
    heading = "## 漏えいした情報の内容\n"
    document = Document(heading + text)
    section = Section((0, len(document)), "漏えいした情報の内容", (3, len(heading) - 1), 1, ("affected_data",), None)
    found = find_items(document, lexicon.scan(document.folded), 0, [section])
    return [((start - len(heading), end - len(heading)), code) for (start, end), code, _ in found]


@pytest.mark.parametrize(("row", "categories"), ANNOUNCED)
def test_announced(row: str, categories: str) -> None:
    text, spans = unmark(row)
    assert _announced(text) == list(zip(spans, categories.split(), strict=True))


@pytest.mark.parametrize("text", NOT_ANNOUNCED)
def test_not_announced(text: str) -> None:
    assert _announced(text) == []


def test_label_of_what_follows_is_no_item() -> None:
    """従業員情報 over a line of 氏名、住所 labels it."""
    assert [code for _, code in _announced("- 船員の記録\n\n氏名、住所\n")] == ["name", "address"]


@pytest.mark.parametrize("total", ["- 合計：340名", "- 総計　340件", "- 小計：約340名", "- 内訳：340名"])
def test_what_sums_up_a_list_is_no_item(total: str) -> None:
    _check(f"- ⟦氏名⟧\n- ⟦住所⟧\n{total}", "name address", "affected_data")


def test_lead_makes_a_list_data() -> None:
    """A list under a lead that says what leaked is data, whatever its section says."""
    text = "漏えいした情報は以下のとおりです。\n・氏名\n・生年月日\n"
    assert [category for _, category in _find(text, "overview")] == ["name", "birth_date"]
    text = "ご用意いただくものは以下のとおりです。\n・氏名\n・生年月日\n"
    assert _find(text, "contact") == []


def test_lead_makes_the_rest_of_a_list_data_whatever_it_is() -> None:
    """Below what says so, every line of a list is data; elsewhere only those between two that are known to be."""
    rows = "- 氏名\n- 抽選データ\n- 句会の記録\n"
    assert len(_find("漏えいした情報は以下のとおりです。\n" + rows, "overview")) == 3
    assert len(_find("ご用意いただくものは以下のとおりです。\n" + rows, "overview")) == 0


def test_what_introduces_data_needs_no_word_of_the_leak() -> None:
    """A lead that says which data was kept, and a question that asks which it is, have their data below."""
    text = "侵入されたサーバーには、以下の情報が保存されていました。\n- 氏名\n- ログインID\n"
    assert [category for _, category in _find(text, "investigation")] == ["name", "user_id"]
    text = "### Ｑ２．どのような情報ですか。\n氏名・住所・電話番号です。\n"
    assert [category for _, category in _find(text, "faq")] == ["name", "address", "phone"]
    text = "- 氏名\n- 生年月日\n- 会員番号\n"
    assert [category for _, category in _find(text, "investigation")] == ["name", "birth_date", "member_number"]
    assert _find(text, "contact") == []


def test_a_heading_without_markdown_is_one_all_the_same() -> None:
    """What names the section holds the data below it, and is none itself; a label that lists them is no such."""
    text = "■ 漏えいした情報\n- 氏名\n- 住所\n■ 原因\n調査中です。\n"
    document = Document(text)
    items = find_items(document, lexicon.scan(document.folded), 0, find_sections(document, 0))
    assert [document.source[slice(*item.span)] for item in items] == ["氏名", "住所"]
    text = "■ 不正利用されたポイント\n約100件\n\n■ 漏えいした情報（氏名、住所）\n120名\n\n■ 今後の対応\n努めます。\n"
    document = Document(text)
    items = find_items(document, lexicon.scan(document.folded), 0, find_sections(document, 0))
    assert [document.source[slice(*item.span)] for item in items] == ["氏名", "住所"]


def test_what_a_member_is_called_on_a_card_is_decided_by_its_own_section() -> None:
    document = Document(
        "## 漏えいした可能性のある情報（１）\n- 会員番号\n- 会員氏名\n- セキュリティコード\n\n"
        "## 漏えいした可能性のある情報（２）\n- 氏名\n- 電話番号\n"
    )
    words = lexicon.scan(document.folded)
    found = find_items(document, words, 0, find_sections(document, 0))
    assert [category for _, category, _ in found] == [
        "card_number",
        "card_holder",
        "card_security_code",
        "name",
        "phone",
    ]


def test_note_hashes_every_password() -> None:
    """※上記パスワードはすべて暗号化されています makes hashes of the passwords listed above it."""
    text = "・ログインID、パスワード\n※上記パスワードはすべて暗号化されております。\n"
    assert [category for _, category in _find(text, "affected_data")][:2] == ["user_id", "password_hash"]


def test_ending_decides_where_sections_are_unknown() -> None:
    """Without sections every sentence stands for itself."""
    document = Document("氏名、住所、電話番号が流出しました。")
    items = find_items(document, lexicon.scan(document.folded), 0, [])
    assert [item.category for item in items] == ["name", "address", "phone"]


def test_body_is_respected() -> None:
    """What stands before the body is the masthead's."""
    text = "氏名が漏えいしました。\n住所が漏えいしました。"
    document = Document(text)
    items = find_items(document, lexicon.scan(document.folded), text.index("住所"), [])
    assert [item.category for item in items] == ["address"]
