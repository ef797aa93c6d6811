"""What each date is the date of, and what follows for the incident as a whole."""

import pytest
from tables.marked import unmark

from extract import lexicon
from extract.find.dates.dates import find_dates
from extract.find.sections.headings import find_sections
from extract.mention import Date
from extract.resolve.dates.calendar import resolve_dates
from extract.resolve.dates.roles import resolve_roles
from extract.resolve.dates.timeline import resolve_timeline
from extract.text.document import Document

PUBLISHED = "2025-06-10"


def roles_of(text: str) -> tuple[Document, list[Date]]:
    document = Document(text)
    words = lexicon.scan(document.folded)
    dates, _ = resolve_dates(document, find_dates(document, 0), PUBLISHED)
    return document, resolve_roles(document, words, find_sections(document, 0), dates, PUBLISHED)


# Text with its dates marked; their roles in order.
ROLES = [
    # What may have leaked was found then; what somebody told of was noticed then.
    ("調査を進めた結果、⟦5月11日⟧に名簿の一部が外部に流出した可能性があることが判明しました。", "detected"),
    ("⟦4月14日⟧に、制作会社の工場が攻撃を受け、写真が漏えいしたおそれがあると報告がありました。", "detected"),
    ("⟦4月10日⟧に、当社サーバへの不正アクセスを契機とし、名簿への不正なアクセスを検知しました。", "detected"),
    ("⟦4月20日⟧、外部専門会社より、侵入経路の報告を受け、遠隔操作によることが判明しました。", "investigated"),
    ("調査の完了は、ログの解析に期間を要しており、⟦4月中旬頃⟧となる見込みです。", "investigated"),
    ("⟦4月21日⟧に、委託先より、会員の情報の漏えいはないとの追加報告を受けました。", "investigated"),
    ("会員へのご報告メールは、⟦8月25日から8月31日⟧にかけて、対象の会員への送信を完了いたしました。", "notified"),
    ("漏えいはないとの最終報告書を⟦4月23日⟧に受領しました。", "investigated"),
    ("⟦4月22日以降⟧、委託先よりお詫び文書が発送される予定です。", "notified"),
    ("⟦4月16日⟧は、電話でのお問い合わせ対応は致しかねます。", "other"),
    # Why something was done is not what happened.
    ("- ⟦4月17日（木曜日）⟧不正アクセスが原因と推定されるため、本サイトの公開停止", "contained"),
    ("⟦4月17日⟧、不正アクセスを受けた可能性があるため、サーバーを遮断しました。", "contained"),
    ("委託先の装置において、⟦4月25日⟧に不正アクセスがあったことについて委託先より報告を受けました。", "occurred"),
    # A service by its name, a release by its title.
    ("⟦4月19日⟧　「みほん市場」「みほん通販」の受注を停止", "contained"),
    ("みほん生命（⟦2024年9月1日⟧委託解除）の契約です。", "other"),
    ("⟦4月10日⟧に「みほん市場」におけるカード決済を停止しました。", "contained"),
    ("⟦4月10日⟧に「被害に関するお知らせ」において、攻撃を受けたことをお伝えしました。", "disclosed"),
    ("⟦4月1日⟧に基幹システムの復旧が完了、その後、停止中の業務の入力を行いました。", "restored"),
    ("相談窓口業務は⟦4月10日⟧から再開しております。", "restored"),
    ("⟦4月17日⟧より順次、上記業務の開始を予定しております。", "restored"),
    ("⟦2024年3月⟧時点での、水道をご利用のお客様の氏名です。", "data_period"),
    ("本件による決算発表日（⟦5月13日⟧）に変更はありません。", "other"),
    ("⟦4月5日⟧、会員の情報が流出した可能性があるとわかった。", "detected"),
    # A warning that somebody sent, and a lure.
    ("お客様に対しては、⟦4月5日⟧に運営会社より、不審な連絡への注意を促す内容のメールが配信されています。", "notified"),
    ("⟦4月5日⟧に、お客様へ不審なメールが配信されました。", "occurred"),
    ("商品の発送業務は、⟦4月5日以降⟧、他の会社に委託しております。", "other"),
    ("⟦4月6日⟧に教職員向けに手口や対策について説明し、注意喚起を行いました。", "other"),
    ("⟦4月6日⟧に対象の職員へ個別に説明を行いました。", "notified"),
    # The last cue of the first clause that has one.
    ("⟦4月5日⟧、当社サーバへの不正アクセスを検知しました。", "detected"),
    ("⟦4月5日⟧に第三者による不正アクセスを受け、個人情報が漏えいした可能性があります。", "occurred"),
    ("⟦4月5日⟧に検知し、⟦同日中⟧にネットワークを遮断しました。", "detected contained"),
    ("⟦4月7日⟧、警察署へ被害を申告し、外部機関による調査を開始しました。", "reported"),
    ("⟦4月8日⟧に対策本部を設置しました。", "investigated"),
    ("⟦5月1日⟧より、順次サービスを再開しております。", "restored"),
    ("攻撃による障害の影響を受けていた業務について、⟦本日⟧より順次開始しました。", "restored"),
    ("⟦本日⟧より、倉庫の入出庫業務および食品の出荷業務について順次、開始しています。", "restored"),
    ("拠点を追加（追加拠点からの出荷は ⟦5月7日⟧から開始）", "restored"),
    ("⟦4月5日⟧より、業務用サーバへの攻撃が開始されました。", "occurred"),
    ("⟦4月1日⟧(第一報)、⟦4日⟧(第二報)のとおり、復旧を進めてきました。", "disclosed disclosed"),
    ("「みなと通信」（⟦2023年3月31日⟧）", "disclosed"),
    ("「みなと通信クラブ」（⟦2023年3月31日⟧運営終了）の会員の方", "other"),
    # What had been stopped since that day runs again.
    ("攻撃を受け⟦4月5日⟧より稼働停止していたサーバーが復旧しました。", "contained"),
    ("停止していたサーバーが⟦5月1日⟧に復旧しました。", "restored"),
    # An event that was not seen is none of the day.
    ("⟦4月9日9時から4月12日17時⟧までの間、不正アクセスの試みは観測されていません。", "other"),
    ("調査会社により、⟦4月9日以降⟧続けて見張られておりますが、データの流出は確認されておりません。", "other"),
    ("⟦4月5日⟧に不正アクセスを受けましたが、流出は確認されておりません。", "occurred"),
    # What is yet to come has not happened, nor is it the data's.
    ("⟦6月20日以後⟧のご注文におきまして、通常の配送に戻る予定です。", "other"),
    ("対象の皆様には、⟦6月22日以降⟧、青空社よりお詫び文書が送られる予定です。", "notified"),
    ("⟦6月5日以前⟧にご注文いただいたお客様の情報です。", "data_period"),
    ("【第2報：⟦2025年4月9日⟧】\n\n不正アクセスを受けていたことが発覚いたしました。", "disclosed"),
    ("⟦4月5日⟧：当社で不審なファイルを検知し停止、調査を開始", "detected"),
    ("被害拡大防止のため、⟦4月5日⟧に全サーバを停止", "contained"),
    # What went astray is told in words of sending and telling.
    ("⟦4月5日⟧、職員が、会員1名に対し、採用通知を送信した際、誤って会員の一覧を添付して送信した。", "occurred"),
    ("⟦4月5日⟧、職員が通知書を郵送した際、別の市民の書類を同封した。", "occurred"),
    ("⟦4月5日⟧、通知書を誤って別の方に送付した。", "occurred"),
    ("⟦4月5日⟧、誤って送付した方へお詫びの書面を郵送しました。", "notified"),
    ("⟦4月5日⟧、他の会員にも注意喚起のメールを送信しました。", "notified"),
    ("⟦4月5日⟧、誤って送付した書類を回収しました。", "contained"),
    ("⟦4月5日16時⟧に設定を変更し、閲覧できない状態とした。", "contained"),
    # A verb that modifies a noun: the noun is what the sentence goes on about.
    ("⟦4月5日⟧に発生したシステム障害について、調査の結果をご報告します。", "occurred"),
    ("⟦4月20日⟧に公表しました「不正アクセスについて」の続報です。", "disclosed"),
    ("⟦4月5日⟧に行われたランサムウェア攻撃により情報が漏えいしたことが判明しました。", "occurred"),
    ("不正アクセスを検知した⟦4月5日⟧から、監視を強化しております。", "detected"),
    # An event in the words of who found it, told it, published it.
    ("⟦4月5日⟧、サーバへの侵入が発生し、ファイルが暗号化されていることを確認。", "detected"),
    ("⟦4月5日⟧、サーバで障害が発生し、調査したところ、感染が判明しました。", "occurred"),
    ("⟦4月5日⟧に動作不良が発生、社内調査の結果、不正アクセスが確認されたため、遮断しました。", "occurred"),
    ("⟦5月1日⟧に基幹システムの再セットアップが完了しました。", "restored"),
    ("関係当局への報告は、⟦4月5日⟧ みなと警察署、⟦4月7日⟧ 個人情報保護委員会へ行いました。", "reported reported"),
    ("⟦4月5日⟧に警察、⟦7日⟧に個人情報保護委員会へ報告しました。", "reported reported"),
    ("⟦4月1日⟧に、外部より不正な接続が行われていた事が確認できました。", "occurred"),
    ("⟦4月1日2時から5時⟧にかけて、データを外部に転送したものと推定しています。", "occurred"),
    (
        "攻撃者は⟦4月1日⟧に侵入し、⟦4月3日午前1時頃⟧にランサムウェアを実行したことが判明いたしました。",
        "occurred occurred",
    ),
    ("⟦4月22日⟧に当社ホームページで公開しておりますお知らせ以降、判明した事実をご報告いたします。", "disclosed"),
    ("⟦4月6日⟧　データベースの認証情報を変更", "contained"),
    ("⟦4月8日⟧　お取引先様に報告", "notified"),
    ("⟦4月8日⟧　導入施設様に連絡", "notified"),
    ("調査は⟦4月9日⟧より行われ、⟦23日⟧に報告を受けました。", "investigated investigated"),
    ("当該サーバーは⟦2024年12月⟧に設置され、初めのパスワードのままでした。", "other"),
    ("⟦4月5日19時⟧に、対象の会員様に対しお詫びとメールの削除のお願いを送信しました。", "notified"),
    # What is found or told on a day has a day of its own.
    ("⟦6月3日⟧　調査により、⟦4月12日から5月9日⟧にかけて情報がダウンロードされていたことを確認", "detected occurred"),
    ("⟦6月3日⟧、当社のサーバーが⟦4月12日⟧に侵入されていたことが判明しました。", "detected occurred"),
    ("⟦6月3日⟧、委託先から、⟦4月12日⟧に侵入されていたとの報告を受けました。", "detected occurred"),
    ("⟦6月3日⟧、⟦4月12日⟧に発生した障害について公表しました。", "disclosed occurred"),
    ("⟦6月3日⟧、警察に、⟦4月12日⟧の不正アクセスについて相談しました。", "reported occurred"),
    ("⟦6月3日⟧、⟦4月12日⟧から停止していたサービスを再開しました。", "restored contained"),
    # The finding has a date of its own.
    ("⟦4月1日⟧、第三者がサーバーに侵入し、情報を取得したことが、⟦4月9日⟧に判明しました。", "occurred detected"),
    ("⟦4月1日⟧、共有フォルダに不正アクセスが発生し、⟦4月2日⟧、委託先から報告を受けました。", "occurred detected"),
    (
        "⟦4月9日⟧、不具合が生じたことから、調査を行ったところ、⟦4月1日⟧から、迷惑メールを送信していたことが判明しました。",
        "detected occurred",
    ),
    # Alone in a bracket behind what was done.
    ("・ネットワークを遮断（⟦4月5日⟧）", "contained"),
    ("・業務システムの緊急停止（⟦4月5日⟧）※安全を確認した後に稼働の予定", "contained"),
    ("・外部への大容量の通信を確認（⟦4月1日～4月4日⟧、計約180GB）", "occurred"),
    ("元職員は、⟦2023年10月から2025年3月⟧にかけて、お客様の取引情報を照会し、知人に渡していました。", "occurred"),
    ("⟦2023年4月から2025年2月⟧までに購入された1,200名です。", "data_period"),
    ("⟦4月9日⟧、同社は、攻撃を受け、情報が漏えいした可能性があることをホームページに公表。", "disclosed"),
    ("調査の結果、⟦4月1日⟧に侵入されていたことが判明しました。", "occurred"),
    ("調査の結果、⟦4月1日⟧に同社のサーバの一部が暗号化されていることを確認しました。", "occurred"),
    (
        "調査を進めておりましたところ、⟦4月9日⟧に流出した疑いのあるファイルが公開されていることを確認しました。",
        "detected",
    ),
    # Behind its place a date is told of within what others tell.
    ("青空社のメールシステムにおいて、⟦4月5日⟧、不正アクセスが発生したとの発表がありました。", "occurred"),
    ("⟦4月5日⟧、青空社のメールシステムにおいて、不正アクセスが発生したとの発表がありました。", "disclosed"),
    (
        "その後、⟦4月7日⟧に、委託先のサイトにて、名簿が流出し入手できる状態であった、という旨の発表がありました。",
        "disclosed",
    ),
    # A maker's news of its product is no release.
    ("機器の製造元は⟦4月末⟧に脆弱性を公表しておりましたが、悪用された痕跡はありませんでした。", "other"),
    ("⟦4月15日⟧に提供元が修正済みソフトウェアを公開しております。", "other"),
    ("⟦4月5日⟧に侵入された痕跡はありませんでした。", "other"),
    ("⟦4月5日⟧の更新の際に悪用された形跡は見つかりませんでした。", "other"),
    # What the attacker did, and what was posted or sent astray.
    ("⟦4月18日⟧、攻撃者がログを削除しました。", "occurred"),
    ("⟦4月18日⟧、攻撃者が管理者アカウントのパスワードをリセットしました。", "occurred"),
    ("⟦4月18日⟧にホームページに個人情報を誤って掲載しました。", "occurred"),
    ("⟦4月18日⟧、担当者が誤って個人情報の入った表計算ファイルを公開しました。", "occurred"),
    ("⟦5月1日⟧、応募された方に結果通知のメールを送信した際、宛先をTOで送信しました。", "occurred"),
    ("⟦5月1日⟧、郵送した書類に別の利用者の書類が混入していました。", "occurred"),
    ("⟦4月18日⟧、社外から管理画面へのログインがありました。", "occurred"),
    # Working together is no report where what was done together is told.
    ("⟦5月2日⟧に外部機関と連携し、調査を開始しました。", "investigated"),
    ("⟦5月2日⟧から、侵入経路の特定を進めています。", "investigated"),
    ("⟦5月10日⟧より、対象のお客様へ順次ご案内しております。", "notified"),
    ("⟦5月10日⟧に通常の運用に戻しました。", "restored"),
    ("⟦5月10日⟧から受付を再開しております。", "restored"),
    ("⟦5月10日⟧に電子カルテが使用可能となりました。", "restored"),
    ("⟦5月2日⟧に最新バージョンへアップデートしました。", "contained"),
    ("⟦5月2日⟧には多要素認証を導入しました。", "contained"),
    # A line that ends in its date is of that date alone.
    (
        "・不正アクセスを検知：⟦4月20日⟧\n・警察へ通報：⟦4月21日⟧\n・専門会社へ調査を依頼：⟦4月22日⟧\n・第一報を公表：⟦5月10日⟧",
        "detected reported investigated disclosed",
    ),
    ("⟦2022年12月⟧に実施したキャンペーンの応募者の氏名が流出しました。", "data_period"),
    ("⟦2023年3月⟧に退会されたお客様の情報も流出した可能性があります。", "data_period"),
    ("⟦2023年6月⟧に実施したアンケートの回答内容が流出しました。", "data_period"),
    ("⟦2023年6月⟧分の給与データが流出した可能性があります。", "data_period"),
    # Of whom the data are: those of a year, and of an event.
    ("⟦2022年⟧卒業生49名の写真が漏えいしたおそれがあります。", "data_period"),
    ("市内で⟦2021年⟧に開催された「みほん講座」に受講者としてご登録いただいた情報が流出しました。", "data_period"),
    (
        "⟦2018年4月から2023年6月⟧までの間に開催された展示会において、ご来場いただいた方の名刺が漏えいしました。",
        "data_period",
    ),
    # A line broken hard in the middle of a verb.
    (
        "⟦4月5日⟧、保守を委託している事業者から、不正なアクセスが行われ\nた痕跡が確認された旨の連絡を受領しました。",
        "detected",
    ),
    ("⟦4月1日⟧に侵入した形跡を確認しました。", "occurred"),
    ("⟦4月1日から4月6日⟧にかけて、第三者が接続できる状態にあったことを確認しました。", "occurred"),
    ("不正アクセスが最初に発生したのは⟦4月1日⟧であることを確認しています。", "occurred"),
    # A date with a particle belongs to the first verb, one that stands apart to the last.
    ("⟦4月5日⟧に第三者による不正なログインが行われたことを確認いたしました。", "occurred"),
    ("⟦4月5日⟧に連携先で接続を遮断したことを確認しております。", "contained"),
    ("⟦4月5日⟧、サーバに侵入されていたことを確認しました。", "detected"),
    ("⟦4月5日⟧に会員情報が漏えいした可能性があることを確認しました。", "detected"),
    ("⟦4月6日⟧に攻撃を受けたことを認識しました。", "detected"),
    ("⟦4月5日⟧に、送信できない事象を点検した結果、不正にログインされた形跡を確認。", "detected"),
    ("お客様宛に⟦4月5日⟧に送られたフィッシングメールが確認されています。", "occurred"),
    # What was noticed that day, though more was done on it.
    ("⟦4月5日⟧、通常と異なる記録を確認したため、専門会社に調査を依頼しました。", "detected"),
    ("⟦4月5日⟧、拠点のサーバから情報漏えいの懸念が生じたため、即座に遮断しました。", "detected"),
    ("⟦4月5日⟧に保守業者に連絡の上、対応を完了しました。", "contained"),
    # Findings are told to the day, events may be told to the month.
    ("⟦昨年11月⟧、配信サーバに不正アクセスがあり、名簿が漏えいした可能性があることが判明しました。", "occurred"),
    # Who looks is still looking.
    (
        "⟦4月5日⟧、委託先から、名簿が漏えいした可能性があり、詳細は調査中である旨、担当者あて報告がありました。",
        "detected",
    ),
    ("⟦4月5日8時頃⟧より、不審なメールが送信されていると、お客様からご連絡がありました。", "occurred"),
    ("⟦4月5日⟧にサーバを移設し、侵入に対しての強化を行いました。", "other"),
    ("元社員が⟦昨年5月下旬⟧に、名簿を私物へ移し、持ち出していた記録が見つかりました。", "occurred"),
    ("⟦4月5日⟧に「リスト型攻撃」の手法で不正なログインが行われました。", "occurred"),
    ("⟦4月5日⟧付けにて「第2報」をお届けしました。", "disclosed"),
    ("⟦4月5日⟧の地方紙の朝刊に、攻撃の記事が載りました。", "disclosed"),
    ("判明日\n\n⟦4月5日⟧\n\n点検の過程で分かりました。", "detected"),
    ("⟦3月末⟧までに窓口へお送りいただいた履歴書等の採用関連情報", "data_period"),
    ("⟦3月31日⟧時点のメール全文が取り出されました。", "data_period"),
    # Traces tell when they were left, to those who look.
    ("調査の結果、⟦4月1日⟧に不正アクセスの痕跡を確認しました。", "occurred"),
    ("⟦4月5日⟧にパスワードを一斉に変更しました。", "contained"),
    ("海外の当局へ⟦1月9日⟧に、日本の個人情報保護委員会へ⟦1月10日⟧に報告しました。", "reported reported"),
    ("通信の記録を調べたところ、⟦2月下旬⟧に大量のダウンロードの記録が確認されました。", "occurred"),
    ("⟦4月1日⟧に不正アクセスの痕跡を確認しました。", "detected"),
    ("調査の結果、⟦4月1日22時46分⟧、接続機器を経由して第三者が侵入したことが判明しました。", "occurred"),
    ("⟦4月17日～18日⟧\n\n各校の状況を確認するとともに、受託者に聞き取りを行った。", "investigated"),
    ("⟦4月5日午前⟧に名簿の修復を行い、誤った接続が解消されていることを確認しております。", "restored"),
    ("⟦昨年8月⟧に実施した学生の実習における端末の使用状況を確認したところ、不正な閲覧が判明しました。", "other"),
    # Decided, made sure of, concluded: nothing is noticed by these.
    ("⟦4月5日⟧に対応を行う必要があると判断し、配信を一時停止しました。", "contained"),
    ("⟦4月8日⟧：必要な対応および安全性の確認が完了し、配信を再開", "restored"),
    ("⟦4月30日⟧に同社より、漏えいの事実は確認されなかったとの最終報告を受けました。", "investigated"),
    ("⟦4月30日⟧、委託先より、詳細な調査が完了し該当がないとの連絡がありました。", "investigated"),
    ("⟦4月30日⟧　最終報告を公開", "disclosed"),
    ("※委託先が攻撃を受けた期間（⟦4月5日～4月8日⟧）に名簿へ載っていた従業員", "occurred"),
    ("なお、業務の復旧は⟦5月6日⟧を見込んでおります。", "restored"),
    # Who told whom.
    ("⟦4月5日⟧、委託先から情報が漏えいしたとの報告を受けました。", "detected"),
    ("委託先が攻撃を受けた旨の報告を⟦4月5日⟧に同社より受けました。", "detected"),
    (
        "個人情報保護委員会には⟦4月8日⟧に報告済みであり、所轄警察署にも⟦4月9日⟧被害申告しております。",
        "reported reported",
    ),
    ("対象のお客様には、⟦本日⟧より、電子メールにて個別にご連絡申し上げております。", "notified"),
    ("⟦4月10日⟧、委託先より当社に対して、同社が攻撃を受け、調査を進めているとの報告。", "detected"),
    ("⟦4月10日⟧　委託先から、サーバが攻撃を受け、データが暗号化されたとの報告。", "detected"),
    ("⟦4月9日8時頃⟧から、当サイトに大量の通信が続いていることを確認しております。", "occurred"),
    ("⟦4月5日⟧より調査を進めた結果、当社のサーバが攻撃を受けたことを確認いたしました。", "investigated"),
    ("システムの全面復旧時期については、現時点で⟦6月中⟧の予定です。", "restored"),
    ("⟦4月1日⟧に生じました、当社システムの障害につきまして、お詫び申し上げます。", "occurred"),
    ("⟦4月1日⟧に起きた障害について、お知らせします。", "occurred"),
    # A date that ends the entry of a list in a bracket.
    ("## 経緯\n・公式サイトが改ざんされる（⟦4月5日⟧）\n", "occurred"),
    ("## 経緯\n① 委託先より攻撃を受けたとの報告を受ける（⟦4月5日頃⟧）\n", "detected"),
    ("## 経緯\n・対策本部を設置（⟦4月5日⟧）\n", "investigated"),
    ("■経緯\n⟦4月5日⟧：別のお客様の書類を誤って送付\n", "occurred"),
    ("⟦4月5日⟧、職員が偽サイトにIDとパスワードを入力しました。", "occurred"),
    ("⟦4月5日⟧、サーバへの大量のアクセスが始まりました。", "occurred"),
    ("⟦4月5日⟧、誤送信先にメールの削除を依頼しました。", "contained"),
    ("⟦4月5日⟧、調査会社より中間報告を受領しました。", "investigated"),
    ("⟦4月5日⟧、被害状況の把握に着手しました。", "investigated"),
    # Blanks within and about a date.
    ("調査の結果、 ⟦4月 5 日⟧ に第三者が侵入していたことが判明しました。", "occurred"),
    ("業務システムの緊急停止（ ⟦4月 5 日⟧ ）", "contained"),
    (
        "## 経緯  \n- ⟦2月18日⟧  \n  \n委託先から当社へ攻撃について報告  \n  \n- ⟦2月20日⟧  \n  \n警察へ通報  \n",
        "detected reported",
    ),
    # What is known in the field, and no part of the incident.
    ("⟦2025年2月⟧に判明した『見本』という新たな手法が用いられました。", "other"),
    ("⟦4月2日⟧に公表された脆弱性が悪用されました。", "other"),
    ("対象の方には⟦6月15日⟧に書面でお知らせします。", "notified"),
    ("⟦6月15日⟧から順次お知らせいたします。", "notified"),
    ("⟦4月5日⟧、ベンダーへ相談しました。", "investigated"),
    # Publications, of this and of other reports.
    ("以上の事実が確認できたため、⟦本日⟧の発表に至りました。", "disclosed"),
    ("⟦4月20日⟧付「システム障害について（第一報）」、⟦4月27日⟧付けの第二報", "disclosed disclosed"),
    ("既報（第1報（⟦4月20日⟧）第2報（⟦4月27日⟧））に続き", "disclosed disclosed"),
    ("⟦4月20日⟧および⟦4月27日⟧に公表いたしました", "disclosed disclosed"),
    ("⟦4月5日⟧にお知らせしました（第1報）障害の原因は、攻撃によるものでした。", "disclosed"),
    ("⟦4月5日⟧に当サイトで「お知らせ」させていただきました。", "disclosed"),
    # お知らせします is said now and dates nothing.
    ("当社が⟦4月5日⟧にランサムウェア攻撃を受けたことをお知らせいたします。", "occurred"),
    ("お詫び申し上げます。\n\n⟦2025年6月10日⟧\n\n架空商事株式会社", "disclosed"),
    # As of a date; the data's own date.
    ("⟦6月1日⟧時点で、二次被害は確認されておりません。", "other"),
    ("現時点（⟦6月1日⟧）で判明している内容", "other"),
    ("⟦2019年10月⟧時点の会員情報が含まれておりました。", "data_period"),
    # Whose data.
    ("⟦2021年5月1日～2024年7月19日⟧の期間中に当店で購入されたお客様", "data_period"),
    ("⟦2023年8月13日以前⟧に会員登録を行ったユーザー", "data_period"),
    ("⟦2010年から2020年⟧までの間に入院された患者さん", "data_period"),
    ("入会日が⟦2024年9月11日以前⟧の方", "data_period"),
    ("⟦2025年3月1日⟧までに送信されたメール", "data_period"),
    # Labels, headings, lists, tables, timelines.
    ("発生日時：⟦4月5日（土）17時45分頃⟧", "occurred"),
    ("発生日：⟦4月5日⟧（確認日：⟦4月6日⟧）", "occurred detected"),
    ("## 発覚日時\n\n⟦4月5日16時頃⟧\n\n## 原因\n\n職員の操作", "detected"),
    (
        "## 経緯\n### ⟦4月5日⟧\n- 社内システムの異常を検知\n### ⟦4月6日⟧\n- 個人情報保護委員会へ速報を提出",
        "detected reported",
    ),
    ("⟦4月11日⟧、⟦14日⟧、⟦21日⟧に迷惑メールが送信されました。", "occurred occurred occurred"),
    (
        "|⟦4月5日⟧|⟦22：30⟧|不正アクセスの形跡を確認|\n|⟦4月6日⟧|⟦8：00⟧|ネットワークを遮断|",
        "detected detected contained contained",
    ),
    ("## 個人情報保護委員会への報告\n①第1報：⟦4月8日⟧、②第2報：⟦5月1日⟧", "reported reported"),
    ("## 経緯\n### ⟦4月8日⟧\n  文部科学省に報告(第3報)\n  \n  調査を依頼", "reported"),
    ("⟦4月8日⟧、本学から文部科学省に第１報を提出", "reported"),
    ("⟦4月18日⟧\n解析結果(速報)の報告", "investigated"),
    ("システム障害（⟦4月5日⟧公表）により、ご迷惑をおかけしておりますことをお詫び申し上げます。", "disclosed"),
    ("⟦4月5日⟧に被ったランサムウェア攻撃につき社内調査を進めたところ、流出が判明しました。", "occurred"),
    ("- ⟦4月7日⟧　大量の迷惑メールが送信された形跡を確認", "detected"),
    ("### ⟦4月5日⟧\n- ⟦08:56⟧：端末への不正アクセスが発生", "occurred occurred"),
    ("⟦4月7日⟧：これまでの調査状況を踏まえ、警察へ被害を届け出", "reported"),
    ("⟦4月24日⟧：攻撃者のリークサイトに社名が掲載され、情報が公開されたことを確認", "detected"),
    ("個人情報保護委員会に⟦4月25日⟧に「確報」を提出いたしました。", "reported"),
    ("パスワードは⟦4月6日⟧に変更を行い、その後不正アクセスは確認されておりません。", "contained"),
    # What stands before is what the date is said of.
    ("監視が異状をとらえたのは⟦4月5日⟧、サイトを閉じたのは⟦同日18時⟧です。", "detected contained"),
    (
        "監督官庁への報告は⟦4月8日⟧に済ませ、個人情報保護委員会へは⟦4月9日⟧に、警察署へは⟦4月10日⟧に届け出ました。",
        "reported reported reported",
    ),
    ("侵入は⟦4月5日深夜⟧に始まりました。", "occurred"),
    ("検索機能の改修（⟦4月24日⟧完了）", "contained"),
    ("対象の皆さまには⟦4月22日⟧にメールでお知らせしております。", "notified"),
    ("⟦4月5日⟧、近隣の施設から問い合わせのお電話をいただきました。", "detected"),
    ("○見える状態だった期間\n　⟦4月1日～4月5日⟧\n\n○対象者\n　会員の皆さま", "occurred"),
    # What is quoted or stands in brackets is said beside; a full stop in it ends no sentence.
    ("⟦4月5日⟧、受託者から、「不正な操作があり、記録が漏えいした可能性がある。」旨を当課に報告。", "detected"),
    ("⟦4月20日⟧に公表した「漏えいが判明した情報（⟦4月18日⟧時点）」に変わりはありません。", "disclosed other"),
    ("架空工業（⟦2024年7月1日⟧に当社へ吸収合併）の委託先が攻撃を受けたとの連絡を受けました。", "other"),
    # A date that stands apart waits for the main clause.
    ("⟦4月5日⟧、委託先から報告があったため、当該サーバを停止。", "contained"),
    ("⟦4月5日⟧に委託先から報告があったため、当該サーバを停止。", "detected"),
    ("⟦4月8日⟧：警察への相談を行った上で、カード決済を停止。", "contained"),
    ("⟦4月6日⟧、職員が業者に復旧を依頼したところ、漏えいの可能性を指摘される。", "detected"),
    ("⟦4月5日⟧、配信サーバの機能が停止したため、別の経路に切り替えました。", "occurred"),
    ("⟦4月5日⟧、第三者が、⟦4月1日から3日⟧にかけて当社の端末に不正に接続したことが発覚しました。", "detected occurred"),
    (
        "⟦4月5日⟧、受信箱に不具合が生じたことから、記録を調べたところ、⟦4月2日⟧から迷惑メールが送信されていたことが判明しました。",
        "detected occurred",
    ),
    ("⟦4月5日⟧：ログの調査を行い、改ざんを検知。", "detected"),
    ("⟦4月5日⟧、専門会社による調査が完了し、漏えいを確認しました。", "investigated"),
    ("⟦4月5日⟧、当館のサイトが不正アクセスを受けた件について、警察と連携し、調査しております。", "occurred"),
    ("⟦4月5日⟧より発生しております、攻撃によるサービスの停止につきまして、現状をご報告します。", "occurred"),
    # The noun that a date stands before tells, by its last word.
    ("⟦4月5日⟧の第三者による不正アクセス発生後、専門家の支援の下で復旧を進めております。", "occurred"),
    ("⟦4月20日⟧のお知らせ以降、専門会社による調査を実施しました。", "disclosed"),
    # What was done as a matter of course, though a later clause tells of a report.
    ("⟦4月8日⟧に通信機器の更新を行っており、作業した業者より、設定に誤りがあったとの報告を受けました。", "other"),
    # What left the traces was done on the day, and they were found later.
    ("サーバー上で、⟦4月20日18時頃⟧に見慣れないファイルの更新が行われた記録を確認しております。", "occurred"),
    # The title of what was published stands behind the day.
    ("以下をご覧ください。\n⟦2025/04/20⟧ – なりすましアカウントの発生に関するQ&A\n", "disclosed"),
    ("関連する公表\n⟦2025年4月20日⟧　不正ログインの発生について\n", "disclosed"),
    ("※\n⟦2025年4月20日⟧付　グループ会社における攻撃の被害に関しまして（第 2 報）\n", "disclosed"),
    ("⟦4月16日⟧の市からの発表のとおり、委託先が攻撃を受けました。", "disclosed"),
    ("⟦5月6日⟧までの調査で判明した事実", "investigated"),
    ("⟦5月1日⟧からの営業につきましては、支障がないことを確認しました。", "other"),
    ("監視の始めは、攻撃発生の⟦4月5日⟧に遡ります。", "occurred"),
    # Who got word, and who was sent word.
    ("### ［⟦4月9日⟧］\n- 同社より「名簿が漏えいした」旨のご報告を受領しました。", "detected"),
    ("対象の方には、運営会社より⟦4月11日⟧から順次、個別にメールが送信されています。", "notified"),
    ("⟦4月5日5時以降⟧、当館の名で偽の案内が送信されていると、お客様より連絡がありました。", "occurred"),
    ("⟦4月5日⟧、従業員は上司へ本件を報告。", "detected"),
    ("攻撃者は、⟦4月1日⟧に当社の職員に接触し、偽の求人の案内を送付しました。", "occurred"),
    ("警察にも⟦4月6日⟧から連携しております。", "reported"),
    ("⟦4月4日⟧に報告いたしました『不正アクセスの件（初報）』につき、調査を終えました。", "disclosed"),
    ("なお、⟦5月18日⟧付にて、個人情報保護委員会へ確報を提出いたしましたことをご報告申しあげます。", "reported"),
    # What only names something, is denied, goes on, or is the cause of what was noticed before.
    ("⟦4月5日⟧、調査を継続するとともに、警察へ被害を届け出。", "reported"),
    ("⟦4月5日⟧、端末に不具合が発生し、攻撃が原因であることが発覚しました。", "occurred"),
    ("⟦4月5日⟧：名簿の窃取および削除、脅迫文の残置を確認", "detected"),
    ("⟦4月5日⟧：被害状況の確認を開始", "investigated"),
    ("⟦4月5日⟧に不正なファイルを確認しました。", "detected"),
    ("調査により、⟦4月5日⟧にサーバ内に不正なファイルを確認しました。", "detected"),
    ("機器を調べた結果、⟦昨年12月下旬⟧に侵入の痕跡があったことを確認しました。", "occurred"),
    ("⟦本年2月⟧、当社が不正アクセスを受けた事案に関する調査結果と対策のご報告です。", "occurred"),
    ("⟦4月5日以降⟧ログインされていない会員の皆さまは、今一度ログインをお願いいたします。", "other"),
    ("⟦昨年11月末⟧　専門業者の調査で攻撃が特定され、漏えいが否定できないと結論される", "detected"),
    ("⟦4月5日⟧からサーバーに接続しにくい状態が続いております。", "occurred"),
    # Plans, requests, drills, other matters.
    ("⟦6月25日⟧に予定しております試験の合否発表につきましては、掲示をとりやめます。", "other"),
    ("⟦4月18日⟧に本会が実施する講習に際し、受講票が第三者に表示されました。", "other"),
    ("なお、監視は⟦6月30日⟧を目途に終えるとの報告を受けております。", "other"),
    ("⟦4月5日以降⟧、ログインされていない方は、不審な操作がないかご確認いただきますようお願いいたします。", "other"),
    ("警告画面が出たときの動き方を訓練しました（⟦5月1日⟧実施）。", "other"),
    ("⟦4月8日⟧までのところ、二次被害は確認されておりません。", "other"),
    ("侵入は、⟦2024年10月⟧に作成された管理用アカウントの悪用によります。", "other"),
    # Reports by their labels; a label before all other evidence.
    ("|【前回報告】⟦2024年12月⟧|氏名が窃取された可能性がある。|", "disclosed"),
    ("海上保険の発表（⟦5月13日⟧付）では、対象は1万件です。", "disclosed"),
    ("## 影響（⟦5月21日⟧ 追加）", "disclosed"),
    ("## 発生日時\n\n⟦2025年6月10日⟧\n\n## 対象", "occurred"),
    ("架空館サービスの障害についてのお詫びとご報告(⟦4月22日⟧)", "disclosed"),
    ("商品の出荷の再開は⟦6月中旬以降⟧を予定しております。", "restored"),
    ("⟦5月10日⟧に報告をさせていただきました｢攻撃に関するお知らせ｣のとおり、調査を進めています。", "disclosed"),
    ("## 経過\n- ⟦4月18日⟧\n\n写真館から委託元へ経緯を報告\n\n- ⟦4月20日⟧\n\n警察へ届け出", "detected reported"),
    ("## 委託者が報告を受けた日\n⟦4月9日⟧", "detected"),
    (
        "## 改ざんの影響が考えられる期間\n⟦4月1日～4月3日⟧\n\n安全を確かめ、⟦5月1日⟧に公開を再開しました。",
        "occurred restored",
    ),
    # Whose data.
    ("※流出したのは⟦2021年10月以降⟧のものです。", "data_period"),
    ("サーバ内に⟦2000年以降⟧の当社との取引データがありました。", "data_period"),
    ("対象となるのは、⟦2023年8月13日以前⟧に登録を行い、変更していない方です。", "data_period"),
    ("当社が⟦2019年⟧に提供したお客様情報が含まれているとの報告を受けました。", "data_period"),
    ("2023年度（⟦2024年3月⟧卒業）の名簿", "data_period"),
    ("⟦2017年⟧当時の電話番号簿", "data_period"),
    ("不正アクセスを検知した⟦4月9日以前⟧に発生した事象です。", "occurred"),
    ("⟦4月16日18時47分から20時21分⟧にかけ、保管されていたデータが不正に取得されました。", "occurred"),
    # Delays are told from the first notice on.
    ("⟦4月5日⟧の漏洩懸念から今回の案内に至るまで、時間を要しましたことをお詫び申し上げます。", "detected"),
    ("改ざんされていた可能性のある期間中（⟦4月1日～4月3日⟧）に当館のページをご覧になった皆さま", "occurred"),
    ("募集の期間中（⟦4月1日～4月3日⟧）にお申し込みいただいた皆さま", "data_period"),
    # A break in a cell of a table ends a clause.
    ("|⟦4月5日⟧|・午前、攻撃を検知<br/>・ネットワークを遮断<br>・全パスワードの変更に着手|", "detected"),
    # A desk's system that is attacked is no desk.
    ("先日⟦4月5日⟧、当館のご相談窓口（みほんチャット）において、不正アクセスを受ける事案が発生しました。", "occurred"),
    ("⟦4月5日⟧、当館の予約受付システムが不正アクセスを受けました。", "occurred"),
    ("⟦4月5日⟧、コールセンターの応対用の端末への不正アクセスを確認しました。", "detected"),
    ("⟦4月5日⟧、研修会用のメールアドレスから迷惑メールが送信されました。", "occurred"),
    ("⟦4月5日⟧より、お問い合わせの受付フォームを開設しております。", "other"),
    ("⟦4月5日未明⟧、基幹システムに接続できなくなりました。", "occurred"),
    ("⟦4月5日⟧に名簿を見ることができなくなり、調査を行った結果、攻撃を受けたと判明しました。", "occurred"),
    ("影響を受けた仕組みは⟦4月29日⟧より正常稼働いたしました。", "restored"),
    ("⟦6月末⟧に失効したポイントは、再び付与いたします。", "other"),
    ("⟦4月6日⟧、当該の認証情報を失効させました。", "contained"),
    # Who writes to the people concerned is no source of what was noticed.
    ("⟦4月16日⟧、当社から対象のお客様にメールで通知しました。", "notified"),
    ("⟦4月16日⟧、青空社からお客様の情報が流出したと通知されました。", "detected"),
    # What is over or safe was not noticed.
    ("本件は⟦4月5日⟧をもって収束したものと判断しております。", "other"),
    ("⟦4月10日⟧、安全性が確認できたため、サーバーを再起動しました。", "restored"),
    ("⟦4月5日早朝⟧、監視の仕組みが見慣れない通信を捕捉しました。", "detected"),
    ("⟦4月8日⟧に臨時の保護者会を開き、経緯を説明しました。", "notified"),
    ("⟦4月8日⟧、保護者の皆さまに文書を配布しました。", "notified"),
    ("⟦4月5日⟧、県警が捜査を開始しました。", "investigated"),
    # An event told in the words of who published it; the date that stands apart before it is the publication's.
    ("当社は⟦4月5日⟧に一部のサーバーで障害が発生したことを公表しました。", "occurred"),
    ("⟦4月6日⟧、当社の仕組みが⟦4月5日⟧に攻撃を受けたことを公表しましたが、調査を終えました。", "disclosed occurred"),
    ("⟦4月6日⟧に、攻撃を受けたことを公表しました。", "disclosed"),
    # What leaked is looked into.
    ("⟦4月9日⟧：流出した全データの調査に着手", "investigated"),
    ("⟦4月22日⟧、委託先から漏えいデータを提供され、当市が対象者の特定作業を行いました。", "investigated"),
    ("⟦4月5日⟧に流出したデータの内容は、次のとおりです。", "occurred"),
    ("## これまでの公表\n- ⟦4月5日⟧ 対応の第 1 報（段階を踏んだ再開の方針）", "disclosed"),
    ("## これまでの公表\n- ⟦6月20日⟧より再び手続きが可能となります。", "other"),
    # What goes on in the noun that a verb modifies is not dated by it.
    ("⟦4月5日⟧より募集を実施しておりました「みほんの会」の申込の画面において、不審な申込が確認されました。", "other"),
    ("⟦4月5日⟧に行われた第三者による攻撃において、名簿の流出が確認されました。", "occurred"),
    ("⟦4月5日⟧に攻撃を受けた事が、公式の画面で知らされました。", "occurred"),
    ("⟦4月上旬⟧、代表者を装った者から、社外の連絡先へ誘導するメールが届きました。", "occurred"),
    ("当初は⟦4月5日⟧の開館としておりましたが、今回の事態を厳粛に受け止め、準備を急いでいます。", "other"),
    # A report that is handed in is none that came; what is only looked at or through is not noticed.
    ("⟦4月11日⟧：委員会へ速報の届出および所轄警察署へ被害の相談を実施。", "reported"),
    ("⟦4月5日⟧　出荷に関わるシステム確認。", "other"),
    ("|⟦4月5日⟧|攻撃者が公開した情報の確認を完了|", "investigated"),
    ("⟦4月29日⟧付でまとめられた結果では、流出の痕跡は確認されませんでした。", "investigated"),
    ("なお、⟦4月26日⟧ 公表の「みほん装置の停止について」に関するお問い合わせは、窓口にてお受けします。", "disclosed"),
    ("最終更新日：⟦2025年4月20日 16:20⟧", "disclosed"),
    ("再発防止策（⟦4月18日⟧までに完了）", "contained"),
    ("⟦4月5日早朝⟧に攻撃を受けた事が、公式の画面に通知されました。", "occurred"),
    ("⟦4月5日⟧に攻撃を受けた旨をご報告しましたが、調査を続けております。", "disclosed"),
    ("⟦4月5日⟧、一部の報道で、攻撃者が犯行声明を出したとの報道がありました。", "disclosed"),
    ("⟦4月5日未明以降⟧、一時的に正しい表示が行われない状態となっておりました。", "occurred"),
    # A day of telling by who is told; what is done, told and looked for in bare words.
    ("・個人情報保護委員会への報告日：⟦4月8日⟧\n・ご本人への通知日：⟦4月10日⟧\n・窓口", "reported notified"),
    ("⟦4月5日⟧：ランサムウェアが実行される。", "occurred"),
    ("⟦4月5日⟧：社員が異常に気づきサーバーを停止", "detected"),
    ("⟦4月5日⟧、委託先より「不審な接続がある」との一報", "detected"),
    ("⟦4月6日⟧　全端末のウイルスチェックを実施", "investigated"),
    ("⟦4月10日⟧　バックアップデータのリストア完了", "restored"),
    ("⟦4月15日⟧　漏えいした可能性のあるお客様を特定", "other"),
    ("⟦4月5日⟧ ：調査のため、サイトの全ての機能を一時停止。", "contained"),
    # A year said of what a device had been, and of the data it held.
    ("当館が⟦2022年⟧まで連絡用として利用していた装置が攻撃を受け、名簿が漏えいした可能性があります。", "other"),
    ("当社のサーバーが⟦5月5日⟧まで踏み台として利用されていました。", "occurred"),
    ("当社のサーバーが⟦2024年⟧まで踏み台として利用されていました。", "occurred"),
    # What opens its line stands apart, whatever verb follows it first.
    ("⟦4月5日（土）⟧誤って送付された方から連絡があり判明", "detected"),
    ("⟦4月5日⟧　誤送付された方から連絡があり判明", "detected"),
    # Told to the schools whose board publishes; what is to be told, and what somebody has to do.
    ("⟦4月5日⟧\n株式会社みほん写真が市立みどり中学校へ経緯説明", "detected"),
    ("⟦4月6日⟧\nみどり中学校長から市教育委員会へ報告", "detected"),
    ("⟦4月7日⟧\n市教育委員会から学校長へ、保護者への通知を指示", "other"),
    ("⟦4月3日⟧、個人情報保護委員会から委託先に対し、委託元への通知が必要であるとの指摘があった。", "other"),
    ("⟦4月5日⟧に個人情報保護委員会から情報漏えいのおそれがあるとの連絡を受けました。", "detected"),
    ("報道を受け、⟦4月6日⟧、教育委員会で各校の発注状況を確認した。", "investigated"),
    # Nobody notices over a period.
    ("・不正ログインが確認された期間：⟦4月1日～4月5日⟧", "occurred"),
    # By post, and not from whom; told at home.
    ("⟦4月8日⟧～　対象の患者様へ郵送により通知", "notified"),
    ("⟦4月6日⟧　病院へ報告", "detected"),
    ("⟦4月6日⟧　病院に入院中の患者様へ連絡", "notified"),
    # To whom, before the date.
    ("対象者には⟦4月7日⟧から通知を行い、⟦4月12日⟧に完了した。", "notified notified"),
    # Between two hours nobody became a customer.
    ("⟦4月5日 8時～10時⟧の間に、登録された宛先へ不審なメールが送信されました。", "occurred"),
    # What had gone astray is out of harm's way.
    ("⟦4月7日から9日⟧にかけて、誤送付先の方を訪問し、謝罪いたしました。", "notified"),
    ("端末を遠隔操作でロックし、⟦4月8日⟧にデータを消去しました。", "contained"),
    ("⟦4月7日⟧、誤送信したメールの削除を確認しました。", "contained"),
    ("⟦4月7日（月）⟧誤送付した書類を回収", "contained"),
    # Who did it had been one of them; whose data they are says something else.
    ("⟦3月31日⟧に退職した元従業員が、顧客名簿を持ち出していました。", "other"),
    # Nobody's incident.
    ("専用窓口は⟦6月末⟧をもって閉鎖いたしました。", "other"),
    ("当社は⟦2026年1月⟧に新サイトの開発を予定しております。", "other"),
]
# Text; occurred, occurred_end, detected.
TIMELINES = [
    ("4月5日に第三者の攻撃を受けました。4月7日に検知しました。", "2025-04-05", None, "2025-04-07"),
    ("4月1日から4月6日にかけて不正アクセスが行われました。", "2025-04-01", "2025-04-06", None),
    ("4月5日11時頃、4月6日12時頃に迷惑メールが送信されました。", "2025-04-05", "2025-04-06", None),
    ("4月5日13時15分に攻撃を受けました。", "2025-04-05", None, None),
    # What comes after the noticing is no beginning.
    ("4月5日に不正アクセスを検知しました。4月6日にシステム障害が発生しました。", None, None, "2025-04-05"),
    ("昨年5月にランサムウェアの攻撃を受けました。", "2024-05", None, None),
    ("4月9日以前に発生した事象です。", None, None, None),
    ("4月3日に攻撃を受けました。\n4月4日17時頃から攻撃が急に増えました。", "2025-04-03", None, None),
    ("4月下旬、1日に数百件の不正な注文を検知しました。", None, None, "2025-04"),
    ("攻撃の期間：4月3日～4月4日\n4月5日～4月8日", "2025-04-03", "2025-04-08", None),
    ("攻撃の期間：4月3日～4月4日、4月12日～4月15日", "2025-04-03", "2025-04-04", None),
    ("発生日：4月3日\n4月9日に検知しました。", "2025-04-03", None, "2025-04-09"),
    # Another incident.
    (
        "4月5日に攻撃を検知しました。昨年11月に発生した不正アクセスと今回の事案は、経路が異なり、直接の関係はないと考えております。",
        None,
        None,
        "2025-04-05",
    ),
    ("4月1日に発生した不正アクセスと本件の停止との関係は調査中です。", "2025-04-01", None, None),
    ("4月20日に公表しました。", None, None, None),
    # A run of days is a period; what is days apart is not, nor is what goes on from a day.
    ("4月1日、端末が攻撃を受けました。\n4月3日、名簿が窃取されました。", "2025-04-01", "2025-04-03", None),
    ("4月1日、端末が攻撃を受けました。\n4月9日、名簿が窃取されました。", "2025-04-01", None, None),
    ("4月1日に攻撃を受けました。\n4月2日より障害が発生しています。", "2025-04-01", None, None),
    # A day says more than the month that holds it.
    ("2025年4月に発覚しました。\n4月2日、異常を検知。", None, None, "2025-04-02"),
]


@pytest.mark.parametrize(("row", "roles"), ROLES)
def test_roles(row: str, roles: str) -> None:
    text, spans = unmark(row)
    _, dates = roles_of(text)
    assert [date.span for date in dates] == spans
    assert " ".join(date.role for date in dates) == roles


@pytest.mark.parametrize(("text", "occurred", "occurred_end", "detected"), TIMELINES)
def test_timeline(text: str, occurred: str | None, occurred_end: str | None, detected: str | None) -> None:
    document, dates = roles_of(text)
    timeline = resolve_timeline(document, dates)
    assert timeline[:3] == (occurred, occurred_end, detected)
    assert {evidence.field for evidence in timeline.evidence} == {
        field
        for field, value in zip(("occurred", "occurred_end", "detected"), timeline[:3], strict=True)
        if value is not None
    }
    assert {evidence.span for evidence in timeline.evidence} <= {date.span for date in dates}
