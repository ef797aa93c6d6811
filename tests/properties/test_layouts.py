"""Groups with their figures and data, told under any labels, in any order and layout: each keeps its own."""

from itertools import product

import pytest

from extract import extract

HEAD = (
    "2031年5月13日\n株式会社みほん商事\n\n不正アクセスによる個人情報漏えいに関するお知らせ\n\n"
    "当社のサーバーが第三者による不正アクセスを受け、個人情報が漏えいした可能性があります。\n\n"
)
LED = "## 漏えいした可能性のある情報\n"
GROUPS = (
    ("お客様", 1234, ("氏名", "住所", "電話番号"), {"name", "address", "phone"}),
    ("従業員", 345, ("氏名", "社員番号"), {"name", "employee_id"}),
    ("お取引先様", 67, ("会社名", "担当者名", "メールアドレス"), {"company_name", "name", "email"}),
)
FIGURE_LABELS = (
    "件数",
    "人数",
    "数量",
    "規模",
    "対象者数",
    "人数（延べ）",
    "件数（重複含む）",
    "影響を受けた可能性のある方の人数",
)
DATA_LABELS = (
    "項目",
    "情報の内容",
    "漏えいした可能性のある項目",
    "対象データ",
    "記載事項",
    "閲覧された可能性のある項目",
)
MARKS = ("", "・", "- ", "■")
LAYOUTS = (
    "{mark}{figures}：{count:,}件\n{mark}{data}：{items}\n",
    "{mark}{data}：{items}\n{mark}{figures}：約{count:,}件\n",
    "{mark}{data} ： {items}\n{mark}{figures} ： {count:,}件\n",
)
# What frames the groups, what parts them, and each.
RUNNING = (
    ("漏えいした可能性のある情報は、{}です。\n", "、", "{who}{count:,}名の{items}"),
    ("漏えいした可能性のある情報は、{}です。\n", "、", "{who}の{items}（{count:,}件）"),
    (LED + "|対象|項目|件数|\n|---|---|---|\n{}|合計||1,646件|\n", "", "|{who}|{items}|{count:,}件|\n"),
    (LED + "{}", "", "- {who}　{count:,}件：{items}\n"),
)


TOLD = [(who, count, kinds) for who, count, _, kinds in GROUPS]


def groups_of(text: str) -> list[tuple[str | None, int | None, set[str]]]:
    return [(group.subject, group.value, set(group.categories)) for group in extract(text).exposures]


@pytest.mark.parametrize(("figures", "data"), list(product(FIGURE_LABELS, DATA_LABELS)))
def test_labels(figures: str, data: str) -> None:
    for mark, layout in product(MARKS, LAYOUTS):
        blocks = [
            f"### {who}\n" + layout.format(mark=mark, figures=figures, data=data, count=count, items="、".join(items))
            for who, count, items, _ in GROUPS
        ]
        assert groups_of(HEAD + LED + "".join(blocks)) == TOLD, (mark, layout)


@pytest.mark.parametrize(("frame", "between", "each"), RUNNING)
def test_layouts(frame: str, between: str, each: str) -> None:
    told = between.join(each.format(who=who, count=count, items="、".join(items)) for who, count, items, _ in GROUPS)
    assert groups_of(HEAD + frame.format(told)) == TOLD
