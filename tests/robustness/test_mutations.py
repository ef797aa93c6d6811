"""Releases with pieces cut out, doubled and put in: whatever is left of one, its record breaks no rule."""

import random

import pytest
from quality.fixtures import FOLDER
from rules import faults

from extract import extract

TEXTS = [path.read_bytes().decode("utf-8-sig") for path in sorted(FOLDER.glob("*.[mt][dx]*"))]
PIECES = [
    "\n",
    "|",
    "（",
    "）",
    "、",
    "。",
    "※",
    "# ",
    "- ",
    "\u3000",
    "名",
    "件",
    "氏名",
    "うち",
    "計",
    "〜",
    "①",
    "**",
    "\r\n",
    "\0",
    "<br/>",
]
ROUNDS = 25


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.randint(1, 200))
        what = chance.random()
        if what < 0.3:
            text = text[:start] + text[end:]
        elif what < 0.8:
            text = text[:start] + chance.choice(PIECES) * chance.randint(1, 3) + text[start:]
        else:
            text = text[:end] + text[start:]
        text = text if text.strip() else "空"
    return text


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_rules_hold(seed: int) -> None:
    chance = random.Random(seed)
    for text in TEXTS:
        changed = mutated(text, chance)
        assert list(faults(extract(changed), changed)) == []
