"""Rows of the tables mark the expected spans inline: `氏名等⟦約1,499,300人分⟧が漏えい`."""

__all__ = ["unmark"]


def unmark(row: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its marks, and the marked spans in order.

    >>> unmark("約⟦3人⟧と⟦4人⟧")
    ('約3人と4人', [(1, 3), (4, 6)])
    """
    text: list[str] = []
    spans: list[tuple[int, int]] = []
    start = at = 0
    for char in row:
        if char == "⟦":
            start = at
        elif char == "⟧":
            spans.append((start, at))
        else:
            text.append(char)
            at += 1
    return "".join(text), spans
