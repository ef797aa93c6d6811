"""Groups that a release makes in running text alone, with neither count nor items."""

import pytest

from extract.pipeline import find_all

HEAD = "2031年4月2日\n株式会社みほん商店\n不正アクセスに関するお知らせ\n\n"
GROUP = "会員120名の氏名が漏えいした可能性があります。\n\n"

# What stands beside no other group: the words, and the groups as (status, subject).
ALONE: dict[str, list[tuple[str, str | None]]] = {
    "お客様の情報が流出した可能性があります。": [("possible", "お客様")],
    "お客様の個人情報が第三者に見られた可能性があります。": [("possible", "お客様")],
    # Those who are told are those whose data leaked, where nobody else is named.
    "弊社が保有する情報の一部の流出を確認しました。対象となるお客様、お取引先様については順次ご連絡しております。": [
        ("confirmed", "お客様、お取引先様")
    ],
    "個人情報の流出を確認しました。今後、漏えいが判明した場合には、対象となるお客様へご連絡いたします。": [
        ("confirmed", None)
    ],
    "お客様の個人情報が参照された可能性は否めない状況です。": [("possible", "お客様")],
    "お客様の情報が持ち去られた事実は、現時点では見つかっておりません。": [("unknown", "お客様")],
    "漏えいした情報にお客様の情報は入っておりません。": [("excluded", "お客様")],
    "攻撃を受けたサーバーに保存されていた情報が流出した可能性を否定できません。": [
        ("possible", "攻撃を受けたサーバーに保存されていた情報")
    ],
    "調査の結果、海外子会社から流出した疑いのあるデータをネット上で確認しました。": [
        ("possible", "海外子会社から流出した疑いのあるデータ")
    ],
    "漏えいした情報には、お客様や関係者の皆様に関連する情報が含まれております。": [
        ("confirmed", "お客様や関係者の皆様")
    ],
    "お客様の情報が読み出された事実は、現時点では確認されておりません。": [("unknown", "お客様")],
    "現時点で、「みほん友の会」会員の皆様のご登録情報の漏えいは確認されておりません。": [
        ("unknown", "「みほん友の会」会員の皆様")
    ],
    "現時点では、個人情報ならびにお客さま・お取引先の情報が流出した事実は確認されておりません。": [
        ("unknown", "お客さま・お取引先")
    ],
    "当社は委託先と一部の顧客情報を共有しており、その漏えいの有無を確認しております。": [("unknown", "一部の顧客")],
    # Whose data leaked, and behind it whose did not.
    "社員の情報が流出しましたが、お客様の情報は含まれておりません。": [("confirmed", "社員"), ("excluded", "お客様")],
    "流出したおそれがあるのは社員の情報のみであり、お客様の情報は含まれておりません。": [
        ("possible", "社員"),
        ("excluded", "お客様"),
    ],
    "漏えいの対象は仕入先の情報のみで販売先の情報は含まれておりません。": [("excluded", "販売先")],
    # What a later sentence tells of more people, and of others whose data leaked too.
    "お客様の情報が流出したおそれがあります。流出したおそれがあるのは社員をはじめとする個人情報とお客様の情報です。": [
        ("possible", "社員"),
        ("possible", "お客様"),
    ],
    "お客様の情報が漏えいした可能性があります。また、社員の個人情報についても漏えいした可能性があります。": [
        ("possible", "お客様"),
        ("possible", "社員"),
    ],
    "お客様の情報が漏えいした可能性があります。この情報も、個人情報保護委員会に報告しました。": [
        ("possible", "お客様")
    ],
    "社員の情報が流出しました。なお、仕入先の情報及びお客様の個人情報は含まれておりません。": [
        ("confirmed", "社員"),
        ("excluded", "仕入先"),
        ("excluded", "お客様"),
    ],
    "不審な申し込みは、個人情報の窃取を目的としている可能性があります。": [],
    "お客様の情報の流出を含めた影響範囲については、外部の専門機関と連携して調査を進めております。": [
        ("unknown", "お客様")
    ],
    "本件に関するお客様情報等の漏洩の事実については、現在確認中です。": [("unknown", "お客様")],
    "社員の情報の一部が流出しましたが、お客様の情報の漏えいは確認されておりません。調査中です。": [
        ("confirmed", "社員"),
        ("unknown", "お客様"),
    ],
    "お客様の情報の漏えいは確認されておりません。一方、社員の情報は、流出した可能性を否定できません。調査中です。": [
        ("unknown", "お客様"),
        ("possible", "社員"),
    ],
    # What the attack reached held their data.
    "暗号化されたファイルには、お客様の個人情報が含まれていることが判明しました。流出の有無は調査中です。": [
        ("unknown", "お客様")
    ],
    "攻撃を受けたサーバーには、会員の個人情報が保存されておりました。情報が流出した可能性があります。": [
        ("possible", "会員")
    ],
    "当社の情報サイトにおいて、不審な画面が表示される事象が発生しました。": [],
    # What anybody claims is not known.
    "会員の情報が流出しているとの書き込みがありました。": [("unknown", "会員")],
    "会員の情報が流出したとの指摘を受け、調査の結果、漏えいを確認しました。": [("confirmed", "会員")],
    # What another had lost is how they came in.
    "外部で流出したと思われる読者の情報をもとに、読者に成り代わったログインが行われています。": [],
    "他社で漏えいした情報を用いて不正ログインされ、読者の情報が漏えいした可能性があります。": [("possible", "読者")],
    # Told the other way round: whose leaked, and not what of theirs.
    "個人情報が漏洩した可能性のあるお客様には、個別にご連絡いたします。": [("possible", "お客様")],
    "情報が流出した従業員に対しては、書面でお知らせします。": [("confirmed", "従業員")],
    "個人情報が漏洩した可能性のある方には、個別にご連絡いたします。": [("possible", None)],
    # A clause denies it of some, the next one says it of others.
    "お取引先様の情報の流出はなかったことを確認しておりますが、従業員の情報の一部が流出した可能性があります。": [
        ("excluded", "お取引先様"),
        ("possible", "従業員"),
    ],
    "顧客情報の漏えいは確認されておりませんが、一部の従業員の情報が閲覧された可能性があります。調査中です。": [
        ("unknown", "顧客"),
        ("possible", "一部の従業員"),
    ],
    # Data of others in one breath; a remark in brackets denies it of its own people alone.
    "お取引先様の情報（お客様の情報は含まれません）と、当社社員の個人情報が取得されていた恐れがあります。": [
        ("possible", "お取引先様"),
        ("excluded", "お客様"),
        ("possible", "当社社員"),
    ],
    # A final report concludes.
    "情報が漏えいした可能性について、お客様に関する情報の漏えいは確認されなかったとの最終報告を受けました。": [
        ("excluded", "お客様")
    ],
    # No damage has come of it: what was said before the turn holds.
    "会員様の情報が取得されたおそれがありますが、その情報が悪用された事実は確認されておりません。": [
        ("possible", "会員様")
    ],
    "現時点までお取引先様に関する情報の漏えいは確認されておらず、二次被害も確認されておりません。": [
        ("unknown", "お取引先様")
    ],
    "お客様の情報の漏えいは確認されておりませんが、その可能性を否定できません。": [("possible", "お客様")],
    # What is held unlikely of data that are named nowhere; not what an unlikely leak is told of.
    "専門機関からは、情報を持ち出した恐れは極めて低いとの報告を受けました。": [],
    "専門機関からは、情報を持ち出した可能性は極めて低いとの報告を受けました。": [],
    "お客様の情報が流出した可能性は低いものの、否定できません。": [("possible", "お客様")],
    # Not theirs, but what is to keep them.
    "流出した情報の拡散を防ぐため、顧客情報管理に努めます。": [("confirmed", None)],
    # What is to be done once something is known; not what is known already of those who are to be told.
    "お客様の情報の流出が判明しましたら、個別にご連絡いたします。": [],
    "お客様の情報の流出、またはその可能性が判明した場合には、公表いたします。": [],
    "情報の流出が確認されたお客様には、速やかに通知してまいります。": [],
    "情報の流出の可能性があるお客様には、詳細が判明した場合に公表いたします。": [("possible", None)],
    "情報の流出が確認されたお客様には、郵送にて通知いたしました。": [("confirmed", None)],
    "お取引先様の情報を含め、流出の有無について調査を進めております。": [("unknown", "お取引先様")],
    "お客様に関する情報への影響は確認されておりませんが、ご注意ください。": [("unknown", "お客様")],
    "調査の結果、お客様に関する情報の漏えいは確認されませんでした。": [("excluded", "お客様")],
    "現時点で、お客様の個人情報の漏えいを確認した事実はございません。": [("unknown", "お客様")],
    "お客様の情報の漏えいおよび不正利用は確認されておりません。": [("unknown", "お客様")],
    "お客様の個人情報の流出による不正利用は確認されておりません。": [],
    # What all releases call the data that matter is nobody's in particular.
    "現時点で、個人情報や顧客データの流出は確認されておりません。": [],
    "当団体では、ご利用者様の個人情報を保存しない運用です。": [("excluded", "ご利用者様")],
    "お客様及びお取引先様の個人情報の一部が流出した可能性を確認しております。": [("possible", "お客様及びお取引先様")],
    "ログの確認を行った結果、顧客情報の漏えいの痕跡は確認されませんでした。": [("excluded", "顧客")],
    "会員様の情報が漏えいした可能性をお伝えしましたが、調査により個人情報の漏えいはなかったことが判明しました。": [
        ("excluded", "会員様")
    ],
    "届いた通知は当社の名を悪用したものであり、お客様の情報が外部へ送信された事実は確認されておりません。": [
        ("unknown", "お客様")
    ],
    "サーバー上のデータが外部へ転送されたと判断しております。": [("confirmed", None)],
    # Who signed in to an account has seen what is in it.
    "不正ログインの可能性があるお客さまには、個別にご連絡いたします。": [("possible", "お客さま")],
    "不正にログインされた可能性がある場合は、ご連絡ください。": [],
    # Of some it is known, of others not yet.
    "従業員の個人情報の一部が流出した可能性がありますが、お客様の情報の流出は確認されておりません。調査中です。": [
        ("possible", "従業員"),
        ("unknown", "お客様"),
    ],
    "株主の皆様の個人情報の漏えいについては、現在調査を行っています。": [("unknown", "株主の皆様")],
    # Whose data they are that somebody was given, and what others have made public.
    "取引先様からお預かりした情報が漏えいした可能性を否定できません。": [("possible", "取引先様")],
    "一部のお取引先様の情報が外部に公開されたことが判明しました。": [("confirmed", "一部のお取引先様")],
    "攻撃者のリークサイトに当社のデータが公開されていることを確認しました。": [("confirmed", None)],
    # Data leaked, and of people it is not known yet.
    "当社が保有するデータが外部に漏えいしたことが判明しました。\n\n現時点で、ユーザーの個人情報の流出は確認されておりません。"
    "調査を続けております。": [("confirmed", "当社が保有するデータ"), ("unknown", "ユーザー")],
    # What may have been seen stays possible, though no leak be known; what one company's safety says nothing of.
    "従業員の個人情報にアクセスされたおそれがありますが、社外への流出は確認されておりません。": [
        ("possible", "従業員")
    ],
    "当社のサーバーに保管されている個人情報が流出した可能性があります。\n\n"
    "なお、親会社のお客様の個人情報につきましては、漏えいのおそれがないことを確認しております。": [
        ("possible", "当社のサーバーに保管されている個人情報"),
        ("excluded", "親会社のお客様"),
    ],
    "社外関係者に関する情報が不正に読み出された可能性があることを確認しました。": [("possible", "社外関係者")],
    # Nobody is named, and nothing is stated.
    "個人情報の漏洩のおそれもふまえ、厳重に調査を行っております。": [],
    "情報漏洩の事実は確認されておりませんが、万が一、お客様の個人情報の流出が判明した場合には、公表いたします。": [],
    "データの窃取を狙いとした侵入ではなかった可能性が高いと、調査会社は見ております。": [],
    "情報流出の可能性：現時点では確認できておりません。": [],
    "情報漏えいの有無について調査しております。": [],
    "万一、情報漏えいが疑われる内容が見つかった場合は、お知らせします。": [],
    "- 個人情報が閲覧・取得された事実\n\nは確認されておりません。": [],
    "【参考】当社サーバーへの侵入及び情報流出の可能性について | みほん損保": [],
    "今回の侵入による個人情報の漏えいはないことを確認しました。": [],
}

# What stands beside a group with a figure: who is named as safe.
BESIDE: dict[str, list[str]] = {
    # Told twice in other words.
    "お取引先ならびに株主の皆さまの情報は含まれておりません。\n\nお取引先様および株主様の情報は含まれておりません。": [
        "お取引先ならびに株主の皆さま"
    ],
    "なお、該当する情報にお客様の情報は含まれておりません。": ["お客様"],
    "※対象者には、準会員及びスポーツ・クラブ会員は含まれません。": ["準会員及びスポーツ・クラブ会員"],
    "※なお、法人営業部門のお客様の該当はございません。": ["法人営業部門のお客様"],
    "※2030年5月以降に入会された会員様は対象ではございません。": ["2030年5月以降に入会された会員様"],
    # The denial is of an item, or stands in a condition, or is none.
    "お客様のクレジットカード番号は含まれておりません。": [],
    "会員情報には、口座番号は含まれておりません。": [],
    "送信者情報にお心当たりがない場合は開かないでください。": [],
    "会員情報（カード情報は含まれません）を削除いたしました。": [],
    "お客様の情報の漏えいは確認されておりません。": [],
    # Places whose people are safe; not systems, nor what is said of them otherwise.
    "※その他の学校については、別の会社に印刷を依頼していることから、情報漏えいの可能性はありません。": ["その他の学校"],
    "他の市立学校については、今回の印刷会社との接点がないことを確認しております。": ["他の市立学校"],
    "(注意)記載の無い小中学校は対象外です。": ["記載の無い小中学校"],
    "なお、上記2園を除く市立保育園については、当該業者への委託はございません。": ["上記2園を除く市立保育園"],
    "その他の店舗は通常どおり営業しており、休業の予定はございません。": [],
    "他の病院におかれましては、個人情報の管理にご注意ください。": [],
    "他の業務システムへの影響はございません。": [],
    # No trace found of those whose data may have leaked, and no other data of theirs.
    "調査の結果、お客様のデータが漏えいした証跡は確認されませんでした。": [],
    "なお、サーバーに流出したデータ以外のお客様情報は保管されておらず、これ以上の流出の恐れはありません。": [],
}

# What is not known yet of people who are none of the group's, by their kind or in so many words.
APART: dict[str, list[str]] = {
    "なお、上記の情報以外の従業員の情報の流出は、現時点で確認されておりません。": ["従業員"],
    "弊店と直接お取引のない会員様の情報の漏えいは、現時点では確認されておりません。": ["弊店と直接お取引のない会員様"],
    "お客様の情報の漏えいは、現時点では確認されておりません。": [],
}


def told(body: str) -> list[tuple[str, str | None]]:
    text = HEAD + body
    groups = [group for group in find_all(text).exposures if group.count_ref is None and not group.item_refs]
    return [
        (group.status, None if group.subject_span is None else text[slice(*group.subject_span)]) for group in groups
    ]


@pytest.mark.parametrize("body", ALONE)
def test_alone(body: str) -> None:
    assert told(body + "\n") == ALONE[body]


@pytest.mark.parametrize("body", BESIDE)
def test_beside_a_group(body: str) -> None:
    assert told(GROUP + body + "\n") == [("excluded", subject) for subject in BESIDE[body]]


@pytest.mark.parametrize("body", APART)
def test_apart_from_a_group(body: str) -> None:
    assert told(GROUP + body + "\n") == [("unknown", subject) for subject in APART[body]]


def test_a_kind_that_the_record_has_no_code_for_is_other() -> None:
    found = find_all(HEAD + "該当者の情報の漏えいはございません。\n\n当事者の個人情報が漏えいしました。\n")
    assert {group.subject_kind for group in found.exposures} <= {None, "other"}
    assert found.exposures
