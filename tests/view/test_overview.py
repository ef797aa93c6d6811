"""The record as an analyst reads it."""

from extract import extract
from extract.record import Record
from extract.view.facts import incident_facts
from extract.view.overview import Overview, read_overview
from extract.view.quotes import Quote, Quotes
from extract.view.values import amount

RELEASE = """# 不正アクセスに関するお知らせ（第2報）

2031年4月2日
株式会社みほん

## 経緯

3月30日、当社のサーバーへの不正アクセスを検知し、同日、警察へ相談いたしました。4月1日に遮断しました。

## 漏えいした可能性のある情報

お客様 約1,200名の氏名、住所が漏えいした可能性があります。カード番号は漏えいしておりません。

### 対象

当社のオンラインショップをご利用のお客様
"""


def seen() -> Overview:
    return read_overview(extract(RELEASE))


def test_facts_have_their_words() -> None:
    facts = {fact.row: fact for fact in seen().incident}
    (people,) = facts["f-people"].values
    assert (people.text, people.status, people.note) == ("about 1,200", "possible", None)
    assert [quote.words for quote in people.quotes] == ["約1,200名"]
    (police,) = facts["f-reported_to"].values
    assert police.text == "police"
    assert "警察" in police.quotes[0].words


def test_values_without_words_of_their_own_share_theirs() -> None:
    record = extract(RELEASE)
    incident = record.incident.model_copy(update={"types": ("phishing", "malware", "loss")})
    facts = incident_facts(record.model_copy(update={"incident": incident}), Quotes(record))
    happened = next(fact for fact in facts if fact.row == "f-types")
    (value,) = happened.values
    assert value.text == "phishing, malware, loss or theft of media"
    assert [quote.words for quote in value.quotes] == ["不正アクセス"]


def test_groups_lead_to_their_words() -> None:
    first = seen().groups[0]
    assert first.subject is not None
    assert first.figure is not None
    assert (first.subject.words, first.kind, first.amount, first.unit) == ("お客様", "customers", "about 1,200", "名")
    assert [(name, quote.words) for name, quote in first.items] == [("name", "氏名"), ("address", "住所")]


def test_the_timeline_goes_by_days_and_says_what_is_told_twice_once() -> None:
    timeline = seen().timeline
    days = [moment.when for moment in timeline]
    assert days == sorted(days)
    assert len({(moment.role, moment.when) for moment in timeline}) == len(timeline)
    assert sum(len(moment.quotes) for moment in timeline) == len(extract(RELEASE).dates)


def test_items_by_category() -> None:
    found = {kind.label: [(status, quote.words) for status, quote in kind.mentions] for kind in seen().items}
    assert found == {
        "name": [("possible", "氏名")],
        "address": [("possible", "住所")],
        "card number": [("excluded", "カード番号")],
    }


def test_contents() -> None:
    assert [(entry.quote.words, entry.depth, entry.kinds) for entry in seen().contents] == [
        ("経緯", 1, ("timeline",)),
        ("漏えいした可能性のある情報", 1, ("affected data",)),
        ("対象", 2, ("affected data",)),
    ]


def test_warnings_come_with_their_words() -> None:
    doubts = read_overview(extract("4月2日（月）、お客様120名の氏名が漏えいしました。2031年")).doubts
    assert doubts
    assert [doubt.row for doubt in doubts] == [f"w{index}" for index in range(len(doubts))]


def test_quotes_are_cut_where_they_are_long() -> None:
    record: Record = extract("氏" * 100 + "名が漏えいしました。")
    assert Quotes(record).of((0, 101)) == Quote("氏" * 48 + "…", 0, 101)
    assert Quotes(record).of((100, 102)).words == "名が"


def test_numbers_as_a_reader_writes_them() -> None:
    assert amount(1200, "at_most") == "up to 1,200"
    assert amount(10, "exact", 20) == "10–20"
