"""Texts that a page cuts within brackets."""

OPENING, CLOSING = "(（", ")）"


def closes_bracket(above: str, below: str) -> bool:
    """Whether a text closes a bracket that the one above it leaves open: it is the rest of that one.

    >>> closes_bracket("552人（因总人数减少，但", "比例没减少）"), closes_bracket("552人（减少）", "1）建设道路")
    (True, False)
    """
    is_open = max(map(above.rfind, OPENING)) > max(map(above.rfind, CLOSING))
    return is_open and next((one for one in below if one in OPENING + CLOSING), OPENING) in CLOSING
