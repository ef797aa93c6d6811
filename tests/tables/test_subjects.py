"""Whose data: the words for the people of a group, and their kind."""

import pytest
from tables.marked import unmark

from extract.pipeline import find_all

HEAD = "2031年4月2日\n株式会社みほん商店\n個人情報の漏えいの可能性に関するお知らせ\n\n"

# The marked words are the subject of the first group.
SUBJECTS = [
    ("⟦会員⟧1,204名の氏名が漏えいした可能性があります。", "member"),
    ("弊社では⟦お客様⟧1,204名の氏名が漏えいした可能性があります。", "customer"),
    ("1,204名の⟦お客様⟧の氏名が漏えいした可能性があります。", "customer"),
    ("## 漏えいした可能性のある情報\n- ⟦求人応募者⟧の個人情報（98件）\n氏名、住所\n", "applicant"),
    ("## 漏えいした可能性のある情報\n|対象|項目|件数|\n|---|---|---|\n|⟦患者様⟧|氏名|98件|\n", "patient"),
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
]


@pytest.mark.parametrize(("row", "kind"), SUBJECTS)
def test_subject(row: str, kind: str) -> None:
    text, [span] = unmark(HEAD + row)
    group = find_all(text).exposures[0]
    assert group.subject_span is not None
    start, end = group.subject_span
    assert text[start:end].startswith(text[span[0] : span[1]])
    assert (start, group.subject_kind) == (span[0], kind)


def test_nobody_is_named() -> None:
    group = find_all(HEAD + "37件の氏名が漏えいした可能性があります。").exposures[0]
    assert (group.subject_span, group.subject_kind) == (None, None)
